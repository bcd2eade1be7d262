package lingbao.read;

import java.util.concurrent.Callable;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;

/** The file as a whole can't be read; nothing of it is to be kept. The finding says why. */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public UnreadableFileException(Finding finding) {
        super(finding.code().name());
        this.finding = finding;
    }

    /** Names only the kind of what a library stumbled over: its message may hold what stands in a cell. */
    private UnreadableFileException(Finding finding, Throwable stumbled) {
        super(finding.code().name() + " after " + stumbled.getClass().getName());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }

    static UnreadableFileException of(FindingCode code, String... details) {
        return new UnreadableFileException(Finding.ofFile(code, details));
    }

    static UnreadableFileException corrupt(String what) {
        return of(FindingCode.CORRUPT, what);
    }

    static UnreadableFileException tooLarge(String what, String found, String most) {
        return of(FindingCode.TOO_LARGE, what, found, most);
    }

    /** A heap that is full means a file that is too large for it; what was held for the file is given up with this. */
    public static UnreadableFileException outOfMemory(OutOfMemoryError full) {
        String heap = (Runtime.getRuntime().maxMemory() >> 20) + " MiB";
        return new UnreadableFileException(Finding.ofFile(FindingCode.TOO_LARGE, "处理所需的内存", heap + " 以上", heap), full);
    }

    /** Stops where a count has passed its limit. */
    public static void unlessWithin(String what, long found, long most) {
        if (found > most) {
            throw tooLarge(what, Long.toString(found), Long.toString(most));
        }
    }

    /**
     * Does the reading. The libraries answer damage with whatever they stumble over, so that anything but our own answer
     * means a damaged file, and a heap that is full means one that is too large.
     */
    static <T> T guarding(Callable<T> reading) {
        try {
            return reading.call();
        } catch (UnreadableFileException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw outOfMemory(e);
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            throw new UnreadableFileException(Finding.ofFile(FindingCode.CORRUPT, "内容无法解析"), e);
        }
    }
}
