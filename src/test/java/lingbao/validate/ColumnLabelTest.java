package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lingbao.catalogue.Form;
import lingbao.domain.RowCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a label above the rows says of them. */
class ColumnLabelTest {

    private static final Form HEALTH = CheckedCsv.shipped("health-check");
    private static final String TABLE = "姓名,人员类别,体温\n甲一,学生,36.5\n";

    private static List<@Nullable Object> classes(String csv) {
        return CheckedCsv.of(HEALTH, csv).accepted().stream()
                .<@Nullable Object>map(row -> row.values().get(HEALTH.indexOf("className")))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "班级：三2班|三2班",
                "班級:三（2）班|三（2）班",
                "班 级：　三2班|三2班",
                "班级名称：春笋班|春笋班",
                "班级：三2班 班主任：李|三2班",
                "班级：三（2）班班主任 班主任：李|三（2）班班主任",
                "班级：三2班(班主任：李)|三2班",
                "班级：三年级 2班 人数：45|三年级 2班",
                "班级：三2班 2020年6月17日|三2班",
                "班级：三2班 共45人|三2班",
                "班级：三2班    李老师|三2班",
                "班级：_三2班__  班 主 任：__|三2班",
                "学校：云溪小学 班级：三2班 日期：2020年6月17日|三2班",
                "健康监测表（班级：三2班）|三2班",
                "健康监测表【班级：三(2)班】|三(2)班"
            },
            delimiter = '|')
    void findsTheValueAmongOthers(String title, String value) {
        assertThat(classes(title + ",,\n" + TABLE)).containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "班级：",
                "班级：____",
                "班级：/",
                "班级：三（2）班班主任：李",
                "班级：三年级 2班班主任：李",
                "班级：三年级 二班班主任：李",
                "各班级：三2班",
                "1、班级：请填写全称",
                "班级三2班",
                "班级：三1班 班级：三2班",
            })
    void saysNothingWhereNobodyCanTellTheValue(String title) {
        assertThat(classes(title + ",,\n" + TABLE)).containsExactly((Object) null);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"班级,三2班,|三2班", "班级：,,三2班|三2班", "班级,三2班,班主任|三2班", "班级,人数,班主任|", "班级：,班主任：,李|"},
            delimiter = '|')
    void findsTheValueInTheNextCell(String title, @Nullable String value) {
        assertThat(classes(title + "\n" + TABLE)).containsExactly(value);
    }

    @Test
    void whatStandsAboveARefusedTableIsSaidOfNoOther() {
        String refused = "班级：三2班,,\n姓名,证件号码,人员类别\n甲二,,学生\n";
        String below = "高年级健康监测表,,\n姓名,人员类别,体温\n甲一,学生,36.5\n";
        assertThat(classes("班级：三1班,,\n" + TABLE + refused + below)).containsExactly("三1班", null);
    }

    @Test
    void aRowThatSaysSomethingIsNoLabel() {
        CheckedCsv checked = CheckedCsv.of(HEALTH, "班级：三1班,,\n" + TABLE + "班级：三2班,学生,36.6\n");
        assertThat(checked.rows()).isEqualTo(new RowCounts(2, 1, 1, 0));
    }

    @Test
    void aClassOfWhichNobodyWasMeasuredStandsBetweenTwoLabels() {
        String rows = "甲一,学生,\n班级：三2班,,\n甲一,学生,36.5\n";
        assertThat(classes("班级：三1班,,\n姓名,人员类别,体温\n" + rows)).containsExactly("三2班");
    }
}
