package lingbao.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;

/**
 * A report of what the units of a district have done of a yearly quota, by category of persons. A unit is a region directly
 * below the district, or the district itself for what it does on its own.
 *
 * @param title with gaps {@code {region}} and {@code {year}}
 * @param templates the names of the {@code .jrxml} without their ending, in the order in which their pages stand in the PDF
 * @param forms whose sheets it reads; the checks that read no other forms belong to it
 * @param categories in the order of the page, without their total
 * @param total what the categories come to
 * @param figures of each unit and category, in the order of the JSON
 * @param groups the first-level headings of the page's table
 * @param focus the groups of persons that are counted beside the categories; null for none
 */
public record ProgressReport(
        String id,
        String title,
        Set<PeriodKind> periods,
        List<String> templates,
        Set<String> forms,
        List<Category> categories,
        Category total,
        List<Figure> figures,
        List<Group> groups,
        List<Target> targets,
        @Nullable Focus focus)
        implements Report {

    /**
     * @param id as in the JSON
     * @param label as printed, and the word by which the statements name it in their column {@code category}
     */
    public record Category(String id, String label) {}

    /**
     * One figure of a unit and category.
     *
     * @param label the second-level heading
     */
    public record Figure(String id, String label, Report.Type type, Source source) {}

    /** Where a figure comes from. */
    public sealed interface Source {

        /**
         * A mapper statement with the columns {@code unit} (a region's code), {@code category} and one of the figure's id. A
         * total that it does not sum up to is answered by the statement itself, as {@link #ALL} or the total's label.
         *
         * @param counts whether no row means 0; where it does not, a figure without a row is absent
         */
        record Asked(String statement, Report.RollUp rollUp, boolean counts) implements Source {}

        /** The part of the whole, never 1 while the part is less; absent where the whole is absent or 0. */
        record Rate(String part, String whole) implements Source {}

        /** The days of the year that have passed at the period's end, of all its days. */
        record YearElapsed() implements Source {}

        record Difference(String of, String less) implements Source {}

        /** The place of a unit's total among the units, the highest first; equal ones share a place. */
        record Rank(String by) implements Source {}

        /** How much of the rest of the whole must be done on each day that is left of the year, rounded up. */
        record Pace(String part, String whole) implements Source {}
    }

    /** The unit of what holds for all units together, in the statements and in the JSON. */
    public static final String ALL = "all";

    /**
     * A first-level heading of the page.
     *
     * @param unit as printed in brackets; empty for none
     * @param category whose figures stand below it
     */
    public record Group(String label, String unit, String category, List<String> figures) {
        public Group {
            figures = List.copyOf(figures);
        }
    }

    /**
     * What a plan wants of all units together, beside the quota.
     *
     * @param threshold the policy's, by its id; where the policy does not set it there is no such target
     * @param reached the figure that counts towards it
     * @param allotted the figure that the units are told to reach; null where they are told none
     */
    public record Target(
            String threshold,
            String category,
            String reached,
            @Nullable String allotted) {}

    /**
     * @param statement with the columns {@code unit}, {@code focus_group} and {@code persons}; the units are summed up
     */
    public record Focus(String label, String statement, List<String> words) {
        public Focus {
            words = List.copyOf(words);
        }
    }

    public ProgressReport {
        periods = Set.copyOf(periods);
        templates = List.copyOf(templates);
        forms = Set.copyOf(forms);
        categories = List.copyOf(categories);
        figures = List.copyOf(figures);
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
    }

    /** The categories in the order of the page, their total last. */
    public List<Category> allCategories() {
        return Stream.concat(categories.stream(), Stream.of(total)).toList();
    }

    public Optional<Figure> figure(String figureId) {
        return figures.stream().filter(figure -> figure.id().equals(figureId)).findFirst();
    }
}
