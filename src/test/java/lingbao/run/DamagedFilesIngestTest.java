package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.damage.Account;
import lingbao.damage.DamagedFile;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A folder of damaged files taken in for good: two hundred, or as many as {@code -Dlingbao.damaged-ingested} says. */
class DamagedFilesIngestTest {

    private static final int FILES = Integer.getInteger("lingbao.damaged-ingested", 200);

    @TempDir
    Path folder;

    @Test
    void aFolderOfDamagedFilesIsAnsweredAsTheDryRunSaysAndStoredAsAnswered() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        Path sheets = Files.createDirectory(folder.resolve("sheets"));
        for (int seed = 1; seed <= FILES; seed++) {
            DamagedFile file = DamagedFile.of(seed);
            Files.write(sheets.resolve(file.name()), file.bytes());
        }

        Ended check = desk.call("check", sheets, "--json", "--rows");
        Ended ingest = desk.call("ingest", sheets, "--json");

        Map<String, List<JsonNode>> checked = byFile(check);
        Map<String, List<JsonNode>> taken = byFile(ingest);
        assertThat(checked).hasSize(FILES);
        assertThat(taken.keySet()).isEqualTo(checked.keySet());
        taken.forEach((file, answers) -> {
            Account.isTrue(answers);
            Account.isTrue(checked.getOrDefault(file, List.of()));
            assertThat(answers).allMatch(answer -> answer.path("receipt").isString());
            if (answers.stream().noneMatch(DamagedFilesIngestTest::isDuplicate)) {
                assertThat(outcome(answers)).isEqualTo(outcome(checked.getOrDefault(file, List.of())));
            }
        });
        assertThat(stored(desk)).isEqualTo(accepted(taken));
    }

    private static Map<String, List<JsonNode>> byFile(Ended ended) {
        Map<String, List<JsonNode>> byFile = new LinkedHashMap<>();
        ended.objects()
                .forEach(answer -> byFile.computeIfAbsent(answer.path("file").asString(), same -> new ArrayList<>())
                        .add(answer));
        return byFile;
    }

    private static boolean isDuplicate(JsonNode answer) {
        return answer.path("state").asString().equals("duplicate");
    }

    /** Of each sheet; what refuses at intake may only warn in a dry run. */
    private static List<String> outcome(List<JsonNode> answers) {
        return answers.stream()
                .map(answer -> answer.path("sheet") + " " + answer.path("form") + " "
                        + answer.at("/rows/seen") + " " + answer.at("/rows/ignored") + " " + answer.path("state") + " "
                        + answer.at("/rows/accepted"))
                .toList();
    }

    /** How many rows each receipt says are accepted. */
    private static Map<String, Integer> accepted(Map<String, List<JsonNode>> taken) {
        Map<String, Integer> accepted = new TreeMap<>();
        taken.values().stream()
                .flatMap(List::stream)
                .filter(answer ->
                        !isDuplicate(answer) && answer.at("/rows/accepted").asInt() > 0)
                .forEach(answer -> accepted.merge(
                        answer.path("receipt").asString(),
                        answer.at("/rows/accepted").asInt(),
                        Integer::sum));
        return accepted;
    }

    /** How many rows of the sheets stand in the tables, by receipt. */
    private static Map<String, Integer> stored(Desk desk) {
        Map<String, Integer> stored = new TreeMap<>();
        try (ConfigurableApplicationContext house = desk.open()) {
            JdbcTemplate jdbc = new JdbcTemplate(house.getBean(DataSource.class));
            for (Form form : house.getBean(Catalogue.class).forms().values()) {
                jdbc.query(
                        "select f.receipt, count(*) from (select distinct submission_id, source_row from "
                                + form.table()
                                + ") d join submission s on s.id = d.submission_id"
                                + " join received_file f on f.id = s.received_file group by f.receipt",
                        row -> {
                            stored.merge(row.getString(1), row.getInt(2), Integer::sum);
                        });
            }
        }
        return stored;
    }
}
