package lingbao.validate;

import static lingbao.domain.FindingCode.DATE_AMBIGUOUS;
import static lingbao.domain.FindingCode.DATE_INVALID;
import static lingbao.domain.FindingCode.DATE_TIME_DROPPED;
import static lingbao.domain.FindingCode.DATE_YEAR_TAKEN;
import static lingbao.domain.FindingCode.VALUE_NORMALISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    private static CheckedCell onset(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "onset", typed);
    }

    private static CheckedCell onset(Object typed, @Nullable Period period) {
        return CheckedCell.of(TestForms.healthCheck(), "onset", typed, period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-06-17",
                "2020-6-17",
                "2020/06/17",
                "2020/6/17",
                "2020.6.17",
                "2020年6月17日",
                "2020年06月17日",
                "2020 年 6 月 17 日",
                "2020年6月17号",
                "2020年6月17日（星期三）",
                "2020/6/17 0:00:00"
            })
    void takesTheOrdinaryWritings(String typed) {
        CheckedCell cell = onset(typed);
        assertThat(cell.value()).isEqualTo(DAY);
        assertThat(cell.accepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20200617",
                "二〇二〇年六月十七日",
                "二○二○年六月十七日",
                "２０２０年６月１７日",
                "43999",
                "06/17/2020",
                "17/6/2020",
                "2020。6。17"
            })
    void understandsOtherWritingsWithANote(String typed) {
        CheckedCell cell = onset(typed);
        assertThat(cell.value()).isEqualTo(DAY);
        assertThat(cell.codes()).containsExactly(VALUE_NORMALISED);
    }

    @Test
    void readsTheSpreadsheetsOwnDates() {
        assertThat(onset(43999).value()).isEqualTo(DAY);
        assertThat(onset(MemorySheet.dated(43999, "2020-06-17")).value()).isEqualTo(DAY);
        assertThat(onset(MemorySheet.dated(43999, "2020-06-17")).codes()).isEmpty();
        assertThat(onset(20200617).value()).isEqualTo(DAY);
    }

    @Test
    void dropsTheTimeOfDayWithAWarning() {
        for (Object typed :
                new Object[] {43999.75, "43999.75", "2020-06-17 18:00", "2020-06-17T18:00:00", "2020/6/17 星期三 8:20"}) {
            CheckedCell cell = onset(typed);
            assertThat(cell.value()).isEqualTo(DAY);
            assertThat(cell.codes()).contains(DATE_TIME_DROPPED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6月17日", "6.17", "06-17", "6/17", "6月17号"})
    void takesTheYearFromThePeriodWithAWarning(String typed) {
        CheckedCell cell = onset(typed);
        assertThat(cell.value()).isEqualTo(DAY);
        assertThat(cell.codes()).containsExactly(DATE_YEAR_TAKEN);
        assertThat(onset(typed, null).codes()).containsExactly(DATE_AMBIGUOUS);
    }

    @Test
    void readsASpokenDateOfMarch() {
        assertThat(onset("3.2").value()).isEqualTo(LocalDate.of(2020, 3, 2));
    }

    @Test
    void doesNotPutADateOfLastDecemberIntoTheComingOne() {
        Period january = new Period(PeriodKind.DAY, LocalDate.of(2021, 1, 4));
        assertThat(onset("12月31日", january).codes()).containsExactly(DATE_AMBIGUOUS);
        assertThat(onset("1月4日", january).value()).isEqualTo(LocalDate.of(2021, 1, 4));
        assertThat(onset("2月29日", january).codes()).containsExactly(DATE_AMBIGUOUS);
    }

    @Test
    void doesNotGuessADayWhoseZeroANumberLost() {
        assertThat(onset(3.2).codes()).containsExactly(DATE_AMBIGUOUS);
        assertThat(onset(3.5).value()).isEqualTo(LocalDate.of(2020, 3, 5));
        assertThat(onset(3.15).value()).isEqualTo(LocalDate.of(2020, 3, 15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6/7/20",
                "20-6-17",
                "20年6月17日",
                "06/07/2020",
                "2020年6月",
                "2020-6",
                "17日",
                "2020-06-17T23:30:00Z",
                "2020-06-17T23:30:00+08:00"
            })
    void refusesWhatMayBeSeveralDays(String typed) {
        CheckedCell cell = onset(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(DATE_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-30",
                "2020-13-01",
                "2100-01-01",
                "1900-01-00",
                "1989-12-31",
                "20200230",
                "二〇二〇年二月三十日",
                "13.40",
                "昨天",
                "60",
                "2019年2月29日",
                "99999999",
                "2020-06-17-1"
            })
    void refusesWhatIsNoDayOfTheCalendar(String typed) {
        CheckedCell cell = onset(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(DATE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 0, -1, 2958466, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 102, 73051})
    void refusesSerialsThatAreNoDays(double serial) {
        assertThat(onset(serial).codes()).containsExactly(DATE_INVALID);
    }

    @Test
    void refusesADayOfTheYear1900ThatATypedMonthAndDayBecame() {
        assertThat(onset(MemorySheet.dated(10.1, "1900-01-10 02:24")).codes()).containsExactly(DATE_INVALID);
    }

    @Test
    void takesAnEarlierYearInARegister() {
        assertThat(onset("1985-09-01", null).value()).isEqualTo(LocalDate.of(1985, 9, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1990, 2099})
    void takesTheFirstAndTheLastYear(int year) {
        assertThat(onset(year + "-01-01").value()).isEqualTo(LocalDate.of(year, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "32873, DATE_INVALID",
        "32874, 1990-01-01",
        "73050, 2099-12-31",
        "73051, DATE_INVALID",
        "2958465, DATE_INVALID",
        "1E300, DATE_INVALID",
        "-5, DATE_INVALID",
        "18264, DATE_INVALID",
        "19000101, 1900-01-01",
        "18991231, DATE_INVALID",
        "20200617, 2020-06-17",
        "20991231, 2099-12-31",
        "21000101, DATE_INVALID",
        "20201317, DATE_INVALID",
        "1, DATE_INVALID",
        "13, DATE_INVALID",
        "6.2, DATE_AMBIGUOUS",
    })
    void readsABareNumberInARegister(double number, String said) {
        Reading reading = new DateReading(null).read(MemorySheet.cell(number), "");
        assertThat(reading.value() == null ? reading.remarks().get(0).code().name() : reading.value())
                .hasToString(said);
    }

    @ParameterizedTest
    @CsvSource({"18263, false", "18264, true", "32873, true"})
    void trustsADateFormatFrom1950On(double serial, boolean taken) {
        Reading reading = new DateReading(null).read(MemorySheet.dated(serial, ""), "");
        assertThat(reading)
                .isEqualTo(
                        taken
                                ? Reading.of(LocalDate.of(1899, 12, 30).plusDays((long) serial))
                                : Reading.fault(FindingCode.DATE_INVALID));
    }

    @ParameterizedTest
    @CsvSource({
        "06/17/2020, 2020-06-17",
        "17/06/2020, 2020-06-17",
        "06/06/2020, 2020-06-06",
        "06/07/2020, DATE_AMBIGUOUS",
        "13/13/2020, DATE_INVALID",
        "06/17/2100, DATE_INVALID",
        "17/06/1899, DATE_INVALID",
    })
    void takesTheOnlyDayThatAYearBehindLeaves(String typed, String said) {
        Reading reading = new DateReading(null).read(MemorySheet.cell(typed), typed);
        assertThat(reading)
                .isEqualTo(
                        said.startsWith("DATE")
                                ? Reading.fault(FindingCode.valueOf(said))
                                : Reading.normalised(LocalDate.parse(said), said));
    }
}
