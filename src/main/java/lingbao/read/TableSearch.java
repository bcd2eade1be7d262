package lingbao.read;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lingbao.domain.Finding;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Finds the further tables of a sheet while its rows go by. A few rows are held back, so that the titles above a heading
 * go with it and not with the table before.
 */
final class TableSearch {

    /** Titles and the upper rows of a heading. */
    private static final int FILLED_HELD = 8;

    private static final int HELD = 24;

    /** A heading or title merged over more rows is none. */
    private static final int TALLEST_MERGE = 5;

    private static final Pattern FOOTER =
            Pattern.compile("^(?:[附备]?注|说明|提示|要求|填[表报写]|制表|审核|复核|审批|负责人|经办|签[字名章]|校长|园长|院长|班主任|联系).*"
                    + "|^(?:[合小共累][计計]|[总總][计計数數]).*|.*签[字名章].*");

    private static final Pattern TITLE = Pattern.compile(".*:.*|.*表(?:\\(.*)?|.*[0-9一二三四五六七八九〇]{4}(?:年|[-/.][0-9]).*");

    private static final Pattern LABEL = Pattern.compile("(?:单位|机构|学校|日期|时间|班级)(?:名称|编码|代码)?|[^0-9:][^:]{1,12}:.*");

    private static final int LABELS_AND_VALUES = 8;

    private static final int LONG_TEXT = 8;

    private final FormFinder finder;
    private final @Nullable String sheet;
    private final NavigableMap<Integer, List<MergedRange>> merges = new TreeMap<>();
    private final List<RawRow> held = new ArrayList<>();
    private final RowsBelow to;
    private int filledHeld;

    /** What refuses the sheet's first table refuses the sheet, and was told so. */
    private final FormFinder.Found first;

    private FormFinder.Found current;
    private FormFinder.@Nullable Found heading;
    private boolean repeated;

    /**
     * @param finder of all forms, for a table of any of them is one of its own
     * @param first what the sheet's head says
     */
    TableSearch(
            FormFinder finder, @Nullable String sheet, List<MergedRange> merges, FormFinder.Found first, RowsBelow to) {
        this.finder = finder;
        this.sheet = sheet;
        this.first = first;
        this.current = first;
        this.to = to;
        for (MergedRange merge : merges) {
            if (merge.firstRow() > first.headingRow() && merge.lastRow() < merge.firstRow() + TALLEST_MERGE) {
                this.merges
                        .computeIfAbsent(merge.firstRow(), row -> new ArrayList<>())
                        .add(merge);
            }
        }
    }

    /** A row below the sheet's first heading. */
    void row(RawRow row) {
        if (heading != null && !goesOn(heading, row)) {
            begin(heading);
        }
        hold(row);
        if (heading == null) {
            heading = headingAt(row);
        }
        while (heading == null && (filledHeld > FILLED_HELD || held.size() > HELD)) {
            hand(held.remove(0));
        }
    }

    /** No row comes any more. */
    void end() {
        if (heading != null) {
            begin(heading);
        }
        held.forEach(to::row);
        held.clear();
    }

    private void hold(RawRow row) {
        held.add(row);
        filledHeld += row.isBlank() ? 0 : 1;
    }

    private void hand(RawRow row) {
        filledHeld -= row.isBlank() ? 0 : 1;
        to.row(row);
    }

    /** Whether the row is a lower one of the heading found; if so it may tell more of its columns. */
    private boolean goesOn(FormFinder.Found found, RawRow row) {
        boolean merged = row.number() <= found.headingRow();
        if (row.number() > found.headingRow() + 1 || row.isBlank() || !FormFinder.isAllText(row)) {
            return merged;
        }
        if (repeated) {
            boolean goesOn = current.repeats(row);
            heading = goesOn ? found.endingAt(row.number()) : found;
            return goesOn;
        }
        List<RawRow> rows = new ArrayList<>(held);
        rows.add(row);
        FormFinder.Found better = finder.find(sheet, rows, near(row));
        if (better.headingRow() < row.number()
                || better.columns().size() <= found.columns().size()) {
            return merged;
        }
        heading = better;
        return true;
    }

