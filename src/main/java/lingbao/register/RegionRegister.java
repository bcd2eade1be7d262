package lingbao.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import org.jspecify.annotations.Nullable;

/** The dated rows of the regions. */
final class RegionRegister {

    private static final Map<String, RegionLevel> LEVEL_WORDS = Map.ofEntries(
            Map.entry("province", RegionLevel.PROVINCE),
            Map.entry("省", RegionLevel.PROVINCE),
            Map.entry("city", RegionLevel.CITY),
            Map.entry("市", RegionLevel.CITY),
            Map.entry("district", RegionLevel.DISTRICT),
            Map.entry("区", RegionLevel.DISTRICT),
            Map.entry("县", RegionLevel.DISTRICT),
            Map.entry("subdistrict", RegionLevel.SUBDISTRICT),
            Map.entry("街道", RegionLevel.SUBDISTRICT),
            Map.entry("镇", RegionLevel.SUBDISTRICT),
            Map.entry("乡", RegionLevel.SUBDISTRICT));

    private final RegionMapper regions;
    private final Set<String> policies;

    RegionRegister(RegionMapper regions, Set<String> policies) {
        this.regions = regions;
        this.policies = Set.copyOf(policies);
    }

    LoadResult load(List<RegisterRow> rows, LocalDate today) {
        Map<String, RegionRow> known = byCode(regions.current());
        Told told = told(rows, known, today);
        List<RegisterProblem> problems = new ArrayList<>(told.problems());
        Map<String, RegionRow> together = new TreeMap<>(known);
        together.putAll(told.regions());
        problems.addAll(problemsOfTheTree(together, told.sheet()));
        if (!problems.isEmpty()) {
            return LoadResult.refused(problems);
        }
        return written(known, told.regions().values(), today);
    }

    /** What is wrong with single rows; the tree is not judged, since a row that is not there may hold it together. */
    List<RegisterProblem> problemsOfSome(List<RegisterRow> rows, LocalDate today) {
        return told(rows, byCode(regions.current()), today).problems();
    }

    /** All regions of a day, each with the policy that holds in it. */
    List<Region> on(LocalDate day) {
        Map<String, RegionRow> rows = byCode(regions.on(day));
        return rows.values().stream()
                .map(row -> new Region(
                        row.code(),
                        row.name(),
                        row.parent(),
                        LEVEL_WORDS.getOrDefault(row.level(), RegionLevel.SUBDISTRICT),
                        policyOf(row, rows)
                                .orElseThrow(() -> new IllegalStateException("region " + row.code()
                                        + " had no policy up its tree on " + day + "; load the regions again"))))
                .toList();
    }

    Set<String> currentCodes() {
        return byCode(regions.current()).keySet();
    }

    /** Makes sure that a region, and all above it, is known on the day: one that was open there then is proof of it. */
    void knownOn(LocalDate day, String code) {
        for (RegionRow oldest : regions.oldest(code)) {
            if (oldest.validFrom().isAfter(day)) {
                regions.beginEarlier(oldest, day);
            }
            if (oldest.parent() != null) {
                knownOn(day, oldest.parent());
            }
        }
    }

    /** What the rows of a file say one by one, by code. */
    private record Told(
            Map<String, RegionRow> regions, Map<String, RegisterRow> sheet, List<RegisterProblem> problems) {}

