package lingbao.read;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sheet as its format gives it, before anything is known of forms. */
interface SheetSource {

    /** As the file writes it; null in a text file. */
    @Nullable
    String name();

    boolean isHidden();

    boolean isEmpty() throws Exception;

    List<MergedRange> merges();

    /** The hidden rows that hold something, as runs of one column's width; the first thousand of them. */
    List<MergedRange> hiddenRows();

    /** The hidden columns, from 0; those that hold nothing may be among them. */
    BitSet hiddenColumns();

    /** Reads from the top, as often as it is asked. */
    RowCursor rows() throws Exception;
}
