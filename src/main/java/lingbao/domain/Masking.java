package lingbao.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of a person's data may be shown outside the sheet that it came in. */
public final class Masking {

    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile("(?<![0-9]|[0-9A-Za-z][A-Za-z])(?:\\d{15}|\\d{17}[0-9Xx])(?![0-9A-Za-z])");
    private static final Pattern MOBILE_NUMBER = Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");

    private Masking() {}

    /** {@code 张*}, however long the name is. */
    public static String name(String name) {
        return name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** {@code 110105********002X}; of a shorter number, such as a passport's, only two characters at each end. */
    public static String idNumber(String number) {
        return number.length() >= 15 ? kept(number, 6, 4) : kept(number, 2, 2);
    }

    /** {@code 138****5678}. */
    public static String phone(String number) {
        return kept(number, 3, 4);
    }

    /**
     * The text with any identity or mobile number in it masked: a cell of an open column may hold one when columns have
     * slipped. A letter may stand before it, as in the numbers of certificates that are made of it.
     */
    public static String strayNumbers(String text) {
        return replaced(MOBILE_NUMBER, replaced(IDENTITY_NUMBER, text));
    }

    private static String kept(String number, int first, int last) {
        int hidden = number.length() - first - last;
        if (hidden <= 0) {
            return "*".repeat(number.length());
        }
        return number.substring(0, first) + "*".repeat(hidden) + number.substring(number.length() - last);
    }

    private static String replaced(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().length() == 11 ? phone(found.group()) : idNumber(found.group())));
    }
}
