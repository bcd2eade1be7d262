package lingbao.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a workbook of one sheet with a frozen heading. Numbers are numbers, every text is a text cell that Excel
 * takes for no formula. Memory does not grow with the rows.
 */
public final class RowWorkbook implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 200;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SXSSFSheet sheet;
    private final OutputStream out;
    private int next;

    /** @param out written to when the workbook is closed; it stays open */
    public RowWorkbook(String name, List<String> headings, OutputStream out) {
        this.sheet = workbook.createSheet(name);
        this.out = out;
        // Readers that take a workbook as it comes, from its first byte on, do not know the sizes of Zip64.
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle heading = workbook.createCellStyle();
        heading.setFont(bold);
        Row row = sheet.createRow(next++);
        for (int column = 0; column < headings.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(headings.get(column));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(column, 16 * 256);
        }
        sheet.createFreezePane(0, 1);
    }

    /** @param values a null leaves its cell empty */
    public void add(List<? extends @Nullable Object> values) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value instanceof Integer || value instanceof BigDecimal) {
                row.createCell(column).setCellValue(((Number) value).doubleValue());
            } else if (value instanceof Boolean yes) {
                row.createCell(column).setCellValue(yes ? "是" : "否");
            } else if (value != null) {
                row.createCell(column).setCellValue(value.toString());
            }
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
