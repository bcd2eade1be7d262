package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.Period;
import lingbao.read.Limits;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the rows of a table in place of one of its columns: 班级：三2班. Two that differ above the same rows say
 * nothing. Where rows come first that none stands above, none is listened to: each may be of the rows before it.
 */
final class ColumnLabel {

    private static final int LONGEST = 20;

    private static final Pattern COLON = Pattern.compile("[:：]");

    /** Behind it another label may begin. */
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Z},，;；、(（\\[【]");

    /** What ends a value: a wide gap, another label, a day, a number of persons. */
    private static final Pattern END = Pattern.compile("[\\s\\p{Z}]{2,}|[,，;；。\\r\\n\\t]"
            + "|[\\s\\p{Z}、(（\\[【](?=[\\p{IsHan}&&[^一二三四五六七八九十]]{2,8}[\\s\\p{Z}]?[:：])"
            + "|[\\s\\p{Z}](?=(?:[0-9]{4}[年./-])?[0-9]{1,2}[月./-][0-9]{1,2}|\\p{IsHan}{0,4}[0-9]+[人名])");

    /** A bracket that closes what began before the label. */
    private static final Pattern CLOSED_ONLY =
            Pattern.compile("((?:[^()（）\\[\\]【】]|[(（\\[【][^()（）\\[\\]【】]*[)）\\]】])*+)[)）\\]】].*");

    private static final Pattern LINE_TO_WRITE_ON = Pattern.compile("^[\\s\\p{Z}_＿]+|[\\s\\p{Z}_＿]+$");

    /** 班级 | 应到人数 | 班主任 is the heading of a table that is none of ours. */
    private static final Pattern HEADING = Pattern.compile(".*(?:[数率人名师到期间况]|主任|电话|备注)");

    /** 班级：请填写全称 */
    private static final Pattern INSTRUCTION = Pattern.compile("(?:请|必?须|按照|填|例如).*");

    private final Column column;
    private final ColumnReading reading;
    private final Set<String> names;

    /** What was said since the last row of data, as typed, by what is compared. */
    private final Map<String, String> said = new HashMap<>();

    private boolean stoodAboveRows;
    private boolean everSaid;
    private boolean late;

    private ColumnLabel(Form form, Column column, @Nullable Period period) {
        this.column = column;
        reading = ColumnReading.of(form, column, period);
        names = Stream.concat(Stream.of(column.heading()), column.aliases().stream())
                .map(Writing::foldedLabel)
                .collect(Collectors.toSet());
    }

    static List<ColumnLabel> of(Form form, @Nullable Period period) {
        return form.columns().stream()
                .filter(Column::fromLabel)
                .map(column -> new ColumnLabel(form, column, period))
                .toList();
    }

    /** A table begins, be it the sheet's first; what was said right above it, and of no row yet, holds for it too. */
    void beginTable(List<TitleCell> titles) {
        if (stoodAboveRows) {
            said.clear();
        }
        values(titles).forEach(this::say);
    }

    /** Whether the table lacks the column and the row begins with its label. */
    boolean begins(RawRow row, FormLayout layout) {
        return layout.place(column) < 0 && !valuesAt(cells(row, 2), 0).isEmpty();
    }

    /** A row that {@link #begins} with a label: it holds for the rows below. */
    void hear(RawRow row) {
        values(cells(row, Integer.MAX_VALUE)).forEach(this::say);
    }

    /**
     * A row that is a person's or a class's, though nothing be answered in it.
     *
     * @param layout null in a table that is not read
     */
    void standAbove(@Nullable FormLayout layout) {
        stoodAboveRows = true;
        late |= !everSaid && layout != null && layout.place(column) < 0;
    }

    TypedRow fill(TypedRow row) {
        if (said.size() != 1 || row.layout().place(column) >= 0) {
            return row;
        }
        String value = said.values().iterator().next();
        return row.with(column, value, reading.read(RawCell.ofText(value)));
    }

    private static List<TitleCell> cells(RawRow row, int most) {
        return RowKinds.filledPlaces(row).stream()
                .limit(most)
                .map(place -> new TitleCell(row.number(), place, row.cell(place).text()))
                .toList();
    }

    private void say(String value) {
        if (late || !reading.read(RawCell.ofText(value)).isFilled()) {
            return;
        }
        if (stoodAboveRows) {
            said.clear();
        }
        stoodAboveRows = false;
        everSaid = true;
        said.put(Writing.folded(value), value);
    }

    private List<String> values(List<TitleCell> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(index -> valuesAt(cells, index))
                .flatMap(List::stream)
                .toList();
    }

    /** What the labels in this cell say, behind their colons or in the next cell of the row. */
    private List<String> valuesAt(List<TitleCell> cells, int index) {
        String text = cells.get(index).text();
        List<String> values = new ArrayList<>();
        boolean isOpen = text.length() <= LONGEST && names.contains(Writing.foldedLabel(text));
        boolean hasColon = false;
        for (Matcher colon = COLON.matcher(text); colon.find(); ) {
            hasColon = true;
            if (endsWithALabel(text.substring(Math.max(0, colon.start() - LONGEST), colon.start()))) {
                values.add(
                        cut(text.substring(colon.end(), Math.min(text.length(), colon.end() + Limits.VALUE_LENGTH))));
                isOpen |= colon.end() == text.stripTrailing().length();
            }
        }
        TitleCell next = index + 1 < cells.size() ? cells.get(index + 1) : null;
        if (isOpen && next != null && next.row() == cells.get(index).row()) {
            boolean isHeading = !hasColon
                    && HEADING.matcher(Writing.foldedLabel(next.text())).matches();
            values.add(isHeading || COLON.matcher(next.text()).find() ? "" : cut(next.text()));
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private boolean endsWithALabel(String text) {
        for (int from = text.length() - 1; from >= 0; from--) {
            boolean begins =
                    from == 0 || GAP.matcher(text.substring(from - 1, from)).matches();
            if (begins && names.contains(Writing.foldedLabel(text.substring(from)))) {
                return true;
            }
        }
        return false;
    }

    /** Up to the next label; empty where nobody can tell how far the value goes, or where none is written. */
    private static String cut(String behind) {
        String value = LINE_TO_WRITE_ON.matcher(behind).replaceAll("");
        Matcher end = END.matcher(value);
        value = end.find() ? value.substring(0, end.start()) : value;
        Matcher closed = CLOSED_ONLY.matcher(value);
        value = LINE_TO_WRITE_ON
                .matcher(closed.matches() ? closed.group(1) : value)
                .replaceAll("");
        boolean isValue = value.chars().anyMatch(Character::isLetterOrDigit)
                && !COLON.matcher(value).find()
                && !INSTRUCTION.matcher(value).matches();
        return isValue ? value : "";
    }
}
