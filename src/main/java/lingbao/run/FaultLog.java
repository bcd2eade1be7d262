package lingbao.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lingbao.seal.DurableFiles;

/**
 * Keeps what is needed to mend a fault of the program: the kinds of exception and where they were thrown. Their messages
 * are left out, because a driver or a library may put a person's data in them.
 */
final class FaultLog {

    private final Path file;
    private final Clock clock;

    FaultLog(Home home, Clock clock) {
        this.file = home.root().resolve("logs").resolve("faults.log");
        this.clock = clock;
    }

    /** Writes the fault down and gives the number under which it can be found. */
    String record(Throwable fault) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder text = new StringBuilder();
        text.append(clock.instant().truncatedTo(ChronoUnit.SECONDS)).append(' ').append(number);
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append("\n  ").append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("\n    at ").append(frame);
            }
        }
        try {
            DurableFiles.createFolder(file.resolveSibling(""));
            try (Writer log = Channels.newWriter(
                    DurableFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    StandardCharsets.UTF_8)) {
                log.append(text).append('\n');
            }
        } catch (IOException e) {
            return number + "（未能写入 logs/faults.log）";
        }
        return number;
    }
}
