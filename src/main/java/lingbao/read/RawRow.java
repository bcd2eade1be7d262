package lingbao.read;

import java.util.List;

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

    /** The same row with every longer text cut off after so many letters: enough to tell what kind of row it is. */
    public RawRow cutTo(int letters) {
        for (RawCell cell : cells) {
            if (cell.text().length() > letters) {
                return new RawRow(
                        number,
                        hidden,
                        cells.stream().map(each -> each.cutTo(letters)).toList());
            }
        }
        return this;
    }
}
