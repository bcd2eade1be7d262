package lingbao.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Check;
import lingbao.catalogue.Policy;
import lingbao.catalogue.Report;
import lingbao.catalogue.StateReport;
import lingbao.domain.DayState;
import lingbao.domain.Institution;
import lingbao.domain.Period;
import lingbao.domain.Region;
import lingbao.domain.Severity;
import lingbao.domain.Timeliness;
import org.jspecify.annotations.Nullable;

/** Asks one region's own institutions a report's questions and the checks, under that region's policy. */
final class Places {

    private final Catalogue catalogue;
    private final Questions questions;

    Places(Catalogue catalogue, Questions questions) {
        this.catalogue = catalogue;
        this.questions = questions;
    }

    /** @param days the states of this region's own institutions, by form; forms that none of them owes are absent */
    Place of(
            StateReport report,
            Period period,
            Region region,
            Policy policy,
            Instant cutOff,
            Map<String, List<InstitutionDay>> days) {
        Asking asking = new Asking(report, period, region, policy, cutOff, days);
        List<DayFinding> findings = asking.findings();
        Set<String> asked = new TreeSet<>();
        Map<String, Place.Leaf> leaves = new TreeMap<>();
        asking.institutions()
                .forEach((code, institution) -> leaves.put(code, new Place.Leaf(institution, new TreeMap<>())));
        for (StateReport.Figure figure : report.figures()) {
            if (asking.canHave(figure)) {
                asked.add(figure.id());
                asking.values(figure, findings).forEach((code, value) -> {
                    Place.Leaf leaf = leaves.get(code);
                    if (leaf != null) {
                        leaf.values().put(figure.id(), value);
                    }
                });
            }
        }
        return new Place(region, policy, asked, leaves, days, findings);
    }

    /** One report's questions to one region. */
    private final class Asking {

        private final StateReport report;
        private final Period period;
        private final Region region;
        private final Policy policy;
        private final Instant cutOff;
        private final Map<String, List<InstitutionDay>> days;
        private final RegionPolicy standing;
        private final Map<String, List<Map<String, Object>>> answers = new HashMap<>();

        Asking(
                StateReport report,
                Period period,
                Region region,
                Policy policy,
                Instant cutOff,
                Map<String, List<InstitutionDay>> days) {
            this.report = report;
            this.period = period;
            this.region = region;
            this.policy = policy;
            this.cutOff = cutOff;
            this.days = days;
            this.standing = new RegionPolicy(region, policy, period.end());
        }

        /** All that owe any form, by code. */
        Map<String, Institution> institutions() {
            Map<String, Institution> institutions = new TreeMap<>();
            days.values()
                    .forEach(states -> states.forEach(
                            day -> institutions.put(day.institution().code(), day.institution())));
            return institutions;
        }

        boolean canHave(StateReport.Figure figure) {
            return owed(figure.forms()) && standing.sets(figure.needs());
        }

        /** By the institution's code; one of which nothing is known is absent. */
        Map<String, Number> values(StateReport.Figure figure, List<DayFinding> findings) {
            Map<String, Number> values = new LinkedHashMap<>();
            switch (figure.source()) {
                case StateReport.Figure.DAY_STATE ->
                    days.getOrDefault(formCounted(figure), List.of())
                            .forEach(day ->
                                    values.put(day.institution().code(), counts(figure.dayCount(), day) ? 1 : 0));
                case StateReport.Figure.FINDINGS -> {
                    institutions().keySet().forEach(code -> values.put(code, 0));
                    findings.stream()
                            .filter(finding -> finding.check().severity() != Severity.NOTE)
                            .forEach(finding ->
                                    values.merge(finding.institution().code(), 1, (some, one) -> some.intValue() + 1));
                }
                default -> {
                    Set<String> owing = owing(figure.forms());
                    for (Map<String, Object> row : answers(figure.source())) {
                        String code = String.valueOf(row.get(Questions.INSTITUTION));
                        Object value = row.get(Questions.column(figure.id()));
                        if (value != null && owing.contains(code)) {
                            Number number = Questions.number(value, figure.type() == Report.Type.INTEGER);
                            if (values.put(code, number) != null) {
                                throw new IllegalStateException("the statement " + figure.source()
                                        + " answers more than one row for institution " + code
                                        + "; no report was made");
                            }
                        }
                    }
                }
            }
            return values;
        }

