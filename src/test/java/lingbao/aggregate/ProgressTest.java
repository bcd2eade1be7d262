package lingbao.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5150, 0.0000",
        "1, 5150, 0.0002",
        "1, 3, 0.3333",
        "2, 3, 0.6667",
        "1, 20000, 0.0001",
        "19999, 20000, 0.9999",
        "99999, 100000, 0.9999",
        "20000, 20000, 1.0000",
        "20001, 20000, 1.0001",
        "300, 70, 4.2857"
    })
    void aRateIsNeverTheWholeWhileSomethingIsLeft(BigDecimal part, BigDecimal whole, BigDecimal rate) {
        assertThat(Progress.rate(part, whole)).contains(rate);
    }

    @Test
    void ofNothingThereIsNoRate() {
        assertThat(Progress.rate(BigDecimal.TEN, BigDecimal.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2020-01-31, 0.0847, 335", "2020-05-31, 0.4153, 214", "2019-05-31, 0.4137, 214", "2020-12-31, 1.0000, 0"
    })
    void theYearHasItsOwnNumberOfDays(LocalDate day, BigDecimal elapsed, int left) {
        assertThat(Progress.yearElapsed(day)).isEqualTo(elapsed);
        assertThat(Progress.daysLeft(day)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5150, 2020-05-31, 25",
        "0, 214, 2020-05-31, 1",
        "0, 215, 2020-05-31, 2",
        "70, 70, 2020-12-31, 0",
        "80, 70, 2020-05-31, 0"
    })
    void thePaceReachesTheWholeByTheYearsEnd(BigDecimal part, BigDecimal whole, LocalDate day, int pace) {
        assertThat(Progress.pace(part, whole, day)).contains(pace);
        BigDecimal reached = part.add(BigDecimal.valueOf((long) pace * Progress.daysLeft(day)));
        assertThat(reached).isGreaterThanOrEqualTo(whole);
    }

    @Test
    void onTheLastDayThereIsNoPaceForWhatIsLeft() {
        assertThat(Progress.pace(BigDecimal.ZERO, BigDecimal.ONE, LocalDate.of(2020, 12, 31)))
                .isEmpty();
    }
}
