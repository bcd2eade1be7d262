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
import java.util.stream.Stream;
import lingbao.aggregate.ReportContents;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Policy;
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
 * figure of a day that stands exactly at the values becomes another.
 */
class ThresholdsMatterTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    /** How each threshold is changed; a new threshold needs a line here and rows in the day that stand at its value. */
    private static final Map<String, Change> CHANGES = Map.of(
            "feverAtLeast", new Change(degrees -> more(degrees, "0.1"), "fever"),
            "feverAbove", new Change(degrees -> more(degrees, "-0.1"), "fever"),
            "disinfectionTimes", new Change(times -> more(times, "1"), "disinfectionMet"),
            "ventilationTimes", new Change(times -> more(times, "1"), "ventilationMet"),
            "ventilationMinutes", new Change(minutes -> more(minutes, "1"), "ventilationMet"),
            "ventilationMethod", new Change(method -> "机械通风", "ventilationMet"),
            "ventilationHalves", new Change(halves -> "false", "ventilationMet"),
            "ventilationEachSitting", new Change(sittings -> "true", "ventilationMet"),
            "classSizeAtMost", new Change(persons -> more(persons, "-1"), "findings"));

    private static final String TIMELINESS = "timeliness";

    private static final Catalogue SHIPPED = new CatalogueReader().read(new DeclaredFiles(null));
    private static final List<String> POLICIES = List.copyOf(SHIPPED.policies().keySet());

    private static final String SITE = "日期,场所,作业类型,开始时间,结束时间,方式,场次,责任人\n";

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext house;

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
        desk = Desk.ofMigration(folder).at("2020-06-18T08:00:00+08:00");
        StringBuilder regions = new StringBuilder("代码,名称,上级代码,级别,适用政策\n");
        StringBuilder institutions = new StringBuilder("机构编码,机构名称,机构类型,所属街道代码\n");
        for (String policy : POLICIES) {
            regions.append(region(policy) + ",云溪" + policy + "区,,district," + policy + "\n");
            for (int number = 1; number <= 3; number++) {
                institutions.append(
                        institution(policy, number) + ",第" + number + policy + "学校,学校," + region(policy) + "\n");
            }
        }
        desk.registered(regions.toString(), institutions.toString());
        house = desk.open();
        for (String policy : POLICIES) {
            send(Objects.requireNonNull(SHIPPED.policies().get(policy)));
        }
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
        Map<String, Map<String, String>> before = figures(SHIPPED);
        String shipped = Files.readString(Path.of("jobs/policies/" + value.policy() + ".yml"));
        String changed = value.line()
                .matcher(shipped)
                .replaceFirst(found -> value.change().value().apply(found.group()));
        assertThat(changed).as("%s has another value", value).isNotEqualTo(shipped);
        desk.declare("jobs/policies/" + value.policy() + ".yml", changed);

        Map<String, Map<String, String>> after = figures(new CatalogueReader().read(new DeclaredFiles(desk.home())));

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

    /** All figures of each policy's district, and how each of its institutions keeps to time, by policy. */
    private static Map<String, Map<String, String>> figures(Catalogue catalogue) {
        ReportContents contents =
                new ReportContents(catalogue, house.getBean(Registers.class), house.getBean(SqlSessionTemplate.class));
        StateReport report =
                (StateReport) Objects.requireNonNull(catalogue.reports().get("zero-report"));
        Instant cutOff = desk.clock().instant();
        Map<String, Map<String, String>> byPolicy = new TreeMap<>();
        for (String policy : POLICIES) {
            Map<String, String> figures = new TreeMap<>();
            contents.of(report, new Period(PeriodKind.DAY, DAY), region(policy), cutOff)
                    .forEach(content ->
                            content.total().values().forEach((figure, count) -> figures.put(figure, count.toString())));
            contents.status(DAY, cutOff).stream()
                    .filter(state -> state.region().code().equals(region(policy)))
                    .forEach(state -> figures.merge(
                            TIMELINESS,
                            state.institution().code() + state.form() + state.timeliness(),
                            String::concat));
            byPolicy.put(policy, figures);
        }
        return byPolicy;
    }

    private static String more(String number, String by) {
        return new BigDecimal(number).add(new BigDecimal(by)).toString();
    }

    private static String region(String policy) {
        return "33019" + POLICIES.indexOf(policy);
    }

    private static String institution(String policy, int number) {
        return region(policy) + "010" + number;
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

        take(policy, "health-check", 1, "姓名,人员类别,体温,症状\n甲一,学员," + degrees + ",无\n");
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
        String institution = institution(policy.id(), number);
        Path sheet = desk.file("sheets/" + institution + "_" + DAY + "_" + form + ".csv", csv);
        LocalTime deadline = policy.deadline(form, InstitutionKind.SCHOOL, DAY).orElseThrow();
        house.getBean(IngestJob.class)
                .run(new IngestJob.Batch(
                        List.of(Desk.arriving(sheet, DAY.atTime(deadline).toInstant(ZoneOffset.ofHours(8)))),
                        new Intake.Asked(form, null, null),
                        answers -> assertThat(answers).allSatisfy(answer -> assertThat(answer.isWhole())
                                .as("%s", answer.findings())
                                .isTrue())));
    }
}
