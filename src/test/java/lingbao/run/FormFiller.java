package lingbao.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import lingbao.domain.Period;
import org.jspecify.annotations.Nullable;

/** Fills any declared form with rows in which nothing is wrong, from its columns and rules alone. */
final class FormFiller {

    private static final String SURNAMES = "岑柏郁桑晏谷路向";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Form form;
    private final Period period;

    FormFiller(Form form, Period period) {
        this.form = form;
        this.period = period;
    }

    /** Full rows with every word of every choice, and a last one with nothing but what must be filled. Values by column id. */
    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        int words = form.columns().stream()
                .mapToInt(column -> column.choices().size())
                .max()
                .orElse(0);
        for (int row = 0; row < Math.max(3, words); row++) {
            rows.add(row(row));
        }
        Map<String, Object> least = row(rows.size());
        form.columns().stream()
                .filter(column -> !column.required() && !column.answer() && !isRequiredIn(least, column))
                .forEach(column -> least.remove(column.id()));
        rows.add(least);
        return rows;
    }

    private Map<String, Object> row(int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Column column : form.columns()) {
            Object value = value(column, number);
            if (value != null) {
                row.put(column.id(), value);
            }
        }
        for (int round = 0; round < 5; round++) {
            rules().forEach(rule -> follow(rule, row));
        }
        return row;
    }

    private @Nullable Object value(Column column, int number) {
        return switch (column.type()) {
            case TEXT -> text(column, number);
            case INTEGER -> column.min() == null ? 1 : column.min().intValue() + 1;
            case DECIMAL ->
                column.min() == null ? new BigDecimal("1.5") : column.min().add(new BigDecimal("2.5"));
            case DATE -> period.start();
            case TIME -> LocalTime.of(8, 5).plusMinutes(30L * number);
            case YES_NO ->
                number % 2 == 0 ? column.yesWords().get(0) : column.noWords().get(0);
            case CHOICE -> word(column, number);
            case CHOICES -> words(column, number);
            case PERSON -> name(number);
            case ID -> idNumber(number);
            case PHONE -> "1380000" + (1000 + number);
        };
    }

    /** By its pattern where it has one; else the name of a unit, which will do for any text and for a unit too. */
    private static @Nullable String text(Column column, int number) {
        if (column.checkDigit() != null) {
            return "91330108MA2AAAAA12";
        }
        String pattern = column.pattern();
        return Stream.of(unit(number), "浙A" + (1000 + number), "合格", "12345")
                .filter(text -> pattern == null || text.matches(pattern))
                .findFirst()
                .orElse(null);
    }

    /** One of as many units as a form has rows. */
    static String unit(int number) {
        return "青白金木水火土山川河湖海东南西北中春夏秋冬风云雨雪".charAt(number) + "石街道";
    }

    private static String word(Column column, int number) {
        List<Choice> choices = column.choices();
        return choices.get(number % choices.size()).word();
    }

    /** One word alone, or it and the next beside one another. */
    private static String words(Column column, int number) {
        String first = word(column, number);
        String second = word(column, number + 1);
        boolean alone = first.equals(column.exclusive()) || second.equals(column.exclusive()) || first.equals(second);
        return alone ? first : first + "、" + second;
    }

    private static String name(int number) {
        return SURNAMES.charAt(number % SURNAMES.length()) + "初" + "禾安宁远".charAt(number / SURNAMES.length());
    }

    private static String idNumber(int number) {
        String body = "11010519900101" + (100 + number);
        int sum = 0;
        for (int place = 0; place < body.length(); place++) {
            sum += (body.charAt(place) - '0') * WEIGHTS[place];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** What only warns is followed all the same. */
    private Stream<SheetRule> rules() {
        return form.rules().stream().map(rule -> rule instanceof SheetRule.OnlyWarning warning ? warning.rule() : rule);
    }

    private void follow(SheetRule rule, Map<String, Object> row) {
        if (rule instanceof SheetRule.SumEquals sum && row.containsKey(sum.total())) {
            int total = sum.minus() == null ? 0 : count(row, sum.minus());
            for (String part : sum.parts()) {
                total += count(row, part);
            }
            row.put(sum.total(), total);
        } else if (rule instanceof SheetRule.PartOf part && count(row, part.part()) > count(row, part.whole())) {
            row.put(part.part(), count(row, part.whole()));
        } else if (rule instanceof SheetRule.DocumentOfId document) {
            row.put(document.in(), document.checked().get(0));
        } else if (rule instanceof SheetRule.SexOfId sex && row.get(sex.id()) instanceof String number) {
            row.put(sex.sex(), number.charAt(16) % 2 == 0 ? "女" : "男");
        } else if (rule instanceof SheetRule.NotAfter order
                && isAfter(row.get(order.first()), row.get(order.second()))) {
            row.put(order.second(), Objects.requireNonNull(row.get(order.first())));
        }
    }

    private static int count(Map<String, Object> row, String columnId) {
        return row.get(columnId) instanceof Integer count ? count : 0;
    }

    private static boolean isAfter(@Nullable Object first, @Nullable Object second) {
        return first instanceof LocalDate day && second instanceof LocalDate other && day.isAfter(other)
                || first instanceof LocalTime time && second instanceof LocalTime later && time.isAfter(later);
    }

    private boolean isRequiredIn(Map<String, Object> row, Column column) {
        return rules().anyMatch(rule -> rule instanceof SheetRule.RequiredIf required
                && required.column().equals(column.id())
                && row.getOrDefault(required.when(), "").toString().contains(required.is()));
    }
}
