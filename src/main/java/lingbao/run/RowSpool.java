package lingbao.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.validate.CheckedRow;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accepted rows of one sheet as JSON, kept in a file until it is known which of them later rows spoiled: memory does
 * not grow with the sheet. The file is gone when the spool is closed.
 */
final class RowSpool implements AutoCloseable {

    private final Form form;
    private final JsonMapper json;
    private final FileChannel channel;
    private final BufferedWriter writer;
    private Set<Integer> takenBack = Set.of();
    private boolean allTakenBack;

    RowSpool(Form form, JsonMapper json) {
        this.form = form;
        this.json = json;
        try {
            Path file = Files.createTempFile("lingbao-rows", ".jsonl");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(CheckedRow row) {
        try {
            writer.write(Integer.toString(row.row()));
            writer.write('\t');
            writer.write(rowJson(row));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out these rows of those that were added. */
    void takeBack(Collection<Integer> rows) {
        takenBack = Set.copyOf(rows);
    }

    /** Leaves out every row, as when the sheet is refused. */
    void takeBackAll() {
        allTakenBack = true;
    }

    /** Writes the rows as the elements of an array that is already begun. */
    void writeTo(JsonGenerator generator) {
        if (allTakenBack) {
            return;
        }
        try {
            writer.flush();
            channel.position(0);
            BufferedReader reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (!takenBack.contains(Integer.valueOf(line.substring(0, tab)))) {
                    generator.writeRawValue(line.substring(tab + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rowJson(CheckedRow row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeNumberProperty("row", row.row());
            List<Column> columns = form.columns();
            for (int index = 0; index < columns.size(); index++) {
                Object value = row.values().get(index);
                if (value != null) {
                    generator.writeName(columns.get(index).id());
                    JsonLines.value(generator, value);
                }
            }
            generator.writeEndObject();
        }
        return text.toString();
    }
}
