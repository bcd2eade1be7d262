package lingbao.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whatever is answered to a bad input is a sentence with nothing left open, and in the reader's language. */
@ExtendWith(MatrixAnswers.Once.class)
class MatrixMessagesTest {

    private static final Set<String> NAMES =
            Set.of("Excel", "WPS", "CSV", "xlsx", "xls", "UTF", "GB", "X", "XML", "HTML", "PDF", "MB", "Word", "ZIP");

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");
    private static final Pattern CELL = Pattern.compile("(?<![A-Za-z])[A-Z]{1,3}[1-9][0-9]*(?![A-Za-z0-9])");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,}");

    @Test
    void everySentenceIsWholeAndChinese(MatrixAnswers answers) {
        SoftAssertions all = new SoftAssertions();
        for (MatrixCase each : Matrix.cases()) {
            for (JsonNode answer : answers.to(each)) {
                for (JsonNode finding : answer.path("findings")) {
                    String message = finding.path("message").asString();
                    String remedy = finding.path("remedy").asString();
                    for (String text : List.of(message, remedy)) {
                        all.assertThat(text)
                                .as("%s %s", each, finding.path("code"))
                                .endsWith("。")
                                .doesNotContain("{", "“”", "：。", "（）", "null", "，。", "、。");
                        all.assertThat(foreignWords(
                                        text,
                                        String.valueOf(finding.path("value").asString(""))))
                                .as("%s %s: %s", each, finding.path("code"), text)
                                .isEmpty();
                    }
                }
            }
        }
        all.assertAll();
    }

    /** What stands in quotes is what somebody typed. */
    private static List<String> foreignWords(String text, String typed) {
        String own =
                QUOTED.matcher(typed.isEmpty() ? text : text.replace(typed, "")).replaceAll("");
        Stream<String> words =
                WORD.matcher(CELL.matcher(own).replaceAll("")).results().map(MatchResult::group);
        return new ArrayList<>(words.filter(word -> !NAMES.contains(word)).toList());
    }
}
