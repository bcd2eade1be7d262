package lingbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

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
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.append('\n'), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            return number + "（未能写入 logs/faults.log）";
        }
        return number;
    }
}
