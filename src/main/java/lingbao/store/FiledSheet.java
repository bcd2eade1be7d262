package lingbao.store;

import java.util.List;
import lingbao.domain.Finding;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;

/**
 * How a sheet ended.
 *
 * @param findings those of the sheet, and what a look at the version that it replaces added
 */
public record FiledSheet(SheetState state, RowCounts rows, List<Finding> findings) {

    public FiledSheet {
        findings = List.copyOf(findings);
    }
}
