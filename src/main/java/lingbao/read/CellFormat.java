package lingbao.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a number format says of the cells that wear it.
 *
 * @param hidesPositive whether nothing is seen of a number above 0
 * @param hidesNegative whether nothing is seen of one below
 * @param hidesZero whether nothing is seen of 0
 * @param hidesText whether nothing is seen of a text
 */
record CellFormat(
        NumberText.Wear wear, boolean hidesPositive, boolean hidesNegative, boolean hidesZero, boolean hidesText) {

    static final CellFormat PLAIN = new CellFormat(NumberText.Wear.PLAIN, false, false, false, false);

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
            return new CellFormat(wear, false, false, false, false);
        }
        boolean positive = isUnseen(sections.get(0));
        boolean negative = isUnseen(sections.get(1));
        return new CellFormat(
                wear,
                positive,
                negative,
                sections.size() > 2 ? isUnseen(sections.get(2)) : positive,
                sections.size() > 3 && isUnseen(sections.get(3)));
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
