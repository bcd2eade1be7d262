package lingbao.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lingbao.domain.FormerName;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import org.jspecify.annotations.Nullable;

/** The dated rows of the institutions, and when they were open. */
final class InstitutionRegister {

    private final InstitutionMapper institutions;
    private final OpeningMapper openings;
    private final RegionRegister regions;
    private final UnaryOperator<String> seal;
    private final UnaryOperator<String> unseal;

    InstitutionRegister(
            InstitutionMapper institutions,
            OpeningMapper openings,
            RegionRegister regions,
            UnaryOperator<String> seal,
            UnaryOperator<String> unseal) {
        this.institutions = institutions;
        this.openings = openings;
        this.regions = regions;
        this.seal = seal;
        this.unseal = unseal;
    }

    LoadResult load(List<RegisterRow> rows, LocalDate today) {
        Map<String, InstitutionRow> known = known();
        List<RegisterProblem> problems = new ArrayList<>();
        List<Told> told = told(rows, known.isEmpty() ? Registers.SINCE_EVER : today, problems);
        if (!problems.isEmpty()) {
            return LoadResult.refused(problems);
        }
        int added = 0;
        int changed = 0;
        for (Told each : told) {
            InstitutionRow before = known.get(each.row().code());
            boolean other = before == null ? added(each.row()) : changed(before, each.row(), today);
            boolean otherDates = opened(each);
            if (before == null) {
                added++;
            } else if (other || otherDates) {
                changed++;
            }
        }
        return new LoadResult(
                added, changed, told.size() - added - changed, known.size() + added - told.size(), List.of());
    }

    /** What is wrong with the rows; nothing is loaded. */
    List<RegisterProblem> problemsOf(List<RegisterRow> rows, LocalDate today) {
        List<RegisterProblem> problems = new ArrayList<>();
        told(rows, known().isEmpty() ? Registers.SINCE_EVER : today, problems);
        return problems;
    }

    List<Institution> on(LocalDate day) {
        return institutions.on(day).stream()
                .map(row -> new Institution(
                        row.code(),
                        row.name(),
                        InstitutionKind.ofWord(row.kind()).orElse(InstitutionKind.OTHER),
                        row.region()))
                .toList();
    }

    List<FormerName> formerNamesOn(LocalDate day) {
        return institutions.formerNamesOn(day);
    }

    List<String> openOn(LocalDate day) {
        return openings.openOn(day);
    }

    /** What the file says of one institution, with its openings before and after. */
    private record Told(InstitutionRow row, List<Opening> before, List<Opening> after) {}

    private Map<String, InstitutionRow> known() {
        Map<String, InstitutionRow> known = new TreeMap<>();
        institutions.current().forEach(row -> known.put(row.code(), row));
        return known;
    }

    private List<Told> told(List<RegisterRow> rows, LocalDate since, List<RegisterProblem> problems) {
        Set<String> regionCodes = regions.currentCodes();
        Map<String, RegisterRow> sheet = new LinkedHashMap<>();
        List<Told> told = new ArrayList<>();
        for (RegisterRow row : rows) {
            problems.addAll(problemsOf(row, regionCodes));
            String code = orEmpty(row.text("code"));
            RegisterRow earlier = sheet.putIfAbsent(code, row);
            if (earlier != null) {
                problems.add(row.problem("code", "机构编码与第 " + earlier.number() + " 行重复。", "请只保留一行。"));
                continue;
            }
            List<Opening> before = openings.of(code);
            Openings after = afterwards(row, before, since);
            if (after == null) {
                problems.add(row.problem(
                        "openedOn", "开业、停业日期与登记册里已有的日期交叉（" + text(before) + "）。", "请核对日期；重新开业的日期不能早于上次停业。"));
            } else {
                told.add(new Told(understood(row, since, after), before, after.list()));
            }
        }
        return told;
    }

