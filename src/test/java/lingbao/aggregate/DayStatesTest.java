package lingbao.aggregate;

import static java.util.Objects.requireNonNull;
import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.domain.DayState;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.domain.Timeliness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayStatesTest {

    private static final Form FORM = requireNonNull(CATALOGUE.forms().get("health-check"));

    @Test
    void countsTheSecondOfTheDeadlineAsOnTimeAndTheNextAsLate() {
        assertThat(day(answered("2020-06-17T09:29:59")).timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(day(answered("2020-06-17T09:30:00")).timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(day(answered("2020-06-17T09:30:00.999")).timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(day(answered("2020-06-17T09:30:01")).timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(day(answered("2020-06-18T00:00:00")).timeliness()).isEqualTo(Timeliness.LATE);
    }

    @Test
    void judgesTheDeadlineInThePolicysZone() {
        Policy urumqi = policy("Asia/Urumqi", "feverAtLeast", "37.3");
        InstitutionDay day = judged(urumqi, answered("2020-06-17T11:30:00"));
        assertThat(day.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(judged(urumqi, answered("2020-06-17T11:30:01")).timeliness()).isEqualTo(Timeliness.LATE);
    }

    @Test
    void neverMovesTheTimelinessByACorrection() {
        InstitutionDay day = day(
                version("2020-06-17T08:00:00", "2020-06-17T15:00:00", 3, 0, "36.5"),
                version("2020-06-17T15:00:00", null, 3, 0, "38.0"));
        assertThat(day.state()).isEqualTo(DayState.CASES);
        assertThat(day.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(day.receivedAt()).isEqualTo(StoredDay.at("2020-06-17T08:00:00"));
    }

    @Test
    void countsAnEmptySheetThatIsFilledInLateAsLate() {
        InstitutionDay day = day(
                version("2020-06-17T08:00:00", "2020-06-17T15:00:00", 0, 0, null),
                version("2020-06-17T15:00:00", null, 3, 0, "36.5"));
        assertThat(day.state()).isEqualTo(DayState.ZERO);
        assertThat(day.timeliness()).isEqualTo(Timeliness.LATE);
        assertThat(day.receivedAt()).isEqualTo(StoredDay.at("2020-06-17T15:00:00"));
    }

    @Test
    void keepsTheTimeOfTheAnswerWhereABlankSheetFollows() {
        InstitutionDay day = day(
                version("2020-06-17T08:00:00", "2020-06-17T15:00:00", 3, 0, "36.5"),
                version("2020-06-17T15:00:00", null, 0, 0, null));
        assertThat(day.state()).isEqualTo(DayState.BLANK);
        assertThat(day.timeliness()).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void countsTheVersionThatWasInForceAtTheCutOff() {
        SubmissionVersion[] both = {
            version("2020-06-17T08:00:00", "2020-06-17T15:00:00", 3, 0, "36.5"),
            version("2020-06-17T15:00:00", null, 3, 1, "36.5")
        };
        assertThat(judged("2020-06-17T07:59:59", both).state()).isEqualTo(DayState.MISSING);
        assertThat(judged("2020-06-17T08:00:00", both).state()).isEqualTo(DayState.ZERO);
        assertThat(judged("2020-06-17T14:59:59", both).state()).isEqualTo(DayState.ZERO);
        assertThat(judged("2020-06-17T15:00:00", both).state()).isEqualTo(DayState.CASES);
    }

    @Test
    void meetsTheFeverThresholdByThePolicysOwnOperator() {
        Policy atLeast = policy("Asia/Shanghai", "feverAtLeast", "37.3");
        Policy above = policy("Asia/Shanghai", "feverAbove", "37.3");
        assertThat(judged(atLeast, version("2020-06-17T08:00:00", null, 1, 0, "37.30"))
                        .state())
                .isEqualTo(DayState.CASES);
        assertThat(judged(above, version("2020-06-17T08:00:00", null, 1, 0, "37.30"))
                        .state())
                .isEqualTo(DayState.ZERO);
        assertThat(judged(above, version("2020-06-17T08:00:00", null, 1, 0, "37.31"))
                        .state())
                .isEqualTo(DayState.CASES);
    }

    @Test
    void isMissingWhereNothingWasAccepted() {
        InstitutionDay day = day();
        assertThat(day.state()).isEqualTo(DayState.MISSING);
        assertThat(day.timeliness()).isEqualTo(Timeliness.NONE);
        assertThat(day.receivedAt()).isNull();
    }

    private static InstitutionDay day(SubmissionVersion... versions) {
        return judged(requireNonNull(CATALOGUE.policies().get("holingol")), versions);
    }

    private static InstitutionDay judged(Policy policy, SubmissionVersion... versions) {
        return judged(policy, CUT_OFF, versions);
    }

    private static InstitutionDay judged(String cutOff, SubmissionVersion... versions) {
        return judged(requireNonNull(CATALOGUE.policies().get("holingol")), StoredDay.at(cutOff), versions);
    }

    private static InstitutionDay judged(Policy policy, Instant cutOff, SubmissionVersion... versions) {
        return DayStates.judged(
                new Region("D1", "一街道", null, RegionLevel.SUBDISTRICT, policy.id()),
                new Institution("E1", "甲中心", InstitutionKind.SCHOOL, "D1"),
                FORM,
                new Period(PeriodKind.DAY, DAY),
                policy,
                List.of(versions),
                cutOff);
    }

    private static SubmissionVersion answered(String receivedAt) {
        return version(receivedAt, null, 1, 0, "36.5");
    }

    private static SubmissionVersion version(
            String receivedAt,
            @Nullable String supersededAt,
            int answeredRows,
            int caseRows,
            @Nullable String highest) {
        return new SubmissionVersion(
                "E1",
                0,
                answeredRows,
                caseRows,
                highest == null ? null : new BigDecimal(highest),
                StoredDay.at(receivedAt),
                supersededAt == null ? null : StoredDay.at(supersededAt));
    }

    private static Policy policy(String zone, String threshold, String value) {
        LocalDate since = LocalDate.of(2020, 1, 1);
        return new Policy(
                "fifth",
                "第五",
                ZoneId.of(zone),
                Map.of(
                        threshold,
                        List.of(new Policy.DatedValue(since, new BigDecimal(value), Policy.Origin.SETTING, "测试"))),
                List.of(new Policy.Deadline(null, Set.of(), LocalTime.of(9, 30), since, Policy.Origin.SETTING, "测试")));
    }
}
