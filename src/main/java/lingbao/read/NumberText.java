package lingbao.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Writes a cell's number as a person would have typed it: a date as a date, with the words and leading zeros that its format
 * adds, anything else in plain digits.
 */
final class NumberText {

    /** What a number's format says of it. */
    enum Wear {
        PLAIN,
        PERCENT,
        /** A date, perhaps with a time. */
        DATE,
        /** Hours and minutes only. */
        TIME
    }

    /** Days between the first day of the 1904 system and the same day's serial in the 1900 system. */
    private static final int DAYS_BETWEEN_SYSTEMS = 1462;

    /** 9999-12-31. */
    private static final int LAST_DAY = 2_958_465;

    private static final int SECONDS_A_DAY = 86_400;

    static final double EXACT = 1e15;

    /** Any number of so many digits is told from its neighbours by them. */
    private static final int SURELY_EXACT = 15;

    private static final double[] TENS = {1, 10, 100, 1_000, 10_000};

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.");
    private static final Pattern COLOURS_AND_PLACES = Pattern.compile("\\[(?![hHmMsS]+\\])[^\\]]*\\]");
    private static final Pattern CHINESE_CLOCK = Pattern.compile("上午/下午|a{3,4}|[时時分秒]");

    private NumberText() {}

    /**
     * Reads a number format.
     *
     * @param format the format's code; null for the built-in ones, which some files leave out
     */
    static Wear wear(int formatId, @Nullable String format) {
        if (format == null || format.isEmpty() || format.equalsIgnoreCase("general")) {
            return builtIn(formatId);
        }
        String bare = QUOTED.matcher(format).replaceAll("");
        if (bare.indexOf('%') >= 0) {
            return Wear.PERCENT;
        }
        String clock = CHINESE_CLOCK.matcher(format).replaceAll("");
        if (!DateUtil.isADateFormat(formatId, format) && !DateUtil.isADateFormat(-1, clock)) {
            return Wear.PLAIN;
        }
        String letters = COLOURS_AND_PLACES.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
        boolean hasDay = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
        boolean hasClock = letters.indexOf('h') >= 0 || letters.contains("ss");
        return hasClock && !hasDay ? Wear.TIME : Wear.DATE;
    }

    /** From 27 on most are those of the Chinese Excel. */
    private static Wear builtIn(int formatId) {
        return switch (formatId) {
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> Wear.DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> Wear.TIME;
            default -> Wear.PLAIN;
        };
    }

    /** A cell that holds a number. The number of a workbook of the 1904 system is moved to the 1900 system when it is a date. */
    static RawCell cell(double number, CellFormat format, boolean since1904, boolean formula) {
        Wear wear = format.wear();
        boolean date = wear == Wear.DATE || wear == Wear.TIME;
        // A clock time alone has no day to be moved.
        boolean move = since1904 && (wear == Wear.DATE || wear == Wear.TIME && number >= 1);
        double serial = move ? number + DAYS_BETWEEN_SYSTEMS : number;
        String shown = format.shown(serial);
        String text = date ? dateText(serial, wear) : shown == null ? digits(serial) : shown;
        return new RawCell(RawCell.Kind.NUMBER, text, serial, date, wear == Wear.PERCENT, formula)
                .looking(format.hides(number), false);
    }

    /** The same of a number whose digits the file gives. */
    static RawCell cell(double number, String written, CellFormat format, boolean since1904, boolean formula) {
        return format == CellFormat.PLAIN && isPlain(written)
                ? new RawCell(RawCell.Kind.NUMBER, written, number, false, false, formula)
                : cell(number, format, since1904, formula);
    }

    /** Whether a number is written as {@link #digits} would write it, told without computing: no sign, few digits, none idle. */
    private static boolean isPlain(String written) {
        int point = written.indexOf('.');
        int whole = point < 0 ? written.length() : point;
        boolean idle = whole == 0
                || whole > 1 && written.charAt(0) == '0'
                || point >= 0 && (point == written.length() - 1 || written.charAt(written.length() - 1) == '0');
        if (idle || written.length() > SURELY_EXACT) {
            return false;
        }
        for (int at = 0; at < written.length(); at++) {
            if (at != point && (written.charAt(at) < '0' || written.charAt(at) > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Plain digits, as few as tell the number from its neighbours: 36.6, 110105194912310020. */
    static String digits(double number) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        for (int places = 1; places <= 4; places++) {
            // Few enough digits to be exact: where they divide back to the number, no shorter writing is nearer to it.
            double scaled = Math.rint(number * TENS[places]);
            if (Math.abs(scaled) < EXACT && scaled / TENS[places] == number) {
                return BigDecimal.valueOf((long) scaled, places).toPlainString();
            }
        }
        // Double.toString of Java 17 gives a digit too many now and then.
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact;
        for (int digits = 17; digits >= 15; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() != number) {
                break;
            }
            shortest = rounded;
        }
        return shortest.stripTrailingZeros().toPlainString();
    }

    /** {@code 2020-06-17}, {@code 08:30}, {@code 2020-06-17 08:30}; digits where the number is no date. */
    private static String dateText(double serial, Wear wear) {
        long seconds = Math.round(serial * SECONDS_A_DAY);
        long day = seconds / SECONDS_A_DAY;
        long ofDay = seconds % SECONDS_A_DAY;
        if (!(serial >= 0) || day > LAST_DAY) {
            return digits(serial);
        }
        String clock = LocalTime.ofSecondOfDay(ofDay).toString();
        if (day == 0 && (wear == Wear.TIME || ofDay != 0)) {
            return clock;
        }
        return ofDay == 0 ? dayText(day) : dayText(day) + " " + clock;
    }

    private static String dayText(long day) {
        // Excel believes in a 29 February 1900, and calls the day before the first the 0th.
        if (day == 0) {
            return "1900-01-00";
        }
        if (day == 60) {
            return "1900-02-29";
        }
        return LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day).toString();
    }
}
