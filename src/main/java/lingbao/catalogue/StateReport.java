package lingbao.catalogue;

import java.util.List;
import java.util.Set;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * A report of how institutions reported, and of what their sheets say, by region.
 *
 * @param title with a gap {@code {region}}
 * @param basis the form whose state and time count an institution
 * @param template the name of the {@code .jrxml} without its ending
 * @param figures in the order of the page
 */
public record StateReport(
        String id,
        String title,
        PeriodKind period,
        String basis,
        String template,
        List<Group> groups,
        List<Figure> figures)
        implements Report {

    /**
     * A first-level heading of the page.
     *
     * @param unit as printed in brackets; empty for none
     */
    public record Group(String id, String label, String unit) {}

    /**
     * One figure; its id is at once the JSON key, the template's field and the workbook's column.
     *
     * @param label the second-level heading
     * @param group the first-level heading's id; null for a figure that stands in the JSON and not in the table
     * @param source a mapper statement, which returns a column of this id for each institution, or one of the engine's own
     *     counts: {@link #DAY_STATE} and {@link #FINDINGS}
     * @param dayCount what is counted where the source is {@link #DAY_STATE}, of the one form in {@code forms}, or of the
     *     report's basis where {@code forms} is empty; null for every other source
     * @param forms absent where one of these forms is not collected
     * @param needs the thresholds without which the figure is absent; one of each set is enough
     */
    public record Figure(
            String id,
            String label,
            @Nullable String group,
            Type type,
            RollUp rollUp,
            String source,
            @Nullable DayCount dayCount,
            Set<String> forms,
            List<Set<String>> needs) {

        /** The source of counts of institutions by their day state. */
        public static final String DAY_STATE = "dayState";

        /** The source of the number of open errors and warnings of the day checks. */
        public static final String FINDINGS = "findings";

        public Figure {
            forms = Set.copyOf(forms);
            needs = List.copyOf(needs);
        }
    }

    /** How many institutions … ; {@code EXPECTED = RECEIVED + MISSING}, {@code RECEIVED = ZERO + WITH_CASES + BLANK = ON_TIME + LATE}. */
    public enum DayCount {
        EXPECTED,
        RECEIVED,
        ON_TIME,
        LATE,
        MISSING,
        BLANK,
        ZERO,
        WITH_CASES
    }

    @Override
    public Set<PeriodKind> periods() {
        return Set.of(period);
    }

    public StateReport {
        groups = List.copyOf(groups);
        figures = List.copyOf(figures);
    }
}
