package lingbao.matrix;

import static lingbao.matrix.Action.*;
import static lingbao.matrix.MatrixCase.NAME;

import java.util.stream.Stream;
import lingbao.domain.FindingCode;

/** Rows together, sheets together, the register and earlier days: rows X of the matrix. */
final class CrossCases {

    private static final String HEALTH = "姓名,证件号码,人员类别,体温,症状\n";

    private CrossCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(
                MatrixCase.of("X-06", "30 expected, 29 present, none absent", ROW)
                        .csv("班级,应到人数,实到人数,病假,其中发热,事假,其他缺勤\n一班,30,29,0,0,0,0\n二班,30,30,0,0,0,0\n")
                        .finds("B2", FindingCode.SUM_MISMATCH)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-19", "the same correction again", FIX)
                        .after(NAME + ".csv", HEALTH + "甲一,,学员,36.5,无\n", "2020-06-17T08:00:00+08:00")
                        .after(NAME + "_更正.csv", HEALTH + "甲一,,学员,36.6,无\n", "2020-06-17T08:10:00+08:00")
                        .csv(HEALTH + "甲一,,学员,36.6,无\n")
                        .named(NAME + "_更正.csv")
                        .receivedAt("2020-06-17T08:20:00+08:00")
                        .state("duplicate")
                        .accepted(1));
    }
}
