package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {

    @ParameterizedTest
    @ValueSource(
            chars = {
                ' ', '\t', '\n', '\u00A0', '\u2003', '\u3000', '\u00AD', '\u200B', '\u200D', '\u200F', '\u202A',
                '\u202E', '\u2060', '\u2069', '\uFEFF'
            })
    void takesSpaceAndWhatNobodySeesAway(char space) {
        assertThat(Writing.trimmed(space + "张" + space)).isEqualTo("张");
        assertThat(Writing.trimmed("" + space + space)).isEmpty();
        assertThat(Writing.withoutSpace("张" + space + "三" + space)).isEqualTo("张三");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u00AD', '\u200B', '\u200F', '\u202A', '\u202E', '\u2060', '\u2069', '\uFEFF'})
    void knowsWhatNobodySees(char invisible) {
        assertThat(Writing.hasInvisible("张" + invisible)).isTrue();
        assertThat(Writing.plain("3" + invisible + "6")).isEqualTo("36");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {'a', ' ', '\u00AC', '\u00AE', '\u2010', '\u200A', '\u2029', '\u202F', '\u205F', '\u206A', '张'})
    void seesTheNeighboursOfThem(char visible) {
        assertThat(Writing.hasInvisible("张" + visible)).isFalse();
    }

    @Test
    void makesABreakInsideOneSpace() {
        assertThat(Writing.trimmed("一 \n 二")).isEqualTo("一 二");
        assertThat(Writing.trimmed("一\r二")).isEqualTo("一 二");
        assertThat(Writing.trimmed("一\t二")).isEqualTo("一 二");
        assertThat(Writing.trimmed("一  二")).isEqualTo("一  二");
        assertThat(Writing.trimmed("张")).isEqualTo("张");
        assertThat(Writing.trimmed("")).isEmpty();
    }

    @Test
    void writesNumbersAndCodesPlainly() {
        assertThat(Writing.plain("３６。５")).isEqualTo("36.5");
        assertThat(Writing.plain("\u22121")).isEqualTo("-1");
        assertThat(Writing.plain("3 6")).isEqualTo("3 6");
        assertThat(Writing.plain("")).isEmpty();
    }

    @Test
    void takesTheMarksOfATextAway() {
        assertThat(Writing.plain("'36.5")).isEqualTo("36.5");
        assertThat(Writing.plain("‘36.5’")).isEqualTo("36.5");
        assertThat(Writing.plain("’36.5")).isEqualTo("36.5");
        assertThat(Writing.plain("\"36.5\"")).isEqualTo("36.5");
        assertThat(Writing.plain("“ 36.5 ”")).isEqualTo("36.5");
        assertThat(Writing.plain("\"36.5")).isEqualTo("\"36.5");
        assertThat(Writing.plain("36.5'")).isEqualTo("36.5'");
        assertThat(Writing.plain("''")).isEqualTo("''");
    }

    @Test
    void comparesWordsHoweverTheyAreWritten() {
        assertThat(Writing.folded("Ａ 體溫\uFE0F")).isEqualTo("a体温");
        assertThat(Writing.folded("√")).isEqualTo("√");
        assertThat(Writing.folded("\uFE0F√")).isEqualTo("√");
        assertThat(Writing.foldedLabel("＊体温（℃）：")).isEqualTo("体温");
    }

    @Test
    void foldsFullWidthFormsAlone() {
        assertThat(Writing.halfWidth("Ａ１（）：")).isEqualTo("A1():");
        assertThat(Writing.halfWidth("~")).isEqualTo("~");
        assertThat(Writing.halfWidth("㎎")).isEqualTo("mg");
        assertThat(Writing.halfWidth("\u007F")).isEqualTo("\u007F");
    }

    @Test
    void countsCharactersThatTakeTwoPlaces() {
        assertThat(Writing.length("𠮷田")).isEqualTo(2);
        assertThat(Writing.length("")).isZero();
    }

    @Test
    void knowsWhatNoPageCanCarry() {
        for (int character : new int[] {
            0, 8, 0x0B, 0x1F, 0x7F, 0x9F, 0xD800, 0xDFFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1F000, 0x1F600, 0x1FAFF
        }) {
            String text = "张" + (character < 0x10000 ? "" + (char) character : Character.toString(character)) + "三";
            assertThat(Writing.hasImpossibleCharacter(text))
                    .as("U+%X", character)
                    .isTrue();
        }
        for (int character :
                new int[] {'\t', '\n', '\r', ' ', 0xA0, 0xD7FF, 0xE000, 0xFFFC, 0x1EFFD, 0x1FB00, 0x20BB7}) {
            String text = "张" + Character.toString(character) + "三";
            assertThat(Writing.hasImpossibleCharacter(text))
                    .as("U+%X", character)
                    .isFalse();
        }
    }
}
