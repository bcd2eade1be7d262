package lingbao.read;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lingbao.catalogue.FileRules;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * Has every {@code .xls} parsed by a process of its own: POI holds such a file in memory as a whole, and a damaged one can
 * take all the memory and all the time there is. The process is used again for the next file; one that dies or takes too
 * long is ended, its file is answered for, and the next file gets a new one. It is given bytes and gives bytes; it opens no
 * file.
 */
final class XlsParser implements AutoCloseable {

    /** The exit status of a Java process whose heap is full, where it was told to end then. */
    private static final int HEAP_FULL = 3;

    /** Each process its own, so that one can tell what it left. */
    static final String SPOOL = "lingbao-xls-" + ProcessHandle.current().pid() + "-";

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** As slowly as a file may come to be parsed before it is believed to be made so. */
    private static final long BYTES_A_SECOND = 16L << 20;

    /** How many times slower a machine may be for all else that it does, before a file is given up. */
    private static final int BUSY = 6;

    /** However many readers there are, one process of this kind is enough; it ends when this one does. */
    static final XlsParser OF_THIS_PROCESS = new XlsParser(command(XlsWorker.class, Limits.PARSER_HEAP));

    private final List<String> command;
    private @Nullable Worker worker;

    /** @param command what starts a process that speaks as {@link XlsWorker} does */
    XlsParser(List<String> command) {
        this.command = List.copyOf(command);
    }

    static List<String> command(Class<?> main, int heapMebibytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The classes that this process has mapped serve the other one, too.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:SharedArchiveFile="))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx" + heapMebibytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        return command;
    }

