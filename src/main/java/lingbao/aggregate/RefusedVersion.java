package lingbao.aggregate;

import java.time.Instant;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was refused as a whole.
 *
 * @param code of its first error; null where none was kept
 * @param rowNo of that error; 0 where it is of the whole sheet
 * @param details of that error, as stored: a unit separator between two
 */
record RefusedVersion(
        String institution,
        Instant receivedAt,
        @Nullable String code,
        @Nullable Integer rowNo,
        @Nullable String details) {

    private static final String UNIT_SEPARATOR = "\u001f";

    /** In Chinese. Nothing of a row is told: the page names no person. */
    String reason() {
        return code == null || rowNo == null || rowNo > 0 || details == null
                ? "没有一行可以采用。"
                : Finding.ofSheet(FindingCode.valueOf(code), null, details.split(UNIT_SEPARATOR, -1))
                        .message();
    }
}
