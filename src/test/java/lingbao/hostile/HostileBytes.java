package lingbao.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A good file of each format harmed byte by byte, whatever the bytes mean. */
enum HostileBytes implements HostileBuilder {
    XLSX_FLIPPED("xlsx", HostileBytes::flipped),
    XLSX_CUT("xlsx", HostileBytes::cut),
    XLSX_INSERTED("xlsx", HostileBytes::inserted),
    XLSX_REPEATED("xlsx", HostileBytes::repeated),
    XLS_FLIPPED("xls", HostileBytes::flipped),
    XLS_CUT("xls", HostileBytes::cut),
    XLS_INSERTED("xls", HostileBytes::inserted),
    XLS_REPEATED("xls", HostileBytes::repeated),
    CSV_FLIPPED("csv", HostileBytes::flipped),
    CSV_CUT("csv", HostileBytes::cut),
    CSV_INSERTED("csv", HostileBytes::inserted),
    CSV_REPEATED("csv", HostileBytes::repeated);

    private interface Harm {
        byte[] to(byte[] bytes, Random random);
    }

    private final String ending;
    private final Harm harm;

    HostileBytes(String ending, Harm harm) {
        this.ending = ending;
        this.harm = harm;
    }

    @Override
    public String ending() {
        return ending;
    }

    @Override
    public byte[] build(Random random) {
        byte[] good =
                switch (ending) {
                    case "xlsx" -> GoodFile.xlsx();
                    case "xls" -> GoodFile.xls();
                    default -> GoodFile.csv().getBytes(StandardCharsets.UTF_8);
                };
        return harm.to(good, random);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int count = 1 << random.nextInt(8); count > 0; count--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return random.nextInt(4) == 0 ? Arrays.copyOfRange(bytes, at, bytes.length) : Arrays.copyOf(bytes, at);
    }

    private static byte[] inserted(byte[] bytes, Random random) {
        byte[] more = new byte[1 << random.nextInt(16)];
        if (random.nextBoolean()) {
            random.nextBytes(more);
        } else {
            Arrays.fill(more, (byte) random.nextInt());
        }
        return around(bytes, random.nextInt(bytes.length), more);
    }

    private static byte[] repeated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        return around(bytes, from, Arrays.copyOfRange(bytes, from, from + random.nextInt(bytes.length - from)));
    }

    private static byte[] around(byte[] bytes, int at, byte[] more) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, at, more.length);
        System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
        return all;
    }
}
