package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {

    private static List<String> mentions(String text) {
        return WrittenDate.mentionsIn(text).stream()
                .map(mention -> mention.from() + "-" + mention.to() + " "
                        + mention.period().kind() + " " + mention.period().start())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2020年6月17日, 0-10 DAY 2020-06-17",
        "2020年6月17, 0-9 DAY 2020-06-17",
        "2020-06-17, 0-10 DAY 2020-06-17",
        "2020/6/17, 0-9 DAY 2020-06-17",
        "2020.6.17号, 0-10 DAY 2020-06-17",
        "表20200617, 1-9 DAY 2020-06-17",
        "2020年6月, 0-7 MONTH 2020-06-01",
        "2020-6, 0-6 MONTH 2020-06-01",
        "2020年, 0-5 YEAR 2020-01-01",
        "1990年, 0-5 YEAR 1990-01-01",
        "2099年, 0-5 YEAR 2099-01-01",
    })
    void findsADateInAText(String text, String mention) {
        assertThat(mentions(text)).containsExactly(mention);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "一班",
                "1989年",
                "2100年",
                "1989-06-17",
                "2020-02-30",
                "2020年13月",
                "2020年6月31日",
                "20201317",
                "120200617",
                "A20200617",
                "2020",
            })
    void takesWhatIsNoDayOfTheCalendarForNone(String text) {
        assertThat(mentions(text)).isEmpty();
    }

    @Test
    void tellsThemInTheirOrderAndEachOnce() {
        assertThat(mentions("2021年 2020年6月 2020-06-17"))
                .containsExactly("0-5 YEAR 2021-01-01", "6-13 MONTH 2020-06-01", "14-24 DAY 2020-06-17");
    }

    @ParameterizedTest
    @CsvSource({
        "2020年6月15日—6月19日, 11-16 DAY 2020-06-19",
        "2020年6月15日(周一)至6月19日(周五), 15-20 DAY 2020-06-19",
        "2020年6月15-19日, 10-13 DAY 2020-06-19",
        "2020年6月15—19号健康监测表, 10-13 DAY 2020-06-19",
        "2020年6月15~19, 10-12 DAY 2020-06-19",
        "2020年6月15日到19日, 11-14 DAY 2020-06-19",
        "2020年6月15、16日, 10-13 DAY 2020-06-16",
        "2020.06.15—06.19, 11-16 DAY 2020-06-19",
        "2020.6.15-19健康监测表, 10-12 DAY 2020-06-19",
        "2020-06-15~06-19, 11-16 DAY 2020-06-19",
        "2020-06-15 - 06-19, 13-18 DAY 2020-06-19",
        "2020-06-15-06-19, 11-16 DAY 2020-06-19",
        "2020-06-17至18, 11-13 DAY 2020-06-18",
        "2020-06-17~18, 11-13 DAY 2020-06-18",
        "2020-06-17、18, 11-13 DAY 2020-06-18",
        "20200617至18, 9-11 DAY 2020-06-18",
        "20200615-0619, 9-13 DAY 2020-06-19",
        "20200628至0702, 9-13 DAY 2020-07-02",
        "2020.6.15-19 健康监测表, 10-12 DAY 2020-06-19",
        "2020年12月28日至1月3日, 12-16 DAY 2021-01-03",
    })
    void readsTheSecondDayOfARangeThatLeavesOutTheYear(String text, String second) {
        assertThat(mentions(text)).hasSize(2).last().isEqualTo(second);
    }

    @Test
    void takesNoMonthFromBehindADayForOneOfTheYearBeforeIt() {
        assertThat(mentions("2020-2020年6月17日6月")).containsExactly("5-15 DAY 2020-06-17");
    }

    @Test
    void readsEachOfSeveralDays() {
        assertThat(mentions("2020年6月15、16、17日"))
                .containsExactly("0-9 DAY 2020-06-15", "10-12 DAY 2020-06-16", "13-16 DAY 2020-06-17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020年6月17日8:00-18:00",
                "2020年6月17日-18:00",
                "2020年6月17日至18时",
                "2020年6月17日8:00至6月18日8:00",
                "2020年6月1日-1-2年级",
                "2020年6月1日-2年级",
                "2020年6月1-2班",
                "2020年6月17日—19号教室",
                "2020年6月17日-13812345678",
                "2020年6月17日-18",
                "2020年6月17日到30人",
                "2020年6月17日至今",
                "2020-06-17-18",
                "2020-06-17-08-30",
                "20200617-19",
                "20200617-08.30",
                "20200617-0830",
                "2020-06-17-0619",
                "2020-06-17至18班",
                "2020.6.1-2",
                "2020年6月17日-6月17日",
                "2020年6月17日、1日三检",
                "2020年6月15-31日",
            })
    void takesNothingElseBehindADayForASecondOne(String text) {
        assertThat(mentions(text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "二〇二〇年六月十七日, 2020年6月17日",
        "二零二○年十月十日, 2020年10月10日",
        "二〇二〇年十二月二十日, 2020年12月20日",
        "二〇二〇年一月二十七号, 2020年1月27日",
        "二〇二〇年一月三十一日, 2020年1月31日",
        "二〇二〇年一月廿七日, 2020年1月27日",
        "二〇二〇年一月卅一日, 2020年1月31日",
        "二〇二〇年一月卅日, 2020年1月30日",
        "二〇二〇年六月, 2020年6月",
        "九八七六年, 9876年",
        "于二〇二〇年报, 于2020年报",
        "一班, 一班",
    })
    void readsChineseNumerals(String chinese, String arabic) {
        assertThat(WrittenDate.arabic(chinese)).isEqualTo(arabic);
    }

    @Test
    void makesNoDayOfTwoNumeralsWithoutATen() {
        assertThat(mentions(WrittenDate.arabic("二〇二〇年六月一七日"))).doesNotContain("0-10 DAY 2020-06-17");
        assertThat(WrittenDate.arabic("二〇二〇年六月一七日")).isEqualTo("2020年6月107日");
    }

    @Test
    void knowsTheCalendar() {
        assertThat(WrittenDate.day(2020, 2, 29)).isPresent();
        assertThat(WrittenDate.day(2021, 2, 29)).isEmpty();
    }
}
