package lingbao.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import lingbao.read.RawSheet;
import lingbao.read.RecognisedForm;
import lingbao.read.RowsBelow;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a form as the reader would hand it over: 序号 in column A, the form's columns from B on in its order, the heading
 * in row 1.
 */
final class MemorySheet implements RawSheet {

    private final Form form;
    private final boolean recognised;
    private final List<Finding> findings;
    private final List<RawRow> rows = new ArrayList<>();
    private final List<Finding> findingsAtRows = new ArrayList<>();
    private int next = 2;

    private MemorySheet(Form form, boolean recognised, List<Finding> findings) {
        this.form = form;
        this.recognised = recognised;
        this.findings = findings;
    }

    static MemorySheet of(Form form) {
        return new MemorySheet(form, true, List.of());
    }

    static MemorySheet of(Form form, Finding finding) {
        return new MemorySheet(form, true, List.of(finding));
    }

    static MemorySheet withoutItsColumns(Form form, Finding finding) {
        return new MemorySheet(form, false, List.of(finding));
    }

    /** Cells from column A on: texts, numbers, truth values, {@link RawCell}s, null for nothing. */
    MemorySheet row(@Nullable Object... cells) {
        rows.add(new RawRow(
                next, false, Arrays.stream(cells).map(MemorySheet::cell).toList()));
        next++;
        return this;
    }

    /** What the reader finds at a row. */
    MemorySheet found(Finding finding) {
        findingsAtRows.add(finding);
        return this;
    }

    /** Leaves row numbers out, as a file does with blank rows. */
    MemorySheet skip(int count) {
        next += count;
        return this;
    }

    static RawCell cell(@Nullable Object content) {
        if (content == null) {
            return RawCell.NOTHING;
        }
        if (content instanceof RawCell cell) {
            return cell;
        }
        if (content instanceof Number number) {
            double value = number.doubleValue();
            String text = Double.isFinite(value)
                    ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                    : String.valueOf(value);
            return new RawCell(RawCell.Kind.NUMBER, text, value, false, false, false);
        }
        if (content instanceof Boolean truth) {
            return new RawCell(RawCell.Kind.BOOLEAN, truth ? "TRUE" : "FALSE", null, false, false, false);
        }
        return RawCell.ofText(content.toString());
    }

    static RawCell dated(double serial, String shown) {
        return new RawCell(RawCell.Kind.NUMBER, shown, serial, true, false, false);
    }

    static RawCell formula(RawCell.Kind kind, String text, @Nullable Double number) {
        return new RawCell(kind, text, number, false, false, true);
    }

    @Override
    public String name() {
        return "表1";
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable RecognisedForm recognised() {
        if (!recognised) {
            return null;
        }
        SortedMap<Integer, Column> columns = new TreeMap<>();
        Map<Integer, String> headings = new TreeMap<>(Map.of(0, "序号"));
        for (int index = 0; index < form.columns().size(); index++) {
            columns.put(index + 1, form.columns().get(index));
            headings.put(index + 1, form.columns().get(index).heading());
        }
        return new RecognisedForm(form, 1, columns, headings, headings.keySet(), RecognisedForm.UNBOUNDED, List.of());
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public List<Finding> findingsAt(int row) {
        return findingsAtRows.stream().filter(finding -> finding.row() == row).toList();
    }

    @Override
    public String formId() {
        return form.id();
    }

    @Override
    public int headingRow() {
        return 1;
    }

    @Override
    public List<TitleCell> titles() {
        return List.of();
    }

    @Override
    public void rows(RowsBelow each) {
        rows.forEach(each::row);
    }

    @Override
    public void everyRow(Consumer<RawRow> each) {
        rows.forEach(each);
    }
}
