package lingbao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateMarkTest {

    private static final String FORM = """
            id: tap-log
            name: 饮用水检测表
            period: day
            scope: all
            keepDays: 30
            columns:
              - {id: tap, heading: 取水点, aliases: [龙头], type: text, maxLength: 50, required: true}
              - {id: chlorine, heading: 余氯, type: decimal, unit: mg/L, min: 0, max: 5, decimals: 2}
              - {id: clear, heading: 是否清澈, type: yes-no, yesWords: [是, 清], noWords: [否]}
              - {id: smell, heading: 气味, type: choice, choices: [无, 有]}
            """;

    @TempDir
    Path home;

    @Test
    void isReadBackFromItsOwnTextWithWordsBehindIt() throws IOException {
        TemplateMark mark = mark(FORM);
        assertThat(mark.form()).isEqualTo("tap-log");
        assertThat(mark.text()).matches("表样 tap-log·[0-9a-f]{6}");
        assertThat(TemplateMark.in(mark.text())).contains(mark);
        assertThat(TemplateMark.in(mark.text() + " 标 * 的必填")).contains(mark);
        assertThat(TemplateMark.opensAWordList(mark.wordListText())).isTrue();
        assertThat(TemplateMark.opensAWordList(mark.text())).isFalse();
        assertThat(TemplateMark.in(mark.wordListText())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "表样", "表样 tap-log", "表样 tap-log·3f2a9", "附表样 tap-log·3f2a9c", "表样 tap-log·3f2a9cd"})
    void isNoOtherText(String text) {
        assertThat(TemplateMark.in(text)).isEmpty();
    }

    @Test
    void changesWithAllThatATemplateShows() throws IOException {
        Set<TemplateMark> marks = new HashSet<>(Set.of(mark(FORM)));
        assertThat(marks.add(mark(FORM.replace("heading: 取水点", "heading: 水龙头"))))
                .isTrue();
        assertThat(marks.add(mark(FORM.replace("required: true", "required: true, answer: true"))))
                .isFalse();
        assertThat(marks.add(mark(FORM.replace("max: 5", "max: 4")))).isTrue();
        assertThat(marks.add(mark(FORM.replace("unit: mg/L", "unit: g/L")))).isTrue();
        assertThat(marks.add(mark(FORM.replace("maxLength: 50", "maxLength: 51"))))
                .isTrue();
        assertThat(marks.add(mark(FORM.replace("[无, 有]", "[无, 有, 浓]")))).isTrue();
        assertThat(marks.add(mark(FORM.replace("yesWords: [是, 清]", "yesWords: [清, 是]"))))
                .isTrue();
        assertThat(marks.add(mark(FORM.replace("period: day", "period: month"))))
                .isTrue();
        assertThat(marks.add(mark(FORM.replace("decimals: 2}", "decimals: 2, required: true}"))))
                .isTrue();
    }

    @Test
    void staysWhereOnlyTheReadingOfOtherSheetsChanges() throws IOException {
        TemplateMark mark = mark(FORM);
        assertThat(mark(FORM.replace("aliases: [龙头]", "aliases: [龙头, 出水口]"))).isEqualTo(mark);
        assertThat(mark(FORM.replace("max: 5,", "max: 5.0,"))).isEqualTo(mark);
        assertThat(mark(FORM.replace("keepDays: 30", "keepDays: 60"))).isEqualTo(mark);
    }

    private TemplateMark mark(String form) throws IOException {
        Files.createDirectories(home.resolve("jobs/forms"));
        Files.writeString(home.resolve("jobs/forms/tap-log.yml"), form);
        return TemplateMark.of(new CatalogueReader()
                .read(new DeclaredFiles(home))
                .form("tap-log")
                .orElseThrow());
    }
}
