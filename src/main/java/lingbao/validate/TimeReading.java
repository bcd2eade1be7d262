package lingbao.validate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/**
 * Times of day: {@link LocalTime}, to the minute, seconds dropped. A bare number of hours (8, 9.5) is no time, and 24:00 is
 * none either: it is 23:59 or another day's 00:00, and nobody knows which.
 */
final class TimeReading implements TypeReading {

    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::[0-5][0-9])?");
    private static final Pattern SPOKEN = Pattern.compile("([0-9]{1,2})[点时](?:整|([0-9]{1,2})分?|(半))?");
    private static final Pattern FOUR_DIGITS = Pattern.compile("([0-9]{2})([0-9]{2})");
    private static final Pattern FRACTION = Pattern.compile("0?\\.[0-9]{3,15}");
    private static final Pattern HALF_DAY = Pattern.compile(
            "(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上)?\\s*(.+?)\\s*(am|pm|a\\.m\\.|p\\.m\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_A_DATE =
            Pattern.compile("([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?(?:\\s+|T)(.+)");

    private static final int SECONDS_OF_A_DAY = 86_400;

    /** The first of 1950; between one day and this stand lengths of time (25:00), no dates. */
    private static final int FIRST_DATE = 18_264;

    private final @Nullable Period period;

    /** @param period what the sheet speaks for, to see a date of another day before a time; null where not known */
    TimeReading(@Nullable Period period) {
        this.period = period;
    }

    @Override
    public Reading read(RawCell cell, String text) {
        Reading reading = ofTime(cell, text);
        Period day = period;
        return reading.value() == null || day == null || day.kind() != PeriodKind.DAY
                ? reading
                : date(cell, Writing.plain(text))
                        .filter(date -> !day.contains(date))
                        .map(date -> reading.with(new Reading.Remark(FindingCode.DATE_OUTSIDE_PERIOD, day.label())))
                        .orElse(reading);
    }

    /** The date that came along with a time. */
    private static Optional<LocalDate> date(RawCell cell, String text) {
        Double number = cell.number();
        if (number != null) {
            return number < FIRST_DATE
                    ? Optional.empty()
                    : Optional.of(DateReading.SERIAL_ZERO.plusDays((long) Math.floor(number)));
        }
        Matcher afterADate = AFTER_A_DATE.matcher(text);
        return afterADate.matches()
                ? WrittenDate.day(
                        Integer.parseInt(afterADate.group(1)),
                        Integer.parseInt(afterADate.group(2)),
                        Integer.parseInt(afterADate.group(3)))
                : Optional.empty();
    }

    private static Reading ofTime(RawCell cell, String text) {
        Double number = cell.number();
        if (number != null && (cell.dateFormatted() || number > 0 && number < 1)) {
            LocalTime time = ofSerial(number);
            return time == null ? Reading.fault(FindingCode.TIME_INVALID) : Reading.of(time);
        }
        LocalTime time = ofText(Writing.plain(text));
        if (time == null) {
            return Reading.fault(FindingCode.TIME_INVALID);
        }
        return CLOCK.matcher(text).matches() ? Reading.of(time) : Reading.normalised(time, time.toString());
    }

    /** A day's fraction, of a date that came along too; a date without a fraction says no time. */
    private static @Nullable LocalTime ofSerial(double serial) {
        boolean ofADate = serial >= FIRST_DATE && serial < 2_958_466 && serial != Math.floor(serial);
        if (!(serial >= 0 && serial < 1) && !ofADate) {
            return null;
        }
        // To the second first, for 08:30 is stored as a fraction a hair below it.
        long seconds = Math.round((serial - Math.floor(serial)) * SECONDS_OF_A_DAY);
        return seconds >= SECONDS_OF_A_DAY
                ? null
                : LocalTime.ofSecondOfDay(seconds).withSecond(0);
    }

    private static @Nullable LocalTime ofText(String text) {
        if (FRACTION.matcher(text).matches()) {
            return ofSerial(Double.parseDouble(text));
        }
        Matcher afterADate = AFTER_A_DATE.matcher(text);
        Matcher parts = HALF_DAY.matcher(afterADate.matches() ? afterADate.group(4) : text);
        if (!parts.matches()) {
            return null;
        }
        String written = parts.group(2);
        LocalTime time = firstOf(CLOCK, written);
        if (time == null) {
            time = firstOf(SPOKEN, written);
        }
        if (time == null && parts.group(1) == null && parts.group(3) == null) {
            time = firstOf(FOUR_DIGITS, written);
        }
        return time == null ? null : inHalfDay(time, parts.group(1), parts.group(3));
    }

    private static @Nullable LocalTime firstOf(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int hour = Integer.parseInt(matcher.group(1));
        String minutes = matcher.group(2);
        boolean half = matcher.groupCount() > 2 && matcher.group(3) != null;
        int minute = minutes == null ? half ? 30 : 0 : Integer.parseInt(minutes);
        return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
    }

    /** Null where the word and the hour don't go together, or leave two meanings (晚上12点). */
    private static @Nullable LocalTime inHalfDay(LocalTime time, @Nullable String word, @Nullable String suffix) {
        int hour = time.getHour();
        if (word != null && suffix != null) {
            return null;
        }
        if (suffix != null) {
            boolean afternoon = suffix.toLowerCase(Locale.ROOT).startsWith("p");
            return hour == 0 || hour > 12 ? null : time.withHour(hour % 12 + (afternoon ? 12 : 0));
        }
        if (word == null) {
            return time;
        }
        return switch (word) {
            case "上午", "早上", "早晨" -> hour < 12 ? time : null;
            case "凌晨" -> hour < 7 ? time : null;
            case "中午" -> hour >= 11 && hour < 15 ? time : hour == 1 || hour == 2 ? time.plusHours(12) : null;
            case "下午" -> hour >= 12 && hour < 20 ? time : hour > 0 && hour < 8 ? time.plusHours(12) : null;
            default -> hour >= 17 ? time : hour >= 4 && hour < 12 ? time.plusHours(12) : null;
        };
    }
}
