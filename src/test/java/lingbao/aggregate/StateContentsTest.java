package lingbao.aggregate;

import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static lingbao.aggregate.StoredDay.REPORT;
import static lingbao.aggregate.StoredDay.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Policy;
import lingbao.domain.DayState;
import lingbao.domain.FindingCode;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Timeliness;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

class StateContentsTest {

    private static final Period PERIOD = new Period(PeriodKind.DAY, DAY);

    private static final String WELL = "person_key=p1 morningTemperature=36.5 symptoms=|无|";
    private static final String FEVERISH = "person_key=p2 morningTemperature=37.3";

    @OnBothDatabases
    void addsUpSubdistrictsAndTheDistrictsOwnInstitutions(TestDatabase database) {
        StoredDay day = district(database)
                .institutions("E9,区中心,评价机构,D,,")
                .sheet("health-check", "E1", "09:30:00", WELL, FEVERISH)
                .sheet("health-check", "E2", "09:30:01", WELL)
                .sheet("health-check", "E3", "08:00:00")
                .sheet("health-check", "E9", "08:00:00", WELL)
                .refused("health-check", "E4", "08:00:00", FindingCode.ID_CHECKSUM, 3);
        List<StateContent> contents = day.contents().of(REPORT, PERIOD, null, CUT_OFF);
        assertThat(contents).extracting(content -> content.region().code()).containsExactly("D1", "D2", "D");

        StateContent first = contents.get(0);
        assertThat(first.total().values())
                .containsEntry("expected", 2)
                .containsEntry("received", 2)
                .containsEntry("onTime", 1)
                .containsEntry("late", 1)
                .containsEntry("missing", 0)
                .containsEntry("blank", 0)
                .containsEntry("zero", 1)
                .containsEntry("withCases", 1)
                .containsEntry("persons", 3)
                .containsEntry("fever", 1);
        assertThat(first.rows()).extracting(RegionFigures::code).containsExactly("E1", "E2");
        assertThat(first.institutions())
                .extracting(state -> state.institution().code(), InstitutionDay::state, InstitutionDay::timeliness)
                .containsExactly(
                        tuple("E1", DayState.CASES, Timeliness.ON_TIME), tuple("E2", DayState.ZERO, Timeliness.LATE));

        StateContent second = contents.get(1);
        assertThat(second.total().values())
                .containsEntry("expected", 2)
                .containsEntry("received", 1)
                .containsEntry("blank", 1)
                .containsEntry("missing", 1)
                .containsEntry("persons", 0);
        assertThat(second.total().unheard()).contains("persons", "absentSick").doesNotContain("expected");
        assertThat(second.refusedFiles()).extracting(RefusedSheet::institution).containsExactly("丁幼儿园");

        StateContent district = contents.get(2);
        assertThat(district.rows()).extracting(RegionFigures::code).containsExactly("D1", "D2", "D");
        assertThat(district.total().values())
                .containsEntry("expected", 5)
                .containsEntry("received", 4)
                .containsEntry("persons", 4);
        assertThat(district.total().unheard()).doesNotContain("persons");
        for (StateContent content : contents) {
            assertAddsUp(content.total());
            content.rows().forEach(StateContentsTest::assertAddsUp);
        }
    }

    @OnBothDatabases
    void leavesOutWhatThePolicyHasNoRuleForAndSumsTheRegionsThatHaveIt(TestDatabase database) {
        StoredDay day = StoredDay.afresh(database)
                .regions("D,试验区,,district,yimei", "D1,一街道,D,subdistrict,", "D2,二街道,D,subdistrict,holingol")
                .institutions("E1,甲学校,学校,D1,,", "E2,乙学校,学校,D2,,")
                .sheet("disinfection", "E1", "19:00:00", "place=101 action=消毒 startTime=08:00")
                .sheet("disinfection", "E2", "19:00:00", "place=101 action=消毒 startTime=08:00");
        List<StateContent> contents = day.contents().of(REPORT, PERIOD, "D", CUT_OFF);
        assertThat(contents.get(0).total().values())
                .containsKey("fever")
                .doesNotContainKeys(
                        "disinfectionMet",
                        "disinfectionNotMet",
                        "disinfectionNotSent",
                        "ventilationMet",
                        "ventilationNotMet",
                        "ventilationNotSent");
        assertThat(contents.get(0).figureIds()).doesNotContain("disinfectionMet");
        assertThat(contents.get(2).total().values())
                .containsEntry("disinfectionMet", 0)
                .containsEntry("disinfectionNotMet", 1)
                .containsEntry("disinfectionNotSent", 0)
                .containsEntry("ventilationNotMet", 1);
    }

