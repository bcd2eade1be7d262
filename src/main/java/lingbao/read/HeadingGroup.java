package lingbao.read;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import lingbao.catalogue.Column;

/**
 * The columns of one group of headings, such as 学生 over 应到人数 and 实到人数, with those that stand outside all groups.
 *
 * @param word what the group says, as the form's choice column prints it
 * @param columns by the sheet's column, from 0
 */
public record HeadingGroup(String word, SortedMap<Integer, Column> columns) {
    public HeadingGroup {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }
}
