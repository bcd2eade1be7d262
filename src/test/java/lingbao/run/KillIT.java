package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import lingbao.store.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code kill -9} while a day's samples are taken in, at random moments, and the same command again: what stands in the
 * home is what stands in one that was never killed. {@code -Dlingbao.kills} sets how often, {@code -Dlingbao.kill-seed}
 * when.
 */
class KillIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int KILLS = Integer.getInteger("lingbao.kills", 3);
    private static final long SEED = Long.getLong("lingbao.kill-seed", 20200615);
    private static final int KILLS_A_HOME = 4;

    /** One kill in so many falls before the first answer: while the process starts, and makes its tables. */
    private static final int EARLY = 5;

    private static final int SIGKILLED = 128 + 9;

    private static final List<String> FORMS = List.of("health-check", "attendance", "disinfection");
    private static final String DAY = "2020-06-15";

    @TempDir
    static Path folder;

    private static int homes;

    private static Facts neverKilled;
    private static int answers;
    private static int milliseconds;

    /** All that can be asked of a home, less the receipts, which differ from home to home. */
    private record Facts(List<JsonNode> rows, List<JsonNode> status, List<JsonNode> figures) {}

    @BeforeAll
    static void takesTheDayInWithoutAKill() throws Exception {
        Launcher district = district();
        long begun = System.nanoTime();
        Ended ended = district.call(ingest());
        milliseconds = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertThat(ended.status()).isEqualTo(2);
        answers = ended.objects().size();
        neverKilled = facts(district);
        assertThat(neverKilled.rows()).hasSizeGreaterThan(400);
    }

    @Test
    void aKilledIntakeIsDoneAgainAndNothingIsLostOrDoubled() throws Exception {
        Random random = new Random(SEED);
        List<Integer> answeredBeforeKills = new ArrayList<>();
        for (int done = 0; done < KILLS; done += KILLS_A_HOME) {
            Launcher district = district();
            Set<String> receipts = new LinkedHashSet<>();
            for (int kill = done; kill < Math.min(KILLS, done + KILLS_A_HOME); kill++) {
                List<JsonNode> answered = killed(district, random);
                answeredBeforeKills.add(answered.size());
                answered.forEach(answer -> receipts.add(answer.get("receipt").asString()));
            }

            Ended last = district.call(ingest());

            assertThat(last.objects()).hasSize(answers);
            last.objects().forEach(answer -> receipts.add(answer.get("receipt").asString()));
            assertThat(facts(district)).isEqualTo(neverKilled);
            nothingIsHalfDone(district, receipts);
        }
        System.out.printf("%d kills; answered before each, of %d sheets: %s%n", KILLS, answers, answeredBeforeKills);
        assertThat(answeredBeforeKills).hasSize(KILLS).anyMatch(count -> count > 0);
    }

    /** Begins the intake and kills it, again where it was over before; gives what it had answered by then. */
    private static List<JsonNode> killed(Launcher district, Random random) throws IOException, InterruptedException {
        Path out = folder.resolve("killed-out");
        int status;
        do {
            Process process = district.start(out, folder.resolve("killed-err"), ingest());
            if (random.nextInt(EARLY) == 0) {
                process.waitFor(random.nextInt(Math.max(1, milliseconds / 2)), TimeUnit.MILLISECONDS);
            } else {
                int wanted = random.nextInt(answers - 1);
                while (process.isAlive() && wholeLines(out).size() < wanted) {
                    process.waitFor(1, TimeUnit.MILLISECONDS);
                }
                // Anywhere in the work on the next files, not only where it begins.
                process.waitFor(random.nextInt(2 * milliseconds / answers), TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
            status = process.waitFor();
        } while (status != SIGKILLED);
        return wholeLines(out).stream().map(JSON::readTree).toList();
    }

    private static List<String> wholeLines(Path out) throws IOException {
        String text = Files.readString(out);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Asked past the program: every receipt that anybody ever got is known, and every sender has one current version. */
    private static void nothingIsHalfDone(Launcher district, Set<String> receipts) throws IOException {
        try (HikariDataSource dataSource = Database.embedded(district.home()).open()) {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            assertThat(jdbc.queryForList("select receipt from received_file", String.class))
                    .containsAll(receipts)
                    .doesNotHaveDuplicates();
            assertThat(jdbc.queryForList("select form, period_start, institution from submission"
                            + " where version is not null and superseded_at is null"
                            + " group by form, period_start, institution having count(*) > 1"))
                    .isEmpty();
            assertThat(jdbc.queryForObject("select count(*) from received_file where judged_at is null", Integer.class))
                    .as("files that nobody was answered for")
                    .isZero();
            for (String form : FORMS) {
                String table = "form_" + form.replace('-', '_');
                assertThat(jdbc.queryForObject(
                                "select count(*) from " + table
                                        + " d where not exists (select 1 from submission s where s.id = d.submission_id"
                                        + " and s.version is not null)",
                                Integer.class))
                        .as("rows of no accepted sheet in " + table)
                        .isZero();
            }
            for (String sha256 : jdbc.queryForList("select distinct sha256 from received_file", String.class)) {
                assertThat(district.home().resolve("received/" + sha256.substring(0, 2) + "/" + sha256 + ".sealed"))
                        .isNotEmptyFile();
            }
        }
        try (Stream<Path> working = Files.walk(district.home().resolve("tmp"))) {
            assertThat(working.filter(Files::isRegularFile)).as("clear copies").allMatch(file -> file.endsWith("lock"));
        }
    }

    private static Launcher district() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home" + homes++));
        Files.writeString(home.resolve("home.yaml"), "migration: true\n");
        Launcher district = new Launcher(home);
        assertThat(district.call("load", "regions", "samples/regions.csv").status())
                .isZero();
        assertThat(district.call("load", "institutions", "samples/institutions.xlsx")
                        .status())
                .isZero();
        return district;
    }

    private static Object[] ingest() {
        return new Object[] {"ingest", "samples/" + DAY, "--received-at", DAY + "T09:00:00+08:00", "--json"};
    }

    private static Facts facts(Launcher district) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (String form : FORMS) {
            for (JsonNode row : done(district, "export", form, "--date", DAY, "--format", "json")) {
                ((ObjectNode) row).remove("receipt");
                rows.add(row);
            }
        }
        assertThat(new TreeSet<>(rows.stream().map(JsonNode::toString).toList()))
                .hasSameSizeAs(rows);
        return new Facts(
                rows,
                done(district, "status", "--date", DAY, "--json"),
                done(district, "run", "zero-report", "--date", DAY, "--cut-off", DAY + "T21:00:00+08:00", "--json"));
    }

    private static List<JsonNode> done(Launcher district, Object... arguments) throws Exception {
        Ended ended = district.call(arguments);
        assertThat(ended.status()).as(ended.err()).isZero();
        return ended.objects();
    }
}
