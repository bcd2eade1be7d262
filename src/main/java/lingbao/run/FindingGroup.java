package lingbao.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lingbao.domain.CellAddress;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one sheet that have one cause: the same code and severity in the same column, or of whole rows. It stays
 * small however many they are: it keeps the row numbers, and only so many values and sentences as are shown.
 */
final class FindingGroup {

    /** Cells, or runs of cells below one another, that are named; the rest are counted. */
    private static final int MOST_PLACES = 1_000;

    /** Different values, or sentences in which several things differ, that are shown with their cells. */
    private static final int MOST_SHOWN = 20;

    private static final int LINE = 90;

    private static final String LOOK = "，用 --annotated 可以在发还的表上看，用 --json 可以逐个列出。";

    /** Each of them speaks of one column, though of none of the form's. */
    private static final Set<FindingCode> OF_ONE_COLUMN = EnumSet.of(FindingCode.COLUMN_WITHOUT_HEADING);

    /**
     * What makes findings alike.
     *
     * @param column where the cells stand; -1 for whole rows, whose first cells may stand anywhere
     */
    record Cause(
            FindingCode code, Severity severity, @Nullable String columnId, int column) {

        static Cause of(Finding finding) {
            boolean ofRows = finding.columnId() == null && !OF_ONE_COLUMN.contains(finding.code());
            return new Cause(finding.code(), finding.severity(), finding.columnId(), ofRows ? -1 : finding.column());
        }
    }

    /** What was typed, and what to do about it: words that are like it are told there. */
    private record Typed(String value, String remedy) {}

    /** @param column where the cells stand of which it is said */
    private record Sentence(String message, String remedy, int column) {}

    private final Finding first;
    private final BitSet rows = new BitSet();

    /** Where each of the first values stands. */
    private final Map<Typed, BitSet> rowsByValue = new LinkedHashMap<>();

    private int otherValues;

    /** Where each of the first sentences holds. */
    private final Map<Sentence, BitSet> rowsBySentence = new LinkedHashMap<>();

    private final BitSet rowsOfOtherSentences = new BitSet();

    /** The details in the message that are not the same in all. */
    private final BitSet differing = new BitSet();

    private boolean valuesDiffer;
    private boolean remediesDiffer;

    /** Of the findings named one by one where a detail differs. */
    private final List<Finding> named = new ArrayList<>();

    private final BitSet rowsNotNamed = new BitSet();

    private int count;

    FindingGroup(Finding first) {
        this.first = first;
    }

    void add(Finding finding) {
        count++;
        rows.set(finding.row());
        if (named.size() < MOST_SHOWN) {
            named.add(finding);
        } else {
            rowsNotNamed.set(finding.row());
        }
        String value = value(finding);
        String remedy = finding.remedy();
        valuesDiffer |= first.code().showsValue() && !value.equals(value(first));
        remediesDiffer |= !remedy.equals(first.remedy());
        BitSet ofValue = among(rowsByValue, new Typed(value, remedy));
        if (ofValue == null) {
            otherValues++;
        } else {
            ofValue.set(finding.row());
        }
        BitSet ofSentence = among(rowsBySentence, new Sentence(finding.message(), remedy, finding.column()));
        (ofSentence == null ? rowsOfOtherSentences : ofSentence).set(finding.row());
        for (int index = 0;
                index < Math.max(first.details().size(), finding.details().size());
                index++) {
            if (first.code().showsDetail(index) && !detail(first, index).equals(detail(finding, index))) {
                differing.set(index);
            }
        }
    }

    private static String value(Finding finding) {
        return finding.value() == null ? "" : finding.value();
    }

    /** Null for what comes after as many others as are shown. */
    private static <K> @Nullable BitSet among(Map<K, BitSet> shown, K one) {
        BitSet known = shown.get(one);
        if (known != null || shown.size() == MOST_SHOWN) {
            return known;
        }
        BitSet begun = new BitSet();
        shown.put(one, begun);
        return begun;
    }

    private static String detail(Finding finding, int index) {
        return index < finding.details().size() ? finding.details().get(index) : "";
    }

    /** One line for what is wrong, then where and what was typed there, and what to do; a note asks for nothing. */
    List<String> lines() {
        boolean isNote = first.severity() == Severity.NOTE;
        if (count == 1) {
            return List.of((first.cell() == null ? "" : first.cell() + "：")
                    + first.message()
                    + (isNote ? "" : first.remedy()));
        }
        boolean ofRows = first.columnId() == null;
        String found = ofRows
                ? "有 " + rows.cardinality() + " 行"
                : CellAddress.letters(first.column()) + " 列有 " + count + " 个单元格";
        if (isNote) {
            return List.of(found + "：例如 " + first.cell() + "，" + first.message() + "用 --json 可以逐个列出。");
        }
        List<String> lines = new ArrayList<>();
        if (differing.isEmpty() && valuesDiffer) {
            lines.add(found + "：" + first.code().messageOfMany(first.details()));
            lines.addAll(byValue(ofRows));
        } else if (differing.isEmpty() && !remediesDiffer) {
            lines.add(found + "：" + first.message());
            lines.addAll(places(ofRows));
        } else if (differing.cardinality() == 1 && !valuesDiffer && !remediesDiffer) {
            lines.add(found + "：例如 " + first.cell() + "，" + first.message());
            lines.addAll(cellByCell(ofRows));
        } else {
            lines.add(found + "，各有不同：");
            lines.addAll(sentences());
        }
        if (!remediesDiffer) {
            lines.add(first.remedy());
        }
        return lines;
    }

