package lingbao.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one sheet that have one cause: the same code and severity in the same column, or of whole rows. It stays
 * small however many they are: it keeps the row numbers, and only so many different values as are shown.
 */
final class FindingGroup {

    /** Cells, or runs of cells below one another, that are named; the rest are counted. */
    private static final int MOST_PLACES = 100;

    /** Different values told apart, and those of them that are shown. */
    private static final int MOST_KNOWN = 1000;

    private static final int MOST_SHOWN = 5;

    /**
     * What makes findings alike.
     *
     * @param column where the cells stand; -1 for whole rows, whose first cells may stand anywhere
     */
    record Cause(
            FindingCode code, Severity severity, @Nullable String columnId, int column) {

        static Cause of(Finding finding) {
            return new Cause(
                    finding.code(),
                    finding.severity(),
                    finding.columnId(),
                    finding.columnId() == null ? -1 : finding.column());
        }
    }

    private final Finding first;
    private final BitSet rows = new BitSet();
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private int otherValues;

    /** The details that are not the same in all. */
    private final BitSet differing = new BitSet();

    /** Of the findings named one by one where a detail differs. */
    private final List<Finding> named = new ArrayList<>();

    private int count;

    FindingGroup(Finding first) {
        this.first = first;
    }

    void add(Finding finding) {
        count++;
        rows.set(finding.row());
        if (named.size() < MOST_PLACES) {
            named.add(finding);
        }
        String value = finding.value() == null ? "" : finding.value();
        if (values.containsKey(value) || values.size() < MOST_KNOWN) {
            values.merge(value, 1, Integer::sum);
        } else {
            otherValues++;
        }
        for (int index = 0;
                index < Math.max(first.details().size(), finding.details().size());
                index++) {
            if (!detail(first, index).equals(detail(finding, index))) {
                differing.set(index);
            }
        }
    }

    private static String detail(Finding finding, int index) {
        return index < finding.details().size() ? finding.details().get(index) : "";
    }

    /** One line for what is wrong, then where, what was typed and what to do. */
    List<String> lines() {
        if (count == 1) {
            return List.of((first.cell() == null ? "" : first.cell() + "：") + first.message() + first.remedy());
        }
        boolean ofRows = first.columnId() == null;
        boolean valueDiffers = first.code().showsValue() && values.size() > 1;
        List<String> lines = new ArrayList<>();
        String found = ofRows
                ? "有 " + rows.cardinality() + " 行："
                : CellAddress.letters(first.column()) + " 列有 " + count + " 个单元格：";
        boolean cellByCell = false;
        if (differing.isEmpty()) {
            lines.add(found + (valueDiffers ? first.code().messageOfMany(first.details()) : first.message()));
        } else {
            // Two sentences can't be made one where several things differ in them: the first stands for all.
            cellByCell = differing.cardinality() == 1 && !valueDiffers;
            lines.add(found + "例如 " + first.cell() + "，" + first.message());
        }
        lines.add((ofRows ? "在第 " : "在 ") + (cellByCell ? cellByCell(ofRows) : places(ofRows)));
        if (valueDiffers) {
            lines.add("填的是 " + typed());
        }
        lines.add(first.remedy());
        return lines;
    }

    /** {@code E12–E20、E33}. */
    private String places(boolean ofRows) {
        String letters = ofRows ? "" : CellAddress.letters(first.column());
        List<String> runs = new ArrayList<>();
        int told = 0;
        for (int from = rows.nextSetBit(0); from >= 0 && runs.size() < MOST_PLACES; ) {
            int to = rows.nextClearBit(from) - 1;
            runs.add(from == to ? letters + from : letters + from + "–" + letters + to);
            told += to - from + 1;
            from = rows.nextSetBit(to + 1);
        }
        return String.join("、", runs) + rest(rows.cardinality() - told, ofRows);
    }

    /** {@code E12（3）、E15（7）}: beside each what the sentence says of it alone. */
    private String cellByCell(boolean ofRows) {
        int index = differing.nextSetBit(0);
        return named.stream()
                        .map(each ->
                                (ofRows ? String.valueOf(each.row()) : each.cell()) + "（" + detail(each, index) + "）")
                        .collect(Collectors.joining("、"))
                + rest(count - named.size(), ofRows);
    }

    private static String rest(int rest, boolean ofRows) {
        String unit = ofRows ? " 行" : " 个";
        return rest == 0 ? (ofRows ? " 行。" : "。") : (ofRows ? " 行" : "") + "，另有 " + rest + unit + "，用 --json 可以逐个列出。";
    }

    /** The most frequent values, each with its count. */
    private String typed() {
        String shown = values.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> each) -> -each.getValue()))
                .limit(MOST_SHOWN)
                .map(each -> "“" + each.getKey() + "”" + each.getValue() + " 个")
                .collect(Collectors.joining("、"));
        int rest = values.size() - MOST_SHOWN;
        if (rest <= 0) {
            return shown + "。";
        }
        return shown + "，另有" + (otherValues > 0 ? "上千" : " " + rest + " ") + "种写法。";
    }
}
