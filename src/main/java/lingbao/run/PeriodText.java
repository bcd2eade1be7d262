package lingbao.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day, a month or a year of the command line: {@code 2020-06-17}, {@code 2020-06}, {@code 2020}. */
final class PeriodText implements ITypeConverter<Period> {

    @Override
    public Period convert(String text) {
        try {
            return switch (text.length()) {
                case 4 -> new Period(PeriodKind.YEAR, Year.parse(text).atDay(1));
                case 7 -> new Period(PeriodKind.MONTH, YearMonth.parse(text).atDay(1));
                default -> new Period(PeriodKind.DAY, LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            throw new TypeConversionException("“" + text + "”不是日期、月份或年份");
        }
    }
}
