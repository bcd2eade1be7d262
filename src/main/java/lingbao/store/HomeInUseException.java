package lingbao.store;

/** Another process works on this home's embedded database; nothing was changed. */
public final class HomeInUseException extends RuntimeException {

    HomeInUseException(Throwable cause) {
        super("another process works on this home; wait until it has ended, or use another home", cause);
    }
}
