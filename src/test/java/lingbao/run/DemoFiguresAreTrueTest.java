package lingbao.run;

import static lingbao.run.SamplesTakenIn.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.run.Launcher.Ended;
import lingbao.run.Samples.Sample;
import lingbao.samples.DemoFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The samples go in as the demo takes them, and come to what {@code docs/demo-figures.md} works out by hand. */
class DemoFiguresAreTrueTest {

    private static final Set<String> RATES = Set.of("rate", "scheduleRate", "difference");

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SamplesTakenIn samples;

    @SuppressWarnings("NullAway.Init")
    private static Desk desk;

    @BeforeAll
    static void takeTheSamplesIn() throws IOException {
        samples = new SamplesTakenIn(folder);
        desk = samples.desk();
    }

    @Test
    void everyFileIsAnsweredAsTheTableOfTheSamplesSays() {
        assertThat(TABLE).hasSizeGreaterThan(100);
        Map<String, List<String>> astray = new TreeMap<>();
        TABLE.forEach(sample ->
                astray.put(SamplesTakenIn.shown(sample), Samples.differences(sample, samples.answers(sample))));
        astray.values().removeIf(List::isEmpty);
        assertThat(astray).isEmpty();
    }

    static Stream<LocalDate> days() {
        return TABLE.stream()
                .map(Sample::period)
                .filter(period -> period.kind() == PeriodKind.DAY)
                .map(Period::start)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("days")
    void everyFigureOfEveryRegionIsTheOneWorkedOutByHand(LocalDate day) throws IOException {
        Map<String, Map<String, Integer>> byHand = new DemoFigures(Path.of("docs/demo-figures.md")).of(day);
        assertThat(byHand).hasSize(4).allSatisfy((region, figures) -> assertThat(figures)
                .hasSize(22));

        Ended run = desk.call("run", "zero-report", "--date", day, "--cut-off", "2020-06-19T00:00:00+08:00", "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(figures(run)).isEqualTo(byHand);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-07, first edition | 2020-07 | 2020-08-05T00:00:00+08:00 | 1",
                "2020-07, second edition | 2020-07 | 2020-09-02T10:00:00+08:00 | 2",
                "2020-08 | 2020-08 | 2020-09-02T10:00:00+08:00 | 1"
            })
    void everyFigureOfEveryUnitIsTheOneWorkedOutByHand(String heading, String month, String cutOff, int edition)
            throws IOException {
        Map<String, Map<String, String>> byHand = new DemoFigures(Path.of("docs/demo-figures.md")).progress(heading);
        if (edition > 1) {
            desk.call("run", "training-quota", "--month", month, "--cut-off", "2020-08-05T00:00:00+08:00");
        }

        Ended run = desk.call("run", "training-quota", "--month", month, "--cut-off", cutOff, "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(progress(run)).isEqualTo(byHand);
        assertThat(run.objects())
                .extracting(line -> line.get("edition").asInt())
                .containsOnly(edition);
        assertThat(run.objects())
                .filteredOn(line -> line.get("category").asString().equals("total"))
                .extracting(line -> line.get("printedQuota").asInt())
                .containsExactly(5150, 5150, 5150, 5150, 26000);
    }

    /** By unit and category, without what the hand table does not hold: names, the printed quota, the edition, the cut-off. */
    static Map<String, Map<String, String>> progress(Ended run) {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (JsonNode object : run.objects()) {
            Map<String, String> line = new TreeMap<>();
            object.properties().forEach(property -> {
                JsonNode value = property.getValue();
                if (value.isNumber()) {
                    boolean whole = value.isIntegralNumber() && !RATES.contains(property.getKey());
                    line.put(
                            property.getKey(),
                            whole
                                    ? value.asString()
                                    : value.decimalValue().setScale(4).toPlainString());
                }
            });
            line.keySet().removeAll(Set.of("printedQuota", "edition"));
            figures.put(
                    object.get("unit").asString() + "/" + object.get("category").asString(), line);
        }
        return figures;
    }

    /** By region, without what the hand table does not hold: the findings, the edition and the cut-off. */
    static Map<String, Map<String, Integer>> figures(Ended run) {
        Map<String, Map<String, Integer>> figures = new TreeMap<>();
        for (JsonNode object : run.objects()) {
            Map<String, Integer> region = new TreeMap<>();
            object.properties().forEach(property -> {
                if (property.getValue().isInt()
                        && !property.getKey().equals("findings")
                        && !property.getKey().equals("edition")) {
                    region.put(property.getKey(), property.getValue().asInt());
                }
            });
            figures.put(object.path("region").asString(), region);
        }
        return figures;
    }
}
