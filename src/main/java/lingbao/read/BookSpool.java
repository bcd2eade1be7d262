package lingbao.read;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * A book laid down in a file, so that one process can parse it and another read it row by row. Both are of one build, and
 * nothing is kept in this shape.
 */
final class BookSpool implements Book {

    private static final int END_OF_SHEET = 0;
    private static final int END_OF_ROW = -1;
    private static final int DATE = 1;
    private static final int PERCENT = 2;
    private static final int FORMULA = 4;
    private static final int UNSEEN = 8;
    private static final int STRUCK = 16;
    private static final RawCell.Kind[] KINDS = RawCell.Kind.values();

    private final FileChannel channel;
    private final List<Finding> findings;
    private final List<SheetSource> sheets;

    private BookSpool(FileChannel channel, List<Finding> findings, List<SheetSource> sheets) {
        this.channel = channel;
        this.findings = findings;
        this.sheets = sheets;
    }

    /**
     * Lays down all of a book: the rows of each sheet, then what is known of the sheets, then where that begins.
     *
     * @throws UnreadableFileException where that takes more than the limits' unpacked bytes, since a text that a workbook
     *     keeps once stands here at each of its cells
     */
    static void write(Book book, OutputStream spool, Limits limits) throws Exception {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(spool))) {
            List<Integer> starts = new ArrayList<>();
            for (SheetSource sheet : book.sheets()) {
                starts.add(out.size());
                writeRows(sheet, out, limits);
            }
            int head = out.size();
            out.writeInt(book.findings().size());
            for (Finding finding : book.findings()) {
                writeFinding(finding, out);
            }
            out.writeInt(starts.size());
            for (int index = 0; index < starts.size(); index++) {
                SheetSource sheet = book.sheets().get(index);
                out.writeInt(starts.get(index));
                writeText(sheet.name() == null ? "" : sheet.name(), out);
                out.writeBoolean(sheet.isHidden());
                out.writeBoolean(sheet.isEmpty());
                writeRanges(sheet.merges(), out);
                writeRanges(sheet.hiddenRows(), out);
                writeColumns(sheet.hiddenColumns(), out);
            }
            out.writeInt(head);
        }
    }

    private static void writeRows(SheetSource sheet, DataOutputStream out, Limits limits) throws Exception {
        try (RowCursor rows = sheet.rows()) {
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                out.writeInt(row.number());
                out.writeBoolean(row.hidden());
                writeCells(row.cells(), out);
                UnreadableFileException.unlessWithin("各格文字的字节数", out.size(), limits.unpackedBytes());
            }
        }
        out.writeInt(END_OF_SHEET);
    }

    /** A sheet may have one cell far to the right in every row; the places before it cost nothing. */
    private static void writeCells(List<RawCell> cells, DataOutputStream out) throws IOException {
        out.writeInt(cells.size());
        for (int place = 0; place < cells.size(); place++) {
            RawCell cell = cells.get(place);
            if (cell != RawCell.NOTHING) {
                out.writeInt(place);
                writeCell(cell, out);
            }
        }
        out.writeInt(END_OF_ROW);
    }

    private static void writeCell(RawCell cell, DataOutputStream out) throws IOException {
        out.writeByte(cell.kind().ordinal());
        out.writeByte((cell.dateFormatted() ? DATE : 0)
                | (cell.percentFormatted() ? PERCENT : 0)
                | (cell.formula() ? FORMULA : 0)
                | (cell.unseen() ? UNSEEN : 0)
                | (cell.struck() ? STRUCK : 0));
        writeText(cell.text(), out);
        if (cell.kind() == RawCell.Kind.NUMBER) {
            out.writeDouble(cell.number() == null ? Double.NaN : cell.number());
        }
    }

    /** Of a whole file: no place is kept. */
    static void writeFinding(Finding finding, DataOutputStream out) throws IOException {
        out.writeUTF(finding.code().name());
        out.writeInt(finding.details().size());
        for (String detail : finding.details()) {
            writeText(detail, out);
        }
    }

    private static void writeRanges(List<MergedRange> ranges, DataOutputStream out) throws IOException {
        out.writeInt(ranges.size());
        for (MergedRange range : ranges) {
            out.writeInt(range.firstRow());
            out.writeInt(range.firstColumn());
            out.writeInt(range.lastRow());
            out.writeInt(range.lastColumn());
        }
    }

    private static void writeColumns(BitSet columns, DataOutputStream out) throws IOException {
        long[] words = columns.toLongArray();
        out.writeInt(words.length);
        for (long word : words) {
            out.writeLong(word);
        }
    }

    /** Character by character, so that half a character stays what it is: to refuse it is for the rules. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    /** Reads what was laid down; closed with the book, and left open where it can't be read. */
    static BookSpool open(FileChannel channel) throws IOException {
        int head = from(channel, channel.size() - Integer.BYTES).readInt();
        DataInputStream in = from(channel, head);
        List<Finding> findings = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            findings.add(readFinding(in));
        }
        List<SheetSource> sheets = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            sheets.add(new SpooledSheet(
                    channel,
                    in.readInt(),
                    readText(in),
                    in.readBoolean(),
                    in.readBoolean(),
                    readRanges(in),
                    readRanges(in),
                    readColumns(in)));
        }
        return new BookSpool(channel, List.copyOf(findings), List.copyOf(sheets));
    }

    private static DataInputStream from(FileChannel channel, long start) {
        return new DataInputStream(new BufferedInputStream(new Window(channel, start)));
    }

    /** The file from one place on; several may read in turns, since each keeps its own place. */
    private static final class Window extends InputStream {

        private final FileChannel channel;
        private long place;

        Window(FileChannel channel, long start) {
            this.channel = channel;
            this.place = start;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = channel.read(ByteBuffer.wrap(bytes, offset, length), place);
            place += Math.max(read, 0);
            return read;
        }
    }

    static Finding readFinding(DataInputStream in) throws IOException {
        FindingCode code = FindingCode.valueOf(in.readUTF());
        String[] details = new String[in.readInt()];
        for (int index = 0; index < details.length; index++) {
            details[index] = readText(in);
        }
        return Finding.ofFile(code, details);
    }

    private static List<MergedRange> readRanges(DataInputStream in) throws IOException {
        List<MergedRange> ranges = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            ranges.add(new MergedRange(in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return List.copyOf(ranges);
    }

    private static BitSet readColumns(DataInputStream in) throws IOException {
        long[] words = new long[in.readInt()];
        for (int index = 0; index < words.length; index++) {
            words[index] = in.readLong();
        }
        return BitSet.valueOf(words);
    }

    private static String readText(DataInputStream in) throws IOException {
        char[] characters = new char[in.readInt()];
        for (int index = 0; index < characters.length; index++) {
            characters[index] = in.readChar();
        }
        return new String(characters);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public List<SheetSource> sheets() {
        return sheets;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private record SpooledSheet(
            FileChannel channel,
            int start,
            String name,
            boolean isHidden,
            boolean isEmpty,
            List<MergedRange> merges,
            List<MergedRange> hiddenRows,
            BitSet hiddenColumns)
            implements SheetSource {

        @Override
        public RowCursor rows() {
            return new SpooledRows(from(channel, start));
        }
    }

    private record SpooledRows(DataInputStream in) implements RowCursor {

        @Override
        public @Nullable RawRow next() throws IOException {
            int number = in.readInt();
            if (number == END_OF_SHEET) {
                return null;
            }
            boolean hidden = in.readBoolean();
            RawCell[] cells = new RawCell[in.readInt()];
            Arrays.fill(cells, RawCell.NOTHING);
            for (int place = in.readInt(); place != END_OF_ROW; place = in.readInt()) {
                cells[place] = cell();
            }
            return new RawRow(number, hidden, Arrays.asList(cells));
        }

        private RawCell cell() throws IOException {
            RawCell.Kind kind = KINDS[in.readByte()];
            int wears = in.readByte();
            String text = readText(in);
            Double number = kind == RawCell.Kind.NUMBER ? in.readDouble() : null;
            return kind == RawCell.Kind.EMPTY && wears == 0
                    ? RawCell.NOTHING
                    : new RawCell(
                            kind,
                            text,
                            number,
                            (wears & DATE) != 0,
                            (wears & PERCENT) != 0,
                            (wears & FORMULA) != 0,
                            (wears & UNSEEN) != 0,
                            (wears & STRUCK) != 0);
        }

        @Override
        public void close() {}
    }
}
