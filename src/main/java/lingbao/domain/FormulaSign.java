package lingbao.domain;

import java.util.regex.Pattern;

/**
 * What makes Excel, WPS or LibreOffice take a text for a formula, and the apostrophe that keeps them from it in a CSV. The
 * apostrophe is put before every text that begins so, one that already has it included; so nothing is lost on the way back.
 */
public final class FormulaSign {

    /** The signs, in full width too, behind blanks and quotation marks of any kind; or a first tab or line break. */
    private static final Pattern AT_THE_BEGINNING =
            Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}'\"‘’“”＇＂`]*[=+\\-@＝＋－＠﹢﹣﹦﹫].*|'*[\\t\\r\\n].*", Pattern.DOTALL);

    private static final String APOSTROPHE = "'";

    private FormulaSign() {}

    public static boolean opens(String text) {
        return AT_THE_BEGINNING.matcher(text).matches();
    }

    /** As it stands in a CSV. */
    public static String defused(String text) {
        return opens(text) ? APOSTROPHE + text : text;
    }

    /** What {@link #defused} was given. */
    public static String restored(String defused) {
        return defused.startsWith(APOSTROPHE) && opens(defused) ? defused.substring(1) : defused;
    }
}
