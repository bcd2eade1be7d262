package lingbao.read;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.upload.Received;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Writes real workbooks for the tests, and opens what was written. */
final class SheetBuilder {

    private SheetBuilder() {}

    static Path write(Path file, Workbook workbook, Consumer<Workbook> content) {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts as texts, numbers as numbers; null leaves the cell out. */
    static void row(Sheet sheet, int number, @Nullable Object... values) {
        Row row = sheet.createRow(number - 1);
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof String text) {
                row.createCell(column).setCellValue(text);
            } else if (values[column] instanceof Number value) {
                row.createCell(column).setCellValue(value.doubleValue());
            } else if (values[column] instanceof Boolean truth) {
                row.createCell(column).setCellValue(truth);
            }
        }
    }

    static void merge(Sheet sheet, String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }

    static Received received(Path file) {
        return received(file, file.getFileName().toString());
    }

    static Received received(Path file, String name) {
        try {
            return new Received("0", name, Files.size(file), Instant.EPOCH, false, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenedFile open(Path file) {
        return new WorkbookReader(TestForms.ALL, Limits.standard()).open(received(file), null);
    }

    static List<RawRow> rows(RawSheet sheet) {
        List<RawRow> rows = new ArrayList<>();
        sheet.rows(rows::add);
        return rows;
    }

    static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    static List<List<String>> texts(List<RawRow> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(RawCell::text).toList())
                .toList();
    }
}
