package lingbao.run;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.SheetState;
import lingbao.read.UnreadableFileException;
import lingbao.run.SheetFiles.SheetFile;
import lingbao.store.Filing;
import lingbao.store.ReceivedFile;
import lingbao.store.Submissions;
import lingbao.upload.NotReceivedException;
import lingbao.upload.Received;
import lingbao.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in, one transaction a file: its bytes are made safe, then it is read, checked and stored as one stream, and
 * answered once that is durable. A file that can't be read is answered too and never stops the others.
 */
final class IngestJob {

    /**
     * Files that came together.
     *
     * @param copies where marked copies go; null where none are asked for
     * @param answered is told of each file's answers, when they are durable
     */
    record Batch(
            List<SheetFile> files,
            Intake.Asked asked,
            @Nullable MarkedCopies copies,
            Consumer<List<SheetAnswer>> answered) {

        /** Without marked copies. */
        Batch(List<SheetFile> files, Intake.Asked asked, Consumer<List<SheetAnswer>> answered) {
            this(files, asked, null, answered);
        }
    }

    private final JobOperator operator;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate savepoint;
    private final Uploads uploads;
    private final Submissions submissions;
    private final Intake intake;
    private final FaultLog faults;

    IngestJob(
            JobOperator operator,
            JobRepository repository,
            PlatformTransactionManager transactions,
            Uploads uploads,
            Submissions submissions,
            Intake intake,
            FaultLog faults) {
        this.operator = operator;
        this.repository = repository;
        this.transactions = transactions;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.uploads = uploads;
        this.submissions = submissions;
        this.intake = intake;
        this.faults = faults;
    }

    /**
     * Runs to the end.
     *
     * @throws CommandFault where the database gave up on the way; what was answered stays, the rest can be sent again
     */
    void run(Batch batch) {
        JobExecution execution;
        try {
            execution = operator.start(
                    new JobBuilder("IngestJob", repository).start(takeIn(batch)).build(),
                    new JobParametersBuilder()
                            .addString("batch", UUID.randomUUID().toString())
                            .toJobParameters());
        } catch (Exception e) {
            throw new IllegalStateException("the ingest job did not start; nothing was taken in", e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            String number = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .map(faults::record)
                    .orElse("无");
            throw new CommandFault("接收中断（编号 " + number + "）：已给出回执的文件有效，其余的请重新运行同一命令。");
        }
    }

    private Step takeIn(Batch batch) {
        Iterator<SheetFile> files = batch.files().iterator();
        return new StepBuilder("take-in", repository)
                .<SheetFile, SheetFile>chunk(1)
                .transactionManager(transactions)
                .reader(() -> files.hasNext() ? files.next() : null)
                .writer(chunk -> takeIn(batch, chunk))
                .build();
    }

    private void takeIn(Batch batch, Chunk<? extends SheetFile> chunk) {
        for (SheetFile file : chunk) {
            Received received;
            try {
                received = uploads.keep(file.path(), file.receivedAt());
            } catch (NotReceivedException e) {
                answer(batch, List.of(SheetAnswer.refusedFile(file.shown(), null, null, List.of(e.finding()))));
                continue;
            }
            AfterCommit told = new AfterCommit(batch, file, received);
            // First of all: whatever becomes of the transaction, the clear bytes go when it is over.
            TransactionSynchronizationManager.registerSynchronization(told);
            told.answers = judge(batch, file, received, submissions.received(received));
        }
    }

    private static void answer(Batch batch, List<SheetAnswer> answers) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                batch.answered().accept(answers);
            }
        });
    }

    /** Marks and answers what is durable, and lets the clear bytes go. */
    private final class AfterCommit implements TransactionSynchronization {

        private final Batch batch;
        private final SheetFile file;
        private final Received received;
        private List<SheetAnswer> answers = List.of();

        AfterCommit(Batch batch, SheetFile file, Received received) {
            this.batch = batch;
            this.file = file;
            this.received = received;
        }

        @Override
        public void afterCommit() {
            MarkedCopies copies = batch.copies();
            batch.answered()
                    .accept(copies == null ? answers : copies.annotated(received, file, batch.asked(), false, answers));
        }

        @Override
        public void afterCompletion(int status) {
            uploads.forget(received);
        }
    }

    private List<SheetAnswer> judge(Batch batch, SheetFile file, Received received, ReceivedFile entry) {
        try {
            return Objects.requireNonNull(savepoint.execute(status ->
                    intake.take(received, file.shown(), batch.asked(), false, new Storing(submissions.file(entry)))));
        } catch (UnreadableFileException e) {
            return refuse(file, received, entry, e.finding());
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            // The database is at fault, not the file: nothing may be answered.
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return refuse(file, received, entry, Finding.ofFile(FindingCode.PROCESSING_FAILED, faults.record(e)));
        }
    }

    private List<SheetAnswer> refuse(SheetFile file, Received received, ReceivedFile entry, Finding finding) {
        Filing filing = submissions.file(entry);
        String receipt = filing.finish(SheetState.REJECTED, List.of(finding));
        return List.of(SheetAnswer.refusedFile(file.shown(), received.sha256(), receipt, List.of(finding)));
    }
}
