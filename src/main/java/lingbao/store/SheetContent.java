package lingbao.store;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
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

    private final String sender;
    private final Sum ofAll = new Sum();
    private final Sum ofMeasured = new Sum();

    /** By the row's number; 0 of a row that names nobody. */
    private long[] persons = new long[256];

    private boolean sorted;

    /** @param sender whose the sheet is; a person without an identity number is told from others within it only */
    SheetContent(Form form, String sender, Seal seal) {
        this.sender = sender;
        this.form = form;
        this.same = form.earlierSheets() == null ? null : form.earlierSheets().same();
        this.seal = seal;
    }

    public void add(CheckedRow row) {
        String person = row.person();
        if (person != null) {
            if (row.row() >= persons.length) {
                persons = Arrays.copyOf(persons, Math.max(row.row() + 1, 2 * persons.length));
            }
            persons[row.row()] = number(seal.personKey(identity(person)));
        }
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

    /** What a person's key is made of. */
    String identity(String person) {
        return person.startsWith("id:") ? person : sender + "|" + person;
    }

    private static long number(String personKey) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(personKey)).getLong();
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    void takeBack(SortedSet<Integer> spoiled) {
        ofAll.takeBack(spoiled);
        ofMeasured.takeBack(spoiled);
        spoiled.stream().filter(row -> row < persons.length).forEach(row -> persons[row] = 0);
    }

    /** Whether a row of it is of the person; asked when all rows are there. */
    boolean lists(String personKey) {
        if (!sorted) {
            Arrays.sort(persons);
            sorted = true;
        }
        return Arrays.binarySearch(persons, number(personKey)) >= 0;
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
