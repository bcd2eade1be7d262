package lingbao.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet of a day is held against, of the sheets that its sender sent for the 28 days before. It only warns.
 *
 * @param same null where sheets that are equal need no word
 * @param jump null where the number of rows may be any
 */
public record EarlierSheets(@Nullable Same same, @Nullable Jump jump) {

    /** How many days back the earlier sheets are looked for. */
    public static final int DAYS = 28;

    /** Of how many sheets of the same kind of day, the newest, the usual number of rows is taken. */
    public static final int SHEETS = 7;

    /**
     * @param columns what is measured anew each day; sheets equal in all of it are the same
     * @param rows the fewest rows of a sheet that is compared: small ones are equal by chance
     */
    public record Same(List<String> columns, int rows) {
        public Same {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param percent of the median; a difference above it is a jump
     * @param rows the smallest difference that is one
     * @param sheets the fewest earlier sheets of the same kind of day (Monday to Friday, or weekend) that tell what is usual
     */
    public record Jump(int percent, int rows, int sheets) {}
}
