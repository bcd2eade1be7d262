package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.run.Launcher.Ended;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A blank template of any form, filled in and sent back with nothing said beside it, raises no question. */
class TemplateCommandTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private Desk desk;
    private Catalogue catalogue;

    @BeforeEach
    void openTheDesk() throws IOException {
        desk = Desk.in(folder)
                .at("2020-06-17T08:00:00+08:00")
                .declare("jobs/forms/gate-log.yml", exampleOfTheReadMe("forms/gate-log.yml"))
                .registered(regions(), Desk.INSTITUTIONS);
        catalogue = new CatalogueReader().read(new DeclaredFiles(desk.home()));
    }

    /** Two districts, so that a sheet without a sender is nobody's; one with a unit for each row. */
    private static String regions() {
        StringBuilder regions = new StringBuilder(Desk.REGIONS).append("330191,别的区,,district,holingol\n");
        for (int unit = 1; unit < 25; unit++) {
            regions.append(330190001 + unit)
                    .append(',')
                    .append(FormFiller.unit(unit))
                    .append(",330190,subdistrict,\n");
        }
        return regions.toString();
    }

    /** The shipped ones, and one that is declared in a home alone. */
    static Stream<String> forms() {
        return Stream.concat(
                new CatalogueReader().read(new DeclaredFiles(null)).forms().keySet().stream(), Stream.of("gate-log"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void filledInItIsTakenWithoutAFinding(String id) throws IOException {
        Form form = form(id);
        Period period = Period.holding(DAY, form.period());
        List<Map<String, Object>> rows = new FormFiller(form, period).rows();
        Path xlsx = FilledTemplate.filled(template(form, "blank.xlsx"), form, rows, folder.resolve("filled.xlsx"));
        List<Path> sheets = List.of(
                xlsx,
                FilledTemplate.filled(template(form, "blank.xls"), form, rows, folder.resolve("filled.xls")),
                FilledTemplate.filledText(template(form, "blank.csv"), form, rows, folder.resolve("filled.csv")),
                FilledTemplate.savedAsCsv(xlsx, folder.resolve("marked.csv"), StandardCharsets.UTF_8, true),
                FilledTemplate.savedAsCsv(xlsx, folder.resolve("gbk.csv"), GBK, false));

        List<JsonNode> answers = answers(sheets);

        assertThat(answers).hasSameSizeAs(sheets).allSatisfy(answer -> {
            assertThat(ofItsOwn(answer)).as(answer.toString()).isEmpty();
            assertThat(answer.path("state").asString()).isEqualTo("accepted");
            assertThat(answer.path("form").asString()).isEqualTo(id);
            assertThat(answer.path("institution").asString()).isEqualTo(sender(form));
            assertThat(answer.path("period").asString()).isEqualTo(period.text());
            assertThat(answer.path("rows").path("seen").asInt()).isEqualTo(rows.size());
            assertThat(answer.path("rows").path("accepted").asInt()).isEqualTo(rows.size());
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sentBackBlankItIsASheetWithoutAnAnswer(String id) throws IOException {
        Form form = form(id);
        List<Path> sheets =
                List.of(template(form, "blank.xlsx"), template(form, "blank.xls"), template(form, "blank.csv"));

        assertThat(answers(sheets)).hasSize(3).allSatisfy(answer -> {
            assertThat(codes(answer)).containsExactly("ZERO_NOT_DECLARED");
            assertThat(answer.path("state").asString()).isEqualTo("accepted");
            assertThat(answer.path("rows").path("seen").asInt()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void withoutAnInstitutionItNamesNone(String id) throws IOException {
        Form form = form(id);
        List<Path> sheets = new ArrayList<>();
        for (String ending : List.of("xlsx", "xls", "csv")) {
            Path sheet = folder.resolve("nobody." + ending);
            assertThat(desk.call("template", id, "--out", sheet).status()).isZero();
            sheets.add(sheet);
        }

        assertThat(answers(sheets)).hasSize(3).allSatisfy(answer -> {
            assertThat(codes(answer))
                    .containsAnyOf("INSTITUTION_NOT_GIVEN", "REGION_NOT_GIVEN")
                    .doesNotContain("INSTITUTION_UNKNOWN", "REGION_UNKNOWN");
            assertThat(answer.path("institution").isNull()).isTrue();
            assertThat(answer.path("period").asString())
                    .isEqualTo(Period.holding(DAY, form.period()).text());
        });
    }

    @Test
    void oneOfAnOlderVersionIsReadAndSaidToBeOld() throws IOException {
        Form form = form("gate-log");
        List<Map<String, Object>> rows = new FormFiller(form, Period.holding(DAY, form.period())).rows();
        Path filled = FilledTemplate.filled(template(form, "blank.xlsx"), form, rows, folder.resolve("filled.xlsx"));

        desk.declare(
                "jobs/forms/gate-log.yml",
                exampleOfTheReadMe("forms/gate-log.yml").replace("max: 43.0", "max: 42.0"));

        JsonNode answer = answers(List.of(filled)).get(0);
        assertThat(codes(answer)).containsExactly("TEMPLATE_OUTDATED");
        assertThat(answer.path("state").asString()).isEqualTo("accepted");
    }

    @Test
    void oneOfAFormThatIsGoneIsReadByItsHeadings() throws IOException {
        Form form = form("gate-log");
        Path filled = FilledTemplate.filledText(
                template(form, "blank.csv"),
                form,
                new FormFiller(form, Period.holding(DAY, form.period())).rows(),
                folder.resolve("filled.csv"));
        String text = Files.readString(filled).replace("表样 gate-log·", "表样 gate-book·");
        assertThat(text).contains("gate-book");
        Files.writeString(filled, text);

        JsonNode answer = answers(List.of(filled)).get(0);
        assertThat(codes(answer)).containsExactly("TEMPLATE_DIFFERS");
        assertThat(answer.path("form").asString()).isEqualTo("gate-log");
    }

    /** Two forms with the same headings: by these alone nobody knows which one is meant. */
    @Test
    void theMarkTellsFormsApartThatTheirHeadingsDoNot() throws IOException {
        desk.declare(
                "jobs/forms/door-log.yml",
                exampleOfTheReadMe("forms/gate-log.yml").replace("id: gate-log", "id: door-log"));
        Form form = form("gate-log");
        Path filled = FilledTemplate.filledText(
                template(form, "blank.csv"),
                form,
                new FormFiller(form, Period.holding(DAY, form.period())).rows(),
                folder.resolve("filled.csv"));
        Path unmarked = folder.resolve("unmarked.csv");
        Files.writeString(unmarked, Files.readString(filled).replaceFirst("表样 gate-log·[0-9a-f]{6}", "模板"));

        List<JsonNode> answers = answers(List.of(filled, unmarked));

        assertThat(answers.get(0).path("form").asString()).isEqualTo("gate-log");
        assertThat(codes(answers.get(0))).isEmpty();
        assertThat(codes(answers.get(1))).contains("FORM_AMBIGUOUS");
    }

    @Test
    void aListTooLongForOneCellIsOfferedFromASheetThatTheIntakePassesOver() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < 60; word++) {
            words.append("第").append(word).append("号训练场地, ");
        }
        desk.declare("jobs/forms/yard-log.yml", """
                id: yard-log
                name: 场地[巡查]表
                period: day
                scope: all
                keepDays: 30
                columns:
                  - {id: yard, heading: 场地, type: choice, required: true, choices: [%s]}
                  - {id: seen, heading: 已巡查, type: yes-no, yesWords: [是], noWords: [否]}
                """.formatted(words.substring(0, words.length() - 2)));
        catalogue = new CatalogueReader().read(new DeclaredFiles(desk.home()));
        Form form = form("yard-log");
        List<Map<String, Object>> rows = new FormFiller(form, Period.holding(DAY, form.period())).rows();
        List<Path> sheets = List.of(
                FilledTemplate.filled(template(form, "blank.xlsx"), form, rows, folder.resolve("filled.xlsx")),
                FilledTemplate.filled(template(form, "blank.xls"), form, rows, folder.resolve("filled.xls")));

        assertThat(answers(sheets)).hasSize(2).allSatisfy(answer -> {
            assertThat(ofItsOwn(answer)).isEmpty();
            assertThat(answer.path("rows").path("accepted").asInt()).isEqualTo(61);
        });
    }

    @Test
    void aDaysWorkbookHoldsWhatTheInstitutionOwesOnThatDay() throws IOException {
        desk.declare("jobs/forms/gate-log.yml", """
                id: gate-log
                name: 周一至周五门岗表
                period: day
                scope: [学校]
                calendar: monday-to-friday
                keepDays: 30
                columns:
                  - {id: place, heading: 门岗, type: text, required: true}
                """);
        List<String> daily = List.of("attendance", "disinfection", "health-check");

        assertThat(formsDue("3301900101", "2020-06-29")).containsExactlyElementsOf(daily);
        assertThat(formsDue("3301900101", "2020-06-30"))
                .containsExactly("attendance", "disinfection", "health-check", "training-roster");
        assertThat(formsDue("青石第一小学", "2020-06-30"))
                .containsExactly("attendance", "disinfection", "gate-log", "health-check");
        assertThat(formsDue("3301900102", "2020-06-28")).containsExactlyElementsOf(daily);
    }

    private List<String> formsDue(String institution, String date) throws IOException {
        Path out = Files.createTempDirectory(folder, "due").resolve("due.xlsx");
        Ended ended = desk.call("template", "--due", "--institution", institution, "--date", date, "--out", out);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        try (Workbook workbook = WorkbookFactory.create(out.toFile(), null, true)) {
            return StreamSupport.stream(workbook.spliterator(), false)
                    .map(sheet -> TemplateMark.in(sheet.getRow(2).getCell(0).getStringCellValue())
                            .orElseThrow()
                            .form())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aDaysWorkbookFilledInIsTakenAsItsFormsWithoutAFinding(String ending) throws IOException {
        desk.at("2020-06-30T08:00:00+08:00");
        Path template = folder.resolve("due." + ending);
        assertThat(desk.call("template", "--due", "--institution", "3301900101", "--out", template)
                        .status())
                .isZero();
        Path filled = folder.resolve("filled." + ending);
        Map<String, Integer> rowsByForm = new TreeMap<>();
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(template));
                OutputStream out = Files.newOutputStream(filled)) {
            for (Sheet sheet : workbook) {
                Form form = form(TemplateMark.in(sheet.getRow(2).getCell(0).getStringCellValue())
                        .orElseThrow()
                        .form());
                List<Map<String, Object>> rows =
                        new FormFiller(form, Period.holding(LocalDate.of(2020, 6, 30), form.period())).rows();
                FilledTemplate.fill(sheet, form, rows);
                rowsByForm.put(form.id(), rows.size());
            }
            workbook.write(out);
        }

        List<JsonNode> answers = answers(List.of(filled));

        assertThat(rowsByForm).hasSize(4);
        assertThat(answers).hasSize(4).allSatisfy(answer -> {
            assertThat(codes(answer)).as(answer.toString()).isEmpty();
            assertThat(answer.path("state").asString()).isEqualTo("accepted");
            assertThat(answer.path("rows").path("accepted").asInt())
                    .isEqualTo(rowsByForm.get(answer.path("form").asString()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template",
                "template no-such-form",
                "template --due",
                "template health-check --due --institution 3301900101",
                "template --due --institution 3301900199",
                "template --due --institution 3301900101 --date 2020-06",
                "template --due --institution 3301900101 --out due.csv",
                "template health-check --institution 3301900199",
                "template gate-log --institution 3301900101",
                "template quota --institution 3301900101",
                "template health-check --date 2020-06",
                "template health-check --date 17.6.2020",
                "template health-check --out blank.pdf",
                "template health-check --out no-such-folder/blank.xlsx"
            })
    void whatCannotBeMadeIsRefusedInOneSentence(String call) {
        Ended ended = desk.call((Object[]) call.split(" "));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).isNotBlank().doesNotContain("Exception", "faults.log");
    }

    @Test
    void makesNothingInTheHome() throws IOException {
        Desk fresh = Desk.in(folder.resolve("fresh")).at("2020-06-17T08:00:00+08:00");
        assertThat(fresh.call("template", "attendance", "--out", folder.resolve("a.xlsx"))
                        .status())
                .isZero();
        assertThat(fresh.home()).isEmptyDirectory();
    }

    private Form form(String id) {
        return catalogue.form(id).orElseThrow();
    }

    private Path template(Form form, String name) {
        Path out = folder.resolve(name);
        Ended ended = desk.call("template", form.id(), "--institution", sender(form), "--out", out);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        return out;
    }

    private static String sender(Form form) {
        if (form.sender() == Form.Sender.REGION) {
            return "330190";
        }
        return form.scope().contains(InstitutionKind.ofWord("培训机构").orElseThrow()) ? "3301900101" : "3301900102";
    }

    private List<JsonNode> answers(List<Path> sheets) {
        List<Object> call = new ArrayList<>(List.of("ingest", "--json"));
        call.addAll(sheets);
        return desk.call(call.toArray()).objects();
    }

    /** Without what is told of a sheet because another with the same rows was sent before, and of its encoding. */
    private static List<String> ofItsOwn(JsonNode answer) {
        return codes(answer).stream()
                .filter(code -> !code.equals("SAME_CONTENT") && !code.equals("ENCODING_DECIDED"))
                .toList();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    private static String exampleOfTheReadMe(String name) throws IOException {
        Matcher block = Pattern.compile("```yaml " + Pattern.quote(name) + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("jobs/README.md")));
        assertThat(block.find()).isTrue();
        return Objects.requireNonNull(block.group(1));
    }
}
