package lingbao.run;

import java.io.PrintStream;
import java.util.Map;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/** Writes answers for people: what came in, what was refused and why, where it stands and what to do. */
final class AnswerText {

    /** Findings of one sheet that are shown; a script gets all of them by {@code --json}. */
    private static final int MOST = 20;

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
            out.println("　　" + (form == null ? answer.form() : form.name()) + "，机构 " + known(answer.institution())
                    + "，日期 " + known(answer.period()));
        }
        RowCounts rows = answer.rows();
        if (rows.seen() > 0) {
            out.println("　　共 " + rows.seen() + " 行：接收 " + rows.accepted() + "，退回 " + rows.rejected() + "，略过 "
                    + rows.ignored() + ignoredReasons(answer));
        }
        int shown = 0;
        for (Finding finding : answer.findings()) {
            if (finding.severity() == Severity.NOTE) {
                continue;
            }
            if (shown++ == MOST) {
                out.println("　　……其余的用 --json 查看。");
                break;
            }
            out.println("　　" + label(finding.severity()) + "　" + place(finding) + finding.message() + finding.remedy());
        }
        if (answer.receipt() != null) {
            out.println("　　回执 " + answer.receipt());
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

    private static String place(Finding finding) {
        return finding.cell() == null ? "" : finding.cell() + "：";
    }

    private static String label(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case NOTE -> "说明";
        };
    }
}
