package lingbao.seal;

/** What was to be unsealed was changed or cut short, or was sealed with other keys. Nothing of it can be trusted. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBrokenException() {
        super("加密的数据被改动、不完整，或不是用这份密钥加密的；请从备份中放回原来的密钥或数据目录");
    }
}
