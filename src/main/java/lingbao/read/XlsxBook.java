package lingbao.read;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import lingbao.catalogue.FileRules;
import lingbao.domain.Finding;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An {@code .xlsx}: surveyed first, then streamed. */
final class XlsxBook implements Book {

    /** What a formula can go wrong with; a saved error and a saved text look alike to the reader. */
    private static final Set<String> ERRORS = Set.of(
            "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!");

    /** How much of a head is kept for who reads on, in rows and letters, and of how many sheets. */
    private static final int ROWS_KEPT = 100;

    private static final int LETTERS_KEPT = 100_000;
    private static final int HEADS_KEPT = 4;

    /** The white space that XML allows around a number, and the reader stumbles over. */
    private static final Pattern SPACED_NUMBER =
            Pattern.compile("[ \\t\\r\\n]*([+-]?[0-9]{1,40}(?:[.][0-9]{1,40})?(?:[Ee][+-]?[0-9]{1,3})?)[ \\t\\r\\n]*");

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ReadableWorkbook workbook;
    private final List<XlsxSheet> sheets = new ArrayList<>();
    private final List<Finding> findings;

    private XlsxBook(ReadableWorkbook workbook, XlsxSurvey survey, List<Finding> findings) {
        this.workbook = workbook;
        this.findings = findings;
        Set<String> parts = new HashSet<>();
        workbook.getSheets().forEach(sheet -> sheets.add(source(sheet, survey, parts)));
        long rows =
                sheets.stream().mapToLong(sheet -> sheet.survey.lastFilledRow()).sum();
        UnreadableFileException.unlessWithin("各表行数之和", rows, Limits.ROWS_OF_ALL_SHEETS);
    }

