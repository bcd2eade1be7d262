package lingbao.validate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lingbao.catalogue.CaseCondition;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.PersonColumns;
import lingbao.catalogue.SheetRule;
import lingbao.domain.InstitutionKind;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;

/** Forms as a catalogue would hand them over, built in memory. */
final class TestForms {

    private static final List<String> DASHES = List.of("/", "-", "—");

    private TestForms() {}

    static Form healthCheck() {
        return form(
                "health",
                "每日健康监测表",
                List.of(
                        column("name", "姓名", ColumnType.PERSON).required().personal(),
                        column("idNumber", "证件号码", ColumnType.ID).personal().blank("无"),
                        column("personCategory", "人员类别", ColumnType.CHOICE)
                                .required()
                                .choices("学员", "学生|在校生", "教职工|教师|老师", "其他"),
                        column("className", "班级", ColumnType.TEXT).maxLength(20),
                        column("morningTemperature", "晨检体温", ColumnType.DECIMAL)
                                .required()
                                .answer()
                                .celsius(),
                        column("noonTemperature", "午检体温", ColumnType.DECIMAL)
                                .answer()
                                .celsius(),
                        column("symptoms", "症状", ColumnType.CHOICES)
                                .answer()
                                .choices("无|正常", "发热|发烧", "咳嗽", "乏力", "嗅味觉减退|嗅觉、味觉减退", "其他")
                                .exclusive("无"),
                        column("sawDoctor", "是否就诊", ColumnType.YES_NO).words("是|√|Y|1", "否|×|N|0"),
                        column("phone", "联系电话", ColumnType.PHONE).personal(),
                        column("onset", "发病日期", ColumnType.DATE),
                        column("remark", "备注", ColumnType.TEXT).maxLength(50)),
                new PersonColumns("name", "idNumber", "className", List.of()),
                List.of(new SheetRule.UniqueInSheet(List.of("idNumber"))),
                List.of(
                        new CaseCondition.OtherThan("symptoms", "无"),
                        new CaseCondition.Fever("morningTemperature"),
                        new CaseCondition.Fever("noonTemperature")));
    }

    static Form attendance() {
        return form(
                "attend",
                "考勤统计表",
                List.of(
                        column("className", "班级", ColumnType.TEXT).required().maxLength(20),
                        column("expected", "应到人数", ColumnType.INTEGER)
                                .required()
                                .most(1000),
                        column("present", "实到人数", ColumnType.INTEGER)
                                .required()
                                .answer()
                                .most(1000),
                        column("sickAbsent", "因病缺勤人数", ColumnType.INTEGER).answer(),
                        column("fever", "其中发热", ColumnType.INTEGER).answer(),
                        column("personalLeave", "事假人数", ColumnType.INTEGER).answer(),
                        column("otherAbsent", "其他缺勤", ColumnType.INTEGER).answer()),
                null,
                List.of(
                        new SheetRule.SumEquals(
                                "expected", "present", List.of("sickAbsent", "personalLeave", "otherAbsent")),
                        new SheetRule.PartOf("fever", "sickAbsent"),
                        new SheetRule.UniqueInSheet(List.of("className"))),
                List.of());
    }

    static Form disinfection() {
        return form(
                "clean",
                "消毒通风记录表",
                List.of(
                        column("date", "日期", ColumnType.DATE).required().fillDown(),
                        column("place", "场所", ColumnType.TEXT).required(),
                        column("action", "作业类型", ColumnType.CHOICE).required().choices("消毒", "通风", "清洁"),
                        column("startTime", "开始时间", ColumnType.TIME).required(),
                        column("endTime", "结束时间", ColumnType.TIME),
                        column("minutes", "作用时间", ColumnType.INTEGER).unit("分钟"),
                        column("code", "编号", ColumnType.TEXT).pattern("[A-Z][0-9][0-9][0-9]"),
                        column("responsible", "责任人", ColumnType.PERSON)
                                .required()
                                .personal()
                                .fillDown()),
                null,
                List.of(
                        new SheetRule.InPeriod("date"),
                        new SheetRule.RequiredIf("endTime", "action", "通风"),
                        new SheetRule.NotAfter("startTime", "endTime")),
                List.of());
    }

