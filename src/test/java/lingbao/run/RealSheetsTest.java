package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What is answered to the sheets that institutions really made, each beside one of our own of the same shape, so that a clone
 * without them tries the same.
 */
class RealSheetsTest {

    private static final Path REAL = Path.of("../shared/inputs/real");
    private static final Path HOSTILE = Path.of("../shared/inputs/hostile");
    private static final Path ABSENCE_NOTES = Path.of("src/test/resources/homes/absence-notes");
    private static final String QUZHOU = "05-quzhou-district-table2-absence-notes.xls";

    @TempDir
    Path folder;

    /**
     * @param answer {@code state form seen/accepted/rejected/ignored} and the codes, of each object
     * @param why it is right
     */
    private record Real(String file, String answer, String why) {}

    private static final String NO_FORM = "rejected null 0/0/0/0 NO_FORM";

    private static final List<Real> SHEETS = List.of(
            new Real(
                    QUZHOU,
                    "rejected health-check 36/0/36/0 INSTITUTION_NOT_GIVEN MISSING_COLUMN UNKNOWN_COLUMN",
                    "It names half the columns of the health check and not its temperature: nearest form named, nothing taken."),
            new Real(
                    "08-attendance-232cols-merged.xlsx",
                    NO_FORM,
                    "A month on 232 columns of days: no daily sheet. 迟到 and 病假 alone make no attendance sheet."),
            new Real(
                    "10-biff8-xls-named-xlsx.xlsx",
                    "rejected null 0/0/0/0 EXTENSION_DIFFERS NO_FORM",
                    "Read by its bytes, the ending told; accounts and passwords are no form."),
            new Real("12-signin-datetime-text.xls.xls", NO_FORM, "A log of sign-ins: 姓名 alone is no form."),
            new Real("13-signin-datetime-text.xlsx", NO_FORM, "The same log as .xlsx gets the same answer."),
            new Real("16-attendance-tick-cross.xlsx", NO_FORM, "Ticks by day of the month, and no heading of ours."),
            new Real(
                    "18-clock-records-date-time-cells.xlsx",
                    NO_FORM,
                    "Clock times of one person; the formatted empty sheet is not mistaken for a zero report."),
            new Real(
                    "20-monthly-attendance-ref-errors.xlsx",
                    "rejected null 0/0/0/0 EXTERNAL_LINKS NO_FORM",
                    "A month by person: 病假 and 事假 without 班级, 应到 and 实到 are no attendance sheet; the link is told, not followed."),
            new Real("21-staff-dates-as-serial.xls", NO_FORM, "A list of staff; of our forms it has the name only."),
            new Real(
                    "23-two-tables-side-by-side.xlsx",
                    NO_FORM,
                    "Two lists of staff side by side, and neither is a form of ours."),
            new Real(
                    "25-attendance-symbols-footer-notes.xlsx",
                    "rejected null 0/0/0/0 EXTERNAL_LINKS NO_FORM",
                    "A month of symbols with a legend: no daily sheet; formulas and the link are not followed."),
            new Real(
                    "32-tsv-text-named-xlsx.xlsx",
                    "rejected null 0/0/0/0 NO_FORM TEXT_NAMED_AS_WORKBOOK",
                    "Text under the name of a workbook is read as text; 姓名 and 性别 are no form."),
            new Real(
                    "37-device-export-record-count-trailer.xls",
                    NO_FORM,
                    "A device's log with the wrong number of records below; no form of ours."),
            new Real("39-leave-register-title-row.xlsx", NO_FORM, "A register of leave by person, no form of ours."),
            new Real(
                    "40-four-level-header-dates-as-decimals.xlsx",
                    NO_FORM,
                    "Fifteen monthly sheets to sign: all are named in the answer, none is taken for a day."),
            new Real(
                    "44-gb18030-header-only.csv",
                    "rejected null 0/0/0/0 ENCODING_DECIDED NO_FORM",
                    "GB18030 is understood and told; marks are no form of ours."),
            new Real(
                    "47-multiline-quoted-cells-nan.csv",
                    NO_FORM,
                    "Quoted cells of many lines are one record each; letters to parents are no form."));

    @TestFactory
    Stream<DynamicTest> isAnswered() {
        CheckLine line = new CheckLine(null);
        return SHEETS.stream()
                .flatMap(each -> Stream.of(
                        DynamicTest.dynamicTest(each.file(), () -> {
                            assumeThat(REAL.resolve(each.file())).isRegularFile();
                            assertThat(answer(line, REAL.resolve(each.file())))
                                    .as(each.why())
                                    .isEqualTo(each.answer());
                        }),
                        DynamicTest.dynamicTest("one like " + each.file(), () -> {
                            Path like = LikeRealSheets.write(folder, each.file());
                            assertThat(answer(line, like)).as(each.why()).isEqualTo(each.answer());
                        })));
    }

