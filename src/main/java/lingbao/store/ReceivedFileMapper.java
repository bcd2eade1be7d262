package lingbao.store;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The files that came. */
interface ReceivedFileMapper {

    void insert(
            @Param("receipt") String receipt,
            @Param("sha256") String sha256,
            @Param("sealedFileName") String sealedFileName,
            @Param("bytes") long bytes,
            @Param("receivedAt") Instant receivedAt,
            @Param("migrated") boolean migrated);

    ReceivedFile byReceipt(String receipt);

    /** Those of these bytes that were never answered, oldest first. */
    List<Unjudged> unjudged(@Param("sha256") String sha256, @Param("migrated") boolean migrated);

    record Unjudged(long id, String receipt, String sha256, Instant receivedAt, String sealedFileName) {}

    /** Holds the row to the end of the transaction. */
    @Nullable
    Instant judgedAtForUpdate(long id);

    /** The same file once more, under another receipt. */
    void insertAgain(@Param("id") long id, @Param("receipt") String receipt);

    void judge(@Param("id") long id, @Param("state") String state, @Param("judgedAt") Instant judgedAt);
}
