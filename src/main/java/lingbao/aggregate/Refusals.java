package lingbao.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sheets that were refused as a whole. */
final class Refusals {

    private final SubmissionMapper submissions;

    Refusals(SubmissionMapper submissions) {
        this.submissions = submissions;
    }

    /** Only those after which no sheet of the sender came that counts: what was sent again rightly needs no word. */
    List<RefusedVersion> of(String form, LocalDate periodStart, Instant cutOff) {
        List<RefusedVersion> refused = submissions.refusedVersions(form, periodStart, cutOff);
        if (refused.isEmpty()) {
            return refused;
        }
        Map<String, Instant> counted = new HashMap<>();
        submissions
                .acceptedVersions(form, periodStart, cutOff)
                .forEach(version -> counted.put(version.institution(), version.receivedAt()));
        return refused.stream()
                .filter(version ->
                        version.receivedAt().isAfter(counted.getOrDefault(version.institution(), Instant.MIN)))
                .toList();
    }
}
