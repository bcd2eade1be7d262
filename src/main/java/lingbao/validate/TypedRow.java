package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.domain.CellAddress;
import lingbao.domain.FindingCode;
import lingbao.read.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * A row with each of the form's cells read.
 *
 * @param readings one for each of the form's columns, in its order
 * @param labels what labels above the row say, as typed, by the ids of columns that the sheet lacks
 * @param isTotal whether it is the sheet's row of totals, kept as a row
 */
record TypedRow(FormLayout layout, RawRow raw, List<Reading> readings, Map<String, String> labels, boolean isTotal) {

    /** The word that a kept row of totals has in its column, however the sheet writes it, and wherever. */
    private static final String TOTAL = "合计";

    TypedRow(FormLayout layout, RawRow raw, List<Reading> readings) {
        this(layout, raw, readings, Map.of(), false);
    }

    /** The same row, kept as the sheet's row of totals. */
    TypedRow asTotal() {
        Form form = layout.form();
        List<Reading> said = new ArrayList<>(readings);
        if (form.totalRow() != null) {
            said.set(form.indexOf(form.totalRow()), Reading.of(TOTAL));
        }
        return new TypedRow(layout, raw, List.copyOf(said), labels, true);
    }

    /** The same row with what a label above it says, read as a cell of the column. */
    TypedRow with(Column column, String label, Reading reading) {
        List<Reading> said = new ArrayList<>(readings);
        said.set(layout.index(column), reading);
        Map<String, String> all = new HashMap<>(labels);
        all.put(column.id(), label);
        return new TypedRow(layout, raw, List.copyOf(said), Map.copyOf(all), isTotal);
    }

    int number() {
        return raw.number();
    }

    Reading reading(Column column) {
        return readings.get(layout.index(column));
    }

    @Nullable
    Object value(Column column) {
        return reading(column).value();
    }

    /** What stands in the column, or in a label in its place, as typed; empty where the sheet has neither. */
    String typed(Column column) {
        int place = layout.place(column);
        return place < 0
                ? labels.getOrDefault(column.id(), "")
                : raw.cell(place).text();
    }

    /** The first cell of the row with anything in it. */
    CellAddress firstFilled() {
        return new CellAddress(raw.number(), RowKinds.filledPlaces(raw).get(0));
    }

    /** The place of the first filled number of this row's group; empty without groups, or where the group is left empty. */
    OptionalInt firstOfGroup() {
        return layout.group() == null
                ? OptionalInt.empty()
                : layout.form().columns().stream()
                        .filter(column -> column.type() == ColumnType.INTEGER && isFilled(column))
                        .mapToInt(layout::place)
                        .min();
    }

    /** Whether it has a value, and one that the form knows: any word at all may be taken for another thing. */
    boolean isUnderstood(Column column) {
        return value(column) != null
                && reading(column).remarks().stream()
                        .noneMatch(remark -> remark.code() == FindingCode.CHOICE_TAKEN_AS_OTHER);
    }

    boolean isFilled(Column column) {
        return reading(column).isFilled();
    }

    /**
     * Whether the row says anything of the day: an answer column is filled, and in a form without any, one that is not
     * filled in for many rows at once by a merged cell.
     */
    boolean isAnswered() {
        return answers().anyMatch(this::isFilled);
    }

    /** The columns of which one filled makes the row an answer. */
    Stream<Column> answers() {
        Form form = layout.form();
        boolean hasAnswers = form.columns().stream().anyMatch(Column::answer);
        return form.columns().stream()
                .filter(column -> !column.id().equals(form.groups()) || layout.group() == null)
                .filter(column -> hasAnswers ? column.answer() : !column.fillDown());
    }
}
