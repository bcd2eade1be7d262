package lingbao.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What the merged cells below a heading mean for the columns of a form.
 *
 * <p>A merge refuses the sheet only where it makes a value's place doubtful: it is filled, it begins or lies in a column of
 * ours, and it stands in a <em>data row</em>. It then either takes in several headed columns (whose value is it?), or
 * covers several data rows of one column that does not fill down (whose value is it below the first?). A data row has at
 * least two filled cells of ours outside every such merge, and none of its texts is a label of a signature or a note. So
 * titles, notes, signatures and the label of a totals row, which are merged in every second sheet, refuse nothing.
 */
final class Merges {

    private static final Pattern TOTAL = Pattern.compile("^(合计|总计|小计|共计|累计|总数|平均).*");

    private static final Pattern LABEL = Pattern.compile(
            "^(填表|填报|制表|审核|复核|负责人|经办|签字|签名|单位|校长|园长|联系人|联系电话|电话|备注|说明|注意|注|日期|打印)[^:]{0,8}:.*|.*签[字名章].*");

    private final SortedMap<Integer, Column> columns;
    private final List<MergedRange> below;
    private final List<MergedRange> fillingDown;
    private final List<MergedRange> doubtful;

    /** @param headed the columns that have a heading, ours or not */
    Merges(List<MergedRange> merges, int headingRow, SortedMap<Integer, Column> columns, Set<Integer> headed) {
        this.columns = columns;
        this.below = merges.stream()
                .filter(merge -> merge.firstRow() > headingRow && !merge.isOneCell())
                .sorted(Comparator.comparingInt(MergedRange::firstRow))
                .toList();
        List<MergedRange> filling = new ArrayList<>();
        List<MergedRange> doubts = new ArrayList<>();
        for (MergedRange merge : below) {
            int ours =
                    columns.subMap(merge.firstColumn(), merge.lastColumn() + 1).size();
            if (ours == 0) {
                continue;
            }
            Column first = columns.get(merge.firstColumn());
            if (crosses(merge, headed)) {
                doubts.add(merge);
            } else if (merge.lastRow() > merge.firstRow()) {
                (first != null && first.fillDown() ? filling : doubts).add(merge);
            }
        }
        this.fillingDown = List.copyOf(filling);
        this.doubtful = List.copyOf(doubts);
    }

    private static boolean crosses(MergedRange merge, Set<Integer> headed) {
        return headed.stream()
                        .filter(column -> merge.firstColumn() <= column && column <= merge.lastColumn())
                        .count()
                > 1;
    }

    /** Filled down by {@link Filling}, in order of their first rows. */
    Filling filling() {
        return new Filling(fillingDown);
    }

