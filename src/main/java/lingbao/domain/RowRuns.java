package lingbao.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Numbers as people list them, those that follow one another together: {@code 3、7–9}. */
public final class RowRuns {

    private RowRuns() {}

    /** @param most the runs that are named; more of them end in 等 */
    public static String text(BitSet numbers, int most) {
        List<String> runs = new ArrayList<>();
        for (int from = numbers.nextSetBit(0); from >= 0 && runs.size() <= most; ) {
            int to = numbers.nextClearBit(from) - 1;
            runs.add(from == to ? String.valueOf(from) : from + "–" + to);
            from = numbers.nextSetBit(to + 1);
        }
        return runs.size() <= most ? String.join("、", runs) : String.join("、", runs.subList(0, most)) + " 等";
    }
}