    /** @param held the file's bytes where they are held in memory; null where they are to be read from the file */
    static XlsxBook open(Path file, byte @Nullable [] held, Limits limits, FileRules rules)
            throws IOException, XMLStreamException {
        XlsxSurvey survey = XlsxSurvey.of(file, held, limits);
        List<Finding> findings = survey.besideCells().judged(rules.macros(), rules.embeddedObjects());
        // A format is asked for at each cell, and without a part of styles the reader would fail.
        ReadingOptions options = new ReadingOptions(survey.formatted(), true);
        InputStream unpacked = survey.unpacked();
        ReadableWorkbook workbook = unpacked == null
                ? new ReadableWorkbook(file.toFile(), options)
                : new ReadableWorkbook(unpacked, options);
        try {
            return new XlsxBook(workbook, survey, findings);
        } catch (RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /**
     * A sheet whose part is no worksheet is a chart or a dialog, and holds nothing.
     *
     * @param parts those of other sheets; the rows of one part must not be read over and over
     */
    private XlsxSheet source(Sheet sheet, XlsxSurvey survey, Set<String> parts) {
        String part = survey.targets().get(sheet.getId());
        if (part == null) {
            throw UnreadableFileException.corrupt("缺少工作表部件");
        }
        if (!parts.add(part)) {
            throw UnreadableFileException.corrupt("几张工作表用同一部件");
        }
        SheetSurvey found = survey.sheets().get(part);
        if (found == null && !survey.parts().contains(part)) {
            throw UnreadableFileException.corrupt("缺少工作表部件");
        }
        return new XlsxSheet(sheet, found == null ? SheetSurvey.NOTHING : found);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public List<SheetSource> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void close() throws IOException {
        sheets.forEach(XlsxSheet::close);
        workbook.close();
    }

    private final class XlsxSheet implements SheetSource {

        private final Sheet sheet;
        private final SheetSurvey survey;

        /** Where the reading of the head stopped, for who reads next. */
        private @Nullable ResumedRows stopped;

        XlsxSheet(Sheet sheet, SheetSurvey survey) {
            this.sheet = sheet;
            this.survey = survey;
        }

        @Override
        public @Nullable String name() {
            return sheet.getName();
        }

        @Override
        public boolean isHidden() {
            return sheet.getVisibility() != SheetVisibility.VISIBLE;
        }

        @Override
        public boolean isEmpty() {
            return survey.lastFilledRow() == 0;
        }

        @Override
        public List<MergedRange> merges() {
            return survey.merges();
        }

        @Override
        public List<MergedRange> hiddenRows() {
            return survey.hiddenRows();
        }

        @Override
        public BitSet hiddenColumns() {
            return survey.hiddenColumns();
        }

        @Override
        public RowCursor rows() throws IOException {
            ResumedRows resumed = stopped;
            stopped = null;
            return resumed == null
                    ? new ResumedRows(
                            this, new XlsxRows(workbook, isEmpty() ? Stream.empty() : sheet.openStream(), survey))
                    : resumed;
        }

        /** Whether there was room for it. */
        boolean keep(ResumedRows rows) {
            long kept = sheets.stream().filter(other -> other.stopped != null).count();
            if (stopped != null || kept >= HEADS_KEPT) {
                return false;
            }
            stopped = rows;
            return true;
        }

        void close() {
            if (stopped != null) {
                stopped.rows.close();
                stopped = null;
            }
        }
    }

    /** Rows of which the first are kept, so that whoever closes early leaves them and the rest to the next who asks. */
    private static final class ResumedRows implements RowCursor {

        private final XlsxSheet sheet;
        private final XlsxRows rows;
        private final List<RawRow> kept = new ArrayList<>();
        private boolean keeps = true;
        private int letters;
        private int at;

        ResumedRows(XlsxSheet sheet, XlsxRows rows) {
            this.sheet = sheet;
            this.rows = rows;
        }

        @Override
        public @Nullable RawRow next() {
            if (at < kept.size()) {
                return kept.get(at++);
            }
            if (!keeps) {
                return rows.next();
            }
            // What goes wrong half-way is not for the next who asks.
            keeps = false;
            RawRow row = rows.next();
            if (row != null) {
                for (RawCell cell : row.cells()) {
                    letters += cell.text().length();
                }
                keeps = letters <= LETTERS_KEPT && kept.size() < ROWS_KEPT;
                if (keeps) {
                    kept.add(row);
                    at++;
                } else {
                    kept.clear();
                    at = 0;
                }
            }
            return row;
        }

        @Override
        public void close() {
            at = 0;
            if (!keeps || !sheet.keep(this)) {
                rows.close();
            }
        }
    }

    private static final class XlsxRows implements RowCursor {

        private final ReadableWorkbook workbook;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final SheetSurvey survey;
        private final Map<Integer, CellFormat> formats = new HashMap<>();
        private int last;

        XlsxRows(ReadableWorkbook workbook, Stream<Row> stream, SheetSurvey survey) {
            this.workbook = workbook;
            this.stream = stream;
            this.rows = stream.iterator();
            this.survey = survey;
        }

        @Override
        public @Nullable RawRow next() {
            if (last >= survey.lastFilledRow() || !rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            // A row that leaves its number out stands below the one before; the reader counts such rows from 0.
            last = row.getRowNum() > last ? row.getRowNum() : last + 1;
            List<RawCell> cells = new ArrayList<>(row.getCellCount());
            int filled = 0;
            for (int column = 0; column < row.getCellCount(); column++) {
                Cell cell = row.getCell(column);
                RawCell raw = cell == null ? RawCell.NOTHING : raw(cell, last, column);
                if (raw == RawCell.NOTHING) {
                    continue;
                }
                raw = survey.looking(raw, last, column);
                while (cells.size() < column) {
                    cells.add(RawCell.NOTHING);
                }
                cells.add(raw);
                filled++;
            }
            return new RawRow(last, row.isHidden(), filled == 0 ? List.of() : cells);
        }

        private RawCell raw(Cell cell, int row, int column) {
            boolean formula = cell.getFormula() != null;
            Object value = cell.getValue();
            String written = cell.getRawValue() == null ? "" : cell.getRawValue();
            // Of a formula, the reader tells a number that it can't read by its missing value alone.
            if (cell.getType() == CellType.ERROR || (formula && value == null && !written.isBlank())) {
                Matcher spaced = SPACED_NUMBER.matcher(written);
                if (spaced.matches()) {
                    return number(new BigDecimal(spaced.group(1)), spaced.group(1), cell, formula);
                }
                return new RawCell(RawCell.Kind.ERROR, written, null, false, false, formula);
            }
            if (value instanceof BigDecimal number) {
                return number(number, cell.getRawValue(), cell, formula);
            }
            if (value instanceof Boolean truth) {
                return new RawCell(RawCell.Kind.BOOLEAN, truth ? "TRUE" : "FALSE", null, false, false, formula);
            }
            String text = value == null ? "" : unescaped(value.toString());
            if (formula && text.isEmpty() && !survey.isCalculated(row, column)) {
                return new RawCell(RawCell.Kind.EMPTY, "", null, false, false, true);
            }
            if (formula && ERRORS.contains(text)) {
                return new RawCell(RawCell.Kind.ERROR, text, null, false, false, true);
            }
            return text.isEmpty() ? RawCell.NOTHING : new RawCell(RawCell.Kind.TEXT, text, null, false, false, formula);
        }

        private RawCell number(BigDecimal number, String written, Cell cell, boolean formula) {
            Integer formatId = cell.getDataFormatId();
            CellFormat format = formatId == null
                    ? CellFormat.PLAIN
                    : formats.computeIfAbsent(formatId, id -> CellFormat.of(id, cell.getDataFormatString()));
            boolean minusZero = number.signum() == 0 && written.startsWith("-");
            double value = minusZero ? -0.0 : number.doubleValue();
            return NumberText.cell(value, written, format, workbook.isDate1904(), formula);
        }

        /** Excel writes a control character, and whatever looks like one so written, as {@code _x000D_}. */
        private static String unescaped(String text) {
            if (!text.contains("_x")) {
                return text;
            }
            Matcher escaped = ESCAPED.matcher(text);
            return escaped.replaceAll(
                    found -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
