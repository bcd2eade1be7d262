package lingbao.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import lingbao.domain.FindingCode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * One part of an {@code .xlsx} while it is unpacked: counts what really comes out against what the archive says of its
 * size, looks for a document type in XML, and compares the check sum at the end.
 */
final class MeteredPart extends InputStream {

    /** How many bytes come out between two looks at the clock. */
    private static final int BETWEEN_LOOKS = 1 << 16;

    private final InputStream unpacked;
    private final ZipArchiveEntry entry;
    private final boolean xml;
    private final Limits limits;
    private final ProcessorTime time;
    private final @Nullable OutputStream copy;
    private final CRC32 checksum = new CRC32();
    private long count;
    private boolean archive;
    private int declaration;
    private int run;
    private boolean parsed;

    /**
     * @param time that all parts together may take
     * @param copy gets whatever is read; null where no copy is kept
     */
    MeteredPart(
            InputStream unpacked,
            ZipArchiveEntry entry,
            boolean xml,
            Limits limits,
            ProcessorTime time,
            @Nullable OutputStream copy) {
        this.unpacked = unpacked;
        this.entry = entry;
        this.xml = xml;
        this.limits = limits;
        this.time = time;
        this.copy = copy;
    }

    /**
     * From here on a parser reads to the end, and its root element was seen: what comes can't be a document type any more
     * without being an error to the parser.
     */
    void isParsed() {
        parsed = true;
    }

    /** Reads what is left, so that the whole part is counted and checked. */
    void drain() throws IOException {
        parsed = false;
        // Where a parser went to the end, nothing is left but to learn that it was the end.
        byte[] buffer = new byte[count > 0 && count == entry.getSize() ? 1 : 1 << 12];
        while (read(buffer, 0, buffer.length) >= 0) {
            // Counting is all that is wanted.
        }
    }

    /** Whether what was read is an archive itself. */
    boolean isArchive() {
        return archive;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = unpacked.read(buffer, from, length);
        if (read < 0) {
            if (checksum.getValue() != entry.getCrc()) {
                throw UnreadableFileException.corrupt("校验和不符");
            }
            if (count != entry.getSize()) {
                throw ArchiveParts.unsafe("部件的大小与目录不符");
            }
            return read;
        }
        if (count == 0) {
            archive = read >= 4 && buffer[from] == 'P' && buffer[from + 1] == 'K' && buffer[from + 2] == 3;
        }
        if ((count + read) / BETWEEN_LOOKS > count / BETWEEN_LOOKS) {
            time.unlessSpent(BETWEEN_LOOKS);
        }
        count += read;
        checksum.update(buffer, from, read);
        if (count > entry.getSize()) {
            throw ArchiveParts.unsafe("部件的大小与目录不符");
        }
        ArchiveParts.unlessPlausibleRatio(count, entry.getCompressedSize(), limits);
        if (xml) {
            measure(buffer, from, from + read);
        }
        if (xml && !parsed) {
            look(buffer, from, from + read);
        }
        if (copy != null) {
            copy.write(buffer, from, read);
        }
        return read;
    }

    /** Only how long it goes on without a mark: looks at the two ends of what was read, which is far shorter than any limit. */
    private void measure(byte[] buffer, int from, int to) {
        int first = from;
        while (first < to && buffer[first] != '<') {
            first++;
        }
        unlessEndless(run + first - from);
        if (first == to) {
            run += to - from;
            return;
        }
        int last = to - 1;
        while (buffer[last] != '<') {
            last--;
        }
        run = to - last - 1;
    }

    private void unlessEndless(int length) {
        if (length > Limits.MARKUP_LENGTH) {
            throw UnreadableFileException.tooLarge(
                    "一格的长度", "超过 " + Limits.MARKUP_LENGTH + " 字节", limits.cellLength() + " 字");
        }
    }

    /**
     * In XML a letter after {@code <!} begins a document type or something inside one; comments and CDATA go on otherwise.
     * Zeros are passed over, so that two-byte encodings hide nothing.
     */
    private void look(byte[] buffer, int from, int to) {
        for (int at = from; at < to; at++) {
            byte letter = buffer[at];
            if (letter == '<') {
                declaration = 1;
            } else if (declaration > 0 && letter != 0) {
                if (declaration == 2 && letter >= 'A' && letter <= 'Z') {
                    throw UnreadableFileException.of(FindingCode.UNSAFE_XML, "文档类型声明");
                }
                declaration = declaration == 1 && letter == '!' ? 2 : 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
