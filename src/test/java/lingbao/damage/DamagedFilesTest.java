package lingbao.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lingbao.run.CheckLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nothing vanishes: a thousand damaged files, or as many as {@code -Dlingbao.damaged} says. */
class DamagedFilesTest {

    private static final int FILES = Integer.getInteger("lingbao.damaged", 1000);
    private static final int FIRST_SEED = Integer.getInteger("lingbao.damaged-from", 1);
    private static final Duration MOST = Duration.ofSeconds(20);
    private static final int TOLD = 20;

    private static final CheckLine LINE = new CheckLine(null);

    @TempDir
    Path folder;

    /** What is slow once, in a process that has just begun, is no hang. */
    @BeforeEach
    void readsAFileOfEachKindOnce() throws IOException {
        for (int seed = 1; seed <= 20; seed++) {
            DamagedFile file = DamagedFile.of(seed);
            answers(file.goodName(), file.good());
        }
    }

    @Test
    void everyRowOfEveryDamagedFileIsAccountedFor() {
        List<String> broken = new ArrayList<>();
        Set<String> happened = new TreeSet<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + FILES && broken.size() < TOLD; seed++) {
            DamagedFile file = DamagedFile.of(seed);
            happened.addAll(file.damages());
            try {
                List<JsonNode> answers = assertTimeoutPreemptively(MOST, () -> answers(file.name(), file.bytes()));
                Account.isTrue(answers);
                if (file.harmless()) {
                    List<JsonNode> good = answers(file.goodName(), file.good());
                    assertThat(good)
                            .allMatch(answer -> answer.path("state").asString().equals("accepted"));
                    assertThat(data(answers)).isEqualTo(data(good));
                }
            } catch (IOException | RuntimeException | AssertionError e) {
                broken.add(file + ": " + told(e));
            }
        }
        assertThat(broken).isEmpty();
        if (FILES >= 1000) {
            assertThat(happened)
                    .contains("WRONG_ENDING")
                    .containsAll(Stream.of(PaperDamage.values(), ByteDamage.values())
                            .flatMap(Arrays::stream)
                            .map(Enum::name)
                            .toList());
        }
    }

    private List<JsonNode> answers(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return LINE.answersToOneNamed(name, file, null);
    }

    /** Each sheet's accepted rows without their numbers. */
    private static Map<String, List<String>> data(List<JsonNode> answers) {
        Map<String, List<String>> data = new TreeMap<>();
        for (JsonNode answer : answers) {
            List<String> rows = data.computeIfAbsent(
                    answer.path("sheet").asString("") + answer.path("form").asString(""), same -> new ArrayList<>());
            for (JsonNode row : answer.path("data")) {
                rows.add(row.toString().replaceFirst("\"row\":[0-9]+,?", ""));
            }
        }
        // Groups of headings may stand in another order.
        data.values().forEach(Collections::sort);
        return data;
    }

    private static String told(Throwable e) {
        String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        return e.getClass().getSimpleName() + " " + message.substring(0, Math.min(600, message.length()));
    }
}
