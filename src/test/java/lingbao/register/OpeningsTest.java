package lingbao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    private static final LocalDate MARCH = LocalDate.of(2020, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);

    @Test
    void closesTheOpeningThatTheDateNames() {
        assertThat(told(MARCH, APRIL, open(MARCH, null))).containsExactly(open(MARCH, APRIL));
    }

    @Test
    void takesAClosingBackWhereTheSameOpeningComesWithoutOne() {
        assertThat(told(MARCH, null, open(MARCH, APRIL))).containsExactly(open(MARCH, null));
    }

    @Test
    void speaksOfTheLastOpeningWhereNoDateIsGiven() {
        assertThat(told(null, JUNE, open(MARCH, APRIL), open(MAY, null)))
                .containsExactly(open(MARCH, APRIL), open(MAY, JUNE));
    }

    @Test
    void reopensOnTheDayOfTheClosingOrLater() {
        assertThat(told(MAY, null, open(MARCH, APRIL))).containsExactly(open(MARCH, APRIL), open(MAY, null));
        assertThat(told(APRIL, null, open(MARCH, APRIL))).containsExactly(open(MARCH, APRIL), open(APRIL, null));
    }

    @Test
    void correctsWhenAnOpeningBegan() {
        assertThat(told(APRIL, null, open(MARCH, null))).containsExactly(open(APRIL, null));
        assertThat(told(MARCH, JUNE, open(APRIL, MAY))).containsExactly(open(MARCH, JUNE));
    }

    @Test
    void correctsAnOlderOpeningThatStaysClearOfTheNext() {
        assertThat(told(MARCH, MAY, open(MARCH, APRIL), open(MAY, null)))
                .containsExactly(open(MARCH, MAY), open(MAY, null));
    }

    @Test
    void refusesDatesThatMakeTwoOpeningsOverlap() {
        assertThat(told(MARCH, JUNE, open(MARCH, APRIL), open(MAY, null))).isNull();
        assertThat(told(MARCH, null, open(MARCH, APRIL), open(MAY, null))).isNull();
        assertThat(told(APRIL, null, open(MARCH, MAY))).isNull();
        assertThat(told(MARCH, null, open(MARCH.minusDays(9), APRIL), open(MAY, null)))
                .isNull();
    }

    private static Opening open(LocalDate openedOn, @Nullable LocalDate closedOn) {
        return new Opening(openedOn, closedOn);
    }

    private static @Nullable List<Opening> told(
            @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, Opening... known) {
        return new Openings(List.of(known))
                .told(openedOn, closedOn)
                .map(Openings::list)
                .orElse(null);
    }
}
