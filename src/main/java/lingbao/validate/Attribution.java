package lingbao.validate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whose a sheet is, and for when.
 *
 * @param sender null where not known; the code alone may still be known
 * @param senderCode the code as given, where it is known, even of a sender that the register lacks
 * @param period null where not known
 * @param batch the number of the batch that the sheet says it is; null where it says none, and for a form without batches
 */
public record Attribution(
        @Nullable Sender sender,
        @Nullable String senderCode,
        @Nullable Period period,
        @Nullable Integer batch,
        List<Finding> findings) {
    public Attribution {
        findings = List.copyOf(findings);
    }

    /** Of a sheet that says no batch. */
    public Attribution(
            @Nullable Sender sender, @Nullable String senderCode, @Nullable Period period, List<Finding> findings) {
        this(sender, senderCode, period, null, findings);
    }

    /** Whether both say the same sender, period and batch, and neither has an error that the other lacks. */
    public boolean saysTheSameAs(Attribution other) {
        return Objects.equals(senderCode, other.senderCode)
                && Objects.equals(period, other.period)
                && Objects.equals(batch, other.batch)
                && errors().equals(other.errors());
    }

    private Set<FindingCode> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::code)
                .collect(Collectors.toSet());
    }
}