    /** Yearly, sent by regions. */
    static Form ofRegions() {
        return new Form(
                "plan",
                "考核指标分解表",
                List.of("考核指标", "指标"),
                Form.Sender.REGION,
                PeriodKind.YEAR,
                Set.of(),
                Form.Calendar.EVERY_DAY,
                false,
                Form.OnBadRow.KEEP_OTHERS,
                null,
                365,
                List.of("序号"),
                List.of(
                        column("unit", "单位", ColumnType.TEXT).required().column(),
                        column("total", "合计", ColumnType.INTEGER).required().column()),
                "unit",
                null,
                Form.SideBySide.REFUSE,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static Form with(Form form, Form.OnBadRow onBadRow) {
        return with(form, form.period(), form.scope(), onBadRow, form.correctionDays());
    }

    static Form with(Form form, PeriodKind period, Set<InstitutionKind> scope) {
        return with(form, period, scope, form.onBadRow(), form.correctionDays());
    }

    static Form withCorrectionDays(Form form, int days) {
        return with(form, form.period(), form.scope(), form.onBadRow(), days);
    }

    private static Form with(
            Form form,
            PeriodKind period,
            Set<InstitutionKind> scope,
            Form.OnBadRow onBadRow,
            @Nullable Integer correctionDays) {
        return new Form(
                form.id(),
                form.name(),
                form.titles(),
                form.sender(),
                period,
                scope,
                form.calendar(),
                form.batches(),
                onBadRow,
                correctionDays,
                form.keepDays(),
                form.readOver(),
                form.columns(),
                form.totalRow(),
                form.groups(),
                form.sideBySide(),
                form.person(),
                form.carriedOver(),
                form.rules(),
                form.cases(),
                null,
                form.examples());
    }

    private static Form form(
            String id,
            String name,
            List<ColumnDraft> columns,
            @Nullable PersonColumns person,
            List<SheetRule> rules,
            List<CaseCondition> cases) {
        return new Form(
                id,
                name,
                List.of("健康监测", "考勤统计", "消毒通风"),
                Form.Sender.INSTITUTION,
                PeriodKind.DAY,
                Set.of(InstitutionKind.values()),
                Form.Calendar.EVERY_DAY,
                false,
                Form.OnBadRow.KEEP_OTHERS,
                null,
                365,
                List.of("序号"),
                columns.stream().map(ColumnDraft::column).toList(),
                null,
                null,
                Form.SideBySide.REFUSE,
                person,
                List.of(),
                rules,
                cases,
                null,
                List.of());
    }

    static ColumnDraft column(String id, String heading, ColumnType type) {
        return new ColumnDraft(id, heading, type);
    }

    static final class ColumnDraft {
        private final String id;
        private final String heading;
        private final ColumnType type;
        private boolean required;
        private boolean personal;
        private boolean answer;
        private boolean fillDown;
        private @Nullable String unit;
        private @Nullable BigDecimal min;
        private @Nullable BigDecimal max;
        private int maxLength = 100;
        private @Nullable String pattern;
        private List<Choice> choices = List.of();
        private @Nullable String exclusive;
        private @Nullable String other;
        private List<String> blankWords = DASHES;
        private List<String> yesWords = List.of();
        private List<String> noWords = List.of();

        private ColumnDraft(String id, String heading, ColumnType type) {
            this.id = id;
            this.heading = heading;
            this.type = type;
        }

        ColumnDraft required() {
            required = true;
            return this;
        }

        ColumnDraft personal() {
            personal = true;
            return this;
        }

        ColumnDraft answer() {
            answer = true;
            return this;
        }

        ColumnDraft fillDown() {
            fillDown = true;
            return this;
        }

        ColumnDraft unit(String printed) {
            unit = printed;
            return this;
        }

        ColumnDraft celsius() {
            unit = "℃";
            min = new BigDecimal("34.0");
            max = new BigDecimal("43.0");
            return this;
        }

        ColumnDraft most(int largest) {
            max = BigDecimal.valueOf(largest);
            return this;
        }

        ColumnDraft maxLength(int characters) {
            maxLength = characters;
            return this;
        }

        ColumnDraft pattern(String regex) {
            pattern = regex;
            return this;
        }

        ColumnDraft choices(String... words) {
            choices = Arrays.stream(words)
                    .map(word -> List.of(word.split("\\|")))
                    .map(word -> new Choice(word.get(0), word.subList(1, word.size())))
                    .toList();
            return this;
        }

        ColumnDraft exclusive(String word) {
            exclusive = word;
            return this;
        }

        ColumnDraft other(String word) {
            other = word;
            return this;
        }

        ColumnDraft blank(String word) {
            blankWords = List.of("/", "-", word);
            return this;
        }

        ColumnDraft words(String yes, String no) {
            yesWords = List.of(yes.split("\\|"));
            noWords = List.of(no.split("\\|"));
            return this;
        }

        Column column() {
            return new Column(
                    id,
                    heading,
                    List.of(),
                    type,
                    required,
                    personal,
                    answer,
                    unit,
                    min,
                    max,
                    2,
                    maxLength,
                    pattern,
                    null,
                    null,
                    choices,
                    exclusive,
                    other,
                    blankWords,
                    yesWords,
                    noWords,
                    fillDown,
                    false);
        }
    }
}
