package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.aggregate.ProgressContent;
import lingbao.aggregate.ReportContents;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Policy;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.StateReport;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.register.Registers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Each value of each shipped policy matters: the policy's file is copied into a home with that one value changed, and a
 * figure of a day, or of its month, that stands exactly at the values becomes another.
 */
class ThresholdsMatterTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    private static final Period MONTH = Period.holding(DAY, PeriodKind.MONTH);
    private static final String TIMELINESS = "timeliness";
    private static final String TRAINING_FINDINGS = "trainingFindings";
    private static final String TARGETS = "targets";
    private static final String LEADS = "leads";

    /** How each threshold is changed; a new threshold needs a line here and rows in the day that stand at its value. */
    private static final Map<String, Change> CHANGES = Map.ofEntries(
            Map.entry("feverAtLeast", new Change(degrees -> more(degrees, "0.1"), "fever")),
            Map.entry("feverAbove", new Change(degrees -> more(degrees, "-0.1"), "fever")),
            Map.entry("disinfectionTimes", new Change(times -> more(times, "1"), "disinfectionMet")),
            Map.entry("ventilationTimes", new Change(times -> more(times, "1"), "ventilationMet")),
            Map.entry("ventilationMinutes", new Change(minutes -> more(minutes, "1"), "ventilationMet")),
            Map.entry("ventilationMethod", new Change(method -> "机械通风", "ventilationMet")),
            Map.entry("ventilationHalves", new Change(halves -> "false", "ventilationMet")),
            Map.entry("ventilationEachSitting", new Change(sittings -> "true", "ventilationMet")),
            Map.entry("classSizeAtMost", new Change(persons -> more(persons, "-1"), "findings")),
            Map.entry("clusterPersonsOneDay", new Change(persons -> more(persons, "1"), "findings")),
            Map.entry("clusterPersonsThreeDays", new Change(persons -> more(persons, "1"), "findings")),
            Map.entry("clusterRegionPersonsOneDay", new Change(persons -> more(persons, "1"), "findings")),
            Map.entry("clusterRegionPersonsThreeDays", new Change(persons -> more(persons, "1"), "findings")),
            Map.entry("principalHoursAtLeast", new Change(hours -> more(hours, "1"), TRAINING_FINDINGS)),
            Map.entry("safetyManagerHoursAtLeast", new Change(hours -> more(hours, "1"), TRAINING_FINDINGS)),
            Map.entry("newEmployeeHoursAtLeast", new Change(hours -> more(hours, "1"), TRAINING_FINDINGS)),
            Map.entry("principalsTrainedAtLeast", new Change(persons -> more(persons, "1"), TARGETS)),
            Map.entry("safetyManagersTrainedAtLeast", new Change(persons -> more(persons, "1"), TARGETS)),
            Map.entry("otherEmployeesTrainedAtLeast", new Change(persons -> more(persons, "1"), TARGETS)),
            Map.entry("personTimesAtLeast", new Change(times -> more(times, "1"), TARGETS)),
            Map.entry("leadPersonsAtLeast", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("sameReadingsPercent", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("oneReadingPercent", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("fewReadingsAtMost", new Change(value -> more(value, "-1"), LEADS)),
            Map.entry("roundReadingsPercent", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("repeatedReadingsPercent", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("steppedReadingsPercent", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("differingNeighboursAtLeast", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("usualDaysAtLeast", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("usualSpreads", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("usualPersonsAtLeast", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("jumpSheetsAtLeast", new Change(value -> more(value, "1"), LEADS)),
            Map.entry("jumpPercent", new Change(value -> more(value, "1"), LEADS)));

    private static final Catalogue SHIPPED = new CatalogueReader().read(new DeclaredFiles(null));
    private static final List<String> POLICIES = List.copyOf(SHIPPED.policies().keySet());

    private static final String HEALTH = "姓名,人员类别,班级,体温,症状\n";
    private static final String ABSENT = "班级,应到人数,实到人数,病假\n";
    private static final String SITE = "日期,场所,作业类型,开始时间,结束时间,方式,场次,责任人\n";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext house;

    private static Map<String, Map<String, String>> asShipped = Map.of();

    /** Another value, and the figure that it must change. */
    record Change(UnaryOperator<String> value, String figure) {}

    /** One value of one policy, on one line of its file. */
    record Value(String policy, String what, Pattern line, Change change) {
        @Override
        public String toString() {
            return policy + " " + what;
        }
    }

    @BeforeAll
    static void prepareTheDay() throws IOException {
        desk = Desk.ofMigration(folder).at("2020-07-01T08:00:00+08:00");
        StringBuilder regions = new StringBuilder("代码,名称,上级代码,级别,适用政策\n");
        StringBuilder institutions = new StringBuilder("机构编码,机构名称,机构类型,所属街道代码\n");
        for (String policy : POLICIES) {
            regions.append(region(policy) + ",云溪" + policy + "区,,district," + policy + "\n");
            for (int number = 1; number <= 13; number++) {
                if (number != 4) {
                    institutions.append(
                            institution(policy, number) + ",第" + number + policy + "学校,学校," + region(policy) + "\n");
                }
            }
            institutions.append(institution(policy, 4) + "," + policy + "安全培训中心,培训机构," + region(policy) + "\n");
        }
        desk.registered(regions.toString(), institutions.toString());
        house = desk.open();
        for (String policy : POLICIES) {
            send(Objects.requireNonNull(SHIPPED.policies().get(policy)));
            sendLeads(Objects.requireNonNull(SHIPPED.policies().get(policy)));
            sendRoster(Objects.requireNonNull(SHIPPED.policies().get(policy)));
        }
        asShipped = figures(SHIPPED, POLICIES);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void takeThePolicyOutOfTheHome() throws IOException {
        for (String policy : POLICIES) {
            Files.deleteIfExists(desk.home().resolve("jobs/policies/" + policy + ".yml"));
        }
    }

    static Stream<Value> values() {
        List<Value> values = new ArrayList<>();
        SHIPPED.policies().forEach((policy, declared) -> {
            declared.thresholds()
                    .keySet()
                    .forEach(threshold -> values.add(new Value(
                            policy,
                            threshold,
                            Pattern.compile("(?<=" + threshold + ":\\R    - \\{since: 2020-01-01, value: )[^,]+"),
                            CHANGES.getOrDefault(threshold, new Change(value -> value, "")))));
            declared.deadlines()
                    .forEach(deadline -> values.add(new Value(
                            policy,
                            "deadline of " + deadline.form(),
                            Pattern.compile(
                                    "(?<=- \\{" + (deadline.form() == null ? "" : "form: " + deadline.form() + ", ")
                                            + "time: \")[0-9:]+"),
                            new Change(time -> deadline.time().minusSeconds(1).toString(), TIMELINESS))));
        });
        return values.stream();
    }

    @Test
    void everyThresholdThatAPolicyMaySetIsChangedHere() {
        assertThat(CHANGES.keySet())
                .containsExactlyInAnyOrderElementsOf(SHIPPED.thresholds().keySet());
        assertThat(values()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("values")
    void aChangedValueChangesAFigureOfItsPlaceAlone(Value value) throws IOException {
        List<String> asked = List.of(value.policy(), neighbour(value.policy()));
        Map<String, Map<String, String>> before = new TreeMap<>(asShipped);
        before.keySet().retainAll(asked);
        String shipped = Files.readString(Path.of("jobs/policies/" + value.policy() + ".yml"));
        String changed = value.line()
                .matcher(shipped)
                .replaceFirst(found -> value.change().value().apply(found.group()));
        assertThat(changed).as("%s has another value", value).isNotEqualTo(shipped);
        desk.declare("jobs/policies/" + value.policy() + ".yml", changed);

        Map<String, Map<String, String>> after =
                figures(new CatalogueReader().read(new DeclaredFiles(desk.home())), asked);

        TreeSet<String> places = new TreeSet<>();
        before.forEach((place, figures) -> {
            if (!figures.equals(after.get(place))) {
                places.add(place);
            }
        });
        assertThat(places).containsExactly(value.policy());
        String figure = value.change().figure();
        assertThat(before.getOrDefault(value.policy(), Map.of()).get(figure))
                .as(figure)
                .isNotNull()
                .isNotEqualTo(after.getOrDefault(value.policy(), Map.of()).get(figure));
    }

    /** All figures of each policy's district, of the day and the month, and how its senders keep to time, by policy. */
    private static Map<String, Map<String, String>> figures(Catalogue catalogue, List<String> policies) {
        ReportContents contents =
                new ReportContents(catalogue, house.getBean(Registers.class), house.getBean(SqlSessionTemplate.class));
        StateReport report =
                (StateReport) Objects.requireNonNull(catalogue.reports().get("zero-report"));
        ProgressReport quota =
                (ProgressReport) Objects.requireNonNull(catalogue.reports().get("training-quota"));
        Instant cutOff = desk.clock().instant();
        Map<String, Map<String, String>> byPolicy = new TreeMap<>();
        for (String policy : policies) {
            Map<String, String> figures = new TreeMap<>();
            contents.of(report, new Period(PeriodKind.DAY, DAY), region(policy), cutOff)
                    .forEach(content -> {
                        content.total().values().forEach((figure, count) -> figures.put(figure, count.toString()));
                        figures.put(
                                LEADS,
                                content.findings().stream()
                                        .filter(finding -> finding.check().lead())
                                        .map(finding -> finding.check().id()
                                                + finding.institution().code())
                                        .collect(Collectors.joining(" ")));
                    });
            contents.status(DAY, cutOff).stream()
                    .filter(state -> state.region().code().equals(region(policy)))
                    .forEach(state -> figures.merge(
                            TIMELINESS,
                            state.institution().code() + state.form() + state.timeliness(),
                            String::concat));
            ProgressContent training =
                    contents.of(quota, MONTH, region(policy), cutOff).get(0);
            training.senders()
                    .forEach(state -> figures.merge(
                            TIMELINESS,
                            state.institution().code() + state.form() + state.timeliness(),
                            String::concat));
            figures.put(TRAINING_FINDINGS, String.valueOf(training.findings().size()));
            figures.put(
                    TARGETS,
                    training.targets().stream()
                            .map(target -> target.label() + target.rest())
                            .collect(Collectors.joining()));
            byPolicy.put(policy, figures);
        }
        return byPolicy;
    }

    /** Another place, which the change must leave as it is. */
    private static String neighbour(String policy) {
        return POLICIES.get((POLICIES.indexOf(policy) + 1) % POLICIES.size());
    }

    private static String more(String number, String by) {
        return new BigDecimal(number).add(new BigDecimal(by)).toString();
    }

    private static String region(String policy) {
        return "33019" + POLICIES.indexOf(policy);
    }

    private static String institution(String policy, int number) {
        return region(policy) + "01%02d".formatted(number);
    }

    /** Sheets that stand exactly at the policy's values, each received on the last moment in time. */
    private static void send(Policy policy) throws IOException {
        Map<String, Policy.DatedValue> inForce = policy.on(DAY);
        String degrees = value(inForce, "feverAtLeast", "37.3");
        int classSize = Integer.parseInt(value(inForce, "classSizeAtMost", "1"));
        int disinfections = Integer.parseInt(value(inForce, "disinfectionTimes", "1"));
        int airings = Integer.parseInt(value(inForce, "ventilationTimes", "2"));
        int minutes = Integer.parseInt(value(inForce, "ventilationMinutes", "30"));
        String method = value(inForce, "ventilationMethod", "自然通风");

        sendClusters(policy, degrees);
        take(policy, "attendance", 1, "班级,应到人数,实到人数\n一班," + classSize + "," + classSize + "\n");
        StringBuilder atThePoint = new StringBuilder(SITE);
        for (int number = 0; number < disinfections; number++) {
            atThePoint.append(disinfection(LocalTime.of(7 + number, 0)));
        }
        for (int number = 0; number < airings; number++) {
            atThePoint.append(airing(LocalTime.of(10 + 2 * number, 0), minutes, method, "上午"));
        }
        take(policy, "disinfection", 1, atThePoint.toString());
        // Long enough and in the right way, but all before noon.
        StringBuilder beforeNoon = new StringBuilder(SITE);
        for (int number = 0; number < 4; number++) {
            beforeNoon.append(airing(LocalTime.of(5 + number, 0), minutes, method, ""));
        }
        take(policy, "disinfection", 2, beforeNoon.toString());
        // Well aired, but too short after one of the sittings.
        take(
                policy,
                "disinfection",
                3,
                SITE
                        + airing(LocalTime.of(8, 0), 120, method, "第一场")
                        + airing(LocalTime.of(13, 0), 120, method, "第一场")
                        + airing(LocalTime.of(15, 0), 120, method, "第一场")
                        + airing(LocalTime.of(17, 0), 120, method, "第一场")
                        + airing(LocalTime.of(19, 10), 5, method, "第二场"));
    }

    /**
     * Three of a class today (呕吐) and five in three days (皮疹); three of the schools 2 and 3 today (腹泻), and five of the
     * schools 1 and 3 in three days (黄疸).
     */
    private static void sendClusters(Policy policy, String degrees) throws IOException {
        LocalDate first = DAY.minusDays(2);
        LocalDate second = DAY.minusDays(1);
        take(policy, "health-check", 1, first, HEALTH + "甲二,学生,二班,36.5,黄疸\n");
        take(policy, "health-check", 1, second, HEALTH + "甲三,学生,二班,36.5,黄疸\n");
        take(
                policy,
                "health-check",
                1,
                HEALTH + "甲一,学生,一班," + degrees + ",无\n甲四,学生,一班,36.5,呕吐\n" + "甲五,学生,一班,36.5,呕吐\n甲六,学生,一班,36.5,呕吐\n");
        take(policy, "health-check", 2, first, HEALTH + "乙一,学生,一班,36.5,皮疹\n乙二,学生,一班,36.5,皮疹\n");
        take(policy, "health-check", 2, second, HEALTH + "乙三,学生,一班,36.5,皮疹\n乙四,学生,一班,36.5,皮疹\n");
        take(policy, "health-check", 2, HEALTH + "乙五,学生,一班,36.5,皮疹\n乙六,学生,二班,36.5,腹泻\n乙七,学生,二班,36.5,腹泻\n");
        take(policy, "health-check", 3, first, HEALTH + "丙一,学生,一班,36.5,黄疸\n");
        take(policy, "health-check", 3, second, HEALTH + "丙二,学生,一班,36.5,黄疸\n");
        take(policy, "health-check", 3, HEALTH + "丙三,学生,一班,36.5,黄疸\n丙四,学生,二班,36.5,腹泻\n");
    }

    /** A school for each lead, whose numbers stand exactly at the value. */
    private static void sendLeads(Policy policy) throws IOException {
        String irregular =
                "36.4 36.7 36.5 36.2 36.6 36.6 36.8 36.3 36.5 36.9 36.1 36.6 36.4 36.4 36.7 37.0 36.5 36.3 36.8 36.2";
        take(policy, "health-check", 5, DAY.minusDays(1), people(irregular));
        take(policy, "health-check", 5, people("37.1 37.1 37.1 37.1 37.1 37.1" + irregular.substring(29)));
        take(policy, "health-check", 6, people("36.4 36.7 36.6 36.2" + " 36.5".repeat(16)));
        take(
                policy,
                "health-check",
                7,
                people("36.4 36.6 36.7 36.4 36.7 36.6 36.6 ".repeat(3).substring(0, 99)));
        take(policy, "health-check", 8, people("36.5 36.0 36.5 37.0 ".repeat(4) + "36.4 36.7 36.3 36.6"));
        String repeated = "36.2 36.7 36.4 36.8 36.3 ";
        take(policy, "health-check", 9, people(repeated.repeat(4) + "36.9 36.1 37.0 36.8 36.3"));
        take(
                policy,
                "health-check",
                10,
                people(
                        "36.1 36.2 36.3 36.4 36.5 36.6 36.7 36.8 36.1 36.2 36.3 36.4 36.5 36.6 36.7 36.8 36.1 36.5 36.2 36.8 36.4"));
        take(policy, "health-check", 11, people("36.2 36.7 36.4 36.8 36.3 36.6 36.1 36.5 ".repeat(10)));
        for (int back : new int[] {9, 8, 7, 6, 5, 2, 1}) {
            take(policy, "attendance", 12, DAY.minusDays(back), ABSENT + "一班,30,30,0\n");
        }
        take(policy, "attendance", 12, ABSENT + "一班,30,25,5\n");
        for (int back : new int[] {5, 2, 1}) {
            take(policy, "attendance", 13, DAY.minusDays(back), ABSENT + "一班,100,100,0\n");
        }
        take(policy, "attendance", 13, ABSENT + "一班,151,151,0\n");
    }

    private static String people(String temperatures) {
        String digits = "甲乙丙丁戊己庚辛壬癸";
        StringBuilder sheet = new StringBuilder(HEALTH);
        int number = 0;
        for (String temperature : temperatures.strip().split(" ")) {
            sheet.append("人")
                    .append(digits.charAt(number / 10))
                    .append(digits.charAt(number % 10))
                    .append(",学生,一班,")
                    .append(temperature)
                    .append(",无\n");
            number++;
        }
        return sheet.toString();
    }

    private static void sendRoster(Policy policy) throws IOException {
        Map<String, Policy.DatedValue> inForce = policy.on(MONTH.end());
        String unit = "," + region(policy.id()) + ",";
        String roster = "姓名,证件号码,企业名称,所属街道,人员类别,重点对象,培训日期,课程,学时\n"
                + "丁一,330108198501010012,甲公司" + unit + "企业主要负责人,,2020-06-08,初训,"
                + value(inForce, "principalHoursAtLeast", "12") + "\n"
                + "丁二,330108198501010020,甲公司" + unit + "安全生产管理人员,,2020-06-08,初训,"
                + value(inForce, "safetyManagerHoursAtLeast", "12") + "\n"
                + "丁三,330108199002020018,甲公司" + unit + "其他从业人员,新员工,2020-06-08,初训,"
                + value(inForce, "newEmployeeHoursAtLeast", "24") + "\n";
        String institution = institution(policy.id(), 4);
        take(
                policy,
                "training-roster",
                InstitutionKind.TRAINING_BODY,
                MONTH,
                desk.file("sheets/" + institution + "_2020-06_roster.csv", roster));
    }

    private static String disinfection(LocalTime start) {
        return DAY + ",考场,消毒," + start + ",,喷洒,,岑初禾\n";
    }

    private static String airing(LocalTime start, int minutes, String method, String sitting) {
        return DAY + ",考场,通风," + start + "," + start.plusMinutes(minutes) + "," + method + "," + sitting + ",岑初禾\n";
    }

    private static String value(Map<String, Policy.DatedValue> inForce, String threshold, String none) {
        Policy.DatedValue value = inForce.get(threshold);
        return value == null ? none : String.valueOf(value.value());
    }

    private static void take(Policy policy, String form, int number, String csv) throws IOException {
        take(policy, form, number, DAY, csv);
    }

    private static void take(Policy policy, String form, int number, LocalDate day, String csv) throws IOException {
        take(
                policy,
                form,
                InstitutionKind.SCHOOL,
                Period.holding(day, PeriodKind.DAY),
                desk.file("sheets/" + institution(policy.id(), number) + "_" + day + "_" + form + ".csv", csv));
    }

    private static void take(Policy policy, String form, InstitutionKind kind, Period period, Path sheet) {
        LocalTime deadline = policy.deadline(form, kind, period.end()).orElseThrow();
        Instant received = period.end().atTime(deadline).toInstant(ZoneOffset.ofHours(8));
        house.getBean(IngestJob.class)
                .run(new IngestJob.Batch(
                        List.of(Desk.arriving(sheet, received)),
                        new Intake.Asked(form, null, null),
                        answers -> assertThat(answers).allSatisfy(answer -> assertThat(answer.isWhole())
                                .as("%s", answer.findings())
                                .isTrue())));
    }
}
