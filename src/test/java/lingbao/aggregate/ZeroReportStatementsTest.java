package lingbao.aggregate;

import static java.util.Objects.requireNonNull;
import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Policy;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

/** What the shipped zero-report counts, institution by institution and policy by policy. */
class ZeroReportStatementsTest {

    @OnBothDatabases
    void countsPersonsAndNotRows(TestDatabase database) {
        StoredDay day = under(database, "holingol")
                .sheet(
                        "health-check",
                        "E1",
                        "08:00:00",
                        "person_key=p1 morningTemperature=36.5 symptoms=|无|",
                        "person_key=p1 noonTemperature=37.3 symptoms=|咳嗽| sawDoctor=1",
                        "person_key=p2 morningTemperature=36.5 symptoms=|发热|",
                        "person_key=p3 symptoms=|发热|腹泻| sawDoctor=0",
                        "person_key=p4 eveningTemperature=37.2");
        assertThat(values(day, "E1"))
                .containsEntry("persons", 4)
                .containsEntry("checked", 3)
                .containsEntry("fever", 3)
                .containsEntry("symptomatic", 2)
                .containsEntry("sawDoctor", 1);
    }

    @OnBothDatabases
    void sumsAttendanceAndLeavesOutWhatNobodySaid(TestDatabase database) {
        StoredDay day = under(database, "holingol")
                .sheet(
                        "attendance",
                        "E1",
                        "08:00:00",
                        "className=一班 expected=30 present=28 sickAbsent=2",
                        "className=二班 expected=20 present=20")
                .sheet("attendance", "E2", "08:00:00", "className=一班 expected=10 present=10");
        assertThat(values(day, "E1"))
                .containsEntry("expectedAttendance", 50)
                .containsEntry("presentAttendance", 48)
                .containsEntry("absentSick", 2);
        assertThat(values(day, "E2")).containsEntry("expectedAttendance", 10).doesNotContainKey("absentSick");
        assertThat(values(day, "E3")).doesNotContainKey("expectedAttendance");
    }

    @OnBothDatabases
    void meetsDisinfectionInEachPlaceByItself(TestDatabase database) {
        String[] twiceAndOnce = {
            disinfected("101", "07:30"), disinfected("101", "17:30"), disinfected("102", "07:30"),
        };
        assertThat(disinfection(database, "holingol", twiceAndOnce)).isFalse();
        assertThat(disinfection(database, "liuzhou", twiceAndOnce)).isTrue();
        assertThat(disinfection(database, "beijing", twiceAndOnce)).isTrue();
        assertThat(disinfection(database, "holingol", disinfected("101", "07:30"), disinfected("101", "17:30")))
                .isTrue();
        assertThat(disinfection(database, "liuzhou", aired("101", "08:00", "08:30", "自然通风")))
                .isFalse();
    }

    @OnBothDatabases
    void meetsThreeAiringsOfThirtyMinutes(TestDatabase database) {
        String[] three = {
            aired("101", "08:00", "08:30", "自然通风"),
            aired("101", "12:00", "12:30", "机械通风"),
            aired("101", "16:00", "16:45", "自然通风"),
        };
        assertThat(ventilation(database, "holingol", three)).isTrue();
        assertThat(ventilation(database, "liuzhou", three)).isFalse();
        String[] oneShort = {three[0], three[2], aired("101", "12:00", "12:29", "自然通风")};
        assertThat(ventilation(database, "holingol", oneShort)).isFalse();
        String[] anotherPlace = {three[0], three[1], three[2], aired("102", "08:00", "08:30", "自然通风")};
        assertThat(ventilation(database, "holingol", anotherPlace)).isFalse();
        assertThat(ventilation(database, "holingol", disinfected("101", "08:00")))
                .isFalse();
    }

