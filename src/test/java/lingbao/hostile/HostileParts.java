package lingbao.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static lingbao.hostile.HostileBuilder.oneOf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An {@code .xlsx} harmed part by part: what stands in the parts and which parts there are, in an honest archive. */
enum HostileParts implements HostileBuilder {
    PARTS_SWAPPED(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        String one = anyName(parts, random);
        String other = anyName(parts, random);
        byte[] content = content(parts, one);
        parts.put(one, content(parts, other));
        parts.put(other, content);
        return RawZip.archive(parts);
    }),
    PART_MISSING(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        parts.remove(anyName(parts, random));
        return RawZip.archive(parts);
    }),
    PART_EMPTY(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        parts.put(anyName(parts, random), random.nextBoolean() ? new byte[0] : new byte[random.nextInt(5_000)]);
        return RawZip.archive(parts);
    }),
    PART_TWICE(random -> {
        RawZip zip = RawZip.of(GoodFile.savedParts());
        String name = new String(oneOf(random, zip.entries.toArray(RawZip.Entry[]::new)).name, UTF_8);
        zip.deflated(random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT), xml("<worksheet/>"));
        return zip.bytes();
    }),
    PART_RENAMED(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        String name = anyName(parts, random);
        byte[] content = content(parts, name);
        parts.remove(name);
        parts.put(oneOf(random, new String[] {name + ".bak", "xl/" + name, "x.xml", name.replace('/', '\\')}), content);
        return RawZip.archive(parts);
    }),
    PART_OVERSIZE(random -> changed(anyXmlPart(random), xml -> xml + " ".repeat((1 + random.nextInt(40)) << 20))),
    PART_NESTED(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        String name = random.nextBoolean() ? anyName(parts, random) : "xl/media/image1.png";
        parts.put(name, random.nextBoolean() ? GoodFile.xlsx() : RawZip.archive(Map.of("0", new byte[9 << 20])));
        return RawZip.archive(parts);
    }),
    CONTENT_TYPES_WRONG(random -> changed(GoodFile.TYPES, xml -> {
        String[] types = {
            "sharedStrings", "worksheet", "styles", "sheet.main", "chartsheet", "vbaProject", "sheet.macroEnabled.main"
        };
        return xml.replace(oneOf(random, types) + "+xml", oneOf(random, types) + "+xml");
    })),
    EXTERNAL_ENTITY(random -> withDocumentType(random, oneOf(random, new String[] {
        "<!ENTITY e SYSTEM \"file:///etc/passwd\">",
        "<!ENTITY e SYSTEM \"http://127.0.0.1:9/e\">",
        "<!ENTITY % e SYSTEM \"http://127.0.0.1:9/p\"> %e;",
        "<!ENTITY e PUBLIC \"-//e\" \"\\\\\\\\127.0.0.1\\\\share\">"
    }))),
    BILLION_LAUGHS(random -> {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"哈哈哈哈哈哈哈哈哈哈\">");
        for (int level = 1; level <= 9 + random.nextInt(30); level++) {
            entities.append("<!ENTITY e").append(level).append(" \"");
            entities.append(("&e" + (level - 1) + ";").repeat(10)).append("\">");
        }
        return withDocumentType(random, entities.append("<!ENTITY e \"&e9;\">").toString());
    }),
    ELEMENTS_DEEP(random -> {
        int depth = (int) Math.pow(10, 2 + random.nextInt(5));
        String name = oneOf(random, new String[] {"a", "row", "c", "is", "r", "si"});
        String deep =
                ("<" + name + ">").repeat(depth) + (random.nextBoolean() ? ("</" + name + ">").repeat(depth) : "");
        return random.nextBoolean()
                ? changed(anyXmlPart(random), xml -> behindTheRoot(xml, deep))
                : RawZip.archive(GoodFile.parts(GoodFile.row(2) + deep));
    }),
    ATTRIBUTE_HUGE(random -> changed(
            anyXmlPart(random), xml -> inTheRoot(xml, " x=\"" + "9".repeat(100_000 << random.nextInt(8)) + "\""))),
    ATTRIBUTES_MANY(random -> {
        StringBuilder attributes = new StringBuilder();
        int many = 1_000 << random.nextInt(9);
        for (int number = 0; number < many; number++) {
            attributes.append(" a").append(Integer.toString(number, 36)).append("=\"\"");
        }
        return changed(anyXmlPart(random), xml -> inTheRoot(xml, attributes.toString()));
    }),
    NAMESPACES_MANY(random -> {
        StringBuilder declared = new StringBuilder();
        int many = 1_000 << random.nextInt(7);
        for (int number = 0; number < many; number++) {
            declared.append(" xmlns:p")
                    .append(number)
                    .append("=\"u")
                    .append(number)
                    .append('"');
        }
        String used = "<p0:x/>".repeat(random.nextBoolean() ? 0 : 20_000);
        return changed(anyXmlPart(random), xml -> behindTheRoot(inTheRoot(xml, declared.toString()), used));
    }),
    NAMESPACES_NESTED(random -> {
        int deep = 500 << random.nextInt(7);
        StringBuilder nested = new StringBuilder();
        for (int level = 0; level < deep; level++) {
            nested.append("<a xmlns:p").append(level).append("=\"u\">");
        }
        nested.append("<p0:x/>".repeat(20_000)).append("</a>".repeat(deep));
        return changed(anyXmlPart(random), xml -> behindTheRoot(xml, nested.toString()));
    }),
    ELEMENT_NAMES_MANY(random -> {
        StringBuilder elements = new StringBuilder();
        int many = 10_000 << random.nextInt(6);
        for (int number = 0; number < many; number++) {
            elements.append("<e").append(random.nextInt(Integer.MAX_VALUE)).append("/>");
        }
        return changed(anyXmlPart(random), xml -> behindTheRoot(xml, elements.toString()));
    }),
    ATTRIBUTE_NAMES_MANY(random -> {
        StringBuilder elements = new StringBuilder();
        int many = 10_000 << random.nextInt(6);
        for (int number = 0; number < many; number++) {
            elements.append("<e a").append(random.nextInt(Integer.MAX_VALUE)).append("=\"\"/>");
        }
        return changed(anyXmlPart(random), xml -> behindTheRoot(xml, elements.toString()));
    }),
    REMARKS_MANY(random -> changed(
            anyXmlPart(random),
            xml -> behindTheRoot(
                    xml,
                    oneOf(random, new String[] {"<!---->", "<?p?>", "<![CDATA[]]>", "&#32;"})
                            .repeat(300_000)))),
    REMARK_HUGE(random -> changed(
            anyXmlPart(random),
            xml -> behindTheRoot(
                    xml,
                    random.nextBoolean()
                            ? "<!--" + "x".repeat(6 << 20) + "-->"
                            : "<![CDATA[" + "<".repeat(6 << 20) + "]]>"))),
    CHARACTERS_FORBIDDEN(random -> RawZip.archive(GoodFile.parts("<row r=\"2\">"
            + GoodFile.text(0, 2, oneOf(random, new String[] {
                "&#0;",
                "&#xD800;",
                "&#x110000;",
                "&#99999999999;",
                "&unknown;",
                "\u0001",
                "\ufffe",
                "_x0000_",
                "_xD800_",
                "&"
            }))
            + "</row>"))),
    SHARED_TEXT_HUGE(random -> withTexts("<si><t>" + "体".repeat(40_000 << random.nextInt(6)) + "</t></si>")),
    SHARED_TEXTS_MANY(random -> {
        StringBuilder texts = new StringBuilder();
        int many = 50_000 << random.nextInt(5);
        for (int number = 0; number < many; number++) {
            texts.append("<si><t>").append(number).append("</t></si>");
        }
        return withTexts(texts.toString());
    }),
    SHARED_TEXTS_LONG(random -> {
        // As long as a cell may be, and as many as the archive's plausibility lets through.
        StringBuilder texts = new StringBuilder();
        int many = 100 << random.nextInt(5);
        for (int number = 0; number < many; number++) {
            texts.append("<si><t>")
                    .append(noise(random, 300))
                    .append("体".repeat(32_000))
                    .append("</t></si>");
        }
        return withTexts(texts.toString());
    }),
    SHARED_TEXT_OF_RUNS(random ->
            withTexts("<si>" + "<r><rPr><b/></rPr><t></t></r>".repeat(10_000 << random.nextInt(6)) + "</si>")),
    SHARED_TEXTS_COUNT_LIES(random -> {
        Map<String, byte[]> parts = GoodFile.parts(sharedCell(2, random.nextBoolean() ? 0 : Integer.MAX_VALUE));
        GoodFile.put(
                parts,
                GoodFile.TEXTS,
                "<sst xmlns=\"" + GoodFile.SPREADSHEET + "\" count=\"2147483647\" uniqueCount=\""
                        + oneOf(random, new String[] {"2147483647", "-1", "99999999999", "x", "1000000000"})
                        + "\"><si><t>无</t></si></sst>");
        return RawZip.archive(parts);
    }),
    TWELVE_THOUSAND_CELLS_OF_ONE_TEXT(random -> {
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row <= 12_001; row++) {
            rows.append(sharedCell(row, 0));
        }
        Map<String, byte[]> parts = GoodFile.parts(rows.toString());
        String text = "体".repeat(random.nextBoolean() ? 1 << 20 : 32_000);
        GoodFile.put(parts, GoodFile.TEXTS, GoodFile.sharedTexts("<si><t>" + text + "</t></si>"));
        return RawZip.archive(parts);
    }),
    STYLES_MANY(random -> {
        int many = 10_000 << random.nextInt(5);
        StringBuilder styles = new StringBuilder("<styleSheet xmlns=\"" + GoodFile.SPREADSHEET + "\"><numFmts>");
        for (int number = 0; number < many; number++) {
            styles.append("<numFmt numFmtId=\"")
                    .append(200 + number)
                    .append("\" formatCode=\"0.")
                    .append(number)
                    .append("\"/>");
        }
        styles.append("</numFmts><fonts>")
                .append("<font><strike/></font>".repeat(many))
                .append("</fonts><cellXfs>");
        for (int number = 0; number < many; number++) {
            styles.append("<xf numFmtId=\"")
                    .append(200 + number)
                    .append("\" fontId=\"")
                    .append(number)
                    .append("\"/>");
        }
        Map<String, byte[]> parts = GoodFile.parts(
                rows(300, row -> "<c r=\"E" + row + "\" s=\"" + random.nextInt(many) + "\"><v>36.5</v></c>"));
        GoodFile.put(
                parts, GoodFile.STYLES, styles.append("</cellXfs></styleSheet>").toString());
        return RawZip.archive(parts);
    }),
    NUMBER_FORMAT_HUGE(random -> {
        String code = oneOf(random, new String[] {"[", "\\", "\"", "y", "m;", "[$", "#,", "*_", "[h]", "0\"a\""})
                .repeat(5_000 << random.nextInt(6));
        Map<String, byte[]> parts = GoodFile.parts(rows(
                2_000,
                row -> "<c r=\"E" + row + "\" s=\"0\"><v>36.5</v></c>" + "<c r=\"F" + row
                        + "\" s=\"1\"><v>43999</v></c>"));
        GoodFile.put(
                parts,
                GoodFile.STYLES,
                "<styleSheet xmlns=\"" + GoodFile.SPREADSHEET + "\"><numFmts><numFmt numFmtId=\"200\" formatCode=\""
                        + code.replace("\"", "&quot;")
                        + "\"/></numFmts><fonts><font/></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs></styleSheet>");
        return RawZip.archive(parts);
    }),
    MERGES_MANY(random -> {
        int many = oneOf(random, new Integer[] {9_999, 10_001, 50_000});
        StringBuilder merges = new StringBuilder("<mergeCells>");
        for (int number = 0; number < many; number++) {
            int row = 2 + (random.nextBoolean() ? number : random.nextInt(20));
            merges.append("<mergeCell ref=\"A")
                    .append(row)
                    .append(":XFD")
                    .append(row + random.nextInt(1 + number))
                    .append("\"/>");
        }
        return RawZip.archive(GoodFile.partsOfSheet(GoodFile.worksheet("<sheetData>" + GoodFile.heading()
                + rows(3_000, row -> GoodFile.text(0, row, "王")) + "</sheetData>" + merges + "</mergeCells>")));
    }),
    COLUMNS_MANY(random -> {
        int columns = oneOf(random, new Integer[] {999, 1_000, 1_001, 16_384});
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row <= 200; row++) {
            rows.append("<row r=\"").append(row).append("\">");
            for (int column = 0; column < columns; column++) {
                rows.append("<c r=\"").append(GoodFile.address(column, row)).append("\"><v>1</v></c>");
            }
            rows.append("</row>");
        }
        return RawZip.archive(GoodFile.parts(rows.toString()));
    }),
    HEADINGS_MANY(random -> {
        // Every cell may be a heading, of each of the forms.
        StringBuilder rows = new StringBuilder();
        int columns = oneOf(random, new Integer[] {100, 500, 1_000});
        for (int row = 1; row <= 60; row++) {
            rows.append("<row r=\"").append(row).append("\">");
            for (int column = 0; column < columns; column++) {
                rows.append(GoodFile.text(
                        column,
                        row,
                        GoodFile.HEADINGS.get(random.nextInt(GoodFile.HEADINGS.size()))
                                + (random.nextInt(3) == 0 ? column : "")));
            }
            rows.append("</row>");
        }
        return RawZip.archive(GoodFile.partsOfSheet(GoodFile.worksheet("<sheetData>" + rows + "</sheetData>")));
    }),
    TABLES_MANY(random -> RawZip.archive(GoodFile.parts(
            rows(3_000, row -> row % 3 == 0 ? GoodFile.text(0, row, "王") : cells(row, GoodFile.HEADINGS))))),
    COLUMN_DECLARATIONS_MANY(random -> RawZip.archive(GoodFile.partsOfSheet(GoodFile.worksheet(
            "<cols>" + "<col min=\"1\" max=\"16384\" hidden=\"1\"/>".repeat(5_000 << random.nextInt(6))
                    + "</cols><sheetData>" + GoodFile.heading() + GoodFile.row(2) + "</sheetData>")))),
    SHEETS_MANY(random -> {
        int many = oneOf(random, new Integer[] {200, 201, 5_000, 100_000});
        Map<String, byte[]> parts = GoodFile.parts(rows(100, row -> GoodFile.text(0, row, "王")));
        StringBuilder sheets = new StringBuilder();
        for (int number = 1; number <= many; number++) {
            sheets.append("<sheet name=\"")
                    .append(number)
                    .append("\" sheetId=\"")
                    .append(number)
                    .append("\" r:id=\"rId1\"/>");
        }
        return changed(
                parts,
                GoodFile.WORKBOOK,
                xml -> xml.replaceFirst("<sheets>.*</sheets>", "<sheets>" + sheets + "</sheets>"));
    }),
    NAMES_MANY(random -> changed(
            GoodFile.parts(GoodFile.row(2)),
            GoodFile.WORKBOOK,
            xml -> xml.replace(
                    "</workbook>",
                    "<definedNames>"
                            + "<definedName name=\"n\">Sheet1!$A$1</definedName>".repeat(10_000 << random.nextInt(5))
                            + "</definedNames></workbook>"))),
    DIMENSION_LIES(random -> RawZip.archive(GoodFile.partsOfSheet(GoodFile.worksheet("<dimension ref=\""
            + oneOf(random, new String[] {"A1:XFD1048576", "A1", "XFD1048576:A1", "A0:ZZZZ9", "", "A1:A99999999999"})
            + "\"/><sheetData>" + GoodFile.heading() + GoodFile.row(2) + "</sheetData>")))),
    PLACES_LIE(random -> RawZip.archive(GoodFile.parts(oneOf(random, new String[] {
        "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
        "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
        "<row r=\"2147483647\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"-5\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"ZZZZZZZ2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"FXSHRXW2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"D2\"><v>1</v></c><c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>",
        "<row r=\"2\"><c r=\"A2000000000\"><v>1</v></c></row>",
        "<row r=\"2\"/><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"\"><v>1</v></c></row>",
        "<row r=\"1000000\">" + GoodFile.text(0, 1_000_000, "王") + "</row>"
    })))),
    ROWS_FAR_APART(random ->
            RawZip.archive(GoodFile.parts(GoodFile.rows(2, 1 + 5_000 * 200, 200, row -> GoodFile.text(0, row, "王"))))),
    ROWS_BLANK(random -> RawZip.archive(
            GoodFile.parts(rows(20_000 << random.nextInt(4), row -> "<c r=\"A" + row + "\" s=\"0\"/>")))),
    ROWS_HIDDEN(random -> {
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row < 20_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append(row % 2 == 0 ? "\" hidden=\"1\">" : "\">")
                    .append(GoodFile.text(0, row, "王"))
                    .append("</row>");
        }
        return RawZip.archive(GoodFile.parts(rows.toString()));
    }),
    NUMBERS_OF_MANY_DIGITS(random -> {
        String digits = oneOf(random, new String[] {"7", "3141592653589793", "0.000000001", "1E-"})
                .repeat(32_767)
                .substring(0, 100 << random.nextInt(9));
        return RawZip.archive(GoodFile.parts(rows(
                200 << random.nextInt(5),
                row -> "<c r=\"E" + row + "\"><v>" + random.nextInt(1_000_000) + digits + "</v></c>")));
    }),
    NUMBERS_OF_MANY_ZEROS(random -> RawZip.archive(GoodFile.parts(rows(
            2_000,
            row -> "<c r=\"E" + row + "\"><v>"
                    + oneOf(random, new String[] {
                        "1E2147483647",
                        "1E-2147483647",
                        "-1E999999999",
                        "9E99999999999",
                        "1E1000000",
                        "NaN",
                        "Infinity",
                        "0x1p9",
                        "1e308",
                        "4.9E-324",
                        "--1",
                        "1E"
                    })
                    + "</v></c>")))),
    DATES_FAR_AWAY(random -> {
        Map<String, byte[]> parts = GoodFile.parts(rows(
                500,
                row -> "<c r=\"E" + row + "\" s=\"1\"><v>"
                        + oneOf(random, new String[] {"1E308", "-1", "2958466", "99999999999", "1E15", "-0.5", "0", "60"
                        })
                        + "</v></c>"));
        GoodFile.put(
                parts,
                GoodFile.STYLES,
                "<styleSheet xmlns=\"" + GoodFile.SPREADSHEET
                        + "\"><fonts><font/></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        return RawZip.archive(parts);
    }),
    STYLE_NUMBERS_WILD(random -> RawZip.archive(GoodFile.parts(rows(
            200,
            row -> "<c r=\"E" + row + "\" s=\""
                    + oneOf(random, new String[] {"-1", "2147483647", "99999999999", "x", ""})
                    + "\"><v>36.5</v></c>")))),
    FORMULA_ARRAYS_MANY(random -> {
        int many = 1_000 << random.nextInt(6);
        return RawZip.archive(GoodFile.parts(rows(
                many,
                row -> "<c r=\"H" + row + "\"><f t=\"array\" ref=\"H" + row + ":H" + row
                        + "\">1</f><v>1</v></c><c r=\"I" + row + "\"><v>1</v></c>")));
    }),
    FORMULAS_SHARED(random -> {
        String formula =
                oneOf(random, new String[] {"A1+", "SUM(A1:A2)+", "$A$1+", "'A1'!A1+"})
                                .repeat(250 << random.nextInt(4)) + "1";
        return RawZip.archive(GoodFile.parts(rows(
                4_000,
                row -> "<c r=\"H" + row + "\"><f t=\"shared\" si=\"0\""
                        + (row == 2 ? " ref=\"H2:H4001\">" + formula : ">") + "</f><v>1</v></c>")));
    }),
    FORMULA_HUGE(random -> RawZip.archive(GoodFile.parts(
            "<row r=\"2\"><c r=\"A2\"><f>" + "(".repeat(5_000 << random.nextInt(7)) + "</f><v>1</v></c></row>"))),
    CELLS_LONG(random -> RawZip.archive(GoodFile.parts(
            rows(20 << random.nextInt(6), row -> GoodFile.text(random.nextInt(7), row, filling(random, 32_000)))))),
    CELLS_SPOILED(random -> RawZip.archive(GoodFile.parts(rows(
            1_000,
            row -> cells(
                    row, Stream.generate(() -> filling(random, 60)).limit(7).toList()))))),
    RELATIONS_IN_CIRCLES(random -> {
        Map<String, byte[]> parts = GoodFile.parts(GoodFile.row(2));
        String target = oneOf(random, new String[] {
            "workbook.xml",
            "/xl/workbook.xml",
            "_rels/workbook.xml.rels",
            "../_rels/.rels",
            "../../x",
            "",
            "file:///etc/passwd",
            "http://127.0.0.1:9/x",
            "worksheets/../worksheets/sheet1.xml"
        });
        return changed(
                parts,
                GoodFile.RELATIONS,
                xml -> xml.replace(
                        oneOf(random, new String[] {"worksheets/sheet1.xml", "styles.xml", "sharedStrings.xml"}),
                        target));
    }),
    RELATIONS_MANY(random -> {
        StringBuilder relations = new StringBuilder();
        int many = 10_000 << random.nextInt(5);
        for (int number = 0; number < many; number++) {
            relations.append(GoodFile.relation("r" + number, "worksheet", "worksheets/sheet1.xml"));
        }
        return changed(
                GoodFile.parts(GoodFile.row(2)), GoodFile.RELATIONS, xml -> behindTheRoot(xml, relations.toString()));
    }),
    ENCODING_WRONG(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        String name = anyXml(parts, random);
        String xml = new String(content(parts, name), UTF_8).replaceFirst("<\\?xml.*?\\?>", "");
        String encoding = oneOf(
                random, new String[] {"UTF-7", "UTF-16", "GB18030", "EBCDIC-CP-US", "UTF-32", "x-none", "ISO-8859-1"});
        parts.put(
                name,
                random.nextBoolean()
                        ? xml("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + xml)
                        : ("\ufeff" + xml).getBytes(UTF_16LE));
        return RawZip.archive(parts);
    }),
    XML_CUT(random -> changed(anyXmlPart(random), xml -> xml.substring(0, random.nextInt(xml.length())))),
    ATTRIBUTES_SPOILED(random -> changed(anyXmlPart(random), xml -> {
        String[] pieces = xml.split("=\"", -1);
        int at = 1 + random.nextInt(Math.max(1, pieces.length - 1));
        if (at < pieces.length) {
            int end = pieces[at].indexOf('"');
            pieces[at] = oneOf(random, new String[] {
                        "", "-1", "2147483648", "NaN", "true", "A1:XFD1048576", "\u0000", "\ud83d\ude00"
                    })
                    + pieces[at].substring(Math.max(end, 0));
        }
        return String.join("=\"", pieces);
    })),
    MACROS(random -> {
        Map<String, byte[]> parts = GoodFile.savedParts();
        parts.put(
                oneOf(random, new String[] {"xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "XL/VBAPROJECT.BIN"}),
                xml("<x/>"));
        return RawZip.archive(parts);
    });

    private final Function<Random, byte[]> made;

    HostileParts(Function<Random, byte[]> made) {
        this.made = made;
    }

    @Override
    public String ending() {
        return "xlsx";
    }

    @Override
    public byte[] build(Random random) {
        return made.apply(random);
    }

    private static String anyName(Map<String, byte[]> parts, Random random) {
        return oneOf(random, parts.keySet().toArray(String[]::new));
    }

    private static String anyXml(Map<String, byte[]> parts, Random random) {
        return oneOf(
                random,
                parts.keySet().stream()
                        .filter(name -> name.matches(".*(xml|rels)"))
                        .toArray(String[]::new));
    }

    private static String anyXmlPart(Random random) {
        return anyXml(GoodFile.savedParts(), random);
    }

    private static byte[] content(Map<String, byte[]> parts, String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    private static byte[] xml(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] changed(String part, UnaryOperator<String> change) {
        return changed(GoodFile.savedParts(), part, change);
    }

    private static byte[] changed(Map<String, byte[]> parts, String part, UnaryOperator<String> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, xml(change.apply(new String(content(parts, part), UTF_8))));
        return RawZip.archive(changed);
    }

    private static String behindTheRoot(String xml, String more) {
        int end = xml.lastIndexOf("</");
        return end < 0 ? xml + more : xml.substring(0, end) + more + xml.substring(end);
    }

    private static String inTheRoot(String xml, String attributes) {
        int root = xml.indexOf('<', xml.startsWith("<?") ? 2 : 0);
        int at = root;
        while (at < xml.length() && " />".indexOf(xml.charAt(at)) < 0) {
            at++;
        }
        return xml.substring(0, at) + attributes + xml.substring(at);
    }

    private static byte[] withDocumentType(Random random, String entities) {
        String type = "<!DOCTYPE x [" + entities + "]>";
        return changed(anyXmlPart(random), xml -> {
            String used = random.nextBoolean() ? xml.replaceFirst("</t>", "&e;</t>") : behindTheRoot(xml, "&e;");
            int head = used.startsWith("<?xml") ? used.indexOf("?>") + 2 : 0;
            return used.substring(0, head) + type + used.substring(head);
        });
    }

    private static byte[] withTexts(String texts) {
        Map<String, byte[]> parts = GoodFile.parts(sharedCell(2, 0));
        GoodFile.put(parts, GoodFile.TEXTS, GoodFile.sharedTexts(texts));
        return RawZip.archive(parts);
    }

    private static String sharedCell(int row, int number) {
        return "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>" + number + "</v></c></row>";
    }

    /** As many rows below the headings. */
    private static String rows(int many, GoodFile.Cells cells) {
        return GoodFile.rows(2, 1 + many, 1, cells);
    }

    private static String cells(int row, List<String> texts) {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < texts.size(); column++) {
            cells.append(GoodFile.text(column, row, texts.get(column)));
        }
        return cells.toString();
    }

    private static String noise(Random random, int length) {
        StringBuilder noise = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            noise.append((char) (0x4e00 + random.nextInt(5_000)));
        }
        return noise.toString();
    }

    /** What somebody's patterns may take long over. */
    static String filling(Random random, int length) {
        String piece = oneOf(random, new String[] {
            "9",
            "36.5",
            " ",
            "　",
            "无",
            "无、",
            "a",
            "王",
            "-",
            "年",
            "2020-06-17 ",
            "2020年6月17日、",
            "1/",
            "·",
            "()",
            "（无）",
            "=",
            "℃",
            "１",
            "、",
            ":",
            "08:30-",
            "\u200b",
            "1,",
            "e\u0301",
            "𠮷"
        });
        String tail = oneOf(random, new String[] {"", "!", "x", "。", "9"});
        return piece.repeat(Math.max(1, length / piece.length() - 1)) + tail;
    }
}
