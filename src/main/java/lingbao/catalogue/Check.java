package lingbao.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.domain.Period;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One finding over the stored rows of a day, or of a year so far: one file in {@code jobs/checks}. It asks either a mapper statement or a day
 * state of a form, never both.
 *
 * @param id kebab-case, the file's name; the finding's code is the same in capitals with underscores
 * @param name as printed in the report
 * @param severity of a lead a note: it is none of the open errors and warnings
 * @param lead whether it only says what people should look into, and stands apart on the page
 * @param statement the mapper statement; null for a question of day state
 * @param dayState null for a mapper statement
 * @param forms the forms that it reads; it is not asked where one of them is not collected
 * @param needs the thresholds without which it is not asked; for an either-or, one of them is enough
 * @param clauses by policy id; {@code default} for every other
 * @param message with gaps {@code {column}} named as the statement's columns
 */
public record Check(
        String id,
        String name,
        Severity severity,
        boolean lead,
        @Nullable String statement,
        @Nullable DayStateQuestion dayState,
        Set<String> forms,
        List<Set<String>> needs,
        Map<String, String> clauses,
        String message,
        String remedy,
        List<CheckExample> examples) {

    /** The day states that a check can ask for. */
    public enum DayStateQuestion {
        MISSING,
        LATE,
        BLANK
    }

    /**
     * A period that shows the check, and whom it must find of the institutions E1, E2 and E3 in the subdistrict D1 (一街道)
     * and of their district D, which has a second subdistrict D2 (二街道).
     *
     * @param policy the policy that they stand under
     * @param period for which the check is asked
     * @param companies the register of companies, each as {@code creditCode,name,region}
     * @param sheets what was received, in this order
     * @param finds the senders found, by code, each once for each finding
     */
    public record CheckExample(
            String policy, Period period, List<String> companies, List<ExampleSheet> sheets, List<String> finds) {
        public CheckExample {
            companies = List.copyOf(companies);
            sheets = List.copyOf(sheets);
            finds = List.copyOf(finds);
        }
    }

    /**
     * @param institution a code of the example register
     * @param period what it speaks for; null for the form's period that holds the example's last day
     * @param received clock time on the example's last day
     */
    public record ExampleSheet(
            String form, String institution, @Nullable Period period, String received, String csv) {}

    public Check {
        forms = Set.copyOf(forms);
        needs = List.copyOf(needs);
        clauses = Map.copyOf(clauses);
        examples = List.copyOf(examples);
    }

    /** The stable code of its findings: {@code NOT_RECEIVED}. */
    public String code() {
        return id.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    public String clause(String policy) {
        return clauses.getOrDefault(policy, clauses.getOrDefault("default", ""));
    }
}
