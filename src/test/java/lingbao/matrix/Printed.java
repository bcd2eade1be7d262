package lingbao.matrix;

/** Text that anybody may have typed, shown in a page without doing anything there. */
final class Printed {

    private static final int LONGEST = 80;

    private Printed() {}

    /** Cut, what can't be seen by its number, and nothing that a page could take for its own marks. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> shown.append(of(character)));
        return shown + (text.codePointCount(0, text.length()) > LONGEST ? "…" : "");
    }

    /** The same of a sentence, which is not cut. */
    static String whole(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> shown.append(of(character)));
        return shown.toString();
    }

    private static String of(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> "[U+%04X]".formatted(character);
            default ->
                switch (character) {
                    case '|', '`', '*', '_', '[', ']', '\\', '$', '~' -> "\\" + (char) character;
                    case '<' -> "&lt;";
                    case '&' -> "&amp;";
                    case 0xA0, 0x3000 -> "[U+%04X]".formatted(character);
                    default -> Character.toString(character);
                };
        };
    }
}
