package lingbao.aggregate;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.Column;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.catalogue.StateReport;
import lingbao.domain.FindingCode;
import lingbao.register.Registers;
import lingbao.store.DerivedTables;
import lingbao.testing.RegisterSheets;
import lingbao.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** One day's registers and sheets, put into the tables with plain SQL: what the questions find, no class of ours wrote. */
final class StoredDay {

    static final Catalogue CATALOGUE = new CatalogueReader().read(new DeclaredFiles(null));

    static final StateReport REPORT =
            (StateReport) requireNonNull(CATALOGUE.reports().get("zero-report"));

    static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    /** The evening of the next day: every sheet of the tests is in. */
    static final Instant CUT_OFF = at("2020-06-18T20:00:00");

    private final TestDatabase database;
    private final Catalogue catalogue;
    private final Registers registers;

    private StoredDay(TestDatabase database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
        this.registers = new Registers(
                catalogue,
                database.session(),
                new TransactionTemplate(database.transactions()),
                UnaryOperator.identity(),
                UnaryOperator.identity());
        new DerivedTables(database.database(), database.dataSource())
                .prepare(catalogue.forms().values());
    }

    /** Whatever stood in the database before is gone. */
    static StoredDay afresh(TestDatabase database) {
        return afresh(database, CATALOGUE);
    }

    static StoredDay afresh(TestDatabase database, Catalogue catalogue) {
        CATALOGUE.forms().values().forEach(form -> database.jdbc().execute("drop table if exists " + form.table()));
        for (String table : List.of(
                "edition",
                "finding",
                "submission",
                "received_file",
                "region",
                "institution",
                "institution_opening",
                "company")) {
            database.jdbc().execute("delete from " + table);
        }
        return new StoredDay(database, catalogue);
    }

    /** In Asia/Shanghai. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    Registers registers() {
        return registers;
    }

    ReportContents contents() {
        return new ReportContents(catalogue, registers, database.session());
    }

    /** @param lines code,name,parent,level,policy */
    StoredDay regions(String... lines) {
        return loaded(registers
                .loadRegions(rows("regions", "code,name,parent,level,policy", lines), DAY)
                .problems());
    }

    /** @param lines code,name,kind,region,openedOn,closedOn */
    StoredDay institutions(String... lines) {
        return loaded(registers
                .loadInstitutions(rows("institutions", "code,name,kind,region,openedOn,closedOn", lines), DAY)
                .problems());
    }

