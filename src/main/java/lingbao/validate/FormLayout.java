package lingbao.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Period;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import lingbao.read.RecognisedForm;
import org.jspecify.annotations.Nullable;

/** Where a form's columns stand in one sheet, and how each is read there. */
final class FormLayout {

    private static final Set<String> RUNNING_NUMBERS = Set.of("序号", "序號", "序", "行号", "no", "no.");

    private final Form form;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] places;
    private final List<ColumnReading> columnReadings = new ArrayList<>();
    private final Set<Integer> readOver = new HashSet<>();
    private int runningNumbers = -1;
    private final Map<Integer, String> headings;

    /** What the headings above say in the form's column of groups; null without groups. */
    private final @Nullable String group;

    FormLayout(RecognisedForm recognised, @Nullable Period period) {
        this(recognised, recognised.columns(), period, null);
    }

    private FormLayout(
            RecognisedForm recognised,
            SortedMap<Integer, Column> columns,
            @Nullable Period period,
            @Nullable String group) {
        this.group = group;
        form = recognised.form();
        headings = recognised.headings();
        form.columns().forEach(column -> indexes.put(column.id(), indexes.size()));
        places = new int[form.columns().size()];
        Arrays.fill(places, -1);
        columns.forEach((place, column) -> places[index(column)] = place);
        form.columns().forEach(column -> columnReadings.add(ColumnReading.of(form, column, period)));
        Set<String> known = form.readOver().stream().map(Writing::foldedLabel).collect(Collectors.toSet());
        headings.forEach((place, heading) -> {
            if (!recognised.columns().containsKey(place) && known.contains(Writing.foldedLabel(heading))) {
                readOver.add(place);
                if (RUNNING_NUMBERS.contains(Writing.foldedLabel(heading))) {
                    runningNumbers = place;
                }
            }
        });
    }

    /** One for each group of headings, in the order of the sheet; one for the whole where there are no groups. */
    static List<FormLayout> all(RecognisedForm recognised, @Nullable Period period) {
        return recognised.groups().isEmpty()
                ? List.of(new FormLayout(recognised, period))
                : recognised.groups().stream()
                        .map(group -> new FormLayout(recognised, group.columns(), period, group.word()))
                        .toList();
    }

    /** What the headings above say; null without groups. */
    @Nullable
    String group() {
        return group;
    }

    Form form() {
        return form;
    }

    /** Where the column stands in the form, and so in each row's readings. */
    int index(Column column) {
        return indexes.getOrDefault(column.id(), -1);
    }

    /** Where the column stands in the sheet, from 0; -1 where the sheet has none. */
    int place(Column column) {
        return places[index(column)];
    }

    /** Whether the column is known and not kept, such as the running number. */
    boolean isReadOver(int place) {
        return readOver.contains(place);
    }

    /** What the sheet's headings say, by the sheet's column, folded. */
    Map<Integer, String> headings() {
        return headings;
    }

    /** Where the rows are numbered; -1 where they are not. */
    int runningNumbers() {
        return runningNumbers;
    }

    TypedRow read(RawRow row) {
        List<Reading> readings = new ArrayList<>(places.length);
        for (int index = 0; index < places.length; index++) {
            RawCell cell = places[index] < 0 ? RawCell.NOTHING : row.cell(places[index]);
            readings.add(columnReadings.get(index).read(cell));
        }
        if (group != null && form.groups() != null) {
            readings.set(form.indexOf(form.groups()), Reading.of(group));
        }
        return new TypedRow(this, row, readings);
    }
}
