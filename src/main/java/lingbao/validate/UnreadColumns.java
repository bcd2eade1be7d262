package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lingbao.read.RawCell;

/**
 * What the rows of a sheet say in the columns of some headings that the form does not know. An empty cell says what stands
 * above it, since such a column is often merged or filled in once.
 */
final class UnreadColumns {

    private final Set<String> headings;
    private final Map<FormLayout, SortedMap<Integer, String>> columns = new HashMap<>();
    private final Map<Place, RawCell> lastSaid = new HashMap<>();

    /** A column of one table of the sheet. */
    private record Place(FormLayout layout, int column) {}

    /** What a row says in one of the columns. */
    record Said(int place, String heading, RawCell cell) {}

    UnreadColumns(Set<String> headings) {
        this.headings = headings;
    }

    /** A further table begins; nothing of those before is kept, for there may be very many. */
    void beginTable() {
        columns.clear();
        lastSaid.clear();
    }

    /** From the left; nothing of a column that is empty so far. */
    List<Said> in(TypedRow row) {
        List<Said> all = new ArrayList<>();
        columns.computeIfAbsent(row.layout(), this::columns).forEach((place, heading) -> {
            RawCell cell = said(row, place);
            if (!ColumnReading.isBlank(cell)) {
                all.add(new Said(place, heading, cell));
            }
        });
        return all;
    }

    private SortedMap<Integer, String> columns(FormLayout layout) {
        SortedMap<Integer, String> columns = new TreeMap<>();
        for (int place : layout.unread()) {
            String heading =
                    Writing.foldedLabel(String.valueOf(layout.headings().get(place)));
            if (headings.contains(heading)) {
                columns.put(place, heading);
            }
        }
        return columns;
    }

    private RawCell said(TypedRow row, int place) {
        RawCell cell = row.raw().cell(place);
        Place column = new Place(row.layout(), place);
        if (ColumnReading.isBlank(cell)) {
            return lastSaid.getOrDefault(column, cell);
        }
        lastSaid.put(column, cell);
        return cell;
    }
}
