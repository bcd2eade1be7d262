package lingbao.validate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/**
 * An identity number: {@link String}, 18 characters with the check digit of GB 11643 (ISO 7064 MOD 11-2), which the
 * residence permits of 81, 82, 83 and the foreigners' of 9 share. Passports and permits are taken unchecked.
 */
final class IdNumberReading implements TypeReading {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    /** A spreadsheet keeps 15 digits of a number; a longer one has lost its end. */
    private static final double FIRST_WITH_16_DIGITS = 1e15;

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](?:\\.[0-9]+)?[Ee]\\+?[0-9]{1,3}");
    private static final Pattern OLD_KIND = Pattern.compile("[0-9]{15}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern DIGITS_AND_X = Pattern.compile("[0-9]+X?");

    /** Foreign passports begin with a digit at times; the longer permits never do, so a mistyped identity number stands out. */
    private static final Pattern PASSPORT_OR_PERMIT =
            Pattern.compile("(?=.*[A-Z])(?=.*[0-9])(?:[A-Z0-9]{5,12}|[A-Z][A-Z0-9]{12,14})");

    /** Of the provinces since 1984, those of Taiwan, Hong Kong and Macau and of their people's residence permits, and of foreigners'. */
    private static final Pattern PROVINCE =
            Pattern.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9]");

    /** Nobody who is told of was born earlier. */
    private static final int OLDEST = 120;

    private final @Nullable Period period;

    /** @param period what the sheet speaks for: nobody in it was born after it; null where not known */
    IdNumberReading(@Nullable Period period) {
        this.period = period;
    }

    @Override
    public Reading read(RawCell cell, String text) {
        String upper = Writing.withoutSpace(Writing.plain(text)).toUpperCase(Locale.ROOT);
        if (hasLostItsEnd(cell, upper)) {
            return Reading.fault(FindingCode.ID_PRECISION_LOST);
        }
        if (OLD_KIND.matcher(upper).matches()) {
            return ofTheOldKind(upper);
        }
        if (IDENTITY_NUMBER.matcher(upper).matches()) {
            return checked(upper, text);
        }
        if (DIGITS_AND_X.matcher(upper).matches()) {
            return Reading.fault(FindingCode.ID_LENGTH);
        }
        if (!PASSPORT_OR_PERMIT.matcher(upper).matches()) {
            return Reading.fault(FindingCode.ID_CHARACTER);
        }
        return understood(upper, text).with(new Reading.Remark(FindingCode.ID_KIND_UNKNOWN));
    }

    /** Whether it is written as the numbers are that carry their birthday, sex and check digit. */
    static boolean hasCheckDigit(String number) {
        return IDENTITY_NUMBER.matcher(number).matches();
    }

    static boolean hasLostItsEnd(RawCell cell, String written) {
        Double number = cell.number();
        return number != null && Math.abs(number) >= FIRST_WITH_16_DIGITS
                || SCIENTIFIC.matcher(written).matches();
    }

    /** The 15 digits given out until 1999: a year of two digits, always of the twentieth century, and no check digit. */
    private Reading ofTheOldKind(String digits) {
        String body = digits.substring(0, 6) + "19" + digits.substring(6);
        return hasBirthDate(body)
                ? withItsProvince(Reading.normalised(body + checkDigit(body), body + checkDigit(body)), body)
                : Reading.fault(FindingCode.ID_BIRTH_DATE);
    }

    private Reading checked(String number, String typed) {
        if (!hasBirthDate(number)) {
            return Reading.fault(FindingCode.ID_BIRTH_DATE);
        }
        return number.charAt(17) == checkDigit(number)
                ? withItsProvince(understood(number, typed), number)
                : Reading.fault(FindingCode.ID_CHECKSUM);
    }

    /** Counties come and go; a number of a province that never was is a slip that the check digit passed by chance. */
    private static Reading withItsProvince(Reading reading, String number) {
        return PROVINCE.matcher(number.substring(0, 2)).matches()
                ? reading
                : reading.with(new Reading.Remark(FindingCode.ID_REGION_UNKNOWN));
    }

    private boolean hasBirthDate(String number) {
        try {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            return period == null
                    ? born.getYear() >= 1900 && born.getYear() <= WrittenDate.LAST_YEAR
                    : !born.isAfter(period.end())
                            && !born.isBefore(period.start().minusYears(OLDEST + 1L));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static char checkDigit(String number) {
        int sum = 0;
        for (int index = 0; index < WEIGHTS.length; index++) {
            sum += WEIGHTS[index] * (number.charAt(index) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    private static Reading understood(String number, String typed) {
        return number.equals(typed) ? Reading.of(number) : Reading.normalised(number, number);
    }
}
