package lingbao.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes in lower-case hex: the name under which files and pages are known. */
public final class Sha256 {

    private Sha256() {}

    public static String of(byte[] bytes) {
        return hex(ofAStream().digest(bytes));
    }

    /** For bytes that come in parts; {@link #hex} words what it comes to. */
    public static MessageDigest ofAStream() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
