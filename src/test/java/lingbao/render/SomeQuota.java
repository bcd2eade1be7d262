package lingbao.render;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import lingbao.aggregate.ProgressContent;
import lingbao.aggregate.RefusedSheet;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.Check;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.ProgressReport.Category;
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

/** Finished contents of June 2020 of the quota report as it is shipped, of an invented district. */
final class SomeQuota {

    static final Region DISTRICT = new Region("330198", "云溪区", null, RegionLevel.DISTRICT, "binjiang");

    private static final Catalogue SHIPPED = new CatalogueReader().read(new DeclaredFiles(null));
    private static final ProgressReport REPORT =
            (ProgressReport) requireNonNull(SHIPPED.reports().get("training-quota"));

    static final Map<String, Form> FORMS = SHIPPED.forms();

    private static final List<String> NAMES =
            List.of("西兴街道", "长河街道", "䶮浦街道", "𠮷江科技园", "云溪高新技术产业开发区江北科技园管理委员会", "云溪国家级经济技术开发区智造供给小镇");

    /** Of 70, 80 and 5000: what each unit has done, in thousandths of its quota. */
    private static final int[] THOUSANDTHS = {556, 482, 231, 1080, 12, 497};

    private SomeQuota() {}

    static ProgressContent ofUnits(int units) {
        return ofUnits(units, PeriodKind.MONTH);
    }

    static ProgressContent ofUnits(int units, PeriodKind kind) {
        return content(units, kind, List.of());
    }

    /** One unit, which lacks one person of its 20000. */
    static ProgressContent almostDone() {
        return content(1, PeriodKind.MONTH, List.of(9999));
    }

    /** Four units in the register, and not one sheet. */
    static ProgressContent ofSilence() {
        ProgressContent known = ofUnits(4);
        List<ProgressContent.Line> lines = known.lines().stream()
                .map(line -> {
                    Map<String, Number> values = new HashMap<>();
                    values.put("added", 0);
                    values.put("done", 0);
                    values.put("personTimes", 0);
                    values.put("scheduleRate", new BigDecimal("0.4973"));
                    return new ProgressContent.Line(line.unit(), line.unitName(), line.category(), values);
                })
                .toList();
        Map<String, Integer> nothing = new LinkedHashMap<>();
        known.sheets().keySet().forEach(form -> nothing.put(form, 0));
        return with(
                known,
                lines,
                known.targets().stream()
                        .map(target -> target(target.label(), target.category(), target.atLeast(), 0, null))
                        .toList(),
                known.focus().stream()
                        .map(line -> new ProgressContent.FocusLine(line.unit(), line.unitName(), zeros()))
                        .toList(),
                List.of(),
                known.senders().stream()
                        .map(day -> sender(day.institution(), DayState.MISSING, Timeliness.NONE))
                        .toList(),
                nothing);
    }

    /** As an edition of the same month said before a correction. */
    static List<FigureChange> changes() {
        return List.of(
                new FigureChange("330198001 principal", "西兴街道 企业主要负责人", "done", "38", "39"),
                new FigureChange("330198001 principal", "西兴街道 企业主要负责人", "rate", "0.5429", "0.5571"),
                new FigureChange("330198001 principal", "西兴街道 企业主要负责人", "difference", "0.0456", "0.0598"),
                new FigureChange("all total", "合计 合计", "done", "12344", "12345"),
                new FigureChange("all total", "合计 合计", "quota", null, "20600"));
    }

