package lingbao.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.RowRuns;
import lingbao.read.RawRow;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/** Holds against the rows of one sheet what the sheet itself says of them: their numbers, how many they are, and their day. */
final class ListedRows {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int MOST_TOLD = 20;

    /** Not of a part of them, nor of a larger whole: 缺勤共 2 人, 全校共 500 人. */
    private static final Pattern COUNT = Pattern.compile(
            "(?:(?<!\\p{IsHan})|(?<=本班|全班|本表|名单|人员))(?:[合总]?共计?|[合总]计|总?人数)\\s*:?\\s*([0-9]{1,6})\\s*(?:人|名)(?!次)"
                    + "|(?<!\\p{IsHan})总?人数\\s*:?\\s*([0-9]{1,6})(?![0-9.])");

    private final Form form;
    private final @Nullable String sheet;
    private final @Nullable Period period;
    private final @Nullable Column day;
    private final List<Declared> declared = new ArrayList<>();

    private int rows;
    private RunningNumbers numbers = new RunningNumbers();
    private final List<Finding> ofTablesAbove = new ArrayList<>();
    private boolean severalTables;
    private @Nullable String numbersHeading;

    private @Nullable LocalDate onlyDay;
    private boolean severalDays;

    /** What somebody wrote of the number of persons, and where. */
    private record Declared(int row, int column, String said, int count) {}

    ListedRows(Form form, @Nullable String sheet, List<TitleCell> titles, @Nullable Period period) {
        this.form = form;
        this.sheet = sheet;
        this.period = period;
        day = form.rules().stream()
                .filter(SheetRule.InPeriod.class::isInstance)
                .map(rule -> form.columns().get(form.indexOf(((SheetRule.InPeriod) rule).column())))
                .findFirst()
                .orElse(null);
        titles.forEach(title -> declared(title.row(), title.column(), title.text()));
    }

    /** Each table counts its rows anew; of which of them a count speaks can't be known. */
    void beginTable() {
        ofTablesAbove.addAll(ofNumbers());
        numbers = new RunningNumbers();
        numbersHeading = null;
        severalTables = true;
    }

    /** A row of data, answered or not. */
    void row(TypedRow row) {
        rows++;
        number(row);
        if (day != null && row.value(day) instanceof LocalDate said) {
            severalDays |= onlyDay != null && !onlyDay.equals(said);
            onlyDay = said;
        }
    }

    private void number(TypedRow row) {
        int place = row.layout().runningNumbers();
        if (place < 0) {
            return;
        }
        String said = Writing.plain(row.raw().cell(place).text());
        if (NUMBER.matcher(said).matches()) {
            numbersHeading = row.layout().headings().get(place);
            numbers.add(Integer.parseInt(said));
        }
    }

    /** A row that is no data, in which somebody may say how many persons are listed. */
    void beside(RawRow row) {
        for (int place : RowKinds.filledPlaces(row)) {
            declared(row.number(), place, row.cell(place).text());
        }
    }

    /** Where each person has one row, the persons are the rows. */
    private void declared(int row, int column, String text) {
        if (form.person() == null || !form.person().once().isEmpty()) {
            return;
        }
        Matcher count = COUNT.matcher(Writing.plain(text));
        if (count.find()) {
            String number = count.group(1) == null ? count.group(2) : count.group(1);
            declared.add(new Declared(row, column, count.group(), Integer.parseInt(number)));
        }
    }

    /** True where all rows are of one day, and the sheet is said to be of another. */
    boolean areOfAnotherDay() {
        return period != null && onlyDay != null && !severalDays && !period.contains(onlyDay);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (areOfAnotherDay()) {
            String said = "各行的“" + (day == null ? "" : day.heading()) + "” " + onlyDay + "、标题或文件名等 "
                    + (period == null ? "" : period.text());
            findings.add(Finding.ofSheet(FindingCode.PERIOD_CONFLICT, sheet, said));
        }
        findings.addAll(ofTablesAbove);
        findings.addAll(ofNumbers());
        for (Declared each : declared) {
            if (rows > 0 && !severalTables && each.count() != rows) {
                findings.add(Finding.ofRow(
                        FindingCode.COUNT_DIFFERS,
                        sheet,
                        each.row(),
                        each.column(),
                        each.said(),
                        String.valueOf(rows)));
            }
        }
        return findings;
    }

    private List<Finding> ofNumbers() {
        List<Finding> findings = new ArrayList<>();
        if (numbersHeading != null) {
            numbers(FindingCode.NUMBERS_MISSING, numbers.missing(), findings);
            numbers(FindingCode.NUMBERS_REPEATED, numbers.repeated(), findings);
        }
        return findings;
    }

    private void numbers(FindingCode code, BitSet told, List<Finding> findings) {
        if (!told.isEmpty()) {
            findings.add(Finding.ofSheet(
                    code,
                    sheet,
                    String.valueOf(numbersHeading),
                    RowRuns.text(told, MOST_TOLD),
                    String.valueOf(numbers.highest()),
                    String.valueOf(numbers.count())));
        }
    }
}
