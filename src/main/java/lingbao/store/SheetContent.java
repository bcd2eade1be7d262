package lingbao.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SortedSet;
import lingbao.catalogue.EarlierSheets;
import lingbao.catalogue.Form;
import lingbao.seal.Seal;
import lingbao.validate.CheckedRow;
import org.jspecify.annotations.Nullable;

/**
 * What of a sheet is measured anew each day, as one keyed number: the sum of its rows', so that their order makes no
 * difference and a row can be taken back.
 */
public final class SheetContent {

    private static final String BETWEEN_VALUES = "\u001f";

    private final Form form;
    private final EarlierSheets.@Nullable Same same;
    private final Seal seal;

    /** By the row's number; 0 of a row that says nothing. */
    private long[] rows = new long[256];

    SheetContent(Form form, Seal seal) {
        this.form = form;
        this.same = form.earlierSheets() == null ? null : form.earlierSheets().same();
        this.seal = seal;
    }

    public void add(CheckedRow row) {
        if (same == null) {
            return;
        }
        StringBuilder said = new StringBuilder(row.person() == null ? "" : row.person());
        boolean filled = false;
        for (String column : same.columns()) {
            @Nullable Object value = row.values().get(form.indexOf(column));
            filled |= value != null;
            said.append(BETWEEN_VALUES).append(text(value));
        }
        if (filled) {
            if (row.row() >= rows.length) {
                rows = Arrays.copyOf(rows, Math.max(row.row() + 1, 2 * rows.length));
            }
            rows[row.row()] += seal.rowNumber(said.toString());
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    void takeBack(SortedSet<Integer> spoiled) {
        spoiled.stream().filter(row -> row < rows.length).forEach(row -> rows[row] = 0);
    }

    /** Null where no row says anything. */
    @Nullable
    String hash() {
        return Arrays.stream(rows).allMatch(row -> row == 0)
                ? null
                : String.format("%016x", Arrays.stream(rows).sum());
    }
}
