package lingbao.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.ProgressContent;
import lingbao.catalogue.Form;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.ProgressReport.Category;
import lingbao.catalogue.ProgressReport.Figure;
import lingbao.catalogue.ProgressReport.Source;
import lingbao.domain.DayState;
import lingbao.domain.PeriodKind;
import org.jspecify.annotations.Nullable;

/** Writes the pages of a report of what units have done of a quota; holds what every sentence needs. */
final class ProgressText {

    /** Figures that a sentence names by themselves, beside those known by where they come from. */
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("M月d日");

    private static final String PRINTED_QUOTA = "printedQuota";

    private static final String ADDED = "added";
    private static final String PERSON_TIMES = "personTimes";

    /** Units named in one sentence; the others are counted. */
    private static final int NAMED = 6;

    private final ProgressContent content;
    private final ProgressReport report;
    private final List<FigureChange> changes;
    private final ContentWords words;
    private final List<String> units;
    private final Quotas quotas;
    private final Set<String> unheard;

    ProgressText(ProgressContent content, int edition, List<FigureChange> changes, Map<String, Form> forms) {
        this.content = content;
        this.report = content.report();
        this.changes = changes;
        this.words = new ContentWords(content, edition, forms);
        this.units = content.units().stream()
                .filter(unit -> !unit.equals(ProgressReport.ALL))
                .toList();
        this.quotas = new Quotas(report);
        this.unheard = unheard(forms);
    }

    PageText write() {
        return new PageText(
                report.templates(),
                head(),
                passages(),
                Map.of(
                        PageText.LATER_EDITION,
                        words.laterEdition(),
                        "inHalves",
                        inHalves(),
                        "oneBelowTheOther",
                        !inHalves()),
                figures(),
                List.of(
                        targets(),
                        focus(),
                        senders(),
                        ContentWords.findings(content.findings()),
                        words.changes(changes, this::changed),
                        ContentWords.unknown(unknown()),
                        ranking(),
                        rankingOfHalves()),
                bars());
    }

    // ---- What is known.

    /** The figures by what they mean for progress; an empty id where the report has none of that kind. */
    private record Quotas(
            String rate, String done, String quota, String schedule, String difference, String rank, String pace) {

        Quotas(ProgressReport report) {
            this(
                    id(report, Source.Rate.class::isInstance),
                    rate(report).map(Source.Rate::part).orElse(""),
                    rate(report).map(Source.Rate::whole).orElse(""),
                    id(report, Source.YearElapsed.class::isInstance),
                    id(report, Source.Difference.class::isInstance),
                    id(report, Source.Rank.class::isInstance),
                    id(report, Source.Pace.class::isInstance));
        }

        private static Optional<Source.Rate> rate(ProgressReport report) {
            return report.figures().stream()
                    .map(Figure::source)
                    .filter(Source.Rate.class::isInstance)
                    .map(Source.Rate.class::cast)
                    .findFirst();
        }

        private static String id(ProgressReport report, Predicate<Source> kind) {
            return report.figures().stream()
                    .filter(figure -> kind.test(figure.source()))
                    .map(Figure::id)
                    .findFirst()
                    .orElse("");
        }
    }

    /** What is counted, and all that follows from it, while not one sheet of a form came that is sent through the year. */
    private Set<String> unheard(Map<String, Form> forms) {
        boolean heard = !content.nobodyListed()
                || forms.values().stream()
                        .filter(form -> report.forms().contains(form.id()) && form.period() != PeriodKind.YEAR)
                        .anyMatch(form -> content.sheets().getOrDefault(form.name(), 0) > 0);
        Set<String> counted = report.figures().stream()
                .filter(figure -> figure.source() instanceof Source.Asked asked && asked.counts())
                .map(Figure::id)
                .collect(Collectors.toSet());
        return heard
                ? Set.of()
                : Stream.concat(
                                counted.stream(),
                                Stream.of(quotas.rate(), quotas.difference(), quotas.rank(), quotas.pace()))
                        .collect(Collectors.toSet());
    }

