package lingbao.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lingbao.hostile.BiffStream.Part;

/** The files that everybody names who speaks of hostile workbooks, each with the answer that it must get. */
final class NamedHostileFiles {

    private static final Path SHARED = Path.of("../shared/inputs/hostile");

    /** @param answer the state or the code that is told */
    record Named(HostileFile file, String answer) {}

    private NamedHostileFiles() {}

    /** Those that others found; none where the shared inputs are not here. */
    static List<HostileFile> found() throws IOException {
        if (!Files.isDirectory(SHARED)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(SHARED)) {
            return files.filter(file -> !file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> new HostileFile(
                            String.valueOf(file.getFileName()),
                            String.valueOf(file.getFileName()),
                            () -> Files.readAllBytes(file)))
                    .toList();
        }
    }

    /** Small ones, answered at once. */
    static List<Named> small() {
        return List.of(
                named("macros in an xlsx", "xlsm", "ACTIVE_CONTENT", () -> with("xl/vbaProject.bin", new byte[600])),
                named(
                        "encrypted xlsx",
                        "xlsx",
                        "ENCRYPTED",
                        () -> BiffStream.container(new byte[5_000], "EncryptedPackage")),
                named("encrypted xls", "xls", "ENCRYPTED", () -> BiffStream.good()
                        .insert(1, List.of(new Part(BiffStream.FILE_PASS, new byte[54], -1)))
                        .xls()),
                named("BIFF5", "xls", "UNSUPPORTED_FORMAT", NamedHostileFiles::biff5),
                named("xlsb", "xlsx", "UNSUPPORTED_FORMAT", () -> archive("xl/workbook.bin", "[Content_Types].xml")),
                named("ods", "xlsx", "UNSUPPORTED_FORMAT", () -> archive("mimetype", "content.xml")),
                named(
                        "a name twice",
                        "xlsx",
                        "UNSAFE_ARCHIVE",
                        () -> with(GoodFile.SHEET.toUpperCase(Locale.ROOT), new byte[9])),
                named(
                        "a name that leaves the archive",
                        "xlsx",
                        "UNSAFE_ARCHIVE",
                        () -> with("../../evil", new byte[9])),
                named("bomb", "xlsx", "UNSAFE_ARCHIVE", () -> with("xl/media/image1.png", new byte[60 << 20])),
                named(
                        "bomb in a bomb",
                        "xlsx",
                        "UNSAFE_ARCHIVE",
                        () -> with("a.zip", RawZip.archive(Map.of("0", new byte[60 << 20])))),
                named("bomb of overlapping parts", "xlsx", "UNSAFE_ARCHIVE", () -> HostileArchives.overlapping(5, 500)),
                named(
                        "external entity",
                        "xlsx",
                        "UNSAFE_XML",
                        () -> texts("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<si><t>&e;</t></si>")),
                named(
                        "billion laughs",
                        "xlsx",
                        "UNSAFE_XML",
                        () -> texts(
                                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>",
                                "<si><t>&b;</t></si>")),
                named(
                        "10,000 elements one in the other",
                        "xlsx",
                        "accepted",
                        () -> RawZip.archive(
                                GoodFile.parts(GoodFile.row(2) + "<a>".repeat(10_000) + "</a>".repeat(10_000)))),
                named("30,000 attributes of one element", "xlsx", "TOO_LARGE", () -> attributes(30_000)),
                named(
                        "a number of 30,000 digits",
                        "xlsx",
                        "TOO_LARGE",
                        () -> RawZip.archive(GoodFile.parts(
                                "<row r=\"2\"><c r=\"E2\"><v>" + "31".repeat(15_000) + "</v></c></row>"))),
                named("one part, 200 sheets", "xlsx", "CORRUPT", NamedHostileFiles::onePartManySheets),
                named(
                        "a choice of 32,000 letters",
                        "xlsx",
                        "TEXT_TOO_LONG",
                        () -> RawZip.archive(GoodFile.parts(GoodFile.row(2) + "<row r=\"3\">"
                                + GoodFile.text(0, 3, "王建国") + GoodFile.text(2, 3, "学员") + "<c r=\"E3\"><v>36.5</v></c>"
                                + GoodFile.text(5, 3, "无、".repeat(16_000)) + "</row>"))),
                named("a cell of 1 MB in a csv", "csv", "TOO_LARGE", () -> (GoodFile.csv() + "体".repeat(350_000)
                                + ",,\r\n")
                        .getBytes(UTF_8)),
                named("a million quotes", "csv", "TOO_LARGE", () -> (GoodFile.csv() + "a\"".repeat(500_000))
                        .getBytes(UTF_8)));
    }

