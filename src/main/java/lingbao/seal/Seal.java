package lingbao.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what is personal: nobody reads it without the keys, and nobody changes it unseen. Safe for several threads. */
public final class Seal {

    static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int PERSON_KEY_BYTES = 24;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    public Seal(Keys keys) {
        this.keys = keys;
    }

    /** The most characters that a text of so many code points is sealed to. */
    public static int sealedLength(int characters) {
        int bytes = NONCE_BYTES + 4 * characters + TAG_BYTES;
        return (bytes + 2) / 3 * 4;
    }

    /** ASCII text; the same clear text seals to another one each time. */
    public String seal(String clear) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.encryption(), nonce, clear.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    /** @throws SealBrokenException where it is not a text that these keys sealed */
    public String unseal(String sealed) {
        byte[] whole;
        try {
            whole = Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            throw new SealBrokenException();
        }
        if (whole.length < NONCE_BYTES + TAG_BYTES) {
            throw new SealBrokenException();
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
        return new String(crypt(Cipher.DECRYPT_MODE, keys.encryption(), nonce, rest), StandardCharsets.UTF_8);
    }

    /** Seals what is written to it, in bounded memory; only what was closed can be unsealed. */
    public OutputStream sealing(OutputStream sealed) throws IOException {
        byte[] salt = randomBytes(SALT_BYTES);
        sealed.write(salt);
        return new SealedChunks.Writer(sealed, chunkKey(salt));
    }

    /**
     * What {@link #sealing} was given, in bounded memory. A chunk is handed out only after it was found unchanged.
     *
     * @throws SealBrokenException from here or from any read, where the stream is not one that these keys sealed
     */
    public InputStream unsealing(InputStream sealed) throws IOException {
        byte[] salt = sealed.readNBytes(SALT_BYTES);
        if (salt.length < SALT_BYTES) {
            throw new SealBrokenException();
        }
        return new SealedChunks.Reader(sealed, chunkKey(salt));
    }

    /** Each stream has a key of its own, so that its chunks can simply be counted. */
    private SecretKey chunkKey(byte[] salt) {
        return new SecretKeySpec(hash(keys.encryption(), salt), "AES");
    }

    /** The same text for the same identity, of 32 characters; it can't be turned back without the keys. */
    public String personKey(String identity) {
        byte[] hash = hash(keys.person(), identity.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, PERSON_KEY_BYTES));
    }

    /** A number of 64 bits that stands for what a row says; it tells nobody without the keys what that is. */
    public long rowNumber(String row) {
        return ByteBuffer.wrap(hash(keys.person(), ("row|" + row).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(SecretKey key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] crypt(int mode, SecretKey key, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            return cipher.doFinal(bytes);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
