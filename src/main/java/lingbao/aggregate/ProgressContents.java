package lingbao.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Check;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.ProgressReport.Category;
import lingbao.catalogue.ProgressReport.Figure;
import lingbao.catalogue.ProgressReport.Source;
import lingbao.catalogue.Report;
import lingbao.catalogue.Threshold;
import lingbao.domain.Directory;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import lingbao.register.Registers;
import org.jspecify.annotations.Nullable;

/** What the reports of progress say, district by district. The registers and the policy are those of the period's end. */
final class ProgressContents {

    private final Catalogue catalogue;
    private final Registers registers;
    private final SubmissionMapper submissions;
    private final Refusals refusals;
    private final DayStates dayStates;
    private final Questions questions;

    ProgressContents(
            Catalogue catalogue,
            Registers registers,
            SubmissionMapper submissions,
            DayStates dayStates,
            Questions questions) {
        this.catalogue = catalogue;
        this.registers = registers;
        this.submissions = submissions;
        this.refusals = new Refusals(submissions);
        this.dayStates = dayStates;
        this.questions = questions;
    }

    /**
     * Of the region asked for; else of each district of which anything is known, or of all where nothing is known of any.
     */
    List<ProgressContent> of(ProgressReport report, Period period, @Nullable String region, Instant cutOff) {
        Directory directory = registers.on(period.end());
        List<ProgressContent> all = ReportingRegions.districts(directory, region).stream()
                .map(top -> new Telling(report, period, top, cutOff, directory).content())
                .toList();
        List<ProgressContent> known =
                all.stream().filter(content -> !content.nothingReceived()).toList();
        return region != null || known.isEmpty() ? all : known;
    }

    /** One district's report. */
    private final class Telling {

        private final ProgressReport report;
        private final Period period;
        private final Region top;
        private final Instant cutOff;
        private final Directory directory;
        private final Policy policy;
        private final Period year;
        private final List<Region> regions;
        private final Map<String, List<Map<String, Object>>> answers = new HashMap<>();

        /** By unit, then by the category's id, then by the figure's. */
        private final Map<String, Map<String, Map<String, Number>>> values = new LinkedHashMap<>();

        Telling(ProgressReport report, Period period, Region top, Instant cutOff, Directory directory) {
            this.report = report;
            this.period = period;
            this.top = top;
            this.cutOff = cutOff;
            this.directory = directory;
            this.policy = dayStates.policyOf(top);
            this.year = Period.holding(period.end(), PeriodKind.YEAR);
            this.regions = directory.withAllBelow(top);
        }

        ProgressContent content() {
            report.figures().forEach(this::ask);
            List<String> units = units();
            report.figures().forEach(figure -> compute(figure, units));
            ProgressContent content = new ProgressContent(
                    report,
                    period,
                    top,
                    policy.zone(),
                    cutOff,
                    lines(units),
                    targets(),
                    focus(units),
                    Progress.daysLeft(period.end()),
                    findings(),
                    senders(),
                    sheets(),
                    refusedSheets(),
                    thresholds(),
                    "");
            return content.hashed(CanonicalText.hash(CanonicalText.of(content)));
        }

        // ---- What the statements say.

        private void ask(Figure figure) {
            if (!(figure.source() instanceof Source.Asked asked)) {
                return;
            }
            for (Map<String, Object> row : answers(asked.statement())) {
                String unit = String.valueOf(row.get(Questions.UNIT));
                Object value = row.get(Questions.column(figure.id()));
                Optional<Category> category = report.allCategories().stream()
                        .filter(each -> each.label().equals(String.valueOf(row.get(Questions.CATEGORY))))
                        .findFirst();
                if (value != null && category.isPresent()) {
                    Number before = at(unit, category.get())
                            .put(figure.id(), Questions.number(value, figure.type() == Report.Type.INTEGER));
                    if (before != null) {
                        throw new IllegalStateException("the statement " + asked.statement()
                                + " answers more than one row for unit " + unit + "; no report was made");
                    }
                }
            }
        }

