package lingbao.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lingbao.catalogue.ProgressReport.Category;
import lingbao.catalogue.ProgressReport.Figure;
import lingbao.catalogue.ProgressReport.Focus;
import lingbao.catalogue.ProgressReport.Group;
import lingbao.catalogue.ProgressReport.Source;
import lingbao.catalogue.ProgressReport.Target;
import lingbao.domain.PeriodKind;

/** Reads a report of progress; empty where the home took away one of the forms that it reads. */
final class ProgressReportReader {

    private final String id;
    private final Outline outline;
    private final Map<String, Threshold> vocabulary;
    private final Ids forms;
    private final Set<String> figureIds = new LinkedHashSet<>();
    private final Set<String> categoryIds = new LinkedHashSet<>();

    ProgressReportReader(String id, Outline outline, Map<String, Threshold> vocabulary, Ids forms) {
        this.id = id;
        this.outline = outline;
        this.vocabulary = vocabulary;
        this.forms = forms;
    }

    Optional<Report> read() {
        String title = outline.text("title");
        Questions.gaps(title, outline, "title").forEach(gap -> {
            if (!Set.of("region", "year").contains(gap)) {
                outline.fault("title", "标题里只能用 {region} 和 {year}，没有 {" + gap + "}");
            }
        });
        Set<PeriodKind> periods = outline.someWords("periods", PeriodKind.class);
        if (periods.contains(PeriodKind.DAY)) {
            outline.fault("periods", "进度报表只能按 month 或 year");
        }
        Set<String> read = new LinkedHashSet<>(outline.someTexts("forms"));
        boolean collected = Questions.isCollected(outline, read, forms);
        List<String> templates = outline.someTexts("templates");
        List<Category> categories =
                outline.someOutlines("categories").stream().map(this::category).toList();
        Category total = outline.outline("total").map(this::category).orElse(new Category("", ""));
        if (!outline.has("total")) {
            outline.fault("total", "缺少“total”：各类之和的编号和名称");
        }
        List<Figure> figures =
                outline.someOutlines("figures").stream().map(this::figure).toList();
        List<Group> groups =
                outline.someOutlines("groups").stream().map(this::group).toList();
        List<Target> targets =
                outline.outlines("targets").stream().map(this::target).toList();
        Focus focus = outline.outline("focus").map(this::focus).orElse(null);
        return collected
                ? Optional.of(new ProgressReport(
                        id, title, periods, templates, read, categories, total, figures, groups, targets, focus))
                : Optional.empty();
    }

    private Category category(Outline each) {
        Category category = new Category(each.text("id"), each.text("label"));
        if (!categoryIds.add(category.id())) {
            each.fault("id", "类别“" + category.id() + "”声明了两次");
        }
        return category;
    }

    /** A figure may ask those before it, which are computed first. */
    private Figure figure(Outline each) {
        Source source = source(each);
        Figure figure = new Figure(each.text("id"), each.text("label"), each.word("type", Report.Type.class), source);
        if (!ReportReader.FIGURE_ID.matcher(figure.id()).matches() || !figureIds.add(figure.id())) {
            each.fault("id", "指标的编号“" + figure.id() + "”重复，或不是小写字母开头的字母数字");
        }
        return figure;
    }

    private Source source(Outline each) {
        List<Source> sources = new ArrayList<>();
        String statement = Questions.statement(each);
        if (statement != null) {
            Report.RollUp rollUp = each.word("rollUp", Report.RollUp.class);
            if (rollUp == Report.RollUp.MAX) {
                each.fault("rollUp", "进度报表的指标只能 sum 或 none");
            }
            sources.add(new Source.Asked(statement, rollUp, each.flag("counts", false)));
        }
        each.outline("rateOf")
                .ifPresent(keys -> sources.add(new Source.Rate(before(keys, "part"), before(keys, "whole"))));
        if (each.flag("yearElapsed", false)) {
            sources.add(new Source.YearElapsed());
        }
        each.outline("difference")
                .ifPresent(keys -> sources.add(new Source.Difference(before(keys, "of"), before(keys, "less"))));
        if (each.has("rankBy")) {
            sources.add(new Source.Rank(before(each, "rankBy")));
        }
        each.outline("paceOf")
                .ifPresent(keys -> sources.add(new Source.Pace(before(keys, "part"), before(keys, "whole"))));
        if (sources.size() != 1) {
            each.fault("要写 statement、rateOf、yearElapsed: true、difference、rankBy、paceOf 之一");
            return new Source.YearElapsed();
        }
        return sources.get(0);
    }

    private String before(Outline keys, String key) {
        String figure = keys.text(key);
        if (!figure.isEmpty() && !figureIds.contains(figure)) {
            keys.fault(key, "前面没有指标“" + figure + "”");
        }
        return figure;
    }

    private Group group(Outline each) {
        String unit = each.textOrNull("unit");
        return new Group(
                each.text("label"),
                unit == null ? "" : unit,
                knownCategory(each),
                each.someTexts("figures").stream()
                        .peek(figure -> requireFigure(each, "figures", figure))
                        .toList());
    }

    private Target target(Outline each) {
        String threshold = each.text("threshold");
        if (!threshold.isEmpty()
                && Optional.ofNullable(vocabulary.get(threshold))
                        .filter(known -> known.type() == Threshold.Type.INTEGER)
                        .isEmpty()) {
            each.fault("threshold", "thresholds.yml 里没有整数阈值“" + threshold + "”");
        }
        String reached = each.text("reached");
        requireFigure(each, "reached", reached);
        String allotted = each.textOrNull("allotted");
        if (allotted != null) {
            requireFigure(each, "allotted", allotted);
        }
        return new Target(threshold, knownCategory(each), reached, allotted);
    }

    private String knownCategory(Outline each) {
        String category = each.text("category");
        if (!category.isEmpty() && !categoryIds.contains(category)) {
            each.fault("category", "没有类别“" + category + "”");
        }
        return category;
    }

    private void requireFigure(Outline each, String key, String figure) {
        if (!figure.isEmpty() && !figureIds.contains(figure)) {
            each.fault(key, "没有指标“" + figure + "”");
        }
    }

    private Focus focus(Outline each) {
        String statement = Questions.statement(each);
        if (statement == null) {
            each.fault("statement", "缺少“statement”");
        }
        List<String> words = each.someTexts("words");
        Set<String> twice = new HashSet<>();
        String repeated =
                words.stream().filter(word -> !twice.add(word)).distinct().collect(Collectors.joining("、"));
        if (!repeated.isEmpty()) {
            each.fault("words", "写了两次：" + repeated);
        }
        return new Focus(each.text("label"), statement == null ? "" : statement, words);
    }
}
