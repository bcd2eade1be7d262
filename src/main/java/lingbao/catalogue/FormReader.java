package lingbao.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lingbao.catalogue.Form.Calendar;
import lingbao.catalogue.Form.FormExample;
import lingbao.catalogue.Form.OnBadRow;
import lingbao.catalogue.Form.Sender;
import lingbao.catalogue.Form.SideBySide;
import lingbao.domain.FindingCode;
import lingbao.domain.InstitutionKind;
import lingbao.domain.PeriodKind;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/** Reads one form, or one of the engine's registers, which are laid out like forms and owed by nobody. */
final class FormReader {

    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]*");
    private static final List<ColumnType> COUNTED = List.of(ColumnType.INTEGER, ColumnType.DECIMAL);
    private static final List<ColumnType> WORDS = List.of(ColumnType.CHOICE, ColumnType.CHOICES);
    private static final List<ColumnType> CARRIED_OVER =
            List.of(ColumnType.TEXT, ColumnType.PERSON, ColumnType.ID, ColumnType.PHONE, ColumnType.CHOICE);

    private final String id;
    private final Outline outline;
    private final boolean register;

    private FormReader(String id, Outline outline, boolean register) {
        this.id = id;
        this.outline = outline;
        this.register = register;
    }

    static Form form(String id, Outline outline) {
        return new FormReader(id, outline, false).read();
    }

    static Form register(String id, Outline outline) {
        return new FormReader(id, outline, true).read();
    }

    private Form read() {
        String name = outline.text("name");
        List<String> titles = outline.texts("titles");
        PeriodKind period = register ? PeriodKind.DAY : outline.word("period", PeriodKind.class);
        Sender sender = register ? Sender.INSTITUTION : outline.word("sender", Sender.class, Sender.INSTITUTION);
        Set<InstitutionKind> scope = register || sender == Sender.REGION ? Set.of() : scope();
        Calendar calendar =
                register ? Calendar.EVERY_DAY : outline.word("calendar", Calendar.class, Calendar.EVERY_DAY);
        boolean batches = !register && outline.flag("batches", false);
        OnBadRow onBadRow = outline.word("onBadRow", OnBadRow.class, OnBadRow.KEEP_OTHERS);
        Integer correctionDays = register || !outline.has("correctionDays") ? null : outline.whole("correctionDays");
        int keepDays = register ? Integer.MAX_VALUE : keepDays();
        List<String> readOver = outline.texts("readOver");

        List<Outline> columnOutlines = outline.someOutlines("columns");
        List<String> blankWords = outline.texts("blankWords");
        List<Column> columns = columnOutlines.stream()
                .map(column -> new ColumnReader(column, blankWords, register).read())
                .toList();
        faultIdsTwice(columns, columnOutlines);
        faultHeadingsTwice(columns, columnOutlines, readOver);
        if (columns.stream().noneMatch(Column::required)) {
            outline.fault("columns", "至少要有一个必填的列（required: true），否则无法从表头认出这张表");
        }

        ColumnReferences references = new ColumnReferences(columns);
        List<String> carriedOver = register ? List.of() : carriedOver(references, columns, batches);
        return new Form(
                id,
                name,
                titles,
                sender,
                period,
                scope,
                calendar,
                batches,
                onBadRow,
                correctionDays,
                keepDays,
                readOver,
                columns,
                !register && outline.has("keepTotalRow")
                        ? references.one(outline, "keepTotalRow", List.of(ColumnType.TEXT))
                        : null,
                groups(references),
                sideBySide(),
                outline.outline("person")
                        .map(person -> person(person, references))
                        .orElse(null),
                carriedOver,
                outline.outlines("rules").stream()
                        .flatMap(rule -> rule(rule, references).stream())
                        .toList(),
                register ? List.of() : cases(references),
                register ? null : earlierSheets(references, period, batches),
                outline.outlines("examples").stream().map(FormReader::example).toList());
    }

    /** The word {@code all}, or the kinds of institution by the words of the register. */
    private Set<InstitutionKind> scope() {
        return outline.says("scope", "all")
                ? Set.of(InstitutionKind.values())
                : Kinds.of(outline.someTexts("scope"), message -> outline.fault("scope", message));
    }

    private int keepDays() {
        int days = outline.whole("keepDays");
        if (outline.has("keepDays") && days == 0) {
            outline.fault("keepDays", "“keepDays”至少是 1 天");
        }
        return days;
    }

    private static void faultIdsTwice(List<Column> columns, List<Outline> outlines) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < columns.size(); index++) {
            String id = columns.get(index).id();
            if (!seen.add(id) && !id.isEmpty()) {
                outlines.get(index).fault("id", "列“" + id + "”声明了两次");
            }
        }
    }

    /** Two columns that answer to one heading could not be told apart in a sheet. */
    private void faultHeadingsTwice(List<Column> columns, List<Outline> outlines, List<String> readOver) {
        Map<String, String> claimed = new HashMap<>();
        readOver.forEach(heading -> claimed.put(Headings.folded(heading), "readOver"));
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            List<String> headings = new ArrayList<>(column.aliases());
            headings.add(0, column.heading());
            for (String heading : headings) {
                String folded = Headings.folded(heading);
                String other = claimed.putIfAbsent(folded, column.id());
                String key = heading.equals(column.heading()) ? "heading" : "aliases";
                if (folded.isEmpty()) {
                    outlines.get(index).fault(key, "表头“" + heading + "”去掉括号和符号后是空的");
                } else if (other != null && !other.equals(column.id())) {
                    outlines.get(index).fault(key, "表头“" + heading + "”已属于“" + other + "”（忽略空白、括号和全半角后相同）");
                }
            }
        }
    }

    /** A person stands in a row once, so that a form of persons has no such headings. */
    private @Nullable String groups(ColumnReferences references) {
        if (register || !outline.has("groups")) {
            return null;
        }
        if (outline.has("person")) {
            outline.fault("groups", "逐人填报的表不能写“groups”");
        }
        return references.one(outline, "groups", List.of(ColumnType.CHOICE));
    }

    /** A sheet that comes filled in must still be seen to be unanswered, and have one sheet before it. */
    private List<String> carriedOver(ColumnReferences references, List<Column> columns, boolean batches) {
        if (outline.texts("carriedOver").isEmpty()) {
            return List.of();
        }
        List<String> carriedOver = references.some(outline, "carriedOver", CARRIED_OVER);
        if (batches) {
            outline.fault("carriedOver", "分批次报的表不能写“carriedOver”");
        }
        if (columns.stream().noneMatch(Column::answer)) {
            outline.fault("carriedOver", "没有 answer 列的表不能写“carriedOver”：预先填好的行会被当作已填报");
        }
        columns.stream()
                .filter(column -> column.answer() && carriedOver.contains(column.id()))
                .forEach(column -> outline.fault("carriedOver", "“" + column.id() + "”是填报的内容（answer），不能预先填好"));
        return carriedOver;
    }

    private SideBySide sideBySide() {
        if (register) {
            return SideBySide.REFUSE;
        }
        SideBySide sideBySide = outline.word("sideBySide", SideBySide.class, SideBySide.REFUSE);
        if (sideBySide == SideBySide.READ && (outline.has("groups") || outline.has("keepTotalRow"))) {
            outline.fault("sideBySide", "写了“groups”或“keepTotalRow”的表不能写 sideBySide: read");
        }
        return sideBySide;
    }

    private static PersonColumns person(Outline person, ColumnReferences columns) {
        String name = columns.one(person, "name", List.of(ColumnType.PERSON));
        String idNumber = columns.one(person, "idNumber", List.of(ColumnType.ID));
        return new PersonColumns(
                name,
                idNumber,
                person.has("className") ? columns.one(person, "className", List.of(ColumnType.TEXT)) : null,
                person.has("once") ? columns.some(person, "once", List.of(ColumnType.values())) : List.of());
    }

    private static Optional<SheetRule> rule(Outline rule, ColumnReferences columns) {
        List<SheetRule> found = new ArrayList<>();
        rule.outline("required-if").ifPresent(keys -> found.add(requiredIf(keys, columns)));
        rule.outline("sum-equals")
                .ifPresent(keys -> found.add(new SheetRule.SumEquals(
                        columns.one(keys, "total", COUNTED),
                        keys.has("minus") ? columns.one(keys, "minus", COUNTED) : null,
                        columns.some(keys, "parts", COUNTED))));
        rule.outline("part-of")
                .ifPresent(keys -> found.add(
                        new SheetRule.PartOf(columns.one(keys, "part", COUNTED), columns.one(keys, "whole", COUNTED))));
        rule.outline("not-after").ifPresent(keys -> found.add(notAfter(keys, columns)));
        if (rule.has("unique-in-sheet")) {
            found.add(new SheetRule.UniqueInSheet(columns.some(rule, "unique-in-sheet", List.of(ColumnType.values()))));
        }
        if (rule.has("in-period")) {
            found.add(new SheetRule.InPeriod(columns.one(rule, "in-period", List.of(ColumnType.DATE))));
        }
        if (rule.has("not-in-future")) {
            found.add(new SheetRule.NotInFuture(columns.one(rule, "not-in-future", List.of(ColumnType.DATE))));
        }
        rule.outline("sex-of-id").ifPresent(keys -> found.add(sexOfId(keys, columns)));
        rule.outline("document-of-id")
                .ifPresent(keys -> found.add(new SheetRule.DocumentOfId(
                        columns.one(keys, "id", List.of(ColumnType.ID)),
                        columns.one(keys, "in", List.of(ColumnType.TEXT, ColumnType.CHOICE)),
                        keys.someTexts("checked"),
                        keys.texts("unchecked"))));
        rule.outline("registered").ifPresent(keys -> found.add(registered(keys, columns)));
        if (found.size() != 1) {
            rule.fault("一条规则只能写一种");
        }
        Severity severity = rule.word("severity", Severity.class, Severity.ERROR);
        return found.stream().findFirst().map(each -> weighed(each, severity, rule));
    }

    private static SheetRule weighed(SheetRule found, Severity severity, Outline rule) {
        if (severity == Severity.ERROR) {
            return found;
        }
        if (severity == Severity.NOTE || found.keepsItsSeverity()) {
            rule.fault("severity", "“severity”只能是 error 或 warning；unique-in-sheet、document-of-id 和 registered 不能改");
        }
        return new SheetRule.OnlyWarning(found);
    }

    private static SheetRule sexOfId(Outline keys, ColumnReferences columns) {
        String sex = columns.one(keys, "sex", List.of(ColumnType.CHOICE));
        columns.judgeWords(keys, "sex", sex, List.of("男", "女"));
        return new SheetRule.SexOfId(columns.one(keys, "id", List.of(ColumnType.ID)), sex);
    }

    /** The registers that a row may be held against. */
    private enum Register {
        REGIONS,
        COMPANIES
    }

    private static SheetRule registered(Outline keys, ColumnReferences columns) {
        List<ColumnType> texts = List.of(ColumnType.TEXT);
        String column = columns.one(keys, "column", texts);
        return switch (keys.word("in", Register.class)) {
            case REGIONS -> new SheetRule.RegisteredUnit(column);
            case COMPANIES ->
                new SheetRule.RegisteredCompany(
                        column, columns.one(keys, "code", texts), columns.one(keys, "unit", texts));
        };
    }

    private static SheetRule requiredIf(Outline keys, ColumnReferences columns) {
        String when = columns.one(keys, "when", List.of(ColumnType.CHOICE, ColumnType.CHOICES, ColumnType.YES_NO));
        return new SheetRule.RequiredIf(
                columns.one(keys, "column", List.of(ColumnType.values())), when, columns.wordOf(when, keys, "is"));
    }

    private static SheetRule notAfter(Outline keys, ColumnReferences columns) {
        List<ColumnType> moments = List.of(ColumnType.DATE, ColumnType.TIME);
        String first = columns.one(keys, "first", moments);
        String second = columns.one(keys, "second", moments);
        if (columns.typeOf(first) != columns.typeOf(second)) {
            keys.fault("second", "“" + first + "”和“" + second + "”应同是日期或同是时刻");
        }
        return new SheetRule.NotAfter(first, second);
    }

    private List<CaseCondition> cases(ColumnReferences columns) {
        List<CaseCondition> cases = new ArrayList<>();
        for (Outline condition : outline.outlines("cases")) {
            int before = cases.size();
            condition.outline("other-than").ifPresent(keys -> {
                String column = columns.one(keys, "column", WORDS);
                cases.add(new CaseCondition.OtherThan(column, columns.wordOf(column, keys, "word")));
            });
            if (condition.has("fever")) {
                cases.add(new CaseCondition.Fever(columns.one(condition, "fever", List.of(ColumnType.DECIMAL))));
            }
            if (cases.size() != before + 1) {
                condition.fault("一个条件只能写一种");
            }
        }
        return cases;
    }

    private @Nullable EarlierSheets earlierSheets(ColumnReferences columns, PeriodKind period, boolean batches) {
        Outline earlier = outline.outline("earlierSheets").orElse(null);
        if (earlier == null) {
            return null;
        }
        if (period != PeriodKind.DAY || batches) {
            outline.fault("earlierSheets", "只有每日一张、不分批次的表能写“earlierSheets”");
        }
        if (!earlier.has("same") && !earlier.has("jump")) {
            earlier.fault("要写 same 或 jump");
        }
        return new EarlierSheets(
                earlier.outline("same")
                        .map(same -> new EarlierSheets.Same(
                                columns.some(same, "columns", List.of(ColumnType.values())), same.whole("rows")))
                        .orElse(null),
                earlier.outline("jump")
                        .map(jump ->
                                new EarlierSheets.Jump(jump.whole("percent"), jump.whole("rows"), jump.whole("sheets")))
                        .orElse(null));
    }

    private static FormExample example(Outline example) {
        String csv = example.text("csv");
        int accepted = example.whole("accepted");
        Map<String, String> findings = new TreeMap<>(example.textByKey("findings"));
        findings.forEach((cell, code) -> {
            if (!cell.equals("sheet") && !CELL.matcher(cell).matches()) {
                example.fault("findings", "“" + cell + "”不是单元格（如 E2），也不是 sheet");
            }
            for (String each : code.split(" ")) {
                if (Arrays.stream(FindingCode.values())
                        .noneMatch(known -> known.name().equals(each))) {
                    example.fault("findings", "没有代码为“" + each + "”的问题");
                }
            }
        });
        return new FormExample(csv, accepted, findings);
    }
}