        private List<Map<String, Object>> answers(String statement) {
            return answers.computeIfAbsent(statement, asked -> questions.ask(asked, top, policy, period, cutOff));
        }

        private Map<String, Number> at(String unit, Category category) {
            return values.computeIfAbsent(unit, first -> new LinkedHashMap<>())
                    .computeIfAbsent(category.id(), first -> new LinkedHashMap<>());
        }

        /** In the order of the quota's document, which is asked first; without one all that the district has, by code. */
        private List<String> units() {
            Set<String> units = new LinkedHashSet<>();
            report.figures().stream()
                    .limit(1)
                    .forEach(first -> values.forEach((unit, lines) -> {
                        if (lines.values().stream().anyMatch(line -> line.containsKey(first.id()))) {
                            units.add(unit);
                        }
                    }));
            if (units.isEmpty()) {
                directory.childrenOf(top.code()).forEach(unit -> units.add(unit.code()));
            }
            values.keySet().stream().sorted().forEach(units::add);
            units.remove(ProgressReport.ALL);
            return List.copyOf(units);
        }

        // ---- The arithmetic.

        private void compute(Figure figure, List<String> units) {
            List<String> all = new ArrayList<>(units);
            all.add(ProgressReport.ALL);
            if (figure.source() instanceof Source.Asked asked) {
                if (asked.rollUp() == Report.RollUp.SUM) {
                    sumUp(figure, units);
                }
                if (asked.counts()) {
                    all.forEach(unit -> report.allCategories()
                            .forEach(category -> at(unit, category).putIfAbsent(figure.id(), 0)));
                }
            } else if (figure.source() instanceof Source.Rank rank) {
                rank(figure, rank, units);
            } else {
                all.forEach(
                        unit -> report.allCategories().forEach(category -> computed(figure.source(), at(unit, category))
                                .ifPresent(value -> at(unit, category).put(figure.id(), value))));
            }
        }

        private void sumUp(Figure figure, List<String> units) {
            for (Category category : report.categories()) {
                sum(units.stream().map(unit -> at(unit, category)).toList(), figure)
                        .ifPresent(sum -> at(ProgressReport.ALL, category).put(figure.id(), sum));
            }
            List<String> all = new ArrayList<>(units);
            all.add(ProgressReport.ALL);
            for (String unit : all) {
                sum(report.categories().stream().map(each -> at(unit, each)).toList(), figure)
                        .ifPresent(sum -> at(unit, report.total()).put(figure.id(), sum));
            }
        }

        /** Absent where not one of them is known. */
        private static Optional<Number> sum(List<Map<String, Number>> parts, Figure figure) {
            return parts.stream()
                    .flatMap(part -> Optional.ofNullable(part.get(figure.id())).stream())
                    .map(Telling::exact)
                    .reduce(BigDecimal::add)
                    .map(sum -> Questions.number(sum, figure.type() == Report.Type.INTEGER));
        }

        private Optional<Number> computed(Source source, Map<String, Number> line) {
            if (source instanceof Source.Rate rate) {
                return both(line, rate.part(), rate.whole()).flatMap(both -> Progress.rate(both.get(0), both.get(1)));
            }
            if (source instanceof Source.YearElapsed) {
                return Optional.of(Progress.yearElapsed(period.end()));
            }
            if (source instanceof Source.Difference difference) {
                return both(line, difference.of(), difference.less())
                        .map(both -> both.get(0).subtract(both.get(1)));
            }
            if (source instanceof Source.Pace pace) {
                return both(line, pace.part(), pace.whole())
                        .flatMap(both -> Progress.pace(both.get(0), both.get(1), period.end()));
            }
            return Optional.empty();
        }

        private static Optional<List<BigDecimal>> both(Map<String, Number> line, String one, String other) {
            Number first = line.get(one);
            Number second = line.get(other);
            return first == null || second == null
                    ? Optional.empty()
                    : Optional.of(List.of(exact(first), exact(second)));
        }

