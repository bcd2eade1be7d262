package lingbao.validate;

import java.util.List;
import lingbao.read.TitleCell;

/** Whether the titles of a table further down say the same sender, period and batch as the sheet. */
@FunctionalInterface
public interface TitlesBelow {

    boolean agree(List<TitleCell> titles);
}
