package lingbao.read;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long one file may be worked on, by the processor's time of the thread that does it: on a busy machine an honest file
 * takes its while, too. Begins when it is made; asked by the same thread.
 */
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration most;
    private final long bytesASecond;
    private final long begun = worked();
    private long bytes;

    /**
     * @param most for a file of any size; half of it before the first byte is read
     * @param bytesASecond a second more for each so many bytes that are read
     */
    ProcessorTime(Duration most, long bytesASecond) {
        this.most = most;
        this.bytesASecond = bytesASecond;
    }

    /**
     * @param more bytes that were read since it was last asked
     * @throws UnreadableFileException where more was spent than they are worth
     */
    void unlessSpent(long more) {
        bytes += more;
        Duration grown = most.dividedBy(2).plusSeconds(bytes / bytesASecond);
        Duration allowed = grown.compareTo(most) < 0 ? grown : most;
        if (worked() - begun > allowed.toNanos()) {
            throw UnreadableFileException.tooLarge(
                    "读取所需的时间", "超过 " + allowed.toSeconds() + " 秒", allowed.toSeconds() + " 秒");
        }
    }

    private static long worked() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
