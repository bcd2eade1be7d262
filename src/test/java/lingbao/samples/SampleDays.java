package lingbao.samples;

import static lingbao.samples.SampleDistrict.Format.CSV;
import static lingbao.samples.SampleDistrict.Format.XLS;
import static lingbao.samples.SampleDistrict.Format.XLSX;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lingbao.samples.SampleDistrict.Degrees;
import lingbao.samples.SampleDistrict.Format;
import lingbao.samples.SampleDistrict.Habit;
import lingbao.samples.SampleDistrict.HealthLook;
import lingbao.samples.SampleDistrict.Member;
import lingbao.samples.SampleDistrict.SiteLook;
import lingbao.samples.TruthCell.FormulaCell;
import org.jspecify.annotations.Nullable;

/** The three days of the demo, institution by institution: who sent what, when, and what was odd about it. */
final class SampleDays {

    static final LocalDate MONDAY = LocalDate.of(2020, 6, 15);
    static final LocalDate TUESDAY = LocalDate.of(2020, 6, 16);
    static final LocalDate WEDNESDAY = LocalDate.of(2020, 6, 17);

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String MORNING = "morningTemperature";

    private final SampleDistrict district = new SampleDistrict();
    private final SplittableRandom random = new SplittableRandom(20200617);
    private final List<SentFile> files = new ArrayList<>();
    private LocalDate today = MONDAY;

    SampleDays() {
        monday();
        tuesday();
        wednesday();
        files.sort(Comparator.comparing(SentFile::receivedAt).thenComparing(SentFile::path));
    }

    SampleDistrict district() {
        return district;
    }

    /** In the order of receipt. */
    List<SentFile> files() {
        return files;
    }

