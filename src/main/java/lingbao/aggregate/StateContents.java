package lingbao.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.catalogue.Report;
import lingbao.catalogue.StateReport;
import lingbao.catalogue.Threshold;
import lingbao.domain.DayState;
import lingbao.domain.Directory;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import lingbao.register.Registers;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, region by region. Every figure is first known of single institutions, asked under the policy of the
 * region in which they stand directly, and then rolled up here and nowhere else.
 */
final class StateContents {

    private final Catalogue catalogue;
    private final Registers registers;
    private final Refusals refusals;
    private final DayStates dayStates;
    private final Places places;

    StateContents(
            Catalogue catalogue,
            Registers registers,
            SubmissionMapper submissions,
            DayStates dayStates,
            Questions questions) {
        this.catalogue = catalogue;
        this.registers = registers;
        this.refusals = new Refusals(submissions);
        this.dayStates = dayStates;
        this.places = new Places(catalogue, questions);
    }

    /**
     * One content for each reporting region, those below before the one above: the subdistricts, then their district.
     *
     * @param region the code of the region to report, with all below it; null for every district (where a tree has none,
     *     its root) in which an institution is open
     * @param cutOff what was received later does not count
     * @throws IllegalArgumentException where the register of the period's first day has no such region
     */
    List<StateContent> of(StateReport report, Period period, @Nullable String region, Instant cutOff) {
        Directory directory = registers.on(period.start());
        Map<String, List<InstitutionDay>> days = days(period, directory, cutOff);
        Map<String, List<RefusedVersion>> refused = refused(days.keySet(), period, cutOff);
        return ReportingRegions.topsOwing(directory, region).stream()
                .flatMap(top -> withAllBelow(top, report, period, cutOff, directory, days, refused))
                .toList();
    }

