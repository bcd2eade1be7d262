package lingbao.store;

import java.time.Instant;
import java.util.Optional;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.RowCounts;
import lingbao.domain.Sender;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Looks at the version that a sheet would replace, and changes nothing. */
public final class Predecessors {

    private final SubmissionMapper sheets;

    public Predecessors(SqlSession session) {
        this.sheets = session.getMapper(SubmissionMapper.class);
    }

    /**
     * What {@link SheetWriter#finish} would say of a sheet with fewer rows than the version that it replaces.
     *
     * @param sheetName null for a CSV
     */
    public Optional<Finding> fewerRows(
            Form form,
            @Nullable String sheetName,
            Sender sender,
            Period period,
            @Nullable Integer batch,
            Instant receivedAt,
            RowCounts rows) {
        return Versions.of(sheets, form, sender.code(), period, batch, receivedAt)
                .fewerRows(sheetName, rows);
    }
}