    private void monday() {
        today = MONDAY;
        // 青石街道; 众诚职业技能评价中心 (104) is silent.
        morning("3301900101", "08:12:00", "");
        evening("3301900101", "17:10:00", "日期、时间为单元格格式", site("3301900101"));
        apart("3301900102", "08:40:00", "");
        morning("3301900103", "09:30:00", "恰在截止时刻收到；机构与日期只在标题行");
        evening("3301900103", "17:25:00", "201教室只消毒一次；日期为序列号", without(site("3301900103"), "201教室", "消毒", 1));
        SheetDraft pupils = health("3301900105").temperature(0, "37.8").symptoms(0, "发热", "咳嗽");
        sawDoctor(pupils, 0, null);
        file(
                "3301900105",
                "08:05:00",
                XLSX,
                "日报",
                "两行表头；一名学生发热、咳嗽",
                pupils,
                absent(attendance("3301900105"), 0, 1, 1, 0, 0));
        evening("3301900105", "17:40:00", "", site("3301900105"));
        morning("3301900106", "08:20:00", "没有证件号码列，多出“家长签字”列");
        morning("3301900107", "09:30:01", "晚一秒；体温写作 36。5");
        file(
                "3301900108",
                "08:50:00",
                XLSX,
                "日报",
                "只有预先填好的名单和应到人数，没有填报",
                prefilledHealth("3301900108"),
                prefilledAttendance("3301900108"));
        morning("3301900109", "07:58:00", "列的顺序不同");
        // 河湾街道; 金穗电商培训学校 (206) is silent.
        file(
                "3301900201",
                "08:33:00",
                XLSX,
                "日报",
                "一个体温漏了小数点",
                health("3301900201").damage(4, MORNING, 365, "TEMPERATURE_OUT_OF_RANGE"),
                attendance("3301900201"));
        evening("3301900201", "17:30:00", "汽修车间第三次通风只有 20 分钟", airing(site("3301900201"), "汽修车间", 2, "16:00", "16:20"));
        apart("3301900202", "08:47:00", "GB18030 编码；体温带单位");
        morning("3301900203", "09:05:00", "日期单独成格；体温为文本");
        SheetDraft diarrhoea = health("3301900204").symptoms(10, "腹泻", "呕吐");
        sawDoctor(diarrhoea, 10, "急性胃肠炎");
        file(
                "3301900204",
                "08:15:00",
                XLS,
                "日报",
                "一名学生腹泻、呕吐，体温正常",
                diarrhoea,
                absent(attendance("3301900204"), 1, 1, 0, 0, 0));
        morning("3301900205", "10:47:00", "迟报；体温为全角数字");
        SheetDraft welders = health("3301900207");
        welders.layout().blankRowsAfter(4, 22);
        file(
                "3301900207",
                "08:59:00",
                XLSX,
                "日报",
                "中间空了 22 行",
                welders.warning(Flaw.GAP, "", "BLANK_ROWS_BETWEEN"),
                attendance("3301900207"));
        SheetDraft seventhForm = health("3301900208");
        seventhForm.layout().merged("className");
        file("3301900208", "08:25:00", XLSX, "日报", "班级为跨行合并的单元格", seventhForm, attendance("3301900208"));
        SheetDraft seventhFormAgain = copyOfHealth("3301900208", files.get(files.size() - 1));
        seventhFormAgain.layout().merged("className");
        file(
                "3301900208",
                "17:05:00",
                XLSX,
                "全天",
                "傍晚把三张表合在一个文件里再报一次",
                seventhFormAgain,
                attendance("3301900208"),
                site("3301900208"));
        file("3301900209", "08:45:00", CSV, "健康监测", "只有表头", health("3301900209").empty());
        file("3301900209", "11:20:00", CSV, "健康监测-补", "空表之后补报，按补报的时间算迟报", health("3301900209"));
        // 北岭街道; 北岭技能评价中心 (303) is silent.
        morning("3301900301", "08:10:00", "");
        evening("3301900301", "17:50:00", "", site("3301900301"));
        SheetDraft firefighters = health("3301900302");
        Person wrongNumber = district.member("3301900302").people().get(2);
        file(
                "3301900302",
                "08:55:00",
                XLSX,
                "日报",
                "一个证件号码的校验码不对",
                firefighters.damage(2, "idNumber", otherCheckDigit(wrongNumber.idNumber()), "ID_CHECKSUM"),
                attendance("3301900302"));
        file("3301900302", "09:20:00", XLSX, "日报-更正", "更正证件号码", health("3301900302"), attendance("3301900302"));
        SheetDraft grammarSchool = health("3301900304");
        grammarSchool.layout().title("制表日期：2020年6月14日");
        file("3301900304", "08:02:00", XLSX, "日报", "标题里的制表日期是前一天", grammarSchool, attendance("3301900304"));
        evening(
                "3301900304",
                "18:10:00",
                "高二1班教室下午只通风 45 分钟",
                airing(site("3301900304"), "高二1班教室", 1, "17:30", "18:15"));
        morning("3301900305", "08:30:00", "");
        SheetDraft electricians = health("3301900306");
        SheetDraft electriciansPresent = attendance("3301900306");
        byte[] whole = SheetFile.xlsx(
                List.of(
                        electricians.placed().grid(),
                        electriciansPresent.placed().grid()),
                false);
        raw(
                "3301900306_20200615日报-未传完.xlsx",
                "08:31:00",
                "xlsx 只传了一半",
                Arrays.copyOf(whole, whole.length / 2),
                "CORRUPT");
        file("3301900306", "09:10:00", XLSX, "日报", "重新上传", electricians, electriciansPresent);
        raw("3301900307_2020-06-15_日报.xlsx", "09:00:00", "0 字节", new byte[0], "EMPTY_FILE");
        apart("3301900308", "08:44:00", "机构名称含生僻字");
        file(
                "3301900310",
                "08:30:00",
                XLSX,
                "日报",
                "机构已于 5 月 31 日停业",
                health("3301900310").refused("INSTITUTION_NOT_OPEN"),
                attendance("3301900310").refused("INSTITUTION_NOT_OPEN"));
    }

