package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lingbao.run.Launcher.Ended;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The quota report while registers change, sheets come late and other districts send theirs. */
class QuotaReportTest {

    private static final String REGIONS = """
            代码,名称,上级代码,级别,适用政策
            3301,杭州市,,city,binjiang
            330108,滨江区,3301,district,
            330108001,西兴街道,330108,subdistrict,
            330108002,长河街道,330108,subdistrict,
            330109,萧山区,3301,district,
            330109001,城厢街道,330109,subdistrict,
            """;

    private static final String INSTITUTIONS = """
            机构编码,机构名称,机构类型,所属街道代码
            3301080101,滨江安全培训中心,培训机构,330108001
            """;

    private static final String HEADING = "姓名,证件号码,企业名称,所属街道,人员类别,重点对象,培训日期,培训内容,学时,考核结果\n";
    private static final String FIRST = "甲一,330108198501010012,甲公司,西兴街道,主要负责人,班组长、农民工,2020-05-06,初训,24,合格\n";
    private static final String SECOND = "甲二,330108198501010020,甲公司,330108002,安管人员,,2020-05-07,初训,24,60\n";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void sendTheQuotaAndARoster() throws IOException {
        desk = Desk.ofMigration(folder).at("2020-05-20T10:00:00+08:00").registered(REGIONS, INSTITUTIONS);
        assertThat(load(
                                "quota",
                                "单位,企业主要负责人(名),安全生产管理人员(名),其他从业人员(名),合计(名)\n西兴街道,70,80,5000,5150\n长河街道,70,80,5000,5150\n",
                                "--year",
                                "2020",
                                "--region",
                                "330108")
                        .status())
                .isZero();
        ingest("3301080101_2020-05_第1批.csv", HEADING + FIRST + SECOND);
    }

    @Test
    void aNameThatChangesInMidYearStillNamesWhatWasWrittenUnderIt() throws IOException {
        load("companies", "统一社会信用代码,企业名称,所属街道代码\n91330108MA2AAAAA12,甲公司,330108001\n");
        Lines before = run("--month", "2020-05");
        desk.at("2020-07-15T10:00:00+08:00");
        load("regions", REGIONS.replace("西兴街道", "西兴新街道"));
        load("companies", "统一社会信用代码,企业名称,所属街道代码\n91330108MA2AAAAA12,甲集团公司,330108001\n");

        Lines after = run("--month", "2020-07");

        assertThat(before.get("all/total").path("done").asInt()).isEqualTo(2);
        assertThat(after.get("all/total").path("done").asInt()).isEqualTo(2);
        assertThat(after.get("all/total").path("quota").asInt()).isEqualTo(10300);
        assertThat(after.get("330108001/total").path("unitName").asString()).isEqualTo("西兴新街道");
        assertThat(after.get("330108001/principal").path("done").asInt()).isEqualTo(1);
    }

    @Test
    void theQuotaOfTheCityIsNoneOfTheDistricts() throws IOException {
        load(
                "quota",
                "单位,企业主要负责人(名),安全生产管理人员(名),其他从业人员(名)\n滨江区,280,320,20000\n西兴街道,1,1,1\n",
                "--year",
                "2020",
                "--region",
                "3301");

        assertThat(run("--month", "2020-05").get("all/total").path("quota").asInt())
                .isEqualTo(10300);
    }

