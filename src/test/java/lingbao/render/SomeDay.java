package lingbao.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.aggregate.DayFinding;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.InstitutionDay;
import lingbao.aggregate.RefusedSheet;
import lingbao.aggregate.RegionFigures;
import lingbao.aggregate.StateContent;
import lingbao.catalogue.Check;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.catalogue.Report;
import lingbao.catalogue.StateReport;
import lingbao.domain.DayState;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.domain.Severity;
import lingbao.domain.Timeliness;
import org.jspecify.annotations.Nullable;

/** Finished contents of one invented day, 2020-06-17, of the invented district 云溪区. */
final class SomeDay {

    static final Region DISTRICT = new Region("330199", "云溪区", null, RegionLevel.DISTRICT, "holingol");
    static final Region WESTGATE = new Region("330199001", "西门街道", "330199", RegionLevel.SUBDISTRICT, "holingol");
    static final Region SOUTHLAKE = new Region("330199002", "南湖街道", "330199", RegionLevel.SUBDISTRICT, "holingol");
    static final Region NORTHHILL = new Region("330199003", "北山街道", "330199", RegionLevel.SUBDISTRICT, "holingol");

    static final Instant CUT_OFF = Instant.parse("2020-06-17T02:00:00Z");

    static final Map<String, Form> FORMS = Map.of(
            "health", form("health", "健康监测表"),
            "presence", form("presence", "出勤与因病缺勤表"),
            "airing", form("airing", "消毒通风表"));

    private static final StateReport REPORT = new StateReport(
            "zero-report",
            "{region}新冠肺炎疫情防控情况日报表（零报告）",
            PeriodKind.DAY,
            "health",
            "zero-report",
            List.of(
                    new StateReport.Group("sending", "报送情况", "个"),
                    new StateReport.Group("newCases", "当日新增", "例"),
                    new StateReport.Group("health", "健康监测", "人"),
                    new StateReport.Group("presence", "到岗到课", "人"),
                    new StateReport.Group("airing", "消毒通风", "个")),
            List.of(
                    count("expected", "应报", "sending", StateReport.DayCount.EXPECTED),
                    count("received", "实报", "sending", StateReport.DayCount.RECEIVED),
                    count("onTime", "按时", null, StateReport.DayCount.ON_TIME),
                    count("late", "其中迟报", "sending", StateReport.DayCount.LATE),
                    count("zero", "其中零报告", "sending", StateReport.DayCount.ZERO),
                    count("blank", "其中空表", "sending", StateReport.DayCount.BLANK),
                    count("missing", "未报", "sending", StateReport.DayCount.MISSING),
                    of("confirmed", "确诊", "newCases", "cases"),
                    of("persons", "应检", "health", "health"),
                    of("checked", "实检", "health", "health"),
                    of("fever", "发热", "health", "health"),
                    of("symptomatic", "其他症状", "health", "health"),
                    of("sawDoctor", "已就诊", "health", "health"),
                    of("expectedAttendance", "应到", "presence", "presence"),
                    of("presentAttendance", "实到", "presence", "presence"),
                    of("absentSick", "因病缺勤", "presence", "presence"),
                    of("disinfectionMet", "消毒达标", "airing", "airing"),
                    of("disinfectionNotMet", "消毒未达标", "airing", "airing"),
                    notSent("disinfectionNotSent", "消毒未报"),
                    of("ventilationMet", "通风达标", "airing", "airing"),
                    of("ventilationNotMet", "通风未达标", "airing", "airing"),
                    notSent("ventilationNotSent", "通风未报")));

    private SomeDay() {}

    /** Three subdistricts of eight institutions each: one silent, one late, one blank, one with cases in every one. */
    static StateContent ofTheDistrict() {
        List<InstitutionDay> days = new ArrayList<>();
        for (Region region : List.of(WESTGATE, SOUTHLAKE, NORTHHILL)) {
            days.addAll(daysIn(region, 8));
        }
        List<RegionFigures> rows = List.of(
                figures(WESTGATE.code(), WESTGATE.name(), days),
                figures(SOUTHLAKE.code(), SOUTHLAKE.name(), days),
                figures(NORTHHILL.code(), NORTHHILL.name(), days));
        return content(DISTRICT, rows, figures(DISTRICT.code(), DISTRICT.name(), days), days);
    }

