package lingbao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.seal.Seal;
import lingbao.store.SubmissionMapper.Last;
import lingbao.store.SubmissionMapper.SheetKey;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a sender's next sheet begins with: the carried-over columns of the last one that counts. They are given in clear, the
 * personal ones too, to be written into that sender's own file and nowhere else.
 */
public final class LastSheets {

    private final SubmissionMapper sheets;
    private final JdbcTemplate jdbc;
    private final Seal seal;

    public LastSheets(DataSource dataSource, SqlSession session, Seal seal) {
        this.sheets = session.getMapper(SubmissionMapper.class);
        this.jdbc = new JdbcTemplate(dataSource);
        this.seal = seal;
    }

    /**
     * @param rows in the order of the sheet, none twice; each with one value for each of the form's columns, in its order:
     *     null where it is not carried over, or blank
     * @param rowsLeftOut the sheet's rows that are not among them because they were rejected, or nobody answered them
     */
    public record LastSheet(Period period, List<List<@Nullable String>> rows, int rowsLeftOut) {}

    /** The last one before the period; empty where there is none, or the form carries nothing over. */
    public Optional<LastSheet> before(Form form, Sender sender, Period period) {
        if (form.carriedOver().isEmpty()) {
            return Optional.empty();
        }
        return sheets.lastBefore(new SheetKey(form.id(), sender.code(), period.start()))
                .map(last -> new LastSheet(
                        new Period(form.period(), last.periodStart()), rows(form, last), last.rowsLeftOut()));
    }

    /** A column that was declared after the sheet came may not be in the table yet: it is blank then. */
    private List<List<@Nullable String>> rows(Form form, Last last) {
        Set<List<@Nullable String>> rows = new LinkedHashSet<>();
        jdbc.query(
                "select * from " + form.table() + " where submission_id = ? order by source_row",
                row -> {
                    List<@Nullable String> values = values(form, row);
                    if (values.stream().anyMatch(Objects::nonNull)) {
                        rows.add(values);
                    }
                },
                last.id());
        return List.copyOf(rows);
    }

    private List<@Nullable String> values(Form form, ResultSet row) throws SQLException {
        Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int index = 1; index <= row.getMetaData().getColumnCount(); index++) {
            there.add(row.getMetaData().getColumnName(index));
        }
        List<@Nullable String> values = new ArrayList<>();
        for (Column column : form.columns()) {
            String name = FormTable.nameOf(column);
            boolean carried = form.carriedOver().contains(column.id()) && there.contains(name);
            @Nullable String stored = carried ? row.getString(name) : null;
            values.add(stored != null && column.personal() ? seal.unseal(stored) : stored);
        }
        return values;
    }
}
