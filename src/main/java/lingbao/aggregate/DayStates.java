package lingbao.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lingbao.catalogue.CaseCondition;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.domain.DayState;
import lingbao.domain.Directory;
import lingbao.domain.Institution;
import lingbao.domain.Period;
import lingbao.domain.Region;
import lingbao.domain.Timeliness;

/** Who was expected to send a form for a period, and what is known of each at a cut-off. */
final class DayStates {

    private final Map<String, Policy> policies;
    private final SubmissionMapper submissions;

    DayStates(Map<String, Policy> policies, SubmissionMapper submissions) {
        this.policies = policies;
        this.submissions = submissions;
    }

    /**
     * One for each expected institution, by region and code.
     *
     * @param directory the registers as they stood on the period's first day
     */
    List<InstitutionDay> of(Form form, Period period, Directory directory, Instant cutOff) {
        if (!form.calendar().holds(period)) {
            return List.of();
        }
        Map<String, List<SubmissionVersion>> versions =
                submissions.acceptedVersions(form.id(), period.start(), cutOff).stream()
                        .collect(Collectors.groupingBy(SubmissionVersion::institution));
        List<InstitutionDay> days = new ArrayList<>();
        for (Region region : directory.regions()) {
            Policy policy = policyOf(region);
            for (Institution institution : directory.openIn(region.code())) {
                if (form.scope().contains(institution.kind())) {
                    days.add(judged(
                            region,
                            institution,
                            form,
                            period,
                            policy,
                            versions.getOrDefault(institution.code(), List.of()),
                            cutOff));
                }
            }
        }
        return days;
    }

    /** @throws IllegalStateException where the region's policy is not declared any more */
    Policy policyOf(Region region) {
        Policy policy = policies.get(region.policy());
        if (policy == null) {
            throw new IllegalStateException("region " + region.code() + " stands under the policy " + region.policy()
                    + ", which is not declared in jobs/policies; no figure was computed");
        }
        return policy;
    }

    static InstitutionDay judged(
            Region region,
            Institution institution,
            Form form,
            Period period,
            Policy policy,
            List<SubmissionVersion> versions,
            Instant cutOff) {
        List<SubmissionVersion> inForce =
                versions.stream().filter(version -> version.countsAt(cutOff)).toList();
        if (inForce.isEmpty()) {
            return new InstitutionDay(region, institution, form.id(), DayState.MISSING, Timeliness.NONE, null, 0);
        }
        Instant receivedAt = firstAnswer(versions, cutOff);
        return new InstitutionDay(
                region,
                institution,
                form.id(),
                state(inForce, form, policy, period.start()),
                isLate(receivedAt, policy, form.id(), institution, period) ? Timeliness.LATE : Timeliness.ON_TIME,
                receivedAt,
                inForce.stream().mapToInt(SubmissionVersion::rowsRejected).sum());
    }

    /** A later correction never moves it, and an empty sheet sent in time does not hold the place of an answer. */
    private static Instant firstAnswer(List<SubmissionVersion> versions, Instant cutOff) {
        Comparator<SubmissionVersion> byTime = Comparator.comparing(SubmissionVersion::receivedAt);
        List<SubmissionVersion> received = versions.stream()
                .filter(version -> !version.receivedAt().isAfter(cutOff))
                .toList();
        Optional<SubmissionVersion> answered =
                received.stream().filter(SubmissionVersion::answered).min(byTime);
        return answered.or(() -> received.stream().min(byTime)).orElseThrow().receivedAt();
    }

    private static DayState state(List<SubmissionVersion> inForce, Form form, Policy policy, LocalDate day) {
        if (inForce.stream().noneMatch(SubmissionVersion::answered)) {
            return DayState.BLANK;
        }
        boolean cases = inForce.stream()
                .anyMatch(version -> version.caseRows() > 0
                        || (version.highest() != null && isFever(version.highest(), form, policy, day)));
        return cases ? DayState.CASES : DayState.ZERO;
    }

    private static boolean isFever(BigDecimal highest, Form form, Policy policy, LocalDate day) {
        if (form.cases().stream().noneMatch(CaseCondition.Fever.class::isInstance)) {
            return false;
        }
        return policy.fever(day).filter(fever -> fever.isReachedBy(highest)).isPresent();
    }

    private static boolean isLate(
            Instant receivedAt, Policy policy, String form, Institution institution, Period period) {
        Optional<LocalTime> deadline = policy.deadline(form, institution.kind(), period.end());
        // 09:30:00.999 is still 09:30:00, as every clock on a wall shows it.
        LocalDateTime received =
                receivedAt.atZone(policy.zone()).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        return deadline.isPresent() && received.isAfter(period.end().atTime(deadline.get()));
    }
}
