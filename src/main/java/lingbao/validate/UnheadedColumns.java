package lingbao.validate;

import java.util.ArrayList;
import java.util.BitSet;
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
 *
 * <p>In a text table a comma within a value that nobody quoted moves all values behind it one column on, and the last of them
 * behind the heading's end. A column of the sender's own that was left without a heading looks the same, but every row has it.
 */
final class UnheadedColumns {

    /** How many columns are told one by one. */
    private static final int MOST_TOLD = 50;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final @Nullable String sheet;
    private final SortedMap<Integer, Filled> filled = new TreeMap<>();

    /** Of the table at hand: what stands behind the end of its heading, and in which rows. */
    private final SortedMap<Integer, Filled> behind = new TreeMap<>();

    private final BitSet rowsBehind = new BitSet();
    private final BitSet acceptedBehind = new BitSet();
    private int dataRows;

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

        /** What stands behind a heading numbers no rows. */
        Filled with(Filled further) {
            count += further.count;
            return this;
        }
    }

    UnheadedColumns(@Nullable String sheet) {
        this.sheet = sheet;
    }

    /** A row of data. */
    void data(RawRow row, FormLayout layout, boolean isAccepted) {
        row(row, layout);
        dataRows++;
        if (RowKinds.filledPlaces(row).stream().anyMatch(place -> place >= layout.width())) {
            rowsBehind.set(row.number());
            acceptedBehind.set(row.number(), isAccepted);
        }
    }

    /** A row that nobody answered, or a total. */
    void row(RawRow row, FormLayout layout) {
        for (int place : RowKinds.filledPlaces(row)) {
            if (!layout.isHeaded(place)) {
                boolean first = !layout.isHeadedBefore(place);
                SortedMap<Integer, Filled> columns = place < layout.width() ? filled : behind;
                columns.computeIfAbsent(place, column -> new Filled(row.number(), first))
                        .add(row.cell(place));
            }
        }
    }

    /**
     * The table at hand has ended.
     *
     * @return the rows of data whose values may stand in the wrong columns, and whether each was accepted; a single row tells
     *     nothing of a column
     */
    SortedMap<Integer, Boolean> rowsMovedOn() {
        SortedMap<Integer, Boolean> moved = new TreeMap<>();
        if (dataRows < 2 || rowsBehind.cardinality() < dataRows) {
            rowsBehind.stream().forEach(row -> moved.put(row, acceptedBehind.get(row)));
        }
        if (moved.isEmpty()) {
            behind.forEach((column, cells) -> filled.merge(column, cells, Filled::with));
        }
        behind.clear();
        rowsBehind.clear();
        acceptedBehind.clear();
        dataRows = 0;
        return moved;
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
