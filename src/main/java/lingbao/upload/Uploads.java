package lingbao.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Sha256;
import lingbao.seal.DurableFiles;
import lingbao.seal.Seal;
import lingbao.seal.SealBrokenException;
import org.jspecify.annotations.Nullable;

/**
 * Takes files into a home. What it keeps stands sealed in {@code received/}, under the hash of its clear bytes. The clear
 * copy of a file that is being worked on stands in a folder of this process; what a killed process left there is removed
 * when the next one opens.
 */
public final class Uploads implements AutoCloseable {

    /** The most bytes that a file may have. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path received;
    private final WorkingFolder working;
    private final Seal seal;
    private final Clock clock;
    private final long mostBytes;

    /** @throws UncheckedIOException where the home can't be written */
    public Uploads(Path home, Seal seal, Clock clock) {
        this(home, seal, clock, MOST_BYTES);
    }

    Uploads(Path home, Seal seal, Clock clock, long mostBytes) {
        this.received = home.resolve("received");
        this.seal = seal;
        this.clock = clock;
        this.mostBytes = mostBytes;
        try {
            DurableFiles.createFolder(received);
            this.working = WorkingFolder.open(home.resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录无法写入，文件没有收下", e);
        }
    }

    /**
     * Keeps a file's bytes. When this returns they are sealed and on the disk, and the given file isn't needed any more.
     * What comes back is to be {@linkplain #forget forgotten} when the work on it is done.
     *
     * @param givenReceivedAt where an operator moves old sheets in; null for now
     * @throws NotReceivedException where the file is too large, is no ordinary file or can't be read; nothing was kept
     * @throws UncheckedIOException where the home can't be written; nothing can be relied on
     */
    public Received keep(Path file, @Nullable Instant givenReceivedAt) {
        Instant receivedAt = toMillis(givenReceivedAt == null ? clock.instant() : givenReceivedAt);
        try {
            Path half = working.newFile();
            Measured measured;
            try {
                try (OutputStream sealing = seal.sealing(DurableFiles.write(half))) {
                    measured = copy(file, sealing, mostBytes);
                }
                // Also where the same bytes were kept before: should those have rotted, these are good.
                DurableFiles.move(half, keptAt(measured.sha256));
            } finally {
                Files.deleteIfExists(half);
            }
            return new Received(
                    measured.sha256,
                    nameOf(file),
                    measured.bytes,
                    receivedAt,
                    givenReceivedAt != null,
                    clearCopy(measured.sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("数据目录无法写入，文件没有收下", e);
        }
    }

    /**
     * The file where it stands, for a dry run: nothing is kept, and there is nothing to forget.
     *
     * @throws NotReceivedException as {@link #keep}
     */
    public static Received inPlace(Path file, Instant receivedAt) {
        try {
            Measured measured = copy(file, OutputStream.nullOutputStream(), MOST_BYTES);
            return new Received(measured.sha256, nameOf(file), measured.bytes, toMillis(receivedAt), false, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the clear copy; the sealed bytes stay. */
    public void forget(Received file) {
        working.delete(file.content());
    }

    /** Removes all clear copies. */
    @Override
    public void close() {
        working.close();
    }

    private static Instant toMillis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    private record Measured(String sha256, long bytes) {}

    private static Measured copy(Path file, OutputStream to, long mostBytes) throws IOException {
        MessageDigest sha256 = Sha256.ofAStream();
        long bytes = 0;
        try (InputStream from = opened(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw tooLarge(Math.max(bytes, Files.size(file)), mostBytes);
                }
                sha256.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        }
        return new Measured(Sha256.hex(sha256.digest()), bytes);
    }

    private static InputStream opened(Path file) {
        // Asked first: to open a pipe would wait for its other end.
        if (Files.isDirectory(file)) {
            throw unreadable("这是文件夹");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw unreadable("不是普通文件");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw unreadable("文件不存在");
        } catch (IOException e) {
            throw unreadable("没有权限，或磁盘出错");
        }
    }

    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw unreadable("读到一半出错");
        }
    }

    private static NotReceivedException unreadable(String reason) {
        return new NotReceivedException(Finding.ofFile(FindingCode.FILE_UNREADABLE, reason));
    }

    private static NotReceivedException tooLarge(long bytes, long mostBytes) {
        return new NotReceivedException(
                Finding.ofFile(FindingCode.TOO_LARGE, "文件大小", bytes + " 字节", mostBytes + " 字节"));
    }

    private Path keptAt(String sha256) throws IOException {
        Path folder = received.resolve(sha256.substring(0, 2));
        DurableFiles.createFolder(folder);
        return folder.resolve(sha256 + ".sealed");
    }

    /** Made from what was kept, not from what was given: what is judged is what can be shown again later. */
    private Path clearCopy(String sha256) throws IOException {
        Path clear = working.newFile();
        MessageDigest again = Sha256.ofAStream();
        try (InputStream from = seal.unsealing(Files.newInputStream(keptAt(sha256)));
                OutputStream to = Files.newOutputStream(clear)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                again.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        } catch (IOException | SealBrokenException e) {
            Files.deleteIfExists(clear);
            throw e;
        }
        if (!Sha256.hex(again.digest()).equals(sha256)) {
            Files.deleteIfExists(clear);
            throw new IOException("读回的内容与收到的不同");
        }
        return clear;
    }
}
