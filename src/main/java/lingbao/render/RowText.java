package lingbao.render;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import lingbao.domain.FormulaSign;
import org.jspecify.annotations.Nullable;

/** Writes rows as a CSV. Excel takes no text of it for a formula, and {@link FormulaSign#restored} gives each text back. */
public final class RowText implements AutoCloseable {

    private final ICSVWriter csv;

    public RowText(Writer writer) {
        csv = new CSVWriterBuilder(writer).build();
    }

    /** @param values a null leaves its cell empty */
    public void add(List<? extends @Nullable Object> values) {
        @Nullable String[] cells = values.stream().map(RowText::text).toArray(String[]::new);
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
