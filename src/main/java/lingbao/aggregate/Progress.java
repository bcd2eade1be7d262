package lingbao.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The arithmetic of what is done of a year's quota at the end of a day. Rates have four decimals, rounded half up. */
final class Progress {

    private static final int DECIMALS = 4;

    /** What an unfinished unit shows at most. */
    private static final BigDecimal ALMOST_ALL = new BigDecimal("0.9999");

    private Progress() {}

    /** The part of the whole, above 1 as it is; empty where the whole is 0. */
    static Optional<BigDecimal> rate(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal rate = part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
        return Optional.of(part.compareTo(whole) < 0 ? rate.min(ALMOST_ALL) : rate);
    }

    /** The days of the year that have passed with this one, of all its days. */
    static BigDecimal yearElapsed(LocalDate day) {
        return BigDecimal.valueOf(day.getDayOfYear())
                .divide(BigDecimal.valueOf(day.lengthOfYear()), DECIMALS, RoundingMode.HALF_UP);
    }

    /** The days of the year after this one. */
    static int daysLeft(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, day.withDayOfYear(day.lengthOfYear()));
    }

    /**
     * How much is to be done on each day that is left, rounded up: a rounded pace would miss its own target. Empty where
     * something is left to do and no day.
     */
    static Optional<Integer> pace(BigDecimal part, BigDecimal whole, LocalDate day) {
        BigDecimal rest = whole.subtract(part);
        if (rest.signum() <= 0) {
            return Optional.of(0);
        }
        return daysLeft(day) == 0
                ? Optional.empty()
                : Optional.of(rest.divide(BigDecimal.valueOf(daysLeft(day)), 0, RoundingMode.CEILING)
                        .intValueExact());
    }
}
