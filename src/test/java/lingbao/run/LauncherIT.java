package lingbao.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import lingbao.store.Database;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands as scripts rely on them. */
class LauncherIT {

    private static final Path SAMPLES = Path.of("samples");
    private static final String CORRECT = "3301900102_20200615健康监测.csv";

    @TempDir
    static Path folder;

    private static Path out;
    private static Ended demo;

    /** A home of its own in which the registers are loaded. */
    private static Launcher district;

    private static final List<Ended> LOADED = new ArrayList<>();

    @BeforeAll
    static void runsTheDemoAndLoadsTheRegisters() throws Exception {
        out = folder.resolve("demo");
        demo = new Launcher(folder.resolve("nowhere")).call("demo", "--out", out);
        district = new Launcher(folder.resolve("district"));
        LOADED.add(district.call("load", "regions", SAMPLES.resolve("regions.csv")));
        LOADED.add(district.call("load", "institutions", SAMPLES.resolve("institutions.xlsx")));
        LOADED.add(district.call("load", "companies", SAMPLES.resolve("companies.csv")));
    }

    private static Launcher demoHome() {
        return new Launcher(out.resolve("home"));
    }

    @Test
    void theDemoEndsWithEverySampleAnsweredAsItsTableSays() throws IOException {
        assertThat(demo.err()).isEmpty();
        assertThat(demo.status()).isZero();
        List<String> names = new ArrayList<>(List.of(
                "training-quota-2020-07-330108", "training-quota-2020-07-330108-e2", "training-quota-2020-08-330108"));
        for (String day : List.of("2020-06-15", "2020-06-16", "2020-06-17")) {
            for (String region : List.of("330190", "330190001", "330190002", "330190003")) {
                names.add("zero-report-" + day + "-" + region);
            }
        }
        assertThat(written(out))
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .flatMap(name -> Stream.of(name + ".pdf", name + ".xlsx"))
                        .toList());
        assertThat(written(out)).allSatisfy(name -> {
            assertThat(out.resolve(name)).isNotEmptyFile();
            assertThat(demo.out()).contains(out.resolve(name).toString());
        });
        assertThat(demo.out()).contains("3301900306_20200615日报-未传完.xlsx").contains(out.resolve("home") + "");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-06-15", "2020-06-16", "2020-06-17"})
    void theDistrictsPageNamesEachInstitutionThatWasExpected(String day) throws Exception {
        String page = withoutBlanks(text(out.resolve("zero-report-" + day + "-330190.pdf")));
        List<String> expected = institutionsOpenOn(LocalDate.parse(day));
        assertThat(expected).hasSizeGreaterThanOrEqualTo(24);
        for (String institution : expected) {
            assertThat(page).contains(institution);
        }
    }

    @Test
    void theDistrictsPageHasEveryHeadingWhoseFormIsCollected() throws Exception {
        String page = withoutBlanks(text(out.resolve("zero-report-2020-06-17-330190.pdf")));
        assertThat(page)
                .contains("云溪区")
                .contains("新冠肺炎疫情防控情况日报表（零报告）")
                .contains("填报单位（盖章）", "统计时段", "单位：个、人")
                .contains("序号", "街道（单位）", "备注", "合计")
                .contains("报送情况（个）", "应报", "实报", "其中迟报", "其中零报告", "其中空表", "未报")
                .contains("健康监测（人）", "应检", "实检", "发热", "其他症状", "已就诊")
                .contains("到岗到课（人）", "应到", "实到", "因病缺勤")
                .contains("消毒通风（个）", "消毒达标", "消毒未达标", "消毒未报", "通风达标", "通风未达标", "通风未报")
                .contains("未报、迟报单位名单")
                .contains("单位负责人", "审核人", "填报人", "联系电话", "报出时间", "数据校验码");
        assertThat(page).doesNotContain("当日新增", "隔离观察", "境外返回");
    }

    @Test
    void theLateBatchMakesASecondEditionThatTellsWhatChanged() throws Exception {
        String first = withoutBlanks(text(out.resolve("training-quota-2020-07-330108.pdf")));
        String second = withoutBlanks(text(out.resolve("training-quota-2020-07-330108-e2.pdf")));
        for (String page : List.of(first, second)) {
            assertThat(page)
                    .contains("滨江区2020年安全生产培训考核指标完成情况表")
                    .contains("西兴街道", "长河街道", "浦沿街道", "江北科技园", "26,000", "20,600");
        }
        assertThat(first).contains("第1版").doesNotContain("与上一版相比");
        assertThat(second).contains("第2版", "与上一版相比");
    }

