package lingbao.catalogue;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lingbao.domain.TraditionalCharacters;
import org.jspecify.annotations.Nullable;

/** Reads one column of a form. A key is known only where the column's type gives it a meaning. */
final class ColumnReader {

    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]{0,47}");
    private static final int LONGEST_TEXT = 2000;

    private final Outline outline;
    private final List<String> blankWordsOfForm;
    private final boolean register;

    ColumnReader(Outline outline, List<String> blankWordsOfForm, boolean register) {
        this.outline = outline;
        this.blankWordsOfForm = blankWordsOfForm;
        this.register = register;
    }

    Column read() {
        String id = id();
        String heading = outline.text("heading");
        ColumnType type = outline.word("type", ColumnType.class);
        List<Choice> choices = takesWords(type) ? choices() : List.of();
        Column column = new Column(
                id,
                heading,
                aliases(id),
                type,
                outline.flag("required", false),
                personal(type),
                outline.flag("answer", false),
                isNumber(type) ? outline.textOrNull("unit") : null,
                isNumber(type) ? limit("min", type) : null,
                isNumber(type) ? limit("max", type) : null,
                type == ColumnType.DECIMAL ? atMost("decimals", 2, 6) : 0,
                maxLength(type),
                type == ColumnType.TEXT ? pattern() : null,
                type == ColumnType.TEXT && outline.has("pattern") ? outline.textOrNull("patternSays") : null,
                type == ColumnType.TEXT ? checkDigit() : null,
                choices,
                type == ColumnType.CHOICES ? oneOf(choices, "exclusive") : null,
                type == ColumnType.CHOICES ? oneOf(choices, "otherWord") : null,
                outline.has("blankWords") ? outline.texts("blankWords") : blankWordsOfForm,
                type == ColumnType.YES_NO ? outline.someTexts("yesWords") : List.of(),
                type == ColumnType.YES_NO ? outline.someTexts("noWords") : List.of(),
                outline.flag("fillDown", false),
                outline.flag("fromLabel", false));
        if (column.fromLabel() && (column.required() || column.answer())) {
            outline.fault("fromLabel", "必填的列和算作填报的列要逐行填写，不能写“fromLabel”");
        }
        faultLimits(column);
        faultWordsTwice(column);
        return column;
    }

    private String id() {
        String id = outline.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            outline.fault("id", "列的编号“" + id + "”应以小写字母开头，只含字母和数字，最多 48 个字");
        } else if (!register && ReservedWords.contain(Column.sqlName(id))) {
            outline.fault("id", "列的编号“" + id + "”是数据库或系统的保留字（" + Column.sqlName(id) + "），请换一个");
        }
        return id;
    }

    /** A register may also be headed by the ids themselves, as a script writes it. */
    private List<String> aliases(String id) {
        List<String> aliases = new ArrayList<>(outline.texts("aliases"));
        if (register) {
            aliases.add(id);
        }
        return aliases;
    }

    private List<Choice> choices() {
        Map<String, List<String>> words = outline.wordsWithAliases("choices");
        if (words.isEmpty()) {
            outline.fault("choices", "“choices”至少要有一个词");
        }
        return words.entrySet().stream()
                .map(word -> new Choice(word.getKey(), word.getValue()))
                .toList();
    }

    private boolean personal(ColumnType type) {
        boolean ofPerson = type == ColumnType.PERSON || type == ColumnType.ID || type == ColumnType.PHONE;
        boolean personal = outline.flag("personal", false);
        if (ofPerson && !personal) {
            outline.fault("type", "姓名、证件号码、电话都是个人信息，要写明 personal: true");
        }
        return personal;
    }

    private @Nullable BigDecimal limit(String key, ColumnType type) {
        BigDecimal limit = outline.numberOrNull(key);
        if (limit != null
                && type == ColumnType.INTEGER
                && limit.stripTrailingZeros().scale() > 0) {
            outline.fault(key, "整数列的“" + key + "”应是整数");
        }
        return limit;
    }

    private int maxLength(ColumnType type) {
        return switch (type) {
            case TEXT -> longest("maxLength", 200);
            case PERSON -> longest("maxLength", 100);
            case ID, PHONE -> 40;
            case INTEGER, DECIMAL, DATE, TIME, YES_NO, CHOICE, CHOICES -> 0;
        };
    }

    private int longest(String key, int otherwise) {
        int length = atMost(key, otherwise, LONGEST_TEXT);
        if (length == 0) {
            outline.fault(key, "“" + key + "”至少是 1");
        }
        return length;
    }

    private int atMost(String key, int otherwise, int limit) {
        int number = outline.whole(key, otherwise);
        if (number > limit) {
            outline.fault(key, "“" + key + "”最多是 " + limit);
        }
        return number;
    }

    private @Nullable String pattern() {
        String pattern = outline.textOrNull("pattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                outline.fault("pattern", "正则表达式写错了：" + e.getDescription());
            }
        }
        return pattern;
    }

    private Column.@Nullable CheckDigit checkDigit() {
        Column.CheckDigit checkDigit = outline.wordOrNull("checkDigit", Column.CheckDigit.class);
        if (checkDigit != null && outline.has("pattern")) {
            outline.fault("pattern", "有校验码的列不用再写“pattern”");
        }
        return checkDigit;
    }

    private @Nullable String oneOf(List<Choice> choices, String key) {
        String word = outline.textOrNull(key);
        if (word != null && choices.stream().noneMatch(choice -> choice.word().equals(word))) {
            outline.fault(key, "“" + word + "”不在 choices 的词里");
        }
        return word;
    }

    private void faultLimits(Column column) {
        if (column.min() != null && column.max() != null && column.min().compareTo(column.max()) > 0) {
            outline.fault("min", "“min”大于“max”");
        }
    }

    /** One writing that means two things could not be read. */
    private void faultWordsTwice(Column column) {
        Map<String, String> meanings = new HashMap<>();
        column.blankWords().forEach(word -> claim(meanings, word, "（空白）", "blankWords"));
        column.yesWords().forEach(word -> claim(meanings, word, "是", "yesWords"));
        column.noWords().forEach(word -> claim(meanings, word, "否", "noWords"));
        for (Choice choice : column.choices()) {
            claim(meanings, choice.word(), choice.word(), "choices");
            choice.aliases().forEach(alias -> claim(meanings, alias, choice.word(), "choices"));
        }
    }

    private void claim(Map<String, String> meanings, String word, String meaning, String key) {
        String folded = TraditionalCharacters.simplified(Normalizer.normalize(word, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT));
        String other = meanings.putIfAbsent(folded, meaning);
        if (other != null && !other.equals(meaning)) {
            outline.fault(key, "“" + word + "”同时表示“" + other + "”和“" + meaning + "”");
        }
    }

    private static boolean takesWords(ColumnType type) {
        return type == ColumnType.CHOICE || type == ColumnType.CHOICES;
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }
}
