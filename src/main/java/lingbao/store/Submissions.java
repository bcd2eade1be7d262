package lingbao.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import lingbao.seal.Seal;
import lingbao.upload.Received;
import org.apache.ibatis.session.SqlSession;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files what came: first its receipt, in a transaction of its own; then its sheets, all in one transaction of the caller's.
 * Older versions stay, with the moment at which they stopped counting.
 */
public final class Submissions {

    /** Without I, L, O and U: a receipt is read out on the telephone. */
    private static final String RECEIPT_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Of 5 bits each: 120 bits can't be guessed. */
    private static final int RECEIPT_LENGTH = 24;

    private final JdbcTemplate jdbc;
    private final ReceivedFileMapper files;
    private final SubmissionMapper sheets;
    private final TransactionTemplate ownTransaction;
    private final Seal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param session takes part in the transactions of {@code transactions}, as the connections of {@code dataSource} do
     */
    public Submissions(
            DataSource dataSource,
            SqlSession session,
            PlatformTransactionManager transactions,
            Seal seal,
            Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.files = session.getMapper(ReceivedFileMapper.class);
        this.sheets = session.getMapper(SubmissionMapper.class);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Gives the file its receipt, at once and for good. A file that came before under the same name and was never answered,
     * because a process died, goes on with the receipt and the time that it had.
     */
    public ReceivedFile received(Received file) {
        ReceivedFile received =
                ownTransaction.execute(status -> unanswered(file).orElseGet(() -> register(file)));
        return java.util.Objects.requireNonNull(received);
    }

    private Optional<ReceivedFile> unanswered(Received file) {
        return files.unjudged(file.sha256(), file.migrated()).stream()
                .filter(before -> seal.unseal(before.sealedFileName()).equals(file.fileName()))
                .filter(before -> !file.migrated() || before.receivedAt().equals(file.receivedAt()))
                .map(before -> new ReceivedFile(before.id(), before.receipt(), before.sha256(), before.receivedAt()))
                .findFirst();
    }

    private ReceivedFile register(Received file) {
        String receipt = newReceipt();
        files.insert(
                receipt, file.sha256(), seal.seal(file.fileName()), file.bytes(), file.receivedAt(), file.migrated());
        return files.byReceipt(receipt);
    }

    private String newReceipt() {
        StringBuilder receipt = new StringBuilder("R");
        for (int i = 0; i < RECEIPT_LENGTH; i++) {
            receipt.append(RECEIPT_CHARACTERS.charAt(random.nextInt(RECEIPT_CHARACTERS.length())));
        }
        return receipt.toString();
    }

    /**
     * Begins to file what is in it, within the caller's transaction: all of it counts at the commit, or nothing does. Whoever
     * files the same file at the same time waits here, and goes on under another receipt.
     *
     * @throws IllegalStateException outside a transaction
     */
    public Filing file(ReceivedFile received) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a file is filed within a transaction");
        }
        ReceivedFile file = received;
        if (files.judgedAtForUpdate(received.id()) != null) {
            String receipt = newReceipt();
            files.insertAgain(received.id(), receipt);
            file = files.byReceipt(receipt);
        }
        return new Filing(file, files, sheets, jdbc, seal, clock);
    }
}
