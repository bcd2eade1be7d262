package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the matrix has its cases, or a word on who will have them. */
class EveryRowIsTriedTest {

    /** What stored sheets are asked, and not the one that comes: the test that asks it, by row. */
    static final Map<String, String> ELSEWHERE =
            Map.of("X-08", "lingbao.aggregate.CheckExamplesTest#findsInItsExamplesWhomItSays");

    @Test
    void noRowIsLeftOut() {
        assertThat(MatrixRow.all())
                .extracting(MatrixRow::id)
                .containsExactlyElementsOf(
                        Stream.of(ids("F", 27), ids("S", 16), ids("H", 10), ids("C", 44), ids("X", 20))
                                .flatMap(ids -> ids)
                                .toList());
    }

    private static Stream<String> ids(String group, int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(row -> "%s-%02d".formatted(group, row));
    }

    @Test
    void eachRowHasACaseOrAReason() {
        Set<String> tried = new HashSet<>(MatrixRow.NOT_YET);
        tried.addAll(MatrixRow.LATER.keySet());
        tried.addAll(ELSEWHERE.keySet());
        Matrix.cases().forEach(each -> tried.add(each.row()));

        assertThat(MatrixRow.all()).extracting(MatrixRow::id).allMatch(tried::contains, "a row that is tried");
    }

    @Test
    void eachCaseIsOfARowAndToldFromTheOthers() {
        Set<String> rows = MatrixRow.all().stream().map(MatrixRow::id).collect(Collectors.toSet());
        List<MatrixCase> cases = Matrix.cases();

        assertThat(cases)
                .extracting(MatrixCase::row)
                .allMatch(row -> rows.contains(row) || row.equals(FormCases.ROW), "a row of the matrix");
        assertThat(cases).extracting(MatrixCase::toString).doesNotHaveDuplicates();
    }

    @Test
    void theTestsNamedAreThere() {
        assertThat(ELSEWHERE.values()).allSatisfy(NamedTest::isThere);
    }
}
