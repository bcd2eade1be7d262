package lingbao.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What a clerk does with a blank template: types rows below its heading, and saves it as it came or as a CSV. */
final class FilledTemplate {

    private static final int HEADING_ROW = 3;

    private FilledTemplate() {}

    /** Types as a person would: into a cell that has its column's format, dates and times as Excel understands them. */
    static Path filled(Path template, Form form, List<Map<String, Object>> rows, Path filled) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(template));
                OutputStream out = Files.newOutputStream(filled)) {
            fill(workbook.getSheetAt(0), form, rows);
            workbook.write(out);
        }
        return filled;
    }

    /** The same in one sheet of several. */
    static void fill(Sheet sheet, Form form, List<Map<String, Object>> rows) {
        for (int number = 0; number < rows.size(); number++) {
            Row row = sheet.createRow(HEADING_ROW + 1 + number);
            for (Column column : form.columns()) {
                Object value = rows.get(number).get(column.id());
                if (value != null) {
                    int place = form.indexOf(column.id());
                    Cell cell = row.createCell(place);
                    cell.setCellStyle(sheet.getColumnStyle(place));
                    type(cell, value);
                }
            }
        }
    }

    private static void type(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof LocalTime time) {
            cell.setCellValue(DateUtil.convertTime(time.toString()));
        } else {
            cell.setCellValue(value.toString());
        }
    }

    /** Saves the first sheet as Excel does: what the cells show, all records equally wide. */
    static Path savedAsCsv(Path workbook, Path csv, Charset encoding, boolean marked) throws IOException {
        try (Workbook book = WorkbookFactory.create(Files.newInputStream(workbook))) {
            Sheet sheet = book.getSheetAt(0);
            DataFormatter shown = new DataFormatter(Locale.CHINA);
            int width = 0;
            for (Row row : sheet) {
                width = Math.max(width, row.getLastCellNum());
            }
            StringBuilder text = new StringBuilder(marked ? "\ufeff" : "");
            for (int number = 0; number <= sheet.getLastRowNum(); number++) {
                Row row = sheet.getRow(number);
                for (int place = 0; place < width; place++) {
                    text.append(place == 0 ? "" : ",")
                            .append(row == null ? "" : quoted(shown.formatCellValue(row.getCell(place))));
                }
                text.append("\r\n");
            }
            Files.write(csv, text.toString().getBytes(encoding));
        }
        return csv;
    }

    /** Adds rows to a template that is a CSV already. */
    static Path filledText(Path template, Form form, List<Map<String, Object>> rows, Path filled) throws IOException {
        String lines = rows.stream()
                .map(row -> form.columns().stream()
                        .map(column -> quoted(row.getOrDefault(column.id(), "").toString()))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return Files.writeString(filled, Files.readString(template) + lines + "\n");
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
