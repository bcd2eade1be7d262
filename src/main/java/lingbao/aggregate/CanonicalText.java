package lingbao.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lingbao.catalogue.Policy;
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
        page.put("objects", content.objects());
        if (content instanceof ProgressContent progress) {
            putAll(page, progress);
        } else {
            putAll(page, (StateContent) content);
        }
        return JSON.writeValueAsString(page);
    }

    private static void putAll(Map<String, Object> page, ProgressContent content) {
        page.put("rows", content.lines().stream().map(CanonicalText::line).toList());
        page.put(
                "targets", content.targets().stream().map(CanonicalText::target).toList());
        page.put(
                "focus",
                content.focus().stream()
                        .map(line -> List.of(line.unit(), line.unitName(), line.persons()))
                        .toList());
        page.put(
                "findings",
                content.findings().stream().map(CanonicalText::finding).toList());
        page.put("senders", content.senders().stream().map(CanonicalText::day).toList());
        page.put("sheets", content.sheets());
        page.put(
                "refused",
                content.refusedSheets().stream().map(CanonicalText::refused).toList());
        page.put("thresholds", thresholds(content.thresholds()));
    }

    private static void putAll(Map<String, Object> page, StateContent content) {
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
        page.put("thresholds", thresholds(content.thresholds()));
    }

    private static Map<String, String> thresholds(Map<String, Policy.DatedValue> inForce) {
        Map<String, String> thresholds = new TreeMap<>();
        inForce.forEach(
                (name, threshold) -> thresholds.put(name, Places.text(threshold.value()) + " " + threshold.source()));
        return thresholds;
    }

    static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What scripts read, see {@link ReportContent#objects}. */
    static List<Map<String, @Nullable Object>> objects(String text) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (JsonNode each : JSON.readTree(text).get("objects")) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            each.propertyNames().forEach(key -> object.put(key, plain(each.get(key))));
            objects.add(object);
        }
        return objects;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber() ? value.decimalValue() : value.asString();
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

    private static Map<String, Object> line(ProgressContent.Line figures) {
        return line(new RegionFigures(
                figures.unit() + " " + figures.category().id(),
                figures.unitName() + " " + figures.category().label(),
                figures.values()));
    }

    private static List<String> target(ProgressContent.Target target) {
        return List.of(
                target.label(),
                target.category().id(),
                target.threshold().source(),
                String.valueOf(target.atLeast()),
                String.valueOf(target.reached()),
                String.valueOf(target.allotted()));
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

    private static List<String> refused(RefusedSheet sheet) {
        return List.of(sheet.institution(), sheet.form(), sheet.receivedAt().toString(), sheet.reason());
    }

    private static Map<String, JsonNode> lines(JsonNode page) {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        page.get("rows").forEach(line -> lines.put("row " + line.get("code").asString(), line));
        if (page.has("total")) {
            lines.put("total", page.get("total"));
        }
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
