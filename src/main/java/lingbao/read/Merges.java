package lingbao.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lingbao.catalogue.Column;
import lingbao.catalogue.ShownValue;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What the merged cells of a sheet mean for the columns of a form, while the rows below its heading go by.
 *
 * <p>A merge makes a value's place doubtful only where it is filled, begins or lies in a column of ours, and stands in a
 * <em>data row</em>. It then either takes in several headed columns (whose value is it? the sheet is refused), or covers
 * several data rows of one column that does not fill down (whose value is it below the first? these rows are refused). A
 * data row has at least two filled cells of ours outside every merge, or one and a share in a value that the form asks of
 * each row; none of its texts is a label of a signature or a note. So titles, notes, signatures and the label of a totals
 * row, which are merged in every second sheet, refuse nothing.
 *
 * <p>A heading that is merged over further columns names none of them where a data row fills one of these: the sheet is
 * refused. People merge headings for their looks too, and then the further columns are empty.
 */
final class Merges {

    private static final Pattern TOTAL = Pattern.compile(
            "^(?:合计|总计|小计|共计|累计|总数|平均).*|.*(?:合计|总计|小计|共计|累计|合共|总数|总人[数次]|汇总)(?:人[数次]|数)?|(?:sub|grand)?totals?");

    private static final Pattern LABEL = Pattern.compile(
            "^(填表|填报|制表|审核|复核|负责人|经办|签字|签名|单位|校长|园长|联系人|联系电话|电话|备注|说明|注意|注|日期|打印)[^:]{0,8}:.*|.*签[字名章].*");

    /** In the order of their first rows. */
    private final List<MergedRange> merges;

    private SortedMap<Integer, Column> columns;
    private Set<Integer> headed;
    private List<MergedRange> wideHeadings;
    private int next;
    private final List<Open> open = new ArrayList<>();

    /** A merge that reaches the row at hand. */
    private record Open(MergedRange range, RawCell value, Kind kind) {}

    private enum Kind {
        OF_NO_COLUMN,
        CROSSING,
        FILLING,
        OVER_ROWS
    }

    /** @param found the heading below which the rows stand */
    Merges(List<MergedRange> merges, FormFinder.Found found) {
        this.columns = found.columns();
        this.headed = found.headed();
        this.wideHeadings = found.wide();
        this.merges = merges.stream()
                .filter(merge -> merge.firstRow() > found.headingRow() && !merge.isOneCell())
                .sorted(Comparator.comparingInt(MergedRange::firstRow))
                .toList();
    }

