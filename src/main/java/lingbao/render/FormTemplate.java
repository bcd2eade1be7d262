package lingbao.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A form's blank sheet, made so that what is filled into it is read without a question: whose it is and for when above the
 * heading, a mark of the form's version, and for each column its heading, a note, a format and what may be chosen. Formats
 * and choices lie on columns and ranges; no cell below the heading is made.
 */
public final class FormTemplate {

    /** What a template can be written as. */
    public enum Format {
        XLSX,
        XLS,
        CSV
    }

    private static final int HEADING_ROW = 3;

    /** Rows below the heading that are checked while they are filled in. */
    private static final int ROWS_CHECKED = 5_000;

    /** The most that a list may have in itself; a longer one stands on a sheet of its own. */
    private static final int LIST_LENGTH = 255;

    private static final int LARGEST_COUNT = Integer.MAX_VALUE;
    private static final BigDecimal LARGEST_MEASURE = new BigDecimal("999999999999");

    private static final String FONT = "宋体";
    private static final String WORDS_SHEET = "选项";

    private final Form form;
    private final Period period;
    private final @Nullable Sender sender;
    private final TemplateMark mark;

    /**
     * @param period of the form's kind
     * @param sender whose sheet it will be; null to leave that blank
     */
    public FormTemplate(Form form, Period period, @Nullable Sender sender) {
        this.form = form;
        this.period = period;
        this.sender = sender;
        this.mark = TemplateMark.of(form);
    }

