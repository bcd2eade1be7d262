package lingbao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lingbao.catalogue.CatalogueFaultsException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault of a declaration, made by one change of a shipped file in a home, is told once and at its line. */
class DeclaredFaultsTest {

    private static final String HEALTH_CHECK = "forms/health-check.yml";
    private static final String ATTENDANCE = "forms/attendance.yml";
    private static final String DISINFECTION = "forms/disinfection.yml";
    private static final String HOLINGOL = "policies/holingol.yml";
    private static final String FEVER = "checks/fever.yml";
    private static final String LATE = "checks/late.yml";
    private static final String ZERO_REPORT = "reports/zero-report.yml";
    private static final String QUOTA_REPORT = "reports/training-quota.yml";
    private static final String THRESHOLDS = "thresholds.yml";

    private static final String NOTE = """
            id: note
            name: 记录表
            period: day
            scope: all
            keepDays: 90
            columns:
              - {id: place, heading: 场所, type: text, required: true}
              - {id: colour, heading: 颜色, type: choice, choices: [红, 绿]}
            """;

    private static final String SHORT = """
            id: short
            title: 简报
            period: day
            basis: health-check
            template: short
            groups:
              - {id: sending, label: 报送}
            figures:
              - {id: missing, label: 未报, group: sending, type: integer, rollUp: sum, dayState: missing}
            """;

    private final Path home;

