package lingbao.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
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

    /** What a program writes of a class number that it took for a measure. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("([0-9]{1,9})[.]0{1,2}");

    /** And neither words nor leading zeros, which the cell's format may show beside them. */
    private static final Pattern DIGITS = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?");

    private final Column column;
    private final @Nullable Pattern pattern;

    TextReading(Column column) {
        this.column = column;
        this.pattern = column.pattern() == null ? null : Pattern.compile(column.pattern());
    }

    @Override
    public Reading read(RawCell cell, String text) {
        String value = asWritten(cell, text);
        if (column.maxLength() > 0 && Writing.isLongerThan(value, column.maxLength())) {
            return Reading.fault(
                    FindingCode.TEXT_TOO_LONG,
                    String.valueOf(Writing.length(value)),
                    String.valueOf(column.maxLength()));
        }
        if (pattern == null) {
            return understood(cell, value);
        }
        String allowed = column.patternSays() == null ? pattern.pattern() : column.patternSays();
        if (cell.number() != null && cell.percentFormatted()) {
            // What the cell shows is a hundred times what it holds.
            return Reading.fault(FindingCode.PATTERN_MISMATCH, allowed + "；这一格是百分比格式，请改为“常规”格式");
        }
        if (pattern.matcher(value).matches()) {
            return understood(cell, value);
        }
        String plain = Writing.withoutSpace(Writing.plain(value));
        return pattern.matcher(plain).matches()
                ? Reading.normalised(plain, plain)
                : Reading.fault(FindingCode.PATTERN_MISMATCH, allowed);
    }

    /** Which words a spreadsheet took for a date or a truth value (6-3, 1-2), its file does not tell. */
    private Reading understood(RawCell cell, String value) {
        if (cell.kind() == RawCell.Kind.BOOLEAN) {
            return Reading.of(value).with(new Reading.Remark(FindingCode.TEXT_CONVERTED, "真假值"));
        }
        if (cell.number() != null && cell.dateFormatted()) {
            return Reading.of(value).with(new Reading.Remark(FindingCode.TEXT_CONVERTED, "日期或时刻"));
        }
        Matcher whole = WHOLE_NUMBER.matcher(value);
        boolean countedBy = column.required() || column.fillDown();
        return countedBy && pattern == null && whole.matches()
                ? Reading.normalised(whole.group(1), whole.group(1))
                : Reading.of(value);
    }

    /** A class number that the spreadsheet made a number (102.0) is the number as people write it (102). */
    private static String asWritten(RawCell cell, String text) {
        Double number = cell.number();
        boolean isDigits = number != null && DIGITS.matcher(text).matches();
        if (number == null
                || !isDigits
                || !Double.isFinite(number)
                || cell.dateFormatted()
                || cell.percentFormatted()) {
            return text;
        }
        return BigDecimal.valueOf(number)
                .setScale(9, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