    /** Large ones. */
    static List<Named> large() {
        return List.of(
                named(
                        "a million blank rows",
                        "xlsx",
                        "accepted",
                        () -> RawZip.archive(GoodFile.parts(GoodFile.row(2)
                                + GoodFile.rows(
                                        3,
                                        1_048_576,
                                        row -> "<c r=\"A" + row + "\" s=\"0\"/><c r=\"B" + row + "\" s=\"0\"/>")))),
                named(
                        "a million rows left out, twice over",
                        "xlsx",
                        "SHEET_REPEATED",
                        () -> twoSheets(GoodFile.row(2) + GoodFile.row(1_048_576))),
                named("12,000 cells of 1 MB", "xlsx", "TOO_LARGE", () -> {
                    Map<String, byte[]> parts = GoodFile.parts(GoodFile.rows(
                            2,
                            4_000,
                            row -> "<c r=\"A" + row + "\" t=\"s\"><v>0</v></c><c r=\"B" + row
                                    + "\" t=\"s\"><v>0</v></c><c r=\"C" + row + "\" t=\"s\"><v>0</v></c>"));
                    GoodFile.put(
                            parts,
                            GoodFile.TEXTS,
                            "<sst xmlns=\"" + GoodFile.SPREADSHEET + "\"><si><t>" + "A".repeat(1 << 20)
                                    + "</t></si></sst>");
                    return RawZip.archive(parts);
                }),
                named("50,000 merges", "xlsx", "TOO_LARGE", () -> merges(50_000)),
                named("10,000 merges", "xlsx", "REQUIRED_BLANK", () -> merges(10_000)),
                named("1,200,000 texts, one of them used", "xlsx", "TOO_LARGE", () -> texts(1_200_000, 1, "学员")),
                named("2,000,000 texts, one of them used", "xlsx", "TOO_LARGE", () -> texts(2_000_000, 1, "学员")),
                named("90,000 texts, 30,000 of them used", "xlsx", "accepted", () -> texts(90_000, 30_000, "学员")),
                named(
                        "90,000 long texts, 1,000 of them used",
                        "xlsx",
                        "TOO_LARGE",
                        () -> texts(90_000, 1_000, "学".repeat(400))),
                named(
                        "300 MB of blank cells",
                        "xlsx",
                        "UNSAFE_ARCHIVE",
                        () -> RawZip.archive(GoodFile.parts(GoodFile.row(2)
                                + GoodFile.rows(3, 100_000, row -> ("<c s=\"" + row % 9 + "\"/>").repeat(280))))),
                named("30 MB of commas", "csv", "TOO_LARGE", () -> (GoodFile.csv() + ",,,,,,\r\n".repeat(3_900_000))
                        .getBytes(UTF_8)),
                named("50 MB of text", "csv", "TOO_LARGE", () -> (GoodFile.csv() + "王建国,正常\r\n".repeat(2_900_000))
                        .getBytes(UTF_8)),
                named("30 MB of one line", "csv", "TOO_LARGE", () -> (GoodFile.csv() + "a".repeat(30_000_000))
                        .getBytes(UTF_8)),
                named("30 MB in an open quote", "csv", "QUOTE_NOT_CLOSED", () -> (GoodFile.csv() + "\""
                                + "a,b\n".repeat(7_500_000))
                        .getBytes(UTF_8)),
                named("25,000 rows with long faults", "csv", "partly-accepted", () -> (GoodFile.csv()
                                + ("王建国," + "9".repeat(250) + ",外星人" + "甲".repeat(250) + ",一班," + "3".repeat(250)
                                                + ",无,\r\n")
                                        .repeat(25_000))
                        .getBytes(UTF_8)),
                filling(),
                lasting());
    }

    static Named filling() {
        return named("an xls that fills the parser's heap", "xls", "TOO_LARGE", () -> spread(6));
    }

    static Named lasting() {
        return named("an xls that takes for ever", "xls", "TOO_LARGE", () -> arrays(16_000, 120_000));
    }

    private static Named named(String label, String ending, String answer, HostileFile.Content content) {
        return new Named(new HostileFile(label, GoodFile.STEM + "健康监测." + ending, content), answer);
    }

    private static byte[] with(String name, byte[] content) {
        RawZip zip = RawZip.of(GoodFile.savedParts());
        zip.deflated(name, content);
        return zip.bytes();
    }

    private static byte[] archive(String... names) {
        RawZip zip = new RawZip();
        Arrays.stream(names).forEach(name -> zip.deflated(name, "<x/>".getBytes(UTF_8)));
        return zip.bytes();
    }

    private static byte[] biff5() {
        BiffStream stream = BiffStream.good();
        stream.parts.get(0).body()[1] = 5;
        return BiffStream.container(stream.records(), "Book");
    }

