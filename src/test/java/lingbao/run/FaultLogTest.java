package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FaultLogTest {

    @TempDir
    Path home;

    @Test
    void keepsKindsAndPlacesOfEachFaultAndNoMessage() throws IOException {
        FaultLog log = new FaultLog(Home.of(home, Map.of()), Clock.systemUTC());

        String first = log.record(new IllegalStateException("张三", new IOException("110105194912310021")));
        String second = log.record(new IllegalArgumentException());

        assertThat(Files.readString(home.resolve("logs/faults.log")))
                .contains(first, second, "java.lang.IllegalStateException", "java.io.IOException")
                .contains("java.lang.IllegalArgumentException", getClass().getName())
                .doesNotContain("张三", "110105194912310021");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadByItsOwnerAlone() throws IOException {
        new FaultLog(Home.of(home, Map.of()), Clock.systemUTC()).record(new IllegalStateException());

        assertThat(permissions("logs")).isEqualTo("rwx------");
        assertThat(permissions("logs/faults.log")).isEqualTo("rw-------");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
    }
}
