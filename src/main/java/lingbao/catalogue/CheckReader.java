package lingbao.catalogue;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lingbao.catalogue.Check.CheckExample;
import lingbao.catalogue.Check.DayStateQuestion;
import lingbao.catalogue.Check.ExampleSheet;
import lingbao.domain.Period;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/** Reads one check; nothing comes of one that reads a form which the home took away. */
final class CheckReader {

    private static final Set<String> EXAMPLE_SENDERS = Set.of("D", "E1", "E2", "E3");
    private static final Period EXAMPLE_DAY = Period.of("2020-06-17");
    private static final Pattern COMPANY = Pattern.compile("[^,]+,[^,]+,[^,]+");

    private final String id;
    private final Outline outline;
    private final Map<String, Threshold> vocabulary;
    private final Ids forms;
    private final Ids policies;

    CheckReader(String id, Outline outline, Map<String, Threshold> vocabulary, Ids forms, Ids policies) {
        this.id = id;
        this.outline = outline;
        this.vocabulary = vocabulary;
        this.forms = forms;
        this.policies = policies;
    }

    Optional<Check> read() {
        String name = outline.text("name");
        boolean lead = outline.flag("lead", false);
        Severity severity = lead ? Severity.NOTE : outline.word("severity", Severity.class);
        String statement = Questions.statement(outline);
        DayStateQuestion dayState = outline.wordOrNull("dayState", DayStateQuestion.class);
        Set<String> read = new LinkedHashSet<>(outline.someTexts("forms"));
        if (lead && outline.has("severity")) {
            outline.fault("severity", "线索（lead: true）没有轻重，不写“severity”");
        }
        faultQuestion(statement, dayState, read);
        List<Set<String>> needs = Questions.needs(outline, vocabulary);
        Map<String, String> clauses = clauses();
        String message = message(dayState);
        String remedy = outline.text("remedy");
        List<CheckExample> examples = outline.outlines("examples").stream()
                .flatMap(example -> example(example).stream())
                .toList();
        if (!Questions.isCollected(outline, read, forms)) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                id, name, severity, lead, statement, dayState, read, needs, clauses, message, remedy, examples));
    }

    private void faultQuestion(@Nullable String statement, @Nullable DayStateQuestion dayState, Set<String> read) {
        if (outline.has("statement") == outline.has("dayState")) {
            outline.fault("要写 statement 或 dayState 之一，不能都写，也不能都不写");
        }
        if (dayState != null && read.size() > 1) {
            outline.fault("forms", "dayState 只问一张表");
        }
    }

    private Map<String, String> clauses() {
        Map<String, String> clauses = new LinkedHashMap<>(outline.textByKey("clauses"));
        clauses.keySet().forEach(policy -> {
            if (!policy.equals("default") && !policies.knows(policy)) {
                outline.fault("clauses", "没有政策“" + policy + "”");
            }
        });
        if (!clauses.containsKey("default")) {
            outline.fault("clauses", "缺少 default，即其他政策的依据");
        }
        clauses.keySet().removeAll(policies.removed());
        return clauses;
    }

    /** A question of day state gives nothing to fill in but the institution. */
    private String message(@Nullable DayStateQuestion dayState) {
        String message = outline.text("message");
        Questions.gaps(message, outline, "message").forEach(gap -> {
            if (dayState != null && !gap.equals("institution")) {
                outline.fault("message", "dayState 的说明里只能用 {institution}，没有 {" + gap + "}");
            }
        });
        return message;
    }

    private Optional<CheckExample> example(Outline example) {
        String policy = example.text("policy");
        if (!policy.isEmpty() && !policies.knows(policy)) {
            example.fault("policy", "没有政策“" + policy + "”");
        }
        Period period = Objects.requireNonNullElse(period(example), EXAMPLE_DAY);
        List<String> companies = example.texts("companies");
        if (!companies.stream().allMatch(company -> COMPANY.matcher(company).matches())) {
            example.fault("companies", "每家企业应写成“统一社会信用代码,企业名称,区域代码”");
        }
        List<ExampleSheet> sheets = new ArrayList<>();
        Set<String> sent = new LinkedHashSet<>();
        for (Outline sheet : example.outlines("sheets")) {
            String form = sheet.text("form");
            sent.add(form);
            sheets.add(new ExampleSheet(form, institution(sheet), period(sheet), received(sheet), sheet.text("csv")));
        }
        List<String> finds = example.texts("finds");
        if (!example.has("finds")) {
            example.fault("缺少“finds”；谁也不该查出时写 []");
        }
        finds.forEach(code -> faultStranger(example, "finds", code));
        boolean stands = Questions.isCollected(example, sent, forms)
                && !policies.removed().contains(policy);
        return stands ? Optional.of(new CheckExample(policy, period, companies, sheets, finds)) : Optional.empty();
    }

    private static @Nullable Period period(Outline outline) {
        String period = outline.textOrNull("period");
        try {
            return period == null ? null : Period.of(period);
        } catch (DateTimeException e) {
            outline.fault("period", "“period”应是加引号的日、月或年，如 \"2020-06-17\"、\"2020-06\"、\"2020\"");
            return null;
        }
    }

    private static String institution(Outline sheet) {
        String code = sheet.text("institution");
        faultStranger(sheet, "institution", code);
        return code;
    }

    private static void faultStranger(Outline outline, String key, String code) {
        if (!code.isEmpty() && !EXAMPLE_SENDERS.contains(code)) {
            outline.fault(key, "示例里只有机构 E1、E2、E3 和它们的区 D，没有“" + code + "”");
        }
    }

    private static String received(Outline sheet) {
        String received = sheet.text("received");
        try {
            LocalTime.parse(received);
        } catch (DateTimeException e) {
            sheet.fault("received", "“received”应是加引号的时刻，如 \"08:00\"");
        }
        return received;
    }
}
