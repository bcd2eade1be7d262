package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a clerk reads: equal causes once, with every cell of them; what stands alone as a line of its own. */
class AnswerTextTest {

    @Test
    void tellsOneCauseOnceWithEachCellAndWhatWasTyped() {
        List<Finding> findings = new ArrayList<>();
        for (int row = 12; row <= 20; row++) {
            findings.add(temperature(row, "365"));
        }
        findings.add(temperature(33, "3650"));
        findings.add(temperature(35, "365"));

        List<String> lines = lines(findings);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .contains("错误")
                .contains("E 列有 11 个单元格")
                .contains("体温")
                .doesNotContain("365");
        assertThat(lines.get(1)).endsWith("“365”在 E12–E20、E35。");
        assertThat(lines.get(2)).endsWith("“3650”在 E33。");
        assertThat(lines.get(3).strip()).isEqualTo(findings.get(0).remedy());
    }

    @Test
    void tellsWhatStandsAloneInOneLine() {
        Finding alone = temperature(3, "365");

        assertThat(lines(List.of(alone))).singleElement().asString().endsWith("E3：" + alone.message() + alone.remedy());
    }

    @Test
    void keepsApartWhatIsWrongWithTwoColumns() {
        Finding noon = cell(FindingCode.TEMPERATURE_OUT_OF_RANGE, 3, 5, "noonTemperature", "365", "午检体温", "34", "43");
        Finding noNumber = cell(FindingCode.NUMBER_INVALID, 4, 4, "morningTemperature", "三十六", "晨检体温", "36.5");

        assertThat(lines(List.of(temperature(3, "365"), noon, noNumber))).hasSize(3);
    }

    @Test
    void namesBesideEachCellWhatItRepeats() {
        List<String> lines = lines(List.of(duplicate(7, "3"), duplicate(9, "4"), duplicate(12, "4")));

        assertThat(lines).anySatisfy(line -> assertThat(line).endsWith("在 B7（3）、B9（4）、B12（4）。"));
    }

    @Test
    void namesTheRowsOfWhatIsWrongWithWholeRows() {
        List<String> lines = lines(IntStream.of(5, 6, 9)
                .mapToObj(row -> Finding.ofRow(FindingCode.NOT_ANSWERED, "表", row, row % 2))
                .toList());

        assertThat(lines.get(0)).contains("提醒").contains("有 3 行");
        assertThat(lines.get(1)).endsWith("在第 5–6、9 行。");
    }

    @Test
    void sumsUpTheNotesOfAColumnInOneLine() {
        List<Finding> notes = IntStream.rangeClosed(3, 9)
                .mapToObj(row -> cell(
                        FindingCode.VALUE_NORMALISED, row, 4, "morningTemperature", "36。" + row, "晨检体温", "36." + row))
                .toList();

        assertThat(lines(notes))
                .singleElement()
                .asString()
                .contains("说明")
                .contains("E 列有 7 个单元格")
                .contains("E3，")
                .contains("36。3")
                .contains("--json");
        assertThat(lines(notes.subList(0, 1)))
                .singleElement()
                .asString()
                .endsWith("E3：" + notes.get(0).message());
    }

