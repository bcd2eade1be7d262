package lingbao.validate;

import static lingbao.domain.FindingCode.YES_NO_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoReadingTest {

    private static CheckedCell sawDoctor(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "sawDoctor", typed);
    }

    @ParameterizedTest
    @CsvSource({
        "是, true",
        "√, true",
        "Y, true",
        "y, true",
        "Ｙ, true",
        "1, true",
        "' 是 ', true",
        "否, false",
        "×, false",
        "n, false",
        "0, false"
    })
    void readsTheColumnsOwnWords(String typed, boolean yes) {
        assertThat(sawDoctor(typed).value()).isEqualTo(yes);
        assertThat(sawDoctor(typed).codes()).isEmpty();
    }

    @Test
    void readsTruthValuesAndListedNumbers() {
        assertThat(sawDoctor(true).value()).isEqualTo(true);
        assertThat(sawDoctor(false).value()).isEqualTo(false);
        assertThat(sawDoctor(1).value()).isEqualTo(true);
        assertThat(sawDoctor(0).value()).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"咳嗽", "是否", "2", "有", "?"})
    void refusesEveryOtherWord(String typed) {
        CheckedCell cell = sawDoctor(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(YES_NO_INVALID);
    }

    @Test
    void leavesABlankAnswerBlank() {
        assertThat(sawDoctor("/").value()).isNull();
        assertThat(sawDoctor("/").accepted()).isTrue();
    }
}
