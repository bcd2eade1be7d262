package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import lingbao.domain.FormulaSign;
import lingbao.run.Launcher.Ended;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a period in each format, whatever the form's own period; none of them can be made to calculate. */
class ExportCommandTest {

    private static final String FORM = """
            id: %1$s-drill
            name: %1$s演练
            period: %1$s
            scope: all
            keepDays: 30
            columns:
              - {id: what%1$s, heading: %1$s演练, type: text, required: true}
              - {id: balance, heading: 增减, type: integer, min: -100, max: 100}
              - {id: heldOn, heading: 演练日期, type: date}
              - {id: phone, heading: 电话, type: phone, personal: true}
            """;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void declareAFormOfEachPeriod() throws IOException {
        desk = Desk.in(folder).at("2021-01-10T08:00:00+08:00");
        for (String period : List.of("day", "month", "year")) {
            desk.declare("jobs/forms/" + period + "-drill.yml", FORM.formatted(period));
        }
        desk.registered(
                Desk.REGIONS + "330190002,白塔街道,330190,subdistrict,\n",
                Desk.INSTITUTIONS + "3301900201,白塔中学,学校,330190002\n");
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2020年7月15日, --date, 2020-07-15, 1",
        "day, 2020年7月15日, --date, 2020-07-16, 0",
        "day, 2020年7月15日, --month, 2020-07, 1",
        "day, 2020年7月15日, --month, 2020-06, 0",
        "day, 2020年7月15日, --year, 2020, 1",
        "day, 2020年7月15日, --year, 2019, 0",
        "month, 2020年7月, --date, 2020-07-15, 1",
        "month, 2020年7月, --date, 2020-08-01, 0",
        "month, 2020年7月, --month, 2020-07, 1",
        "month, 2020年7月, --month, 2020-08, 0",
        "month, 2020年7月, --month, 2020-06, 0",
        "month, 2020年7月, --year, 2020, 1",
        "year, 2020年, --date, 2020-07-15, 1",
        "year, 2020年, --date, 2021-01-01, 0",
        "year, 2020年, --month, 2020-07, 1",
        "year, 2020年, --month, 2019-12, 0",
        "year, 2020年, --year, 2020, 1",
        "year, 2020年, --year, 2021, 0"
    })
    void givesTheSheetsOfThePeriodAndTheOneThatHoldsIt(
            String form, String period, String option, String asked, int rows) throws IOException {
        ingest(form, period, "甲");
        for (String format : List.of("csv", "json")) {
            Ended ended = desk.call("export", form + "-drill", option, asked, "--format", format);
            assertThat(ended.status()).isZero();
            assertThat(ended.out().lines()).hasSize(format.equals("csv") ? rows + 1 : rows);
        }
    }

    @Test
    void aTextThatLooksLikeAFormulaIsNoneInAnyFormatAndComesBack() throws IOException {
        List<String> typed = List.of("=1+1", "+86 571", "-1", "@x", "＝1", "'=1", "\"=1", "=HYPERLINK(\"http://a\")");
        ingest("day", "2020年7月15日", typed.toArray(String[]::new));

        List<String> json =
                desk.call("export", "day-drill", "--date", "2020-07-15", "--format", "json").objects().stream()
                        .map(row -> row.path("whatday").asString())
                        .toList();
        assertThat(json).containsExactlyElementsOf(typed);

        Path csv = folder.resolve("export.csv");
        desk.call("export", "day-drill", "--date", "2020-07-15", "--out", csv);
        Path sheet = againAsASheet(csv);
        assertThat(desk.call("ingest", sheet, "--json")
                        .objects()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("accepted");
        assertThat(desk.call("export", "day-drill", "--date", "2020-07-16", "--format", "json")
                        .objects())
                .extracting(row -> row.path("whatday").asString())
                .containsExactlyElementsOf(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "json"})
    void aNewFileIsItsOwnersAloneAndALaterExportReplacesAnEarlierOne(String format) throws IOException {
        ingest("day", "2020年7月15日", "甲");
        Path out = folder.resolve("export." + format);
        List<Object> call = List.of("export", "day-drill", "--date", "2020-07-15", "--format", format, "--out", out);
        assertThat(desk.call(call.toArray()).status()).isZero();
        assertThat(Files.getPosixFilePermissions(out))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        byte[] first = Files.readAllBytes(out);
        Files.write(out, new byte[2 * first.length]);

        assertThat(desk.call(call.toArray()).status()).isZero();
        assertThat(Files.size(out)).isLessThan(2L * first.length);
    }

    /** Under the form's own headings, for the day after; nothing in the cells is touched. */
    private Path againAsASheet(Path csv) throws IOException {
        String text = Files.readString(csv);
        return desk.file("3301900101_2020-07-16.csv", text.replaceFirst("whatday,balance", "day演练,增减"));
    }

    @Test
    void numbersDatesAndPhonesStayWhatTheyAre() throws IOException {
        ingest("day", "2020年7月15日", "甲");
        assertThat(desk.call("export", "day-drill", "--date", "2020-07-15")
                        .out()
                        .lines())
                .last()
                .asString()
                .endsWith(",甲,-3,2020-07-14,138****1234");
        Path xlsx = folder.resolve("export.xlsx");
        desk.call("export", "day-drill", "--date", "2020-07-15", "--format", "xlsx", "--out", xlsx);
        try (Workbook workbook = WorkbookFactory.create(xlsx.toFile())) {
            Row row = workbook.getSheetAt(0).getRow(1);
            assertThat(row.getCell(7).getNumericCellValue()).isEqualTo(-3);
            assertThat(row.getCell(8).getNumericCellValue()).isEqualTo(44026);
            assertThat(new DataFormatter().formatCellValue(row.getCell(8))).isEqualTo("2020-07-14");
            assertThat(row.getCell(9).getStringCellValue()).isEqualTo("138****1234");
        }
    }

    @Test
    void aRegionIsItsInstitutionsAsTheyStoodAtTheEndOfThePeriod() throws IOException {
        desk.registered(Desk.REGIONS, "机构编码,机构名称,机构类型,所属街道代码,开业日期\n3301900203,白塔幼儿园,幼儿园,330190002,2020-07-10\n");
        ingest("day", "2020年7月15日", "甲");
        desk.call("ingest", sheet("day", "3301900203", "2020年7月15日", "乙"));

        assertThat(exported("--month", "2020-07", "--region", "330190002")).containsExactly("乙");
        assertThat(exported("--month", "2020-07", "--region", "330190001")).containsExactly("甲");
        assertThat(exported("--year", "2020", "--region", "330190")).containsExactly("甲", "乙");
    }

    private List<String> exported(String... options) {
        List<Object> call = new ArrayList<>(List.of("export", "day-drill", "--format", "json"));
        call.addAll(List.of(options));
        return desk.call(call.toArray()).objects().stream()
                .map(row -> row.path("whatday").asString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export day-drill",
                "export day-drill --date 2020-07-15 --year 2020",
                "export day-drill --year 20",
                "export day-drill --year 2020 --region 999"
            })
    void aPeriodThatIsNotOneIsRefused(String call) {
        Ended ended = desk.call((Object[]) call.split(" "));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).isNotBlank().doesNotContain("faults.log");
    }

    private void ingest(String form, String period, String... texts) throws IOException {
        assertThat(desk.call("ingest", sheet(form, "3301900101", period, texts)).status())
                .isZero();
    }

    private Path sheet(String form, String institution, String period, String... texts) throws IOException {
        StringBuilder csv = new StringBuilder(institution + " " + period + "\n" + form + "演练,增减,演练日期,电话\n");
        for (String text : texts) {
            String typed = FormulaSign.defused(text);
            csv.append(typed.contains("\"") ? "\"" + typed.replace("\"", "\"\"") + "\"" : typed)
                    .append(",-3,2020-07-14,13800001234\n");
        }
        return desk.file(institution + ".csv", csv.toString());
    }
}
