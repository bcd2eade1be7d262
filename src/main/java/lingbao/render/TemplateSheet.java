package lingbao.render;

import java.math.BigDecimal;
import java.util.List;
import lingbao.catalogue.CaseCondition;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.FeverThreshold;
import lingbao.catalogue.Form;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.FormulaSign;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/**
 * Lays one sheet of a template. Formats, choices and colours lie on columns and ranges, so that further rows can be typed
 * below those that come filled in, and no row is made that nobody fills in.
 */
final class TemplateSheet {

    private static final int HEADING_ROW = 3;

    /** Rows to be typed that are checked while they are filled in; LibreOffice saves no more. */
    private static final int ROWS_CHECKED = 1_000;

    private static final float ROW_HEIGHT = 18;

    /** Where the date stands among the labels and values above the heading, and what it needs not to touch the next label. */
    private static final int DATE = 3;

    private static final int DATE_WIDTH = 15;

    private static final int LARGEST_COUNT = Integer.MAX_VALUE;
    private static final BigDecimal LARGEST_MEASURE = new BigDecimal("999999999999");

    private final Sheet sheet;
    private final SheetToFill filled;
    private final Form form;
    private final TemplateStyles styles;
    private final WordLists words;
    private final int lastRow;

    TemplateSheet(Sheet sheet, SheetToFill filled, TemplateStyles styles, WordLists words) {
        this.sheet = sheet;
        this.filled = filled;
        this.form = filled.form();
        this.styles = styles;
        this.words = words;
        this.lastRow = HEADING_ROW + filled.rows().size() + ROWS_CHECKED;
    }

    void lay() {
        head();
        if (filled.isNumbered()) {
            sheet.setColumnWidth(0, 256 * 6);
            sheet.setDefaultColumnStyle(0, styles.column("General"));
        }
        for (int index = 0; index < form.columns().size(); index++) {
            column(form.columns().get(index), filled.placeOf(index));
        }
        heading();
        rows();
        sheet.createFreezePane(0, HEADING_ROW + 1);
        form.columns().stream()
                .filter(Column::answer)
                .findFirst()
                .ifPresent(first -> sheet.setActiveCell(
                        new CellAddress(HEADING_ROW + 1, filled.placeOf(form.indexOf(first.id())))));
        print();
        if (sheet instanceof XSSFSheet xlsx) {
            protect(xlsx);
        }
    }

    private void head() {
        Row titleRow = sheet.createRow(0);
        titleRow.setHeightInPoints(28);
        for (int place = 0; place < filled.headings().size(); place++) {
            titleRow.createCell(place).setCellStyle(styles.title());
        }
        titleRow.getCell(0).setCellValue(form.name());

        Row row = sheet.createRow(1);
        List<String> attribution = filled.attribution();
        for (int index = 0; index < attribution.size(); index++) {
            // The narrow column of the numbers would cut a label off.
            Cell cell = row.createCell(filled.placeOf(index));
            String value = attribution.get(index);
            cell.setCellStyle(isAsked(index, value) ? styles.asked() : styles.said(FormulaSign.opens(value)));
            cell.setCellValue(value);
        }

        Cell mark = sheet.createRow(2).createCell(0);
        mark.setCellStyle(styles.small());
        mark.setCellValue(TemplateMark.of(form).text() + " 标 * 的必填，怎样填写见各列列名上的批注");
    }

    /** The date may be changed, to use the sheet again; a sender only where none is known. */
    private static boolean isAsked(int index, String value) {
        return index % 2 == 1 && (value.isEmpty() || index == DATE);
    }

    private void heading() {
        Row row = sheet.createRow(HEADING_ROW);
        List<String> headings = filled.headings();
        int lines = 1;
        for (int place = 0; place < headings.size(); place++) {
            Cell cell = row.createCell(place);
            cell.setCellStyle(styles.heading());
            cell.setCellValue(headings.get(place));
            int width = sheet.getColumnWidth(place) / 256 - 1;
            lines = Math.max(lines, (PrintedWidth.of(headings.get(place)) + width - 1) / width);
        }
        ColumnNote note = new ColumnNote(form, filled.fever());
        for (int index = 0; index < form.columns().size(); index++) {
            note(row.getCell(filled.placeOf(index)), note.of(form.columns().get(index)));
        }
        row.setHeightInPoints(6 + 16f * lines);
    }

