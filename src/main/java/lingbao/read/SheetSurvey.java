package lingbao.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import lingbao.domain.FindingCode;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over a sheet's part finds out before any of it is kept: how far the filled cells go, what is merged, what
 * is hidden, and whether the reader that comes after can be trusted with it. That reader believes a cell's address and
 * the number of a shared text however large, and takes memory for them.
 *
 * @param lastFilledRow 0 where no cell is filled
 * @param notCalculated the formulas without a saved result, as {@link #place}, in rising order
 * @param struck the cells with something struck out, likewise; of very many only the first
 * @param unseen the cells whose format shows nothing of a text, likewise
 */
record SheetSurvey(
        int lastFilledRow,
        List<MergedRange> merges,
        List<MergedRange> hiddenRows,
        BitSet hiddenColumns,
        long[] notCalculated,
        long[] struck,
        long[] unseen) {

    private static final long[] NOWHERE = {};
    static final SheetSurvey NOTHING =
            new SheetSurvey(0, List.of(), List.of(), new BitSet(), NOWHERE, NOWHERE, NOWHERE);

    private static final int EXCEL_ROWS = 1_048_576;
    private static final int EXCEL_COLUMNS = 16_384;
    private static final int HIDDEN_RUNS_KEPT = 1_000;
    private static final int LOOKS_KEPT = 50_000;

    static long place(int row, int column) {
        return (long) row * EXCEL_COLUMNS + column;
    }

    boolean isCalculated(int row, int column) {
        return Arrays.binarySearch(notCalculated, place(row, column)) < 0;
    }

    /** The cell as it looks, where that can't be told from its value. */
    RawCell looking(RawCell cell, int row, int column) {
        if (struck.length == 0 && unseen.length == 0) {
            return cell;
        }
        long place = place(row, column);
        return cell.looking(
                cell.unseen() || Arrays.binarySearch(unseen, place) >= 0, Arrays.binarySearch(struck, place) >= 0);
    }

    /** Walks from the {@code worksheet} element to the end. */
    static SheetSurvey of(XMLStreamReader2 xml, Limits limits, CellLooks looks, SharedTexts sharedTexts)
            throws XMLStreamException {
        return new Walk(xml, limits, looks, sharedTexts).walked();
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private static final class Walk {

        private final XMLStreamReader2 xml;
        private final Limits limits;
        private final List<MergedRange> merges = new ArrayList<>();
        private final List<MergedRange> hiddenRows = new ArrayList<>();
        private final BitSet hiddenColumns = new BitSet();
        private final ColumnLetters letters = new ColumnLetters();
        private final KindLetters kinds = new KindLetters();
        private final Set<String> sharedFormulas = new HashSet<>();
        private final CellLooks looks;
        private final SharedTexts sharedTexts;
        private final boolean plainStyles;
        private final Places notCalculated = new Places(Integer.MAX_VALUE);
        private final Places struck = new Places(LOOKS_KEPT);
        private final Places unseen = new Places(LOOKS_KEPT);
        private boolean struckText;
        private int row;
        private int column;
        private int filledRows;
        private int lastFilledRow;
        private long cells;
        private long arrays;

        Walk(XMLStreamReader2 xml, Limits limits, CellLooks looks, SharedTexts sharedTexts) {
            this.xml = xml;
            this.limits = limits;
            this.looks = looks;
            this.sharedTexts = sharedTexts;
            this.plainStyles = looks.arePlainStyles();
        }

        SheetSurvey walked() throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "row" -> row();
                        case "mergeCell" -> merge();
                        case "col" -> columns();
                        default -> {}
                    }
                }
            }
            return new SheetSurvey(
                    lastFilledRow,
                    List.copyOf(merges),
                    List.copyOf(hiddenRows),
                    hiddenColumns,
                    notCalculated.sorted(),
                    struck.sorted(),
                    unseen.sorted());
        }

        private void columns() {
            String first = attribute("min");
            String last = attribute("max");
            if (first != null && last != null && isTrue(attribute("hidden"))) {
                int from = Math.max(Integer.parseInt(first), 1);
                int to = Math.min(Integer.parseInt(last), EXCEL_COLUMNS);
                if (from <= to) {
                    hiddenColumns.set(from - 1, to);
                }
            }
        }

        private static boolean isTrue(@Nullable String flag) {
            return "1".equals(flag) || "true".equals(flag);
        }

        private void row() throws XMLStreamException {
            String number = attribute("r");
            int next = number == null ? row + 1 : Integer.parseInt(number);
            if (next <= row || next > EXCEL_ROWS) {
                throw UnreadableFileException.corrupt("行号 " + next + " 重复、倒序或超出范围");
            }
            row = next;
            column = -1;
            String hidden = attribute("hidden");
            boolean filled = false;
            for (int event = next(); !isEnd(event, "row"); event = next()) {
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    filled |= cell();
                }
            }
            if (filled) {
                lastFilledRow = row;
                UnreadableFileException.unlessWithin("行数", ++filledRows, limits.rows());
                if (isTrue(hidden)) {
                    hide();
                }
            }
        }

        private void hide() {
            MergedRange last = hiddenRows.isEmpty() ? null : hiddenRows.get(hiddenRows.size() - 1);
            if (last != null && last.lastRow() == row - 1) {
                hiddenRows.set(hiddenRows.size() - 1, new MergedRange(last.firstRow(), 0, row, 0));
            } else if (hiddenRows.size() < HIDDEN_RUNS_KEPT) {
                hiddenRows.add(new MergedRange(row, 0, row, 0));
            }
        }

        /** Whether the cell is filled. */
        private boolean cell() throws XMLStreamException {
            cells++;
            column = address();
            if (column >= EXCEL_COLUMNS) {
                throw UnreadableFileException.corrupt("列号 " + (column + 1) + " 超出范围");
            }
            CellKind kind = kind();
            int style = plainStyles ? 0 : CellLooks.number(attribute("s"));
            struckText = !plainStyles && looks.isStruckStyle(style);
            boolean shared = kind == CellKind.SHARED_TEXT;
            boolean text = kind == CellKind.TEXT;
            boolean formula = false;
            boolean value = false;
            boolean emptyText = false;
            for (int event = next(); !isEnd(event, "c"); event = next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "f" -> {
                        formula();
                        formula = true;
                    }
                    case "v" -> {
                        int length = shared ? sharedText() : length("v");
                        if (kind == CellKind.OTHER) {
                            UnreadableFileException.unlessWithin("一个数的位数", length, Limits.NUMBER_LENGTH);
                        }
                        value |= length > 0;
                        emptyText |= text && length == 0;
                    }
                    case "is" -> value |= length("is") > 0;
                    default -> {}
                }
            }
            if (formula && !value && !emptyText) {
                notCalculated.add(place(row, column));
            }
            if (value && struckText) {
                struck.add(place(row, column));
            }
            if (value && (shared || text) && !plainStyles && looks.isHidingStyle(style)) {
                unseen.add(place(row, column));
            }
            if (value || formula) {
                UnreadableFileException.unlessWithin("列数", column + 1L, limits.columns());
            }
            return value || formula;
        }

        private int address() throws XMLStreamException {
            int index = xml.getAttributeIndex(null, "r");
            if (index < 0) {
                return column + 1;
            }
            xml.getAttributeAs(index, letters);
            return letters.column;
        }

        private CellKind kind() throws XMLStreamException {
            int index = xml.getAttributeIndex(null, "t");
            if (index < 0) {
                return CellKind.OTHER;
            }
            xml.getAttributeAs(index, kinds);
            return kinds.kind;
        }

        private void formula() throws XMLStreamException {
            String type = attribute("t");
            String group = attribute("si");
            if ("shared".equals(type) && group != null) {
                if (attribute("ref") != null) {
                    sharedFormulas.add(group);
                } else if (!sharedFormulas.contains(group)) {
                    throw UnreadableFileException.corrupt("共享公式不完整");
                }
            } else if ("array".equals(type)) {
                arrays++;
            }
            if (arrays * cells > Limits.ARRAY_LOOKUPS) {
                throw UnreadableFileException.tooLarge("数组公式", arrays + " 个", "更少");
            }
            length("f");
        }

        private int sharedText() throws XMLStreamException {
            int digits = 0;
            long number = 0;
            for (int event = next(); !isEnd(event, "v"); event = next()) {
                if (!isText(event)) {
                    continue;
                }
                char[] text = xml.getTextCharacters();
                int from = xml.getTextStart();
                for (int at = from; at < from + xml.getTextLength(); at++) {
                    int digit = text[at] - '0';
                    digits++;
                    number = number * 10 + digit;
                    if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
                        throw UnreadableFileException.corrupt("共享文字的编号无法识别");
                    }
                }
            }
            if (digits > 0) {
                sharedTexts.ask((int) number);
                struckText |= looks.isStruckText((int) number);
            }
            return digits;
        }

        private int length(String element) throws XMLStreamException {
            int length = 0;
            for (int event = next(); !isEnd(event, element); event = next()) {
                if (isText(event)) {
                    length += xml.getTextLength();
                    UnreadableFileException.unlessWithin("一格的字数", length, limits.cellLength());
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    struckText |= CellLooks.isStrike(xml);
                }
            }
            return length;
        }

        private void merge() {
            String reference = attribute("ref");
            MergedRange merge = reference == null ? null : MergedRange.parsed(reference);
            if (merge == null) {
                throw UnreadableFileException.corrupt("合并单元格的范围无法识别");
            }
            merges.add(merge);
            UnreadableFileException.unlessWithin("合并单元格的个数", merges.size(), limits.merges());
        }

        private @Nullable String attribute(String name) {
            return xml.getAttributeValue(null, name);
        }

        private int next() throws XMLStreamException {
            if (!xml.hasNext()) {
                throw UnreadableFileException.corrupt("内容中断");
            }
            return xml.next();
        }

        private boolean isEnd(int event, String element) {
            return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
        }
    }

    private enum CellKind {
        SHARED_TEXT,
        TEXT,
        OTHER
    }

    /** Reads a cell's kind where it lies. That of a date written out is allowed, and at each such cell the reader would fail. */
    private static final class KindLetters extends TypedValueDecoder {

        private CellKind kind = CellKind.OTHER;

        @Override
        public void decode(String type) {
            kind = switch (type) {
                case "s" -> CellKind.SHARED_TEXT;
                case "d" -> throw UnreadableFileException.of(FindingCode.UNSUPPORTED_FORMAT, "日期按 ISO 8601 文字保存的工作簿");
                case "str", "inlineStr" -> CellKind.TEXT;
                default -> CellKind.OTHER;
            };
        }

        @Override
        public void decode(char[] type, int from, int to) {
            if (to - from == 1 && type[from] != 'd') {
                kind = type[from] == 's' ? CellKind.SHARED_TEXT : CellKind.OTHER;
            } else {
                decode(String.valueOf(type, from, to - from));
            }
        }

        @Override
        public void handleEmptyValue() {
            kind = CellKind.OTHER;
        }
    }

    /** Reads the column off an address where it lies: a text of its own for each cell would be half of the walk. */
    private static final class ColumnLetters extends TypedValueDecoder {

        private int column;

        @Override
        public void decode(String address) {
            decode(address.toCharArray(), 0, address.length());
        }

        @Override
        public void decode(char[] address, int from, int to) {
            column = 0;
            int at = from;
            for (; at < to && at < from + 4; at++) {
                int letter = Character.toUpperCase(address[at]) - 'A';
                if (letter < 0 || letter > 25) {
                    break;
                }
                column = column * 26 + letter + 1;
            }
            if (at == from || at == from + 4) {
                throw UnreadableFileException.corrupt("单元格地址无法识别");
            }
            column--;
        }

        @Override
        public void handleEmptyValue() {
            throw UnreadableFileException.corrupt("单元格地址无法识别");
        }
    }

    /** A growing list of places. */
    private static final class Places {

        private final int most;
        private long[] places = NOWHERE;
        private int count;

        Places(int most) {
            this.most = most;
        }

        void add(long place) {
            if (count == most) {
                return;
            }
            if (count == places.length) {
                places = Arrays.copyOf(places, Math.max(16, count * 2));
            }
            places[count++] = place;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(places, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
