package lingbao.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lingbao.seal.DurableFiles;

/**
 * A folder of this process alone for files on their way. The process holds a lock in it for as long as it lives, so that
 * another one can tell whether it may remove the folder.
 */
final class WorkingFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel alive;

    private WorkingFolder(Path folder, FileChannel alive) {
        this.folder = folder;
        this.alive = alive;
    }

    /** Removes the folders of processes that are gone, and makes one for this process. */
    static synchronized WorkingFolder open(Path parent) throws IOException {
        DurableFiles.createFolder(parent);
        // One process at a time: a new folder whose lock isn't held yet would look left behind.
        try (FileChannel turn =
                DurableFiles.open(parent.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turn.lock();
            for (Path folder : foldersIn(parent)) {
                if (isLeftBehind(folder)) {
                    deleteAll(folder);
                }
            }
            Path folder = parent.resolve(Long.toString(ProcessHandle.current().pid()) + "-" + System.nanoTime());
            DurableFiles.createFolder(folder);
            FileChannel alive =
                    DurableFiles.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            alive.lock();
            return new WorkingFolder(folder, alive);
        }
    }

    private static List<Path> foldersIn(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    private static boolean isLeftBehind(Path folder) throws IOException {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock taken = lock.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (NoSuchFileException killedBeforeItsLock) {
            return true;
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path newFile() throws IOException {
        return DurableFiles.createFile(folder);
    }

    /** Nothing happens to a file that stands elsewhere. */
    void delete(Path file) {
        if (folder.equals(file.getParent())) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("明文副本无法删除，下次启动时会再删", e);
            }
        }
    }

    @Override
    public void close() {
        try (alive) {
            deleteAll(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("明文副本无法删除，下次启动时会再删", e);
        }
    }
}
