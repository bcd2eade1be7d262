package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ReportWorkbookTest {

    private static final ReportPages PAGES = new ReportPages(SomeDay.FORMS, Map.of());
    private static final ReportPages QUOTA_PAGES = new ReportPages(SomeQuota.FORMS, Map.of());

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
            assertThat(workbook)
                    .extracting(Sheet::getSheetName)
                    .containsExactly("日报表", "名单", "核查发现", "线索", "各单位报送情况", "说明");
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

    @Test
    void holdsTheProgressTableWithTrueNumbersUnderMergedHeadings() throws IOException {
        try (XSSFWorkbook workbook = opened(QUOTA_PAGES.xlsx(SomeQuota.ofUnits(4), 1, List.of()))) {
            XSSFSheet sheet = workbook.getSheet("完成情况");
            assertThat(sheet.getMergedRegions().stream().map(CellRangeAddress::formatAsString))
                    .contains("A4:A5", "B4:B5", "C4:E4", "F4:H4", "I4:K4", "L4:O4", "P4:S4", "U4:U5");
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("企业主要负责人（名）");
            assertThat(sheet.getRow(4).getCell(4).getStringCellValue()).isEqualTo("完成率");
            assertThat(sheet.getRow(4).getCell(16).getStringCellValue()).isEqualTo("超(+)欠(−)序时(百分点)");
            Row total = sheet.getRow(9);
            assertThat(total.getCell(1).getStringCellValue()).isEqualTo("合计");
            assertThat(total.getCell(11).getNumericCellValue()).isEqualTo(20600);
            assertThat(total.getCell(14).getNumericCellValue()).isEqualTo(0.5870);
            assertThat(total.getCell(16).getNumericCellValue()).isEqualTo(8.97);
            assertThat(total.getCell(20).getStringCellValue()).contains("原表印26,000，核算20,600");
            assertThat(workbook.getSheet("目标").getRow(1).getCell(6).getNumericCellValue())
                    .isEqualTo(20);
        }
    }

    @Test
    void showsAnUnfinishedRateBelowAllOfItThoughTheCellHoldsItAsItIs() throws IOException {
        try (XSSFWorkbook workbook = opened(QUOTA_PAGES.xlsx(SomeQuota.almostDone(), 1, List.of()))) {
            Cell rate = workbook.getSheet("完成情况").getRow(5).getCell(14);
            assertThat(rate.getNumericCellValue()).isEqualTo(0.9999);
            assertThat(new DataFormatter().formatCellValue(rate)).isEqualTo("99.9%");
        }
    }

    @Test
    void hasASheetForEachPartOfTheProgressReportAndPrintsThemAll() throws IOException {
        try (XSSFWorkbook workbook = opened(QUOTA_PAGES.xlsx(SomeQuota.ofUnits(40), 2, SomeQuota.changes()))) {
            assertThat(workbook)
                    .extracting(Sheet::getSheetName)
                    .containsExactly("完成情况", "目标", "重点对象", "报送情况", "核查发现", "与上一版相比", "说明");
            for (Sheet sheet : workbook) {
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getRepeatingRows()).isNotNull();
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            }
            Row change = workbook.getSheet("与上一版相比").getRow(2);
            assertThat(change.getCell(2).getStringCellValue()).startsWith("完成率");
            assertThat(change.getCell(3).getNumericCellValue()).isEqualTo(0.5429);
        }
        try (XSSFWorkbook first = opened(QUOTA_PAGES.xlsx(SomeQuota.ofUnits(4), 1, List.of()))) {
            assertThat(first.getSheet("与上一版相比")).isNull();
        }
    }

    @Test
    void tellsWhatTheEditionBeforeSaidOfADay() throws IOException {
        try (XSSFWorkbook workbook = opened(PAGES.xlsx(SomeDay.ofTheDistrict(), 2, SomeDay.changes()))) {
            Row change = workbook.getSheet("与上一版相比").getRow(1);
            assertThat(change.getCell(1).getStringCellValue()).isEqualTo("西门街道");
            assertThat(change.getCell(3).getNumericCellValue()).isEqualTo(6);
            assertThat(change.getCell(4).getNumericCellValue()).isEqualTo(7);
        }
    }

    private static XSSFWorkbook opened(byte[] xlsx) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }
}
