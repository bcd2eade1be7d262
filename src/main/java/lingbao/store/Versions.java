package lingbao.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Form form;
    private final @Nullable Integer batch;

    private Versions(List<Version> all, Instant receivedAt, Form form, @Nullable Integer batch) {
        this.all = all;
        this.receivedAt = receivedAt;
        this.form = form;
        this.batch = batch;
    }

    /** @param batch of a form with batches; null where the sheet says none: it stands beside all others then */
    static Versions of(
            SubmissionMapper sheets,
            Form form,
            String sender,
            Period period,
            @Nullable Integer batch,
            Instant receivedAt) {
        return new Versions(sheets.versions(new SheetKey(form.id(), sender, period.start())), receivedAt, form, batch);
    }

    int nextNumber() {
        return 1 + all.stream().mapToInt(Version::version).max().orElse(0);
    }

    /** The one whose place it takes. */
    Optional<Version> before() {
        return all.stream()
                .filter(version -> isSame(version) && !version.receivedAt().isAfter(receivedAt))
                .reduce((earlier, later) -> later);
    }

    /** The one that has taken its place already, where old sheets are moved in. */
    Optional<Version> after() {
        return all.stream()
                .filter(version -> isSame(version) && version.receivedAt().isAfter(receivedAt))
                .findFirst();
    }

    /** Whether it is a version of the same sheet, and not of another batch beside it. */
    private boolean isSame(Version version) {
        return !form.batches() || batch != null && batch.equals(version.batch());
    }

    /** What is to be said of an accepted sheet because of the others. */
    List<Finding> findings(@Nullable String sheetName, RowCounts rows) {
        return Stream.concat(fewerRows(sheetName, rows).stream(), besideOthers(sheetName).stream())
                .toList();
    }

    /** A warning where it becomes current with fewer rows than the one that was. */
    private Optional<Finding> fewerRows(@Nullable String sheetName, RowCounts rows) {
        return before().filter(version -> after().isEmpty() && version.rowsAccepted() > rows.accepted())
                .map(version -> Finding.ofSheet(
                        FindingCode.FEWER_ROWS,
                        sheetName,
                        String.valueOf(rows.accepted()),
                        String.valueOf(version.rowsAccepted())));
    }

    /** A note where it says no batch, and so replaces none of those that count. */
    private Optional<Finding> besideOthers(@Nullable String sheetName) {
        if (!form.batches() || batch != null) {
            return Optional.empty();
        }
        long withoutNumber =
                all.stream().filter(version -> version.batch() == null).count();
        long batches = all.stream()
                .flatMap(version -> Stream.ofNullable(version.batch()))
                .distinct()
                .count();
        long counted = withoutNumber + batches;
        return counted == 0
                ? Optional.empty()
                : Optional.of(Finding.ofSheet(FindingCode.BATCH_BESIDE, sheetName, String.valueOf(counted)));
    }
}