    @OnBothDatabases
    void leavesOutAFigureWhoseFormNobodyOwes(TestDatabase database) {
        Map<String, lingbao.catalogue.Form> forms = new TreeMap<>(CATALOGUE.forms());
        forms.remove("attendance");
        StoredDay day = StoredDay.afresh(
                        database,
                        new Catalogue(
                                forms,
                                CATALOGUE.registers(),
                                CATALOGUE.policies(),
                                CATALOGUE.thresholds(),
                                CATALOGUE.checks(),
                                CATALOGUE.reports(),
                                CATALOGUE.fileRules()))
                .regions("D,试验区,,district,yimei", "D1,一街道,D,subdistrict,", "D2,空街道,D,subdistrict,")
                .institutions("E1,甲学校,学校,D1,,");
        List<StateContent> contents = day.contents().of(REPORT, PERIOD, "D", CUT_OFF);
        assertThat(contents.get(0).total().values()).containsKey("persons").doesNotContainKey("absentSick");
        assertThat(contents.get(0).formsReceived()).hasSize(2).containsValue(0);
        assertThat(contents.get(0).nothingReceived()).isTrue();
        assertThat(contents.get(1).total().values())
                .containsEntry("expected", 0)
                .containsEntry("findings", 0)
                .doesNotContainKey("persons");
    }

    @OnBothDatabases
    void dropsAnInstitutionThatWasNotOpenThatDay(TestDatabase database) {
        StoredDay day = StoredDay.afresh(database)
                .regions("D,试验区,,district,holingol")
                .institutions("E1,甲学校,学校,D,2020-06-17,", "E2,乙学校,学校,D,2020-01-01,2020-06-17", "E3,丙学校,学校,D,2020-06-18,")
                .sheet("health-check", "E2", "08:00:00", FEVERISH)
                .sheet("health-check", "E3", "08:00:00", FEVERISH);
        StateContent content = day.contents().of(REPORT, PERIOD, "D", CUT_OFF).get(0);
        assertThat(content.total().values())
                .containsEntry("expected", 1)
                .containsEntry("missing", 1)
                .containsEntry("persons", 0);
        assertThat(content.findings())
                .allMatch(finding -> finding.institution().code().equals("E1"));
    }

    /** The register was loaded a second time on the day itself, after the sheet had come. */
    @OnBothDatabases
    void countsASheetWhereTheRegisterPlacedItsInstitutionThatDay(TestDatabase database) {
        StoredDay day = district(database).sheet("health-check", "E1", "08:00:00", WELL);
        day.institutions("E1,甲中心,培训机构,D2,,");
        List<StateContent> contents = day.contents().of(REPORT, PERIOD, "D", CUT_OFF);
        assertThat(contents.get(0).total().values())
                .containsEntry("expected", 1)
                .containsEntry("persons", 0);
        assertThat(contents.get(1).total().values())
                .containsEntry("expected", 3)
                .containsEntry("persons", 1);
    }

    @OnBothDatabases
    void countsWhatWasInForceAtTheCutOffAndNothingLater(TestDatabase database) {
        StoredDay day = district(database)
                .sheet("health-check", "E1", "08:00:00", WELL)
                .sheet("health-check", "E1", "15:00:00", WELL, FEVERISH);
        Instant before = at("2020-06-17T12:00:00");
        StateContent early = only(day, before);
        assertThat(early.total().values()).containsEntry("persons", 1).containsEntry("withCases", 0);
        StateContent late = only(day, CUT_OFF);
        assertThat(late.total().values())
                .containsEntry("persons", 2)
                .containsEntry("withCases", 1)
                .containsEntry("onTime", 1);
        assertThat(only(day, before).figuresHash()).isEqualTo(early.figuresHash());
        assertThat(late.figuresHash()).isNotEqualTo(early.figuresHash());
    }

    @OnBothDatabases
    void tellsOfARefusedSheetUntilOneThatCountsFollows(TestDatabase database) {
        StoredDay day = district(database)
                .refused("health-check", "E1", "08:00:00", FindingCode.MERGED_CROSSES_COLUMNS, 0, "B2:C2")
                .refused("health-check", "E2", "08:00:00", FindingCode.ID_CHECKSUM, 3)
                .sheet("health-check", "E2", "08:30:00", WELL)
                .refused("attendance", "E2", "08:00:00", FindingCode.SUM_MISMATCH, 3);
        assertThat(day.contents().of(REPORT, PERIOD, "D1", CUT_OFF).get(0).refusedFiles())
                .satisfiesExactly(
                        sheet -> {
                            assertThat(sheet.institution()).isEqualTo("甲中心");
                            assertThat(sheet.reason()).contains("B2:C2");
                        },
                        sheet -> {
                            assertThat(sheet.institution()).isEqualTo("乙学校");
                            assertThat(sheet.form()).isEqualTo("考勤统计表");
                        });
    }

