package lingbao.validate;

import static lingbao.domain.FindingCode.CHOICE_CONTRADICTS;
import static lingbao.domain.FindingCode.CHOICE_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