    /** @throws UnreadableFileException with the reason, whatever is wrong with the file, or with the process that parsed it */
    synchronized Book open(Path content, Limits limits, FileRules rules) throws IOException {
        long bytes = Files.size(content);
        UnreadableFileException.unlessWithin("文件的字节数", bytes, limits.binaryWorkbookBytes());
        // Where the system can, a file that goes when it is closed has no name from now on: a killed process leaves
        // none.
        FileChannel spool = FileChannel.open(
                Files.createTempFile(SPOOL, ".rows"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Finding refused = parsed(new Asked(content, bytes, limits, rules, spool));
            if (refused != null) {
                throw new UnreadableFileException(refused);
            }
            return BookSpool.open(spool);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** One file, and where its rows go. */
    private record Asked(Path content, long bytes, Limits limits, FileRules rules, FileChannel spool) {

        Duration time() {
            return limits.parserTime().plusSeconds(bytes / BYTES_A_SECOND);
        }
    }

    private @Nullable Finding parsed(Asked asked) throws IOException {
        Worker living = worker;
        if (living != null) {
            try {
                return answer(living, asked);
            } catch (NotTakenException e) {
                // It ended while nobody asked anything of it.
                end(living);
            }
        }
        Worker fresh = Worker.started(command, START);
        worker = fresh;
        try {
            return answer(fresh, asked);
        } catch (NotTakenException e) {
            end(fresh);
            throw new IllegalStateException("读取 .xls 的进程启动后就退出了，文件没有读取", e);
        }
    }

    private @Nullable Finding answer(Worker worker, Asked asked) throws NotTakenException {
        try {
            return worker.within(asked.time(), () -> worker.parse(asked));
        } catch (TimeoutException e) {
            end(worker);
            return Finding.ofFile(
                    FindingCode.TOO_LARGE,
                    "读取所需的时间",
                    "超过 " + asked.time().toSeconds() + " 秒",
                    asked.time().toSeconds() + " 秒");
        } catch (DiedException e) {
            boolean heapFull = worker.exitStatus() == HEAP_FULL;
            end(worker);
            return heapFull
                    ? Finding.ofFile(
                            FindingCode.TOO_LARGE,
                            "读取所需的内存",
                            "超过 " + Limits.PARSER_HEAP + " MB",
                            Limits.PARSER_HEAP + " MB")
                    : Finding.ofFile(FindingCode.CORRUPT, "内容无法解析");
        }
    }

    private void end(Worker ended) {
        ended.end();
        if (worker == ended) {
            worker = null;
        }
    }

    /** Ends the process, where one was needed. */
    @Override
    public synchronized void close() {
        if (worker != null) {
            end(worker);
        }
    }

    /** The process was gone before it took the file. */
    private static final class NotTakenException extends Exception {

        private static final long serialVersionUID = 1L;

        NotTakenException(Throwable cause) {
            super(cause);
        }
    }

    /** The process went while it worked on the file. */
    private static final class DiedException extends Exception {

        private static final long serialVersionUID = 1L;

        DiedException(Throwable cause) {
            super(cause);
        }
    }

    private interface Asking {
        @Nullable
        Finding answered() throws IOException, NotTakenException, DiedException;
    }

    private static final class Worker {

        private final Process process;
        private final DataOutputStream to;
        private final DataInputStream from;
        private final ExecutorService waiting = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "lingbao-xls");
            thread.setDaemon(true);
            return thread;
        });

        private Worker(Process process) {
            this.process = process;
            this.to = new DataOutputStream(process.getOutputStream());
            this.from = new DataInputStream(process.getInputStream());
        }

        static Worker started(List<String> command, Duration time) throws IOException {
            // What a library says of a file may hold what stands in its cells.
            Worker worker = new Worker(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            try {
                worker.within(time, () -> {
                    worker.expect(XlsWorker.READY);
                    return null;
                });
                return worker;
            } catch (TimeoutException | NotTakenException | DiedException e) {
                worker.end();
                throw new IllegalStateException("读取 .xls 的进程无法启动，文件没有读取", e);
            }
        }

        /**
         * Waits while the process works no longer than it may. Its own time counts where the system tells it: on a busy
         * machine an honest file takes its while, too.
         */
        @Nullable
        Finding within(Duration time, Asking asking) throws TimeoutException, NotTakenException, DiedException {
            Future<@Nullable Finding> answer = waiting.submit(asking::answered);
            Duration before = timeWorked();
            long asked = System.nanoTime();
            try {
                while (true) {
                    try {
                        return answer.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    } catch (TimeoutException e) {
                        Duration passed = Duration.ofNanos(System.nanoTime() - asked);
                        if (timeWorked().minus(before).compareTo(time) > 0
                                || passed.compareTo(time.multipliedBy(BUSY)) > 0) {
                            throw e;
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end();
                throw new IllegalStateException("读取被中断，文件没有读取", e);
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof NotTakenException notTaken) {
                    throw notTaken;
                }
                if (cause instanceof DiedException died) {
                    throw died;
                }
                end();
                if (cause instanceof IOException io) {
                    throw new UncheckedIOException("临时目录无法写入，文件没有读取", io);
                }
                throw new IllegalStateException(cause);
            }
        }

        private Duration timeWorked() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        private void expect(int word) throws NotTakenException {
            try {
                if (from.readByte() != word) {
                    throw new IOException("another word than expected");
                }
            } catch (IOException e) {
                throw new NotTakenException(e);
            }
        }

        @Nullable
        Finding parse(Asked asked) throws IOException, NotTakenException, DiedException {
            try (InputStream bytes = Files.newInputStream(asked.content())) {
                hand(asked, bytes);
            }
            expect(XlsWorker.TAKEN);
            return answered(Channels.newOutputStream(asked.spool()));
        }

        private void hand(Asked asked, InputStream bytes) throws NotTakenException {
            try {
                XlsWorker.write(asked.limits(), asked.rules(), to);
                to.writeInt((int) asked.bytes());
                if (bytes.transferTo(to) != asked.bytes()) {
                    throw new EOFException("the file changed while it was read");
                }
                to.flush();
            } catch (IOException e) {
                throw new NotTakenException(e);
            }
        }

        private @Nullable Finding answered(OutputStream rows) throws IOException, DiedException {
            byte[] piece = new byte[XlsWorker.PIECE];
            while (true) {
                int length;
                try {
                    length = from.readInt();
                    if (length == XlsWorker.WHOLE) {
                        return null;
                    }
                    if (length == XlsWorker.REFUSED) {
                        return BookSpool.readFinding(from);
                    }
                    if (length < 0 || length > piece.length) {
                        throw new IOException("a word that no worker says");
                    }
                    from.readFully(piece, 0, length);
                } catch (IOException e) {
                    throw new DiedException(e);
                }
                rows.write(piece, 0, length);
            }
        }

        int exitStatus() {
            try {
                return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }

        void end() {
            process.destroyForcibly();
            waiting.shutdownNow();
            exitStatus();
        }
    }
}
