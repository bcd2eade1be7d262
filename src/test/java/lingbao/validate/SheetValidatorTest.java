package lingbao.validate;

import static lingbao.domain.FindingCode.BLANK_ROWS_BETWEEN;
import static lingbao.domain.FindingCode.CORRUPT;
import static lingbao.domain.FindingCode.DATE_NOT_REPORT_DAY;
import static lingbao.domain.FindingCode.DUPLICATE_PERSON;
import static lingbao.domain.FindingCode.DUPLICATE_ROW;
import static lingbao.domain.FindingCode.ID_CHECKSUM;
import static lingbao.domain.FindingCode.INSTITUTION_CONFLICT;
import static lingbao.domain.FindingCode.MERGED_ROWS;
import static lingbao.domain.FindingCode.MISSING_COLUMN;
import static lingbao.domain.FindingCode.NAME_INVALID;
import static lingbao.domain.FindingCode.NOT_ANSWERED;
import static lingbao.domain.FindingCode.NUMBER_INVALID;
import static lingbao.domain.FindingCode.ORDER_WRONG;
import static lingbao.domain.FindingCode.PART_EXCEEDS_WHOLE;
import static lingbao.domain.FindingCode.PERSON_CONFLICT;
import static lingbao.domain.FindingCode.REQUIRED_BLANK;
import static lingbao.domain.FindingCode.REQUIRED_IF;
import static lingbao.domain.FindingCode.SAME_NAME;
import static lingbao.domain.FindingCode.SHEET_REFUSED;
import static lingbao.domain.FindingCode.SUM_MISMATCH;
import static lingbao.domain.FindingCode.TEMPERATURE_OUT_OF_RANGE;
import static lingbao.domain.FindingCode.TOTAL_DIFFERS;
import static lingbao.domain.FindingCode.UNKNOWN_COLUMN;
import static lingbao.domain.FindingCode.ZERO_NOT_DECLARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow;
import lingbao.domain.IgnoredRow.Reason;
import lingbao.domain.RowCounts;
import lingbao.domain.Severity;
import lingbao.read.RawCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetValidatorTest {

    private static final Form HEALTH = TestForms.healthCheck();
    private static final Form ATTENDANCE = TestForms.attendance();
    private static final Form DISINFECTION = TestForms.disinfection();

    private static final Attribution KNOWN = new Attribution(null, null, CheckedCell.DAY, List.of());

    private final List<CheckedRow> accepted = new ArrayList<>();

    private CheckedSheet check(MemorySheet sheet) {
        return check(sheet, KNOWN);
    }

    private CheckedSheet check(MemorySheet sheet, Attribution attribution) {
        accepted.clear();
        return new SheetValidator().validate(sheet, attribution, accepted::add);
    }

    private static List<String> places(CheckedSheet checked) {
        return checked.findings().stream()
                .map(finding -> (finding.cell() == null ? "" : finding.cell() + " ") + finding.code())
                .toList();
    }

    private static MemorySheet health() {
        return MemorySheet.of(HEALTH);
    }

    /** A row of the health check, with nothing remarkable in it. */
    private static MemorySheet well(MemorySheet sheet, String name, String idNumber) {
        return sheet.row(1, name, idNumber, "学生", "一班", 36.5, null, "无");
    }

    @Test
    void countsEachRowAndHandsOnTheGoodOnes() {
        CheckedSheet checked = check(health().row(1, "张三", "11010519491231002X", "学生", "一班", 36.5, null, "无")
                .row(2, "李四", null, "学生", "一班", 365, null, "无")
                .row(3, "王五", null, "教师", null, "37.8", 36.6, "发热、咳嗽")
                .row("合计", null, null, null, null, null, null, null));

        assertThat(checked.refused()).isFalse();
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 2, 1, 1));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(5, Reason.TOTAL_ROW));
        assertThat(places(checked)).containsExactly("F3 TEMPERATURE_OUT_OF_RANGE");
        assertThat(accepted).extracting(CheckedRow::row).containsExactly(2, 4);
    }

    @Test
    void tellsWhatMakesARowACaseAndWhoItIs() {
        check(health().row(1, "张三", "11010519491231002x", "学生", "一班", 36.5, 37.31, "无")
                .row(2, "李 四", null, "学生", "一 班", 37.8, 36.6, "发热")
                .row(3, "王五", null, "学生", null, 36.4, null, null));

        assertThat(accepted).extracting(CheckedRow::answered).containsOnly(true);
        assertThat(accepted).extracting(CheckedRow::caseByChoice).containsExactly(false, true, false);
        assertThat(accepted)
                .extracting(CheckedRow::highest)
                .containsExactly(new BigDecimal("37.31"), new BigDecimal("37.8"), new BigDecimal("36.4"));
        assertThat(accepted)
                .extracting(CheckedRow::person)
                .containsExactly("id:11010519491231002X", "name:一班|李四", "name:|王五");
        assertThat(accepted.get(1).values().get(0)).isEqualTo("李 四");
    }

    @Test
    void knowsNoPersonWhereRowsAreNotOfPersons() {
        check(MemorySheet.of(ATTENDANCE).row(1, "一班", 30, 30, 0, 0, 0, 0));
        assertThat(accepted).extracting(CheckedRow::person).containsOnlyNulls();
        assertThat(accepted).extracting(CheckedRow::highest).containsOnlyNulls();
    }

    @Test
    void reportsEverythingThatIsWrongWithARow() {
        CheckedSheet checked = check(health().row(1, "张三1", "110105194912310021", null, "一班", "36,8", 50, "无"));
        assertThat(places(checked))
                .containsExactly(
                        "B2 " + NAME_INVALID,
                        "C2 " + ID_CHECKSUM,
                        "D2 " + REQUIRED_BLANK,
                        "F2 " + NUMBER_INVALID,
                        "G2 " + TEMPERATURE_OUT_OF_RANGE);
        assertThat(checked.findings())
                .extracting(Finding::columnId)
                .containsExactly("name", "idNumber", "personCategory", "morningTemperature", "noonTemperature");
        assertThat(checked.findings().get(0).value()).isEqualTo("张*");
        assertThat(checked.findings().get(1).value()).isEqualTo("110105********0021");
        assertThat(checked.findings().get(3).value()).isEqualTo("36,8");
    }

    // Rows that are no data.

    @Test
    void ignoresBlankRowsBetweenButSeesNoneBehindTheLastFilledOne() {
        MemorySheet sheet = well(health(), "张三", "");
        sheet.row().row(null, " ", "\u3000", "\u00A0").skip(2);
        well(sheet, "李四", "").row().row("", "").skip(50).row();
        CheckedSheet checked = check(sheet);
        assertThat(checked.rows()).isEqualTo(new RowCounts(6, 2, 0, 4));
        assertThat(checked.ignored()).extracting(IgnoredRow::row).containsExactly(3, 4, 5, 6);
        assertThat(checked.ignored()).extracting(IgnoredRow::reason).containsOnly(Reason.BLANK_ROW);
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void warnsOfALongGapOnlyWhenDataFollow() {
        CheckedSheet gap = check(well(well(health(), "张三", "").skip(20), "李四", ""));
        assertThat(places(gap)).containsExactly("A3 " + BLANK_ROWS_BETWEEN);
        assertThat(gap.findings().get(0).details()).containsExactly("3", "20");
        assertThat(gap.rows()).isEqualTo(new RowCounts(22, 2, 0, 20));

        assertThat(check(well(well(health(), "张三", "").skip(19), "李四", "")).findings())
                .isEmpty();
        assertThat(check(well(health(), "张三", "").skip(30).row("填表人：王五")).findings())
                .isEmpty();
        assertThat(check(well(health().skip(30), "张三", "")).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"合计", "小计", "总计", "共计", "合 计", "合\u3000\u3000计", "合计：", "合计（人）", "本页小计", "共35人", "记录数:1649"})
    void ignoresTotals(String label) {
        CheckedSheet checked = check(well(health(), "张三", "").row(label, null, null, null, null, "36.5"));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.TOTAL_ROW));
        CheckedSheet besideTheNumber = check(well(health(), "张三", "").row(2, label, null, null, null, "36.5"));
        assertThat(besideTheNumber.ignored()).containsExactly(new IgnoredRow(3, Reason.TOTAL_ROW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "注：体温请填写实测值",
                "说明：本表每日报送",
                "备注：无",
                "填表说明：1.体温",
                "注1：",
                "*本表由各机构每日填写并盖章后报送",
                "1、体温高于37.3度的应当登记",
                "体温异常的学员应当立即隔离并且报告所在街道的疫情防控部门"
            })
    void ignoresNotes(String text) {
        CheckedSheet checked = check(well(health(), "张三", "").row(text));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.NOTE_ROW));
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void ignoresSignatures() {
        MemorySheet sheet = well(health(), "张三", "")
                .row("填表人：李四", null, null, "审核人：王五", null, "填报日期：2020年6月18日")
                .row("填表人：", "李四", null, "联系电话：", "13800138000")
                .row("负责人（签字）", null, null, null, "单位（盖章）")
                .row(null, null, "单位负责人：")
                .row("审核人: 赵六")
                .row("单位（盖章）：")
                .row("检查人签字：温麦青")
                .row(null, null, null, null, null, "2020年6月18日");
        CheckedSheet checked = check(sheet);
        assertThat(checked.ignored()).extracting(IgnoredRow::reason).hasSize(8).containsOnly(Reason.SIGNATURE_ROW);
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void ignoresAHeadingThatEachPrintedPageRepeats() {
        MemorySheet sheet = well(health(), "张三", "")
                .row("序号", "姓名", "证件号码", "人员类别", "班 级", "晨检体温\n（℃）", "午检体温", "*症状", null, "联系电话");
        CheckedSheet checked = check(well(sheet, "李四", ""));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.HEADING_REPEATED));
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 0, 1));
    }

    @Test
    void neverTakesARowWithAnAnswerForANoteOrASignature() {
        CheckedSheet checked = check(health().row("联系人：张三", "张三", null, "学生", null, 36.5, null, "无")
                .row("备注：住校", "李四", null, "学生", null, 36.5)
                .row("电话：", null, null, null, null, 36.5));
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 1, 0));
    }

    @Test
    void ignoresAPersonWithoutAnAnswerAndTellsSo() {
        CheckedSheet checked =
                check(health().row(1, "张三", "11010519491231002X", null, "一班", "/", null, null, null, null, null, "请假"));
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 0, 0, 1));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(2, Reason.NOT_ANSWERED));
        assertThat(places(checked)).containsExactly("" + ZERO_NOT_DECLARED, "A2 " + NOT_ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今日无异常", "第2页", "二班", "以下空白", "此表一式两份"})
    void ignoresWordsBelowTheRunningNumbersAsANote(String text) {
        CheckedSheet checked = check(well(health(), "张三", "").row(text));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.NOTE_ROW));
        assertThat(checked.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"说明", "注", "备注", "填表说明："})
    void ignoresANoteBesideItsLabel(String label) {
        CheckedSheet checked = check(well(health(), "张三", "").row(label, "1. 本表每日10时前报送"));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.NOTE_ROW));
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void takesNoteOfAPersonInARowThatBeginsLikeANote() {
        CheckedSheet checked = check(well(health(), "张三", "").row("备注", "李四", null, "学生", null, 36.5));
        assertThat(checked.ignored()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 2, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.", "（3）", "④", "五、", "No.6"})
    void takesAnyWayOfNumberingForANumber(String number) {
        CheckedSheet checked = check(well(health(), "张三", "").row(number));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.BLANK_ROW));
    }

    @Test
    void takesARowNumberedInAdvanceForABlankOne() {
        CheckedSheet checked = check(well(health(), "张三", "").row(2).row(3).row(4));
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 1, 0, 3));
        assertThat(checked.ignored()).extracting(IgnoredRow::reason).containsOnly(Reason.BLANK_ROW);
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void ignoresRowsThatOnlyAMergedCellFills() {
        CheckedSheet checked = check(MemorySheet.of(DISINFECTION)
                .row(1, "2020-06-17", "101教室", "消毒", "8:00", null, null, null, "王明")
                .row(2, "2020-06-17", null, null, null, null, null, null, "王明"));
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 1, 0, 1));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(3, Reason.NOT_ANSWERED));
    }

    // The sheet as a whole.

    @Test
    void warnsThatNothingIsDeclaredWhereOnlyTheHeadingStands() {
        CheckedSheet checked = check(health());
        assertThat(checked.refused()).isFalse();
        assertThat(checked.rows()).isEqualTo(RowCounts.NONE);
        assertThat(checked.findings()).extracting(Finding::code).containsExactly(ZERO_NOT_DECLARED);
        assertThat(checked.findings().get(0).cell()).isNull();
    }

    @Test
    void doesNotCallASheetBlankWhoseRowsWereAllRejected() {
        CheckedSheet checked = check(health().row(1, "张三", null, "学生", null, 365));
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 0, 1, 0));
        assertThat(places(checked)).containsExactly("F2 " + TEMPERATURE_OUT_OF_RANGE);
    }

    @Test
    void refusesTheWholeSheetForOneBadRowWhereTheFormSaysSo() {
        Form strict = TestForms.with(HEALTH, Form.OnBadRow.REFUSE_FILE);
        CheckedSheet checked = check(well(MemorySheet.of(strict), "张三", "")
                .row(2, "李四", null, "学生", null, 365)
                .row("填表人："));
        assertThat(checked.refused()).isTrue();
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 0, 2, 1));
        assertThat(places(checked)).containsExactly("" + SHEET_REFUSED, "F3 " + TEMPERATURE_OUT_OF_RANGE);

        assertThat(check(well(MemorySheet.of(strict), "张三", "")).refused()).isFalse();
    }

    @Test
    void refusesASheetThatIsNobodysButStillTellsOfItsRows() {
        Attribution nobodys = new Attribution(
                null, null, CheckedCell.DAY, List.of(Finding.ofSheet(INSTITUTION_CONFLICT, "表1", "甲、乙")));
        CheckedSheet checked = check(
                well(health(), "张三", "").row(2, "李四", null, "学生", null, 365).row("合计"), nobodys);
        assertThat(checked.refused()).isTrue();
        assertThat(accepted).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 0, 2, 1));
        assertThat(places(checked)).containsExactly("" + INSTITUTION_CONFLICT, "F3 " + TEMPERATURE_OUT_OF_RANGE);
    }

    @Test
    void refusesASheetThatTheReaderFoundFaultWith() {
        CheckedSheet checked = check(well(MemorySheet.of(HEALTH, Finding.ofSheet(CORRUPT, "表1", "x")), "张三", ""));
        assertThat(checked.refused()).isTrue();
        assertThat(accepted).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 0, 1, 0));
        CheckedSheet noted = check(well(MemorySheet.of(HEALTH, Finding.ofSheet(UNKNOWN_COLUMN, "表1", "性别")), "张三", ""));
        assertThat(noted.refused()).isFalse();
        assertThat(noted.findings()).extracting(Finding::code).containsExactly(UNKNOWN_COLUMN);
    }

    @Test
    void missesNothingInACellThatTheReaderFoundFaultWith() {
        CheckedSheet checked = check(health().row(1, "张三", null, null, "一班", 36.5)
                .row(2, "李四", null, null, "一班", 36.5)
                .found(faultAt(2, "personCategory"))
                .found(faultAt(3, "className")));
        assertThat(places(checked)).containsExactly("D2 " + MERGED_ROWS, "D3 " + MERGED_ROWS, "D3 " + REQUIRED_BLANK);
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 0, 2, 0));
    }

    private static Finding faultAt(int row, String columnId) {
        return new Finding(MERGED_ROWS, Severity.ERROR, "表1", row, 3, columnId, null, List.of());
    }

    @Test
    void countsTheRowsOfASheetWhoseColumnsAreNotKnown() {
        MemorySheet sheet = MemorySheet.withoutItsColumns(HEALTH, Finding.ofSheet(MISSING_COLUMN, "表1", "姓名", "名字"));
        CheckedSheet checked =
                check(sheet.row(1, "张三").row(2, "李四").row().row("合计").row("填表人："));
        assertThat(checked.refused()).isTrue();
        assertThat(checked.rows()).isEqualTo(new RowCounts(5, 0, 2, 3));
    }

    @Test
    void countsABlankRowAtTheTopOfASheetWhoseColumnsAreNotKnown() {
        MemorySheet sheet = MemorySheet.withoutItsColumns(HEALTH, Finding.ofSheet(MISSING_COLUMN, "表1", "姓名", "名字"));
        CheckedSheet checked = check(sheet.row().row(1, "张三"));
        assertThat(checked.ignored()).containsExactly(new IgnoredRow(2, Reason.BLANK_ROW));
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 0, 1, 1));
    }

    // Rows together.

    @Test
    void rejectsTheLaterOfTwoEqualRowsOfAPerson() {
        MemorySheet sheet = well(health(), "张三", "11010519491231002X");
        CheckedSheet checked = check(well(well(sheet, "李四", ""), "张三", "110105491231002"));
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 1, 0));
        assertThat(checked.takenBack()).isEmpty();
        assertThat(places(checked)).contains("C4 " + DUPLICATE_PERSON);
        assertThat(detailsOf(checked, "C4")).contains(List.of("2"));
    }

    @Test
    void rejectsBothRowsOfAPersonWhoContradictsHimself() {
        CheckedSheet checked = check(health().row(1, "张三", "11010519491231002X", "学生", "一班", 36.5, null, "无")
                .row(2, "张三", "11010519491231002X", "学生", "一班", 36.6, null, "无")
                .row(3, "张三", "11010519491231002X", "学生", "一班", 36.5, null, "无"));
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 0, 3, 0));
        assertThat(accepted).extracting(CheckedRow::row).containsExactly(2);
        assertThat(checked.takenBack()).containsExactly(2);
        assertThat(places(checked))
                .containsExactly("C2 " + PERSON_CONFLICT, "C3 " + PERSON_CONFLICT, "C4 " + PERSON_CONFLICT);
        assertThat(detailsOf(checked, "C2")).containsExactly(List.of("3"));
        assertThat(detailsOf(checked, "C3")).containsExactly(List.of("2"));
        assertThat(checked.findings()).extracting(Finding::value).containsOnly("110105********002X");
    }

    @Test
    void takesBackTheFirstOfTwoEqualRowsWhenAThirdContradicts() {
        MemorySheet sheet = well(well(health(), "张三", "11010519491231002X"), "张三", "11010519491231002X");
        CheckedSheet checked = check(well(sheet, "李四", "11010519491231002X"));
        assertThat(checked.takenBack()).containsExactly(2);
        assertThat(places(checked))
                .containsExactly("C2 " + PERSON_CONFLICT, "C3 " + DUPLICATE_PERSON, "C4 " + PERSON_CONFLICT);
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 0, 3, 0));
    }

    @Test
    void doesNotTakeBackARowThatWasRejectedAnyway() {
        CheckedSheet checked = check(well(
                health().row(1, "张三", "11010519491231002X", "学生", "一班", 365, null, "无"), "张三", "11010519491231002X"));
        assertThat(checked.takenBack()).isEmpty();
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 0, 2, 0));
    }

    @Test
    void warnsOfTwoOfOneNameInOneClassWithoutNumbers() {
        MemorySheet sheet = well(well(health(), "张三", ""), "张\u3000三", "");
        sheet.row(2, "张三", null, "学生", "二班", 36.5, null, "无");
        CheckedSheet checked = check(sheet);
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 3, 0, 0));
        assertThat(places(checked)).containsExactly("B3 " + SAME_NAME);
        assertThat(accepted).extracting(CheckedRow::person).containsExactly("name:一班|张三", "name:一班|张三", "name:二班|张三");
    }

    @Test
    void neverFoldsTheCharactersOfANameTogether() {
        check(well(well(health(), "\uFA0E", ""), "\uF900", ""));
        assertThat(accepted).extracting(CheckedRow::person).containsExactly("name:一班|\uFA0E", "name:一班|\uF900");
    }

    @Test
    void rejectsTheLaterRowWhereAColumnIsUnique() {
        CheckedSheet checked = check(MemorySheet.of(ATTENDANCE)
                .row(1, "一班", 30, 30)
                .row(2, "二班", 30, 30)
                .row(3, "一班", 30, 29));
        assertThat(checked.rows()).isEqualTo(new RowCounts(3, 2, 1, 0));
        assertThat(places(checked)).containsExactly("B4 " + DUPLICATE_ROW);
        assertThat(detailsOf(checked, "B4")).containsExactly(List.of("班级", "2"));
    }

    @Test
    void comparesATotalWithTheSumOfTheAcceptedRows() {
        CheckedSheet checked = check(MemorySheet.of(ATTENDANCE)
                .row(1, "一班", 30, 29, 1, 0, 0, 0)
                .row(2, "二班", 20, 20, 0, 0, 0, 0)
                .row("合计", null, 50, 50, "1人", null, "—", 0));
        assertThat(places(checked)).containsExactly("D4 " + TOTAL_DIFFERS);
        assertThat(checked.findings().get(0).value()).isEqualTo("50");
        assertThat(checked.findings().get(0).details()).containsExactly("实到人数", "49");
    }

    @Test
    void comparesAPartTotalWithTheRowsSinceTheOneBefore() {
        CheckedSheet checked = check(MemorySheet.of(ATTENDANCE)
                .row(1, "一班", 30, 30)
                .row("小计", null, 30, 30)
                .row(2, "二班", 20, 20)
                .row("小计", null, 20, 50)
                .row("合计", null, 50, 50)
                .row("小计", null, 1, 0));
        assertThat(places(checked)).containsExactly("C7 " + TOTAL_DIFFERS);
    }

    @Test
    void takesATotalOfAllTheRowsForRightThoughSomeAreNotCounted() {
        CheckedSheet checked = check(MemorySheet.of(ATTENDANCE)
                .row(1, "一班", 30, 29, 1, 0, 0, 0)
                .row(2, "二班", 20, 18, 1, 0, 0, 0)
                .row(3, "三班", 10)
                .row("合计", null, 60, 47, 2, 0, 0, 0));
        assertThat(places(checked)).containsExactly("C3 " + SUM_MISMATCH, "A4 " + NOT_ANSWERED);
        CheckedSheet unreadable = check(MemorySheet.of(ATTENDANCE)
                .row(1, "一班", 30, 30)
                .row(2, "二班", 20, "2O")
                .row("合计", null, 50, 50));
        assertThat(places(unreadable)).containsExactly("D3 " + NUMBER_INVALID);
    }

    // Rules over a row.

    @Test
    void holdsTheSumAgainstItsParts() {
        CheckedSheet checked = check(MemorySheet.of(ATTENDANCE)
                .row(1, "一班", 30, 28, 1, 0, 1, 0)
                .row(2, "二班", 30, 28, 1, 0, 0, 0)
                .row(3, "三班", 30, 28, 1, 0, null, 0)
                .row(4, "四班", 30, 29, 1, 2, 0, 0));
        assertThat(places(checked)).containsExactly("C3 " + SUM_MISMATCH, "F5 " + PART_EXCEEDS_WHOLE);
        assertThat(checked.findings().get(0).details())
                .containsExactly("应到人数 30 − 实到人数 28 = 因病缺勤人数 1 + 事假人数 0 + 其他缺勤 0", "2", "1");
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 2, 2, 0));
    }

    @Test
    void holdsARowOfActionsAgainstItsRules() {
        CheckedSheet checked = check(MemorySheet.of(DISINFECTION)
                .row(1, "2020-06-17", "101教室", "通风", "8:00", "8:30", null, null, "王明")
                .row(2, "2020-06-17", "101教室", "通风", "8:00", null, null, null, "王明")
                .row(3, "2020-06-17", "101教室", "通风", "17:00", "16:00", null, null, "王明")
                .row(4, "6月16日", "101教室", "消毒", "8:00", null, null, null, "王明")
                .row(5, "2020-06-17", "101教室", "通风", "8:00", "8点多", null, null, "王明"));
        assertThat(places(checked))
                .containsExactly(
                        "F3 " + REQUIRED_IF,
                        "E4 " + ORDER_WRONG,
                        "B5 DATE_YEAR_TAKEN",
                        "B5 " + DATE_NOT_REPORT_DAY,
                        "F6 TIME_INVALID");
        assertThat(checked.rows()).isEqualTo(new RowCounts(5, 1, 4, 0));
    }

    @Test
    void doesNotJudgeTheDayWhereThePeriodIsNotKnown() {
        CheckedSheet checked = check(
                MemorySheet.of(DISINFECTION).row(1, "2020-06-16", "101教室", "消毒", "8:00", null, null, null, "王明"),
                new Attribution(null, null, null, List.of()));
        assertThat(checked.findings()).isEmpty();
    }

    // Whatever comes.

    @Tag("many")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20200617, -7})
    void accountsForEveryRowOfARandomSheet(long seed) {
        Random random = new Random(seed);
        for (int sheetNumber = 0; sheetNumber < 200; sheetNumber++) {
            Form form = List.of(HEALTH, ATTENDANCE, DISINFECTION, TestForms.with(HEALTH, Form.OnBadRow.REFUSE_FILE))
                    .get(random.nextInt(4));
            MemorySheet sheet = MemorySheet.of(form);
            int seen = fillAtRandom(sheet, form, random);

            CheckedSheet checked = check(sheet);

            assertThat(checked.rows().seen())
                    .as("seed %d, sheet %d", seed, sheetNumber)
                    .isEqualTo(seen);
            assertThat(checked.ignored()).hasSize(checked.rows().ignored());
            assertThat(checked.ignored()).extracting(IgnoredRow::row).doesNotHaveDuplicates();
            if (!checked.refused()) {
                assertThat(accepted)
                        .hasSize(checked.rows().accepted() + checked.takenBack().size());
                assertThat(rowsWithErrors(checked)).isEqualTo(checked.rows().rejected());
            }
            assertThat(checked.findings()).allSatisfy(finding -> {
                assertThat(finding.message()).doesNotContain("{0}", "{1}", "{2}", "{3}", "{value}");
                assertThat(finding.remedy()).isNotBlank();
            });
        }
    }

    private static long rowsWithErrors(CheckedSheet checked) {
        return checked.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR && finding.row() > 0)
                .mapToInt(Finding::row)
                .distinct()
                .count();
    }

    private static int fillAtRandom(MemorySheet sheet, Form form, Random random) {
        List<Object> words = List.of(
                "张三",
                "李四",
                "11010519491231002X",
                "学生",
                "一班",
                36.5,
                37.9,
                "无",
                "发热",
                "36。8",
                "365",
                "合计",
                "小计",
                "填表人：",
                "注：说明",
                "2020-06-17",
                "6月17日",
                "8:30",
                "是",
                30,
                29,
                1,
                0,
                "消毒",
                "通风",
                "王明",
                "/",
                true,
                "#REF!",
                MemorySheet.dated(43999.5, "2020-06-17 12:00"),
                "\uFFFD",
                1e308,
                Double.NaN,
                "序号",
                "姓名",
                MemorySheet.formula(RawCell.Kind.EMPTY, "", null));
        int seen = 0;
        int blank = 0;
        for (int row = 0; row < random.nextInt(30); row++) {
            if (random.nextInt(6) == 0) {
                int skipped = random.nextInt(25);
                sheet.skip(skipped);
                blank += skipped;
                continue;
            }
            Object[] cells = new Object[form.columns().size() + 1];
            boolean filled = false;
            for (int place = 0; place < cells.length; place++) {
                if (random.nextInt(4) > 0) {
                    cells[place] = words.get(random.nextInt(words.size()));
                    filled = true;
                }
            }
            sheet.row(cells);
            blank++;
            if (filled) {
                seen += blank;
                blank = 0;
            }
        }
        return seen;
    }

    @Tag("many")
    @Test
    void judgesEveryRowThoughTheListOfFindingsIsFull() {
        MemorySheet sheet = health();
        for (int row = 1; row <= 50_010; row++) {
            sheet.row(row, "人" + row % 7 + "甲", null, "学生", "第" + row + "班", 365, null, "无");
        }
        well(sheet, "张三", "11010519491231002X");

        CheckedSheet checked = check(sheet);

        assertThat(checked.rows()).isEqualTo(new RowCounts(50_011, 1, 50_010, 0));
        assertThat(checked.findings()).hasSizeLessThan(50_002).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.FINDINGS_NOT_LISTED);
            assertThat(finding.details().get(0)).isEqualTo("50000");
        });
    }

    @Tag("many")
    @Test
    void keepsNothingOfTheRowsItAccepted() {
        long before = usedMemory();
        MemorySheetOfManyRows sheet = new MemorySheetOfManyRows(HEALTH, 200_000);
        int[] count = {0};
        long[] most = {0};
        CheckedSheet checked = new SheetValidator().validate(sheet, KNOWN, row -> {
            count[0]++;
            if (count[0] == 200_000) {
                most[0] = usedMemory() - before;
            }
        });
        assertThat(checked.rows()).isEqualTo(new RowCounts(200_000, 200_000, 0, 0));
        assertThat(most[0]).as("bytes held after 200,000 rows").isLessThan(64L << 20);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<List<String>> detailsOf(CheckedSheet checked, String cell) {
        return checked.findings().stream()
                .filter(finding -> cell.equals(finding.cell()))
                .map(Finding::details)
                .toList();
    }
}
