package lingbao.validate;

import static lingbao.domain.FindingCode.DATE_OUTSIDE_PERIOD;
import static lingbao.domain.FindingCode.TIME_INVALID;
import static lingbao.domain.FindingCode.VALUE_NORMALISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import lingbao.read.RawCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReadingTest {

    private static CheckedCell start(Object typed) {
        return CheckedCell.of(TestForms.disinfection(), "startTime", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:30", "08:30", "08:30:00", "08:30:59"})
    void takesTheOrdinaryWritings(String typed) {
        assertThat(start(typed).value()).isEqualTo(LocalTime.of(8, 30));
        assertThat(start(typed).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8：30, 08:30",
        "８:３０, 08:30",
        "8点30分, 08:30",
        "8点半, 08:30",
        "8时30分, 08:30",
        "8点, 08:00",
        "14点05, 14:05",
        "上午8:30, 08:30",
        "上午 8：30, 08:30",
        "下午2:30, 14:30",
        "下午14:30, 14:30",
        "下午12:30, 12:30",
        "中午12点, 12:00",
        "晚上8点, 20:00",
        "凌晨0:15, 00:15",
        "8:30 AM, 08:30",
        "2:30 pm, 14:30",
        "12:10am, 00:10",
        "0830, 08:30",
        "0.354166, 08:30",
        "2020-06-17 08:30:15, 08:30"
    })
    void understandsOtherWritingsWithANote(String typed, LocalTime time) {
        CheckedCell cell = start(typed);
        assertThat(cell.value()).isEqualTo(time);
        assertThat(cell.codes()).containsExactly(VALUE_NORMALISED);
    }

    @Test
    void warnsOfATimeOfAnotherDay() {
        double noonBefore = 43_998.5;
        assertThat(start("2020-06-16 8:30").value()).isEqualTo(LocalTime.of(8, 30));
        assertThat(start("2020-06-16 8:30").codes()).containsExactly(VALUE_NORMALISED, DATE_OUTSIDE_PERIOD);
        assertThat(start(MemorySheet.dated(noonBefore, "2020-06-16 12:00")).codes())
                .containsExactly(DATE_OUTSIDE_PERIOD);
        assertThat(start(MemorySheet.dated(noonBefore + 1, "2020-06-17 12:00")).codes())
                .isEmpty();
    }

    @Test
    void readsTheSpreadsheetsOwnTimes() {
        assertThat(start(0.354166).value()).isEqualTo(LocalTime.of(8, 30));
        assertThat(start(MemorySheet.dated(510 / 1440.0, "08:30")).value()).isEqualTo(LocalTime.of(8, 30));
        assertThat(start(MemorySheet.dated(0, "00:00")).value()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(start(MemorySheet.dated(43999 + 510 / 1440.0, "2020-06-17 08:30"))
                        .value())
                .isEqualTo(LocalTime.of(8, 30));
        assertThat(start(MemorySheet.dated(86_399 / 86_400.0, "23:59:59")).value())
                .isEqualTo(LocalTime.of(23, 59));
        assertThat(start(1430).value()).isEqualTo(LocalTime.of(14, 30));
    }

    @Test
    void readsEveryMinuteOfADayBackFromItsFraction() {
        for (int minute = 0; minute < 1440; minute++) {
            assertThat(start(MemorySheet.dated(minute / 1440.0, "t")).value())
                    .isEqualTo(LocalTime.ofSecondOfDay(minute * 60L));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25:00",
                "24:00",
                "8:60",
                "8",
                "9.5",
                "830",
                "8:30-9:00",
                "上午12:30",
                "上午14:00",
                "晚上12点",
                "下午",
                "课间",
                "2460",
                "8:30:75",
                "13:00 PM",
                "上午8:30 AM",
                "2020-06-17"
            })
    void refusesWhatIsNoTimeOrMayBeTwo(String typed) {
        CheckedCell cell = start(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(TIME_INVALID);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 9.5, -0.25, Double.NaN, 1.5})
    void refusesNumbersOfHours(double typed) {
        assertThat(start(typed).codes()).containsExactly(TIME_INVALID);
    }

    @Test
    void refusesADateWithoutATimeAndALengthOfTime() {
        assertThat(start(MemorySheet.dated(43999, "2020-06-17")).codes()).containsExactly(TIME_INVALID);
        assertThat(start(MemorySheet.dated(25 / 24.0, "25:00")).codes()).containsExactly(TIME_INVALID);
        assertThat(start(MemorySheet.dated(1, "24:00")).codes()).containsExactly(TIME_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "上午11:59, 11:59",
        "上午12:00,",
        "早上0:10, 00:10",
        "凌晨6:59, 06:59",
        "凌晨7:00,",
        "中午10:59,",
        "中午11:00, 11:00",
        "中午14:59, 14:59",
        "中午15:00,",
        "中午0:30,",
        "中午1:00, 13:00",
        "中午2:59, 14:59",
        "中午3:00,",
        "下午0:30,",
        "下午1:00, 13:00",
        "下午7:59, 19:59",
        "下午8:00,",
        "下午11:59,",
        "下午12:00, 12:00",
        "下午19:59, 19:59",
        "下午20:00,",
        "晚上3:59,",
        "晚上4:00, 16:00",
        "晚上11:59, 23:59",
        "晚上12:00,",
        "傍晚16:59,",
        "傍晚17:00, 17:00",
        "0:30am,",
        "12:30am, 00:30",
        "1:00 a.m., 01:00",
        "12:30PM, 12:30",
        "1:00 p.m., 13:00",
        "13:00pm,",
        "上午8:30am,",
        "0830, 08:30",
        "上午0830,",
        "8:60,",
        "24:00,",
        "8点60分,",
        ".354166, 08:30",
    })
    void takesAnHourThatGoesWithItsWord(String typed, LocalTime time) {
        assertThat(new TimeReading(null).read(RawCell.ofText(typed), typed).value())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00:00",
        "0.99999, 23:59",
        "0.999999,",
        "1,",
        "1.5,",
        "-0.5,",
        "18263.5,",
        "18264.5, 12:00",
        "43999,",
        "2958465.5, 12:00",
        "2958466.5,",
    })
    void takesTheFractionOfADay(double serial, LocalTime time) {
        Reading reading = new TimeReading(null).read(MemorySheet.dated(serial, "2020-06-17 12:00"), "2020-06-17 12:00");
        assertThat(reading).isEqualTo(time == null ? Reading.fault(TIME_INVALID) : Reading.of(time));
    }

    @Test
    void takesABareFractionButNoBareNumber() {
        assertThat(start(0.5).value()).isEqualTo(LocalTime.of(12, 0));
        assertThat(start(0).codes()).containsExactly(TIME_INVALID);
        assertThat(start(1).codes()).containsExactly(TIME_INVALID);
        assertThat(start(8).codes()).containsExactly(TIME_INVALID);
    }
}