    /** One subdistrict, its institutions as rows; their names are long where there are many. */
    static StateContent ofTheSubdistrict(int institutions) {
        List<InstitutionDay> days = daysIn(SOUTHLAKE, institutions);
        List<RegionFigures> rows = days.stream()
                .map(day -> figures(day.institution().code(), day.institution().name(), List.of(day)))
                .toList();
        return content(SOUTHLAKE, rows, figures(SOUTHLAKE.code(), SOUTHLAKE.name(), days), days);
    }

    /** Twenty-four institutions, and not a single sheet. */
    static StateContent ofSilence() {
        StateContent day = ofTheDistrict();
        List<InstitutionDay> silent =
                day.institutions().stream().map(SomeDay::silent).toList();
        List<RegionFigures> rows = day.rows().stream()
                .map(row -> figures(row.code(), row.name(), silent))
                .toList();
        return content(DISTRICT, rows, figures(DISTRICT.code(), DISTRICT.name(), silent), silent);
    }

    /** One institution, whose name begins so. */
    static StateContent startingWith(String beginning) {
        StateContent day = ofTheSubdistrict(1);
        InstitutionDay known = day.institutions().get(0);
        Institution renamed = new Institution(
                known.institution().code(), beginning, known.institution().kind(), SOUTHLAKE.code());
        InstitutionDay days =
                new InstitutionDay(SOUTHLAKE, renamed, known.form(), DayState.MISSING, Timeliness.NONE, null, 0);
        return content(
                SOUTHLAKE,
                List.of(figures(renamed.code(), beginning, List.of(days))),
                figures(SOUTHLAKE.code(), SOUTHLAKE.name(), List.of(days)),
                List.of(days));
    }

    /** As an edition of the same day said before a late sheet came. */
    static List<FigureChange> changes() {
        return List.of(
                new FigureChange(WESTGATE.code(), WESTGATE.name(), "fever", "1", "2"),
                new FigureChange(WESTGATE.code(), WESTGATE.name(), "received", "6", "7"),
                new FigureChange(DISTRICT.code(), DISTRICT.name(), "sawDoctor", null, "3"));
    }

    static StateContent withFigures(StateContent content, List<String> figureIds) {
        return new StateContent(
                content.report(),
                content.period(),
                content.region(),
                content.zone(),
                content.cutOff(),
                content.rows(),
                content.total(),
                content.institutions(),
                content.notSent(),
                content.findings(),
                figureIds,
                content.formsReceived(),
                content.refusedFiles(),
                content.thresholds(),
                content.figuresHash());
    }

    private static StateContent content(
            Region region, List<RegionFigures> rows, RegionFigures total, List<InstitutionDay> days) {
        List<InstitutionDay> notSent = new ArrayList<>();
        for (InstitutionDay day : days) {
            if (day.state() == DayState.MISSING) {
                notSent.add(of(day, "presence"));
            }
            if (day.state() == DayState.MISSING || day.institution().code().endsWith("6")) {
                notSent.add(of(day, "airing"));
            }
        }
        Map<String, Integer> received = new LinkedHashMap<>();
        int came = (int)
                days.stream().filter(day -> day.state() != DayState.MISSING).count();
        received.put("健康监测表", came);
        received.put("出勤与因病缺勤表", came);
        received.put(
                "消毒通风表",
                days.size()
                        - (int) notSent.stream()
                                .filter(day -> day.form().equals("airing"))
                                .count());
        Map<String, Policy.DatedValue> thresholds = new LinkedHashMap<>();
        thresholds.put("发热判定不低于", dated("37.3℃", Policy.Origin.SETTING, "通知未规定"));
        thresholds.put("每日消毒不少于", dated("2次", Policy.Origin.CLAUSE, "四4"));
        thresholds.put("每次通风不少于", dated("30分钟", Policy.Origin.CLAUSE, "四4"));
        return new StateContent(
                REPORT,
                Period.holding(LocalDate.of(2020, 6, 17), PeriodKind.DAY),
                region,
                ZoneId.of("Asia/Shanghai"),
                CUT_OFF,
                rows,
                total,
                days,
                notSent,
                findings(days),
                REPORT.figures().stream()
                        .map(StateReport.Figure::id)
                        .filter(id -> !id.equals("confirmed"))
                        .toList(),
                received,
                came == 0
                        ? List.of()
                        : List.of(new RefusedSheet(
                                "云溪区晨光职业培训学校",
                                "health",
                                Instant.parse("2020-06-17T00:12:30Z"),
                                "报表里写了不同的日期：2020-06-16、2020-06-17。")),
                thresholds,
                "7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730");
    }

