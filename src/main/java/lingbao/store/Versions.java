package lingbao.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.RowCounts;
import lingbao.store.SubmissionMapper.SheetKey;
import lingbao.store.SubmissionMapper.Version;
import org.jspecify.annotations.Nullable;

/** The accepted versions of one sheet, as a further one finds them that was received at a moment. */
final class Versions {

    private final List<Version> all;
    private final Instant receivedAt;
    private final Predicate<Version> same;

    /** @param same whether a version is one of the same sheet, and not of another batch beside it */
    private Versions(List<Version> all, Instant receivedAt, Predicate<Version> same) {
        this.all = all;
        this.receivedAt = receivedAt;
        this.same = same;
    }

    /** @param batch of a form with batches; null where the sheet says none: it stands beside all others then */
    static Versions of(
            SubmissionMapper sheets,
            Form form,
            String sender,
            Period period,
            @Nullable Integer batch,
            Instant receivedAt) {
        return new Versions(
                sheets.versions(new SheetKey(form.id(), sender, period.start())),
                receivedAt,
                version -> !form.batches() || batch != null && batch.equals(version.batch()));
    }

    int nextNumber() {
        return 1 + all.stream().mapToInt(Version::version).max().orElse(0);
    }

    /** The one whose place it takes. */
    Optional<Version> before() {
        return all.stream()
                .filter(version -> same.test(version) && !version.receivedAt().isAfter(receivedAt))
                .reduce((earlier, later) -> later);
    }

    /** The one that has taken its place already, where old sheets are moved in. */
    Optional<Version> after() {
        return all.stream()
                .filter(version -> same.test(version) && version.receivedAt().isAfter(receivedAt))
                .findFirst();
    }

    /** A warning where it becomes current with fewer rows than the one that was. */
    Optional<Finding> fewerRows(@Nullable String sheetName, RowCounts rows) {
        return before().filter(version -> after().isEmpty() && version.rowsAccepted() > rows.accepted())
                .map(version -> Finding.ofSheet(
                        FindingCode.FEWER_ROWS,
                        sheetName,
                        String.valueOf(rows.accepted()),
                        String.valueOf(version.rowsAccepted())));
    }
}
