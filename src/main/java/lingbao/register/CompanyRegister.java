package lingbao.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.domain.Companies;
import lingbao.domain.Company;
import org.jspecify.annotations.Nullable;

/** The dated rows of the companies. */
final class CompanyRegister {

    private static final int ROWS_A_STATEMENT = 500;

    private final CompanyMapper companies;
    private final RegionRegister regions;

    /** Those of the day that was asked last: the sheets that come together are mostly of one month. */
    private @Nullable CompaniesOfDay last;

    private record CompaniesOfDay(LocalDate day, Companies companies) {}

    CompanyRegister(CompanyMapper companies, RegionRegister regions) {
        this.companies = companies;
        this.regions = regions;
    }

    LoadResult load(List<RegisterRow> rows, LocalDate today) {
        List<RegisterProblem> problems = problemsOf(rows);
        if (!problems.isEmpty()) {
            return LoadResult.refused(problems);
        }
        last = null;
        Map<String, RegisterRow> told = new LinkedHashMap<>();
        rows.forEach(row -> told.put(orEmpty(row.text("creditCode")), row));
        return written(told, today);
    }

    List<RegisterProblem> problemsOf(List<RegisterRow> rows) {
        Set<String> regionCodes = regions.currentCodes();
        List<RegisterProblem> problems = new ArrayList<>();
        Map<String, RegisterRow> told = new LinkedHashMap<>();
        for (RegisterRow row : rows) {
            problems.addAll(problemsOf(row, regionCodes));
            RegisterRow earlier = told.putIfAbsent(orEmpty(row.text("creditCode")), row);
            if (earlier != null) {
                problems.add(row.problem("creditCode", "信用代码与第 " + earlier.number() + " 行重复。", "请只保留一行。"));
            }
        }
        return problems;
    }

    Companies on(LocalDate day) {
        CompaniesOfDay known = last;
        if (known == null || !known.day().equals(day)) {
            known = new CompaniesOfDay(
                    day,
                    new Companies(companies.on(day).stream()
                            .map(row -> new Company(row.creditCode(), row.name(), row.region()))
                            .toList()));
            last = known;
        }
        return known.companies();
    }

    private static List<RegisterProblem> problemsOf(RegisterRow row, Set<String> regionCodes) {
        List<RegisterProblem> problems = new ArrayList<>();
        for (String columnId : List.of("creditCode", "name")) {
            if (row.text(columnId) == null) {
                problems.add(row.problem(columnId, "信用代码和企业名称都必须填写。", "请补填后重新载入。"));
            }
        }
        String region = row.text("region");
        if (region == null || !regionCodes.contains(region)) {
            problems.add(row.problem("region", "区域登记册里没有代码“" + orEmpty(region) + "”。", "请先载入区域登记册，或改正所属街道代码。"));
        }
        return problems;
    }

    private LoadResult written(Map<String, RegisterRow> told, LocalDate today) {
        Map<String, CompanyRow> known = new HashMap<>();
        companies.current().forEach(row -> known.put(row.creditCode(), row));
        List<CompanyRow> inserts = new ArrayList<>();
        int added = 0;
        int changed = 0;
        for (RegisterRow each : told.values()) {
            CompanyRow row = understood(each);
            CompanyRow before = known.get(row.creditCode());
            if (before == null) {
                inserts.add(row);
                added++;
            } else if (!before.saysTheSame(row)) {
                change(before, row.since(today), inserts);
                changed++;
            }
        }
        for (int from = 0; from < inserts.size(); from += ROWS_A_STATEMENT) {
            companies.insert(inserts.subList(from, Math.min(inserts.size(), from + ROWS_A_STATEMENT)));
        }
        return new LoadResult(
                added, changed, told.size() - added - changed, known.size() + added - told.size(), List.of());
    }

    /**
     * A company is true since ever whenever the register learns of it: nobody owes anything for it, and people who were
     * trained before must count once it is known.
     */
    private static CompanyRow understood(RegisterRow row) {
        return new CompanyRow(
                orEmpty(row.text("creditCode")),
                orEmpty(row.text("name")),
                orEmpty(row.text("region")),
                Registers.SINCE_EVER,
                null);
    }

    private void change(CompanyRow before, CompanyRow now, List<CompanyRow> inserts) {
        if (before.validFrom().equals(now.validFrom())) {
            companies.update(now);
        } else {
            companies.end(before, now.validFrom());
            inserts.add(now);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
