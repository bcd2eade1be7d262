package lingbao.read;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvMalformedLineException;
import com.opencsv.exceptions.CsvMultilineLimitBrokenException;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.FormulaSign;
import org.jspecify.annotations.Nullable;

/** A text table, streamed: fields between commas, tabs, semicolons or full-width commas, quoted as RFC 4180 has it. */
final class CsvText implements Book {

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '，');
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?");

    /** How programs keep a spreadsheet from making a number of a text: {@code ="0571"} is the text between. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("\\s*=\"([^\"]*)\"\\s*");

    private final TextEncoding encoding;
    private final char separator;
    private final boolean separatorLine;
    private final int width;
    private final Limits limits;

    /** @param width the fields of most records; 0 where it is not known yet */
    private CsvText(TextEncoding encoding, char separator, boolean separatorLine, int width, Limits limits) {
        this.encoding = encoding;
        this.separator = separator;
        this.separatorLine = separatorLine;
        this.width = width;
        this.limits = limits;
    }

    /** Opens it with the separator that its first line names, or under which the headings fit best. */
    static CsvText open(TextEncoding encoding, FormFinder finder, Limits limits) throws Exception {
        String first = firstLine(encoding);
        Matcher named = SEPARATOR_LINE.matcher(first.strip());
        if (named.matches()) {
            return new CsvText(encoding, named.group(1).charAt(0), true, 0, limits).measured();
        }
        // Some programs write sep= and a tab, which looks like nothing once stripped.
        if (first.matches("(?i)sep=\t")) {
            return new CsvText(encoding, '\t', true, 0, limits).measured();
        }
        CsvText best = new CsvText(encoding, SEPARATORS.get(0), false, 0, limits);
        long bestScore = -1;
        long bestForm = 0;
        UnreadableFileException refusal = null;
        for (char separator : SEPARATORS) {
            CsvText text = new CsvText(encoding, separator, false, 0, limits);
            try {
                List<RawRow> head = FormSheet.head(text.sheet());
                long form = finder.bestScore(head);
                long score = form * 1_000_000 + commonWidth(head);
                if (score > bestScore) {
                    best = text;
                    bestScore = score;
                    bestForm = form;
                }
            } catch (UnreadableFileException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        // The right separator may be the very one under which a quote stays open.
        if (bestForm == 0 && refusal != null) {
            throw refusal;
        }
        return best.measured();
    }

    private CsvText measured() throws Exception {
        return new CsvText(encoding, separator, separatorLine, commonWidth(FormSheet.head(sheet())), limits);
    }

    private static String firstLine(TextEncoding encoding) throws IOException {
        try (Reader reader = encoding.reader()) {
            StringBuilder line = new StringBuilder();
            for (int letter = reader.read();
                    letter >= 0 && letter != '\n' && letter != '\r' && line.length() < 20;
                    letter = reader.read()) {
                line.append((char) letter);
            }
            return line.toString();
        }
    }

    /** The width that most records have. */
    private static int commonWidth(List<RawRow> head) {
        Map<Integer, Integer> counts = new TreeMap<>();
        head.forEach(row -> counts.merge(row.cells().size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /**
     * Whether this is a table and no prose: a form's heading stands in it, or all its first records are equally wide, two
     * columns by tabs, or more or several records otherwise.
     */
    boolean isTable(FormFinder finder) throws Exception {
        List<RawRow> head = FormSheet.head(sheet());
        if (finder.bestScore(head) > 0) {
            return true;
        }
        int width = head.isEmpty() ? 0 : head.get(0).cells().size();
        boolean even = head.stream().allMatch(row -> row.cells().size() == width);
        return even
                && width >= 2
                && separator != '，'
                && head.size() >= 2
                && (separator == '\t' || width >= 3 && head.size() >= 3);
    }

    @Override
    public List<Finding> findings() {
        return encoding.isUnicode8()
                ? List.of()
                : List.of(Finding.ofFile(
                        FindingCode.ENCODING_DECIDED, encoding.charset().name()));
    }

    @Override
    public List<SheetSource> sheets() {
        return List.of(sheet());
    }

    private CsvSheet sheet() {
        return new CsvSheet();
    }

    @Override
    public void close() {}

    private final class CsvSheet implements SheetSource {

        @Override
        public @Nullable String name() {
            return null;
        }

        @Override
        public boolean isHidden() {
            return false;
        }

        @Override
        public boolean isEmpty() throws Exception {
            try (RowCursor cursor = rows()) {
                for (RawRow row = cursor.next(); row != null; row = cursor.next()) {
                    if (!row.isBlank()) {
                        return false;
                    }
                }
                return true;
            }
        }

        @Override
        public List<MergedRange> merges() {
            return List.of();
        }

        @Override
        public List<MergedRange> hiddenRows() {
            return List.of();
        }

        @Override
        public BitSet hiddenColumns() {
            return new BitSet();
        }

        @Override
        public RowCursor rows() throws IOException {
            return new CsvRows();
        }
    }

    private final class CsvRows implements RowCursor {

        private final CSVReader records;
        private int record;
        private int filled;

        CsvRows() throws IOException {
            BufferedReader text = new BufferedReader(new ShortLines(encoding.reader()));
            if (separatorLine) {
                text.readLine();
            }
            records = new CSVReaderBuilder(text)
                    .withCSVParser(
                            new RFC4180ParserBuilder().withSeparator(separator).build())
                    .withMultilineLimit(Limits.LINES_OF_A_FIELD)
                    .build();
        }

        @Override
        public @Nullable RawRow next() throws Exception {
            long line = records.getLinesRead() + (separatorLine ? 2 : 1);
            String[] fields;
            try {
                fields = records.readNext();
            } catch (CsvMalformedLineException | CsvMultilineLimitBrokenException e) {
                throw notClosed(line);
            }
            if (fields == null) {
                return null;
            }
            if (records.getLinesRead() + (separatorLine ? 2 : 1) > line + 1 && goesOn(fields)) {
                throw notClosed(line);
            }
            record++;
            UnreadableFileException.unlessWithin("行数（连空行）", record, Limits.ROWS_OF_ALL_SHEETS);
            List<RawCell> cells = new ArrayList<>(fields.length);
            for (String field : fields) {
                if (swallowsRecords(field)) {
                    throw notClosed(line);
                }
                UnreadableFileException.unlessWithin(
                        "一格的字数", field.length(), Math.min(limits.cellLength(), Limits.FIELD_LENGTH));
                cells.add(RawCell.ofText(textOf(field)));
            }
            UnreadableFileException.unlessWithin("列数", cells.size(), limits.columns());
            RawRow row = new RawRow(record, false, cells);
            if (!row.isBlank()) {
                UnreadableFileException.unlessWithin("行数", ++filled, limits.rows());
            }
            return row;
        }

        private static String textOf(String field) {
            Matcher kept = KEPT_AS_TEXT.matcher(field);
            return kept.matches() ? kept.group(1) : FormulaSign.restored(field);
        }

        private static UnreadableFileException notClosed(long line) {
            return UnreadableFileException.of(FindingCode.QUOTE_NOT_CLOSED, Long.toString(line));
        }

        /** A quote that nobody closed ends at the next one, lines later: whole records have become one field then. */
        private boolean swallowsRecords(String field) {
            return field.indexOf('\n') >= 0
                    && (field.length() > Limits.FIELD_LENGTH
                            || width >= 3
                                    && field.chars()
                                                    .filter(letter -> letter == separator)
                                                    .count()
                                            >= width - 1);
        }

        /** Of several lines, and with values behind its last column: a stray quote, 17" 显示器, has taken in the next record. */
        private boolean goesOn(String[] fields) {
            return width >= 3 && Arrays.stream(fields).skip(width).anyMatch(field -> !field.isBlank());
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }

    /** Stops where a line has no end. */
    private static final class ShortLines extends FilterReader {

        private int length;

        ShortLines(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int from, int count) throws IOException {
            int read = super.read(buffer, from, count);
            for (int at = from; at < from + read; at++) {
                length = buffer[at] == '\n' || buffer[at] == '\r' ? 0 : length + 1;
            }
            UnreadableFileException.unlessWithin("一行的字数", length, Limits.LINE_LENGTH);
            return read;
        }
    }
}
