package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.PersonColumns;
import lingbao.catalogue.SheetRule;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * The form's rules that no two rows of a sheet are alike in some columns; the later row is at fault. A unit is itself by name
 * and by code. Where a column that nobody reads tells the rows apart, as the 年级 before a 班级 that is 1 in each, or a row
 * 二年级 between them, it is a warning.
 */
final class UniqueRows {

    /** Anything else, such as who teaches a class, may differ in a row that was written twice. */
    private static final Pattern WHOLES = Pattern.compile(
            "(?:所在|所属)?(?:年级|年段|级部|学段|学部|专业|系部?|院系|学院|校区|分校|分园|教学点|楼[号栋幢宇层]?|[栋幢]号?|(?:教学|宿舍|办公|实训)楼|班级|教室号?|房间号?|门牌号?|(?:具体)?位置)(?:名称)?");

    /** What a row with one filled cell says of all those below it. */
    private static final Pattern BAND = Pattern.compile(
            "\\p{IsHan}{0,6}[一二三四五六七八九十a-z0-9]{0,3}(?:年级|年段|级部|学部|校区|分校|分园|教学点|号?楼|[栋幢])|(?:幼儿|小学|初中|高中|中学|国际)部");

    private final RegisteredRows registeredRows;
    private final List<Rule> rules = new ArrayList<>();

    private String band = "";

    /** Whether a row of data has stood below the band. */
    private boolean bandUsed;

    /** What stands in the unread columns, or last stood there: 年级 is often filled in its first row only. */
    private final Map<Integer, String> unreadWords = new HashMap<>();

    private record Rule(
            List<Column> columns,
            Map<List<@Nullable Object>, Integer> firstRows,
            Map<List<@Nullable Object>, Integer> firstRowsWithUnread) {}

    /** A rule over the person's identity number alone is left to {@link PersonRows}, which also sees who contradicts whom. */
    UniqueRows(Form form, RegisteredRows registeredRows) {
        this.registeredRows = registeredRows;
        PersonColumns person = form.person();
        for (SheetRule rule : form.rules()) {
            if (rule instanceof SheetRule.UniqueInSheet unique
                    && (person == null || !unique.columns().equals(List.of(person.idNumber())))) {
                List<Column> columns = unique.columns().stream()
                        .map(id -> form.columns().get(form.indexOf(id)))
                        .toList();
                rules.add(new Rule(columns, new HashMap<>(), new HashMap<>()));
            }
        }
    }

    /** A row with one filled cell, which may name the larger whole of the rows below. */
    void band(String text) {
        String said = Writing.foldedLabel(text);
        if (BAND.matcher(said).matches()) {
            band = said;
            bandUsed = false;
        }
    }

    /** Whether a band further up still holds below a new heading nobody can tell; one right above it does. */
    void beginTable() {
        if (bandUsed && !band.isEmpty()) {
            band += "?";
            bandUsed = false;
        }
    }

    void check(TypedRow row, RowFindings findings) {
        bandUsed = true;
        List<String> unread = unreadBeforeAnswers(row);
        for (Rule rule : rules) {
            if (isIncomplete(rule, row)) {
                continue;
            }
            List<@Nullable Object> key = new ArrayList<>();
            rule.columns().forEach(column -> key.add(alike(column, row.value(column))));
            Integer first = rule.firstRows().putIfAbsent(new ArrayList<>(key), row.number());
            key.add(unread);
            Integer alike = rule.firstRowsWithUnread().putIfAbsent(key, row.number());
            if (first != null) {
                String headings = rule.columns().stream().map(Column::heading).collect(Collectors.joining("、"));
                RowFindings weighed = alike == null ? findings.warnings() : findings;
                int other = alike == null ? first : alike;
                weighed.add(FindingCode.DUPLICATE_ROW, rule.columns().get(0), headings, String.valueOf(other));
                if (alike == null) {
                    findings.addAll(weighed);
                }
            }
        }
    }

    /** A row without a value that is required is refused for that; nobody knows what else it is. */
    private static boolean isIncomplete(Rule rule, TypedRow row) {
        return row.value(rule.columns().get(0)) == null
                || rule.columns().stream().anyMatch(column -> column.required() && row.value(column) == null);
    }

    /** 三（2）班 and 三 (2) 班 are one class. */
    private @Nullable Object alike(Column column, @Nullable Object value) {
        Object meant = registeredRows.meant(column, value);
        return column.type() == ColumnType.TEXT && meant instanceof String said
                ? Writing.withoutSpace(Writing.halfWidth(said))
                : meant;
    }

    /** The words of the unread columns, up to the first answer if the form has one, that say of what larger whole the row is a part. */
    private List<String> unreadBeforeAnswers(TypedRow row) {
        FormLayout layout = row.layout();
        int firstAnswer = layout.form().columns().stream()
                .filter(Column::answer)
                .mapToInt(layout::place)
                .filter(place -> place >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
        List<String> words = new ArrayList<>();
        words.add(band);
        for (int place : layout.unread()) {
            String heading = Writing.foldedLabel(layout.headings().getOrDefault(place, ""));
            if (place < firstAnswer && WHOLES.matcher(heading).matches()) {
                String word = Writing.folded(row.raw().cell(place).text());
                words.add(word.isEmpty() ? unreadWords.getOrDefault(place, "") : word);
                unreadWords.put(place, words.get(words.size() - 1));
            }
        }
        return words;
    }
}
