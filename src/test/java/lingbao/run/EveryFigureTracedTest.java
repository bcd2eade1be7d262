package lingbao.run;

import static lingbao.run.SamplesTakenIn.SAMPLES;
import static lingbao.run.SamplesTakenIn.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.domain.SheetState;
import lingbao.run.Launcher.Ended;
import lingbao.run.Samples.Sample;
import lingbao.samples.PlainProgress;
import lingbao.samples.PlainProgress.Training;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Each figure of both reports of the demo is taken down to the rows behind it, the way that {@code docs/tracing.md} shows:
 * the export names file, sheet and row, the file is opened, and what stands there is counted again. What was not sent is
 * traced to the register, and what was sent late to the receipt.
 */
class EveryFigureTracedTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime DEADLINE = LocalTime.of(9, 30);
    private static final String CUT_OFF_OF_THE_DAYS = "2020-06-18T11:00:00+08:00";
    private static final String CUT_OFF_OF_THE_MONTHS = "2020-09-02T10:00:00+08:00";
    private static final Set<String> CATEGORY_WORDS_OF_MANAGERS = Set.of("安全生产管理人员", "安管人员");

    private static final Pattern NAME = Pattern.compile(".*姓名");
    private static final Pattern NUMBER = Pattern.compile("证件号码?|身份证(号码?)?");
    private static final Pattern TEMPERATURE = Pattern.compile(".{0,2}体温([（(]℃[)）])?");
    private static final Pattern SYMPTOMS = Pattern.compile("(临床|主要)?症状|身体状况");
    private static final Pattern SAW_DOCTOR = Pattern.compile("是否就诊");
    private static final Pattern EXPECTED = Pattern.compile("应到(人数)?|班级人数");
    private static final Pattern PRESENT = Pattern.compile("实到(人数)?|出勤人数");
    private static final Pattern SICK = Pattern.compile("因病缺[勤课]人数|病假");
    private static final Pattern PLACE = Pattern.compile("场所|消毒区域|地点");
    private static final Pattern ACTION = Pattern.compile("(作业)?类型");
    private static final Pattern START = Pattern.compile("开始时间|消毒时间|时间");
    private static final Pattern END = Pattern.compile("结束时间");
    private static final Pattern COMPANY = Pattern.compile("企业名称|(工作|所在)单位|单位名称");
    private static final Pattern CREDIT_CODE = Pattern.compile("(统一)?(社会)?信用代码");
    private static final Pattern UNIT = Pattern.compile("所属街道|属地|街道|所属辖区");
    private static final Pattern CATEGORY = Pattern.compile("(人员)?类[别型]|培训对象");
    private static final Pattern TRAINED_ON = Pattern.compile("[培参]训日期|培训时间");
    private static final Pattern COURSE = Pattern.compile("培训(内容|课程|项目)|课程");
    private static final Pattern RESULT = Pattern.compile("考[核试](结果|成绩|情况)|成绩");

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SamplesTakenIn samples;

    /** By form; the rows as the export lists them. */
    private static final Map<String, List<Row>> EXPORTED = new HashMap<>();

    private static final Map<Path, SourceFile> OPENED = new HashMap<>();

    /** A stored row and where it came from. */
    private record Row(
            String institution,
            String period,
            String receipt,
            String file,
            @Nullable String sheet,
            int row) {

        Path path() {
            return SAMPLES.resolve(period).resolve(file);
        }

        String place() {
            return period + "/" + file + (sheet == null ? "" : " " + sheet) + " row " + row;
        }

        String cell(Pattern heading) {
            return opened(path()).cell(sheet, row, heading);
        }

        List<String> cells(Pattern heading) {
            return opened(path()).cells(sheet, row, heading);
        }

        /** The number where there is one; else the name, which no two people of the samples share. */
        String person() {
            String number = cell(NUMBER);
            return number.isEmpty() ? cell(NAME) : number;
        }
    }

    /** A figure counted again, with the rows of the files, rows of the register and receipts that make it up. */
    private record Trace(int count, List<String> places) {

        static Trace of(Stream<Row> rows, Function<List<Row>, Integer> counted) {
            List<Row> all = rows.toList();
            return new Trace(counted.apply(all), all.stream().map(Row::place).toList());
        }

        Trace and(Trace other) {
            return new Trace(
                    count + other.count,
                    Stream.concat(places.stream(), other.places.stream()).toList());
        }
    }

    /** An institution of the register, with its row there. */
    private record Member(String code, String region, int row) {}

    @BeforeAll
    static void takeTheSamplesInAndExportThem() throws IOException {
        samples = new SamplesTakenIn(folder);
        for (String form : List.of("health-check", "attendance", "disinfection", "training-roster", "quota")) {
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : samples.desk()
                    .call("export", form, "--year", "2020", "--format", "json")
                    .objects()) {
                rows.add(new Row(
                        row.get("institution").asString(),
                        row.get("period").asString(),
                        row.get("receipt").asString(),
                        row.get("file").asString(),
                        row.get("sheet").isNull() ? null : row.get("sheet").asString(),
                        row.get("row").asInt()));
            }
            assertThat(rows).as(form).isNotEmpty();
            EXPORTED.put(form, rows);
        }
    }

    @Test
    void theReceiptOfEachRowIsTheOneThatItsFileWasAnsweredWith() {
        Map<String, String> files = new HashMap<>();
        TABLE.forEach(sample -> samples.answers(sample).stream()
                .filter(answer -> answer.receipt() != null && answer.state() != SheetState.DUPLICATE)
                .forEach(answer -> files.put(answer.receipt(), SamplesTakenIn.shown(sample))));

        assertThat(EXPORTED.values().stream().flatMap(List::stream))
                .allSatisfy(row -> assertThat(row.period() + "/" + row.file()).isEqualTo(files.get(row.receipt())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-06-15", "2020-06-16", "2020-06-17"})
    void eachFigureOfADayIsCountedAgainFromTheRowsBehindIt(String day) {
        Map<String, Map<String, Trace>> traced = new TreeMap<>();
        for (Member member : openOn(LocalDate.parse(day))) {
            behind(member, day).forEach((figure, trace) -> Stream.of(
                            member.region(), member.region().substring(0, 6))
                    .forEach(region -> traced.computeIfAbsent(region, first -> new TreeMap<>())
                            .merge(figure, trace, Trace::and)));
        }

        Ended run =
                samples.desk().call("run", "zero-report", "--date", day, "--cut-off", CUT_OFF_OF_THE_DAYS, "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(counts(traced)).isEqualTo(withoutZeros(DemoFiguresAreTrueTest.figures(run)));
        traced.forEach((region, figures) -> figures.forEach((figure, trace) -> assertThat(trace.places())
                .as("%s of %s", figure, region)
                .hasSizeGreaterThanOrEqualTo(Math.min(trace.count(), 1))
                .doesNotHaveDuplicates()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-06-15", "2020-06-16", "2020-06-17"})
    void eachFindingOfADayNamesAnInstitutionOfItsRegion(String day) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Map<String, Map<String, String>> register = register();
        Ended run = samples.desk()
                .call("run", "zero-report", "--date", day, "--cut-off", CUT_OFF_OF_THE_DAYS, "--out", out, "--json");

        assertThat(run.objects()).hasSize(4);
        for (JsonNode figures : run.objects()) {
            String region = figures.get("region").asString();
            List<Map<String, String>> findings = new SourceFile(
                            out.resolve("zero-report-" + day + "-" + region + ".xlsx"))
                    .table("核查发现").stream()
                            .filter(row -> !row.getOrDefault("核查项目", "").startsWith("［提示］"))
                            .toList();
            assertThat(findings).hasSize(figures.get("findings").asInt());
            assertThat(findings).allSatisfy(row -> assertThat(register.get(row.get("单位")))
                    .as("%s", row)
                    .isNotNull()
                    .satisfies(member -> assertThat(member.get("所属街道代码")).startsWith(region)));
        }
    }

    @Test
    void theFeverOfTheFirstDayIsOneRowOfOneFile() {
        Trace fever = openOn(LocalDate.of(2020, 6, 15)).stream()
                .map(member -> behind(member, "2020-06-15").get("fever"))
                .filter(Objects::nonNull)
                .reduce(Trace::and)
                .orElseThrow();

        assertThat(fever.places()).containsExactly("2020-06-15/青石第一小学2020年6月15日日报.xlsx 健康监测 row 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-07", "2020-08"})
    void eachFigureOfAMonthIsCountedAgainFromTheRowsBehindIt(String month) throws IOException {
        List<Row> rosters = inOrderOfReceipt(EXPORTED.getOrDefault("training-roster", List.of()));
        List<Training> trainings = trainings(rosters);
        Map<String, List<Integer>> quota = new LinkedHashMap<>();
        quotaRows().forEach((unit, row) -> {
            if (!unit.equals("all")) {
                quota.put(unit, parts(row));
            }
        });
        PlainProgress again =
                new PlainProgress(quota, trainings, YearMonth.parse(month).atEndOfMonth());

        Ended run = samples.desk()
                .call("run", "training-quota", "--month", month, "--cut-off", CUT_OFF_OF_THE_MONTHS, "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(DemoFiguresAreTrueTest.progress(run)).isEqualTo(again.figures());
        for (JsonNode line : run.objects()) {
            String unit = line.get("unit").asString();
            String category = line.get("category").asString();
            for (String figure : List.of("done", "added", "personTimes")) {
                List<Row> behind = again.behind(figure, unit, category).stream()
                        .map(training -> rosters.get(training.order()))
                        .toList();
                assertThat(behind)
                        .as("%s %s %s", unit, category, figure)
                        .hasSize(line.get(figure).asInt())
                        .doesNotHaveDuplicates();
            }
            Row printed = Objects.requireNonNull(quotaRows().get(unit));
            assertThat(line.get("printedQuota").asInt()).as(printed.place()).isEqualTo(printed(printed, category));
        }
    }

    @Test
    void whoWasTrainedInTwoUnitsStandsBehindTheEarlierOne() throws IOException {
        List<Row> rosters = inOrderOfReceipt(EXPORTED.getOrDefault("training-roster", List.of()));
        PlainProgress july = new PlainProgress(
                Map.of("330108003", List.of(70, 80, 5000)), trainings(rosters), LocalDate.of(2020, 7, 31));

        assertThat(july.behind("done", "330108003", "other-employee"))
                .extracting(training -> rosters.get(training.order()).place())
                .contains("2020-07/云帆安全技术培训学校2020年7月培训名册-补.xlsx 培训名册 row 12");
    }

    // ---- The days.

    private static List<Member> openOn(LocalDate day) {
        List<Member> open = new ArrayList<>();
        int row = 1;
        for (Map<String, String> cells :
                opened(SAMPLES.resolve("institutions.xlsx")).table(null)) {
            row++;
            String closed = cells.getOrDefault("停业日期", "");
            if (!LocalDate.parse(cells.getOrDefault("开业日期", "")).isAfter(day)
                    && (closed.isEmpty() || LocalDate.parse(closed).isAfter(day))) {
                open.add(new Member(cells.getOrDefault("机构编码", ""), cells.getOrDefault("所属街道代码", ""), row));
            }
        }
        return open;
    }

    private static Map<String, Map<String, String>> register() {
        return opened(SAMPLES.resolve("institutions.xlsx")).table(null).stream()
                .collect(Collectors.toMap(row -> row.getOrDefault("机构名称", ""), Function.identity()));
    }

    /** What one institution adds to each figure of its region. */
    private static Map<String, Trace> behind(Member member, String day) {
        Map<String, Trace> traces = new TreeMap<>();
        Trace registered = new Trace(1, List.of("institutions.xlsx row " + member.row()));
        List<Row> health = rows("health-check", member, day);
        traces.put("expected", registered);
        List<Sample> received = received("health-check", member, day);
        List<Sample> answered =
                received("health-check", member, day, answer -> answer.rows().accepted() > 0);
        if (received.isEmpty()) {
            traces.put("missing", registered);
        } else {
            Sample first = answered.isEmpty() ? received.get(0) : answered.get(0);
            Trace receipt = new Trace(1, List.of(SamplesTakenIn.shown(first) + " received " + first.receivedAt()));
            OffsetDateTime at = first.receivedAt().atZone(ZONE).toOffsetDateTime();
            boolean late = at.toLocalDate().isAfter(LocalDate.parse(day))
                    || at.toLocalTime().isAfter(DEADLINE);
            traces.put("received", receipt);
            traces.put(late ? "late" : "onTime", receipt);
            List<Row> cases = health.stream()
                    .filter(row -> isFever(row) || isSymptomatic(row))
                    .toList();
            if (health.isEmpty()) {
                traces.put("blank", receipt);
            } else if (cases.isEmpty()) {
                traces.put("zero", Trace.of(health.stream(), rows -> 1));
            } else {
                traces.put("withCases", Trace.of(cases.stream(), rows -> 1));
            }
        }
        traces.put("persons", Trace.of(health.stream(), EveryFigureTracedTest::persons));
        traces.put("checked", persons(health, row -> !temperatures(row).isEmpty()));
        traces.put("fever", persons(health, EveryFigureTracedTest::isFever));
        traces.put("symptomatic", persons(health, EveryFigureTracedTest::isSymptomatic));
        traces.put("sawDoctor", persons(health, row -> row.cell(SAW_DOCTOR).equals("是")));
        List<Row> classes = rows("attendance", member, day);
        traces.put("expectedAttendance", Trace.of(classes.stream(), rows -> sum(rows, EXPECTED)));
        traces.put("presentAttendance", Trace.of(classes.stream(), rows -> sum(rows, PRESENT)));
        traces.put("absentSick", Trace.of(classes.stream(), rows -> sum(rows, SICK)));
        boolean sent = !received("disinfection", member, day).isEmpty();
        Predicate<List<Row>> aired = member.region().equals("330190003")
                ? EveryFigureTracedTest::isAiredMorningAndAfternoon
                : EveryFigureTracedTest::isAiredThreeTimes;
        int disinfections = member.region().equals("330190003") ? 1 : 2;
        List<Row> actions = rows("disinfection", member, day);
        traces.putAll(ofPlaces("disinfection", sent, registered, actions, "消毒", rows -> rows.size() >= disinfections));
        traces.putAll(ofPlaces("ventilation", sent, registered, actions, "通风", aired));
        return traces;
    }

    private static List<Row> rows(String form, Member member, String day) {
        return EXPORTED.getOrDefault(form, List.of()).stream()
                .filter(row ->
                        row.institution().equals(member.code()) && row.period().equals(day))
                .toList();
    }

    private static List<Sample> received(String form, Member member, String day) {
        return received(form, member, day, answer -> true);
    }

    /** The files with an accepted sheet of it, in the order of receipt. */
    private static List<Sample> received(String form, Member member, String day, Predicate<SheetAnswer> condition) {
        return TABLE.stream()
                .filter(sample -> samples.answers(sample).stream()
                        .anyMatch(answer -> form.equals(answer.form())
                                && member.code().equals(answer.institution())
                                && day.equals(answer.period())
                                && Set.of(SheetState.ACCEPTED, SheetState.PARTLY_ACCEPTED)
                                        .contains(answer.state())
                                && condition.test(answer)))
                .toList();
    }

    private static Trace persons(List<Row> rows, Predicate<Row> condition) {
        return Trace.of(rows.stream().filter(condition), EveryFigureTracedTest::persons);
    }

    private static int persons(List<Row> rows) {
        return (int) rows.stream().map(Row::person).distinct().count();
    }

    private static int sum(List<Row> rows, Pattern heading) {
        return rows.stream()
                .map(row -> row.cell(heading))
                .filter(cell -> !cell.isEmpty())
                .mapToInt(cell -> new BigDecimal(cell).intValueExact())
                .sum();
    }

    private static List<BigDecimal> temperatures(Row row) {
        return row.cells(TEMPERATURE).stream()
                .map(cell -> plain(cell).replace('。', '.').replaceAll("[^0-9.]", ""))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .toList();
    }

    private static boolean isFever(Row row) {
        return row.cell(SYMPTOMS).contains("发热")
                || temperatures(row).stream()
                        .anyMatch(temperature -> temperature.compareTo(new BigDecimal("37.3")) >= 0);
    }

    private static boolean isSymptomatic(Row row) {
        return Stream.of(row.cell(SYMPTOMS).split("、"))
                .anyMatch(word -> !Set.of("", "无", "正常", "发热").contains(word));
    }

    /** Met where every place that the action names is enough by itself, and there is one. */
    private static Map<String, Trace> ofPlaces(
            String figure,
            boolean sent,
            Trace registered,
            List<Row> actions,
            String action,
            Predicate<List<Row>> enough) {
        if (!sent) {
            return Map.of(figure + "NotSent", registered);
        }
        Map<String, List<Row>> places = actions.stream()
                .filter(row -> row.cell(ACTION).equals(action))
                .collect(Collectors.groupingBy(row -> row.cell(PLACE)));
        boolean met = !places.isEmpty() && places.values().stream().allMatch(enough);
        return Map.of(figure + (met ? "Met" : "NotMet"), Trace.of(actions.stream(), rows -> 1));
    }

    private static boolean isAiredThreeTimes(List<Row> airings) {
        return airings.stream().filter(row -> minutes(row) >= 30).count() >= 3;
    }

    private static boolean isAiredMorningAndAfternoon(List<Row> airings) {
        List<Integer> hours = airings.stream()
                .filter(row -> minutes(row) >= 60)
                .map(row -> LocalTime.parse(row.cell(START)).getHour())
                .toList();
        return hours.stream().anyMatch(hour -> hour < 12) && hours.stream().anyMatch(hour -> hour >= 12);
    }

    private static long minutes(Row row) {
        return Duration.between(LocalTime.parse(row.cell(START)), LocalTime.parse(row.cell(END)))
                .toMinutes();
    }

    private static Map<String, Map<String, Integer>> counts(Map<String, Map<String, Trace>> traced) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        traced.forEach((region, figures) -> {
            counts.put(region, new TreeMap<>());
            figures.forEach((figure, trace) ->
                    Objects.requireNonNull(counts.get(region)).put(figure, trace.count()));
        });
        return withoutZeros(counts);
    }

    /** Of what happened nowhere there is no row. */
    private static Map<String, Map<String, Integer>> withoutZeros(Map<String, Map<String, Integer>> figures) {
        figures.values().forEach(counts -> counts.values().removeIf(count -> count == 0));
        return figures;
    }

    // ---- The months.

    private static List<Row> inOrderOfReceipt(List<Row> rows) {
        List<String> files = TABLE.stream().map(SamplesTakenIn::shown).toList();
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> files.indexOf(row.period() + "/" + row.file()))
                        .thenComparing(Row::row))
                .toList();
    }

    private static List<Training> trainings(List<Row> rosters) throws IOException {
        Map<String, String> units = new HashMap<>();
        for (Map<String, String> region : new SourceFile(SAMPLES.resolve("regions.csv")).table(null)) {
            units.put(region.getOrDefault("代码", ""), region.getOrDefault("代码", ""));
            units.put(region.getOrDefault("名称", ""), region.getOrDefault("代码", ""));
        }
        Set<String> companies = new TreeSet<>();
        for (Map<String, String> company : new SourceFile(SAMPLES.resolve("companies.csv")).table(null)) {
            companies.add(company.getOrDefault("统一社会信用代码", ""));
            companies.add(company.getOrDefault("企业名称", ""));
        }
        List<Training> trainings = new ArrayList<>();
        for (Row row : rosters) {
            trainings.add(new Training(
                    trainings.size(),
                    row.institution(),
                    seventeenDigits(row.cell(NUMBER)),
                    units.get(row.cell(UNIT)),
                    companies.contains(row.cell(CREDIT_CODE)) || companies.contains(row.cell(COMPANY)),
                    category(row.cell(CATEGORY)),
                    date(row.cell(TRAINED_ON)),
                    row.cell(COURSE),
                    isPassed(row.cell(RESULT))));
        }
        return trainings;
    }

    /** One person has one, however long a number was on the card and whatever stands at its end. */
    private static String seventeenDigits(String written) {
        String number = plain(written).replace(" ", "");
        return number.length() == 15
                ? number.substring(0, 6) + "19" + number.substring(6)
                : number.substring(0, number.length() - 1);
    }

    private static String category(String word) {
        if (word.endsWith("主要负责人")) {
            return "principal";
        }
        return CATEGORY_WORDS_OF_MANAGERS.contains(word) ? "safety-manager" : "other-employee";
    }

    private static LocalDate date(String written) {
        List<Integer> parts = Pattern.compile("[0-9]+")
                .matcher(written)
                .results()
                .map(part -> Integer.valueOf(part.group()))
                .toList();
        return LocalDate.of(parts.get(0), parts.get(1), parts.get(2));
    }

    private static boolean isPassed(String result) {
        return result.matches("[0-9.]+分?") ? Double.parseDouble(result.replace("分", "")) >= 60 : !result.equals("不合格");
    }

    /** The rows of the quota's document by the unit's code; the totals as {@code all}. */
    private static Map<String, Row> quotaRows() throws IOException {
        Map<String, String> codes = new HashMap<>(Map.of("合计", "all"));
        new SourceFile(SAMPLES.resolve("regions.csv"))
                .table(null)
                .forEach(region -> codes.put(region.getOrDefault("名称", ""), region.getOrDefault("代码", "")));
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : EXPORTED.getOrDefault("quota", List.of())) {
            String unit = row.cell(Pattern.compile("单位"));
            rows.put(codes.getOrDefault(unit.isEmpty() ? "合计" : unit, unit), row);
        }
        return rows;
    }

    private static List<Integer> parts(Row row) {
        return PlainProgress.CATEGORIES.stream()
                .map(category -> printed(row, category))
                .toList();
    }

    private static int printed(Row row, String category) {
        String heading =
                switch (category) {
                    case "principal" -> "企业主要负责人";
                    case "safety-manager" -> "安全生产管理人员";
                    case "other-employee" -> "其他从业人员";
                    default -> "合计";
                };
        return Integer.parseInt(row.cell(Pattern.compile(heading + "\\(名\\)")));
    }

    // ---- The files.

    private static SourceFile opened(Path file) {
        return OPENED.computeIfAbsent(file, first -> {
            try {
                return new SourceFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC);
    }
}
