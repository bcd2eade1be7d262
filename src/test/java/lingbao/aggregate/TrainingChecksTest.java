package lingbao.aggregate;

import static java.util.Objects.requireNonNull;
import static lingbao.aggregate.StoredDay.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lingbao.catalogue.ProgressReport;
import lingbao.domain.Period;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

/** How many persons and rows the checks of the rosters tell of, and of whom; what they find is shown by their own examples. */
class TrainingChecksTest {

    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final Instant CUT_OFF = StoredDay.at("2020-07-01T20:00:00");

    @OnBothDatabases
    void aPersonIsToldOfOnceHoweverOftenAndByWhomeverListed(TestDatabase database) {
        StoredDay month = district(database)
                .sheetOf(
                        JUNE,
                        "training-roster",
                        "E1",
                        "2020-06-28T08:00:00",
                        welder("p1", "2020-06-01") + " certificateExpiry=2020-06-20",
                        welder("p1", "2020-06-02") + " certificateExpiry=2020-06-20",
                        welder("p2", "2020-06-01") + " certificateExpiry=2020-06-20")
                .sheetOf(
                        JUNE,
                        "training-roster",
                        "F1",
                        "2020-06-29T08:00:00",
                        welder("p2", "2020-06-08") + " certificateExpiry=2020-06-20",
                        welder("p3", "2020-06-08") + " certificateExpiry=2020-06-20");
        for (String check : List.of(
                "certificate-expired",
                "special-operations-uncertified",
                "training-not-passed",
                "training-hours-below-policy")) {
            assertThat(messages(month, check, Period.of("2020-06")))
                    .as(check)
                    .satisfiesExactlyInAnyOrder(
                            message -> assertThat(message).startsWith("甲中心").containsPattern("有1[人名]"),
                            message -> assertThat(message).startsWith("丙中心").containsPattern("有2[人名]"));
        }
    }

    @OnBothDatabases
    void whatIsOfTheYearSaysTheSameInDecemberAndForTheYear(TestDatabase database) {
        StoredDay year = district(database)
                .companies(List.of("91330108MA2AAAAA12,甲公司,D2"))
                .sheetOf(
                        JUNE,
                        "training-roster",
                        "E1",
                        "2020-06-28T08:00:00",
                        welder("p1", "2020-06-01") + " certificateExpiry=2020-06-20",
                        roster("p2", "2020-06-01", "一街", "甲公司"),
                        roster("p3", "2020-06-01", "一街道", "乙公司"));
        for (String check : List.of(
                "certificate-expired",
                "special-operations-uncertified",
                "training-not-passed",
                "training-hours-below-policy",
                "unit-unknown",
                "company-unknown",
                "company-unit-differs")) {
            assertThat(messages(year, check, Period.of("2020")))
                    .as(check)
                    .isNotEmpty()
                    .isEqualTo(messages(year, check, Period.of("2020-12")));
            assertThat(messages(year, check, Period.of("2020-05"))).as(check).isEmpty();
        }
    }

    @OnBothDatabases
    void atMostThreeNamesAreToldTheOftenestFirst(TestDatabase database) {
        StoredDay month = district(database)
                .companies(List.of("91330108MA2AAAAA12,甲公司,D2"))
                .sheetOf(
                        JUNE,
                        "training-roster",
                        "E1",
                        "2020-06-28T08:00:00",
                        IntStream.rangeClosed(1, 5)
                                .boxed()
                                .flatMap(name -> IntStream.range(0, name)
                                        .mapToObj(person -> roster(
                                                "p" + name + person, "2020-06-01", "unit" + name, "company" + name)))
                                .toArray(String[]::new));
        assertThat(messages(month, "unit-unknown", Period.of("2020-06")))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("15行", "unit5、unit4、unit3 等5个"));
        assertThat(messages(month, "company-unknown", Period.of("2020-06")))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("15行", "company5、company4、company3 等5个"));
    }

    @OnBothDatabases
    void aPrintedTotalIsToldBesideWhatItsPartsComeTo(TestDatabase database) {
        StoredDay year = district(database)
                .sheetOf(
                        LocalDate.of(2020, 1, 1),
                        "quota",
                        "D",
                        "2020-05-08T08:00:00",
                        "unit=一街道 principal=140 safetyManager=160 otherEmployee=10000 total=10300",
                        "unit=二街道 principal=140 safetyManager=160 otherEmployee=10000 total=10300",
                        "unit=合计 principal=280 safetyManager=320 otherEmployee=20000 total=26000");
        assertThat(messages(year, "quota-does-not-add-up", Period.of("2020-06")))
                .singleElement()
                .satisfies(message ->
                        assertThat(message).startsWith("试验区").contains("“合计”一行的“合计”", "原表印26000", "核算20600"));
        assertThat(messages(year, "unit-unknown", Period.of("2020-06"))).isEmpty();
    }

    private static StoredDay district(TestDatabase database) {
        return StoredDay.afresh(database)
                .regions("D,试验区,,district,binjiang", "D1,一街道,D,subdistrict,", "D2,二街道,D,subdistrict,")
                .institutions("E1,甲中心,培训机构,D1,,", "F1,丙中心,培训机构,D2,,");
    }

    /** Short of hours, failed and without a certificate. */
    private static String welder(String person, String trainingDate) {
        return roster(person, trainingDate, "一街道", "甲公司") + " focusGroup=|特种作业人员|新员工| result=不合格";
    }

    private static String roster(String person, String trainingDate, String unit, String company) {
        return "person_key=" + person + " category=其他从业人员 unit=" + unit + " company=" + company + " trainingDate="
                + trainingDate + " course=初训 hours=4";
    }

    private static List<String> messages(StoredDay stored, String check, Period period) {
        ProgressReport report =
                (ProgressReport) requireNonNull(CATALOGUE.reports().get("training-quota"));
        return stored.contents().of(report, period, "D", CUT_OFF).get(0).findings().stream()
                .filter(finding -> finding.check().id().equals(check))
                .map(DayFinding::message)
                .toList();
    }
}