    private void note(Cell heading, String text) {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
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

    private void rows() {
        for (int number = 0; number < filled.rows().size(); number++) {
            Row row = sheet.createRow(HEADING_ROW + 1 + number);
            row.setHeightInPoints(ROW_HEIGHT);
            if (filled.isNumbered()) {
                Cell cell = row.createCell(0);
                // Counts on when somebody's row is deleted.
                cell.setCellFormula("ROW()-" + (HEADING_ROW + 1));
                cell.setCellValue(number + 1);
                cell.setCellStyle(styles.number());
            }
            List<@Nullable String> values = filled.rows().get(number);
            for (int index = 0; index < values.size(); index++) {
                Cell cell = row.createCell(filled.placeOf(index));
                String value = values.get(index);
                cell.setCellStyle(
                        value != null && FormulaSign.opens(value)
                                ? styles.quoted()
                                : styles.cell(format(form.columns().get(index))));
                if (value != null) {
                    cell.setCellValue(value);
                }
            }
        }
    }

    private void column(Column column, int place) {
        int width = place == filled.placeOf(DATE) ? Math.max(DATE_WIDTH, width(column)) : width(column);
        sheet.setColumnWidth(place, 256 * width);
        sheet.setDefaultColumnStyle(place, styles.column(format(column)));
        CellRangeAddress below = new CellRangeAddress(HEADING_ROW + 1, lastRow, place, place);
        DataValidationConstraint constraint = constraint(sheet.getDataValidationHelper(), column);
        if (constraint != null) {
            DataValidation validation = sheet.getDataValidationHelper()
                    .createValidation(constraint, new CellRangeAddressList(HEADING_ROW + 1, lastRow, place, place));
            validation.setEmptyCellAllowed(true);
            validation.createErrorBox(shortened(column.heading(), 30), shortened(expected(column), 200));
            switch (column.type()) {
                // The list is offered; several of its words in one cell are no fault.
                case CHOICES -> validation.setShowErrorBox(false);
                default -> validation.setShowErrorBox(true);
            }
            sheet.addValidationData(validation);
        }
        colours(column, below);
        if (sheet instanceof XSSFSheet xlsx && format(column).equals(TemplateStyles.TEXT)) {
            xlsx.addIgnoredErrors(below, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }
    }

    /** As a number is typed: one that can't be, and a fever. What is no number has no colour, an empty cell least of all. */
    private void colours(Column column, CellRangeAddress below) {
        switch (column.type()) {
            case INTEGER, DECIMAL -> {
                String cell = new CellAddress(below.getFirstRow(), below.getFirstColumn()).formatAsString();
                colour(
                        below,
                        "AND(ISNUMBER(" + cell + "),OR(" + cell + "<" + smallest(column) + "," + cell + ">"
                                + largest(column) + "))",
                        IndexedColors.LIGHT_YELLOW,
                        IndexedColors.BROWN,
                        true);
                FeverThreshold fever = filled.fever();
                if (fever != null && form.cases().contains(new CaseCondition.Fever(column.id()))) {
                    colour(
                            below,
                            "AND(ISNUMBER(" + cell + ")," + cell + (fever.inclusive() ? ">=" : ">")
                                    + fever.celsius().toPlainString() + "," + cell + "<=" + largest(column) + ")",
                            IndexedColors.ROSE,
                            IndexedColors.DARK_RED,
                            false);
                }
            }
            default -> {}
        }
    }

    private void colour(
            CellRangeAddress cells, String formula, IndexedColors fill, IndexedColors letters, boolean italic) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(formula);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(fill.getIndex());
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        FontFormatting font = rule.createFontFormatting();
        font.setFontColorIndex(letters.getIndex());
        font.setFontStyle(italic, !italic);
        formatting.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
    }

    private static int width(Column column) {
        int ofType =
                switch (column.type()) {
                    case TEXT -> Math.min(20, 10 + column.maxLength() / 10);
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

    private @Nullable DataValidationConstraint constraint(DataValidationHelper helper, Column column) {
        return switch (column.type()) {
            case TEXT, PERSON, ID, PHONE, DATE, TIME -> null;
            case INTEGER -> helper.createIntegerConstraint(OperatorType.BETWEEN, smallest(column), largest(column));
            case DECIMAL -> helper.createDecimalConstraint(OperatorType.BETWEEN, smallest(column), largest(column));
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

    private static String largest(Column column) {
        BigDecimal most =
                switch (column.type()) {
                    case INTEGER -> BigDecimal.valueOf(LARGEST_COUNT);
                    default -> LARGEST_MEASURE;
                };
        return (column.max() == null ? most : column.max().min(most)).toPlainString();
    }

    private static String expected(Column column) {
        return switch (column.type()) {
            case INTEGER -> "请填整数，" + smallest(column) + " 至 " + largest(column) + "。";
            case DECIMAL -> "请填数字，" + smallest(column) + " 至 " + largest(column) + "。";
            default -> "请从下拉的选项里选。";
        };
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private void print() {
        A4Landscape.setUp(sheet, HEADING_ROW);
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
    }

    /**
     * Without a password, and so that rows can be added, deleted, sorted and filtered. Not in an old workbook: protected, that
     * would allow none of it.
     */
    private void protect(XSSFSheet xlsx) {
        int columns = filled.headings().size();
        xlsx.setAutoFilter(new CellRangeAddress(HEADING_ROW, lastRow, 0, columns - 1));
        // A row with a locked cell, however far to the right, could not be deleted.
        CTCol rest = xlsx.getCTWorksheet().getColsArray(0).addNewCol();
        rest.setMin(columns + 1);
        rest.setMax(SpreadsheetVersion.EXCEL2007.getMaxColumns());
        rest.setWidth(xlsx.getDefaultColumnWidth());
        CellStyle unlocked = styles.column("General");
        rest.setStyle(unlocked.getIndex());
        xlsx.enableLocking();
        xlsx.lockInsertRows(false);
        xlsx.lockDeleteRows(false);
        xlsx.lockSort(false);
        xlsx.lockAutoFilter(false);
        xlsx.lockFormatCells(false);
        xlsx.lockFormatColumns(false);
        xlsx.lockFormatRows(false);
    }
}
