package lingbao.aggregate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lingbao.catalogue.Policy;
import lingbao.catalogue.StateReport;
import lingbao.domain.Period;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;

/**
 * All that one report says of one region: finished, nothing is computed after it.
 *
 * @param rows the regions below, by code; in the report of a lowest region its institutions
 * @param total the region itself
 * @param institutions the basis form's states of all expected institutions, by region and code
 * @param notSent for each other form its expected institutions that sent none
 * @param figureIds the figures present, in the order of the report
 * @param formsReceived how many sheets of each form count, by form name; forms that nobody owes are absent
 * @param refusedFiles files refused as a whole that day, by institution where it is known
 * @param thresholds the policy's values and deadlines in force that the figures were computed with, by their Chinese name, as
 *     printed
 * @param figuresHash SHA-256 over everything that the page says but the cut-off and the edition, in hex
 */
public record StateContent(
        StateReport report,
        Period period,
        Region region,
        ZoneId zone,
        Instant cutOff,
        List<RegionFigures> rows,
        RegionFigures total,
        List<InstitutionDay> institutions,
        List<InstitutionDay> notSent,
        List<DayFinding> findings,
        List<String> figureIds,
        Map<String, Integer> formsReceived,
        List<RefusedSheet> refusedFiles,
        Map<String, Policy.DatedValue> thresholds,
        String figuresHash)
        implements ReportContent {

    public StateContent {
        rows = List.copyOf(rows);
        institutions = List.copyOf(institutions);
        notSent = List.copyOf(notSent);
        findings = List.copyOf(findings);
        figureIds = List.copyOf(figureIds);
        refusedFiles = List.copyOf(refusedFiles);
    }

    StateContent hashed(String hash) {
        return new StateContent(
                report,
                period,
                region,
                zone,
                cutOff,
                rows,
                total,
                institutions,
                notSent,
                findings,
                figureIds,
                formsReceived,
                refusedFiles,
                thresholds,
                hash);
    }

    @Override
    public List<Map<String, @Nullable Object>> objects() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("region", region.code());
        figureIds.forEach(id -> object.put(id, total.values().get(id)));
        return List.of(object);
    }

    /** True where not one sheet of any form counts. */
    public boolean nothingReceived() {
        return formsReceived.values().stream().allMatch(count -> count == 0);
    }
}