    private static byte[] texts(String before, String inside) {
        Map<String, byte[]> parts = GoodFile.parts("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>");
        GoodFile.put(parts, GoodFile.TEXTS, before + GoodFile.sharedTexts(inside));
        return RawZip.archive(parts);
    }

    private static byte[] attributes(int many) {
        StringBuilder attributes = new StringBuilder();
        for (int number = 0; number < many; number++) {
            attributes.append(" a").append(number).append("=\"\"");
        }
        return RawZip.archive(GoodFile.parts("<row r=\"2\"" + attributes + "/>"));
    }

    private static byte[] onePartManySheets() {
        Map<String, byte[]> parts = GoodFile.parts(GoodFile.row(2));
        StringBuilder sheets = new StringBuilder();
        for (int number = 1; number <= 200; number++) {
            sheets.append("<sheet name=\"")
                    .append(number)
                    .append("\" sheetId=\"")
                    .append(number)
                    .append("\" r:id=\"rId1\"/>");
        }
        String workbook = new String(parts.getOrDefault(GoodFile.WORKBOOK, new byte[0]), UTF_8);
        GoodFile.put(
                parts,
                GoodFile.WORKBOOK,
                workbook.replaceFirst("<sheets>.*</sheets>", "<sheets>" + sheets + "</sheets>"));
        return RawZip.archive(parts);
    }

    private static byte[] twoSheets(String rows) {
        Map<String, byte[]> parts = GoodFile.parts(rows);
        parts.put("xl/worksheets/sheet2.xml", parts.getOrDefault(GoodFile.SHEET, new byte[0]));
        for (String part : List.of(GoodFile.WORKBOOK, GoodFile.RELATIONS, GoodFile.TYPES)) {
            String xml = new String(parts.getOrDefault(part, new byte[0]), UTF_8);
            GoodFile.put(
                    parts,
                    part,
                    xml.replace("</sheets>", "<sheet name=\"2020-06-16\" sheetId=\"2\" r:id=\"rId9\"/></sheets>")
                            .replace(
                                    "</Relationships>",
                                    GoodFile.relation("rId9", "worksheet", "worksheets/sheet2.xml")
                                            + "</Relationships>")
                            .replace(
                                    "</Types>",
                                    GoodFile.override("/xl/worksheets/sheet2.xml", "worksheet+xml") + "</Types>"));
        }
        return RawZip.archive(parts);
    }

    private static byte[] merges(int many) {
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (int number = 0; number < many; number++) {
            merges.append("<mergeCell ref=\"A")
                    .append(2 + 2 * number)
                    .append(":B")
                    .append(3 + 2 * number)
                    .append("\"/>");
        }
        return RawZip.archive(GoodFile.partsOfSheet(GoodFile.worksheet("<sheetData>" + GoodFile.heading()
                + GoodFile.rows(
                        2, 20_000, row -> GoodFile.text(0, row, "王建国") + "<c r=\"E" + row + "\"><v>36.5</v></c>")
                + "</sheetData>" + merges + "</mergeCells>")));
    }

    private static byte[] texts(int many, int used, String end) {
        StringBuilder texts = new StringBuilder();
        for (int number = 0; number < many; number++) {
            texts.append("<si><t>")
                    .append(Integer.toHexString(number * 0x9E3779B1))
                    .append(end)
                    .append("</t></si>");
        }
        Map<String, byte[]> parts = GoodFile.parts(
                GoodFile.rows(2, used + 1, row -> "<c r=\"A" + row + "\" t=\"s\"><v>" + (many - row + 1) + "</v></c>"));
        GoodFile.put(parts, GoodFile.TEXTS, GoodFile.sharedTexts(texts.toString()));
        return RawZip.archive(parts);
    }

    private static byte[] spread(int sheets) {
        BiffStream stream = BiffStream.good();
        List<Part> cells = new ArrayList<>();
        for (int row = 0; row < 65_536; row++) {
            cells.add(BiffStream.number(row, 255, 1));
        }
        return HostileRecords.withSheets(stream, sheets, cells);
    }

    /** Every cell of an array is looked for among all arrays. */
    private static byte[] arrays(int arrays, int cells) {
        BiffStream stream = BiffStream.good();
        List<Part> parts = new ArrayList<>();
        for (int number = 0; number < arrays; number++) {
            parts.addAll(HostileRecords.array(40 + number, 10));
        }
        for (int number = 0; number < cells; number++) {
            parts.add(HostileRecords.formula(40 + number % 60_000, 11 + number / 60_000, 65_000, 200));
        }
        return stream.insert(stream.firstCell(), parts).xls();
    }
}
