package lingbao.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lingbao.catalogue.EarlierSheets;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.RowCounts;
import lingbao.domain.RowRuns;
import lingbao.domain.Severity;
import lingbao.store.SubmissionMapper.Earlier;
import lingbao.store.SubmissionMapper.SheetKey;
import lingbao.store.SubmissionMapper.Version;
import org.jspecify.annotations.Nullable;

/** The accepted versions of one sheet, as a further one finds them that was received at a moment. */
final class Versions {

    /** Runs of rows that are named. */
    private static final int MOST_TOLD = 20;

    private final SubmissionMapper sheets;
    private final Form form;
    private final SheetKey key;
    private final List<Version> all;
    private final Instant receivedAt;
    private final Predicate<Version> same;

    /** @param same whether a version is one of the same sheet, and not of another batch beside it */
    private Versions(SubmissionMapper sheets, Form form, SheetKey key, Instant receivedAt, Predicate<Version> same) {
        this.sheets = sheets;
        this.form = form;
        this.key = key;
        this.all = sheets.versions(key);
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
                sheets,
                form,
                new SheetKey(form.id(), sender, period.start()),
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

    /**
     * What its sender should hear of a sheet that becomes current, beside those received before.
     *
     * @param alone whether its file holds no other sheet of a form: whoever sends a workbook again for one of its sheets
     *     sends the others as they were, and needs no warning of them
     */
    List<Finding> findings(
            @Nullable String sheetName, RowCounts rows, SheetContent content, StoredPersons persons, boolean alone) {
        List<Finding> findings = new ArrayList<>();
        if (after().isEmpty()) {
            fewerRows(sheetName, rows.accepted(), content, persons).ifPresent(findings::add);
            sameContent(sheetName, content)
                    .map(found -> alone ? found : found.weighed(Severity.NOTE))
                    .ifPresent(findings::add);
            EarlierSheets held = form.earlierSheets();
            if (held != null) {
                List<Earlier> earlier =
                        sheets.earlier(key, key.periodStart().minusDays(EarlierSheets.DAYS), receivedAt);
                sameAsBefore(held.same(), sheetName, rows.accepted(), content, earlier)
                        .ifPresent(findings::add);
                countJumps(held.jump(), sheetName, rows.accepted(), earlier).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> fewerRows(
            @Nullable String sheetName, int rows, SheetContent content, StoredPersons persons) {
        return before().filter(version -> version.rowsAccepted() > rows)
                .map(version -> Finding.ofSheet(
                        FindingCode.FEWER_ROWS,
                        sheetName,
                        String.valueOf(rows),
                        String.valueOf(version.rowsAccepted()),
                        gone(persons.rowsGone(form, version.id(), content))));
    }

    /** {@code ，少了上次第 3、7–9 行的人}; empty where nobody is known to be gone. */
    private static String gone(BitSet rows) {
        return rows.isEmpty() ? "" : "，少了上次第 " + RowRuns.text(rows, MOST_TOLD) + " 行的人";
    }

    /** Other bytes, such as a file saved once more, and nothing else; of batches, any that stands beside it. */
    private Optional<Finding> sameContent(@Nullable String sheetName, SheetContent content) {
        String hash = content.rowsHash();
        Stream<Version> current = form.batches()
                ? all.stream().filter(version -> !version.receivedAt().isAfter(receivedAt))
                : before().stream();
        return current.filter(version -> hash != null && hash.equals(version.rowsHash()))
                .map(version ->
                        Finding.ofSheet(FindingCode.SAME_CONTENT, sheetName, Integer.toString(version.version())))
                .findFirst();
    }

    /** With the sheet of the last day for which any was sent, be it yesterday or before a weekend. */
    private static Optional<Finding> sameAsBefore(
            EarlierSheets.@Nullable Same held,
            @Nullable String sheetName,
            int rows,
            SheetContent content,
            List<Earlier> earlier) {
        String hash = content.hash();
        if (held == null || hash == null || rows < held.rows()) {
            return Optional.empty();
        }
        return earlier.stream()
                .limit(1)
                .filter(before -> hash.equals(before.contentHash()) && before.rowsAccepted() == rows)
                .map(before -> Finding.ofSheet(
                        FindingCode.SAME_AS_BEFORE,
                        sheetName,
                        new Period(PeriodKind.DAY, before.periodStart()).label(),
                        String.valueOf(rows)))
                .findFirst();
    }

    private Optional<Finding> countJumps(
            EarlierSheets.@Nullable Jump held, @Nullable String sheetName, int rows, List<Earlier> earlier) {
        if (held == null) {
            return Optional.empty();
        }
        List<Integer> usual = earlier.stream()
                .filter(before -> isWeekend(before.periodStart()) == isWeekend(key.periodStart()))
                .limit(EarlierSheets.SHEETS)
                .map(Earlier::rowsAccepted)
                .sorted()
                .toList();
        if (usual.isEmpty() || usual.size() < held.sheets()) {
            return Optional.empty();
        }
        BigDecimal median = median(usual);
        BigDecimal difference = median.subtract(BigDecimal.valueOf(rows)).abs();
        boolean jumps = difference.compareTo(BigDecimal.valueOf(held.rows())) >= 0
                && difference.movePointRight(2).compareTo(median.multiply(BigDecimal.valueOf(held.percent()))) > 0;
        boolean fallsToNothing = rows == 0 && median.signum() > 0;
        return jumps || fallsToNothing
                ? Optional.of(Finding.ofSheet(
                        FindingCode.COUNT_JUMPS,
                        sheetName,
                        String.valueOf(rows),
                        String.valueOf(usual.size()),
                        median.stripTrailingZeros().toPlainString()))
                : Optional.empty();
    }

    private static BigDecimal median(List<Integer> sorted) {
        int middle = sorted.size() / 2;
        int twice = sorted.get(middle) + sorted.get(sorted.size() % 2 == 0 ? middle - 1 : middle);
        return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
