package lingbao.validate;

import java.util.Locale;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/**
 * A 统一社会信用代码 of GB 32100: {@link String}, 17 characters and the check character over them. The letters I, O, S, V, Z
 * are no characters of it; what was typed with one may mean a digit or a slip, and is refused.
 */
final class CreditCodeReading implements TypeReading {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern CODE = Pattern.compile("[" + CHARACTERS + "]{18}");

    /** Each weight is three times the one before it. */
    private static final int FACTOR = 3;

    /** A spreadsheet keeps 15 digits of a number; a longer one has lost its end. */
    private static final double FIRST_WITH_16_DIGITS = 1e15;

    @Override
    public Reading read(RawCell cell, String text) {
        Double number = cell.number();
        String code = Writing.withoutSpace(Writing.plain(text)).toUpperCase(Locale.ROOT);
        boolean hasLostItsEnd = number != null && Math.abs(number) >= FIRST_WITH_16_DIGITS;
        if (hasLostItsEnd || !CODE.matcher(code).matches()) {
            return Reading.fault(FindingCode.CREDIT_CODE_INVALID);
        }
        if (code.charAt(17) != checkCharacter(code)) {
            return Reading.fault(FindingCode.CREDIT_CODE_CHECKSUM);
        }
        return code.equals(text) ? Reading.of(code) : Reading.normalised(code, code);
    }

    private static char checkCharacter(String code) {
        int modulus = CHARACTERS.length();
        int sum = 0;
        int weight = 1;
        for (int index = 0; index < 17; index++) {
            sum += weight * CHARACTERS.indexOf(code.charAt(index));
            weight = weight * FACTOR % modulus;
        }
        return CHARACTERS.charAt((modulus - sum % modulus) % modulus);
    }
}
