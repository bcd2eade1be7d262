package lingbao.samples;

/**
 * A finding that a sheet must get.
 *
 * @param code its stable code, as text: the truth knows no class that is tested
 * @param error whether it refuses its row, or without a row the whole sheet
 * @param row the data row's place from 0; {@link #NO_ROW}, {@link #TOTALS_ROW} and {@link #GAP} for others
 * @param column the column's id; empty for the sheet's first column
 */
record Flaw(String code, boolean error, int row, String column) {

    static final int NO_ROW = -1;
    static final int TOTALS_ROW = -2;

    /** The first of the blank rows between the data. */
    static final int GAP = -3;

    static Flaw ofSheet(String code, boolean error) {
        return new Flaw(code, error, NO_ROW, "");
    }
}
