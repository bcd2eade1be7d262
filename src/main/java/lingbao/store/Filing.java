package lingbao.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.RowCounts;
import lingbao.domain.Sender;
import lingbao.domain.SheetState;
import lingbao.seal.Seal;
import lingbao.store.SubmissionMapper.NewId;
import lingbao.store.SubmissionMapper.NewSheet;
import lingbao.store.SubmissionMapper.SheetKey;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One file on its way into the tables, within one transaction: its sheets one after the other, at last {@link #finish}. Where
 * anything throws, the caller rolls back, and the file stands as received and not answered.
 */
public final class Filing {

    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_SHEET_NAME = 200;

    private final ReceivedFile file;
    private final ReceivedFileMapper files;
    private final SubmissionMapper sheets;
    private final JdbcTemplate jdbc;
    private final Seal seal;
    private final Clock clock;
    private final Findings findings;

    Filing(
            ReceivedFile file,
            ReceivedFileMapper files,
            SubmissionMapper sheets,
            JdbcTemplate jdbc,
            Seal seal,
            Clock clock) {
        this.file = file;
        this.files = files;
        this.sheets = sheets;
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
        this.findings = new Findings(sheets, file.id());
    }

    /**
     * The receipt of the file with these very bytes whose sheet is the current version: this one is a duplicate then, and
     * isn't to be filed again. Whoever files a sheet of the same sender waits from here on.
     */
    public Optional<String> currentWithSameBytes(Form form, Sender sender, Period period) {
        sheets.holdSender(sender.code());
        return sheets.currentReceipt(new SheetKey(form.id(), sender.code(), period.start()), file.sha256(), file.id());
    }

    /**
     * Takes the rows of a sheet that is accepted, at least so far.
     *
     * @param sheetName null for a CSV
     * @param batch the number of the batch that it says it is; null where it says none
     */
    public SheetWriter sheet(
            Form form, @Nullable String sheetName, Sender sender, Period period, @Nullable Integer batch) {
        sheets.holdSender(sender.code());
        long submission = insert(form, sheetName, sender.code(), period, batch);
        return new SheetWriter(
                form, sheetName, sender, period, batch, file.receivedAt(), submission, sheets, findings, jdbc, seal);
    }

    /**
     * A sheet that is refused before any of its rows is stored, such as one whose sender isn't known.
     *
     * @param senderCode null where it isn't known; any text that was given as one is taken
     * @param period null where it isn't known
     */
    public FiledSheet refused(
            Form form,
            @Nullable String sheetName,
            @Nullable String senderCode,
            @Nullable Period period,
            CheckedSheet checked) {
        boolean isCode = senderCode != null && senderCode.length() <= LONGEST_CODE;
        long submission = insert(form, sheetName, isCode ? senderCode : null, period, null);
        RowCounts rows = checked.rows().refused();
        sheets.count(submission, rows);
        findings.store(submission, checked);
        return new FiledSheet(SheetState.REJECTED, rows, checked.findings());
    }

    private long insert(
            Form form,
            @Nullable String sheetName,
            @Nullable String senderCode,
            @Nullable Period period,
            @Nullable Integer batch) {
        NewId newId = new NewId();
        sheets.insert(
                newId,
                new NewSheet(
                        file.id(),
                        sheetName == null ? null : Findings.cut(sheetName, LONGEST_SHEET_NAME),
                        form.id(),
                        senderCode,
                        period == null ? null : period.start(),
                        batch,
                        file.receivedAt()));
        return newId.id;
    }

    /**
     * Says how the file ended.
     *
     * @param ofFile findings of the file as a whole; those of its sheets are stored already
     * @return the file's receipt
     */
    public String finish(SheetState state, List<Finding> ofFile) {
        findings.store(null, ofFile);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        files.judge(file.id(), state.word(), now);
        return file.receipt();
    }
}
