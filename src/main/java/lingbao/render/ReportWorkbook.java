package lingbao.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lingbao.domain.FormulaSign;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One page text as a workbook: the table with real numbers, and each list on a sheet of its own. */
final class ReportWorkbook {

    private static final String FONT = "宋体";
    private static final byte[] LIGHT_GROUND = {(byte) 0xEC, (byte) 0xEF, (byte) 0xF3};

    /** Zip knows no zone: one fixed local time, not the first it can hold, beside which the zoned time is written too. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final PageText text;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFCellStyle title = style(16, true, HorizontalAlignment.CENTER, false);
    private final XSSFCellStyle plain = style(10, false, HorizontalAlignment.LEFT, false);
    private final XSSFCellStyle heading = style(10, true, HorizontalAlignment.CENTER, true);
    private final XSSFCellStyle words = style(10, false, HorizontalAlignment.LEFT, true);
    private final XSSFCellStyle quotedWords = style(10, false, HorizontalAlignment.LEFT, true);
    private final XSSFCellStyle centred = style(10, false, HorizontalAlignment.CENTER, true);
    private final XSSFCellStyle totalWords = style(10, true, HorizontalAlignment.LEFT, true);
    private final Map<Measure, XSSFCellStyle> numbers = new EnumMap<>(Measure.class);
    private final Map<Measure, XSSFCellStyle> totalNumbers = new EnumMap<>(Measure.class);

    ReportWorkbook(PageText text) {
        this.text = text;
        heading.setFillForegroundColor(new XSSFColor(LIGHT_GROUND));
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        quotedWords.setQuotePrefixed(true);
        for (Measure measure : Measure.values()) {
            short format = workbook.createDataFormat().getFormat(measure.format());
            numbers.put(measure, number(format, false));
            totalNumbers.put(measure, number(format, true));
        }
    }

    private XSSFCellStyle number(short format, boolean bold) {
        XSSFCellStyle number = style(10, bold, HorizontalAlignment.RIGHT, true);
        number.setDataFormat(format);
        return number;
    }

    /** @param made the date that the file itself bears */
    byte[] write(Instant made) {
        try (workbook) {
            report(text.figures());
            for (PagePart part : text.parts()) {
                if (!part.sheet().isEmpty()) {
                    sheet(part);
                }
            }
            workbook.getProperties().getCoreProperties().setTitle(text.head().title());
            workbook.getProperties().getCoreProperties().setCreator("Lingbao");
            workbook.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(made)));
            workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(made)));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            workbook.write(written);
            return withoutClock(written.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The main table between its title and its signatures. */
    private void report(FigureTable table) {
        PageText.Head head = text.head();
        int columns = width(table);
        XSSFSheet sheet = sheet(table.sheet());
        spread(sheet, 0, columns, head.title(), title, 30);
        spread(
                sheet,
                1,
                columns,
                "填报单位（盖章）：" + head.reportingUnit() + "　　统计时段：" + head.period() + "　　" + head.edition() + "　　单位："
                        + head.units(),
                plain,
                18);
        spread(sheet, 2, columns, head.lead(), plain, 34);
        int next = table(sheet, 3, table);
        spread(sheet, next++, columns, head.notes(), plain, lines(head.notes(), columns) * 16);
        spread(sheet, next++, columns, "单位负责人：　　　　　　审核人：　　　　　　填报人：　　　　　　联系电话：　　　　　　报出时间：", plain, 24);
        spread(sheet, next, columns, "数据截至" + head.cutOff() + "　数据校验码：" + head.figuresHash(), plain, 18);
    }

    private void sheet(PagePart part) {
        if (part instanceof FigureTable table) {
            table(sheet(table.sheet()), 0, table);
        } else {
            list((PrintedList) part);
        }
    }

    private static int width(FigureTable table) {
        return 2 + table.columns().size() + (table.noted() ? 1 : 0);
    }

    /** How many lines a spread text takes, told by the columns' widths. */
    private static int lines(String text, int columns) {
        return text.length() * 2 / (columns * 10) + 1;
    }

    /** Its headings stay in sight on screen and on paper; gives the row after its last. */
    private int table(XSSFSheet sheet, int headingRow, FigureTable table) {
        int columns = width(table);
        headings(sheet, headingRow, table);
        int next = headingRow + 2;
        for (FigureTable.Line line : table.lines()) {
            line(sheet.createRow(next++), line, table.noted());
        }
        sheet.setColumnWidth(0, 6 * 256);
        sheet.setColumnWidth(1, 24 * 256);
        for (int column = 2; column < columns; column++) {
            sheet.setColumnWidth(column, 10 * 256);
        }
        if (table.noted()) {
            sheet.setColumnWidth(columns - 1, 24 * 256);
        }
        sheet.createFreezePane(2, headingRow + 2);
        sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow + 1, -1, -1));
        return next;
    }

    private void headings(XSSFSheet sheet, int first, FigureTable table) {
        Row groups = sheet.createRow(first);
        Row figures = sheet.createRow(first + 1);
        groups.setHeightInPoints(20);
        figures.setHeightInPoints(30);
        for (int column = 0; column < width(table); column++) {
            groups.createCell(column).setCellStyle(heading);
            figures.createCell(column).setCellStyle(heading);
        }
        standing(sheet, groups, 0, "序号");
        standing(sheet, groups, 1, table.names());
        int next = 2;
        for (FigureTable.Group group : table.groups()) {
            groups.getCell(next).setCellValue(group.heading());
            int last = next + group.columns().size() - 1;
            if (last > next) {
                sheet.addMergedRegion(new CellRangeAddress(first, first, next, last));
            }
            for (FigureTable.Column column : group.columns()) {
                figures.getCell(next++).setCellValue(heading(column));
            }
        }
        if (table.noted()) {
            standing(sheet, groups, next, "备注");
        }
    }

    /** A rate's cells bear their own sign. */
    private static String heading(FigureTable.Column column) {
        return column.measure() == Measure.RATE
                ? column.heading()
                : column.heading() + column.measure().unit();
    }

    /** A heading over both rows. */
    private static void standing(XSSFSheet sheet, Row groups, int column, String word) {
        groups.getCell(column).setCellValue(word);
        sheet.addMergedRegion(new CellRangeAddress(groups.getRowNum(), groups.getRowNum() + 1, column, column));
    }

    private void line(Row row, FigureTable.Line line, boolean noted) {
        row.setHeightInPoints(line.note().length() > 12 ? 30 : 20);
        int next = 0;
        number(row.createCell(next++), line.number());
        word(row.createCell(next++), line.name(), line.total() ? totalWords : words);
        Map<Measure, XSSFCellStyle> styles = line.total() ? totalNumbers : numbers;
        for (PrintedValue value : line.cells()) {
            value(row.createCell(next++), value, Objects.requireNonNull(styles.get(value.measure())));
        }
        if (noted) {
            word(row.createCell(next), line.note(), words);
        }
    }

    private void list(PrintedList list) {
        XSSFSheet sheet = sheet(list.sheet());
        Row first = sheet.createRow(0);
        first.setHeightInPoints(20);
        List<PrintedList.Column> columns = list.columns();
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = first.createCell(column);
            cell.setCellValue(columns.get(column).heading());
            cell.setCellStyle(heading);
            sheet.setColumnWidth(column, columns.get(column).characters() * 256);
        }
        for (List<PrintedValue> values :
                list.rows().isEmpty() ? List.of(List.of(PrintedValue.word(ContentWords.NONE))) : list.rows()) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < values.size(); column++) {
                boolean ownNumber = columns.get(column).field().equals(PrintedList.NUMBER);
                PrintedValue value = values.get(column);
                value(
                        row.createCell(column),
                        value,
                        ownNumber
                                ? centred
                                : value.value() == null ? words : Objects.requireNonNull(numbers.get(value.measure())));
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    private void number(Cell cell, String digits) {
        cell.setCellStyle(centred);
        if (digits.chars().allMatch(Character::isDigit) && !digits.isEmpty()) {
            cell.setCellValue(Integer.parseInt(digits));
        } else {
            cell.setCellValue(digits);
        }
    }

    private void value(Cell cell, PrintedValue value, XSSFCellStyle style) {
        if (value.value() == null) {
            word(cell, value.text(), style);
        } else {
            cell.setCellValue(value.measure().cell(value.value()));
            cell.setCellStyle(style);
        }
    }

    /** Always a text cell, also where a name begins like a formula. */
    private void word(Cell cell, String word, XSSFCellStyle style) {
        cell.setCellValue(word);
        cell.setCellStyle(FormulaSign.opens(word) ? quotedWords : style);
    }

    private static void spread(XSSFSheet sheet, int row, int columns, String word, XSSFCellStyle style, int height) {
        Row spread = sheet.createRow(row);
        spread.setHeightInPoints(height);
        Cell cell = spread.createCell(0);
        cell.setCellValue(word);
        cell.setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, columns - 1));
    }

    private XSSFSheet sheet(String name) {
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("第 &P 页　共 &N 页");
        return sheet;
    }

    private XSSFCellStyle style(int points, boolean bold, HorizontalAlignment alignment, boolean ruled) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (ruled) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
        }
        return style;
    }

    private static byte[] withoutClock(byte[] workbook) throws IOException {
        ByteArrayOutputStream steady = new ByteArrayOutputStream();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(steady)) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                ZipEntry timeless = new ZipEntry(part.getName());
                timeless.setTimeLocal(ZIP_TIME);
                out.putNextEntry(timeless);
                parts.transferTo(out);
                out.closeEntry();
            }
        }
        return steady.toByteArray();
    }
}
