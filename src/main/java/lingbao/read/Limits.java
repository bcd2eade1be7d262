package lingbao.read;

import java.time.Duration;

/**
 * How much a file may hold. All of it is counted, never taken from what the file says of itself, and before anything is
 * kept in memory; only a text file's rows are counted while they are handed on.
 *
 * @param fileBytes of the file as received
 * @param binaryWorkbookBytes of an {@code .xls}, which is held in memory as a whole, by a process of its own
 * @param unpackedBytes of all parts of an {@code .xlsx} together
 * @param unpackedRatio unpacked to packed bytes of one part; asked only of parts above 8 MiB
 * @param parts of an {@code .xlsx}
 * @param sheets of a workbook
 * @param rows with a filled cell, of one sheet; blank ones cost nothing and do not count
 * @param columns up to the last filled cell, of one sheet
 * @param cellLength characters of one cell; Excel itself allows no more than 32,767
 * @param merges of one sheet
 * @param parserTime in the processor that one file may be worked on before its rows are handed on; an {@code .xls}, parsed
 *     whole in that time, gets more by its size
 * @param sharedTextBytes of memory that an {@code .xlsx}'s table of shared texts takes, roughly
 */
public record Limits(
        long fileBytes,
        long binaryWorkbookBytes,
        long unpackedBytes,
        int unpackedRatio,
        int parts,
        int sheets,
        int rows,
        int columns,
        int cellLength,
        int merges,
        Duration parserTime,
        long sharedTextBytes) {

    private static final long MEBIBYTE = 1L << 20;

    /** Unpacked bytes of one part up to which nobody asks how well it was packed: small parts may well be full of zeros. */
    static final long RATIO_FROM = 8 * MEBIBYTE;

    /** Longest text, tag or attribute of XML that a parser may have to hold: no cell is longer, every letter escaped. */
    static final int MARKUP_LENGTH = 1 << 20;

    /** Names of elements and attributes in one workbook; honest ones have some two hundred. A parser keeps each for good. */
    static final int NAMES = 2_000;

    /** Letters of one number in XML; Excel writes no more than 25, and every digit costs as much as all before it. */
    static final int NUMBER_LENGTH = 1_500;

    /** Letters of one value that is no free text, such as a date or a choice. */
    public static final int VALUE_LENGTH = 1_000;

    /** Letters of a cell that are looked at to tell what kind of row it stands in, and for what is said of the rows. */
    public static final int SEARCHED_LENGTH = 120;

    /** Relations between the parts of a workbook; those of its sheets, such as links to pages, are not read. */
    static final int RELATIONS = 10_000;

    /** Rows of all sheets together, blank ones above a filled one too: each is counted and answered for. Two whole sheets of Excel's. */
    static final int ROWS_OF_ALL_SHEETS = 2 * 1_048_576;

    /** Shared texts that no cell asks for, above as many as are asked for: those of deleted rows may stay behind. */
    static final int SPARE_TEXTS = 100_000;

    /** What a table of shared texts may take whoever asks for it, and what more for each text that a cell asks for. */
    static final long SPARE_TEXT_BYTES = 16 * MEBIBYTE;

    static final long BYTES_OF_A_USED_TEXT = 1_024;

    /** An array formula is looked for at every cell that comes after it. */
    static final long ARRAY_LOOKUPS = 200_000_000L;

    /** Bytes of a text table, which bound its rows: 200,000 of 160 bytes. */
    static final long TEXT_BYTES = 32 * MEBIBYTE;

    /** Letters of one field of a text table; Excel takes more, and no clerk writes as much. */
    static final int FIELD_LENGTH = 10_000;

    /** Lines of one quoted field; what goes on longer is a quote that nobody closed. */
    static final int LINES_OF_A_FIELD = 300;

    /** Letters of one line of a text table; a line without end would fill the heap. */
    static final int LINE_LENGTH = 500_000;

    /** Of the process that parses {@code .xls}, in mebibytes. */
    static final int PARSER_HEAP = 256;

    /** What the program itself and the row at hand need of the heap, with room to clear up behind them. */
    private static final long OWN_HEAP = 64 * MEBIBYTE;

    /** More than any honest sheet of a district needs, and safe in the heap that this process was given. */
    public static Limits standard() {
        return within(Runtime.getRuntime().maxMemory());
    }

    /**
     * What is held in memory as a whole follows the heap; everything else is streamed and does not.
     *
     * @param heap in bytes; 128 MiB is enough for 200,000 rows
     */
    static Limits within(long heap) {
        long spare = Math.max(heap - OWN_HEAP, 8 * MEBIBYTE);
        return new Limits(
                64 * MEBIBYTE,
                24 * MEBIBYTE,
                256 * MEBIBYTE,
                250,
                1_000,
                200,
                500_000,
                1_000,
                32_767,
                10_000,
                Duration.ofSeconds(4),
                Math.min(spare / 8 * 7, 112 * MEBIBYTE));
    }
}
