package lingbao.samples;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invented sender.
 *
 * @param kind 培训机构, 评价机构, 学校 or 幼儿园
 * @param closedOn the first day on which it is no longer open; null while nothing ends it
 */
public record TruthInstitution(
        String code,
        String name,
        String kind,
        String region,
        LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    /** Whether it owed sheets on the day. */
    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(openedOn) && (closedOn == null || day.isBefore(closedOn));
    }
}
