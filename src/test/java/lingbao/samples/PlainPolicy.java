package lingbao.samples;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What one place asks, written out by hand from its notice.
 *
 * @param disinfections how often a day each place is disinfected; 0 where the notice has no rule
 * @param airings how often a day each place is aired; 0 where the notice does not count them
 * @param airingMinutes how long one airing is at least
 * @param naturalOnly whether only 自然通风 counts
 * @param morningAndAfternoon whether one airing must begin before noon and one after
 */
record PlainPolicy(
        BigDecimal feverAtLeast,
        int disinfections,
        int airings,
        int airingMinutes,
        boolean naturalOnly,
        boolean morningAndAfternoon) {

    private static final BigDecimal FEVER = new BigDecimal("37.3");
    private static final Map<String, PlainPolicy> POLICIES = Map.of(
            "holingol", new PlainPolicy(FEVER, 2, 3, 30, false, false),
            "liuzhou", new PlainPolicy(FEVER, 1, 3, 30, true, false),
            "beijing", new PlainPolicy(FEVER, 1, 0, 60, false, true),
            "yimei", new PlainPolicy(FEVER, 0, 0, 0, false, false));

    static PlainPolicy of(String id) {
        return Objects.requireNonNull(POLICIES.get(id), id);
    }

    boolean asksForDisinfection() {
        return disinfections > 0;
    }

    boolean asksForVentilation() {
        return airings > 0 || morningAndAfternoon;
    }

    boolean disinfectionMet(List<TruthRow> rows) {
        Map<String, List<TruthRow>> byPlace = byPlace(rows, "消毒");
        return !byPlace.isEmpty() && byPlace.values().stream().allMatch(actions -> actions.size() >= disinfections);
    }

    boolean ventilationMet(List<TruthRow> rows) {
        Map<String, List<TruthRow>> byPlace = byPlace(rows, "通风");
        return !byPlace.isEmpty()
                && byPlace.values().stream()
                        .allMatch(actions -> isEnoughAir(
                                actions.stream().filter(this::countsAsAiring).toList()));
    }

    private static Map<String, List<TruthRow>> byPlace(List<TruthRow> rows, String action) {
        return rows.stream()
                .filter(row -> row.text("action").equals(action))
                .collect(Collectors.groupingBy(row -> row.text("place")));
    }

    private boolean countsAsAiring(TruthRow row) {
        LocalTime start = row.time("startTime");
        LocalTime end = row.time("endTime");
        return start != null
                && end != null
                && Duration.between(start, end).toMinutes() >= airingMinutes
                && (!naturalOnly || row.text("method").equals("自然通风"));
    }

    private boolean isEnoughAir(List<TruthRow> counted) {
        if (!morningAndAfternoon) {
            return counted.size() >= airings;
        }
        return counted.stream().anyMatch(row -> beginsInTheMorning(row))
                && counted.stream().anyMatch(row -> !beginsInTheMorning(row));
    }

    private static boolean beginsInTheMorning(TruthRow row) {
        LocalTime start = row.time("startTime");
        return start != null && start.isBefore(LocalTime.NOON);
    }
}