    @Test
    void everyFontOfEveryPageIsEmbedded() throws Exception {
        Set<String> fonts = new TreeSet<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
                try (PDDocument document = Loader.loadPDF(file.toFile())) {
                    for (PDPage page : document.getPages()) {
                        for (COSName name : page.getResources().getFontNames()) {
                            var font = page.getResources().getFont(name);
                            assertThat(font.isEmbedded())
                                    .as(file + " " + font.getName())
                                    .isTrue();
                            fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
                        }
                    }
                }
            }
        }
        assertThat(fonts).isNotEmpty().allMatch(name -> name.startsWith("Noto"));
    }

    @Test
    void loadTellsPeopleWhatItDidAndPrintsNothingForScripts() {
        assertThat(LOADED).extracting(Ended::status).containsOnly(0);
        assertThat(LOADED).extracting(Ended::out).containsOnly("");
        assertThat(LOADED).allSatisfy(load -> assertThat(load.err().lines()).hasSize(1));
    }

    @Test
    void ingestAnswersEachFileAndGoesOnAfterThoseThatNobodyCanRead() throws Exception {
        Path sent = Files.createDirectories(folder.resolve("sent"));
        Files.createFile(sent.resolve("3301900101_2020-06-15_空.xlsx"));
        Files.writeString(sent.resolve("3301900101_2020-06-15_情况说明.xlsx"), "今日一切正常，没有人发热。\n");
        Files.write(sent.resolve("3301900101_2020-06-15_未传完.xlsx"), firstHalf("3301900101_2020-06-15_日报.xlsx"));
        Files.copy(
                SAMPLES.resolve("2020-06-17/3301900108_2020-06-17_通讯录.xlsx"),
                sent.resolve("3301900108_2020-06-17_通讯录.xlsx"));
        healthSheet(sent.resolve("未登记_2020-06-15_健康监测.csv"), "机构编码：3301909999\n");
        healthSheet(sent.resolve("3301900101_2099-06-15_健康监测.csv"), "");
        healthSheet(sent.resolve("3301900104_2020-06-15_健康监测.csv"), "健康监测表 日期：2020年6月16日\n");
        Files.copy(SAMPLES.resolve("2020-06-15").resolve(CORRECT), sent.resolve(CORRECT));
        Files.createFile(sent.resolve("~$日报.xlsx"));
        Files.createFile(sent.resolve(".DS_Store"));

        Ended first = district.call("ingest", "--json", sent);

        Map<String, JsonNode> answers = byFile(first);
        assertThat(first.status()).isEqualTo(2);
        assertThat(codes(answers))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "3301900101_2020-06-15_空.xlsx",
                        "rejected EMPTY_FILE",
                        "3301900101_2020-06-15_情况说明.xlsx",
                        "rejected UNSUPPORTED_FORMAT",
                        "3301900101_2020-06-15_未传完.xlsx",
                        "rejected CORRUPT",
                        "3301900108_2020-06-17_通讯录.xlsx",
                        "rejected NO_FORM",
                        "未登记_2020-06-15_健康监测.csv",
                        "rejected INSTITUTION_UNKNOWN",
                        "3301900101_2099-06-15_健康监测.csv",
                        "rejected PERIOD_IN_FUTURE",
                        "3301900104_2020-06-15_健康监测.csv",
                        "rejected PERIOD_CONFLICT",
                        CORRECT,
                        "accepted"));
        assertThat(first.err().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("~$日报") || line.contains(".DS_Store"));
        JsonNode correct = Objects.requireNonNull(answers.get(CORRECT));
        // A blank row and a note stand below the twelve.
        assertThat(correct.get("rows").toString())
                .isEqualTo("{\"seen\":14,\"accepted\":12,\"rejected\":0,\"ignored\":2}");

        Ended again = district.call("ingest", sent.resolve(CORRECT), "--json");

        assertThat(again.status()).isZero();
        JsonNode duplicate = again.objects().get(0);
        assertThat(duplicate.get("state").asString()).isEqualTo("duplicate");
        assertThat(duplicate.get("receipt")).isEqualTo(correct.get("receipt"));
    }

    @Test
    void checkAnswersWithoutAHomeAndShowsTheRowsWhereAsked() throws Exception {
        Launcher nobody = new Launcher(folder.resolve("never-made"));
        Path file = SAMPLES.resolve("2020-06-15/3301900201_2020-06-15_日报.xlsx");

        Ended ended = nobody.call("check", file, "--json", "--rows");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).isEmpty();
        List<JsonNode> answers = ended.objects();
        assertThat(answers).hasSize(2);
        for (JsonNode answer : answers) {
            AnswerKeys.areAllIn(answer, "data");
            assertThat(answer.get("receipt").isNull()).isTrue();
            assertThat(answer.get("file").asString()).isEqualTo(file.toString());
            assertThat(answer.get("data").size())
                    .isEqualTo(answer.get("rows").get("accepted").asInt());
        }
        JsonNode row = answers.get(0).get("data").get(0);
        assertThat(row.get("row").isInt()).isTrue();
        assertThat(row.get("name").isString()).isTrue();
        assertThat(row.get("morningTemperature").isNumber()).isTrue();
        assertThat(nobody.home()).doesNotExist();
    }

    @Test
    void statusSaysTheSameWhereverItsOptionsStand() throws Exception {
        Launcher elsewhere = new Launcher(folder.resolve("not-this-one"));
        Path home = out.resolve("home");

        Ended before = elsewhere.call("--home", home, "status", "--date", "2020-06-17", "--json");
        Ended after = elsewhere.call("status", "--json", "--date", "2020-06-17", "--home", home);
        Ended byVariable = demoHome().call("status", "--date=2020-06-17", "--json");

        assertThat(List.of(before.status(), after.status(), byVariable.status()))
                .containsOnly(0);
        assertThat(before.err()).isEmpty();
        assertThat(after.out()).isEqualTo(before.out());
        assertThat(byVariable.out()).isEqualTo(before.out());
        assertThat(elsewhere.home()).doesNotExist();
        assertThat(before.objects()).hasSize(27 * 3);
        for (JsonNode line : before.objects()) {
            assertThat(line.propertyNames())
                    .containsExactlyInAnyOrder(
                            "date", "region", "institution", "form", "state", "timeliness", "receivedAt");
            assertThat(line.get("state").asString()).isIn("cases", "zero", "blank", "missing");
            boolean missing = line.get("state").asString().equals("missing");
            assertThat(line.get("receivedAt").isNull()).isEqualTo(missing);
            assertThat(line.get("timeliness").asString().equals("none")).isEqualTo(missing);
        }
    }

    @Test
    void runGivesTheFiguresOfEachRegionAndAnIssuedEditionByteForByte() throws Exception {
        Path fetched = folder.resolve("fetched");

        Ended ended = demoHome()
                .call(
                        "run",
                        "zero-report",
                        "--date",
                        "2020-06-17",
                        "--cut-off",
                        "2020-06-18T11:00:00+08:00",
                        "--edition",
                        "1",
                        "--out",
                        fetched,
                        "--json");

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.objects())
                .extracting(line -> line.get("region").asString())
                .containsExactly("330190001", "330190002", "330190003", "330190");
        for (JsonNode line : ended.objects()) {
            assertThat(line.propertyNames())
                    .contains("region", "expected", "received", "onTime", "late", "missing", "blank", "zero")
                    .contains("withCases", "persons", "checked", "fever", "symptomatic", "absentSick")
                    .contains("disinfectionMet", "ventilationMet", "findings", "sawDoctor", "expectedAttendance")
                    .contains("presentAttendance", "disinfectionNotMet", "disinfectionNotSent")
                    .contains("ventilationNotMet", "ventilationNotSent", "edition", "cutOff");
            for (String ending : List.of(".pdf", ".xlsx")) {
                String name = "zero-report-2020-06-17-" + line.get("region").asString() + ending;
                assertThat(fetched.resolve(name)).hasSameBinaryContentAs(out.resolve(name));
            }
        }
    }

    @Test
    void theSameFiguresAreNoNewEdition() throws Exception {
        Ended ended = demoHome().call("run", "zero-report", "--date", "2020-06-16", "--region", "330190002", "--json");

        assertThat(ended.status()).isZero();
        assertThat(ended.objects()).hasSize(1);
        assertThat(ended.objects().get(0).get("edition").asInt()).isEqualTo(1);
        assertThat(out.resolve("home/reports/zero-report-2020-06-16-330190002.pdf"))
                .hasSameBinaryContentAs(out.resolve("zero-report-2020-06-16-330190002.pdf"));
    }

    @Test
    void exportGivesTheSameRowsInEachFormatAndMasksThem() throws Exception {
        Path xlsx = folder.resolve("attendance.xlsx");

        Ended json = demoHome().call("export", "health-check", "--date", "2020-06-17", "--format", "json");
        Ended csv = demoHome().call("export", "health-check", "--date", "2020-06-17");
        Ended book =
                demoHome().call("export", "health-check", "--date", "2020-06-17", "--format", "xlsx", "--out", xlsx);

        assertThat(List.of(json.status(), csv.status(), book.status())).containsOnly(0);
        assertThat(book.out()).isEmpty();
        List<JsonNode> rows = json.objects();
        assertThat(rows).hasSize(348);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("institution").asString()).matches("3301900[1-3]\\d\\d");
            assertThat(row.get("period").asString()).isEqualTo("2020-06-17");
            assertThat(row.get("name").asString()).contains("*");
            assertThat(row.path("idNumber").asString("*")).contains("*").doesNotContainPattern("\\d{15}");
        });
        List<String> lines = csv.out().lines().toList();
        assertThat(lines).hasSize(rows.size() + 1);
        assertThat(lines.get(0))
                .contains("institution", "period", "receipt", "file", "sheet", "row", "morningTemperature");
        Sheet sheet;
        try (Workbook workbook = WorkbookFactory.create(xlsx.toFile())) {
            sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
            assertThat(new DataFormatter().formatCellValue(sheet.getRow(1).getCell(0)))
                    .isEqualTo(rows.get(0).get("institution").asString());
        }
    }

    static Stream<List<Object>> callsThatCannotRun() {
        return Stream.of(
                List.of(),
                List.of("deliver"),
                List.of("status"),
                List.of("status", "--date", "17.6.2020"),
                List.of("status", "--date", "2020-06-17", "--colour"),
                List.of("run", "zero-report", "--json"),
                List.of("run", "no-such-report", "--date", "2020-06-17"),
                List.of("run", "zero-report", "--date", "2020-06-17", "--region", "999999"),
                List.of("run", "zero-report", "--date", "2020-06-14", "--edition", "7"),
                List.of("export", "health-check"),
                List.of("export", "no-such-form", "--date", "2020-06-17"),
                List.of("load", "quarters", "samples/regions.csv"),
                List.of("load", "regions", "samples/institutions.xlsx"),
                List.of("load", "regions", "no-such-file.csv"),
                List.of("check"),
                List.of("check", "--json", "no-such-file.csv"),
                List.of("ingest", "--json", "samples/2020-06-15", "--received-at", "2020-06-15T09:00:00+08:00"));
    }

    @ParameterizedTest
    @MethodSource("callsThatCannotRun")
    void whatCannotRunEndsWithOneLineThatSaysWhy(List<Object> arguments) throws Exception {
        Ended ended = district.call(arguments.toArray());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).containsPattern("\\p{IsHan}").doesNotContain("Exception", "\tat ", "faults.log");
    }

    @Test
    void aSecondProcessOnAHomeIsRefusedWithTheReason() throws Exception {
        Launcher busy = new Launcher(folder.resolve("busy"));
        Ended refused;
        try (HikariDataSource first = Database.embedded(busy.home()).open()) {
            first.getConnection().close();
            refused = busy.call("status", "--date", "2020-06-17", "--json");
        }
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).contains("另一个");
        assertThat(busy.call("status", "--date", "2020-06-17", "--json").status())
                .isZero();
    }

    /** The names of the files, without the demo's own home. */
    private static List<String> written(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static byte[] firstHalf(String sample) throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLES.resolve("2020-06-15").resolve(sample));
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static void healthSheet(Path file, String title) throws IOException {
        Files.writeString(file, title + "姓名,人员类别,晨检体温,症状\n闻澄竹,学员,36.4,无\n", UTF_8);
    }

    private static Map<String, JsonNode> byFile(Ended ended) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (JsonNode answer : ended.objects()) {
            AnswerKeys.areAllIn(answer);
            assertThat(answers.put(answer.get("file").asString(), answer)).isNull();
        }
        return answers;
    }

    private static Map<String, String> codes(Map<String, JsonNode> answers) {
        Map<String, String> codes = new TreeMap<>();
        answers.forEach((file, answer) -> {
            StringBuilder told = new StringBuilder(answer.get("state").asString());
            for (JsonNode finding : answer.get("findings")) {
                if (finding.get("severity").asString().equals("error")) {
                    told.append(' ').append(finding.get("code").asString());
                }
            }
            codes.put(file, told.toString());
        });
        return codes;
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s　]", "");
    }

    /** Read from the register itself, by the headings that it prints. */
    private static List<String> institutionsOpenOn(LocalDate day) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream register = Files.newInputStream(SAMPLES.resolve("institutions.xlsx"));
                Workbook workbook = WorkbookFactory.create(register)) {
            DataFormatter formatter = new DataFormatter();
            Map<String, Integer> columns = new TreeMap<>();
            for (Row row : workbook.getSheetAt(0)) {
                if (columns.isEmpty()) {
                    row.forEach(cell -> columns.put(formatter.formatCellValue(cell), cell.getColumnIndex()));
                    continue;
                }
                String opened = cell(row, columns, "开业日期");
                String closed = cell(row, columns, "停业日期");
                if ((opened.isEmpty() || !LocalDate.parse(opened).isAfter(day))
                        && (closed.isEmpty() || LocalDate.parse(closed).isAfter(day))) {
                    names.add(cell(row, columns, "机构名称"));
                }
            }
        }
        return names;
    }

    private static String cell(Row row, Map<String, Integer> columns, String heading) {
        var cell = row.getCell(Objects.requireNonNull(columns.get(heading)));
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                : cell.getStringCellValue();
    }
}
