package lingbao.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of text cells, each sheet written as the lines of a CSV without quotes. */
final class Workbooks {

    private Workbooks() {}

    /** @param namesAndLines the name of a sheet and then its lines, in turns */
    static Path write(Path file, String... namesAndLines) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (int index = 0; index < namesAndLines.length; index += 2) {
                fill(workbook.createSheet(namesAndLines[index]), namesAndLines[index + 1]);
            }
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Sheet sheet, String lines) {
        int number = 0;
        for (String line : lines.lines().toList()) {
            Row row = sheet.createRow(number++);
            String[] cells = line.split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                row.createCell(column).setCellValue(cells[column]);
            }
        }
    }
}