    /** {@code E12–E20、E33}. */
    private List<String> places(boolean ofRows) {
        return placed(ofRows ? "在第 " : "在 ", rows, ofRows);
    }

    private List<String> placed(String before, BitSet of, boolean ofRows) {
        List<String> runs = new ArrayList<>();
        int told = runs(of, ofRows ? "" : CellAddress.letters(first.column()), runs);
        return wrapped(before, runs, rest(of.cardinality() - told, ofRows));
    }

    /** Adds at most so many runs as are named; answers how many rows they hold. */
    private static int runs(BitSet of, String letters, List<String> runs) {
        int told = 0;
        for (int from = of.nextSetBit(0); from >= 0 && runs.size() < MOST_PLACES; ) {
            int to = of.nextClearBit(from) - 1;
            runs.add(from == to ? letters + from : letters + from + "–" + letters + to);
            told += to - from + 1;
            from = of.nextSetBit(to + 1);
        }
        return told;
    }

    /** {@code “365”在 E12–E20、E35；“3650”在 E33}; where not all values are shown, all places before. */
    private List<String> byValue(boolean ofRows) {
        List<String> lines = new ArrayList<>(otherValues > 0 ? places(ofRows) : List.of());
        rowsByValue.forEach((typed, at) -> {
            lines.addAll(placed("“" + typed.value() + "”在" + (ofRows ? "第 " : " "), at, ofRows));
            if (remediesDiffer) {
                lines.add(lines.remove(lines.size() - 1) + typed.remedy());
            }
        });
        if (otherValues > 0) {
            lines.add("另有 " + otherValues + (ofRows ? " 行" : " 个单元格") + "填的是别的" + LOOK);
        }
        return lines;
    }

    /** {@code E12（3）、E15（7）}: beside each of the first what the sentence says of it alone. */
    private List<String> cellByCell(boolean ofRows) {
        int index = differing.nextSetBit(0);
        List<String> cells = named.stream()
                .map(each -> (ofRows ? String.valueOf(each.row()) : each.cell()) + "（" + detail(each, index) + "）")
                .toList();
        List<String> lines = new ArrayList<>(wrapped(ofRows ? "在第 " : "在 ", cells, rest(0, ofRows)));
        lines.addAll(others(rowsNotNamed, ofRows));
        return lines;
    }

    /** Two sentences can't be made one where several things differ in them. */
    private List<String> sentences() {
        List<String> lines = new ArrayList<>();
        rowsBySentence.forEach((sentence, at) -> {
            List<String> runs = new ArrayList<>();
            int told = runs(at, CellAddress.letters(sentence.column()), runs);
            String more = at.cardinality() > told ? "等 " + at.cardinality() + " 个" : "";
            lines.addAll(
                    wrapped("", runs, more + "：" + sentence.message() + (remediesDiffer ? sentence.remedy() : "")));
        });
        lines.addAll(others(rowsOfOtherSentences, first.columnId() == null));
        return lines;
    }

    /** Where the same is wrong of which no more is told here. */
    private List<String> others(BitSet of, boolean ofRows) {
        if (of.isEmpty()) {
            return List.of();
        }
        List<String> runs = new ArrayList<>();
        int rest = of.cardinality() - runs(of, ofRows ? "" : CellAddress.letters(first.column()), runs);
        String unit = ofRows ? " 行" : "";
        return wrapped(
                ofRows ? "同样的还在第 " : "同样的还在 ",
                runs,
                unit + (rest == 0 ? "" : "，另有 " + rest + (ofRows ? " 行" : " 个")) + LOOK);
    }

    private static String rest(int rest, boolean ofRows) {
        String unit = ofRows ? " 行" : " 个";
        return rest == 0 ? (ofRows ? " 行。" : "。") : (ofRows ? " 行" : "") + "，另有 " + rest + unit + LOOK;
    }

    /** Lines that a window shows whole. */
    private static List<String> wrapped(String before, List<String> items, String after) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(before);
        for (int index = 0; index < items.size(); index++) {
            line.append(items.get(index)).append(index + 1 < items.size() ? "、" : after);
            if (line.length() >= LINE && index + 1 < items.size()) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        return Stream.concat(lines.stream(), Stream.of(line.toString())).toList();
    }
}