        /** Of all checks that apply here, by institution and check. */
        List<DayFinding> findings() {
            List<DayFinding> findings = new ArrayList<>();
            for (Check check : catalogue.checks().values()) {
                if (owed(check.forms()) && standing.sets(check.needs())) {
                    findings.addAll(
                            check.statement() == null
                                    ? foundByState(check)
                                    : foundByStatement(check, check.statement()));
                }
            }
            findings.sort(Comparator.comparing(
                            (DayFinding finding) -> finding.institution().code())
                    .thenComparing(finding -> finding.check().id())
                    .thenComparing(DayFinding::message));
            return findings;
        }

        private List<DayFinding> foundByState(Check check) {
            Check.DayStateQuestion question = check.dayState();
            if (question == null) {
                return List.of();
            }
            Set<String> forms = check.forms().isEmpty() ? Set.of(report.basis()) : check.forms();
            return forms.stream()
                    .flatMap(form -> days.getOrDefault(form, List.of()).stream())
                    .filter(day -> switch (question) {
                        case MISSING -> day.state() == DayState.MISSING;
                        case BLANK -> day.state() == DayState.BLANK;
                        case LATE -> day.timeliness() == Timeliness.LATE;
                    })
                    .map(day -> standing.finding(check, day.institution(), Map.of()))
                    .toList();
        }

        private List<DayFinding> foundByStatement(Check check, String statement) {
            Map<String, Institution> institutions = institutions();
            Set<String> owing = owing(check.forms());
            List<DayFinding> findings = new ArrayList<>();
            for (Map<String, Object> row : answers(statement)) {
                Institution institution = institutions.get(String.valueOf(row.get(Questions.INSTITUTION)));
                if (institution != null && owing.contains(institution.code())) {
                    findings.add(standing.finding(check, institution, row));
                }
            }
            return findings;
        }

        private List<Map<String, Object>> answers(String statement) {
            return answers.computeIfAbsent(statement, asked -> questions.ask(asked, region, policy, period, cutOff));
        }

        /** The codes of the institutions that owe every one of the forms; of all where none is named. */
        private Set<String> owing(Set<String> forms) {
            Set<String> owing = new TreeSet<>(institutions().keySet());
            forms.forEach(form -> owing.retainAll(days.getOrDefault(form, List.of()).stream()
                    .map(day -> day.institution().code())
                    .collect(Collectors.toSet())));
            return owing;
        }

        private boolean owed(Set<String> forms) {
            return days.keySet().containsAll(forms);
        }

        private String formCounted(StateReport.Figure figure) {
            return figure.forms().stream().findFirst().orElse(report.basis());
        }
    }

    private static boolean counts(StateReport.@Nullable DayCount count, InstitutionDay day) {
        if (count == null) {
            throw new IllegalArgumentException("a figure of day states does not say what it counts");
        }
        return switch (count) {
            case EXPECTED -> true;
            case RECEIVED -> day.state() != DayState.MISSING;
            case ON_TIME -> day.timeliness() == Timeliness.ON_TIME;
            case LATE -> day.timeliness() == Timeliness.LATE;
            case MISSING -> day.state() == DayState.MISSING;
            case BLANK -> day.state() == DayState.BLANK;
            case ZERO -> day.state() == DayState.ZERO;
            case WITH_CASES -> day.state() == DayState.CASES;
        };
    }

    /** A number without an exponent or zeros behind the point. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
