package lingbao.samples;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes grids as the files that institutions send. The same grids always give the same content. */
public final class SheetFile {

    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2020, 6, 1, 0, 0);

    private SheetFile() {}

    /** A CSV holds the first grid only. */
    static byte[] of(SampleDistrict.Format format, List<Grid> grids) {
        return switch (format) {
            case XLSX -> xlsx(grids, true);
            case XLS -> xls(grids);
            case CSV -> csv(grids.get(0), StandardCharsets.UTF_8, true);
            case CSV_GB18030 -> csv(grids.get(0), Charset.forName("GB18030"), false);
        };
    }

    /** @param deflated false for a file whose very bytes must not depend on the machine's compression */
    public static byte[] xlsx(List<Grid> grids, boolean deflated) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            POIXMLProperties.CoreProperties properties =
                    workbook.getProperties().getCoreProperties();
            properties.setCreator("");
            properties.setCreated(Optional.of(Date.from(ZIP_TIME.toInstant(ZoneOffset.UTC))));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            fill(workbook, grids).write(bytes);
            return zippedAgain(bytes.toByteArray(), deflated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] xls(List<Grid> grids) {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            fill(workbook, grids).write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] csv(Grid grid, Charset charset, boolean byteOrderMark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, charset);
                ICSVWriter csv =
                        new CSVWriterBuilder(writer).withLineEnd("\r\n").build()) {
            if (byteOrderMark) {
                writer.write('\ufeff');
            }
            for (List<@Nullable Object> row : grid.rows()) {
                csv.writeNext(row.stream().map(SheetFile::asText).toArray(String[]::new), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Workbook fill(Workbook workbook, List<Grid> grids) {
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        CellStyle time = workbook.createCellStyle();
        time.setDataFormat(workbook.createDataFormat().getFormat("hh:mm"));
        for (Grid grid : grids) {
            Sheet sheet = workbook.createSheet(grid.name());
            for (int rowIndex = 0; rowIndex < grid.rows().size(); rowIndex++) {
                Row row = sheet.createRow(rowIndex);
                row.setZeroHeight(grid.hiddenRows().contains(rowIndex));
                List<@Nullable Object> cells = grid.rows().get(rowIndex);
                for (int column = 0; column < cells.size(); column++) {
                    Object written = cells.get(column);
                    if (written != null) {
                        write(row.createCell(column), written, date, time);
                    }
                }
            }
            grid.merges()
                    .forEach(merge -> sheet.addMergedRegion(new CellRangeAddress(
                            merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn())));
        }
        return workbook;
    }

    private static void write(Cell cell, Object written, CellStyle date, CellStyle time) {
        if (written instanceof String text) {
            cell.setCellValue(text);
        } else if (written instanceof LocalDate day) {
            cell.setCellValue(DateUtil.getExcelDate(day));
            cell.setCellStyle(date);
        } else if (written instanceof LocalTime clock) {
            cell.setCellValue(clock.toSecondOfDay() / 86400.0);
            cell.setCellStyle(time);
        } else if (written instanceof TruthCell.FormulaCell formula) {
            cell.setCellFormula(formula.formula());
            cell.setCellValue(formula.saved());
        } else {
            cell.setCellValue(((Number) written).doubleValue());
        }
    }

    private static String asText(@Nullable Object written) {
        if (written instanceof TruthCell.FormulaCell formula) {
            return String.valueOf(formula.saved());
        }
        return written == null ? "" : written.toString();
    }

    /** POI stamps each part with the clock; the same parts with one fixed time instead. */
    private static byte[] zippedAgain(byte[] workbook, boolean deflated) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(ZIP_TIME);
                if (!deflated) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    copy.setMethod(ZipEntry.STORED);
                    copy.setSize(content.length);
                    copy.setCrc(crc.getValue());
                }
                to.putNextEntry(copy);
                to.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
