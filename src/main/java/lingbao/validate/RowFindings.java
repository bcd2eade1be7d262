package lingbao.validate;

import java.util.ArrayList;
import java.util.List;
import lingbao.catalogue.Column;
import lingbao.catalogue.ShownValue;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/** The findings of one row while it is checked, each at its cell. */
final class RowFindings {

    private final @Nullable String sheet;
    private final TypedRow row;
    private final List<Finding> findings = new ArrayList<>();

    private final boolean onlyWarns;

    RowFindings(@Nullable String sheet, TypedRow row) {
        this(sheet, row, false);
    }

    private RowFindings(@Nullable String sheet, TypedRow row, boolean onlyWarns) {
        this.sheet = sheet;
        this.row = row;
        this.onlyWarns = onlyWarns;
    }

    /** Of the same row, for a rule that only warns. */
    RowFindings warnings() {
        return new RowFindings(sheet, row, true);
    }

    boolean onlyWarns() {
        return onlyWarns;
    }

    void addAll(RowFindings others) {
        findings.addAll(others.findings);
    }

    /** At the column's cell; in a sheet without the column, at the row's first filled cell. */
    void add(FindingCode code, Column column, List<String> details) {
        int place = row.layout().place(column);
        String typed = row.typed(column);
        findings.add(new Finding(
                code,
                onlyWarns ? Severity.WARNING : code.severity(),
                sheet,
                row.number(),
                place < 0 ? row.firstFilled().column() : place,
                column.id(),
                typed.isEmpty() ? null : shown(code, column, typed),
                details));
    }

    /** A ditto sign is nobody's name or number. */
    private static String shown(FindingCode code, Column column, String typed) {
        return code == FindingCode.DITTO ? Writing.trimmed(typed) : ShownValue.of(column, typed);
    }

    void add(FindingCode code, Column column, String... details) {
        add(code, column, List.of(details));
    }

    boolean hasError() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    List<Finding> all() {
        return findings;
    }
}
