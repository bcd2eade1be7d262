package lingbao.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lingbao.aggregate.DayFinding;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.InstitutionDay;
import lingbao.aggregate.RefusedSheet;
import lingbao.aggregate.ReportContent;
import lingbao.catalogue.Check;
import lingbao.catalogue.Form;
import lingbao.catalogue.Policy;
import lingbao.domain.Severity;
import lingbao.domain.Timeliness;
import org.jspecify.annotations.Nullable;

/** The words for what every kind of report tells: its moments, findings, thresholds, refused sheets and changes. */
final class ContentWords {

    static final String NOT_RECEIVED = "未报";
    static final String NONE = "无。";

    private final ReportContent content;
    private final int edition;
    private final Map<String, Form> forms;

    ContentWords(ReportContent content, int edition, Map<String, Form> forms) {
        this.content = content;
        this.edition = edition;
        this.forms = forms;
    }

    String cutOff() {
        LocalDateTime moment = LocalDateTime.ofInstant(content.cutOff(), content.zone());
        String pattern = moment.getYear() == content.period().start().getYear() ? "M月d日HH时mm分" : "uuuu年M月d日HH时mm分";
        return moment.format(DateTimeFormatter.ofPattern(pattern));
    }

    String edition() {
        return "第" + edition + "版";
    }

    /** Tells the reader of a later edition that figures have changed; empty for the first. */
    String editionNote() {
        return laterEdition() ? "本件为" + edition() + "，与上一版的不同之处见文末。" : "";
    }

    boolean laterEdition() {
        return edition > 1;
    }

    String received(@Nullable Instant moment) {
        return moment == null
                ? PrintedValue.NOT_APPLICABLE
                : LocalDateTime.ofInstant(moment, content.zone()).format(DateTimeFormatter.ofPattern("M月d日 HH:mm:ss"));
    }

    String formName(String form) {
        Form known = forms.get(form);
        return known == null ? form : known.name();
    }

    /**
     * How each sender reported, one line each.
     *
     * @param headings of region and sender
     * @param own the two columns between the sender and the time
     * @param said what stands in these two
     */
    PrintedList sending(
            String id,
            String name,
            List<InstitutionDay> days,
            List<String> headings,
            List<PrintedList.Column> own,
            Function<InstitutionDay, List<String>> said) {
        List<List<PrintedValue>> rows = new ArrayList<>();
        for (InstitutionDay day : days) {
            List<PrintedValue> row = new ArrayList<>(List.of(
                    PrintedValue.count(rows.size() + 1),
                    PrintedValue.word(day.region().name()),
                    PrintedValue.word(day.institution().name())));
            said.apply(day).forEach(word -> row.add(PrintedValue.word(word)));
            row.add(PrintedValue.word(
                    day.timeliness() == Timeliness.NONE
                            ? PrintedValue.NOT_APPLICABLE
                            : day.timeliness().label()));
            row.add(PrintedValue.word(received(day.receivedAt())));
            row.add(day.rejectedRows() == 0 ? PrintedValue.word("") : PrintedValue.count(day.rejectedRows()));
            rows.add(row);
        }
        List<PrintedList.Column> columns = new ArrayList<>(List.of(
                new PrintedList.Column(PrintedList.NUMBER, "序号", 6),
                new PrintedList.Column("region", headings.get(0), 16),
                new PrintedList.Column("institution", headings.get(1), 44)));
        columns.addAll(own);
        columns.addAll(List.of(
                new PrintedList.Column("timeliness", "时效", 8),
                new PrintedList.Column("receivedAt", "收到时间", 20),
                new PrintedList.Column("rejectedRows", "未计入行", 10)));
        return new PrintedList(id, name, columns, rows);
    }

    /** The gravest first, each under the line of its check and clause. */
    static PrintedList findings(List<DayFinding> told) {
        return findings("findings", "核查发现", told);
    }

    /** What only people can decide, apart from what is known. */
    static PrintedList leads(List<DayFinding> told) {
        return findings("leads", "线索", told);
    }

    private static PrintedList findings(String dataset, String sheet, List<DayFinding> told) {
        List<List<PrintedValue>> rows = new ArrayList<>();
        for (List<DayFinding> found : byCheck(told)) {
            DayFinding first = found.get(0);
            String check = "［" + weight(first.check()) + "］"
                    + first.check().name() + "　" + found.size() + "条"
                    + (first.clause().isEmpty() ? "" : "　依据：" + first.clause());
            int number = 0;
            for (DayFinding finding : found) {
                number++;
                rows.add(List.of(
                        PrintedValue.word(check),
                        PrintedValue.count(number),
                        PrintedValue.word(finding.region().name()),
                        PrintedValue.word(finding.institution().name()),
                        PrintedValue.word(finding.message())));
            }
        }
        return new PrintedList(
                dataset,
                sheet,
                List.of(
                        new PrintedList.Column("check", "核查项目", 40),
                        new PrintedList.Column(PrintedList.NUMBER, "序号", 6),
                        new PrintedList.Column("region", "街道", 16),
                        new PrintedList.Column("institution", "单位", 40),
                        new PrintedList.Column("message", "说明", 60)),
                rows);
    }

