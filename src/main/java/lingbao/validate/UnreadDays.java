package lingbao.validate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row says of itself, in a column that the form does not know, that it is of another day than the sheet, or a row
 * with nothing but a day says so above it. What is no clear date there says nothing, and a form that keeps the day of each
 * row has its own rules.
 */
final class UnreadDays {

    /** The day of the record; a person's 出生日期, 发病日期, 检测日期 or 登记日期 may be any. */
    private static final Set<String> HEADINGS =
            Set.of("日期", "填报日期", "上报日期", "填表日期", "报告日期", "统计日期", "监测日期", "测量日期", "测温日期", "晨检日期", "考勤日期", "点名日期");

    private static final Pattern LABEL = Pattern.compile("^日\\s*期\\s*:?\\s*");

    /** 5-1 alone may be a class. */
    private static final Pattern CLEAR = Pattern.compile("[0-9]{1,2}\\s*月.*|[0-9]{4}\\s*[-年/.].*");

    private final @Nullable String sheet;
    private final @Nullable Period day;
    private final DateReading dates;

    private final UnreadColumns columns = new UnreadColumns(HEADINGS);

    /** Of the rows at hand; null where no row above says it, or says the report's own. */
    private @Nullable String dayAbove;

    /** @param period what the sheet speaks for; null where that is not known */
    UnreadDays(Form form, @Nullable String sheet, @Nullable Period period) {
        this.sheet = sheet;
        boolean keepsTheDay = form.columns().stream()
                .anyMatch(column -> HEADINGS.contains(column.heading())
                        || column.aliases().stream().anyMatch(HEADINGS::contains));
        day = period != null && period.kind() == PeriodKind.DAY && !keepsTheDay ? period : null;
        // In the whole year, 6月18日 is some day though it has no year, and that day is not the 17th.
        dates = new DateReading(period == null ? null : Period.holding(period.start(), PeriodKind.YEAR));
    }

    /** A further table begins. */
    void beginTable() {
        dayAbove = null;
        columns.beginTable();
    }

    /** A row that is no data: 6月16日, 日期：2020-06-16. */
    void above(RawRow row, FormLayout layout) {
        List<Integer> filled = RowKinds.filledPlaces(row);
        String heading = Writing.foldedLabel(layout.headings().getOrDefault(filled.get(filled.size() - 1), ""));
        if (heading.matches(".*(?:日期|时间)") && !HEADINGS.contains(heading)) {
            return;
        }
        String text = Writing.plain(
                filled.stream().map(place -> row.cell(place).text()).collect(Collectors.joining(" ")));
        String said = LABEL.matcher(WrittenDate.arabic(text)).replaceFirst("");
        RawCell last = row.cell(filled.get(filled.size() - 1));
        boolean isNumber = last.dateFormatted();
        boolean isDayAlone = filled.size() == 1
                || filled.size() == 2
                        && LABEL.matcher(Writing.plain(row.cell(filled.get(0)).text()))
                                .replaceFirst("")
                                .isEmpty();
        if (day == null || !isDayAlone || !isNumber && !CLEAR.matcher(said).matches()) {
            return;
        }
        RawCell cell = isNumber ? last : RawCell.ofText(said);
        if (dates.read(cell, cell.text()).value() instanceof LocalDate above) {
            dayAbove = day.contains(above) ? null : isNumber ? above.toString() : said;
        }
    }

    /** A row that nobody answered: what it says may stand for those below it. */
    void listen(TypedRow row) {
        columns.in(row);
    }

    /** An error at the first cell that names another day. */
    Optional<Finding> other(TypedRow row) {
        List<UnreadColumns.Said> said = columns.in(row);
        Period reported = day;
        if (reported == null) {
            return Optional.empty();
        }
        if (dayAbove != null) {
            int place = RowKinds.filledPlaces(row.raw()).get(0);
            return Optional.of(otherDay(row, place, "日期", dayAbove, reported));
        }
        return said.stream()
                .flatMap(each -> other(row, each, reported).stream())
                .findFirst();
    }

    private Optional<Finding> other(TypedRow row, UnreadColumns.Said said, Period reported) {
        String text = Writing.trimmed(said.cell().text());
        if (!(dates.read(said.cell(), text).value() instanceof LocalDate other) || reported.contains(other)) {
            return Optional.empty();
        }
        return Optional.of(otherDay(row, said.place(), said.heading(), text, reported));
    }

    private Finding otherDay(TypedRow row, int place, String heading, String said, Period reported) {
        return new Finding(
                FindingCode.DATE_NOT_REPORT_DAY,
                FindingCode.DATE_NOT_REPORT_DAY.severity(),
                sheet,
                row.number(),
                place,
                null,
                said,
                List.of(heading, reported.label()));
    }
}
