package lingbao.read;

import java.util.List;
import lingbao.domain.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A table of a sheet that begins below another one, with a heading of its own, be it only the same one repeated.
 *
 * @param topRow the number of its first row: of its titles, or of its heading where it has none
 * @param headingTop the number of the first row of its heading
 * @param headingRow the number of the last one
 * @param recognised null where its rows can't be read: its form is another one, or an error is among its findings
 * @param titles the filled cells between the table above and the heading
 * @param findings what is wrong with its heading, at the heading's place
 */
public record FurtherTable(
        int topRow,
        int headingTop,
        int headingRow,
        @Nullable RecognisedForm recognised,
        List<TitleCell> titles,
        List<Finding> findings) {
    public FurtherTable {
        titles = List.copyOf(titles);
        findings = List.copyOf(findings);
    }
}
