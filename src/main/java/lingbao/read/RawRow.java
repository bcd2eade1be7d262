package lingbao.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One row of a sheet.
 *
 * @param number as Excel shows it, from 1; in a CSV the record's number
 * @param cells from column A on; cells beyond the last filled one may be absent
 */
public record RawRow(int number, boolean hidden, List<RawCell> cells) {

    /** The cell in a column, from 0; {@link RawCell#NOTHING} where there is none. */
    public RawCell cell(int column) {
        return column < cells.size() ? cells.get(column) : RawCell.NOTHING;
    }

    public boolean isBlank() {
        for (RawCell cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The same row with other texts; a number stays what it is. */
    public RawRow with(UnaryOperator<String> texts) {
        List<RawCell> changed = null;
        for (int column = 0; column < cells.size(); column++) {
            RawCell cell = cells.get(column);
            String text = texts.apply(cell.text());
            if (!text.equals(cell.text())) {
                changed = changed == null ? new ArrayList<>(cells) : changed;
                changed.set(column, cell.with(text));
            }
        }
        return changed == null ? this : new RawRow(number, hidden, changed);
    }
}
