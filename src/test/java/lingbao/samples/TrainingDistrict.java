package lingbao.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 滨江区 with the four units of its notice and the quota that the notice prints; the training bodies and the companies are
 * invented.
 */
final class TrainingDistrict {

    static final String CODE = "330108";
    static final String XIXING = "330108001";
    static final String CHANGHE = "330108002";
    static final String PUYAN = "330108003";
    static final String JIANGBEI = "330108004";

    /** Sends workbooks and CSV files under its code. */
    static final String CHAOSHENG = "3301080101";

    /** Sends whatever it has under its name. */
    static final String YUNFAN = "3301080301";

    /** After the June of the daily reports, in which they so owe nothing. */
    private static final LocalDate OPENED = LocalDate.of(2020, 7, 1);

    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** A company with its credit code, which names a place that GB/T 2260 never gave out. */
    record Company(String creditCode, String name, String region) {}

    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<TruthInstitution> bodies = List.of(
            new TruthInstitution(CHAOSHENG, "潮声安全培训中心", "培训机构", XIXING, OPENED, null),
            new TruthInstitution(YUNFAN, "云帆安全技术培训学校", "培训机构", PUYAN, OPENED, null));
    private final List<Company> companies = new ArrayList<>();

    TrainingDistrict() {
        units.put(XIXING, "西兴街道");
        units.put(CHANGHE, "长河街道");
        units.put(PUYAN, "浦沿街道");
        units.put(JIANGBEI, "江北科技园");
        company("杭州禾屿机械有限公司", XIXING);
        company("杭州砚川电子有限公司", XIXING);
        company("杭州澄岚物流有限公司", XIXING);
        company("杭州笙原软件有限公司", CHANGHE);
        company("杭州昱朗建设工程有限公司", CHANGHE);
        company("杭州栩竹食品有限公司", CHANGHE);
        company("杭州漪帆仪表有限公司", PUYAN);
        company("杭州棠溪化工有限公司", PUYAN);
        company("杭州初望生物科技有限公司", JIANGBEI);
        company("杭州楠月新材料有限公司", JIANGBEI);
    }

    private void company(String name, String unit) {
        companies.add(new Company(creditCode(companies.size() + 1), name, unit));
    }

    List<TruthInstitution> bodies() {
        return bodies;
    }

    TruthInstitution body(String code) {
        return bodies.stream()
                .filter(body -> body.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<Company> companies() {
        return companies;
    }

    List<Company> companiesIn(String unit) {
        return companies.stream()
                .filter(company -> company.region().equals(unit))
                .toList();
    }

    String unitName(String code) {
        return units.getOrDefault(code, code);
    }

    /** What each unit is to train of each category, in the order of the notice. */
    Map<String, List<Integer>> quota() {
        Map<String, List<Integer>> quota = new LinkedHashMap<>();
        units.keySet().forEach(unit -> quota.put(unit, List.of(70, 80, 5000)));
        return quota;
    }

    List<TruthRegion> regions() {
        List<TruthRegion> regions = new ArrayList<>();
        regions.add(new TruthRegion(CODE, "滨江区", "", "district", "binjiang"));
        units.forEach((code, name) -> regions.add(new TruthRegion(code, name, CODE, "subdistrict", "")));
        return regions;
    }

    /** The companies as {@code load companies} takes them. */
    Grid companyRegister() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of("统一社会信用代码", "企业名称", "所属街道代码"));
        companies.forEach(company -> rows.add(List.of(company.creditCode(), company.name(), company.region())));
        return new Grid("企业", rows, List.of(), Set.of());
    }

    /** The annex of the notice of 2020-05-08, as printed: its last number is neither the sum of its column nor of its row. */
    PlacedSheet quotaTable() {
        List<List<@Nullable Object>> grid = new ArrayList<>();
        grid.add(List.of("附件："));
        grid.add(List.of("2020年安全生产培训考核指标分解表"));
        grid.add(List.of("序号", "单位", "考核指标", "", "", "合计(名)"));
        grid.add(List.of("", "", "企业主要负责人(名)", "安全生产管理人员(名)", "其他从业人员(名)", ""));
        Map<Integer, Integer> rowNumbers = new LinkedHashMap<>();
        List<TruthRow> rows = new ArrayList<>();
        quota().forEach((unit, parts) -> {
            int total = parts.stream().mapToInt(Integer::intValue).sum();
            grid.add(List.of(rows.size() + 1, unitName(unit), parts.get(0), parts.get(1), parts.get(2), total));
            rowNumbers.put(rows.size(), grid.size());
            rows.add(quotaRow(unitName(unit), parts.get(0), parts.get(1), parts.get(2), total));
        });
        grid.add(List.of("合计", "", 280, 320, 20000, 26000));
        rowNumbers.put(rows.size(), grid.size());
        rows.add(quotaRow("合计", 280, 320, 20000, 26000));
        int last = rows.size() - 1;
        List<Flaw> flaws = List.of(
                new Flaw("TOTAL_DIFFERS", false, last, "total"), new Flaw("SUM_MISMATCH", false, last, "total"));
        List<Grid.Merge> merges = List.of(
                new Grid.Merge(1, 1, 0, 5),
                new Grid.Merge(2, 3, 0, 0),
                new Grid.Merge(2, 3, 1, 1),
                new Grid.Merge(2, 2, 2, 4),
                new Grid.Merge(2, 3, 5, 5),
                new Grid.Merge(grid.size() - 1, grid.size() - 1, 0, 1));
        return new PlacedSheet(
                new TruthSheet(TruthSheet.QUOTA, CODE, LocalDate.of(2020, 1, 1), rows, flaws),
                List.of(),
                new Grid("附件", grid, merges, Set.of()),
                rowNumbers,
                Map.of("unit", 1, "principal", 2, "safetyManager", 3, "otherEmployee", 4, "total", 5));
    }

    private static TruthRow quotaRow(String unit, int principal, int safetyManager, int otherEmployee, int total) {
        Map<String, TruthCell> cells = new LinkedHashMap<>();
        cells.put("unit", new TruthCell(unit, unit));
        cells.put("principal", new TruthCell(principal, principal));
        cells.put("safetyManager", new TruthCell(safetyManager, safetyManager));
        cells.put("otherEmployee", new TruthCell(otherEmployee, otherEmployee));
        cells.put("total", new TruthCell(total, total));
        return new TruthRow(cells);
    }

    private static String creditCode(int number) {
        String organisation = "MA2%05d".formatted(number * 1237);
        String body = "91330190" + organisation + organisationCheckDigit(organisation);
        return body + checkCharacter(body);
    }

    /** GB 11714. */
    private static char organisationCheckDigit(String organisation) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index] * Character.getNumericValue(organisation.charAt(index));
        }
        return "0X987654321".charAt(sum % 11);
    }

    /** GB 32100. */
    static char checkCharacter(String body) {
        int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        int sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index] * CODE_CHARACTERS.indexOf(body.charAt(index));
        }
        return CODE_CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
