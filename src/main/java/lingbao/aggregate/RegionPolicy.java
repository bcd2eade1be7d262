package lingbao.aggregate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.catalogue.Check;
import lingbao.catalogue.Policy;
import lingbao.domain.Institution;
import lingbao.domain.Masking;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;

/** The policy under which one region stood on one day. */
final class RegionPolicy {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Region region;
    private final Policy policy;
    private final Map<String, Policy.DatedValue> thresholds;

    RegionPolicy(Region region, Policy policy, LocalDate day) {
        this.region = region;
        this.policy = policy;
        this.thresholds = policy.on(day);
    }

    /** Of each set one is enough. */
    boolean sets(List<Set<String>> needs) {
        return needs.stream().allMatch(anyOf -> anyOf.stream().anyMatch(this::sets));
    }

    /** @param row fills the gaps of the check's message, beside the thresholds */
    DayFinding finding(Check check, Institution institution, Map<String, Object> row) {
        Map<String, @Nullable Object> fillings = new HashMap<>();
        thresholds.forEach((id, threshold) -> fillings.put(id, threshold.value()));
        fillings.putAll(row);
        fillings.put(Questions.INSTITUTION, institution.name());
        return new DayFinding(check, region, institution, check.clause(policy.id()), filled(check.message(), fillings));
    }

    private boolean sets(String threshold) {
        Policy.DatedValue value = thresholds.get(threshold);
        return value != null && value.value() != null && !Boolean.FALSE.equals(value.value());
    }

    /** What people typed may hold a number of a person where it does not belong: a page shows none. */
    private static String said(@Nullable Object filling) {
        return filling instanceof String typed ? Masking.strayNumbers(typed) : Places.text(filling);
    }

    private static String filled(String message, Map<String, @Nullable Object> fillings) {
        return GAP.matcher(message).replaceAll(gap -> Matcher.quoteReplacement(said(fillings.get(gap.group(1)))));
    }
}
