package lingbao.hostile;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.damage.Account;
import lingbao.run.CheckLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has files answered one after the other by one line, and measures each answer. */
final class Meter implements AutoCloseable {

    static final long GROWTH_ALLOWED = 32L << 20;

    private static final String ANSWERING = "answering";
    private static final Duration HANGS = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
            .toList();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CheckLine line = new CheckLine(null);
    private final Path folder;
    private final ExecutorService answering = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, ANSWERING);
        thread.setDaemon(true);
        return thread;
    });

    Meter(Path folder) {
        this.folder = folder;
    }

    /** What is live now: all that can be collected is. */
    static long live() {
        System.gc();
        return HEAP.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    /** @throws AssertionError where the answer has no code, or is wrong in itself, or never came */
    Cost cost(HostileFile file) throws IOException {
        Path sent = file.write(folder.resolve("sent"));
        long before = live();
        Pass first = pass(file, sent, false);
        long grown = first.allocated;
        if (grown > GROWTH_ALLOWED) {
            // Far more is let go on the way than is ever held at once; how much that is takes looking.
            grown = Math.max(0, pass(file, sent, true).highest - before);
        }
        Answer answer = answer();
        return new Cost(
                file,
                answer.state,
                answer.codes,
                Files.size(sent),
                first.clock,
                first.worked,
                first.allocated,
                grown,
                live() - before);
    }

    private static final class Pass {
        Duration clock = Duration.ZERO;
        Duration worked = Duration.ZERO;
        long allocated;
        long highest;
    }

    private Pass pass(HostileFile file, Path sent, boolean looking) {
        Pass pass = new Pass();
        Duration childBefore = childWorked();
        Future<?> answer = answering.submit(() -> {
            long id = Thread.currentThread().getId();
            long clock = System.nanoTime();
            long processor = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getThreadAllocatedBytes(id);
            try (PrintStream out = new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve("answer"))),
                    false,
                    StandardCharsets.UTF_8)) {
                line.print(file.name(), sent, out);
            }
            pass.allocated = THREADS.getThreadAllocatedBytes(id) - allocated;
            pass.worked = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - processor);
            pass.clock = Duration.ofNanos(System.nanoTime() - clock);
            return null;
        });
        long begun = System.nanoTime();
        Duration child = Duration.ZERO;
        while (true) {
            try {
                answer.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                break;
            } catch (TimeoutException e) {
                if (looking) {
                    pass.highest = Math.max(pass.highest, live());
                }
                child = longer(child, childWorked().minus(childBefore));
                if (System.nanoTime() - begun > HANGS.toNanos()) {
                    throw new AssertionError(file + " hangs at " + doing());
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(file + " was not answered", e);
            }
        }
        pass.worked = pass.worked.plus(longer(child, childWorked().minus(childBefore)));
        return pass;
    }

    /** Of the processes beside this one that parse; one that was ended counts up to the last look at it. */
    private static Duration childWorked() {
        return ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What the thread that answers is doing, which is all that can be told of a hang. */
    private static String doing() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals(ANSWERING))
                .flatMap(each -> Stream.of(each.getValue()).limit(30))
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n"));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private record Answer(String state, List<String> codes) {}

    private Answer answer() throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (String each : Files.readAllLines(folder.resolve("answer"))) {
            answers.add(JSON.readTree(each));
        }
        Account.isTrue(answers);
        return new Answer(answers.get(0).path("state").asString(), codes(answers));
    }

    private static List<String> codes(List<JsonNode> answers) {
        List<String> errors = codes(answers, "error");
        if (!errors.isEmpty()) {
            return errors;
        }
        List<String> warnings = codes(answers, "warning");
        return warnings.isEmpty() ? codes(answers, "note") : warnings;
    }

    private static List<String> codes(List<JsonNode> answers, String severity) {
        return answers.stream()
                .flatMap(answer -> answer.path("findings").valueStream())
                .filter(finding -> finding.path("severity").asString().equals(severity))
                .map(finding -> finding.path("code").asString())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        answering.shutdownNow();
    }
}
