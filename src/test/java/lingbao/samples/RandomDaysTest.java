package lingbao.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomDaysTest {

    private static final List<RandomDay> DAYS =
            LongStream.range(0, 200).mapToObj(RandomDays::of).toList();

    @Test
    void theSameSeedGivesTheSameDay() {
        RandomDay once = RandomDays.of(7);
        RandomDay again = RandomDays.of(7);
        assertThat(again.figures()).isEqualTo(once.figures());
        assertThat(again.files())
                .extracting(SentFile::path)
                .isEqualTo(once.files().stream().map(SentFile::path).toList());
    }

    @Test
    void everyFigureAndEveryStateComesUpSomewhereIn200Days() {
        Map<String, Integer> sums = new TreeMap<>();
        Set<String> states = new TreeSet<>();
        DAYS.forEach(day -> {
            day.figures()
                    .values()
                    .forEach(region -> region.forEach((figure, count) -> sums.merge(figure, count, Integer::sum)));
            day.files().forEach(file -> states.addAll(day.states(file)));
        });
        assertThat(sums)
                .hasSize(22)
                .allSatisfy((figure, sum) -> assertThat(sum).as(figure).isPositive());
        assertThat(states).containsExactly("accepted", "duplicate", "partly-accepted", "rejected");
    }

    @Test
    void theFiguresOfEachDayAddUp() {
        DAYS.forEach(day -> day.figures().forEach((region, figures) -> {
            String where = "seed " + day.seed() + ", region " + region;
            assertThat(sum(figures, "received", "missing")).as(where).isEqualTo(sum(figures, "expected"));
            assertThat(sum(figures, "onTime", "late")).as(where).isEqualTo(sum(figures, "received"));
            assertThat(sum(figures, "zero", "withCases", "blank")).as(where).isEqualTo(sum(figures, "received"));
            assertThat(sum(figures, "persons")).as(where).isGreaterThanOrEqualTo(sum(figures, "checked"));
        }));
    }

    @Test
    void aDayIsWrittenAsRegistersAndSheets(@TempDir Path folder) throws IOException {
        RandomDay day = RandomDays.of(3);
        RandomDay.Written written = day.writeTo(folder);
        assertThat(Files.readAllLines(written.regions())).hasSize(day.regions().size() + 1);
        assertThat(Files.readAllLines(written.institutions()))
                .hasSize(day.institutions().size() + 1);
        assertThat(written.arrivals()).hasSameSizeAs(day.files()).allSatisfy(arrival -> assertThat(arrival.file())
                .isRegularFile());
        assertThat(written.arrivals()).extracting(RandomDay.Arrival::receivedAt).isSorted();
    }

    private static int sum(Map<String, Integer> figures, String... ids) {
        int sum = 0;
        for (String id : ids) {
            sum += figures.getOrDefault(id, 0);
        }
        return sum;
    }
}