    private void tuesday() {
        today = TUESDAY;
        // 青石街道
        morning("3301900101", "08:10:00", "");
        evening("3301900101", "17:15:00", "", site("3301900101"));
        file("3301900102", "08:38:00", CSV, "健康监测", "", health("3301900102"));
        SheetDraft lathes = attendance("3301900102");
        lathes.layout().falseTotal("present", 13);
        file("3301900102", "08:39:00", CSV, "考勤", "合计行的实到是 13，各行相加是 12", lathes);
        file(
                "3301900103",
                "09:12:00",
                XLS,
                "日报",
                "会计中级班应到 6、实到 5，没有写缺勤",
                health("3301900103"),
                attendance("3301900103").set(1, "present", 5, 5).error(1, "expected", "SUM_MISMATCH"));
        SheetDraft classrooms =
                site("3301900103").set(0, "date", "6月16日", TUESDAY).warning(0, "date", "DATE_YEAR_TAKEN");
        evening("3301900103", "17:25:00", "第一行的日期没有年份", classrooms);
        morning("3301900104", "08:52:00", "表尾有签名行和说明行；体温带单位");
        SheetDraft pupils =
                health("3301900105").temperature(0, "37.4").symptoms(0, "发热").symptoms(5, "咳嗽");
        sawDoctor(pupils, 0, null);
        file(
                "3301900105",
                "08:07:00",
                XLSX,
                "日报",
                "一名学生发热，另一名咳嗽",
                pupils,
                absent(attendance("3301900105"), 0, 1, 1, 0, 0));
        morning("3301900106", "08:22:00", "");
        evening("3301900106", "17:20:00", "", site("3301900106"));
        file(
                "3301900107",
                "08:41:00",
                XLSX,
                "日报",
                "一个体温写作 36,8",
                health("3301900107").damage(6, MORNING, "36,8", "NUMBER_INVALID"),
                attendance("3301900107"));
        morning("3301900108", "08:55:00", "");
        SheetDraft secondary = health("3301900109");
        secondary.layout().headingRepeatedAfter(11);
        file("3301900109", "07:55:00", XLSX, "日报", "第二页重复表头", secondary, attendance("3301900109"));
        SheetDraft secondaryAgain = copyOfHealth("3301900109", files.get(files.size() - 1));
        file(
                "3301900109",
                "17:40:00",
                XLSX,
                "全天",
                "傍晚把三张表合在一个文件里再报一次",
                secondaryAgain,
                attendance("3301900109"),
                site("3301900109"));
        // 河湾街道
        file("3301900201", "08:30:00", XLSX, "日报", "", health("3301900201"), attendance("3301900201"));
        file(
                "3301900201",
                "10:05:00",
                XLSX,
                "日报-更正",
                "更正一个体温为 37.6；仍是按时",
                copyOfHealth("3301900201", files.get(files.size() - 1)).temperature(3, "37.6"),
                attendance("3301900201"));
        apart("3301900202", "08:50:00", "GB18030 编码；体温带单位");
        raw(
                "3301900203情况说明2020年6月16日.xlsx",
                "09:01:00",
                "一段文字，后缀却是 xlsx",
                """
                关于今日疫情防控工作的情况说明
                我所今日组织电工考评，全体考生和工作人员身体状况良好，无发热、咳嗽等症状。
                特此说明。
                """.getBytes(StandardCharsets.UTF_8),
                "UNSUPPORTED_FORMAT");
        SheetDraft diarrhoea = health("3301900204").symptoms(10, "腹泻");
        sawDoctor(diarrhoea, 10, "急性胃肠炎");
        file(
                "3301900204",
                "08:18:00",
                XLS,
                "日报",
                "同一名学生仍腹泻",
                diarrhoea,
                absent(attendance("3301900204"), 1, 1, 0, 0, 0));
        file(
                "3301900205",
                "08:29:00",
                XLSX,
                "日报",
                "一个体温恰为 ３７．３",
                health("3301900205").set(2, MORNING, "３７．３", new BigDecimal("37.3")),
                attendance("3301900205"));
        Person asNumber = district.member("3301900206").people().get(5);
        file(
                "3301900206",
                "08:44:00",
                XLSX,
                "日报",
                "一个证件号码被 Excel 当作数字",
                health("3301900206")
                        .damage(
                                5,
                                "idNumber",
                                Double.parseDouble(asNumber.idNumber().replace('X', '0')),
                                "ID_PRECISION_LOST"),
                attendance("3301900206"));
        morning("3301900207", "13:02:00", "迟报");
        SheetDraft seventhForm = health("3301900208");
        file("3301900208", "08:24:00", XLSX, "日报", "", seventhForm, attendance("3301900208"));
        again("新建工作表(8)日报 - 副本.xlsx", "08:26:00", "同一个文件又报一次", files.get(files.size() - 1));
        apart("3301900209", "08:40:00", "");
        // 北岭街道
        file("3301900301", "08:14:00", XLSX, "日报", "", health("3301900301"), attendance("3301900301"));
        file(
                "3301900301",
                "09:00:00",
                XLSX,
                "日报-更正",
                "更正时少了两个人",
                copyOfHealth("3301900301", files.get(files.size() - 1))
                        .remove(15)
                        .remove(14)
                        .sheetWarning("FEWER_ROWS"),
                attendance("3301900301"));
        SheetDraft firefighters = health("3301900302");
        for (int row = 0; row < 3; row++) {
            firefighters
                    .set(
                            row,
                            MORNING,
                            new FormulaCell("36+0." + (4 + row), 36.4 + row / 10.0),
                            new BigDecimal("36." + (4 + row)))
                    .warning(row, MORNING, "FORMULA_VALUE");
        }
        file("3301900302", "08:50:00", XLSX, "日报", "三个体温是公式", firefighters, attendance("3301900302"));
        file("3301900303", "09:26:00", XLSX, "健康监测", "只有预先填好的名单", prefilledHealth("3301900303"));
        SheetDraft grammarSchool = health("3301900304");
        grammarSchool.layout().hidden(4);
        file(
                "3301900304",
                "08:03:00",
                XLSX,
                "日报",
                "有一行是隐藏的",
                grammarSchool.sheetWarning("HIDDEN_ROWS"),
                attendance("3301900304"));
        evening("3301900304", "17:55:00", "", site("3301900304"));
        morning("3301900305", "08:33:00", "");
        SheetDraft stranger = health("3301900306");
        stranger.layout().title("机构编码：3301900360");
        file(
                named("3301900360_20200616健康监测.xlsx"),
                "08:36:00",
                XLSX,
                "机构编码写错，登记册里没有",
                stranger.refused("INSTITUTION_UNKNOWN"));
        SheetDraft twoNames = health("3301900307");
        twoNames.layout().title("填报单位：宏图电工培训学校");
        file("3301900307", "09:15:00", XLSX, "健康监测", "标题里是另一个机构", twoNames.refused("INSTITUTION_CONFLICT"));
        morning("3301900307", "09:40:00", "改正机构后重报，已过截止时刻");
        apart("3301900308", "08:46:00", "");
    }

