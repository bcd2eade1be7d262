package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import lingbao.run.Launcher.Ended;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The bureau's own table, exactly as it was printed in 2020, comes in from whatever it was saved as. */
class QuotaIntakeTest {

    private static final String REGIONS = """
            代码,名称,上级代码,级别,适用政策
            330108,滨江区,,district,holingol
            330108001,西兴街道,330108,subdistrict,
            330108002,长河街道,330108,subdistrict,
            330108003,浦沿街道,330108,subdistrict,
            330108004,江北科技园,330108,subdistrict,
            """;
    private static final String INSTITUTIONS = """
            机构编码,机构名称,机构类型,所属街道代码
            3301080001,安信安全培训中心,培训机构,330108001
            """;
    private static final String TITLE = "2020年安全生产培训考核指标分解表";
    private static final List<List<Object>> AS_PRINTED = List.of(
            List.of(TITLE),
            List.of("序号", "单位", "考核指标", "", "", "合计(名)"),
            List.of("", "", "企业主要负责人(名)", "安全生产管理人员(名)", "其他从业人员(名)"),
            List.of(1, "西兴街道", 70, 80, 5000, 5150),
            List.of(2, "长河街道", 70, 80, 5000, 5150),
            List.of(3, "浦沿街道", 70, 80, 5000, 5150),
            List.of(4, "江北科技园", 70, 80, 5000, 5150),
            List.of("合计", "", 280, 320, 20000, 26000));
    private static final List<String> MERGED = List.of("A1:F1", "A2:A3", "B2:B3", "C2:E2", "F2:F3", "A8:B8");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quota.xlsx", "quota.xls", "quota.csv"})
    void thePrintedTableIsKeptAsPrintedAndItsTotalWarnsTwice(String name) throws IOException {
        Desk desk = Desk.in(folder).at("2020-03-02T10:00:00+08:00").registered(REGIONS, INSTITUTIONS);
        Path file = printed(name);

        JsonNode answer = desk.call("check", file, "--json").objects().get(0);
        assertThat(codesByCell(answer)).containsExactly("F8 TOTAL_DIFFERS warning", "F8 SUM_MISMATCH warning");
        assertThat(answer.path("institution").asString()).isEqualTo("330108");
        assertThat(answer.path("period").asString()).isEqualTo("2020");
        assertThat(answer.path("rows").path("accepted").asInt()).isEqualTo(5);

        Ended loaded = desk.call("load", "quota", file, "--year", "2020");

        assertThat(loaded.status()).as(loaded.err()).isZero();
        assertThat(stored(desk))
                .containsExactly(
                        "330108 西兴街道 70 80 5000 5150",
                        "330108 长河街道 70 80 5000 5150",
                        "330108 浦沿街道 70 80 5000 5150",
                        "330108 江北科技园 70 80 5000 5150",
                        "330108 合计 280 320 20000 26000");
        assertThat(desk.call("ingest", file, "--form", "quota", "--json")
                        .objects()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("duplicate");
    }

    @Test
    void whereThereAreTwoDistrictsOneMustBeNamed() throws IOException {
        Desk desk = Desk.in(folder)
                .at("2020-03-02T10:00:00+08:00")
                .registered(REGIONS + "330109,萧山区,,district,holingol\n", INSTITUTIONS);
        Path file = printed("quota.csv");

        assertThat(codesByCell(desk.call("ingest", file, "--json").objects().get(0)))
                .contains("- REGION_NOT_GIVEN error");
        assertThat(desk.call("load", "quota", file).status()).isEqualTo(Lingbao.SOME_REFUSED);
        assertThat(desk.call("load", "quota", file, "--region", "滨江").status()).isEqualTo(Lingbao.SOME_REFUSED);
        assertThat(stored(desk)).isEmpty();

        assertThat(desk.call("load", "quota", file, "--region", "滨江区").status()).isZero();
        assertThat(stored(desk)).hasSize(5);
    }

    @Test
    void aUnitNamedTwiceOnceByItsCodeIsADuplicate() throws IOException {
        Desk desk = Desk.in(folder).at("2020-03-02T10:00:00+08:00").registered(REGIONS, INSTITUTIONS);
        Path file = desk.file("quota.csv", TITLE + """

                单位,企业主要负责人(名),安全生产管理人员(名),其他从业人员(名),合计(名)
                西兴街道,70,80,5000,5150
                330108002,70,80,5000,5150
                330108001,70,80,5000,5150
                长河街道,70,80,5000,5150
                长河,70,80,5000,5150
                长河,70,80,5000,5150
                """);

        JsonNode answer = desk.call("ingest", file, "--json").objects().get(0);

        assertThat(codesByCell(answer))
                .containsExactly(
                        "A5 DUPLICATE_ROW error",
                        "A6 DUPLICATE_ROW error",
                        "A7 UNIT_UNKNOWN warning",
                        "A8 DUPLICATE_ROW error");
        assertThat(answer.path("rows").path("accepted").asInt()).isEqualTo(3);
    }

    @Test
    void aRegisterKnowsNoYear() throws IOException {
        Desk desk = Desk.in(folder).at("2020-03-02T10:00:00+08:00");

        assertThat(desk.call("load", "regions", desk.file("regions.csv", REGIONS), "--year", "2020")
                        .status())
                .isEqualTo(Lingbao.COULD_NOT_RUN);
    }

    private Path printed(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".csv")) {
            List<String> lines = AS_PRINTED.stream()
                    .map(cells ->
                            String.join(",", cells.stream().map(String::valueOf).toList()))
                    .toList();
            return Files.write(file, lines);
        }
        try (Workbook workbook = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("附件");
            for (int row = 0; row < AS_PRINTED.size(); row++) {
                fill(sheet.createRow(row), AS_PRINTED.get(row));
            }
            MERGED.forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Integer number) {
                row.createCell(column).setCellValue(number);
            } else if (!cells.get(column).equals("")) {
                row.createCell(column).setCellValue(cells.get(column).toString());
            }
        }
    }

    private static List<String> codesByCell(JsonNode answer) {
        List<String> codes = new ArrayList<>();
        for (JsonNode finding : answer.path("findings")) {
            if (!finding.path("severity").asString().equals("note")) {
                codes.add((finding.path("cell").isNull()
                                ? "-"
                                : finding.path("cell").asString()) + " "
                        + finding.path("code").asString() + " "
                        + finding.path("severity").asString());
            }
        }
        return codes;
    }

    private static List<String> stored(Desk desk) {
        try (ConfigurableApplicationContext house = desk.open()) {
            List<String> rows = new ArrayList<>();
            for (Map<String, Object> row : new JdbcTemplate(house.getBean(DataSource.class))
                    .queryForList(
                            "select q.institution, q.unit, q.principal, q.safety_manager, q.other_employee, q.total"
                                    + " from form_quota q join submission s on s.id = q.submission_id"
                                    + " where s.superseded_at is null order by q.source_row")) {
                rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }
}
