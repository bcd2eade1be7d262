package lingbao.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static lingbao.hostile.HostileBuilder.oneOf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Random;
import java.util.function.Function;

/** A text table harmed in its letters. */
enum HostileTexts implements HostileBuilder {
    CELL_HUGE(random -> text(GoodFile.csv() + HostileParts.filling(random, 100_000 << random.nextInt(5)) + ",,学员\r\n")),
    CELLS_LONG(random -> {
        StringBuilder text = new StringBuilder(GoodFile.csv());
        for (int row = 0; row < 10 << random.nextInt(6); row++) {
            for (int column = 0; column < 7; column++) {
                text.append(column > 0 ? "," : "")
                        .append(
                                column == random.nextInt(7)
                                        ? HostileParts.filling(random, 9_000).replace(',', ' ')
                                        : "无");
            }
            text.append("\r\n");
        }
        return text(text.toString());
    }),
    CELLS_SPOILED(random -> {
        StringBuilder text = new StringBuilder(GoodFile.csv());
        for (int row = 0; row < 1_000; row++) {
            for (int column = 0; column < 7; column++) {
                text.append(column > 0 ? "," : "").append(HostileParts.filling(random, 60));
            }
            text.append("\r\n");
        }
        return text(text.toString());
    }),
    ZEROS(random -> {
        byte[] bytes = text(GoodFile.csv());
        for (int count = 1 + random.nextInt(20); count > 0; count--) {
            bytes[random.nextInt(bytes.length)] = 0;
        }
        return random.nextBoolean() ? bytes : new byte[100 << random.nextInt(14)];
    }),
    QUOTES_MANY(random -> text(GoodFile.csv()
            + oneOf(random, new String[] {"\"", "\"\"", "\",", "\"\n", "a\"", ",\"\""})
                    .repeat(1_000_000))),
    QUOTE_OPEN(random ->
            text(GoodFile.csv().replaceFirst("学员", "\"学员") + GoodFile.csv().repeat(20 << random.nextInt(6)))),
    LINE_ENDLESS(random -> text(
            GoodFile.csv() + oneOf(random, new String[] {"体", "9", "a ", "无,"}).repeat(500_000 << random.nextInt(4)))),
    LINES_MANY(random -> text(GoodFile.csv()
            + oneOf(random, new String[] {"\n", "\r", ",,,,,,\r\n", " \n", "a\n", "\u2028", "\u000b"})
                    .repeat(200_000 << random.nextInt(4)))),
    SEPARATORS_MANY(
            random -> text(oneOf(random, new String[] {",", ";", "\t", "，", "|"})
                            .repeat(1_000 << random.nextInt(10)) + "\r\n" + GoodFile.csv())),
    SEPARATOR_LINES(random -> text("sep=" + oneOf(random, new String[] {",", "\"", "\n", "体", "", "\u0000", "sep=,"})
            + "\r\n" + GoodFile.csv())),
    ENCODINGS_MIXED(random -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int block = 0; block < 6; block++) {
            Charset charset = oneOf(random, new Charset[] {
                UTF_8, UTF_16LE, Charset.forName("GB18030"), Charset.forName("Big5"), Charset.forName("Shift_JIS")
            });
            out.writeBytes(GoodFile.csv().getBytes(charset));
        }
        return out.toByteArray();
    }),
    MARK_LIES(random -> {
        byte[] mark = oneOf(random, new byte[][] {
            {(byte) 0xFF, (byte) 0xFE},
            {(byte) 0xFE, (byte) 0xFF},
            {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            {(byte) 0xEF, (byte) 0xBB},
            {0, 0, (byte) 0xFE, (byte) 0xFF}
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(mark);
        out.writeBytes(random.nextBoolean() ? mark : new byte[0]);
        out.writeBytes(GoodFile.csv().getBytes(random.nextBoolean() ? UTF_8 : Charset.forName("GB18030")));
        return out.toByteArray();
    }),
    LETTERS_RARE(random -> {
        StringBuilder letters = new StringBuilder();
        for (int count = 0; count < 20_000; count++) {
            letters.appendCodePoint(oneOf(random, new Integer[] {
                0x200b, 0x202e, 0x0301, 0xfeff, 0x20bb7, 0xe000, 0xfffd, 0x7f, 0x85, 0x1f600, 0xfdfa, 0x2028
            }));
            letters.append(count % 50 == 0 ? "," : "").append(count % 400 == 0 ? "\r\n" : "");
        }
        return (GoodFile.csv() + letters).getBytes(random.nextBoolean() ? UTF_8 : Charset.forName("GB18030"));
    }),
    DIGITS_MANY(random -> {
        StringBuilder text = new StringBuilder(GoodFile.csv());
        String digits = oneOf(random, new String[] {"9", "１", "36.", "0", "-", "1e9"})
                .repeat(9_000)
                .substring(0, 9_000);
        for (int row = 0; row < 20 << random.nextInt(5); row++) {
            text.append("王,").append(digits).append(",学员,一班,").append(digits).append(",无,\r\n");
        }
        return text(text.toString());
    }),
    HEADINGS_MANY(random -> {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 200; row++) {
            for (int column = 0; column < 1_000; column++) {
                text.append(oneOf(random, GoodFile.HEADINGS.toArray(String[]::new)))
                        .append(',');
            }
            text.append("\r\n");
        }
        return text(text.toString());
    }),
    TABLES_MANY(random -> text(GoodFile.csv()
            .lines()
            .limit(2 + random.nextInt(3))
            .reduce("", (all, line) -> all + line + "\r\n")
            .repeat(3_000))),
    TITLES_LONG(random ->
            text(oneOf(random, new String[] {"2020年6月17日", "新程职业培训学校", "3301900101 3301900102 ", "年", "（）", "机构："})
                            .repeat(20 << random.nextInt(9))
                    + "\r\n" + GoodFile.csv())),
    FORMULAS(random -> text(GoodFile.csv().replace("无", oneOf(random, new String[] {
        "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "-2+3", "\t=1", "=HYPERLINK(\"\"x\"\")"
    })))),
    BYTES_RANDOM(random -> {
        byte[] bytes = new byte[1_000 << random.nextInt(12)];
        random.nextBytes(bytes);
        return bytes;
    });

    private final Function<Random, byte[]> made;

    HostileTexts(Function<Random, byte[]> made) {
        this.made = made;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public byte[] build(Random random) {
        return made.apply(random);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
