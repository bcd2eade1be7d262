package lingbao.run;

import java.io.PrintStream;

/** A bar on long work, drawn only where a person watches a terminal. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintStream err;
    private final String what;
    private final int total;
    private final boolean watched;
    private int done;

    Progress(PrintStream err, String what, int total, boolean watched) {
        this.err = err;
        this.what = what;
        this.total = total;
        this.watched = watched && total > 1;
    }

    /** Whether standard error goes to a terminal that a person watches. */
    static boolean isWatched() {
        // Java 17 gives a console only where both standard input and output are a terminal.
        return System.console() != null;
    }

    void step() {
        done++;
        if (watched) {
            int filled = WIDTH * done / total;
            err.printf("\r%s [%s%s] %d/%d", what, "█".repeat(filled), "·".repeat(WIDTH - filled), done, total);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (watched && done > 0) {
            err.println();
        }
    }
}
