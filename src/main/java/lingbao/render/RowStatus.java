package lingbao.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.Severity;
import lingbao.domain.SheetState;
import org.jspecify.annotations.Nullable;

/** What is said beside each row of a sheet: taken, sent back or passed over, and why. Rows are asked from top to bottom. */
final class RowStatus {

    /** More than anybody reads in one cell. */
    private static final int LENGTH = 1_000;

    private final SheetMarks marks;
    private final String taken;
    private int nextFinding;
    private int nextIgnored;

    /**
     * @param weight of what is wrong with the row; null where nothing is
     * @param findings errors and warnings of the row
     */
    record Said(String text, @Nullable Severity weight, List<Finding> findings) {}

    RowStatus(SheetMarks marks, boolean dryRun) {
        this.marks = marks;
        this.taken = dryRun ? "可以接收" : "接收";
    }

    /** @param row no smaller than any asked before, below the heading */
    Said of(int row) {
        List<Finding> findings = findings(row);
        IgnoredRow ignored = ignored(row);
        String errors = told(findings, Severity.ERROR);
        String warnings = told(findings, Severity.WARNING);
        warnings = warnings.isEmpty() ? "" : "提醒：" + warnings;
        if (ignored != null) {
            return said("略过：" + ignored.reason().label() + (warnings.isEmpty() ? "" : "。" + warnings), findings);
        }
        if (!errors.isEmpty()) {
            return said("退回：" + errors + warnings, findings);
        }
        if (marks.state() == SheetState.REJECTED) {
            return new Said(shortened("退回：整张表没有接收，原因见表头的批注和最后一张表。" + warnings), Severity.ERROR, findings);
        }
        String state = marks.state() == SheetState.DUPLICATE ? "以前已接收" : taken;
        return said(state + (warnings.isEmpty() ? "" : "。" + warnings), findings);
    }

    private List<Finding> findings(int row) {
        List<Finding> all = marks.findings();
        while (nextFinding < all.size() && all.get(nextFinding).row() < row) {
            nextFinding++;
        }
        List<Finding> found = new ArrayList<>();
        for (int at = nextFinding; at < all.size() && all.get(at).row() == row; at++) {
            if (SheetMarks.isMarked(all.get(at))) {
                found.add(all.get(at));
            }
        }
        return found;
    }

    private @Nullable IgnoredRow ignored(int row) {
        List<IgnoredRow> all = marks.ignored();
        while (nextIgnored < all.size() && all.get(nextIgnored).row() < row) {
            nextIgnored++;
        }
        return nextIgnored < all.size() && all.get(nextIgnored).row() == row ? all.get(nextIgnored) : null;
    }

    private static Said said(String text, List<Finding> findings) {
        Severity weight = findings.stream()
                .map(Finding::severity)
                .min(Severity::compareTo)
                .orElse(null);
        return new Said(shortened(text), weight, findings);
    }

    private static String told(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding -> finding.cell() + " " + finding.message())
                .collect(Collectors.joining());
    }

    private static String shortened(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return text.substring(0, end) + "……";
    }
}
