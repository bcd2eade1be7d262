package lingbao.domain;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * The day, month or year that a sheet or a report speaks for.
 *
 * @param start its first day
 */
public record Period(PeriodKind kind, LocalDate start) {

    public Period {
        start = switch (kind) {
            case DAY -> start;
            case MONTH -> start.withDayOfMonth(1);
            case YEAR -> start.withDayOfYear(1);
        };
    }

    /**
     * The inverse of {@link #text}.
     *
     * @throws java.time.DateTimeException where it is no such text
     */
    public static Period of(String text) {
        return switch (text.length()) {
            case 4 -> new Period(PeriodKind.YEAR, Year.parse(text).atDay(1));
            case 7 -> new Period(PeriodKind.MONTH, YearMonth.parse(text).atDay(1));
            default -> new Period(PeriodKind.DAY, LocalDate.parse(text));
        };
    }

    /** The period of that kind that holds the day. */
    public static Period holding(LocalDate day, PeriodKind kind) {
        return new Period(kind, day);
    }

    /** Its last day. */
    public LocalDate end() {
        return switch (kind) {
            case DAY -> start;
            case MONTH -> start.plusMonths(1).minusDays(1);
            case YEAR -> start.plusYears(1).minusDays(1);
        };
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end());
    }

    /** As scripts read it: {@code 2020-06-17}, {@code 2020-06}, {@code 2020}. */
    public String text() {
        return switch (kind) {
            case DAY -> start.toString();
            case MONTH -> start.format(DateTimeFormatter.ofPattern("uuuu-MM"));
            case YEAR -> start.format(DateTimeFormatter.ofPattern("uuuu"));
        };
    }

    /** As people read it: {@code 2020年6月17日}, {@code 2020年6月}, {@code 2020年}. */
    public String label() {
        return switch (kind) {
            case DAY -> start.format(DateTimeFormatter.ofPattern("uuuu年M月d日"));
            case MONTH -> start.format(DateTimeFormatter.ofPattern("uuuu年M月"));
            case YEAR -> start.format(DateTimeFormatter.ofPattern("uuuu年"));
        };
    }
}