    /** @param lines credit code,name,region; registered since ever */
    StoredDay companies(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split(",");
            database.jdbc()
                    .update(
                            "insert into company (credit_code, name, region, valid_from) values (?, ?, ?, '1900-01-01')",
                            cells[0],
                            cells[1],
                            cells[2]);
        }
        return this;
    }

    /** Accepted, at a clock time of the day or at a full local time; it takes the place of the one before. */
    StoredDay sheet(String form, String institution, String received, String... rows) {
        return sheet(form, institution, received, rows.length, rows);
    }

    /** With a number of answered rows of its own. */
    StoredDay sheet(String form, String institution, String received, int answeredRows, String... rows) {
        return sheet(DAY, form, institution, received, answeredRows, rows);
    }

    /** Of a period that begins on another day. */
    StoredDay sheetOf(LocalDate periodStart, String form, String institution, String received, String... rows) {
        return sheet(periodStart, form, institution, received, rows.length, rows);
    }

    private StoredDay sheet(
            LocalDate periodStart, String form, String institution, String received, int answeredRows, String... rows) {
        LocalDateTime receivedAt = utc(received);
        if (!declared(form).batches()) {
            supersede(periodStart, form, institution, receivedAt);
        }
        List<Map<String, String>> cells =
                Arrays.stream(rows).map(StoredDay::cells).toList();
        long submission =
                submission(periodStart, form, institution, receivedAt, "accepted", rows.length, answeredRows, cells);
        for (int row = 0; row < rows.length; row++) {
            insert(declared(form), submission, row + 2, institution, periodStart, cells.get(row));
        }
        return this;
    }

    private Form declared(String form) {
        return requireNonNull(catalogue.forms().get(form));
    }

    private void supersede(LocalDate periodStart, String form, String institution, LocalDateTime receivedAt) {
        database.jdbc()
                .update(
                        "update submission set superseded_at = ? where form = ? and institution = ? and period_start = ?"
                                + " and superseded_at is null and state <> 'rejected'",
                        receivedAt,
                        form,
                        institution,
                        periodStart);
    }

    /** @param row of its error; 0 for the whole sheet */
    StoredDay refused(String form, String institution, String received, FindingCode code, int row, String... details) {
        long submission = submission(DAY, form, institution, utc(received), "rejected", 0, 0, List.of());
        database.jdbc()
                .update(
                        "insert into finding (received_file, submission_id, code, severity, row_no, column_no, details)"
                                + " select received_file, id, ?, 'error', ?, 0, ? from submission where id = ?",
                        code.name(),
                        row,
                        String.join("\u001f", details),
                        submission);
        return this;
    }

    private StoredDay loaded(List<?> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return this;
    }

    private List<lingbao.validate.CheckedRow> rows(String register, String heading, String... lines) {
        List<String> all = new ArrayList<>(List.of(heading));
        all.addAll(List.of(lines));
        return RegisterSheets.rows(requireNonNull(catalogue.registers().get(register)), all.toArray(String[]::new));
    }

    private static LocalDateTime utc(String received) {
        return LocalDateTime.ofInstant(at(received.contains("T") ? received : DAY + "T" + received), ZoneOffset.UTC);
    }

    private static Map<String, String> cells(String row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String cell : row.split(" ")) {
            cells.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        return cells;
    }

    private long submission(
            LocalDate periodStart,
            String form,
            String institution,
            LocalDateTime receivedAt,
            String state,
            int rows,
            int answeredRows,
            List<Map<String, String>> cells) {
        String receipt = UUID.randomUUID().toString().substring(0, 32);
        database.jdbc()
                .update(
                        "insert into received_file (receipt, sha256, sealed_file_name, bytes, received_at, migrated)"
                                + " values (?, ?, 'x', 1, ?, 0)",
                        receipt,
                        "0".repeat(64),
                        receivedAt);
        Long file =
                database.jdbc().queryForObject("select id from received_file where receipt = ?", Long.class, receipt);
        boolean rejected = state.equals("rejected");
        Integer version = rejected
                ? null
                : database.jdbc()
                        .queryForObject(
                                "select coalesce(max(version), 0) + 1 from submission where form = ? and institution = ?"
                                        + " and period_start = ?",
                                Integer.class,
                                form,
                                institution,
                                periodStart);
        long cases = cells.stream()
                .filter(row -> !row.getOrDefault("symptoms", "|无|").equals("|无|"))
                .count();
        @Nullable
        Double highest = cells.stream()
                .flatMap(row -> row.entrySet().stream())
                .filter(cell -> cell.getKey().endsWith("Temperature"))
                .map(cell -> Double.valueOf(cell.getValue()))
                .max(Double::compare)
                .orElse(null);
        database.jdbc()
                .update(
                        "insert into submission (received_file, form, institution, region, period_start, version, state,"
                                + " rows_seen, rows_accepted, rows_rejected, rows_ignored, answered_rows, case_rows,"
                                + " highest, received_at) values (?, ?, ?, 'anywhere', ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)",
                        file,
                        form,
                        institution,
                        periodStart,
                        version,
                        state,
                        rows,
                        rows,
                        answeredRows,
                        cases,
                        highest,
                        receivedAt);
        return requireNonNull(
                database.jdbc().queryForObject("select id from submission where received_file = ?", Long.class, file));
    }

    private void insert(
            Form form, long submission, int row, String institution, LocalDate periodStart, Map<String, String> cells) {
        List<String> columns = new ArrayList<>(List.of("submission_id", "source_row", "institution", "period_start"));
        List<Object> values = new ArrayList<>(List.of(submission, row, institution, periodStart));
        cells.forEach((id, value) -> {
            columns.add(form.column(id).map(Column::sqlName).orElse(id));
            values.add(value);
        });
        database.jdbc()
                .update(
                        "insert into " + form.table() + " (" + String.join(", ", columns) + ") values ("
                                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")",
                        values.toArray());
    }
}
