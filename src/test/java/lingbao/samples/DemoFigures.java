package lingbao.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of {@code docs/demo-figures.md}, read back. */
public final class DemoFigures {

    private final List<String> lines;

    public DemoFigures(Path page) throws IOException {
        lines = Files.readAllLines(page);
    }

    /** By the code of each region, then by the figure's id. */
    public Map<String, Map<String, Integer>> of(LocalDate day) {
        Map<String, Map<String, Integer>> figures = new TreeMap<>();
        for (Map<String, String> row : MarkdownTable.under("## " + day, lines)) {
            row.forEach((region, count) -> {
                if (region.startsWith("330190")) {
                    figures.computeIfAbsent(region, code -> new TreeMap<>())
                            .put(row.getOrDefault("figure", ""), Integer.valueOf(count));
                }
            });
        }
        return figures;
    }

    /**
     * The figures of the quota report as they are written, by unit and category ({@code 330108001/total}), without those that
     * are blank.
     *
     * @param heading of the table, such as {@code 2020-07, first edition}
     */
    public Map<String, Map<String, String>> progress(String heading) {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (Map<String, String> row : MarkdownTable.under("## " + heading, lines)) {
            Map<String, String> line = new TreeMap<>(row);
            String key = line.remove("unit") + "/" + line.remove("category");
            line.remove("how it comes about");
            line.values().removeIf(String::isEmpty);
            figures.put(key, line);
        }
        return figures;
    }

    /** Each institution's share: the words over the columns with what stands below them. */
    List<Map<String, String>> byInstitution(LocalDate day) {
        return MarkdownTable.under("### " + day + ", institution by institution", lines);
    }
}
