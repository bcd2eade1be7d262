package lingbao.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.domain.PeriodKind;

/** Three forms with their real headings, as the catalogue would read them. */
final class TestForms {

    static final Form HEALTH = form(
            "health-check",
            "每日健康监测表",
            column("name", ColumnType.PERSON, true, "姓名"),
            column("idNumber", ColumnType.ID, false, "证件号码", "身份证号", "身份证号码", "证件号"),
            column("personCategory", ColumnType.CHOICE, true, "人员类别", "身份", "类别"),
            fillingDown(column("className", ColumnType.TEXT, false, "班级", "班别", "班次")),
            measured("℃", column("morningTemperature", ColumnType.DECIMAL, true, "晨检体温", "上午体温", "早检体温", "入校体温", "体温")),
            measured("℃", column("noonTemperature", ColumnType.DECIMAL, false, "午检体温", "下午体温")),
            measured("℃", column("eveningTemperature", ColumnType.DECIMAL, false, "晚检体温")),
            column("symptoms", ColumnType.CHOICES, false, "症状", "临床症状", "主要症状", "身体状况"),
            column("contactHistory", ColumnType.YES_NO, false, "近14天重点地区旅居或接触史", "接触史", "旅居史", "是否有重点疫区接触史"),
            column("healthCode", ColumnType.CHOICE, false, "健康码"),
            column("sawDoctor", ColumnType.YES_NO, false, "是否就诊"),
            column("diagnosis", ColumnType.TEXT, false, "初步诊断"),
            column("remark", ColumnType.TEXT, false, "备注"));

    static final Form ATTENDANCE = form(
            "attendance",
            "考勤统计表",
            column("className", ColumnType.TEXT, true, "班级", "班别", "班级名称", "班次"),
            fillingDown(column("personCategory", ColumnType.CHOICE, false, "人员类别")),
            column("expected", ColumnType.INTEGER, true, "应到人数", "应到", "班级人数"),
            column("present", ColumnType.INTEGER, true, "实到人数", "实到", "出勤人数"),
            column("sickAbsent", ColumnType.INTEGER, false, "因病缺勤人数", "因病缺课人数", "病假"),
            column("fever", ColumnType.INTEGER, false, "其中发热", "因发热未到或请假"),
            column("personalLeave", ColumnType.INTEGER, false, "事假人数", "事假"),
            column("otherAbsent", ColumnType.INTEGER, false, "其他缺勤", "因其他原因请假人数"),
            column("lateCount", ColumnType.INTEGER, false, "迟到"),
            column("earlyLeave", ColumnType.INTEGER, false, "早退"),
            column("reason", ColumnType.TEXT, false, "缺勤原因", "情况说明"),
            column("reporter", ColumnType.PERSON, false, "填报人"));

    static final Form DISINFECTION = form(
            "disinfection",
            "消毒通风记录表",
            fillingDown(column("date", ColumnType.DATE, true, "日期")),
            column("place", ColumnType.TEXT, true, "场所", "消毒区域", "地点", "场所名称"),
            column("placeCategory", ColumnType.CHOICE, false, "场所类别"),
            column("action", ColumnType.CHOICE, true, "作业类型", "类型"),
            column("startTime", ColumnType.TIME, true, "开始时间", "消毒时间", "时间"),
            column("endTime", ColumnType.TIME, false, "结束时间"),
            column("method", ColumnType.CHOICE, false, "方式", "消毒方式"),
            column("sitting", ColumnType.TEXT, false, "场次", "时段"),
            column("agent", ColumnType.TEXT, false, "消毒剂", "消毒剂名称"),
            column("concentration", ColumnType.TEXT, false, "浓度", "浓度(mg/L)"),
            column("minutes", ColumnType.INTEGER, false, "作用时间(分钟)"),
            column("responsible", ColumnType.PERSON, true, "责任人", "消毒人员", "执行人员", "负责人"),
            column("inspector", ColumnType.PERSON, false, "检查人", "监督人"),
            column("remark", ColumnType.TEXT, false, "备注"));

    static final List<Form> ALL = List.of(HEALTH, ATTENDANCE, DISINFECTION);

    private TestForms() {}

    static Form form(String id, String name, Column... columns) {
        return new Form(
                id,
                name,
                List.of(),
                Form.Sender.INSTITUTION,
                PeriodKind.DAY,
                Set.of(),
                Form.Calendar.EVERY_DAY,
                false,
                Form.OnBadRow.KEEP_OTHERS,
                null,
                30,
                List.of("序号", "编号"),
                List.of(columns),
                null,
                null,
                Form.SideBySide.REFUSE,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static Column column(String id, ColumnType type, boolean required, String heading, String... aliases) {
        return new Column(
                id,
                heading,
                List.of(aliases),
                type,
                required,
                false,
                false,
                null,
                null,
                null,
                1,
                200,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                false);
    }

    static Column measured(String unit, Column column) {
        return changed(column, unit, column.fillDown());
    }

    static Column fillingDown(Column column) {
        return changed(column, column.unit(), true);
    }

    private static Column changed(Column column, @org.jspecify.annotations.Nullable String unit, boolean fillDown) {
        return new Column(
                column.id(),
                column.heading(),
                new ArrayList<>(column.aliases()),
                column.type(),
                column.required(),
                column.personal(),
                column.answer(),
                unit,
                column.min(),
                column.max(),
                column.decimals(),
                column.maxLength(),
                column.pattern(),
                column.patternSays(),
                column.checkDigit(),
                column.choices(),
                column.exclusive(),
                column.otherWord(),
                column.blankWords(),
                column.yesWords(),
                column.noWords(),
                fillDown,
                column.fromLabel());
    }

    /** The form's columns by where they stand in the sheet. */
    static Map<Integer, String> places(RecognisedForm recognised) {
        Map<Integer, String> places = new java.util.TreeMap<>();
        recognised.columns().forEach((place, column) -> places.put(place, column.id()));
        return places;
    }
}
