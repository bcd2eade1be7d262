package lingbao.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a number format says of the cells that wear it.
 *
 * @param words of one that adds words or leading zeros to a number, so that 1 looks like 1班 and 1234 like 001234; null of
 *     others
 * @param hidesPositive whether nothing is seen of a number above 0
 * @param hidesNegative whether nothing is seen of one below
 * @param hidesZero whether nothing is seen of 0
 * @param hidesText whether nothing is seen of a text
 */
record CellFormat(
        NumberText.Wear wear,
        @Nullable Words words,
        boolean hidesPositive,
        boolean hidesNegative,
        boolean hidesZero,
        boolean hidesText) {

    static final CellFormat PLAIN = new CellFormat(NumberText.Wear.PLAIN, null, false, false, false, false);

    /** One number of whole digits among words, or zeros alone: what a person would have typed, had there been no format. */
    private static final String WORDS = "((?:\"[^\"]*\"|\\\\.|[\\p{IsHan}()-])*)";

    private static final Pattern WORDED =
            Pattern.compile("(?=.*(?:\\p{IsHan}|\"[^\"]*\\p{L}))" + WORDS + "#?(0+)" + WORDS + "|()(0{2,15})()");

    /** What stands before and behind a number, and how many digits are seen of it at least. */
    record Words(String before, int digits, String behind) {

        static @Nullable Words of(String code) {
            Matcher worded = WORDED.matcher(code);
            if (!worded.matches()) {
                return null;
            }
            int first = worded.group(2) == null ? 4 : 1;
            return new Words(
                    plain(worded.group(first)), worded.group(first + 1).length(), plain(worded.group(first + 2)));
        }

        private static String plain(String quoted) {
            return quoted.replace("\"", "").replace("\\", "");
        }

        String around(long number) {
            String shown = Long.toString(number);
            return before + "0".repeat(Math.max(0, digits - shown.length())) + shown + behind;
        }
    }

    /** A colour, a condition or a locale; a currency shows its sign. */
    private static final Pattern UNSEEN = Pattern.compile("\\[(?!\\$[^-\\]])[^\\]]*\\]|\"\\s*\"|_.|\\s");

    /**
     * @param id of the format
     * @param code null for the built-in ones, which some files leave out
     */
    static CellFormat of(int id, @Nullable String code) {
        NumberText.Wear wear = NumberText.wear(id, code);
        List<String> sections = code == null ? List.of() : sections(code);
        if (sections.size() < 2) {
            Words words = wear == NumberText.Wear.PLAIN && code != null ? Words.of(code) : null;
            return new CellFormat(wear, words, false, false, false, false);
        }
        boolean positive = isUnseen(sections.get(0));
        boolean negative = isUnseen(sections.get(1));
        return new CellFormat(
                wear,
                null,
                positive,
                negative,
                sections.size() > 2 ? isUnseen(sections.get(2)) : positive,
                sections.size() > 3 && isUnseen(sections.get(3)));
    }

    /** What is seen of a number, where that is more than its digits. */
    @Nullable
    String shown(double number) {
        boolean isWhole = number >= 0 && number < NumberText.EXACT && number == Math.rint(number);
        return words == null || !isWhole ? null : words.around((long) number);
    }

    boolean hides(double number) {
        return number > 0 ? hidesPositive : number < 0 ? hidesNegative : hidesZero;
    }

    private static boolean isUnseen(String section) {
        return UNSEEN.matcher(section).replaceAll("").isEmpty();
    }

    /** Parted by semicolons, those in quotation marks and behind a backslash left out. */
    private static List<String> sections(String code) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < code.length(); index++) {
            char character = code.charAt(index);
            if (character == '\\' && !quoted && index + 1 < code.length()) {
                section.append(character).append(code.charAt(++index));
            } else if (character == ';' && !quoted) {
                sections.add(section.toString());
                section.setLength(0);
            } else {
                quoted ^= character == '"';
                section.append(character);
            }
        }
        sections.add(section.toString());
        return sections;
    }
}
