package lingbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that the given paths mean: files as they are, folders recursively in name order. */
final class SheetFiles {

    /**
     * @param shown as answers name it: the path as given, or relative to the folder given
     * @param receivedAt null for the server's own time; given only where old sheets are moved in
     */
    record SheetFile(Path path, String shown, @Nullable Instant receivedAt) {}

    private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini", ".ds_store");

    private static final Set<String> HALF_FILES = Set.of(".tmp", ".part", ".crdownload", ".filepart");

    private SheetFiles() {}

    /**
     * @param skipped is told of each file of a folder that is passed over, and why
     * @throws CommandFault where a path leads nowhere
     */
    static List<SheetFile> in(List<Path> paths, @Nullable Instant receivedAt, BiConsumer<Path, String> skipped) {
        List<SheetFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                addFolder(path, receivedAt, files, skipped);
            } else if (Files.exists(path)) {
                files.add(new SheetFile(path, path.toString(), receivedAt));
            } else {
                throw new CommandFault("没有找到文件“" + Visible.of(path.toString()) + "”，请核对路径。");
            }
        }
        return files;
    }

    private static void addFolder(
            Path folder, @Nullable Instant receivedAt, List<SheetFile> files, BiConsumer<Path, String> skipped) {
        try (Stream<Path> below = Files.walk(folder)) {
            below.filter(path -> !Files.isDirectory(path)).sorted().forEach(path -> {
                Path relative = folder.relativize(path);
                String reason = whyPassedOver(relative);
                if (reason != null) {
                    skipped.accept(relative, reason);
                } else {
                    files.add(new SheetFile(path, relative.toString(), receivedAt));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where it is to be read. */
    private static @Nullable String whyPassedOver(Path relative) {
        for (Path part : relative) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (name.startsWith("~$") || name.startsWith(".~")) {
                return "办公软件的锁定文件，有人正打开着原文件";
            }
            if (SYSTEM_FILES.contains(name)) {
                return "系统文件";
            }
            if (name.startsWith(".")) {
                return "隐藏文件";
            }
            if (HALF_FILES.stream().anyMatch(name::endsWith)) {
                return "没有存完或没有传完的临时文件";
            }
        }
        return null;
    }
}
