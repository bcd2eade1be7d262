package lingbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Masking;
import lingbao.domain.Period;
import lingbao.seal.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads stored rows back. */
public final class Rows {

    private static final int ENGINE_COLUMNS = 6;

    private final JdbcTemplate jdbc;
    private final Seal seal;

    public Rows(Database database, DataSource dataSource, Seal seal) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(database.streamingFetchSize());
        this.seal = seal;
    }

    /**
     * Hands on the rows of all current versions, by institution, period and row, one at a time. The consumer must not ask
     * the database anything in between.
     *
     * @param from the first day on which a period may start
     * @param to the last
     * @param institutions codes; null for all
     */
    public void export(
            Form form,
            LocalDate from,
            LocalDate to,
            @Nullable Collection<String> institutions,
            Consumer<StoredRow> consumer) {
        if (institutions != null && institutions.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>(List.of(form.id(), from, to));
        if (institutions != null) {
            parameters.addAll(institutions);
        }
        jdbc.query(
                select(form, institutions == null ? 0 : institutions.size()),
                row -> {
                    consumer.accept(storedRow(form, row));
                },
                parameters.toArray());
    }

    private static String select(Form form, int institutions) {
        return "select s.institution, s.period_start, f.receipt, f.sealed_file_name, s.sheet_name, d.source_row"
                + form.columns().stream()
                        .map(column -> ", d." + FormTable.nameOf(column))
                        .collect(Collectors.joining())
                + " from submission s"
                + " join received_file f on f.id = s.received_file"
                + " join " + form.table() + " d on d.submission_id = s.id"
                + " where s.form = ? and s.period_start between ? and ?"
                + " and s.version is not null and s.superseded_at is null"
                + (institutions == 0
                        ? ""
                        : " and s.institution in (" + String.join(", ", Collections.nCopies(institutions, "?")) + ")")
                + " order by s.institution, s.period_start, s.id, d.source_row"
                + (form.groups() == null
                        ? ""
                        : ", d." + FormTable.nameOf(form.columns().get(form.indexOf(form.groups()))));
    }

    private StoredRow storedRow(Form form, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        int index = ENGINE_COLUMNS;
        for (Column column : form.columns()) {
            values.add(StoredValue.shown(column, row, ++index, seal));
        }
        return new StoredRow(
                row.getString(1),
                new Period(form.period(), row.getObject(2, LocalDate.class)),
                row.getString(3),
                Masking.strayNumbers(seal.unseal(row.getString(4))),
                row.getString(5),
                row.getInt(6),
                values);
    }
}
