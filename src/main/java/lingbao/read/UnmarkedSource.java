package lingbao.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lingbao.catalogue.CopyMark;
import org.jspecify.annotations.Nullable;

/**
 * A sheet without the status column that a marked copy of ours put beside its table.
 *
 * @param columns where one begins: the row of its heading, by column
 */
record UnmarkedSource(SheetSource source, Map<Integer, Integer> columns) implements SheetSource {

    /** @param head the sheet's first filled rows */
    static SheetSource of(SheetSource source, List<RawRow> head) {
        Map<Integer, Integer> columns = new HashMap<>();
        for (RawRow row : head) {
            for (int column = 0; column < row.cells().size(); column++) {
                if (CopyMark.headsAStatusColumn(row.cell(column).text())) {
                    columns.putIfAbsent(column, row.number());
                }
            }
        }
        return columns.isEmpty() ? source : new UnmarkedSource(source, Map.copyOf(columns));
    }

    static boolean isExtract(List<RawRow> head) {
        return head.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> CopyMark.headsAnExtract(cell.text()));
    }

    RawRow unmarked(RawRow row) {
        if (columns.entrySet().stream()
                .noneMatch(mark -> row.number() >= mark.getValue() && row.cell(mark.getKey()) != RawCell.NOTHING)) {
            return row;
        }
        List<RawCell> cells = new ArrayList<>(row.cells());
        columns.forEach((column, from) -> {
            if (row.number() >= from && column < cells.size()) {
                cells.set(column, RawCell.NOTHING);
            }
        });
        return new RawRow(row.number(), row.hidden(), cells);
    }

    @Override
    public @Nullable String name() {
        return source.name();
    }

    @Override
    public boolean isHidden() {
        return source.isHidden();
    }

    @Override
    public boolean isEmpty() throws Exception {
        return source.isEmpty();
    }

    @Override
    public List<MergedRange> merges() {
        return source.merges();
    }

    @Override
    public List<MergedRange> hiddenRows() {
        return source.hiddenRows();
    }

    @Override
    public BitSet hiddenColumns() {
        return source.hiddenColumns();
    }

    @Override
    public RowCursor rows() throws Exception {
        RowCursor marked = source.rows();
        return new RowCursor() {
            @Override
            public @Nullable RawRow next() throws Exception {
                RawRow row = marked.next();
                return row == null ? null : unmarked(row);
            }

            @Override
            public void close() throws Exception {
                marked.close();
            }
        };
    }
}
