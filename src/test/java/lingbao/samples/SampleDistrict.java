package lingbao.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The invented district 云溪区 (a code that no real place has): its register, the people of each institution, and the way
 * each institution likes to lay out its sheets.
 */
final class SampleDistrict {

    private static final String DISTRICT = "330190";
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 9, 1);

    /** In what a file is saved. */
    enum Format {
        XLSX("xlsx"),
        XLS("xls"),
        CSV("csv"),
        CSV_GB18030("csv");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    /** Where a file says whose it is and for when. */
    enum Naming {
        /** The code and 2020-06-17 in the file's name. */
        CODE_DATE,
        /** The full name and 2020年6月17日 in the file's name. */
        NAME_DATE,
        /** The code in the file's name, the date above the heading. */
        CODE_ONLY,
        /** Nothing in the file's name, both above the heading. */
        TITLE_ONLY,
        /** The code and 20200617 in the file's name. */
        CODE_COMPACT
    }

    /** How temperatures are typed. */
    enum Degrees {
        NUMBER,
        CELSIUS,
        FULL_WIDTH,
        CHINESE_POINT,
        TEXT
    }

    /** The wording of the health sheet's headings. */
    enum HealthLook {
        TEMPLATE("序号=#|姓名=name|证件号码=idNumber|人员类别=personCategory|班级=className|晨检体温=morningTemperature"
                + "|午检体温=noonTemperature|症状=symptoms|近14天重点地区旅居或接触史=contactHistory|健康码=healthCode|是否就诊=sawDoctor"
                + "|初步诊断=diagnosis|备注=remark"),
        STARRED("序号=#|*姓名=name|身份证号码=idNumber|*身份=personCategory|班别=className|*体温（℃）=morningTemperature"
                + "|身体状况=symptoms|健康码=healthCode|是否就诊=sawDoctor|备注=remark"),
        OTHER_ORDER("班级=className|类别=personCategory|姓名=name|上午体温=morningTemperature|下午体温=noonTemperature|临床症状=symptoms"
                + "|是否有重点疫区接触史=contactHistory|联系地址+云溪区"),
        MUST_FILL("姓名（必填）=name|身份证号=idNumber|人员类别（必填）=personCategory|班次=className|早检体温(℃)（必填）=morningTemperature"
                + "|主要症状=symptoms|是否就诊=sawDoctor|初步诊断=diagnosis"),
        KINDERGARTEN("序号=#|姓 名=name|班 级=className|人员类别=personCategory|入校体温=morningTemperature|症状=symptoms|家长签字+已签"
                + "|备 注=remark"),
        TWO_ROWS("序号=#|姓名=name|证件号=idNumber|人员类别=personCategory|班级=className|晨检体温=morningTemperature"
                + "|午检体温=noonTemperature|症状=symptoms|健康码=healthCode|是否就诊=sawDoctor");

        private final String columns;

        HealthLook(String columns) {
            this.columns = columns;
        }

        Layout layout() {
            Layout layout = new Layout("健康监测", columns);
            return this == TWO_ROWS ? layout.groups(":1|基本信息:4|体温监测:2|健康状况:3") : layout;
        }
    }

    /** The wording of the attendance sheet's headings. */
    enum AttendanceLook {
        TEMPLATE("班级=className|人员类别=personCategory|应到人数=expected|实到人数=present|因病缺勤人数=sickAbsent|其中发热=fever"
                + "|事假人数=personalLeave|其他缺勤=otherAbsent|迟到=lateCount|早退=earlyLeave|缺勤原因=reason|填报人=reporter"),
        SHORT("序号=#|班别=className|应到=expected|实到=present|病假=sickAbsent|事假=personalLeave|因其他原因请假人数=otherAbsent"
                + "|情况说明=reason"),
        WORDY("班级名称=className|班级人数=expected|出勤人数=present|因病缺课人数=sickAbsent|因发热未到或请假=fever|事假=personalLeave"
                + "|其他缺勤=otherAbsent");

        private final String columns;

        AttendanceLook(String columns) {
            this.columns = columns;
        }

        Layout layout() {
            return new Layout("考勤", columns);
        }
    }

    /** The wording of the disinfection sheet's headings. */
    enum SiteLook {
        TEMPLATE("日期=date|场所=place|场所类别=placeCategory|作业类型=action|开始时间=startTime|结束时间=endTime|方式=method|消毒剂=agent"
                + "|浓度(mg/L)=concentration|作用时间(分钟)=minutes|责任人=responsible|检查人=inspector|备注=remark"),
        SHORT("序号=#|日期=date|消毒区域=place|类型=action|消毒时间=startTime|结束时间=endTime|消毒方式=method|消毒剂名称=agent|执行人员=responsible"),
        BARE("日期=date|地点=place|作业类型=action|时间=startTime|结束时间=endTime|方式=method|负责人=responsible");

        private final String columns;

        SiteLook(String columns) {
            this.columns = columns;
        }

        Layout layout() {
            return new Layout("消毒通风", columns);
        }
    }

    /** How one institution reports. */
    record Habit(
            Format format,
            Naming naming,
            Degrees degrees,
            HealthLook health,
            AttendanceLook attendance,
            SiteLook site) {}

    /** An institution with its people, in the order of its classes. */
    record Member(
            TruthInstitution institution, Habit habit, Person principal, List<Person> people, List<String> places) {

        Person reporter() {
            return people.get(people.size() - 1);
        }
    }

    private final List<TruthRegion> regions = List.of(
            new TruthRegion(DISTRICT, "云溪区", "", "district", "holingol"),
            new TruthRegion("330190001", "青石街道", DISTRICT, "subdistrict", ""),
            new TruthRegion("330190002", "河湾街道", DISTRICT, "subdistrict", ""),
            new TruthRegion("330190003", "北岭街道", DISTRICT, "subdistrict", "beijing"));
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final InventedPeople people = new InventedPeople(20200615);

    SampleDistrict() {
        Habit template = habit(
                Format.XLSX,
                Naming.CODE_DATE,
                Degrees.NUMBER,
                HealthLook.TEMPLATE,
                AttendanceLook.TEMPLATE,
                SiteLook.TEMPLATE);
        // 青石街道
        member("3301900101", "新程职业培训学校", "培训机构", template, "教室101、实训室", "育婴员1班:学员:7", "保育员2班:学员:6", "工作人员:工作人员:3");
        member(
                "3301900102",
                "蓝海技工培训中心",
                "培训机构",
                habit(
                        Format.CSV,
                        Naming.CODE_COMPACT,
                        Degrees.TEXT,
                        HealthLook.STARRED,
                        AttendanceLook.SHORT,
                        SiteLook.SHORT),
                "数控车间、办公室",
                "数控1班:学员:9",
                "工作人员:工作人员:3");
        member(
                "3301900103",
                "知行会计培训学校",
                "培训机构",
                habit(
                        Format.XLS,
                        Naming.TITLE_ONLY,
                        Degrees.NUMBER,
                        HealthLook.STARRED,
                        AttendanceLook.TEMPLATE,
                        SiteLook.BARE),
                "201教室、202教室",
                "会计初级班:学员:8",
                "会计中级班:学员:6",
                "工作人员:工作人员:2");
        member(
                "3301900104",
                "众诚职业技能评价中心",
                "评价机构",
                habit(
                        Format.XLSX,
                        Naming.CODE_ONLY,
                        Degrees.CELSIUS,
                        HealthLook.MUST_FILL,
                        AttendanceLook.SHORT,
                        SiteLook.SHORT),
                "一号考场",
                "电梯考场:考生:8",
                "考务组:工作人员:4");
        member(
                "3301900105",
                "青石第一小学",
                "学校",
                habit(
                        Format.XLSX,
                        Naming.NAME_DATE,
                        Degrees.NUMBER,
                        HealthLook.TWO_ROWS,
                        AttendanceLook.WORDY,
                        SiteLook.TEMPLATE),
                "三年级1班教室、三年级2班教室、食堂",
                "三年级1班:学生:10",
                "三年级2班:学生:9",
                "教师组:教职工:4");
        member(
                "3301900106",
                "青石中心幼儿园",
                "幼儿园",
                habit(
                        Format.XLS,
                        Naming.CODE_DATE,
                        Degrees.NUMBER,
                        HealthLook.KINDERGARTEN,
                        AttendanceLook.SHORT,
                        SiteLook.BARE),
                "大一班活动室、小一班活动室",
                "大一班:学生:8",
                "小一班:学生:7",
                "教师组:教职工:3");
        member(
                "3301900107",
                "启明星幼儿园",
                "幼儿园",
                habit(
                        Format.XLSX,
                        Naming.TITLE_ONLY,
                        Degrees.CHINESE_POINT,
                        HealthLook.KINDERGARTEN,
                        AttendanceLook.WORDY,
                        SiteLook.SHORT),
                "中一班活动室",
                "中一班:学生:8",
                "教师组:教职工:3");
        member("3301900108", "巧手家政培训学校", "培训机构", template, "301教室", "月嫂3班:学员:10", "工作人员:工作人员:2");
        member(
                "3301900109",
                "青石实验中学",
                "学校",
                habit(
                        Format.XLSX,
                        Naming.NAME_DATE,
                        Degrees.NUMBER,
                        HealthLook.OTHER_ORDER,
                        AttendanceLook.TEMPLATE,
                        SiteLook.SHORT),
                "七年级4班教室、八年级1班教室",
                "七年级4班:学生:11",
                "八年级1班:学生:9",
                "教师组:教职工:4");
        // 河湾街道
        member(
                "3301900201",
                "长河汽修培训学校",
                "培训机构",
                habit(
                        Format.XLSX,
                        Naming.CODE_DATE,
                        Degrees.NUMBER,
                        HealthLook.STARRED,
                        AttendanceLook.TEMPLATE,
                        SiteLook.BARE),
                "汽修车间、钣金车间",
                "汽修12班:学员:9",
                "钣金3班:学员:6",
                "工作人员:工作人员:3");
        member(
                "3301900202",
                "德馨护理培训中心",
                "培训机构",
                habit(
                        Format.CSV_GB18030,
                        Naming.NAME_DATE,
                        Degrees.CELSIUS,
                        HealthLook.MUST_FILL,
                        AttendanceLook.SHORT,
                        SiteLook.BARE),
                "护理实训室",
                "护理员5班:学员:10",
                "工作人员:工作人员:2");
        member(
                "3301900203",
                "河湾职业技能鉴定所",
                "评价机构",
                habit(
                        Format.XLSX,
                        Naming.CODE_ONLY,
                        Degrees.TEXT,
                        HealthLook.TEMPLATE,
                        AttendanceLook.SHORT,
                        SiteLook.TEMPLATE),
                "电工考场",
                "电工考场:考生:9",
                "考务组:工作人员:3");
        member(
                "3301900204",
                "河湾小学",
                "学校",
                habit(
                        Format.XLS,
                        Naming.NAME_DATE,
                        Degrees.NUMBER,
                        HealthLook.TEMPLATE,
                        AttendanceLook.WORDY,
                        SiteLook.SHORT),
                "一年级2班教室、五年级1班教室",
                "一年级2班:学生:9",
                "五年级1班:学生:8",
                "教师组:教职工:4");
        member(
                "3301900205",
                "小叶幼儿园",
                "幼儿园",
                habit(
                        Format.XLSX,
                        Naming.CODE_DATE,
                        Degrees.FULL_WIDTH,
                        HealthLook.KINDERGARTEN,
                        AttendanceLook.SHORT,
                        SiteLook.BARE),
                "大二班活动室、中二班活动室",
                "大二班:学生:7",
                "中二班:学生:6",
                "教师组:教职工:3");
        member("3301900206", "金穗电商培训学校", "培训机构", template, "直播间", "直播1班:学员:9", "工作人员:工作人员:2");
        member(
                "3301900207",
                "匠心焊接培训学校",
                "培训机构",
                habit(
                        Format.XLSX,
                        Naming.CODE_COMPACT,
                        Degrees.FULL_WIDTH,
                        HealthLook.STARRED,
                        AttendanceLook.SHORT,
                        SiteLook.SHORT),
                "焊接车间",
                "焊工7班:学员:10",
                "工作人员:工作人员:2");
        member(
                "3301900208",
                "河湾外国语学校",
                "学校",
                habit(
                        Format.XLSX,
                        Naming.TITLE_ONLY,
                        Degrees.NUMBER,
                        HealthLook.TWO_ROWS,
                        AttendanceLook.TEMPLATE,
                        SiteLook.TEMPLATE),
                "七年级1班教室、七年级2班教室",
                "七年级1班:学生:10",
                "七年级2班:学生:9",
                "教师组:教职工:4");
        member(
                "3301900209",
                "七彩幼儿园",
                "幼儿园",
                habit(
                        Format.CSV,
                        Naming.CODE_DATE,
                        Degrees.NUMBER,
                        HealthLook.KINDERGARTEN,
                        AttendanceLook.WORDY,
                        SiteLook.BARE),
                "小三班活动室",
                "小三班:学生:7",
                "教师组:教职工:3");
        // 北岭街道
        member("3301900301", "北岭建筑工培训学校", "培训机构", template, "砌筑场地、钢筋场地", "砌筑工2班:学员:9", "钢筋工1班:学员:7", "工作人员:工作人员:2");
        member(
                "3301900302",
                "安泰消防培训中心",
                "培训机构",
                habit(
                        Format.XLSX,
                        Naming.CODE_DATE,
                        Degrees.NUMBER,
                        HealthLook.MUST_FILL,
                        AttendanceLook.SHORT,
                        SiteLook.TEMPLATE),
                "消防实训场",
                "消防员4班:学员:11",
                "工作人员:工作人员:3");
        member("3301900303", "北岭技能评价中心", "评价机构", template, "二号考场", "评价一场:考生:9", "考务组:工作人员:3");
        member(
                "3301900304",
                "北岭中学",
                "学校",
                habit(
                        Format.XLSX,
                        Naming.NAME_DATE,
                        Degrees.NUMBER,
                        HealthLook.TEMPLATE,
                        AttendanceLook.TEMPLATE,
                        SiteLook.SHORT),
                "高一3班教室、高二1班教室",
                "高一3班:学生:11",
                "高二1班:学生:9",
                "教师组:教职工:4");
        member(
                "3301900305",
                "松果幼儿园",
                "幼儿园",
                habit(
                        Format.XLS,
                        Naming.CODE_ONLY,
                        Degrees.CELSIUS,
                        HealthLook.KINDERGARTEN,
                        AttendanceLook.WORDY,
                        SiteLook.BARE),
                "松果大班活动室",
                "大班:学生:8",
                "教师组:教职工:3");
        member(
                "3301900306",
                "宏图电工培训学校",
                "培训机构",
                habit(
                        Format.XLSX,
                        Naming.CODE_COMPACT,
                        Degrees.NUMBER,
                        HealthLook.STARRED,
                        AttendanceLook.TEMPLATE,
                        SiteLook.TEMPLATE),
                "电工实训室",
                "电工6班:学员:10",
                "工作人员:工作人员:2");
        member("3301900307", "明德美容培训学校", "培训机构", template, "美容教室", "美容2班:学员:8", "工作人员:工作人员:2");
        member(
                "3301900308",
                "㙓塘茶艺评价中心",
                "评价机构",
                habit(
                        Format.CSV,
                        Naming.NAME_DATE,
                        Degrees.NUMBER,
                        HealthLook.STARRED,
                        AttendanceLook.SHORT,
                        SiteLook.SHORT),
                "茶艺考场",
                "茶艺考场:考生:8",
                "考务组:工作人员:2");
        member(
                "3301900309",
                "北岭新苑幼儿园",
                "幼儿园",
                LocalDate.of(2020, 6, 17),
                null,
                habit(
                        Format.XLSX,
                        Naming.CODE_DATE,
                        Degrees.NUMBER,
                        HealthLook.KINDERGARTEN,
                        AttendanceLook.SHORT,
                        SiteLook.BARE),
                List.of("新苑小班活动室"),
                List.of("小班:学生:7", "教师组:教职工:3"));
        member(
                "3301900310",
                "旧港船员培训学校",
                "培训机构",
                LONG_AGO,
                LocalDate.of(2020, 5, 31),
                template,
                List.of("航海教室"),
                List.of("船员9班:学员:6"));
    }

    List<TruthRegion> regions() {
        return regions;
    }

    List<TruthInstitution> institutions() {
        return members.values().stream().map(Member::institution).toList();
    }

    Member member(String code) {
        return Objects.requireNonNull(members.get(code), code);
    }

    /** The regions as {@code load regions} takes them, with those of another district. */
    Grid regionRegister(List<TruthRegion> others) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of("代码", "名称", "上级代码", "级别", "适用政策"));
        Stream.concat(regions.stream(), others.stream())
                .forEach(region -> rows.add(
                        List.of(region.code(), region.name(), region.parent(), region.level(), region.policy())));
        return new Grid("区域", rows, List.of(), Set.of());
    }

    /** The institutions as {@code load institutions} takes them, with those of another district. */
    Grid institutionRegister(List<TruthInstitution> others) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of("机构编码", "机构名称", "机构类型", "所属街道代码", "负责人", "填报人", "联系电话", "邮箱", "开业日期", "停业日期", "教室数", "办公室数"));
        for (Member member : members.values()) {
            rows.add(registered(
                    member.institution(),
                    rows.size(),
                    member.principal(),
                    member.reporter(),
                    member.places().size()));
        }
        InventedPeople staff = new InventedPeople(20200101);
        for (TruthInstitution other : others) {
            rows.add(registered(other, rows.size(), staff.next("工作人员", ""), staff.next("工作人员", ""), 2));
        }
        return new Grid("机构", rows, List.of(), Set.of());
    }

    private static List<@Nullable Object> registered(
            TruthInstitution institution, int number, Person principal, Person reporter, int classrooms) {
        return List.of(
                institution.code(),
                institution.name(),
                institution.kind(),
                institution.region(),
                principal.name(),
                reporter.name(),
                "1990000%04d".formatted(number),
                "report%02d@example.com".formatted(number),
                isoDate(institution.openedOn()),
                isoDate(institution.closedOn()),
                classrooms,
                1);
    }

    private static String isoDate(@Nullable LocalDate date) {
        return date == null ? "" : date.format(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static Habit habit(
            Format format,
            Naming naming,
            Degrees degrees,
            HealthLook health,
            AttendanceLook attendance,
            SiteLook site) {
        return new Habit(format, naming, degrees, health, attendance, site);
    }

    private void member(String code, String name, String kind, Habit habit, String places, String... classes) {
        member(code, name, kind, LONG_AGO, null, habit, List.of(places.split("、")), List.of(classes));
    }

    /** Each class is written {@code name:category:persons}. */
    private void member(
            String code,
            String name,
            String kind,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            Habit habit,
            List<String> places,
            List<String> classes) {
        List<Person> all = new ArrayList<>();
        for (String each : classes) {
            String[] parts = each.split(":");
            for (int person = 0; person < Integer.parseInt(parts[2]); person++) {
                all.add(people.next(parts[1], parts[0]));
            }
        }
        TruthInstitution institution =
                new TruthInstitution(code, name, kind, DISTRICT + "00" + code.charAt(7), openedOn, closedOn);
        members.put(code, new Member(institution, habit, people.next("工作人员", ""), all, places));
    }
}
