package lingbao.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import lingbao.domain.FindingCode;
import lingbao.seal.Keys;
import lingbao.seal.Seal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    private static final Instant NOW = Instant.parse("2020-06-17T01:30:00.123456Z");
    private static final String PLANTED = "11010519491231002X";

    private final Path folder;
    private final Path home;
    private final Seal seal;
    private final Uploads uploads;

    UploadsTest(@TempDir Path folder) {
        this.folder = folder;
        home = folder.resolve("home");
        seal = new Seal(Keys.inHome(home));
        uploads = new Uploads(home, seal, Clock.fixed(NOW, ZoneOffset.UTC), 1000);
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void keepsTheBytesSealedUnderTheirHash() throws Exception {
        Path file = file("日报.csv", "姓名,证件号码\n张三," + PLANTED + "\n");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));

        Received received = uploads.keep(file, null);

        assertThat(received.sha256()).isEqualTo(sha256);
        assertThat(received.fileName()).isEqualTo("日报.csv");
        assertThat(received.bytes()).isEqualTo(Files.size(file));
        assertThat(received.receivedAt()).isEqualTo(Instant.parse("2020-06-17T01:30:00.123Z"));
        assertThat(received.migrated()).isFalse();
        assertThat(received.content()).hasSameBinaryContentAs(file);
        Path kept = home.resolve("received").resolve(sha256.substring(0, 2)).resolve(sha256 + ".sealed");
        assertThat(seal.unsealing(Files.newInputStream(kept)).readAllBytes()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void nothingInClearStaysInTheHomeOnceItIsForgotten() throws IOException {
        Received received = uploads.keep(file("日报.csv", "张三," + PLANTED), null);
        assertThat(filesOfTheHomeThatHold(PLANTED)).containsExactly(received.content());
        uploads.forget(received);
        assertThat(filesOfTheHomeThatHold(PLANTED)).isEmpty();
    }

    @Test
    void whatIsJudgedIsWhatWasKeptEvenWhenTheFileChangesMeanwhile() throws IOException {
        Path file = file("日报.csv", "一");
        Received received = uploads.keep(file, null);
        Files.writeString(file, "二");
        assertThat(received.content()).hasContent("一");
        Files.delete(file);
        assertThat(received.content()).hasContent("一");
    }

    @Test
    void theSameBytesAreKeptOnceAndRottenOnesAreMended() throws IOException {
        uploads.keep(file("a.csv", "同样的"), null);
        Path kept = keptFiles().get(0);
        Files.write(kept, new byte[] {1, 2, 3});
        Received again = uploads.keep(file("b.csv", "同样的"), null);
        assertThat(keptFiles()).containsExactly(kept);
        assertThat(again.content()).hasContent("同样的");
    }

    @Test
    void aGivenTimeIsKeptAsOneThatWasGiven() throws IOException {
        Received received = uploads.keep(file("a.csv", "旧"), Instant.parse("2020-02-01T08:00:00Z"));
        assertThat(received.receivedAt()).isEqualTo(Instant.parse("2020-02-01T08:00:00Z"));
        assertThat(received.migrated()).isTrue();
    }

    @Test
    void takesAFileOfExactlyTheLimitAndRefusesOneByteMore() throws IOException {
        uploads.keep(file("a.csv", "x".repeat(1000)), null);
        assertThat(codeOf(() -> uploads.keep(file("b.csv", "x".repeat(1001)), null)))
                .isEqualTo(FindingCode.TOO_LARGE);
        assertThat(keptFiles()).hasSize(1);
        assertThat(filesOfTheHomeThatHold("xxxx")).hasSize(1);
    }

    @Test
    void refusesWhatIsNoReadableFile() {
        assertThat(codeOf(() -> uploads.keep(folder, null))).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(codeOf(() -> uploads.keep(folder.resolve("gone.csv"), null))).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(codeOf(() -> Uploads.inPlace(folder.resolve("gone.csv"), NOW)))
                .isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(keptFiles()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesAPipeWithoutWaitingForItsOtherEnd() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThat(codeOf(() -> uploads.keep(pipe, null))).isEqualTo(FindingCode.FILE_UNREADABLE);
    }

    @Test
    void aDryRunReadsTheFileWhereItStandsAndKeepsNothing() throws IOException {
        Path file = file("a.csv", "一");
        Received received = Uploads.inPlace(file, NOW);
        assertThat(received.content()).isEqualTo(file);
        uploads.forget(received);
        assertThat(file).exists();
        assertThat(keptFiles()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneHoldsIsNot() throws IOException {
        Received held = uploads.keep(file("a.csv", "一"), null);
        Path left = Files.createDirectories(home.resolve("tmp/1-1"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve("half.tmp"), PLANTED);
        Path leftBeforeItsLock = Files.createDirectories(home.resolve("tmp/1-2"));

        new Uploads(home, seal, Clock.systemUTC()).close();

        assertThat(left).doesNotExist();
        assertThat(leftBeforeItsLock).doesNotExist();
        assertThat(held.content()).exists();
    }

    @Test
    void aFileThatAnotherLivingProcessHoldsIsNotRemoved() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsAFile.class.getName(),
                        home.toString(),
                        file("a.csv", "一").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path held;
        try {
            held = Path.of(other.inputReader().readLine());
            new Uploads(home, seal, Clock.systemUTC()).close();
            assertThat(held).exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
        new Uploads(home, seal, Clock.systemUTC()).close();
        assertThat(held).doesNotExist();
    }

    static final class HoldsAFile {
        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            Uploads uploads = new Uploads(home, new Seal(Keys.inHome(home)), Clock.systemUTC());
            System.out.println(uploads.keep(Path.of(arguments[1]), null).content());
            Thread.sleep(60_000);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsWhatIsKept() throws IOException {
        Received received = uploads.keep(file("a.csv", "一"), null);
        for (Path file : List.of(received.content(), keptFiles().get(0))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static FindingCode codeOf(ThrowingCallable work) {
        return catchThrowableOfType(NotReceivedException.class, work).finding().code();
    }

    private List<Path> keptFiles() {
        return filesOf(home.resolve("received"));
    }

    private List<Path> filesOfTheHomeThatHold(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return filesOf(home).stream().filter(file -> holds(file, wanted)).toList();
    }

    private static boolean holds(Path file, byte[] wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
