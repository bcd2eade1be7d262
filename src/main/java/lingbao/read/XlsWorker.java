package lingbao.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import lingbao.catalogue.FileRules;
import lingbao.catalogue.FileRules.Answer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/**
 * The process on the other side of {@link XlsParser}: it takes the bytes of one {@code .xls} after the other and answers
 * each with its rows in pieces, or with why it can't be read. It ends when nobody asks any more.
 */
final class XlsWorker {

    static final byte READY = 1;
    static final byte TAKEN = 2;

    /** Instead of the length of a piece. */
    static final int WHOLE = 0;

    static final int REFUSED = -1;
    static final int PIECE = 1 << 16;

    private XlsWorker() {}

    public static void main(String[] none) throws IOException {
        PrintStream answers = System.out;
        // A library that prints must not break into an answer.
        System.setOut(System.err);
        serve(new DataInputStream(System.in), new DataOutputStream(answers));
    }

    private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
        warmUp();
        out.writeByte(READY);
        out.flush();
        while (true) {
            Limits limits;
            FileRules rules;
            byte[] content;
            try {
                limits = readLimits(in);
                rules = readRules(in);
                content = in.readNBytes(in.readInt());
            } catch (EOFException e) {
                return;
            }
            out.writeByte(TAKEN);
            out.flush();
            answer(content, limits, rules, out);
            out.flush();
        }
    }

    /** Says what a file is judged by; the bytes follow. */
    static void write(Limits limits, FileRules rules, DataOutputStream out) throws IOException {
        out.writeLong(limits.fileBytes());
        out.writeLong(limits.binaryWorkbookBytes());
        out.writeLong(limits.unpackedBytes());
        out.writeInt(limits.unpackedRatio());
        out.writeInt(limits.parts());
        out.writeInt(limits.sheets());
        out.writeInt(limits.rows());
        out.writeInt(limits.columns());
        out.writeInt(limits.cellLength());
        out.writeInt(limits.merges());
        out.writeLong(limits.parserTime().toMillis());
        out.writeLong(limits.sharedTextBytes());
        for (Answer answer : List.of(
                rules.macros(),
                rules.macrosInOldWorkbooks(),
                rules.embeddedObjects(),
                rules.textNamedAsWorkbook(),
                rules.otherTemplates())) {
            out.writeByte(answer.ordinal());
        }
    }

    static Limits readLimits(DataInputStream in) throws IOException {
        return new Limits(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Duration.ofMillis(in.readLong()),
                in.readLong());
    }

    static FileRules readRules(DataInputStream in) throws IOException {
        return new FileRules(answer(in), answer(in), answer(in), answer(in), answer(in));
    }

    private static Answer answer(DataInputStream in) throws IOException {
        return Answer.values()[in.readByte()];
    }

    /** So that the first file is not charged for what every file needs. */
    private static void warmUp() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("零报");
            workbook.write(content);
        }
        answer(
                content.toByteArray(),
                Limits.standard(),
                FileRules.STANDARD,
                new DataOutputStream(OutputStream.nullOutputStream()));
    }

    private static void answer(byte[] content, Limits limits, FileRules rules, DataOutputStream out)
            throws IOException {
        try {
            UnreadableFileException.guarding(() -> {
                try (Book book = XlsBook.open(new ByteArrayInputStream(content), limits, rules)) {
                    BookSpool.write(book, new Pieces(out), limits);
                }
                return true;
            });
            out.writeInt(WHOLE);
        } catch (UnreadableFileException e) {
            out.writeInt(REFUSED);
            BookSpool.writeFinding(e.finding(), out);
        }
    }

    /** Each piece behind its length; the stream below stays open. */
    private static final class Pieces extends OutputStream {

        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int from = offset; from < offset + length; from += PIECE) {
                int piece = Math.min(PIECE, offset + length - from);
                out.writeInt(piece);
                out.write(bytes, from, piece);
            }
        }
    }
}