    private @Nullable Number value(String unit, Category category, String figure) {
        ProgressContent.Line line = content.of(unit).get(category.id());
        return line == null || unheard.contains(figure) ? null : line.values().get(figure);
    }

    private @Nullable Number total(String unit, String figure) {
        return value(unit, report.total(), figure);
    }

    private PrintedValue printed(String unit, Category category, String figureId) {
        Number value = value(unit, category, figureId);
        boolean silent = unheard.contains(figureId) && !isComparison(figureId)
                || figureId.equals(quotas.quota()) && total(ProgressReport.ALL, figureId) == null;
        return value == null
                ? PrintedValue.word(silent ? ContentWords.NOT_RECEIVED : PrintedValue.NOT_APPLICABLE)
                : PrintedValue.of(value, measure(figureId));
    }

    private boolean isComparison(String figureId) {
        return List.of(quotas.difference(), quotas.rank(), quotas.pace()).contains(figureId);
    }

    private PrintedValue printedTotal(String unit, String figureId) {
        return printed(unit, report.total(), figureId);
    }

    private Measure measure(String figureId) {
        return figureId.equals(quotas.difference())
                ? Measure.POINTS
                : report.figure(figureId)
                        .map(figure -> Measure.of(figure.type()))
                        .orElse(Measure.COUNT);
    }

    private String name(String unit) {
        return content.lines().stream()
                .filter(line -> line.unit().equals(unit))
                .map(ProgressContent.Line::unitName)
                .findFirst()
                .orElse(unit);
    }

    private boolean isBehind(String unit, Category category) {
        Number difference = value(unit, category, quotas.difference());
        return difference != null && difference.doubleValue() < 0;
    }

    /** In the order of the page. */
    private List<String> behind() {
        return units.stream().filter(unit -> isBehind(unit, report.total())).toList();
    }