    DeclaredFaultsTest(@TempDir Path home) {
        this.home = home;
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // Any file.
                fault("a key that nobody knows", ATTENDANCE, "period: day", "period: day\nperoid: day", "peroid"),
                fault("a key twice", ATTENDANCE, "period: day", "period: day\nperiod: day", "period: day"),
                fault("an id that is not the file's", ATTENDANCE, "id: attendance", "id: atendance", "atendance"),
                fault("no name", ATTENDANCE, "name: 考勤统计表\n", "", "id: attendance"),
                fault("a blank name", ATTENDANCE, "name: 考勤统计表", "name: \" \"", "name:"),
                fault("a number for a text", ATTENDANCE, "name: 考勤统计表", "name: 2020", "name: 2020"),
                fault("a yes for a text", ATTENDANCE, "[\"/\",", "[no, \"/\",", "[no,"),
                fault("a text for a yes-no", ATTENDANCE, "required: true", "required: 是", "required: 是"),
                fault("a text for a list", ATTENDANCE, "aliases: [班别, 班级名称, 班次]", "aliases: 班别", "aliases: 班别"),
                fault(
                        "a list for a mapping",
                        HEALTH_CHECK,
                        "person: {name: name, idNumber: idNumber, className: className}",
                        "person: [name]",
                        "person: [name]"),
                fault("a word of no list", ATTENDANCE, "period: day", "period: week", "period: week"),
                fault("a tag of a Java type", ATTENDANCE, "name: 考勤统计表", "name: !!java.net.URL [http://x]", "!!java"),
                fault("no yaml", ATTENDANCE, "titles: [", "titles: [[", "period: day"),

                // Forms.
                fault("a kind of institution that there is not", ATTENDANCE, "scope: all", "scope: [大学]", "大学"),
                fault("nobody who owes it", ATTENDANCE, "scope: all", "scope: []", "scope: []"),
                fault("kept for no day", ATTENDANCE, "keepDays: 365", "keepDays: 0", "keepDays: 0"),
                fault("kept for negative days", ATTENDANCE, "keepDays: 365", "keepDays: -1", "keepDays: -1"),
                fault(
                        "no columns",
                        "forms/note.yml",
                        NOTE.substring(NOTE.indexOf("columns")),
                        "columns: []\n",
                        "columns: []"),
                fault("a column id twice", ATTENDANCE, "id: lateCount", "id: reason", "id: reason"),
                fault("a column id with a dash", ATTENDANCE, "id: lateCount", "id: late-count", "id: late-count"),
                fault("a word that MariaDB reserves", ATTENDANCE, "id: lateCount", "id: rowNumber", "id: rowNumber"),
                fault("a word that MySQL reserves", ATTENDANCE, "id: lateCount", "id: condition", "id: condition"),
                fault("a word that H2 reserves", ATTENDANCE, "id: lateCount", "id: month", "id: month"),
                fault("a column that every table has", ATTENDANCE, "id: lateCount", "id: sourceRow", "id: sourceRow"),
                fault("a heading claimed twice", ATTENDANCE, "heading: 早退", "heading: 实 到（人）", "实 到"),
                fault(
                        "a label for a column that each row must fill in",
                        HEALTH_CHECK,
                        "    fillDown: true\n    fromLabel: true",
                        "    required: true\n    fromLabel: true",
                        "fromLabel: true"),
                fault("an alias claimed twice", ATTENDANCE, "aliases: [早退人数]", "aliases: [＊迟到]", "＊迟到"),
                fault(
                        "an alias claimed twice in traditional characters",
                        ATTENDANCE,
                        "aliases: [早退人数]",
                        "aliases: [遲到]",
                        "遲到"),
                fault(
                        "a sex without its words",
                        HEALTH_CHECK,
                        "rules:\n",
                        "rules:\n  - sex-of-id: {id: idNumber, sex: healthCode}\n",
                        "sex: healthCode"),
                fault(
                        "documents none of which is checked",
                        HEALTH_CHECK,
                        "rules:\n",
                        "rules:\n  - document-of-id: {id: idNumber, in: diagnosis, checked: []}\n",
                        "checked: []"),
                fault(
                        "a warning where numbers are read",
                        HEALTH_CHECK,
                        "rules:\n",
                        "rules:\n  - document-of-id: {id: idNumber, in: diagnosis, checked: [身份证]}\n    severity: warning\n",
                        "severity: warning"),
                fault("an alias that is read over", ATTENDANCE, "aliases: [早退人数]", "aliases: [序号]", "aliases: [序号]"),
                fault("an alias that is nothing", ATTENDANCE, "aliases: [早退人数]", "aliases: [（人）]", "（人）"),
                fault("no column that is required", "forms/note.yml", ", required: true", "", "id: place"),
                fault(
                        "a type that there is not",
                        ATTENDANCE,
                        "type: text\n    maxLength: 100\n",
                        "type: words\n",
                        "type: words"),
                fault("a limit on a text", ATTENDANCE, "maxLength: 500", "maxLength: 500\n    min: 1", "min: 1"),
                fault("a limit upside down", HEALTH_CHECK, "min: 34.0", "min: 44.0", "min: 44.0"),
                fault("half a person", ATTENDANCE, "max: 100000", "max: 0.5", "max: 0.5"),
                fault("more digits than there are", HEALTH_CHECK, "decimals: 2", "decimals: 12", "decimals: 12"),
                fault("no characters", ATTENDANCE, "maxLength: 100", "maxLength: 0", "maxLength: 0"),
                fault("too many characters", ATTENDANCE, "maxLength: 100", "maxLength: 100000", "maxLength: 100000"),
                fault(
                        "a pattern that is none",
                        ATTENDANCE,
                        "maxLength: 100",
                        "maxLength: 100\n    pattern: \"[\"",
                        "pattern"),
                fault("a choice without words", "forms/note.yml", "[红, 绿]", "[]", "id: colour"),
                fault("a choice that names none", "forms/note.yml", ", choices: [红, 绿]", "", "id: colour"),
                fault("a word of two meanings", HEALTH_CHECK, "- 绿码: [绿,", "- 绿码: [黄,", "- 绿码"),
                fault("a word that is blank too", HEALTH_CHECK, "- 绿码: [绿,", "- 绿码: [/,", "- 绿码"),
                fault(
                        "a yes that is no",
                        HEALTH_CHECK,
                        "yesWords: [是, 有, 已就诊,",
                        "yesWords: [是, ｎ, 已就诊,",
                        "noWords: [否, 无, 没有, 未就诊"),
                fault(
                        "an exclusive word that is no choice",
                        HEALTH_CHECK,
                        "exclusive: 无",
                        "exclusive: 没有",
                        "exclusive: 没有"),
                fault(
                        "a word for what the list lacks that is no choice",
                        HEALTH_CHECK,
                        "otherWord: 其他",
                        "otherWord: 另有",
                        "otherWord: 另有"),
                fault(
                        "a name that is not personal",
                        ATTENDANCE,
                        "type: person\n    personal: true",
                        "type: person\n    personal: false",
                        "type: person"),
                fault(
                        "a rule over a column that there is not",
                        ATTENDANCE,
                        "{part: fever, whole:",
                        "{part: feber, whole:",
                        "feber"),
                fault(
                        "a rule over a column of another type",
                        ATTENDANCE,
                        "{part: fever, whole:",
                        "{part: reason, whole:",
                        "part: reason"),
                fault(
                        "a rule that there is not",
                        ATTENDANCE,
                        "- part-of: {part: fever,",
                        "- share-of: {part: fever,",
                        "share-of"),
                fault("a date after a time", DISINFECTION, "{first: startTime,", "{first: date,", "first: date"),
                fault("a rule that asks for no word of the choice", DISINFECTION, "is: 通风", "is: 扫地", "is: 扫地"),
                fault("a date in no period", DISINFECTION, "in-period: date", "in-period: place", "in-period: place"),
                fault(
                        "rows unique in nothing",
                        ATTENDANCE,
                        "unique-in-sheet: [className, personCategory]",
                        "unique-in-sheet: []",
                        "unique-in-sheet: []"),
                fault(
                        "a reading carried over",
                        HEALTH_CHECK,
                        "carriedOver: [name,",
                        "carriedOver: [noonTemperature,",
                        "carriedOver: [noon"),
                fault(
                        "an answer carried over",
                        ATTENDANCE,
                        "    heading: 班级\n",
                        "    heading: 班级\n    answer: true\n",
                        "carriedOver: [className"),
                fault(
                        "rows carried over that would all be answers",
                        DISINFECTION,
                        "onBadRow: keep-others",
                        "onBadRow: keep-others\ncarriedOver: [place]",
                        "carriedOver: [place]"),
                fault(
                        "batches carried over",
                        ATTENDANCE,
                        "calendar: every-day",
                        "calendar: every-day\nbatches: true",
                        "carriedOver: [className"),
                fault("a person without a name", HEALTH_CHECK, "{name: name,", "{name: nom,", "nom"),
                fault(
                        "a person known by a remark",
                        HEALTH_CHECK,
                        "idNumber: idNumber,",
                        "idNumber: remark,",
                        "idNumber: remark"),
                fault(
                        "a case in a column that there is not",
                        HEALTH_CHECK,
                        "fever: noonTemperature",
                        "fever: noon",
                        "fever: noon"),
                fault("a fever in a text", HEALTH_CHECK, "fever: noonTemperature", "fever: remark", "fever: remark"),
                fault("a case for a word that is none", HEALTH_CHECK, "word: 无}", "word: 没病}", "没病"),
                fault("an example without rows", ATTENDANCE, "accepted: 1", "accepted: -1", "accepted: -1"),
                fault("an example of no finding", ATTENDANCE, "SUM_MISMATCH", "SUM_MISSED", "SUM_MISSED"),
                fault("an example in no cell", ATTENDANCE, "{C3:", "{3C:", "3C"),
                fault("a register's id", "forms/regions.yml", "id: note", "id: regions", "id: regions"),

                // Policies.
                fault("a zone that there is not", HOLINGOL, "Asia/Shanghai", "Asia/Tongliao", "Tongliao"),
                fault(
                        "a threshold of no vocabulary",
                        HOLINGOL,
                        "classSizeAtMost:",
                        "classSize:",
                        "value: 30, origin: clause, source: 四2"),
                fault("a negative threshold", HOLINGOL, "value: 37.3", "value: -37.3", "-37.3"),
                fault("a threshold of another type", HOLINGOL, "value: 2,", "value: 两次,", "两次"),
                fault(
                        "a threshold with no value",
                        HOLINGOL,
                        "value: 2, ",
                        "",
                        "since: 2020-01-01, origin: clause, source: 四4"),
                fault(
                        "an origin that there is not",
                        HOLINGOL,
                        "value: 2, origin: clause",
                        "value: 2, origin: rumour",
                        "rumour"),
                fault(
                        "a threshold from nowhere",
                        HOLINGOL,
                        "origin: clause, source: 四2",
                        "origin: clause",
                        "value: 30, origin: clause}"),
                fault(
                        "a day that is none",
                        HOLINGOL,
                        "{since: 2020-01-01, value: 2,",
                        "{since: 2020-02-30, value: 2,",
                        "2020-02-30"),
                fault(
                        "two values of one day",
                        HOLINGOL,
                        "    - {since: 2020-01-01, value: 2,",
                        "    - {since: 2020-01-01, value: 1, origin: setting, source: 甲}\n    - {since: 2020-01-01, value: 2,",
                        "value: 2"),
                fault(
                        "no deadline by default",
                        HOLINGOL,
                        "{time: \"09:30:00\"",
                        "{form: attendance, time: \"09:30:00\"",
                        "form: attendance"),
                fault("a deadline that is no time", HOLINGOL, "\"09:30:00\"", "\"9点半\"", "9点半"),
                fault(
                        "a deadline of a form that there is not",
                        HOLINGOL,
                        "{form: disinfection",
                        "{form: cleaning",
                        "cleaning"),
                fault("a deadline of a kind that there is not", HOLINGOL, "{form: disinfection", "{kinds: [大学]", "大学"),
                fault("two deadlines by default", HOLINGOL, "{form: disinfection, ", "{", "\"20:00:00\""),
                fault(
                        "a threshold that is no type",
                        THRESHOLDS,
                        "name: 发热（超过）, type: decimal",
                        "name: 发热（超过）, type: celsius",
                        "celsius"),

                // Checks.
                fault("no question", FEVER, "statement: checks.fever\n", "", "id: fever"),
                fault("two questions", LATE, "dayState: late", "dayState: late\nstatement: checks.late", "id: late"),
                fault("a statement that is no name", FEVER, "checks.fever", "select 1", "select 1"),
                fault("a day state that there is not", LATE, "dayState: late", "dayState: early", "early"),
                fault(
                        "a check of a form that there is not",
                        FEVER,
                        "forms: [health-check]",
                        "forms: [fever-list]",
                        "fever-list"),
                fault("a check of no form", FEVER, "forms: [health-check]", "forms: []", "forms: []"),
                fault(
                        "a day state of two forms",
                        LATE,
                        "forms: [health-check]",
                        "forms: [health-check, attendance]",
                        "attendance]"),
                fault("a need of no vocabulary", FEVER, "feverAbove", "feverOver", "feverOver"),
                fault("a clause of a policy that there is not", FEVER, "liuzhou: 四", "nanning: 四", "holingol: 四2"),
                fault("no clause for the others", FEVER, "  default: 本地设定（发热处置）\n", "", "holingol: 四2"),
                fault("no message", FEVER, "message: \"{institution}有{persons}人发热。\"\n", "", "id: fever"),
                fault("a gap that is not closed", FEVER, "{persons}", "{persons", "{persons"),
                fault(
                        "a gap that a day state can't fill",
                        LATE,
                        "{institution}超过",
                        "{institution}{hours}超过",
                        "{hours}"),
                fault(
                        "an example under a policy that there is not",
                        FEVER,
                        "policy: holingol",
                        "policy: nanning",
                        "nanning"),
                fault("an example of a stranger", FEVER, "finds: [E2, E3]", "finds: [E2, E4]", "E4"),
                fault("an example that finds nothing said", FEVER, "    finds: [E2, E3]\n", "", "policy: holingol"),
                fault(
                        "an example of no period",
                        FEVER,
                        "  - policy: holingol\n",
                        "  - policy: holingol\n    period: \"2020-13\"\n",
                        "2020-13"),
                fault(
                        "an example's sheet of no period",
                        FEVER,
                        "        institution: E2\n",
                        "        institution: E2\n        period: \"2020年\"\n",
                        "2020年"),
                fault(
                        "an example's company without a region",
                        FEVER,
                        "  - policy: holingol\n",
                        "  - policy: holingol\n    companies: [\"91330108MA2AAAAA12,甲公司\"]\n",
                        "companies"),
                fault("an example received at no time", FEVER, "received: \"08:00\"", "received: 上午", "received: 上午"),

                // Reports.
                fault(
                        "no figures",
                        "reports/short.yml",
                        SHORT.substring(SHORT.indexOf("groups")),
                        "figures: []\n",
                        "figures: []"),
                fault(
                        "a basis that there is not",
                        ZERO_REPORT,
                        "basis: health-check",
                        "basis: health",
                        "basis: health"),
                fault("a title with a gap that nobody fills", ZERO_REPORT, "{region}新冠", "{place}新冠", "{place}"),
                fault(
                        "a group twice",
                        "reports/short.yml",
                        "  - {id: sending, label: 报送}",
                        "  - {id: sending, label: 报送}\n  - {id: sending, label: 送报}",
                        "送报"),
                fault(
                        "a group without figures",
                        ZERO_REPORT,
                        "groups:",
                        "groups:\n  - {id: isolation, label: 隔离观察}",
                        "id: isolation"),
                fault(
                        "a figure of no group",
                        ZERO_REPORT,
                        "label: 应检, group: health",
                        "label: 应检, group: illness",
                        "illness"),
                fault("a figure twice", ZERO_REPORT, "{id: checked,", "{id: persons,", "label: 实检"),
                fault("a figure without a source", ZERO_REPORT, "rollUp: sum, findings: true", "rollUp: sum", "日检发现"),
                fault(
                        "a figure with two sources",
                        ZERO_REPORT,
                        "rollUp: sum, findings: true",
                        "rollUp: sum, findings: true, dayState: zero",
                        "日检发现"),
                fault(
                        "a figure of a form that there is not",
                        ZERO_REPORT,
                        "label: 应到, group: attendance, type: integer, rollUp: sum, statement: zeroReport.attendance, forms: [attendance]",
                        "label: 应到, group: attendance, type: integer, rollUp: sum, statement: zeroReport.attendance, forms: [roll-call]",
                        "roll-call"),
                fault(
                        "a figure that needs what there is not",
                        ZERO_REPORT,
                        "[[feverAtLeast, feverAbove]]",
                        "[[feverAtLeast, feverOver]]",
                        "feverOver"),
                fault(
                        "a roll-up that there is not",
                        ZERO_REPORT,
                        "label: 实检, group: health, type: integer, rollUp: sum",
                        "label: 实检, group: health, type: integer, rollUp: mean",
                        "mean"),

                // Reports of progress.
                fault(
                        "a kind that there is not",
                        "reports/short.yml",
                        "id: short\n",
                        "id: short\nkind: progres\n",
                        "progres"),
                fault("a progress by the day", QUOTA_REPORT, "periods: [month, year]", "periods: [day]", "[day]"),
                fault("a gap of no progress", QUOTA_REPORT, "{region}{year}", "{region}{month}", "{month}"),
                fault(
                        "a category twice",
                        QUOTA_REPORT,
                        "  - {id: other-employee,",
                        "  - {id: principal, label: 负责人}\n  - {id: other-employee,",
                        "label: 负责人"),
                fault("a source twice", QUOTA_REPORT, "yearElapsed: true", "yearElapsed: true, rankBy: rate", "序时进度"),
                fault("no source", QUOTA_REPORT, ", yearElapsed: true", "", "序时进度"),
                fault("a highest of units", QUOTA_REPORT, "rollUp: none", "rollUp: max", "原表数"),
                fault(
                        "a figure that comes later",
                        QUOTA_REPORT,
                        "part: done, whole: quota",
                        "part: rank, whole: quota",
                        "rank"),
                fault("a heading over nothing", QUOTA_REPORT, "figures: [personTimes]", "figures: [times]", "[times]"),
                fault(
                        "a heading of no category",
                        QUOTA_REPORT,
                        "category: total, figures: [personTimes]",
                        "category: all, figures: [personTimes]",
                        "personTimes]"),
                fault(
                        "a target that no policy knows",
                        QUOTA_REPORT,
                        "principalsTrainedAtLeast",
                        "principalsTrained",
                        "principalsTrained"),
                fault(
                        "a target that is no number",
                        QUOTA_REPORT,
                        "principalsTrainedAtLeast",
                        "ventilationMethod",
                        "ventilationMethod"),
                fault(
                        "a target that nothing reaches",
                        QUOTA_REPORT,
                        "reached: personTimes",
                        "reached: times",
                        "reached: times"),
                fault(
                        "a focus without a question",
                        QUOTA_REPORT,
                        "  statement: trainingQuota.focusGroups\n",
                        "",
                        "label: 重点对象"),
                fault("a focus twice", QUOTA_REPORT, "新员工, 农民工", "新员工, 新员工", "新员工"));
    }

    private static Arguments fault(String what, String file, String from, String to, String blamed) {
        return arguments(what, file, from, to, blamed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsToldAtItsLine(String what, String file, String from, String to, String blamed) throws IOException {
        declare(file, changed(before(file), from, to));

        List<String> lines = Files.readAllLines(home.resolve("jobs").resolve(file));
        assertThat(faultsTold()).as(what).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file())
                    .isEqualTo(home.resolve("jobs").resolve(file).toString());
            assertThat(lines.get(fault.line() - 1)).as(fault.toString()).contains(blamed);
        });
    }

    @Test
    void theFilesThatAreChangedHereAreWithoutFaultThemselves() throws IOException {
        declare("forms/note.yml", NOTE);
        declare("reports/short.yml", SHORT);

        Catalogue catalogue = new CatalogueReader().read(new DeclaredFiles(home));

        assertThat(catalogue.forms()).containsKey("note");
        assertThat(catalogue.reports()).containsKey("short");
    }

    @Test
    void aRuleForFilesThatNobodyKnowsIsAFault() throws IOException {
        declare("intake.yml", "macros: run\nmakros: refuse\n");

        assertThat(faultsTold()).extracting(Fault::line).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() throws IOException {
        declare(
                ATTENDANCE,
                changed(changed(before(ATTENDANCE), "period: day", "peroid: day"), "id: lateCount", "id: rank"));
        declare(HOLINGOL, changed(before(HOLINGOL), "value: 37.3", "value: warm"));
        declare("forms/notes.txt", "");

        CatalogueFaultsException told = told();

        assertThat(told.faults())
                .extracting(fault -> Path.of(fault.file()).getFileName().toString())
                .containsExactlyInAnyOrder(
                        "attendance.yml", "attendance.yml", "attendance.yml", "holingol.yml", "notes.txt");
        told.faults().forEach(fault -> assertThat(told).hasMessageContaining(fault.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forms/note.yaml",
                "form/note.yml",
                "forms/later/note.yml",
                "forms/NOTE.yml",
                "note.yml",
                "README"
            })
    void aFileThatNobodyReadsIsAFault(String file) throws IOException {
        declare(file, NOTE);

        assertThat(faultsTold()).isNotEmpty().allSatisfy(fault -> assertThat(fault.file())
                .endsWith(file));
    }

    @Test
    void aReadMeAndHiddenFilesAreNoFault() throws IOException {
        declare("README.md", "# Ours");
        declare(".DS_Store", "");
        declare("forms/.attendance.yml.swp", "");

        assertThat(new CatalogueReader().read(new DeclaredFiles(home)).forms()).isNotEmpty();
    }

    @Test
    void aFileInAnotherEncodingIsAFault() throws IOException {
        Path file = home.resolve("jobs").resolve(ATTENDANCE);
        Files.createDirectories(file.getParent());
        Files.write(file, before(ATTENDANCE).getBytes(Charset.forName("GBK")));

        assertThat(faultsTold()).extracting(Fault::file).containsExactly(file.toString());
    }

    @Test
    void aFormThatCantBeReadIsMissedByNobodyElse() throws IOException {
        declare(HEALTH_CHECK, "- a list\n");

        assertThat(faultsTold())
                .extracting(Fault::file)
                .containsOnly(home.resolve("jobs").resolve(HEALTH_CHECK).toString());
    }

    @Test
    void aReportWhoseBasisIsTakenAwayIsAFault() throws IOException {
        declare(HEALTH_CHECK, "enabled: false\n");

        assertThat(faultsTold()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("jobs/" + ZERO_REPORT);
            assertThat(before(ZERO_REPORT).lines().toList().get(fault.line() - 1))
                    .contains("basis");
        });
    }

    @Test
    void toTakeAwayWhatThereIsNotIsAFault() throws IOException {
        declare("forms/atendance.yml", "enabled: false\n");

        assertThat(faultsTold()).extracting(Fault::line).containsExactly(1);
    }

    @Test
    void nothingNestedWithoutEndIsFollowed() throws IOException {
        declare("forms/note.yml", "a: &a [x, x]\n" + "b: [*a, *a, *a, *a]\n".repeat(2) + "[".repeat(3000));
        declare(LATE, "id: &loop {late: *loop}\n");

        assertThat(faultsTold()).isNotEmpty();
    }

    private void declare(String file, String content) throws IOException {
        Path path = home.resolve("jobs").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String before(String file) throws IOException {
        Path shipped = Path.of("jobs").resolve(file);
        if (Files.exists(shipped)) {
            return Files.readString(shipped);
        }
        return file.startsWith("reports/") ? SHORT : NOTE;
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    private List<Fault> faultsTold() {
        return told().faults();
    }

    private CatalogueFaultsException told() {
        CatalogueFaultsException told = catchThrowableOfType(
                CatalogueFaultsException.class, () -> new CatalogueReader().read(new DeclaredFiles(home)));
        assertThat(told).as("all was read without a fault").isNotNull();
        return told;
    }
}
