package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The pages of the findings and of the bad inputs are what the code and the cases say. */
@ExtendWith(MatrixAnswers.Once.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixPagesTest {

    private static final Path FINDINGS = Path.of("docs/findings.md");
    /** Of variants that are answered alike. */
    private static final int MOST_SHOWN = 16;

    private static final Path BAD_INPUTS = Path.of("docs/bad-inputs.md");

    private final List<MatrixCase> cases = Matrix.cases();
    private final Map<FindingCode, JsonNode> examples = new EnumMap<>(FindingCode.class);
    private final Map<FindingCode, SortedSet<String>> rows = new EnumMap<>(FindingCode.class);

    @BeforeAll
    void hearTheAnswers(MatrixAnswers answers) {
        for (MatrixCase each : cases) {
            for (JsonNode answer : answers.to(each)) {
                for (JsonNode finding : answer.path("findings")) {
                    FindingCode code = FindingCode.valueOf(finding.path("code").asString());
                    examples.putIfAbsent(code, finding);
                    rows.computeIfAbsent(code, same -> new TreeSet<>()).add(each.row());
                }
            }
        }
    }

    @Test
    void thePageOfTheFindingsIsWhatTheProgramSays() throws IOException {
        Map<String, List<FindingCode>> sections = CodeSections.read();
        assertThat(sections.values().stream().flatMap(List::stream)).containsExactly(FindingCode.values());
        StringBuilder page = new StringBuilder("""
                # Findings

                What `check` and `ingest` may find, in the words in which a sender is told: what is wrong, and what to do. The codes never change,
                the words may. An error refuses its row, or the sheet or file where it speaks of one; a warning asks somebody to look; a note tells
                how something was read, of the cells of one column in one line, and of a whole sheet to scripts (`--json`) alone. Rows are those of [bad-inputs.md](bad-inputs.md) in whose cases the code is answered; the words
                are those of the first of them, or bare, with … where a value stands.

                Made by `%s` from `FindingCode` and the cases of the matrix.
                """.formatted(GeneratedPage.COMMAND));
        sections.forEach((section, codes) -> {
            page.append("\n## ")
                    .append(section)
                    .append("\n\n| code | severity | what is wrong | what to do | rows |\n");
            page.append("| --- | --- | --- | --- | --- |\n");
            codes.forEach(code -> page.append(line(code)));
        });
        GeneratedPage.isAsMade(FINDINGS, page.toString());
    }

    private String line(FindingCode code) {
        JsonNode example = examples.get(code);
        Finding bare = new Finding(code, code.severity(), null, 0, 0, null, "…", List.of("…", "…", "…", "…", "…"));
        return "| `" + code + "` | " + code.severity().word() + " | "
                + Printed.whole(
                        example == null
                                ? bare.message()
                                : example.path("message").asString()) + " | "
                + Printed.whole(
                        example == null ? bare.remedy() : example.path("remedy").asString()) + " | "
                + String.join(" ", rows.getOrDefault(code, new TreeSet<>())) + " |\n";
    }

    @Test
    void thePageOfTheBadInputsIsWhatTheCasesSay() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Bad inputs

                What comes and what becomes of it. Each variant is a case that `BadInputMatrixTest` runs through the line that `check --json --rows`
                goes, or `ingest` where other sheets came before; all findings at their cells and the values read are compared.

                %s

                The codes are those of [findings.md](findings.md). Made by `%s`.

                | row | what comes | what becomes of it |
                | --- | --- | --- |
                """.formatted(
                        Arrays.stream(Action.values())
                                .map(action -> action + " is " + action.label())
                                .collect(Collectors.joining(", ", "", ".")),
                        GeneratedPage.COMMAND));
        for (MatrixRow row : MatrixRow.all()) {
            page.append("| ")
                    .append(row.id())
                    .append(" | ")
                    .append(row.input())
                    .append(" | ")
                    .append(outcomes(row))
                    .append(" |\n");
        }
        page.append("\n## Left to later\n\n| row | what comes | left to |\n| --- | --- | --- |\n");
        MatrixRow.all().stream()
                .filter(row -> MatrixRow.LATER.containsKey(row.id()))
                .forEach(row -> page.append("| ")
                        .append(row.id())
                        .append(" | ")
                        .append(row.input())
                        .append(" | ")
                        .append(MatrixRow.LATER.get(row.id()))
                        .append(" |\n"));
        GeneratedPage.isAsMade(BAD_INPUTS, page.toString());
    }

    private static String shown(List<String> variants) {
        return variants.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "))
                + (variants.size() > MOST_SHOWN ? "; … (" + variants.size() + " in all)" : "");
    }

    /** The variants of the row, those together that are answered alike. */
    private String outcomes(MatrixRow row) {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        for (MatrixCase each : cases) {
            if (each.row().equals(row.id())) {
                String outcome = each.action()
                        + each.findings().stream()
                                .map(finding -> finding.substring(finding.indexOf(' ') + 1))
                                .distinct()
                                .sorted()
                                .map(code -> " `" + code + "`")
                                .collect(Collectors.joining());
                variants.computeIfAbsent(outcome, same -> new ArrayList<>()).add(Printed.of(each.variant()));
            }
        }
        List<String> lines = new ArrayList<>();
        variants.forEach((outcome, said) -> lines.add(outcome + ": " + shown(said)));
        EveryRowIsTriedTest.Elsewhere elsewhere = EveryRowIsTriedTest.ELSEWHERE.get(row.id());
        if (elsewhere != null) {
            lines.add(elsewhere.by());
        }
        return String.join("<br>", lines);
    }
}
