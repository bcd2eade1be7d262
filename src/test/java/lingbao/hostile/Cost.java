package lingbao.hostile;

import java.time.Duration;
import java.util.List;

/**
 * What the answer to one file cost.
 *
 * @param codes of the errors, or of whatever is told beside where there is none
 * @param bytes of the file
 * @param clock from the first byte read to the last one printed
 * @param worked time in the processor, of the thread that answers and of the process beside it together
 * @param allocated by the thread that answers, in bytes; more than that its heap can't have grown by
 * @param grown the live heap at its highest during the answer, less the live heap before, in bytes; where less was
 *     allocated than may be kept, that
 * @param kept the live heap after the answer, less that before, in bytes; below 0 where something else was let go
 */
record Cost(
        HostileFile file,
        String state,
        List<String> codes,
        long bytes,
        Duration clock,
        Duration worked,
        long allocated,
        long grown,
        long kept) {

    private static final double MEBIBYTE = 1 << 20;

    static String mebibytes(long bytes) {
        return "%.1f".formatted(Math.max(0, bytes) / MEBIBYTE);
    }

    static String seconds(Duration time) {
        return "%.2f".formatted(time.toMillis() / 1000.0);
    }

    String answer() {
        return codes.isEmpty() ? state : state + ": " + String.join(", ", codes);
    }

    String line() {
        return "| " + file.label() + " | " + mebibytes(bytes) + " | " + answer() + " | " + seconds(worked) + " | "
                + seconds(clock) + " | " + mebibytes(grown) + " |";
    }

    static String head() {
        return "| file | MiB | answer | processor, s | clock, s | heap, MiB |\n| --- | ---: | --- | ---: | ---: | ---: |";
    }
}
