package lingbao.aggregate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lingbao.domain.Period;
import org.apache.ibatis.session.SqlSession;

/** The issued editions of all reports. An issued one never changes; other figures make another edition. */
public final class Editions {

    private final EditionMapper editions;

    /** @param sql a session that takes part in the caller's transaction */
    public Editions(SqlSession sql) {
        this.editions = sql.getMapper(EditionMapper.class);
    }

    /** Oldest first. */
    public List<Edition> of(String report, Period period, String region) {
        return editions.of(report, period.text(), region);
    }

    public Optional<Edition> numbered(String report, Period period, String region, int number) {
        return of(report, period, region).stream()
                .filter(edition -> edition.number() == number)
                .findFirst();
    }

    /**
     * The edition that already says what the content says: that of the latest cut-off with the same figures, unless another
     * one lies between its cut-off and the content's. Figures that changed and changed back are a new edition.
     */
    public Optional<Edition> saying(ReportContent content) {
        for (Edition edition : latestCutOffFirst(content)) {
            if (edition.figuresHash().equals(content.figuresHash())) {
                return Optional.of(edition);
            }
            if (!content.cutOff().isBefore(edition.cutOff())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<Edition> latestCutOffFirst(ReportContent content) {
        return of(content.report().id(), content.period(), content.region().code()).stream()
                .sorted(Comparator.comparing(Edition::cutOff)
                        .thenComparing(Edition::number)
                        .reversed())
                .toList();
    }

    /** The number of the next edition, from 1. */
    public int nextNumber(ReportContent content) {
        return of(content.report().id(), content.period(), content.region().code()).stream()
                        .mapToInt(Edition::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /**
     * Keeps a new edition. A second one with the same number is refused by the database, and nothing is changed.
     *
     * @param issuedAt kept to the millisecond
     */
    public Edition issue(ReportContent content, int number, Instant issuedAt, String pdfSha256, String xlsxSha256) {
        Edition edition = new Edition(
                content.report().id(),
                content.period().text(),
                content.region().code(),
                number,
                content.cutOff(),
                issuedAt.truncatedTo(ChronoUnit.MILLIS),
                content.figuresHash(),
                CanonicalText.of(content),
                pdfSha256,
                xlsxSha256);
        editions.insert(edition);
        return edition;
    }

    /**
     * What the content says otherwise than the edition before it, line by line: that of the latest cut-off which is not after
     * the content's, or the newest where all are. Nothing where none has been issued.
     */
    public List<FigureChange> changesSinceLast(ReportContent content) {
        List<Edition> all = latestCutOffFirst(content);
        return all.stream()
                .filter(edition -> !edition.cutOff().isAfter(content.cutOff()))
                .findFirst()
                .or(() -> all.stream().max(Comparator.comparing(Edition::number)))
                .map(before -> CanonicalText.changes(before.figures(), CanonicalText.of(content)))
                .orElse(List.of());
    }
}
