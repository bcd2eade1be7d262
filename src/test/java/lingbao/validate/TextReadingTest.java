package lingbao.validate;

import static lingbao.domain.FindingCode.CHARACTER_INVALID;
import static lingbao.domain.FindingCode.PATTERN_MISMATCH;
import static lingbao.domain.FindingCode.TEXT_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReadingTest {

    private static CheckedCell remark(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "remark", typed);
    }

    private static CheckedCell className(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "className", typed);
    }

    @Test
    void trimsEveryKindOfOuterSpace() {
        assertThat(remark(" \u00A0\u3000\t\uFEFF\u200B家中 休息\u2003 ").value()).isEqualTo("家中 休息");
    }

    @Test
    void makesALineBreakASpace() {
        assertThat(remark("家中\r\n休息\n观察").value()).isEqualTo("家中 休息 观察");
    }

    @Test
    void readsAClassThatTheSpreadsheetMadeANumber() {
        assertThat(className(102.0).value()).isEqualTo("102");
        assertThat(className(3.1).value()).isEqualTo("3.1");
        assertThat(className("五4").value()).isEqualTo("五4");
        assertThat(className("１班").value()).isEqualTo("１班");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|'/c calc'!A1",
                "+1",
                "-1",
                "@SUM",
                "＝1+1",
                "<script>",
                "${7*7}",
                "$P{x}",
                "#{x}",
                "%n",
                "'; drop table",
                "#note"
            })
    void takesTextThatOtherProgramsWouldObey(String typed) {
        assertThat(remark(typed).value()).isEqualTo(typed);
        assertThat(remark(typed).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u001Fb",
                "a\u007Fb",
                "a\uFFFDb",
                "a\uD800b",
                "a\uDC00b",
                "a\uD83D\uDE00b",
                "a\u0085b"
            })
    void refusesCharactersThatNoPageCarries(String typed) {
        CheckedCell cell = remark(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(CHARACTER_INVALID);
    }

    @Test
    void countsTheLengthInCharactersAsPeopleSeeThem() {
        assertThat(remark("𠮷".repeat(50)).accepted()).isTrue();
        CheckedCell cell = remark("𠮷".repeat(51));
        assertThat(cell.codes()).containsExactly(TEXT_TOO_LONG);
        assertThat(cell.findings().get(0).details()).containsExactly("备注", "51", "50");
    }

    @Test
    void cutsTheValueOfAnEndlessCell() {
        CheckedCell cell = remark("长".repeat(32_767));
        assertThat(cell.codes()).containsExactly(TEXT_TOO_LONG);
        assertThat(cell.findings().get(0).value()).hasSizeLessThan(110);
    }

    @Test
    void holdsTheWholeTextAgainstThePattern() {
        assertThat(CheckedCell.of(TestForms.disinfection(), "code", "A123").value())
                .isEqualTo("A123");
        for (String typed : new String[] {"A1234", "a123", "XA123", "A12"}) {
            assertThat(CheckedCell.of(TestForms.disinfection(), "code", typed).codes())
                    .containsExactly(PATTERN_MISMATCH);
        }
    }

    @Test
    void masksAnIdentityNumberThatSlippedIntoAnotherColumn() {
        CheckedCell cell = CheckedCell.of(TestForms.healthCheck(), "noonTemperature", "11010519491231002X");
        assertThat(cell.findings().get(0).value()).isEqualTo("110105********002X");
        assertThat(CheckedCell.of(TestForms.healthCheck(), "noonTemperature", "13800138000")
                        .findings()
                        .get(0)
                        .value())
                .isEqualTo("138****8000");
    }

    private static Reading read(TestForms.ColumnDraft column, RawCell cell) {
        return new TextReading(column.column()).read(cell, cell.text());
    }

    private static TestForms.ColumnDraft text() {
        return TestForms.column("text", "文字", ColumnType.TEXT);
    }

    private static RawCell number(String shown, @Nullable Double number, boolean percent) {
        return new RawCell(RawCell.Kind.NUMBER, shown, number, false, percent, false);
    }

    @Test
    void takesAsManyCharactersAsTheFormSays() {
        assertThat(read(text().maxLength(3), RawCell.ofText("一二𠮷"))).isEqualTo(Reading.of("一二𠮷"));
        assertThat(read(text().maxLength(3), RawCell.ofText("一二三四"))).isEqualTo(Reading.fault(TEXT_TOO_LONG, "4", "3"));
        assertThat(read(text().maxLength(0), RawCell.ofText("一二三四"))).isEqualTo(Reading.of("一二三四"));
    }

    @Test
    void saysThatASpreadsheetMadeAnotherThingOfAWord() {
        assertThat(read(text(), MemorySheet.cell(true)))
                .isEqualTo(Reading.of("TRUE").with(new Reading.Remark(FindingCode.TEXT_CONVERTED, "真假值")));
        assertThat(read(text(), MemorySheet.dated(43985, "2020-06-03")))
                .isEqualTo(Reading.of("2020-06-03").with(new Reading.Remark(FindingCode.TEXT_CONVERTED, "日期或时刻")));
    }

    @Test
    void writesANumberAsPeopleDo() {
        assertThat(read(text(), number("102.0", 102.0, false))).isEqualTo(Reading.of("102"));
        assertThat(read(text(), number("3.1", 3.1000000000000001, false))).isEqualTo(Reading.of("3.1"));
        assertThat(read(text(), number("30%", 0.3, true))).isEqualTo(Reading.of("30%"));
        assertThat(read(text(), number("NaN", Double.NaN, false))).isEqualTo(Reading.of("NaN"));
    }

    @Test
    void takesAWholeNumberForTheClassWhereRowsAreCountedBy() {
        RawCell typed = RawCell.ofText("102.0");
        assertThat(read(text(), typed)).isEqualTo(Reading.of("102.0"));
        assertThat(read(text().required(), typed)).isEqualTo(Reading.normalised("102", "102"));
        assertThat(read(text().fillDown(), typed)).isEqualTo(Reading.normalised("102", "102"));
        assertThat(read(text().required().pattern("[0-9.]+"), typed)).isEqualTo(Reading.of("102.0"));
        assertThat(read(text().required(), RawCell.ofText("102.5"))).isEqualTo(Reading.of("102.5"));
    }
}
