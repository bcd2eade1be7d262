package lingbao.run;

import java.time.DateTimeException;
import lingbao.domain.Period;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day, a month or a year of the command line: {@code 2020-06-17}, {@code 2020-06}, {@code 2020}. */
final class PeriodText implements ITypeConverter<Period> {

    @Override
    public Period convert(String text) {
        try {
            return Period.of(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("“" + text + "”不是日期、月份或年份");
        }
    }
}
