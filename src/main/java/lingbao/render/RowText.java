package lingbao.render;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import lingbao.domain.FormulaSign;
import org.jspecify.annotations.Nullable;

/** Writes rows as a CSV. Excel takes no text of it for a formula, and {@link FormulaSign#restored} gives each text back. */
public final class RowText implements AutoCloseable {

    /** What Excel takes for a number or a date when it opens a CSV: the digits of an identity number do not survive that. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[0-9][0-9.,/:\\-eE]*");

    private static final String TAB = "\t";

    private final ICSVWriter csv;

    public RowText(Writer writer) {
        csv = new CSVWriterBuilder(writer).build();
    }

    /** @param values a null leaves its cell empty */
    public void add(List<? extends @Nullable Object> values) {
        write(values.stream().map(RowText::text).toArray(String[]::new));
    }

    /** The same of what people will open, save and send back: a tab, which is not read, keeps Excel from changing the digits of a text. */
    void addKept(List<? extends @Nullable Object> values) {
        write(values.stream()
                .map(value -> value instanceof String text
                                && NUMBER_LIKE.matcher(text).matches()
                        ? TAB + text
                        : text(value))
                .toArray(String[]::new));
    }

    private void write(@Nullable String[] cells) {
        csv.writeNext(cells, false);
        if (csv.getException() != null) {
            throw new UncheckedIOException("the text was not written whole", csv.getException());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        return value instanceof String text ? FormulaSign.defused(text) : value == null ? null : value.toString();
    }

    /** Writes out what is left; the writer stays open. */
    @Override
    public void close() {
        csv.flushQuietly();
    }
}
