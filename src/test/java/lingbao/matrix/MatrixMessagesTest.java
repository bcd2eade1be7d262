package lingbao.matrix;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whatever is answered to a bad input is a sentence with nothing left open, and in the reader's language. */
@ExtendWith(MatrixAnswers.Once.class)
class MatrixMessagesTest {

    private static final Set<String> NAMES = Set.of(
            "Excel",
            "WPS",
            "CSV",
            "XML",
            "HTML",
            "PDF",
            "MB",
            "Word",
            "UTF",
            "LE",
            "BE",
            "GB",
            "OpenDocument",
            "PowerPoint");

    /** What somebody typed, and what the ending of a file is. */
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\\.[a-z0-9]+");

    private static final Pattern CELL = Pattern.compile("(?<![A-Za-z])[A-Z]{1,3}[1-9][0-9]*(?![A-Za-z0-9])");

    /** A letter alone is a column's, or the last of an identity number. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}|[a-z]");

    @Test
    void everySentenceIsWholeAndChinese(MatrixAnswers answers) {
        SoftAssertions all = new SoftAssertions();
        for (MatrixCase each : Matrix.cases()) {
            for (JsonNode answer : answers.to(each)) {
                for (JsonNode finding : answer.path("findings")) {
                    for (String key : List.of("message", "remedy")) {
                        String text = withoutTyped(finding, finding.path(key).asString());
                        all.assertThat(text)
                                .as("%s %s", each, finding.path("code"))
                                .endsWith("。")
                                .doesNotContain("{", "“”", "：。", "（）", "null", "，。", "、。");
                        all.assertThat(foreignWords(text))
                                .as("%s %s: %s", each, finding.path("code"), text)
                                .isEmpty();
                    }
                }
            }
        }
        all.assertAll();
    }

    private static String withoutTyped(JsonNode finding, String text) {
        String typed = finding.path("value").asString("");
        return typed.isEmpty() ? text : text.replace(typed, "…");
    }

    private static List<String> foreignWords(String text) {
        String own = CELL.matcher(QUOTED.matcher(text).replaceAll("")).replaceAll("");
        return WORD.matcher(own)
                .results()
                .map(MatchResult::group)
                .filter(word -> !NAMES.contains(word))
                .toList();
    }
}
