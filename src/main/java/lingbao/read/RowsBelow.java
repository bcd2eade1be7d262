package lingbao.read;

/** Takes what stands below the heading of a sheet, from the top down. */
@FunctionalInterface
public interface RowsBelow {

    void row(RawRow row);

    /** A further table begins: the rows from its first one on stand under its own heading. */
    default void table(FurtherTable table) {}
}
