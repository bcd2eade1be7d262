package lingbao.damage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What happens to a file between the desk and us. */
enum ByteDamage {
    CUT_BYTES(EnumSet.allOf(FileKind.class)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            int at = random.nextInt(bytes.length + 1);
            return random.nextInt(5) == 0 ? Arrays.copyOfRange(bytes, at, bytes.length) : Arrays.copyOf(bytes, at);
        }
    },
    FLIPPED_BYTES(EnumSet.allOf(FileKind.class)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            if (kind == FileKind.XLSX && random.nextBoolean()) {
                return inAPart(bytes, random, part -> flipped(part, random));
            }
            return flipped(bytes, random);
        }
    },
    REPEATED_BYTES(EnumSet.allOf(FileKind.class)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            if (kind == FileKind.XLSX && random.nextBoolean()) {
                return inAPart(bytes, random, part -> repeated(part, random));
            }
            return repeated(bytes, random);
        }
    },
    SWAPPED_PARTS(EnumSet.of(FileKind.XLSX)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            Map<String, byte[]> parts = ZipParts.of(bytes);
            String one = oneOf(random, names(parts));
            String other = oneOf(random, names(parts));
            byte[] content = parts.getOrDefault(one, new byte[0]);
            parts.put(one, parts.getOrDefault(other, new byte[0]));
            parts.put(other, content);
            return ZipParts.archive(parts);
        }
    },
    DELETED_PARTS(EnumSet.of(FileKind.XLSX)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            Map<String, byte[]> parts = ZipParts.of(bytes);
            for (int count = 0; count <= random.nextInt(2) && parts.size() > 1; count++) {
                parts.remove(oneOf(random, names(parts)));
            }
            return ZipParts.archive(parts);
        }
    },
    GARBAGE_IN_A_PART(EnumSet.of(FileKind.XLSX)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            return inAPart(bytes, random, part -> {
                String xml = ZipParts.text(part);
                // Between two elements as often as anywhere, so that the part stays XML.
                int at = random.nextInt(xml.length() + 1);
                int between = xml.indexOf("><", at);
                int place = between >= 0 && random.nextInt(3) > 0 ? between + 1 : at;
                return (xml.substring(0, place) + oneOf(random, GARBAGE) + xml.substring(place))
                        .getBytes(StandardCharsets.UTF_8);
            });
        }
    },
    SPOILED_ATTRIBUTES(EnumSet.of(FileKind.XLSX)) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            byte[] spoiled = bytes;
            for (int count = 0; count <= random.nextInt(4); count++) {
                spoiled = inAPart(spoiled, random, part -> withAnotherAttribute(part, random));
            }
            return spoiled;
        }
    },
    MIXED_ENCODINGS(FileKind.TEXTS) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            String text = new String(bytes, kind.charset());
            Charset other =
                    kind.charset().equals(StandardCharsets.UTF_8) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
            ByteArrayOutputStream mixed = new ByteArrayOutputStream();
            for (String line : text.split("(?<=\n)", -1)) {
                mixed.writeBytes(line.getBytes(random.nextInt(3) == 0 ? other : kind.charset()));
            }
            return mixed.toByteArray();
        }
    },
    BROKEN_QUOTES(FileKind.TEXTS) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            StringBuilder text = new StringBuilder(new String(bytes, kind.charset()));
            for (int count = 0; count <= random.nextInt(3); count++) {
                text.insert(random.nextInt(text.length() + 1), '"');
            }
            return text.toString().getBytes(kind.charset());
        }
    },
    MIXED_SEPARATORS(FileKind.TEXTS) {
        @Override
        byte[] to(byte[] bytes, FileKind kind, Random random) {
            StringBuilder mixed = new StringBuilder();
            for (String line : new String(bytes, kind.charset()).split("(?<=\n)", -1)) {
                String separator = oneOf(random, List.of(",", ",", ";", "\t", "，", ",,"));
                mixed.append(line.replace(",", separator));
            }
            return mixed.toString().getBytes(kind.charset());
        }
    };

    private static final List<String> GARBAGE = List.of(
            "<",
            "&",
            "&nbsp;",
            "]]>",
            "<x>",
            "</row>",
            "<row r=\"2\"/>",
            "<row r=\"999999\"><c r=\"A999999\" t=\"str\"><v>x</v></c></row>",
            "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>混入</t></is></c></row>",
            "<c r=\"B2\"><v>1</v></c>",
            "<c r=\"XFE1\"><v>1</v></c>",
            "<c r=\"A1\" t=\"s\"><v>99999</v></c>",
            "<v>36.5</v>",
            "<sheetData/>",
            "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
            "<mergeCells><mergeCell ref=\"B2:C9\"/><mergeCell ref=\"C3:D4\"/></mergeCells>",
            "<f>1/0</f>",
            "<!-- -->",
            "<?xml version=\"1.0\"?>",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "\u0000",
            "\ufffe",
            "文字");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "2",
            "-1",
            "3",
            "17",
            "99999",
            "1048577",
            "2147483648",
            "A1",
            "ZZZZ1",
            "s",
            "b",
            "e",
            "str",
            "inlineStr",
            "d",
            "n",
            "x",
            "true",
            "rId1",
            "rId99",
            "worksheets/sheet1.xml",
            "../../x",
            "http://127.0.0.1/x",
            "长".repeat(300),
            "a\u00a0b");

    private final Set<FileKind> kinds;

    ByteDamage(Set<FileKind> kinds) {
        this.kinds = kinds;
    }

    boolean happensTo(FileKind kind) {
        return kinds.contains(kind);
    }

    abstract byte[] to(byte[] bytes, FileKind kind, Random random);

    /** A change of one part's bytes. */
    private interface Change {
        byte[] of(byte[] part);
    }

    /** A sheet more often than what lies around it; an archive that is none any more stays as it is. */
    private static byte[] inAPart(byte[] archive, Random random, Change change) {
        Map<String, byte[]> parts = ZipParts.of(archive);
        if (parts.isEmpty()) {
            return archive;
        }
        List<String> names = new ArrayList<>(names(parts));
        names.stream().filter(name -> name.contains("sheet")).toList().forEach(sheet -> {
            names.add(sheet);
            names.add(sheet);
        });
        String name = oneOf(random, names);
        parts.computeIfPresent(name, (same, part) -> part.length == 0 ? part : change.of(part));
        return ZipParts.archive(parts);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int count = 0; count <= random.nextInt(12) && flipped.length > 0; count++) {
            int at = random.nextInt(flipped.length);
            flipped[at] =
                    random.nextBoolean() ? (byte) (flipped[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt();
        }
        return flipped;
    }

    private static byte[] repeated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(400));
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        repeated.write(bytes, 0, to);
        for (int count = 0; count <= random.nextInt(3); count++) {
            repeated.write(bytes, from, to - from);
        }
        repeated.write(bytes, to, bytes.length - to);
        return repeated.toByteArray();
    }

    private static byte[] withAnotherAttribute(byte[] part, Random random) {
        String xml = ZipParts.text(part);
        int equal = xml.indexOf("=\"", random.nextInt(xml.length()));
        int end = equal < 0 ? -1 : xml.indexOf('"', equal + 2);
        if (end < 0) {
            return part;
        }
        return (xml.substring(0, equal + 2) + oneOf(random, VALUES) + xml.substring(end))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Map<String, byte[]> parts) {
        return parts.isEmpty() ? List.of("xl/workbook.xml") : List.copyOf(parts.keySet());
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
