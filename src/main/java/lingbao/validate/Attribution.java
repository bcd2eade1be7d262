package lingbao.validate;

import java.util.List;
import lingbao.domain.Finding;
import lingbao.domain.Institution;
import lingbao.domain.Period;
import org.jspecify.annotations.Nullable;

/**
 * Whose a sheet is, and for when.
 *
 * @param institution null where not known; the code alone may still be known
 * @param institutionCode the code as given, where it is known, even of an institution that the register lacks
 * @param period null where not known
 */
public record Attribution(
        @Nullable Institution institution,
        @Nullable String institutionCode,
        @Nullable Period period,
        List<Finding> findings) {
    public Attribution {
        findings = List.copyOf(findings);
    }
}