    private static ProgressContent content(int units, PeriodKind kind, List<Integer> done) {
        Period period = Period.holding(LocalDate.of(2020, 6, 30), kind);
        BigDecimal schedule = rate(period.end().getDayOfYear(), 366);
        int daysLeft = kind == PeriodKind.YEAR ? 0 : 184;
        Map<String, Map<String, Map<String, Number>>> values = new LinkedHashMap<>();
        for (int unit = 0; unit < units; unit++) {
            Map<String, Map<String, Number>> line = values.computeIfAbsent(code(unit), first -> new LinkedHashMap<>());
            int thousandths = THOUSANDTHS[unit % THOUSANDTHS.length] + unit / THOUSANDTHS.length * 7;
            int[] quotas = done.isEmpty() ? new int[] {70, 80, 5000} : new int[] {0, 0, 10000};
            int place = 0;
            for (Category category : REPORT.categories()) {
                int quota = quotas[place++];
                line.put(
                        category.id(),
                        counted(
                                quota,
                                quota,
                                done.isEmpty() ? quota * thousandths / 1000 : quota == 0 ? 0 : done.get(0)));
            }
            line.put("total", sum(line, 5150 + (done.isEmpty() ? 0 : 4850)));
        }
        Map<String, Map<String, Number>> all = new LinkedHashMap<>();
        for (Category category : REPORT.allCategories()) {
            List<Map<String, Number>> column = values.values().stream()
                    .map(line -> requireNonNull(line.get(category.id())))
                    .toList();
            int quota = of(column, "quota");
            all.put(
                    category.id(),
                    counted(quota, category.id().equals("total") && units == 4 ? 26000 : quota, of(column, "done")));
        }
        values.put(ProgressReport.ALL, all);
        values.values().forEach(line -> line.values().forEach(figures -> {
            compute(figures, schedule, daysLeft);
        }));
        rank(values);
        List<ProgressContent.Line> lines = new ArrayList<>();
        values.forEach((unit, line) -> REPORT.allCategories()
                .forEach(category -> lines.add(new ProgressContent.Line(
                        unit, name(unit), category, requireNonNull(line.get(category.id()))))));
        List<Institution> senders = List.of(
                institution("J1", "云溪区安全生产教育培训中心"),
                institution("J2", "江北䶮安职业培训学校"),
                institution("J3", "长河特种作业实训基地（云溪高新技术产业开发区分部）"));
        Map<String, Integer> sheets = new LinkedHashMap<>();
        REPORT.forms().stream()
                .sorted()
                .forEach(form -> sheets.put(requireNonNull(FORMS.get(form)).name(), sheets.size() + 1));
        Map<String, Policy.DatedValue> thresholds = new LinkedHashMap<>();
        thresholds.put("全年培训企业主要负责人不少于", dated("300人", "二"));
        thresholds.put("全年培训安全生产管理人员不少于", dated("300人", "二"));
        thresholds.put("全年培训其他从业人员不少于", dated("30000人", "二"));
        thresholds.put("全年培训不少于", dated("20000人次", "三(二)"));
        return new ProgressContent(
                REPORT,
                period,
                DISTRICT,
                ZoneId.of("Asia/Shanghai"),
                period.end()
                        .plusDays(1)
                        .atTime(9, 0)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant(),
                lines,
                List.of(
                        target("全年培训企业主要负责人不少于", REPORT.categories().get(0), 300, 120, 280),
                        target("全年培训安全生产管理人员不少于", REPORT.categories().get(1), 300, 141, 320),
                        target("全年培训其他从业人员不少于", REPORT.categories().get(2), 30000, 7890, 20000),
                        target("全年培训不少于", REPORT.total(), 20000, 9999, null)),
                values.keySet().stream()
                        .map(unit -> new ProgressContent.FocusLine(unit, name(unit), focus(unit)))
                        .toList(),
                daysLeft,
                List.of(
                        finding(
                                "certificate-expired",
                                "证书已过期",
                                Severity.WARNING,
                                senders.get(0),
                                "名册第7行：证书2020年5月31日到期，未见复审记录。"),
                        finding("hours-below-policy", "培训学时不足", Severity.WARNING, senders.get(1), "2名学员8学时，不足12学时。"),
                        finding("hours-below-policy", "培训学时不足", Severity.WARNING, senders.get(2), "1名学员4学时，不足12学时。")),
                kind == PeriodKind.YEAR
                        ? List.of()
                        : List.of(
                                sender(senders.get(0), DayState.ZERO, Timeliness.ON_TIME),
                                sender(senders.get(1), DayState.ZERO, Timeliness.LATE),
                                sender(senders.get(2), DayState.MISSING, Timeliness.NONE)),
                sheets,
                List.of(new RefusedSheet(
                        "江北䶮安职业培训学校",
                        "安全生产培训台账",
                        Instant.parse("2020-06-29T00:12:30Z"),
                        "报表里写了不同的月份：2020-05、2020-06。")),
                thresholds,
                "3b865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97799");
    }

    private static ProgressContent with(
            ProgressContent content,
            List<ProgressContent.Line> lines,
            List<ProgressContent.Target> targets,
            List<ProgressContent.FocusLine> focus,
            List<DayFinding> findings,
            List<InstitutionDay> senders,
            Map<String, Integer> sheets) {
        return new ProgressContent(
                content.report(),
                content.period(),
                content.region(),
                content.zone(),
                content.cutOff(),
                lines,
                targets,
                focus,
                content.daysLeft(),
                findings,
                senders,
                sheets,
                List.of(),
                content.thresholds(),
                content.figuresHash());
    }

    private static String code(int unit) {
        return String.format("330198%03d", unit + 1);
    }

