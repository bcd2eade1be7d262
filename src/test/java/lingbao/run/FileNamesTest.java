package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of files, and words in them, that would have a terminal show what is not so. */
class FileNamesTest {

    private static final Set<String> NAMES = Set.of(
            "日报\r\n已接收.csv",
            "日报\u202evsc.csv",
            "\u001b[2J\u001b[31m日报.csv",
            "C:\\日报.csv",
            "CON.csv",
            "re\u0301sume\u0301.csv",
            "😷日报👩\u200d🏫.csv",
            "日".repeat(80) + ".csv",
            "   ");

    @TempDir
    Path folder;

    private Path sheets = Path.of("");

    @BeforeEach
    void fillTheFolder() throws IOException {
        sheets = Files.createDirectories(folder.resolve("sheets"));
        for (String name : NAMES) {
            Files.writeString(
                    sheets.resolve(name), "单位：3301900101 2020年6月17日\n姓名,人员类别,体温\n甲一,学员,36.5\n甲二,学员,36\u001b[31m。5x\n");
        }
    }

    @Test
    void peopleSeeEverySignThatWouldHide() throws IOException {
        Ended ended = registered().call("check", sheets);

        assertNothingHidden(ended.out());
        assertThat(ended.out())
                .contains(
                        "日报\\u000D\\u000A已接收.csv",
                        "日报\\u202Evsc.csv",
                        "\\u001B[2J",
                        "re\u0301sume\u0301.csv",
                        "C:\\日报.csv");
    }

    @Test
    void scriptsGetTheNamesAsTheyAreInLinesThatHideNothing() throws IOException {
        Ended ended = registered().call("check", sheets, "--json");

        assertNothingHidden(ended.out());
        assertThat(ended.objects())
                .extracting(object -> object.path("file").asString())
                .containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(ended.objects())
                .flatExtracting(object -> object.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("value").asString(""))
                        .toList())
                .contains("36\u001b[31m。5x");
    }

    @Test
    void whatIsKeptBearsANameOfOurOwn() throws IOException {
        Desk desk = registered();

        Ended ended = desk.call("ingest", sheets, "--json");

        assertThat(ended.objects()).hasSize(NAMES.size());
        assertThat(ended.objects())
                .extracting(object -> object.path("state").asString())
                .containsOnly("partly-accepted", "duplicate");
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> received = Files.walk(desk.home().resolve("received"))) {
            received.filter(Files::isRegularFile)
                    .forEach(file ->
                            kept.add(Objects.requireNonNull(file.getFileName()).toString()));
        }
        assertThat(kept).isNotEmpty().allMatch(name -> name.matches("[0-9a-f]{64}\\.sealed"));
    }

    @Test
    void aNameThatLeadsNowhereIsToldVisibly() throws IOException {
        Ended ended = registered().call("check", folder.resolve("没有\u202e\u001b[2J"));

        assertThat(ended.status()).isEqualTo(1);
        assertNothingHidden(ended.err());
    }

    private Desk registered() throws IOException {
        return Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
    }

    private static void assertNothingHidden(String printed) {
        assertThat(printed).isNotBlank().doesNotContain("\u202e", "\u200d", "\u001b", "\r");
    }
}
