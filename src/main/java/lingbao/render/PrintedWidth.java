package lingbao.render;

/** How wide a text is in a workbook's unit, in which a digit is 1 and a Chinese character 2. */
final class PrintedWidth {

    private PrintedWidth() {}

    static int of(String text) {
        return text.codePoints().map(letter -> letter > 0xFF ? 2 : 1).sum();
    }
}
