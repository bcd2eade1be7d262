package lingbao.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lingbao.domain.InstitutionKind;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of one place, each with its origin and the date since when it holds: one file in {@code jobs/policies}.
 *
 * @param thresholds by the threshold's id, newest last
 * @param deadlines the first that fits, newest {@code since} first, most particular first, is in force
 */
public record Policy(
        String id, String name, ZoneId zone, Map<String, List<DatedValue>> thresholds, List<Deadline> deadlines) {

    /** Where a threshold comes from. */
    public enum Origin {
        CLAUSE,
        NATIONAL_RULE,
        SETTING
    }

    /**
     * One threshold's value from a date on.
     *
     * @param value {@link Integer}, {@link java.math.BigDecimal}, {@link Boolean} or {@link String}, as the vocabulary says;
     *     null where the rule no longer holds
     * @param source the clause (四4), the rule's name, or the reason of a setting
     */
    public record DatedValue(LocalDate since, @Nullable Object value, Origin origin, String source) {}

    /**
     * A clock time in the policy's zone, on the last day of the sheet's period; a whole second late is late.
     *
     * @param form null for every form
     * @param kinds empty for every kind
     */
    public record Deadline(
            @Nullable String form,
            Set<InstitutionKind> kinds,
            LocalTime time,
            LocalDate since,
            Origin origin,
            String source) {
        public Deadline {
            kinds = Set.copyOf(kinds);
        }

        boolean fits(String formId, InstitutionKind kind, LocalDate day) {
            return (form == null || form.equals(formId))
                    && (kinds.isEmpty() || kinds.contains(kind))
                    && !since.isAfter(day);
        }

        private int particularity() {
            return (form == null ? 0 : 2) + (kinds.isEmpty() ? 0 : 1);
        }
    }

    public Policy {
        thresholds = Map.copyOf(thresholds);
        deadlines = List.copyOf(deadlines);
    }

    /** The thresholds in force on a day, by id. */
    public Map<String, DatedValue> on(LocalDate day) {
        Map<String, DatedValue> inForce = new TreeMap<>();
        thresholds.forEach((id, values) -> values.stream()
                .filter(value -> !value.since().isAfter(day))
                .reduce((older, newer) -> newer)
                .ifPresent(value -> inForce.put(id, value)));
        return inForce;
    }

    /** From which temperature on a person has a fever here; empty where the policy does not say. */
    public Optional<FeverThreshold> fever(LocalDate day) {
        return FeverThreshold.in(on(day));
    }

    /** The deadlines for periods that end on the day; of those for the same form and kinds the newest. */
    public List<Deadline> deadlinesOn(LocalDate day) {
        return deadlines.stream()
                .filter(deadline -> !deadline.since().isAfter(day))
                .filter(deadline -> deadlines.stream()
                        .noneMatch(other -> Objects.equals(other.form(), deadline.form())
                                && other.kinds().equals(deadline.kinds())
                                && other.since().isAfter(deadline.since())
                                && !other.since().isAfter(day)))
                .toList();
    }

    /** The clock time by which such an institution owes the form for a period that ends on the day. */
    public Optional<LocalTime> deadline(String formId, InstitutionKind kind, LocalDate day) {
        return deadlines.stream()
                .filter(deadline -> deadline.fits(formId, kind, day))
                .max(Comparator.comparingInt(Deadline::particularity).thenComparing(Deadline::since))
                .map(Deadline::time);
    }
}
