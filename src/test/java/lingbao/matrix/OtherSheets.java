package lingbao.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks whose first sheet holds no cells but a chart or a dialog, as no library writes them. */
final class OtherSheets {

    private OtherSheets() {}

    /** @param kind {@code chartsheet} or {@code dialogsheet} */
    static byte[] xlsx(String kind, GoodSheet second) {
        byte[] whole = GoodSheet.bytes(new XSSFWorkbook(), book -> {
            book.createSheet("图");
            second.into(book.createSheet("表"), 1);
        });
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(whole));
                ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(part(entry.getName(), from.readAllBytes(), kind));
                to.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed.toByteArray();
    }

    private static byte[] part(String name, byte[] content, String kind) {
        String text = new String(content, StandardCharsets.UTF_8);
        String other =
                switch (name) {
                    case "xl/worksheets/sheet1.xml" -> text.replaceAll("(</?)worksheet\\b", "$1" + kind);
                    case "xl/_rels/workbook.xml.rels" ->
                        text.replaceAll(
                                "/worksheet(\"[^>]*sheet1\\.xml|\"(?=[^>]*>)(?<=rId3\"[^>]{0,200}))",
                                "/" + kind + "$1");
                    case "[Content_Types].xml" ->
                        text.replaceAll("worksheet\\+xml(\" PartName=\"/xl/worksheets/sheet1\\.xml)", kind + "+xml$1");
                    default -> null;
                };
        return other == null ? content : other.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsWithChart(GoodSheet second) {
        byte[] whole = GoodSheet.bytes(new HSSFWorkbook(), book -> {
            book.createSheet("chart");
            second.into(book.createSheet("表"), 1);
        });
        byte[] beginning = {0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x10, 0x00};
        int at = find(whole, beginning);
        // The kind of the sheet: 0x10 is cells, 0x20 a chart.
        whole[at + 6] = 0x20;
        return whole;
    }

    private static int find(byte[] whole, byte[] sought) {
        for (int at = 0; at + sought.length <= whole.length; at++) {
            int same = 0;
            while (same < sought.length && whole[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return at;
            }
        }
        throw new IllegalStateException("no sheet in the workbook");
    }
}
