package lingbao.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingbao.catalogue.CopyMark;
import lingbao.domain.Finding;
import lingbao.domain.FormulaSign;
import lingbao.domain.Severity;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A marked workbook made anew from the rows of a file, each cell a text as it was typed: of a text table all rows, of a
 * workbook too large to be marked as it stands the headings and the rows with a finding. Memory does not grow with the rows.
 */
final class RowsCopy {

    private static final int MEASURED_ROWS = 60;

    private final SXSSFWorkbook workbook = new StreamedWorkbook();
    private final MarkFill fill = MarkFill.of(workbook.getXSSFWorkbook());
    private final StatusStyles styles = new StatusStyles(workbook, fill);
    private final Map<String, CellStyle> texts = new HashMap<>();
    private final FileMarks marks;
    private final CopyLimits limits;
    private final boolean extract;
    private final MarkComments comments;
    private final Map<String, String> sheetNames = new HashMap<>();

    RowsCopy(FileMarks marks, CopyLimits limits, boolean extract) {
        this.marks = marks;
        this.limits = limits;
        this.extract = extract;
        this.comments = new MarkComments(workbook, limits.comments());
    }

    /** @param out stays open */
    void write(SheetRows rows, List<String> explanation, OutputStream out) throws IOException {
        try (workbook) {
            for (SheetMarks each : marks.sheets()) {
                if (!extract || each.headingRow() > 0) {
                    new Copied(each).copy(rows);
                }
            }
            FindingsSheet summary = new FindingsSheet(workbook, fill, marks, limits);
            summary.write(explanation, Integer.MAX_VALUE, this::place);
            MarkedWorkbook.openOn(
                    workbook.getXSSFWorkbook(),
                    workbook.getXSSFWorkbook().getSheet(summary.sheet().getSheetName()));
            workbook.write(out);
        }
    }

    /** In an extract a row stands elsewhere than it did. */
    private @Nullable String place(@Nullable String sheet, String cell) {
        String name = extract ? null : sheetNames.get(sheet == null ? "" : sheet);
        return name == null ? null : FindingsSheet.target(name, cell);
    }

    private CellStyle text(boolean heading, @Nullable Severity weight, boolean quoted) {
        return texts.computeIfAbsent(heading + " " + weight + " " + quoted, key -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(heading ? styles.heading(null) : styles.row(null));
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setWrapText(heading);
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            style.setQuotePrefixed(quoted);
            if (weight != null) {
                fill.fill(style, weight);
            }
            return style;
        });
    }

    private final class Copied {

        private final SheetMarks of;
        private final SXSSFSheet sheet;
        private final RowStatus status;
        private final Map<Integer, Integer> widths = new TreeMap<>();
        private int statusColumn = -1;
        private int next;
        private int copied;
        private int longestStatus;

        Copied(SheetMarks of) {
            this.of = of;
            String name = of.sheet() != null
                    ? of.sheet()
                    : of.form() != null ? of.form().name() : "原表";
            String safe = WorkbookUtil.createSafeSheetName(name);
            this.sheet = workbook.createSheet(
                    workbook.getSheet(safe) == null
                            ? safe
                            : safe.substring(0, Math.min(28, safe.length())) + "_" + workbook.getNumberOfSheets());
            this.status = new RowStatus(of, marks.dryRun());
            sheetNames.put(of.sheet() == null ? "" : of.sheet(), sheet.getSheetName());
        }

        void copy(SheetRows rows) {
            // The column beside the table must be known before its first row is written.
            int[] last = {-1};
            rows.each(of.sheet(), (number, cells) -> {
                if (number >= of.headingRow()) {
                    last[0] = Math.max(last[0], lastFilled(cells));
                }
            });
            statusColumn = of.headingRow() == 0 ? -1 : last[0] + 1;
            rows.each(of.sheet(), this::row);
            widths.forEach((column, width) -> sheet.setColumnWidth(column, 256 * Math.max(8, Math.min(30, 2 + width))));
            if (statusColumn > 0) {
                MarkedWorkbook.leaveOffThePages(workbook.getXSSFWorkbook(), sheet.getSheetName(), statusColumn);
            }
            if (statusColumn >= 0) {
                sheet.setColumnWidth(statusColumn, 256 * StatusStyles.width(longestStatus));
            }
            if (next > 0) {
                workbook.getXSSFWorkbook()
                        .getSheet(sheet.getSheetName())
                        .addIgnoredErrors(
                                new CellRangeAddress(0, next - 1, 0, Math.max(0, last[0])),
                                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            }
        }

        private static int lastFilled(List<String> cells) {
            int last = cells.size() - 1;
            while (last >= 0 && cells.get(last).isBlank()) {
                last--;
            }
            return last;
        }

        private void row(int number, List<String> cells) {
            boolean aboveData = number <= of.headingRow() || of.headingRow() == 0;
            RowStatus.Said said = aboveData ? null : status.of(number);
            if (extract && said != null && said.findings().isEmpty()) {
                return;
            }
            int place = extract ? next : number - 1;
            if (place > SpreadsheetVersion.EXCEL2007.getLastRowIndex()
                    || cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            next = place + 1;
            Row row = sheet.createRow(place);
            Map<Integer, Severity> marked = new HashMap<>();
            if (said != null) {
                said.findings()
                        .forEach(finding -> marked.merge(
                                finding.column(),
                                finding.severity(),
                                (one, other) -> one.compareTo(other) < 0 ? one : other));
            }
            int width = Math.max(
                    cells.size(),
                    marked.keySet().stream()
                            .mapToInt(column -> column + 1)
                            .max()
                            .orElse(0));
            for (int column = 0; column < width; column++) {
                String written = column < cells.size() ? cells.get(column) : "";
                Severity weight = marked.get(column);
                if (written.isEmpty() && weight == null) {
                    continue;
                }
                Cell cell = row.createCell(column);
                if (!written.isEmpty()) {
                    cell.setCellValue(written);
                }
                cell.setCellStyle(text(number == of.headingRow(), weight, FormulaSign.opens(written)));
                if (number >= of.headingRow() && copied < MEASURED_ROWS) {
                    widths.merge(column, Math.min(40, PrintedWidth.of(written)), Math::max);
                }
                if (said != null && weight != null) {
                    int at = column;
                    comments.add(
                            cell,
                            MarkComments.textOf(said.findings().stream()
                                    .filter(finding -> finding.column() == at)
                                    .toList()));
                }
            }
            if (number >= of.headingRow()) {
                copied++;
            }
            if (statusColumn >= 0 && number >= of.headingRow()) {
                status(row, number, said);
            }
        }

        private void status(Row row, int number, RowStatus.@Nullable Said said) {
            Cell cell = row.createCell(statusColumn);
            if (said != null) {
                cell.setCellValue((extract ? "原表第 " + number + " 行　" : "") + said.text());
                cell.setCellStyle(styles.row(said.weight()));
                longestStatus = Math.max(longestStatus, PrintedWidth.of(cell.getStringCellValue()));
                return;
            }
            List<Finding> ofSheet =
                    of.ofWholeSheet().stream().filter(SheetMarks::isMarked).toList();
            cell.setCellValue(of.statusHeading(extract ? CopyMark.extractHeading() : CopyMark.statusHeading()));
            cell.setCellStyle(styles.heading(ofSheet.stream()
                    .map(Finding::severity)
                    .min(Severity::compareTo)
                    .orElse(null)));
            if (!ofSheet.isEmpty()) {
                comments.add(cell, MarkComments.textOf(ofSheet));
            }
            sheet.createFreezePane(0, row.getRowNum() + 1);
        }
    }
}