    /** The last row that a merge may make doubtful; 0 where none may. */
    static int lastDoubtfulRow(List<MergedRange> merges, FormFinder.Found found) {
        if (!found.wide().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Merges below = new Merges(merges, found);
        return below.merges.stream()
                .filter(merge -> merge.lastColumn() > merge.firstColumn() || below.kind(merge) != Kind.FILLING)
                .mapToInt(MergedRange::lastRow)
                .max()
                .orElse(0);
    }

    /** The rows that follow stand under other headings; under none where its rows are not read. */
    private void table(FurtherTable table) {
        RecognisedForm form = table.recognised();
        if (form == null || !form.columns().equals(columns)) {
            wideHeadings = List.of();
        }
        columns = form == null ? Collections.emptySortedMap() : form.columns();
        headed = form == null ? Set.of() : form.headings().keySet();
    }

    private void reach(RawRow row) {
        open.removeIf(merge -> merge.range().lastRow() < row.number());
        while (next < merges.size() && merges.get(next).firstRow() <= row.number()) {
            MergedRange merge = merges.get(next++);
            if (merge.firstRow() == row.number()) {
                open.add(new Open(merge, row.cell(merge.firstColumn()), kind(merge)));
            }
        }
    }

    private Kind kind(MergedRange merge) {
        if (columns.subMap(merge.firstColumn(), merge.lastColumn() + 1).isEmpty()) {
            return Kind.OF_NO_COLUMN;
        }
        long headings = headed.stream()
                .filter(column -> merge.firstColumn() <= column && column <= merge.lastColumn())
                .count();
        if (headings > 1) {
            return Kind.CROSSING;
        }
        Column first = columns.get(merge.firstColumn());
        return merge.lastRow() == merge.firstRow()
                ? Kind.OF_NO_COLUMN
                : first != null && first.fillDown() ? Kind.FILLING : Kind.OVER_ROWS;
    }

    /** Hands the rows on with the values of merged cells carried down. A row with nothing else in it stays blank. */
    RowsBelow filling(RowsBelow to) {
        return new RowsBelow() {
            @Override
            public void row(RawRow row) {
                to.row(filled(row));
            }

            @Override
            public void table(FurtherTable table) {
                Merges.this.table(table);
                to.table(table);
            }
        };
    }

    private RawRow filled(RawRow row) {
        reach(row);
        if (open.isEmpty() || row.isBlank()) {
            return row;
        }
        List<RawCell> cells = new ArrayList<>(row.cells());
        for (Open merge : open) {
            int place = merge.range().firstColumn();
            if (merge.kind() == Kind.FILLING
                    && merge.range().firstRow() < row.number()
                    && row.cell(place).isBlank()
                    && !merge.value().isBlank()) {
                while (cells.size() <= place) {
                    cells.add(RawCell.NOTHING);
                }
                cells.set(place, merge.value());
            }
        }
        return new RawRow(row.number(), row.hidden(), cells);
    }

    /** Which merges make values doubtful, found in a walk over the rows. */
    static final class Judgement implements RowsBelow {

        private final @Nullable String sheet;
        private final Merges merges;
        private final Map<MergedRange, List<Integer>> dataRows = new LinkedHashMap<>();
        private final Set<MergedRange> headingsOverValues = new LinkedHashSet<>();
        private final Map<MergedRange, Kind> kinds = new HashMap<>();
        private final Map<MergedRange, @Nullable String> columnIds = new HashMap<>();
        private final Map<MergedRange, @Nullable String> shownValues = new HashMap<>();

        Judgement(@Nullable String sheet, Merges merges) {
            this.sheet = sheet;
            this.merges = merges;
        }

        @Override
        public void table(FurtherTable table) {
            merges.table(table);
        }

        @Override
        public void row(RawRow row) {
            merges.reach(row);
            List<MergedRange> overValues = merges.wideHeadings.stream()
                    .filter(heading -> isFilledBeyondItsFirst(heading, row))
                    .toList();
            if (overValues.isEmpty() && merges.open.stream().noneMatch(Judgement::mayBeDoubtful)
                    || !merges.isData(row)) {
                return;
            }
            headingsOverValues.addAll(overValues);
            for (Open merge : merges.open) {
                if (mayBeDoubtful(merge)) {
                    dataRows.computeIfAbsent(merge.range(), range -> new ArrayList<>())
                            .add(row.number());
                    kinds.put(merge.range(), merge.kind());
                    Column column = merges.columns.get(merge.range().firstColumn());
                    columnIds.put(merge.range(), column == null ? null : column.id());
                    shownValues.put(
                            merge.range(),
                            column == null
                                    ? null
                                    : ShownValue.of(column, merge.value().text()));
                }
            }
        }

        private static boolean isFilledBeyondItsFirst(MergedRange heading, RawRow row) {
            int end = Math.min(heading.lastColumn() + 1, row.cells().size());
            for (int column = heading.firstColumn() + 1; column < end; column++) {
                if (!row.cell(column).isBlank()) {
                    return true;
                }
            }
            return false;
        }

        private static boolean mayBeDoubtful(Open merge) {
            String text = Heading.fold(merge.value().text());
            return (merge.kind() == Kind.CROSSING || merge.kind() == Kind.OVER_ROWS)
                    && !text.isEmpty()
                    && !TOTAL.matcher(text).matches();
        }

        /** What refuses the sheet. */
        List<Finding> ofSheet() {
            return Stream.concat(
                            headingsOverValues.stream(),
                            dataRows.keySet().stream().filter(merge -> kinds.get(merge) == Kind.CROSSING))
                    .map(merge -> Finding.ofSheet(FindingCode.MERGED_CROSSES_COLUMNS, sheet, merge.toString()))
                    .toList();
        }

        /** What refuses a row, by its number. */
        Map<Integer, List<Finding>> ofRows() {
            Map<Integer, List<Finding>> findings = new HashMap<>();
            dataRows.forEach((merge, rows) -> {
                if (kinds.get(merge) == Kind.OVER_ROWS && rows.size() > 1) {
                    rows.forEach(row -> findings.computeIfAbsent(row, number -> new ArrayList<>())
                            .add(ofRow(merge, row)));
                }
            });
            return findings;
        }

        private Finding ofRow(MergedRange merge, int row) {
            return new Finding(
                    FindingCode.MERGED_ROWS,
                    FindingCode.MERGED_ROWS.severity(),
                    sheet,
                    row,
                    merge.firstColumn(),
                    columnIds.get(merge),
                    shownValues.get(merge),
                    List.of(merge.toString()));
        }
    }

    private boolean isData(RawRow row) {
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
            boolean merged = open.stream().anyMatch(merge -> merge.range().covers(row.number(), place));
            if (columns.containsKey(column) && !merged) {
                filled++;
            }
        }
        return filled >= 2 || filled == 1 && !isTotal(row) && open.stream().anyMatch(this::isAskedOfEachRow);
    }

    private boolean isAskedOfEachRow(Open merge) {
        Column column = columns.get(merge.range().firstColumn());
        return column != null
                && merge.kind() == Kind.OVER_ROWS
                && (column.required() || column.answer())
                && Judgement.mayBeDoubtful(merge);
    }

    private static boolean isTotal(RawRow row) {
        return row.cells().stream()
                .anyMatch(cell -> TOTAL.matcher(Heading.fold(cell.text())).matches());
    }

    private static boolean isLabel(String text) {
        String folded = Heading.fold(text);
        // Folding drops a colon at the end, which alone tells the label 负责人： from a value.
        boolean colon = text.strip().endsWith(":") || text.strip().endsWith("：");
        return LABEL.matcher(colon ? folded + ":" : folded).matches();
    }
}
