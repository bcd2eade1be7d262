package lingbao.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredFilesTest {

    private final Path folder;

    DeclaredFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void listsWhatIsShippedByRelativeName() throws IOException {
        SortedMap<String, DeclaredFile> files = new DeclaredFiles(null).in("jobs");

        assertThat(files).containsKeys("README.md", "thresholds.yml", "forms/attendance.yml");
        assertThat(files.keySet()).allMatch(name -> Files.isRegularFile(Path.of("jobs", name)));
        assertThat(text(files, "thresholds.yml")).isEqualTo(Files.readString(Path.of("jobs/thresholds.yml")));
    }

    @Test
    void aFileOfTheHomeTakesThePlaceOfTheShippedOne() throws IOException {
        write("jobs/forms/attendance.yml", "ours");
        write("jobs/forms/gate-log.yml", "new");

        SortedMap<String, DeclaredFile> files = new DeclaredFiles(folder).in("jobs");

        assertThat(text(files, "forms/attendance.yml")).isEqualTo("ours");
        assertThat(of(files, "forms/attendance.yml").replaces()).isTrue();
        assertThat(of(files, "forms/attendance.yml").origin())
                .isEqualTo(folder.resolve("jobs/forms/attendance.yml").toString());
        assertThat(of(files, "forms/gate-log.yml").replaces()).isFalse();
        assertThat(of(files, "forms/disinfection.yml").origin()).isEqualTo("jobs/forms/disinfection.yml");
    }

    @Test
    void hiddenFilesArePassedOver() throws IOException {
        write("jobs/.git/config", "");
        write("jobs/forms/.attendance.yml.swp", "");

        assertThat(new DeclaredFiles(folder).in("jobs"))
                .containsOnlyKeys(new DeclaredFiles(null).in("jobs").keySet());
    }

    @Test
    void readsOutOfAJarInAFolderWithSpacesAndChineseWords() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("机 构")).resolve("jobs.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String directory : List.of("declared/", "declared/forms/")) {
                entries.putNextEntry(new JarEntry(directory));
            }
            entries.putNextEntry(new JarEntry("declared/forms/出入登记.yml"));
            entries.write("in a jar".getBytes(StandardCharsets.UTF_8));
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);

            SortedMap<String, DeclaredFile> files = new DeclaredFiles(null).in("declared");

            assertThat(files).containsOnlyKeys("forms/出入登记.yml");
            assertThat(text(files, "forms/出入登记.yml")).isEqualTo("in a jar");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String text(SortedMap<String, DeclaredFile> files, String name) throws IOException {
        return of(files, name).content().getContentAsString(StandardCharsets.UTF_8);
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), content);
    }

    private static <T> T of(Map<String, T> things, String id) {
        return requireNonNull(things.get(id), id);
    }
}