    private void wednesday() {
        today = WEDNESDAY;
        // 青石街道
        file("3301900101", "08:11:00", XLSX, "日报", "", health("3301900101"), attendance("3301900101"));
        SheetDraft nursery =
                copyOfHealth("3301900101", files.get(files.size() - 1)).symptoms(8, "干咳");
        evening("3301900101", "17:10:00", "", site("3301900101"));
        apart("3301900102", "08:37:00", "");
        evening("3301900102", "17:30:00", "", site("3301900102"));
        file(
                "3301900103",
                "08:50:00",
                XLS,
                "日报",
                "一个体温漏了小数点",
                health("3301900103").damage(3, MORNING, 365, "TEMPERATURE_OUT_OF_RANGE"),
                attendance("3301900103"));
        file("3301900103", "09:20:00", XLS, "日报-更正", "更正体温", health("3301900103"), attendance("3301900103"));
        evening("3301900103", "17:20:00", "202教室只消毒一次", without(site("3301900103"), "202教室", "消毒", 1));
        file(
                "3301900104",
                "18:00:00",
                XLSX,
                "全天",
                "三张表在一个文件里，傍晚才报",
                health("3301900104"),
                attendance("3301900104"),
                site("3301900104"));
        SheetDraft pupils = health("3301900105")
                .temperature(0, "37.5")
                .symptoms(0, "发热", "咳嗽")
                .symptoms(5, "咳嗽")
                .symptoms(12, "咽痛");
        sawDoctor(pupils, 0, null);
        file(
                "3301900105",
                "08:06:00",
                XLSX,
                "日报",
                "一名学生发热、咳嗽，一名咳嗽，一名咽痛",
                pupils,
                absent(absent(attendance("3301900105"), 0, 2, 1, 0, 0), 1, 0, 0, 1, 0));
        evening("3301900105", "17:35:00", "", site("3301900105"));
        morning("3301900106", "08:21:00", "");
        evening(
                "3301900106",
                "17:10:00",
                "小一班活动室第二次通风只有 25 分钟",
                airing(site("3301900106"), "小一班活动室", 1, "12:00", "12:25"));
        morning("3301900107", "08:43:00", "体温写作 36。5");
        evening("3301900107", "16:50:00", "", site("3301900107"));
        SheetDraft addresses = new SheetDraft("", "", today, new Layout("通讯录", "序号=#|部门+教务处|电话+略"));
        raw(
                "3301900108_2020-06-17_通讯录.xlsx",
                "09:00:00",
                "没有我们的报表",
                SheetFile.xlsx(List.of(addresses.row().row().placed().grid()), true),
                "NO_FORM");
        file(
                "3301900109",
                "07:57:00",
                XLSX,
                "日报",
                "一名学生体温恰为 37.3，症状写“无”",
                health("3301900109").temperature(2, "37.3"),
                absent(attendance("3301900109"), 0, 1, 1, 0, 0));
        // 河湾街道
        Person wrongNumber = district.member("3301900201").people().get(6);
        file(
                "3301900201",
                "08:31:00",
                XLSX,
                "日报",
                "一个证件号码的校验码不对",
                health("3301900201").damage(6, "idNumber", otherCheckDigit(wrongNumber.idNumber()), "ID_CHECKSUM"),
                attendance("3301900201"));
        SheetDraft workshops = site("3301900201");
        evening(
                "3301900201",
                "17:30:00",
                "最后一次通风的日期是前一天",
                workshops.damage(workshops.size() - 1, "date", serial(TUESDAY), "DATE_NOT_REPORT_DAY"));
        apart("3301900202", "08:46:00", "GB18030 编码；体温带单位");
        evening("3301900202", "17:00:00", "GB18030 编码", site("3301900202"));
        morning("3301900203", "09:30:00", "恰在截止时刻收到");
        SheetDraft diarrhoea = health("3301900204").symptoms(10, "腹泻");
        sawDoctor(diarrhoea, 10, "急性胃肠炎");
        file(
                "3301900204",
                "08:17:00",
                XLS,
                "日报",
                "同一名学生仍腹泻",
                diarrhoea,
                absent(attendance("3301900204"), 1, 1, 0, 0, 0));
        evening("3301900204", "17:15:00", "", site("3301900204"));
        file(
                "3301900205",
                "08:28:00",
                XLSX,
                "日报",
                "只有预先填好的名单和应到人数，始终没有填报",
                prefilledHealth("3301900205"),
                prefilledAttendance("3301900205"));
        file(
                "3301900206",
                "08:45:00",
                XLSX,
                "日报",
                "只有预先填好的名单和应到人数，没有填报",
                prefilledHealth("3301900206"),
                prefilledAttendance("3301900206"));
        file(
                "3301900206",
                "14:10:00",
                XLSX,
                "日报-补",
                "空表之后补报，按补报的时间算迟报",
                health("3301900206"),
                attendance("3301900206"));
        SheetDraft welders = health("3301900207");
        Person twice = district.member("3301900207").people().get(3);
        person(welders, twice, "3301900207");
        file(
                "3301900207",
                "09:02:00",
                XLSX,
                "日报",
                "一个人填了两行，体温不同",
                welders.temperature(3, "36.2")
                        .temperature(12, "36.9")
                        .error(3, "idNumber", "PERSON_CONFLICT")
                        .error(12, "idNumber", "PERSON_CONFLICT"),
                attendance("3301900207"));
        SheetDraft seventhForm = health("3301900208");
        file("3301900208", "08:23:00", XLSX, "日报", "", seventhForm, attendance("3301900208"));
        evening("3301900208", "16:40:00", "", site("3301900208"));
        file("3301900209", "08:50:00", CSV, "考勤", "只报了考勤，没有报健康监测", attendance("3301900209"));
        // 北岭街道
        morning("3301900301", "08:13:00", "");
        evening("3301900301", "17:45:00", "", site("3301900301"));
        SheetDraft firefighters = health("3301900302").temperature(12, "38.2").symptoms(12, "发热", "乏力");
        sawDoctor(firefighters, 12, "上呼吸道感染");
        file(
                "3301900302",
                "08:49:00",
                XLSX,
                "日报",
                "一名工作人员发热、乏力",
                firefighters,
                absent(attendance("3301900302"), 1, 1, 0, 0, 0));
        evening("3301900302", "18:45:00", "没有上午的通风", without(site("3301900302"), "消防实训场", "通风", 0));
        file("3301900303", "08:58:00", XLSX, "健康监测", "没有考勤表", health("3301900303"));
        file(
                "3301900304",
                "08:04:00",
                XLSX,
                "日报",
                "一个体温写作 36,8，一行没有姓名",
                health("3301900304")
                        .damage(1, MORNING, "36,8", "NUMBER_INVALID")
                        .damage(7, "name", null, "REQUIRED_BLANK"),
                attendance("3301900304"));
        evening("3301900304", "18:20:00", "", site("3301900304"));
        SheetDraft kindergarten = health("3301900305").sheetWarning("EXTENSION_DIFFERS");
        SheetDraft kindergartenPresent = attendance("3301900305");
        file(named("3301900305日报.xlsx"), "08:34:00", XLS, "内容是 xls，后缀却是 xlsx", kindergarten, kindergartenPresent);
        SheetDraft otherDate = health("3301900306");
        otherDate.layout().title("日期：2020年6月16日");
        file("3301900306", "08:40:00", XLSX, "健康监测", "标题里的日期与文件名不同", otherDate.refused("PERIOD_CONFLICT"));
        morning("3301900306", "09:25:00", "改正日期后重报");
        SheetDraft future = health("3301900307");
        future.layout().title("日期：2060年6月17日");
        file(named("3301900307日报.xlsx"), "08:47:00", XLSX, "日期写成 2060 年", future.refused("PERIOD_IN_FUTURE"));
        file(
                named("㙓塘茶艺评价中心2020年6月17日健康监测.xlsx"),
                "08:42:00",
                CSV,
                "内容是 CSV，后缀却是 xlsx",
                health("3301900308").sheetWarning("TEXT_NAMED_AS_WORKBOOK"));
        SheetDraft noExpected = draft(
                TruthSheet.ATTENDANCE,
                "3301900308",
                new Layout("考勤", "序号=#|班别=className|人数+8|实到=present|病假=sickAbsent|事假=personalLeave"));
        noExpected.row().fill("className", "茶艺考场").fill("present", 8).fill("sickAbsent", 0);
        file("3301900308", "08:43:00", CSV, "考勤", "没有“应到”这一列", noExpected.refused("MISSING_COLUMN"));
        morning("3301900309", "09:10:00", "当天开业");
        later(
                "3301900101",
                LocalDate.of(2020, 6, 18),
                "10:00:00",
                "日报-更正",
                "第二天更正：一名学员干咳；仍是按时",
                nursery,
                attendance("3301900101"));
    }

