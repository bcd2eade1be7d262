package lingbao.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import lingbao.catalogue.Report;

/** What a printed number measures, and so how it is rounded and written. */
enum Measure {
    COUNT("", "#,##0"),
    DECIMAL("", "#,##0.0"),

    /** A part of a whole, 1 being all of it. What is short of all of it never reads 100.0, on paper as in a workbook. */
    RATE("(%)", "[<0.9995]0.0%;[<1]\"99.9%\";#,##0.0%"),

    /** A difference of two rates, in hundredths. */
    POINTS("(百分点)", "+0.0;-0.0;0.0");

    private static final BigDecimal ALMOST_ALL = new BigDecimal("99.9");

    private final String unit;
    private final String format;

    Measure(String unit, String format) {
        this.unit = unit;
        this.format = format;
    }

    static Measure of(Report.Type type) {
        return switch (type) {
            case INTEGER -> COUNT;
            case DECIMAL -> DECIMAL;
            case RATE -> RATE;
        };
    }

    /** As a column's heading ends that holds bare numbers; empty where nothing need be said. */
    String unit() {
        return unit;
    }

    /** The number format of a workbook's cell. */
    String format() {
        return format;
    }

    /** In a column whose heading says the unit: {@code 20,600}, {@code 99.9}, {@code −12.3}. */
    String text(Number value) {
        return switch (this) {
            case COUNT -> grouped("#,##0", value);
            case DECIMAL -> grouped("#,##0.0", value);
            case RATE -> grouped("#,##0.0", percent(exact(value)));
            case POINTS -> signed(exact(value));
        };
    }

    /** In a sentence: {@code 99.9%}, {@code 12.3个百分点}. */
    String phrase(Number value) {
        return switch (this) {
            case COUNT, DECIMAL -> text(value);
            case RATE -> text(value) + "%";
            case POINTS -> grouped("#,##0.0", hundredths(exact(value).abs())) + "个百分点";
        };
    }

    /** The number of a workbook's cell, in the measure's own unit. */
    double cell(Number value) {
        return this == POINTS ? exact(value).movePointRight(2).doubleValue() : value.doubleValue();
    }

    private static BigDecimal percent(BigDecimal rate) {
        BigDecimal percent = hundredths(rate);
        return rate.compareTo(BigDecimal.ONE) < 0 ? percent.min(ALMOST_ALL) : percent;
    }

    private static String signed(BigDecimal points) {
        String sign = points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "";
        return sign + grouped("#,##0.0", hundredths(points.abs()));
    }

    private static BigDecimal hundredths(BigDecimal value) {
        return value.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal exact(Number value) {
        return new BigDecimal(value.toString());
    }

    private static String grouped(String pattern, Number value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(exact(value));
    }
}
