package lingbao.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/** One phone: {@link String} of digits, a landline with its area code, an extension after a dash. */
final class PhoneReading implements TypeReading {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final String AREA = "0(?:10|2\\d|[3-9]\\d{2})";
    private static final Pattern LANDLINE = Pattern.compile(AREA + "\\d{7,8}");
    private static final Pattern WITH_EXTENSION =
            Pattern.compile("(" + AREA + ")-?(\\d{7,8})(?:-|转|ext\\.?)(\\d{1,6})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABROAD = Pattern.compile("^(?:(?:\\+86|0086)-?|86-?(?=1[3-9]-?(?:[0-9]-?){9}$))");

    @Override
    public Reading read(RawCell cell, String text) {
        String written = Writing.withoutSpace(Writing.plain(text)).replaceAll("[\u2010-\u2015]", "-");
        String bare = written.replaceAll("[()]", "");
        String home = ABROAD.matcher(bare).replaceFirst("");
        boolean fromAbroad = !home.equals(bare);
        if (fromAbroad
                && !home.startsWith("0")
                && !MOBILE.matcher(home.replace("-", "")).matches()) {
            home = "0" + home;
        }
        Matcher extended = WITH_EXTENSION.matcher(home);
        if (extended.matches()) {
            return understood(extended.group(1) + extended.group(2) + "-" + extended.group(3), text);
        }
        String digits = home.replace("-", "");
        return MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches()
                ? understood(digits, text)
                : Reading.fault(FindingCode.PHONE_INVALID);
    }

    private static Reading understood(String number, String typed) {
        return number.equals(typed) ? Reading.of(number) : Reading.normalised(number, number);
    }
}
