package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.util.stream.Stream;
import lingbao.domain.FindingCode;

/** One cell: rows C of the matrix. */
final class CellCases {

    private CellCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(
                MatrixCase.cell("C-07", "health-check", "morningTemperature", "36。5", FIX)
                        .reads(36.5)
                        .finds(FindingCode.VALUE_NORMALISED),
                MatrixCase.cell("C-07", "health-check", "morningTemperature", "36,5", ROW)
                        .finds(FindingCode.NUMBER_INVALID));
    }
}