        private static BigDecimal exact(Number number) {
            return new BigDecimal(number.toString());
        }

        private void rank(Figure figure, Source.Rank rank, List<String> units) {
            List<Map<String, Number>> totals = units.stream()
                    .map(unit -> at(unit, report.total()))
                    .filter(line -> line.get(rank.by()) != null)
                    .toList();
            for (Map<String, Number> line : totals) {
                BigDecimal own = exact(Objects.requireNonNull(line.get(rank.by())));
                long ahead = totals.stream()
                        .filter(other -> exact(Objects.requireNonNull(other.get(rank.by())))
                                        .compareTo(own)
                                > 0)
                        .count();
                line.put(figure.id(), (int) ahead + 1);
            }
        }

        // ---- The parts of the page.

        private List<ProgressContent.Line> lines(List<String> units) {
            List<ProgressContent.Line> lines = new ArrayList<>();
            List<String> all = new ArrayList<>(units);
            all.add(ProgressReport.ALL);
            for (String unit : all) {
                for (Category category : report.allCategories()) {
                    lines.add(new ProgressContent.Line(unit, unitName(unit), category, at(unit, category)));
                }
            }
            return lines;
        }

        private String unitName(String unit) {
            return unit.equals(ProgressReport.ALL)
                    ? report.total().label()
                    : directory.region(unit).map(Region::name).orElse(unit);
        }

        private List<ProgressContent.Target> targets() {
            Map<String, Policy.DatedValue> inForce = policy.on(period.end());
            List<ProgressContent.Target> targets = new ArrayList<>();
            for (ProgressReport.Target target : report.targets()) {
                Policy.DatedValue threshold = inForce.get(target.threshold());
                if (threshold == null || !(threshold.value() instanceof Integer atLeast)) {
                    continue;
                }
                Category category = report.allCategories().stream()
                        .filter(each -> each.id().equals(target.category()))
                        .findFirst()
                        .orElseThrow();
                Map<String, Number> all = at(ProgressReport.ALL, category);
                Number allotted = target.allotted() == null ? null : all.get(target.allotted());
                int reached = all.getOrDefault(target.reached(), 0).intValue();
                targets.add(new ProgressContent.Target(
                        name(target.threshold()),
                        category,
                        threshold,
                        atLeast,
                        reached,
                        Math.max(0, atLeast - reached),
                        allotted == null ? null : allotted.intValue(),
                        allotted == null ? null : Math.max(0, atLeast - allotted.intValue())));
            }
            return targets;
        }

        private String name(String threshold) {
            return Optional.ofNullable(catalogue.thresholds().get(threshold))
                    .map(Threshold::name)
                    .orElse(threshold);
        }

        private List<ProgressContent.FocusLine> focus(List<String> units) {
            ProgressReport.Focus focus = report.focus();
            if (focus == null) {
                return List.of();
            }
            Map<String, Map<String, Integer>> persons = new HashMap<>();
            for (Map<String, Object> row : answers(focus.statement())) {
                int counted = Questions.number(row.getOrDefault(Questions.PERSONS, 0), true)
                        .intValue();
                for (String unit : List.of(String.valueOf(row.get(Questions.UNIT)), ProgressReport.ALL)) {
                    persons.computeIfAbsent(unit, first -> new HashMap<>())
                            .merge(String.valueOf(row.get(Questions.FOCUS_GROUP)), counted, Integer::sum);
                }
            }
            List<String> all = new ArrayList<>(units);
            all.add(ProgressReport.ALL);
            return all.stream()
                    .map(unit -> {
                        Map<String, Integer> counts = new LinkedHashMap<>();
                        focus.words()
                                .forEach(word -> counts.put(
                                        word,
                                        persons.getOrDefault(unit, Map.of()).getOrDefault(word, 0)));
                        return new ProgressContent.FocusLine(unit, unitName(unit), counts);
                    })
                    .toList();
        }

        // ---- The checks: those that read no form but the report's, each under the policy of the sender's own region.

