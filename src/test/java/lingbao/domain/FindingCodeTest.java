package lingbao.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding says in one Chinese sentence what is wrong, and in one what to do. */
class FindingCodeTest {

    /** Names of things that bear no Chinese one; the letter X ends identity numbers. */
    private static final Set<String> NAMES = Set.of("Excel", "WPS", "CSV", "xlsx", "UTF", "GB", "X");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    @ParameterizedTest
    @EnumSource
    void isOneSentenceAndOneRemedy(FindingCode code) {
        for (String text : texts(code)) {
            assertThat(text).endsWith("。").containsOnlyOnce("。").doesNotContain("  ", "！", "？");
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoEnglishWord(FindingCode code) {
        assertThat(texts(code).stream()
                        .flatMap(text -> WORD.matcher(text).results())
                        .map(MatchResult::group))
                .allMatch(NAMES::contains, "a name");
    }

    @ParameterizedTest
    @EnumSource
    void asksForSomethingOrSaysThatNothingIsToBeDone(FindingCode code) {
        assertThat(texts(code).get(1)).containsAnyOf("请", "不需要处理");
    }

    @ParameterizedTest
    @EnumSource
    void toldOfManyCellsItNamesNoValue(FindingCode code) {
        assertThat(code.messageOfMany(List.of("列", "二", "三", "四")))
                .endsWith("。")
                .doesNotContain("{", "“”", "是，", "的的", "”，”");
    }

    @ParameterizedTest
    @EnumSource
    void tellsAnErrorAsOne(FindingCode code) {
        if (code.severity() == Severity.ERROR) {
            assertThat(texts(code)).noneMatch(text -> text.contains("不需要处理"));
        }
    }

    private static List<String> texts(FindingCode code) {
        String[] details = {"列", "二", "三", "四"};
        List<String> filled = Stream.of(
                        code.message("值", Arrays.asList(details)), code.remedy("值", Arrays.asList(details)))
                .toList();
        assertThat(filled).noneMatch(text -> text.contains("{") || text.contains("“”"));
        return filled;
    }
}