    @Test
    void companiesOfAnotherDistrictSilenceNobody() throws IOException {
        load("companies", "统一社会信用代码,企业名称,所属街道代码\n91330108MA2AAAAA12,乙公司,330109001\n");

        assertThat(run("--month", "2020-05").get("all/total").path("done").asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyADistrictHasTheReport() {
        for (String region : List.of("3301", "330108001", "nowhere")) {
            Ended ended = desk.call("run", "training-quota", "--month", "2020-05", "--region", region);
            assertThat(ended.status()).as(region).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void rowsThatABodyOfAnotherDistrictSendsAreKnownThere() throws IOException {
        ingest("3301080101_2020-05_第2批.csv", HEADING + "甲四,110105194912310046,丁公司,城厢街道,主要负责人,,2020-05-08,初训,24,合格\n");

        List<JsonNode> all = desk.call(
                        "run", "training-quota", "--month", "2020-05", "--json", "--out", folder.resolve("all"))
                .objects();
        assertThat(all).anySatisfy(line -> {
            assertThat(line.path("unit").asString()).isEqualTo("330109001");
            assertThat(line.path("done").asInt()).isEqualTo(1);
        });
        assertThat(textOf(folder.resolve("all/training-quota-2020-05-330109.pdf")))
                .doesNotContain("未收到任何报表");
    }

    @Test
    void personsOfAFocusGroupCountOnceInEachAndOnlyWhereTheyPassed() throws IOException {
        ingest(
                "3301080101_2020-05_第2批.csv",
                HEADING
                        + "甲一,330108198501010012,甲公司,长河街道,主要负责人,班组长,2020-05-09,复训,8,合格\n"
                        + "甲四,110105194912310046,丁公司,长河街道,其他从业人员,班组长,2020-05-08,初训,24,不合格\n"
                        + "甲五,11010519491231002X,丁公司,长河街道,其他从业人员,班组长,2020-05-08,初训,24,\n");
        desk.call("run", "training-quota", "--month", "2020-05", "--region", "330108", "--out", folder.resolve("out"));

        assertThat(textOf(folder.resolve("out/training-quota-2020-05-330108.pdf"))
                        .replaceAll("\\s+", " "))
                .contains("1 西兴街道 0 1 0 1 0")
                .contains("2 长河街道 0 1 0 0 0")
                .contains("合计 0 2 0 1 0");
    }

    @Test
    void aNumberOfAPersonInTheWrongColumnIsNotPrinted() throws IOException {
        ingest(
                "3301080101_2020-05_第2批.csv",
                HEADING + "甲四,110105194912310046,13800138000,330108198501010039,主要负责人,,2020-05-08,初训,24,合格\n");
        load("companies", "统一社会信用代码,企业名称,所属街道代码\n91330108MA2AAAAA12,甲公司,330108001\n");
        desk.call("run", "training-quota", "--month", "2020-05", "--region", "330108", "--out", folder.resolve("out"));

        assertThat(textOf(folder.resolve("out/training-quota-2020-05-330108.pdf")))
                .contains("330108********0039")
                .doesNotContain("330108198501010039", "13800138000");
    }

    @Test
    void aYearThatIsNotOverIsNotToldAsOver() throws IOException {
        desk.call("run", "training-quota", "--year", "2020", "--region", "330108", "--out", folder.resolve("out"));

        assertThat(textOf(folder.resolve("out/training-quota-2020-330108.pdf")))
                .contains("本期未结束")
                .doesNotContain("考核年度已结束");
        assertThat(run("--year", "2020").get("all/total").path("scheduleRate").decimalValue())
                .isEqualByComparingTo("1");
    }

    @Test
    void theSameFiguresAreTheSameEditionAlsoAfterAnOlderCutOffWasAsked() throws IOException {
        desk.at("2020-06-01T10:00:00+08:00");
        assertThat(edition()).isEqualTo(1);
        desk.at("2020-06-02T10:00:00+08:00");
        ingest("3301080101_2020-05_第2批.csv", HEADING + "甲四,110105194912310046,丁公司,西兴街道,主要负责人,,2020-05-08,初训,24,合格\n");
        assertThat(edition()).isEqualTo(2);

        assertThat(edition("--cut-off", "2020-05-20T09:00:00+08:00")).isEqualTo(3);

        assertThat(edition()).isEqualTo(2);
        assertThat(edition("--cut-off", "2020-06-01T12:00:00+08:00")).isEqualTo(1);
    }

    @Test
    void aBatchThatFailedAndIsSentAgainIsNoLongerToldAsFailed() throws IOException {
        ingest("3301080101_2020-05_第1批.csv", HEADING + FIRST + SECOND.replace(",60\n", ",不合格\n"));

        Lines lines = run("--month", "2020-05");
        assertThat(lines.get("all/total").path("done").asInt()).isEqualTo(1);
        assertThat(lines.get("all/total").path("personTimes").asInt()).isEqualTo(2);
    }

    private int edition(String... more) {
        return run(concat("--month", "2020-05", more))
                .get("all/total")
                .path("edition")
                .asInt();
    }

    /** The lines of 滨江区. */
    private record Lines(List<JsonNode> all) {

        /** @param line unit and category */
        JsonNode get(String line) {
            return all.stream()
                    .filter(each -> line.equals(each.path("unit").asString() + "/"
                            + each.path("category").asString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Lines run(String... arguments) {
        List<Object> all = new ArrayList<>(List.of("run", "training-quota", "--region", "330108", "--json"));
        all.addAll(List.of(arguments));
        Ended ended = desk.call(all.toArray());
        assertThat(ended.status()).as(ended.err()).isZero();
        return new Lines(ended.objects());
    }

    private Ended load(String kind, String content, String... more) throws IOException {
        Path file = desk.file("load/" + kind + ".csv", content);
        List<Object> all = new ArrayList<>(List.of("load", kind, file));
        all.addAll(List.of(more));
        Ended ended = desk.call(all.toArray());
        assertThat(ended.status()).as(ended.err() + ended.out()).isZero();
        return ended;
    }

    private void ingest(String name, String content) throws IOException {
        Ended ended = desk.call("ingest", desk.file(name, content));
        assertThat(ended.status()).as(ended.out()).isZero();
    }

    private static String[] concat(String first, String second, String... more) {
        List<String> all = new ArrayList<>(List.of(first, second));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String textOf(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