    private Told told(List<RegisterRow> rows, Map<String, RegionRow> known, LocalDate today) {
        Told told = new Told(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        LocalDate since = known.isEmpty() ? Registers.SINCE_EVER : today;
        for (RegisterRow row : rows) {
            RegionRow region = understood(row, since, told.problems());
            RegisterRow earlier = told.sheet().putIfAbsent(region.code(), row);
            if (earlier != null) {
                told.problems().add(row.problem("code", "代码与第 " + earlier.number() + " 行重复。", "请只保留一行。"));
            }
            told.regions().putIfAbsent(region.code(), region);
        }
        return told;
    }

    private RegionRow understood(RegisterRow row, LocalDate since, List<RegisterProblem> problems) {
        String word = row.text("level");
        RegionLevel level = word == null ? null : LEVEL_WORDS.get(word.toLowerCase(Locale.ROOT));
        if (level == null) {
            problems.add(row.problem("level", "级别“" + (word == null ? "" : word) + "”不认识。", "请填省、市、区或街道。"));
        }
        String policy = row.text("policy");
        if (policy != null && !policies.contains(policy)) {
            problems.add(row.problem(
                    "policy",
                    "没有名为“" + policy + "”的政策。",
                    "可用的政策：" + String.join("、", policies.stream().sorted().toList()) + "；留空则沿用上级的。"));
        }
        for (String columnId : List.of("code", "name")) {
            if (row.text(columnId) == null) {
                problems.add(row.problem(columnId, "代码和名称都必须填写。", "请补填后重新载入。"));
            }
        }
        return new RegionRow(
                orEmpty(row.text("code")),
                orEmpty(row.text("name")),
                row.text("parent"),
                level == null ? "" : level.word(),
                policy,
                since,
                null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<RegisterProblem> problemsOfTheTree(
            Map<String, RegionRow> together, Map<String, RegisterRow> sheet) {
        Map<Integer, RegisterProblem> problems = new TreeMap<>();
        sheet.forEach((code, row) -> {
            String parent = row.text("parent");
            if (parent != null && !together.containsKey(parent)) {
                problems.put(
                        row.number(), row.problem("parent", "没有代码为“" + parent + "”的上级。", "请在同一文件里补上上级区域，或改正上级代码。"));
            } else if (standsBelowItself(code, together)) {
                problems.put(row.number(), row.problem("parent", "上级关系成了一个圈。", "请改正上级代码。"));
            }
        });
        if (problems.isEmpty()) {
            // A region that is not in the file can lose its policy too: the row to mend is the nearest one above it.
            together.values().stream()
                    .filter(region -> policyOf(region, together).isEmpty())
                    .forEach(region -> nearestInSheet(region, together, sheet)
                            .ifPresent(row -> problems.put(
                                    row.number(), row.problem("policy", "本级和各上级都没有适用政策。", "请填写适用政策，或在上级填写。"))));
        }
        return List.copyOf(problems.values());
    }

    private static boolean standsBelowItself(String code, Map<String, RegionRow> together) {
        Set<String> passed = new HashSet<>();
        for (RegionRow region = together.get(code); region != null; region = above(region, together)) {
            if (!passed.add(region.code())) {
                return region.code().equals(code);
            }
        }
        return false;
    }

    private static Optional<String> policyOf(RegionRow row, Map<String, RegionRow> together) {
        for (RegionRow region = row; region != null; region = above(region, together)) {
            if (region.policy() != null) {
                return Optional.of(region.policy());
            }
        }
        return Optional.empty();
    }

    private static Optional<RegisterRow> nearestInSheet(
            RegionRow row, Map<String, RegionRow> together, Map<String, RegisterRow> sheet) {
        for (RegionRow region = row; region != null; region = above(region, together)) {
            RegisterRow found = sheet.get(region.code());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static @Nullable RegionRow above(RegionRow region, Map<String, RegionRow> together) {
        return region.parent() == null ? null : together.get(region.parent());
    }

    private LoadResult written(Map<String, RegionRow> known, Collection<RegionRow> told, LocalDate today) {
        int added = 0;
        int changed = 0;
        for (RegionRow row : told) {
            RegionRow before = known.get(row.code());
            if (before == null) {
                regions.insert(row);
                added++;
            } else if (!before.saysTheSame(row)) {
                if (before.validFrom().equals(today)) {
                    regions.update(row.since(today));
                } else {
                    regions.end(before, today);
                    regions.insert(row.since(today));
                }
                changed++;
            }
        }
        return new LoadResult(
                added, changed, told.size() - added - changed, known.size() + added - told.size(), List.of());
    }

    private static Map<String, RegionRow> byCode(List<RegionRow> rows) {
        Map<String, RegionRow> byCode = new TreeMap<>();
        rows.forEach(row -> byCode.put(row.code(), row));
        return byCode;
    }
}
