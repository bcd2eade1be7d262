package lingbao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import org.h2.util.ParserUtil;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ReservedWordsTest {

    @OnBothDatabases
    void noNameThatTheDatabaseRefusesForAColumnIsLetThrough(TestDatabase database) {
        for (String word : wordsOf(database)) {
            try {
                database.jdbc().execute("create temporary table t_" + word + " (" + word + " int)");
            } catch (DataAccessException e) {
                assertThat(ReservedWords.contain(word)).as(word).isTrue();
            }
        }
    }

    @Test
    void theNamesThatEachTableHasAreTaken() {
        assertThat(List.of("submission_id", "source_row", "institution", "period_start", "person_key", "sealed_name"))
                .allMatch(ReservedWords::contain);
        assertThat(List.of("name", "date", "action", "expected", "present", "fever"))
                .noneMatch(ReservedWords::contain);
    }

    /** All words that mean something to the database, reserved or not, as it tells them itself. */
    private static Set<String> wordsOf(TestDatabase database) {
        List<String> words = database.toString().equals("H2")
                ? Arrays.stream(ParserUtil.class.getFields())
                        .map(field -> field.getName())
                        .toList()
                : database.jdbc().queryForList("select word from information_schema.keywords", String.class);
        Set<String> names = new TreeSet<>();
        for (String word : words) {
            String name = word.toLowerCase(Locale.ROOT);
            if (name.matches("[a-z][a-z0-9_]*")) {
                names.add(name);
            }
        }
        assertThat(names).hasSizeGreaterThan(80);
        return names;
    }
}
