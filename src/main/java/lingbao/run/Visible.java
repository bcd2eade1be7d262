package lingbao.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text of others on a terminal: names of files and what stands in cells may hold signs that move the cursor, break the line
 * or turn the direction of reading, and so make an answer say what it does not.
 */
final class Visible {

    private Visible() {}

    /** Whether the letter has no shape of its own and may change how others are shown. */
    static boolean hides(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** With each such letter by its number in hexadecimal. */
    static String of(String text) {
        if (text.codePoints().noneMatch(Visible::hides)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (hides(letter)) {
                visible.append(String.format(Locale.ROOT, letter > 0xffff ? "\\U%08X" : "\\u%04X", letter));
            } else {
                visible.appendCodePoint(letter);
            }
        });
        return visible.toString();
    }

    /** A stream on which each line printed is visible as a whole. */
    static PrintStream lines(PrintStream out) {
        return new PrintStream(out, false, StandardCharsets.UTF_8) {
            @Override
            public void print(String line) {
                super.print(of(line));
            }
        };
    }
}
