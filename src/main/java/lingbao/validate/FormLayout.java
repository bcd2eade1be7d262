package lingbao.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.read.HeadingGroup;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import lingbao.read.RecognisedForm;
import org.jspecify.annotations.Nullable;

/** Where a form's columns stand in one sheet, and how each is read there. */
final class FormLayout {

    private static final Set<String> RUNNING_NUMBERS = Set.of("序号", "序號", "序", "行号", "no", "no.");

    /** Units of what is measured, and not summed. */
    private static final Set<String> MEASURES = Set.of("℃", "%");

    private final Form form;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] places;
    private final List<ColumnReading> columnReadings = new ArrayList<>();
    private final Set<Integer> readOver = new HashSet<>();
    private final List<Integer> unread = new ArrayList<>();
    private int runningNumbers = -1;
    private final Map<Integer, String> headings;
    private final BitSet headed = new BitSet();
    private final int width;

    private final List<DocumentNumbers> documentNumbers;

    /** What the headings above say in the form's column of groups; null without groups. */
    private final @Nullable String group;

    private final Side side;

    /** What the groups beside this one say, itself among them; empty without groups. */
    private final List<String> groups;

    /** The form's columns of counts that stand outside all groups, and so are not said to be of any. */
    private final BitSet countsOfNoGroup = new BitSet();

    /** Which columns of the sheet are this table's, where tables stand side by side: the first one, and the first beyond. */
    private record Side(int from, int to) {

        static final Side WHOLE = new Side(0, Integer.MAX_VALUE);

        boolean holds(int place) {
            return from <= place && place < to;
        }
    }

    FormLayout(RecognisedForm recognised, @Nullable Period period) {
        this(recognised, recognised.columns(), period, null, Side.WHOLE);
    }

    private FormLayout(
            RecognisedForm recognised,
            SortedMap<Integer, Column> columns,
            @Nullable Period period,
            @Nullable String group,
            Side side) {
        this.group = group;
        this.side = side;
        groups = recognised.groups().stream()
                .map(HeadingGroup::word)
                .filter(Objects::nonNull)
                .toList();
        form = recognised.form();
        headings = recognised.headings().entrySet().stream()
                .filter(heading -> side.holds(heading.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        recognised.headed().forEach(headed::set);
        width = recognised.width();
        form.columns().forEach(column -> indexes.put(column.id(), indexes.size()));
        places = new int[form.columns().size()];
        Arrays.fill(places, -1);
        columns.forEach((place, column) -> {
            places[index(column)] = place;
            boolean ofEach =
                    recognised.groups().stream().allMatch(each -> each.columns().containsKey(place));
            countsOfNoGroup.set(index(column), groups.size() > 1 && ofEach && counts(column));
        });
        form.columns().forEach(column -> columnReadings.add(ColumnReading.of(form, column, period)));
        documentNumbers = form.rules().stream()
                .filter(SheetRule.DocumentOfId.class::isInstance)
                .map(rule -> new DocumentNumbers(form, (SheetRule.DocumentOfId) rule))
                .toList();
        Set<String> known = form.readOver().stream().map(Writing::foldedLabel).collect(Collectors.toSet());
        headings.forEach((place, heading) -> {
            if (!recognised.columns().containsKey(place) && known.contains(Writing.foldedLabel(heading))) {
                readOver.add(place);
                if (RUNNING_NUMBERS.contains(Writing.foldedLabel(heading))) {
                    runningNumbers = place;
                }
            } else if (!recognised.columns().containsKey(place)) {
                unread.add(place);
            }
        });
    }

    /**
     * One for each group of headings or table side by side, in the order of the sheet; one for the whole where there are
     * neither.
     */
    static List<FormLayout> all(RecognisedForm recognised, @Nullable Period period) {
        if (recognised.groups().isEmpty()) {
            return List.of(new FormLayout(recognised, period));
        }
        List<FormLayout> layouts = new ArrayList<>();
        for (int index = 0; index < recognised.groups().size(); index++) {
            HeadingGroup group = recognised.groups().get(index);
            Side side = group.word() == null ? side(recognised, index) : Side.WHOLE;
            layouts.add(new FormLayout(recognised, group.columns(), period, group.word(), side));
        }
        return layouts;
    }

    /** Whether its numbers are summed, so that no number may stand for two groups. */
    private static boolean counts(Column column) {
        return column.type() == ColumnType.INTEGER
                || column.type() == ColumnType.DECIMAL && column.unit() != null && !MEASURES.contains(column.unit());
    }

    private static Side side(RecognisedForm recognised, int index) {
        int last = recognised.groups().size() - 1;
        return new Side(
                index == 0 ? 0 : start(recognised, index),
                index == last ? Integer.MAX_VALUE : start(recognised, index + 1));
    }

    /** A table begins with the same heading as the first one does, be it ours or not; else with its first column of ours. */
    private static int start(RecognisedForm recognised, int index) {
        Map<Integer, String> headings = recognised.headings();
        String first =
                headings.get(headings.keySet().stream().min(Integer::compare).orElse(0));
        int before = recognised.groups().get(index - 1).columns().lastKey();
        int ours = recognised.groups().get(index).columns().firstKey();
        for (int place = ours; place > before; place--) {
            if (String.valueOf(headings.get(place)).equals(first)) {
                return place;
            }
        }
        return ours;
    }

    /** What of the sheet's row stands in this table. */
    RawRow own(RawRow row) {
        List<RawCell> cells = new ArrayList<>(row.cells());
        for (int place = 0; place < cells.size(); place++) {
            if (!side.holds(place)) {
                cells.set(place, RawCell.NOTHING);
            }
        }
        return new RawRow(row.number(), row.hidden(), cells);
    }

    /** Whether it is one of several tables side by side. */
    boolean isOfASide() {
        return !side.equals(Side.WHOLE);
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

    /** Where columns stand that the form does not know, in no order. */
    List<Integer> unread() {
        return unread;
    }

    /** Whether the sheet's column stands under a heading, be it ours or not, in this table or one beside it. */
    boolean isHeaded(int place) {
        return headed.get(place);
    }

    /** Whether any column left of this one stands under a heading. */
    boolean isHeadedBefore(int place) {
        return headed.previousSetBit(place - 1) >= 0;
    }

    /** Where a text table's heading ends: the first place behind it; in a workbook beyond all places. */
    int width() {
        return width;
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
            Reading reading = columnReadings.get(index).read(cell);
            readings.add(
                    countsOfNoGroup.get(index) && reading.value() instanceof Number number && number.doubleValue() != 0
                            ? Reading.fault(FindingCode.COUNT_OF_NO_GROUP, String.join("、", groups))
                            : reading);
        }
        for (DocumentNumbers documents : documentNumbers) {
            int index = form.indexOf(documents.rule().id());
            ColumnReading other = documents.otherThanByNumber(
                    readings.get(form.indexOf(documents.rule().in())).value());
            if (other != null && places[index] >= 0) {
                readings.set(index, other.read(row.cell(places[index])));
            }
        }
        if (group != null && form.groups() != null) {
            readings.set(form.indexOf(form.groups()), Reading.of(group));
        }
        return new TypedRow(this, row, readings);
    }
}
