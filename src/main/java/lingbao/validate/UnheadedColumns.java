package lingbao.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the rows of a sheet under no heading. None of it is kept, and nobody would know. What it says is not told
 * either: it may be personal.
 */
final class UnheadedColumns {

    /** How many columns are told one by one. */
    private static final int MOST_TOLD = 50;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final @Nullable String sheet;
    private final SortedMap<Integer, Filled> filled = new TreeMap<>();

    /** The filled cells of one column. */
    private static final class Filled {
        private final int firstRow;
        private int count;
        private int lastNumber;
        private boolean onlyNumbersRows;

        Filled(int firstRow, boolean mayNumberRows) {
            this.firstRow = firstRow;
            this.onlyNumbersRows = mayNumberRows;
        }

        void add(RawCell cell) {
            count++;
            String said = Writing.plain(cell.text());
            int number = NUMBER.matcher(said).matches() ? Integer.parseInt(said) : -1;
            onlyNumbersRows &= number == 1 || number == lastNumber + 1;
            lastNumber = number;
        }
    }

    UnheadedColumns(@Nullable String sheet) {
        this.sheet = sheet;
    }

    /** A row of data, or one that nobody answered. */
    void row(RawRow row, FormLayout layout) {
        for (int place : RowKinds.filledPlaces(row)) {
            if (!layout.isHeaded(place)) {
                boolean first = !layout.isHeadedBefore(place);
                filled.computeIfAbsent(place, column -> new Filled(row.number(), first))
                        .add(row.cell(place));
            }
        }
    }

    /** One for each column, at its first filled cell; running numbers left of the table need no heading. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        filled.forEach((column, cells) -> {
            if (!cells.onlyNumbersRows && findings.size() < MOST_TOLD) {
                findings.add(Finding.ofRow(
                        FindingCode.COLUMN_WITHOUT_HEADING,
                        sheet,
                        cells.firstRow,
                        column,
                        CellAddress.letters(column),
                        String.valueOf(cells.count)));
            }
        });
        return findings;
    }
}
