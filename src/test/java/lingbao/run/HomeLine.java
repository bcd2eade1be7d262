package lingbao.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * What {@code ingest --json} prints for a file, in a home that has taken in others before it. The home is opened once, and
 * whatever is sent together is an institution's of its own, so that one knows nothing of the other.
 */
public final class HomeLine implements AutoCloseable {

    private static final long FIRST = 3301900200L;
    private static final int MOST = 99;

    private final Path folder;
    private final ConfigurableApplicationContext house;
    private int institutions;

    /** A file and when it came. {@link CheckLine#INSTITUTION} in its name and its text stands for the sender. */
    public record Sent(String fileName, byte[] bytes, Instant receivedAt) {}

    private HomeLine(Path folder, ConfigurableApplicationContext house) {
        this.folder = folder;
        this.house = house;
    }

    public static HomeLine in(Path folder) throws IOException {
        StringBuilder institutions = new StringBuilder(Desk.INSTITUTIONS);
        for (int number = 1; number <= MOST; number++) {
            institutions.append(FIRST + number).append(",第").append(number).append("职业培训学校,培训机构,330190001\n");
        }
        Desk desk = Desk.in(Files.createDirectories(folder))
                .at("2020-08-31T23:00:00+08:00")
                .registered(Desk.REGIONS, institutions.toString());
        return new HomeLine(folder, desk.open());
    }

    /** The answers to the last, one object a sheet or one for the file. */
    public List<JsonNode> answers(List<Sent> earlier, Sent last) throws IOException {
        institutions++;
        for (Sent sent : earlier) {
            List<JsonNode> before = answers(sent);
            if (before.stream()
                    .anyMatch(answer -> answer.path("state").asString().equals("rejected"))) {
                throw new IllegalStateException("refused: " + before);
            }
        }
        return answers(last);
    }

    private List<JsonNode> answers(Sent sent) throws IOException {
        String code = String.valueOf(FIRST + institutions);
        boolean isText = sent.fileName().endsWith(".csv");
        byte[] bytes = isText
                ? new String(sent.bytes(), StandardCharsets.UTF_8)
                        .replace(CheckLine.INSTITUTION, code)
                        .getBytes(StandardCharsets.UTF_8)
                : sent.bytes();
        Path file = Files.write(folder.resolve(sent.fileName().replace(CheckLine.INSTITUTION, code)), bytes);
        List<SheetAnswer> answers = new ArrayList<>();
        house.getBean(IngestJob.class)
                .run(new IngestJob.Batch(
                        List.of(Desk.arriving(file, sent.receivedAt())),
                        new Intake.Asked(null, null, null),
                        answers::addAll));
        Files.delete(file);
        return CheckLine.printed(answers);
    }

    @Override
    public void close() {
        house.close();
    }
}
