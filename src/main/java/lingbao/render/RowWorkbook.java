package lingbao.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import lingbao.domain.FormulaSign;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a workbook of one sheet with a frozen heading. Numbers, dates and times are such; every text is a text
 * cell, and stays one when somebody opens it and presses Enter. Memory does not grow with the rows.
 */
public final class RowWorkbook implements AutoCloseable {

    private final SXSSFWorkbook workbook = new StreamedWorkbook();
    private final CellStyle date = formatted("yyyy-mm-dd");
    private final CellStyle time = formatted("hh:mm");
    private final CellStyle text = formatted("@");
    private final CellStyle quotedText = formatted("@");
    private final SXSSFSheet sheet;
    private final OutputStream out;
    private int next;

    /** @param out written to when the workbook is closed; it stays open */
    public RowWorkbook(String name, List<String> headings, OutputStream out) {
        this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        this.out = out;
        quotedText.setQuotePrefixed(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle heading = workbook.createCellStyle();
        heading.setFont(bold);
        Row row = sheet.createRow(next++);
        for (int column = 0; column < headings.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(headings.get(column));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(column, 256 * Math.max(16, 2 + PrintedWidth.of(headings.get(column))));
        }
        sheet.createFreezePane(0, 1);
        A4Landscape.setUp(sheet, 0);
    }

    private CellStyle formatted(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /** @param values a null leaves its cell empty */
    public void add(List<? extends @Nullable Object> values) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value != null) {
                write(row.createCell(column), value);
            }
        }
    }

    private void write(Cell cell, Object value) {
        if (value instanceof Integer || value instanceof BigDecimal) {
            cell.setCellValue(((Number) value).doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (value instanceof LocalTime moment) {
            cell.setCellValue(DateUtil.convertTime(moment.toString()));
            cell.setCellStyle(time);
        } else {
            String written = value instanceof Boolean yes ? yes ? "是" : "否" : value.toString();
            cell.setCellValue(written);
            cell.setCellStyle(FormulaSign.opens(written) ? quotedText : text);
        }
    }

    @Override
    public void close() {
        try (workbook) {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook was not written whole", e);
        }
    }
}
