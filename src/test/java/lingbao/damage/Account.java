package lingbao.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What must be true of the answer to any file: each row of each sheet is accounted for once, each refusal has its code, and
 * nothing unreadable is passed on as a value.
 */
public final class Account {

    private static final Pattern ROW_OF_A_CELL = Pattern.compile("[A-Z]+([0-9]+)");

    private static final Set<String> STATES = Set.of("accepted", "partly-accepted", "rejected", "duplicate");

    private Account() {}

    /** @param answers the objects that {@code --json} prints for one file */
    public static void isTrue(List<JsonNode> answers) {
        assertThat(answers).isNotEmpty();
        answers.forEach(Account::isTrue);
    }

    private static void isTrue(JsonNode answer) {
        int seen = answer.at("/rows/seen").asInt();
        int accepted = answer.at("/rows/accepted").asInt();
        int rejected = answer.at("/rows/rejected").asInt();
        int ignored = answer.at("/rows/ignored").asInt();
        String state = answer.path("state").asString();
        assertThat(STATES).contains(state);
        assertThat(seen).isEqualTo(accepted + rejected + ignored);
        assertThat(List.of(accepted, rejected, ignored)).allMatch(count -> count >= 0);

        List<Integer> ignoredRows = new ArrayList<>();
        for (JsonNode row : answer.path("ignored")) {
            assertThat(row.path("reason").asString()).isNotBlank();
            ignoredRows.add(row.path("row").asInt());
        }
        assertThat(ignoredRows).hasSize(ignored).doesNotHaveDuplicates();

        Set<Integer> faulty = new TreeSet<>();
        boolean coded = false;
        for (JsonNode finding : answer.path("findings")) {
            String code = finding.path("code").asString();
            assertThat(code).isNotBlank().isNotEqualTo("PROCESSING_FAILED");
            assertThat(finding.path("message").asString()).isNotBlank();
            assertThat(finding.path("remedy").asString()).isNotBlank();
            if (finding.path("severity").asString().equals("error")) {
                coded = true;
                row(finding).ifPresent(faulty::add);
            }
        }
        assertThat(coded).as("an error is told").isEqualTo(state.equals("rejected") || rejected > 0);
        switch (state) {
            case "accepted" -> assertThat(rejected).isZero();
            case "partly-accepted" -> assertThat(List.of(accepted, rejected)).doesNotContain(0);
            case "rejected" -> assertThat(accepted).isZero();
            default -> {}
        }
        if (answer.has("data")) {
            rowsAreAccountedFor(answer, accepted, rejected, ignoredRows, faulty);
        }
    }

    private static void rowsAreAccountedFor(
            JsonNode answer, int accepted, int rejected, List<Integer> ignoredRows, Set<Integer> faulty) {
        List<Integer> taken = new ArrayList<>();
        for (JsonNode row : answer.path("data")) {
            taken.add(row.path("row").asInt());
            assertThat(row.toString()).doesNotContain("\ufffd", "\u0000");
        }
        Set<Integer> acceptedRows = new TreeSet<>(taken);
        // Two groups of headings make two kept rows of one row of the sheet.
        assertThat(acceptedRows).hasSize(accepted);
        assertThat(taken).isSorted();
        if (!answer.path("form").asString().equals("attendance")) {
            assertThat(taken).hasSize(accepted);
        }
        assertThat(Collections.disjoint(ignoredRows, acceptedRows)).isTrue();
        if (answer.path("state").asString().equals("rejected") && rejected != faulty.size()) {
            // The sheet as a whole is at fault, not each of its rows.
            return;
        }
        assertThat(faulty).hasSize(rejected);
        assertThat(Collections.disjoint(faulty, acceptedRows)).isTrue();
        assertThat(Collections.disjoint(faulty, ignoredRows)).isTrue();
        TreeSet<Integer> all = new TreeSet<>(acceptedRows);
        all.addAll(faulty);
        all.addAll(ignoredRows);
        if (!all.isEmpty()) {
            assertThat(all.last() - all.first() + 1).as("no row is left out").isEqualTo(all.size());
        }
    }

    private static Optional<Integer> row(JsonNode finding) {
        Matcher cell = ROW_OF_A_CELL.matcher(finding.path("cell").asString(""));
        return cell.matches() ? Optional.of(Integer.valueOf(cell.group(1))) : Optional.empty();
    }
}
