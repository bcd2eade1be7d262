package lingbao.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.validate.CheckedRow;
import org.jspecify.annotations.Nullable;

/** Register rows as they come from a checked sheet, written as the lines of a CSV without quotes. */
public final class RegisterSheets {

    private RegisterSheets() {}

    /** @param lines the heading with column ids, then the rows; an empty cell is blank */
    public static List<CheckedRow> rows(Form layout, String... lines) {
        List<String> ids = Arrays.asList(lines[0].split(","));
        List<CheckedRow> rows = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].split(",", -1);
            List<@Nullable Object> values = new ArrayList<>();
            for (Column column : layout.columns()) {
                int index = ids.indexOf(column.id());
                String cell = index < 0 || index >= cells.length ? "" : cells[index];
                values.add(cell.isEmpty() ? null : value(column, cell));
            }
            rows.add(new CheckedRow(line + 1, values, true, false, null, null));
        }
        return rows;
    }

    private static Object value(Column column, String cell) {
        return switch (column.type()) {
            case INTEGER -> Integer.valueOf(cell);
            case DATE -> LocalDate.parse(cell);
            default -> cell;
        };
    }
}
