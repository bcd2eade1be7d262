package lingbao.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The declarations are wrong. All faults are told at once; nothing has been started or stored. */
public final class CatalogueFaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param file as {@link DeclaredFile#origin()}
     * @param line from 1
     * @param message one Chinese sentence, for the operator
     */
    public record Fault(String file, int line, String message) {

        @Override
        public String toString() {
            return file + " 第 " + line + " 行：" + message;
        }
    }

    /** @param faults at least one */
    public CatalogueFaultsException(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n", "声明文件有 " + faults.size() + " 处错误，程序没有启动，数据没有改动：\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
