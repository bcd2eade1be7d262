package lingbao.aggregate;

import java.time.Instant;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was refused as a whole.
 *
 * @param code of its first error; null where none was kept
 * @param row of that error; 0 where it is of the whole sheet, null where there is none
 */
record RefusedVersion(
        String institution,
        Instant receivedAt,
        @Nullable String code,
        @Nullable Integer row) {

    /** In Chinese, without any cell's value: the page names no person. */
    String reason() {
        return code == null || row == null || row > 0
                ? "没有一行可以采用"
                : Finding.ofSheet(FindingCode.valueOf(code), null).message();
    }
}
