package lingbao.matrix;

import static lingbao.domain.FindingCode.*;
import static lingbao.matrix.Action.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lingbao.domain.IgnoredRow.Reason;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** The heading: rows H of the matrix. */
final class HeadingCases {

    private static final String HEALTH = "health-check";
    private static final String ATTENDANCE = "attendance";
    private static final String DISINFECTION = "disinfection";

    private HeadingCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(
                        twoRows(),
                        outsideGroups(),
                        decorated(),
                        otherWords(),
                        otherThings(),
                        missing(),
                        twice(),
                        extra(),
                        order(),
                        invisible(),
                        hiddenRows(),
                        otherUnits())
                .flatMap(cases -> cases);
    }

    private static Consumer<Workbook> sheet(Consumer<Sheet> content) {
        return workbook -> content.accept(workbook.createSheet("表"));
    }

    private static void merge(Sheet sheet, String... ranges) {
        for (String range : ranges) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        }
    }

    private static void temperaturesUnder(Sheet sheet, String group, String first, String second) {
        GoodSheet.row(sheet, 1, List.of("姓名", "人员类别", group, "", "症状"));
        GoodSheet.row(sheet, 2, List.of("", "", first, second, ""));
        GoodSheet.row(sheet, 3, List.of("王建国", "学员", 36.5, 36.7, "无"));
        merge(sheet, "A1:A2", "B1:B2", "C1:D1", "E1:E2");
    }

    private static void temperaturesOfADay(Sheet sheet, String morning, String noon, String evening) {
        GoodSheet.row(sheet, 1, List.of("姓名", "人员类别", "体温", "", "", "症状"));
        GoodSheet.row(sheet, 2, List.of("", "", morning, noon, evening, ""));
        GoodSheet.row(sheet, 3, List.of("王建国", "学员", 36.5, 36.6, 36.7, "无"));
        merge(sheet, "A1:A2", "B1:B2", "C1:E1", "F1:F2");
    }

    private static void oneHeadingOverTwo(Sheet sheet, Object first, Object second) {
        GoodSheet.row(sheet, 1, List.of("姓名", "人员类别", "体温", "", "症状"));
        GoodSheet.row(sheet, 2, List.of("王建国", "学员", first, second, "无"));
        merge(sheet, "C1:D1");
    }

    private static MatrixCase readsBothTemperatures(MatrixCase made) {
        return made.reads(3, "morningTemperature", 36.5)
                .reads(3, "noonTemperature", 36.7)
                .accepted(1)
                .rejected(0);
    }

    private static Stream<MatrixCase> twoRows() {
        Stream<MatrixCase> workbooks = Stream.of(
                        List.of("体温", "上午", "下午"),
                        List.of("体温（℃）", "晨检", "午检"),
                        List.of("体温\n(℃)", "早检", "午间"),
                        List.of("体温", "上午(℃)", "下午(℃)"),
                        List.of("体温监测", "晨检体温", "午检体温"),
                        List.of("体温监测（℃）", "晨", "午"))
                .map(words -> readsBothTemperatures(MatrixCase.of(
                                "H-01", String.join("|", words).replace('\n', ' '), FIX)
                        .xlsx(sheet(each -> temperaturesUnder(each, words.get(0), words.get(1), words.get(2))))));
        return Stream.concat(
                workbooks,
                Stream.of(
                        readsBothTemperatures(MatrixCase.of("H-01", "of an xls", FIX)
                                .xls(sheet(each -> temperaturesUnder(each, "体温", "上午", "下午")))),
                        readsBothTemperatures(MatrixCase.of("H-01", "of a CSV", FIX)
                                .csv("姓名,人员类别,体温,,症状\n,,上午,下午,\n王建国,学员,36.5,36.7,无\n")),
                        MatrixCase.of("H-01", "体温|早|中|晚", FIX)
                                .xlsx(sheet(each -> temperaturesOfADay(each, "早", "中", "晚")))
                                .reads(3, "morningTemperature", 36.5)
                                .reads(3, "noonTemperature", 36.6)
                                .reads(3, "eveningTemperature", 36.7)
                                .accepted(1),
                        MatrixCase.of("H-01", "体温|早上|中午|晚上", FIX)
                                .xlsx(sheet(each -> temperaturesOfADay(each, "早上", "中午", "晚上")))
                                .reads(3, "morningTemperature", 36.5)
                                .reads(3, "noonTemperature", 36.6)
                                .reads(3, "eveningTemperature", 36.7)
                                .accepted(1),
                        MatrixCase.of("H-01", "体温|晨|午|晚", FIX)
                                .xlsx(sheet(each -> temperaturesOfADay(each, "晨", "午", "晚")))
                                .reads(3, "morningTemperature", 36.5)
                                .reads(3, "noonTemperature", 36.6)
                                .reads(3, "eveningTemperature", 36.7)
                                .accepted(1),
                        MatrixCase.of("H-01", "the group alone", FILE)
                                .xlsx(sheet(each -> temperaturesUnder(each, "体温", "第一组", "第二组")))
                                .ofAll(MISSING_COLUMN)
                                .ofAll(UNKNOWN_COLUMN),
                        MatrixCase.of("H-01", "one heading over two columns of values", FILE)
                                .xlsx(sheet(each -> oneHeadingOverTwo(each, 36.5, 38.6)))
                                .ofAll(MERGED_CROSSES_COLUMNS)
                                .says("C1:D1")
                                .accepted(0),
                        MatrixCase.of("H-01", "one heading over a blank column", FIX)
                                .xlsx(sheet(each -> oneHeadingOverTwo(each, 36.5, "")))
                                .reads(2, "morningTemperature", 36.5)
                                .accepted(1)
                                .rejected(0),
                        MatrixCase.of("H-01", "学生|应到人数", FIX)
                                .xlsx(sheet(each -> {
                                    GoodSheet.row(each, 1, List.of("班级", "学生", "", "教职工", ""));
                                    GoodSheet.row(each, 2, List.of("", "应到人数", "实到人数", "应到人数", "实到人数"));
                                    GoodSheet.row(each, 3, List.of("一班", 30, 30, 3, 3));
                                    merge(each, "A1:A2", "B1:C1", "D1:E1");
                                }))
                                .accepted(1)
                                .rejected(0)));
    }

    private static Stream<MatrixCase> outsideGroups() {
        return Stream.of(
                MatrixCase.of("H-01", "a count outside two groups", ROW)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("班级", "学生", "", "教职工", "", "病假"));
                            GoodSheet.row(each, 2, List.of("", "应到", "实到", "应到", "实到", ""));
                            GoodSheet.row(each, 3, List.of("一班", 30, 28, 2, 2, 2));
                            GoodSheet.row(each, 4, List.of("二班", 30, 30, 2, 2, 0));
                            GoodSheet.row(each, 5, List.of("三班", 30, 30, 2, 2));
                            GoodSheet.row(each, 6, List.of("合计", 90, 88, 6, 6, 2));
                            merge(each, "A1:A2", "B1:C1", "D1:E1", "F1:F2");
                        }))
                        .finds("F3", COUNT_OF_NO_GROUP)
                        .says("学生、教职工")
                        .ignores(6, Reason.TOTAL_ROW)
                        .rejected(1)
                        .accepted(2),
                MatrixCase.of("H-01", "a count outside two groups, of a CSV", ROW)
                        .csv("班级,缺勤原因,迟到,学生,,教师,\n,,,应到,实到,应到,实到\n一班,,3,30,30,2,2\n二班,无,0,30,30,2,2\n")
                        .finds("C3", COUNT_OF_NO_GROUP)
                        .rejected(1)
                        .accepted(1),
                MatrixCase.of("H-01", "a count outside one group and a total", FIX)
                        .csv("班级,病假,学生,,合计,\n,,应到,实到,应到,实到\n一班,2,30,28,33,31\n")
                        .reads(3, "sickAbsent", 2)
                        .accepted(1));
    }

    private static MatrixCase headed(String row, String form, String column, String heading, Object read) {
        return MatrixCase.of(row, heading.replace("\n", "<000A>").replace("\u00A0", "<00A0>"), FIX)
                .file(
                        MatrixCase.NAME + ".xlsx",
                        GoodSheet.of(form).headed(column, heading).xlsx())
                .reads(2, column, read)
                .accepted(2)
                .rejected(0);
    }

    private static Stream<MatrixCase> decorated() {
        return Stream.of(decoratedOnes(), decoratedAll()).flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> decoratedAll() {
        return Stream.of(
                MatrixCase.of(
                                "H-02",
                                "a heading that numbers the words of its list, and cells with the numbers alone",
                                ROW)
                        .csv("姓名,人员类别（1学生 2教职工）,体温\n王建国,1,36.5\n李秀英,2,36.5\n张伟,学生,36.5\n")
                        .finds("B2", CHOICE_UNKNOWN)
                        .finds("B3", CHOICE_UNKNOWN)
                        .says("学员、学生、教职工")
                        .rejected(2)
                        .accepted(1),
                MatrixCase.of("H-02", "every heading with 必填", FIX)
                        .csv("班级（必填）,应到人数（必填）,实到人数（请如实填写）\n一班,30,29\n")
                        .reads(2, "present", 29)
                        .accepted(1),
                MatrixCase.of("H-02", "every heading with the letter of a formula", FIX)
                        .csv("班级,应到人数（A）,实到人数（B）,因病缺勤人数（C）\n一班,30,29,1\n")
                        .reads(2, "present", 29)
                        .accepted(1),
                MatrixCase.of("H-02", "the words of a choice", FIX)
                        .csv("姓名,人员类别（学员/教职工/其他）,体温\n王建国,学员,36.5\n")
                        .reads(2, "personCategory", "学员")
                        .accepted(1));
    }

    private static Stream<MatrixCase> decoratedOnes() {
        return Stream.concat(
                Stream.of(
                                "姓\n名",
                                " 姓名 ",
                                "姓  名",
                                "姓\u3000名",
                                "姓\u00A0名",
                                "*姓名",
                                "＊姓名",
                                "姓名*",
                                "★姓名",
                                "姓名★",
                                "姓名（必填）",
                                "姓名(必填)",
                                "姓名【必填】",
                                "姓名[必填]",
                                "姓名：",
                                "姓名:",
                                "※姓名",
                                "姓名\n（必填）")
                        .map(heading -> headed("H-02", HEALTH, "name", heading, "王建国")),
                Stream.of(
                                "晨检体温(℃)",
                                "晨检体温（℃）",
                                "晨检体温℃",
                                "晨检体温 (°C)",
                                "晨检体温（摄氏度）",
                                "晨检体温/℃",
                                "晨检\n体温\n(℃)",
                                "体温(℃)",
                                "体温（℃）",
                                "體溫（℃）",
                                "体温（必填，℃）",
                                "体温(度)")
                        .map(heading -> headed("H-02", HEALTH, "morningTemperature", heading, 36.5)));
    }

    private static Stream<MatrixCase> otherWords() {
        return Stream.of(
                        Stream.of(
                                        "身份证",
                                        "身份证号",
                                        "证件号码",
                                        "身份证号码",
                                        "证件号",
                                        "居民身份证号码",
                                        "公民身份号码",
                                        "身份證",
                                        "身份證號",
                                        "證件號碼",
                                        "身份證號碼",
                                        "身份证号（18位）")
                                .map(heading -> headed("H-03", HEALTH, "idNumber", heading, "11010519491231002X")),
                        Stream.of("體溫", "晨檢體溫", "上午體溫", "上午体温", "入校体温", "早晨體溫")
                                .map(heading -> headed("H-03", HEALTH, "morningTemperature", heading, 36.5)),
                        Stream.of(
                                headed("H-03", HEALTH, "name", "學員姓名", "王建国"),
                                headed("H-03", HEALTH, "personCategory", "人員類別", "学员"),
                                headed("H-03", HEALTH, "className", "班級", "电工一班"),
                                headed("H-03", HEALTH, "symptoms", "症狀", List.of("无")),
                                headed("H-03", HEALTH, "healthCode", "健康碼", "绿码"),
                                otherWordsOfAbsence(),
                                headed("H-03", ATTENDANCE, "expected", "應到人數", 30),
                                headed("H-03", ATTENDANCE, "present", "實到", 30),
                                headed("H-03", DISINFECTION, "place", "場所", "一号教室"),
                                // What counts temperatures counts nobody in class.
                                MatrixCase.of("H-03", "应检 is not 应到", FILE)
                                        .file(
                                                MatrixCase.NAME + ".xlsx",
                                                GoodSheet.of(ATTENDANCE)
                                                        .headed("expected", "应检人数")
                                                        .xlsx())
                                        .ofAll(MISSING_COLUMN)
                                        .ofAll(UNKNOWN_COLUMN)
                                        .accepted(0),
                                MatrixCase.of("H-03", "an unknown word is listed", FIX)
                                        .file(
                                                MatrixCase.NAME + ".xlsx",
                                                GoodSheet.of(HEALTH)
                                                        .headed("healthCode", "行程卡")
                                                        .xlsx())
                                        .ofAll(UNKNOWN_COLUMN)
                                        .says("行程卡")
                                        .reads(2, "healthCode", null)
                                        .accepted(2)))
                .flatMap(cases -> cases);
    }

    /** A remark makes another thing of one column, which is then left. */
    private static MatrixCase another(String form, String column, String heading) {
        return MatrixCase.of("H-03", heading + " is another thing", FIX)
                .file(
                        MatrixCase.NAME + ".xlsx",
                        GoodSheet.of(form).headed(column, heading).xlsx())
                .ofAll(UNKNOWN_COLUMN)
                .says(heading)
                .reads(2, column, null)
                .accepted(2);
    }

    private static MatrixCase anotherThanRequired(String form, String column, String heading) {
        return lacks("H-03", heading + " is another thing", form, column, heading);
    }

    /** A group of that name makes other things of all below it, in a workbook and in a text. */
    private static Stream<MatrixCase> groupOfOthers(String group) {
        return Stream.of(
                MatrixCase.of("H-03", group + " over 应到, 实到 and 病假", FILE)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("班级", group, "", ""));
                            GoodSheet.row(each, 2, List.of("", "应到", "实到", "病假"));
                            GoodSheet.row(each, 3, List.of("一班", 30, 29, 1));
                            merge(each, "A1:A2", "B1:D1");
                        }))
                        .ofAll(NO_FORM)
                        .accepted(0),
                MatrixCase.of("H-03", group + " over two columns beside good ones, of a CSV", FIX)
                        .csv("班级,今日,,,GROUP,\n,应到,实到,病假,应到,实到\n一班,30,29,1,31,28\n".replace("GROUP", group))
                        .ofAll(UNKNOWN_COLUMN)
                        .ofAll(UNKNOWN_COLUMN)
                        .reads(3, "expected", 30)
                        .reads(3, "present", 29)
                        .accepted(1));
    }

    private static Stream<MatrixCase> groups() {
        return Stream.of(
                MatrixCase.of("H-03", "计划 over 开始 and 结束", FILE)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("日期", "场所", "作业类型", "计划", "", "责任人"));
                            GoodSheet.row(each, 2, List.of("", "", "", "开始时间", "结束时间", ""));
                            GoodSheet.row(each, 3, List.of("2020-06-17", "101", "通风", "07:00", "08:00", "王明"));
                            merge(each, "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2");
                        }))
                        .ofAll(MISSING_COLUMN)
                        .ofAll(UNKNOWN_COLUMN)
                        .accepted(0),
                MatrixCase.of("H-03", "家长 over 姓名, 体温 and 症状", FILE)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("家长", "", "", "学生"));
                            GoodSheet.row(each, 2, List.of("姓名", "体温", "症状", "人员类别"));
                            GoodSheet.row(each, 3, List.of("李四", 37.8, "无", "学生"));
                            merge(each, "A1:C1");
                        }))
                        .ofAll(NO_FORM)
                        .accepted(0),
                MatrixCase.of("H-03", "a group that only names what stands below it", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("班级", "今日", "", "缺勤情况"));
                            GoodSheet.row(each, 2, List.of("", "应到", "实到", "病假"));
                            GoodSheet.row(each, 3, List.of("一班", 30, 29, 1));
                            merge(each, "A1:A2", "B1:C1");
                        }))
                        .reads(3, "present", 29)
                        .reads(3, "sickAbsent", 1)
                        .accepted(1),
                MatrixCase.of("H-03", "a value above the heading of a text", FIX)
                        .csv("填表人,家长,\n姓名,人员类别,体温\n王建国,学员,36.5\n")
                        .reads(3, "morningTemperature", 36.5)
                        .accepted(1));
    }

    private static Stream<MatrixCase> otherThings() {
        return Stream.of(
                        Stream.of("昨日", "本月累计", "女生", "预计").flatMap(HeadingCases::groupOfOthers),
                        groups(),
                        Stream.of("病假（累计）", "病假（本周累计）", "病假（人，累计）", "病假（昨日）", "病假（上周）", "病假（含事假）", "病假（预计）")
                                .map(heading -> another(ATTENDANCE, "sickAbsent", heading)),
                        Stream.of("症状（家长）", "症状（监护人）").map(heading -> another(HEALTH, "symptoms", heading)),
                        Stream.of("结束时间（计划）", "结束时间（开始）").map(heading -> another(DISINFECTION, "endTime", heading)),
                        Stream.of("实到（昨日）", "实到（前一天）", "实到（截至昨天）", "实到（预计）", "实到人数（含请假）", "出勤人数（含病假事假）", "实到（去年同期）")
                                .map(heading -> anotherThanRequired(ATTENDANCE, "present", heading)),
                        Stream.of("应到（昨日）", "应到人数（不含请假）")
                                .map(heading -> anotherThanRequired(ATTENDANCE, "expected", heading)),
                        Stream.of(
                                anotherThanRequired(HEALTH, "morningTemperature", "体温（家长）"),
                                anotherThanRequired(DISINFECTION, "startTime", "开始时间（计划）"),
                                headed("H-03", ATTENDANCE, "expected", "应到（含请假）", 30),
                                headed("H-03", ATTENDANCE, "present", "实到（含迟到）", 30),
                                headed("H-03", ATTENDANCE, "present", "实到（非累计）", 30),
                                headed("H-03", ATTENDANCE, "className", "班级（全称）", "电工一班"),
                                headed("H-03", HEALTH, "name", "姓名（与身份证一致）", "王建国"),
                                headed("H-03", HEALTH, "name", "姓名（家长填写）", "王建国"),
                                headed("H-03", DISINFECTION, "minutes", "作用时间（累计，分钟）", 30),
                                MatrixCase.of("H-03", "实到 beside 实到（昨日）", FIX)
                                        .csv("班级,应到,实到,应到（昨日）,实到（昨日）\n一班,30,29,30,28\n")
                                        .ofAll(UNKNOWN_COLUMN)
                                        .ofAll(UNKNOWN_COLUMN)
                                        .reads(2, "present", 29)
                                        .accepted(1)))
                .flatMap(cases -> cases);
    }

    private static MatrixCase lacks(String row, String variant, String form, String column, String heading) {
        return MatrixCase.of(row, variant, FILE)
                .file(
                        MatrixCase.NAME + ".xlsx",
                        GoodSheet.of(form).headed(column, heading).xlsx())
                .ofAll(MISSING_COLUMN)
                .ofAll(UNKNOWN_COLUMN)
                .says("最接近的表头是：" + heading)
                .accepted(0);
    }

    private static MatrixCase otherWordsOfAbsence() {
        return MatrixCase.of("H-03", "病假数|其中：发热人数|事假数|其他原因缺勤", FIX)
                .csv("班级,应到人数,实到人数,病假数,其中：发热人数,事假数,其他原因缺勤\n一班,30,24,3,1,2,1\n")
                .reads(2, "sickAbsent", 3)
                .reads(2, "fever", 1)
                .reads(2, "personalLeave", 2)
                .reads(2, "otherAbsent", 1)
                .accepted(1);
    }

    private static Stream<MatrixCase> missing() {
        return Stream.of(
                lacks("H-04", "姓名 typed 姓明", HEALTH, "name", "姓明"),
                lacks("H-04", "体温 typed 体瘟", HEALTH, "morningTemperature", "体瘟"),
                lacks("H-04", "体温 for the evening alone", HEALTH, "morningTemperature", "体温（第三次）"),
                lacks("H-04", "实到 typed 实倒", ATTENDANCE, "present", "实倒人数"),
                MatrixCase.of("H-04", "a required column is not there at all", FILE)
                        .file(
                                MatrixCase.NAME + ".xlsx",
                                GoodSheet.of(ATTENDANCE).without("present").xlsx())
                        .ofAll(MISSING_COLUMN)
                        .says("“实到人数”，最接近的表头是：无")
                        .accepted(0),
                MatrixCase.of("H-04", "two are missing", FILE)
                        .csv("姓名,班级,症状,健康码,人员类型\n王建国,一班,无,绿码,学员\n")
                        .ofAll(MISSING_COLUMN)
                        .accepted(0));
    }

    private static Stream<MatrixCase> twice() {
        return Stream.of(
                        List.of("姓名,人员类别,体温,体温\n王建国,学员,36.5,36.6\n", "体温 twice"),
                        List.of("姓名,人员类别,体温,晨检体温\n王建国,学员,36.5,36.6\n", "two words of one column"),
                        List.of("姓名,证件号码,身份证号,人员类别,体温\n王建国,,,学员,36.5\n", "证件号码 and 身份证号"),
                        List.of("姓名,人员类别,體溫,体温\n王建国,学员,36.5,36.6\n", "traditional and simplified"),
                        List.of("姓名,人员类别,体温（℃）,体 温\n王建国,学员,36.5,36.6\n", "with and without a unit"))
                .map(file -> MatrixCase.of("H-05", file.get(1), FILE)
                        .csv(file.get(0))
                        .ofAll(DUPLICATE_COLUMN)
                        .accepted(0));
    }

    private static Stream<MatrixCase> extra() {
        return Stream.of(
                MatrixCase.of("H-06", "an address and a phone", FIX)
                        .csv("姓名,家庭住址,人员类别,体温,家长手机\n王建国,青石路100号,学员,36.5,13900139000\n")
                        .ofAll(UNKNOWN_COLUMN)
                        .ofAll(UNKNOWN_COLUMN)
                        .says("家庭住址")
                        .silentAbout("青石路100号")
                        .silentAbout("13900139000")
                        .accepted(1),
                MatrixCase.of("H-06", "a person's data in a known form of another column", FIX)
                        .csv("班级,应到人数,实到人数,班主任身份证号\n一班,30,30,11010519491231002X\n")
                        .ofAll(UNKNOWN_COLUMN)
                        .silentAbout("19491231")
                        .accepted(1),
                MatrixCase.of("H-06", "a column without a heading", WARN)
                        .csv("班级,应到人数,实到人数,\n一班,30,30,13900139000\n")
                        .finds("D2", COLUMN_WITHOUT_HEADING)
                        .silentAbout("13900139000")
                        .accepted(1),
                MatrixCase.of("H-06", "ticks of the clerk's own without a heading", WARN)
                        .csv("班级,应到人数,实到人数,\n一班,30,30,√\n二班,30,30,√\n")
                        .finds("D2", COLUMN_WITHOUT_HEADING)
                        .says("可以删去")
                        .accepted(2),
                MatrixCase.of("H-06", "two columns without a heading, one of them between others", WARN)
                        .csv("班级,,应到人数,实到人数,\n一班,,30,30,\n二班,甲,30,30,\n三班,乙,30,30,丙\n")
                        .finds("B3", COLUMN_WITHOUT_HEADING)
                        .finds("E4", COLUMN_WITHOUT_HEADING)
                        .says("B 列没有表头，其中 2 个")
                        .says("E 列没有表头，其中 1 个")
                        .accepted(3),
                MatrixCase.of("H-06", "a column without a heading, in a row that nobody answered", WARN)
                        .csv("班级,应到人数,实到人数,\n一班,30,30,\n二班,30,,停课\n")
                        .finds("A3", NOT_ANSWERED)
                        .finds("D3", COLUMN_WITHOUT_HEADING)
                        .accepted(1),
                MatrixCase.of("H-06", "running numbers without a heading", FIX)
                        .csv(",班级,应到人数,实到人数\n1,一班,30,30\n2,二班,30,30\n")
                        .accepted(2),
                MatrixCase.of("H-06", "numbers without a heading that count nothing", WARN)
                        .csv(",班级,应到人数,实到人数\n3,一班,30,30\n7,二班,30,30\n")
                        .finds("A2", COLUMN_WITHOUT_HEADING)
                        .accepted(2),
                MatrixCase.of("H-06", "a column without a heading beside the totals alone", FIX)
                        .csv("班级,应到人数,实到人数,\n一班,30,30,\n二班,30,30,\n合计,60,60,已核对\n")
                        .ignores(4, Reason.TOTAL_ROW)
                        .accepted(2),
                MatrixCase.of("H-06", "a heading of the sender's merged over two columns", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("班级", "应到人数", "实到人数", "天气", ""));
                            GoodSheet.row(each, 2, List.of("一班", 30, 30, "晴", "多云"));
                            merge(each, "D1:E1");
                        }))
                        .ofAll(UNKNOWN_COLUMN)
                        .accepted(1),
                MatrixCase.of("H-06", "a heading in the lower row of two alone", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("班级", "应到人数", "实到人数"));
                            GoodSheet.row(each, 2, List.of("", "", "", "天气"));
                            GoodSheet.row(each, 3, List.of("一班", 30, 30, "晴"));
                            merge(each, "A1:A2", "B1:B2", "C1:C2");
                        }))
                        .accepted(1),
                MatrixCase.of("H-06", "a column that only the table below heads", WARN)
                        .csv("班级,应到人数,实到人数\n一班,30,30,甲\n二班,30,30,乙\n\n" + "班级,应到人数,实到人数,缺勤原因\n三班,30,29,感冒\n四班,30,30,\n")
                        .finds("D2", COLUMN_WITHOUT_HEADING)
                        .says("其中 2 个")
                        .accepted(4),
                MatrixCase.of("H-06", "a comma within a value that nobody quoted", ROW)
                        .csv("姓名,人员类别,体温,症状,备注\n王建国,学员,36.5,咳嗽,发热,请假\n李秀英,学员,36.6,无,\n")
                        .finds("F2", ROW_LONGER_THAN_HEADING)
                        .says("E 列为止")
                        .silentAbout("请假")
                        .rejected(1)
                        .accepted(1),
                MatrixCase.of("H-06", "a comma within a value that nobody quoted, in the only row", ROW)
                        .csv("姓名,人员类别,体温,症状,备注\n王建国,学员,36.5,咳嗽,发热,请假\n")
                        .finds("F2", ROW_LONGER_THAN_HEADING)
                        .rejected(1)
                        .accepted(0),
                MatrixCase.of("H-06", "an unquoted comma above a total that is longer too", ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n二班,30,29,1,180\n合计,60,59,已核对\n")
                        .finds("D3", ROW_LONGER_THAN_HEADING)
                        .ignores(4, Reason.TOTAL_ROW)
                        .rejected(1)
                        .accepted(1),
                MatrixCase.of("H-06", "an unquoted comma in the upper of two tables", ROW)
                        .csv("班级,应到人数,实到人数,缺勤原因\n一班,30,29,感冒,发烧\n二班,30,30\n\n"
                                + "班级,应到人数,实到人数,缺勤原因\n三班,30,30,\n四班,30,29,感冒\n")
                        .finds("E2", ROW_LONGER_THAN_HEADING)
                        .rejected(1)
                        .accepted(3),
                MatrixCase.of("H-06", "an unquoted comma above a table that no form knows", ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,30,甲\n二班,30,30\n\n教室,面积,朝向\n甲,大,南\n")
                        .finds("D2", ROW_LONGER_THAN_HEADING)
                        .finds("A5", TABLE_UNKNOWN)
                        .finds("A6", ROW_OF_REFUSED_TABLE)
                        .rejected(3)
                        .accepted(1),
                MatrixCase.of("H-06", "blank fields behind the end of the heading", FIX)
                        .csv("班级,应到人数,实到人数\n一班,30,30,,\n二班,30,30, \n三班,30,30\n")
                        .accepted(3),
                MatrixCase.of("H-06", "a column behind the heading's end that every row fills", WARN)
                        .csv("班级,应到人数,实到人数\n一班,30,30,√\n二班,30,30,√\n合计,60,60\n填表人：甲\n")
                        .finds("D2", COLUMN_WITHOUT_HEADING)
                        .ignores(4, Reason.TOTAL_ROW)
                        .ignores(5, Reason.SIGNATURE_ROW)
                        .accepted(2),
                MatrixCase.of("H-06", "a column that the upper of two heading rows is as wide as", WARN)
                        .csv("班级,人数,,\n,应到人数,实到人数\n一班,30,30,√\n二班,30,30,\n")
                        .finds("D3", COLUMN_WITHOUT_HEADING)
                        .accepted(2),
                MatrixCase.of("H-06", "a title above a blank heading", FIX)
                        .csv("考勤统计表,,,\n,班级,应到人数,实到人数\n1,一班,30,30\n2,二班,30,30\n")
                        .accepted(2),
                MatrixCase.of("H-06", "a title beside the last heading", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("考勤统计表", "", "", "第一页"));
                            GoodSheet.row(each, 2, List.of("班级", "应到人数", "实到人数"));
                            GoodSheet.row(each, 3, List.of("一班", 30, 30));
                        }))
                        .accepted(1),
                MatrixCase.of("H-06", "the sender's own heading merged down beside ours", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("天气", "考勤统计表"));
                            GoodSheet.row(each, 2, List.of("", "班级", "应到人数", "实到人数"));
                            GoodSheet.row(each, 3, List.of("晴", "一班", 30, 30));
                            merge(each, "A1:A2");
                        }))
                        .ofAll(UNKNOWN_COLUMN)
                        .accepted(1),
                MatrixCase.of("H-06", "a running number", FIX)
                        .csv("序号,班级,应到人数,实到人数\n1,一班,30,30\n")
                        .accepted(1));
    }

    private static Stream<MatrixCase> order() {
        return Stream.of(HEALTH, ATTENDANCE, DISINFECTION)
                .map(form -> MatrixCase.of("H-07", form, FIX)
                        .csv(GoodSheet.of(form).reversed().csv())
                        .accepted(2)
                        .rejected(0))
                .map(each -> each.variant().equals(ATTENDANCE) ? each.reads(2, "expected", 30) : each);
    }

    private static Stream<MatrixCase> invisible() {
        String good = GoodSheet.of(ATTENDANCE).csv();
        return Stream.concat(
                Stream.of(
                        MatrixCase.of("H-08", "a byte order mark", FIX)
                                .csv("\uFEFF" + good)
                                .reads(2, "className", "电工一班")
                                .accepted(2),
                        MatrixCase.of("H-08", "two byte order marks", FIX)
                                .csv("\uFEFF\uFEFF" + good)
                                .reads(2, "className", "电工一班")
                                .accepted(2),
                        MatrixCase.of("H-08", "a byte order mark before a quotation mark", FIX)
                                .csv("\uFEFF" + good.replaceFirst("班级", "\"班级\""))
                                .reads(2, "className", "电工一班")
                                .accepted(2),
                        MatrixCase.of("H-08", "of UTF-16", FIX)
                                .file(MatrixCase.NAME + ".csv", ("\uFEFF" + good).getBytes(StandardCharsets.UTF_16LE))
                                .ofAll(ENCODING_DECIDED)
                                .reads(2, "className", "电工一班")
                                .accepted(2)),
                Stream.of("\u200B班级", "班\u200B级", "班级\u200D", "\uFEFF班级", "\u2060班级", "\u202A班级\u202C", "班\u00AD级")
                        .map(heading -> headed("H-08", ATTENDANCE, "className", heading, "电工一班")
                                .called(String.format(
                                                "U+%04X",
                                                heading.codePoints()
                                                        .filter(point -> point < 0x4E00 || point > 0x9FFF)
                                                        .findFirst()
                                                        .orElseThrow())
                                        + " at " + heading.indexOf('班'))));
    }

    private static MatrixCase hidden(String variant, int... rows) {
        return readsBothTemperatures(MatrixCase.of("H-09", variant, FIX).xlsx(sheet(each -> {
            temperaturesUnder(each, "体温", "上午", "下午");
            for (int row : rows) {
                each.getRow(row - 1).setZeroHeight(true);
            }
        })));
    }

    private static Stream<MatrixCase> hiddenRows() {
        return Stream.of(
                hidden("the upper row of the heading", 1),
                hidden("the lower row of the heading", 2),
                hidden("the whole heading", 1, 2),
                MatrixCase.of("H-09", "a blank hidden row below the heading", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("班级", "应到人数", "实到人数"));
                            each.createRow(1).setZeroHeight(true);
                            GoodSheet.row(each, 3, List.of("一班", 30, 30));
                        }))
                        .reads(3, "expected", 30)
                        .accepted(1),
                MatrixCase.of("H-09", "a hidden title above the heading", FIX)
                        .xlsx(sheet(each -> {
                            GoodSheet.row(each, 1, List.of("考勤统计表"));
                            each.getRow(0).setZeroHeight(true);
                            GoodSheet.row(each, 2, List.of("班级", "应到人数", "实到人数"));
                            GoodSheet.row(each, 3, List.of("一班", 30, 30));
                        }))
                        .reads(3, "expected", 30)
                        .accepted(1));
    }

    private static MatrixCase otherUnit(String form, String column, String heading) {
        return MatrixCase.of("H-10", heading, FILE)
                .file(
                        MatrixCase.NAME + ".xlsx",
                        GoodSheet.of(form).headed(column, heading).xlsx())
                .ofAll(UNIT_DIFFERS)
                .accepted(0);
    }

    private static Stream<MatrixCase> otherUnits() {
        return Stream.of(
                otherUnit(ATTENDANCE, "expected", "应到人数(千人)"),
                otherUnit(ATTENDANCE, "expected", "应到人数（百人）"),
                otherUnit(ATTENDANCE, "expected", "应到人数（单位：万人）"),
                otherUnit(ATTENDANCE, "expected", "应到（%）"),
                otherUnit(HEALTH, "morningTemperature", "晨检体温(℉)"),
                otherUnit(HEALTH, "morningTemperature", "晨检体温℉"),
                otherUnit(HEALTH, "morningTemperature", "体温（华氏度）"),
                otherUnit(HEALTH, "morningTemperature", "体温（°F）"),
                otherUnit(DISINFECTION, "minutes", "作用时间(小时)"),
                otherUnit(DISINFECTION, "minutes", "作用时间(秒)"),
                headed("H-10", ATTENDANCE, "expected", "应到人数(人)", 30),
                headed("H-10", ATTENDANCE, "expected", "应到（名）", 30),
                MatrixCase.of("H-10", "单位：千人 above the table", FILE)
                        .csv("考勤统计表,,单位：千人\n班级,应到人数,实到人数\n一班,30,30\n")
                        .ofAll(UNIT_DIFFERS)
                        .accepted(0),
                MatrixCase.of("H-10", "单位：人 above the table", FIX)
                        .csv("考勤统计表,,单位：人\n班级,应到人数,实到人数\n一班,30,30\n")
                        .accepted(1),
                MatrixCase.of("H-10", "单位：℉ above the table", FILE)
                        .csv("健康监测表,,,单位：℉\n姓名,人员类别,体温,症状\n王建国,学员,97.7,无\n")
                        .ofAll(UNIT_DIFFERS)
                        .finds("C3", TEMPERATURE_OUT_OF_RANGE)
                        .accepted(0));
    }
}
