package lingbao.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.aggregate.DayFinding;
import lingbao.aggregate.InstitutionDay;
import lingbao.aggregate.RegionFigures;
import lingbao.aggregate.StateContent;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.catalogue.StateReport;
import lingbao.catalogue.StateReport.DayCount;
import lingbao.domain.DayState;
import lingbao.domain.Severity;
import lingbao.domain.Timeliness;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, word for word: the one text that the PDF and the workbook are both laid out from.
 *
 * @param units as printed after 单位, joined by 、
 * @param lead the sentence that an officer reads first
 * @param lines of the table, the total last
 * @param unknown what the report does not know
 */
record PageText(
        String title,
        String reportingUnit,
        String period,
        String units,
        String cutOff,
        String edition,
        String lead,
        List<Group> groups,
        List<Line> lines,
        List<Silent> silent,
        List<Found> findings,
        List<Unit> institutions,
        List<Unknown> unknown,
        String figuresHash) {

    private static final String NOT_RECEIVED = "未报";
    private static final String BLANK = "空表";
    private static final String NOT_APPLICABLE = "—";
    private static final String NONE = "无。";

    /** In the widest cell of a list. */
    private static final int CHARACTERS_ON_A_LINE = 68;

    /** The figures of persons that the first sentence says, in the order of the report. */
    private static final Map<String, String> IN_THE_FIRST_SENTENCE =
            Map.of("fever", "发热", "symptomatic", "其他症状", "absentSick", "因病缺勤");

    /** A first-level heading with the figures under it. */
    record Group(String heading, List<Column> columns) {}

    /** A second-level heading. */
    record Column(String figure, String heading) {}

    /** One line of the table; {@code cells} stand in the order of the columns. */
    record Line(String number, String name, List<Cell> cells, String note, boolean total) {}

    /**
     * @param value null where the cell says a word: nothing is known, or nothing applies
     * @param text as printed
     */
    record Cell(@Nullable Number value, String text) {}

    /** An institution that owes sheets, or sent one late. */
    record Silent(String number, String region, String institution, String state, String forms, String receivedAt) {}

    /** A finding under the line of its check. */
    record Found(String check, String number, String region, String institution, String message) {}

    /** How one institution reported on the basis form. */
    record Unit(
            String number,
            String region,
            String institution,
            String kind,
            String state,
            String timeliness,
            String receivedAt,
            String rejectedRows) {}

    /** One matter that the report does not know, or not wholly. */
    record Unknown(String matter, String text) {}

    /** @param forms by id, for their printed names */
    static PageText of(StateContent content, int edition, Map<String, Form> forms) {
        return new Writer(content, edition, forms).write();
    }

    /** Writes one page; holds what every sentence needs. */
    private static final class Writer {

        private final StateContent content;
        private final int edition;
        private final Map<String, Form> forms;
        private final List<StateReport.Figure> figures;

        Writer(StateContent content, int edition, Map<String, Form> forms) {
            this.content = content;
            this.edition = edition;
            this.forms = forms;
            this.figures = content.figureIds().stream()
                    .flatMap(id -> content.report().figures().stream()
                            .filter(figure -> figure.id().equals(id)))
                    .toList();
        }

        PageText write() {
            List<StateReport.Group> groups = content.report().groups().stream()
                    .filter(group -> !figuresOf(group).isEmpty())
                    .toList();
            return new PageText(
                    content.report()
                            .title()
                            .replace("{region}", content.region().name()),
                    content.region().name(),
                    content.period().label(),
                    groups.stream()
                            .map(StateReport.Group::unit)
                            .filter(unit -> !unit.isEmpty())
                            .distinct()
                            .collect(Collectors.joining("、")),
                    cutOff(),
                    "第" + edition + "版",
                    lead(),
                    groups.stream().map(this::group).toList(),
                    lines(groups),
                    silent(),
                    findings(),
                    institutions(),
                    unknown(),
                    content.figuresHash());
        }

        private List<StateReport.Figure> figuresOf(StateReport.Group group) {
            return figures.stream()
                    .filter(figure -> group.id().equals(figure.group()))
                    .toList();
        }

        private Group group(StateReport.Group group) {
            return new Group(
                    group.unit().isEmpty() ? group.label() : group.label() + "（" + group.unit() + "）",
                    figuresOf(group).stream()
                            .map(figure -> new Column(figure.id(), figure.label()))
                            .toList());
        }

        private String cutOff() {
            LocalDateTime moment = LocalDateTime.ofInstant(content.cutOff(), content.zone());
            String pattern = moment.getYear() == content.period().start().getYear() ? "M月d日HH时mm分" : "uuuu年M月d日HH时mm分";
            return moment.format(DateTimeFormatter.ofPattern(pattern));
        }

        // ---- The first sentence. A part whose figure is absent is left out; what is unknown is named, never a number.

        private String lead() {
            String expected = of(DayCount.EXPECTED);
            if (content.nothingReceived()) {
                return "截至" + cutOff() + "，未收到任何报表，各项情况不明。"
                        + (expected.isEmpty() ? "" : "应报" + expected + "家，均未报（名单附后）。");
            }
            List<String> parts = new ArrayList<>();
            if (!expected.isEmpty() && !of(DayCount.RECEIVED).isEmpty()) {
                parts.add("应报" + expected + "家，实报" + of(DayCount.RECEIVED) + "家" + punctuality());
            }
            List<String> states = new ArrayList<>();
            if (!of(DayCount.ZERO).isEmpty()) {
                states.add("零报告" + of(DayCount.ZERO) + "家");
            }
            if (count(content.total(), DayCount.BLANK) > 0) {
                states.add("空表" + of(DayCount.BLANK) + "家");
            }
            parts.add(String.join("，", states));
            parts.addAll(symptoms());
            String missing = of(DayCount.MISSING);
            parts.add(missing.isEmpty() ? "" : missing.equals("0") ? "没有未报单位" : "未报" + missing + "家，情况不明（名单附后）");
            return parts.stream()
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("；", "截至" + cutOff() + "，", "。"));
        }

        private String punctuality() {
            return of(DayCount.ON_TIME).isEmpty() || of(DayCount.LATE).isEmpty()
                    ? ""
                    : "（按时" + of(DayCount.ON_TIME) + "、迟报" + of(DayCount.LATE) + "）";
        }

        private List<String> symptoms() {
            List<String> known = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            for (StateReport.Figure figure : figures) {
                String word = IN_THE_FIRST_SENTENCE.get(figure.id());
                if (word != null) {
                    Cell cell = cell(content.total(), figure);
                    if (cell.value() == null) {
                        unknown.add(word);
                    } else {
                        known.add(word + cell.text() + "人");
                    }
                }
            }
            return List.of(String.join("，", known), unknown.isEmpty() ? "" : String.join("、", unknown) + "情况不明");
        }

        /** The region's own count of the basis form as printed; empty where the report has none. */
        private String of(DayCount count) {
            return figures.stream()
                    .filter(figure ->
                            figure.dayCount() == count && figure.forms().isEmpty())
                    .findFirst()
                    .map(figure -> cell(content.total(), figure).text())
                    .orElse("");
        }

        // ---- The table.

        private List<Line> lines(List<StateReport.Group> groups) {
            List<StateReport.Figure> columns =
                    groups.stream().flatMap(group -> figuresOf(group).stream()).toList();
            List<Line> lines = new ArrayList<>();
            for (RegionFigures row : content.rows()) {
                lines.add(new Line(
                        String.valueOf(lines.size() + 1),
                        row.name(),
                        columns.stream().map(figure -> cell(row, figure)).toList(),
                        note(row),
                        false));
            }
            lines.add(new Line(
                    "",
                    "合计",
                    columns.stream()
                            .map(figure -> cell(content.total(), figure))
                            .toList(),
                    "",
                    true));
            return lines;
        }

        private Cell cell(RegionFigures row, StateReport.Figure figure) {
            String word = silence(row, figure);
            Number value = row.values().get(figure.id());
            if (!word.isEmpty() || value == null) {
                return new Cell(null, word.isEmpty() ? NOT_APPLICABLE : word);
            }
            return new Cell(
                    value,
                    switch (figure.type()) {
                        case INTEGER -> grouped("#,##0", value);
                        case DECIMAL -> grouped("#,##0.0", value);
                        case RATE -> grouped("#,##0.0%", value);
                    });
        }

        /** The word that stands for a figure of which nothing was said; empty where something was. */
        private String silence(RegionFigures row, StateReport.Figure figure) {
            int expected = count(row, DayCount.EXPECTED);
            int received = count(row, DayCount.RECEIVED);
            if (figure.dayCount() != null) {
                return received == 0 && isPartOfReceived(figure.dayCount()) ? NOT_APPLICABLE : "";
            }
            if (expected == 0) {
                return row.unheard().contains(figure.id()) ? NOT_APPLICABLE : "";
            }
            if (figure.forms().contains(content.report().basis()) && received == count(row, DayCount.BLANK)) {
                return received == 0 ? NOT_RECEIVED : BLANK;
            }
            boolean unheard = row.unheard().contains(figure.id())
                    || figure.forms().stream().anyMatch(form -> silentOn(form, row) >= expected);
            return unheard ? NOT_RECEIVED : "";
        }

        /** Where nothing was received there is nothing to divide, and a zero would read as a zero report. */
        private static boolean isPartOfReceived(DayCount count) {
            return switch (count) {
                case EXPECTED, RECEIVED, MISSING -> false;
                case ON_TIME, LATE, BLANK, ZERO, WITH_CASES -> true;
            };
        }

        private long silentOn(String form, RegionFigures row) {
            return content.notSent().stream()
                    .filter(day -> day.form().equals(form) && standsIn(day, row))
                    .count();
        }

        private boolean standsIn(InstitutionDay day, RegionFigures row) {
            return row.equals(content.total())
                    || row.code().equals(day.region().code())
                    || row.code().equals(day.institution().code());
        }

        /** Of the basis form; 0 where the report does not count it. */
        private int count(RegionFigures row, DayCount count) {
            return content.report().figures().stream()
                    .filter(figure ->
                            figure.dayCount() == count && figure.forms().isEmpty())
                    .map(figure -> row.values().getOrDefault(figure.id(), 0).intValue())
                    .findFirst()
                    .orElse(0);
        }

        private String note(RegionFigures row) {
            return content.institutions().stream()
                    .filter(day -> day.institution().code().equals(row.code()))
                    .findFirst()
                    .map(day -> day.state() == DayState.ZERO || day.state() == DayState.CASES
                            ? (day.timeliness() == Timeliness.LATE
                                    ? day.timeliness().label()
                                    : "")
                            : day.state().label())
                    .orElse(count(row, DayCount.EXPECTED) > 0 && count(row, DayCount.RECEIVED) == 0 ? "均未报" : "");
        }

        // ---- The lists.

        private List<Silent> silent() {
            Map<String, List<InstitutionDay>> missing = Stream.concat(
                            content.institutions().stream(), content.notSent().stream())
                    .filter(day -> day.state() == DayState.MISSING)
                    .collect(Collectors.groupingBy(
                            day -> day.institution().code(), LinkedHashMap::new, Collectors.toList()));
            List<InstitutionDay> late = content.institutions().stream()
                    .filter(day -> day.timeliness() == Timeliness.LATE)
                    .toList();
            record Entry(InstitutionDay day, String state, String forms) {}
            List<Entry> entries = Stream.concat(
                            missing.values().stream()
                                    .map(days -> new Entry(
                                            days.get(0),
                                            NOT_RECEIVED,
                                            days.stream()
                                                    .map(day -> formName(day.form()))
                                                    .collect(Collectors.joining("、")))),
                            late.stream()
                                    .map(day -> new Entry(day, day.timeliness().label(), formName(day.form()))))
                    .sorted(Comparator.comparing(
                                    (Entry entry) -> entry.day().region().code())
                            .thenComparing(entry -> entry.day().institution().name())
                            .thenComparing(entry -> entry.day().institution().code())
                            .thenComparing(Entry::state))
                    .toList();
            List<Silent> silent = new ArrayList<>();
            for (Entry entry : entries) {
                silent.add(new Silent(
                        String.valueOf(silent.size() + 1),
                        entry.day().region().name(),
                        entry.day().institution().name(),
                        entry.state(),
                        entry.forms(),
                        entry.state().equals(NOT_RECEIVED)
                                ? NOT_APPLICABLE
                                : received(entry.day().receivedAt())));
            }
            return silent;
        }

        private List<Found> findings() {
            Map<String, List<DayFinding>> byCheck = new LinkedHashMap<>();
            content.findings().stream()
                    .sorted(Comparator.comparing(finding -> finding.check().severity()))
                    .forEach(finding -> byCheck.computeIfAbsent(
                                    finding.check().id() + ' ' + finding.clause(), key -> new ArrayList<>())
                            .add(finding));
            List<Found> findings = new ArrayList<>();
            for (List<DayFinding> found : byCheck.values()) {
                DayFinding first = found.get(0);
                String check = "［" + severity(first.check().severity()) + "］"
                        + first.check().name() + "　" + found.size() + "条"
                        + (first.clause().isEmpty() ? "" : "　依据：" + first.clause());
                int number = 0;
                for (DayFinding finding : found) {
                    number++;
                    findings.add(new Found(
                            check,
                            String.valueOf(number),
                            finding.region().name(),
                            finding.institution().name(),
                            finding.message()));
                }
            }
            return findings;
        }

        private static String severity(Severity severity) {
            return switch (severity) {
                case ERROR -> "错误";
                case WARNING -> "提醒";
                case NOTE -> "提示";
            };
        }

        private List<Unit> institutions() {
            List<Unit> units = new ArrayList<>();
            for (InstitutionDay day : content.institutions()) {
                units.add(new Unit(
                        String.valueOf(units.size() + 1),
                        day.region().name(),
                        day.institution().name(),
                        day.institution().kind().word(),
                        day.state().label(),
                        day.timeliness() == Timeliness.NONE
                                ? NOT_APPLICABLE
                                : day.timeliness().label(),
                        received(day.receivedAt()),
                        day.rejectedRows() == 0 ? "" : grouped("#,##0", day.rejectedRows())));
            }
            return units;
        }

        private String received(@Nullable Instant moment) {
            return moment == null ? NOT_APPLICABLE : received(moment, content.zone());
        }

        private static String received(Instant moment, ZoneId zone) {
            return LocalDateTime.ofInstant(moment, zone).format(DateTimeFormatter.ofPattern("M月d日 HH:mm:ss"));
        }

        // ---- What the report does not know.

        private List<Unknown> unknown() {
            List<Unknown> unknown = new ArrayList<>();
            unknown.add(new Unknown("数据截止与版次", "数据截至" + cutOff() + "，本件为第" + edition + "版；此后收到或更正的报表不在其内，另出新版。"));
            unknown.add(new Unknown("报表收到情况", coverage()));
            unknown.add(new Unknown(
                    "未计入的单位",
                    silent().stream().anyMatch(entry -> entry.state().equals(NOT_RECEIVED))
                            ? "未报的单位情况不明，未计入本表，名单见“一、未报、迟报单位名单”。"
                            : NONE));
            unknown.add(new Unknown("空表单位", namesOr(DayState.BLANK, "已收到报表但没有填写，不作零报告，未计入发热等各项。")));
            unknown.add(new Unknown("未计入的行", rejectedRows()));
            unknown.add(new Unknown("退回的报表", refusedFiles()));
            unknown.add(new Unknown("采用的标准", thresholds()));
            unknown.add(new Unknown("列入的指标", collected()));
            return unknown;
        }

        private String coverage() {
            if (content.formsReceived().isEmpty()) {
                return "没有应报的报表。";
            }
            Map<String, Long> missing =
                    new TreeMap<>(Stream.concat(content.institutions().stream(), content.notSent().stream())
                            .filter(day -> day.state() == DayState.MISSING)
                            .collect(Collectors.groupingBy(day -> formName(day.form()), Collectors.counting())));
            return content.formsReceived().entrySet().stream()
                    .map(form -> formName(form.getKey()) + "计入" + grouped("#,##0", form.getValue()) + "份，未报"
                            + grouped("#,##0", missing.getOrDefault(formName(form.getKey()), 0L)) + "家")
                    .collect(Collectors.joining("；", "", "。"));
        }

        /** Each group whole on a line; those whose form nobody collects are named, since the table has no place for them. */
        private String collected() {
            List<String> sentences = new ArrayList<>();
            List<String> absent = new ArrayList<>();
            for (StateReport.Group group : content.report().groups()) {
                if (figuresOf(group).isEmpty()) {
                    absent.add(group(group).heading());
                } else {
                    sentences.add(group(group).columns().stream()
                            .map(Column::heading)
                            .collect(Collectors.joining("、", group(group).heading() + "：", "")));
                }
            }
            if (!absent.isEmpty()) {
                sentences.add("没有收集、未列入本表：" + String.join("、", absent));
            }
            StringBuilder text = new StringBuilder();
            int line = 0;
            for (String sentence : sentences) {
                boolean newLine = line > 0 && line + sentence.length() >= CHARACTERS_ON_A_LINE;
                text.append(text.isEmpty() ? "" : newLine ? "；\n" : "；").append(sentence);
                line = newLine ? sentence.length() : line + sentence.length() + 1;
            }
            return text.isEmpty() ? NONE : text.append("。").toString();
        }

        private String namesOr(DayState state, String explanation) {
            String names = content.institutions().stream()
                    .filter(day -> day.state() == state)
                    .map(day -> day.institution().name())
                    .collect(Collectors.joining("、"));
            return names.isEmpty() ? NONE : names + "：" + explanation;
        }

        private String rejectedRows() {
            String rows = content.institutions().stream()
                    .filter(day -> day.rejectedRows() > 0)
                    .map(day -> day.institution().name() + grouped("#,##0", day.rejectedRows()) + "行")
                    .collect(Collectors.joining("、"));
            return rows.isEmpty() ? NONE : rows + "：填写有误，已退回改正，未计入本表。";
        }

        private String refusedFiles() {
            String files = content.refusedFiles().stream()
                    .map(file -> (file.institution().isEmpty() ? "无法识别单位的文件" : file.institution())
                            + (file.form().isEmpty() ? "" : "（" + formName(file.form()) + "）")
                            + received(file.receivedAt(), content.zone()) + "收到，" + stripped(file.reason()))
                    .collect(Collectors.joining("；"));
            return files.isEmpty() ? NONE : files + "。";
        }

        private static String stripped(String sentence) {
            return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
        }

        private String thresholds() {
            String thresholds = content.thresholds().entrySet().stream()
                    .filter(threshold -> threshold.getValue().value() != null)
                    .map(threshold -> threshold.getKey() + "：" + worded(threshold.getValue()))
                    .collect(Collectors.joining("；"));
            return thresholds.isEmpty() ? NONE : thresholds + "。";
        }

        private static String worded(Policy.DatedValue threshold) {
            Object value = threshold.value();
            String text = value instanceof Boolean yes ? (yes ? "是" : "否") : String.valueOf(value);
            return text
                    + switch (threshold.origin()) {
                        case CLAUSE -> "（依据通知" + threshold.source() + "）";
                        case NATIONAL_RULE -> "（依据" + threshold.source() + "）";
                        case SETTING -> "（设定）";
                    };
        }

        private String formName(String form) {
            Form known = forms.get(form);
            return known == null ? form : known.name();
        }

        private static String grouped(String pattern, Number value) {
            DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format.format(value instanceof BigDecimal ? value : value.longValue());
        }
    }
}