    private static String name(String unit) {
        if (unit.equals(ProgressReport.ALL)) {
            return "合计";
        }
        int place = Integer.parseInt(unit.substring(6)) - 1;
        return NAMES.get(place % NAMES.size()) + (place < NAMES.size() ? "" : "第" + place + "分园");
    }

    private static Map<String, Number> counted(int quota, int printed, int done) {
        Map<String, Number> values = new HashMap<>();
        values.put("quota", quota);
        values.put("printedQuota", printed);
        values.put("done", done);
        values.put("added", done / 4);
        values.put("personTimes", done + done / 3);
        return values;
    }

    private static Map<String, Number> sum(Map<String, Map<String, Number>> line, int printed) {
        List<Map<String, Number>> categories = List.copyOf(line.values());
        return counted(of(categories, "quota"), printed, of(categories, "done"));
    }

    private static int of(List<Map<String, Number>> lines, String figure) {
        return lines.stream().mapToInt(line -> count(line, figure)).sum();
    }

    private static int count(Map<String, Number> line, String figure) {
        return requireNonNull(line.get(figure)).intValue();
    }

    private static void compute(Map<String, Number> values, BigDecimal schedule, int daysLeft) {
        values.put("scheduleRate", schedule);
        int quota = count(values, "quota");
        int done = count(values, "done");
        if (quota > 0) {
            BigDecimal rate = done < quota ? rate(done, quota).min(new BigDecimal("0.9999")) : rate(done, quota);
            values.put("rate", rate);
            values.put("difference", rate.subtract(schedule));
            if (daysLeft > 0) {
                values.put("pace", Math.max(0, (quota - done + daysLeft - 1) / daysLeft));
            }
        }
    }

    private static void rank(Map<String, Map<String, Map<String, Number>>> values) {
        List<Map<String, Number>> totals = values.entrySet().stream()
                .filter(unit -> !unit.getKey().equals(ProgressReport.ALL))
                .map(unit -> requireNonNull(unit.getValue().get("total")))
                .toList();
        for (Map<String, Number> total : totals) {
            long ahead = totals.stream()
                    .filter(other -> rateOf(other).compareTo(rateOf(total)) > 0)
                    .count();
            total.put("rank", (int) ahead + 1);
        }
    }

    private static BigDecimal rateOf(Map<String, Number> line) {
        return (BigDecimal) requireNonNull(line.get("rate"));
    }

    private static BigDecimal rate(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static ProgressContent.Target target(
            String label, Category category, int atLeast, int reached, @Nullable Integer allotted) {
        return new ProgressContent.Target(
                label,
                category,
                dated(atLeast, label.equals("全年培训不少于") ? "三(二)" : "二"),
                atLeast,
                reached,
                atLeast - reached,
                allotted,
                allotted == null ? null : Math.max(0, atLeast - allotted));
    }

    private static Map<String, Integer> focus(String unit) {
        Map<String, Integer> persons = zeros();
        persons.replaceAll((word, none) -> word.length() * (unit.equals(ProgressReport.ALL) ? 1234 : 7));
        return persons;
    }

    private static Map<String, Integer> zeros() {
        Map<String, Integer> persons = new LinkedHashMap<>();
        requireNonNull(REPORT.focus()).words().forEach(word -> persons.put(word, 0));
        return persons;
    }

    private static Institution institution(String code, String name) {
        return new Institution(code, name, InstitutionKind.TRAINING_BODY, "330198001");
    }

    private static InstitutionDay sender(Institution institution, DayState state, Timeliness timeliness) {
        return new InstitutionDay(
                new Region("330198001", "西兴街道", "330198", RegionLevel.SUBDISTRICT, "binjiang"),
                institution,
                "training-roster",
                state,
                timeliness,
                state == DayState.MISSING ? null : Instant.parse("2020-06-30T08:00:00Z"),
                timeliness == Timeliness.LATE ? 3 : 0);
    }

    private static DayFinding finding(
            String id, String name, Severity severity, Institution institution, String message) {
        Check check = new Check(
                id, name, severity, false, "statement", null, Set.of(), List.of(), Map.of(), "", "", List.of());
        return new DayFinding(
                check,
                new Region("330198001", "西兴街道", "330198", RegionLevel.SUBDISTRICT, "binjiang"),
                institution,
                "三(三)",
                message);
    }

    private static Policy.DatedValue dated(Object value, String source) {
        return new Policy.DatedValue(LocalDate.of(2020, 1, 1), value, Policy.Origin.CLAUSE, source);
    }
}
