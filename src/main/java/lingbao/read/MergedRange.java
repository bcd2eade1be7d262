package lingbao.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.CellAddress;
import org.jspecify.annotations.Nullable;

/** Merged cells: rows from 1, columns from 0, both ends included. */
record MergedRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7}))?");

    /** Reads {@code A5:C5}; null where that is no range. */
    static @Nullable MergedRange parsed(String reference) {
        Matcher range = REFERENCE.matcher(reference);
        if (!range.matches()) {
            return null;
        }
        int row = Integer.parseInt(range.group(2));
        int column = column(range.group(1));
        int otherRow = range.group(4) == null ? row : Integer.parseInt(range.group(4));
        int otherColumn = range.group(3) == null ? column : column(range.group(3));
        return row < 1 || otherRow < 1
                ? null
                : new MergedRange(
                        Math.min(row, otherRow),
                        Math.min(column, otherColumn),
                        Math.max(row, otherRow),
                        Math.max(column, otherColumn));
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    boolean covers(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }

    boolean isOneCell() {
        return firstRow == lastRow && firstColumn == lastColumn;
    }

    /** {@code A5:C5}. */
    @Override
    public String toString() {
        return new CellAddress(firstRow, firstColumn) + ":" + new CellAddress(lastRow, lastColumn);
    }
}
