package lingbao.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF where it stands: each line of each cell apart, in the order in which it was drawn. */
final class PrintedWords extends PDFTextStripper {

    /** @param page from 1; x and y in points, from the page's top left corner */
    record Word(int page, String text, float left, float right, float y) {

        float centre() {
            return (left + right) / 2;
        }
    }

    private final List<Word> words = new ArrayList<>();

    private PrintedWords() {}

    static List<Word> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PrintedWords stripper = new PrintedWords();
            stripper.getText(document);
            return stripper.words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text without its line breaks and blanks, as it was drawn: a name that wraps in its cell stays whole. */
    static String joined(byte[] pdf) {
        StringBuilder text = new StringBuilder();
        of(pdf).forEach(word -> text.append(word.text()));
        return text.toString().replaceAll("[\\s　]", "");
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        int first = 0;
        for (int next = 1; next <= positions.size(); next++) {
            if (next == positions.size() || apart(positions.get(next - 1), positions.get(next))) {
                words.add(word(positions.subList(first, next)));
                first = next;
            }
        }
    }

    /** Cells that stand close to one another come as one string. */
    private static boolean apart(TextPosition left, TextPosition right) {
        return right.getXDirAdj() - (left.getXDirAdj() + left.getWidthDirAdj()) > 1.5f
                || right.getXDirAdj() < left.getXDirAdj()
                || Math.abs(right.getYDirAdj() - left.getYDirAdj()) > 1;
    }

    private Word word(List<TextPosition> positions) {
        StringBuilder text = new StringBuilder();
        positions.forEach(position -> text.append(position.getUnicode()));
        TextPosition first = positions.get(0);
        TextPosition last = positions.get(positions.size() - 1);
        return new Word(
                getCurrentPageNo(),
                text.toString(),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj());
    }
}
