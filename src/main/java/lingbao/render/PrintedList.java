package lingbao.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of the page under one row of headings. */
record PrintedList(String dataset, String sheet, List<Column> columns, List<List<PrintedValue>> rows)
        implements PagePart {

    /** The field of a row's own number, which stands in the middle of its column. */
    static final String NUMBER = "number";

    /**
     * @param field of the dataset
     * @param characters that the workbook's column holds
     */
    record Column(String field, String heading, int characters) {}

    PrintedList {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public List<Map<String, String>> records() {
        List<Map<String, String>> records = new ArrayList<>();
        for (List<PrintedValue> row : rows) {
            Map<String, String> fields = new HashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                fields.put(columns.get(column).field(), row.get(column).text());
            }
            records.add(fields);
        }
        return records;
    }
}
