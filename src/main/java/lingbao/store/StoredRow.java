package lingbao.store;

import java.util.List;
import lingbao.domain.Period;
import org.jspecify.annotations.Nullable;

/**
 * A row of a current version, as it may be shown.
 *
 * @param receipt of the file that it came in
 * @param file the name under which that came, with identity and mobile numbers in it masked
 * @param sheet null for a CSV
 * @param row the row number in the sheet
 * @param values one for each of the form's columns, in its order, of the column type's Java type; of a personal column the
 *     masked text; null where blank
 */
public record StoredRow(
        String institution,
        Period period,
        String receipt,
        String file,
        @Nullable String sheet,
        int row,
        List<@Nullable Object> values) {}
