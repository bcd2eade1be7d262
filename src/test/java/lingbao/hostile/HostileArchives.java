package lingbao.hostile;

import static lingbao.hostile.HostileBuilder.oneOf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** An {@code .xlsx} harmed in the archive around its parts. */
enum HostileArchives implements HostileBuilder {
    BOMB_FLAT(random -> {
        RawZip zip = good();
        zip.deflated(
                oneOf(random, new String[] {"xl/media/image1.png", GoodFile.SHEET + "x", "docProps/thumbnail.jpeg"}),
                new byte[(9 + random.nextInt(60)) << 20]);
        return zip.bytes();
    }),
    BOMB_OF_MANY_PARTS(random -> {
        RawZip zip = good();
        for (int part = 0; part < 20 + random.nextInt(60); part++) {
            zip.deflated("xl/media/image" + part + ".png", new byte[1 << 20]);
        }
        return zip.bytes();
    }),
    BOMB_NESTED(random -> {
        byte[] inner = RawZip.archive(Map.of("0.bin", new byte[12 << 20]));
        for (int level = random.nextInt(4); level > 0; level--) {
            RawZip around = new RawZip();
            for (int copy = 0; copy < 10; copy++) {
                around.deflated(copy + ".zip", inner);
            }
            inner = around.bytes();
        }
        RawZip zip = random.nextBoolean() ? good() : new RawZip();
        zip.deflated(oneOf(random, new String[] {"a.zip", "xl/media/image1.png", "xl/embeddings/a.xlsx"}), inner);
        return zip.bytes();
    }),
    BOMB_JUST_PLAUSIBLE(random -> {
        // Under every ratio, and as much as the whole may come to.
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row < 60_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"/>");
            rows.append("<c/>".repeat(random.nextInt(40))).append("</row>");
        }
        return RawZip.archive(GoodFile.parts(rows.toString()));
    }),
    NAMES_DIFFER(random -> {
        RawZip zip = good();
        RawZip.Entry entry = any(zip, random);
        entry.localName = oneOf(random, new String[] {"../../evil", "xl/workbook.xml", "", "x".repeat(60_000)})
                .getBytes(StandardCharsets.UTF_8);
        return zip.bytes();
    }),
    SIZES_DIFFER(random -> {
        RawZip zip = good();
        RawZip.Entry entry = any(zip, random);
        long lie = oneOf(
                random, new Long[] {0L, 1L, entry.size - 1, entry.size + 1, 0x7FFF_FFFFL, 0xFFFF_FFFEL, 0xFFFF_FFFFL});
        switch (random.nextInt(4)) {
            case 0 -> entry.size = lie;
            case 1 -> entry.localSize = lie;
            case 2 -> entry.packedSize = lie;
            default -> entry.sizes(lie).packedSizes(oneOf(random, new Long[] {lie, entry.packedSize}));
        }
        return zip.bytes();
    }),
    CHECKSUM_DIFFERS(random -> {
        RawZip zip = good();
        any(zip, random).crc ^= 1 << random.nextInt(31);
        return zip.bytes();
    }),
    METHOD_DIFFERS(random -> {
        RawZip zip = good();
        RawZip.Entry entry = any(zip, random);
        int method = oneOf(random, new Integer[] {0, 1, 6, 8, 9, 10, 12, 14, 93, 95, 97, 98, 99, 65_535});
        if (random.nextBoolean()) {
            entry.methods(method);
        } else {
            entry.localMethod = method;
        }
        return zip.bytes();
    }),
    FLAGS_WILD(random -> {
        RawZip zip = good();
        any(zip, random).flagged(oneOf(random, new Integer[] {1, 8, 0x20, 0x40, 0x2000, 0xFFFF}));
        return zip.bytes();
    }),
    ZIP64_LIES(random -> {
        RawZip zip = good();
        RawZip.Entry entry = any(zip, random);
        entry.zip64(
                oneOf(random, new Long[] {entry.size, 0L, -1L, Long.MAX_VALUE, 5L << 30}),
                oneOf(random, new Long[] {entry.packedSize, 0L, -1L, Long.MAX_VALUE}));
        return zip.bytes();
    }),
    EXTRA_FIELDS_WILD(random -> {
        RawZip zip = good();
        byte[] extra = new byte[random.nextInt(65_000)];
        random.nextBytes(extra);
        RawZip.Entry entry = any(zip, random);
        entry.extra = extra;
        entry.localExtra = random.nextBoolean() ? extra : new byte[0];
        return zip.bytes();
    }),
    PARTS_OVERLAP(random -> overlapping(1 + random.nextInt(6), 10 + random.nextInt(800))),
    OFFSETS_WILD(random -> {
        RawZip zip = good();
        any(zip, random).offset = oneOf(random, new Long[] {0L, 1L, 0x7FFF_FFFFL, 0xFFFF_FFFFL, 0xFFFF_FFFEL, 50L});
        return zip.bytes();
    }),
    PARTS_MANY(random -> {
        RawZip zip = good();
        for (int part = 0; part < oneOf(random, new Integer[] {990, 1_000, 20_000, 65_000}); part++) {
            zip.stored("xl/p" + part + ".xml", new byte[0]);
        }
        return zip.bytes();
    }),
    COUNT_LIES(random -> {
        RawZip zip = good();
        zip.count = oneOf(random, new Integer[] {0, 1, 1_000, 65_535});
        return zip.bytes();
    }),
    NAMES_ESCAPE(random -> {
        RawZip zip = good();
        zip.deflated(
                oneOf(random, new String[] {
                    "../../evil",
                    "xl/../../evil.xml",
                    "/etc/passwd",
                    "C:\\x.xml",
                    "..\\..\\evil.exe",
                    "\\\\host\\x",
                    "..",
                    "xl/..",
                    "a/../../b",
                    "c:x"
                }),
                new byte[10]);
        return zip.bytes();
    }),
    NAMES_STRANGE(random -> {
        RawZip zip = good();
        RawZip.Entry entry = zip.deflated("x", new byte[10]);
        entry.name = oneOf(random, new String[] {
                    "",
                    "\u0000",
                    "xl/work\u0000book.xml",
                    "\u202egnp.xml",
                    "x".repeat(65_000),
                    "a/".repeat(30_000),
                    "\r\n",
                    "CON"
                })
                .getBytes(StandardCharsets.UTF_8);
        entry.localName = entry.name;
        return zip.bytes();
    }),
    LINK(random -> {
        RawZip zip = good();
        RawZip.Entry entry = random.nextBoolean()
                ? any(zip, random)
                : zip.stored("xl/media/a.png", "/etc/passwd".getBytes(StandardCharsets.UTF_8));
        entry.madeBy = 0x0314;
        entry.attributes = 0xA1FF << 16;
        return zip.bytes();
    }),
    BYTES_AROUND(random -> {
        RawZip zip = good();
        zip.before = random.nextBoolean()
                ? "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1)
                : new byte[random.nextInt(70_000)];
        zip.comment = random.nextBoolean()
                ? GoodFile.xlsx()
                : "PK\u0005\u0006".repeat(2_000).getBytes(StandardCharsets.ISO_8859_1);
        return zip.bytes();
    }),
    POLYGLOT(random -> {
        RawZip zip = good();
        zip.before = oneOf(
                        random,
                        new String[] {"<html><script>alert(1)</script>", "%PDF-1.7\n", "GIF89a", "姓名,体温\n王,36.5\n"})
                .getBytes(StandardCharsets.UTF_8);
        return zip.bytes();
    }),
    OTHER_KIND(random -> {
        RawZip zip = new RawZip();
        for (String name : oneOf(random, new String[][] {
            {"xl/workbook.bin", "[Content_Types].xml"},
            {"mimetype", "content.xml", "META-INF/manifest.xml"},
            {"[Content_Types].xml", "word/document.xml"},
            {"[Content_Types].xml", "ppt/presentation.xml"},
            {"Index/Document.iwa"},
            {"AndroidManifest.xml", "classes.dex"},
            {}
        })) {
            zip.deflated(name, "<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return zip.bytes();
    });

    private final Function<Random, byte[]> made;

    HostileArchives(Function<Random, byte[]> made) {
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

    private static RawZip good() {
        return RawZip.of(GoodFile.savedParts());
    }

    private static RawZip.Entry any(RawZip zip, Random random) {
        return oneOf(random, zip.entries.toArray(RawZip.Entry[]::new));
    }

    /** So many parts of so many mebibytes each, that are all the same bytes of the archive. */
    static byte[] overlapping(int mebibytes, int parts) {
        RawZip zip = new RawZip();
        RawZip.Entry kernel = zip.deflated("0", new byte[mebibytes << 20]);
        for (int number = 1; number < parts; number++) {
            RawZip.Entry other = zip.stored(Integer.toString(number), new byte[0]);
            other.methods(8).sizes(kernel.size).packedSizes(kernel.packedSize);
            other.crc = kernel.crc;
            other.offset = 0;
        }
        return zip.bytes();
    }
}
