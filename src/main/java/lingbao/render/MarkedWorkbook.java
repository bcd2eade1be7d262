package lingbao.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lingbao.catalogue.CopyMark;
import lingbao.domain.Finding;
import lingbao.domain.Severity;
import lingbao.domain.SheetState;
import org.apache.poi.hssf.usermodel.HSSFCombobox;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Shape;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Marks a workbook as it stands: whatever is not a mark stays as the sender made it. Marks of an earlier copy are taken off first. */
final class MarkedWorkbook {

    /** Nothing is read in columns further right. */
    private static final int MOST_COLUMNS = 1_000;

    private final Workbook workbook;
    private final FileMarks marks;
    private final CopyLimits limits;
    private final MarkFill fill;
    private final MarkComments comments;
    private final StatusStyles styles;
    private final List<String> unmarked = new ArrayList<>();

    /** Columns that the sender adds to a marked copy are printed, too: these sheets' areas are not his. */
    private final Set<Sheet> ownPrintAreas = new HashSet<>();

    MarkedWorkbook(Workbook workbook, FileMarks marks, CopyLimits limits) {
        this.workbook = workbook;
        this.marks = marks;
        this.limits = limits;
        this.fill = MarkFill.of(workbook);
        this.styles = new StatusStyles(workbook, fill);
        this.comments = new MarkComments(workbook, limits.comments());
    }

