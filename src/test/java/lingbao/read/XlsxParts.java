package lingbao.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An {@code .xlsx} written part by part, for what no library would write. */
final class XlsxParts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    static XlsxParts workbook(String sheetData) {
        return workbookWith("<sheetData>" + sheetData + "</sheetData>");
    }

    static XlsxParts workbookWith(String worksheet) {
        return new XlsxParts()
                .with("[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                        </Types>""")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN
                                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .with("xl/_rels/workbook.xml.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
                        </Relationships>""")
                .with("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\">" + worksheet + "</worksheet>");
    }

    XlsxParts with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    XlsxParts with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Path write(Path file) throws IOException {
        return write(file, Deflater.DEFAULT_COMPRESSION);
    }

    Path write(Path file, int compression) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(compression);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
