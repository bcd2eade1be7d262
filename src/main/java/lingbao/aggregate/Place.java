package lingbao.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.catalogue.Policy;
import lingbao.domain.Institution;
import lingbao.domain.Region;

/**
 * What is known of the institutions that stand directly in one region, before anything is rolled up.
 *
 * @param figuresAsked the ids of the figures that this place can have: somebody owes their forms, its policy sets their
 *     thresholds
 * @param leaves by the institution's code
 * @param days by the form's id; forms that nobody here owes are absent
 */
record Place(
        Region region,
        Policy policy,
        Set<String> figuresAsked,
        Map<String, Leaf> leaves,
        Map<String, List<InstitutionDay>> days,
        List<DayFinding> findings) {

    /**
     * One institution's own figures.
     *
     * @param values by the figure's id; one that its sheets say nothing of is absent
     */
    record Leaf(Institution institution, Map<String, Number> values) {}

    List<InstitutionDay> days(String form) {
        return days.getOrDefault(form, List.of());
    }
}
