package lingbao.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import lingbao.samples.Grid;
import org.jspecify.annotations.Nullable;

/** A sheet on somebody's desk, before it is saved: what stands above, the headings, the rows, what stands below. */
final class Paper {

    /** A column's heading, under the text of a group where it has one. */
    record Head(@Nullable String group, String text) {}

    /**
     * Cells merged below the headings, counted from the first row there and the first column.
     */
    record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        boolean overlaps(Merge other) {
            return firstRow <= other.lastRow
                    && other.firstRow <= lastRow
                    && firstColumn <= other.lastColumn
                    && other.firstColumn <= lastColumn;
        }
    }

    final String form;
    final List<String> titles = new ArrayList<>();
    final List<Head> heads = new ArrayList<>();
    final List<List<@Nullable Object>> rows = new ArrayList<>();
    final List<List<@Nullable Object>> foot = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();

    /** How many rows stand above the headings that belong below them. */
    int rowsAboveTheHeading;

    Paper(String form) {
        this.form = form;
    }

    Paper head(String... texts) {
        Arrays.stream(texts).forEach(text -> heads.add(new Head(null, text)));
        return this;
    }

    Paper group(String group, String... texts) {
        Arrays.stream(texts).forEach(text -> heads.add(new Head(group, text)));
        return this;
    }

    Paper row(@Nullable Object... cells) {
        rows.add(new ArrayList<>(Arrays.asList(cells)));
        return this;
    }

    boolean isGrouped() {
        return heads.stream().anyMatch(head -> head.group() != null);
    }

    List<@Nullable Object> blankRow() {
        return new ArrayList<>(Collections.nCopies(heads.size(), null));
    }

    /** Puts the columns into another order; those of a group stay together. */
    void reorder(Random random) {
        List<List<Integer>> blocks = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            String group = heads.get(column).group();
            if (group != null
                    && column > 0
                    && group.equals(heads.get(column - 1).group())) {
                blocks.get(blocks.size() - 1).add(column);
            } else {
                blocks.add(new ArrayList<>(List.of(column)));
            }
        }
        Collections.shuffle(blocks, random);
        List<Integer> order = blocks.stream().flatMap(List::stream).toList();
        keep(order);
    }

    /** The columns of these places, in this order; one named twice stands twice. */
    void keep(List<Integer> places) {
        List<Head> old = List.copyOf(heads);
        heads.clear();
        places.forEach(place -> heads.add(old.get(place)));
        for (List<List<@Nullable Object>> each : List.of(rows, foot)) {
            each.replaceAll(row -> {
                List<@Nullable Object> kept = new ArrayList<>();
                places.forEach(place -> kept.add(place < row.size() ? row.get(place) : null));
                return kept;
            });
        }
    }

    Grid grid(String name) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        List<Grid.Merge> merged = new ArrayList<>();
        for (String title : titles) {
            all.add(List.of(title));
        }
        all.addAll(rows.subList(0, rowsAboveTheHeading));
        addHeading(all, merged);
        int firstRow = all.size();
        all.addAll(rows.subList(rowsAboveTheHeading, rows.size()));
        all.addAll(foot);
        for (Merge merge : merges) {
            merged.add(new Grid.Merge(
                    firstRow + merge.firstRow(), firstRow + merge.lastRow(), merge.firstColumn(), merge.lastColumn()));
        }
        return new Grid(name, all, merged, Set.of());
    }

    private void addHeading(List<List<@Nullable Object>> all, List<Grid.Merge> merged) {
        int top = all.size();
        if (!isGrouped()) {
            all.add(new ArrayList<>(heads.stream().map(Head::text).toList()));
            return;
        }
        List<@Nullable Object> above = new ArrayList<>();
        List<@Nullable Object> below = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            Head head = heads.get(column);
            boolean goesOn = column > 0
                    && head.group() != null
                    && Objects.equals(head.group(), heads.get(column - 1).group());
            above.add(head.group() == null ? head.text() : goesOn ? null : head.group());
            below.add(head.group() == null ? null : head.text());
            if (head.group() == null) {
                merged.add(new Grid.Merge(top, top + 1, column, column));
            } else if (!goesOn) {
                int last = column;
                while (last + 1 < heads.size()
                        && head.group().equals(heads.get(last + 1).group())) {
                    last++;
                }
                if (last > column) {
                    merged.add(new Grid.Merge(top, top, column, last));
                }
            }
        }
        all.add(above);
        all.add(below);
    }
}
