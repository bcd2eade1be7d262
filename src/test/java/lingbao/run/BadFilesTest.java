package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A folder in which nearly everything is broken: each file is answered by itself, and the good ones go in. */
class BadFilesTest {

    private static final String WELL = "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n甲二,学员,36.6,无\n";

    private static final Map<String, String> REFUSED = new TreeMap<>(Map.of(
            "1-empty.xlsx", "EMPTY_FILE",
            "2-prose.xlsx", "UNSUPPORTED_FORMAT",
            "3-truncated.xlsx", "CORRUPT",
            "4-address-list.xlsx", "NO_FORM",
            "5-wrong-code.csv", "INSTITUTION_UNKNOWN",
            "6-3301900101_2060-06-17.csv", "PERIOD_IN_FUTURE",
            "7-3301900101_2020-06-17.csv", "PERIOD_CONFLICT",
            "8-2020-06-17.csv", "INSTITUTION_CONFLICT",
            "3301909999_2020-06-17_hc.csv", "INSTITUTION_UNKNOWN"));

    @TempDir
    Path folder;

    private Path sheets = Path.of("");

    @BeforeEach
    void fillTheFolder() throws IOException {
        sheets = Files.createDirectories(folder.resolve("sheets"));
        Files.createFile(sheets.resolve("1-empty.xlsx"));
        Files.writeString(sheets.resolve("2-prose.xlsx"), "各位老师：\n今天的表稍后再报，谢谢。\n");
        Path whole = Workbooks.write(sheets.resolve("3301900101_2020-06-17.xlsx"), "健康监测", WELL);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(sheets.resolve("3-truncated.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
        Workbooks.write(sheets.resolve("4-address-list.xlsx"), "通讯录", "部门,电话\n教务处,0791-1234567\n");
        Files.writeString(sheets.resolve("5-wrong-code.csv"), "单位：3301909999 2020年6月17日\n" + WELL);
        Files.writeString(sheets.resolve("6-3301900101_2060-06-17.csv"), WELL);
        Files.writeString(sheets.resolve("7-3301900101_2020-06-17.csv"), "健康监测表 2020年6月16日\n" + WELL);
        Files.writeString(sheets.resolve("8-2020-06-17.csv"), "单位：3301900101\n单位：3301900102\n" + WELL);
        Files.writeString(sheets.resolve("3301909999_2020-06-17_hc.csv"), WELL);
        Files.createDirectories(sheets.resolve("below"));
        Files.writeString(sheets.resolve("below/3301900102_2020-06-17.csv"), WELL);
        Files.writeString(sheets.resolve("~$3301900101_2020-06-17.xlsx"), "lock");
        Files.writeString(sheets.resolve(".hidden.csv"), WELL);
    }

    @Test
    void eachBadFileIsRefusedWithItsReasonAndTheGoodOnesGoIn() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();

        Ended ended = desk.call("ingest", sheets, "--json");

        assertThat(ended.status()).isEqualTo(2);
        Map<String, String> errors = new TreeMap<>();
        for (JsonNode object : ended.objects()) {
            assertHasEveryKey(object);
            if (object.path("state").asString().equals("rejected")) {
                errors.put(object.path("file").asString(), errors(object));
                assertThat(object.path("receipt").asString("")).isNotEmpty();
            } else {
                assertThat(object.path("state").asString()).isEqualTo("accepted");
                assertThat(object.at("/rows/accepted").asInt()).isEqualTo(2);
            }
        }
        assertThat(errors).isEqualTo(REFUSED);
        assertThat(ended.objects())
                .extracting(object -> object.path("file").asString())
                .isSorted()
                .doesNotContain(".hidden.csv", "~$3301900101_2020-06-17.xlsx")
                .contains("3301900101_2020-06-17.xlsx", "below/3301900102_2020-06-17.csv")
                .hasSize(11);
        assertThat(ended.out() + ended.err()).doesNotContain("Exception", "\tat ", "    at ");
        assertThat(desk.home().resolve("logs")).doesNotExist();
        assertThat(desk.call("status", "--date", "2020-06-17", "--json").objects())
                .filteredOn(object -> object.path("form").asString().equals("health-check"))
                .extracting(object -> object.path("state").asString())
                .containsExactly("zero", "zero");
    }

    @Test
    void peopleReadTheSameWithoutAStackTrace() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();

        Ended ended = desk.call("ingest", sheets);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).contains(REFUSED.keySet()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aCheckFindsTheSameAndChangesNothing() throws Exception {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        desk.call("ingest", desk.file("3301900102_2020-06-17.csv", WELL + "甲三,学员,36.4,无\n"));
        Map<String, String> before = listing(desk.home());

        Ended check = desk.call("check", sheets, "--json");

        assertThat(listing(desk.home())).isEqualTo(before);
        check.objects().forEach(BadFilesTest::assertHasEveryKey);
        assertThat(check.objects())
                .allSatisfy(
                        object -> assertThat(object.path("receipt").isNull()).isTrue());
        Ended ingest = desk.call("ingest", sheets, "--json");
        assertThat(found(check)).contains("below/3301900102_2020-06-17.csv FEWER_ROWS   ");
        assertThat(found(check)).isEqualTo(found(ingest));
    }

    @Test
    void aCheckWithoutAHomeMakesNone() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00");
        Files.delete(desk.home());

        Ended check = desk.call("check", sheets, "--json");

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.objects()).hasSize(11);
        assertThat(check.objects())
                .filteredOn(object -> object.path("state").asString().equals("accepted"))
                .extracting(object -> object.path("file").asString())
                .contains("3301900101_2020-06-17.xlsx", "below/3301900102_2020-06-17.csv");
        assertThat(desk.home()).doesNotExist();
    }

    private static void assertHasEveryKey(JsonNode object) {
        AnswerKeys.areAllIn(object);
        JsonNode rows = object.path("rows");
        assertThat(rows.path("seen").asInt())
                .isEqualTo(rows.path("accepted").asInt()
                        + rows.path("rejected").asInt()
                        + rows.path("ignored").asInt());
        object.path("findings").forEach(finding -> {
            assertThat(finding.path("message").asString()).isNotBlank();
            assertThat(finding.path("remedy").asString()).isNotBlank();
        });
    }

    private static String errors(JsonNode object) {
        return object.path("findings")
                .valueStream()
                .filter(finding -> finding.path("severity").asString().equals("error"))
                .map(finding -> finding.path("code").asString())
                .collect(Collectors.joining(" "));
    }

    /** What was found where, whatever it weighs. */
    private static List<String> found(Ended ended) {
        return ended.objects().stream()
                .flatMap(object -> object.path("findings")
                        .valueStream()
                        .map(finding -> object.path("file").asString() + " "
                                + finding.path("code").asString() + " "
                                + finding.path("cell").asString("") + " "
                                + finding.path("column").asString("") + " "
                                + finding.path("value").asString("")))
                .toList();
    }

    /** Every file of the home with the hash of its bytes, and every folder. */
    private static Map<String, String> listing(Path home) throws IOException, NoSuchAlgorithmException {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.toList()) {
                listing.put(
                        home.relativize(path).toString(),
                        Files.isDirectory(path)
                                ? "folder"
                                : HexFormat.of()
                                        .formatHex(MessageDigest.getInstance("SHA-256")
                                                .digest(Files.readAllBytes(path))));
            }
        }
        return listing;
    }
}
