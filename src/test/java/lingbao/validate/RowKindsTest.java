package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lingbao.catalogue.Form;
import lingbao.domain.RowCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows of a sheet are no data. */
class RowKindsTest {

    private static final Form ATTENDANCE = CheckedCsv.shipped("attendance");
    private static final Form HEALTH = CheckedCsv.shipped("health-check");
    private static final Form DISINFECTION = CheckedCsv.shipped("disinfection");

    private static final Form STOCK = CheckedCsv.declared("""
            id: stock
            name: 物资清点表
            period: day
            scope: all
            keepDays: 30
            columns:
              - {id: item, heading: 物资名称, type: text}
              - {id: kept, heading: 结存数量, type: integer, required: true, answer: true}
            """);

    private static final String CLASSES = "班级,应到人数,实到人数\n";

    // Totals.

    @Test
    void findsTheWordOfATotalAmongNumbersAlone() {
        String csv = "班级,应到人数,实到人数,班主任\n一班,30,30,甲\n二班,28,27,乙\n";
        assertThat(CheckedCsv.of(ATTENDANCE, csv + ",58,57,合计\n").ignored()).containsExactly("4 TOTAL_ROW");
        assertThat(CheckedCsv.of(ATTENDANCE, csv + ",58,57,会计\n").findings())
                .containsExactly("UNKNOWN_COLUMN", "A4 REQUIRED_BLANK");
        assertThat(CheckedCsv.of(ATTENDANCE, csv + "三班,20,20,合计\n").rows()).isEqualTo(new RowCounts(3, 3, 0, 0));
    }

