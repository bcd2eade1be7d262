package lingbao.store;

import java.util.List;
import javax.sql.DataSource;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.seal.Seal;
import lingbao.store.SubmissionMapper.SheetKey;
import lingbao.upload.Received;
import lingbao.validate.CheckedSheet;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at the versions that a sheet would replace or follow, and changes nothing. */
public final class Predecessors {

    /** In place of the number of a file that has none. */
    private static final long NOT_KEPT = 0;

    private final SubmissionMapper sheets;
    private final Seal seal;

    private final StoredPersons persons;

    public Predecessors(DataSource dataSource, SqlSession session, Seal seal) {
        this.persons = new StoredPersons(new JdbcTemplate(dataSource));
        this.sheets = session.getMapper(SubmissionMapper.class);
        this.seal = seal;
    }

    /** Takes the rows of a sheet, to be held against earlier ones. */
    public SheetContent content(Form form, Sender sender) {
        return new SheetContent(form, sender.code(), seal);
    }

    /**
     * What {@link SheetWriter#finish} would say of a sheet beside those received before. Nothing of one whose very bytes
     * count already: it would be a duplicate, and not be filed.
     *
     * @param sheetName null for a CSV
     * @param content of all rows that were handed on as accepted
     * @param alone whether its file holds no other sheet of a form
     */
    public List<Finding> findings(
            Form form,
            @Nullable String sheetName,
            Sender sender,
            Period period,
            @Nullable Integer batch,
            Received received,
            CheckedSheet checked,
            SheetContent content,
            boolean alone) {
        SheetKey key = new SheetKey(form.id(), sender.code(), period.start());
        if (sheets.currentReceipt(key, received.sha256(), NOT_KEPT).isPresent()) {
            return List.of();
        }
        content.takeBack(checked.takenBack());
        return Versions.of(sheets, form, sender.code(), period, batch, received.receivedAt())
                .findings(sheetName, checked.rows(), content, persons, alone);
    }
}
