package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lingbao.aggregate.ProgressContent;
import lingbao.aggregate.ReportContents;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.ProgressReport;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.run.Launcher.Ended;
import lingbao.samples.RandomRosters;
import lingbao.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole line, from rosters to the figures of the quota report, against a computation that knows no production class and
 * no SQL: years of random rosters, each year of one home by itself.
 */
class ProgressTwiceTest {

    private static final int FIRST_YEAR = 1996;

    @TempDir
    Path folder;

    @Test
    void theFiguresOfRandomRostersAreThoseOfTheirTruth() throws IOException {
        comesTwiceToTheSame(Desk.ofMigration(folder), 24);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theServerComesToTheSameFigures() throws Exception {
        try (TestDatabase database = TestDatabase.server()) {
            comesTwiceToTheSame(Desk.ofMigration(folder, database.environment()), 4);
        }
    }

    private void comesTwiceToTheSame(Desk desk, int years) throws IOException {
        desk.at("2021-01-01T00:00:00Z").registered(RandomRosters.REGIONS, RandomRosters.INSTITUTIONS);
        assertThat(desk.call("load", "companies", desk.file("companies.csv", RandomRosters.COMPANIES))
                        .status())
                .isZero();
        List<RandomRosters> rosters = IntStream.range(0, years)
                .mapToObj(number -> new RandomRosters(number, FIRST_YEAR + number))
                .toList();
        for (int number = 0; number < years; number++) {
            int year = FIRST_YEAR + number;
            Ended loaded = desk.call(
                    "load",
                    "quota",
                    desk.file("quota-" + year + ".csv", rosters.get(number).quotaTable()),
                    "--year",
                    year);
            assertThat(loaded.status()).as(loaded.err()).isZero();
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        Map<String, Object> found = new LinkedHashMap<>();
        try (ConfigurableApplicationContext house = desk.open()) {
            for (int number = 0; number < years; number++) {
                takeIn(house, rosters.get(number), desk);
                for (LocalDate end : ends(FIRST_YEAR + number, number)) {
                    expected.put(
                            "seed " + number + " to " + end, rosters.get(number).figures(end));
                    found.put("seed " + number + " to " + end, figures(house, end, desk));
                }
            }
        }
        assertThat(found).containsExactlyEntriesOf(expected);
    }

    private static List<LocalDate> ends(int year, int number) {
        return List.of(
                YearMonth.of(year, 1 + number % 11).atEndOfMonth(),
                Year.of(year).atMonth(12).atEndOfMonth());
    }

    private void takeIn(ConfigurableApplicationContext house, RandomRosters rosters, Desk desk) throws IOException {
        Path sheets = Files.createDirectories(desk.home().resolveSibling("sheets"));
        List<SheetFiles.SheetFile> files = rosters.files().entrySet().stream()
                .map(file -> {
                    try {
                        return Desk.arriving(Files.writeString(sheets.resolve(file.getKey()), file.getValue()), null);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
        house.getBean(IngestJob.class)
                .run(new IngestJob.Batch(files, new Intake.Asked("training-roster", null, null), answers -> {
                    SheetAnswer answer = answers.get(0);
                    assertThat(answer.state().word())
                            .as(answer.file() + " " + answer.findings())
                            .isEqualTo("accepted");
                }));
    }

    private static Map<String, Map<String, String>> figures(
            ConfigurableApplicationContext house, LocalDate end, Desk desk) {
        ProgressReport report = (ProgressReport)
                Objects.requireNonNull(house.getBean(Catalogue.class).reports().get("training-quota"));
        ProgressContent content = house.getBean(ReportContents.class)
                .of(
                        report,
                        new Period(PeriodKind.MONTH, end),
                        RandomRosters.DISTRICT,
                        desk.clock().instant())
                .get(0);
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (ProgressContent.Line line : content.lines()) {
            Map<String, String> values = new TreeMap<>();
            line.values().forEach((id, value) -> values.put(id, value.toString()));
            values.remove("printedQuota");
            figures.put(line.unit() + "/" + line.category().id(), values);
        }
        return figures;
    }
}
