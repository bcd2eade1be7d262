package lingbao.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One issued report; it never changes.
 *
 * @param period {@code 2020-06-17}, {@code 2020-06} or {@code 2020}
 * @param number from 1
 * @param figures what the page says, as canonical JSON
 */
public record Edition(
        String report,
        String period,
        String region,
        int number,
        Instant cutOff,
        Instant issuedAt,
        String figuresHash,
        String figures,
        String pdfSha256,
        String xlsxSha256) {

    /** The figures that it says, as {@link ReportContent#objects} of its content. */
    public List<Map<String, @Nullable Object>> objects() {
        return CanonicalText.objects(figures);
    }
}
