package lingbao.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lingbao.catalogue.CopyMark;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/** A sheet whose head has been read: its form, its titles, and its rows when they are asked for. */
final class FormSheet implements RawSheet {

    /** Nobody looks further down for a heading; each separator that a text table may have asks for a head. */
    private static final int BLANK_ROWS_OF_A_HEAD = 10_000;

    private final SheetSource source;
    private final @Nullable String name;
    private final boolean empty;
    private final FormFinder.Found found;
    private final FormFinder anyForm;
    private final List<TitleCell> titles;
    private final List<Finding> findings;
    private final Map<Integer, List<Finding>> findingsByRow;

    /**
     * @param finder of the forms that are looked for
     * @param anyForm of all forms, to know the tables of others further down
     */
    FormSheet(SheetSource source, FormFinder finder, FormFinder anyForm) throws Exception {
        this.anyForm = anyForm;
        this.name = source.name() == null ? null : trimmed(source.name());
        List<RawRow> filled = source.isEmpty() ? List.of() : head(source);
        this.empty = filled.isEmpty() || source.isHidden() && isWordList(filled) || isSummary(filled);
        this.source = UnmarkedSource.of(source, filled);
        List<RawRow> head = empty ? List.of() : this.source == source ? filled : head(this.source);
        this.found = finder.find(name, head, source.merges());
        this.titles = found.form() == null ? List.of() : titles(head, found.topRow());
        List<Finding> all = new ArrayList<>(found.findings());
        Merges.Judgement merged = new Merges.Judgement(name, new Merges(source.merges(), found));
        if (found.form() != null) {
            judge(merged);
            all.addAll(merged.ofSheet());
            all.addAll(hidden());
            if (this.source != source && UnmarkedSource.isExtract(filled)) {
                all.add(Finding.ofSheet(FindingCode.EXTRACT_SENT, name));
            }
        }
        this.findings = List.copyOf(all);
        this.findingsByRow = merged.ofRows();
    }

    /** Excel's own trim, and the blanks that it leaves. */
    private static String trimmed(String name) {
        return name.replace('\u00a0', ' ').strip();
    }

    static List<RawRow> head(SheetSource source) throws Exception {
        List<RawRow> head = new ArrayList<>();
        int blank = 0;
        try (RowCursor cursor = source.rows()) {
            for (RawRow row = cursor.next();
                    row != null && head.size() < FormFinder.ROWS_LOOKED_AT && blank < BLANK_ROWS_OF_A_HEAD;
                    row = cursor.next()) {
                if (row.isBlank()) {
                    blank++;
                } else {
                    head.add(row);
                }
            }
        }
        return head;
    }

    /** The words of our own templates' longer lists are nobody's data. */
    private static boolean isWordList(List<RawRow> filled) {
        return TemplateMark.opensAWordList(filled.get(0).cell(0).text());
    }

    /** Neither are the findings that a marked copy of ours lists. */
    private static boolean isSummary(List<RawRow> filled) {
        return filled.get(0).cells().stream().anyMatch(cell -> CopyMark.opensASummary(cell.text()));
    }

    /** The rows are walked only where a merge may be doubtful. */
    private void judge(Merges.Judgement merged) throws Exception {
        int lastRow = Merges.lastDoubtfulRow(source.merges(), found);
        if (lastRow == 0) {
            return;
        }
        TableSearch tables = new TableSearch(anyForm, name, source.merges(), found, merged);
        try (RowCursor cursor = source.rows()) {
            for (RawRow row = cursor.next(); row != null && row.number() <= lastRow; row = cursor.next()) {
                if (row.number() > found.headingRow()) {
                    tables.row(row);
                }
            }
        }
        tables.end();
    }

    static List<TitleCell> titles(List<RawRow> head, int topRow) {
        List<TitleCell> titles = new ArrayList<>();
        for (RawRow row : head) {
            for (int column = 0; row.number() < topRow && column < row.cells().size(); column++) {
                String text = row.cell(column).text();
                if (!row.cell(column).isBlank() && TemplateMark.in(text).isEmpty()) {
                    titles.add(new TitleCell(row.number(), column, text));
                }
            }
        }
        return List.copyOf(titles);
    }

    private List<Finding> hidden() {
        List<Finding> hidden = new ArrayList<>();
        if (source.isHidden()) {
            hidden.add(Finding.ofSheet(FindingCode.HIDDEN_SHEET, name, name == null ? "" : name));
        }
        List<MergedRange> rows = source.hiddenRows().stream()
                .filter(run -> run.lastRow() > found.headingRow())
                .toList();
        if (!rows.isEmpty()) {
            String numbers = rows.stream()
                    .limit(20)
                    .map(run -> run.firstRow() == run.lastRow()
                            ? Integer.toString(run.firstRow())
                            : run.firstRow() + "–" + run.lastRow())
                    .collect(Collectors.joining("、"));
            hidden.add(Finding.ofSheet(FindingCode.HIDDEN_ROWS, name, rows.size() > 20 ? numbers + "、…" : numbers));
        }
        BitSet columns = source.hiddenColumns();
        String letters = found.columns().keySet().stream()
                .filter(columns::get)
                .map(CellAddress::letters)
                .collect(Collectors.joining("、"));
        if (!letters.isEmpty()) {
            hidden.add(Finding.ofSheet(FindingCode.HIDDEN_COLUMNS, name, letters));
        }
        return hidden;
    }

    @Override
    public @Nullable String name() {
        return name;
    }

    @Override
    public boolean isEmpty() {
        return empty;
    }

    @Override
    public @Nullable RecognisedForm recognised() {
        return found.recognised();
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public @Nullable String formId() {
        return found.form() == null ? null : found.form().id();
    }

    @Override
    public int headingRow() {
        return found.headingRow();
    }

    @Override
    public List<TitleCell> titles() {
        return titles;
    }

    @Override
    public boolean isHidden() {
        return source.isHidden();
    }

    @Override
    public List<Finding> findingsAt(int row) {
        return findingsByRow.getOrDefault(row, List.of());
    }

    @Override
    public void rows(RowsBelow each) {
        RowsBelow filling = new Merges(source.merges(), found).filling(each);
        TableSearch tables = new TableSearch(anyForm, name, source.merges(), found, filling);
        everyRow(row -> {
            if (row.number() > found.headingRow()) {
                tables.row(row);
            }
        });
        tables.end();
    }

    @Override
    public void everyRow(Consumer<RawRow> each) {
        RowCursor cursor = UnreadableFileException.guarding(source::rows);
        try {
            RawRow row = next(cursor);
            while (row != null) {
                // What the caller does with a row is outside the guard: its failures are its own.
                each.accept(row);
                row = next(cursor);
            }
        } finally {
            UnreadableFileException.guarding(() -> {
                cursor.close();
                return true;
            });
        }
    }

    private static @Nullable RawRow next(RowCursor cursor) {
        return UnreadableFileException.<@Nullable RawRow>guarding(cursor::next);
    }
}
