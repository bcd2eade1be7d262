package lingbao.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dated row of the table {@code company}. */
record CompanyRow(
        String creditCode,
        String name,
        String region,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** The same truth from another day on. */
    CompanyRow since(LocalDate day) {
        return new CompanyRow(creditCode, name, region, day, validTo);
    }

    boolean saysTheSame(CompanyRow other) {
        return name.equals(other.name) && region.equals(other.region);
    }
}