    @OnBothDatabases
    void weighsFeverByThePolicysOwnOperator(TestDatabase database) {
        Map<String, Policy> policies = new TreeMap<>(CATALOGUE.policies());
        Policy holingol = Objects.requireNonNull(policies.get("holingol"));
        Map<String, List<Policy.DatedValue>> thresholds = new LinkedHashMap<>(holingol.thresholds());
        thresholds.remove("feverAtLeast");
        thresholds.put(
                "feverAbove",
                List.of(new Policy.DatedValue(
                        LocalDate.of(2020, 1, 1), new BigDecimal("37.3"), Policy.Origin.SETTING, "测试")));
        policies.put(
                "holingol", new Policy("holingol", holingol.name(), holingol.zone(), thresholds, holingol.deadlines()));
        StoredDay day = StoredDay.afresh(
                        database,
                        new Catalogue(
                                CATALOGUE.forms(),
                                CATALOGUE.registers(),
                                policies,
                                CATALOGUE.thresholds(),
                                CATALOGUE.checks(),
                                CATALOGUE.reports(),
                                CATALOGUE.fileRules()))
                .regions("D,试验区,,district,holingol")
                .institutions("E1,甲学校,学校,D,,", "E2,乙学校,学校,D,,")
                .sheet("health-check", "E1", "08:00:00", FEVERISH)
                .sheet("health-check", "E2", "08:00:00", "person_key=p morningTemperature=37.4");
        assertThat(only(day, CUT_OFF).total().values())
                .containsEntry("fever", 1)
                .containsEntry("withCases", 1);
    }

    @OnBothDatabases
    void printsTheDeadlinesWithTheirOriginOfTheFormsThatTheReportCounts(TestDatabase database) {
        Map<String, Policy> policies = new TreeMap<>(CATALOGUE.policies());
        Policy holingol = Objects.requireNonNull(policies.get("holingol"));
        List<Policy.Deadline> deadlines = new ArrayList<>(holingol.deadlines());
        deadlines.add(
                deadline("health-check", Set.of(InstitutionKind.KINDERGARTEN), "08:30", LocalDate.of(2020, 6, 1)));
        deadlines.add(deadline("health-check", Set.of(InstitutionKind.KINDERGARTEN), "08:40", DAY));
        deadlines.add(deadline("health-check", Set.of(InstitutionKind.KINDERGARTEN), "08:50", DAY.plusDays(1)));
        deadlines.add(deadline("gate-log", Set.of(), "07:00", DAY));
        policies.put(
                "holingol", new Policy("holingol", holingol.name(), holingol.zone(), holingol.thresholds(), deadlines));
        StoredDay day = StoredDay.afresh(
                        database,
                        new Catalogue(
                                CATALOGUE.forms(),
                                CATALOGUE.registers(),
                                policies,
                                CATALOGUE.thresholds(),
                                CATALOGUE.checks(),
                                CATALOGUE.reports(),
                                CATALOGUE.fileRules()))
                .regions("D,试验区,,district,holingol")
                .institutions("E1,甲学校,学校,D,,");
        Map<String, Policy.DatedValue> printed = new TreeMap<>();
        only(day, CUT_OFF).thresholds().forEach((name, value) -> {
            if (name.contains("报送时限")) {
                printed.put(name, value);
            }
        });
        assertThat(printed).hasSize(3);
        assertThat(printed.get("报送时限"))
                .extracting(Policy.DatedValue::value, Policy.DatedValue::origin)
                .containsExactly("09:30", Policy.Origin.SETTING);
        assertThat(printed.get("消毒通风记录表报送时限"))
                .extracting(Policy.DatedValue::value, Policy.DatedValue::origin)
                .containsExactly("20:00", Policy.Origin.SETTING);
        assertThat(printed.get("每日健康监测表报送时限（幼儿园）"))
                .extracting(Policy.DatedValue::value, Policy.DatedValue::origin)
                .containsExactly("08:40", Policy.Origin.CLAUSE);
    }

    private static Policy.Deadline deadline(String form, Set<InstitutionKind> kinds, String time, LocalDate since) {
        return new Policy.Deadline(form, kinds, LocalTime.parse(time), since, Policy.Origin.CLAUSE, "三2");
    }

