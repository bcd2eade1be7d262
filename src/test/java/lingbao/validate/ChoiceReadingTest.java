package lingbao.validate;

import static lingbao.domain.FindingCode.CHOICE_CONTRADICTS;
import static lingbao.domain.FindingCode.CHOICE_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceReadingTest {

    private static CheckedCell category(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "personCategory", typed);
    }

    private static CheckedCell symptoms(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "symptoms", typed);
    }

    @ParameterizedTest
    @CsvSource({"学生, 学生", "在校生, 学生", "教师, 教职工", "' 学 生 ', 学生", "'学\u3000生', 学生", "'学\u200B生', 学生", "'学\n生', 学生"})
    void takesAWordOrAnotherWritingOfIt(String typed, String word) {
        CheckedCell cell = category(typed);
        assertThat(cell.value()).isEqualTo(word);
        assertThat(cell.codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生、教职工", "1", "保安", "学", "学生家长"})
    void refusesAnyOtherWordAndNamesThoseItTakes(String typed) {
        CheckedCell cell = category(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(CHOICE_UNKNOWN);
        assertThat(cell.findings().get(0).details()).startsWith("人员类别", "学员、学生、教职工、其他");
    }

    @Test
    void namesTheWordsThatAreNearToWhatWasTyped() {
        assertThat(category("学圆").findings().get(0).remedy()).contains("最接近的：学员");
        assertThat(category("保安").findings().get(0).remedy()).doesNotContain("最接近的");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "咳嗽、发热",
                "发热,咳嗽",
                "发热，咳嗽",
                "发热;咳嗽",
                "发烧；咳嗽",
                "发热/咳嗽",
                "发热 咳嗽",
                "发热+咳嗽",
                "发热\n咳嗽",
                "发热、咳嗽、",
                "咳嗽、发烧、发热"
            })
    void takesSeveralWordsInTheOrderOfTheForm(String typed) {
        CheckedCell cell = symptoms(typed);
        assertThat(cell.value()).isEqualTo(List.of("发热", "咳嗽"));
        assertThat(cell.codes()).isEmpty();
    }

    @Test
    void takesAWordThatHoldsASeparator() {
        assertThat(symptoms("嗅觉、味觉减退").value()).isEqualTo(List.of("嗅味觉减退"));
        assertThat(symptoms("发热、嗅觉、味觉减退、咳嗽").value()).isEqualTo(List.of("发热", "咳嗽", "嗅味觉减退"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "正常", "无。"})
    void takesTheWordThatStandsAlone(String typed) {
        assertThat(symptoms(typed).value()).isEqualTo(List.of("无"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"无、发热", "发热，正常", "无 咳嗽"})
    void refusesTheWordThatStandsAloneBesideAnother(String typed) {
        CheckedCell cell = symptoms(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(CHOICE_CONTRADICTS);
        assertThat(cell.findings().get(0).details()).containsExactly("症状", "无");
    }

    @ParameterizedTest
    @ValueSource(strings = {"发热38.5", "38.5", "无发热", "发热、头晕", "0", "是"})
    void refusesAListWithAnyUnknownWord(String typed) {
        assertThat(symptoms(typed).codes()).containsExactly(CHOICE_UNKNOWN);
    }

    @Test
    void refusesANumberWhereAWordIsMeant() {
        assertThat(category(1).codes()).containsExactly(CHOICE_UNKNOWN);
        assertThat(symptoms(true).codes()).containsExactly(CHOICE_UNKNOWN);
    }

    private static final String WORDS = "无、发热、咳嗽、乏力、嗅味觉减退、其他";

    private static TestForms.ColumnDraft symptoms() {
        return TestForms.column("symptoms", "症状", ColumnType.CHOICES)
                .choices("无|正常", "发热|发烧", "咳嗽", "乏力", "嗅味觉减退|嗅觉、味觉减退", "其他")
                .exclusive("无");
    }

    private static Reading read(TestForms.ColumnDraft column, String typed) {
        return new ChoiceReading(column.column()).read(RawCell.ofText(typed), typed);
    }

    @Test
    void readsThatThereIsNothingAsTheWordThatTheFormSaysItIs() {
        TestForms.ColumnDraft well = TestForms.column("state", "身体状况", ColumnType.CHOICES)
                .choices("良好|无异常", "发热")
                .exclusive("良好");
        assertThat(read(well, "均未见异常")).isEqualTo(Reading.normalised(List.of("良好"), "良好"));

        TestForms.ColumnDraft aids = TestForms.column("aids", "辅具", ColumnType.CHOICES)
                .choices("无", "助听器")
                .exclusive("无");
        assertThat(read(aids, "均未见异常").value()).isNull();
    }

    private static Reading withOther(String typed) {
        return read(symptoms().other("其他"), typed);
    }

    private static Reading.Remark leftOut(String words) {
        return new Reading.Remark(FindingCode.CHOICE_LEFT_OUT, words, WORDS);
    }

    private static Reading.Remark takenAsOther(String words, String nearest) {
        return new Reading.Remark(FindingCode.CHOICE_TAKEN_AS_OTHER, words, "其他", nearest);
    }

    @Test
    void takesAWordThatTheListLacksForTheOtherOne() {
        assertThat(withOther("咳嗽、头痛")).isEqualTo(Reading.of(List.of("咳嗽", "其他")).with(takenAsOther("头痛", "")));
        assertThat(withOther("咳嗽、头痛、腹泻"))
                .isEqualTo(Reading.of(List.of("咳嗽", "其他")).with(takenAsOther("头痛、腹泻", "")));
        assertThat(withOther("乏力、咳漱")).isEqualTo(Reading.of(List.of("乏力", "其他")).with(takenAsOther("咳漱", "，最接近的：咳嗽")));
        assertThat(withOther("乏力、头痛、发烧了"))
                .isEqualTo(Reading.of(List.of("发热", "乏力", "其他")).with(takenAsOther("头痛", "")));
    }

    @Test
    void takesTheWordsInBracketsByThemselves() {
        assertThat(withOther("咳嗽(干咳)"))
                .isEqualTo(Reading.of(List.of("咳嗽", "其他")).with(takenAsOther("干咳", "")));
        assertThat(withOther("乏力、（干咳）"))
                .isEqualTo(Reading.of(List.of("乏力", "其他")).with(takenAsOther("干咳", "")));
        assertThat(withOther("发热（咳嗽）")).isEqualTo(Reading.of(List.of("发热", "咳嗽")));
    }

    @Test
    void takesWhatExplainsTheOtherWordWithIt() {
        assertThat(withOther("其他：头痛")).isEqualTo(Reading.normalised(List.of("其他"), "其他"));
        assertThat(withOther("咳嗽、其他：头痛")).isEqualTo(Reading.normalised(List.of("咳嗽", "其他"), "咳嗽、其他"));
    }

    @Test
    void leavesOutWhatSaysNothing() {
        assertThat(withOther("咳嗽、不发热")).isEqualTo(Reading.of(List.of("咳嗽")).with(leftOut("不发热")));
        assertThat(withOther("咳嗽、√")).isEqualTo(Reading.of(List.of("咳嗽")).with(leftOut("√")));
        assertThat(withOther("咳嗽、√、头痛"))
                .isEqualTo(Reading.of(List.of("咳嗽", "其他")).with(leftOut("√")).with(takenAsOther("头痛", "")));
        assertThat(withOther("√")).isEqualTo(new Reading.Fault(leftOut("√")));
    }

    @Test
    void contradictsNothingByTwoWordsForIt() {
        assertThat(withOther("无、正常")).isEqualTo(Reading.of(List.of("无")));
        assertThat(withOther("无、头痛")).isEqualTo(Reading.fault(FindingCode.CHOICE_CONTRADICTS, "无"));
        assertThat(read(symptoms(), "无、发热")).isEqualTo(Reading.fault(FindingCode.CHOICE_CONTRADICTS, "无"));
    }

    @Test
    void knowsNoOtherWordWhereTheFormHasNone() {
        assertThat(read(symptoms(), "乏力、头痛")).isEqualTo(Reading.fault(FindingCode.CHOICE_UNKNOWN, WORDS, "，最接近的：乏力"));
        assertThat(read(symptoms(), "、咳嗽，乏力")).isEqualTo(Reading.of(List.of("咳嗽", "乏力")));
        assertThat(read(symptoms(), "发少")).isEqualTo(Reading.fault(FindingCode.CHOICE_UNKNOWN, WORDS, "，最接近的：发烧、发热"));
    }
}
