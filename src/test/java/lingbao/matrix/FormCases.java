package lingbao.matrix;

import static lingbao.matrix.Action.*;

import java.util.List;
import java.util.stream.Stream;
import lingbao.catalogue.CopyMark;
import lingbao.domain.FindingCode;
import lingbao.run.CheckLine;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** What the rules of a form find in a sheet that is otherwise right; no row of the matrix. */
final class FormCases {

    static final String ROW = "";

    private static final String MONTH = CheckLine.INSTITUTION + "_2020-06";
    private static final String ROSTER = "姓名,身份证号,工作单位,统一社会信用代码,属地,人员类别,培训日期,课程,学时,成绩,证书有效期\n";
    private static final String MARCH = """
            id: march
            name: 拉练名单
            period: day
            scope: all
            onBadRow: refuse-file
            keepDays: 90
            columns:
              - {id: squad, heading: 拉练小队, type: text, required: true}
              - {id: kind, heading: 拉练方式, type: choice, choices: [步行, 其他]}
              - {id: detail, heading: 方式说明, type: text}
            rules:
              - required-if: {column: detail, when: kind, is: 其他}
            """;

    private FormCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(
                MatrixCase.of(ROW, "two batches", FILE)
                        .csv("第2批\n" + ROSTER + roster("甲一", "330108198501010012", "青石街道", "2020-06-01"))
                        .named(MONTH + "_第1批.csv")
                        .ofAll(FindingCode.BATCH_CONFLICT),
                MatrixCase.of(ROW, "a score of 0.95 shown as 95%", Action.ROW)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            List<String> rows = (ROSTER
                                            + roster("甲一", "330108198501010012", "青石街道", "2020-06-01")
                                            + roster("甲二", "330108198501010020", "青石街道", "2020-06-02"))
                                    .lines()
                                    .toList();
                            for (int row = 0; row < rows.size(); row++) {
                                List<String> cells = List.of(rows.get(row).split(",", -1));
                                Row filled = sheet.createRow(row);
                                for (int column = 0; column < cells.size(); column++) {
                                    filled.createCell(column).setCellValue(cells.get(column));
                                }
                            }
                            CellStyle percent = book.createCellStyle();
                            percent.setDataFormat(book.createDataFormat().getFormat("0%"));
                            sheet.getRow(2).getCell(9).setCellValue(0.95);
                            sheet.getRow(2).getCell(9).setCellStyle(percent);
                        })
                        .named(MONTH + ".xlsx")
                        .finds("J3", FindingCode.PATTERN_MISMATCH)
                        .says("百分比格式")
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of(ROW, "whether passed, by a yes", Action.ROW)
                        .csv(ROSTER.replace("成绩", "是否合格")
                                + roster("甲一", "330108198501010012", "青石街道", "2020-06-01")
                                        .replace("合格", "是"))
                        .named(MONTH + ".csv")
                        .finds("J2", FindingCode.PATTERN_MISMATCH)
                        .rejected(1),
                MatrixCase.of(ROW, "a unit of another district", WARN)
                        .csv(ROSTER + roster("甲一", "330108198501010012", "青山街道", "2020-06-01"))
                        .named(MONTH + ".csv")
                        .finds("E2", FindingCode.UNIT_UNKNOWN)
                        .accepted(1),
                MatrixCase.of(ROW, "two names of one number", WARN)
                        .csv(ROSTER
                                + roster("甲一", "330108198501010012", "青石街道", "2020-06-01")
                                + roster("甲二", "330108198501010012", "青石街道", "2020-06-02"))
                        .named(MONTH + ".csv")
                        .finds("A3", FindingCode.PERSON_NAME_DIFFERS)
                        .accepted(2),
                MatrixCase.of(ROW, "a training to come, and one of another month", Action.ROW)
                        .csv(ROSTER
                                + roster("甲一", "330108198501010012", "青石街道", "2020-06-18")
                                + roster("甲二", "330108198501010020", "青石街道", "2020-05-31"))
                        .named(MONTH + ".csv")
                        .finds("G2", FindingCode.DATE_IN_FUTURE)
                        .finds("G3", FindingCode.DATE_OUTSIDE_PERIOD)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of(ROW, "codes and results that are none", Action.ROW)
                        .csv(ROSTER
                                + "甲一,330108198501010012,甲公司,9133,青石街道,从业人员,2020-06-01,初训,24,还行,2020-05-01\n"
                                + "甲二,330108198501010020,甲公司,91330108MA2AAAAA13,青石街道,从业人员,2020-06-01,初训,24,,\n")
                        .named(MONTH + ".csv")
                        .finds("D2", FindingCode.CREDIT_CODE_INVALID)
                        .finds("J2", FindingCode.PATTERN_MISMATCH)
                        .finds("G2", FindingCode.ORDER_WRONG)
                        .finds("D3", FindingCode.CREDIT_CODE_CHECKSUM)
                        .accepted(0)
                        .rejected(2),
                MatrixCase.of(ROW, "a form that a school does not owe", FILE)
                        .csv(ROSTER + roster("甲一", "330108198501010012", "青石街道", "2020-06-01"))
                        .named("3301900102_2020-06.csv")
                        .ofAll(FindingCode.INSTITUTION_NOT_IN_SCOPE),
                MatrixCase.of(ROW, "nobody says whose it is", WARN)
                        .csv(GoodSheet.of("attendance").csv())
                        .named(CheckLine.DAY + ".csv")
                        .ofAll(FindingCode.INSTITUTION_NOT_GIVEN)
                        .accepted(2),
                MatrixCase.of(ROW, "an institution that no register knows", FILE)
                        .csv("填报单位：青石第二小学\n" + GoodSheet.of("attendance").csv())
                        .named(CheckLine.DAY + ".csv")
                        .ofAll(FindingCode.INSTITUTION_UNKNOWN)
                        .accepted(0),
                MatrixCase.of(ROW, "nobody says for when it is", WARN)
                        .csv(GoodSheet.of("attendance").csv())
                        .named(CheckLine.INSTITUTION + ".csv")
                        .ofAll(FindingCode.PERIOD_NOT_GIVEN)
                        .accepted(2),
                MatrixCase.of(ROW, "a class filled in beforehand, and one without its name", Action.ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,\n,28,28\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A3", FindingCode.REQUIRED_BLANK)
                        .accepted(0)
                        .rejected(1),
                MatrixCase.of(ROW, "well and coughing", Action.ROW)
                        .csv("姓名,人员类别,体温,症状\n甲一,学员,36.5,无、咳嗽\n")
                        .finds("D2", FindingCode.CHOICE_CONTRADICTS)
                        .rejected(1),
                MatrixCase.of(ROW, "a time that is none", Action.ROW)
                        .csv("日期,场所,作业类型,开始时间,责任人\n2020-06-17,一号教室,消毒,25:00,王建国\n")
                        .finds("D2", FindingCode.TIME_INVALID)
                        .rejected(1),
                MatrixCase.of(ROW, "an extract that we sent back", FILE)
                        .csv("班级,应到人数,实到人数," + CopyMark.extractHeading() + "\n一班,30,30,\n")
                        .ofAll(FindingCode.EXTRACT_SENT)
                        .accepted(0),
                MatrixCase.of(ROW, "a form that nobody declared", FILE)
                        .csv(GoodSheet.of("attendance").csv())
                        // A home of its own, so that the page names the shipped forms alone.
                        .declares("intake.yml", "macros: refuse\n")
                        .asked("attendence")
                        .ofAll(FindingCode.FORM_UNKNOWN),
                MatrixCase.of(ROW, "one of two groups left empty", WARN)
                        .csv("班级,学生,,教职工,\n,应到人数,实到人数,应到人数,实到人数\n一班,30,30,3,\n")
                        .finds("D3", FindingCode.GROUP_NOT_ANSWERED)
                        .accepted(1),
                MatrixCase.of(ROW, "a word that asks for another, in a form that is taken whole or not at all", FILE)
                        .declares(MARCH)
                        .csv("拉练小队,拉练方式,方式说明\n一队,其他,\n二队,步行,\n")
                        .finds("C2", FindingCode.REQUIRED_IF)
                        .ofAll(FindingCode.SHEET_REFUSED)
                        .accepted(0),
                MatrixCase.of(ROW, "a district that no register knows", FILE)
                        .csv(QUOTA)
                        .named("考核指标_2020年.csv")
                        .sentAs("天河区")
                        .ofAll(FindingCode.REGION_UNKNOWN));
    }

    private static final String QUOTA = "单位,企业主要负责人(名),安全生产管理人员(名),其他从业人员(名),合计(名)\n青石街道,1,2,3,6\n";

    private static String roster(String name, String idNumber, String unit, String day) {
        return name + "," + idNumber + ",甲公司,91330108MA2AAAAA12," + unit + ",从业人员," + day + ",初训,24,合格,\n";
    }
}
