package lingbao.seal;

/** What was to be unsealed was changed or cut short, or was sealed with other keys. Nothing of it can be trusted. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBrokenException() {
        super("sealed data was changed, was cut short, or was sealed with other keys");
    }
}
