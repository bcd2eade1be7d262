package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowWorkbookTest {

    private static final int ROWS = 1000;

    @Test
    void isReadFromItsFirstByteToItsLastAsFromAPipe() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(manyRows()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(parts).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("36.5").endsWith("</worksheet>");
    }

    @Test
    void keepsAllRows() throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(manyRows()))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(ROWS);
            assertThat(sheet.getRow(ROWS).getCell(0).getNumericCellValue()).isEqualTo(36.5);
            assertThat(sheet.getRow(ROWS).getCell(2)).isNull();
        }
    }

    private static byte[] manyRows() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowWorkbook workbook = new RowWorkbook("每日健康监测表", List.of("体温", "备注", "空"), bytes)) {
            for (int row = 0; row < ROWS; row++) {
                workbook.add(Arrays.asList(new BigDecimal("36.5"), "=1+1", null));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void everyTextStaysATextWhenSomebodyPressesEnterInIt() throws IOException {
        List<String> dangerous = List.of("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "－1", " =1", "'=1");
        try (Workbook workbook = written("导出", dangerous)) {
            Row row = workbook.getSheetAt(0).getRow(1);
            for (int column = 0; column < dangerous.size(); column++) {
                assertThat(row.getCell(column).getCellType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(column).getStringCellValue()).isEqualTo(dangerous.get(column));
                assertThat(row.getCell(column).getCellStyle().getQuotePrefixed())
                        .as(dangerous.get(column))
                        .isTrue();
            }
        }
    }

    @Test
    void numbersDatesAndTimesAreSuch() throws IOException {
        List<@Nullable Object> values = Arrays.asList(
                new BigDecimal("-1.5"), -3, LocalDate.of(2020, 6, 17), LocalTime.of(8, 5), null, true, "013800001234");
        try (Workbook workbook = written("导出", values)) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(-1.5);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-3);
            assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2020, 6, 17, 0, 0));
            DataFormatter shown = new DataFormatter();
            assertThat(shown.formatCellValue(row.getCell(2))).isEqualTo("2020-06-17");
            assertThat(shown.formatCellValue(row.getCell(3))).isEqualTo("08:05");
            assertThat(row.getCell(4)).isNull();
            assertThat(row.getCell(5).getStringCellValue()).isEqualTo("是");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("013800001234");
            assertThat(row.getCell(6).getCellStyle().getQuotePrefixed()).isFalse();
        }
    }

    @Test
    void isReadyToBePrintedWhateverTheNameOfTheForm() throws IOException {
        try (Workbook workbook = written("出入/登记[一]表：门岗、宿舍、食堂与实训场地的全部人员与车辆", List.of("甲"))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(0, 0, -1, -1));
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        }
    }

    private static Workbook written(String name, List<? extends @Nullable Object> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> headings = row.stream().map(value -> "heading").toList();
        try (RowWorkbook workbook = new RowWorkbook(name, headings, out)) {
            workbook.add(row);
        }
        return WorkbookFactory.create(new ByteArrayInputStream(out.toByteArray()));
    }
}
