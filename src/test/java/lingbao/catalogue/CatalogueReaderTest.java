package lingbao.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lingbao.domain.InstitutionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;

class CatalogueReaderTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);
    private static final Catalogue SHIPPED = new CatalogueReader().read(new DeclaredFiles(null));

    private final Path home;

    CatalogueReaderTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void readsEveryFileOfTheFolder() throws IOException {
        Map<String, Set<String>> read = Map.of(
                "forms", SHIPPED.forms().keySet(),
                "policies", SHIPPED.policies().keySet(),
                "checks", SHIPPED.checks().keySet(),
                "reports", SHIPPED.reports().keySet());
        for (Map.Entry<String, Set<String>> folder : read.entrySet()) {
            try (Stream<Path> files = Files.list(Path.of("jobs", folder.getKey()))) {
                assertThat(files.map(file -> file.getFileName().toString().replace(".yml", "")))
                        .containsExactlyInAnyOrderElementsOf(folder.getValue());
            }
        }
    }

    /** The ids that scripts, exports and outside checks rely on. Change this list only to add. */
    @Test
    void theColumnIdsAndTypesOfTheFormsAreKept() {
        assertThat(columns(of(SHIPPED.forms(), "health-check")))
                .isEqualTo(
                        "name PERSON, idNumber ID, personCategory CHOICE, className TEXT, morningTemperature DECIMAL,"
                                + " noonTemperature DECIMAL, eveningTemperature DECIMAL, symptoms CHOICES, contactHistory YES_NO,"
                                + " healthCode CHOICE, sawDoctor YES_NO, diagnosis TEXT, remark TEXT");
        assertThat(columns(of(SHIPPED.forms(), "attendance")))
                .isEqualTo(
                        "className TEXT, personCategory CHOICE, expected INTEGER, present INTEGER, sickAbsent INTEGER,"
                                + " fever INTEGER, personalLeave INTEGER, otherAbsent INTEGER, lateCount INTEGER,"
                                + " earlyLeave INTEGER, reason TEXT, reporter PERSON");
        assertThat(columns(of(SHIPPED.forms(), "disinfection")))
                .isEqualTo("date DATE, place TEXT, placeCategory CHOICE, action CHOICE, startTime TIME, endTime TIME,"
                        + " method CHOICE, sitting TEXT, agent TEXT, concentration TEXT, minutes INTEGER,"
                        + " responsible PERSON, inspector PERSON, remark TEXT");
        assertThat(columns(of(SHIPPED.registers(), "regions")))
                .isEqualTo("code TEXT, name TEXT, parent TEXT, level CHOICE, policy TEXT");
        assertThat(columns(of(SHIPPED.registers(), "institutions")))
                .isEqualTo(
                        "code TEXT, name TEXT, kind CHOICE, region TEXT, principal PERSON, reporter PERSON, phone PHONE,"
                                + " email TEXT, openedOn DATE, closedOn DATE, classrooms INTEGER, offices INTEGER");
    }

    @Test
    void readsEachKeyOfAColumn() {
        Form form = of(SHIPPED.forms(), "health-check");

        Column temperature = form.column("morningTemperature").orElseThrow();
        assertThat(temperature.heading()).isEqualTo("晨检体温");
        assertThat(temperature.aliases()).contains("上午体温", "体温");
        assertThat(temperature.required()).isTrue();
        assertThat(temperature.answer()).isTrue();
        assertThat(temperature.personal()).isFalse();
        assertThat(temperature.unit()).isEqualTo("℃");
        assertThat(temperature.min()).isEqualByComparingTo("34");
        assertThat(temperature.max()).isEqualByComparingTo("43");
        assertThat(temperature.blankWords()).contains("未测");
        Column symptoms = form.column("symptoms").orElseThrow();
        assertThat(symptoms.exclusive()).isEqualTo("无");
        assertThat(symptoms.choices()).contains(new Choice("发热", List.of("发烧", "低热", "低烧", "高热", "高烧")));
        assertThat(symptoms.blankWords()).contains("/").doesNotContain("无");
        assertThat(form.column("className").orElseThrow().fillDown()).isTrue();
        assertThat(form.column("className").orElseThrow().fromLabel()).isTrue();
        assertThat(form.column("sawDoctor").orElseThrow().noWords()).contains("未就诊");
        assertThat(form.person()).isEqualTo(new PersonColumns("name", "idNumber", "className", List.of()));
        assertThat(form.cases())
                .containsExactly(
                        new CaseCondition.OtherThan("symptoms", "无"),
                        new CaseCondition.Fever("morningTemperature"),
                        new CaseCondition.Fever("noonTemperature"),
                        new CaseCondition.Fever("eveningTemperature"));
    }

    @Test
    void readsEachKindOfRule() {
        assertThat(of(SHIPPED.forms(), "attendance").rules())
                .containsExactly(
                        new SheetRule.SumEquals(
                                "expected", "present", List.of("sickAbsent", "personalLeave", "otherAbsent")),
                        new SheetRule.PartOf("present", "expected"),
                        new SheetRule.PartOf("fever", "sickAbsent"),
                        new SheetRule.UniqueInSheet(List.of("className", "personCategory")));
        assertThat(of(SHIPPED.forms(), "disinfection").rules())
                .containsExactly(
                        new SheetRule.InPeriod("date"),
                        new SheetRule.RequiredIf("endTime", "action", "通风"),
                        new SheetRule.NotAfter("startTime", "endTime"),
                        new SheetRule.UniqueInSheet(List.of(
                                "place",
                                "placeCategory",
                                "action",
                                "startTime",
                                "endTime",
                                "method",
                                "agent",
                                "date",
                                "responsible")));
    }

    /** Each number stands beside the clause it was read from in the notices. */
    @Test
    void theThresholdsAreThoseOfTheNotices() {
        assertThat(values("holingol"))
                .isEqualTo(Map.of(
                        "feverAtLeast", new BigDecimal("37.3"),
                        "disinfectionTimes", 2, // 四4 每天不少于两次消毒消杀
                        "ventilationTimes", 3, // 四4 每日通风不少于3次
                        "ventilationMinutes", 30, // 四4 每次不少于30分钟
                        "classSizeAtMost", 30)); // 四2 每班次人数控制在30人之内
        assertThat(values("liuzhou"))
                .isEqualTo(Map.of(
                        "feverAtLeast", new BigDecimal("37.3"),
                        "disinfectionTimes", 1, // 四(五)2 每天至少1次
                        "ventilationTimes", 3, // 四(五)3 每日自然通风不少于3次
                        "ventilationMinutes", 30, // 四(五)3 每次不少于30分钟
                        "ventilationMethod", "自然通风", // 四(五)3
                        "classSizeAtMost", 50)); // 五(五) 每班不超过50人
        assertThat(values("beijing"))
                .isEqualTo(Map.of(
                        "feverAtLeast",
                        new BigDecimal("37.3"),
                        "disinfectionTimes",
                        1, // 三(一) 每日消毒1次以上
                        "ventilationMinutes",
                        60, // 三(一) 1次通风不得少于1小时
                        "ventilationHalves",
                        true, // 三(一) 每日上下午工作
                        "ventilationEachSitting",
                        false));
        assertThat(values("yimei")).isEqualTo(Map.of("feverAtLeast", new BigDecimal("37.3")));
        assertThat(values("binjiang"))
                .isEqualTo(Map.of(
                        "feverAtLeast",
                        new BigDecimal("37.3"),
                        "principalsTrainedAtLeast",
                        300, // 二 主要负责人、安全生产管理人员各300人以上
                        "safetyManagersTrainedAtLeast",
                        300,
                        "otherEmployeesTrainedAtLeast",
                        30000, // 二 从业人员30000人以上
                        "personTimesAtLeast",
                        20000, // 三(二) 2万人次以上
                        "principalHoursAtLeast",
                        12, // 原安监总局令第3号第九条
                        "safetyManagerHoursAtLeast",
                        12,
                        "newEmployeeHoursAtLeast",
                        24)); // 原安监总局令第3号第十三条
    }

    /** 卫办疾控发〔2006〕65号: three alike of a class in a day, or five in three days. */
    @Test
    void theNationalRuleOnClustersHoldsInEveryPolicy() {
        for (Policy policy : SHIPPED.policies().values()) {
            Map<String, Policy.DatedValue> inForce = policy.on(DAY);
            assertThat(of(inForce, "clusterPersonsOneDay").value()).isEqualTo(3);
            assertThat(of(inForce, "clusterPersonsThreeDays").value()).isEqualTo(5);
            assertThat(List.of(of(inForce, "clusterPersonsOneDay"), of(inForce, "clusterPersonsThreeDays")))
                    .allSatisfy(value -> {
                        assertThat(value.origin()).isEqualTo(Policy.Origin.NATIONAL_RULE);
                        assertThat(value.source()).contains("卫办疾控发〔2006〕65号");
                    });
        }
    }

    @Test
    void everyPolicyHasADeadlineForEveryFormAndKind() {
        for (Policy policy : SHIPPED.policies().values()) {
            for (InstitutionKind kind : InstitutionKind.values()) {
                assertThat(policy.deadline("health-check", kind, DAY)).contains(LocalTime.of(9, 30));
                assertThat(policy.deadline("attendance", kind, DAY)).contains(LocalTime.of(9, 30));
                assertThat(policy.deadline("disinfection", kind, DAY)).contains(LocalTime.of(20, 0));
            }
        }
    }

    @Test
    void noThresholdIsUnknownOrUnused() {
        Set<String> asked = new TreeSet<>();
        SHIPPED.checks().values().forEach(check -> check.needs().forEach(asked::addAll));
        SHIPPED.reports().values().forEach(report -> {
            if (report instanceof StateReport ofStates) {
                ofStates.figures().forEach(figure -> figure.needs().forEach(asked::addAll));
            } else if (report instanceof ProgressReport ofProgress) {
                ofProgress.targets().forEach(target -> asked.add(target.threshold()));
            }
        });
        Set<String> set = new TreeSet<>();
        SHIPPED.policies()
                .values()
                .forEach(policy -> set.addAll(policy.thresholds().keySet()));

        assertThat(SHIPPED.thresholds().keySet()).containsAll(asked).containsAll(set);
        set.addAll(asked);
        assertThat(set).containsAll(SHIPPED.thresholds().keySet());
    }

    @Test
    void theZeroReportShowsItsFiguresInTheOrderOfThePage() {
        StateReport report = (StateReport) of(SHIPPED.reports(), "zero-report");
        Map<String, List<String>> page = new LinkedHashMap<>();
        for (StateReport.Group group : report.groups()) {
            page.put(
                    group.label() + "（" + group.unit() + "）",
                    report.figures().stream()
                            .filter(figure -> group.id().equals(figure.group()))
                            .map(StateReport.Figure::label)
                            .toList());
        }

        assertThat(page)
                .containsExactly(
                        Map.entry("报送情况（个）", List.of("应报", "实报", "其中迟报", "其中零报告", "其中空表", "未报")),
                        Map.entry("健康监测（人）", List.of("应检", "实检", "发热", "其他症状", "已就诊")),
                        Map.entry("到岗到课（人）", List.of("应到", "实到", "因病缺勤")),
                        Map.entry("消毒通风（个）", List.of("消毒达标", "消毒未达标", "消毒未报", "通风达标", "通风未达标", "通风未报")));
        assertThat(report.figures().stream().map(StateReport.Figure::id))
                .containsExactlyInAnyOrder(
                        ("expected received onTime late missing blank zero withCases persons checked fever symptomatic"
                                        + " absentSick disinfectionMet ventilationMet findings sawDoctor"
                                        + " expectedAttendance presentAttendance disinfectionNotMet disinfectionNotSent"
                                        + " ventilationNotMet ventilationNotSent")
                                .split(" "));
    }

    @Test
    void everyFormAndCheckShipsAnExample() {
        SHIPPED.forms()
                .values()
                .forEach(form -> assertThat(form.examples()).as(form.id()).isNotEmpty());
        SHIPPED.registers()
                .values()
                .forEach(form -> assertThat(form.examples()).as(form.id()).isNotEmpty());
        SHIPPED.checks()
                .values()
                .forEach(check -> assertThat(check.examples()).as(check.id()).isNotEmpty());
    }

    @Test
    void aHomeAddsAFormAndAPolicy() throws IOException {
        declareExamplesOfTheReadMe();

        Catalogue catalogue = new CatalogueReader().read(new DeclaredFiles(home));

        assertThat(catalogue.form("gate-log").orElseThrow().table()).isEqualTo("form_gate_log");
        assertThat(catalogue.form("gate-log").orElseThrow().scope())
                .containsExactlyInAnyOrder(InstitutionKind.SCHOOL, InstitutionKind.KINDERGARTEN);
        assertThat(catalogue.policies()).containsKeys("fifth", "holingol");
        assertThat(of(catalogue.checks(), "big-class").code()).isEqualTo("BIG_CLASS");
        assertThat(((StateReport) of(catalogue.reports(), "short-report")).figures())
                .hasSize(4);
    }

    @Test
    void aValueHoldsFromItsDayOn() throws IOException {
        declareExamplesOfTheReadMe();
        Policy fifth = of(new CatalogueReader().read(new DeclaredFiles(home)).policies(), "fifth");

        assertThat(fifth.on(LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(of(fifth.on(LocalDate.of(2020, 6, 30)), "feverAtLeast").value())
                .isEqualTo(new BigDecimal("37.3"));
        assertThat(of(fifth.on(LocalDate.of(2020, 7, 1)), "feverAtLeast").value())
                .isEqualTo(new BigDecimal("37.5"));
        assertThat(of(fifth.on(LocalDate.of(2020, 8, 31)), "classSizeAtMost").value())
                .isEqualTo(25);
        assertThat(of(fifth.on(LocalDate.of(2020, 9, 1)), "classSizeAtMost").value())
                .isNull();
    }

    @Test
    void theMostParticularDeadlineHolds() throws IOException {
        declareExamplesOfTheReadMe();
        Policy fifth = of(new CatalogueReader().read(new DeclaredFiles(home)).policies(), "fifth");

        assertThat(fifth.deadline("health-check", InstitutionKind.KINDERGARTEN, DAY))
                .contains(LocalTime.of(8, 30));
        assertThat(fifth.deadline("health-check", InstitutionKind.SCHOOL, DAY)).contains(LocalTime.of(9, 30));
        assertThat(fifth.deadline("disinfection", InstitutionKind.KINDERGARTEN, DAY))
                .contains(LocalTime.of(20, 0));
        assertThat(fifth.deadline("disinfection", InstitutionKind.SCHOOL, LocalDate.of(2019, 12, 31)))
                .isEmpty();
    }

    @Test
    void aFormTakenAwayTakesItsChecksAndFiguresWithIt() throws IOException {
        declare("forms/disinfection.yml", "enabled: false\n");

        Catalogue catalogue = new CatalogueReader().read(new DeclaredFiles(home));

        assertThat(catalogue.form("disinfection")).isEmpty();
        assertThat(catalogue.checks())
                .doesNotContainKeys("disinfection-below-policy", "ventilation-below-policy", "disinfection-not-sent")
                .containsKeys("fever", "class-above-size");
        StateReport report = (StateReport) of(catalogue.reports(), "zero-report");
        assertThat(report.figures().stream().map(StateReport.Figure::id))
                .noneMatch(id -> id.startsWith("disinfection") || id.startsWith("ventilation"))
                .contains("fever", "absentSick");
        assertThat(report.groups().stream().map(StateReport.Group::id))
                .containsExactly("sending", "health", "attendance");
        assertThat(of(catalogue.policies(), "holingol").deadlines()).hasSize(1);
    }

    @Test
    void aCheckAPolicyOrAReportCanBeTakenAway() throws IOException {
        declare("checks/blank.yml", "enabled: false\n");
        declare("policies/yimei.yml", "enabled: false\n");
        declare("reports/zero-report.yml", "enabled: false\n");

        Catalogue catalogue = new CatalogueReader().read(new DeclaredFiles(home));

        assertThat(catalogue.checks()).doesNotContainKey("blank").containsKey("late");
        assertThat(catalogue.policies()).doesNotContainKey("yimei").containsKey("beijing");
        assertThat(catalogue.reports()).doesNotContainKey("zero-report").containsKey("training-quota");
        assertThat(of(catalogue.checks(), "not-received").clauses()).doesNotContainKey("yimei");
    }

    @Test
    void theExampleOfTheVocabularyIsWithoutFault() throws IOException {
        List<CatalogueFaultsException.Fault> faults = new ArrayList<>();
        byte[] example = of(examplesOfTheReadMe(), "thresholds.yml").getBytes(StandardCharsets.UTF_8);

        Map<String, Threshold> thresholds = ThresholdsReader.read(Outline.of(
                        new DeclaredFile("thresholds.yml", "README.md", new ByteArrayResource(example), false, false),
                        faults)
                .orElseThrow());

        assertThat(faults).isEmpty();
        assertThat(thresholds).hasSize(4);
    }

    private static String columns(Form form) {
        return String.join(
                ", ",
                form.columns().stream()
                        .map(column -> column.id() + " " + column.type())
                        .toList());
    }

    private static Map<String, Object> values(String policy) {
        Map<String, Object> values = new HashMap<>();
        // What leads are measured by is in no notice: docs/leads.md.
        of(SHIPPED.policies(), policy).on(DAY).forEach((id, value) -> {
            if (!value.source().contains("leads.md")) {
                values.put(id, value.value());
            }
        });
        values.keySet().removeIf(id -> id.startsWith("cluster"));
        return values;
    }

    private void declareExamplesOfTheReadMe() throws IOException {
        Map<String, String> examples = examplesOfTheReadMe();
        // A vocabulary of the home stands for the whole, and the example does not show all of it.
        examples.remove("thresholds.yml");
        for (Map.Entry<String, String> example : examples.entrySet()) {
            declare(example.getKey(), example.getValue());
        }
    }

    private static Map<String, String> examplesOfTheReadMe() throws IOException {
        Map<String, String> examples = new HashMap<>();
        Matcher block = Pattern.compile("```yaml (\\S+)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("jobs/README.md")));
        while (block.find()) {
            examples.put(block.group(1), block.group(2));
        }
        assertThat(examples)
                .containsOnlyKeys(
                        "forms/gate-log.yml",
                        "forms/drill-plan.yml",
                        "intake.yml",
                        "thresholds.yml",
                        "policies/fifth.yml",
                        "checks/big-class.yml",
                        "reports/short-report.yml",
                        "reports/short-progress.yml");
        return examples;
    }

    private void declare(String file, String content) throws IOException {
        Path path = home.resolve("jobs").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static <T> T of(Map<String, T> things, String id) {
        return requireNonNull(things.get(id), id);
    }
}