    private static List<RegisterProblem> problemsOf(RegisterRow row, Set<String> regionCodes) {
        List<RegisterProblem> problems = new ArrayList<>();
        for (String columnId : List.of("code", "name")) {
            if (row.text(columnId) == null) {
                problems.add(row.problem(columnId, "机构编码和机构名称都必须填写。", "请补填后重新载入。"));
            }
        }
        String kind = row.text("kind");
        if (kind == null || InstitutionKind.ofWord(kind).isEmpty()) {
            problems.add(row.problem(
                    "kind",
                    "机构类型“" + orEmpty(kind) + "”不认识。",
                    "可用的类型："
                            + Arrays.stream(InstitutionKind.values())
                                    .map(InstitutionKind::word)
                                    .collect(Collectors.joining("、"))
                            + "。"));
        }
        String region = row.text("region");
        if (region == null || !regionCodes.contains(region)) {
            problems.add(row.problem("region", "区域登记册里没有代码“" + orEmpty(region) + "”。", "请先载入区域登记册，或改正所属街道代码。"));
        }
        LocalDate openedOn = row.date("openedOn");
        LocalDate closedOn = row.date("closedOn");
        if (openedOn != null && closedOn != null && closedOn.isBefore(openedOn)) {
            problems.add(row.problem("closedOn", "停业日期早于开业日期 " + openedOn + "。", "请改正日期。"));
        }
        return problems;
    }

    private static @Nullable Openings afterwards(RegisterRow row, List<Opening> before, LocalDate since) {
        LocalDate openedOn = row.date("openedOn");
        LocalDate closedOn = row.date("closedOn");
        if (!before.isEmpty()) {
            return new Openings(before).told(openedOn, closedOn).orElse(null);
        }
        LocalDate from = openedOn != null ? openedOn : since;
        // Closed before it was ever heard of: it was open on no day that the register knows.
        boolean neverOpen = closedOn != null && closedOn.isBefore(from);
        return new Openings(List.of(new Opening(neverOpen && closedOn != null ? closedOn : from, closedOn)));
    }

    /** The row, true since the day given or, where it opened before that, since then. */
    private static InstitutionRow understood(RegisterRow row, LocalDate since, Openings openings) {
        LocalDate firstOpened = openings.list().get(0).openedOn();
        return new InstitutionRow(
                orEmpty(row.text("code")),
                orEmpty(row.text("name")),
                orEmpty(row.text("kind")),
                orEmpty(row.text("region")),
                row.text("principal"),
                row.text("reporter"),
                row.text("phone"),
                row.text("email"),
                row.number("classrooms"),
                row.number("offices"),
                firstOpened.isBefore(since) ? firstOpened : since,
                null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(List<Opening> openings) {
        return openings.stream()
                .map(opening -> opening.openedOn() + " 至 " + (opening.closedOn() == null ? "今" : opening.closedOn()))
                .collect(Collectors.joining("；"));
    }

    private boolean added(InstitutionRow row) {
        institutions.insert(row.personalValues(seal));
        return true;
    }

    private boolean changed(InstitutionRow sealed, InstitutionRow row, LocalDate today) {
        if (sealed.personalValues(unseal).saysTheSame(row)) {
            return false;
        }
        InstitutionRow now = row.since(today).personalValues(seal);
        if (sealed.validFrom().equals(today)) {
            institutions.update(now);
        } else {
            institutions.end(sealed, today);
            institutions.insert(now);
        }
        return true;
    }

    private boolean opened(Told told) {
        String code = told.row().code();
        LocalDate firstOpened = told.after().get(0).openedOn();
        for (InstitutionRow oldest : institutions.oldest(code)) {
            if (firstOpened.isBefore(oldest.validFrom())) {
                institutions.beginEarlier(oldest, firstOpened);
            }
            regions.knownOn(
                    firstOpened.isBefore(oldest.validFrom()) ? firstOpened : oldest.validFrom(), oldest.region());
        }
        if (told.after().equals(told.before())) {
            return false;
        }
        openings.deleteAll(code);
        told.after().forEach(opening -> openings.insert(code, opening));
        return true;
    }
}