    static List<List<DayFinding>> byCheck(List<DayFinding> told) {
        Map<String, List<DayFinding>> byCheck = new LinkedHashMap<>();
        told.stream()
                .sorted(Comparator.comparing(finding -> finding.check().severity()))
                .forEach(finding -> byCheck.computeIfAbsent(
                                finding.check().id() + ' ' + finding.clause(), key -> new ArrayList<>())
                        .add(finding));
        return List.copyOf(byCheck.values());
    }

    private static String weight(Check check) {
        return check.lead() ? "线索" : severity(check.severity());
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case NOTE -> "提示";
        };
    }

    /** What a change's figure is called, what it measures, and where it stands among the figures of its line. */
    record Figure(String name, Measure measure, int place) {}

    /**
     * Line by line in the order given, the figures of a line in the order of the report; without those that changed by less
     * than is printed.
     */
    PrintedList changes(List<FigureChange> changes, Function<String, Figure> figures) {
        Map<String, List<FigureChange>> byLine = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.code() + ' ' + change.name(), LinkedHashMap::new, Collectors.toList()));
        List<List<PrintedValue>> rows = new ArrayList<>();
        for (List<FigureChange> line : byLine.values()) {
            line.stream()
                    .sorted(Comparator.comparing(
                            change -> figures.apply(change.figureId()).place()))
                    .forEach(change -> {
                        Figure figure = figures.apply(change.figureId());
                        PrintedValue before = changed(change.before(), figure.measure());
                        PrintedValue after = changed(change.after(), figure.measure());
                        if (!before.text().equals(after.text())) {
                            rows.add(List.of(
                                    PrintedValue.count(rows.size() + 1),
                                    PrintedValue.word(line(change.name())),
                                    PrintedValue.word(
                                            figure.name() + figure.measure().unit()),
                                    before,
                                    after));
                        }
                    });
        }
        return new PrintedList(
                "changes",
                laterEdition() ? "与上一版相比" : "",
                List.of(
                        new PrintedList.Column(PrintedList.NUMBER, "序号", 6),
                        new PrintedList.Column("line", "单位", 44),
                        new PrintedList.Column("figure", "指标", 30),
                        new PrintedList.Column("before", "上一版", 14),
                        new PrintedList.Column("after", "本版", 14)),
                rows);
    }

    /** 西兴街道 合计 stands apart as two words; 合计 合计 is one. */
    private static String line(String name) {
        String[] words = name.split(" ", 2);
        return words.length == 2 && words[0].equals(words[1]) ? words[0] : name.replace(' ', '　');
    }

    private static PrintedValue changed(@Nullable String value, Measure measure) {
        return value == null
                ? PrintedValue.word(PrintedValue.NOT_APPLICABLE)
                : PrintedValue.of(new BigDecimal(value), measure);
    }

    String changesNote(List<FigureChange> changes) {
        return changes.isEmpty()
                ? "表列数字与上一版相同，变动在名单、核查发现、线索、目标、重点对象或说明。"
                : "下列数字与上一版不同（变动小于所印位数的不列）；“—”指该版没有此数。上一版原件照存，可以调阅。";
    }

    /** @param document in which the clauses stand: 通知 */
    String thresholds(Map<String, Policy.DatedValue> inForce, String document) {
        String thresholds = inForce.entrySet().stream()
                .filter(threshold -> threshold.getValue().value() != null)
                .map(threshold -> threshold.getKey() + "：" + worded(threshold.getValue(), document))
                .collect(Collectors.joining("；"));
        return thresholds.isEmpty() ? NONE : thresholds + "。";
    }

    private static String worded(Policy.DatedValue threshold, String document) {
        Object value = threshold.value();
        String text = value instanceof Boolean yes ? (yes ? "是" : "否") : String.valueOf(value);
        return text
                + switch (threshold.origin()) {
                    case CLAUSE -> "（依据" + document + threshold.source() + "）";
                    case NATIONAL_RULE -> "（依据" + threshold.source() + "）";
                    case SETTING -> "（设定）";
                };
    }

    String refused(List<RefusedSheet> sheets) {
        String files = sheets.stream()
                .map(file -> (file.institution().isEmpty() ? "无法识别单位的文件" : file.institution())
                        + (file.form().isEmpty() ? "" : "（" + formName(file.form()) + "）")
                        + received(file.receivedAt()) + "收到，" + stripped(file.reason()))
                .collect(Collectors.joining("；"));
        return files.isEmpty() ? NONE : files + "。";
    }

    private static String stripped(String sentence) {
        return sentence.endsWith("。") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** What stands first among the things that the report does not know. */
    List<PrintedValue> ownLimits() {
        return matter("数据截止与版次", "数据截至" + cutOff() + "，本件为" + edition() + "；此后收到或更正的报表不在其内，另出新版。");
    }

    static List<PrintedValue> matter(String matter, String text) {
        return List.of(PrintedValue.word(matter), PrintedValue.word(text));
    }

    static PrintedList unknown(List<List<PrintedValue>> matters) {
        return new PrintedList(
                "unknown",
                "说明",
                List.of(new PrintedList.Column("matter", "事项", 20), new PrintedList.Column("text", "说明", 110)),
                matters);
    }
}
