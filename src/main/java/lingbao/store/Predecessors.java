package lingbao.store;

import java.time.Instant;
import java.util.List;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.RowCounts;
import lingbao.domain.Sender;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Looks at the versions that a sheet would replace or stand beside, and changes nothing. */
public final class Predecessors {

    private final SubmissionMapper sheets;

    public Predecessors(SqlSession session) {
        this.sheets = session.getMapper(SubmissionMapper.class);
    }

    /**
     * What {@link SheetWriter#finish} would add to the findings of a sheet because of those received before.
     *
     * @param sheetName null for a CSV
     */
    public List<Finding> findings(
            Form form,
            @Nullable String sheetName,
            Sender sender,
            Period period,
            @Nullable Integer batch,
            Instant receivedAt,
            RowCounts rows) {
        return Versions.of(sheets, form, sender.code(), period, batch, receivedAt)
                .findings(sheetName, rows);
    }
}
