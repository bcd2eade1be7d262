package lingbao.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;

/**
 * A form found in a sheet by its headings.
 *
 * @param headingRow the number of the last row of the heading; data begin below it
 * @param columns where each column of the form stands, by the sheet's column from 0; with groups it may stand several times
 * @param headings what the sheet's heading cells say, by the sheet's column, folded as headings are compared; to know a
 *     heading that is repeated further down
 * @param headed the sheet's columns, from 0, that stand under a heading, be it merged over them or in another of its rows
 * @param width how many fields the heading of a text table has as written, blank ones at its end counted;
 *     {@link #UNBOUNDED} in a workbook, where no cell can slip out of its column
 * @param groups where merged headings part the columns, or tables stand side by side, one for each; else empty
 */
public record RecognisedForm(
        Form form,
        int headingRow,
        SortedMap<Integer, Column> columns,
        Map<Integer, String> headings,
        Set<Integer> headed,
        int width,
        List<HeadingGroup> groups) {

    public static final int UNBOUNDED = Integer.MAX_VALUE;

    public RecognisedForm {
        columns = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        headings = Map.copyOf(headings);
        headed = Set.copyOf(headed);
        groups = List.copyOf(groups);
    }
}
