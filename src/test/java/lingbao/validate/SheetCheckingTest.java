package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as the reader reads them: totals, groups, tables beside and below each other, and persons. */
class SheetCheckingTest {

    private static final Form ATTENDANCE = CheckedCsv.shipped("attendance");
    private static final Form HEALTH = CheckedCsv.shipped("health-check");
    private static final Form DISINFECTION = CheckedCsv.shipped("disinfection");
    private static final Form QUOTA = CheckedCsv.shipped("quota");

    private static final Form STOCK = CheckedCsv.declared("""
            id: stock
            name: 物资清点表
            period: day
            scope: all
            keepDays: 30
            readOver: [序号]
            sideBySide: read
            columns:
              - {id: item, heading: 物资名称, type: text}
              - {id: kept, heading: 结存数量, type: integer, required: true, answer: true}
            """);

    private static final Form PRESENCE = CheckedCsv.declared("""
            id: presence
            name: 在校人数表
            period: day
            scope: all
            keepDays: 30
            sideBySide: read
            columns:
              - {id: className, heading: 班级, type: text, required: true}
              - {id: expected, heading: 应到人数, type: integer}
              - {id: here, heading: 在校人数, type: integer, required: true, answer: true}
            """);

    private static final Form VISITORS = CheckedCsv.declared("""
            id: visitors
            name: 来访登记
            period: day
            scope: all
            keepDays: 90
            columns:
              - {id: name, heading: 来访人, type: person, required: true, personal: true}
              - {id: idNumber, heading: 来访人证件, type: id, personal: true}
              - {id: purpose, heading: 来访事由, type: text}
              - {id: phone, heading: 来访人电话, type: phone, personal: true}
            person: {name: name, idNumber: idNumber}
            """);

    private static final String CLASSES = "班级,应到人数,实到人数\n";

    // Totals without a word.

