package lingbao.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accepted version of an institution's sheet, as stored.
 *
 * @param highest the highest of the values that a fever threshold is compared with; null where none was filled
 * @param supersededAt since when another version counts; null while this one does
 */
record SubmissionVersion(
        String institution,
        int rowsRejected,
        int answeredRows,
        int caseRows,
        @Nullable BigDecimal highest,
        Instant receivedAt,
        @Nullable Instant supersededAt) {

    boolean countsAt(Instant cutOff) {
        return !receivedAt.isAfter(cutOff) && (supersededAt == null || supersededAt.isAfter(cutOff));
    }

    boolean answered() {
        return answeredRows > 0;
    }
}
