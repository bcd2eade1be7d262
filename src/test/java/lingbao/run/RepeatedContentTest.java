package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was sent already: the same bytes are a duplicate, the same rows in other bytes are told. */
class RepeatedContentTest {

    private static final String SHEET = "姓名,人员类别,体温\n甲一,学员,36.5\n甲二,学员,36.6\n";

    @TempDir
    Path folder;

    private Path first = Path.of("");

    @BeforeEach
    void writeTheFirst() throws IOException {
        first = Workbooks.write(folder.resolve("1/3301900101_2020-06-17.xlsx"), "健康监测", SHEET);
    }

    @Test
    void theSameBytesAgainAreADuplicateWithTheFirstReceipt() throws IOException {
        Desk desk = registered();
        String receipt = receipt(desk.call("ingest", first, "--json"));

        Ended again = desk.call("ingest", first, "--json");

        assertThat(again.objects()).singleElement().satisfies(answer -> {
            assertThat(answer.path("state").asString()).isEqualTo("duplicate");
            assertThat(answer.path("receipt").asString()).isEqualTo(receipt);
            assertThat(answer.path("findings")).isEmpty();
        });
    }

    @Test
    void theSameRowsInAnotherFileAreTakenAndTold() throws IOException {
        Desk desk = registered();
        assertThat(codes(desk.call("ingest", first, "--json"))).isEmpty();
        Path savedAgain = savedAgain(first);
        assertThat(Files.readAllBytes(savedAgain)).isNotEqualTo(Files.readAllBytes(first));
        Path asText = Files.writeString(folder.resolve("3301900101_2020-06-17.csv"), SHEET);
        Path turned = Workbooks.write(
                folder.resolve("3/3301900101_2020-06-17.xlsx"), "健康监测", "体温,姓名,人员类别\n36.6,甲二,学员\n36.5,甲一,学员\n");
        Path other =
                Workbooks.write(folder.resolve("4/3301900101_2020-06-17.xlsx"), "健康监测", SHEET.replace("36.6", "36.7"));

        for (Path same : List.of(savedAgain, asText, turned)) {
            assertThat(codes(desk.call("check", same, "--json"))).containsExactly("SAME_CONTENT");
            Ended ended = desk.call("ingest", same, "--json");
            assertThat(codes(ended)).containsExactly("SAME_CONTENT");
            assertThat(ended.objects().get(0).path("state").asString()).isEqualTo("accepted");
        }
        assertThat(codes(desk.call("ingest", other, "--json"))).isEmpty();
        assertThat(codes(desk.call("ingest", savedAgain, "--json"))).isEmpty();
    }

    @Test
    void theSameRowsForAnotherDayOrOfAnotherSenderAreNotTheSameSheet() throws IOException {
        Desk desk = registered();
        desk.call("ingest", first, "--json");

        for (String name : List.of("3301900101_2020-06-16.xlsx", "3301900102_2020-06-17.xlsx")) {
            Path moved = Files.copy(savedAgain(first), folder.resolve(name));
            assertThat(codes(desk.call("ingest", moved, "--json"))).isEmpty();
        }
    }

    private Desk registered() throws IOException {
        return Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
    }

    /** The same parts with another time, as every program writes that saves a workbook once more. */
    private Path savedAgain(Path book) throws IOException {
        Path again = Files.createDirectories(folder.resolve("2")).resolve("3301900101_2020-06-17.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(book));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(again))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry later = new ZipEntry(entry.getName());
                later.setLastModifiedTime(FileTime.fromMillis(1_600_000_000_000L));
                out.putNextEntry(later);
                in.transferTo(out);
            }
        }
        return again;
    }

    private static String receipt(Ended ended) {
        return ended.objects().get(0).path("receipt").asString();
    }

    private static List<String> codes(Ended ended) {
        return ended.objects().stream()
                .flatMap(answer -> answer.path("findings").valueStream())
                .map((JsonNode finding) -> finding.path("code").asString())
                .filter(code -> !code.equals("ENCODING_DECIDED"))
                .toList();
    }
}
