package lingbao.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.FileRules;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** An {@code .xls} of Excel 97 to 2003, held in memory as a whole; the format knows no more than 65,536 rows. */
final class XlsBook implements Book {

    private static final List<String> STREAMS = List.of("workbook", "book");
    private static final int BOF = 0x0809;
    private static final int EOF = 0x000A;
    private static final int FILEPASS = 0x002F;
    private static final int BIFF8 = 0x0600;

    /** Names where formulas take their values from: this very workbook, or another, or a program. */
    private static final int SUPBOOK = 0x01AE;

    private static final int OWN_SHEETS = 0x0401;
    private static final int ADD_IN_FUNCTIONS = 0x3A01;

    private static final int BOUNDSHEET = 0x0085;
    private static final int SHEET_OF_MACROS = 1;

    private static final Pattern EMBEDDED = Pattern.compile("mbd[0-9a-f]{8}");

    private final HSSFWorkbook workbook;
    private final List<SheetSource> sheets;
    private final List<Finding> findings;

    private XlsBook(HSSFWorkbook workbook, List<SheetSource> sheets, List<Finding> findings) {
        this.workbook = workbook;
        this.sheets = sheets;
        this.findings = findings;
    }

    static XlsBook open(InputStream content, Limits limits, FileRules rules) throws IOException {
        HSSFWorkbook workbook;
        BesideCells besideCells;
        try (POIFSFileSystem container = new POIFSFileSystem(content)) {
            DirectoryNode root = container.getRoot();
            Set<String> names = root.getEntryNames().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            unlessOther(names);
            besideCells = besideCells(root, names);
            // The container is not kept, so that its bytes can be let go.
            workbook = new HSSFWorkbook(root, false);
        }
        if (workbook.getNumberOfSheets() == 0) {
            throw UnreadableFileException.corrupt("没有工作表");
        }
        UnreadableFileException.unlessWithin("工作表数", workbook.getNumberOfSheets(), limits.sheets());
        boolean since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        List<SheetSource> sheets = new ArrayList<>();
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            boolean hidden = workbook.isSheetHidden(index) || workbook.isSheetVeryHidden(index);
            sheets.add(XlsSheet.of(workbook.getSheetAt(index), hidden, since1904, limits));
        }
        return new XlsBook(
                workbook,
                List.copyOf(sheets),
                besideCells.judged(rules.macrosInOldWorkbooks(), rules.embeddedObjects()));
    }

    private static void unlessOther(Set<String> names) {
        if (names.contains("encryptedpackage") || names.contains("encryptioninfo")) {
            throw UnreadableFileException.of(FindingCode.ENCRYPTED);
        }
        if (STREAMS.stream().anyMatch(names::contains)) {
            return;
        }
        if (names.contains("worddocument")) {
            throw Signatures.unsupported("Word 文档（.doc）");
        }
        if (names.contains("powerpoint document")) {
            throw Signatures.unsupported("PowerPoint 演示文稿（.ppt）");
        }
        if (names.contains("__properties_version1.0")) {
            throw Signatures.unsupported("邮件（.msg）");
        }
        throw Signatures.unsupported("不含工作簿的办公文档");
    }

    /**
     * Walks the records up to the end of the first part. POI opens what is encrypted with Excel's own password without a
     * word, and answers Excel 95 with an exception.
     */
    private static BesideCells besideCells(DirectoryNode root, Set<String> names) throws IOException {
        String name = root.getEntryNames().stream()
                .filter(entry -> STREAMS.contains(entry.toLowerCase(Locale.ROOT)))
                // Excel writes both streams when it keeps an old version beside the new one.
                .max(String.CASE_INSENSITIVE_ORDER)
                .orElseThrow();
        boolean linked = false;
        boolean macros = names.contains("_vba_project_cur");
        boolean end = false;
        try (InputStream stream = root.createDocumentInputStream(name)) {
            for (byte[] head = stream.readNBytes(4); head.length == 4 && !end; head = stream.readNBytes(4)) {
                int record = word(head, 0);
                byte[] body = stream.readNBytes(word(head, 2));
                if (record == BOF && body.length >= 2 && word(body, 0) < BIFF8) {
                    throw Signatures.unsupported("Excel 95 或更早的工作簿，版本过旧");
                }
                if (record == FILEPASS) {
                    throw UnreadableFileException.of(FindingCode.ENCRYPTED);
                }
                if (record == SUPBOOK && body.length > 4) {
                    linked |= word(body, 2) != OWN_SHEETS && word(body, 2) != ADD_IN_FUNCTIONS;
                }
                macros |= record == BOUNDSHEET && body.length > 5 && body[5] == SHEET_OF_MACROS;
                end = record == EOF;
            }
        }
        return new BesideCells(
                macros, names.stream().anyMatch(entry -> EMBEDDED.matcher(entry).matches()), linked);
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public List<SheetSource> sheets() {
        return sheets;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private record XlsSheet(
            HSSFSheet sheet,
            boolean isHidden,
            boolean since1904,
            int lastFilledRow,
            List<MergedRange> merges,
            List<MergedRange> hiddenRows)
            implements SheetSource {

        /** Reads every cell once, so that damage shows now. */
        static XlsSheet of(HSSFSheet sheet, boolean hidden, boolean since1904, Limits limits) {
            UnreadableFileException.unlessWithin("合并单元格的个数", sheet.getNumMergedRegions(), limits.merges());
            List<MergedRange> merges = sheet.getMergedRegions().stream()
                    .map(region -> new MergedRange(
                            region.getFirstRow() + 1,
                            region.getFirstColumn(),
                            region.getLastRow() + 1,
                            region.getLastColumn()))
                    .toList();
            TreeSet<Integer> hiddenRows = new TreeSet<>();
            int lastFilled = 0;
            int filled = 0;
            try (XlsRows rows = new XlsRows(sheet, since1904, Integer.MAX_VALUE)) {
                for (RawRow row = rows.next(); row != null; row = rows.next()) {
                    if (!row.isBlank()) {
                        lastFilled = row.number();
                        UnreadableFileException.unlessWithin("行数", ++filled, limits.rows());
                        UnreadableFileException.unlessWithin("列数", row.cells().size(), limits.columns());
                        if (row.hidden()) {
                            hiddenRows.add(row.number());
                        }
                    }
                }
            }
            return new XlsSheet(sheet, hidden, since1904, lastFilled, merges, runs(hiddenRows));
        }

        private static List<MergedRange> runs(TreeSet<Integer> rows) {
            List<MergedRange> runs = new ArrayList<>();
            for (int row : rows) {
                MergedRange last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
                if (last != null && last.lastRow() == row - 1) {
                    runs.set(runs.size() - 1, new MergedRange(last.firstRow(), 0, row, 0));
                } else {
                    runs.add(new MergedRange(row, 0, row, 0));
                }
            }
            return runs;
        }

        @Override
        public @Nullable String name() {
            return sheet.getSheetName();
        }

        @Override
        public BitSet hiddenColumns() {
            BitSet hidden = new BitSet();
            for (int column = 0; column < SpreadsheetVersion.EXCEL97.getMaxColumns(); column++) {
                hidden.set(column, sheet.isColumnHidden(column));
            }
            return hidden;
        }

        @Override
        public boolean isEmpty() {
            return lastFilledRow == 0;
        }

        @Override
        public RowCursor rows() {
            return new XlsRows(sheet, since1904, lastFilledRow);
        }
    }

    private static final class XlsRows implements RowCursor {

        private final Iterator<Row> rows;
        private final boolean since1904;
        private final int lastRow;
        private final HSSFWorkbook workbook;
        private final Map<Short, CellFormat> formats = new HashMap<>();

        XlsRows(HSSFSheet sheet, boolean since1904, int lastRow) {
            this.rows = sheet.rowIterator();
            this.workbook = sheet.getWorkbook();
            this.since1904 = since1904;
            this.lastRow = lastRow;
        }

        @Override
        public @Nullable RawRow next() {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            if (row.getRowNum() >= lastRow) {
                return null;
            }
            List<RawCell> cells = new ArrayList<>(Math.max(row.getLastCellNum(), 0));
            for (Cell cell : row) {
                RawCell raw = raw((HSSFCell) cell);
                if (raw != RawCell.NOTHING) {
                    raw = looking((HSSFCell) cell, raw);
                    while (cells.size() < cell.getColumnIndex()) {
                        cells.add(RawCell.NOTHING);
                    }
                    cells.add(raw);
                }
            }
            return new RawRow(row.getRowNum() + 1, row.getZeroHeight(), cells);
        }

        private RawCell raw(HSSFCell cell) {
            boolean formula = cell.getCellType() == CellType.FORMULA;
            CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
            return switch (type) {
                case NUMERIC -> NumberText.cell(cell.getNumericCellValue(), format(cell), since1904, formula);
                case STRING -> {
                    String text = cell.getRichStringCellValue().getString();
                    yield text.isEmpty()
                            ? RawCell.NOTHING
                            : new RawCell(RawCell.Kind.TEXT, text, null, false, false, formula);
                }
                case BOOLEAN ->
                    new RawCell(
                            RawCell.Kind.BOOLEAN,
                            cell.getBooleanCellValue() ? "TRUE" : "FALSE",
                            null,
                            false,
                            false,
                            formula);
                case ERROR ->
                    new RawCell(
                            RawCell.Kind.ERROR,
                            FormulaError.forInt(cell.getErrorCellValue()).getString(),
                            null,
                            false,
                            false,
                            formula);
                case BLANK, FORMULA, _NONE -> RawCell.NOTHING;
            };
        }

        private CellFormat format(HSSFCell cell) {
            return formats.computeIfAbsent(
                    cell.getCellStyle().getDataFormat(),
                    id -> CellFormat.of(id, cell.getCellStyle().getDataFormatString()));
        }

        private RawCell looking(HSSFCell cell, RawCell raw) {
            boolean unseen = raw.unseen()
                    || raw.kind() == RawCell.Kind.TEXT && format(cell).hidesText();
            return raw.looking(unseen, isStruck(cell));
        }

        private boolean isStruck(HSSFCell cell) {
            if (cell.getCellStyle().getFont(workbook).getStrikeout()) {
                return true;
            }
            if (cell.getCellType() != CellType.STRING) {
                return false;
            }
            HSSFRichTextString text = cell.getRichStringCellValue();
            for (int run = 0; run < text.numFormattingRuns(); run++) {
                if (workbook.getFontAt(text.getFontOfFormattingRun(run)).getStrikeout()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {}
    }
}
