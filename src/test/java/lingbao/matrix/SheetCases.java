package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.util.stream.Stream;
import lingbao.domain.FindingCode;

/** A sheet and the rows that are no data: rows S of the matrix. */
final class SheetCases {

    private SheetCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(MatrixCase.of("S-09", "heading only", WARN)
                .csv(GoodSheet.of("attendance").csv().lines().findFirst().orElseThrow())
                .ofAll(FindingCode.ZERO_NOT_DECLARED));
    }
}
