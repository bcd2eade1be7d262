package lingbao.domain;

/**
 * Where a cell stands, as Excel shows it.
 *
 * @param row the row number, from 1; in a CSV the record's number, the heading's record included
 * @param column the column, from 0
 */
public record CellAddress(int row, int column) {

    public CellAddress {
        if (row < 1 || column < 0) {
            throw new IllegalArgumentException("no such cell: row " + row + ", column " + column);
        }
    }

    /** The letters over a column: 0 is {@code A}, 26 is {@code AA}. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** {@code E12}. */
    @Override
    public String toString() {
        return letters(column) + row;
    }
}
