package lingbao.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the file that is marked, as they stand in it. */
@FunctionalInterface
public interface SheetRows {

    /** Takes one row: its number from 1, and its cells from column A on as typed, an empty text where nothing stands. */
    @FunctionalInterface
    interface Taker {
        void take(int number, List<String> cells);
    }

    /**
     * Walks down a sheet from its first row; may be called again.
     *
     * @param sheet its trimmed name; null in a CSV
     */
    void each(@Nullable String sheet, Taker taker);
}
