package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunningNumbersTest {

    private static RunningNumbers of(int... said) {
        RunningNumbers numbers = new RunningNumbers();
        IntStream.of(said).forEach(numbers::add);
        return numbers;
    }

    private static void holds(RunningNumbers numbers, String missing, String repeated) {
        assertThat(numbers.missing()).hasToString(missing);
        assertThat(numbers.repeated()).hasToString(repeated);
    }

    @Test
    void findsNothingWithoutNumbers() {
        holds(of(), "{}", "{}");
        assertThat(of().count()).isZero();
    }

    @Test
    void countsTheRowsAndKnowsTheHighestNumber() {
        assertThat(of(3, 4, 9, 9).count()).isEqualTo(4);
        assertThat(of(3, 4, 9, 9).highest()).isEqualTo(9);
    }

    @Test
    void runsFromAnyNumberOn() {
        holds(of(0, 2), "{1}", "{}");
        holds(of(31, 32), "{}", "{}");
        holds(of(31, 33, 36), "{32, 34, 35}", "{}");
    }

    @Test
    void findsWhatStandsTwiceInARow() {
        holds(of(1, 2, 2, 3), "{}", "{2}");
        holds(of(1, 1, 1), "{}", "{}");
    }

    @Test
    void beginsWithOneAgainForEachClass() {
        holds(of(1, 2, 3, 1, 2, 3), "{}", "{}");
        holds(of(1, 3, 1, 2), "{2}", "{}");
    }

    @Test
    void judgesNumbersThatWereSortedBySomethingElseAsASet() {
        holds(of(4, 2, 1), "{3}", "{}");
        holds(of(5, 3, 5, 2, 5), "{4}", "{5}");
        holds(of(3, 2, 4), "{}", "{}");
    }

    @Test
    void tellsNothingOfNumbersThatWereSortedAndAlsoBeginAgain() {
        holds(of(1, 4, 3, 1, 3), "{}", "{}");
    }

    @Test
    void takesNumbersWithMoreGapsThanRowsAndTenForAnotherCount() {
        assertThat(of(1, 14).missing().cardinality()).isEqualTo(12);
        assertThat(of(1, 15).missing().cardinality()).isZero();
    }
}
