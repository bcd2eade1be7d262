package lingbao.validate;

import static lingbao.domain.FindingCode.CHARACTER_INVALID;
import static lingbao.domain.FindingCode.NAME_CHARACTER_DROPPED;
import static lingbao.domain.FindingCode.NAME_INVALID;
import static lingbao.domain.FindingCode.NAME_UNUSUAL;
import static org.assertj.core.api.Assertions.assertThat;

import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameReadingTest {

    private static CheckedCell name(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "name", typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三",
                "张 三",
                "张\u3000三",
                "𠮷田",
                "㙓䶮",
                "葛\uDB40\uDD00城",
                "\uE000三",
                "阿卜杜拉·买买提",
                "阿卜杜拉•买买提",
                "艾力·买买提（小）",
                "玛丽（Mary）",
                "买买提（艾山）",
                "Ａnna",
                "Mary-Jane",
                "丽",
                "\uFA0E氏"
            })
    void keepsANameAsWritten(String typed) {
        CheckedCell cell = name(typed);
        assertThat(cell.value()).isEqualTo(typed);
        assertThat(cell.codes()).isEmpty();
    }

    @Test
    void dropsOnlyTheOuterWhiteSpace() {
        assertThat(name("\u3000 张 三\u00A0").value()).isEqualTo("张 三");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三1", "1", "张３", "张三、李四", "张三，李四", "张三,李四", "张三/李四", "=cmd|'/c calc'!A1", "+1"})
    void refusesDigitsAndSeveralNames(String typed) {
        CheckedCell cell = name(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(NAME_INVALID);
    }

    @Test
    void refusesANumberForAName() {
        assertThat(name(12).codes()).containsExactly(NAME_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"测试", "test", "@SUM", "<script>", "张\u202E三", "——。"})
    void warnsOfWhatLooksLikeNoName(String typed) {
        CheckedCell cell = name(typed);
        assertThat(cell.value()).isEqualTo(typed);
        assertThat(cell.codes()).containsExactly(NAME_UNUSUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u200B三", "张\uFEFF\u200B三", "张\u2060三", "张\u00AD三\u200B", "\uFEFF张\u200B三"})
    void takesOutTheZeroWidthSpacesInsideAName(String typed) {
        CheckedCell cell = name(typed);
        assertThat(cell.value()).isEqualTo("张三");
        assertThat(cell.codes()).containsExactly(NAME_CHARACTER_DROPPED);
    }

    @Test
    void warnsOfANameOfSixtyCharacters() {
        CheckedCell cell = name("长".repeat(60));
        assertThat(cell.accepted()).isTrue();
        assertThat(cell.codes()).containsExactly(NAME_UNUSUAL);
        assertThat(cell.findings().get(0).value()).isEqualTo("长*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\uFFFD", "张\u0007三", "张\uD842", "张\uD83D\uDE00", "\uFFFE三"})
    void refusesCharactersThatNoPageCarries(String typed) {
        CheckedCell cell = name(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(CHARACTER_INVALID);
    }

    @Test
    void onlyWarnsOfTwoWhoDidOneThingTogether() {
        CheckedCell cell = CheckedCell.of(TestForms.disinfection(), "responsible", "王明、李红");
        assertThat(cell.value()).isEqualTo("王明、李红");
        assertThat(cell.codes()).containsExactly(NAME_UNUSUAL);
    }

    private static Reading read(boolean onePersonARow, String typed) {
        return new NameReading(
                        TestForms.column("name", "姓名", ColumnType.PERSON)
                                .maxLength(40)
                                .column(),
                        onePersonARow)
                .read(RawCell.ofText(typed), Writing.trimmed(typed));
    }

    private static Reading unusual(String name) {
        return Reading.of(name).with(new Reading.Remark(FindingCode.NAME_UNUSUAL));
    }

    @Test
    void refusesAPictureInANameAlsoInItsFirstPlace() {
        assertThat(read(true, "\uFE0F张三")).isEqualTo(Reading.fault(FindingCode.CHARACTER_INVALID));
        assertThat(read(true, "张三\uFE0F")).isEqualTo(Reading.fault(FindingCode.CHARACTER_INVALID));
    }

    @Test
    void takesALongNameAndSaysSo() {
        assertThat(read(true, "名".repeat(30))).isEqualTo(Reading.of("名".repeat(30)));
        assertThat(read(true, "名".repeat(31))).isEqualTo(unusual("名".repeat(31)));
        assertThat(read(true, "名".repeat(40))).isEqualTo(unusual("名".repeat(40)));
        assertThat(read(true, "名".repeat(41))).isEqualTo(Reading.fault(FindingCode.TEXT_TOO_LONG, "41", "40"));
    }

    @Test
    void takesSeveralNamesWhereARowIsNotOfOne() {
        assertThat(read(false, "张三、李四")).isEqualTo(unusual("张三、李四"));
        assertThat(read(true, "张三、李四")).isEqualTo(Reading.fault(FindingCode.NAME_INVALID));
    }

    @Test
    void doubtsArrowsStarsAndHearts() {
        assertThat(read(true, "张三\u218F")).isEqualTo(Reading.of("张三\u218F"));
        assertThat(read(true, "张三\u2190")).isEqualTo(unusual("张三\u2190"));
        assertThat(read(true, "张三\u2BFF")).isEqualTo(unusual("张三\u2BFF"));
        assertThat(read(true, "张三\u2C00")).isEqualTo(Reading.of("张三\u2C00"));
    }
}