    @Test
    void answersForEveryRealSheetThatThereIs() throws IOException {
        assumeThat(REAL).isDirectory();
        try (Stream<Path> files = Files.list(REAL)) {
            assertThat(SHEETS.stream().map(Real::file))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("INDEX.md"))
                                    .toList());
        }
    }

    @Test
    void aFormDeclaredOnlyInYamlReadsTheDistrictsAbsenceNotesWhole() {
        Path file = REAL.resolve(QUZHOU);
        assumeThat(file).isRegularFile();
        assertWholeAbsenceNotes(
                file,
                List.of(
                        "3 城南小学 学生 102 丁二辛 false true false 5.11日发生呕吐，在家休息",
                        "4 城南小学 学生 102 甲一七 false true false 5.13日在家晨检，不舒服，请假",
                        "5 万田小学 学生 21 季四夏 false true false 咳嗽",
                        "6 新华小学 学生 五4 叔六五 false true false 咳嗽",
                        "7 新华小学 学生 一4 伯二乙 false true false 咳嗽",
                        "8 新华小学 学生 三1 甲四秋 false true false 咳嗽"));
    }

    @Test
    void aFormDeclaredOnlyInYamlReadsASheetLikeTheDistricts() {
        assertWholeAbsenceNotes(
                LikeRealSheets.write(folder, QUZHOU),
                List.of(
                        "3 东溪小学 学生 102 甄初禾 false true false 5.11日发生呕吐，在家休息",
                        "4 东溪小学 学生 102 岑远山 false true false 5.13日在家晨检，不舒服，请假",
                        "5 南坡小学 学生 21 柳青青 false true false 咳嗽",
                        "6 北桥小学 学生 五4 戚小满 false true false 咳嗽",
                        "7 北桥小学 学生 一4 蓝一帆 false true false 咳嗽",
                        "8 北桥小学 学生 三1 贺知秋 false true false 咳嗽"));
    }

    private static void assertWholeAbsenceNotes(Path file, List<String> rows) {
        List<JsonNode> answers = new CheckLine(ABSENCE_NOTES).answers(file);
        assertThat(answers).hasSize(1);
        JsonNode answer = answers.get(0);
        assertThat(answer.path("form").asString()).isEqualTo("absence-notes");
        assertThat(answer.path("state").asString()).isEqualTo("accepted");
        assertThat(answer.path("period").asString()).isEqualTo("2020-05-13");
        assertThat(codes(answer)).isSubsetOf("REGION_UNKNOWN", "VALUE_NORMALISED");
        assertThat(answer.path("rows").toString())
                .isEqualTo("{\"seen\":36,\"accepted\":6,\"rejected\":0,\"ignored\":30}");
        assertThat(answer.path("ignored")
                        .valueStream()
                        .map(row -> row.path("row").asInt() + " "
                                + row.path("reason").asString()))
                .containsExactlyElementsOf(IntStream.rangeClosed(9, 38)
                        .mapToObj(row -> row + " BLANK_ROW")
                        .toList());
        assertThat(answer.path("data").valueStream().map(RealSheetsTest::line)).containsExactlyElementsOf(rows);
    }

    private static String line(JsonNode row) {
        List<String> values = new ArrayList<>();
        for (String id : List.of(
                "row",
                "school",
                "personCategory",
                "className",
                "name",
                "fever",
                "symptoms",
                "contact",
                "description")) {
            values.add(row.path(id).asString());
        }
        return String.join(" ", values);
    }

    @Test
    void endsNormallyForEverySheetAtHandWithAnAnswerToEach() throws IOException {
        assumeThat(REAL).isDirectory();
        CheckLine line = new CheckLine(null);
        List<Path> files = new ArrayList<>();
        for (Path each : List.of(REAL, HOSTILE)) {
            try (Stream<Path> found = Files.list(each)) {
                found.filter(file -> !file.endsWith("INDEX.md")).sorted().forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(60);
        for (Path file : files) {
            List<JsonNode> answers = line.answers(file);
            assertThat(answers).as(file.toString()).isNotEmpty();
            for (JsonNode answer : answers) {
                JsonNode rows = answer.path("rows");
                assertThat(rows.path("seen").asInt())
                        .as(file.toString())
                        .isEqualTo(rows.path("accepted").asInt()
                                + rows.path("rejected").asInt()
                                + rows.path("ignored").asInt());
                assertThat(codes(answer)).as(file.toString()).isNotEmpty().doesNotContain("PROCESSING_FAILED");
            }
        }
    }

    private static String answer(CheckLine line, Path file) {
        List<String> objects = new ArrayList<>();
        for (JsonNode answer : line.answers(file)) {
            JsonNode rows = answer.path("rows");
            objects.add(answer.path("state").asString() + " "
                    + answer.path("form").asString("null") + " "
                    + rows.path("seen").asInt() + "/" + rows.path("accepted").asInt() + "/"
                    + rows.path("rejected").asInt() + "/" + rows.path("ignored").asInt() + " "
                    + String.join(" ", codes(answer)));
        }
        return String.join("; ", objects);
    }

    private static TreeSet<String> codes(JsonNode answer) {
        TreeSet<String> codes = new TreeSet<>();
        answer.path("findings")
                .forEach(finding -> codes.add(finding.path("code").asString()));
        return codes;
    }
}
