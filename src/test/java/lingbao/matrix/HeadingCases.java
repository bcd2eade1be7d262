package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.util.stream.Stream;

/** The heading: rows H of the matrix. */
final class HeadingCases {

    private HeadingCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(MatrixCase.of("H-07", "order changed", FIX)
                .csv(GoodSheet.of("attendance").reversed().csv())
                .accepted(2)
                .reads(2, "expected", 30));
    }
}
