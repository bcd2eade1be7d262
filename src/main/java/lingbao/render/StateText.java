package lingbao.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.aggregate.DayFinding;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.InstitutionDay;
import lingbao.aggregate.RegionFigures;
import lingbao.aggregate.StateContent;
import lingbao.catalogue.Form;
import lingbao.catalogue.StateReport;
import lingbao.catalogue.StateReport.DayCount;
import lingbao.domain.DayState;
import lingbao.domain.Timeliness;

/** Writes the pages of a report of how institutions reported; holds what every sentence needs. */
final class StateText {

    private static final String BLANK = "空表";

    /** In the widest cell of a list. */
    private static final int CHARACTERS_ON_A_LINE = 68;

    /** The figures of persons that the first sentence says, in the order of the report. */
    private static final Map<String, String> IN_THE_FIRST_SENTENCE =
            Map.of("fever", "发热", "symptomatic", "其他症状", "absentSick", "因病缺勤");

    private static final String NOTES = "注：“未报”指未收到报表，情况不明；“空表”指收到的报表没有填写，不作零报告；“—”指不适用。合计只含已收到并计入的报表。";

    private final StateContent content;
    private final List<FigureChange> changes;
    private final ContentWords words;
    private final List<StateReport.Figure> figures;

    StateText(StateContent content, int edition, List<FigureChange> changes, Map<String, Form> forms) {
        this.content = content;
        this.changes = changes;
        this.words = new ContentWords(content, edition, forms);
        this.figures = content.figureIds().stream()
                .flatMap(id -> content.report().figures().stream()
                        .filter(figure -> figure.id().equals(id)))
                .toList();
    }

    PageText write() {
        List<StateReport.Group> groups = content.report().groups().stream()
                .filter(group -> !figuresOf(group).isEmpty())
                .toList();
        PrintedList silent = silent();
        return new PageText(
                List.of(content.report().template()),
                head(groups),
                Map.of("changesNote", words.changesNote(changes)),
                Map.of(PageText.LATER_EDITION, words.laterEdition()),
                new FigureTable(
                        "figures",
                        "日报表",
                        "街道（单位）",
                        true,
                        groups.stream().map(this::group).toList(),
                        lines(groups)),
                List.of(
                        silent,
                        ContentWords.findings(told(false)),
                        ContentWords.leads(told(true)),
                        institutions(),
                        words.changes(changes, this::changed),
                        unknown(silent)),
                List.of());
    }

    private List<DayFinding> told(boolean leads) {
        return content.findings().stream()
                .filter(finding -> finding.check().lead() == leads)
                .toList();
    }

    private PageText.Head head(List<StateReport.Group> groups) {
        return new PageText.Head(
                content.report().title().replace("{region}", content.region().name()),
                content.region().name(),
                content.period().label(),
                groups.stream()
                        .map(StateReport.Group::unit)
                        .filter(unit -> !unit.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("、")),
                words.cutOff(),
                words.edition(),
                lead() + words.editionNote(),
                NOTES,
                content.figuresHash());
    }

    private List<StateReport.Figure> figuresOf(StateReport.Group group) {
        return figures.stream()
                .filter(figure -> group.id().equals(figure.group()))
                .toList();
    }

    private FigureTable.Group group(StateReport.Group group) {
        return new FigureTable.Group(
                group.unit().isEmpty() ? group.label() : group.label() + "（" + group.unit() + "）",
                figuresOf(group).stream()
                        .map(figure -> new FigureTable.Column(figure.id(), figure.label(), Measure.of(figure.type())))
                        .toList());
    }

    // ---- The first sentence. A part whose figure is absent is left out; what is unknown is named, never a number.

