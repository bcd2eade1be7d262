package lingbao.render;

import java.util.Comparator;
import java.util.List;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import lingbao.domain.Severity;
import lingbao.domain.SheetState;
import org.jspecify.annotations.Nullable;

/**
 * What became of one sheet, to be marked on a copy of it.
 *
 * @param sheet the sheet's name, trimmed; null in a CSV
 * @param form null where the sheet is no form of ours
 * @param sender the code of whose it is, where that is known
 * @param period in words, where it is known
 * @param headingRow the last row of the heading, from 1; 0 where none was found
 * @param findings of the sheet, its rows and cells, in any order
 */
public record SheetMarks(
        @Nullable String sheet,
        @Nullable Form form,
        @Nullable String sender,
        @Nullable String period,
        SheetState state,
        int headingRow,
        RowCounts rows,
        List<IgnoredRow> ignored,
        List<Finding> findings) {

    public SheetMarks {
        ignored = ignored.stream()
                .sorted(Comparator.comparingInt(IgnoredRow::row))
                .toList();
        findings = findings.stream()
                .sorted(Comparator.comparingInt(Finding::row).thenComparingInt(Finding::column))
                .toList();
    }

    /** What is to be done or looked at; notes only stand in the list. */
    static boolean isMarked(Finding finding) {
        return finding.severity() != Severity.NOTE;
    }

    List<Finding> ofWholeSheet() {
        return findings.stream().filter(finding -> finding.row() == 0).toList();
    }

    long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** @param mark what makes the column known for ours */
    String statusHeading(String mark) {
        return mark + "错误 " + count(Severity.ERROR) + "，提醒 " + count(Severity.WARNING);
    }

    /** The heading that our templates print over the column concerned; empty where none is. */
    String heading(Finding finding) {
        return form == null || finding.columnId() == null
                ? ""
                : form.column(finding.columnId()).map(Column::heading).orElse("");
    }
}