    @Test
    void aRowWhoseOnlyTextStandsBehindManyBlanksIsNoBlankRow() {
        String far = " ".repeat(300);
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + far + "备注：无,,\n")
                        .rows())
                .isEqualTo(new RowCounts(2, 1, 0, 1));
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + far + "二班,28,28\n")
                        .rows())
                .isEqualTo(new RowCounts(2, 2, 0, 0));
    }

    @Test
    void takesAClassCalled1WithItsCountsForNoNumbersOfColumns() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,实到人数,应到人数,病假\n1,2,3,\n");
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 1, 0, 0));
    }

    @Test
    void takesALabelWithItsCountInTheNextCellForANote() {
        String people = "姓名,人员类别,体温\n王建国,学员,36.5\n";
        CheckedCsv checked = CheckedCsv.of(HEALTH, people + "体温异常：,无,\n应到人数,30人,\n");
        assertThat(checked.ignored()).containsExactly("3 NOTE_ROW", "4 NOTE_ROW");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 1, 0, 2));
        assertThat(CheckedCsv.of(HEALTH, people + "体温异常,学员,\n").ignored()).doesNotContain("3 NOTE_ROW");
        assertThat(CheckedCsv.of(HEALTH, people + "王小明,无,\n").ignored()).doesNotContain("3 NOTE_ROW");
    }

    @Test
    void onlyTheRowsNumberMayStandBesideTheWordsThatAllAreWell() {
        Form stock = CheckedCsv.declared("""
                id: stock
                name: 物资清点表
                period: day
                scope: all
                keepDays: 30
                readOver: [序号, 年级]
                columns:
                  - {id: item, heading: 物资名称, type: text}
                  - {id: kept, heading: 结存数量, type: integer, required: true, answer: true}
                """);
        String heading = "序号,年级,物资名称,结存数量\n1,高一,口罩,30\n";
        assertThat(CheckedCsv.of(stock, heading + "2,,以上全部正常,\n").ignored()).containsExactly("3 NOTE_ROW");
        assertThat(CheckedCsv.of(stock, heading + ",高一,全校到齐,\n").ignored()).containsExactly("3 NOT_ANSWERED");
    }

    @Test
    void wordsOfASignatureWithANameBehindEachAreASignature() {
        String sheet = "姓名,证件号码,人员类别,体温,症状\n王建国,11010519491231002X,学员,36.5,无\n";
        assertThat(CheckedCsv.of(HEALTH, sheet + "填报人,张三,审核人,李四,\n").ignored()).containsExactly("3 SIGNATURE_ROW");
        assertThat(CheckedCsv.of(HEALTH, sheet + "填报人,,审核人,,\n").ignored()).containsExactly("3 SIGNATURE_ROW");
        // One word alone may be what the column holds; a post is nobody who signs; two names stand behind one word.
        assertThat(CheckedCsv.of(HEALTH, sheet + "填报人,张三,,,\n").ignored()).doesNotContain("3 SIGNATURE_ROW");
        assertThat(CheckedCsv.of(HEALTH, sheet + "班主任,张三,校长,李四,\n").ignored()).doesNotContain("3 SIGNATURE_ROW");
        assertThat(CheckedCsv.of(HEALTH, sheet + "填报人,张三,李四,审核人,\n").ignored()).doesNotContain("3 SIGNATURE_ROW");
        assertThat(CheckedCsv.of(HEALTH, sheet + "填报人,11010519491231002X,审核人,李四,\n")
                        .ignored())
                .doesNotContain("3 SIGNATURE_ROW");
    }

    @Test
    void oneWordOfASignatureIsEnoughWhereNoColumnOfDataBegins() {
        String sheet = "序号,姓名,证件号码,人员类别,体温,症状\n1,王建国,11010519491231002X,学员,36.5,无\n";
        assertThat(CheckedCsv.of(HEALTH, sheet + "填报人,张三,,,,\n").ignored()).containsExactly("3 SIGNATURE_ROW");
    }

    @Test
    void skipsTheNumberOfTheRowBeforeTheWordOfATotal() {
        String heading = "班级,班主任,应到人数,实到人数,填报人\n";
        assertThat(CheckedCsv.of(ATTENDANCE, "序号," + heading + "1,一班,甲,30,30,甲\n2,合计,乙,30,30,乙\n")
                        .ignored())
                .containsExactly("3 TOTAL_ROW");
        assertThat(CheckedCsv.of(ATTENDANCE, heading + "1,甲,30,30,甲\n2,合计,30,30,乙\n")
                        .ignored())
                .isEmpty();
    }

    @Test
    void takesARowOfSumsForNoTotalWhereAColumnStandsFirstThatIsNotFilled() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "应到人数,班级,实到人数\n30,一班,30\n28,二班,28\n,,58\n");
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK", "B4 REQUIRED_BLANK");
    }

    @Test
    void countsNoZeroAmongTheSumsOfATotalWithAWrongNumber() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,实到人数,病假\n一班,30,30,0\n二班,28,28,0\n,58,50,0\n");
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK");
    }

    // Units, examples and notes.

    @Test
    void refusesASheetWhoseUnitIsAnother() {
        CheckedCsv checked = CheckedCsv.of(HEALTH, "姓名,人员类别,体温\n,,(°F)\n甲一,学员,36.5\n");
        assertThat(checked.ignored()).containsExactly("2 NOTE_ROW");
        assertThat(checked.findings()).containsExactly("UNIT_DIFFERS");
        assertThat(checked.sheet().findings().get(0).details()).contains("(°F)", "℃");
        assertThat(checked.sheet().refused()).isTrue();
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 0, 1, 1));
    }

    @Test
    void refusesASheetThatCountsInThousandsWhereTheFormNamesNoUnit() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "物资名称,结存数量\n,千人\n口罩,2\n");
        assertThat(checked.findings()).containsExactly("UNIT_DIFFERS");
        assertThat(checked.sheet().findings().get(0).details()).containsExactly("结存数量", "千人", "人");
    }

    @Test
    void passesOverTheUnitsOfTheForm() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + ",(人),(人)\n一班,30,30\n");
        assertThat(checked.ignored()).containsExactly("2 NOTE_ROW");
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 1, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"例,甲一", "示例：,甲一", "1,示例", "1,（例）甲一", "1,例：甲一"})
    void passesOverAnExample(String beginning) {
        CheckedCsv checked = CheckedCsv.of(HEALTH, "序号,姓名,人员类别,体温\n" + beginning + ",学员,36.5\n1,甲二,学员,36.6\n");
        assertThat(checked.ignored()).containsExactly("2 NOTE_ROW");
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 1, 0, 1));
    }

    @Test
    void takesNoOtherColumnForTheNumberOfAnExample() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,实到人数,组别\n一班,30,30,示例\n");
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 1, 0, 0));
    }

    @Test
    void passesOverARateBelowTheTable() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n出勤率,100%,98.5%\n到课率：97%,,\n");
        assertThat(checked.ignored()).containsExactly("3 NOTE_ROW", "4 NOTE_ROW");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void takesWhatIsCalledARateForARowWhereAWordFollows() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n出勤率,30,三十\n");
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 1, 1, 0));
    }

    @Test
    void takesADateAloneForASignatureUnlessItStandsInAColumnOfDates() {
        String heading = "场所,作业类型,开始时间,责任人,日期\n";
        String row = "一号教室,消毒,08:00,王建国,2020-06-17\n";
        assertThat(CheckedCsv.of(DISINFECTION, heading + row + "2020年6月17日,,,,\n")
                        .ignored())
                .containsExactly("3 SIGNATURE_ROW");
        assertThat(CheckedCsv.of(DISINFECTION, heading + row + ",,,,2020年6月17日\n")
                        .ignored())
                .containsExactly("3 NOT_ANSWERED");
        assertThat(CheckedCsv.of(DISINFECTION, heading + row + "2020年6月17日一号教室,,,,\n")
                        .ignored())
                .containsExactly("3 NOT_ANSWERED");
    }

    @Test
    void refusesASheetWhoseFirstColumnIsInAnotherUnit() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "结存数量,物资名称\n百人,\n2,口罩\n");
        assertThat(checked.findings()).containsExactly("UNIT_DIFFERS");
        assertThat(checked.sheet().refused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"今日全勤,,", "应到58人,实到57人,", "全班无异常。,以下空白,", "说明：略,,", "这是一段正好十五个汉字的说明文,,"})
    void ignoresWhatIsSaidBelowATable(String row) {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + row + "\n");
        assertThat(checked.ignored()).containsExactly("3 NOTE_ROW");
        assertThat(checked.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"今日全勤,三班,", "这是一段只有十四个字的说明文,,", "备注,3,"})
    void takesOtherWordsForARowThatNobodyAnswered(String row) {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + row + "\n");
        assertThat(checked.ignored()).containsExactly("3 NOT_ANSWERED");
    }

    @Test
    void ignoresANoteBelowGroupsOfHeadings() {
        CheckedCsv checked =
                CheckedCsv.of(ATTENDANCE, "班级,学生,,教职工,\n,应到人数,实到人数,应到人数,实到人数\n一班,30,29,3,3\n说明：略,,,,\n填表人：甲,,,,\n");
        assertThat(checked.ignored()).containsExactly("4 NOTE_ROW", "5 SIGNATURE_ROW");
    }

    @Test
    void takesNoRowWithACategoryForANote() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,人员类别,应到人数,实到人数\n备注：住校,学员,,\n");
        assertThat(checked.ignored()).containsExactly("2 NOT_ANSWERED");
    }

    @Test
    void takesNoWordThatTheFormDoesNotKnowForData() {
        CheckedCsv checked =
                CheckedCsv.of(HEALTH, "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n填表人：甲二,,,审核人：甲三\n填表人：甲二,,,咳嗽\n填表人：甲二,,36。5,\n");
        assertThat(checked.ignored()).containsExactly("3 SIGNATURE_ROW");
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 1, 2, 1));
    }

    @Test
    void knowsAHeadingThatIsRepeatedInPart() {
        MemorySheet sheet = MemorySheet.of(TestForms.healthCheck())
                .row(1, "张三", null, "学生", null, 36.5)
                .row(null, "姓名", "证件号码")
                .row(null, "姓名", null, null, null, "晨检")
                .row(null, "姓名", null, null, null, "检")
                .row(null, "姓名");
        CheckedSheet checked = new SheetValidator()
                .validate(sheet, new Attribution(null, null, CheckedCell.DAY, List.of()), row -> {});
        assertThat(checked.ignored())
                .extracting(row -> row.row() + " " + row.reason())
                .containsExactly("3 HEADING_REPEATED", "4 HEADING_REPEATED", "6 NOT_ANSWERED");
    }

    // Rows that begin a table of nobody's.

    private static final String KINDS = "姓名,人员类别,体温,健康码\n甲一,学员,36.5,绿码\n";

    @ParameterizedTest
    @ValueSource(strings = {",,,\n物资,规格,数量,结存\n", "物资,,,\n物资,规格,数量,结存\n", "注：略,,,\n物资,规格,数量,备注栏里说的是一段不是很长的话\n"})
    void refusesWhatFollowsAHeadingOfNobodysThatStandsApart(String rows) {
        CheckedCsv checked = CheckedCsv.of(HEALTH, KINDS + rows + "口罩,个,500,300\n");
        assertThat(checked.findings()).contains("A4 TABLE_UNKNOWN", "A5 ROW_OF_REFUSED_TABLE");
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 1, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "物资,规格\n",
                "物资,规格,数量2,结存\n",
                "物资,学员,数量,结存\n",
                "物资,规格,36.6,结存\n",
                "物资,规格,数量,备注栏里说的是一段很长很长的话语\n",
                "物资,,数量,\n",
            })
    void takesNoOtherRowThatStandsApartForAHeading(String row) {
        CheckedCsv checked = CheckedCsv.of(HEALTH, KINDS + ",,,\n" + row);
        assertThat(checked.findings()).doesNotContain("A4 TABLE_UNKNOWN");
        assertThat(checked.rows().seen()).isEqualTo(3);
    }

    @Test
    void takesThreeWordsOfWhichTwoAreNotUnderstoodForAHeadingAndNoFewer() {
        assertThat(CheckedCsv.of(HEALTH, KINDS + ",,,\n物资,规格,数量,\n").findings()).contains("A4 TABLE_UNKNOWN");
        assertThat(CheckedCsv.of(HEALTH, "姓名,人员类别,班级,体温\n甲一,学员,一班,36.5\n,,,\n物资,规格,数量,\n")
                        .findings())
                .doesNotContain("A4 TABLE_UNKNOWN");
    }

    @Test
    void knowsAHeadingOfNobodysBelowGroupsOfHeadings() {
        CheckedCsv checked =
                CheckedCsv.of(ATTENDANCE, "班级,学生,,教职工,\n,应到人数,实到人数,应到人数,实到人数\n一班,30,29,3,3\n,,,,\n物资,规格,数量,结存,\n");
        assertThat(checked.findings()).contains("A5 TABLE_UNKNOWN");
    }

    @Test
    void takesNoRowRightBelowDataForAHeading() {
        CheckedCsv checked = CheckedCsv.of(HEALTH, KINDS + "物资,规格,数量,结存\n");
        assertThat(checked.findings()).doesNotContain("A3 TABLE_UNKNOWN");
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 1, 1, 0));
    }
}
