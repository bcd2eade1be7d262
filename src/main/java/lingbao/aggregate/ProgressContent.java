package lingbao.aggregate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lingbao.catalogue.Policy;
import lingbao.catalogue.ProgressReport;
import lingbao.domain.Period;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;

/**
 * What the units of one district have done of a year's quota at the end of a period.
 *
 * @param lines unit by unit in the order of the quota's document, each with its categories and their total; those of all
 *     units together last
 * @param targets in the report's order; those that the policy does not set are absent
 * @param focus the persons of each group that is counted beside the categories, by unit, all units together last; empty
 *     where the report names no groups
 * @param daysLeft of the year, after the period
 * @param senders what is known of each institution that owes a monthly form of the report for the period; empty in a
 *     yearly report
 * @param sheets how many sheets of each form count in the year so far, by the form's name
 * @param thresholds the policy's values that the report was made with, by their Chinese name, as printed
 */
public record ProgressContent(
        ProgressReport report,
        Period period,
        Region region,
        ZoneId zone,
        Instant cutOff,
        List<Line> lines,
        List<Target> targets,
        List<FocusLine> focus,
        int daysLeft,
        List<DayFinding> findings,
        List<InstitutionDay> senders,
        Map<String, Integer> sheets,
        List<RefusedSheet> refusedSheets,
        Map<String, Policy.DatedValue> thresholds,
        String figuresHash)
        implements ReportContent {

    /**
     * The figures of one unit and category.
     *
     * @param unit the region's code, or {@link ProgressReport#ALL}
     * @param values by the figure's id: {@link Integer} or, of a rate, {@link java.math.BigDecimal} with four decimals; one
     *     that is not known, or has no meaning here, is absent
     */
    public record Line(String unit, String unitName, ProgressReport.Category category, Map<String, Number> values) {
        public Line {
            values = Map.copyOf(values);
        }
    }

    /**
     * What the plan wants, beside the quota.
     *
     * @param label the threshold's Chinese name
     * @param atLeast what is wanted by the year's end
     * @param reached so far
     * @param rest what of it is still to be done, never below 0
     * @param allotted what the units are told to do; null where no quota tells it
     * @param shortfall what would still be missing if every unit did all that it is told, never below 0; null as above
     */
    public record Target(
            String label,
            ProgressReport.Category category,
            Policy.DatedValue threshold,
            int atLeast,
            int reached,
            int rest,
            @Nullable Integer allotted,
            @Nullable Integer shortfall) {}

    /** @param persons by the group's word; one who is in several groups counts in each */
    public record FocusLine(String unit, String unitName, Map<String, Integer> persons) {}

    public ProgressContent {
        lines = List.copyOf(lines);
        targets = List.copyOf(targets);
        focus = List.copyOf(focus);
        findings = List.copyOf(findings);
        senders = List.copyOf(senders);
        refusedSheets = List.copyOf(refusedSheets);
    }

    ProgressContent hashed(String hash) {
        return new ProgressContent(
                report,
                period,
                region,
                zone,
                cutOff,
                lines,
                targets,
                focus,
                daysLeft,
                findings,
                senders,
                sheets,
                refusedSheets,
                thresholds,
                hash);
    }

    @Override
    public List<Map<String, @Nullable Object>> objects() {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (Line line : lines) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("unit", line.unit());
            object.put("unitName", line.unitName());
            object.put("category", line.category().id());
            report.figures()
                    .forEach(figure -> object.put(figure.id(), line.values().get(figure.id())));
            objects.add(object);
        }
        return objects;
    }

    /** The figures of a unit, by the category's id; empty where the report has no such line. */
    public Map<String, Line> of(String unit) {
        Map<String, Line> byCategory = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.unit().equals(unit))
                .forEach(line -> byCategory.put(line.category().id(), line));
        return byCategory;
    }

    /** The codes of the units in the order of the page, {@link ProgressReport#ALL} last. */
    public List<String> units() {
        return lines.stream().map(Line::unit).distinct().toList();
    }

    /** True where not one sheet of the district counts, and not one row of another's sheet counts for it. */
    public boolean nothingReceived() {
        return sheets.values().stream().allMatch(count -> count == 0) && nobodyListed();
    }

    /** True where every figure that counts rows is 0. */
    public boolean nobodyListed() {
        return report.figures().stream()
                .filter(figure -> figure.source() instanceof ProgressReport.Source.Asked asked && asked.counts())
                .allMatch(figure -> lines.stream()
                        .allMatch(line ->
                                line.values().getOrDefault(figure.id(), 0).intValue() == 0));
    }
}
