package lingbao.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Containers of old: workbooks of Excel 97 to 2003, what came before them, and what else is kept in the same way. */
final class OldBooks {

    private OldBooks() {}

    static byte[] xls(GoodSheet sheet) {
        return GoodSheet.bytes(new HSSFWorkbook(), workbook -> sheet.into(workbook.createSheet("表"), 1));
    }

    /** A container with streams of these names and nothing to speak of in them. */
    static byte[] container(String... streams) {
        return changed(null, container -> {
            for (String stream : streams) {
                container.createDocument(new ByteArrayInputStream(new byte[512]), stream);
            }
        });
    }

    /** A container with one stream of records: number, body, number, body. */
    static byte[] records(String stream, byte[]... numbersAndBodies) {
        return changed(
                null,
                container -> container.createDocument(
                        new ByteArrayInputStream(Arrays.copyOf(recordBytes(numbersAndBodies), 4096)), stream));
    }

    static byte[] recordBytes(byte[]... numbersAndBodies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < numbersAndBodies.length; at += 2) {
            byte[] body = numbersAndBodies[at + 1];
            out.writeBytes(numbersAndBodies[at]);
            out.write(body.length);
            out.write(0);
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    interface Change {
        void to(POIFSFileSystem container) throws IOException;
    }

    /** @param content null for nothing */
    static byte[] changed(byte @Nullable [] content, Change change) {
        try (POIFSFileSystem container =
                content == null ? new POIFSFileSystem() : new POIFSFileSystem(new ByteArrayInputStream(content))) {
            change.to(container);
            return written(container);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Encrypted as Excel encrypts an {@code .xls}. */
    static byte[] encrypted(GoodSheet sheet, String password) {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return xls(sheet);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** Encrypted as Excel encrypts an {@code .xlsx}: the whole of it, in a container of old. */
    static byte[] encrypted(byte[] xlsx, EncryptionMode mode, String password) {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(xlsx);
            }
            return written(container);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] written(POIFSFileSystem container) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        container.writeFilesystem(out);
        return out.toByteArray();
    }
}
