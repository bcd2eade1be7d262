package lingbao.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two keys that everything personal hangs on, both in one file: one encrypts, one makes the keyed hash of a person.
 * Without the file nothing sealed can be read again.
 */
public final class Keys {

    private static final int BYTES = 32;
    private static final String ENCRYPTION = "encryption ";
    private static final String PERSON = "person ";

    private final SecretKey encryption;
    private final SecretKey person;

    private Keys(byte[] encryption, byte[] person) {
        this.encryption = new SecretKeySpec(encryption, "AES");
        this.person = new SecretKeySpec(person, "HmacSHA256");
    }

    /**
     * The keys in {@code home/keys}, made at first use.
     *
     * @throws KeysUnusableException where the file is damaged, or gone from a home that has received files already
     */
    public static Keys inHome(Path home) {
        Path file = home.resolve("keys").resolve("lingbao.key");
        if (!Files.exists(file) && Files.exists(home.resolve("received"))) {
            throw new KeysUnusableException(file, "文件不见了，但目录里有用它加密的数据；请从备份中放回");
        }
        return readOrMake(file);
    }

    /** @throws KeysUnusableException where the file is absent or damaged */
    public static Keys read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new KeysUnusableException(file, "无法读取");
        }
        return new Keys(
                key(lines, ENCRYPTION).orElseThrow(() -> new KeysUnusableException(file, "缺少 encryption 一行，或内容不对")),
                key(lines, PERSON).orElseThrow(() -> new KeysUnusableException(file, "缺少 person 一行，或内容不对")));
    }

    private static Optional<byte[]> key(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> decoded(line.substring(name.length()).strip()).stream())
                .findFirst();
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            return key.length == BYTES ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * The same, but makes the file where it is absent: readable by its owner alone, and on the disk before it is used.
     *
     * @throws UncheckedIOException where it cannot be written; there is no file then
     */
    public static synchronized Keys readOrMake(Path file) {
        if (Files.exists(file)) {
            return read(file);
        }
        Path folder = file.toAbsolutePath().resolveSibling("");
        try {
            DurableFiles.createFolder(folder);
            // Two processes may start in a new home at once: the second waits, and reads what the first has made.
            try (FileChannel turn = DurableFiles.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = turn.lock()) {
                if (held.isValid() && !Files.exists(file)) {
                    make(file, folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件无法建立：" + file, e);
        }
        return read(file);
    }

    private static void make(Path file, Path folder) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] encryption = new byte[BYTES];
        byte[] person = new byte[BYTES];
        random.nextBytes(encryption);
        random.nextBytes(person);
        Base64.Encoder base64 = Base64.getEncoder();
        String text = "# Lingbao's keys. Keep a copy apart from the data: without this file it cannot be read.\n"
                + ENCRYPTION
                + base64.encodeToString(encryption)
                + "\n"
                + PERSON
                + base64.encodeToString(person)
                + "\n";
        Path half = DurableFiles.createFile(folder);
        try (OutputStream out = DurableFiles.write(half)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        DurableFiles.move(half, file);
    }

    SecretKey encryption() {
        return encryption;
    }

    SecretKey person() {
        return person;
    }
}
