package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.domain.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFinderTest {

    private final FormFinder finder = new FormFinder(TestForms.ALL);

    @Test
    void findsColumnsInAnyOrderBelowTenTitleRows() {
        List<List<String>> head = new ArrayList<>();
        for (int row = 0; row < 10; row++) {
            head.add(List.of("说明" + row));
        }
        head.add(List.of("症状", "体温", "", "人员类别", "姓名", "序号"));
        FormFinder.Found found = find(head);

        assertThat(form(found)).isEqualTo("health-check");
        assertThat(found.headingRow()).isEqualTo(11);
        assertThat(found.topRow()).isEqualTo(11);
        assertThat(ids(found))
                .isEqualTo(Map.of(0, "symptoms", 1, "morningTemperature", 3, "personCategory", 4, "name"));
        assertThat(found.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "姓名",
                " 姓 名 ",
                "姓\n名",
                "*姓名",
                "＊姓名",
                "★姓名",
                "●姓名",
                "姓名（必填）",
                "姓名(必填)",
                "姓名【选填】",
                "\ufeff姓名",
                "姓\u200b名",
                "姓\u3000名",
                "姓\u00a0名：",
                "姓名(name)",
                "姓名（与身份证一致"
            })
    void foldsWhatIsNoPartOfTheName(String heading) {
        assertThat(ids(find(List.of(List.of(heading, "人员类别", "体温"))))).containsEntry(0, "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"体温（℃）", "体温(°C)", "体温℃", "体温/℃", "体温（度）", "晨检体温(摄氏度)", "体温（单位：℃）", "体 温"})
    void takesItsOwnUnit(String heading) {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", heading)));
        assertThat(ids(found)).containsEntry(2, "morningTemperature");
        assertThat(found.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"体温（℉）", "体温(°F)", "体温℉", "体温（华氏度）", "体温（单位：℉，保留一位小数）"})
    void refusesAnotherUnit(String heading) {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", heading)));
        assertThat(SheetBuilder.codes(found.findings())).containsExactly(FindingCode.UNIT_DIFFERS);
        assertThat(found.findings().get(0).details()).containsExactly("晨检体温", "℉", "℃");
    }

    @Test
    void refusesThousandsWherePeopleAreCounted() {
        FormFinder.Found found = find(List.of(List.of("班级", "应到人数（千人）", "实到人数（人）")));
        assertThat(SheetBuilder.codes(found.findings())).containsExactly(FindingCode.UNIT_DIFFERS);
    }

    @Test
    void neverTakesTheEveningForTheMorning() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", "体温（晚上）")));
        assertThat(ids(found)).doesNotContainValue("morningTemperature");
        assertThat(SheetBuilder.codes(found.findings()))
                .containsExactly(FindingCode.MISSING_COLUMN, FindingCode.UNKNOWN_COLUMN);
    }

    @Test
    void readsTheNoteAsPartOfTheNameWhereAColumnIsCalledSo() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", "体温（上午）", "体温（下午）")));
        assertThat(ids(found)).containsEntry(2, "morningTemperature").containsEntry(3, "noonTemperature");
    }

    @Test
    void joinsAMergedGroupWithTheHeadingBelowIt() {
        FormFinder.Found found = find(
                List.of(
                        List.of("阳光培训学校健康监测表"),
                        List.of("姓名", "人员类别", "体温", "", "", "备注"),
                        List.of("", "", "上午", "下午", "晚检", "")),
                merge("A1:F1"),
                merge("A2:A3"),
                merge("B2:B3"),
                merge("C2:E2"),
                merge("F2:F3"));
        assertThat(ids(found))
                .isEqualTo(Map.of(
                        0, "name",
                        1, "personCategory",
                        2, "morningTemperature",
                        3, "noonTemperature",
                        4, "eveningTemperature",
                        5, "remark"));
        assertThat(found.headingRow()).isEqualTo(3);
        assertThat(found.topRow()).isEqualTo(2);
        assertThat(found.findings()).isEmpty();
    }

    @Test
    void joinsAGroupThatATextFileHasLeftInItsFirstColumn() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", "体温", "", "备注"), List.of("", "", "上午", "下午", "")));
        assertThat(ids(found))
                .isEqualTo(Map.of(
                        0, "name", 1, "personCategory", 2, "morningTemperature", 3, "noonTemperature", 4, "remark"));
        assertThat(found.headingRow()).isEqualTo(2);
    }

    @Test
    void endsAHeadingWhereItsMergesEnd() {
        FormFinder.Found found = find(
                List.of(List.of("姓名", "人员类别", "体温"), List.of("", "", "")),
                merge("A1:A2"),
                merge("B1:B2"),
                merge("C1:C2"));
        assertThat(found.headingRow()).isEqualTo(2);
        assertThat(found.topRow()).isEqualTo(1);
    }

    @Test
    void takesABlankRowBelowTheHeadingForNoHeading() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", "体温"), List.of("张三", "学生", ""), List.of("李四")));
        assertThat(found.headingRow()).isEqualTo(1);
    }

    @Test
    void takesTheFirstOfRepeatedHeadings() {
        List<String> heading = List.of("姓名", "人员类别", "体温");
        assertThat(find(List.of(heading, List.of("张三", "学生", "36.5"), heading)).headingRow())
                .isEqualTo(1);
    }

    @Test
    void namesTheNearestHeadingOfAMissingColumn() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类型", "体温", "家庭住址")));
        assertThat(form(found)).isEqualTo("health-check");
        assertThat(found.missing()).isTrue();
        assertThat(found.findings().get(0).code()).isEqualTo(FindingCode.MISSING_COLUMN);
        assertThat(found.findings().get(0).details().get(0)).isEqualTo("人员类别");
        assertThat(found.findings().get(0).details().get(1)).startsWith("人员类型");
    }

    @Test
    void tellsOfAnUnknownColumnButNotOfSequenceNumbersAndBlanks() {
        FormFinder.Found found = find(List.of(List.of("序号", "姓名", "人员类别", "体温", "", "家庭住址")));
        assertThat(SheetBuilder.codes(found.findings())).containsExactly(FindingCode.UNKNOWN_COLUMN);
        assertThat(found.findings().get(0).details()).containsExactly("家庭住址");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", "晨检体温", "入校体温")));
        assertThat(SheetBuilder.codes(found.findings())).containsExactly(FindingCode.DUPLICATE_COLUMN);
        assertThat(found.findings().get(0).details()).containsExactly("晨检体温", "C1、D1");
    }

    @Test
    void namesBothRangesOfTwoTablesSideBySide() {
        FormFinder.Found found = find(List.of(List.of("姓名", "人员类别", "体温", "", "姓名", "人员类别", "体温")));
        assertThat(SheetBuilder.codes(found.findings())).containsExactly(FindingCode.TABLES_SIDE_BY_SIDE);
        assertThat(found.findings().get(0).details().get(1)).isEqualTo("A1:C1、E1:G1");
    }

    @Test
    void doesNotTakeTheCheckedForThePresent() {
        assertThat(find(List.of(List.of("班级", "应检人数", "实检人数", "备注"))).form()).isNull();
    }

    @Test
    void leavesAForeignSheetAlone() {
        assertThat(find(List.of(List.of("姓名", "日期", "备注"))).form()).isNull();
        assertThat(find(List.of(List.of("物资", "规格", "单位", "结存"))).form()).isNull();
        assertThat(find(List.of()).form()).isNull();
    }

    @Test
    void choosesTheFormOfWhichMostIsNamed() {
        assertThat(form(find(List.of(List.of("班级", "人员类别", "应到", "实到", "病假"))))).isEqualTo("attendance");
        assertThat(form(find(List.of(List.of("日期", "地点", "类型", "时间", "负责人"))))).isEqualTo("disinfection");
    }

    @Test
    void saysSoWhereTwoFormsFitAlike() {
        Form one = TestForms.form(
                "one",
                "甲表",
                TestForms.column("a", ColumnType.TEXT, true, "姓名"),
                TestForms.column("b", ColumnType.TEXT, true, "地点"));
        Form other = TestForms.form(
                "other",
                "乙表",
                TestForms.column("a", ColumnType.TEXT, true, "姓名"),
                TestForms.column("c", ColumnType.TEXT, true, "地点"));
        FormFinder.Found found =
                new FormFinder(List.of(one, other)).find("表", rows(List.of(List.of("姓名", "地点"))), List.of());
        assertThat(found.form()).isNull();
        assertThat(SheetBuilder.codes(found.findings())).containsExactly(FindingCode.FORM_AMBIGUOUS);
        assertThat(found.findings().get(0).details()).containsExactly("甲表、乙表");
    }

    @Test
    void keepsTheBracketsThatBelongToAName() {
        FormFinder.Found found = find(List.of(List.of("日期", "场所", "作业类型", "开始时间", "责任人", "浓度（mg/L）", "作用时间（分钟）")));
        assertThat(ids(found)).containsEntry(5, "concentration").containsEntry(6, "minutes");
        assertThat(found.findings()).isEmpty();
    }

    private FormFinder.Found find(List<List<String>> head, MergedRange... merges) {
        return finder.find("表", rows(head), List.of(merges));
    }

    private static MergedRange merge(String range) {
        MergedRange merge = MergedRange.parsed(range);
        assertThat(merge).isNotNull();
        return java.util.Objects.requireNonNull(merge);
    }

    private static List<RawRow> rows(List<List<String>> texts) {
        List<RawRow> rows = new ArrayList<>();
        for (List<String> row : texts) {
            rows.add(new RawRow(
                    rows.size() + 1, false, row.stream().map(RawCell::ofText).toList()));
        }
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    private static String form(FormFinder.Found found) {
        return found.form() == null ? "" : found.form().id();
    }

    private static Map<Integer, String> ids(FormFinder.Found found) {
        Map<Integer, String> ids = new java.util.TreeMap<>();
        found.columns().forEach((place, column) -> ids.put(place, column.id()));
        return ids;
    }
}
