package lingbao.validate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.ShownValue;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.read.Limits;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/** Understands the cells of one column: what is the same for all types here, the rest by the type. */
final class ColumnReading {

    private static final Pattern ERROR_SIGN =
            Pattern.compile("#(?:REF!|DIV/0!|N/A|VALUE!|NAME\\?|NULL!|NUM!)", Pattern.CASE_INSENSITIVE);

    /** Their details repeat what was typed, and are masked with it. */
    private static final Set<FindingCode> REPEATING_THE_VALUE =
            EnumSet.of(FindingCode.VALUE_NORMALISED, FindingCode.DATE_YEAR_TAKEN, FindingCode.DATE_TIME_DROPPED);

    /** What stands for the row above. */
    /** With signs between its letters that nobody sees. */
    private static final int LONGEST_DITTO = 8;

    private static final Set<String> DITTO = Set.of("同上", "同前", "上同", "〃", "″", "\"", "''", "”", "“");

    private final Column column;
    private final Set<String> blankWords;
    private final TypeReading type;

    private ColumnReading(Column column, TypeReading type) {
        this.column = column;
        this.type = type;
        this.blankWords = column.blankWords().stream().map(Writing::folded).collect(Collectors.toUnmodifiableSet());
    }

    /** @param period what the sheet speaks for, to complete dates without a year; null where not known */
    static ColumnReading of(Form form, Column column, @Nullable Period period) {
        TypeReading type =
                switch (column.type()) {
                    case TEXT -> text(column);
                    case INTEGER, DECIMAL -> new NumberReading(column);
                    case DATE -> new DateReading(period);
                    case TIME -> new TimeReading(period);
                    case YES_NO -> new YesNoReading(column);
                    case CHOICE, CHOICES -> new ChoiceReading(column);
                    case PERSON ->
                        new NameReading(
                                column,
                                form.person() != null && form.person().name().equals(column.id()));
                    case ID -> new IdNumberReading(period);
                    case PHONE -> new PhoneReading();
                };
        return new ColumnReading(column, type);
    }

    /** With another reading than the column's type has. */
    static ColumnReading of(Column column, TypeReading type) {
        return new ColumnReading(column, type);
    }

    private static TypeReading text(Column column) {
        return column.checkDigit() == null
                ? new TextReading(column)
                : switch (column.checkDigit()) {
                    case GB_32100 -> new CreditCodeReading();
                };
    }

    /** True where nobody sees anything in the cell and no result is owed to it. */
    static boolean isBlank(RawCell cell) {
        return Writing.isBlank(cell.text()) && !isUncalculated(cell);
    }

    Reading read(RawCell cell) {
        String text = Writing.trimmed(cell.text());
        if (isUncalculated(cell)) {
            return Reading.fault(FindingCode.FORMULA_NOT_CALCULATED);
        }
        if (text.isEmpty()) {
            return Reading.BLANK;
        }
        if (isTooLong(text)) {
            return Reading.fault(
                    FindingCode.TEXT_TOO_LONG,
                    String.valueOf(Writing.length(text)),
                    String.valueOf(column.maxLength() > 0 ? column.maxLength() : Limits.VALUE_LENGTH));
        }
        if (cell.kind() == RawCell.Kind.ERROR
                || text.charAt(0) == '#' && ERROR_SIGN.matcher(text).matches()) {
            return Reading.fault(FindingCode.FORMULA_ERROR);
        }
        if (Writing.hasImpossibleCharacter(text)) {
            return Reading.fault(FindingCode.CHARACTER_INVALID);
        }
        if (text.length() <= Limits.VALUE_LENGTH && blankWords.contains(Writing.folded(text))) {
            return Reading.BLANK;
        }
        if (!isFreeText() && isDitto(text)) {
            return Reading.fault(FindingCode.DITTO);
        }
        return looking(cell, masked(type.read(cell, text)));
    }

    /** A patterned text or a value of any type but text is read by searching it, which takes long over what is long. */
    private boolean isTooLong(String text) {
        boolean plain = column.type() == ColumnType.TEXT && column.pattern() == null && column.maxLength() == 0;
        return !plain && text.length() > Math.max(Limits.VALUE_LENGTH, 2 * column.maxLength());
    }

    private static boolean isDitto(String text) {
        return text.length() <= LONGEST_DITTO && DITTO.contains(Writing.withoutZeroWidthSpaces(text));
    }

    /** A remark may say 同上; what is counted by may not. */
    private boolean isFreeText() {
        return column.type() == ColumnType.TEXT && !column.required() && !column.fillDown();
    }

    private static Reading looking(RawCell cell, Reading reading) {
        Reading looking = reading;
        if (cell.formula()) {
            looking = looking.with(new Reading.Remark(FindingCode.FORMULA_VALUE));
        }
        if (cell.unseen()) {
            looking = looking.with(new Reading.Remark(FindingCode.DISPLAY_EMPTY));
        }
        return cell.struck() ? looking.with(new Reading.Remark(FindingCode.STRUCK_OUT)) : looking;
    }

    /** A formula whose result is an empty text is blank; one without any result was never calculated. */
    private static boolean isUncalculated(RawCell cell) {
        return cell.formula() && cell.kind() == RawCell.Kind.EMPTY;
    }

    private Reading masked(Reading reading) {
        if (!column.personal()
                || !(reading instanceof Reading.Understood understood)
                || understood.remarks().isEmpty()) {
            return reading;
        }
        List<Reading.Remark> remarks = understood.remarks().stream()
                .map(remark -> REPEATING_THE_VALUE.contains(remark.code())
                        ? new Reading.Remark(
                                remark.code(),
                                remark.details().stream()
                                        .map(detail -> ShownValue.of(column, detail))
                                        .toList())
                        : remark)
                .toList();
        return new Reading.Understood(understood.value(), remarks);
    }
}