    /** @param out stays open */
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case XLSX -> write(new XSSFWorkbook(), out);
            case XLS -> write(new HSSFWorkbook(), out);
            case CSV -> writeText(out);
        }
    }

    /** With the mark that tells Excel of UTF-8. */
    private void writeText(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        try (RowText text = new RowText(writer)) {
            text.add(List.of(form.name()));
            text.add(attribution());
            text.add(List.of(mark.text() + " 标 * 的必填"));
            text.add(headings());
        }
    }

    private List<String> attribution() {
        String kind =
                switch (period.kind()) {
                    case DAY -> "日期：";
                    case MONTH -> "月份：";
                    case YEAR -> "年份：";
                };
        String who =
                switch (form.sender()) {
                    case INSTITUTION -> "机构";
                    case REGION -> "区域";
                };
        String code = sender == null ? "" : sender.code();
        String name = sender == null ? "" : sender.name();
        return List.of(who + "编码：", code, kind, period.label(), who + "名称：", name);
    }

    private List<String> headings() {
        return form.columns().stream()
                .map(column -> column.required() ? "*" + column.heading() : column.heading())
                .toList();
    }

    private void write(Workbook workbook, OutputStream out) throws IOException {
        try (workbook) {
            Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(form.name()));
            head(workbook, sheet);
            Words words = new Words(workbook);
            List<Column> columns = form.columns();
            for (int place = 0; place < columns.size(); place++) {
                column(workbook, sheet, columns.get(place), place, words);
            }
            heading(workbook, sheet);
            sheet.createFreezePane(0, HEADING_ROW + 1);
            print(sheet);
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }

    private void head(Workbook workbook, Sheet sheet) {
        CellStyle title = style(workbook, 16, true, false);
        title.setAlignment(HorizontalAlignment.CENTER_SELECTION);
        Row titleRow = sheet.createRow(0);
        titleRow.setHeightInPoints(28);
        for (int place = 0; place < form.columns().size(); place++) {
            titleRow.createCell(place).setCellStyle(title);
        }
        titleRow.getCell(0).setCellValue(form.name());

        CellStyle plain = style(workbook, 11, false, false);
        plain.setDataFormat(workbook.createDataFormat().getFormat("@"));
        write(sheet.createRow(1), attribution(), plain);

        CellStyle small = style(workbook, 8, false, true);
        write(sheet.createRow(2), List.of(mark.text() + " 标 * 的必填，怎样填写见各列列名上的批注"), small);
    }

    private static void write(Row row, List<String> texts, CellStyle style) {
        for (int place = 0; place < texts.size(); place++) {
            Cell cell = row.createCell(place);
            cell.setCellStyle(style);
            cell.setCellValue(texts.get(place));
        }
    }

    private void heading(Workbook workbook, Sheet sheet) {
        CellStyle style = style(workbook, 11, true, false);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setWrapText(true);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        Row row = sheet.createRow(HEADING_ROW);
        List<String> headings = headings();
        write(row, headings, style);
        int lines = 1;
        for (int place = 0; place < headings.size(); place++) {
            int width = sheet.getColumnWidth(place) / 256 - 1;
            lines = Math.max(lines, (PrintedWidth.of(headings.get(place)) + width - 1) / width);
            note(workbook, sheet, row.getCell(place), form.columns().get(place));
        }
        row.setHeightInPoints(6 + 16f * lines);
    }

    private void note(Workbook workbook, Sheet sheet, Cell heading, Column column) {
        String text = new ColumnNote(form).of(column);
        CreationHelper helper = workbook.getCreationHelper();
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(heading.getColumnIndex() + 1);
        anchor.setCol2(heading.getColumnIndex() + 4);
        anchor.setRow1(HEADING_ROW);
        anchor.setRow2(HEADING_ROW + 5 + PrintedWidth.of(text) / 30);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        heading.setCellComment(comment);
    }

    private static void column(Workbook workbook, Sheet sheet, Column column, int place, Words words) {
        sheet.setColumnWidth(place, 256 * width(column));
        CellStyle style = style(workbook, 11, false, false);
        style.setDataFormat(workbook.createDataFormat().getFormat(format(column)));
        sheet.setDefaultColumnStyle(place, style);
        DataValidationConstraint constraint = constraint(sheet.getDataValidationHelper(), column, words);
        if (constraint != null) {
            CellRangeAddressList cells =
                    new CellRangeAddressList(HEADING_ROW + 1, HEADING_ROW + ROWS_CHECKED, place, place);
            DataValidation validation = sheet.getDataValidationHelper().createValidation(constraint, cells);
            validation.setEmptyCellAllowed(true);
            validation.createErrorBox(shortened(column.heading(), 30), shortened(expected(column), 200));
            switch (column.type()) {
                // The list is offered; several of its words in one cell are no fault.
                case CHOICES -> validation.setShowErrorBox(false);
                default -> validation.setShowErrorBox(true);
            }
            sheet.addValidationData(validation);
        }
        if (sheet instanceof XSSFSheet xlsx && format(column).equals("@")) {
            xlsx.addIgnoredErrors(
                    new CellRangeAddress(HEADING_ROW + 1, HEADING_ROW + ROWS_CHECKED, place, place),
                    IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    private static int width(Column column) {
        int ofType =
                switch (column.type()) {
                    case TEXT -> Math.min(30, 10 + column.maxLength() / 10);
                    case INTEGER, DECIMAL, YES_NO, TIME -> 10;
                    case DATE -> 13;
                    case PERSON -> 12;
                    case ID -> 22;
                    case PHONE -> 16;
                    case CHOICE, CHOICES ->
                        4
                                + column.choices().stream()
                                        .mapToInt(choice -> PrintedWidth.of(choice.word()))
                                        .max()
                                        .orElse(0);
                };
        int ofHeading = Math.min(18, 3 + PrintedWidth.of(column.heading()));
        return Math.max(12, Math.max(ofType, ofHeading));
    }

    /** What is no number stays as it is typed: identity numbers keep their digits, class names do not become dates. */
    private static String format(Column column) {
        return switch (column.type()) {
            case TEXT, PERSON, ID, PHONE, CHOICE, CHOICES, YES_NO -> "@";
            case INTEGER -> "0";
            case DECIMAL -> "General";
            case DATE -> "yyyy-mm-dd";
            case TIME -> "hh:mm";
        };
    }

    private static @Nullable DataValidationConstraint constraint(
            DataValidationHelper helper, Column column, Words words) {
        return switch (column.type()) {
            case TEXT, PERSON, ID, PHONE, DATE, TIME -> null;
            case INTEGER ->
                helper.createIntegerConstraint(
                        OperatorType.BETWEEN, smallest(column), largest(column, BigDecimal.valueOf(LARGEST_COUNT)));
            case DECIMAL ->
                helper.createDecimalConstraint(
                        OperatorType.BETWEEN, smallest(column), largest(column, LARGEST_MEASURE));
            case YES_NO ->
                words.oneOf(
                        helper,
                        List.of(column.yesWords().get(0), column.noWords().get(0)));
            case CHOICE, CHOICES ->
                words.oneOf(helper, column.choices().stream().map(Choice::word).toList());
        };
    }

    private static String smallest(Column column) {
        return (column.min() == null ? BigDecimal.ZERO : column.min()).toPlainString();
    }

    private static String largest(Column column, BigDecimal most) {
        return (column.max() == null ? most : column.max().min(most)).toPlainString();
    }

    private static String expected(Column column) {
        return switch (column.type()) {
            case INTEGER ->
                "请填整数，" + smallest(column) + " 至 " + largest(column, BigDecimal.valueOf(LARGEST_COUNT)) + "。";
            case DECIMAL -> "请填数字，" + smallest(column) + " 至 " + largest(column, LARGEST_MEASURE) + "。";
            default -> "请从下拉的选项里选。";
        };
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static void print(Sheet sheet) {
        A4Landscape.setUp(sheet, HEADING_ROW);
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    }

    private static CellStyle style(Workbook workbook, int size, boolean bold, boolean grey) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        if (grey) {
            font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        }
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    /** The lists to choose from: short ones in themselves, the others by name on a hidden sheet that opens with the mark. */
    private final class Words {

        private final Workbook workbook;
        private @Nullable Sheet sheet;
        private int lists;

        Words(Workbook workbook) {
            this.workbook = workbook;
        }

        DataValidationConstraint oneOf(DataValidationHelper helper, List<String> words) {
            boolean plain = words.stream().noneMatch(word -> word.contains(",") || word.contains("\""));
            return plain && String.join(",", words).length() <= LIST_LENGTH
                    ? helper.createExplicitListConstraint(words.toArray(String[]::new))
                    : helper.createFormulaListConstraint(named(words));
        }

        private String named(List<String> words) {
            Sheet hidden = hiddenSheet();
            for (int row = 0; row < words.size(); row++) {
                Row line = hidden.getRow(row + 1) == null ? hidden.createRow(row + 1) : hidden.getRow(row + 1);
                line.createCell(lists).setCellValue(words.get(row));
            }
            String cells =
                    new CellRangeAddress(1, words.size(), lists, lists).formatAsString(hidden.getSheetName(), true);
            Name name = workbook.createName();
            name.setNameName("words_" + ++lists);
            name.setRefersToFormula(cells);
            return name.getNameName();
        }

        private Sheet hiddenSheet() {
            if (sheet == null) {
                String free = workbook.getSheet(WORDS_SHEET) == null ? WORDS_SHEET : WORDS_SHEET + "2";
                sheet = workbook.createSheet(free);
                sheet.createRow(0).createCell(0).setCellValue(mark.wordListText());
                workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
            }
            return sheet;
        }
    }
}
