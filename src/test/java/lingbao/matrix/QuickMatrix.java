package lingbao.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lingbao.domain.Period;
import lingbao.run.CheckLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The matrix as the profile {@code mutation} asks it, once for each change of the code: a test a row, and of its variants
 * those that are answered in a moment, without a database or a process of their own. Rows about files as a whole are none of
 * what is changed. {@link BadInputMatrixTest} asks all.
 */
class QuickMatrix {

    private static final int LARGEST = 30_000;

    private static final Map<String, List<MatrixCase>> ROWS = Matrix.cases().stream()
            .filter(QuickMatrix::isQuick)
            .collect(Collectors.groupingBy(MatrixCase::row, LinkedHashMap::new, Collectors.toList()));

    private static final CheckLine LINE = new CheckLine(MatrixAnswers.HOME);
    private static final Map<MatrixCase, Path> FILES = new HashMap<>();

    static Set<String> rows() {
        return ROWS.keySet();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsAnswered(String row) {
        Objects.requireNonNull(ROWS.get(row)).forEach(each -> BadInputMatrixTest.judge(each, answers(each)));
    }

    private static boolean isQuick(MatrixCase each) {
        boolean isOfWholeFiles = each.row().startsWith("F-");
        return !isOfWholeFiles
                && each.fileName().matches(".*\\.(csv|xlsx)")
                && each.earlier().isEmpty()
                && each.declared().isEmpty()
                && each.seconds() == 0
                && each.bytes().length < LARGEST;
    }

    private static List<JsonNode> answers(MatrixCase each) {
        String period = each.period();
        return LINE.answersToOneNamed(
                each.fileName(),
                FILES.computeIfAbsent(each, QuickMatrix::file),
                each.form(),
                each.sender(),
                period == null ? null : Period.of(period),
                OffsetDateTime.parse(each.receivedAt()).toInstant());
    }

    private static Path file(MatrixCase each) {
        try {
            Path file = Files.write(Files.createTempFile("case", ""), each.bytes());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
