package lingbao.samples;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sheet of the truth with the place of each thing in its file.
 *
 * @param totalFlaws what is wrong with the totals that stand below the rows
 * @param rowNumbers the number that Excel shows for each data row, and under {@link Flaw#TOTALS_ROW} and
 *     {@link Flaw#GAP} of the rows meant there
 * @param columns where each column stands, from 0
 */
record PlacedSheet(
        TruthSheet truth,
        List<Flaw> totalFlaws,
        Grid grid,
        Map<Integer, Integer> rowNumbers,
        Map<String, Integer> columns) {

    /** What must be found in it, as {@code CODE} or {@code CODE@E12}, in the order of rows. */
    List<String> findings() {
        return Stream.concat(truth.flaws().stream(), totalFlaws.stream())
                .map(this::placed)
                .toList();
    }

    private String placed(Flaw flaw) {
        if (flaw.row() == Flaw.NO_ROW) {
            return flaw.code();
        }
        int column = flaw.column().isEmpty() ? 0 : columns.getOrDefault(flaw.column(), 0);
        return flaw.code() + "@" + (char) ('A' + column) + rowNumbers.get(flaw.row());
    }
}
