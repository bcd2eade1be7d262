package lingbao.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;
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

    /** Those of the three that were given, the shortest first. */
    static List<Period> written(@Nullable LocalDate date, @Nullable YearMonth month, @Nullable Year year) {
        List<Period> written = new ArrayList<>();
        if (date != null) {
            written.add(new Period(PeriodKind.DAY, date));
        }
        if (month != null) {
            written.add(new Period(PeriodKind.MONTH, month.atDay(1)));
        }
        if (year != null) {
            written.add(new Period(PeriodKind.YEAR, year.atDay(1)));
        }
        return written;
    }
}
