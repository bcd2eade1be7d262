package lingbao.validate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/** Days: {@link LocalDate}. A day without a year takes it from the period of the sheet, and only up to its end. */
final class DateReading implements TypeReading {

    /** What may stand behind a date and says nothing else: the day of the week. */
    private static final String WEEKDAY = "(?:\\s*\\(?(?:星期|周)[一二三四五六日天]\\)?)?";

    private static final String TIME = "(?:(?:\\s+|T)([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?))?";
    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4})\\s*(?:年|[-/.])\\s*([0-9]{1,2})\\s*(?:月|[-/.])\\s*([0-9]{1,2})\\s*[日号]?" + WEEKDAY + TIME);
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("([0-9]{1,2})\\s*(?:月|[-/.])\\s*([0-9]{1,2})\\s*[日号]?" + WEEKDAY);
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(?:\\.[0-9]{1,15})?");

    /** Date-shaped, but short of a day or with two digits of a year. */
    private static final Pattern UNCERTAIN = Pattern.compile(
            "[0-9]{1,4}\\s*年\\s*[0-9]{1,2}\\s*月(?:\\s*[0-9]{1,2}\\s*[日号]?)?|[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?"
                    + "|[0-9]{1,2}\\s*月|[0-9]{1,2}\\s*[日号]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9:]{2,5})");

    static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int AFTER_THE_LAST_SERIAL = 2_958_466;

    private final @Nullable Period period;
    private final int firstYear;

    /**
     * @param period what the sheet speaks for; a report speaks of no day before 1990, a register, which has no period, may
     */
    DateReading(@Nullable Period period) {
        this.period = period;
        this.firstYear = period == null ? 1900 : 1990;
    }

    @Override
    public Reading read(RawCell cell, String text) {
        Double number = cell.number();
        if (number != null) {
            return ofNumber(number, cell.dateFormatted(), text);
        }
        String plain = Writing.plain(text);
        String arabic = WrittenDate.arabic(plain);
        return ofText(arabic, arabic.equals(text));
    }

    private Reading ofNumber(double number, boolean dateFormatted, String text) {
        if (!dateFormatted && number == Math.rint(number) && number >= 19_000_101 && number < 1e9) {
            return ofText(Long.toString((long) number), true);
        }
        if (!dateFormatted && number > 1 && number < 13 && number != Math.rint(number)) {
            return ofMonthAndDay(BigDecimal.valueOf(number).toPlainString());
        }
        return ofSerial(number, dateFormatted ? 1950 : 1990);
    }

    /** Typed 3.2 and 3.20 are the same number, but not the same day. */
    private Reading ofMonthAndDay(String number) {
        boolean zeroMayBeLost = number.matches("[0-9]+\\.[123]");
        return zeroMayBeLost ? Reading.fault(FindingCode.DATE_AMBIGUOUS) : ofText(number, true);
    }

    /** A serial of the 1900 system; from March 1900 on it counts the days since 30 December 1899. */
    private Reading ofSerial(double serial, int first) {
        if (!(Math.abs(serial) < AFTER_THE_LAST_SERIAL)) {
            return Reading.fault(FindingCode.DATE_INVALID);
        }
        LocalDate day = SERIAL_ZERO.plusDays((long) Math.floor(serial));
        if (day.getYear() < Math.max(first, firstYear) || day.getYear() > WrittenDate.LAST_YEAR) {
            return Reading.fault(FindingCode.DATE_INVALID);
        }
        return serial == Math.floor(serial) ? Reading.of(day) : timeDropped(day);
    }

    private Reading ofText(String text, boolean asTyped) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            Reading reading = ofDay(day.group(1), day.group(2), day.group(3), asTyped);
            boolean midnight = day.group(4) == null || day.group(4).matches("0?0:00(?::00(?:\\.0+)?)?");
            return midnight || !(reading.value() instanceof LocalDate date)
                    ? reading
                    : reading.with(new Reading.Remark(FindingCode.DATE_TIME_DROPPED, date.toString()));
        }
        Matcher eight = EIGHT_DIGITS.matcher(text);
        if (eight.matches()) {
            return ofDay(eight.group(1), eight.group(2), eight.group(3), false);
        }
        if (SERIAL.matcher(text).matches()) {
            Reading reading = ofSerial(Double.parseDouble(text), 1990);
            return reading.value() instanceof LocalDate date
                            && reading.remarks().isEmpty()
                    ? Reading.normalised(date, date.toString())
                    : reading;
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return ofYearLast(yearLast.group(1), yearLast.group(3), yearLast.group(4));
        }
        Matcher withoutYear = WITHOUT_YEAR.matcher(text);
        if (withoutYear.matches()) {
            return ofTheYearOfThePeriod(Integer.parseInt(withoutYear.group(1)), Integer.parseInt(withoutYear.group(2)));
        }
        return Reading.fault(UNCERTAIN.matcher(text).matches() ? FindingCode.DATE_AMBIGUOUS : FindingCode.DATE_INVALID);
    }

    private Reading ofDay(String year, String month, String day, boolean asTyped) {
        Optional<LocalDate> date = WrittenDate.day(
                        Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                .filter(this::isPossible);
        if (date.isEmpty()) {
            return Reading.fault(FindingCode.DATE_INVALID);
        }
        return asTyped
                ? Reading.of(date.get())
                : Reading.normalised(date.get(), date.get().toString());
    }

    /** 06/17/2020 can only be the 17th of June; 06/07/2020 may be either. */
    private Reading ofYearLast(String first, String second, String year) {
        int one = Integer.parseInt(first);
        int other = Integer.parseInt(second);
        Optional<LocalDate> monthFirst =
                WrittenDate.day(Integer.parseInt(year), one, other).filter(this::isPossible);
        Optional<LocalDate> dayFirst =
                WrittenDate.day(Integer.parseInt(year), other, one).filter(this::isPossible);
        if (monthFirst.isEmpty() && dayFirst.isEmpty()) {
            return Reading.fault(FindingCode.DATE_INVALID);
        }
        if (monthFirst.isPresent() && dayFirst.isPresent() && !monthFirst.equals(dayFirst)) {
            return Reading.fault(FindingCode.DATE_AMBIGUOUS);
        }
        LocalDate date = monthFirst.or(() -> dayFirst).orElseThrow();
        return Reading.normalised(date, date.toString());
    }

    private Reading ofTheYearOfThePeriod(int month, int day) {
        if (WrittenDate.day(2000, month, day).isEmpty()) {
            return Reading.fault(FindingCode.DATE_INVALID);
        }
        if (period == null) {
            return Reading.fault(FindingCode.DATE_AMBIGUOUS);
        }
        Optional<LocalDate> date = WrittenDate.day(period.start().getYear(), month, day);
        // In a sheet of January, 12月31日 is last year's or a slip; it is not the coming December's.
        return date.isEmpty() || date.get().isAfter(period.end())
                ? Reading.fault(FindingCode.DATE_AMBIGUOUS)
                : Reading.of(date.get())
                        .with(new Reading.Remark(
                                FindingCode.DATE_YEAR_TAKEN, date.get().toString()));
    }

    private static Reading timeDropped(LocalDate day) {
        return Reading.of(day).with(new Reading.Remark(FindingCode.DATE_TIME_DROPPED, day.toString()));
    }

    private boolean isPossible(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= WrittenDate.LAST_YEAR;
    }
}