    /** Every expected institution and form of that day, by region, institution and form. */
    List<InstitutionDay> status(LocalDate day, Instant cutOff) {
        Directory directory = registers.on(day);
        return days(new Period(PeriodKind.DAY, day), directory, cutOff).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                                (InstitutionDay each) -> each.region().code())
                        .thenComparing(each -> each.institution().code())
                        .thenComparing(InstitutionDay::form))
                .toList();
    }

    /** By form; all forms of the period's kind that somebody owes. */
    private Map<String, List<InstitutionDay>> days(Period period, Directory directory, Instant cutOff) {
        Map<String, List<InstitutionDay>> days = new TreeMap<>();
        for (Form form : catalogue.forms().values()) {
            if (form.period() == period.kind()) {
                List<InstitutionDay> states = dayStates.of(form, period, directory, cutOff);
                if (!states.isEmpty()) {
                    days.put(form.id(), states);
                }
            }
        }
        return days;
    }

    /** By form. */
    private Map<String, List<RefusedVersion>> refused(Set<String> forms, Period period, Instant cutOff) {
        Map<String, List<RefusedVersion>> refused = new TreeMap<>();
        for (String form : forms) {
            List<RefusedVersion> versions = refusals.of(form, period.start(), cutOff);
            if (!versions.isEmpty()) {
                refused.put(form, versions);
            }
        }
        return refused;
    }

    private Stream<StateContent> withAllBelow(
            Region top,
            StateReport report,
            Period period,
            Instant cutOff,
            Directory directory,
            Map<String, List<InstitutionDay>> days,
            Map<String, List<RefusedVersion>> refused) {
        Map<String, Place> asked = new LinkedHashMap<>();
        for (Region region : directory.withAllBelow(top)) {
            asked.put(
                    region.code(),
                    places.of(report, period, region, dayStates.policyOf(region), cutOff, in(region, days)));
        }
        return asked.values().stream()
                .map(place -> new Telling(report, period, place.region(), cutOff, directory, asked, refused).content());
    }

    private static Map<String, List<InstitutionDay>> in(Region region, Map<String, List<InstitutionDay>> days) {
        Map<String, List<InstitutionDay>> here = new TreeMap<>();
        days.forEach((form, states) -> {
            List<InstitutionDay> some = states.stream()
                    .filter(day -> day.region().code().equals(region.code()))
                    .toList();
            if (!some.isEmpty()) {
                here.put(form, some);
            }
        });
        return here;
    }

    /** One region's report. */
    private final class Telling {

        private final StateReport report;
        private final Period period;
        private final Region region;
        private final Instant cutOff;
        private final Directory directory;
        private final Map<String, Place> asked;
        private final Map<String, List<RefusedVersion>> refused;
        private final List<Place> all;
        private final Set<String> forms;

        Telling(
                StateReport report,
                Period period,
                Region region,
                Instant cutOff,
                Directory directory,
                Map<String, Place> asked,
                Map<String, List<RefusedVersion>> refused) {
            this.report = report;
            this.period = period;
            this.region = region;
            this.cutOff = cutOff;
            this.directory = directory;
            this.asked = asked;
            this.refused = refused;
            this.all = placesIn(region);
            this.forms = new LinkedHashSet<>(List.of(report.basis()));
            report.figures().forEach(figure -> forms.addAll(new TreeSet<>(figure.forms())));
        }

        StateContent content() {
            RegionFigures total = rolledUp(region.code(), region.name(), all);
            List<String> figureIds = report.figures().stream()
                    .map(StateReport.Figure::id)
                    .filter(total.values()::containsKey)
                    .toList();
            StateContent content = new StateContent(
                    report,
                    period,
                    region,
                    dayStates.policyOf(region).zone(),
                    cutOff,
                    rows(),
                    total,
                    states(form -> form.equals(report.basis()), day -> true),
                    states(form -> !form.equals(report.basis()), day -> day.state() == DayState.MISSING),
                    findings(),
                    figureIds,
                    formsReceived(),
                    refusedSheets(),
                    thresholds(),
                    "");
            return content.hashed(CanonicalText.hash(CanonicalText.of(content)));
        }

        private List<Place> placesIn(Region top) {
            return directory.withAllBelow(top).stream()
                    .map(each -> asked.get(each.code()))
                    .toList();
        }

        private List<RegionFigures> rows() {
            List<Region> below = directory.childrenOf(region.code());
            List<Place> own = placesIn(region).stream()
                    .filter(place -> place.region().code().equals(region.code()))
                    .toList();
            if (below.isEmpty()) {
                return own.stream()
                        .flatMap(place -> place.leaves().values().stream())
                        .filter(leaf -> owesAFormOfTheReport(leaf.institution().code()))
                        .map(leaf -> new RegionFigures(
                                leaf.institution().code(), leaf.institution().name(), leaf.values()))
                        .toList();
            }
            List<RegionFigures> rows = new ArrayList<>();
            below.forEach(child -> rows.add(rolledUp(child.code(), child.name(), placesIn(child))));
            if (own.stream().anyMatch(place -> !place.leaves().isEmpty())) {
                rows.add(rolledUp(region.code(), nameOfOwn(), own));
            }
            return rows;
        }

        private String nameOfOwn() {
            return switch (region.level()) {
                case PROVINCE -> "省直属";
                case CITY -> "市直属";
                case DISTRICT -> "区直属";
                case SUBDISTRICT -> "街道直属";
            };
        }

        private boolean owesAFormOfTheReport(String institution) {
            return states(form -> true, day -> day.institution().code().equals(institution)).stream()
                    .findAny()
                    .isPresent();
        }

        /** A figure that no place can have is absent; one of which no sheet says anything is 0 and unheard. */
        private RegionFigures rolledUp(String code, String name, List<Place> some) {
            Map<String, Number> values = new TreeMap<>();
            Set<String> unheard = new TreeSet<>();
            for (StateReport.Figure figure : report.figures()) {
                List<Place> having = some.stream()
                        .filter(place -> place.figuresAsked().contains(figure.id()))
                        .toList();
                List<Number> leaves = having.stream()
                        .flatMap(place -> place.leaves().values().stream())
                        .flatMap(leaf -> Optional.ofNullable(leaf.values().get(figure.id())).stream())
                        .toList();
                if (!having.isEmpty()) {
                    rolledUp(figure, leaves).ifPresent(value -> values.put(figure.id(), value));
                    if (leaves.isEmpty() && !figure.forms().isEmpty()) {
                        unheard.add(figure.id());
                    }
                }
            }
            return new RegionFigures(code, name, values, unheard);
        }

        private static Optional<Number> rolledUp(StateReport.Figure figure, List<Number> leaves) {
            Stream<BigDecimal> exact = leaves.stream().map(value -> new BigDecimal(value.toString()));
            Optional<BigDecimal> rolledUp =
                    switch (figure.rollUp()) {
                        case SUM -> Optional.of(exact.reduce(BigDecimal.ZERO, BigDecimal::add));
                        case MAX -> exact.max(Comparator.naturalOrder());
                        case NONE -> Optional.empty();
                    };
            return rolledUp.map(value -> Questions.number(value, figure.type() == Report.Type.INTEGER));
        }

        private List<InstitutionDay> states(Predicate<String> form, Predicate<InstitutionDay> state) {
            return forms.stream()
                    .filter(form)
                    .flatMap(each -> all.stream()
                            .sorted(Comparator.comparing(place -> place.region().code()))
                            .flatMap(place -> place.days(each).stream()))
                    .filter(state)
                    .toList();
        }

        private List<DayFinding> findings() {
            return all.stream()
                    .sorted(Comparator.comparing(place -> place.region().code()))
                    .flatMap(place -> place.findings().stream())
                    .toList();
        }

        private Map<String, Integer> formsReceived() {
            Map<String, Integer> received = new LinkedHashMap<>();
            for (String id : forms) {
                List<InstitutionDay> owed = states(id::equals, day -> true);
                if (!owed.isEmpty()) {
                    received.put(name(id), (int) owed.stream()
                            .filter(day -> day.state() != DayState.MISSING)
                            .count());
                }
            }
            return received;
        }

        private List<RefusedSheet> refusedSheets() {
            List<RefusedSheet> sheets = new ArrayList<>();
            for (String id : forms) {
                List<RefusedVersion> versions = refused.getOrDefault(id, List.of());
                for (InstitutionDay day :
                        versions.isEmpty() ? List.<InstitutionDay>of() : states(id::equals, any -> true)) {
                    versions.stream()
                            .filter(version -> version.institution()
                                    .equals(day.institution().code()))
                            .map(version -> new RefusedSheet(
                                    day.institution().name(), name(id), version.receivedAt(), version.reason()))
                            .forEach(sheets::add);
                }
            }
            return sheets;
        }

        /** As printed: with the unit, and with the policy's name where those that hold below differ; the deadlines last. */
        private Map<String, Policy.DatedValue> thresholds() {
            Set<Policy> policies = new LinkedHashSet<>();
            all.stream().filter(place -> !place.leaves().isEmpty()).forEach(place -> policies.add(place.policy()));
            Map<String, Map<Policy, Policy.DatedValue>> byName = new LinkedHashMap<>();
            for (Threshold threshold : catalogue.thresholds().values()) {
                for (Policy policy : policies) {
                    Policy.DatedValue inForce = policy.on(period.end()).get(threshold.id());
                    if (inForce != null && inForce.value() != null && !Boolean.FALSE.equals(inForce.value())) {
                        byName.computeIfAbsent(threshold.name(), first -> new LinkedHashMap<>())
                                .put(
                                        policy,
                                        new Policy.DatedValue(
                                                inForce.since(),
                                                Boolean.TRUE.equals(inForce.value())
                                                        ? "是"
                                                        : Places.text(inForce.value()) + threshold.unit(),
                                                inForce.origin(),
                                                inForce.source()));
                    }
                }
            }
            for (Policy policy : policies) {
                policy.deadlinesOn(period.end()).stream()
                        .filter(deadline -> deadline.form() == null || forms.contains(deadline.form()))
                        .forEach(deadline -> byName.computeIfAbsent(
                                        deadlineName(deadline), first -> new LinkedHashMap<>())
                                .put(
                                        policy,
                                        new Policy.DatedValue(
                                                deadline.since(),
                                                deadline.time().toString(),
                                                deadline.origin(),
                                                deadline.source())));
            }
            Map<String, Policy.DatedValue> printed = new LinkedHashMap<>();
            byName.forEach((name, values) -> {
                if (values.size() == policies.size() && saySame(values.values())) {
                    printed.put(name, values.values().iterator().next());
                } else {
                    values.forEach((policy, value) -> printed.put(name + "（" + policy.name() + "）", value));
                }
            });
            return printed;
        }

        /** A setting is printed without its reason. */
        private static boolean saySame(Collection<Policy.DatedValue> values) {
            return values.stream()
                            .map(each -> List.of(
                                    String.valueOf(each.value()),
                                    each.origin(),
                                    each.origin() == Policy.Origin.SETTING ? "" : each.source()))
                            .distinct()
                            .count()
                    == 1;
        }

        private String deadlineName(Policy.Deadline deadline) {
            String kinds = deadline.kinds().stream()
                    .sorted()
                    .map(InstitutionKind::word)
                    .collect(Collectors.joining("、"));
            return (deadline.form() == null ? "" : name(deadline.form()))
                    + "报送时限"
                    + (kinds.isEmpty() ? "" : "（" + kinds + "）");
        }

        private String name(String form) {
            return catalogue.form(form).map(Form::name).orElse(form);
        }
    }
}
