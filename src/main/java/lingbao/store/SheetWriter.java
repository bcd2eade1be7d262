package lingbao.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.RowCounts;
import lingbao.domain.Sender;
import lingbao.domain.SheetState;
import lingbao.seal.Seal;
import lingbao.store.SubmissionMapper.Accepted;
import lingbao.store.SubmissionMapper.Version;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the accepted rows of one sheet as they come, and at the end makes the sheet a version, or takes it all back. */
public final class SheetWriter implements Consumer<CheckedRow> {

    private static final int ROWS_A_BATCH = 1000;

    private final Form form;
    private final @Nullable String sheetName;
    private final Sender sender;
    private final Period period;
    private final @Nullable Integer batch;
    private final Instant receivedAt;
    private final long submission;
    private final SubmissionMapper sheets;
    private final Findings findings;
    private final JdbcTemplate jdbc;
    private final Seal seal;

    private final String insert;
    private final boolean asksForAnswers;
    private final List<CheckedRow> waiting = new ArrayList<>(ROWS_A_BATCH);
    private final Map<Answer, BitSet> rowsByAnswer = new HashMap<>();
    private final SheetContent content;

    SheetWriter(
            Form form,
            @Nullable String sheetName,
            Sender sender,
            Period period,
            @Nullable Integer batch,
            Instant receivedAt,
            long submission,
            SubmissionMapper sheets,
            Findings findings,
            JdbcTemplate jdbc,
            Seal seal) {
        this.form = form;
        this.sheetName = sheetName;
        this.sender = sender;
        this.period = period;
        this.batch = batch;
        this.receivedAt = receivedAt;
        this.submission = submission;
        this.sheets = sheets;
        this.findings = findings;
        this.jdbc = jdbc;
        this.seal = seal;
        this.content = new SheetContent(form, sender.code(), seal);
        this.insert = insertInto(form);
        this.asksForAnswers = form.columns().stream().anyMatch(Column::answer);
    }

    private static String insertInto(Form form) {
        List<String> columns = new ArrayList<>(List.of("submission_id", "source_row", "institution", "period_start"));
        if (form.person() != null) {
            columns.add("person_key");
        }
        form.columns().forEach(column -> columns.add(FormTable.nameOf(column)));
        return "insert into " + form.table() + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /**
     * What of a row decides the state of its institution. The rows are kept by it, not one by one: there are few different
     * answers, and many rows; and a row may still be taken back.
     */
    private record Answer(
            boolean answered,
            boolean caseByChoice,
            @Nullable BigDecimal highest) {}

    @Override
    public void accept(CheckedRow row) {
        boolean answered = row.answered() || !asksForAnswers;
        rowsByAnswer
                .computeIfAbsent(new Answer(answered, row.caseByChoice(), row.highest()), answer -> new BitSet())
                .set(row.row());
        content.add(row);
        waiting.add(row);
        if (waiting.size() == ROWS_A_BATCH) {
            writeWaiting();
        }
    }

    private void writeWaiting() {
        jdbc.batchUpdate(insert, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int index) throws SQLException {
                set(statement, waiting.get(index));
            }

            @Override
            public int getBatchSize() {
                return waiting.size();
            }
        });
        waiting.clear();
    }

    private void set(PreparedStatement statement, CheckedRow row) throws SQLException {
        int index = 1;
        statement.setLong(index++, submission);
        statement.setInt(index++, row.row());
        statement.setString(index++, sender.code());
        statement.setObject(index++, period.start());
        if (form.person() != null) {
            set(statement, index++, row.person() == null ? null : seal.personKey(content.identity(row.person())));
        }
        for (int column = 0; column < form.columns().size(); column++) {
            set(
                    statement,
                    index++,
                    StoredValue.toTable(form.columns().get(column), row.values().get(column), seal));
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }

    /**
     * Decides what becomes of the sheet. A refused one, or one with no row but rejected ones, leaves the current version as
     * it is. Any other becomes a version, in the place that its time of receipt gives it: the current one unless a later one
     * is there already.
     *
     * @param alone whether its file holds no other sheet of a form
     * @throws IllegalStateException where the rows written are not those that the sheet says were accepted
     */
    public FiledSheet finish(CheckedSheet checked, boolean alone) {
        if (!waiting.isEmpty()) {
            writeWaiting();
        }
        return checked.state() == SheetState.REJECTED ? reject(checked) : accept(checked, alone);
    }

    private FiledSheet reject(CheckedSheet checked) {
        jdbc.update("delete from " + form.table() + " where submission_id = ?", submission);
        RowCounts rows = checked.rows().refused();
        sheets.count(submission, rows);
        findings.store(submission, checked);
        return new FiledSheet(SheetState.REJECTED, rows, checked.findings());
    }

    private FiledSheet accept(CheckedSheet checked, boolean alone) {
        takeBack(checked.takenBack());
        RowCounts rows = checked.rows();
        if (rowsWhere(answer -> true) != rows.accepted()) {
            throw new IllegalStateException(
                    rowsWhere(answer -> true) + " rows were written, but " + rows.accepted() + " accepted");
        }
        Versions versions = Versions.of(sheets, form, sender.code(), period, batch, receivedAt);
        SheetState state = checked.state();
        sheets.count(submission, rows);
        sheets.accept(
                submission,
                new Accepted(
                        sender.region(),
                        versions.nextNumber(),
                        state.word(),
                        rowsWhere(Answer::answered),
                        rowsWhere(Answer::caseByChoice),
                        highest(),
                        content.hash(),
                        content.rowsHash(),
                        versions.after().map(Version::receivedAt).orElse(null)));
        versions.before().ifPresent(version -> sheets.supersede(version.id(), receivedAt));
        findings.store(submission, checked);

        List<Finding> found = new ArrayList<>(checked.findings());
        List<Finding> besideOthers = versions.findings(sheetName, rows, content, new StoredPersons(jdbc), alone);
        findings.store(submission, besideOthers);
        found.addAll(besideOthers);
        return new FiledSheet(state, rows, found);
    }

    private void takeBack(SortedSet<Integer> rows) {
        rowsByAnswer.values().forEach(kept -> rows.forEach(kept::clear));
        content.takeBack(rows);
        jdbc.batchUpdate(
                "delete from " + form.table() + " where submission_id = ? and source_row = ?",
                rows.stream().map(row -> new Object[] {submission, row}).toList());
    }

    private int rowsWhere(Predicate<Answer> wanted) {
        // One row of a sheet may give several answers, by groups of headings; it is one row all the same.
        BitSet rows = new BitSet();
        rowsByAnswer.forEach((answer, ofAnswer) -> {
            if (wanted.test(answer)) {
                rows.or(ofAnswer);
            }
        });
        return rows.cardinality();
    }

    private @Nullable BigDecimal highest() {
        return rowsByAnswer.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .flatMap(entry -> Stream.ofNullable(entry.getKey().highest()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