    private String lead() {
        String expected = of(DayCount.EXPECTED);
        if (content.nothingReceived()) {
            return "截至" + words.cutOff() + "，未收到任何报表，各项情况不明。"
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
                .collect(Collectors.joining("；", "截至" + words.cutOff() + "，", "。"));
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
                PrintedValue cell = cell(content.total(), figure);
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
                .filter(figure -> figure.dayCount() == count && figure.forms().isEmpty())
                .findFirst()
                .map(figure -> cell(content.total(), figure).text())
                .orElse("");
    }

    // ---- The table.

    private List<FigureTable.Line> lines(List<StateReport.Group> groups) {
        List<StateReport.Figure> columns =
                groups.stream().flatMap(group -> figuresOf(group).stream()).toList();
        List<FigureTable.Line> lines = new ArrayList<>();
        for (RegionFigures row : content.rows()) {
            lines.add(new FigureTable.Line(
                    String.valueOf(lines.size() + 1),
                    row.name(),
                    columns.stream().map(figure -> cell(row, figure)).toList(),
                    note(row),
                    false));
        }
        lines.add(new FigureTable.Line(
                "",
                "合计",
                columns.stream().map(figure -> cell(content.total(), figure)).toList(),
                "",
                true));
        return lines;
    }

    private PrintedValue cell(RegionFigures row, StateReport.Figure figure) {
        String word = silence(row, figure);
        Number value = row.values().get(figure.id());
        return word.isEmpty() && value != null
                ? PrintedValue.of(value, Measure.of(figure.type()))
                : PrintedValue.word(word.isEmpty() ? PrintedValue.NOT_APPLICABLE : word);
    }

    /** The word that stands for a figure of which nothing was said; empty where something was. */
    private String silence(RegionFigures row, StateReport.Figure figure) {
        int expected = count(row, DayCount.EXPECTED);
        int received = count(row, DayCount.RECEIVED);
        if (figure.dayCount() != null) {
            return received == 0 && isPartOfReceived(figure.dayCount()) ? PrintedValue.NOT_APPLICABLE : "";
        }
        if (expected == 0) {
            return row.unheard().contains(figure.id()) ? PrintedValue.NOT_APPLICABLE : "";
        }
        if (figure.forms().contains(content.report().basis()) && received == count(row, DayCount.BLANK)) {
            return received == 0 ? ContentWords.NOT_RECEIVED : BLANK;
        }
        boolean unheard = row.unheard().contains(figure.id())
                || figure.forms().stream().anyMatch(form -> silentOn(form, row) >= expected);
        return unheard ? ContentWords.NOT_RECEIVED : "";
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
                .filter(figure -> figure.dayCount() == count && figure.forms().isEmpty())
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

    private PrintedList silent() {
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
                                        ContentWords.NOT_RECEIVED,
                                        days.stream()
                                                .map(day -> words.formName(day.form()))
                                                .collect(Collectors.joining("、")))),
                        late.stream().map(day -> new Entry(day, day.timeliness().label(), words.formName(day.form()))))
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.day().region().code())
                        .thenComparing(entry -> entry.day().institution().name())
                        .thenComparing(entry -> entry.day().institution().code())
                        .thenComparing(Entry::state))
                .toList();
        List<List<PrintedValue>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(List.of(
                    PrintedValue.count(rows.size() + 1),
                    PrintedValue.word(entry.day().region().name()),
                    PrintedValue.word(entry.day().institution().name()),
                    PrintedValue.word(entry.state()),
                    PrintedValue.word(entry.forms()),
                    PrintedValue.word(
                            entry.state().equals(ContentWords.NOT_RECEIVED)
                                    ? PrintedValue.NOT_APPLICABLE
                                    : words.received(entry.day().receivedAt()))));
        }
        return new PrintedList(
                "silent",
                "名单",
                List.of(
                        new PrintedList.Column(PrintedList.NUMBER, "序号", 6),
                        new PrintedList.Column("region", "街道", 16),
                        new PrintedList.Column("institution", "单位", 44),
                        new PrintedList.Column("state", "情况", 8),
                        new PrintedList.Column("forms", "报表", 36),
                        new PrintedList.Column("receivedAt", "收到时间", 20)),
                rows);
    }

    private PrintedList institutions() {
        return words.sending(
                "institutions",
                "各单位报送情况",
                content.institutions(),
                List.of("街道", "单位"),
                List.of(new PrintedList.Column("kind", "类别", 12), new PrintedList.Column("state", "状态", 14)),
                day -> List.of(day.institution().kind().word(), day.state().label()));
    }

    private ContentWords.Figure changed(String figureId) {
        List<StateReport.Figure> all = content.report().figures();
        for (int place = 0; place < all.size(); place++) {
            StateReport.Figure figure = all.get(place);
            if (figure.id().equals(figureId)) {
                String group = content.report().groups().stream()
                        .filter(each -> each.id().equals(figure.group()))
                        .map(each -> each.label() + "：")
                        .findFirst()
                        .orElse("");
                return new ContentWords.Figure(group + figure.label(), Measure.of(figure.type()), place);
            }
        }
        return new ContentWords.Figure(figureId, Measure.DECIMAL, all.size());
    }

    // ---- What the report does not know.

    private PrintedList unknown(PrintedList silent) {
        boolean missing = silent.rows().stream()
                .anyMatch(row -> row.stream().anyMatch(cell -> cell.text().equals(ContentWords.NOT_RECEIVED)));
        return ContentWords.unknown(List.of(
                words.ownLimits(),
                ContentWords.matter("报表收到情况", coverage()),
                ContentWords.matter("未计入的单位", missing ? "未报的单位情况不明，未计入本表，名单见“一、未报、迟报单位名单”。" : ContentWords.NONE),
                ContentWords.matter("空表单位", namesOr(DayState.BLANK, "已收到报表但没有填写，不作零报告，未计入发热等各项。")),
                ContentWords.matter("未计入的行", rejectedRows()),
                ContentWords.matter("退回的报表", words.refused(content.refusedFiles())),
                ContentWords.matter("采用的标准", words.thresholds(content.thresholds(), "通知")),
                ContentWords.matter("列入的指标", collected())));
    }

    private String coverage() {
        if (content.formsReceived().isEmpty()) {
            return "没有应报的报表。";
        }
        Map<String, Long> missing =
                new TreeMap<>(Stream.concat(content.institutions().stream(), content.notSent().stream())
                        .filter(day -> day.state() == DayState.MISSING)
                        .collect(Collectors.groupingBy(day -> words.formName(day.form()), Collectors.counting())));
        return content.formsReceived().entrySet().stream()
                .map(form -> words.formName(form.getKey()) + "计入" + Measure.COUNT.text(form.getValue()) + "份，未报"
                        + Measure.COUNT.text(missing.getOrDefault(words.formName(form.getKey()), 0L)) + "家")
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
                        .map(FigureTable.Column::heading)
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
        return text.isEmpty() ? ContentWords.NONE : text.append("。").toString();
    }

    private String namesOr(DayState state, String explanation) {
        String names = content.institutions().stream()
                .filter(day -> day.state() == state)
                .map(day -> day.institution().name())
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? ContentWords.NONE : names + "：" + explanation;
    }

    private String rejectedRows() {
        String rows = content.institutions().stream()
                .filter(day -> day.rejectedRows() > 0)
                .map(day -> day.institution().name() + Measure.COUNT.text(day.rejectedRows()) + "行")
                .collect(Collectors.joining("、"));
        return rows.isEmpty() ? ContentWords.NONE : rows + "：填写有误，已退回改正，未计入本表。";
    }
}
