package lingbao.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.CaseCondition;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.FeverThreshold;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import org.jspecify.annotations.Nullable;

/** How a column is to be filled in, in a few Chinese lines. */
final class ColumnNote {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

    private final Form form;
    private final @Nullable FeverThreshold fever;

    /** @param fever what the sender's place calls fever; null where nobody says */
    ColumnNote(Form form, @Nullable FeverThreshold fever) {
        this.form = form;
        this.fever = fever;
    }

    String of(Column column) {
        List<String> lines = new ArrayList<>();
        lines.add(column.required() ? "必填。" : "选填。");
        lines.addAll(rules(column));
        lines.add(type(column));
        if (fever != null && form.cases().contains(new CaseCondition.Fever(column.id()))) {
            lines.add((fever.inclusive() ? "达到或超过 " : "超过 ") + fever.celsius().toPlainString() + "℃ 算发热，格子变红。");
        }
        if (!column.required()) {
            blank(column).ifPresent(lines::add);
        }
        return String.join("\n", lines);
    }

    /** The words for nothing that a person would write. */
    private static Optional<String> blank(Column column) {
        List<String> words = column.blankWords().stream()
                .filter(word -> HAN.matcher(word).matches())
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of("没有的留空，也可以写：" + String.join("、", words) + "。");
    }

    private List<String> rules(Column column) {
        List<String> lines = new ArrayList<>();
        for (SheetRule declared : form.rules()) {
            SheetRule rule = declared instanceof SheetRule.OnlyWarning warning ? warning.rule() : declared;
            if (rule instanceof SheetRule.RequiredIf required
                    && required.column().equals(column.id())) {
                lines.add("“" + heading(required.when()) + "”为“" + required.is() + "”时必填。");
            }
            if (rule instanceof SheetRule.InPeriod inPeriod && inPeriod.column().equals(column.id())) {
                lines.add(
                        switch (form.period()) {
                            case DAY -> "应是上面所写的日期。";
                            case MONTH -> "应在上面所写的月份之内。";
                            case YEAR -> "应在上面所写的年份之内。";
                        });
            }
            if (rule instanceof SheetRule.RegisteredUnit unit && unit.column().equals(column.id())) {
                lines.add("填区下面的街道（单位）的全称或代码。");
            }
        }
        return lines;
    }

    private String heading(String columnId) {
        return form.columns().get(form.indexOf(columnId)).heading();
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT -> "文字，不超过 " + column.maxLength() + " 个字。" + pattern(column);
            case INTEGER -> "整数" + unit(column) + "。" + range(column);
            case DECIMAL -> "数字，最多 " + column.decimals() + " 位小数" + unit(column) + "。" + range(column);
            case DATE -> "日期，写法如 2020-06-17，要写四位年份。";
            case TIME -> "时刻，24 小时制，写法如 08:30、16:05。";
            case YES_NO ->
                "填“" + column.yesWords().get(0) + "”或“" + column.noWords().get(0) + "”。";
            case CHOICE -> "只选一个：" + words(column) + "。";
            case CHOICES ->
                "可以填几个，中间用顿号隔开：" + words(column) + "。"
                        + (column.exclusive() == null ? "" : "\n“" + column.exclusive() + "”只能单独填。");
            case PERSON -> "姓名，一格只填一个人。";
            case ID -> "18 位居民身份证号码，末位的 X 用英文字母。";
            case PHONE -> "一个手机号码，或带区号的固定电话。";
        };
    }

    private static String pattern(Column column) {
        if (column.pattern() == null) {
            return column.checkDigit() == null ? "" : "\n18 位统一社会信用代码。";
        }
        return "\n样式：" + (column.patternSays() == null ? column.pattern() : column.patternSays());
    }

    private static String unit(Column column) {
        return column.unit() == null ? "" : "，单位：" + column.unit() + "，只填数字";
    }

    private static String range(Column column) {
        BigDecimal min = column.min() == null ? BigDecimal.ZERO : column.min();
        return column.max() == null
                ? "不小于 " + min.toPlainString() + "。"
                : "在 " + min.toPlainString() + " 至 " + column.max().toPlainString() + " 之间，超出的会退回，格子变黄。";
    }

    private static String words(Column column) {
        return column.choices().stream().map(Choice::word).collect(Collectors.joining("、"));
    }
}
