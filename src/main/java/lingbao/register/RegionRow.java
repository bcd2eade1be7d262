package lingbao.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated row of the table {@code region}.
 *
 * @param level the word of a {@link lingbao.domain.RegionLevel}
 * @param policy null where the parent's holds
 */
record RegionRow(
        String code,
        String name,
        @Nullable String parent,
        String level,
        @Nullable String policy,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** The same truth from another day on. */
    RegionRow since(LocalDate day) {
        return new RegionRow(code, name, parent, level, policy, day, validTo);
    }

    boolean saysTheSame(RegionRow other) {
        return new RegionRow(code, name, parent, level, policy, other.validFrom, other.validTo).equals(other);
    }
}
