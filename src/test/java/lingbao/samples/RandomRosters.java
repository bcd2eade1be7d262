package lingbao.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import lingbao.samples.PlainProgress.Training;

/**
 * One random year of rosters from two bodies, with its truth: people trained again and again, by both, in two categories,
 * in two units, their numbers written in every way.
 */
public final class RandomRosters {

    public static final String DISTRICT = "330108";

    public static final String REGIONS = """
            代码,名称,上级代码,级别,适用政策
            330108,滨江区,,district,binjiang
            330108001,西兴街道,330108,subdistrict,
            330108002,长河街道,330108,subdistrict,
            330108003,浦沿街道,330108,subdistrict,
            330108004,江北科技园,330108,subdistrict,
            """;

    public static final String INSTITUTIONS = """
            机构编码,机构名称,机构类型,所属街道代码
            3301080101,滨江安全培训中心,培训机构,330108001
            3301080102,钱塘安全技术培训学校,培训机构,330108002
            """;

    public static final String COMPANIES = """
            统一社会信用代码,企业名称,所属街道代码
            91330108MA2AAAAA12,甲机械有限公司,330108001
            91330108MA2AAAAA25,乙电子有限公司,330108002
            91330108MA2AAAAA38,丙建设有限公司,330108003
            """;

    private static final List<String> UNITS = List.of("330108001", "330108002", "330108003", "330108004");
    private static final List<String> UNIT_NAMES = List.of("西兴街道", "长河街道", "浦沿街道", "江北科技园");
    private static final List<String> BODIES = List.of("3301080101", "3301080102");
    private static final List<String> COMPANY_NAMES = List.of("甲机械有限公司", "乙电子有限公司", "丙建设有限公司", "没有登记的公司");
    private static final List<List<String>> CATEGORY_WORDS =
            List.of(List.of("企业主要负责人", "主要负责人"), List.of("安全生产管理人员", "安管人员"), List.of("其他从业人员", "从业人员"));
    private static final List<String> PASSED = List.of("合格", "60", "85.5", "", "及格", "60分", "100");
    private static final List<String> FAILED = List.of("不合格", "59", "59.5", "0", "不及格", "59.9分");
    private static final List<String> COURSES = List.of("初训", "复训", "");
    private static final String HEADING = "姓名,证件号码,企业名称,所属街道,人员类别,培训日期,培训内容,学时,考核结果\n";

    private final SplittableRandom random;
    private final int year;
    private final Map<String, List<Integer>> quota = new LinkedHashMap<>();
    private final List<Training> trainings = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    /** @param seed makes the same year again */
    public RandomRosters(long seed, int year) {
        this.random = new SplittableRandom(seed);
        this.year = year;
        UNITS.forEach(unit -> quota.put(
                unit,
                List.of(random.nextInt(0, 4), random.nextInt(0, 6), random.nextInt(1, random.nextBoolean() ? 8 : 60))));
        List<String> people = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            people.add(idNumber(number));
        }
        int batch = 0;
        for (int month = 1; month <= 12; month++) {
            for (String body : BODIES) {
                for (int sheets = random.nextInt(0, 3); sheets > 0; sheets--) {
                    batch++;
                    files.put(
                            body + "_" + YearMonth.of(year, month) + "_" + batch + ".csv", roster(body, month, people));
                }
            }
        }
    }

    /** The quota table as the bureau prints it. */
    public String quotaTable() {
        StringBuilder table = new StringBuilder(year + "年安全生产培训考核指标分解表\n单位,企业主要负责人(名),安全生产管理人员(名),其他从业人员(名),合计(名)\n");
        for (int unit = 0; unit < UNITS.size(); unit++) {
            List<Integer> parts = quota.getOrDefault(UNITS.get(unit), List.of());
            table.append(UNIT_NAMES.get(unit));
            parts.forEach(part -> table.append(',').append(part));
            table.append(',')
                    .append(parts.stream().mapToInt(Integer::intValue).sum())
                    .append('\n');
        }
        return table.toString();
    }

    /** The rosters by file name, in the order in which they come. */
    public Map<String, String> files() {
        return files;
    }

    /** What the report of a period that ends on the day must say. */
    public Map<String, Map<String, String>> figures(LocalDate end) {
        return new PlainProgress(quota, trainings, end).figures();
    }

    private String roster(String body, int month, List<String> people) {
        StringBuilder sheet = new StringBuilder(HEADING);
        // A sheet holds each person, category, course and day once; the next sheet may bring them again.
        Map<String, Boolean> seen = new TreeMap<>();
        for (int rows = random.nextInt(1, 12); rows > 0; rows--) {
            int person = random.nextInt(people.size());
            int category = random.nextInt(3) == 0 ? random.nextInt(3) : person % 3;
            LocalDate date = LocalDate.of(year, month, random.nextInt(1, 28));
            String course = COURSES.get(random.nextInt(COURSES.size()));
            if (seen.putIfAbsent(person + "/" + category + "/" + course + "/" + date, true) != null) {
                continue;
            }
            int unit = random.nextInt(UNITS.size() + 1);
            int company = random.nextInt(8) == 0 ? 3 : random.nextInt(3);
            boolean passed = random.nextInt(4) > 0;
            List<String> results = passed ? PASSED : FAILED;
            sheet.append(String.join(
                            ",",
                            "甲" + "一二三四五六七八九十".charAt(person % 10) + "子丑寅".charAt(person / 10),
                            written(people.get(person)),
                            COMPANY_NAMES.get(company),
                            unit == UNITS.size() ? "没有的街道" : (random.nextBoolean() ? UNITS : UNIT_NAMES).get(unit),
                            CATEGORY_WORDS.get(category).get(random.nextInt(2)),
                            date.format(DateTimeFormatter.ofPattern(List.of("yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日")
                                    .get(random.nextInt(3)))),
                            course,
                            String.valueOf(random.nextInt(1, 25)),
                            results.get(random.nextInt(results.size()))))
                    .append('\n');
            trainings.add(new Training(
                    trainings.size(),
                    body,
                    people.get(person),
                    unit == UNITS.size() ? null : UNITS.get(unit),
                    company < 3,
                    PlainProgress.CATEGORIES.get(category),
                    date,
                    course,
                    passed));
        }
        return sheet.toString();
    }

    private String idNumber(int number) {
        LocalDate birth = LocalDate.of(1960 + random.nextInt(30), random.nextInt(1, 13), random.nextInt(1, 28));
        String body = "330190" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number);
        return body + InventedPeople.checkDigit(body);
    }

    /** The same number as people write it: with blanks, a small x, full-width, or the fifteen digits of old cards. */
    private String written(String number) {
        return switch (random.nextInt(5)) {
            case 0 -> number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
            case 1 -> number.toLowerCase(java.util.Locale.ROOT);
            case 2 -> number.substring(0, 6) + number.substring(8, 17);
            case 3 -> fullWidth(number);
            default -> number;
        };
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(digit -> wide.append((char) (digit + 0xFEE0)));
        return wide.toString();
    }
}
