package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnReadingTest {

    private static TestForms.ColumnDraft text() {
        return TestForms.column("text", "文字", ColumnType.TEXT);
    }

    private static Reading read(TestForms.ColumnDraft column, @Nullable Object typed) {
        return ColumnReading.of(TestForms.healthCheck(), column.column(), CheckedCell.DAY)
                .read(MemorySheet.cell(typed));
    }

    private static RawCell formula(String text) {
        return MemorySheet.formula(text.isEmpty() ? RawCell.Kind.EMPTY : RawCell.Kind.TEXT, text, null);
    }

    @Test
    void knowsABlankCellFromOneThatWasNeverCalculated() {
        assertThat(ColumnReading.isBlank(RawCell.NOTHING)).isTrue();
        assertThat(ColumnReading.isBlank(RawCell.ofText(" \u200B"))).isTrue();
        assertThat(ColumnReading.isBlank(RawCell.ofText("一"))).isFalse();
        assertThat(ColumnReading.isBlank(formula(""))).isFalse();
        assertThat(ColumnReading.isBlank(MemorySheet.formula(RawCell.Kind.TEXT, "", null)))
                .isTrue();
        assertThat(read(text(), formula(""))).isEqualTo(Reading.fault(FindingCode.FORMULA_NOT_CALCULATED));
        assertThat(read(text(), RawCell.ofText(" "))).isSameAs(Reading.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#N/A", "#DIV/0!"})
    void refusesTheSignOfAnError(String sign) {
        assertThat(read(text(), sign)).isEqualTo(Reading.fault(FindingCode.FORMULA_ERROR));
        assertThat(read(text(), new RawCell(RawCell.Kind.ERROR, "?", null, false, false, true)))
                .isEqualTo(Reading.fault(FindingCode.FORMULA_ERROR));
        assertThat(read(text(), "#1教室")).isEqualTo(Reading.of("#1教室"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"同上", "〃", "”"})
    void takesDittoInARemarkAlone(String ditto) {
        assertThat(read(text(), ditto)).isEqualTo(Reading.of(ditto));
        assertThat(read(text().required(), ditto)).isEqualTo(Reading.fault(FindingCode.DITTO));
        assertThat(read(text().fillDown(), ditto)).isEqualTo(Reading.fault(FindingCode.DITTO));
        assertThat(read(TestForms.column("name", "姓名", ColumnType.PERSON), ditto))
                .isEqualTo(Reading.fault(FindingCode.DITTO));
    }

    @Test
    void saysHowACellLooks() {
        Reading.Remark formula = new Reading.Remark(FindingCode.FORMULA_VALUE);
        Reading.Remark unseen = new Reading.Remark(FindingCode.DISPLAY_EMPTY);
        Reading.Remark struck = new Reading.Remark(FindingCode.STRUCK_OUT);
        assertThat(read(text(), formula("一"))).isEqualTo(Reading.of("一").with(formula));
        assertThat(read(text(), new RawCell(RawCell.Kind.TEXT, "一", null, false, false, true, true, true)))
                .isEqualTo(Reading.of("一").with(formula).with(unseen).with(struck));
        assertThat(read(text().blank("无"), new RawCell(RawCell.Kind.TEXT, "无", null, false, false, true, true, true)))
                .isSameAs(Reading.BLANK);
        assertThat(read(
                        text().maxLength(1),
                        new RawCell(RawCell.Kind.TEXT, "一二", null, false, false, true, true, true)))
                .isEqualTo(Reading.fault(FindingCode.TEXT_TOO_LONG, "2", "1"));
    }

    @Test
    void masksWhatAPersonalColumnRepeats() {
        TestForms.ColumnDraft born = TestForms.column("born", "出生日期", ColumnType.DATE);
        assertThat(read(born, "20200617").remarks().get(0).details()).containsExactly("2020-06-17");
        assertThat(read(born.personal(), "20200617").remarks().get(0).details())
                .doesNotContain("2020-06-17")
                .hasSize(1);
        assertThat(read(born.personal(), "20200631").remarks())
                .containsExactly(new Reading.Remark(FindingCode.DATE_INVALID));
    }
}