    /** The day's usual workbook: who is well, and who is there. */
    private void morning(String code, String time, String oddity) {
        Format format = district.member(code).habit().format();
        file(code, time, format, "日报", oddity, health(code), attendance(code));
    }

    /** The same as two files, one after the other. */
    private void apart(String code, String time, String oddity) {
        Format format = district.member(code).habit().format();
        file(code, time, format, "健康监测", oddity, health(code));
        file(code, LocalTime.parse(time).plusMinutes(1) + ":00", format, "考勤", oddity, attendance(code));
    }

    private void evening(String code, String time, String oddity, SheetDraft site) {
        file(code, time, district.member(code).habit().format(), "消毒通风", oddity, site);
    }

    private void file(String code, String time, Format format, String part, String oddity, SheetDraft... sheets) {
        file(name(district.member(code), part, format), time, format, oddity, sheets);
    }

    private void later(String code, LocalDate received, String time, String part, String oddity, SheetDraft... sheets) {
        String path = name(district.member(code), part, XLSX);
        add(path, received.atTime(LocalTime.parse(time)).atOffset(ZoneOffset.ofHours(8)), XLSX, oddity, sheets);
    }

    private void file(String path, String time, Format format, String oddity, SheetDraft... sheets) {
        add(path, at(time), format, oddity, sheets);
    }