    private FormFinder.@Nullable Found headingAt(RawRow row) {
        if (!finder.mayBeHeading(row)) {
            return null;
        }
        FormFinder.Found found = finder.find(sheet, held, near(row));
        boolean isHeading = found.isAmbiguous()
                || found.form() != null
                        && found.headingRow() >= row.number()
                        && found.columns().size() * 2 >= found.headed().size();
        if (current.repeats(row) && !(isHeading && Objects.equals(found.form(), current.form()) && !found.missing())) {
            repeated = true;
            return current.standingAt(row.number());
        }
        repeated = false;
        return isHeading ? found.form() == null ? found.standingAt(row.number()) : found : null;
    }

    private List<MergedRange> near(RawRow row) {
        return merges.subMap(row.number() - TALLEST_MERGE, true, row.number(), true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Hands on the rows before the table, the table, and its titles and heading. */
    private void begin(FormFinder.Found found) {
        int top = top(found.topRow());
        while (!held.isEmpty() && held.get(0).number() < top) {
            to.row(held.remove(0));
        }
        to.table(table(found, top));
        held.forEach(to::row);
        held.clear();
        filledHeld = 0;
        heading = null;
        current = found;
    }

    private FurtherTable table(FormFinder.Found found, int top) {
        List<TitleCell> titles = FormSheet.titles(held, found.topRow());
        List<Finding> findings = findings(found);
        boolean readable = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new FurtherTable(
                top, found.topRow(), found.headingRow(), readable ? found.recognised() : null, titles, findings);
    }

    /** At the first cell of the heading; of what was told of the same heading above, only what refuses a table is told again. */
    private List<Finding> findings(FormFinder.Found found) {
        if (found.saysTheSameAs(first)) {
            return List.of();
        }
        boolean told = repeated || found.saysTheSameAs(current);
        return found.findings().stream()
                .filter(finding -> !told || finding.severity() == Severity.ERROR)
                .map(finding -> new Finding(
                        finding.code(),
                        finding.severity(),
                        sheet,
                        found.topRow(),
                        firstColumn(found),
                        finding.columnId(),
                        finding.value(),
                        finding.details()))
                .toList();
    }

    private static int firstColumn(FormFinder.Found found) {
        return found.headed().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    /** The first row of the titles above the heading, blank rows between them left aside. */
    private int top(int headingTop) {
        int top = headingTop;
        for (int index = held.size() - 1; index >= 0; index--) {
            RawRow row = held.get(index);
            if (row.number() >= headingTop || row.isBlank()) {
                continue;
            }
            if (!isTitle(row)) {
                break;
            }
            top = row.number();
        }
        return top;
    }

    private boolean isTitle(RawRow row) {
        List<RawCell> filled =
                row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        RawCell first = filled.get(0);
        if (first.kind() != RawCell.Kind.TEXT
                || FOOTER.matcher(Heading.fold(first.text())).matches()) {
            return false;
        }
        String text = Heading.fold(first.text());
        // Folding takes away the colon at the end, which tells the label 单位： from a value.
        String label = text + (first.text().strip().matches(".*[:：]") ? ":" : "");
        if (filled.size() > 1) {
            return filled.size() <= LABELS_AND_VALUES
                    && filled.stream().allMatch(cell -> cell.kind() == RawCell.Kind.TEXT || cell.dateFormatted())
                    && LABEL.matcher(label).matches();
        }
        return text.length() >= LONG_TEXT || TITLE.matcher(label).matches() || isMergedAcross(row);
    }

    private boolean isMergedAcross(RawRow row) {
        return merges.getOrDefault(row.number(), List.of()).stream()
                .anyMatch(merge -> merge.lastColumn() > merge.firstColumn()
                        && !row.cell(merge.firstColumn()).isBlank());
    }
}
