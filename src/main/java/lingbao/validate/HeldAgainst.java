package lingbao.validate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a sheet are held against beside the sheet itself. What is not known here is not asked.
 *
 * @param receivedOn the day of receipt in the place's zone; null where it doesn't matter
 */
public record HeldAgainst(@Nullable LocalDate receivedOn) {

    public static final HeldAgainst NOTHING = new HeldAgainst(null);
}