    @Test
    void namesEveryCellOfALongSheetOnLinesThatFitAWindow() {
        List<Finding> findings = IntStream.range(0, 400)
                .mapToObj(number -> temperature(5 + 2 * number, "365"))
                .toList();

        List<String> lines = lines(findings);

        String all = String.join("", lines);
        for (Finding finding : findings) {
            assertThat(all).containsPattern("[、 　]" + finding.cell() + "[、。]");
        }
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(120));
    }

    @Test
    void namesTheFirstTwentyValuesWithTheirCellsAndAllCells() {
        List<Finding> findings = IntStream.range(0, 30)
                .mapToObj(number -> temperature(2 + number, String.valueOf(300 + number)))
                .toList();

        List<String> lines = lines(findings);

        assertThat(lines.get(1)).endsWith("在 E2–E31。");
        for (int number = 0; number < 20; number++) {
            assertThat(lines.get(2 + number)).endsWith("“" + (300 + number) + "”在 E" + (2 + number) + "。");
        }
        assertThat(lines.get(22)).contains("另有 10 个").contains("--annotated").contains("--json");
    }

    @Test
    void tellsEachSentenceInWhichSeveralThingsDiffer() {
        List<Finding> findings = IntStream.range(0, 25)
                .mapToObj(number ->
                        cell(FindingCode.SUM_MISMATCH, 2 + number, 2, "present", "9", "等式" + number, "" + number, "9"))
                .toList();

        List<String> lines = lines(findings);

        assertThat(lines).hasSize(23);
        for (int number = 0; number < 20; number++) {
            assertThat(lines.get(1 + number))
                    .endsWith("C" + (2 + number) + "：" + findings.get(number).message());
        }
        assertThat(lines.get(21)).contains("C22–C26，").containsOnlyOnce("--annotated");
    }

    @Test
    void tellsASentenceOnceForAllItsCells() {
        List<Finding> findings = IntStream.range(0, 6_000)
                .mapToObj(number -> {
                    String word = "头" + number / 2;
                    return cell(
                            FindingCode.CHOICE_TAKEN_AS_OTHER, 2 + number, 6, "symptoms", word, "症状", word, "其他", "");
                })
                .toList();

        List<String> lines = lines(findings);

        assertThat(lines).hasSize(23);
        assertThat(lines.get(1)).endsWith("G2–G3：" + findings.get(0).message());
        assertThat(lines.get(21)).contains("G42–G6001，").containsOnlyOnce("--annotated");
        assertThat(lines.get(22).strip()).isEqualTo(findings.get(0).remedy());
    }

    @Test
    void tellsBesideEachValueTheWordsThatAreLikeIt() {
        List<Finding> findings = List.of(
                category(3, "学身", "，最接近的：学生"),
                category(4, "校长", ""),
                category(5, "学身", "，最接近的：学生"),
                category(6, "考声", "，最接近的：考生"));

        List<String> lines = lines(findings);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("学员、学生").doesNotContain("最接近");
        assertThat(lines.get(1)).contains("“学身”在 D3、D5。").endsWith("最接近的：学生。");
        assertThat(lines.get(2)).contains("“校长”在 D4。").doesNotContain("最接近");
        assertThat(lines.get(3)).contains("“考声”在 D6。").endsWith("最接近的：考生。");
    }

    @Test
    void tellsBesideEachSentenceTheWordsThatAreLikeIt() {
        List<String> lines = lines(List.of(
                cell(FindingCode.CHOICE_TAKEN_AS_OTHER, 3, 6, "symptoms", "咽疼", "症状", "咽疼", "其他", "，最接近的：咽痛"),
                cell(FindingCode.CHOICE_TAKEN_AS_OTHER, 4, 6, "symptoms", "失眠", "症状", "失眠", "其他", "")));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("G3：").endsWith("最接近的：咽痛。");
        assertThat(lines.get(2)).contains("G4：").doesNotContain("最接近");
    }

    @Test
    void namesBesideTheFirstTwentyCellsWhatIsTheirOwn() {
        List<String> lines = lines(IntStream.range(0, 1_001)
                .mapToObj(number -> cell(
                        FindingCode.TEXT_TOO_LONG, 3 + number, 6, "remark", "长", "备注", "" + (3_000 + number), "500"))
                .toList());

        assertThat(String.join("", lines)).contains("G22（3019）。").doesNotContain("（3020）");
        assertThat(lines).hasSizeLessThan(8).anySatisfy(line -> assertThat(line).contains("G23–G1003，"));
    }

    @Test
    void tellsEachColumnWithoutAHeadingByItself() {
        List<Finding> findings = IntStream.of(3, 5)
                .mapToObj(column -> Finding.ofRow(
                        FindingCode.COLUMN_WITHOUT_HEADING, "表", 2, column, CellAddress.letters(column), "4"))
                .toList();

        assertThat(lines(findings))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("D2：").contains("D 列"))
                .anySatisfy(line -> assertThat(line).contains("F2：").contains("F 列"));
    }

    @Test
    void aHundredThousandFindingsAreAFewPagesAndCounted() {
        List<Finding> findings = IntStream.range(0, 100_000)
                .mapToObj(number -> temperature(2 + 2 * number, String.valueOf(100 + number)))
                .toList();

        List<String> lines = lines(findings);

        assertThat(lines.get(0)).contains("有 100000 个单元格");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("另有 99000 个").contains("--json"));
        assertThat(lines).hasSizeLessThan(120);
    }

    @Test
    void tellsWhatOfTheWholeWasNotTakenInOneLineACode() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ofFile(FindingCode.ENCODING_DECIDED, "GB18030"));
        for (int number = 1; number <= 12; number++) {
            findings.add(Finding.ofSheet(FindingCode.UNKNOWN_COLUMN, "表", "第" + number + "列"));
        }
        findings.add(Finding.ofSheet(FindingCode.SHEET_NOT_READ, "菜单", "菜单"));

        List<String> lines = lines(findings);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1))
                .contains("说明", "“第1列”、“第2列”、", "、“第10列”", "2 个", "--json", "错别字")
                .doesNotContain("第11列");
        assertThat(lines.get(0)).contains("说明").contains("“菜单”").contains("模板").doesNotContain("--json");
    }

    @Test
    void tellsAnUnreadColumnOfSeveralTablesOnce() {
        List<Finding> findings = List.of(
                Finding.ofSheet(FindingCode.UNKNOWN_COLUMN, "表", "座位"),
                Finding.ofRow(FindingCode.UNKNOWN_COLUMN, "表", 30, 0, "座位"),
                Finding.ofRow(FindingCode.UNKNOWN_COLUMN, "表", 30, 0, "车次"));

        assertThat(lines(findings)).singleElement().asString().contains("“座位”、“车次”");
    }

    @Test
    void manyFindingsOfTheWholeSheetAreCounted() {
        List<Finding> findings = IntStream.range(0, 30)
                .mapToObj(number -> Finding.ofSheet(FindingCode.MERGED_ROWS, "表", "A" + number))
                .toList();

        assertThat(lines(findings))
                .hasSize(21)
                .last()
                .asString()
                .contains("10 个")
                .contains("--json");
    }

    private static Finding temperature(int row, String value) {
        return cell(FindingCode.TEMPERATURE_OUT_OF_RANGE, row, 4, "morningTemperature", value, "晨检体温", "34.0", "43.0");
    }

    private static Finding category(int row, String value, String nearest) {
        return cell(FindingCode.CHOICE_UNKNOWN, row, 3, "personCategory", value, "人员类别", "学员、学生", nearest);
    }

    private static Finding duplicate(int row, String earlier) {
        return cell(FindingCode.DUPLICATE_PERSON, row, 1, "idNumber", "110105********002X", earlier);
    }

    private static Finding cell(
            FindingCode code, int row, int column, @Nullable String columnId, String value, String... details) {
        return new Finding(code, code.severity(), "表", row, column, columnId, value, Arrays.asList(details));
    }

    /** What stands below the head of the answer. */
    private static List<String> lines(List<Finding> findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            new AnswerText(out, Map.of())
                    .answer(
                            new SheetAnswer(
                                    "a.xlsx",
                                    null,
                                    "表",
                                    null,
                                    null,
                                    null,
                                    SheetState.REJECTED,
                                    null,
                                    RowCounts.NONE,
                                    List.of(),
                                    findings,
                                    0,
                                    null,
                                    null),
                            true);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
