package lingbao.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an institution lays out a sheet: wording and order of the headings, what stands above and below them.
 *
 * <p>Columns are written as {@code heading=columnId}; {@code 序号=#} is numbered, and {@code heading+filler} is a column
 * that no form knows, with the filler in each row. Parts are separated by {@code |}.
 */
final class Layout {

    static final String NUMBERED = "#";

    private final String sheetName;
    private final List<Column> columns;
    private final List<List<@Nullable Object>> titles = new ArrayList<>();
    private final List<List<@Nullable Object>> feet = new ArrayList<>();
    private final Map<Integer, Integer> blankRowsAfter = new HashMap<>();
    private final Map<String, Integer> falseTotals = new HashMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private @Nullable String groups;
    private boolean titlesMerged;
    private boolean totals;
    private @Nullable String mergedColumn;
    private int headingRepeatedAfter = -1;

    private record Column(
            String heading, String id, @Nullable String filler) {}

    Layout(String sheetName, String columns) {
        this.sheetName = sheetName;
        this.columns = Arrays.stream(columns.split("\\|")).map(Layout::column).toList();
    }

    private static Column column(String written) {
        int filler = written.indexOf('+');
        if (filler > 0) {
            return new Column(written.substring(0, filler), "", written.substring(filler + 1));
        }
        int id = written.indexOf('=');
        return new Column(written.substring(0, id), written.substring(id + 1), null);
    }

    Layout title(@Nullable Object... cells) {
        titles.add(Arrays.asList(cells));
        return this;
    }

    /** The titles are merged over the width of the table, as most are. */
    Layout titlesMerged() {
        titlesMerged = true;
        return this;
    }

    /** A row above the headings, merged: {@code label:columns} separated by {@code |}; an empty label merges nothing. */
    Layout groups(String labels) {
        groups = labels;
        return this;
    }

    Layout foot(@Nullable Object... cells) {
        feet.add(Arrays.asList(cells));
        return this;
    }

    /** A row 合计 below the data, with the sums of the counts. */
    Layout totals() {
        totals = true;
        return this;
    }

    Layout falseTotal(String column, int value) {
        falseTotals.put(column, value);
        return totals();
    }

    Layout blankRowsAfter(int row, int count) {
        blankRowsAfter.put(row, count);
        return this;
    }

    Layout hidden(int row) {
        hiddenRows.add(row);
        return this;
    }

    /** Equal neighbours of this column are one merged cell. */
    Layout merged(String column) {
        mergedColumn = column;
        return this;
    }

    Layout headingRepeatedAfter(int row) {
        headingRepeatedAfter = row;
        return this;
    }

    boolean has(String column) {
        return columns.stream().anyMatch(each -> each.id().equals(column));
    }

    /** Lays the truth out. */
    PlacedSheet place(TruthSheet truth) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<Grid.Merge> merges = new ArrayList<>();
        Set<Integer> hidden = new HashSet<>();
        for (List<@Nullable Object> title : titles) {
            if (titlesMerged && columns.size() > 1) {
                merges.add(new Grid.Merge(rows.size(), rows.size(), 0, columns.size() - 1));
            }
            rows.add(title);
        }
        if (groups != null) {
            layGroups(groups, rows, merges);
        }
        List<@Nullable Object> headings = new ArrayList<>();
        columns.forEach(column -> headings.add(column.heading()));
        rows.add(headings);
        Map<Integer, Integer> rowNumbers = new TreeMap<>();
        for (int row = 0; row < truth.rows().size(); row++) {
            if (hiddenRows.contains(row)) {
                hidden.add(rows.size());
            }
            rows.add(cells(truth.rows().get(row), row));
            rowNumbers.put(row, rows.size());
            if (row == headingRepeatedAfter) {
                rows.add(headings);
            }
            if (blankRowsAfter.containsKey(row)) {
                rowNumbers.put(Flaw.GAP, rows.size() + 1);
            }
            for (int blank = 0; blank < blankRowsAfter.getOrDefault(row, 0); blank++) {
                rows.add(List.of());
            }
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            if (!columns.get(index).id().isEmpty()) {
                places.put(columns.get(index).id(), index);
            }
        }
        if (mergedColumn != null && places.containsKey(mergedColumn)) {
            mergeEqual(rows, rowNumbers, places.get(mergedColumn), merges);
        }
        if (totals) {
            rows.add(totals(truth));
            rowNumbers.put(Flaw.TOTALS_ROW, rows.size());
        }
        rows.addAll(feet);
        List<Flaw> totalFlaws = totals ? wrongTotals(truth) : List.of();
        return new PlacedSheet(truth, totalFlaws, new Grid(sheetName, rows, merges, hidden), rowNumbers, places);
    }

    private void layGroups(String labels, List<List<@Nullable Object>> rows, List<Grid.Merge> merges) {
        List<@Nullable Object> row = new ArrayList<>();
        for (String group : labels.split("\\|")) {
            String label = group.substring(0, group.indexOf(':'));
            int width = Integer.parseInt(group.substring(group.indexOf(':') + 1));
            if (!label.isEmpty() && width > 1) {
                merges.add(new Grid.Merge(rows.size(), rows.size(), row.size(), row.size() + width - 1));
            }
            row.add(label.isEmpty() ? null : label);
            row.addAll(Collections.nCopies(width - 1, null));
        }
        rows.add(row);
    }

    private List<@Nullable Object> cells(TruthRow row, int index) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : columns) {
            if (column.filler() != null) {
                cells.add(column.filler());
            } else if (column.id().equals(NUMBERED)) {
                cells.add(index + 1);
            } else {
                cells.add(row.cells().getOrDefault(column.id(), TruthCell.EMPTY).written());
            }
        }
        return cells;
    }

    private static void mergeEqual(
            List<List<@Nullable Object>> rows, Map<Integer, Integer> rowNumbers, int column, List<Grid.Merge> merges) {
        List<Integer> numbers = rowNumbers.entrySet().stream()
                .filter(row -> row.getKey() >= 0)
                .map(Map.Entry::getValue)
                .toList();
        for (int first = 0; first < numbers.size(); ) {
            Object word = rows.get(numbers.get(first) - 1).get(column);
            int last = first;
            while (last + 1 < numbers.size()
                    && word != null
                    && numbers.get(last + 1) == numbers.get(last) + 1
                    && word.equals(rows.get(numbers.get(last + 1) - 1).get(column))) {
                last++;
                rows.get(numbers.get(last) - 1).set(column, null);
            }
            if (last > first) {
                merges.add(new Grid.Merge(numbers.get(first) - 1, numbers.get(last) - 1, column, column));
            }
            first = last + 1;
        }
    }

    /** What the sender adds up: all rows, also those that will be refused. */
    private List<@Nullable Object> totals(TruthSheet truth) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : columns) {
            if (cells.isEmpty()) {
                cells.add("合计");
            } else {
                cells.add(printedTotal(column, truth));
            }
        }
        return cells;
    }

    private @Nullable Integer printedTotal(Column column, TruthSheet truth) {
        boolean counts = truth.rows().stream()
                .anyMatch(row ->
                        row.cells().getOrDefault(column.id(), TruthCell.EMPTY).value() instanceof Integer);
        return counts ? falseTotals.getOrDefault(column.id(), sum(column, truth.rows())) : null;
    }

    /** Where the printed totals are the sum neither of all rows nor of those that are not refused. */
    private List<Flaw> wrongTotals(TruthSheet truth) {
        List<Flaw> wrong = new ArrayList<>();
        for (Column column : columns.subList(1, columns.size())) {
            Integer printed = printedTotal(column, truth);
            if (printed != null && printed != sum(column, truth.faultless()) && printed != sum(column, truth.rows())) {
                wrong.add(new Flaw("TOTAL_DIFFERS", false, Flaw.TOTALS_ROW, column.id()));
            }
        }
        return wrong;
    }

    private static int sum(Column column, List<TruthRow> rows) {
        return rows.stream().mapToInt(row -> row.count(column.id())).sum();
    }
}
