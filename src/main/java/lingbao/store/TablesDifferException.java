package lingbao.store;

import java.util.List;

/** What the forms declare can't be had beside what is stored; no table was changed. The message names all differences. */
public final class TablesDifferException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> differences;

    TablesDifferException(List<String> differences) {
        super("报表的声明与数据表不符，没有改动任何数据表：" + String.join("；", differences));
        this.differences = List.copyOf(differences);
    }

    /** One for each column or table, as people read them. */
    public List<String> differences() {
        return differences;
    }
}
