package lingbao.run;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sent file opened as staff would: sheets, rows and cells as they are shown, whatever its name's ending says. */
final class SourceFile {

    private static final DataFormatter SHOWN = new DataFormatter();

    /** By sheet; a CSV has one without a name. */
    private final Map<String, List<List<String>>> sheets = new LinkedHashMap<>();

    SourceFile(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean workbook = bytes[0] == 'P' && bytes[1] == 'K' || (bytes[0] & 0xFF) == 0xD0;
        if (workbook) {
            try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
                book.forEach(sheet -> sheets.put(sheet.getSheetName(), rows(sheet)));
            }
        } else {
            sheets.put("", records(text(bytes)));
        }
    }

    /**
     * What stands in a row below the last heading above it that reads so; empty where no heading does.
     *
     * @param sheet null for a CSV
     * @param row as Excel numbers it; in a CSV the number of the record
     */
    String cell(@Nullable String sheet, int row, Pattern heading) {
        return cells(sheet, row, heading).stream().findFirst().orElse("");
    }

    /** The same of all columns of the nearest row in which a heading reads so. */
    List<String> cells(@Nullable String sheet, int row, Pattern heading) {
        List<List<String>> rows = Objects.requireNonNull(sheets.get(sheet == null ? "" : sheet), "no such sheet");
        for (int above = row - 2; above >= 0; above--) {
            List<String> headings = rows.get(above);
            List<String> found = new ArrayList<>();
            for (int column = 0; column < headings.size(); column++) {
                String words = headings.get(column).replaceAll("[\\s*]|（必填）", "");
                if (heading.matcher(words).matches()) {
                    List<String> cells = rows.get(row - 1);
                    found.add(column < cells.size() ? cells.get(column).strip() : "");
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * The rows below the first, each by the words over its columns; their numbers count from 2.
     *
     * @param sheet null for the first one, or a CSV
     */
    List<Map<String, String>> table(@Nullable String sheet) {
        List<List<String>> rows = sheet == null
                ? sheets.values().iterator().next()
                : Objects.requireNonNull(sheets.get(sheet), "no such sheet");
        List<Map<String, String>> table = new ArrayList<>();
        for (List<String> cells : rows.subList(1, rows.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < rows.get(0).size(); column++) {
                row.put(rows.get(0).get(column), column < cells.size() ? cells.get(column) : "");
            }
            table.add(row);
        }
        return table;
    }

    private static List<List<String>> rows(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index <= sheet.getLastRowNum(); index++) {
            List<String> cells = new ArrayList<>();
            Row row = sheet.getRow(index);
            for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
                cells.add(shown(row.getCell(column)));
            }
            rows.add(cells);
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.getFirstColumn() == merged.getLastColumn()) {
                String first = rows.get(merged.getFirstRow()).get(merged.getFirstColumn());
                for (int row = merged.getFirstRow(); row <= merged.getLastRow(); row++) {
                    List<String> cells = rows.get(row);
                    while (cells.size() <= merged.getFirstColumn()) {
                        cells.add("");
                    }
                    cells.set(merged.getFirstColumn(), first);
                }
            }
        }
        return rows;
    }

    private static String shown(@Nullable Cell cell) {
        return cell != null && cell.getCellType() == CellType.FORMULA
                ? String.valueOf(cell.getNumericCellValue())
                : SHOWN.formatCellValue(cell);
    }

    private static List<List<String>> records(String text) throws IOException {
        try (CSVReader reader = new CSVReader(new StringReader(text))) {
            return reader.readAll().stream().map(List::of).toList();
        } catch (CsvException e) {
            throw new IOException(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\ufeff", "");
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }
}
