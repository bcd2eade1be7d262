package lingbao.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One issued report; it never changes.
 *
 * @param number from 1
 * @param figures what the page says, as canonical JSON
 */
public record Edition(
        String report,
        LocalDate periodStart,
        String region,
        int number,
        Instant cutOff,
        Instant issuedAt,
        String figuresHash,
        String figures,
        String pdfSha256,
        String xlsxSha256) {

    /** The region's own figures that it says, by id. */
    public Map<String, Number> total() {
        return CanonicalText.total(figures);
    }
}
