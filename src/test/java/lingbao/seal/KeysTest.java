package lingbao.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private final Path home;

    KeysTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void theKeysOfAHomeStayTheSame() {
        String sealed = new Seal(Keys.inHome(home)).seal("张三");
        assertThat(new Seal(Keys.inHome(home)).unseal(sealed)).isEqualTo("张三");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsThem() throws IOException {
        Keys.inHome(home);
        Path folder = home.resolve("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String file : List.of("lingbao.key", "lock")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void startsAtTheSameTimeAgreeOnOneFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> start = () -> new Seal(Keys.inHome(home)).personKey("x");
            for (Future<String> key : threads.invokeAll(Collections.nCopies(8, start))) {
                assertThat(key.get()).isEqualTo(start.call());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aKeyFileElsewhereIsTheSameFile() {
        Keys.inHome(home);
        Path file = home.resolve("keys/lingbao.key");
        assertThat(new Seal(Keys.read(file)).personKey("x")).isEqualTo(new Seal(Keys.inHome(home)).personKey("x"));
    }

    @Test
    void refusesAnAbsentOrDamagedFileAndMakesNone() throws IOException {
        Path absent = home.resolve("absent.key");
        assertThatThrownBy(() -> Keys.read(absent)).isInstanceOf(KeysUnusableException.class);
        assertThat(absent).doesNotExist();

        Keys.inHome(home);
        Path file = home.resolve("keys/lingbao.key");
        String good = Files.readString(file);
        for (String damaged :
                List.of("", good.replaceFirst("person .*", ""), good.replaceFirst("(person .{10}).*", "$1"))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> Keys.inHome(home)).isInstanceOf(KeysUnusableException.class);
            assertThat(file).hasContent(damaged);
        }
    }

    @Test
    void refusesToMakeNewKeysWhereFilesWereSealedWithOthers() throws IOException {
        Files.createDirectories(home.resolve("received"));
        assertThatThrownBy(() -> Keys.inHome(home)).isInstanceOf(KeysUnusableException.class);
        assertThat(home.resolve("keys")).doesNotExist();
    }
}
