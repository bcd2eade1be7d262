package lingbao.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The sheets that came, their versions, and what was found in them. */
interface SubmissionMapper {

    /** Makes everybody else who files a sheet of this institution wait for the end of the transaction. */
    void holdSender(String institution);

    /** What tells the versions of one sheet apart from all others. */
    record SheetKey(String form, String institution, LocalDate periodStart) {}

    Optional<String> currentReceipt(
            @Param("key") SheetKey key, @Param("sha256") String sha256, @Param("exceptFile") long exceptFile);

    /** The accepted versions, in the order in which they were received. */
    List<Version> versions(SheetKey key);

    /**
     * @param batch null where the sheet says none
     * @param rowsHash null where no row was accepted
     */
    record Version(
            long id,
            int version,
            @Nullable Integer batch,
            Instant receivedAt,
            int rowsAccepted,
            @Nullable String rowsHash) {}

    /** The sheets for the days from one on, before the sheet's own, that counted at a moment; the newest day first. */
    List<Earlier> earlier(@Param("key") SheetKey key, @Param("from") LocalDate from, @Param("at") Instant at);

    /** @param contentHash null where nothing of it is compared */
    record Earlier(
            LocalDate periodStart,
            int rowsAccepted,
            @Nullable String contentHash) {}

    /** The sheet that counts for the last period before the key's of which any row was accepted. */
    Optional<Last> lastBefore(SheetKey key);

    /** @param rowsLeftOut those that were rejected, or not answered */
    record Last(long id, LocalDate periodStart, int rowsLeftOut) {}

    /** A sheet as refused: what it stays unless it is {@linkplain #accept accepted}. */
    void insert(@Param("newId") NewId newId, @Param("sheet") NewSheet sheet);

    /** Takes the number that the database gives to a new row. */
    final class NewId {
        long id;
    }

    record NewSheet(
            long receivedFile,
            @Nullable String sheetName,
            String form,
            @Nullable String institution,
            @Nullable LocalDate periodStart,
            @Nullable Integer batch,
            Instant receivedAt) {}

    void count(@Param("id") long id, @Param("rows") RowCounts rows);

    void accept(@Param("id") long id, @Param("accepted") Accepted accepted);

    /**
     * @param highest null where no row has one
     * @param supersededAt null where it is the current version
     */
    record Accepted(
            String region,
            int version,
            String state,
            int answeredRows,
            int caseRows,
            @Nullable BigDecimal highest,
            @Nullable String contentHash,
            @Nullable String rowsHash,
            @Nullable Instant supersededAt) {}

    void supersede(@Param("id") long id, @Param("at") Instant at);

    void insertFindings(@Param("findings") List<FindingRow> findings);

    /** @param details parted by the unit separator */
    record FindingRow(
            long receivedFile,
            @Nullable Long submissionId,
            String code,
            String severity,
            @Nullable String sheetName,
            int rowNo,
            int columnNo,
            @Nullable String columnId,
            @Nullable String typed,
            String details) {}

    void insertIgnored(@Param("submissionId") long submissionId, @Param("rows") List<IgnoredRow> rows);
}
