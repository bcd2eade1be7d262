package lingbao.read;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import lingbao.catalogue.Column;
import org.jspecify.annotations.Nullable;

/**
 * Some of a heading's columns that make a row of their own: those of one group, such as 学生 over 应到人数 and 实到人数, with those
 * that stand outside all groups; or those of one of several tables side by side.
 *
 * @param word what the group says, as the form's choice column prints it; null for a table beside another
 * @param columns by the sheet's column, from 0
 */
public record HeadingGroup(@Nullable String word, SortedMap<Integer, Column> columns) {
    public HeadingGroup {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }
}
