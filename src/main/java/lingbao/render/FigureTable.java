package lingbao.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of figures under headings of two levels.
 *
 * @param names the heading over the lines' names
 * @param noted whether its last column is for notes
 * @param lines the total last
 */
record FigureTable(String dataset, String sheet, String names, boolean noted, List<Group> groups, List<Line> lines)
        implements PagePart {

    /** A first-level heading with the figures under it. */
    record Group(String heading, List<Column> columns) {
        Group {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A second-level heading.
     *
     * @param field of the dataset
     */
    record Column(String field, String heading, Measure measure) {}

    /** One line of the table; {@code cells} stand in the order of the columns. */
    record Line(String number, String name, List<PrintedValue> cells, String note, boolean total) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    FigureTable {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    List<Column> columns() {
        return groups.stream().flatMap(group -> group.columns().stream()).toList();
    }

    @Override
    public List<Map<String, String>> records() {
        List<Map<String, String>> records = new ArrayList<>();
        for (Line line : lines) {
            Map<String, String> fields = new HashMap<>();
            fields.put("number", line.number());
            fields.put("name", line.name());
            fields.put("note", line.note());
            fields.put("bold", String.valueOf(line.total()));
            int next = 0;
            for (Column column : columns()) {
                fields.put(column.field(), line.cells().get(next++).text());
            }
            records.add(fields);
        }
        return records;
    }
}
