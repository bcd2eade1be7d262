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
 * What a sheet holds, as keyed numbers that tell nobody else what that is: one of all that stands in its accepted rows, and
 * one of what is measured anew each day. Each is the sum of its rows', so that their order makes no difference and a row can
 * be taken back.
 */
public final class SheetContent {

    private static final String BETWEEN_VALUES = "\u001f";

    private final Form form;
    private final EarlierSheets.@Nullable Same same;
    private final Seal seal;
    private final Sum ofAll = new Sum();
    private final Sum ofMeasured = new Sum();

    SheetContent(Form form, Seal seal) {
        this.form = form;
        this.same = form.earlierSheets() == null ? null : form.earlierSheets().same();
        this.seal = seal;
    }

    public void add(CheckedRow row) {
        StringBuilder all = new StringBuilder();
        row.values().forEach(value -> all.append(BETWEEN_VALUES).append(text(value)));
        ofAll.add(row.row(), seal.rowNumber(all.toString()));
        if (same != null) {
            addMeasured(row, same);
        }
    }

    private void addMeasured(CheckedRow row, EarlierSheets.Same measured) {
        StringBuilder said = new StringBuilder(row.person() == null ? "" : row.person());
        boolean filled = false;
        for (String column : measured.columns()) {
            @Nullable Object value = row.values().get(form.indexOf(column));
            filled |= value != null;
            said.append(BETWEEN_VALUES).append(text(value));
        }
        if (filled) {
            ofMeasured.add(row.row(), seal.rowNumber(said.toString()));
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    void takeBack(SortedSet<Integer> spoiled) {
        ofAll.takeBack(spoiled);
        ofMeasured.takeBack(spoiled);
    }

    /** Of all that stands in the accepted rows; null where there is none. */
    @Nullable
    String rowsHash() {
        return ofAll.hash();
    }

    /** Of what is measured anew each day; null where no row says anything. */
    @Nullable
    String hash() {
        return ofMeasured.hash();
    }

    private static final class Sum {

        /** By the row's number; 0 of a row that says nothing. */
        private long[] rows = new long[256];

        void add(int row, long number) {
            if (row >= rows.length) {
                rows = Arrays.copyOf(rows, Math.max(row + 1, 2 * rows.length));
            }
            rows[row] += number;
        }

        void takeBack(SortedSet<Integer> spoiled) {
            spoiled.stream().filter(row -> row < rows.length).forEach(row -> rows[row] = 0);
        }

        @Nullable
        String hash() {
            return Arrays.stream(rows).allMatch(row -> row == 0)
                    ? null
                    : String.format("%016x", Arrays.stream(rows).sum());
        }
    }
}
