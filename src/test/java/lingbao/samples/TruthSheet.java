package lingbao.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one sheet of a form says, whatever it looks like.
 *
 * @param institution the code of the sender
 * @param rows the data rows, in order; totals, signatures and notes are looks and not rows
 * @param flaws what is wrong with it
 */
record TruthSheet(String form, String institution, LocalDate day, List<TruthRow> rows, List<Flaw> flaws) {

    static final String HEALTH = "health-check";
    static final String ATTENDANCE = "attendance";
    static final String SITE = "disinfection";
    static final String ROSTER = "training-roster";
    static final String QUOTA = "quota";

    /** Without one of these filled in, a row says nothing. A form that is not named here is answered by any row. */
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            HEALTH, Set.of("morningTemperature", "noonTemperature", "eveningTemperature", "symptoms"),
            ATTENDANCE, Set.of("present", "sickAbsent", "fever", "personalLeave", "otherAbsent"));

    TruthSheet {
        rows = List.copyOf(rows);
        flaws = List.copyOf(flaws);
    }

    /** The rows that count. */
    List<TruthRow> accepted() {
        return isRefused() ? List.of() : faultless();
    }

    /** The rows that would count if nothing were wrong with the sheet as a whole. */
    List<TruthRow> faultless() {
        return IntStream.range(0, rows.size())
                .filter(row -> !isRejected(row) && isAnswered(row))
                .mapToObj(rows::get)
                .toList();
    }

    /** Whether nothing of it can count: it is wrong as a whole, or every row with something in it is. */
    boolean isRejected() {
        return isRefused() || accepted().isEmpty() && hasRejectedRows();
    }

    boolean hasRejectedRows() {
        return IntStream.range(0, rows.size()).anyMatch(this::isRejected);
    }

    boolean isAnswered(int row) {
        Set<String> answers = ANSWERS.get(form);
        return answers == null || rows.get(row).isFilled(answers);
    }

    private boolean isRefused() {
        return flaws.stream().anyMatch(flaw -> flaw.error() && flaw.row() == Flaw.NO_ROW);
    }

    private boolean isRejected(int row) {
        return flaws.stream().anyMatch(flaw -> flaw.error() && flaw.row() == row);
    }
}
