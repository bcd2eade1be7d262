package lingbao.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An archive written field by field, so that each may say something else than what is so. */
final class RawZip {

    private static final int UTF_8_NAMES = 0x800;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** One part, as it is named and measured before its bytes and once more in the directory at the end. */
    static final class Entry {

        byte[] localName;
        byte[] name;
        byte[] packed;
        int localMethod;
        int method;
        int localFlags = UTF_8_NAMES;
        int flags = UTF_8_NAMES;
        int crc;
        long localPackedSize;
        long packedSize;
        long localSize;
        long size;
        byte[] localExtra = {};
        byte[] extra = {};
        int attributes;
        int madeBy = 20;

        /** Where the directory says that it begins; −1 for where it does. */
        long offset = -1;

        private Entry(String name, byte[] content, byte[] packed, int method) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            this.packed = packed;
            this.method = method;
            this.localMethod = method;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = (int) sum.getValue();
            sizes(content.length);
            packedSizes(packed.length);
        }

        Entry sizes(long bytes) {
            localSize = bytes;
            size = bytes;
            return this;
        }

        Entry packedSizes(long bytes) {
            localPackedSize = bytes;
            packedSize = bytes;
            return this;
        }

        Entry methods(int number) {
            localMethod = number;
            method = number;
            return this;
        }

        Entry flagged(int bits) {
            localFlags |= bits;
            flags |= bits;
            return this;
        }

        Entry inTheDirectoryNamed(String other) {
            name = other.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        /** Sizes of eight bytes in the extra field; those of four say that they stand there. */
        Entry zip64(long unpackedSize, long packedBytes) {
            ByteBuffer field = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
            field.putShort((short) 1).putShort((short) 16).putLong(unpackedSize).putLong(packedBytes);
            extra = field.array();
            localExtra = extra;
            sizes(0xFFFF_FFFFL);
            return packedSizes(0xFFFF_FFFFL);
        }
    }

    final List<Entry> entries = new ArrayList<>();
    byte[] before = {};
    byte[] comment = {};

    /** What the end says; −1 for what is so. */
    int count = -1;

    static RawZip of(Map<String, byte[]> parts) {
        RawZip zip = new RawZip();
        parts.forEach(zip::deflated);
        return zip;
    }

    static Map<String, byte[]> parts(byte[] archive) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static byte[] archive(Map<String, byte[]> parts) {
        return of(parts).bytes();
    }

    Entry deflated(String name, byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] piece = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
        } finally {
            deflater.end();
        }
        return added(new Entry(name, content, packed.toByteArray(), DEFLATED));
    }

    Entry stored(String name, byte[] content) {
        return added(new Entry(name, content, content, STORED));
    }

    private Entry added(Entry entry) {
        entries.add(entry);
        return entry;
    }

    Entry entry(String name) {
        return entries.stream()
                .filter(entry -> new String(entry.name, StandardCharsets.UTF_8).equals(name))
                .findFirst()
                .orElseThrow();
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        List<Long> starts = new ArrayList<>();
        for (Entry entry : entries) {
            starts.add((long) out.size());
            ByteBuffer head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.localFlags);
            head.putShort((short) entry.localMethod).putInt(0).putInt(entry.crc);
            head.putInt((int) entry.localPackedSize).putInt((int) entry.localSize);
            head.putShort((short) entry.localName.length).putShort((short) entry.localExtra.length);
            out.writeBytes(head.array());
            out.writeBytes(entry.localName);
            out.writeBytes(entry.localExtra);
            out.writeBytes(entry.packed);
        }
        int directory = out.size();
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            ByteBuffer head = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(0x02014b50)
                    .putShort((short) entry.madeBy)
                    .putShort((short) 20)
                    .putShort((short) entry.flags);
            head.putShort((short) entry.method).putInt(0).putInt(entry.crc);
            head.putInt((int) entry.packedSize).putInt((int) entry.size);
            head.putShort((short) entry.name.length)
                    .putShort((short) entry.extra.length)
                    .putShort((short) 0);
            head.putShort((short) 0).putShort((short) 0).putInt(entry.attributes);
            head.putInt((int) (entry.offset >= 0 ? entry.offset : starts.get(at)));
            out.writeBytes(head.array());
            out.writeBytes(entry.name);
            out.writeBytes(entry.extra);
        }
        int length = out.size() - directory;
        int told = count >= 0 ? count : entries.size();
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) told).putShort((short) told);
        end.putInt(length).putInt(directory).putShort((short) comment.length);
        out.writeBytes(end.array());
        out.writeBytes(comment);
        return out.toByteArray();
    }
}
