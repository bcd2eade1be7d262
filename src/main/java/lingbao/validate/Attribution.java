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
 */
public record Attribution(
        @Nullable Sender sender,
        @Nullable String senderCode,
        @Nullable Period period,
        List<Finding> findings) {
    public Attribution {
        findings = List.copyOf(findings);
    }
}
