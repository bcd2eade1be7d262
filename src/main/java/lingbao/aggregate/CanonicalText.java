package lingbao.aggregate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lingbao.domain.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that a report's page says but its cut-off and edition, as one JSON text: the same figures give the same bytes. */
final class CanonicalText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CanonicalText() {}

    static String of(ReportContent content) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("report", content.report().id());
        page.put("period", content.period().text());
        page.put("region", content.region().code());
        page.put("regionName", content.region().name());
        page.put("figureIds", content.figureIds());
        page.put("rows", content.rows().stream().map(CanonicalText::line).toList());
        page.put("total", line(content.total()));
        page.put(
                "institutions",
                content.institutions().stream().map(CanonicalText::day).toList());
        page.put("notSent", content.notSent().stream().map(CanonicalText::day).toList());
        page.put(
                "findings",
                content.findings().stream().map(CanonicalText::finding).toList());
        page.put("formsReceived", content.formsReceived());
        page.put(
                "refused",
                content.refusedFiles().stream().map(CanonicalText::refused).toList());
        Map<String, String> thresholds = new TreeMap<>();
        content.thresholds()
                .forEach((name, threshold) ->
                        thresholds.put(name, Places.text(threshold.value()) + " " + threshold.source()));
        page.put("thresholds", thresholds);
        return JSON.writeValueAsString(page);
    }

    static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The region's own figures, in the order of the report. */
    static Map<String, Number> total(String text) {
        JsonNode page = JSON.readTree(text);
        Map<String, Number> total = new LinkedHashMap<>();
        page.get("figureIds")
                .forEach(id -> total.put(
                        id.asString(),
                        new BigDecimal(page.get("total")
                                .get("values")
                                .get(id.asString())
                                .asString())));
        return total;
    }

    static List<FigureChange> changes(String before, String after) {
        Map<String, JsonNode> old = lines(JSON.readTree(before));
        Map<String, JsonNode> now = lines(JSON.readTree(after));
        Map<String, JsonNode> all = new LinkedHashMap<>(now);
        old.forEach(all::putIfAbsent);
        List<FigureChange> changes = new ArrayList<>();
        all.forEach((key, line) -> {
            Set<String> figures = new TreeSet<>();
            figures.addAll(figureIds(old.get(key)));
            figures.addAll(figureIds(now.get(key)));
            for (String figure : figures) {
                String was = figure(old.get(key), figure);
                String is = figure(now.get(key), figure);
                if (!java.util.Objects.equals(was, is)) {
                    changes.add(new FigureChange(
                            line.get("code").asString(), line.get("name").asString(), figure, was, is));
                }
            }
        });
        return changes;
    }

    private static Map<String, Object> line(RegionFigures figures) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", figures.code());
        line.put("name", figures.name());
        Map<String, String> values = new TreeMap<>();
        figures.values().forEach((id, value) -> values.put(id, Places.text(value)));
        line.put("values", values);
        line.put("unheard", new TreeSet<>(figures.unheard()));
        return line;
    }

    private static List<String> day(InstitutionDay day) {
        return List.of(
                day.region().code(),
                day.institution().code(),
                day.institution().name(),
                day.form(),
                day.state().word(),
                day.timeliness().word(),
                String.valueOf(day.receivedAt()),
                String.valueOf(day.rejectedRows()));
    }

    private static List<String> finding(DayFinding finding) {
        return List.of(
                finding.check().code(),
                finding.check().severity().word(),
                finding.region().code(),
                finding.institution().code(),
                finding.clause(),
                finding.message());
    }

    private static List<String> refused(ReportContent.RefusedSheet sheet) {
        return List.of(sheet.institution(), sheet.form(), sheet.receivedAt().toString(), sheet.reason());
    }

    private static Map<String, JsonNode> lines(JsonNode page) {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        page.get("rows").forEach(line -> lines.put("row " + line.get("code").asString(), line));
        lines.put("total", page.get("total"));
        return lines;
    }

    private static Set<String> figureIds(@Nullable JsonNode line) {
        return line == null ? Set.of() : Set.copyOf(line.get("values").propertyNames());
    }

    private static @Nullable String figure(@Nullable JsonNode line, String id) {
        JsonNode value = line == null ? null : line.get("values").get(id);
        return value == null ? null : value.asString();
    }
}
