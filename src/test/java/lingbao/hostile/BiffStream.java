package lingbao.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The records of an {@code .xls}, taken apart to be put together otherwise; nothing is checked. */
final class BiffStream {

    static final int FORMULA = 0x0006;
    static final int EOF = 0x000A;
    static final int NAME = 0x0018;
    static final int FILE_PASS = 0x002F;
    static final int CONTINUE = 0x003C;
    static final int SHEET_NAMED = 0x0085;
    static final int MERGES = 0x00E5;
    static final int DRAWING = 0x00EC;
    static final int SST = 0x00FC;
    static final int SHARED_TEXT = 0x00FD;
    static final int DIMENSIONS = 0x0200;
    static final int NUMBER = 0x0203;
    static final int ARRAY = 0x0221;
    static final int WINDOW = 0x023E;
    static final int FORMAT = 0x041E;
    static final int BOF = 0x0809;

    /**
     * @param number what kind it is
     * @param length what it says of its length; −1 for what is so
     */
    record Part(int number, byte[] body, int length) {}

    final List<Part> parts = new ArrayList<>();

    static BiffStream good() {
        return of(GoodFile.xls());
    }

    static BiffStream of(byte[] xls) {
        BiffStream stream = new BiffStream();
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(xls));
                InputStream in = container.createDocumentInputStream("Workbook")) {
            for (byte[] head = in.readNBytes(4); head.length == 4; head = in.readNBytes(4)) {
                ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
                int number = fields.getShort() & 0xffff;
                stream.parts.add(new Part(number, in.readNBytes(fields.getShort() & 0xffff), -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }

    /** Where the first record of this number stands. */
    int first(int number) {
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).number() == number) {
                return at;
            }
        }
        throw new IllegalArgumentException(Integer.toHexString(number));
    }

    /** Behind the dimensions of the first sheet, where its cells begin. */
    int firstCell() {
        return first(DIMENSIONS) + 1;
    }

    BiffStream insert(int at, List<Part> more) {
        parts.addAll(at, more);
        return this;
    }

    static Part part(int number, Fields fields) {
        ByteBuffer body = ByteBuffer.allocate(8_224).order(ByteOrder.LITTLE_ENDIAN);
        fields.into(body);
        byte[] bytes = new byte[body.position()];
        body.flip().get(bytes);
        return new Part(number, bytes, -1);
    }

    interface Fields {
        void into(ByteBuffer body);
    }

    /** What a sheet begins with. */
    static Part beginOfSheet() {
        return part(BOF, body -> body.putShort((short) 0x0600)
                .putShort((short) 0x0010)
                .putShort((short) 0x0DBB)
                .putShort((short) 0x07CC)
                .putInt(0)
                .putInt(6));
    }

    static Part endOfSheet() {
        return new Part(EOF, new byte[0], -1);
    }

    /** A cell with a number. */
    static Part number(int row, int column, double number) {
        return part(NUMBER, body -> body.putShort((short) row)
                .putShort((short) column)
                .putShort((short) 15)
                .putDouble(number));
    }

    byte[] records() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            int length = part.length() < 0 ? part.body().length : part.length();
            out.write(part.number());
            out.write(part.number() >> 8);
            out.write(length);
            out.write(length >> 8);
            out.writeBytes(part.body());
        }
        return out.toByteArray();
    }

    byte[] xls() {
        return container(records(), "Workbook");
    }

    static byte[] container(byte[] stream, String... names) {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            for (String name : names) {
                container.createDocument(new ByteArrayInputStream(stream), name);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