    /** Which merges refuse the sheet; the rows are walked only where one might. */
    List<Finding> judge(@Nullable String sheet, SheetSource source, Set<Integer> headed) throws Exception {
        if (doubtful.isEmpty()) {
            return List.of();
        }
        int lastRow = doubtful.stream().mapToInt(MergedRange::lastRow).max().orElse(0);
        Set<Integer> rowsAsked = new HashSet<>();
        doubtful.forEach(merge -> {
            for (int row = merge.firstRow(); row <= Math.min(merge.lastRow(), merge.firstRow() + 1_000); row++) {
                rowsAsked.add(row);
            }
        });
        Map<Integer, Boolean> dataRows = new HashMap<>();
        Map<MergedRange, String> texts = new HashMap<>();
        Map<Integer, List<MergedRange>> byFirstRow = new HashMap<>();
        doubtful.forEach(merge -> byFirstRow
                .computeIfAbsent(merge.firstRow(), row -> new ArrayList<>())
                .add(merge));
        Map<Integer, List<MergedRange>> covering = covering(rowsAsked);
        try (RowCursor cursor = source.rows()) {
            for (RawRow row = cursor.next(); row != null && row.number() <= lastRow; row = cursor.next()) {
                if (rowsAsked.contains(row.number())) {
                    dataRows.put(row.number(), isData(row, covering.getOrDefault(row.number(), List.of())));
                }
                for (MergedRange merge : byFirstRow.getOrDefault(row.number(), List.of())) {
                    texts.put(merge, row.cell(merge.firstColumn()).text());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (MergedRange merge : doubtful) {
            String text = Heading.fold(texts.getOrDefault(merge, ""));
            if (text.isEmpty() || TOTAL.matcher(text).matches()) {
                continue;
            }
            long rows = dataRows.entrySet().stream()
                    .filter(row ->
                            row.getValue() && merge.firstRow() <= row.getKey() && row.getKey() <= merge.lastRow())
                    .count();
            if (crosses(merge, headed) && rows > 0) {
                findings.add(Finding.ofSheet(FindingCode.MERGED_CROSSES_COLUMNS, sheet, merge.toString()));
            } else if (rows > 1) {
                findings.add(Finding.ofSheet(FindingCode.MERGED_ROWS, sheet, merge.toString()));
            }
        }
        return findings;
    }

    private Map<Integer, List<MergedRange>> covering(Set<Integer> rows) {
        Map<Integer, List<MergedRange>> covering = new HashMap<>();
        for (MergedRange merge : below) {
            for (int row = merge.firstRow(); row <= Math.min(merge.lastRow(), merge.firstRow() + 1_000); row++) {
                if (rows.contains(row)) {
                    covering.computeIfAbsent(row, key -> new ArrayList<>()).add(merge);
                }
            }
        }
        return covering;
    }

    private boolean isData(RawRow row, List<MergedRange> merges) {
        int filled = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            int place = column;
            RawCell cell = row.cell(column);
            if (cell.isBlank()) {
                continue;
            }
            if (cell.kind() == RawCell.Kind.TEXT && isLabel(cell.text())) {
                return false;
            }
            boolean merged = merges.stream().anyMatch(merge -> merge.covers(row.number(), place));
            if (columns.containsKey(column) && !merged) {
                filled++;
            }
        }
        return filled >= 2;
    }

    private static boolean isLabel(String text) {
        String folded = Heading.fold(text);
        // Folding drops a colon at the end, which alone tells the label 负责人： from a value.
        boolean colon = text.strip().endsWith(":") || text.strip().endsWith("：");
        return LABEL.matcher(colon ? folded + ":" : folded).matches();
    }

    /** Carries the values of merged cells down while the rows go by. A row with nothing else in it stays blank. */
    static final class Filling {

        private final List<MergedRange> merges;
        private int next;
        private final List<MergedRange> open = new ArrayList<>();
        private final Map<MergedRange, RawCell> values = new HashMap<>();

        private Filling(List<MergedRange> merges) {
            this.merges = merges;
        }

        RawRow filled(RawRow row) {
            open.removeIf(merge -> {
                boolean passed = merge.lastRow() < row.number();
                if (passed) {
                    values.remove(merge);
                }
                return passed;
            });
            while (next < merges.size() && merges.get(next).firstRow() <= row.number()) {
                MergedRange merge = merges.get(next++);
                if (merge.firstRow() == row.number() && merge.lastRow() > row.number()) {
                    open.add(merge);
                    values.put(merge, row.cell(merge.firstColumn()));
                }
            }
            if (open.isEmpty() || row.isBlank()) {
                return row;
            }
            List<RawCell> cells = new ArrayList<>(row.cells());
            for (MergedRange merge : open) {
                RawCell value = values.getOrDefault(merge, RawCell.NOTHING);
                if (merge.firstRow() < row.number()
                        && row.cell(merge.firstColumn()).isBlank()
                        && !value.isBlank()) {
                    while (cells.size() <= merge.firstColumn()) {
                        cells.add(RawCell.NOTHING);
                    }
                    cells.set(merge.firstColumn(), value);
                }
            }
            return new RawRow(row.number(), row.hidden(), cells);
        }
    }
}
