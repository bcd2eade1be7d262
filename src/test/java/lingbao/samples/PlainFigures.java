package lingbao.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The zero-report's figures, computed from the truth in the plainest way: one institution after the other, then sums. */
public final class PlainFigures {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime DEADLINE = LocalTime.of(9, 30);

    private final LocalDate day;
    private final Map<String, TruthRegion> regions;
    private final List<TruthInstitution> institutions;
    private final PlainIntake intake;

    /** @param files all that came up to the cut-off */
    public PlainFigures(
            LocalDate day, List<TruthRegion> regions, List<TruthInstitution> institutions, List<SentFile> files) {
        this.day = day;
        this.regions =
                new TreeMap<>(regions.stream().collect(Collectors.toMap(TruthRegion::code, Function.identity())));
        this.institutions = List.copyOf(institutions);
        this.intake = PlainIntake.of(files);
    }

    /** By the code of each region, then by the figure's id; a figure that no rule asks for is absent. */
    public Map<String, Map<String, Integer>> byRegion() {
        Map<String, Map<String, Integer>> figures = new TreeMap<>();
        for (TruthInstitution institution : institutions) {
            if (institution.isOpenOn(day)) {
                Map<String, Integer> own = ofInstitution(institution);
                for (String region = institution.region();
                        !region.isEmpty();
                        region = region(region).parent()) {
                    Map<String, Integer> sums = figures.computeIfAbsent(region, code -> new TreeMap<>());
                    own.forEach((figure, count) -> sums.merge(figure, count, Integer::sum));
                }
            }
        }
        return figures;
    }

    /** One institution's share in the figures of its regions. */
    public Map<String, Integer> ofInstitution(TruthInstitution institution) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        countState(institution, figures);
        countPersons(acceptedRows(institution, TruthSheet.HEALTH), policyOf(institution), figures);
        countAttendance(acceptedRows(institution, TruthSheet.ATTENDANCE), figures);
        countSite(institution, figures);
        return figures;
    }

    private void countState(TruthInstitution institution, Map<String, Integer> figures) {
        Optional<PlainIntake.Current> health = intake.current(institution.code(), TruthSheet.HEALTH, day);
        List<TruthRow> rows = acceptedRows(institution, TruthSheet.HEALTH);
        BigDecimal fever = policyOf(institution).feverAtLeast();
        boolean cases = rows.stream().anyMatch(row -> hasFever(row, fever) || hasOtherSymptom(row));
        boolean late = health.isPresent()
                && ZonedDateTime.ofInstant(health.get().receivedAt(), ZONE)
                        .toLocalDateTime()
                        .isAfter(day.atTime(DEADLINE));
        figures.put("expected", 1);
        figures.put("received", one(health.isPresent()));
        figures.put("onTime", one(health.isPresent() && !late));
        figures.put("late", one(late));
        figures.put("missing", one(health.isEmpty()));
        figures.put("blank", one(health.isPresent() && rows.isEmpty()));
        figures.put("zero", one(!rows.isEmpty() && !cases));
        figures.put("withCases", one(cases));
    }

    private static void countPersons(List<TruthRow> rows, PlainPolicy policy, Map<String, Integer> figures) {
        figures.put("persons", persons(rows, row -> true));
        figures.put("checked", persons(rows, row -> temperatures(row).findAny().isPresent()));
        figures.put("fever", persons(rows, row -> hasFever(row, policy.feverAtLeast())));
        figures.put("symptomatic", persons(rows, PlainFigures::hasOtherSymptom));
        figures.put("sawDoctor", persons(rows, row -> row.yes("sawDoctor")));
    }

    private static int persons(List<TruthRow> rows, Predicate<TruthRow> condition) {
        return (int) rows.stream()
                .filter(condition)
                .map(row -> row.text("idNumber").isEmpty()
                        ? "of class " + row.text("className") + ": " + row.text("name")
                        : row.text("idNumber"))
                .distinct()
                .count();
    }

    private static boolean hasFever(TruthRow row, BigDecimal feverAtLeast) {
        return row.words("symptoms").contains("发热")
                || temperatures(row).anyMatch(temperature -> temperature.compareTo(feverAtLeast) >= 0);
    }

    private static boolean hasOtherSymptom(TruthRow row) {
        return row.words("symptoms").stream().anyMatch(word -> !word.equals("无") && !word.equals("发热"));
    }

    private static Stream<BigDecimal> temperatures(TruthRow row) {
        return Stream.of("morningTemperature", "noonTemperature", "eveningTemperature")
                .map(row::decimal)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static void countAttendance(List<TruthRow> rows, Map<String, Integer> figures) {
        figures.put("absentSick", sum(rows, "sickAbsent"));
        figures.put("expectedAttendance", sum(rows, "expected"));
        figures.put("presentAttendance", sum(rows, "present"));
    }

    private static int sum(List<TruthRow> rows, String column) {
        return rows.stream().mapToInt(row -> row.count(column)).sum();
    }

    private void countSite(TruthInstitution institution, Map<String, Integer> figures) {
        boolean sent = intake.current(institution.code(), TruthSheet.SITE, day).isPresent();
        List<TruthRow> rows = acceptedRows(institution, TruthSheet.SITE);
        PlainPolicy policy = policyOf(institution);
        if (policy.asksForDisinfection()) {
            boolean met = policy.disinfectionMet(rows);
            figures.put("disinfectionMet", one(met));
            figures.put("disinfectionNotMet", one(sent && !met));
            figures.put("disinfectionNotSent", one(!sent));
        }
        if (policy.asksForVentilation()) {
            boolean met = policy.ventilationMet(rows);
            figures.put("ventilationMet", one(met));
            figures.put("ventilationNotMet", one(sent && !met));
            figures.put("ventilationNotSent", one(!sent));
        }
    }

    private List<TruthRow> acceptedRows(TruthInstitution institution, String form) {
        return intake.current(institution.code(), form, day)
                .map(current -> current.sheet().accepted())
                .orElse(List.of());
    }

    private PlainPolicy policyOf(TruthInstitution institution) {
        TruthRegion region = region(institution.region());
        while (region.policy().isEmpty()) {
            region = region(region.parent());
        }
        return PlainPolicy.of(region.policy());
    }

    private TruthRegion region(String code) {
        return Objects.requireNonNull(regions.get(code), code);
    }

    private static int one(boolean holds) {
        return holds ? 1 : 0;
    }
}
