package lingbao.validate;

import java.util.BitSet;

/**
 * The numbers of the rows of one sheet. They run from any number on, and may begin with 1 again for each class. Where rows were
 * sorted by something else they are judged as a set; where they were sorted and also begin again, nobody can tell.
 */
final class RunningNumbers {

    /** With more gaps than this beside the rows, the numbers count something else. */
    private static final int MOST_BEYOND_ROWS = 10;

    private final BitSet seen = new BitSet();
    private final BitSet again = new BitSet();
    private final BitSet skipped = new BitSet();
    private final BitSet atOnce = new BitSet();
    private int count;
    private int previous = -1;
    private boolean beginsAgain;
    private boolean unordered;

    void add(int number) {
        count++;
        if (previous >= 0) {
            follow(number);
        }
        previous = number;
        again.set(number, seen.get(number) || again.get(number));
        seen.set(number);
    }

    private void follow(int number) {
        if (number == 1 && seen.get(1)) {
            beginsAgain = true;
        } else if (number == previous) {
            atOnce.set(number);
        } else if (number > previous) {
            skipped.set(previous + 1, number);
        } else {
            unordered = true;
        }
    }

    int count() {
        return count;
    }

    int highest() {
        return seen.length() - 1;
    }

    BitSet missing() {
        BitSet missing = skipped;
        if (unordered) {
            missing = new BitSet();
            missing.set(seen.nextSetBit(0), seen.length());
            missing.andNot(seen);
        }
        return isToldApart() && missing.cardinality() <= count + MOST_BEYOND_ROWS ? missing : new BitSet();
    }

    BitSet repeated() {
        return isToldApart() ? (unordered ? again : atOnce) : new BitSet();
    }

    private boolean isToldApart() {
        return !(unordered && beginsAgain);
    }
}
