package lingbao.damage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import lingbao.run.CheckLine;

/** Sheets without a fault, of every form that is shipped, in the layouts that are seen: two-row headings, totals, signatures. */
final class GoodPapers {

    private static final LocalDate DAY = CheckLine.DAY;
    private static final String FAMILY_NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN_NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英玉萍红";

    /** Each kind of sheet, by a random source. */
    private static final List<Function<Random, Paper>> ALL = List.of(
            GoodPapers::health,
            GoodPapers::healthByGroups,
            GoodPapers::attendance,
            GoodPapers::attendanceByGroups,
            GoodPapers::disinfection,
            GoodPapers::roster,
            GoodPapers::quota);

    private GoodPapers() {}

    static Paper any(Random random) {
        return ALL.get(random.nextInt(ALL.size())).apply(random);
    }

    /** What one workbook holds: a day's three sheets, or one of any kind. */
    static List<Paper> workbook(Random random) {
        return random.nextInt(4) == 0
                ? List.of(health(random), attendance(random), disinfection(random))
                : List.of(any(random));
    }

    private static Paper health(Random random) {
        Paper paper = new Paper("health-check").head("序号", "姓名", "证件号码", "人员类别", "班级", "体温", "症状", "接触史", "是否就诊", "备注");
        paper.titles.add("每日健康监测表 2020年6月17日");
        for (int row = 1; row <= 3 + random.nextInt(10); row++) {
            boolean ill = random.nextInt(6) == 0;
            paper.row(
                    row,
                    name(random),
                    idNumber(random, row),
                    oneOf(random, "学员", "学生", "教职工"),
                    oneOf(random, "一班", "102", "焊工1班"),
                    temperature(random),
                    ill ? "咳嗽、乏力" : "无",
                    oneOf(random, "是", "否"),
                    "否",
                    random.nextInt(3) == 0 ? "正常，\"已复测\"" : null);
        }
        paper.foot.add(List.of("填表人：王老师"));
        return paper;
    }

    private static Paper healthByGroups(Random random) {
        Paper paper = new Paper("health-check")
                .head("姓名", "人员类别")
                .group("体温(℃)", "上午", "下午")
                .head("症状");
        paper.titles.add("健康监测表");
        for (int row = 0; row < 3 + random.nextInt(6); row++) {
            paper.row(name(random), "学生", temperature(random), temperature(random), "无");
        }
        return paper;
    }

    private static Paper attendance(Random random) {
        Paper paper =
                new Paper("attendance").head("序号", "班级", "应到人数", "实到人数", "因病缺勤人数", "其中发热", "事假人数", "其他缺勤", "缺勤原因");
        paper.titles.add("考勤统计表（2020年6月17日）");
        int[] sums = new int[6];
        int classes = 2 + random.nextInt(8);
        for (int row = 1; row <= classes; row++) {
            int expected = 20 + random.nextInt(30);
            int sick = random.nextInt(4);
            int fever = sick == 0 ? 0 : random.nextInt(sick + 1);
            int leave = random.nextInt(3);
            int other = random.nextInt(2);
            int[] counts = {expected, expected - sick - leave - other, sick, fever, leave, other};
            for (int place = 0; place < counts.length; place++) {
                sums[place] += counts[place];
            }
            paper.row(row, row + "班", counts[0], counts[1], sick, fever, leave, other, sick > 0 ? "感冒" : null);
        }
        paper.foot.add(new java.util.ArrayList<>(
                java.util.Arrays.asList(null, "合计", sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], null)));
        paper.foot.add(List.of("负责人：李主任"));
        return paper;
    }

    private static Paper attendanceByGroups(Random random) {
        Paper paper = new Paper("attendance")
                .head("班级")
                .group("学生", "应到人数", "实到人数", "病假")
                .group("教职工", "应到人数", "实到人数", "病假")
                .head("缺勤原因");
        paper.titles.add("考勤表");
        for (int row = 1; row <= 2 + random.nextInt(5); row++) {
            int pupils = 30 + random.nextInt(10);
            int sick = random.nextInt(3);
            paper.row(row + "班", pupils, pupils - sick, sick, 3, 3, 0, sick > 0 ? "腹泻" : null);
        }
        return paper;
    }

    private static Paper disinfection(Random random) {
        Paper paper =
                new Paper("disinfection").head("日期", "场所", "作业类型", "开始时间", "结束时间", "方式", "消毒剂", "作用时间(分钟)", "责任人");
        paper.titles.add("消毒通风记录表");
        for (int row = 1; row <= 3 + random.nextInt(6); row++) {
            boolean airing = random.nextBoolean();
            LocalTime start = LocalTime.of(7 + random.nextInt(10), 5 * random.nextInt(12));
            paper.row(
                    DAY,
                    "实训室" + row + ",东",
                    airing ? "通风" : "消毒",
                    start,
                    start.plusMinutes(30),
                    airing ? "自然通风" : "喷洒",
                    airing ? null : "含氯消毒液",
                    30,
                    name(random));
        }
        return paper;
    }

    private static Paper roster(Random random) {
        Paper paper = new Paper("training-roster")
                .head("序号", "姓名", "身份证号", "企业名称", "所属街道", "人员类别", "培训日期", "课程", "学时", "考核结果");
        paper.titles.add("2020年6月安全生产培训人员名册");
        for (int row = 1; row <= 3 + random.nextInt(10); row++) {
            paper.row(
                    row,
                    name(random),
                    idNumber(random, row),
                    oneOf(random, "云溪化工有限公司", "青石机械厂"),
                    "青石街道",
                    oneOf(random, "企业主要负责人", "安全生产管理人员", "其他从业人员"),
                    DAY.minusDays(random.nextInt(16)),
                    "年度再培训",
                    new BigDecimal(oneOf(random, "4", "8", "12.5")),
                    oneOf(random, "合格", "85"));
        }
        return paper;
    }

    private static Paper quota(Random random) {
        Paper paper = new Paper("quota").head("单位").group("考核指标", "企业主要负责人(名)", "安全生产管理人员(名)", "其他从业人员(名)", "合计(名)");
        paper.titles.add("2020年考核指标分解表");
        int principals = 10 + random.nextInt(50);
        paper.row("青石街道", principals, 2 * principals, 5 * principals, 8 * principals);
        return paper;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        name.append(FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length())));
        for (int letter = 0; letter <= random.nextInt(2); letter++) {
            name.append(GIVEN_NAMES.charAt(random.nextInt(GIVEN_NAMES.length())));
        }
        return name.toString();
    }

    /** Of a county that does not exist, with the right last digit; another for each serial number. */
    private static String idNumber(Random random, int serial) {
        String body = "990101%04d%02d%02d%03d"
                .formatted(1960 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28), serial);
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum += (body.charAt(place) - '0') * ((1 << (17 - place)) % 11);
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static BigDecimal temperature(Random random) {
        return BigDecimal.valueOf(360 + random.nextInt(14), 1);
    }

    private static String oneOf(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
