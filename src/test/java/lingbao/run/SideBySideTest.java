package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tables that stand beside each other, in a form that says they are read. */
class SideBySideTest {

    private static final String CLASS_COUNT = """
            id: class-count
            name: 各班人数
            period: day
            scope: all
            keepDays: 30
            readOver: [序号]
            sideBySide: read
            columns:
              - {id: className, heading: 班级, type: text, required: true}
              - {id: here, heading: 在校人数, type: integer, required: true, min: 0, max: 60, answer: true}
            rules:
              - unique-in-sheet: [className]
            """;

    private static final String MORNING = """
            id: morning
            name: 晨检名单
            period: day
            scope: all
            keepDays: 30
            sideBySide: read
            columns:
              - {id: name, heading: 姓名, type: person, personal: true, required: true}
              - {id: idNumber, heading: 证件号码, type: id, personal: true}
              - {id: warmth, heading: 晨测, type: decimal, unit: ℃, required: true, answer: true}
            person: {name: name, idNumber: idNumber}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void declare() throws IOException {
        Path forms = Files.createDirectories(folder.resolve("home/jobs/forms"));
        Files.writeString(forms.resolve("class-count.yml"), CLASS_COUNT);
        Files.writeString(forms.resolve("morning.yml"), MORNING);
    }

    @Test
    void readsThemAllAndCountsTheRowsOfTheSheet() throws IOException {
        JsonNode answer = answer("""
                各班人数,,,,,,,,,,
                序号,班级,在校人数,,序号,班级,在校人数,,序号,班级,在校人数
                1,一班,30,,4,四班,20,,7,七班,11
                2,二班,28,,5,五班,21,,8,八班,12
                3,三班,27,,6,六班,22,,,合计,23
                ,合计,85,,7,,,,,,
                """);
        assertThat(answer.path("state").asString()).isEqualTo("accepted");
        assertThat(counts(answer)).isEqualTo("4/3/0/1");
        assertThat(rows(answer, "className"))
                .containsExactly("3 一班", "3 四班", "3 七班", "4 二班", "4 五班", "4 八班", "5 三班", "5 六班");
        assertThat(answer.at("/ignored/0/reason").asString()).isEqualTo("TOTAL_ROW");
        assertThat(errors(answer)).isEmpty();
    }

    @Test
    void refusesARowAsAWholeForOneOfItsTables() throws IOException {
        JsonNode answer = answer("""
                班级,在校人数,,班级,在校人数
                一班,30,,四班,61
                二班,28,,一班,21
                三班,27,,,22
                五班,,,六班,20
                """);
        assertThat(counts(answer)).isEqualTo("4/1/3/0");
        assertThat(errors(answer)).containsExactly("E2 OUT_OF_RANGE", "D3 DUPLICATE_ROW", "D4 REQUIRED_BLANK");
        assertThat(rows(answer, "className")).containsExactly("5 六班");
    }

    @Test
    void comparesTheTotalsOfEachTableWithItsOwnRows() throws IOException {
        JsonNode answer = answer("""
                班级,在校人数,,班级,在校人数
                一班,30,,四班,20
                二班,28,,五班,21
                合计,58,,合计,40
                """);
        assertThat(answer.path("findings").valueStream().map(SideBySideTest::place))
                .contains("E4 TOTAL_DIFFERS");
        assertThat(answer.path("findings").valueStream().map(SideBySideTest::place))
                .doesNotContain("B4 TOTAL_DIFFERS");
        assertThat(counts(answer)).isEqualTo("3/2/0/1");
    }

    @Test
    void takesARowBackOnceThoughBothItsPeopleAreContradicted() throws IOException {
        JsonNode answer = answer("""
                姓名,证件号码,晨测,,姓名,证件号码,晨测
                王建国,11010519491231002X,36.5,,李秀英,330106198001011243,36.6
                王建国,11010519491231002X,36.9,,李秀英,330106198001011243,36.8
                张明,,36.4,,,,
                """);
        assertThat(counts(answer)).isEqualTo("3/1/2/0");
        assertThat(errors(answer))
                .containsExactlyInAnyOrder(
                        "B2 PERSON_CONFLICT", "F2 PERSON_CONFLICT", "B3 PERSON_CONFLICT", "F3 PERSON_CONFLICT");
        assertThat(rows(answer, "name")).containsExactly("4 张明");
    }

    @Test
    void knowsWhichTableAColumnOfNobodysBelongsTo() throws IOException {
        JsonNode answer = answer("""
                组别,班级,在校人数,组别,班级,在校人数
                甲组,一班,30,乙组,二班,28
                ,,,乙组,三班,27
                甲组,四班,26,,,
                """);
        assertThat(answer.path("findings").valueStream().map(SideBySideTest::place))
                .doesNotContain("D3 NOT_ANSWERED");
        assertThat(counts(answer)).isEqualTo("3/3/0/0");
        assertThat(rows(answer, "className")).containsExactly("2 一班", "2 二班", "3 三班", "4 四班");
    }

    @Test
    void refusesWhatIsNotTwoWholeTables() throws IOException {
        JsonNode answer = answer("班级,在校人数,班级\n一班,30,二班\n");
        assertThat(errors(answer)).containsExactly("null DUPLICATE_COLUMN");
        assertThat(counts(answer)).isEqualTo("1/0/1/0");
    }

    private JsonNode answer(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("3301900101_2020-06-17.csv"), csv);
        List<JsonNode> answers = new CheckLine(folder.resolve("home")).answers(file);
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private static String counts(JsonNode answer) {
        JsonNode rows = answer.path("rows");
        return rows.path("seen").asInt() + "/" + rows.path("accepted").asInt() + "/"
                + rows.path("rejected").asInt() + "/" + rows.path("ignored").asInt();
    }

    private static List<String> rows(JsonNode answer, String column) {
        return answer.path("data")
                .valueStream()
                .map(row -> row.path("row").asInt() + " " + row.path(column).asString())
                .toList();
    }

    private static List<String> errors(JsonNode answer) {
        return answer.path("findings")
                .valueStream()
                .filter(finding -> finding.path("severity").asString().equals("error"))
                .map(SideBySideTest::place)
                .toList();
    }

    private static String place(JsonNode finding) {
        return finding.path("cell").asString("null") + " "
                + finding.path("code").asString();
    }
}
