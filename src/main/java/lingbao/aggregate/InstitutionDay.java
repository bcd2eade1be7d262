package lingbao.aggregate;

import java.time.Instant;
import lingbao.domain.DayState;
import lingbao.domain.Institution;
import lingbao.domain.Region;
import lingbao.domain.Timeliness;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one expected institution, form and period at a cut-off.
 *
 * @param receivedAt of the first accepted version with an answer in it, while there is none of the first accepted one;
 *     null where missing
 * @param rejectedRows rows of the current version that were refused, and so are not counted
 */
public record InstitutionDay(
        Region region,
        Institution institution,
        String form,
        DayState state,
        Timeliness timeliness,
        @Nullable Instant receivedAt,
        int rejectedRows) {}
