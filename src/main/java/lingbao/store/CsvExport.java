package lingbao.store;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lingbao.catalogue.Form;
import org.jspecify.annotations.Nullable;

/** Writes stored rows as a CSV with the column ids as its heading. Excel takes no text of it for a formula. */
public final class CsvExport implements Consumer<StoredRow>, AutoCloseable {

    /** What makes Excel, WPS or LibreOffice take a text for a formula, in full width too. */
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private final ICSVWriter csv;

    public CsvExport(Form form, Writer writer) {
        csv = new CSVWriterBuilder(writer).build();
        List<String> heading = new ArrayList<>(List.of("institution", "period", "receipt", "sheet", "row"));
        form.columns().forEach(column -> heading.add(column.id()));
        write(heading);
    }

    @Override
    public void accept(StoredRow row) {
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(neutralised(row.institution()));
        cells.add(row.period().text());
        cells.add(row.receipt());
        cells.add(row.sheet() == null ? null : neutralised(row.sheet()));
        cells.add(String.valueOf(row.row()));
        row.values().forEach(value -> cells.add(text(value)));
        write(cells);
    }

    private void write(List<? extends @Nullable String> cells) {
        csv.writeNext(cells.toArray(String[]::new), false);
        if (csv.getException() != null) {
            throw new UncheckedIOException("导出文件无法写入", csv.getException());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        if (value instanceof List<?> words) {
            return neutralised(words.stream().map(String::valueOf).collect(Collectors.joining("、")));
        }
        return value instanceof String text ? neutralised(text) : value.toString();
    }

    private static String neutralised(String text) {
        return !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Writes out what is left; the writer stays open. */
    @Override
    public void close() {
        csv.flushQuietly();
    }
}
