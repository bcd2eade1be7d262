package lingbao.read;

import java.util.List;
import java.util.function.Consumer;
import lingbao.domain.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of an opened file: what its head says, and its rows, which are read when they are asked for. The status column
 * that a marked copy of ours put beside a table is never seen.
 */
public interface RawSheet {

    /** The sheet's name, trimmed; null in a CSV. */
    @Nullable
    String name();

    /**
     * True where no cell of it is filled, where it is the hidden list of words of one of our templates, or the sheet of
     * findings of a marked copy.
     */
    boolean isEmpty();

    /** The form found, and null where the headings are no form's, or a required one is missing. */
    @Nullable
    RecognisedForm recognised();

    /**
     * What is wrong or worth knowing about the sheet as a whole. An error among them refuses the sheet, though its form may
     * be known by {@link #formId}.
     */
    List<Finding> findings();

    /** The form that the headings come nearest to, even where the sheet is refused; null where it is no form of ours. */
    @Nullable
    String formId();

    /** The last row of the heading, also where a column is missing; 0 without a form. */
    int headingRow();

    /** The filled cells above the heading, a template's mark left out. */
    List<TitleCell> titles();

    /** Whether Excel hides it. */
    default boolean isHidden() {
        return false;
    }

    /** What is wrong with how a data row stands in the sheet; an error among it refuses the row. */
    default List<Finding> findingsAt(int row) {
        return List.of();
    }

    /**
     * Reads the rows below the heading to the last row of the sheet, blank ones included where the file names them, in
     * order; all rows where there is no heading. Merged cells of columns that fill down are filled, but a row with nothing
     * else in it stays blank. A further table is told before its first row. May be called once more to read again. What {@code each} throws comes out as it is.
     *
     * @throws UnreadableFileException where damage shows only now; what came before is not to be kept
     */
    void rows(RowsBelow each);

    /** Reads all rows as they stand, those above the heading too and nothing filled, under the same terms. */
    void everyRow(Consumer<RawRow> each);
}
