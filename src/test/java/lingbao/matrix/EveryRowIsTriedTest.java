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

    /** What no single file can be asked, by row. */
    static final Map<String, Elsewhere> ELSEWHERE = Map.of(
            "F-25",
                    new Elsewhere(
                            "passed over in a folder, with the reason",
                            "lingbao.run.DropFolderTest#filesThatAreNoSheetsArePassedOverWithAReason"),
            "X-04",
                    new Elsewhere(
                            "the check `listed-twice`, which names no other institution",
                            "lingbao.aggregate.CheckExamplesTest#findsInItsExamplesWhomItSays"),
            "X-08",
                    new Elsewhere(
                            "the checks `fewer-than-expected` and `sick-without-symptom`",
                            "lingbao.aggregate.CheckExamplesTest#findsInItsExamplesWhomItSays"));

    /**
     * Who answers instead.
     *
     * @param by what of the program, in words of the page
     * @param test the class and method that tries it
     */
    record Elsewhere(String by, String test) {}

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
        Set<String> tried = new HashSet<>(MatrixRow.LATER.keySet());
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
        assertThat(ELSEWHERE.values()).extracting(Elsewhere::test).allSatisfy(NamedTest::isThere);
    }
}
