package lingbao.aggregate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lingbao.catalogue.Report;
import lingbao.domain.Period;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;

/** All that one report says of one region: finished, nothing is computed after it. */
public sealed interface ReportContent permits ProgressContent, StateContent {

    Report report();

    Period period();

    Region region();

    /** In which its times are told. */
    ZoneId zone();

    /** What was received later does not count. */
    Instant cutOff();

    /** SHA-256 over everything that the page says but the cut-off and the edition, in hex. */
    String figuresHash();

    /** The figures as scripts read them: numbers and texts by key, in their order; null where a figure is not known. */
    List<Map<String, @Nullable Object>> objects();
}
