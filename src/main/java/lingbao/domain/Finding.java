package lingbao.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, or worth knowing, about a file, a sheet, a row or a cell. The message is made when it is asked for,
 * so that a sheet with a hundred thousand findings fits in memory.
 *
 * @param severity the code's own, unless {@link #weighed} otherwise
 * @param sheet the sheet's name; null for a whole file and for a CSV
 * @param row the row number, from 1; 0 for a finding of the whole file or sheet
 * @param column where the cell stands, from 0; for a finding of a whole row its first cell concerned
 * @param columnId the form's column id; null where no column of the form is meant
 * @param value as typed, masked already where the column is personal; null where there is none
 * @param details what the code's message fills into its gaps {0}, {1} …
 */
public record Finding(
        FindingCode code,
        Severity severity,
        @Nullable String sheet,
        int row,
        int column,
        @Nullable String columnId,
        @Nullable String value,
        List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    /** Of a whole file. */
    public static Finding ofFile(FindingCode code, String... details) {
        return new Finding(code, code.severity(), null, 0, 0, null, null, List.of(details));
    }

    /** Of a whole sheet. */
    public static Finding ofSheet(FindingCode code, @Nullable String sheet, String... details) {
        return new Finding(code, code.severity(), sheet, 0, 0, null, null, List.of(details));
    }

    /** Of a whole row, shown at its first cell concerned. */
    public static Finding ofRow(FindingCode code, @Nullable String sheet, int row, int column, String... details) {
        return new Finding(code, code.severity(), sheet, row, column, null, null, List.of(details));
    }

    /** The same with another weight: what refuses a sheet at intake only warns in a dry run. */
    public Finding weighed(Severity other) {
        return new Finding(code, other, sheet, row, column, columnId, value, details);
    }

    /** {@code E12}; null for a finding of the whole file or sheet. */
    public @Nullable String cell() {
        return row == 0 ? null : new CellAddress(row, column).toString();
    }

    /** What is wrong, in one Chinese sentence. */
    public String message() {
        return code.message(value, details);
    }

    /** What to do, in one Chinese sentence. */
    public String remedy() {
        return code.remedy(value, details);
    }
}
