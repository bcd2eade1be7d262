package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The keys that scripts find in each answer of {@code check} and {@code ingest}, in their order. */
final class AnswerKeys {

    private static final List<String> ANSWER = List.of(
            "file",
            "sha256",
            "sheet",
            "form",
            "institution",
            "period",
            "state",
            "receipt",
            "rows",
            "ignored",
            "findings");
    private static final List<String> ROWS = List.of("seen", "accepted", "rejected", "ignored");
    private static final List<String> FINDING =
            List.of("code", "severity", "sheet", "cell", "column", "value", "message", "remedy");

    private AnswerKeys() {}

    /** @param more keys behind them that were asked for */
    static void areAllIn(JsonNode answer, String... more) {
        List<String> all = new ArrayList<>(ANSWER);
        all.addAll(List.of(more));
        assertThat(answer.propertyNames()).containsExactlyElementsOf(all);
        assertThat(answer.path("rows").propertyNames()).containsExactlyElementsOf(ROWS);
        for (JsonNode finding : answer.path("findings")) {
            assertThat(finding.propertyNames()).containsExactlyElementsOf(FINDING);
        }
    }
}
