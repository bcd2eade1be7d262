package lingbao.run;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/** Writes answers for people: what came in, what was refused and why, where it stands and what to do. */
final class AnswerText {

    /** Findings of one whole sheet that are shown; a script gets all of them by {@code --json}. */
    private static final int MOST = 20;

    /** Columns, or sheets, that are named in one line. */
    private static final int MOST_NAMED = 10;

    private static final Set<FindingCode> NOT_TAKEN =
            EnumSet.of(FindingCode.UNKNOWN_COLUMN, FindingCode.SHEET_NOT_READ);

    private static final String INDENT = "　　";
    private static final String UNDER = "　　　　　";

    private final PrintStream out;
    private final Map<String, Form> forms;

    /** @param forms by id, for their printed names */
    AnswerText(PrintStream out, Map<String, Form> forms) {
        this.out = out;
        this.forms = forms;
    }

    void answer(SheetAnswer answer, boolean dryRun) {
        out.println((dryRun ? "［试读］" : "") + answer.state().label() + "　" + answer.file()
                + (answer.sheet() == null ? "" : "　工作表“" + answer.sheet() + "”"));
        if (answer.form() != null) {
            Form form = forms.get(answer.form());
            out.println(INDENT + (form == null ? answer.form() : form.name()) + "，机构 " + known(answer.institution())
                    + "，日期 " + known(answer.period()));
        }
        RowCounts rows = answer.rows();
        if (rows.seen() > 0) {
            out.println(INDENT + "共 " + rows.seen() + " 行：接收 " + rows.accepted() + "，退回 " + rows.rejected() + "，略过 "
                    + rows.ignored() + ignoredReasons(answer));
        }
        ofTheWhole(answer.findings());
        notTaken(answer.findings());
        ofCells(answer.findings());
        if (answer.receipt() != null) {
            out.println(INDENT + "回执 " + answer.receipt());
        }
        if (answer.annotation() != null) {
            Annotation annotation = answer.annotation();
            out.println(
                    annotation.copy() == null
                            ? "　　没有标注副本：" + annotation.said() + "。"
                            : "　　标注副本 " + annotation.copy() + annotation.said());
        }
    }

    private static String known(@Nullable String value) {
        return value == null ? "未知" : value;
    }

    private static String ignoredReasons(SheetAnswer answer) {
        StringBuilder reasons = new StringBuilder();
        for (IgnoredRow.Reason reason : IgnoredRow.Reason.values()) {
            long count = answer.ignored().stream()
                    .filter(row -> row.reason() == reason)
                    .count();
            if (count > 0) {
                reasons.append(reasons.isEmpty() ? "（" : "、")
                        .append(reason.label())
                        .append(' ')
                        .append(count);
            }
        }
        return reasons.isEmpty() ? "" : reasons.append("）").toString();
    }

    /** What is found about the file or the sheet as a whole, each by itself. */
    private void ofTheWhole(List<Finding> findings) {
        List<Finding> whole = findings.stream()
                .filter(each -> each.row() == 0 && isTold(each))
                .toList();
        whole.stream()
                .limit(MOST)
                .forEach(each -> out.println(label(each.severity()) + each.message() + each.remedy()));
        if (whole.size() > MOST) {
            out.println(INDENT + "……整表的问题还有 " + (whole.size() - MOST) + " 个，用 --json 可以逐个列出。");
        }
    }

    /** What of the file was left out, which a clerk may have meant to send: one line for all columns, one for all sheets. */
    private void notTaken(List<Finding> findings) {
        for (FindingCode code : NOT_TAKEN) {
            List<String> names = findings.stream()
                    .filter(each -> each.code() == code)
                    .map(each -> each.details().get(0))
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining("”、“"));
                Finding all = Finding.ofFile(code, named);
                int rest = names.size() - MOST_NAMED;
                out.println(label(all.severity())
                        + all.message()
                        + all.remedy()
                        + (rest > 0 ? "这样的还有 " + rest + " 个，用 --json 查看。" : ""));
            }
        }
    }

    /** What is found in cells and rows, equal causes together, in the order in which they first appear; notes in one line each. */
    private void ofCells(List<Finding> findings) {
        Map<FindingGroup.Cause, FindingGroup> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.row() > 0 && !NOT_TAKEN.contains(finding.code())) {
                groups.computeIfAbsent(FindingGroup.Cause.of(finding), cause -> new FindingGroup(finding))
                        .add(finding);
            }
        }
        groups.forEach((cause, group) -> {
            String before = label(cause.severity());
            for (String line : group.lines()) {
                out.println(before + line);
                before = UNDER;
            }
        });
    }

    private static boolean isTold(Finding finding) {
        return finding.severity() != Severity.NOTE;
    }

    private static String label(Severity severity) {
        return switch (severity) {
            case ERROR -> INDENT + "错误　";
            case WARNING -> INDENT + "提醒　";
            case NOTE -> INDENT + "说明　";
        };
    }
}
