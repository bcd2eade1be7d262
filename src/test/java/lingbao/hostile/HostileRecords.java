package lingbao.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static lingbao.hostile.HostileBuilder.oneOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import lingbao.hostile.BiffStream.Part;

/** An {@code .xls} harmed in its records, or in the container that they are kept in. */
enum HostileRecords implements HostileBuilder {
    RECORD_LENGTH_LIES(random -> {
        BiffStream stream = BiffStream.good();
        int at = random.nextInt(stream.parts.size());
        Part part = stream.parts.get(at);
        int lie = oneOf(random, new Integer[] {0, 1, part.body().length + 1, 8_224, 8_225, 0x7FFF, 0xFFFF});
        stream.parts.set(at, new Part(part.number(), part.body(), lie));
        return stream.xls();
    }),
    RECORDS_MISSING(random -> {
        BiffStream stream = BiffStream.good();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            stream.parts.remove(random.nextInt(stream.parts.size()));
        }
        return stream.xls();
    }),
    RECORDS_SHUFFLED(random -> {
        BiffStream stream = BiffStream.good();
        int from = random.nextInt(stream.parts.size());
        Collections.shuffle(stream.parts.subList(from, from + random.nextInt(stream.parts.size() - from)), random);
        return stream.xls();
    }),
    RECORDS_REPEATED(random -> {
        BiffStream stream = BiffStream.good();
        int at = random.nextInt(stream.parts.size());
        return stream.insert(at, Collections.nCopies(10_000 << random.nextInt(4), stream.parts.get(at)))
                .xls();
    }),
    RECORD_SPOILED(random -> {
        BiffStream stream = BiffStream.good();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            byte[] body = oneOf(random, stream.parts.toArray(Part[]::new)).body();
            if (body.length > 0) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
        }
        return stream.xls();
    }),
    RECORDS_OF_NOISE(random -> {
        List<Part> noise = new ArrayList<>();
        for (int count = random.nextInt(200); count >= 0; count--) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            noise.add(new Part(random.nextInt(0x900), body, -1));
        }
        BiffStream stream = BiffStream.good();
        return stream.insert(random.nextInt(stream.parts.size()), noise).xls();
    }),
    TEXTS_COUNT_LIES(random -> {
        BiffStream stream = BiffStream.good();
        ByteBuffer body = ByteBuffer.wrap(
                        stream.parts.get(stream.first(BiffStream.SST)).body())
                .order(ByteOrder.LITTLE_ENDIAN);
        int lie = oneOf(random, new Integer[] {0, -1, Integer.MAX_VALUE, 100_000_000, 1_000});
        body.putInt(random.nextBoolean() ? 0 : 4, lie);
        return stream.xls();
    }),
    TEXT_LENGTH_LIES(random -> {
        BiffStream stream = BiffStream.good();
        ByteBuffer body = ByteBuffer.wrap(
                        stream.parts.get(stream.first(BiffStream.SST)).body())
                .order(ByteOrder.LITTLE_ENDIAN);
        body.putShort(8, (short) 0xFFFF);
        body.put(10, (byte) random.nextInt(16));
        return stream.xls();
    }),
    TEXTS_MANY(random -> {
        int many = 20_000 << random.nextInt(4);
        BiffStream stream = BiffStream.good();
        int at = stream.first(BiffStream.SST);
        List<Part> texts = new ArrayList<>();
        texts.add(BiffStream.part(BiffStream.SST, body -> body.putInt(many).putInt(many)));
        for (int number = 0; number < many; ) {
            ByteBuffer body = ByteBuffer.allocate(8_200).order(ByteOrder.LITTLE_ENDIAN);
            for (; number < many && body.remaining() > 40; number++) {
                byte[] letters = Integer.toString(number).getBytes(US_ASCII);
                body.putShort((short) letters.length).put((byte) 0).put(letters);
            }
            texts.add(new Part(BiffStream.CONTINUE, Arrays.copyOf(body.array(), body.position()), -1));
        }
        stream.parts.remove(at);
        return stream.insert(at, texts).xls();
    }),
    CONTINUED_OFTEN(random -> {
        BiffStream stream = BiffStream.good();
        int at = random.nextInt(stream.parts.size());
        byte[] body = new byte[oneOf(random, new Integer[] {0, 1, 8_224})];
        return stream.insert(
                        at + 1,
                        Collections.nCopies(body.length > 1 ? 1_500 : 50_000, new Part(BiffStream.CONTINUE, body, -1)))
                .xls();
    }),
    CELLS_SPREAD(random -> withCells(1 + random.nextInt(3), sheet -> {
        List<Part> cells = new ArrayList<>();
        for (int row = 0; row < 65_536; row++) {
            cells.add(BiffStream.number(row, 255, 36.5));
        }
        return cells;
    })),
    CELLS_IN_ONE_PLACE(random ->
            withCells(1, sheet -> Collections.nCopies(100_000 << random.nextInt(2), BiffStream.number(3, 3, 36.5)))),
    CELLS_OUT_OF_PLACE(random -> withCells(
            1,
            sheet -> List.of(
                    BiffStream.number(0xFFFF, 0x7FFF, 36.5),
                    BiffStream.number(0, 0xFFFF, 36.5),
                    BiffStream.number(0xFFFF, 256, 36.5)))),
    FORMULA_ARRAYS_MANY(random -> {
        int arrays = 500 << random.nextInt(5);
        return withCells(1, sheet -> {
            List<Part> cells = new ArrayList<>();
            for (int number = 0; number < arrays; number++) {
                cells.addAll(array(30 + number, 10));
            }
            return cells;
        });
    }),
    FORMULA_TOKENS_WILD(random -> {
        byte[] tokens = new byte[random.nextInt(1_000)];
        random.nextBytes(tokens);
        return withCells(
                1,
                sheet -> List.of(BiffStream.part(BiffStream.FORMULA, body -> body.putShort((short) 5)
                        .putShort((short) 5)
                        .putShort((short) 0)
                        .putDouble(1)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) (random.nextBoolean() ? tokens.length : random.nextInt(0xFFFF)))
                        .put(tokens))));
    }),
    FORMULA_TOKENS_DEEP(random -> {
        // One sum in the other: parentheses around a number.
        byte[] tokens = new byte[4_000];
        Arrays.fill(tokens, (byte) 0x15);
        tokens[0] = 0x1E;
        return withCells(
                1,
                sheet -> Collections.nCopies(500, BiffStream.part(BiffStream.FORMULA, body -> body.putShort((short) 5)
                        .putShort((short) 5)
                        .putShort((short) 0)
                        .putDouble(1)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) tokens.length)
                        .put(tokens))));
    }),
    STYLE_NUMBERS_WILD(random -> withCells(
            1,
            sheet -> List.of(BiffStream.part(BiffStream.NUMBER, body -> body.putShort((short) 5)
                    .putShort((short) 5)
                    .putShort((short) random.nextInt(0xFFFF))
                    .putDouble(1))))),
    TEXT_NUMBERS_WILD(random -> withCells(
            1,
            sheet -> List.of(BiffStream.part(BiffStream.SHARED_TEXT, body -> body.putShort((short) 5)
                    .putShort((short) 5)
                    .putShort((short) 0)
                    .putInt(oneOf(random, new Integer[] {-1, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})))))),
    MERGES_MANY(random -> {
        int records = oneOf(random, new Integer[] {9, 10, 60});
        BiffStream stream = BiffStream.good();
        Part merges = BiffStream.part(BiffStream.MERGES, body -> {
            body.putShort((short) 1_000);
            for (int number = 0; number < 1_000; number++) {
                body.putShort((short) number)
                        .putShort((short) 0xFFFF)
                        .putShort((short) 0)
                        .putShort((short) 255);
            }
        });
        return stream.insert(stream.parts.size() - 1, Collections.nCopies(records, merges))
                .xls();
    }),
    NAMES_MANY(random -> {
        BiffStream stream = BiffStream.good();
        Part name = BiffStream.part(BiffStream.NAME, body -> body.putShort((short) 0)
                .put((byte) 0)
                .put((byte) 1)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .put((byte) 0)
                .put((byte) 'n'));
        return stream.insert(stream.first(BiffStream.SST), Collections.nCopies(5_000 << random.nextInt(4), name))
                .xls();
    }),
    FORMATS_MANY(random -> {
        BiffStream stream = BiffStream.good();
        String code =
                oneOf(random, new String[] {"yyyy", "[", "\\", "0.0;", "\"a\""}).repeat(50);
        List<Part> formats = new ArrayList<>();
        for (int number = 0; number < 5_000 << random.nextInt(4); number++) {
            int id = number;
            formats.add(BiffStream.part(BiffStream.FORMAT, body -> body.putShort((short) id)
                    .putShort((short) code.length())
                    .put((byte) 0)
                    .put(code.getBytes(US_ASCII))));
        }
        return stream.insert(stream.first(BiffStream.FORMAT), formats).xls();
    }),
    SHEETS_MANY(random -> {
        BiffStream stream = BiffStream.good();
        int sheet = stream.first(BiffStream.SHEET_NAMED);
        int many = oneOf(random, new Integer[] {100, 300, 5_000});
        List<Part> empty = List.of(BiffStream.beginOfSheet(), BiffStream.endOfSheet());
        for (int number = 0; number < many; number++) {
            stream.parts.addAll(empty);
        }
        return stream.insert(sheet, Collections.nCopies(many, stream.parts.get(sheet)))
                .xls();
    }),
    DRAWINGS_DEEP(random -> {
        BiffStream stream = BiffStream.good();
        Part drawing = BiffStream.part(BiffStream.DRAWING, body -> {
            for (int level = 0; level < 1_000; level++) {
                body.putShort((short) 0x000F).putShort((short) 0xF003).putInt(8 * (1_000 - level));
            }
        });
        return stream.insert(stream.parts.size() - 1, Collections.nCopies(1 + random.nextInt(200), drawing))
                .xls();
    }),
    OLDER_EXCEL(random -> {
        BiffStream stream = BiffStream.good();
        Part begin = stream.parts.get(0);
        ByteBuffer.wrap(begin.body())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, oneOf(random, new Short[] {0x0500, 0x0400, 0, 0x0200}));
        byte[] records = stream.records();
        return random.nextBoolean()
                ? records
                : BiffStream.container(records, random.nextBoolean() ? "Book" : "Workbook");
    }),
    ENCRYPTED(random -> {
        BiffStream stream = BiffStream.good();
        byte[] body = new byte[oneOf(random, new Integer[] {4, 6, 54, 200})];
        random.nextBytes(body);
        return stream.insert(1, List.of(new Part(BiffStream.FILE_PASS, body, -1)))
                .xls();
    }),
    STREAM_OTHERWISE_NAMED(random -> BiffStream.container(BiffStream.good().records(), oneOf(random, new String[][] {
        {"Book"},
        {"WORKBOOK", "Book"},
        {"WordDocument"},
        {"EncryptedPackage", "Workbook"},
        {"Contents"},
        {"\u0001Ole10Native"}
    }))),
    SECTORS_IN_CIRCLES(random -> {
        byte[] file = GoodFile.xls();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = (bytes.getInt(0x4C) + 1) * 512;
        for (int count = 1 + random.nextInt(6); count > 0; count--) {
            int entry = random.nextInt(128);
            bytes.putInt(table + 4 * entry, random.nextBoolean() ? entry : random.nextInt(128));
        }
        return file;
    }),
    CONTAINER_HEADER_LIES(random -> {
        byte[] file = GoodFile.xls();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int place = oneOf(random, new Integer[] {0x2C, 0x30, 0x38, 0x3C, 0x40, 0x44, 0x48, 0x4C, 0x50});
        if (random.nextInt(4) == 0) {
            bytes.putShort(random.nextBoolean() ? 0x1E : 0x20, oneOf(random, new Short[] {0, 1, 12, 30, 31, 32, -1}));
        } else {
            bytes.putInt(place, oneOf(random, new Integer[] {
                0, 1, -1, -2, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x00FF_FFFF
            }));
        }
        return file;
    }),
    FOLDERS_IN_CIRCLES(random -> {
        byte[] file = GoodFile.xls();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int folder = (bytes.getInt(0x30) + 1) * 512 + 128 * random.nextInt(4);
        int field = oneOf(random, new Integer[] {0x44, 0x48, 0x4C, 0x74, 0x78});
        bytes.putInt(folder + field, oneOf(random, new Integer[] {0, 1, 2, 3, Integer.MAX_VALUE, -2, 1_000_000}));
        return file;
    });

    private final Function<Random, byte[]> made;

    HostileRecords(Function<Random, byte[]> made) {
        this.made = made;
    }

    @Override
    public String ending() {
        return "xls";
    }

    @Override
    public byte[] build(Random random) {
        return made.apply(random);
    }

    private interface Cells {
        List<Part> of(int sheet);
    }

    /** Cells into the first sheet, and as many sheets more with the like. */
    private static byte[] withCells(int sheets, Cells cells) {
        return withSheets(BiffStream.good(), sheets, cells.of(0));
    }

    static byte[] withSheets(BiffStream stream, int sheets, List<Part> cells) {
        stream.insert(stream.firstCell(), cells);
        List<Part> sheet = new ArrayList<>();
        sheet.add(BiffStream.beginOfSheet());
        sheet.add(BiffStream.part(BiffStream.DIMENSIONS, body -> body.putInt(0)
                .putInt(0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)));
        for (int number = 1; number < sheets; number++) {
            stream.parts.addAll(sheet);
            stream.parts.addAll(cells);
            stream.parts.add(new Part(BiffStream.WINDOW, new byte[18], -1));
            stream.parts.add(BiffStream.endOfSheet());
            int named = stream.first(BiffStream.SHEET_NAMED);
            stream.parts.add(named, BiffStream.part(BiffStream.SHEET_NAMED, body -> body.putInt(0)
                    .putShort((short) 0)
                    .put((byte) 1)
                    .put((byte) 0)
                    .put((byte) 'n')));
        }
        return stream.xls();
    }

    /** A cell with an array formula of its own. */
    static List<Part> array(int row, int column) {
        return List.of(
                formula(row, column, row, column), BiffStream.part(BiffStream.ARRAY, body -> body.putShort((short) row)
                        .putShort((short) row)
                        .put((byte) column)
                        .put((byte) column)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 3)
                        .put((byte) 0x1E)
                        .putShort((short) 1)));
    }

    /** Which points to the array that begins at the given place. */
    static Part formula(int row, int column, int firstRow, int firstColumn) {
        return BiffStream.part(BiffStream.FORMULA, body -> body.putShort((short) row)
                .putShort((short) column)
                .putShort((short) 15)
                .putDouble(1)
                .putShort((short) 0)
                .putInt(0)
                .putShort((short) 5)
                .put((byte) 1)
                .putShort((short) firstRow)
                .putShort((short) firstColumn));
    }
}
