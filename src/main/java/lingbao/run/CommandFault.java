package lingbao.run;

/**
 * A command can't run, and nothing was changed. The message is one Chinese line that says what to do; the exit status is 1.
 */
public final class CommandFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFault(String message) {
        super(message);
    }
}
