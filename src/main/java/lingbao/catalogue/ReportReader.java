package lingbao.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Report.RollUp;
import lingbao.catalogue.Report.Type;
import lingbao.catalogue.StateReport.DayCount;
import lingbao.catalogue.StateReport.Figure;
import lingbao.catalogue.StateReport.Group;
import lingbao.domain.PeriodKind;

/** Reads one report, of either kind; without the figures that ask a form which the home took away. */
final class ReportReader {

    static final Pattern FIGURE_ID = Pattern.compile("[a-z][A-Za-z0-9]{0,47}");

    /** What a report is about: how institutions reported, or what units have done of a quota. */
    private enum Kind {
        STATES,
        PROGRESS
    }

    private final String id;
    private final Outline outline;
    private final Map<String, Threshold> vocabulary;
    private final Ids forms;

    ReportReader(String id, Outline outline, Map<String, Threshold> vocabulary, Ids forms) {
        this.id = id;
        this.outline = outline;
        this.vocabulary = vocabulary;
        this.forms = forms;
    }

    /** Empty where nothing is left of it without the forms that the home took away. */
    Optional<Report> read() {
        return switch (outline.word("kind", Kind.class, Kind.STATES)) {
            case STATES -> Optional.of(states());
            case PROGRESS -> new ProgressReportReader(id, outline, vocabulary, forms).read();
        };
    }

    private StateReport states() {
        String title = title();
        PeriodKind period = outline.word("period", PeriodKind.class);
        String basis = basis();
        String template = outline.text("template");
        List<Group> groups = groups();
        List<Figure> figures = figures(groups);
        Set<String> filled = figures.stream()
                .flatMap(figure -> Optional.ofNullable(figure.group()).stream())
                .collect(Collectors.toSet());
        return new StateReport(
                id,
                title,
                period,
                basis,
                template,
                groups.stream().filter(group -> filled.contains(group.id())).toList(),
                figures);
    }

    private String title() {
        String title = outline.text("title");
        Questions.gaps(title, outline, "title").forEach(gap -> {
            if (!gap.equals("region")) {
                outline.fault("title", "标题里只能用 {region}，没有 {" + gap + "}");
            }
        });
        return title;
    }

    private String basis() {
        String basis = outline.text("basis");
        if (forms.removed().contains(basis)) {
            outline.fault("basis", "表“" + basis + "”已停用，这份报表没有了依据；不要的话把报表也停用");
        } else if (!basis.isEmpty() && !forms.standing().contains(basis)) {
            outline.fault("basis", "没有表“" + basis + "”");
        }
        return basis;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Outline each : outline.outlines("groups")) {
            String unit = each.textOrNull("unit");
            Group group = new Group(each.text("id"), each.text("label"), unit == null ? "" : unit);
            if (!ids.add(group.id())) {
                each.fault("id", "栏目“" + group.id() + "”声明了两次");
            }
            groups.add(group);
        }
        return groups;
    }

    private List<Figure> figures(List<Group> groups) {
        Set<String> unfilled = groups.stream().map(Group::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> groupIds = Set.copyOf(unfilled);
        Set<String> ids = new HashSet<>();
        List<Figure> figures = new ArrayList<>();
        for (Outline each : outline.someOutlines("figures")) {
            Figure figure = figure(each);
            if (!FIGURE_ID.matcher(figure.id()).matches() || !ids.add(figure.id())) {
                each.fault("id", "指标的编号“" + figure.id() + "”重复，或不是小写字母开头的字母数字");
            }
            if (figure.group() != null && !groupIds.contains(figure.group())) {
                each.fault("group", "没有栏目“" + figure.group() + "”");
            }
            Optional.ofNullable(figure.group()).ifPresent(unfilled::remove);
            if (Questions.isCollected(each, figure.forms(), forms)) {
                figures.add(figure);
            }
        }
        unfilled.forEach(group -> outline.fault("groups", "栏目“" + group + "”下没有指标"));
        return figures;
    }

    private Figure figure(Outline each) {
        String id = each.text("id");
        String label = each.text("label");
        String group = each.textOrNull("group");
        Type type = each.word("type", Type.class);
        RollUp rollUp = each.word("rollUp", RollUp.class);
        DayCount dayCount = each.wordOrNull("dayState", DayCount.class);
        Set<String> read = new LinkedHashSet<>(each.texts("forms"));
        if (dayCount != null && read.size() > 1) {
            each.fault("forms", "dayState 只问一张表");
        }
        return new Figure(
                id, label, group, type, rollUp, source(each), dayCount, read, Questions.needs(each, vocabulary));
    }

    private static String source(Outline each) {
        String statement = Questions.statement(each);
        boolean findings = each.flag("findings", false);
        int sources = (statement == null ? 0 : 1) + (findings ? 1 : 0) + (each.has("dayState") ? 1 : 0);
        if (sources != 1) {
            each.fault("要写 statement、dayState、findings: true 之一");
        }
        if (statement != null) {
            return statement;
        }
        return findings ? Figure.FINDINGS : Figure.DAY_STATE;
    }
}
