package lingbao.validate;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;

/**
 * What became of a sheet.
 *
 * @param refused whether the sheet is refused as a whole; then no row of it is accepted, and none that was handed on is to
 *     be kept
 * @param ignored is kept as it is, since there may be a great many; whoever gives it adds nothing to it afterwards
 * @param takenBack rows that were handed on as accepted and that a later row spoiled; they count as rejected
 * @param findings in the order of rows, those of the whole sheet first: the reader's, the attribution's, and the checks'
 */
public record CheckedSheet(
        boolean refused,
        RowCounts rows,
        List<IgnoredRow> ignored,
        SortedSet<Integer> takenBack,
        List<Finding> findings) {

    public CheckedSheet {
        ignored = Collections.unmodifiableList(ignored);
        takenBack = Collections.unmodifiableSortedSet(new TreeSet<>(takenBack));
        findings = List.copyOf(findings);
    }

    /** How the sheet ends: where it is refused, or no row of it but rejected ones came, it is rejected. */
    public SheetState state() {
        if (refused || (rows.accepted() == 0 && rows.rejected() > 0)) {
            return SheetState.REJECTED;
        }
        return rows.rejected() == 0 ? SheetState.ACCEPTED : SheetState.PARTLY_ACCEPTED;
    }
}
