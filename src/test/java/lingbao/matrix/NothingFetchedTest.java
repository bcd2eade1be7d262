package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lingbao.run.CheckLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook that names another place, in any of the ways in which a reader might go there: nobody is asked. */
class NothingFetchedTest {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String SECRET = "这是别人的文件";

    @TempDir
    Path folder;

    @Test
    void noAddressInAWorkbookIsAskedAndNoFileItNamesIsRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        CheckLine line = new CheckLine(null);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";
            Map<String, byte[]> books = new TreeMap<>();
            for (String place : List.of(address, secret.toUri().toString())) {
                books.putAll(naming(place));
            }
            for (Map.Entry<String, byte[]> book : books.entrySet()) {
                Path file = Files.write(folder.resolve("book"), book.getValue());
                assertThat(line.answersToOneNamed(MatrixCase.NAME + ".xlsx", file, null))
                        .as(book.getKey())
                        .isNotEmpty()
                        .noneMatch(answer -> answer.toString().contains(SECRET));
            }
            server.setSoTimeout(300);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static Map<String, byte[]> naming(String place) {
        byte[] good = GoodSheet.of("attendance").xlsx();
        String sheet = "xl/worksheets/sheet1.xml";
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + place + "\">]>";
        return Map.of(
                "entity " + place,
                ZipDraft.of(good)
                        .changed("xl/sharedStrings.xml", xml -> xml.replaceFirst("\\?>", "?>" + entity)
                                .replace("</t>", "&e;</t>"))
                        .bytes(),
                "schema location " + place,
                ZipDraft.of(good)
                        .changed(
                                sheet,
                                xml -> xml.replaceFirst(
                                        "<worksheet ",
                                        "<worksheet xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
                                                + place + "\" "))
                        .bytes(),
                "style sheet " + place,
                ZipDraft.of(good)
                        .changed(
                                sheet,
                                xml -> xml.replaceFirst(
                                        "<worksheet ",
                                        "<?xml-stylesheet type=\"text/xsl\" href=\"" + place + "\"?><worksheet "))
                        .bytes(),
                "inclusion " + place,
                ZipDraft.of(good)
                        .changed(
                                sheet,
                                xml -> xml.replace(
                                        "</worksheet>",
                                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + place
                                                + "\" parse=\"text\"/></worksheet>"))
                        .bytes(),
                "linked workbook " + place,
                ZipDraft.of(good)
                        .with("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>")
                        .with("xl/externalLinks/_rels/externalLink1.xml.rels", relation("externalLinkPath", place))
                        .bytes(),
                "picture " + place,
                ZipDraft.of(good)
                        .with("xl/worksheets/_rels/sheet1.xml.rels", relation("image", place))
                        .bytes(),
                "sheet elsewhere " + place,
                ZipDraft.of(good)
                        .changed(
                                "xl/_rels/workbook.xml.rels",
                                xml -> xml.replaceFirst(
                                        "Target=\"worksheets/sheet1.xml\"",
                                        "Target=\"" + place + "\" TargetMode=\"External\""))
                        .bytes());
    }

    private static String relation(String type, String place) {
        return "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\"" + RELATION + type
                + "\" Target=\"" + place + "\" TargetMode=\"External\"/></Relationships>";
    }
}
