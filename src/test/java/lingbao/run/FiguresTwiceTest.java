package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lingbao.aggregate.ReportContents;
import lingbao.aggregate.StateContent;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.StateReport;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.run.Launcher.Ended;
import lingbao.samples.RandomDay;
import lingbao.samples.RandomDays;
import lingbao.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole line, from files to figures, against a computation that knows no production class and no SQL: 200 random days,
 * some of them in one home, each in a district of its own.
 */
class FiguresTwiceTest {

    private static final int DAYS_A_HOME = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 40, 80, 120, 160})
    void theFiguresOfRandomDaysAreThoseOfTheirTruth(long firstSeed) throws IOException {
        Desk desk = Desk.ofMigration(folder);
        comesTwiceToTheSame(
                desk,
                LongStream.range(firstSeed, firstSeed + DAYS_A_HOME).boxed().toList());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theServerComesToTheSameFigures() throws Exception {
        try (TestDatabase database = TestDatabase.server()) {
            Desk desk = Desk.ofMigration(folder, database.environment());
            comesTwiceToTheSame(desk, LongStream.range(0, 20).boxed().toList());
        }
    }

    @Test
    void aScriptIsToldTheSameFigures() throws IOException {
        RandomDay day = RandomDays.of(11);
        RandomDay.Written written = day.writeTo(folder);
        Desk desk = Desk.ofMigration(folder).at("2022-01-01T00:00:00Z");
        assertThat(desk.call("load", "regions", written.regions()).status()).isZero();
        assertThat(desk.call("load", "institutions", written.institutions()).status())
                .isZero();
        try (ConfigurableApplicationContext house = desk.open()) {
            takeIn(house, written);
        }

        Ended run = desk.call("run", "zero-report", "--date", day.date(), "--cut-off", day.cutOff(), "--json");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(DemoFiguresAreTrueTest.figures(run)).isEqualTo(day.figures());
    }

    private void comesTwiceToTheSame(Desk desk, List<Long> seeds) throws IOException {
        Map<String, Object> expected = new LinkedHashMap<>();
        Map<String, Object> found = new LinkedHashMap<>();
        desk.at("2022-01-01T00:00:00Z");
        try (ConfigurableApplicationContext house = desk.open()) {
            for (int number : IntStream.range(0, seeds.size()).toArray()) {
                RandomDay day = RandomDays.of(seeds.get(number), "3301%02d".formatted(number));
                RandomDay.Written written = day.writeTo(Files.createDirectory(folder.resolve("seed" + day.seed())));
                LocalDate today = LocalDate.of(2022, 1, 1);
                LoadCommand.load(house, "regions", written.regions(), today, System.err);
                LoadCommand.load(house, "institutions", written.institutions(), today, System.err);
                Map<String, List<String>> states = takeIn(house, written);
                day.files().forEach(file -> {
                    if (!file.sheets().isEmpty()) {
                        expected.put("seed " + day.seed() + ", " + file.path(), day.states(file));
                        found.put("seed " + day.seed() + ", " + file.path(), states.get(file.path()));
                    }
                });
                expected.put("seed " + day.seed(), day.figures());
                found.put("seed " + day.seed(), figures(house, day));
            }
        }
        assertThat(expected).hasSizeGreaterThan(seeds.size());
        assertThat(found).containsExactlyEntriesOf(expected);
    }

    /** The state of each sheet, by file. */
    private static Map<String, List<String>> takeIn(ConfigurableApplicationContext house, RandomDay.Written written) {
        Map<String, List<String>> states = new TreeMap<>();
        List<SheetFiles.SheetFile> files = written.arrivals().stream()
                .map(arrival ->
                        Desk.arriving(arrival.file(), arrival.receivedAt().toInstant()))
                .toList();
        house.getBean(IngestJob.class)
                .run(new IngestJob.Batch(
                        files,
                        new Intake.Asked(null, null, null),
                        answers -> states.put(
                                answers.get(0).file(),
                                answers.stream()
                                        .map(answer -> answer.state().word())
                                        .toList())));
        return states;
    }

    private static Map<String, Map<String, Integer>> figures(ConfigurableApplicationContext house, RandomDay day) {
        StateReport report = (StateReport)
                Objects.requireNonNull(house.getBean(Catalogue.class).reports().get("zero-report"));
        Map<String, Map<String, Integer>> figures = new TreeMap<>();
        for (StateContent content : house.getBean(ReportContents.class)
                .of(
                        report,
                        new Period(PeriodKind.DAY, day.date()),
                        day.regions().get(0).code(),
                        day.cutOff().toInstant())) {
            Map<String, Integer> region = new TreeMap<>();
            content.total().values().forEach((figure, count) -> region.put(figure, count.intValue()));
            region.remove("findings");
            figures.put(content.region().code(), region);
        }
        return figures;
    }
}
