package lingbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that the given paths mean: files as they are, folders recursively in name order. */
final class SheetFiles {

    /**
     * @param shown as answers name it: the path as given, or relative to the folder given
     * @param receivedAt null for the server's own time; given only where old sheets are moved in
     */
    record SheetFile(Path path, String shown, @Nullable Instant receivedAt) {}

    private SheetFiles() {}

    /**
     * @param skipped is told of each office lock file and dot file that is passed over
     * @throws CommandFault where a path leads nowhere
     */
    static List<SheetFile> in(List<Path> paths, @Nullable Instant receivedAt, Consumer<Path> skipped) {
        List<SheetFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                addFolder(path, receivedAt, files, skipped);
            } else if (Files.exists(path)) {
                files.add(new SheetFile(path, path.toString(), receivedAt));
            } else {
                throw new CommandFault("没有找到文件“" + path + "”，请核对路径。");
            }
        }
        return files;
    }

    private static void addFolder(
            Path folder, @Nullable Instant receivedAt, List<SheetFile> files, Consumer<Path> skipped) {
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(path -> !Files.isDirectory(path)).sorted().forEach(path -> {
                Path relative = folder.relativize(path);
                if (isPassedOver(relative)) {
                    skipped.accept(relative);
                } else {
                    files.add(new SheetFile(path, relative.toString(), receivedAt));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPassedOver(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith("~$") || name.startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