    private void add(String path, OffsetDateTime receivedAt, Format format, String oddity, SheetDraft... sheets) {
        List<PlacedSheet> placed = Stream.of(sheets).map(SheetDraft::placed).toList();
        List<Grid> grids = placed.stream().map(PlacedSheet::grid).toList();
        byte[] bytes = SheetFile.of(format, grids);
        files.add(new SentFile(path, receivedAt, oddity, bytes, placed, List.of()));
    }

    private void raw(String name, String time, String oddity, byte[] bytes, String code) {
        files.add(new SentFile(named(name), at(time), oddity, bytes, List.of(), List.of(code)));
    }

    private void again(String name, String time, String oddity, SentFile first) {
        files.add(new SentFile(named(name), at(time), oddity, first.bytes(), first.sheets(), List.of()));
    }

    private OffsetDateTime at(String time) {
        return today.atTime(LocalTime.parse(time)).atOffset(ZoneOffset.ofHours(8));
    }

    private String named(String name) {
        return today + "/" + name;
    }

    private String name(Member member, String part, Format format) {
        String code = member.institution().code();
        String whose =
                switch (member.habit().naming()) {
                    case CODE_DATE -> code + "_" + today + "_";
                    case NAME_DATE -> member.institution().name() + CHINESE.format(today);
                    case CODE_ONLY -> code;
                    case TITLE_ONLY -> "新建工作表(" + Integer.parseInt(code.substring(8)) + ")";
                    case CODE_COMPACT -> code + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(today);
                };
        return named(whose + part + "." + format.ending());
    }

