package lingbao.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lingbao.catalogue.Form;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/**
 * What the validator makes of one cell in an otherwise good row.
 *
 * @param accepted whether the row was accepted
 * @param value as understood; null where blank or the row was rejected
 * @param findings those at the cell; the row has no others
 */
record CheckedCell(boolean accepted, @Nullable Object value, List<Finding> findings) {

    static final Period DAY = new Period(PeriodKind.DAY, LocalDate.of(2020, 6, 17));

    static CheckedCell of(Form form, String columnId, @Nullable Object typed) {
        return of(form, columnId, typed, DAY);
    }

    static CheckedCell of(Form form, String columnId, @Nullable Object typed, @Nullable Period period) {
        int index = form.indexOf(columnId);
        @Nullable Object[] row = goodRow(form);
        row[index + 1] = typed;
        List<CheckedRow> accepted = new ArrayList<>();
        CheckedSheet checked = new SheetValidator()
                .validate(MemorySheet.of(form).row(row), new Attribution(null, null, period, List.of()), accepted::add);
        String address = new CellAddress(2, index + 1).toString();
        List<Finding> here = checked.findings().stream()
                .filter(finding -> address.equals(finding.cell()))
                .toList();
        if (here.size() != checked.findings().size()) {
            throw new AssertionError("findings elsewhere: " + checked.findings());
        }
        return accepted.isEmpty()
                ? new CheckedCell(false, null, here)
                : new CheckedCell(true, accepted.get(0).values().get(index), here);
    }

    List<FindingCode> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    private static @Nullable Object[] goodRow(Form form) {
        List<@Nullable Object> row =
                new ArrayList<>(Collections.nCopies(form.columns().size() + 1, null));
        switch (form.id()) {
            case "health" -> {
                row.set(1, "张三");
                row.set(3, "学生");
                row.set(5, "36.5");
                row.set(7, "无");
            }
            case "attend" -> {
                row.set(1, "一班");
                row.set(2, 1000);
                row.set(3, 0);
            }
            default -> {
                row.set(1, "2020-06-17");
                row.set(2, "101教室");
                row.set(3, "消毒");
                row.set(4, "00:00");
                row.set(8, "王明");
            }
        }
        return row.toArray();
    }

    static RawCell number(double value) {
        return MemorySheet.cell(value);
    }
}
