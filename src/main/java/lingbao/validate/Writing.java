package lingbao.validate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import lingbao.domain.TraditionalCharacters;
import lingbao.read.Limits;

/**
 * How people write: white space of many kinds, full-width forms, characters that nobody sees. Nothing here is for names of
 * persons but {@link #trimmed}, {@link #withoutSpace} and {@link #withoutZeroWidthSpaces}: the full-width folding alters
 * rare characters.
 */
final class Writing {

    private static final Pattern BESIDE_A_LABEL = Pattern.compile("\\([^()]*\\)|[*★●☆※:、]");
    private static final Pattern MARKED_AS_TEXT =
            Pattern.compile("(?s)^['‘’]([^'‘’\"“”]+)['’]?$|^[\"“]([^'‘’\"“”]+)[\"”]$");
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n\\t]\\s*");

    private static final Pattern ZERO_WIDTH_SPACES = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]+");

    /** Behind a character, it asks for its coloured picture. */
    private static final char AS_A_PICTURE = '\uFE0F';

    private Writing() {}

    /** Without the outer white space of any kind, invisible characters included; a line break inside becomes a space. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        String trimmed = text.substring(from, to);
        boolean broken = trimmed.indexOf('\n') >= 0 || trimmed.indexOf('\r') >= 0 || trimmed.indexOf('\t') >= 0;
        return broken ? LINE_BREAK.matcher(trimmed).replaceAll(" ") : trimmed;
    }

    /**
     * For numbers, codes and dates: half-width, without invisible characters; outer white space and the marks of a text gone,
     * the quotation marks around it or the apostrophe before it.
     */
    static String plain(String text) {
        String plain =
                trimmed(withoutInvisible(halfWidth(text))).replace('。', '.').replace('\u2212', '-');
        boolean mayBeMarked = !plain.isEmpty() && "'‘’\"“".indexOf(plain.charAt(0)) >= 0;
        return mayBeMarked ? trimmed(MARKED_AS_TEXT.matcher(plain).replaceFirst("$1$2")) : plain;
    }

    /** For comparing words: half-width, no white space at all, lower case, simplified, no wish for a coloured picture. */
    static String folded(String text) {
        String folded = withoutSpace(halfWidth(text)).toLowerCase(Locale.ROOT);
        return TraditionalCharacters.simplified(
                folded.indexOf(AS_A_PICTURE) < 0 ? folded : folded.replace("\uFE0F", ""));
    }

    /** For comparing headings and labels: {@link #folded}, and what stands in brackets left out. */
    static String foldedLabel(String text) {
        return BESIDE_A_LABEL.matcher(folded(text)).replaceAll("");
    }

    static String halfWidth(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) > 0x7E) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    static String withoutSpace(String text) {
        return kept(text, false);
    }

    /** Nobody sees that they are gone; other invisible characters join letters or turn their direction. */
    static String withoutZeroWidthSpaces(String text) {
        return ZERO_WIDTH_SPACES.matcher(text).replaceAll("");
    }

    private static String withoutInvisible(String text) {
        return kept(text, true);
    }

    private static String kept(String text, boolean visibleSpace) {
        StringBuilder kept = null;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean dropped = visibleSpace ? isInvisible(character) : isSpace(character);
            if (dropped && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, index);
            } else if (!dropped && kept != null) {
                kept.append(character);
            }
        }
        return kept == null ? text : kept.toString();
    }

    /** White space of any kind, the no-break ones too, and what nobody sees. */
    private static boolean isSpace(char character) {
        return character == ' '
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || isInvisible(character);
    }

    /** Zero-width characters, marks of the writing direction, soft hyphens, byte order marks. */
    private static boolean isInvisible(char character) {
        return character == '\u00AD'
                || character >= '\u200B' && character <= '\u200F'
                || character >= '\u202A' && character <= '\u202E'
                || character >= '\u2060' && character <= '\u2069'
                || character == '\uFEFF';
    }

    static boolean hasInvisible(String text) {
        return text.chars().anyMatch(character -> isInvisible((char) character));
    }

    /** True where a character stands that no page and no XML can carry: control characters, half characters, pictures. */
    static boolean hasImpossibleCharacter(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            if (isImpossible(text.codePointAt(index))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isImpossible(int character) {
        boolean lineOrTab = character == '\t' || character == '\n' || character == '\r';
        return Character.isISOControl(character) && !lineOrTab
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                || (character & 0xFFFE) == 0xFFFE
                || character == 0xFFFD
                || character >= 0x1F000 && character <= 0x1FAFF;
    }

    /** True where nobody sees anything. */
    static boolean isBlank(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (!isSpace(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    /** What tells a row's kind, and is searched: the beginning of a long text, from the first letter that anybody sees. */
    static String beginning(String text) {
        if (text.length() <= Limits.SEARCHED_LENGTH) {
            return text;
        }
        int from = 0;
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        return text.substring(from, Math.min(text.length(), from + Limits.SEARCHED_LENGTH));
    }

    /** To count the characters of a long text takes as long as to read it. */
    static boolean isLongerThan(String text, int most) {
        return text.length() > most && (text.length() > 2 * most || length(text) > most);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