    private SheetDraft draft(String form, String code, Layout layout) {
        return new SheetDraft(form, code, today, layout);
    }

    /** Everybody well. */
    private SheetDraft health(String code) {
        Member member = district.member(code);
        SheetDraft draft =
                draft(TruthSheet.HEALTH, code, titled(member.habit().health().layout(), member, "每日健康监测表"));
        member.people().forEach(person -> person(draft, person, code));
        String reporter = member.reporter().name();
        switch (member.habit().health()) {
            case TEMPLATE, TWO_ROWS -> draft.layout().foot("填表人：" + reporter + "　　审核人：" + reporter);
            case STARRED -> draft.layout().foot().foot("注：体温单位为℃，请如实填写。");
            case MUST_FILL -> draft.layout().foot("注：37.3℃及以上请立即报告。").foot("填表人：" + reporter, null, "日期：" + today);
            case OTHER_ORDER, KINDERGARTEN -> {}
        }
        return draft;
    }

    private void person(SheetDraft draft, Person person, String code) {
        Habit habit = district.member(code).habit();
        BigDecimal temperature = new BigDecimal("36." + random.nextInt(1, 10));
        draft.row()
                .fill("name", person.name())
                .fill("idNumber", person.idNumber())
                .fill("personCategory", person.category())
                .fill("className", person.className())
                .fill(MORNING, typed(temperature, habit.degrees()), temperature)
                .fill("symptoms", habit.health() == HealthLook.STARRED ? "正常" : "无", List.of("无"))
                .fill("contactHistory", "否", false)
                .fill("healthCode", "绿码")
                .fill("sawDoctor", "否", false);
    }