    private static List<InstitutionDay> daysIn(Region region, int count) {
        String[] names = {"云溪区㙓山职业培训学校", "䶮城技能评价中心", "𠮷祥街道幼儿园", "云溪区第一实验小学", "晨光职业培训学校", "=青松电工培训班", "百花幼儿园", "明德中学"};
        InstitutionKind[] kinds = {
            InstitutionKind.TRAINING_BODY,
            InstitutionKind.ASSESSMENT_BODY,
            InstitutionKind.KINDERGARTEN,
            InstitutionKind.SCHOOL
        };
        List<InstitutionDay> days = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String name = region.name().substring(0, 2)
                    + names[index % 8]
                    + (count > 8 ? "（云溪高新技术产业开发区第" + (index + 1) + "教学点暨劳动力转移就业培训基地）" : "");
            Institution institution = new Institution(
                    region.code() + String.format("%04d", index + 1), name, kinds[index % 4], region.code());
            days.add(
                    switch (index % 8) {
                        case 1 -> day(region, institution, DayState.MISSING, Timeliness.NONE, null);
                        case 2 -> day(region, institution, DayState.BLANK, Timeliness.ON_TIME, "00:40:00");
                        case 3 -> day(region, institution, DayState.ZERO, Timeliness.LATE, "01:30:01");
                        case 4 -> day(region, institution, DayState.CASES, Timeliness.ON_TIME, "01:29:59");
                        default -> day(region, institution, DayState.ZERO, Timeliness.ON_TIME, "00:15:08");
                    });
        }
        return days;
    }

    private static InstitutionDay day(
            Region region, Institution institution, DayState state, Timeliness timeliness, @Nullable String received) {
        return new InstitutionDay(
                region,
                institution,
                "health",
                state,
                timeliness,
                received == null ? null : Instant.parse("2020-06-17T" + received + "Z"),
                state == DayState.CASES ? 3 : 0);
    }

    private static InstitutionDay silent(InstitutionDay day) {
        return new InstitutionDay(
                day.region(), day.institution(), day.form(), DayState.MISSING, Timeliness.NONE, null, 0);
    }

    private static InstitutionDay of(InstitutionDay day, String form) {
        return new InstitutionDay(day.region(), day.institution(), form, DayState.MISSING, Timeliness.NONE, null, 0);
    }

    private static RegionFigures figures(String code, String name, List<InstitutionDay> all) {
        List<InstitutionDay> days = all.stream()
                .filter(day -> code.equals(DISTRICT.code())
                        || code.equals(day.region().code())
                        || code.equals(day.institution().code()))
                .toList();
        int missing = count(days, DayState.MISSING);
        int blank = count(days, DayState.BLANK);
        int cases = count(days, DayState.CASES);
        int received = days.size() - missing;
        int late = (int)
                days.stream().filter(day -> day.timeliness() == Timeliness.LATE).count();
        int airing = (int) days.stream()
                .filter(day -> day.state() != DayState.MISSING
                        && !day.institution().code().endsWith("6"))
                .count();
        Map<String, Number> values = new HashMap<>();
        values.put("expected", days.size());
        values.put("received", received);
        values.put("onTime", received - late);
        values.put("late", late);
        values.put("zero", count(days, DayState.ZERO));
        values.put("blank", blank);
        values.put("missing", missing);
        values.put("withCases", cases);
        values.put("persons", (received - blank) * 257);
        values.put("checked", (received - blank) * 251);
        values.put("fever", cases * 2);
        values.put("symptomatic", cases);
        values.put("sawDoctor", cases);
        values.put("expectedAttendance", received * 260);
        values.put("presentAttendance", received * 255);
        values.put("absentSick", cases * 3);
        values.put("disinfectionMet", airing);
        values.put("disinfectionNotMet", 0);
        values.put("disinfectionNotSent", days.size() - airing);
        values.put("ventilationMet", airing - Math.min(airing, 1));
        values.put("ventilationNotMet", Math.min(airing, 1));
        values.put("ventilationNotSent", days.size() - airing);
        return new RegionFigures(code, name, values);
    }

    private static int count(List<InstitutionDay> days, DayState state) {
        return (int) days.stream().filter(day -> day.state() == state).count();
    }

    private static List<DayFinding> findings(List<InstitutionDay> days) {
        Check notReceived = check("not-received", "未按时报送", Severity.ERROR);
        Check fever = check("fever", "有人发热", Severity.WARNING);
        Check fewer = check("fewer-persons", "健康监测人数少于应到人数（疑似少报线索）", Severity.NOTE);
        Check same = check("readings-as-before", "体温与前一次相同", Severity.NOTE, true);
        List<DayFinding> findings = new ArrayList<>();
        for (InstitutionDay day : days) {
            if (day.state() == DayState.MISSING) {
                findings.add(finding(notReceived, day, "四(二)2", "截止时间前没有收到健康监测表。"));
            }
            if (day.state() == DayState.CASES) {
                findings.add(finding(fever, day, "四7", "2人体温达到或超过37.3℃，请按突发疫情程序处置并上报后续情况。"));
                findings.add(finding(fewer, day, "八乙", "健康监测表251人，应到260人，相差9人，请核实。"));
                findings.add(finding(same, day, "本地设定", "251人的晨检体温与6月16日的表完全相同，请核实。"));
            }
        }
        return findings;
    }

    private static DayFinding finding(Check check, InstitutionDay day, String clause, String message) {
        return new DayFinding(check, day.region(), day.institution(), clause, message);
    }

    private static Check check(String id, String name, Severity severity) {
        return check(id, name, severity, false);
    }

    private static Check check(String id, String name, Severity severity, boolean lead) {
        return new Check(id, name, severity, lead, "statement", null, Set.of(), List.of(), Map.of(), "", "", List.of());
    }

    private static Policy.DatedValue dated(Object value, Policy.Origin origin, String source) {
        return new Policy.DatedValue(LocalDate.of(2020, 1, 1), value, origin, source);
    }

    private static StateReport.Figure count(
            String id, String label, @Nullable String group, StateReport.DayCount count) {
        return new StateReport.Figure(
                id,
                label,
                group,
                Report.Type.INTEGER,
                Report.RollUp.SUM,
                StateReport.Figure.DAY_STATE,
                count,
                Set.of(),
                List.of());
    }

    private static StateReport.Figure notSent(String id, String label) {
        return new StateReport.Figure(
                id,
                label,
                "airing",
                Report.Type.INTEGER,
                Report.RollUp.SUM,
                StateReport.Figure.DAY_STATE,
                StateReport.DayCount.MISSING,
                Set.of("airing"),
                List.of());
    }

    private static StateReport.Figure of(String id, String label, String group, String form) {
        return new StateReport.Figure(
                id, label, group, Report.Type.INTEGER, Report.RollUp.SUM, "statement", null, Set.of(form), List.of());
    }

    private static Form form(String id, String name) {
        return new Form(
                id,
                name,
                List.of(),
                Form.Sender.INSTITUTION,
                PeriodKind.DAY,
                Set.of(InstitutionKind.values()),
                Form.Calendar.EVERY_DAY,
                false,
                Form.OnBadRow.KEEP_OTHERS,
                null,
                30,
                List.of(),
                List.of(),
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
}
