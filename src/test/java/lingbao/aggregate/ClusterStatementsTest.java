package lingbao.aggregate;

import static java.util.Objects.requireNonNull;
import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static lingbao.aggregate.StoredDay.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import lingbao.catalogue.Choice;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

/** Which sheets make a cluster, and what is said of it; the counting itself is shown by the checks' own examples. */
class ClusterStatementsTest {

    private static final String IN_CLASS = "cluster-in-class";
    private static final String IN_SUBDISTRICT = "cluster-in-subdistrict";

    @OnBothDatabases
    void everySymptomOfTheFormButNoneAndOtherMakesACluster(TestDatabase database) {
        List<String> words =
                requireNonNull(CATALOGUE.forms().get("health-check"))
                        .column("symptoms")
                        .orElseThrow()
                        .choices()
                        .stream()
                        .map(Choice::word)
                        .toList();
        StoredDay day = district(database);
        String[] rows = words.stream()
                .flatMap(word -> IntStream.range(0, 3)
                        .mapToObj(number -> ill(word + number, "class-of-" + word, "|" + word + "|")))
                .toArray(String[]::new);
        day.sheet("health-check", "E1", "08:00:00", rows);

        assertThat(words).contains("无", "其他").hasSizeGreaterThan(10);
        assertThat(found(day, IN_CLASS, CUT_OFF)).hasSize(words.size() - 2);
    }

    @OnBothDatabases
    void aClassIsFoundOnceHoweverManySymptomsItShares(TestDatabase database) {
        StoredDay day = district(database)
                .sheet(
                        "health-check",
                        "E1",
                        "08:00:00",
                        ill("p1", "一班", "|腹泻|呕吐|"),
                        ill("p2", "一班", "|腹泻|呕吐|"),
                        ill("p3", "一班", "|腹泻|呕吐|"),
                        ill("p4", "一班", "|呕吐|"),
                        ill("p4", "一班", "|呕吐|"),
                        ill("p5", "二班", "|腹泻|"),
                        ill("p6", "二班", "|腹泻|"),
                        ill("p7", "二班", "|腹泻|"));
        assertThat(found(day, IN_CLASS, CUT_OFF))
                .extracting(DayFinding::message)
                .satisfiesExactly(
                        message -> assertThat(message).contains("当日3人", "三日3人"),
                        message -> assertThat(message).contains("当日4人", "三日4人"));
    }

    @OnBothDatabases
    void aMessageNamesNoClassNoSymptomAndNobody(TestDatabase database) {
        StoredDay day = district(database)
                .sheet(
                        "health-check",
                        "E1",
                        "08:00:00",
                        ill("甲一", "汽修三班", "|腹泻|"),
                        ill("甲二", "汽修三班", "|腹泻|"),
                        ill("甲三", "汽修三班", "|腹泻|"))
                .sheet("health-check", "E2", "08:00:00", ill("乙一", "焊工一班", "|腹泻|"));
        for (String check : List.of(IN_CLASS, IN_SUBDISTRICT)) {
            assertThat(found(day, check, CUT_OFF)).isNotEmpty().allSatisfy(finding -> assertThat(finding.message())
                    .doesNotContain("汽修", "焊工", "腹泻", "甲一", "乙一"));
        }
    }

    @OnBothDatabases
    void onlySheetsInForceAtTheCutOffCount(TestDatabase database) {
        StoredDay day = district(database)
                .sheetOf(
                        DAY.minusDays(1),
                        "health-check",
                        "E1",
                        "2020-06-16T08:00:00",
                        ill("p1", "一班", "|皮疹|"),
                        ill("p2", "一班", "|皮疹|"),
                        ill("p3", "一班", "|皮疹|"))
                .sheet("health-check", "E1", "08:00:00", ill("p4", "一班", "|皮疹|"), ill("p5", "一班", "|皮疹|"))
                .sheetOf(
                        DAY.minusDays(1),
                        "health-check",
                        "E1",
                        "2020-06-17T10:00:00",
                        ill("p1", "一班", "|皮疹|"),
                        ill("p2", "一班", "|无|"));
        assertThat(found(day, IN_CLASS, StoredDay.at("2020-06-17T07:59:59"))).isEmpty();
        assertThat(found(day, IN_CLASS, StoredDay.at("2020-06-17T09:00:00")))
                .extracting(DayFinding::message)
                .allSatisfy(message -> assertThat(message).contains("当日2人", "三日5人"))
                .hasSize(1);
        assertThat(found(day, IN_CLASS, CUT_OFF)).isEmpty();
    }

    @OnBothDatabases
    void institutionsOfAnotherSubdistrictAreNoneOfTheCluster(TestDatabase database) {
        StoredDay day = district(database)
                .sheet("health-check", "E1", "08:00:00", ill("p1", "一班", "|黄疸|"), ill("p2", "一班", "|黄疸|"))
                .sheet("health-check", "F1", "08:00:00", ill("p3", "一班", "|黄疸|"));
        assertThat(found(day, IN_SUBDISTRICT, CUT_OFF)).isEmpty();
        day.sheet("health-check", "E2", "08:00:00", ill("p4", "一班", "|黄疸|"));
        assertThat(found(day, IN_SUBDISTRICT, CUT_OFF))
                .extracting(finding -> finding.institution().code())
                .containsExactly("E1", "E2");
    }

    /** The sheets of the days before come along with the institution. */
    @OnBothDatabases
    void anInstitutionStandsWhereTheRegisterHasItOnTheReportsDay(TestDatabase database) {
        StoredDay day = district(database)
                .sheetOf(
                        DAY.minusDays(2),
                        "health-check",
                        "E1",
                        "2020-06-15T08:00:00",
                        ill("p1", "一班", "|黄疸|"),
                        ill("p2", "一班", "|黄疸|"))
                .sheet("health-check", "F1", "08:00:00", ill("p3", "一班", "|黄疸|"), ill("p4", "一班", "|黄疸|"))
                .sheet("health-check", "E2", "08:00:00", ill("p5", "一班", "|黄疸|"));
        assertThat(found(day, IN_SUBDISTRICT, CUT_OFF)).isEmpty();
        day.institutions("E1,甲中心,学校,D2,,", "E2,乙中心,学校,D2,,");
        assertThat(found(day, IN_SUBDISTRICT, CUT_OFF))
                .extracting(finding -> finding.institution().code())
                .containsExactly("E1", "E2", "F1");
    }

    private static StoredDay district(TestDatabase database) {
        return StoredDay.afresh(database)
                .regions("D,试验区,,district,yimei", "D1,一街道,D,subdistrict,", "D2,二街道,D,subdistrict,")
                .institutions("E1,甲中心,学校,D1,,", "E2,乙中心,学校,D1,,", "F1,丙中心,学校,D2,,");
    }

    private static String ill(String person, String className, String symptoms) {
        return "person_key=" + person + " className=" + className + " morningTemperature=36.5 symptoms=" + symptoms;
    }

    private static List<DayFinding> found(StoredDay day, String check, Instant cutOff) {
        return day.contents().of(REPORT, new Period(PeriodKind.DAY, DAY), "D", cutOff).stream()
                .filter(content -> content.region().code().equals("D"))
                .flatMap(content -> content.findings().stream())
                .filter(finding -> finding.check().id().equals(check))
                .toList();
    }
}