    private List<String> byRank() {
        return units.stream()
                .sorted(Comparator.comparing(unit -> Optional.ofNullable(total(unit, quotas.rank()))
                        .map(Number::intValue)
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private String phrase(String unit, Category category, String figureId) {
        Number value = value(unit, category, figureId);
        return value == null ? "不明" : measure(figureId).phrase(value);
    }

    /** 超序时1.2个百分点, 欠序时1.2个百分点, or that nothing can be compared. */
    private String comparison(String unit, Category category) {
        Number difference = value(unit, category, quotas.difference());
        if (difference == null) {
            return "不能比较";
        }
        int sign = Double.compare(difference.doubleValue(), 0);
        return sign == 0
                ? "与序时持平"
                : (sign > 0 ? "超序时" : "欠序时") + measure(quotas.difference()).phrase(difference);
    }

    // ---- The head of the page.

    private PageText.Head head() {
        return new PageText.Head(
                title() + "（截至" + day() + "）",
                content.region().name(),
                content.period().label(),
                Stream.concat(report.groups().stream().map(ProgressReport.Group::unit), Stream.of("人次"))
                        .filter(unit -> !unit.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("、")),
                words.cutOff(),
                words.edition(),
                lead(),
                notes(),
                content.figuresHash());
    }

    private String title() {
        return report.title().replace("{region}", content.region().name()).replace("{year}", year());
    }

    private String year() {
        return String.valueOf(content.period().end().getYear());
    }

    private String day() {
        return content.period().end().format(MONTH_AND_DAY);
    }

    /** The state is that of the period's end; while it has not come, what is known is told with it. */
    private String asOf() {
        LocalDate known = content.cutOff().atZone(content.zone()).toLocalDate();
        return isOver() ? "截至" + day() : "本期未结束（数据截至" + known.format(MONTH_AND_DAY) + "），序时进度按" + day() + "计算";
    }

    private boolean isOver() {
        return content.cutOff()
                .atZone(content.zone())
                .toLocalDate()
                .isAfter(content.period().end());
    }

    private String lead() {
        if (content.nothingReceived()) {
            return asOf() + "，未收到任何报表，各项情况不明。" + words.editionNote();
        }
        Category total = report.total();
        List<String> parts = new ArrayList<>();
        parts.add("时间进度" + phrase(ProgressReport.ALL, total, quotas.schedule()));
        parts.add("总完成率" + phrase(ProgressReport.ALL, total, quotas.rate()) + whyUnknown());
        if (value(ProgressReport.ALL, total, quotas.difference()) != null) {
            List<String> behind = behind();
            parts.add(
                    behind.isEmpty()
                            ? "没有单位滞后"
                            : behind.size() + "个单位滞后（"
                                    + named(behind.stream().map(this::name).toList()) + "）");
        }
        return asOf() + "，" + String.join("，", parts) + "。" + words.editionNote();
    }

    private String whyUnknown() {
        if (total(ProgressReport.ALL, quotas.quota()) == null) {
            return "（未收到考核指标）";
        }
        return unheard.isEmpty() ? "" : "（未收到培训台账）";
    }

    private static String named(List<String> names) {
        return names.size() <= NAMED ? String.join("、", names) : String.join("、", names.subList(0, NAMED)) + "等";
    }

    private String notes() {
        List<String> notes = new ArrayList<>();
        notes.add("完成率保留一位小数，四舍五入，未完成的不进为100.0%，超过100%的照实列出；超(+)欠(−)序时为完成率减序时进度，按取整前的数计算，与表列数相减可能差0.1。");
        notes.add("序时进度为截至期末已过天数占全年天数的比例；日均需完成为尚缺人数除以年内剩余天数，有余数即进一。");
        notes.add("指标、完成按人计，一人多次培训在同一类别按一人计；培训人次按同一人、同一课程、同一天计一次，合计可能小于各项之和。");
        notes.addAll(misprints());
        notes.add("“—”指不适用；“未报”指未收到报表，情况不明。");
        return IntStream.range(0, notes.size())
                .mapToObj(index -> (index + 1) + "." + notes.get(index))
                .collect(Collectors.joining("\n", "注：", ""));
    }

    /** A sentence for each unit and category whose printed number is not what its parts come to. */
    private List<String> misprints() {
        List<String> misprints = new ArrayList<>();
        for (String unit : content.units()) {
            for (Category category : report.allCategories()) {
                misprint(unit, category)
                        .ifPresent(misprint -> misprints.add("考核指标原表不平衡：" + name(unit)
                                + (isTotalOfTotals(unit, category) ? "" : "“" + category.label() + "”") + misprint
                                + "；本表按核算数计算。"));
            }
        }
        return misprints;
    }

    private boolean isTotalOfTotals(String unit, Category category) {
        return unit.equals(ProgressReport.ALL) && category.equals(report.total());
    }

    private Optional<String> misprint(String unit, Category category) {
        Number printed = value(unit, category, PRINTED_QUOTA);
        Number quota = value(unit, category, quotas.quota());
        return printed == null || quota == null || printed.intValue() == quota.intValue()
                ? Optional.empty()
                : Optional.of("原表印" + Measure.COUNT.text(printed) + "，核算" + Measure.COUNT.text(quota));
    }

    // ---- The table.

    private FigureTable figures() {
        List<FigureTable.Line> lines = new ArrayList<>();
        for (String unit : content.units()) {
            boolean all = unit.equals(ProgressReport.ALL);
            lines.add(new FigureTable.Line(
                    all ? "" : String.valueOf(lines.size() + 1),
                    name(unit),
                    report.groups().stream()
                            .flatMap(group -> group.figures().stream()
                                    .map(figure -> all && figure.equals(quotas.rank())
                                            ? PrintedValue.word(PrintedValue.NOT_APPLICABLE)
                                            : printed(unit, category(group), figure)))
                            .toList(),
                    note(unit),
                    all));
        }
        return new FigureTable(
                "figures",
                "完成情况",
                "单位",
                true,
                IntStream.range(0, report.groups().size()).mapToObj(this::group).toList(),
                lines);
    }

    /** The fields are counted: one figure stands under several groups. */
    private FigureTable.Group group(int place) {
        ProgressReport.Group group = report.groups().get(place);
        return new FigureTable.Group(
                group.unit().isEmpty() ? group.label() : group.label() + "（" + group.unit() + "）",
                group.figures().stream()
                        .map(figure -> new FigureTable.Column(
                                "group" + place + "_" + figure,
                                report.figure(figure).map(Figure::label).orElse(figure),
                                measure(figure)))
                        .toList());
    }

    private Category category(ProgressReport.Group group) {
        return report.allCategories().stream()
                .filter(category -> category.id().equals(group.category()))
                .findFirst()
                .orElse(report.total());
    }

    private String note(String unit) {
        List<String> notes = new ArrayList<>();
        if (isBehind(unit, report.total())) {
            notes.add("滞后");
        } else {
            report.categories().stream()
                    .filter(category -> isBehind(unit, category))
                    .forEach(category -> notes.add(category.label() + "未达序时"));
        }
        for (Category category : report.allCategories()) {
            misprint(unit, category)
                    .ifPresent(misprint ->
                            notes.add((category.equals(report.total()) ? "" : category.label()) + misprint));
        }
        return String.join("；", notes);
    }

    private List<PageText.Bar> bars() {
        return content.units().stream()
                .map(unit -> new PageText.Bar(
                        name(unit),
                        printedTotal(unit, quotas.rate()),
                        printedTotal(unit, quotas.schedule()),
                        state(unit),
                        unit.equals(ProgressReport.ALL)))
                .toList();
    }

    private String state(String unit) {
        Number difference = total(unit, quotas.difference());
        if (difference == null) {
            return PrintedValue.NOT_APPLICABLE;
        }
        int sign = Double.compare(difference.doubleValue(), 0);
        return sign == 0
                ? "持平"
                : (sign > 0 ? "超前" : "滞后") + measure(quotas.difference()).phrase(difference);
    }

    // ---- The lists.

    private PrintedList targets() {
        return new PrintedList(
                "targets",
                "目标",
                List.of(
                        new PrintedList.Column("target", "计划目标", 40),
                        new PrintedList.Column("clause", "依据", 14),
                        new PrintedList.Column("atLeast", "目标", 10),
                        new PrintedList.Column("reached", "已完成", 10),
                        new PrintedList.Column("rest", "还差", 10),
                        new PrintedList.Column("allotted", "下达指标", 10),
                        new PrintedList.Column("shortfall", "指标全部完成后仍差", 20)),
                content.targets().stream()
                        .map(target -> List.of(
                                PrintedValue.word(target.label() + wanted(target)),
                                PrintedValue.word("计划" + target.threshold().source()),
                                PrintedValue.count(target.atLeast()),
                                unheard.isEmpty()
                                        ? PrintedValue.count(target.reached())
                                        : PrintedValue.word(ContentWords.NOT_RECEIVED),
                                unheard.isEmpty()
                                        ? PrintedValue.count(target.rest())
                                        : PrintedValue.word(PrintedValue.NOT_APPLICABLE),
                                PrintedValue.countOrDash(target.allotted()),
                                PrintedValue.countOrDash(target.shortfall())))
                        .toList());
    }

    private String wanted(ProgressContent.Target target) {
        return Optional.ofNullable(content.thresholds().get(target.label()))
                .map(threshold -> String.valueOf(threshold.value()))
                .orElse(String.valueOf(target.atLeast()));
    }

    /** What is still missing when all units have done what they are told; empty where nothing is. */
    private String shortfalls() {
        return content.targets().stream()
                .filter(target -> target.shortfall() != null && target.shortfall() > 0)
                .map(target -> target.category().label()
                        + Measure.COUNT.text(target.shortfall() == null ? 0 : target.shortfall()) + "名")
                .collect(Collectors.joining("、"));
    }

    private String targetsNote() {
        String shortfalls = shortfalls();
        return (shortfalls.isEmpty() ? "" : "下达的考核指标少于计划目标：即使全部完成，仍差" + shortfalls + "。")
                + "目标与指标按人计，培训人次另计；“—”指该目标没有下达指标。";
    }

    private FigureTable focus() {
        List<String> groups = Optional.ofNullable(report.focus())
                .map(ProgressReport.Focus::words)
                .orElse(List.of());
        String label = Optional.ofNullable(report.focus())
                .map(ProgressReport.Focus::label)
                .orElse("");
        List<FigureTable.Line> lines = new ArrayList<>();
        for (ProgressContent.FocusLine line : content.focus()) {
            boolean all = line.unit().equals(ProgressReport.ALL);
            lines.add(new FigureTable.Line(
                    all ? "" : String.valueOf(lines.size() + 1),
                    line.unitName(),
                    groups.stream()
                            .map(group -> unheard.isEmpty()
                                    ? PrintedValue.count(line.persons().getOrDefault(group, 0))
                                    : PrintedValue.word(ContentWords.NOT_RECEIVED))
                            .toList(),
                    "",
                    all));
        }
        return new FigureTable(
                "focus",
                groups.isEmpty() ? "" : label,
                "单位",
                false,
                List.of(new FigureTable.Group(
                        label + "（名）",
                        IntStream.range(0, groups.size())
                                .mapToObj(place ->
                                        new FigureTable.Column("focus" + place, groups.get(place), Measure.COUNT))
                                .toList())),
                lines);
    }

    private PrintedList senders() {
        return words.sending(
                "senders",
                "报送情况",
                content.senders(),
                List.of("所在地", "培训机构"),
                List.of(new PrintedList.Column("form", "报表", 24), new PrintedList.Column("state", "情况", 10)),
                day -> List.of(words.formName(day.form()), sent(day.state())));
    }

    /** A roster tells of no cases, so it is no zero report either. */
    private static String sent(DayState state) {
        return switch (state) {
            case CASES, ZERO -> "已报";
            case BLANK, MISSING -> state.label();
        };
    }

    private String sendersNote() {
        if (content.period().kind() != PeriodKind.MONTH) {
            return "本表统计全年，各月的报送情况见各月的报表。";
        }
        List<String> missing = missing();
        return content.period().label() + "应报" + content.senders().size() + "家，"
                + (missing.isEmpty() ? "全部已报。" : "未报" + missing.size() + "家：" + String.join("、", missing) + "。");
    }

    private List<String> missing() {
        return content.senders().stream()
                .filter(day -> day.state() == DayState.MISSING)
                .map(day -> day.institution().name())
                .toList();
    }

    private ContentWords.Figure changed(String figureId) {
        List<Figure> all = report.figures();
        return IntStream.range(0, all.size())
                .filter(place -> all.get(place).id().equals(figureId))
                .mapToObj(place -> new ContentWords.Figure(all.get(place).label(), measure(figureId), place))
                .findFirst()
                .orElse(new ContentWords.Figure(figureId, Measure.DECIMAL, all.size()));
    }

    // ---- What the report does not know.

    private List<List<PrintedValue>> unknown() {
        List<String> missing = missing();
        String rejected = content.senders().stream()
                .filter(day -> day.rejectedRows() > 0)
                .map(day -> day.institution().name() + Measure.COUNT.text(day.rejectedRows()) + "行")
                .collect(Collectors.joining("、"));
        return List.of(
                words.ownLimits(),
                ContentWords.matter(
                        "报表收到情况",
                        content.sheets().entrySet().stream()
                                .map(form -> form.getKey() + "全年累计计入" + Measure.COUNT.text(form.getValue()) + "份")
                                .collect(Collectors.joining("；", "", "。"))),
                ContentWords.matter(
                        "未报的机构", missing.isEmpty() ? ContentWords.NONE : String.join("、", missing) + "：情况不明，其培训人员未计入。"),
                ContentWords.matter("未计入的行", rejected.isEmpty() ? ContentWords.NONE : rejected + "：填写有误，已退回改正，未计入本表。"),
                ContentWords.matter("未匹配的行", "所填单位不在本区，或企业不在企业名册的，未计入本表；名册或报表更正后再计。考核不合格的不计入完成。"),
                ContentWords.matter("退回的报表", words.refused(content.refusedSheets())),
                ContentWords.matter("人数与人次", "是两种口径，不能互换：一人多次培训按一人计，记在最早一次培训所在的单位；培训人次按实际参加的次数计。"),
                ContentWords.matter("采用的标准", words.thresholds(content.thresholds(), "计划")));
    }

    // ---- The notice.

    private Map<String, String> passages() {
        Map<String, String> passages = new LinkedHashMap<>();
        passages.put("changesNote", words.changesNote(changes));
        passages.put("targetsNote", targetsNote());
        passages.put("sendersNote", sendersNote());
        passages.put("noticeTitle", "关于" + content.region().name() + span() + "\n" + subject() + "的通报");
        passages.put("overall", "　　" + overall());
        passages.put("problems", "　　" + numbered(problems()));
        passages.put("demands", "　　" + demands());
        return passages;
    }

    private String span() {
        int month = content.period().end().getMonthValue();
        return year() + "年"
                + (content.period().kind() == PeriodKind.YEAR ? "度" : month == 1 ? "1月" : "1—" + month + "月");
    }

    /** What the report is about: its title without the place, the year and the word for a table. */
    private String subject() {
        String subject = report.title().replace("{region}", "").replace("{year}年", "");
        return subject.endsWith("表") ? subject.substring(0, subject.length() - 1) : subject;
    }

    private String overall() {
        if (content.nothingReceived()) {
            return asOf() + "，未收到任何报表，各单位完成情况不明。";
        }
        String all = ProgressReport.ALL;
        Category total = report.total();
        return asOf() + "，考核指标" + countOf(quotas.quota(), "名") + "，累计完成" + countOf(quotas.done(), "名") + "，总完成率"
                + phrase(all, total, quotas.rate()) + whyUnknown() + "；时间进度" + phrase(all, total, quotas.schedule())
                + (total(all, quotas.difference()) == null ? "" : "，" + comparison(all, total))
                + (total(all, ADDED) == null ? "" : "；本月新增" + countOf(ADDED, "名"))
                + (total(all, PERSON_TIMES) == null ? "" : "，累计培训" + countOf(PERSON_TIMES, "人次"))
                + "。" + byCategory();
    }

    private String countOf(String figure, String unit) {
        Number value = total(ProgressReport.ALL, figure);
        return value == null ? "不明" : Measure.COUNT.text(value) + unit;
    }

    private String byCategory() {
        return total(ProgressReport.ALL, quotas.rate()) == null
                ? ""
                : report.categories().stream()
                        .map(category -> category.label() + "完成" + phrase(ProgressReport.ALL, category, quotas.rate()))
                        .collect(Collectors.joining("，", "其中", "。"));
    }

    private PrintedList ranking() {
        List<List<PrintedValue>> rows =
                inHalves() ? List.of() : byRank().stream().map(this::ranked).toList();
        return new PrintedList("ranking", "", rankingColumns(""), rows);
    }

    /** Two units a row, the second half beside the first, for more of them than a page holds one below the other. */
    private PrintedList rankingOfHalves() {
        List<PrintedList.Column> columns = Stream.concat(rankingColumns("").stream(), rankingColumns("Right").stream())
                .toList();
        if (!inHalves()) {
            return new PrintedList("rankingOfHalves", "", columns, List.of());
        }
        List<List<PrintedValue>> all = byRank().stream().map(this::ranked).toList();
        int half = all.size() - all.size() / 2;
        List<PrintedValue> nobody =
                rankingColumns("").stream().map(column -> PrintedValue.word("")).toList();
        return new PrintedList(
                "rankingOfHalves",
                "",
                columns,
                IntStream.range(0, half)
                        .mapToObj(row -> Stream.concat(
                                        all.get(row).stream(),
                                        (half + row < all.size() ? all.get(half + row) : nobody).stream())
                                .toList())
                        .toList());
    }

    private boolean inHalves() {
        return units.size() > NAMED;
    }

    private static List<PrintedList.Column> rankingColumns(String side) {
        return List.of(
                new PrintedList.Column("place" + side, "排名", 6),
                new PrintedList.Column("name" + side, "单位", 24),
                new PrintedList.Column("allotted" + side, "指标", 10),
                new PrintedList.Column("done" + side, "完成", 10),
                new PrintedList.Column("rate" + side, "完成率(%)", 10),
                new PrintedList.Column("difference" + side, "超欠", 10),
                new PrintedList.Column("state" + side, "进度", 10));
    }

    private List<PrintedValue> ranked(String unit) {
        Number difference = total(unit, quotas.difference());
        return List.of(
                printedTotal(unit, quotas.rank()),
                PrintedValue.word(name(unit)),
                printedTotal(unit, quotas.quota()),
                printedTotal(unit, quotas.done()),
                printedTotal(unit, quotas.rate()),
                printedTotal(unit, quotas.difference()),
                PrintedValue.word(
                        difference == null
                                ? PrintedValue.NOT_APPLICABLE
                                : isBehind(unit, report.total()) ? "滞后" : difference.doubleValue() == 0 ? "持平" : "超前"));
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        List<String> behind = new ArrayList<>(byRank());
        behind.retainAll(behind());
        if (!behind.isEmpty()) {
            List<String> worst = new ArrayList<>(behind.subList(Math.max(0, behind.size() - NAMED), behind.size()));
            Collections.reverse(worst);
            problems.add("进度滞后。"
                    + worst.stream()
                            .map(unit -> name(unit) + comparison(unit, report.total()))
                            .collect(Collectors.joining("，"))
                    + (behind.size() > NAMED ? "等" + behind.size() + "个单位滞后" : "") + "。");
        }
        List<String> missing = missing();
        boolean noQuota = total(ProgressReport.ALL, quotas.quota()) == null;
        if (!missing.isEmpty() || noQuota) {
            problems.add("报送不全。" + (noQuota ? "未收到考核指标。" : "")
                    + (missing.isEmpty()
                            ? ""
                            : named(missing) + (missing.size() > NAMED ? missing.size() + "家机构" : "") + "未报本月台账。"));
        }
        if (!content.findings().isEmpty()) {
            problems.add("核查有发现。共" + content.findings().size() + "条："
                    + ContentWords.byCheck(content.findings()).stream()
                            .map(found -> found.get(0).check().name() + found.size() + "条")
                            .collect(Collectors.joining("，"))
                    + "。");
        }
        String shortfalls = shortfalls();
        Optional<String> misprint = misprint(ProgressReport.ALL, report.total());
        if (misprint.isPresent() || !shortfalls.isEmpty()) {
            problems.add("指标分解与计划不一致。"
                    + misprint.map(each -> "合计" + each + "名" + (shortfalls.isEmpty() ? "" : "；"))
                            .orElse("")
                    + (shortfalls.isEmpty() ? "" : "全部完成后距计划目标仍差" + shortfalls)
                    + "。");
        }
        return problems;
    }

    private static String numbered(List<String> problems) {
        String[] ordinals = {"一", "二", "三", "四", "五"};
        if (problems.isEmpty()) {
            return "未发现突出问题。";
        }
        return problems.size() == 1
                ? problems.get(0)
                : IntStream.range(0, problems.size())
                        .mapToObj(place -> ordinals[place] + "是" + problems.get(place))
                        .collect(Collectors.joining());
    }

    private String demands() {
        List<String> demands = new ArrayList<>();
        Number pace = total(ProgressReport.ALL, quotas.pace());
        if (content.daysLeft() > 0) {
            demands.add("考核指标须于12月31日前全部完成，年内还有" + content.daysLeft() + "天"
                    + (pace == null || pace.intValue() == 0 ? "" : "，平均每天需完成" + Measure.COUNT.text(pace) + "名") + "。");
        } else if (isOver()) {
            demands.add("考核年度已结束，未完成指标的单位须说明原因并限期补训。");
        }
        if (!behind().isEmpty() && content.daysLeft() > 0) {
            demands.add("滞后单位要倒排计划，尽快赶上序时进度。");
        }
        if (!missing().isEmpty()) {
            demands.add("未报台账的机构要立即补报。");
        }
        if (!content.findings().isEmpty()) {
            demands.add("核查发现的问题要逐条整改。");
        }
        return String.join("", demands);
    }
}
