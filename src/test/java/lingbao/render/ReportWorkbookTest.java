package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ReportWorkbookTest {

    private static final ReportPages PAGES = new ReportPages(SomeDay.FORMS, Map.of());

    @Test
    void holdsTheTableWithRealNumbersUnderMergedHeadings() throws IOException {
        try (XSSFWorkbook workbook = opened(PAGES.xlsx(SomeDay.ofTheDistrict(), 1, List.of()))) {
            XSSFSheet sheet = workbook.getSheet("日报表");
            assertThat(sheet.getMergedRegions().stream().map(CellRangeAddress::formatAsString))
                    .contains("A4:A5", "B4:B5", "C4:H4", "I4:M4", "N4:P4", "Q4:V4", "W4:W5");
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("报送情况（个）");
            assertThat(sheet.getRow(4).getCell(5).getStringCellValue()).isEqualTo("其中零报告");
            Row total = sheet.getRow(8);
            assertThat(total.getCell(1).getStringCellValue()).isEqualTo("合计");
            assertThat(total.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(total.getCell(2).getNumericCellValue()).isEqualTo(24);
            assertThat(total.getCell(8).getNumericCellValue()).isEqualTo(4626);
            assertThat(total.getCell(8).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
        }
    }

    @Test
    void keepsTheHeadingsInSightOnScreenAndOnPaper() throws IOException {
        try (XSSFWorkbook workbook = opened(PAGES.xlsx(SomeDay.ofTheDistrict(), 1, List.of()))) {
            assertThat(workbook).extracting(Sheet::getSheetName).containsExactly("日报表", "名单", "核查发现", "各单位报送情况", "说明");
            XSSFSheet sheet = workbook.getSheet("日报表");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 5);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:5");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        }
    }

    @Test
    void writesANameThatBeginsLikeAFormulaAsText() throws IOException {
        try (XSSFWorkbook workbook = opened(PAGES.xlsx(SomeDay.startingWith("=HYPERLINK(\"x\")"), 1, List.of()))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().startsWith("=")) {
                            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                        }
                    }
                }
            }
            assertThat(workbook.getSheet("日报表").getRow(5).getCell(1).getStringCellValue())
                    .startsWith("=HYPERLINK");
        }
    }

    @Test
    void writesWordsWhereNothingIsKnown() throws IOException {
        try (XSSFWorkbook workbook = opened(PAGES.xlsx(SomeDay.ofSilence(), 1, List.of()))) {
            Row total = workbook.getSheet("日报表").getRow(8);
            assertThat(total.getCell(8).getCellType()).isEqualTo(CellType.STRING);
            assertThat(total.getCell(8).getStringCellValue()).isEqualTo("未报");
            assertThat(workbook.getSheet("核查发现").getRow(1).getCell(0).getStringCellValue())
                    .contains("未按时报送");
        }
    }

    private static XSSFWorkbook opened(byte[] xlsx) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }
}
