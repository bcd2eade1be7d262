package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingbao.domain.CellAddress;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A second way of knowing what a workbook holds: POI's user model. */
public final class PoiOracle {

    private PoiOracle() {}

    /**
     * One cell as both can tell it.
     *
     * @param text the number in full where it is one
     * @param date whether it wears a format that POI knows as a date's
     */
    private record Told(RawCell.Kind kind, String text, boolean formula, boolean date) {}

    /** Every sheet by name, every cell by kind and value, and which rows are hidden. */
    public static void assertSameCells(Path file) throws IOException {
        // Opened only to be read, since POI would otherwise write to the file when it closes it.
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true);
                OpenedFile opened =
                        new WorkbookReader(List.of(), Limits.standard()).open(SheetBuilder.received(file), null)) {
            boolean since1904 = uses1904(workbook);
            assertThat(opened.sheets()).hasSize(workbook.getNumberOfSheets());
            for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
                Sheet sheet = workbook.getSheetAt(index);
                assertThat(opened.sheets().get(index).name())
                        .isEqualTo(sheet.getSheetName().strip());
                Map<String, Told> expected = poiCells(sheet, since1904);
                Map<String, Told> found = new TreeMap<>();
                for (RawRow row : SheetBuilder.rows(opened.sheets().get(index))) {
                    Row poiRow = sheet.getRow(row.number() - 1);
                    assertThat(row.hidden()).isEqualTo(poiRow != null && poiRow.getZeroHeight());
                    for (int column = 0; column < row.cells().size(); column++) {
                        RawCell cell = row.cell(column);
                        if (cell.kind() != RawCell.Kind.EMPTY) {
                            String address = new CellAddress(row.number(), column).toString();
                            Told told = expected.get(address);
                            found.put(address, told(cell, told != null && told.date()));
                        }
                    }
                }
                assertThat(differences(found, expected)).isEmpty();
            }
        }
    }

    /** Only these, since a sheet may have thousands of cells. */
    private static List<String> differences(Map<String, Told> found, Map<String, Told> expected) {
        return Stream.concat(found.keySet().stream(), expected.keySet().stream())
                .distinct()
                .filter(address -> !Objects.equals(found.get(address), expected.get(address)))
                .map(address -> address + ": " + found.get(address) + " instead of " + expected.get(address))
                .toList();
    }

    /** We know more formats as dates than POI does, the Chinese ones first, so that only POI's own are held against us. */
    private static Told told(RawCell cell, boolean dateOfPoi) {
        String text = cell.kind() == RawCell.Kind.NUMBER ? String.valueOf(cell.number()) : cell.text();
        return new Told(cell.kind(), text, cell.formula(), dateOfPoi && cell.dateFormatted());
    }

    private static Map<String, Told> poiCells(Sheet sheet, boolean since1904) {
        Map<String, Told> cells = new TreeMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                Told told = poiCell(cell, since1904);
                if (!told.text().isEmpty()) {
                    cells.put(cell.getAddress().toString(), told);
                }
            }
        }
        return cells;
    }

    private static Told poiCell(Cell cell, boolean since1904) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        // POI answers 0 for a formula that was never calculated.
        if (formula
                && cell instanceof XSSFCell written
                && (written.getRawValue() == null || written.getRawValue().isEmpty())) {
            return new Told(RawCell.Kind.EMPTY, "", true, false);
        }
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> {
                double number = cell.getNumericCellValue();
                boolean date = DateUtil.isCellDateFormatted(cell);
                yield new Told(
                        RawCell.Kind.NUMBER,
                        Double.toString(since1904 && date ? number + 1462 : number),
                        formula,
                        date);
            }
            case STRING ->
                new Told(RawCell.Kind.TEXT, cell.getRichStringCellValue().getString(), formula, false);
            case BOOLEAN ->
                new Told(RawCell.Kind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE", formula, false);
            case ERROR ->
                new Told(
                        RawCell.Kind.ERROR,
                        FormulaError.forInt(cell.getErrorCellValue()).getString(),
                        formula,
                        false);
            default -> new Told(RawCell.Kind.EMPTY, "", formula, false);
        };
    }

    private static boolean uses1904(Workbook workbook) {
        return workbook instanceof HSSFWorkbook old
                ? old.getInternalWorkbook().isUsing1904DateWindowing()
                : ((XSSFWorkbook) workbook).isDate1904();
    }

    /** What is merged, and which sheets are hidden, of a workbook that was opened for us. */
    static void assertSameLayout(Path file, List<SheetSource> sheets) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
                assertThat(sheets.get(index).merges().stream().map(MergedRange::toString))
                        .containsExactlyInAnyOrderElementsOf(workbook.getSheetAt(index).getMergedRegions().stream()
                                .map(region -> region.formatAsString())
                                .toList());
                assertThat(sheets.get(index).isHidden())
                        .isEqualTo(workbook.getSheetVisibility(index) != SheetVisibility.VISIBLE);
            }
        }
    }
}
