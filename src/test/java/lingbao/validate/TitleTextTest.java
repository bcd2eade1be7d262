package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.read.TitleCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleTextTest {

    private static final Period DAY = new Period(PeriodKind.DAY, LocalDate.of(2020, 6, 17));

    private static TitleText title(String text) {
        return TitleText.of(PeriodKind.DAY, List.of(new TitleCell(1, 0, text)), "")
                .get(0);
    }

    private static TitleText named(String text) {
        return new TitleText("", text, List.of(), List.of(), null, false);
    }

    @Test
    void tellsTheFileNameLastWithoutFolderAndEnding() {
        List<TitleText> texts =
                TitleText.of(PeriodKind.DAY, List.of(new TitleCell(2, 1, "健康监测表")), "上报/张\\一校_2020-06-17.xlsx");
        assertThat(texts)
                .containsExactly(
                        new TitleText("标题 B2", "健康监测表", List.of(), List.of(), null, false),
                        new TitleText("文件名", "一校_          ", List.of(DAY), List.of(), null, true));
    }

    @ParameterizedTest
    @CsvSource({"一校.xlsx, 一校", "一校.csv.gz, 一校", "a/b\\一校.xls, 一校", "一校, 一校", "一校.2.xls, 一校.2", "一校.x, 一校.x"})
    void knowsTheEndingOfAFileName(String fileName, String name) {
        assertThat(TitleText.of(PeriodKind.DAY, List.of(), fileName).get(0).text())
                .isEqualTo(name);
    }

    @Test
    void knowsTheCellBesideInTheSameRowAlone() {
        List<TitleText> texts = TitleText.of(
                PeriodKind.DAY,
                List.of(
                        new TitleCell(1, 0, "单位："),
                        new TitleCell(1, 1, "Ａ校"),
                        new TitleCell(2, 0, "日期"),
                        new TitleCell(3, 0, "备注")),
                "");
        assertThat(texts).extracting(TitleText::next).containsExactly("A校", null, null, null, null);
        assertThat(texts).extracting(TitleText::text).containsExactly("单位:", "A校", "日期", "备注", "");
    }

    @Test
    void leavesABlankWhereADateStood() {
        assertThat(title("一班2020年6月17日表").text()).isEqualTo("一班          表");
        assertThat(title("二〇二〇年六月十七日").periods()).containsExactly(DAY);
    }

    @ParameterizedTest
    @CsvSource({"填报日期：2020-06-17", "制表时间 2020-06-17", "打印日期(2020-06-17)", "填报时间：2020年6月17日至19日"})
    void takesTheDayOfWritingForNone(String text) {
        assertThat(title(text).periods()).isEmpty();
        assertThat(title(text).text()).doesNotContain("2020");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "开班日期：2020年3月1日  结业日期：2020年7月1日",
                "更新时间：2020-06-18 08:00  版本日期：2020.2.1",
                "修订时间：2020年2月",
                "附件2（2020年2月18日印发）",
                "2020年2月18日制定、2020年3月1日修订",
                "近14天（2020年6月3日以来）接触史须如实填写",
                "近14天（2020年6月3日-6月17日）接触史须如实填写",
                "2020年6月3日起执行",
                "自2020年6月3日起，每日报送",
            })
    void takesTheDayOfAnotherThingForNone(String text) {
        assertThat(title(text).periods()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020年6月17日起至2020年6月19日", "2020年6月17日至19日", "2020年6月17日起 2020年6月19日止"})
    void takesBothEndsOfARange(String text) {
        assertThat(title(text).periods()).hasSize(2).contains(DAY);
    }

    @Test
    void leavesTheSecondEndToTheSheetsOfADay() {
        List<TitleCell> titles = List.of(new TitleCell(1, 0, "2020年6月17日至7月3日"));
        assertThat(TitleText.of(PeriodKind.MONTH, titles, "").get(0).periods()).containsExactly(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020年6月17日更新", "2020-06-17版本", "开班健康监测表2020年6月17日", "2020年6月17日起草人：王明"})
    void takesADayWithoutSuchALabelForTheReports(String text) {
        assertThat(title(text).periods()).containsExactly(DAY);
    }

    @Test
    void readsNoLabelBehindADateInAFileName() {
        assertThat(TitleText.of(PeriodKind.DAY, List.of(), "2020年6月17日修订.xlsx")
                        .get(0)
                        .periods())
                .containsExactly(DAY);
    }

    @Test
    void seesTheLabelOfADayInTheCellBefore() {
        assertThat(periodsBeside(1, "填报日期：", "2020-06-17")).isEmpty();
        assertThat(periodsBeside(1, "填报日期：", "  2020-06-17")).isEmpty();
        assertThat(periodsBeside(1, "填报日期：", "上报2020-06-17")).containsExactly(DAY);
        assertThat(periodsBeside(1, "日期：", "2020-06-17")).containsExactly(DAY);
        assertThat(periodsBeside(2, "填报日期：", "2020-06-17")).containsExactly(DAY);
    }

    private static List<Period> periodsBeside(int row, String label, String text) {
        return TitleText.of(PeriodKind.DAY, List.of(new TitleCell(1, 0, label), new TitleCell(row, 1, text)), "")
                .get(1)
                .periods();
    }

    @ParameterizedTest
    @CsvSource({
        "第2批, 2",
        "第 12 批, 12",
        "第二批, 2",
        "第九批, 9",
        "第十批, 10",
        "第十二批, 12",
        "第三十批, 30",
        "第三十五批, 35",
    })
    void readsTheNumberOfABatch(String text, int number) {
        assertThat(named(text).batches()).containsExactly(number);
    }

    @Test
    void knowsNoBatchWithoutANumber() {
        assertThat(named("第0批").batches()).isEmpty();
        assertThat(named("第二三批").batches()).isEmpty();
        assertThat(named("第十十批").batches()).isEmpty();
        assertThat(named("名单").batches()).isEmpty();
        assertThat(named("第1批、第二批").batches()).containsExactly(1, 2);
    }
}