        private List<DayFinding> findings() {
            List<DayFinding> findings = new ArrayList<>();
            for (Region region : regions) {
                Policy regions = dayStates.policyOf(region);
                RegionPolicy standing = new RegionPolicy(region, regions, period.end());
                for (Check check : checks()) {
                    if (check.statement() != null && standing.sets(check.needs())) {
                        questions.ask(check.statement(), region, regions, period, cutOff).stream()
                                .map(row -> standing.finding(
                                        check, sender(String.valueOf(row.get(Questions.INSTITUTION)), region), row))
                                .forEach(findings::add);
                    }
                }
            }
            findings.sort(
                    Comparator.comparing((DayFinding finding) -> finding.check().id())
                            .thenComparing(finding -> finding.region().code())
                            .thenComparing(finding -> finding.institution().code())
                            .thenComparing(DayFinding::message));
            return findings;
        }

        private List<Check> checks() {
            return catalogue.checks().values().stream()
                    .filter(check -> !check.forms().isEmpty() && report.forms().containsAll(check.forms()))
                    .toList();
        }

        /** A sheet may also be the bureau's own, which stands in no register of institutions. */
        private Institution sender(String code, Region region) {
            return directory
                    .institution(code)
                    .orElseGet(() -> new Institution(
                            code,
                            directory.region(code).map(Region::name).orElse(code),
                            InstitutionKind.OTHER,
                            region.code()));
        }

        // ---- What came in.

        private List<Form> forms() {
            return catalogue.forms().values().stream()
                    .filter(form -> report.forms().contains(form.id()))
                    .toList();
        }

        private List<InstitutionDay> senders() {
            Set<String> here = regions.stream().map(Region::code).collect(Collectors.toCollection(TreeSet::new));
            return forms().stream()
                    .filter(form -> form.period() == period.kind() && form.period() == PeriodKind.MONTH)
                    .flatMap(form -> dayStates.of(form, period, directory, cutOff).stream())
                    .filter(day -> here.contains(day.region().code()))
                    .toList();
        }

        private Map<String, Integer> sheets() {
            Map<String, Integer> sheets = new TreeMap<>();
            for (Form form : forms()) {
                long here = submissions.sendersInForce(form.id(), year.start(), period.end(), cutOff).stream()
                        .filter(this::isHere)
                        .count();
                sheets.put(form.name(), (int) here);
            }
            return sheets;
        }

        private boolean isHere(String sender) {
            String region =
                    directory.institution(sender).map(Institution::region).orElse(sender);
            return regions.stream().anyMatch(each -> each.code().equals(region));
        }

        private List<RefusedSheet> refusedSheets() {
            List<RefusedSheet> refused = new ArrayList<>();
            for (Form form : forms()) {
                Period sheets = Period.holding(period.end(), form.period());
                refusals.of(form.id(), sheets.start(), cutOff).stream()
                        .filter(version -> isHere(version.institution()))
                        .map(version -> new RefusedSheet(
                                sender(version.institution(), top).name(),
                                form.name(),
                                version.receivedAt(),
                                version.reason()))
                        .forEach(refused::add);
            }
            return refused;
        }

        /** Those that a target or a check of this report needs. */
        private Map<String, Policy.DatedValue> thresholds() {
            Set<String> needed = new TreeSet<>();
            report.targets().forEach(target -> needed.add(target.threshold()));
            checks().forEach(check -> check.needs().forEach(needed::addAll));
            Map<String, Policy.DatedValue> printed = new LinkedHashMap<>();
            policy.on(period.end()).forEach((id, threshold) -> {
                if (needed.contains(id) && threshold.value() != null) {
                    String unit = Optional.ofNullable(catalogue.thresholds().get(id))
                            .map(Threshold::unit)
                            .orElse("");
                    printed.put(
                            name(id),
                            new Policy.DatedValue(
                                    threshold.since(),
                                    Places.text(threshold.value()) + unit,
                                    threshold.origin(),
                                    threshold.source()));
                }
            });
            return printed;
        }
    }
}
