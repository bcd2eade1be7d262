package lingbao.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
    private final XSSFCellStyle number = style(10, false, HorizontalAlignment.RIGHT, true);
    private final XSSFCellStyle decimal = style(10, false, HorizontalAlignment.RIGHT, true);
    private final XSSFCellStyle totalWords = style(10, true, HorizontalAlignment.LEFT, true);
    private final XSSFCellStyle totalNumber = style(10, true, HorizontalAlignment.RIGHT, true);
    private final XSSFCellStyle totalDecimal = style(10, true, HorizontalAlignment.RIGHT, true);

    ReportWorkbook(PageText text) {
        this.text = text;
        heading.setFillForegroundColor(new XSSFColor(LIGHT_GROUND));
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        quotedWords.setQuotePrefixed(true);
        short grouped = workbook.createDataFormat().getFormat("#,##0");
        short groupedDecimal = workbook.createDataFormat().getFormat("#,##0.0");
        number.setDataFormat(grouped);
        totalNumber.setDataFormat(grouped);
        decimal.setDataFormat(groupedDecimal);
        totalDecimal.setDataFormat(groupedDecimal);
    }

    /** @param made the date that the file itself bears */
    byte[] write(Instant made) {
        try (workbook) {
            figures();
            list(
                    "名单",
                    List.of("序号", "街道", "单位", "情况", "报表", "收到时间"),
                    List.of(6, 16, 44, 8, 36, 20),
                    text.silent().stream()
                            .map(silent -> List.of(
                                    silent.number(),
                                    silent.region(),
                                    silent.institution(),
                                    silent.state(),
                                    silent.forms(),
                                    silent.receivedAt()))
                            .toList());
            list(
                    "核查发现",
                    List.of("核查项目", "序号", "街道", "单位", "说明"),
                    List.of(40, 6, 16, 40, 60),
                    text.findings().stream()
                            .map(found -> List.of(
                                    found.check(),
                                    found.number(),
                                    found.region(),
                                    found.institution(),
                                    found.message()))
                            .toList());
            list(
                    "各单位报送情况",
                    List.of("序号", "街道", "单位", "类别", "状态", "时效", "收到时间", "未计入行"),
                    List.of(6, 16, 44, 12, 14, 8, 20, 10),
                    text.institutions().stream()
                            .map(unit -> List.of(
                                    unit.number(),
                                    unit.region(),
                                    unit.institution(),
                                    unit.kind(),
                                    unit.state(),
                                    unit.timeliness(),
                                    unit.receivedAt(),
                                    unit.rejectedRows()))
                            .toList());
            list(
                    "说明",
                    List.of("事项", "说明"),
                    List.of(20, 110),
                    text.unknown().stream()
                            .map(unknown -> List.of(unknown.matter(), unknown.text()))
                            .toList());
            workbook.getProperties().getCoreProperties().setTitle(text.title());
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

    private void figures() {
        int columns = 3
                + text.groups().stream()
                        .mapToInt(group -> group.columns().size())
                        .sum();
        XSSFSheet sheet = sheet("日报表");
        spread(sheet, 0, columns, text.title(), title, 30);
        spread(
                sheet,
                1,
                columns,
                "填报单位（盖章）：" + text.reportingUnit() + "　　统计时段：" + text.period() + "　　" + text.edition() + "　　单位："
                        + text.units(),
                plain,
                18);
        spread(sheet, 2, columns, text.lead(), plain, 34);
        int headingRow = 3;
        headings(sheet, headingRow, columns);
        int next = headingRow + 2;
        for (PageText.Line line : text.lines()) {
            line(sheet.createRow(next++), line);
        }
        spread(sheet, next++, columns, "注：“未报”指未收到报表，情况不明；“空表”指收到的报表没有填写，不作零报告；“—”指不适用。合计只含已收到并计入的报表。", plain, 18);
        spread(sheet, next++, columns, "单位负责人：　　　　　　审核人：　　　　　　填报人：　　　　　　联系电话：　　　　　　报出时间：", plain, 24);
        spread(sheet, next, columns, "数据截至" + text.cutOff() + "　数据校验码：" + text.figuresHash(), plain, 18);
        sheet.setColumnWidth(0, 6 * 256);
        sheet.setColumnWidth(1, 24 * 256);
        for (int column = 2; column < columns - 1; column++) {
            sheet.setColumnWidth(column, 10 * 256);
        }
        sheet.setColumnWidth(columns - 1, 14 * 256);
        sheet.createFreezePane(2, headingRow + 2);
        sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow + 1, -1, -1));
    }

    private void headings(XSSFSheet sheet, int first, int columns) {
        Row groups = sheet.createRow(first);
        Row figures = sheet.createRow(first + 1);
        groups.setHeightInPoints(20);
        figures.setHeightInPoints(30);
        for (int column = 0; column < columns; column++) {
            groups.createCell(column).setCellStyle(heading);
            figures.createCell(column).setCellStyle(heading);
        }
        standing(sheet, groups, 0, "序号");
        standing(sheet, groups, 1, "街道（单位）");
        int next = 2;
        for (PageText.Group group : text.groups()) {
            groups.getCell(next).setCellValue(group.heading());
            int last = next + group.columns().size() - 1;
            if (last > next) {
                sheet.addMergedRegion(new CellRangeAddress(first, first, next, last));
            }
            for (PageText.Column column : group.columns()) {
                figures.getCell(next++).setCellValue(column.heading());
            }
        }
        standing(sheet, groups, next, "备注");
    }

    /** A heading over both rows. */
    private static void standing(XSSFSheet sheet, Row groups, int column, String word) {
        groups.getCell(column).setCellValue(word);
        sheet.addMergedRegion(new CellRangeAddress(groups.getRowNum(), groups.getRowNum() + 1, column, column));
    }

    private void line(Row row, PageText.Line line) {
        row.setHeightInPoints(20);
        int next = 0;
        number(row.createCell(next++), line.number());
        word(row.createCell(next++), line.name(), line.total() ? totalWords : words);
        for (PageText.Cell cell : line.cells()) {
            Cell written = row.createCell(next++);
            if (cell.value() == null) {
                written.setCellValue(cell.text());
                written.setCellStyle(line.total() ? totalNumber : number);
            } else {
                written.setCellValue(cell.value().doubleValue());
                boolean whole = cell.value() instanceof Integer;
                written.setCellStyle(line.total() ? (whole ? totalNumber : totalDecimal) : (whole ? number : decimal));
            }
        }
        word(row.createCell(next), line.note(), words);
    }

    private void list(String name, List<String> headings, List<Integer> widths, List<List<String>> rows) {
        XSSFSheet sheet = sheet(name);
        Row first = sheet.createRow(0);
        first.setHeightInPoints(20);
        for (int column = 0; column < headings.size(); column++) {
            Cell cell = first.createCell(column);
            cell.setCellValue(headings.get(column));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(column, widths.get(column) * 256);
        }
        for (List<String> values : rows.isEmpty() ? List.of(List.of("无。")) : rows) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < values.size(); column++) {
                Cell cell = row.createCell(column);
                if (headings.get(column).equals("序号") || headings.get(column).equals("未计入行")) {
                    number(cell, values.get(column));
                } else {
                    word(cell, values.get(column), words);
                }
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

    /** Always a text cell, also where a name begins like a formula. */
    private void word(Cell cell, String word, XSSFCellStyle style) {
        cell.setCellValue(word);
        cell.setCellStyle(!word.isEmpty() && "=+-@\t\r".indexOf(word.charAt(0)) >= 0 ? quotedWords : style);
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