    @OnBothDatabases
    void countsOpenErrorsAndWarningsAndNoNotes(TestDatabase database) {
        StoredDay day = district(database).sheet("health-check", "E1", "08:00:00", FEVERISH);
        StateContent content = day.contents().of(REPORT, PERIOD, "D1", CUT_OFF).get(0);
        assertThat(content.findings())
                .extracting(finding -> finding.institution().code(), finding -> finding.check()
                        .id())
                .containsExactly(
                        tuple("E1", "attendance-not-sent"),
                        tuple("E1", "disinfection-not-sent"),
                        tuple("E1", "fever"),
                        tuple("E2", "attendance-not-sent"),
                        tuple("E2", "disinfection-not-sent"),
                        tuple("E2", "not-received"));
        assertThat(content.total().values()).containsEntry("findings", 6);
        assertThat(content.notSent())
                .extracting(state -> state.form() + " " + state.institution().code())
                .containsExactly("attendance E1", "attendance E2", "disinfection E1", "disinfection E2");
    }

    @OnBothDatabases
    void reportsEveryDistrictAndNothingAboveIt(TestDatabase database) {
        StoredDay day = StoredDay.afresh(database)
                .regions(
                        "C,某市,,city,liuzhou",
                        "CA,甲区,C,district,",
                        "CA1,甲街道,CA,subdistrict,",
                        "CB,乙区,C,district,",
                        "X,独立街道,,subdistrict,yimei")
                .institutions("E1,甲学校,学校,CA1,,", "E3,乙学校,学校,CB,,", "E4,丙学校,学校,X,,");
        assertThat(codes(day, null)).containsExactly("CA1", "CA", "CB", "X");
        assertThat(codes(day, "C")).containsExactly("CA1", "CA", "CB", "C");
        day.institutions("E2,市中心,学校,C,,");
        assertThat(codes(day, null)).containsExactly("CA1", "CA", "CB", "C", "X");
        assertThatThrownBy(() -> codes(day, "nowhere")).isInstanceOf(IllegalArgumentException.class);
    }

    @OnBothDatabases
    void tellsOfADistrictInWhichNobodyIsOpenOnlyWhereItIsAskedForOrNobodyIsOpenAnywhere(TestDatabase database) {
        StoredDay day = StoredDay.afresh(database)
                .regions("A,甲区,,district,yimei", "A1,甲街道,A,subdistrict,", "B,乙区,,district,yimei")
                .institutions("E1,甲学校,学校,A1," + DAY.plusDays(1) + ",");
        assertThat(codes(day, null)).containsExactly("A1", "A", "B");

        day.institutions("E2,乙学校,学校,B,,");
        assertThat(codes(day, null)).containsExactly("B");
        assertThat(codes(day, "A")).containsExactly("A1", "A");
    }

    @OnBothDatabases
    void tellsTheStatusOfEachInstitutionAndForm(TestDatabase database) {
        StoredDay day = district(database)
                .sheet("health-check", "E1", "09:30:01", WELL)
                .sheet("disinfection", "E1", "20:00:00", "place=101 action=消毒 startTime=08:00");
        assertThat(day.contents().status(DAY, CUT_OFF))
                .hasSize(12)
                .extracting(
                        state -> state.institution().code(),
                        InstitutionDay::form,
                        InstitutionDay::state,
                        InstitutionDay::timeliness)
                .startsWith(
                        tuple("E1", "attendance", DayState.MISSING, Timeliness.NONE),
                        tuple("E1", "disinfection", DayState.ZERO, Timeliness.ON_TIME),
                        tuple("E1", "health-check", DayState.ZERO, Timeliness.LATE),
                        tuple("E2", "attendance", DayState.MISSING, Timeliness.NONE));
    }

    private static StoredDay district(TestDatabase database) {
        return StoredDay.afresh(database)
                .regions("D,试验区,,district,holingol", "D1,一街道,D,subdistrict,", "D2,二街道,D,subdistrict,")
                .institutions("E1,甲中心,培训机构,D1,,", "E2,乙学校,学校,D1,,", "E3,丙中心,评价机构,D2,,", "E4,丁幼儿园,幼儿园,D2,,");
    }

    private static StateContent only(StoredDay day, Instant cutOff) {
        List<StateContent> contents = day.contents().of(REPORT, PERIOD, "D", cutOff);
        return contents.get(contents.size() - 1);
    }

    private static List<String> codes(StoredDay day, @Nullable String region) {
        return day.contents().of(REPORT, PERIOD, region, CUT_OFF).stream()
                .map(content -> content.region().code())
                .toList();
    }

    private static void assertAddsUp(RegionFigures line) {
        assertThat(figure(line, "expected")).isEqualTo(figure(line, "received") + figure(line, "missing"));
        assertThat(figure(line, "received"))
                .isEqualTo(figure(line, "zero") + figure(line, "withCases") + figure(line, "blank"))
                .isEqualTo(figure(line, "onTime") + figure(line, "late"));
    }

    private static int figure(RegionFigures line, String id) {
        return Optional.ofNullable(line.values().get(id)).orElseThrow().intValue();
    }
}
