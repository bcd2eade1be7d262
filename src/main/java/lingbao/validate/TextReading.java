package lingbao.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/**
 * Free text and codes: {@link String}, trimmed, otherwise as typed. Where a pattern is declared, full-width forms and white
 * space that alone keep the text from it are folded.
 */
final class TextReading implements TypeReading {

    private final Column column;
    private final @Nullable Pattern pattern;

    TextReading(Column column) {
        this.column = column;
        this.pattern = column.pattern() == null ? null : Pattern.compile(column.pattern());
    }

    @Override
    public Reading read(RawCell cell, String text) {
        String value = asWritten(cell, text);
        if (column.maxLength() > 0 && Writing.length(value) > column.maxLength()) {
            return Reading.fault(
                    FindingCode.TEXT_TOO_LONG,
                    String.valueOf(Writing.length(value)),
                    String.valueOf(column.maxLength()));
        }
        if (pattern == null || pattern.matcher(value).matches()) {
            return Reading.of(value);
        }
        String plain = Writing.withoutSpace(Writing.plain(value));
        return pattern.matcher(plain).matches()
                ? Reading.normalised(plain, plain)
                : Reading.fault(
                        FindingCode.PATTERN_MISMATCH,
                        column.patternSays() == null ? pattern.pattern() : column.patternSays());
    }

    /** A class number that the spreadsheet made a number (102.0) is the number as people write it (102). */
    private static String asWritten(RawCell cell, String text) {
        Double number = cell.number();
        if (number == null || !Double.isFinite(number) || cell.dateFormatted() || cell.percentFormatted()) {
            return text;
        }
        return BigDecimal.valueOf(number)
                .setScale(9, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
