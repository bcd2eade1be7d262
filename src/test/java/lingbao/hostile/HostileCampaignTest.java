package lingbao.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingbao.hostile.NamedHostileFiles.Named;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every hostile file is answered with a code, soon, and within little memory: a short set of them, or as many made ones as
 * {@code -Dlingbao.hostile} says, all that are named, and a table of what each cost.
 */
class HostileCampaignTest {

    private static final int MADE = Integer.getInteger("lingbao.hostile", -1);
    private static final int FIRST_SEED = Integer.getInteger("lingbao.hostile-from", 0);
    private static final Path TABLE = Path.of("target", "hostile-files.md");

    /** By the processor's time; the clock of a machine with other work says little of the file. */
    private static final Duration MOST_WORK = Duration.ofSeconds(5);

    private static final Duration MOST_CLOCK = Duration.ofSeconds(60);
    private static final int WARMING_UP = 3;
    private static final int LISTED = 15;

    @TempDir
    Path folder;

    private Meter meter;
    private final List<Cost> costs = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /** What is slow once, in a process that has just begun, says nothing of a file. */
    @BeforeEach
    void answersGoodFilesFirst() throws IOException {
        meter = new Meter(folder);
        for (int time = 0; time < WARMING_UP; time++) {
            goodFilesAreAccepted();
        }
    }

    @AfterEach
    void ends() {
        meter.close();
    }

    @Test
    void eachHostileFileIsAnsweredSoonAndInLittleMemory() throws IOException {
        boolean campaign = MADE >= 0;
        for (Named named : NamedHostileFiles.small()) {
            tryOut(named);
        }
        if (campaign) {
            for (HostileFile file : NamedHostileFiles.found()) {
                tryOut(file);
            }
            for (Named named : NamedHostileFiles.large()) {
                tryOut(named);
            }
        }
        int named = costs.size();
        // As many in a row as there are builders try each of them once.
        int made = campaign ? MADE : HostileFile.builders();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + made; seed++) {
            tryOut(HostileFile.of(seed));
        }
        goodFilesAreAccepted();
        if (campaign) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table(costs.subList(0, named), costs.subList(named, costs.size())));
        }
        assertThat(broken).isEmpty();
    }

    private void goodFilesAreAccepted() throws IOException {
        for (HostileFile good : GoodFile.all()) {
            assertThat(meter.cost(good).state()).as(good.label()).isEqualTo("accepted");
        }
    }

    private void tryOut(Named named) throws IOException {
        Cost cost = tryOut(named.file());
        if (cost != null
                && !cost.state().equals(named.answer())
                && !cost.codes().contains(named.answer())) {
            broken.add(named.file() + ": " + cost.answer() + " instead of " + named.answer());
        }
    }

    private @Nullable Cost tryOut(HostileFile file) throws IOException {
        try {
            Cost cost = meter.cost(file);
            costs.add(cost);
            if (cost.worked().compareTo(MOST_WORK) > 0
                    || cost.clock().compareTo(MOST_CLOCK) > 0
                    || cost.grown() > Meter.GROWTH_ALLOWED
                    || cost.state().equals("rejected") && cost.codes().isEmpty()) {
                broken.add(cost.line());
            }
            return cost;
        } catch (AssertionError | RuntimeException e) {
            broken.add(file + ": " + e);
            return null;
        }
    }

    private static String table(List<Cost> named, List<Cost> made) {
        List<Cost> all = new ArrayList<>(named);
        all.addAll(made);
        StringBuilder table = new StringBuilder();
        table.append(made.size())
                .append(" files made by ")
                .append(HostileFile.builders())
                .append(" builders, and ");
        table.append(named.size())
                .append(" that are named.\n\nSlowest:\n\n")
                .append(Cost.head())
                .append('\n');
        all.stream()
                .sorted(Comparator.comparing(Cost::worked).reversed())
                .limit(LISTED)
                .forEach(cost -> line(table, cost));
        table.append("\nLargest growth of the heap:\n\n").append(Cost.head()).append('\n');
        all.stream()
                .sorted(Comparator.comparingLong(Cost::grown).reversed())
                .limit(LISTED)
                .forEach(cost -> line(table, cost));
        table.append("\nAnswers; a file with several codes counts for each:\n\n| answer | files |\n| --- | ---: |\n");
        Map<String, Integer> answers = new TreeMap<>();
        for (Cost cost : all) {
            if (cost.state().equals("rejected")) {
                cost.codes().forEach(code -> answers.merge(code, 1, Integer::sum));
            } else {
                answers.merge(cost.state(), 1, Integer::sum);
            }
        }
        answers.forEach((answer, files) ->
                table.append("| ").append(answer).append(" | ").append(files).append(" |\n"));
        table.append("\nNamed files:\n\n").append(Cost.head()).append('\n');
        named.forEach(cost -> line(table, cost));
        return table.toString();
    }

    private static void line(StringBuilder table, Cost cost) {
        table.append(cost.line()).append('\n');
    }
}
