package lingbao.register;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A dated row of the table {@code institution}. The four personal values are sealed in the table and clear only while a
 * register is being loaded.
 *
 * @param kind the printed word of an {@link lingbao.domain.InstitutionKind}
 */
record InstitutionRow(
        String code,
        String name,
        String kind,
        String region,
        @Nullable String principal,
        @Nullable String reporter,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Integer classrooms,
        @Nullable Integer offices,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    InstitutionRow since(LocalDate day) {
        return new InstitutionRow(
                code, name, kind, region, principal, reporter, phone, email, classrooms, offices, day, validTo);
    }

    boolean saysTheSame(InstitutionRow other) {
        return new InstitutionRow(
                        code,
                        name,
                        kind,
                        region,
                        principal,
                        reporter,
                        phone,
                        email,
                        classrooms,
                        offices,
                        other.validFrom,
                        other.validTo)
                .equals(other);
    }

    /** The same with each personal value sealed, or unsealed. */
    InstitutionRow personalValues(UnaryOperator<String> through) {
        return new InstitutionRow(
                code,
                name,
                kind,
                region,
                passed(principal, through),
                passed(reporter, through),
                passed(phone, through),
                passed(email, through),
                classrooms,
                offices,
                validFrom,
                validTo);
    }

    private static @Nullable String passed(@Nullable String value, UnaryOperator<String> through) {
        return value == null ? null : through.apply(value);
    }

    /** Never the personal values. */
    @Override
    public String toString() {
        return "institution " + code + " since " + validFrom;
    }
}
