package lingbao.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A health check as schools make them: a merged title, a blank row, a line of who and when, a coloured heading, a class merged
 * over its rows, a hidden row and a hidden column, formulas, a note behind a cell, a total; and a sheet of something else. What is wrong with it: see the rows.
 */
final class SentWorkbook {

    static final String SHEET = "健康监测 6.17";
    static final String OTHER = "食堂菜单";
    static final String OWN_NOTE = "家长说在家量过";
    static final int HEADING = 3;

    static final String[] HEADINGS = {"序号", "姓名", "证件号码", "人员类别", "班级", "晨检体温", "症状", "是否就诊", "备注"};

    private final Workbook workbook;
    private final CellStyle framed;
    private final CellStyle green;

    private SentWorkbook(Workbook workbook) {
        this.workbook = workbook;
        framed = workbook.createCellStyle();
        framed.setBorderBottom(BorderStyle.THIN);
        framed.setBorderTop(BorderStyle.DOTTED);
        framed.setAlignment(HorizontalAlignment.CENTER);
        Font font = workbook.createFont();
        font.setFontName("楷体");
        font.setItalic(true);
        framed.setFont(font);
        green = workbook.createCellStyle();
        green.cloneStyleFrom(framed);
        green.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
        green.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
        green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /** Written as {@code .xls} where the file is called so. */
    static Path write(Path file) throws IOException {
        try (Workbook workbook = file.toString().endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            new SentWorkbook(workbook).fill();
            workbook.write(out);
        }
        return file;
    }

    private void fill() {
        Sheet menu = workbook.createSheet(OTHER);
        menu.createRow(0).createCell(0).setCellValue("周三：番茄炒蛋");
        Sheet sheet = workbook.createSheet(SHEET);
        for (int column = 0; column < HEADINGS.length; column++) {
            sheet.setColumnWidth(column, 256 * (7 + 2 * column));
        }
        sheet.setColumnHidden(7, true);
        // What lies right of the table is hidden too, as in many a tidy form.
        sheet.setColumnHidden(9, true);
        title(sheet);
        heading(sheet);
        row(sheet, 4, "赵一", "学生", "三1班", 36.5, "无", "");
        row(sheet, 5, "钱二", "学生", "", 365, "无", "");
        row(sheet, 7, "", "学生", "三2班", 36.4, "无", "");
        row(sheet, 8, "李四", "学生", "三2班", 36.8, "无、乏力", "");
        row(sheet, 9, "周五", "老师", "三2班", 36.6, "咳嗽", "");
        row(sheet, 10, "吴六", "学生", "班".repeat(101), 36.6, "无", "");
        row(sheet, 11, "郑七", "学生", "", 36.6, "无", "");
        sheet.addMergedRegion(new CellRangeAddress(4, 5, 4, 4));
        sheet.addMergedRegion(new CellRangeAddress(10, 11, 4, 4));
        sheet.getRow(8).setZeroHeight(true);
        sheet.getRow(9).setHeightInPoints(31);
        Cell formula = sheet.getRow(9).getCell(8);
        formula.setCellFormula("F5+0.3");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
        Row total = sheet.createRow(12);
        total.createCell(0).setCellValue("合计");
        total.createCell(5).setCellFormula("COUNT(F5:F12)");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(total.getCell(5));
        note(sheet.getRow(5).getCell(5));
        dress(sheet);
    }

    private void title(Sheet sheet) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 18);
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.CENTER);
        Row row = sheet.createRow(0);
        row.setHeightInPoints(28);
        row.createCell(0).setCellValue("新程职业培训学校2020年6月17日健康监测表");
        row.getCell(0).setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 11));
        sheet.createRow(2).createCell(0).setCellValue("机构编码：3301900101");
    }

    private void heading(Sheet sheet) {
        CellStyle style = workbook.createCellStyle();
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        Row row = sheet.createRow(HEADING);
        for (int column = 0; column < HEADINGS.length; column++) {
            row.createCell(column).setCellValue(HEADINGS[column]);
            row.getCell(column).setCellStyle(style);
        }
    }

    private void row(
            Sheet sheet,
            int at,
            String name,
            String category,
            String className,
            double temperature,
            String symptoms,
            String remark) {
        Row row = sheet.createRow(at);
        Cell number = row.createCell(0);
        number.setCellFormula(at < 6 ? "ROW()-4" : "ROW()-5");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(number);
        String[] texts = {name, "", category, className, "", symptoms, "", remark};
        for (int column = 1; column <= texts.length; column++) {
            Cell cell = row.createCell(column);
            if (!texts[column - 1].isEmpty()) {
                cell.setCellValue(texts[column - 1]);
            }
            cell.setCellStyle(framed);
        }
        row.getCell(5).setCellValue(temperature);
        row.getCell(5).setCellStyle(green);
    }

    private void note(Cell cell) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(6);
        anchor.setCol2(8);
        anchor.setRow1(5);
        anchor.setRow2(7);
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
        RichTextString text = workbook.getCreationHelper().createRichTextString(OWN_NOTE);
        Font bold = workbook.createFont();
        bold.setBold(true);
        text.applyFont(0, 2, bold);
        comment.setString(text);
        comment.setAuthor("班主任");
        cell.setCellComment(comment);
    }

    private static void dress(Sheet sheet) {
        sheet.createFreezePane(2, HEADING + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEADING, 11, 0, 8));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:4"));
        sheet.getPrintSetup().setLandscape(true);
        sheet.addValidationData(sheet.getDataValidationHelper()
                .createValidation(
                        sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"学生", "老师"}),
                        new CellRangeAddressList(4, 30, 3, 3)));
        ConditionalFormattingRule fever =
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule(ComparisonOperator.GE, "37.3");
        fever.createFontFormatting().setFontStyle(false, true);
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("F5:F30")}, fever);
    }
}
