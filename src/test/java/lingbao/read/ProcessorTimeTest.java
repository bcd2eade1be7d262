package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import lingbao.domain.FindingCode;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    private static final Duration MOST = Duration.ofMillis(600);

    @Test
    void halfOfItIsThereBeforeTheFirstByte() {
        ProcessorTime time = new ProcessorTime(MOST, Long.MAX_VALUE);
        assertThatCode(() -> time.unlessSpent(0)).doesNotThrowAnyException();
        work(Duration.ofMillis(320));
        assertSpent(time, 0);
    }

    @Test
    void theRestComesWithTheBytes() {
        ProcessorTime time = new ProcessorTime(MOST, 1);
        work(Duration.ofMillis(320));
        assertThatCode(() -> time.unlessSpent(10)).doesNotThrowAnyException();
    }

    @Test
    void noFileHoweverLargeGetsMore() {
        ProcessorTime time = new ProcessorTime(MOST, 1);
        work(Duration.ofMillis(620));
        assertSpent(time, 1_000_000);
    }

    private static void assertSpent(ProcessorTime time, long more) {
        assertThatThrownBy(() -> time.unlessSpent(more))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(FindingCode.TOO_LARGE));
    }

    private static void work(Duration busy) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - begun < busy.toNanos()) {
            Thread.onSpinWait();
        }
    }
}
