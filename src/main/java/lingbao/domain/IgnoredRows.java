package lingbao.domain;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** The rows of a sheet that are no data, as they come; a million blank ones that follow one another take no room. */
public final class IgnoredRows extends AbstractList<IgnoredRow> implements RandomAccess {

    /** @param index of the first of them in the list */
    private record Run(int index, int row, IgnoredRow.Reason reason) {}

    private final List<Run> runs = new ArrayList<>();
    private int size;

    @Override
    public boolean add(IgnoredRow ignored) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        boolean goesOn =
                last != null && last.reason() == ignored.reason() && last.row() + size - last.index() == ignored.row();
        if (!goesOn) {
            runs.add(new Run(size, ignored.row(), ignored.reason()));
        }
        size++;
        return true;
    }

    @Override
    public IgnoredRow get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int low = 0;
        for (int high = runs.size() - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (runs.get(middle).index() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Run run = runs.get(low);
        return new IgnoredRow(run.row() + index - run.index(), run.reason());
    }

    @Override
    public int size() {
        return size;
    }
}
