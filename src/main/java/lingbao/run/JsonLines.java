package lingbao.run;

import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers for scripts: one JSON object a line, and nothing else on that stream. */
final class JsonLines {

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final PrintStream out;
    private final JsonMapper json;

    JsonLines(PrintStream out) {
        this.out = out;
        this.json = mapper();
    }

    /** Signs that would change how the line is shown leave as their numbers, which are the same text to whoever parses it. */
    private static final class HiddenSigns extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        HiddenSigns() {
            ascii[0x7f] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int letter) {
            return letter > 0x7f && !Character.isSurrogate((char) letter) && Visible.hides(letter)
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", letter))
                    : null;
        }
    }

    /** Plain digits, whatever the scale. */
    static JsonMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder().characterEscapes(new HiddenSigns()).build();
        return JsonMapper.builder(factory)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    void answer(SheetAnswer answer) {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("file", answer.file());
            text(generator, "sha256", answer.sha256());
            text(generator, "sheet", answer.sheet());
            text(generator, "form", answer.form());
            text(generator, "institution", answer.institution());
            text(generator, "period", answer.period());
            generator.writeStringProperty("state", answer.state().word());
            text(generator, "receipt", answer.receipt());
            rows(generator, answer.rows());
            generator.writeArrayPropertyStart("ignored");
            for (IgnoredRow row : answer.ignored()) {
                generator.writeStartObject();
                generator.writeNumberProperty("row", row.row());
                generator.writeStringProperty("reason", row.reason().name());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeArrayPropertyStart("findings");
            for (Finding finding : answer.findings()) {
                finding(generator, finding);
            }
            generator.writeEndArray();
            if (answer.annotation() != null && answer.annotation().copy() != null) {
                generator.writeStringProperty(
                        "annotated", answer.annotation().copy().toString());
            }
            if (answer.data() != null) {
                generator.writeArrayPropertyStart("data");
                answer.data().writeTo(generator);
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
        out.println();
    }

    /** An object of plain values: text, numbers, yes and no, lists of words, and null. */
    void object(Map<String, @Nullable Object> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(text)) {
            generator.writeStartObject();
            values.forEach((key, value) -> {
                generator.writeName(key);
                value(generator, value);
            });
            generator.writeEndObject();
        }
        out.println(text);
    }

    /** A value of a column's Java type: dates and times as scripts read them, numbers in plain digits. */
    static void value(JsonGenerator generator, @Nullable Object value) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        } else if (value instanceof Boolean yes) {
            generator.writeBoolean(yes);
        } else if (value instanceof Collection<?> words) {
            generator.writeStartArray();
            words.forEach(word -> generator.writeString(String.valueOf(word)));
            generator.writeEndArray();
        } else if (value instanceof LocalTime time) {
            generator.writeString(TO_THE_MINUTE.format(time));
        } else {
            generator.writeString(value.toString());
        }
    }

    /** ISO with the zone's offset, to the second; null stays null. */
    static @Nullable String moment(@Nullable Instant instant, ZoneId zone) {
        return instant == null
                ? null
                : WITH_OFFSET.format(
                        OffsetDateTime.ofInstant(instant, zone).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    private static void rows(JsonGenerator generator, RowCounts rows) {
        generator.writeObjectPropertyStart("rows");
        generator.writeNumberProperty("seen", rows.seen());
        generator.writeNumberProperty("accepted", rows.accepted());
        generator.writeNumberProperty("rejected", rows.rejected());
        generator.writeNumberProperty("ignored", rows.ignored());
        generator.writeEndObject();
    }

    private static void finding(JsonGenerator generator, Finding finding) {
        generator.writeStartObject();
        generator.writeStringProperty("code", finding.code().name());
        generator.writeStringProperty("severity", finding.severity().word());
        text(generator, "sheet", finding.sheet());
        text(generator, "cell", finding.cell());
        text(generator, "column", finding.columnId());
        text(generator, "value", finding.value());
        generator.writeStringProperty("message", finding.message());
        generator.writeStringProperty("remedy", finding.remedy());
        generator.writeEndObject();
    }

    private static void text(JsonGenerator generator, String key, @Nullable String value) {
        if (value == null) {
            generator.writeNullProperty(key);
        } else {
            generator.writeStringProperty(key, value);
        }
    }
}
