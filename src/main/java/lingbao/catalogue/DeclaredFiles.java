package lingbao.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * The files of the folders that a district's own staff edit: those shipped on the class path, overlaid by the home's. A file
 * of the home takes the place of the shipped one of the same relative name. Hidden files are passed over.
 */
public final class DeclaredFiles {

    private final @Nullable Path home;

    /** @param home null for the shipped files alone; a home that lacks a folder adds nothing to it */
    public DeclaredFiles(@Nullable Path home) {
        this.home = home;
    }

    /**
     * All files of a folder and the folders in it, by relative name.
     *
     * @throws UncheckedIOException where a folder can't be listed; nothing has been read then
     */
    public SortedMap<String, DeclaredFile> in(String folder) {
        try {
            SortedMap<String, DeclaredFile> files = shipped(folder);
            if (home != null && Files.isDirectory(home.resolve(folder))) {
                overlay(home.resolve(folder), files);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " can't be listed", e);
        }
    }

    private static SortedMap<String, DeclaredFile> shipped(String folder) throws IOException {
        SortedMap<String, DeclaredFile> files = new TreeMap<>();
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*");
        for (Resource resource : found) {
            String name = nameIn(folder, resource);
            if (resource.isReadable() && !name.endsWith("/") && !isHidden(name)) {
                files.putIfAbsent(name, new DeclaredFile(name, folder + "/" + name, resource, false, false));
            }
        }
        return files;
    }

    /** Cut at the last place where the folder's name stands, since no declared folder holds another of its own name. */
    private static String nameIn(String folder, Resource resource) throws IOException {
        String url = resource.getURL().toString();
        String encoded = url.substring(url.lastIndexOf("/" + folder + "/") + folder.length() + 2);
        return StringUtils.uriDecode(encoded, StandardCharsets.UTF_8);
    }

    private static void overlay(Path folder, SortedMap<String, DeclaredFile> files) throws IOException {
        List<Path> own;
        try (Stream<Path> walked = Files.walk(folder)) {
            own = walked.filter(Files::isRegularFile).toList();
        }
        for (Path path : own) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (!isHidden(name)) {
                files.put(
                        name,
                        new DeclaredFile(
                                name, path.toString(), new FileSystemResource(path), true, files.containsKey(name)));
            }
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.contains("/.");
    }
}
