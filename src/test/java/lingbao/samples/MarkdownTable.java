package lingbao.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table in a markdown file. */
final class MarkdownTable {

    private MarkdownTable() {}

    /** The rows of the first table under a heading, each by the words over its columns. */
    static List<Map<String, String>> under(String heading, List<String> lines) {
        int from = lines.indexOf(heading);
        if (from < 0) {
            throw new IllegalStateException("no heading " + heading);
        }
        int start = from;
        while (!lines.get(start).startsWith("|")) {
            start++;
        }
        List<String> words = cells(lines.get(start));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int line = start + 2; line < lines.size() && lines.get(line).startsWith("|"); line++) {
            List<String> cells = cells(lines.get(line));
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < words.size(); column++) {
                row.put(words.get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The cells of one line, trimmed. */
    static List<String> cells(String line) {
        String[] parts = line.split("\\|", -1);
        List<String> cells = new ArrayList<>();
        for (int part = 1; part < parts.length - 1; part++) {
            cells.add(parts[part].trim());
        }
        return cells;
    }
}
