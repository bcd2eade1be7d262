package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import lingbao.run.Launcher.Ended;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** 应到人数 under 学生 and under 教职工 in one row: two groups of persons, and one row of the sheet. */
class HeadingGroupsTest {

    private static final List<String> LINES = List.of(
            "班级,学生,,,教师,,合计,,填报人",
            ",应到人数,实到人数,病假,应到人数,实到人数,应到人数,实到人数,",
            "一班,30,29,1,3,3,33,32,王明",
            "二班,31,31,0,,,31,31,王明",
            "三班,30,32,0,3,3,33,35,王明");
    private static final List<String> MERGED = List.of("A1:A2", "B1:D1", "E1:F1", "G1:H1", "I1:I2");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void eachGroupIsKeptAsARowAndCountedAsOneRowOfTheSheet(String ending) throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path sheet = written("3301900101_2020-06-17." + ending);

        JsonNode checked =
                desk.call("check", sheet, "--json", "--rows").objects().get(0);
        assertThat(counts(checked)).containsExactly(3, 2, 1, 0);
        assertThat(cells(checked, "error")).containsExactly("C5 PART_EXCEEDS_WHOLE");
        assertThat(cells(checked, "warning")).isEmpty();
        List<String> rows = new ArrayList<>();
        for (JsonNode row : checked.path("data")) {
            rows.add(row.path("row").asInt() + " " + row.path("className").asString() + " "
                    + row.path("personCategory").asString() + " " + row.path("expected") + " " + row.path("present")
                    + " " + row.path("sickAbsent"));
        }
        assertThat(rows).containsExactly("3 一班 学生 30 29 1", "3 一班 教职工 3 3 ", "4 二班 学生 31 31 0");

        Ended ended = desk.call("ingest", sheet, "--json");
        assertThat(counts(ended.objects().get(0))).containsExactly(3, 2, 1, 0);
        try (ConfigurableApplicationContext house = desk.open()) {
            assertThat(new JdbcTemplate(house.getBean(DataSource.class))
                            .queryForList(
                                    "select concat(source_row, ' ', person_category, ' ', expected) from form_attendance"
                                            + " order by source_row, expected desc",
                                    String.class))
                    .containsExactly("3 学生 30", "3 教职工 3", "4 学生 31");
        }
        assertThat(desk.call("export", "attendance", "--date", "2020-06-17", "--format", "json")
                        .objects())
                .hasSize(3);
    }

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".csv")) {
            return Files.write(file, LINES);
        }
        try (Workbook workbook = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("考勤");
            for (int index = 0; index < LINES.size(); index++) {
                Row row = sheet.createRow(index);
                String[] cells = LINES.get(index).split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        row.createCell(column).setCellValue(cells[column]);
                    }
                }
            }
            MERGED.forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
            workbook.write(out);
        }
        return file;
    }

    private static List<Integer> counts(JsonNode answer) {
        JsonNode rows = answer.path("rows");
        return List.of(
                rows.path("seen").asInt(),
                rows.path("accepted").asInt(),
                rows.path("rejected").asInt(),
                rows.path("ignored").asInt());
    }

    private static List<String> cells(JsonNode answer, String severity) {
        List<String> cells = new ArrayList<>();
        for (JsonNode finding : answer.path("findings")) {
            if (finding.path("severity").asString().equals(severity)
                    && !finding.path("cell").isNull()) {
                cells.add(finding.path("cell").asString() + " "
                        + finding.path("code").asString());
            }
        }
        return cells;
    }
}
