package lingbao.validate;

import java.time.LocalDate;
import java.util.function.Supplier;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a sheet are held against beside the sheet itself. What is not known here is not asked.
 *
 * @param receivedOn the day of receipt in the place's zone; null where it doesn't matter
 * @param regions the registers that know the regions; null where none was loaded or no rule asks
 * @param district the one that the sender belongs to, whose units the rows may name; null where not known
 * @param companies those registered; none where no register of companies was loaded or no rule asks
 * @param institutions the registers that know the institutions, read only where a row may name one; null where not known
 */
public record HeldAgainst(
        @Nullable LocalDate receivedOn,
        @Nullable Directory regions,
        @Nullable Region district,
        Companies companies,
        @Nullable Supplier<Directory> institutions) {

    public static final HeldAgainst NOTHING = new HeldAgainst(null, null, null, Companies.NONE, null);

    /** Only the day. */
    public static HeldAgainst day(LocalDate receivedOn) {
        return new HeldAgainst(receivedOn, null, null, Companies.NONE, null);
    }
}
