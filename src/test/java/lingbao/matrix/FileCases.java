package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.util.stream.Stream;
import lingbao.domain.FindingCode;

/** The file as a whole: rows F of the matrix. */
final class FileCases {

    private FileCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(MatrixCase.of("F-01", "0 bytes", FILE)
                .file("a.xlsx", new byte[0])
                .ofAll(FindingCode.EMPTY_FILE));
    }
}
