package lingbao.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it stands on paper: rows of cells.
 *
 * @param rows cells as {@link TruthCell#written} describes them
 * @param merges ranges of merged cells, all counted from 0
 * @param hiddenRows from 0
 */
public record Grid(String name, List<List<@Nullable Object>> rows, List<Merge> merges, Set<Integer> hiddenRows) {

    public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    public Grid {
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        merges = List.copyOf(merges);
        hiddenRows = Set.copyOf(hiddenRows);
    }
}
