package lingbao.validate;

import java.util.List;
import java.util.SortedSet;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;

/**
 * What became of a sheet.
 *
 * @param refused whether the sheet is refused as a whole; then no row of it is accepted
 * @param takenBack rows that were handed on as accepted and that a later row spoiled; they count as rejected
 * @param findings in the order of rows
 */
public record CheckedSheet(
        boolean refused,
        RowCounts rows,
        List<IgnoredRow> ignored,
        SortedSet<Integer> takenBack,
        List<Finding> findings) {}
