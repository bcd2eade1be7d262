package lingbao.matrix;

import java.util.List;
import java.util.stream.Stream;

/** All cases, in the order of the matrix, and those of the forms. */
final class Matrix {

    private Matrix() {}

    static List<MatrixCase> cases() {
        return Stream.of(
                        FileCases.cases(),
                        SheetCases.cases(),
                        HeadingCases.cases(),
                        CellCases.cases(),
                        CrossCases.cases(),
                        FormCases.cases())
                .flatMap(cases -> cases)
                .toList();
    }
}
