package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingbao.domain.FindingCode;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The file as a whole: rows F of the matrix. */
final class FileCases {

    private static final GoodSheet SHEET = GoodSheet.of("attendance");
    private static final byte[] XLSX = SHEET.xlsx();
    private static final byte[] XLS = OldBooks.xls(SHEET);
    private static final String CSV = SHEET.csv();
    private static final byte[] CSV_BYTES = CSV.getBytes(StandardCharsets.UTF_8);

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset GBK = Charset.forName("GBK");

    private static final String SHEET_PART = "xl/worksheets/sheet1.xml";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private FileCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(
                        notWhole(),
                        pages(),
                        otherNames(),
                        otherKinds(),
                        macros(),
                        encryptedOrOld(),
                        bombs(),
                        dangerousNames(),
                        dangerousXml(),
                        linksAndObjects(),
                        limits(),
                        encodings(),
                        separators(),
                        quotes(),
                        fileNames(),
                        severalKindsAtOnce(),
                        sentBefore())
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> notWhole() {
        Stream<MatrixCase> empty = Stream.of("a.xlsx", "a.xls", "a.csv", "a")
                .map(name -> refused("F-01", "0 bytes as " + name, name, new byte[0], FindingCode.EMPTY_FILE));
        Stream<MatrixCase> blank = Stream.of("\n , \n\n", "\ufeff", "   ")
                .map(text -> refused(
                        "F-01",
                        "nothing but " + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)),
                        "a.csv",
                        text.getBytes(StandardCharsets.UTF_8),
                        FindingCode.EMPTY_FILE));
        Stream<MatrixCase> cut = IntStream.rangeClosed(1, 100).mapToObj(point -> refused(
                        "F-02",
                        "cut after " + point + " of 101 parts",
                        MatrixCase.NAME + ".xlsx",
                        Arrays.copyOf(XLSX, XLSX.length * point / 101),
                        FindingCode.CORRUPT)
                .says("不完整"));
        Stream<MatrixCase> random = IntStream.rangeClosed(1, 20).mapToObj(seed -> {
            byte[] noise = new byte[seed * 211];
            new Random(seed).nextBytes(noise);
            return unsupported("F-03", noise.length + " random bytes", "a.xlsx", noise, "无法识别");
        });
        return concat(empty, blank, cut, random, damagedSheets());
    }

    private static Stream<MatrixCase> pages() {
        String table = "<table><tr><td>班级</td><td>应到人数</td></tr><tr><td>一班</td><td>30</td></tr></table>";
        String office = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gbk></head><body>"
                + table + "</body></html>";
        String sheet2003 = "<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"1\"/></Workbook>";
        return Stream.of(
                        page("a table", utf8(table)),
                        page("a page of Office", utf8(office)),
                        page("in GBK", office.getBytes(GBK)),
                        page("with a mark", utf8("\ufeff<!DOCTYPE html>\n" + office)),
                        page("in UTF-16", ("\ufeff" + office).getBytes(StandardCharsets.UTF_16LE)),
                        page("behind blank lines and a remark", utf8("\r\n\r\n<!-- 导出 -->" + table)),
                        unsupported("F-04", "web archive", "a.xls", utf8("MIME-Version: 1.0\r\n\r\n"), "网页"),
                        unsupported("F-05", "UTF-8", "a.xls", utf8(sheet2003), "XML 电子表格 2003"),
                        unsupported("F-05", "with a mark", "a.xls", utf8("\ufeff" + sheet2003), "XML 电子表格 2003"),
                        unsupported(
                                "F-05",
                                "UTF-16",
                                "a.xls",
                                ("\ufeff" + sheet2003).getBytes(StandardCharsets.UTF_16LE),
                                "XML 电子表格 2003"),
                        unsupported("F-05", "other XML", "a.xls", utf8("<?xml version=\"1.0\"?><rows/>"), "XML 文件"))
                .map(each -> each.says("另存为“Excel 工作簿（.xlsx）”"));
    }

    private static MatrixCase page(String variant, byte[] bytes) {
        return unsupported("F-04", variant, "a.xls", bytes, "网页");
    }

    private static Stream<MatrixCase> otherNames() {
        String tabs = CSV.replace(',', '\t');
        return Stream.of(
                asWorkbook("CSV as .xls", "xls", CSV_BYTES),
                asWorkbook("CSV as .xlsx", "xlsx", CSV_BYTES),
                asWorkbook("CSV as .et", "et", CSV_BYTES),
                asWorkbook("TSV as .xls", "xls", utf8(tabs)),
                asWorkbook("TSV as .xlsx", "xlsx", utf8(tabs)),
                asWorkbook("TSV in GBK as .xls", "xls", tabs.getBytes(GBK)).ofAll(FindingCode.ENCODING_DECIDED),
                asWorkbook("TSV in UTF-16 as .xls", "xls", ("\ufeff" + tabs).getBytes(StandardCharsets.UTF_16LE))
                        .ofAll(FindingCode.ENCODING_DECIDED),
                unsupported("F-06", "prose as .xlsx", "a.xlsx", utf8("各位老师，今天的表稍后再报，谢谢。\n"), "普通文字"),
                unsupported("F-06", "CSV as .xls where that is refused", MatrixCase.NAME + ".xls", CSV_BYTES, "文本表格")
                        .declares("intake.yml", "textNamedAsWorkbook: refuse\n"),
                taken("F-06", "CSV as .txt", FIX, "txt", CSV_BYTES),
                swapped("xlsx as .csv", "csv", XLSX),
                swapped("xlsx as .xls", "xls", XLSX),
                swapped("xls as .xlsx", "xlsx", XLS),
                swapped("xls as .csv", "csv", XLS),
                swapped("CSV as .doc", "doc", CSV_BYTES),
                taken("F-07", "xlsx without an ending", FIX, "", XLSX).named(MatrixCase.NAME),
                taken("F-07", "an ending in capitals", FIX, "XLSX", XLSX),
                taken("F-08", ".et", FIX, "et", XLS),
                swappedAs("F-08", "xlsx as .et", "et", XLSX),
                unsupported(
                        "F-08",
                        "a container without a workbook as .et",
                        "a.et",
                        OldBooks.container("Contents"),
                        "办公文档"),
                taken("F-08", "an xls with WPS's own streams", FIX, "xls", OldBooks.changed(XLS, container -> {
                    container.createDocument(new ByteArrayInputStream(new byte[900]), "ETExtData");
                    container.getRoot().createDirectory("KSOStorage");
                })),
                taken("F-08", "an xlsx with WPS's own parts", FIX, "xlsx", wpsParts()),
                taken(
                        "F-08",
                        "an xlsx with other names of parts",
                        FIX,
                        "xlsx",
                        ZipDraft.of(XLSX)
                                .renamed("xl/worksheets/sheet1.xml", "xl/worksheets/table.xml")
                                .renamed("xl/sharedStrings.xml", "xl/words.xml")
                                .renamed("xl/styles.xml", "xl/looks.xml")
                                .bytes()));
    }

    private static byte[] wpsParts() {
        return ZipDraft.of(XLSX)
                .with("customStorage/customStorage.xml", "<customStorage xmlns=\"https://web.wps.cn/et/2018/main\"/>")
                .with(
                        "xl/cellimages.xml",
                        "<etc:cellImages xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"/>")
                .with("xl/woinfos/workbook.xml", "<woinfos xmlns=\"https://web.wps.cn/et/2018/main\"/>")
                .with(
                        "docProps/custom.xml",
                        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\">"
                                + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"KSOProductBuildVer\"/>"
                                + "</Properties>")
                .changed(
                        SHEET_PART,
                        xml -> xml.replace(
                                "</worksheet>",
                                "<extLst><ext uri=\"{1}\" xmlns:etc=\"http://www.wps.cn/officeDocument/2017/etCustomData\"><etc:x/></ext>"
                                        + "</extLst></worksheet>"))
                .bytes();
    }

    private static MatrixCase asWorkbook(String variant, String ending, byte[] bytes) {
        return taken("F-06", variant, WARN, ending, bytes).ofAll(FindingCode.TEXT_NAMED_AS_WORKBOOK);
    }

    private static MatrixCase swapped(String variant, String ending, byte[] bytes) {
        return swappedAs("F-07", variant, ending, bytes);
    }

    private static MatrixCase swappedAs(String row, String variant, String ending, byte[] bytes) {
        return taken(row, variant, WARN, ending, bytes).ofAll(FindingCode.EXTENSION_DIFFERS);
    }

    private static Stream<MatrixCase> otherKinds() {
        return Stream.of(
                kind("xlsb", zip("xl/workbook.bin", "[Content_Types].xml"), "二进制工作簿（.xlsb）"),
                kind("ods", zip("mimetype", "content.xml", "META-INF/manifest.xml"), "OpenDocument 文件（.ods）"),
                kind("docx", zip("[Content_Types].xml", "word/document.xml"), "Word 文档（.docx）"),
                kind("pptx", zip("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint 演示文稿（.pptx）"),
                kind("numbers", zip("Index/Document.iwa", "Metadata/Properties.plist"), "苹果电脑的表格（.numbers）"),
                kind("zip of an xlsx", ZipDraft.empty().with("日报.xlsx", XLSX).bytes(), "压缩包（.zip）"),
                kind("zip of photos", zip("1.jpg", "2.jpg"), "压缩包（.zip）"),
                kind("rar 4", "526172211a0700cf90730000", "压缩包（.rar）"),
                kind("rar 5", "526172211a07010033920000", "压缩包（.rar）"),
                kind("7z", "377abcaf271c00041234", "压缩包（.7z）"),
                kind("gz", "1f8b0800000000000003", "压缩包（.gz）"),
                kind("pdf", utf8("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"), "PDF 文件"),
                kind("photo, png", "89504e470d0a1a0a0000000d49484452", "图片（.png）"),
                kind("photo, jpg", "ffd8ffe000104a46494600010100", "图片（.jpg）"),
                kind("photo, gif", "474946383961010001", "图片（.gif）"),
                kind("photo, bmp", "424d36000c0000000000360000002800", "图片（.bmp）"),
                kind("photo, webp", "52494646e80300005745425056503820", "图片（.webp）"),
                kind("photo, tif", "49492a0008000000", "图片（.tif）"),
                kind("photo, heic", "0000001866747970686569630000", "手机照片（.heic）"),
                kind("film", "000000206674797069736f6d0000", "视频"),
                kind("doc", OldBooks.container("WordDocument", "1Table"), "Word 文档（.doc）"),
                kind("ppt", OldBooks.container("PowerPoint Document", "Current User"), "PowerPoint 演示文稿（.ppt）"),
                kind("msg", OldBooks.container("__properties_version1.0"), "邮件（.msg）"),
                kind("rtf", utf8("{\\rtf1\\ansi 体温}"), "Word 文档（.rtf）"),
                kind("exe", "4d5a90000300000004000000ffff0000", "程序（.exe）"),
                datesAsTexts("2020-06-17"),
                datesAsTexts("08:00:00"));
    }

    private static Stream<MatrixCase> damagedSheets() {
        return Stream.of(
                damagedSheet("a row twice", "<row r=\"2\"", "<row r=\"1\"", "行号 1 重复、倒序或超出范围"),
                damagedSheet("an address without letters", "<c r=\"A2\"", "<c r=\"12\"", "单元格地址无法识别"));
    }

    private static MatrixCase damagedSheet(String variant, String whole, String damaged, String said) {
        byte[] bytes = ZipDraft.of(XLSX)
                .changed(SHEET_PART, xml -> xml.replace(whole, damaged))
                .bytes();
        return refused("F-02", variant, MatrixCase.NAME + ".xlsx", bytes, FindingCode.CORRUPT)
                .says(said);
    }

    /** What some programs write for a date or a time, in whichever column. */
    private static MatrixCase datesAsTexts(String written) {
        byte[] dated = ZipDraft.of(XLSX)
                .changed(
                        SHEET_PART,
                        xml -> xml.replace("</row>", "<c r=\"Z1\" t=\"d\"><v>" + written + "</v></c></row>"))
                .bytes();
        return kind("a cell of the kind d, " + written, dated, "ISO 8601");
    }

    private static MatrixCase kind(String variant, String hexadecimal, String kind) {
        return kind(variant, Arrays.copyOf(HexFormat.of().parseHex(hexadecimal), 900), kind);
    }

    private static MatrixCase kind(String variant, byte[] bytes, String kind) {
        return unsupported("F-09", variant, MatrixCase.NAME + ".xlsx", bytes, kind);
    }

    private static byte[] zip(String... names) {
        ZipDraft zip = ZipDraft.empty();
        for (String name : names) {
            zip.with(name, "<x/>");
        }
        return zip.bytes();
    }

    private static Stream<MatrixCase> macros() {
        byte[] xlsm = ZipDraft.of(XLSX)
                .changed(
                        "[Content_Types].xml",
                        xml -> xml.replace(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                                .replace(
                                        "</Types>",
                                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"))
                .with("xl/vbaProject.bin", new byte[600])
                .bytes();
        byte[] sheetOfMacros = ZipDraft.of(XLSX)
                .with(
                        "xl/macrosheets/sheet1.xml",
                        "<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"/>")
                .bytes();
        byte[] xls = OldBooks.changed(
                XLS,
                container ->
                        container.getRoot().createDirectory("_VBA_PROJECT_CUR").createDirectory("VBA"));
        return Stream.of(
                refused("F-10", "xlsm", MatrixCase.NAME + ".xlsm", xlsm, FindingCode.ACTIVE_CONTENT)
                        .says("宏"),
                refused("F-10", "xlsm as .xlsx", MatrixCase.NAME + ".xlsx", xlsm, FindingCode.ACTIVE_CONTENT),
                refused(
                        "F-10",
                        "sheet of macros",
                        MatrixCase.NAME + ".xlsx",
                        sheetOfMacros,
                        FindingCode.ACTIVE_CONTENT),
                taken("F-10", "xlsm where it is allowed", WARN, "xlsm", xlsm)
                        .declares("intake.yml", "macros: read-values\n")
                        .ofAll(FindingCode.MACROS_IGNORED),
                taken("F-10", "sheet of macros in an xls", WARN, "xls", withSheetOfMacros())
                        .ofAll(FindingCode.MACROS_IGNORED),
                taken("F-10", "xls", WARN, "xls", xls).ofAll(FindingCode.MACROS_IGNORED),
                refused("F-10", "xls where it is refused", MatrixCase.NAME + ".xls", xls, FindingCode.ACTIVE_CONTENT)
                        .declares("intake.yml", "macrosInOldWorkbooks: refuse\n"));
    }

    /** The second, empty sheet of an xls made one of macros, where the workbook lists its sheets. */
    private static byte[] withSheetOfMacros() {
        byte[] book = GoodSheet.bytes(new HSSFWorkbook(), workbook -> {
            SHEET.into(workbook.createSheet("表"), 1);
            workbook.createSheet("MACRO");
        });
        int name = new String(book, StandardCharsets.ISO_8859_1).indexOf("MACRO");
        // Before the name: its encoding, its length, the kind of sheet.
        book[name - 3] = 1;
        return book;
    }

    private static Stream<MatrixCase> encryptedOrOld() {
        byte[] bof8 = bytes("0006050000000000000000000000000000");
        byte[] bof5 = bytes("0005050000000000");
        Stream<MatrixCase> encrypted = Stream.of(
                encrypted("F-11", "agile", "xlsx", OldBooks.encrypted(XLSX, EncryptionMode.agile, "123456")),
                encrypted("F-11", "standard", "xlsx", OldBooks.encrypted(XLSX, EncryptionMode.standard, "123456")),
                encrypted("F-11", "as .xls", "xls", OldBooks.encrypted(XLSX, EncryptionMode.agile, "123456")),
                encrypted("F-11", "by its streams", "xlsx", OldBooks.container("EncryptedPackage", "EncryptionInfo")),
                encrypted("F-11", "an encrypted zip", "xlsx", encryptedZip()),
                encrypted("F-12", "RC4 with CryptoAPI", "xls", OldBooks.encrypted(SHEET, "123456")),
                encrypted("F-12", "VelvetSweatshop, xls", "xls", OldBooks.encrypted(SHEET, Decryptor.DEFAULT_PASSWORD)),
                encrypted(
                        "F-12",
                        "VelvetSweatshop, xlsx",
                        "xlsx",
                        OldBooks.encrypted(XLSX, EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD)),
                encrypted(
                        "F-12",
                        "RC4",
                        "xls",
                        OldBooks.records("Workbook", bytes("0908"), bof8, bytes("2f00"), new byte[54])),
                encrypted(
                        "F-12",
                        "XOR",
                        "xls",
                        OldBooks.records("Workbook", bytes("0908"), bof8, bytes("2f00"), new byte[6])));
        Stream<MatrixCase> old = Stream.of(
                old(
                        "Excel 95 in a container",
                        OldBooks.records("Book", bytes("0908"), bof5, bytes("0a00"), new byte[0])),
                old("Excel 95 bare", OldBooks.recordBytes(bytes("0908"), bof5, bytes("0a00"), new byte[0])),
                old("Excel 4", OldBooks.recordBytes(bytes("0904"), new byte[6])),
                old("Excel 3", OldBooks.recordBytes(bytes("0902"), new byte[6])),
                old("Excel 2", OldBooks.recordBytes(bytes("0900"), new byte[4])),
                taken(
                        "F-13",
                        "97 beside 95 in one container",
                        FIX,
                        "xls",
                        OldBooks.changed(
                                XLS,
                                container -> container.createDocument(
                                        new ByteArrayInputStream(
                                                Arrays.copyOf(OldBooks.recordBytes(bytes("0908"), bof5), 4096)),
                                        "Book"))));
        return Stream.concat(encrypted, old);
    }

    private static MatrixCase encrypted(String row, String variant, String ending, byte[] bytes) {
        return refused(row, variant, MatrixCase.NAME + "." + ending, bytes, FindingCode.ENCRYPTED)
                .says("密码");
    }

    private static MatrixCase old(String variant, byte[] bytes) {
        return unsupported("F-13", variant, MatrixCase.NAME + ".xls", bytes, "版本过旧");
    }

    /** Every part marked as encrypted, in its own head and in the directory. */
    private static byte[] encryptedZip() {
        byte[] zip = XLSX.clone();
        for (int at = 0; at < zip.length - 4; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && (zip[at + 2] == 3 || zip[at + 2] == 1)) {
                zip[at + (zip[at + 2] == 3 ? 6 : 8)] |= 1;
            }
        }
        return zip;
    }

    private static Stream<MatrixCase> bombs() {
        byte[] zeros = new byte[20 << 20];
        byte[] bomb = ZipDraft.empty().with("zeros.bin", zeros).bytes();
        byte[] small =
                ZipDraft.of(XLSX).with("xl/media/image1.png", new byte[1 << 20]).bytes();
        ZipDraft many = ZipDraft.of(XLSX);
        for (int part = 0; part < 60; part++) {
            many.with("xl/media/image" + part + ".png", new byte[1 << 20]);
        }
        String blanks = " ".repeat(20 << 20);
        return Stream.of(
                bomb(
                        "a part of zeros",
                        ZipDraft.of(XLSX).with("xl/media/image1.png", zeros).bytes()),
                bomb(
                        "blanks in a sheet",
                        ZipDraft.of(XLSX)
                                .changed(SHEET_PART, xml -> xml.replace("</worksheet>", blanks + "</worksheet>"))
                                .bytes()),
                bomb("many parts, each small", many.bytes()),
                bomb("a zip, not a workbook", bomb),
                bomb("a zip in a zip", ZipDraft.empty().with("a.zip", bomb).bytes()),
                bomb(
                        "a zip in a workbook",
                        ZipDraft.of(XLSX).with("xl/media/image1.png", bomb).bytes()),
                bomb("4 GB declared", ZipDraft.declaring(small, 0xFFFF_FFFEL)),
                bomb("says it is small", ZipDraft.declaring(small, 100)),
                bomb("says it is larger than it is", ZipDraft.declaring(small, (1 << 20) + 1)),
                bomb(
                        "parts that overlap",
                        ZipDraft.overlapped(
                                ZipDraft.empty().with("1000", new byte[5 << 20]).bytes(), 500)));
    }

    private static MatrixCase bomb(String variant, byte[] bytes) {
        return unsafe("F-14", variant, bytes).within(1);
    }

    private static Stream<MatrixCase> dangerousNames() {
        ZipDraft many = ZipDraft.of(XLSX);
        for (int part = 0; part < 1001; part++) {
            many.with("xl/p" + part + ".xml", "<x/>");
        }
        Stream<MatrixCase> paths = Stream.of(
                        "../../evil",
                        "xl/../../evil.xml",
                        "/etc/passwd",
                        "C:\\x.xml",
                        "..\\..\\evil.exe",
                        "\\\\host\\x",
                        "..")
                .map(name -> unsafe(
                        "F-15", name, ZipDraft.of(XLSX).with(name, "<x/>").bytes()));
        return Stream.concat(
                paths,
                Stream.of(
                        unsafe("F-15", "more than 1,000 parts", many.bytes()),
                        unsafe(
                                "F-15",
                                "a sheet twice",
                                ZipDraft.of(XLSX)
                                        .with(SHEET_PART, "<worksheet/>")
                                        .bytes()),
                        unsafe(
                                "F-15",
                                "a sheet twice, in capitals",
                                ZipDraft.of(XLSX)
                                        .with("XL/WORKSHEETS/SHEET1.XML", "<worksheet/>")
                                        .bytes()),
                        unsafe(
                                "F-15",
                                "a link",
                                ZipDraft.of(XLSX)
                                        .withLink("xl/media/image1.png", "/etc/passwd")
                                        .bytes())));
    }

    private static Stream<MatrixCase> dangerousXml() {
        String file = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        String net = "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/e\">]>";
        String parameter = "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>";
        String laughs =
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]>";
        return Stream.of(
                xml("a DTD in a sheet", SHEET_PART, "<!DOCTYPE worksheet>", "&#20;"),
                xml("a file in the shared texts", "xl/sharedStrings.xml", file, "&e;"),
                xml("an address in the shared texts", "xl/sharedStrings.xml", net, "&e;"),
                xml("billion laughs in the workbook", "xl/workbook.xml", laughs, "&c;"),
                xml("billion laughs in the shared texts", "xl/sharedStrings.xml", laughs, "&c;"),
                xml("a parameter entity in the types", "[Content_Types].xml", parameter, ""),
                xml("in the relations", "xl/_rels/workbook.xml.rels", net, ""),
                xml("in the properties", "docProps/core.xml", net, ""),
                unsafe(
                        "F-16",
                        "a sheet in UTF-16",
                        ZipDraft.of(XLSX)
                                .rewritten(SHEET_PART, bytes -> ("\ufeff"
                                                + dtd(file, new String(bytes, StandardCharsets.UTF_8)))
                                        .getBytes(StandardCharsets.UTF_16LE))
                                .bytes()),
                unsafe(
                        "F-16",
                        "a schema elsewhere",
                        ZipDraft.of(XLSX)
                                .with(
                                        "xl/xmlMaps.xml",
                                        "<MapInfo><Schema schemaLocation=\"http://127.0.0.1:9/x.xsd\"/></MapInfo>")
                                .bytes()));
    }

    private static MatrixCase xml(String variant, String part, String doctype, String use) {
        return unsafe(
                "F-16",
                variant,
                ZipDraft.of(XLSX)
                        .changed(part, xml -> dtd(doctype, xml.replace("</t>", use + "</t>")))
                        .bytes());
    }

    private static String dtd(String doctype, String xml) {
        return xml.startsWith("<?xml")
                ? xml.replaceFirst("\\?>", "?>" + Matcher.quoteReplacement(doctype))
                : doctype + xml;
    }

    private static Stream<MatrixCase> linksAndObjects() {
        ZipDraft link = ZipDraft.of(XLSX)
                .with(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><externalBook/></externalLink>");
        ZipDraft elsewhere = ZipDraft.of(XLSX)
                .with(
                        "xl/link.xml",
                        "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                + "<ddeLink ddeService=\"cmd\" ddeTopic=\"/C calc\"/></externalLink>");
        ZipDraft source = ZipDraft.of(XLSX)
                .with(
                        "xl/connections.xml",
                        "<connections xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><connection id=\"1\"/></connections>");
        byte[] formula = ZipDraft.of(SHEET.with("expected", 30).xlsx())
                .changed(SHEET_PART, xml -> xml.replace("<v>30.0</v>", "<f>cmd|'/C calc'!A0</f><v>30</v>"))
                .bytes();
        byte[] ole = ZipDraft.of(XLSX)
                .with("xl/embeddings/oleObject1.bin", OldBooks.container("Ole10Native"))
                .bytes();
        byte[] byRelation = ZipDraft.of(XLSX)
                .with("xl/other/x.bin", new byte[700])
                .with(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"r1\" Type=\"" + RELATION
                                + "oleObject\" Target=\"../other/x.bin\"/></Relationships>")
                .bytes();
        byte[] exe = ZipDraft.of(XLSX)
                .with("xl/embeddings/setup.exe", bytes("4d5a900003000000"))
                .bytes();
        byte[] document = ZipDraft.of(XLSX)
                .with("xl/embeddings/Microsoft_Word1.docx", zip("[Content_Types].xml", "word/document.xml"))
                .bytes();
        byte[] oldObject =
                OldBooks.changed(XLS, container -> container.getRoot().createDirectory("MBD0018D3C5"));
        return Stream.of(
                taken("F-17", "a link to a workbook", WARN, "xlsx", link.bytes())
                        .ofAll(FindingCode.EXTERNAL_LINKS),
                taken("F-17", "a DDE link", WARN, "xlsx", elsewhere.bytes()).ofAll(FindingCode.EXTERNAL_LINKS),
                taken("F-17", "a source of data", WARN, "xlsx", source.bytes()).ofAll(FindingCode.EXTERNAL_LINKS),
                taken("F-17", "a DDE formula", WARN, "xlsx", formula)
                        .finds(SHEET.cell("expected"), FindingCode.FORMULA_VALUE)
                        .reads(2, "expected", 30),
                taken("F-17", "a link in an xls", WARN, "xls", linkedXls()).ofAll(FindingCode.EXTERNAL_LINKS),
                taken(
                                "F-17",
                                "DDE in a CSV is text",
                                FIX,
                                "csv",
                                utf8(SHEET.with("reason", "=cmd|' /C calc'!A0").csv()))
                        .reads(2, "reason", "=cmd|' /C calc'!A0"),
                object("an OLE object", "xlsx", ole),
                object("an OLE object in another folder", "xlsx", byRelation),
                object("a program", "xlsx", exe),
                object("a document", "xlsx", document),
                object("an object in an xls", "xls", oldObject),
                taken("F-17", "an OLE object where it is allowed", WARN, "xlsx", ole)
                        .declares("intake.yml", "embeddedObjects: read-values\n")
                        .ofAll(FindingCode.EMBEDDED_OBJECT_IGNORED));
    }

    private static MatrixCase object(String variant, String ending, byte[] bytes) {
        return refused("F-17", variant, MatrixCase.NAME + "." + ending, bytes, FindingCode.EMBEDDED_OBJECT);
    }

    private static byte[] linkedXls() {
        return GoodSheet.bytes(new HSSFWorkbook(), workbook -> {
            workbook.linkExternalWorkbook("other.xls", new HSSFWorkbook());
            SHEET.into(workbook.createSheet("表"), 1);
        });
    }

    private static Stream<MatrixCase> limits() {
        return Stream.of(
                taken("F-18", "1,048,576 formatted blank rows", FIX, "xlsx", XLSX)
                        .file(MatrixCase.NAME + ".xlsx", FileCases::blankRows)
                        .within(3),
                large(
                                "16,384 columns",
                                "xlsx",
                                ZipDraft.of(XLSX)
                                        .changed(
                                                SHEET_PART,
                                                xml -> xml.replaceFirst(
                                                        "</row>",
                                                        "<c r=\"XFD1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"))
                                        .bytes())
                        .says("16384")
                        .says("1000"),
                large("16,384 columns of a CSV", "csv", utf8(CSV + "x,".repeat(16_384) + "\n"))
                        .says("16385")
                        .says("1000"),
                large("500,001 rows", "csv", new byte[0])
                        .file(MatrixCase.NAME + ".csv", () -> utf8(CSV + "x\n".repeat(499_998)))
                        .says("500001")
                        .says("500000"),
                large("a CSV of 32 MB and a byte", "csv", new byte[0])
                        .file(MatrixCase.NAME + ".csv", () -> utf8("x".repeat((32 << 20) + 1)))
                        .says(Integer.toString((32 << 20) + 1))
                        .says(Integer.toString(32 << 20)),
                large("64 MB and a byte", "csv", new byte[0])
                        .file(MatrixCase.NAME + ".csv", () -> new byte[(64 << 20) + 1])
                        .says(Integer.toString((64 << 20) + 1))
                        .says(Integer.toString(64 << 20)));
    }

    private static MatrixCase large(String variant, String ending, byte[] bytes) {
        return refused("F-19", variant, MatrixCase.NAME + "." + ending, bytes, FindingCode.TOO_LARGE);
    }

    private static byte[] blankRows() {
        StringBuilder rows = new StringBuilder(60 << 20);
        for (int row = 4; row <= 1_048_576; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\" s=\"1\" customFormat=\"1\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"1\"/></row>");
        }
        return ZipDraft.of(XLSX)
                .changed(SHEET_PART, xml -> xml.replace("</sheetData>", rows + "</sheetData>"))
                .bytes();
    }

    private static Stream<MatrixCase> encodings() {
        GoodSheet rare = GoodSheet.of("health-check").with("name", "李𠮷㙓");
        String text = rare.csv();
        String tabs = text.replace(',', '\t');
        Stream<MatrixCase> known = Stream.of(
                encoding("UTF-8", text.getBytes(StandardCharsets.UTF_8)),
                encoding("UTF-8 with a mark", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)),
                encoding("GB18030 with 4-byte characters", text.getBytes(GB18030))
                        .ofAll(FindingCode.ENCODING_DECIDED),
                encoding("UTF-16LE with a mark, tabs", ("\ufeff" + tabs).getBytes(StandardCharsets.UTF_16LE))
                        .ofAll(FindingCode.ENCODING_DECIDED)
                        .says("UTF-16LE"),
                encoding("UTF-16BE with a mark, tabs", ("\ufeff" + tabs).getBytes(StandardCharsets.UTF_16BE))
                        .ofAll(FindingCode.ENCODING_DECIDED)
                        .says("UTF-16BE"));
        MatrixCase gbk = taken("F-20", "GBK", FIX, "csv", CSV.getBytes(GBK))
                .ofAll(FindingCode.ENCODING_DECIDED)
                .says("GB18030")
                .reads(2, "className", "电工一班");

        String traditional = "班級,應到人數,實到人數,缺勤原因\n電工一班,30,29,感冒發燒，在家隔離觀察\n電工二班,28,28,\n";
        String japanese = "クラス,出席すべき人数,出席した人数,欠席の理由\n一組,30,29,かぜをひいたため\n二組,28,28,\n";
        byte[] half = CSV.getBytes(StandardCharsets.UTF_8);
        byte[] otherHalf = "钳工三班,学员,30,30,,,\n电焊四班,学员,30,30,,,\n".getBytes(GBK);
        byte[] euro = {(byte) 0x80, '\n'};
        Stream<MatrixCase> unknown = Stream.of(
                unknown("Big5", traditional.getBytes(Charset.forName("Big5")), 1),
                unknown("Shift-JIS", japanese.getBytes(Charset.forName("Shift_JIS")), 1),
                unknown("half UTF-8, half GBK", joined(half, otherHalf), 4),
                unknown(
                        "half GBK, half UTF-8",
                        joined(CSV.getBytes(GBK), "电工三班,学员,30,30,,,缺勤\n".getBytes(StandardCharsets.UTF_8)),
                        4),
                unknown("a lone 0x80 in UTF-8", joined(half, euro), 4),
                unknown("a lone 0x80 in GBK", joined(CSV.getBytes(GBK), euro), 4),
                unknown("UTF-8 cut in a character", Arrays.copyOf(half, half.length - 11), 3));
        return concat(
                known,
                Stream.of(gbk),
                unknown,
                Stream.of(MatrixCase.of("F-21", "U+FFFD saved by somebody before", ROW)
                        .csv(SHEET.with("className", "电工\ufffd班").csv())
                        .finds(SHEET.cell("className"), FindingCode.CHARACTER_INVALID)
                        .accepted(1)
                        .rejected(1)));
    }

    private static MatrixCase encoding(String variant, byte[] bytes) {
        return MatrixCase.of("F-20", variant, FIX)
                .file(MatrixCase.NAME + ".csv", bytes)
                .accepted(2)
                .rejected(0)
                .reads(2, "name", "李𠮷㙓");
    }

    private static MatrixCase unknown(String variant, byte[] bytes, int line) {
        return refused("F-21", variant, MatrixCase.NAME + ".csv", bytes, FindingCode.ENCODING_UNKNOWN)
                .says("第 " + line + " 行");
    }

    private static Stream<MatrixCase> separators() {
        Function<String, byte[]> semicolons = head -> utf8(head + CSV.replace(',', ';'));
        return Stream.of(
                separated(";", semicolons.apply("")),
                separated("tab", utf8(CSV.replace(',', '\t'))),
                separated("，", utf8(CSV.replace(',', '，'))),
                separated("sep=;", semicolons.apply("sep=;\r\n")),
                separated("\"sep=;\" in quotes", semicolons.apply("\"sep=;\"\n")),
                separated("SEP=, in capitals", utf8("SEP=,\n" + CSV)),
                separated("sep= with a tab", utf8("sep=\t\n" + CSV.replace(',', '\t'))),
                separated("carriage returns alone", utf8(CSV.replace('\n', '\r'))),
                separated("both line ends", utf8(CSV.replace("\n", "\r\n"))),
                separated(
                        "line ends of all kinds",
                        utf8(CSV.replaceFirst("\n", "\r").replaceFirst("\n", "\r\n"))),
                separated("no final newline", utf8(CSV.stripTrailing())),
                nul("a NUL byte", CSV.replace("电工二班", "电工\0班").getBytes(StandardCharsets.UTF_8), 3),
                nul("a NUL byte in GBK", CSV.replace("电工二班", "电工\0班").getBytes(GBK), 3),
                nul("a tail of NUL bytes", Arrays.copyOf(CSV_BYTES, 4096), 4),
                refused(
                        "F-22",
                        "UTF-16 without a mark",
                        MatrixCase.NAME + ".csv",
                        CSV.getBytes(StandardCharsets.UTF_16LE),
                        FindingCode.ENCODING_UNKNOWN));
    }

    private static MatrixCase separated(String variant, byte[] bytes) {
        return taken("F-22", variant, FIX, "csv", bytes).reads(3, "present", 28).reads(2, "className", "电工一班");
    }

    private static MatrixCase nul(String variant, byte[] bytes, int line) {
        return refused("F-22", variant, MatrixCase.NAME + ".csv", bytes, FindingCode.NUL_IN_TEXT)
                .says("第 " + line + " 行");
    }

    private static Stream<MatrixCase> quotes() {
        String line = "电工一班,学员,30,30,,,\n";
        String heading = CSV.substring(0, CSV.indexOf('\n') + 1);
        String open = "电工九班,学员,30,30,,,\"缺勤原因没有写完\n";
        return Stream.of(
                notClosed("to the end, 5,000 lines", heading + line.repeat(10) + open + line.repeat(5_000), 12),
                notClosed("to the end of the last line", heading + line + open.stripTrailing(), 3),
                notClosed("up to the next quoted field", heading + line + open + line + "\"电工二班\"" + line, 3),
                notClosed(
                        "up to a stray quote, 200 lines on",
                        heading + line + open + line.repeat(200) + line.stripTrailing() + "\"\n" + line,
                        3),
                notClosed("up to a stray quote, one line on", heading + open + line.stripTrailing() + "\"\n" + line, 2),
                notClosed(
                        "inside a field, up to one inside a field before it",
                        heading + line + "电工三班,学员,30,30,,,17\" 显示器坏\n电工四班\"晚,学员,30,30,,,迟到\n" + line,
                        3),
                notClosed(
                        "inside a field, up to one in the same column",
                        heading + line + "电工三班,学员,30,30,,,17\" 显示器坏\n电工四班,学员,30,30,,,15\" 屏坏\n" + line,
                        3),
                notClosed("behind a field of several lines", heading + "电工一班,学员,30,30,,,\"一\n二\"\n" + open, 4),
                notClosed(
                        "a field of 10,001 characters",
                        heading + "电工一班,学员,30,30,,,\"" + "字\n".repeat(5_001) + "\"\n",
                        2),
                refused(
                                "F-23",
                                "10,001 characters in one line",
                                MatrixCase.NAME + ".csv",
                                utf8(heading + "电工一班,学员,30,30,,," + "字".repeat(10_001) + "\n"),
                                FindingCode.TOO_LARGE)
                        .says("10001")
                        .says("10000"),
                taken(
                                "F-23",
                                "an honest field of several lines",
                                FIX,
                                "csv",
                                utf8(heading + "电工一班,学员,30,30,,,\"一名迟到，\n已说明\"\n" + line.replace("一班", "二班")))
                        .reads(2, "reason", "一名迟到， 已说明"));
    }

    private static MatrixCase notClosed(String variant, String text, int line) {
        return refused("F-23", variant, MatrixCase.NAME + ".csv", utf8(text), FindingCode.QUOTE_NOT_CLOSED)
                .says("第 " + line + " 行");
    }

    /** Whose and when it is stands above the table, so that the name says nothing. */
    private static Stream<MatrixCase> fileNames() {
        byte[] book = GoodSheet.bytes(new XSSFWorkbook(), workbook -> {
            var sheet = workbook.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue("新程职业培训学校");
            sheet.createRow(1).createCell(0).setCellValue("2020年6月17日");
            SHEET.into(sheet, 4);
        });
        return Stream.of(
                        "../../x.xlsx",
                        "C:\\x.xlsx",
                        "日报\0.xlsx",
                        "日报\r\n已接收.xlsx",
                        "日报\u202exslx.xlsx",
                        "日".repeat(180) + ".xlsx",
                        "😷日报👩\u200d🏫.xlsx",
                        "CON.xlsx",
                        "re\u0301sume\u0301.xlsx",
                        "   ",
                        "\u001b[2J\u001b[31m日报.xlsx",
                        ".xlsx",
                        "")
                .map(name -> MatrixCase.of("F-24", visible(name), FIX)
                        .file(name, book)
                        .accepted(2)
                        .rejected(0));
    }

    private static String visible(String name) {
        StringBuilder visible = new StringBuilder("“");
        name.chars()
                .limit(30)
                .forEach(letter -> visible.append(
                        letter < ' ' || letter > 0x2000 && letter < 0x2100
                                ? String.format("\\u%04x", letter)
                                : Character.toString(letter)));
        return visible.append('”').toString();
    }

    private static Stream<MatrixCase> severalKindsAtOnce() {
        String page = "<html><body>日报</body></html>";
        return Stream.of(
                unsupported(
                        "F-26", "a page, then a workbook", MatrixCase.NAME + ".xlsx", joined(utf8(page), XLSX), "网页"),
                unsupported(
                        "F-26",
                        "a picture, then a workbook",
                        MatrixCase.NAME + ".xlsx",
                        joined(bytes("474946383961010001000000"), XLSX),
                        "图片"),
                taken(
                        "F-26",
                        "a workbook, then a page as a part",
                        FIX,
                        "xlsx",
                        ZipDraft.of(XLSX).with("index.html", page).bytes()),
                taken("F-26", "a workbook, then a page, as .html", WARN, "html", joined(XLSX, utf8(page)))
                        .ofAll(FindingCode.EXTENSION_DIFFERS),
                taken("F-26", "a workbook as .png", WARN, "png", XLSX).ofAll(FindingCode.EXTENSION_DIFFERS));
    }

    private static Stream<MatrixCase> sentBefore() {
        return Stream.of(
                again("the same bytes", FIX, "csv", CSV_BYTES).state("duplicate"),
                again("the same rows with a mark", WARN, "csv", utf8("\ufeff" + CSV))
                        .ofAll(FindingCode.SAME_CONTENT),
                again("the same rows in a workbook", WARN, "xlsx", XLSX).ofAll(FindingCode.SAME_CONTENT),
                again(
                                "the same rows, columns turned round",
                                WARN,
                                "csv",
                                utf8(SHEET.reversed().csv()))
                        .ofAll(FindingCode.SAME_CONTENT),
                again(
                        "another number",
                        FIX,
                        "csv",
                        utf8(SHEET.with("present", "29")
                                .with("personalLeave", "1")
                                .csv())));
    }

    private static MatrixCase again(String variant, Action action, String ending, byte[] bytes) {
        return taken("F-27", variant, action, ending, bytes)
                .after(MatrixCase.NAME + ".csv", CSV, "2020-06-17T07:00:00+08:00");
    }

    private static MatrixCase taken(String row, String variant, Action action, String ending, byte[] bytes) {
        return MatrixCase.of(row, variant, action)
                .file(MatrixCase.NAME + "." + ending, bytes)
                .accepted(2)
                .rejected(0);
    }

    private static MatrixCase refused(String row, String variant, String name, byte[] bytes, FindingCode code) {
        return MatrixCase.of(row, variant, FILE).file(name, bytes).ofAll(code);
    }

    private static MatrixCase unsupported(String row, String variant, String name, byte[] bytes, String kind) {
        return refused(row, variant, name, bytes, FindingCode.UNSUPPORTED_FORMAT)
                .says(kind);
    }

    private static MatrixCase unsafe(String row, String variant, byte[] bytes) {
        FindingCode code = row.equals("F-16") ? FindingCode.UNSAFE_XML : FindingCode.UNSAFE_ARCHIVE;
        return MatrixCase.of(row, variant, SEC)
                .file(MatrixCase.NAME + ".xlsx", bytes)
                .ofAll(code);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    @SafeVarargs
    private static Stream<MatrixCase> concat(Stream<MatrixCase>... streams) {
        return Stream.of(streams).flatMap(cases -> cases);
    }
}