    byte[] marked() throws IOException {
        takeOffOldMarks();
        Map<String, Sheet> sheets = sheets();
        for (SheetMarks each : marks.sheets()) {
            Sheet sheet = each.sheet() == null ? null : sheets.get(each.sheet());
            if (sheet != null && each.headingRow() > 0) {
                mark(sheet, each);
            }
        }
        FindingsSheet summary = new FindingsSheet(workbook, fill, marks, limits);
        summary.write(explanation(), limits.listed(), (name, cell) -> {
            Sheet sheet = name == null ? null : sheets.get(name);
            return sheet == null ? null : FindingsSheet.target(sheet.getSheetName(), cell);
        });
        openOn(workbook, summary.sheet());
        putColumnsInOrder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    /** A width in the midst of a range of columns splits that, and its parts are left at the end. Excel would mend such a file. */
    private void putColumnsInOrder() {
        for (Sheet sheet : workbook) {
            if (sheet instanceof XSSFSheet xlsx) {
                xlsx.getColumnHelper().cleanColumns();
            }
        }
    }

    private List<String> explanation() {
        List<String> lines = new ArrayList<>();
        lines.add("请在有底色的单元格里改正，保存后把整个文件重新上报。底色、批注、“核对结果”那一列和这张表都不用删，上报时不读。");
        if (limits.comments() == 0) {
            lines.add("这个工作簿加不了批注，所以没有批注：问题见“核对结果”那一列和下表。");
        }
        lines.addAll(unmarked);
        return lines;
    }

    /** By the trimmed name. */
    private Map<String, Sheet> sheets() {
        Map<String, Sheet> sheets = new TreeMap<>();
        for (Sheet sheet : workbook) {
            sheets.putIfAbsent(sheet.getSheetName().replace('\u00a0', ' ').strip(), sheet);
        }
        return sheets;
    }

    private void takeOffOldMarks() {
        for (int index = workbook.getNumberOfSheets() - 1; index >= 0; index--) {
            if (isSummary(workbook.getSheetAt(index)) && workbook.getNumberOfSheets() > 1) {
                workbook.removeSheetAt(index);
            }
        }
        for (Sheet sheet : workbook) {
            for (CellAddress address : List.copyOf(sheet.getCellComments().keySet())) {
                Row row = sheet.getRow(address.getRow());
                Cell cell = row == null ? null : row.getCell(address.getColumn());
                if (cell != null) {
                    comments.clear(cell);
                }
            }
            Set<Integer> statusColumns = new HashSet<>();
            for (Row row : sheet) {
                for (Cell cell : cellsOf(row)) {
                    fill.clear(cell);
                    if (CopyMark.headsAStatusColumn(text(cell))) {
                        statusColumns.add(cell.getColumnIndex());
                    }
                    if (statusColumns.contains(cell.getColumnIndex())) {
                        row.removeCell(cell);
                    }
                }
            }
            if (statusColumns.stream().anyMatch(column -> isPrintedBeside(sheet, column))) {
                ownPrintAreas.add(sheet);
            }
        }
    }

    /** Whether the print area is the one that a copy of ours was given. */
    private boolean isPrintedBeside(Sheet sheet, int statusColumn) {
        String area = workbook.getPrintArea(workbook.getSheetIndex(sheet));
        // The two libraries write it with and without $.
        return area != null
                && statusColumn > 0
                && area.substring(area.lastIndexOf('!') + 1)
                        .replace("$", "")
                        .equals(columnsBefore(statusColumn).replace("$", ""));
    }

    private static boolean isSummary(Sheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!isBlank(cell)) {
                    return CopyMark.opensASummary(text(cell));
                }
            }
        }
        return false;
    }

    private static List<Cell> cellsOf(Row row) {
        List<Cell> cells = new ArrayList<>();
        row.forEach(cells::add);
        return cells;
    }

    private void mark(Sheet sheet, SheetMarks each) {
        List<CellRangeAddress> merges = sheet.getMergedRegions();
        Map<CellAddress, List<Finding>> byCell = new TreeMap<>();
        for (Finding finding : each.findings()) {
            if (finding.row() > 0 && SheetMarks.isMarked(finding)) {
                byCell.computeIfAbsent(shown(merges, finding.row() - 1, finding.column()), cell -> new ArrayList<>())
                        .add(finding);
            }
        }
        byCell.forEach((address, findings) -> {
            Cell cell = cellAt(sheet, address.getRow(), address.getColumn());
            fill.mark(cell, worst(findings));
            comments.add(cell, MarkComments.textOf(findings));
        });
        int column = freeColumn(sheet, each.headingRow() - 1, merges);
        if (column < 0) {
            unmarked.add("工作表“" + each.sheet() + "”右边没有空的列，没有写核对结果。");
        } else {
            leaveOffThePages(sheet, column);
            status(sheet, each, column);
        }
    }

    /** Of merged cells only the first one is seen. */
    private static CellAddress shown(List<CellRangeAddress> merges, int row, int column) {
        return merges.stream()
                .filter(merge -> merge.isInRange(row, column))
                .findFirst()
                .map(merge -> new CellAddress(merge.getFirstRow(), merge.getFirstColumn()))
                .orElse(new CellAddress(row, column));
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Severity::compareTo).orElse(Severity.NOTE);
    }

    /** A cell that was never written is made, and looks as its row or column does. */
    private static Cell cellAt(Sheet sheet, int rowIndex, int column) {
        Row row = sheet.getRow(rowIndex) == null ? sheet.createRow(rowIndex) : sheet.getRow(rowIndex);
        Cell there = row.getCell(column, MissingCellPolicy.RETURN_NULL_AND_BLANK);
        if (there != null) {
            return there;
        }
        Cell made = row.createCell(column);
        CellStyle style = row.isFormatted() ? row.getRowStyle() : sheet.getColumnStyle(column);
        if (style != null) {
            made.setCellStyle(style);
        }
        return made;
    }

    /** The first column beside all that stands at or below the heading; −1 where there is none. */
    private int freeColumn(Sheet sheet, int headingRow, List<CellRangeAddress> merges) {
        int last = -1;
        for (Row row : sheet) {
            if (row.getRowNum() >= headingRow) {
                for (Cell cell : row) {
                    if (!isBlank(cell)) {
                        last = Math.max(last, cell.getColumnIndex());
                    }
                }
            }
        }
        for (CellRangeAddress merge : merges) {
            if (merge.getLastRow() >= headingRow && merge.getFirstColumn() <= last + 1) {
                last = Math.max(last, merge.getLastColumn());
            }
        }
        int most = Math.min(MOST_COLUMNS - 1, workbook.getSpreadsheetVersion().getLastColumnIndex());
        return last + 1 > most ? -1 : last + 1;
    }

    /**
     * The table is printed as before, without the column beside it, unless the sender chose what is printed or something of
     * his stands further right. Whole columns, so that rows he adds are printed too.
     */
    private void leaveOffThePages(Sheet sheet, int column) {
        boolean chosen = workbook.getPrintArea(workbook.getSheetIndex(sheet)) != null && !ownPrintAreas.contains(sheet);
        if (!chosen && !reachesFurther(sheet, column)) {
            leaveOffThePages(workbook, sheet.getSheetName(), column);
        }
    }

    static void leaveOffThePages(Workbook workbook, String sheet, int column) {
        workbook.setPrintArea(workbook.getSheetIndex(sheet), columnsBefore(column));
    }

    private static String columnsBefore(int column) {
        return "$A:$" + CellReference.convertNumToColString(column - 1);
    }

    private static boolean reachesFurther(Sheet sheet, int column) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getColumnIndex() >= column && !isBlank(cell)) {
                    return true;
                }
            }
        }
        Drawing<?> drawing = sheet.getDrawingPatriarch();
        if (drawing != null) {
            for (Shape shape : drawing) {
                // Neither notes nor the buttons of lists are printed.
                boolean isPrinted = !(shape instanceof Comment || shape instanceof HSSFCombobox);
                boolean standsLeft = shape.getAnchor() instanceof ClientAnchor anchor && anchor.getCol2() < column;
                if (isPrinted && !standsLeft) {
                    return true;
                }
            }
        }
        return sheet.getMergedRegions().stream().anyMatch(merge -> merge.getLastColumn() >= column);
    }

    private void status(Sheet sheet, SheetMarks each, int column) {
        sheet.setColumnHidden(column, false);
        List<Finding> ofSheet =
                each.ofWholeSheet().stream().filter(SheetMarks::isMarked).toList();
        Cell heading = cellAt(sheet, each.headingRow() - 1, column);
        heading.setCellValue(each.statusHeading(CopyMark.statusHeading()));
        heading.setCellStyle(styles.heading(ofSheet.isEmpty() ? null : worst(ofSheet)));
        if (!ofSheet.isEmpty()) {
            comments.add(heading, MarkComments.textOf(ofSheet));
        }
        RowStatus status = new RowStatus(each, marks.dryRun());
        int longest = 0;
        for (Row row : sheet) {
            if (isSeen(row, each) && !cellsOf(row).stream().allMatch(MarkedWorkbook::isBlank)) {
                RowStatus.Said said = status.of(row.getRowNum() + 1);
                Cell cell = cellAt(sheet, row.getRowNum(), column);
                cell.setCellValue(said.text());
                cell.setCellStyle(styles.row(said.weight()));
                longest = Math.max(longest, PrintedWidth.of(said.text()));
            }
        }
        sheet.setColumnWidth(column, 256 * StatusStyles.width(longest));
    }

    /** Where the columns are unknown the rows are counted from the first filled one, and all of them are sent back. */
    private static boolean isSeen(Row row, SheetMarks each) {
        int number = row.getRowNum() + 1;
        return number > each.headingRow()
                && (number <= each.headingRow() + each.rows().seen() || each.state() == SheetState.REJECTED);
    }

    private static boolean isBlank(Cell cell) {
        return cell.getCellType() == CellType.BLANK
                || cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().codePoints().allMatch(MarkedWorkbook::isInvisible);
    }

    private static boolean isInvisible(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT
                || Character.isISOControl(letter);
    }

    private static String text(Cell cell) {
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    /** On this sheet alone: were others chosen too, what is typed into one would go into all. */
    static void openOn(Workbook workbook, Sheet sheet) {
        if (workbook instanceof XSSFWorkbook own && !own.getCTWorkbook().isSetBookViews()) {
            own.getCTWorkbook().addNewBookViews().addNewWorkbookView();
        }
        for (Sheet each : workbook) {
            each.setSelected(each == sheet);
        }
        int index = workbook.getSheetIndex(sheet);
        workbook.setActiveSheet(index);
        workbook.setSelectedTab(index);
    }
}
