package lingbao.validate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/** Counts and measures: {@link Integer} or {@link BigDecimal}, in the column's unit. */
final class NumberReading implements TypeReading {

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3}){1,8}(?:\\.[0-9]{1,30})?");

    private static final String CELSIUS = "℃";
    private static final BigDecimal LARGEST = new BigDecimal("999999999999");

    /** What a spreadsheet's arithmetic leaves behind the ninth decimal is noise: 36.800000000000004, 12.0000000001. */
    private static final int DECIMALS_OF_A_CELL = 9;

    /** Other writings of a unit, half-width, as they stand behind a number. */
    private static final Map<String, String> UNIT_WRITINGS = Map.of(
            CELSIUS, "°\\s*C|摄氏度|度|C", "分钟", "分钟|分|min", "h", "h|小时|学时|课时", "小时", "h|小时", "人", "人|名|位", "名", "人|名|位");

    private final Column column;
    private final Pattern unitBehind;

    NumberReading(Column column) {
        this.column = column;
        String unit = column.unit() == null ? "" : column.unit();
        String writings = UNIT_WRITINGS.getOrDefault(unit, Pattern.quote(Writing.halfWidth(unit)));
        this.unitBehind = Pattern.compile("\\s*(?:" + writings + ")$", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Reading read(RawCell cell, String text) {
        Double typed = cell.number();
        BigDecimal number = typed != null ? ofCell(cell, typed) : ofText(text);
        if (number == null) {
            String more = typed != null && cell.percentFormatted() ? "；这一格是百分比格式，请改为“常规”格式" : whereNoneWasTaken();
            return Reading.fault(FindingCode.NUMBER_INVALID, example(), more);
        }
        BigDecimal withoutNoise = shortest(number.setScale(DECIMALS_OF_A_CELL, RoundingMode.HALF_UP));
        if (column.type() == ColumnType.INTEGER && withoutNoise.scale() > 0) {
            return Reading.fault(FindingCode.INTEGER_EXPECTED);
        }
        if (withoutNoise.compareTo(smallest()) < 0 || withoutNoise.compareTo(largest()) > 0) {
            return outOfRange();
        }
        if (column.type() == ColumnType.INTEGER) {
            return understood(withoutNoise.intValueExact(), withoutNoise, cell, text, withoutNoise);
        }
        BigDecimal kept = shortest(withoutNoise.setScale(column.decimals(), RoundingMode.HALF_UP));
        Reading reading = understood(kept, kept, cell, text, withoutNoise);
        return isDoubtfulPercentage(kept, cell, text)
                ? reading.with(new Reading.Remark(
                        FindingCode.PERCENT_DOUBTFUL,
                        kept.toPlainString(),
                        shortest(kept.movePointRight(2)).toPlainString()))
                : reading;
    }

    /** Under a heading of % some type 0.3 for 30%; where the sign stands with the number, nobody doubts it. */
    private boolean isDoubtfulPercentage(BigDecimal number, RawCell cell, String text) {
        return isPercentage()
                && number.signum() > 0
                && number.compareTo(BigDecimal.ONE) <= 0
                && !cell.percentFormatted()
                && Writing.halfWidth(text).indexOf('%') < 0;
    }

    private @Nullable BigDecimal ofCell(RawCell cell, double typed) {
        boolean minusZero = Double.doubleToRawLongBits(typed) == Double.doubleToRawLongBits(-0.0);
        if (!Double.isFinite(typed) || minusZero || cell.dateFormatted()) {
            return null;
        }
        if (cell.percentFormatted()) {
            return isPercentage() ? BigDecimal.valueOf(typed).movePointRight(2) : null;
        }
        return BigDecimal.valueOf(typed);
    }

    private boolean isPercentage() {
        return "%".equals(column.unit());
    }

    private @Nullable BigDecimal ofText(String text) {
        String digits = unitBehind.matcher(Writing.plain(text)).replaceFirst("");
        if (GROUPED.matcher(digits).matches()) {
            digits = digits.replace(",", "");
        }
        if (!PLAIN.matcher(digits).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(digits);
        return number.signum() == 0 && digits.startsWith("-") ? null : number;
    }

    private String example() {
        if (column.type() == ColumnType.INTEGER) {
            return "30";
        }
        return CELSIUS.equals(column.unit()) ? "36.5" : "1.5";
    }

    /** So that nobody makes up a temperature; a row of which a required one alone is blank is refused. */
    private String whereNoneWasTaken() {
        if (!CELSIUS.equals(column.unit())) {
            return "";
        }
        String leaveOpen = column.required() ? "没有测量的人，这一行填报的各项都请留空" : "没有测量的请留空";
        return "；" + leaveOpen + "，缺勤的人请填在考勤统计表里";
    }

    /** A form that takes negative numbers says so by its smallest one. */
    private BigDecimal smallest() {
        return column.min() == null ? BigDecimal.ZERO : column.min();
    }

    private BigDecimal largest() {
        BigDecimal most = column.type() == ColumnType.INTEGER ? BigDecimal.valueOf(Integer.MAX_VALUE) : LARGEST;
        return column.max() == null ? most : column.max().min(most);
    }

    private Reading outOfRange() {
        FindingCode code =
                CELSIUS.equals(column.unit()) ? FindingCode.TEMPERATURE_OUT_OF_RANGE : FindingCode.OUT_OF_RANGE;
        return Reading.fault(
                code,
                smallest().toPlainString(),
                column.max() == null ? "不限" : column.max().toPlainString());
    }

    private static Reading understood(Object value, BigDecimal kept, RawCell cell, String text, BigDecimal typed) {
        boolean asTyped = cell.number() != null || PLAIN.matcher(text).matches();
        return asTyped && kept.compareTo(typed) == 0
                ? Reading.of(value)
                : Reading.normalised(value, kept.toPlainString());
    }

    /** Without trailing zeros, so that equal numbers are equal values. */
    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
