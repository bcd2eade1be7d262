package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.util.stream.Stream;
import lingbao.domain.FindingCode;

/** Rows together, sheets together, the register and earlier days: rows X of the matrix. */
final class CrossCases {

    private CrossCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(MatrixCase.of("X-06", "30 expected, 29 present, none absent", ROW)
                .csv("班级,应到人数,实到人数,病假,其中发热,事假,其他缺勤\n一班,30,29,0,0,0,0\n二班,30,30,0,0,0,0\n")
                .finds("B2", FindingCode.SUM_MISMATCH)
                .accepted(1)
                .rejected(1));
    }
}
