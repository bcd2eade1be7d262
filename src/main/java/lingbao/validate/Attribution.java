package lingbao.validate;

import java.util.List;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Sender;
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
}