    @OnBothDatabases
    void neverSumsAirings(TestDatabase database) {
        String afternoon = aired("101", "12:00", "13:00", "机械通风");
        assertThat(ventilation(database, "beijing", aired("101", "11:59", "12:59", "自然通风"), afternoon))
                .isTrue();
        assertThat(ventilation(database, "beijing", aired("101", "09:00", "09:59", "自然通风"), afternoon))
                .isFalse();
        assertThat(ventilation(
                        database,
                        "beijing",
                        aired("101", "08:00", "08:30", "自然通风"),
                        aired("101", "08:30", "09:00", "自然通风"),
                        afternoon))
                .isFalse();
        assertThat(ventilation(
                        database,
                        "beijing",
                        aired("101", "08:00", "09:00", "自然通风"),
                        aired("101", "10:00", "11:00", "自然通风")))
                .isFalse();
    }

    @OnBothDatabases
    void wantsAnAiringOfEachSittingWhereTheSettingAsks(TestDatabase database) {
        Policy beijing = requireNonNull(CATALOGUE.policies().get("beijing"));
        Map<String, List<Policy.DatedValue>> thresholds = new TreeMap<>(beijing.thresholds());
        thresholds.put(
                "ventilationEachSitting",
                List.of(new Policy.DatedValue(LocalDate.of(2020, 1, 1), true, Policy.Origin.SETTING, "测试")));
        Map<String, Policy> policies = new TreeMap<>(CATALOGUE.policies());
        policies.put("beijing", new Policy("beijing", beijing.name(), beijing.zone(), thresholds, beijing.deadlines()));
        Catalogue asked = new Catalogue(
                CATALOGUE.forms(),
                CATALOGUE.registers(),
                policies,
                CATALOGUE.thresholds(),
                CATALOGUE.checks(),
                CATALOGUE.reports(),
                CATALOGUE.fileRules());
        String first = aired("101", "08:00", "09:00", "自然通风") + " sitting=上午场";
        String second = aired("101", "14:00", "15:00", "自然通风") + " sitting=下午场";
        String tooShort = aired("101", "18:00", "18:59", "自然通风") + " sitting=晚场";
        assertThat(met(under(database, "beijing", asked), "ventilation", first, second))
                .isTrue();
        assertThat(met(under(database, "beijing", asked), "ventilation", first, second, tooShort))
                .isFalse();
        assertThat(ventilation(database, "beijing", first, second, tooShort)).isTrue();
    }

    private static String disinfected(String place, String time) {
        return "date=" + DAY + " place=" + place + " action=消毒 startTime=" + time;
    }

    private static String aired(String place, String from, String to, String method) {
        return "date=" + DAY + " place=" + place + " action=通风 startTime=" + from + " endTime=" + to + " method="
                + method;
    }

    private static boolean disinfection(TestDatabase database, String policy, String... rows) {
        return met(under(database, policy), "disinfection", rows);
    }

    private static boolean ventilation(TestDatabase database, String policy, String... rows) {
        return met(under(database, policy), "ventilation", rows);
    }

    private static boolean met(StoredDay day, String figure, String... rows) {
        Map<String, Number> values = values(day.sheet("disinfection", "E1", "19:00:00", rows), "E1");
        boolean met = Integer.valueOf(1).equals(values.get(figure + "Met"));
        assertThat(values).containsEntry(figure + "Met", met ? 1 : 0).containsEntry(figure + "NotMet", met ? 0 : 1);
        return met;
    }

    private static StoredDay under(TestDatabase database, String policy) {
        return under(database, policy, CATALOGUE);
    }

    private static StoredDay under(TestDatabase database, String policy, Catalogue catalogue) {
        return StoredDay.afresh(database, catalogue)
                .regions("D,试验区,,district," + policy, "D1,一街道,D,subdistrict,")
                .institutions("E1,甲中心,培训机构,D1,,", "E2,乙学校,学校,D1,,", "E3,丙幼儿园,幼儿园,D1,,");
    }

    private static Map<String, Number> values(StoredDay day, String institution) {
        return day
                .contents()
                .of(StoredDay.REPORT, new Period(PeriodKind.DAY, DAY), "D1", CUT_OFF)
                .get(0)
                .rows()
                .stream()
                .filter(row -> row.code().equals(institution))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
