package lingbao.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraditionalCharactersTest {

    @ParameterizedTest
    @CsvSource({"體溫, 体温", "晨檢體溫, 晨检体温", "來, 来", "消毒記錄表, 消毒记录表", "年齡, 年龄", "有無症狀A1, 有无症状A1"})
    void readsAWordAsTheSimplifiedOne(String traditional, String simplified) {
        assertThat(TraditionalCharacters.simplified(traditional)).isEqualTo(simplified);
    }

    @Test
    void leavesWhatItDoesNotKnow() {
        String simplified = "体温 36.5℃";
        assertThat(TraditionalCharacters.simplified(simplified)).isSameAs(simplified);
        assertThat(TraditionalCharacters.simplified("")).isEmpty();
        assertThat(TraditionalCharacters.simplified("\uFFFF𠮷")).isEqualTo("\uFFFF𠮷");
    }

    @Test
    void givesTheSameASecondTime() {
        String once = TraditionalCharacters.simplified("體溫異常、發熱、嘔吐");
        assertThat(TraditionalCharacters.simplified(once)).isEqualTo(once);
    }
}