    private static Object typed(BigDecimal temperature, Degrees degrees) {
        return switch (degrees) {
            case NUMBER -> temperature;
            case TEXT -> temperature.toString();
            case CELSIUS -> temperature + "℃";
            case CHINESE_POINT -> temperature.toString().replace('.', '。');
            case FULL_WIDTH ->
                temperature
                        .toString()
                        .chars()
                        .map(character -> character == '.' ? '．' : character - '0' + '０')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    private SheetDraft prefilledHealth(String code) {
        return health(code).unanswered(List.of("name", "idNumber", "personCategory", "className"));
    }

    /** The same persons with the same temperatures as in an earlier file. */
    private SheetDraft copyOfHealth(String code, SentFile earlier) {
        Member member = district.member(code);
        SheetDraft draft =
                draft(TruthSheet.HEALTH, code, titled(member.habit().health().layout(), member, "每日健康监测表"));
        for (TruthRow row : earlier.sheets().get(0).truth().rows()) {
            draft.row();
            row.cells().forEach((column, cell) -> draft.fill(column, cell.written(), cell.value()));
        }
        return draft;
    }

    private static void sawDoctor(SheetDraft draft, int row, @Nullable String diagnosis) {
        draft.set(row, "sawDoctor", "是", true);
        if (diagnosis != null && draft.layout().has("diagnosis")) {
            draft.set(row, "diagnosis", diagnosis, diagnosis);
        }
    }

    /** Everybody there. */
    private SheetDraft attendance(String code) {
        Member member = district.member(code);
        SheetDraft draft = draft(
                TruthSheet.ATTENDANCE, code, titled(member.habit().attendance().layout(), member, "考勤统计表"));
        Map<String, List<Person>> classes = new LinkedHashMap<>();
        member.people().forEach(person -> classes.computeIfAbsent(person.className(), name -> new ArrayList<>())
                .add(person));
        classes.forEach((name, persons) -> {
            draft.row()
                    .fill("className", name)
                    .fill("personCategory", persons.get(0).category())
                    .fill("expected", persons.size())
                    .fill("present", persons.size());
            Stream.of("sickAbsent", "fever", "personalLeave", "otherAbsent", "lateCount", "earlyLeave")
                    .forEach(column -> draft.fill(column, 0));
            draft.fill("reporter", member.reporter().name());
        });
        switch (member.habit().attendance()) {
            case TEMPLATE -> draft.layout().totals();
            case WORDY ->
                draft.layout().totals().foot("填报人（签字）：" + member.reporter().name());
            case SHORT -> {}
        }
        return draft;
    }

    private static SheetDraft absent(SheetDraft attendance, int row, int sick, int fever, int personal, int other) {
        int expected = attendance.truth().rows().get(row).count("expected");
        int present = expected - sick - personal - other;
        attendance.set(row, "present", present, present).set(row, "sickAbsent", sick, sick);
        if (attendance.layout().has("fever")) {
            attendance.set(row, "fever", fever, fever);
        }
        return attendance.set(row, "personalLeave", personal, personal).set(row, "otherAbsent", other, other);
    }

    private SheetDraft prefilledAttendance(String code) {
        return attendance(code).unanswered(List.of("className", "personCategory", "expected"));
    }

    /** All that the policy of the place asks, in each of the institution's places. */
    private SheetDraft site(String code) {
        Member member = district.member(code);
        SheetDraft draft =
                draft(TruthSheet.SITE, code, titled(member.habit().site().layout(), member, "消毒通风记录表"));
        boolean beijing = member.institution().region().equals("330190003");
        for (String place : member.places()) {
            for (String start : beijing ? List.of("17:20") : List.of("07:40", "16:40")) {
                action(draft, member, place, "消毒", start, null, "喷洒");
            }
            for (String times : beijing
                    ? List.of("11:30-12:30", "17:30-18:30")
                    : List.of("08:00-08:30", "12:00-12:40", "16:00-16:35")) {
                action(draft, member, place, "通风", times.substring(0, 5), times.substring(6), "自然通风");
            }
        }
        if (member.habit().site() == SiteLook.TEMPLATE) {
            draft.layout().foot("检查人签字：" + member.reporter().name());
        }
        return draft;
    }

    private void action(
            SheetDraft draft,
            Member member,
            String place,
            String action,
            String start,
            @Nullable String end,
            String method) {
        SiteLook look = member.habit().site();
        draft.row().fill("date", dated(member, today), today).fill("place", place);
        draft.fill("action", action).fill("startTime", timed(look, start), LocalTime.parse(start));
        if (end != null) {
            draft.fill("endTime", timed(look, end), LocalTime.parse(end));
        } else {
            draft.fill("agent", "84消毒液").fill("concentration", "500").fill("minutes", 30);
        }
        draft.fill("method", method).fill("responsible", member.reporter().name());
    }

    private static Object dated(Member member, LocalDate date) {
        return switch (member.habit().site()) {
            case TEMPLATE -> date;
            case SHORT -> CHINESE.format(date);
            case BARE ->
                member.habit().format() == XLSX || member.habit().format() == XLS
                        ? serial(date)
                        : date.toString().replace("-0", ".").replace('-', '.');
        };
    }

    private static Object timed(SiteLook look, String time) {
        return look == SiteLook.TEMPLATE ? LocalTime.parse(time) : time;
    }

    /** The number under which Excel keeps a date. */
    private static int serial(LocalDate date) {
        return (int) (date.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());
    }

    /** Leaves out the action of a place, counted from 0. */
    private static SheetDraft without(SheetDraft site, String place, String action, int which) {
        return site.remove(indexOf(site, place, action, which));
    }

    private SheetDraft airing(SheetDraft site, String place, int which, String start, String end) {
        int row = indexOf(site, place, "通风", which);
        SiteLook look = district.member(site.truth().institution()).habit().site();
        return site.set(row, "startTime", timed(look, start), LocalTime.parse(start))
                .set(row, "endTime", timed(look, end), LocalTime.parse(end));
    }

    private static int indexOf(SheetDraft site, String place, String action, int which) {
        List<TruthRow> rows = site.truth().rows();
        int seen = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).text("place").equals(place)
                    && rows.get(row).text("action").equals(action)) {
                if (seen == which) {
                    return row;
                }
                seen++;
            }
        }
        throw new IllegalArgumentException(place + " has no action " + action + " number " + which);
    }

    private static String otherCheckDigit(String idNumber) {
        char last = idNumber.charAt(17);
        return idNumber.substring(0, 17) + (last == '1' ? '2' : '1');
    }

    /** Says above the heading what the file's name leaves open. */
    private Layout titled(Layout layout, Member member, String title) {
        String name = member.institution().name();
        return switch (member.habit().naming()) {
            case CODE_DATE -> layout.title(name + title).titlesMerged();
            case NAME_DATE -> layout.title("云溪区疫情防控" + title).title("填报单位：" + name);
            case CODE_ONLY -> layout.title(title).title("日期", today);
            case TITLE_ONLY -> layout.title(name).title(CHINESE.format(today) + title);
            case CODE_COMPACT -> layout;
        };
    }
}
