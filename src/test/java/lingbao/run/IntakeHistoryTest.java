package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What comes after what: repeats, corrections, refusals, late answers, and the editions of a report. */
class IntakeHistoryTest {

    private static final String DAY = "2020-06-17";
    private static final String WELL = "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n甲二,学员,36.6,无\n";
    private static final String ILL = "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n甲二,学员,37.6,无\n";
    private static final String UNANSWERED = "姓名,人员类别,体温,症状\n甲一,学员,,\n甲二,学员,,\n";
    private static final String WRONG = "姓名,人员类别,体温,症状\n甲一,学员,365,无\n甲二,学员,366,无\n";

    @TempDir
    Path folder;

    @Test
    void theSameFileAgainRepeatsItsFirstReceipt() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path sheet = desk.file("3301900101_2020-06-17.csv", WELL);
        JsonNode first = only(desk.call("ingest", sheet, "--json"));

        Ended again = desk.at("2020-06-17T10:00:00+08:00").call("ingest", sheet, "--json");

        assertThat(again.status()).isZero();
        assertThat(text(only(again), "state")).isEqualTo("duplicate");
        assertThat(text(only(again), "receipt"))
                .isEqualTo(text(first, "receipt"))
                .isNotEmpty();
        assertThat(health(desk, "3301900101")).contains("zero", "on-time", "2020-06-17T08:00:00+08:00");
    }

    @Test
    void aCorrectionCountsAndTheTimeOfTheFirstSheetStays() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        JsonNode first = only(desk.call("ingest", desk.file("3301900101_2020-06-17.csv", WELL), "--json"));

        Ended corrected = desk.at("2020-06-17T15:00:00+08:00")
                .call("ingest", desk.file("3301900101_2020-06-17_更正.csv", ILL), "--json");

        assertThat(corrected.status()).isZero();
        assertThat(text(only(corrected), "state")).isEqualTo("accepted");
        assertThat(text(only(corrected), "receipt")).isNotEqualTo(text(first, "receipt"));
        assertThat(health(desk, "3301900101")).contains("cases", "on-time", "2020-06-17T08:00:00+08:00");
        assertThat(figure(desk, "fever")).isEqualTo(1);
        assertThat(desk.call("export", "health-check", "--date", DAY, "--format", "json")
                        .objects())
                .hasSize(2);
    }

    @Test
    void theFirstVersionComesBackIntoForceWhenItIsSentOnceMore() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path well = desk.file("3301900101_2020-06-17.csv", WELL);
        desk.call("ingest", well);
        desk.at("2020-06-17T08:10:00+08:00").call("ingest", desk.file("3301900101_2020-06-17_b.csv", ILL));

        Ended back = desk.at("2020-06-17T08:20:00+08:00").call("ingest", well, "--json");

        assertThat(text(only(back), "state")).isEqualTo("accepted");
        assertThat(health(desk, "3301900101")).contains("zero");
    }

    @Test
    void aRefusedSheetReplacesNothing() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        desk.call("ingest", desk.file("3301900101_2020-06-17.csv", ILL));

        Ended refused = desk.at("2020-06-17T08:30:00+08:00")
                .call("ingest", desk.file("3301900101_2020-06-17_b.csv", WRONG), "--json");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(text(only(refused), "state")).isEqualTo("rejected");
        assertThat(health(desk, "3301900101")).contains("cases");
        assertThat(figure(desk, "persons")).isEqualTo(2);
    }

    @Test
    void aSheetWithFewerRowsIsToldByCheckAsByIngest() throws Exception {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path fewer = desk.file("3301900101_2020-06-17_b.csv", "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n");
        assertThat(codes(only(desk.call("check", fewer, "--json")))).isEmpty();
        desk.call("ingest", desk.file("3301900101_2020-06-17.csv", WELL));
        desk.at("2020-06-17T08:30:00+08:00");

        JsonNode check = only(desk.call("check", fewer, "--json"));
        assertThat(codes(only(desk.call("check", fewer, "--json", "--received-at", "2020-06-17T07:00:00+08:00"))))
                .isEmpty();
        JsonNode ingest = only(desk.call("ingest", fewer, "--json"));

        assertThat(codes(check)).containsExactly("FEWER_ROWS");
        assertThat(check.path("findings")).isEqualTo(ingest.path("findings"));
        assertThat(codes(only(desk.call("check", fewer, "--json")))).isEmpty();
    }

    @Test
    void theRefusedBytesAreJudgedAgain() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path sheet = desk.file("3301900103_2020-06-17.csv", WELL);
        assertThat(text(only(desk.call("ingest", sheet, "--json")), "state")).isEqualTo("rejected");
        desk.registered(Desk.REGIONS, Desk.INSTITUTIONS + "3301900103,知行会计培训学校,培训机构,330190001\n");

        Ended again = desk.at("2020-06-17T09:00:00+08:00").call("ingest", sheet, "--json");

        assertThat(again.status()).as(again.out()).isZero();
        assertThat(text(only(again), "state")).isEqualTo("accepted");
    }

    @Test
    void aSheetAnsweredOnlyAfterTheDeadlineIsLate() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        desk.call("ingest", desk.file("3301900101_2020-06-17.csv", UNANSWERED));
        assertThat(health(desk, "3301900101")).contains("blank", "on-time", "2020-06-17T08:00:00+08:00");

        desk.at("2020-06-17T09:30:01+08:00").call("ingest", desk.file("3301900101_2020-06-17_b.csv", WELL));

        assertThat(health(desk, "3301900101")).contains("zero", "late", "2020-06-17T09:30:01+08:00");
    }

    @Test
    void sheetsOfOneFormInstitutionAndDayInOneWorkbookAreBothRefused() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path workbook = Workbooks.write(
                folder.resolve("3301900101_2020-06-17.xlsx"), "一班", WELL, "考勤", "班级,应到人数,实到人数\n一班,2,2\n", "二班", ILL);

        Ended ended = desk.call("ingest", workbook, "--json");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.objects())
                .extracting(object -> text(object, "sheet") + " " + text(object, "state"))
                .containsExactly("一班 rejected", "考勤 accepted", "二班 rejected");
        assertThat(codes(ended.objects().get(0))).containsExactly("SHEET_REPEATED");
        assertThat(codes(ended.objects().get(1))).isEmpty();
        assertThat(codes(ended.objects().get(2))).containsExactly("SHEET_REPEATED");
        assertThat(ended.objects().get(0).at("/rows/rejected").asInt()).isEqualTo(2);
        assertThat(health(desk, "3301900101")).contains("missing");
        assertThat(desk.call("check", workbook, "--json").objects())
                .extracting(IntakeHistoryTest::codes)
                .containsExactly(List.of("SHEET_REPEATED"), List.of(), List.of("SHEET_REPEATED"));
    }

    @Test
    void sheetsOfOneFormForTwoInstitutionsStandInOneWorkbook() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path workbook = Workbooks.write(
                folder.resolve("2020-06-17.xlsx"), "甲", "单位：新程职业培训学校\n" + WELL, "乙", "单位：青石第一小学\n" + WELL);

        Ended ended = desk.call("ingest", workbook, "--json");

        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(figure(desk, "received")).isEqualTo(2);
    }

    @Test
    void aReceivedTimeIsTakenOnlyWhereItWasDecidedBeforeTheFirstUse() throws IOException {
        Desk desk = Desk.in(folder.resolve("ordinary"))
                .at("2020-06-18T08:00:00+08:00")
                .registered();
        Path sheet = desk.file("3301900101_2020-06-17.csv", WELL);
        // The registers were loaded: that was the first use.
        desk.declare("home.yaml", "migration: true\n");
        assertRefused(desk.call("ingest", sheet, "--received-at", "2020-06-17T08:00:00+08:00", "--json"));
        assertThat(health(desk, "3301900101")).contains("missing");

        Desk migration = Desk.ofMigration(folder.resolve("migration"))
                .at("2020-06-18T08:00:00+08:00")
                .registered();
        Ended taken = migration.call("ingest", sheet, "--received-at", "2020-06-17T08:00:00+08:00", "--json");
        assertThat(taken.status()).as(taken.err()).isZero();
        assertThat(health(migration, "3301900101")).contains("zero", "on-time", "2020-06-17T08:00:00+08:00");
    }

    @Test
    void aReceivedTimeThatHasNotComeIsRefused() throws IOException {
        Desk desk = Desk.ofMigration(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path sheet = desk.file("3301900101_2020-06-17.csv", WELL);

        assertRefused(desk.call("ingest", sheet, "--received-at", "2020-06-17T08:00:01+08:00", "--json"));
        assertRefused(desk.call("check", sheet, "--received-at", "2020-06-17T08:00:01+08:00", "--json"));

        assertThat(health(desk, "3301900101")).contains("missing");
        assertThat(desk.call("ingest", sheet, "--received-at", "2020-06-17T00:00:00Z")
                        .status())
                .isZero();
    }

    @Test
    void aHomeWhoseKeysAreGoneSealsNothingUnderOthers() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Files.delete(desk.home().resolve("keys/lingbao.key"));

        Ended ended = desk.call("ingest", desk.file("3301900101_2020-06-17.csv", WELL));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().lines()).hasSize(1);
    }

    @Test
    void aCutOffThatHasNotComeIsRefused() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();

        Ended ended = desk.call(
                "run", "zero-report", "--date", "2020-06-17", "--cut-off", "2020-06-17T08:00:01+08:00", "--json");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aDayThatHasNotBegunInThePlaceIsRefused() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-16T23:59:59+08:00").registered();

        assertRefused(desk.call("run", "zero-report", "--date", DAY));

        assertThat(desk.at("2020-06-17T00:00:00+08:00")
                        .call("run", "zero-report", "--date", DAY)
                        .status())
                .isZero();
    }

    @Test
    void anEditionThatSomeRegionsLackIsGivenOfTheOthers() throws IOException {
        Desk desk = Desk.in(folder)
                .at("2020-06-17T08:00:00+08:00")
                .registered(
                        Desk.REGIONS + "330190002,河湾街道,330190,subdistrict,\n",
                        Desk.INSTITUTIONS + "3301900201,河湾小学,学校,330190002\n");
        desk.call("run", "zero-report", "--date", DAY);
        desk.call("ingest", desk.file("3301900101_2020-06-17.csv", WELL));
        desk.at("2020-06-17T09:00:00+08:00").call("run", "zero-report", "--date", DAY);

        Ended second = desk.call("run", "zero-report", "--date", DAY, "--edition", "2", "--json");

        assertThat(second.status()).isZero();
        assertThat(second.objects())
                .extracting(object -> text(object, "region"))
                .containsExactly("330190001", "330190");
        assertThat(second.err()).contains("330190002").doesNotContain("330190001");
    }

    @Test
    void everyFaultOfARegisterIsToldAtOnce() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path institutions = desk.file("wrong.csv", """
                机构编码,机构名称,机构类型,所属街道代码,开业日期
                3301900103,知行会计培训学校,公司,330190001,
                3301900104,河湾小学,学校,330190009,
                3301900105,北岭中学,学校,330190001,去年
                """);
        Path regions = desk.file("wrong-regions.csv", """
                代码,名称,上级代码,级别,适用政策
                330191,江城区,,district,holingol
                330192,,,district,holingol
                330192001,东门街道,330192,subdistrict,
                330193,山城区,,district,nowhere
                """);

        Ended ended = desk.call("load", "institutions", institutions);
        Ended ofRegions = desk.call("load", "regions", regions);

        assertRefused(ended);
        assertThat(ended.err()).contains("C2", "330190009", "E4").doesNotContain("上传");
        assertRefused(ofRegions);
        // The parent of the third row is the second one, which can't be read.
        assertThat(ofRegions.err()).contains("B3", "nowhere").doesNotContain("330192");
        assertThat(desk.call("status", "--date", DAY, "--json").objects())
                .noneMatch(object -> text(object, "institution").equals("3301900104"));
    }

    @Test
    void theSameFiguresAreTheSameEditionAndAnIssuedOneNeverChanges() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        desk.call("ingest", desk.file("3301900101_2020-06-17.csv", WELL));
        byte[] first = district(desk.at("2020-06-17T10:00:00+08:00"), "one", 1, "");

        byte[] again = district(desk.at("2020-06-17T11:00:00+08:00"), "two", 1, "");
        assertThat(again).isEqualTo(first);

        desk.at("2020-06-17T12:00:00+08:00").call("ingest", desk.file("3301900102_2020-06-17.csv", ILL));
        byte[] second = district(desk.at("2020-06-17T13:00:00+08:00"), "three", 2, "-e2");
        assertThat(second).isNotEqualTo(first);

        byte[] fetched = district(desk, "four", 1, "", "--edition", "1");
        assertThat(fetched).isEqualTo(first);
        byte[] before = district(desk, "five", 1, "", "--cut-off", "2020-06-17T10:00:00+08:00");
        assertThat(before).isEqualTo(first);
    }

    @Test
    void aDayOnWhichNothingCameSaysSo() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T12:00:00+08:00").registered();

        Ended run = desk.call("run", "zero-report", "--date", DAY, "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.objects()).hasSize(2).allSatisfy(region -> {
            assertThat(region.path("expected").asInt()).isEqualTo(2);
            assertThat(region.path("missing").asInt()).isEqualTo(2);
            assertThat(region.path("zero").asInt()).isZero();
        });
        assertThat(health(desk, "3301900101")).containsExactly("missing", "none", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run zero-report",
                "run zero-report --month 2020-06",
                "run no-such-report --date 2020-06-17",
                "run zero-report --date 2020-06-17 --region 110000",
                "run zero-report --date 2020-06-17 --edition 7",
                "run zero-report --date 17.6.2020",
                "status",
                "export health-check",
                "export no-such-form --date 2020-06-17",
                "export health-check --date 2020-06-17 --month 2020-06",
                "export health-check --date 2020-06-17 --format pdf",
                "ingest",
                "ingest no-such-file.xlsx",
                "ingest . --no-such-option",
                "load no-such-register samples/regions.csv",
                "load regions no-such-file.csv",
                "no-such-command",
                ""
            })
    void whatCannotRunSaysSoInOneLine(String arguments) throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T12:00:00+08:00").registered();

        Ended ended = desk.call(Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .toArray());

        assertRefused(ended);
    }

    private static void assertRefused(Ended ended) {
        assertThat(ended.status()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(ended.err().lines()).hasSize(1).noneMatch(String::isBlank);
        assertThat(ended.err()).doesNotContain("Exception", "faults.log");
        assertThat(ended.out()).isEmpty();
    }

    /** The district's page of this edition. */
    private byte[] district(Desk desk, String out, int edition, String ending, String... more) throws IOException {
        Path to = folder.resolve(out);
        Object[] arguments = Stream.concat(
                        Stream.of("run", "zero-report", "--date", DAY, "--region", "330190", "--out", to, "--json"),
                        Arrays.stream(more))
                .toArray();
        Ended run = desk.call(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        JsonNode district = run.objects().get(run.objects().size() - 1);
        assertThat(district.path("edition").asInt()).isEqualTo(edition);
        assertThat(to.resolve("zero-report-" + DAY + "-330190" + ending + ".xlsx"))
                .isRegularFile();
        return Files.readAllBytes(to.resolve("zero-report-" + DAY + "-330190" + ending + ".pdf"));
    }

    /** State, timeliness and received time of the institution's health sheet. */
    private static List<String> health(Desk desk, String institution) {
        Ended status = desk.call("status", "--date", DAY, "--json");
        assertThat(status.status()).as(status.err()).isZero();
        return status.objects().stream()
                .filter(object -> text(object, "institution").equals(institution)
                        && text(object, "form").equals("health-check"))
                .map(object -> List.of(text(object, "state"), text(object, "timeliness"), text(object, "receivedAt")))
                .findFirst()
                .orElseThrow();
    }

    /** The district's figure. */
    private static int figure(Desk desk, String id) {
        Ended run = desk.call("run", "zero-report", "--date", DAY, "--json");
        assertThat(run.status()).as(run.err()).isZero();
        return run.objects().get(run.objects().size() - 1).path(id).asInt();
    }

    private static JsonNode only(Ended ended) {
        assertThat(ended.objects()).as(ended.err()).hasSize(1);
        return ended.objects().get(0);
    }

    private static String text(JsonNode object, String key) {
        return object.path(key).asString("");
    }

    private static List<String> codes(JsonNode object) {
        return object.path("findings")
                .valueStream()
                .map(finding -> text(finding, "code"))
                .toList();
    }
}