    @Test
    void takesARowOfSumsWithoutAWordForATotal() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n,58,57\n");
        assertThat(checked.ignored()).containsExactly("4 TOTAL_ROW");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 0, 1));
    }

    @Test
    void takesARowOfOtherNumbersWithoutAWordForAClassWithoutItsName() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n,58,56\n");
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 1, 0));
    }

    @Test
    void takesAClassWhoseNameIsANumberForNoTotalThoughItsNumbersAreTheSums() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "1,30,30\n2,28,27\n3,58,57\n");
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 3, 0, 0));
    }

    @Test
    void takesARowWithAWordUnderAnotherHeadingForNoTotal() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,实到人数,班主任\n一班,30,30,甲一\n二班,28,27,甲二\n,58,57,甲三\n");
        assertThat(checked.findings()).containsExactly("UNKNOWN_COLUMN", "A4 REQUIRED_BLANK");
    }

    @Test
    void takesARowWithANumberThatIsNoneOfItsColumnForNoTotal() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,实到人数,病假\n一班,30,30,0\n二班,28,28,0\n,58,58,0.5\n");
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK", "D4 INTEGER_EXPECTED");
    }

    @Test
    void takesARowOfAFormWithoutARequiredNameForNoTotal() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "物资名称,结存数量\n口罩,2\n酒精,3\n,5\n");
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 3, 0, 0));
    }

    @Test
    void takesARowCalledAfterTheWholeForATotalWhereItsNumbersAreTheSums() {
        CheckedCsv right = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n全校,58,57\n");
        assertThat(right.ignored()).containsExactly("4 TOTAL_ROW");
        CheckedCsv other = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n全校,90,90\n");
        assertThat(other.rows()).isEqualTo(new RowCounts(3, 3, 0, 0));
    }

    @Test
    void takesARowBelowOneRowOfNumbersForNoTotal() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,0,0\n,30,30\n");
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK");
    }

    @Test
    void takesARowOfZerosForNoTotal() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,实到人数,病假,事假\n一班,30,30,0,0\n二班,28,28,0,0\n,,,0,0\n");
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK", "B4 REQUIRED_BLANK", "C4 REQUIRED_BLANK");
    }

    @Test
    void takesASingleSumOfSeveralColumnsForNoTotal() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n,,57\n");
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK", "B4 REQUIRED_BLANK");
    }

    @Test
    void takesARowWithTwoSumsForATotalThoughAThirdNumberIsWrong() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,实到人数,病假\n一班,30,29,1\n二班,28,27,1\n,58,56,1\n");
        assertThat(checked.ignored()).containsExactly("4 TOTAL_ROW");
        assertThat(checked.findings()).containsExactly("D4 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("D4")).containsExactly("因病缺勤人数", "2");
    }

    @Test
    void sumsUpAllTheRowsOrTheAcceptedOnesForATotalWithoutAWord() {
        String rows = "一班,30,30\n二班,20,21\n三班,10,9\n";
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + rows + ",60,60\n").ignored())
                .containsExactly("5 TOTAL_ROW");
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + rows + ",40,39\n").ignored())
                .containsExactly("5 TOTAL_ROW");
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + rows + ",40,60\n").ignored())
                .isEmpty();
    }

    @Test
    void sumsUpTheRowsSinceTheTotalBefore() {
        CheckedCsv checked =
                CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n,58,57\n三班,20,20\n四班,10,9\n,30,29\n,88,86\n");
        assertThat(checked.ignored()).containsExactly("4 TOTAL_ROW", "7 TOTAL_ROW", "8 TOTAL_ROW");
    }

    @Test
    void comparesASumOfTheRowsSinceTheLastTotalWithThem() {
        CheckedCsv checked =
                CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n,58,57\n三班,20,20\n四班,10,10\n,30,30\n");
        assertThat(checked.ignored()).containsExactly("4 TOTAL_ROW", "7 TOTAL_ROW");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void comparesATotalBelowAHeadingThatIsPrintedAgain() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,28\n" + CLASSES + "合计,58,50\n");
        assertThat(checked.findings()).containsExactly("C5 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("C5")).containsExactly("实到人数", "58");
    }

    @Test
    void anOfficeBetweenTwoRowsOfOneClassTellsThemNotApart() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n后勤部,,\n一班,30,30\n");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 1, 1, 1));
    }

    // Totals with one.

    @Test
    void comparesATotalOfSomeRowsWithNothing() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n学生合计,1,1\n");
        assertThat(checked.ignored()).containsExactly("4 TOTAL_ROW");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void comparesATotalOfTheWholeThoughItNamesIt() {
        for (String word : List.of("全校合计", "本表合计", "江城区总计", "合计")) {
            CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,27\n" + word + ",58,58\n");
            assertThat(checked.findings()).as(word).containsExactly("C4 TOTAL_DIFFERS");
            assertThat(checked.detailsOf("C4")).containsExactly("实到人数", "57");
        }
    }

    @Test
    void comparesAPartTotalWithItsPartThoughTheWholeIsAnother() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n小计,30,30\n二班,28,27\n三班,10,10\n小计,38,36\n");
        assertThat(checked.findings()).containsExactly("C6 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("C6")).containsExactly("实到人数", "37");
    }

    @Test
    void comparesNoTotalOfAColumnInWhichANumberIsAtFault() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,28,二十\n合计,58,50\n");
        assertThat(checked.findings()).containsExactly("C3 NUMBER_INVALID");
    }

    @Test
    void comparesNoTemperaturesAndNoRates() {
        Form measured = CheckedCsv.declared("""
                id: measured
                name: 实测表
                period: day
                scope: all
                keepDays: 30
                columns:
                  - {id: room, heading: 实测地点, type: text, required: true}
                  - {id: warmth, heading: 实测温度, type: decimal, unit: ℃, answer: true}
                  - {id: share, heading: 实测比例, type: decimal, unit: "%", answer: true}
                  - {id: used, heading: 实测用量, type: decimal, unit: L, answer: true}
                """);
        CheckedCsv checked =
                CheckedCsv.of(measured, "实测地点,实测温度,实测比例,实测用量\n一楼,36.5,50,1.5\n二楼,36.7,60,2.25\n合计,36.6,55,3.70\n");
        assertThat(checked.ignored()).containsExactly("4 TOTAL_ROW");
        assertThat(checked.findings()).containsExactly("D4 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("D4")).containsExactly("实测用量", "3.75");
    }

    @Test
    void keepsTheTotalOfAFormThatKeepsItAndNoPartTotal() {
        CheckedCsv checked = CheckedCsv.of(
                QUOTA,
                "单位,企业主要负责人,安全生产管理人员,其他从业人员,合计\n西兴街道,1,2,3,6\n小计,1,2,3,6\n长河街道,2,3,4,9\n街道合计,3,5,7,15\n总计,3,5,7,15\n");
        assertThat(checked.accepted()).extracting(CheckedRow::row).containsExactly(2, 4, 6);
        assertThat(checked.accepted().get(2).values().get(0)).isEqualTo("合计");
        assertThat(checked.ignored()).containsExactly("3 TOTAL_ROW", "5 TOTAL_ROW");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void takesATotalThatNamesAPersonForAPerson() {
        CheckedCsv checked = CheckedCsv.of(HEALTH, "姓名,证件号码,人员类别,体温,症状\n总计,11010519491231002X,学员,36.5,无\n");
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.rows().seen()).isEqualTo(1);
    }

    @Test
    void comparesAPartTotalWithAllTheRowsSinceTheOneBefore() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n小计,30,30\n二班,20,21\n三班,10,10\n小计,30,31\n");
        assertThat(checked.findings()).containsExactly("C4 PART_EXCEEDS_WHOLE");
    }

    @Test
    void comparesAPartTotalOfATableBelowWithItsOwnRows() {
        CheckedCsv checked =
                CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + CLASSES + "二班,28,28\n三班,1,1\n小计,29,30\n");
        assertThat(checked.findings()).containsExactly("C6 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("C6")).containsExactly("实到人数", "29");
    }

    // Groups of headings.

    private static final String GROUPS = "班级,学生,,教职工,\n,应到人数,实到人数,应到人数,实到人数\n";

    @Test
    void takesEachGroupForARowOfItsOwn() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, GROUPS + "一班,30,29,3,3\n二班,28,28,2,2\n合计,58,57,5,5\n");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 0, 1));
        assertThat(checked.accepted())
                .extracting(row -> row.row() + " " + row.values().get(1) + " "
                        + row.values().get(3))
                .containsExactly("3 学生 29", "3 教职工 3", "4 学生 28", "4 教职工 2");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void comparesTheTotalsOfEachGroupWithItsOwnRows() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, GROUPS + "一班,30,30,3,3\n二班,28,28,2,2\n合计,58,58,5,6\n");
        assertThat(checked.findings()).containsExactly("E5 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("E5")).containsExactly("实到人数", "5");
    }

    @Test
    void takesSumsOfAllGroupsWithoutAWordForATotal() {
        CheckedCsv all = CheckedCsv.of(ATTENDANCE, GROUPS + "一班,30,30,3,3\n二班,28,28,2,2\n,58,58,5,5\n");
        assertThat(all.ignored()).containsExactly("5 TOTAL_ROW");
        CheckedCsv one = CheckedCsv.of(ATTENDANCE, GROUPS + "一班,30,30,3,3\n二班,28,28,2,2\n,58,58,7,7\n");
        assertThat(one.findings()).containsExactly("A5 REQUIRED_BLANK");
    }

    @Test
    void tellsOfAGroupThatNobodyAnsweredAtItsFirstNumber() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, GROUPS + "一班,30,30,3,\n二班,28,28,,\n三班,,,,\n");
        assertThat(checked.findings()).containsExactly("D3 GROUP_NOT_ANSWERED", "A5 NOT_ANSWERED");
        assertThat(checked.detailsOf("D3")).containsExactly("教职工");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 0, 1));
        assertThat(checked.accepted()).hasSize(2);
    }

    @Test
    void rejectsBothGroupsForWhatIsWrongInOneAndTellsOfTheCommonCellOnce() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, GROUPS + ",30,30,3,3\n二班,28,28,2,3\n");
        assertThat(checked.findings()).containsExactly("A3 REQUIRED_BLANK", "E4 PART_EXCEEDS_WHOLE");
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 0, 2, 0));
        assertThat(checked.accepted()).isEmpty();
    }

    @Test
    void takesACategoryFilledInForDataWhereNoHeadingSaysIt() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,人员类别,应到人数,实到人数\n一班,学员,30,30\n二班,学员,28,28\n,学员,58,58\n");
        assertThat(checked.findings()).containsExactly("A4 REQUIRED_BLANK");
    }

    @Test
    void takesAGroupForAnsweredNeitherByItsHeadingNorByACellFilledDown() {
        Form teams = CheckedCsv.declared("""
                id: teams
                name: 分组表
                period: day
                scope: all
                keepDays: 30
                groups: kind
                columns:
                  - {id: team, heading: 队名, type: text, required: true, fillDown: true}
                  - {id: kind, heading: 组别, type: choice, choices: [男, 女]}
                  - {id: gone, heading: 出发人数, type: integer, required: true}
                  - {id: back, heading: 返回人数, type: integer}
                """);
        CheckedCsv checked = CheckedCsv.of(teams, "队名,男,,女,\n,出发人数,返回人数,出发人数,返回人数\n一队,3,3,,\n二队,,,2,2\n");
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.accepted()).extracting(CheckedRow::values).hasToString("[[一队, 男, 3, 3], [二队, 女, 2, 2]]");
    }

    // Tables beside each other.

    @Test
    void countsTheNumbersOfEachTableBesideAnother() {
        CheckedCsv checked =
                CheckedCsv.of(STOCK, "物资名称,序号,结存数量,物资名称,序号,结存数量\n口罩,1,2,酒精,4,7\n手套,2,3,毛巾,5,8\n帽子,3,4,肥皂,7,9\n");
        assertThat(checked.findings()).containsExactly("NUMBERS_MISSING");
        assertThat(checked.sheet().findings().get(0).details()).containsExactly("序号", "6", "7", "6");
    }

    @Test
    void judgesEachTableBesideAnotherByItself() {
        CheckedCsv checked =
                CheckedCsv.of(STOCK, "物资名称,结存数量,,物资名称,结存数量\n口罩,2,,酒精,7\n手套,3,,毛巾,\n合计,5,,肥皂,9\n,,,合计,17\n备注：无,,,,\n");
        assertThat(checked.findings()).containsExactly("D3 NOT_ANSWERED", "E5 TOTAL_DIFFERS");
        assertThat(checked.detailsOf("E5")).containsExactly("结存数量", "16");
        assertThat(checked.ignored()).containsExactly("5 TOTAL_ROW", "6 NOTE_ROW");
        assertThat(checked.accepted())
                .extracting(row -> row.row() + " " + row.values())
                .containsExactly("2 [口罩, 2]", "2 [酒精, 7]", "3 [手套, 3]", "4 [肥皂, 9]");
        assertThat(checked.rows()).isEqualTo(new RowCounts(5, 3, 0, 2));
    }

    @Test
    void takesNumbersInAdvanceForBlankRowsOfTablesBesideEachOther() {
        CheckedCsv checked =
                CheckedCsv.of(STOCK, "序号,物资名称,结存数量,序号,物资名称,结存数量\n1,口罩,2,2,酒精,7\n3,,,4,,\n以下空白,,,,,\n,,,以下,毛巾,8\n");
        assertThat(checked.ignored()).containsExactly("3 BLANK_ROW", "4 NOTE_ROW");
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 2, 0, 2));
    }

    @Test
    void tellsOfWhatNobodyAnsweredInATableBesideAnother() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "物资名称,结存数量,物资名称,结存数量\n口罩,2,酒精,7\n手套,,毛巾,\n");
        assertThat(checked.findings()).containsExactly("A3 NOT_ANSWERED", "C3 NOT_ANSWERED");
        assertThat(checked.ignored()).containsExactly("3 NOT_ANSWERED");
    }

    @Test
    void knowsWhereATableBesideAnotherBegins() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "组别,物资名称,结存数量,组别,物资名称,结存数量\n甲组,口罩,2,乙组,酒精,7\n,,,乙组,,\n");
        assertThat(checked.findings()).containsExactly("UNKNOWN_COLUMN", "UNKNOWN_COLUMN", "D3 NOT_ANSWERED");
    }

    @Test
    void sumsUpTheRowsOfEachTableBesideAnother() {
        String heading = "班级,应到人数,在校人数,,班级,应到人数,在校人数\n";
        CheckedCsv sums = CheckedCsv.of(PRESENCE, heading + "一班,30,30,,三班,20,20\n二班,28,28,,四班,21,21\n,58,58,,,41,41\n");
        assertThat(sums.ignored()).containsExactly("4 TOTAL_ROW");
        CheckedCsv notAnswered = CheckedCsv.of(PRESENCE, heading + "一班,30,30,,三班,20,\n合计,30,30,,合计,20,\n");
        assertThat(notAnswered.findings()).containsExactly("E2 NOT_ANSWERED");
    }

    @Test
    void countsARowThatNobodyAnsweredInATableBesideAnother() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "序号,物资名称,结存数量,序号,物资名称,结存数量\n1,口罩,2,3,毛巾,\n2,酒精,5,4,肥皂,6\n");
        assertThat(checked.findings()).containsExactly("D2 NOT_ANSWERED");
    }

    @Test
    void takesWordsInThePlaceOfANumberForANoteBesideAnother() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "序号,物资名称,结存数量,序号,物资名称,结存数量\n1,口罩,2,2,毛巾,3\n完毕,,,,,\n");
        assertThat(checked.ignored()).containsExactly("3 NOTE_ROW");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void beginsATableBesideAnotherWithItsFirstColumnOfOursWhereItsHeadingIsAnother() {
        CheckedCsv checked = CheckedCsv.of(STOCK, "组别,物资名称,结存数量,物资名称,结存数量\n甲组,口罩,2,酒精,7\n");
        assertThat(checked.accepted()).extracting(CheckedRow::values).hasToString("[[口罩, 2], [酒精, 7]]");
    }

    // Tables below each other.

    @Test
    void countsEachTableForItsTotalsAndAllForTheLast() {
        CheckedCsv checked = CheckedCsv.of(
                ATTENDANCE,
                CLASSES + "一班,30,30\n二班,28,28\n合计,58,58\n" + CLASSES + "三班,20,20\n四班,10,10\n合计,30,30\n总计,88,88\n");
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.ignored())
                .containsExactly("4 TOTAL_ROW", "5 HEADING_REPEATED", "8 TOTAL_ROW", "9 TOTAL_ROW");
        CheckedCsv wrong = CheckedCsv.of(
                ATTENDANCE, CLASSES + "一班,30,30\n二班,28,28\n合计,58,58\n" + CLASSES + "三班,20,20\n四班,10,10\n合计,30,31\n");
        assertThat(wrong.findings()).containsExactly("C8 TOTAL_DIFFERS");
        assertThat(wrong.detailsOf("C8")).containsExactly("实到人数", "30");
    }

    @Test
    void tellsOfEachRefusedTableThoughTheOneBeforeHadTheSameHeading() {
        String refused = "班级,应到人数（千人）,实到人数\n二班,1,1\n";
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + refused + refused);
        assertThat(checked.findings())
                .containsExactlyInAnyOrder(
                        "A3 UNIT_DIFFERS", "A4 ROW_OF_REFUSED_TABLE", "A5 UNIT_DIFFERS", "A6 ROW_OF_REFUSED_TABLE");
        assertThat(checked.rows()).isEqualTo(new RowCounts(5, 1, 4, 0));
    }

    @Test
    void countsTheNumbersOfEachTableAnew() {
        String heading = "序号,班级,应到人数,实到人数\n";
        CheckedCsv right =
                CheckedCsv.of(ATTENDANCE, heading + "1,一班,30,30\n2,二班,28,28\n" + heading + "1,三班,20,20\n2,四班,20,20\n");
        assertThat(right.findings()).isEmpty();
        CheckedCsv wrong =
                CheckedCsv.of(ATTENDANCE, heading + "1,一班,30,30\n3,二班,28,28\n" + heading + "2,三班,20,20\n2,四班,20,20\n");
        assertThat(wrong.findings()).containsExactly("NUMBERS_MISSING", "NUMBERS_REPEATED");
        assertThat(wrong.sheet().findings().get(0).details()).containsExactly("序号", "2", "3", "2");
    }

    @Test
    void refusesATableBelowWhoseTitlesSayOtherwise() {
        Attribution attribution = new Attribution(null, null, CheckedCell.DAY, List.of());
        String csv = CLASSES + "一班,30,30\n青石第一小学考勤统计表,,\n" + CLASSES + "二班,28,28\n,,\n";
        CheckedCsv refused = CheckedCsv.of(List.of(ATTENDANCE), csv, attribution, titles -> false, HeldAgainst.NOTHING);
        assertThat(refused.findings()).containsExactly("A4 TABLE_SAYS_OTHERWISE", "A5 ROW_OF_REFUSED_TABLE");
        assertThat(refused.detailsOf("A5")).containsExactly("4");
        assertThat(refused.rows()).isEqualTo(new RowCounts(4, 1, 2, 1));
        CheckedCsv agreed = CheckedCsv.of(List.of(ATTENDANCE), csv, attribution, titles -> true, HeldAgainst.NOTHING);
        assertThat(agreed.findings()).isEmpty();
        assertThat(agreed.rows()).isEqualTo(new RowCounts(4, 2, 0, 2));
    }

    @Test
    void refusesATableBelowThatNamesAnotherDayWithoutItsYear() {
        for (String day : List.of("6月16日", "5月17日", "6月16号")) {
            assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n" + day + "考勤统计表,,\n" + CLASSES + "二班,28,28\n")
                            .findings())
                    .as(day)
                    .containsExactly("A4 TABLE_SAYS_OTHERWISE", "A5 ROW_OF_REFUSED_TABLE");
        }
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n6月17日考勤统计表,,\n" + CLASSES + "二班,28,28\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void asksNoDayOfATableBelowWhereTheSheetIsOfAMonthOrOfNoDay() {
        String csv = CLASSES + "一班,30,30\n6月16日考勤统计表,,\n" + CLASSES + "二班,28,28\n";
        Attribution ofNoDay = new Attribution(null, null, null, List.of());
        assertThat(CheckedCsv.of(List.of(ATTENDANCE), csv, ofNoDay, titles -> true, HeldAgainst.NOTHING)
                        .findings())
                .isEmpty();
        assertThat(CheckedCsv.of(
                                QUOTA,
                                "单位,企业主要负责人,安全生产管理人员,其他从业人员\n西兴街道,1,2,3\n6月16日考核指标分解表,,,\n"
                                        + "单位,企业主要负责人,安全生产管理人员,其他从业人员\n长河街道,1,2,3\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void refusesATableOfAnotherFormBelowAndTakesTheNextOneOfItsOwn() {
        CheckedCsv checked = CheckedCsv.of(
                List.of(ATTENDANCE, HEALTH),
                CLASSES + "一班,30,30\n二班,30,30\n,,\n姓名,人员类别,体温\n甲一,学员,36.5\n,,\n" + CLASSES + "三班,28,28\n",
                new Attribution(null, null, CheckedCell.DAY, List.of()),
                titles -> true,
                HeldAgainst.NOTHING);
        assertThat(checked.findings()).containsExactly("A5 TABLE_OF_OTHER_FORM", "A6 ROW_OF_REFUSED_TABLE");
        assertThat(checked.detailsOf("A5")).containsExactly("每日健康监测表");
        assertThat(checked.rows()).isEqualTo(new RowCounts(8, 3, 2, 3));
    }

    // Persons.

    private static final String PERSONS = "来访人,来访人证件,来访事由,来访人电话\n";

    @Test
    void warnsOfOneNameAndTelephoneWithTwoNumbers() {
        CheckedCsv checked = CheckedCsv.of(
                VISITORS,
                PERSONS + "甲一,11010519491231002X,,13800138000\n甲一,330106198001011243,,13800138000\n"
                        + "甲一,330108198501010012,,13800138001\n甲二,330108198501010020,,13800138000\n");
        assertThat(checked.findings()).containsExactly("B3 PERSON_NUMBER_DIFFERS");
        assertThat(checked.detailsOf("B3")).containsExactly("2");
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 4, 0, 0));
    }

    @Test
    void asksForNoOtherNumberWhereTheTelephoneOrTheNumberIsMissing() {
        CheckedCsv checked = CheckedCsv.of(
                VISITORS,
                PERSONS + "甲一,11010519491231002X,,\n甲一,330106198001011243,,\n甲二,,,13800138000\n"
                        + "甲二,330108198501010020,,13800138000\n");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void tellsPersonsOfOneNameApartByTheirClassAlone() {
        CheckedCsv checked = CheckedCsv.of(VISITORS, PERSONS + "甲·一,,送货,\n甲•一,,,\n甲三,,,\n");
        assertThat(checked.findings()).containsExactly("A3 SAME_NAME");
        assertThat(checked.detailsOf("A3")).containsExactly("2");
        assertThat(checked.accepted())
                .extracting(CheckedRow::person)
                .containsExactly("name:|甲·一", "name:|甲·一", "name:|甲三");
    }

    @Test
    void holdsWhatIsAtFaultAgainstEachOtherAsItWasTyped() {
        String row = "甲一,11010519491231002X,,1380013";
        CheckedCsv alike = CheckedCsv.of(VISITORS, PERSONS + row + "\n" + row + "\n");
        assertThat(alike.findings()).contains("B3 DUPLICATE_PERSON").doesNotContain("B2 PERSON_CONFLICT");
        CheckedCsv other = CheckedCsv.of(VISITORS, PERSONS + row + "\n" + row + "1\n");
        assertThat(other.findings()).contains("B2 PERSON_CONFLICT", "B3 PERSON_CONFLICT");
    }

    @Test
    void namesNoPersonWhoseNumberIsAtFault() {
        CheckedCsv checked = CheckedCsv.of(VISITORS, PERSONS + "甲一,110105194912310021,,\n甲一,110105194912310021,,\n");
        assertThat(checked.findings()).containsExactly("B2 ID_CHECKSUM", "B3 ID_CHECKSUM");
    }

    // What the sheet says of its rows.

    @Test
    void holdsTheCountsBesideTheRowsAgainstThem() {
        CheckedCsv checked = CheckedCsv.of(HEALTH, "姓名,人员类别,体温\n甲一,学员,36.5\n甲二,学员,36.6\n,,合计：3人\n共2人,,\n");
        assertThat(checked.findings()).containsExactly("C4 COUNT_DIFFERS");
        assertThat(checked.detailsOf("C4")).containsExactly("合计:3人", "2");
        assertThat(CheckedCsv.of(HEALTH, "健康监测表（共3人）\n姓名,人员类别,体温\n甲一,学员,36.5\n").findings())
                .containsExactly("A1 COUNT_DIFFERS");
    }

    @Test
    void holdsNoCountAgainstASheetWithoutRowsOrWithSeveralTables() {
        assertThat(CheckedCsv.of(HEALTH, "共3人\n姓名,人员类别,体温\n").findings()).containsExactly("ZERO_NOT_DECLARED");
        assertThat(CheckedCsv.of(HEALTH, "共3人\n姓名,人员类别,体温\n甲一,学员,36.5\n姓名,人员类别,体温\n甲二,学员,36.5\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void refusesASheetAllOfWhoseRowsAreOfAnotherDay() {
        String heading = "日期,场所,作业类型,开始时间,责任人\n";
        CheckedCsv other =
                CheckedCsv.of(DISINFECTION, heading + "2020-06-16,一号,消毒,08:00,王建国\n2020-06-16,二号,消毒,08:00,王建国\n");
        assertThat(other.sheet().refused()).isTrue();
        assertThat(other.sheet().findings().get(0).details()).containsExactly("各行的“日期” 2020-06-16、标题或文件名等 2020-06-17");
        assertThat(other.findings())
                .containsExactly("PERIOD_CONFLICT", "A2 DATE_NOT_REPORT_DAY", "A3 DATE_NOT_REPORT_DAY");
        CheckedCsv two =
                CheckedCsv.of(DISINFECTION, heading + "2020-06-16,一号,消毒,08:00,王建国\n2020-06-15,二号,消毒,08:00,王建国\n");
        assertThat(two.sheet().refused()).isFalse();
        assertThat(two.findings()).containsExactly("A2 DATE_NOT_REPORT_DAY", "A3 DATE_NOT_REPORT_DAY");
    }

    @Test
    void makesNoAnswerOfASheetThatIsNoFormsOwn() {
        CheckedCsv checked = CheckedCsv.of(HEALTH, "甲,乙\n1,2\n");
        assertThat(checked.rows()).isEqualTo(RowCounts.NONE);
        assertThat(checked.accepted()).isEmpty();
    }

    // Columns that the form does not know.

    @Test
    void tellsOfAColumnWithoutAHeadingAtItsFirstFilledCell() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "班级,应到人数,,实到人数\n一班,30,,30\n二班,28,老师甲,28\n三班,,老师乙,\n");
        assertThat(checked.findings()).containsExactly("C3 COLUMN_WITHOUT_HEADING", "A4 NOT_ANSWERED");
        assertThat(checked.detailsOf("C3")).containsExactly("C", "2");
    }

    @Test
    void needsNoHeadingAboveNumbersOfRowsLeftOfTheTable() {
        assertThat(CheckedCsv.of(ATTENDANCE, ",班级,应到人数,实到人数\n1,一班,30,30\n2,二班,28,28\n1,三班,20,20\n")
                        .findings())
                .isEmpty();
        assertThat(CheckedCsv.of(ATTENDANCE, ",班级,应到人数,实到人数\n1,一班,30,30\n3,二班,28,28\n")
                        .findings())
                .containsExactly("A2 COLUMN_WITHOUT_HEADING");
        assertThat(CheckedCsv.of(ATTENDANCE, "班级,,应到人数,实到人数\n一班,1,30,30\n二班,2,28,28\n")
                        .findings())
                .containsExactly("B2 COLUMN_WITHOUT_HEADING");
    }

    @Test
    void tellsOfFiftyColumnsWithoutAHeadingAndNoMore() {
        String further = ",甲".repeat(60) + "\n";
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30" + further + "二班,30,30" + further);
        assertThat(checked.findings()).hasSize(50).endsWith("BA2 COLUMN_WITHOUT_HEADING");
    }

    @Test
    void onlyWarnsOfClassesOfOneNameThatAColumnLeftOfTheAnswersTellsApart() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, "年级,班级,应到人数,实到人数\n高一,1,30,30\n高二,1,28,28\n高二,1,20,20\n");
        assertThat(checked.findings()).containsExactly("UNKNOWN_COLUMN", "B3 DUPLICATE_ROW", "B4 DUPLICATE_ROW");
        assertThat(checked.detailsOf("B3")).endsWith("2");
        assertThat(checked.detailsOf("B4")).endsWith("3");
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "班级,应到人数,实到人数,年级\n1,30,30,高一\n1,28,28,高二\n",
                "实到人数,年级,班级,应到人数,病假\n30,高一,1,30,0\n28,高二,1,28,0\n",
                "教师,班级,应到人数,实到人数\n甲,1,30,30\n乙,1,28,28\n"
            })
    void letsNoOtherColumnTellClassesOfOneNameApart(String csv) {
        assertThat(CheckedCsv.of(ATTENDANCE, csv).rows()).isEqualTo(new RowCounts(2, 1, 1, 0));
    }

    @Test
    void showsWhatWasTypedInTheFirstColumn() {
        CheckedCsv checked = CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n一 班,28,28\n一班,20,20\n");
        assertThat(checked.sheet().findings())
                .filteredOn(finding -> finding.code() == FindingCode.DUPLICATE_ROW)
                .extracting(Finding::value)
                .contains("一班");
    }

    @Test
    void placesTheFindingOfAColumnThatTheSheetLacksAtTheFirstFilledCell() {
        Form form = CheckedCsv.declared("""
                id: drill
                name: 演练记录
                period: day
                scope: all
                keepDays: 30
                columns:
                  - {id: place, heading: 演练地点, type: text, required: true}
                  - {id: persons, heading: 演练人数, type: integer, required: true}
                  - {id: hurt, heading: 受伤人数, type: integer}
                  - {id: ill, heading: 生病人数, type: integer}
                rules:
                  - unique-in-sheet: [place]
                  - sum-equals: {total: persons, parts: [hurt, ill]}
                """);
        CheckedCsv checked = CheckedCsv.of(form, "演练人数,受伤人数,演练地点,生病人数\n3,1,操场,2\n,1,礼堂,2\n4,1,大厅,2\n");
        assertThat(checked.findings()).containsExactly("A3 REQUIRED_BLANK", "A4 SUM_MISMATCH");
        assertThat(checked.detailsOf("A4")).containsExactly("演练人数 4 = 受伤人数 1 + 生病人数 2", "3", "4");
    }

    // The state of the sheet.

    @Test
    void endsAcceptedPartlyAcceptedOrRejected() {
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n").sheet().state())
                .isEqualTo(SheetState.ACCEPTED);
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "一班,30,30\n二班,30,31\n")
                        .sheet()
                        .state())
                .isEqualTo(SheetState.PARTLY_ACCEPTED);
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES + "二班,30,31\n").sheet().state())
                .isEqualTo(SheetState.REJECTED);
        assertThat(CheckedCsv.of(ATTENDANCE, CLASSES).sheet().state()).isEqualTo(SheetState.ACCEPTED);
    }
}
