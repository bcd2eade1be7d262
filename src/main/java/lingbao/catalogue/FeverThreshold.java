package lingbao.catalogue;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The temperature at which a place begins to speak of fever.
 *
 * @param celsius in ℃
 * @param inclusive whether the temperature itself is one; false where it must be exceeded
 */
public record FeverThreshold(BigDecimal celsius, boolean inclusive) {

    /** The ids in the vocabulary of thresholds, which the engine itself compares readings with. */
    public static final String AT_LEAST = "feverAtLeast";

    public static final String ABOVE = "feverAbove";

    /** Where a place sets both, the one that is met first. */
    static Optional<FeverThreshold> in(Map<String, Policy.DatedValue> thresholds) {
        return Stream.of(of(thresholds.get(AT_LEAST), true), of(thresholds.get(ABOVE), false))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(FeverThreshold::celsius));
    }

    private static Optional<FeverThreshold> of(Policy.@Nullable DatedValue threshold, boolean inclusive) {
        return threshold != null && threshold.value() instanceof BigDecimal celsius
                ? Optional.of(new FeverThreshold(celsius, inclusive))
                : Optional.empty();
    }

    public boolean isReachedBy(BigDecimal temperature) {
        int order = temperature.compareTo(celsius);
        return inclusive ? order >= 0 : order > 0;
    }
}
