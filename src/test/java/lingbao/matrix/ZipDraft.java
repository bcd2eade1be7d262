package lingbao.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** An archive written part by part, as no honest program would write it. */
final class ZipDraft {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;

    private final List<Part> parts = new ArrayList<>();

    private record Part(String name, byte[] content, boolean link) {}

    static ZipDraft empty() {
        return new ZipDraft();
    }

    /** With the parts of a workbook, or of another archive. */
    static ZipDraft of(byte[] archive) {
        ZipDraft draft = new ZipDraft();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                draft.with(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return draft;
    }

    ZipDraft with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Beside any other of the same name. */
    ZipDraft with(String name, byte[] content) {
        parts.add(new Part(name, content.clone(), false));
        return this;
    }

    ZipDraft withLink(String name, String target) {
        parts.add(new Part(name, target.getBytes(StandardCharsets.UTF_8), true));
        return this;
    }

    /** The text of a part in other words. */
    ZipDraft changed(String name, UnaryOperator<String> change) {
        return rewritten(name, bytes -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    ZipDraft rewritten(String name, UnaryOperator<byte[]> change) {
        for (int at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            if (part.name().equals(name)) {
                parts.set(at, new Part(name, change.apply(part.content()), part.link()));
                return this;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** A part under another name, wherever it is named. */
    ZipDraft renamed(String name, String other) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        String otherLast = other.substring(other.lastIndexOf('/') + 1);
        for (int at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            String content = new String(part.content(), StandardCharsets.UTF_8).replace(last, otherLast);
            parts.set(
                    at,
                    new Part(
                            part.name().replace(last, otherLast),
                            content.getBytes(StandardCharsets.UTF_8),
                            part.link()));
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Part part : parts) {
                // The name given to the constructor would lose what makes it dangerous.
                ZipArchiveEntry entry = new ZipArchiveEntry("part") {
                    @Override
                    public String getName() {
                        return part.name();
                    }
                };
                if (part.link()) {
                    entry.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
                }
                zip.putArchiveEntry(entry);
                zip.write(part.content());
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What the directory says of the last part's size, unpacked. */
    static byte[] declaring(byte[] archive, long size) {
        ByteBuffer changed = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int last = -1;
        for (int at = directory(changed); changed.getInt(at) == DIRECTORY_ENTRY; at += entryLength(changed, at)) {
            last = at;
        }
        changed.putInt(last + 24, (int) size);
        return changed.array();
    }

    /** With a directory that names the first part many times, so that little comes to much. */
    static byte[] overlapped(byte[] archive, int times) {
        ByteBuffer whole = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int directory = directory(whole);
        byte[] entry = Arrays.copyOfRange(archive, directory, directory + entryLength(whole, directory));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(archive, 0, directory);
        for (int time = 0; time < times; time++) {
            byte[] other = entry.clone();
            byte[] number = Integer.toString(1000 + time).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(number, 0, other, 46, number.length);
            out.writeBytes(other);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(DIRECTORY_END).putInt(0).putShort((short) times).putShort((short) times);
        end.putInt(out.size() - directory).putInt(directory).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static int directory(ByteBuffer archive) {
        int end = archive.capacity() - 22;
        while (archive.getInt(end) != DIRECTORY_END) {
            end--;
        }
        return archive.getInt(end + 16);
    }

    private static int entryLength(ByteBuffer archive, int at) {
        return 46 + archive.getShort(at + 28) + archive.getShort(at + 30) + archive.getShort(at + 32);
    }
}
