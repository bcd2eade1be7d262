package lingbao.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import lingbao.aggregate.LeadsExperiment.Outcome;
import lingbao.aggregate.LeadsExperiment.Turn;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

/** The experiment of {@code docs/leads.md}, small: what was measured gets no lead, each habit the one that is meant for it. */
class LeadsExperimentTest {

    private static final Map<Habit, String> MEANT_FOR = Map.of(
            Habit.COPIED, "readings-as-before",
            Habit.COPIED_SHUFFLED, "readings-as-before",
            Habit.COPIED_NINE_TENTHS, "readings-as-before",
            Habit.ALL_ALIKE, "one-temperature",
            Habit.THREE_VALUES, "few-temperatures",
            Habit.SHORT_CYCLE, "repeated-temperatures",
            Habit.FILLED_DOWN, "stepped-temperatures",
            Habit.ROUND, "round-temperatures");

    @OnBothDatabases
    void findsWhatIsMadeUpAndLeavesWhatIsMeasured(TestDatabase database) {
        Outcome outcome = LeadsExperiment.run(database, 30, 8, 10);

        // One in ninety: a list of twenty, of whom sixteen chanced on .0 or .5. Of 2,100 there was none.
        assertThat(outcome.temperatures().entrySet().stream()
                        .filter(each -> each.getKey().isMeasured())
                        .mapToInt(each -> each.getValue().hits().getOrDefault("", 0))
                        .sum())
                .isLessThanOrEqualTo(1);
        MEANT_FOR.forEach((habit, check) -> assertThat(outcome.temperatures().get(habit))
                .as(habit.label())
                .satisfies(row -> assertThat(row.share(check)).isGreaterThan(0.8)));
        assertThat(Objects.requireNonNull(outcome.figures().get(Turn.AS_EVER)).hits())
                .isEmpty();
        assertThat(Objects.requireNonNull(outcome.figures().get(Turn.NOBODY)).share("count-jumps"))
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(outcome.figures().get(Turn.HALVED)).share("count-jumps"))
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(outcome.figures().get(Turn.OUTBREAK)).share("unusual-absences"))
                .isPositive();
    }
}
