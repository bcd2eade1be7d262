package lingbao.catalogue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet must look like: one file in {@code jobs/forms}.
 *
 * @param id kebab-case, the file's name
 * @param name as printed
 * @param titles words that a title may hold beside the institution's name and the date
 * @param sender who sends it: an institution, or the bureau of a region
 * @param period what one sheet speaks for
 * @param scope the kinds of institution that owe it; empty where a region sends it
 * @param calendar on which days it is owed
 * @param batches whether several sheets of one sender and period stand beside one another; one that says which batch it is
 *     (第2批) takes the place of the one that said the same
 * @param onBadRow what a row with an error does to its sheet
 * @param correctionDays how many days after the end of its period a sheet is still taken; null for any number
 * @param keepDays how many days personal rows are kept
 * @param readOver headings that are known and not kept (序号)
 * @param columns in the order of the form
 * @param totalRow the column that says 合计 in the sheet's row of totals, which is kept as a row; null where such a row is
 *     only compared
 * @param groups the choice column that merged headings fill (学生 over 应到人数), so that one row of a sheet speaks of several of its
 *     words; null where headings never do
 * @param sideBySide what becomes of two or more tables of it that stand beside each other
 * @param person null where the rows are not of persons
 * @param carriedOver the columns with which a template comes filled in, from the sender's last sheet; empty where it comes
 *     blank
 * @param rules over rows and sheets
 * @param cases what makes a row a case; empty where the form knows none
 * @param earlierSheets what a sheet is held against of those before; null where of none
 * @param examples sheets with the findings that they must get
 */
public record Form(
        String id,
        String name,
        List<String> titles,
        Sender sender,
        PeriodKind period,
        Set<InstitutionKind> scope,
        Calendar calendar,
        boolean batches,
        OnBadRow onBadRow,
        @Nullable Integer correctionDays,
        int keepDays,
        List<String> readOver,
        List<Column> columns,
        @Nullable String totalRow,
        @Nullable String groups,
        SideBySide sideBySide,
        @Nullable PersonColumns person,
        List<String> carriedOver,
        List<SheetRule> rules,
        List<CaseCondition> cases,
        @Nullable EarlierSheets earlierSheets,
        List<FormExample> examples) {

    /** Who sends a sheet. */
    public enum Sender {
        INSTITUTION,
        REGION
    }

    /** On which days a sheet is owed. */
    public enum Calendar {
        EVERY_DAY,
        MONDAY_TO_FRIDAY;

        public boolean holds(Period period) {
            return switch (this) {
                case EVERY_DAY -> true;
                case MONDAY_TO_FRIDAY -> period.start().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            };
        }
    }

    /** What a row with an error does to its sheet. */
    public enum OnBadRow {
        KEEP_OTHERS,
        REFUSE_FILE
    }

    /** What becomes of tables that stand beside each other. */
    public enum SideBySide {
        REFUSE,
        READ
    }

    /**
     * A sheet that shows the form, as the lines of a CSV, and the errors and warnings that it must get, no fewer and no
     * more. Its day is 2020-06-17.
     *
     * @param csv heading and rows
     * @param accepted the rows that are accepted
     * @param findings code by cell, as {@code E2: TEMPERATURE_OUT_OF_RANGE}, several with blanks between; notes are not
     *     listed
     */
    public record FormExample(String csv, int accepted, Map<String, String> findings) {
        public FormExample {
            findings = Map.copyOf(findings);
        }
    }

    public Form {
        titles = List.copyOf(titles);
        scope = Set.copyOf(scope);
        readOver = List.copyOf(readOver);
        columns = List.copyOf(columns);
        carriedOver = List.copyOf(carriedOver);
        rules = List.copyOf(rules);
        cases = List.copyOf(cases);
        examples = List.copyOf(examples);
    }

    public Optional<Column> column(String columnId) {
        return columns.stream().filter(column -> column.id().equals(columnId)).findFirst();
    }

    /** Where a column stands in {@link #columns}, and so in every list of a row's values. */
    public int indexOf(String columnId) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).id().equals(columnId)) {
                return index;
            }
        }
        throw new IllegalArgumentException("form " + id + " has no column " + columnId);
    }

    /** The name of its derived table: {@code gate-log} is {@code form_gate_log}. */
    public String table() {
        return "form_" + id.replace('-', '_');
    }
}
