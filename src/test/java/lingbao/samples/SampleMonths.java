package lingbao.samples;

import static lingbao.samples.SampleDistrict.Format.CSV;
import static lingbao.samples.SampleDistrict.Format.CSV_GB18030;
import static lingbao.samples.SampleDistrict.Format.XLS;
import static lingbao.samples.SampleDistrict.Format.XLSX;
import static lingbao.samples.TrainingDistrict.CHANGHE;
import static lingbao.samples.TrainingDistrict.CHAOSHENG;
import static lingbao.samples.TrainingDistrict.PUYAN;
import static lingbao.samples.TrainingDistrict.XIXING;
import static lingbao.samples.TrainingDistrict.YUNFAN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import lingbao.samples.PlainProgress.Training;
import lingbao.samples.SampleDistrict.Format;
import lingbao.samples.TrainingDistrict.Company;
import org.jspecify.annotations.Nullable;

/** The quota and the two months of rosters of the demo, batch by batch: who was trained, by whom, and what was odd about it. */
final class SampleMonths {

    static final YearMonth JULY = YearMonth.of(2020, 7);
    static final YearMonth AUGUST = YearMonth.of(2020, 8);

    private static final String PRINCIPAL = "principal";
    private static final String MANAGER = "safety-manager";
    private static final String OTHER = "other-employee";
    private static final String NUMBER = "idNumber";
    private static final String FIRE = "消防安全专题";

    /** How a batch is laid out and worded. */
    private enum Look {
        TEMPLATE("序号=#|姓名=name|证件号码=idNumber|企业名称=company|统一社会信用代码=creditCode|所属街道=unit|人员类别=category"
                + "|重点对象=focusGroup|培训日期=trainingDate|培训内容=course|学时=hours|考核结果=result|证书编号=certificateNo"
                + "|证书有效期=certificateExpiry|培训机构=trainingBody"),
        MERGED("序号=#|属地=unit|工作单位=company|姓 名=name|身份证号=idNumber|类别=category|培训时间=trainingDate|课程=course|课时=hours"
                + "|成绩=result|重点人群=focusGroup|操作证号=certificateNo|有效期至=certificateExpiry|班主任+王老师"),
        SHORT("姓名=name|身份证号码=idNumber|单位名称=company|社会信用代码=creditCode|街道=unit|人员类型=category|培训日期=trainingDate"
                + "|培训课程=course|学时=hours|考核成绩=result|重点对象=focusGroup"),
        TWO_ROWS("序号=#|姓名=name|身份证号=idNumber|人员类别=category|重点对象=focusGroup|企业名称=company|信用代码=creditCode|所属街道=unit"
                + "|培训日期=trainingDate|培训内容=course|学时（h）=hours|考核情况=result|证书号=certificateNo|有效期=certificateExpiry"),
        BARE("参训人员姓名=name|身份证=idNumber|所在单位=company|统一信用代码=creditCode|所属辖区=unit|培训对象=category|重点人员=focusGroup"
                + "|参训日期=trainingDate|培训项目=course|培训学时=hours|考试结果=result");

        private final String columns;

        Look(String columns) {
            this.columns = columns;
        }

        Layout layout() {
            Layout layout = new Layout("培训名册", columns);
            return switch (this) {
                case TWO_ROWS -> layout.groups(":1|学员信息:4|所在企业:3|培训情况:4|持证情况:2");
                case MERGED -> layout.merged("unit");
                case TEMPLATE, SHORT, BARE -> layout;
            };
        }

        String categoryWord(String category) {
            boolean brief = this == MERGED || this == SHORT;
            return switch (category) {
                case PRINCIPAL -> brief ? "主要负责人" : "企业主要负责人";
                case MANAGER -> brief ? "安管人员" : "安全生产管理人员";
                default -> brief ? "从业人员" : "其他从业人员";
            };
        }

        Object dated(LocalDate date) {
            return switch (this) {
                case TEMPLATE, TWO_ROWS -> date;
                case MERGED -> DateTimeFormatter.ofPattern("yyyy年M月d日").format(date);
                case SHORT -> date.toString();
                case BARE -> DateTimeFormatter.ofPattern("yyyy/M/d").format(date);
            };
        }

        Object result(int number) {
            return switch (this) {
                case TEMPLATE, TWO_ROWS -> "合格";
                case MERGED -> 70 + number % 30;
                case SHORT -> 75 + number % 25 + "分";
                case BARE -> "及格";
            };
        }
    }

    /** A batch while it is being thought up. */
    private final class Batch {

        private final String body;
        private final Look look;
        private final SheetDraft draft;

        Batch(String body, YearMonth month, Look look) {
            this.body = body;
            this.look = look;
            this.draft = new SheetDraft(TruthSheet.ROSTER, body, month.atDay(1), look.layout());
        }

        /** So many persons of one unit, each trained for the first time and passed, between two days of the month. */
        Batch regular(String unit, int principals, int managers, int others, int fromDay, int toDay) {
            int number = 0;
            for (String category : categories(principals, managers, others)) {
                LocalDate date = draft.truth().day().withDayOfMonth(fromDay + number % (toDay - fromDay + 1));
                trained(people.next(category, ""), unit, category, date);
                number++;
            }
            return this;
        }

        Batch trained(Person person, String unit, String category, LocalDate date) {
            return trained(person, unit, category, date, course(category));
        }

        Batch trained(Person person, String unit, String category, LocalDate date, String course) {
            List<Company> here = district.companiesIn(unit);
            Company company = here.get(turns.merge(unit, 1, Integer::sum) % here.size());
            Object result = look.result(turns.merge("result", 1, Integer::sum));
            draft.row()
                    .fill("name", person.name())
                    .fill(NUMBER, person.idNumber())
                    .fill("company", company.name(), company.creditCode())
                    .fill("creditCode", company.creditCode())
                    .fill("unit", district.unitName(unit), unit)
                    .fill("category", look.categoryWord(category), category)
                    .fill("trainingDate", look.dated(date), date.toString())
                    .fill("course", course)
                    .fill("hours", category.equals(OTHER) ? 8 : 16)
                    .fill("result", result, result.toString())
                    .fill("trainingBody", district.body(body).name());
            return this;
        }

        /** In the row written last. */
        Batch with(String column, @Nullable Object written, @Nullable Object value) {
            draft.set(last(), column, written, value);
            return this;
        }

        Batch with(String column, Object said) {
            return with(column, said, said.toString());
        }

        Batch of(Company company) {
            with("company", company.name(), company.creditCode());
            if (draft.layout().has("creditCode")) {
                with("creditCode", company.creditCode());
            }
            return this;
        }

        Batch warns(String column, String code) {
            draft.warning(last(), column, code);
            return this;
        }

        Batch refused(String column, @Nullable Object written, String code) {
            draft.damage(last(), column, written, code);
            return this;
        }

        Batch refused(String column, String code) {
            draft.error(last(), column, code);
            return this;
        }

        private int last() {
            return draft.size() - 1;
        }

        void sent(String name, String time, Format format, String oddity) {
            PlacedSheet placed = draft.placed();
            add(name, time, format, oddity, placed);
        }
    }

    private final TrainingDistrict district = new TrainingDistrict();
    private final InventedPeople people = new InventedPeople(20200701);
    private final Map<String, Integer> turns = new HashMap<>();
    private final List<SentFile> files = new ArrayList<>();

    SampleMonths() {
        add("2020/330108_quota-2020.xlsx", "2020-05-09T10:00", XLSX, "照印发的附件，合计印作 26000", district.quotaTable());
        Map<String, Person> odd = new HashMap<>();
        firstOfJuly(odd);
        schoolOfJuly(odd);
        secondOfJuly(odd);
        SentFile first = files.get(1);
        files.add(new SentFile(
                "2020-07/3301080101_2020-07_名册 - 副本.xlsx",
                at("2020-08-03T09:02"),
                "同一个文件又传了一次",
                first.bytes(),
                first.sheets(),
                List.of()));
        lateForJuly(odd);
        firstOfAugust(odd);
        schoolOfAugust(odd);
        secondOfAugust(odd);
    }

    TrainingDistrict district() {
        return district;
    }

    /** In the order of receipt. */
    List<SentFile> files() {
        return files;
    }

    /** The rows that are accepted of all batches received up to a moment, in the order of receipt. */
    List<Training> trainings(OffsetDateTime cutOff) {
        PlainIntake intake = PlainIntake.of(files);
        List<Training> trainings = new ArrayList<>();
        for (SentFile file : files) {
            boolean counts = !file.receivedAt().isAfter(cutOff)
                    && !intake.states(file).contains("duplicate")
                    && file.sheets().get(0).truth().form().equals(TruthSheet.ROSTER);
            if (counts) {
                TruthSheet sheet = file.sheets().get(0).truth();
                sheet.accepted().forEach(row -> trainings.add(training(trainings.size(), sheet.institution(), row)));
            }
        }
        return trainings;
    }

    private static Training training(int order, String sender, TruthRow row) {
        String result = row.text("result");
        boolean belowSixty = result.matches("[0-9.]+分?") && new BigDecimal(result.replace("分", "")).intValue() < 60;
        return new Training(
                order,
                sender,
                row.text(NUMBER),
                row.text("unit").isEmpty() ? null : row.text("unit"),
                !row.text("company").isEmpty(),
                row.text("category"),
                LocalDate.parse(row.text("trainingDate")),
                row.text("course"),
                !result.equals("不合格") && !belowSixty);
    }

    private void firstOfJuly(Map<String, Person> odd) {
        Batch batch = new Batch(CHAOSHENG, JULY, Look.TEMPLATE);
        String body = district.body(CHAOSHENG).name();
        batch.draft.layout().title(body + "安全生产培训人员名册").titlesMerged().foot("填表人：祁安　　审核人：柏舟");
        batch.regular(XIXING, 4, 6, 14, 6, 15).regular(CHANGHE, 2, 3, 6, 6, 15);
        batch.trained(odd(odd, "both bodies"), XIXING, OTHER, july(8));
        batch.trained(odd(odd, "two courses"), XIXING, OTHER, july(9));
        batch.trained(odd(odd, "listed again"), XIXING, OTHER, july(10));
        batch.trained(odd(odd, "two categories"), XIXING, PRINCIPAL, july(6));
        batch.trained(odd(odd, "moved by the late batch"), XIXING, OTHER, july(13));
        odd.put("X", where(person -> person.idNumber().endsWith("X")));
        batch.trained(odd(odd, "X"), XIXING, OTHER, july(8));
        batch.trained(odd(odd, "spaces"), XIXING, MANAGER, july(7));
        batch.trained(odd(odd, "59.5"), XIXING, OTHER, july(9)).with("result", new BigDecimal("59.5"));
        batch.trained(odd(odd, "60"), XIXING, OTHER, july(9)).with("result", 60);
        batch.trained(odd(odd, "two groups"), XIXING, OTHER, july(10)).with("focusGroup", "班组长、农民工");
        batch.trained(odd(odd, "uncertified"), XIXING, OTHER, july(10)).with("focusGroup", "特种作业人员");
        batch.sent(
                "2020-07/3301080101_2020-07_名册.xlsx",
                "2020-07-17T16:20",
                XLSX,
                "一人 59.5 分，一人 60 分；一人既是班组长又是农民工；一名特种作业人员没有证书");
    }

    private void schoolOfJuly(Map<String, Person> odd) {
        Batch batch = new Batch(YUNFAN, JULY, Look.MERGED);
        batch.draft.layout().title("培训单位：云帆安全技术培训学校", null, null, null, null, null, "填表日期：2020年7月31日");
        batch.trained(odd(odd, "two categories"), XIXING, OTHER, july(16));
        batch.regular(CHANGHE, 2, 3, 9, 13, 24);
        batch.trained(odd(odd, "both bodies"), CHANGHE, OTHER, july(15));
        odd.put("15 digits", where(person -> person.idNumber().startsWith("19", 6)));
        batch.trained(odd(odd, "15 digits"), CHANGHE, PRINCIPAL, july(21));
        batch.with(NUMBER, fifteen(odd(odd, "15 digits")), odd(odd, "15 digits").idNumber());
        batch.trained(odd(odd, "passed later"), CHANGHE, OTHER, july(22)).with("result", "不合格");
        batch.trained(odd(odd, "expires"), CHANGHE, OTHER, july(24)).with("focusGroup", "特种作业人员");
        batch.with("certificateNo", "T330190202000017").with("certificateExpiry", "2020年8月15日");
        batch.regular(PUYAN, 2, 3, 8, 13, 24);
        batch.trained(odd(odd, "earlier elsewhere"), PUYAN, OTHER, july(20));
        batch.trained(odd(odd, "full width"), PUYAN, MANAGER, july(14));
        Person slip = people.next(OTHER, "");
        batch.trained(slip, PUYAN, OTHER, july(17)).refused(NUMBER, otherEnd(slip.idNumber()), "ID_CHECKSUM");
        for (String category : List.of(MANAGER, OTHER)) {
            batch.trained(people.next(category, ""), TrainingDistrict.JIANGBEI, category, july(23));
            batch.with("unit", "江北科技园区", null).warns("unit", "UNIT_UNKNOWN");
        }
        batch.sent(
                "2020-07/云帆安全技术培训学校2020年7月培训名册.xls",
                "2020-07-31T15:40",
                XLS,
                "属地跨行合并，表头另有说法；前一份里的两个人又在；一个号码写作 15 位；一人不合格；一个号码的校验码不对；两行的街道登记册里没有");
    }

    private void secondOfJuly(Map<String, Person> odd) {
        Batch batch = new Batch(CHAOSHENG, JULY, Look.SHORT);
        batch.regular(XIXING, 2, 3, 9, 20, 29);
        batch.trained(odd(odd, "two courses"), XIXING, OTHER, july(22), FIRE);
        batch.trained(odd(odd, "listed again"), XIXING, OTHER, july(10));
        for (String category : List.of(PRINCIPAL, MANAGER)) {
            batch.trained(odd(odd, "joint course"), XIXING, category, july(20), "负责人与安管人员联合班");
        }
        batch.trained(odd(odd, "earlier elsewhere"), CHANGHE, OTHER, july(7));
        batch.trained(people.next(MANAGER, ""), XIXING, MANAGER, july(28)).with("result", null, null);
        batch.trained(people.next(PRINCIPAL, ""), XIXING, PRINCIPAL, july(24)).with("hours", 8);
        batch.trained(people.next(OTHER, ""), XIXING, OTHER, july(27)).with("creditCode", null, null);
        batch.with("company", "杭州未名设备租赁有限公司", null).warns("company", "COMPANY_UNKNOWN");
        batch.trained(people.next(MANAGER, ""), CHANGHE, MANAGER, july(21));
        batch.of(district.companiesIn(XIXING).get(0)).warns("unit", "COMPANY_UNIT_DIFFERS");
        batch.trained(people.next(OTHER, ""), XIXING, OTHER, july(29));
        String code = district.companiesIn(XIXING).get(1).creditCode();
        batch.refused("creditCode", otherEnd(code), "CREDIT_CODE_CHECKSUM");
        batch.sent(
                "2020-07/3301080101_2020-07_第二批.csv",
                "2020-07-31T17:05",
                CSV,
                "一行与上一批相同；一人在同一班里算两类；一人没有考核结果；一人只有 8 学时；企业未登记、登记在别的街道、信用代码校验码不对各一行");
    }

    private void lateForJuly(Map<String, Person> odd) {
        Batch batch = new Batch(YUNFAN, JULY, Look.MERGED);
        batch.draft.layout().title("2020年7月培训花名册（补报）");
        batch.regular(PUYAN, 1, 2, 6, 27, 30);
        batch.trained(odd(odd, "moved by the late batch"), PUYAN, OTHER, july(3));
        batch.sent("2020-07/云帆安全技术培训学校2020年7月培训名册-补.xlsx", "2020-08-12T10:30", XLSX, "7 月的一批到 8 月才报；一人比别处培训得更早，改计入这里");
    }

    private void firstOfAugust(Map<String, Person> odd) {
        Batch batch = new Batch(CHAOSHENG, AUGUST, Look.TWO_ROWS);
        batch.draft
                .layout()
                .title("安全生产培训人员名册")
                .title("培训机构：", "潮声安全培训中心", null, null, null, "所属月份：", "2020年8月", null, "制表日期：", "2020年8月21日");
        batch.regular(XIXING, 3, 4, 11, 3, 14);
        batch.trained(odd(odd, "full width"), XIXING, MANAGER, august(5));
        batch.with(
                NUMBER,
                fullWidth(odd(odd, "full width").idNumber()),
                odd(odd, "full width").idNumber());
        batch.trained(odd(odd, "15 digits"), XIXING, PRINCIPAL, august(4));
        batch.trained(people.next(OTHER, ""), XIXING, OTHER, august(6));
        Company known = district.companiesIn(XIXING).get(0);
        batch.of(known).with("company", "禾屿机械", known.creditCode());
        batch.trained(people.next(OTHER, ""), XIXING, OTHER, august(7)).with("focusGroup", "特种作业人员");
        batch.with("certificateNo", "T330190201700342").with("certificateExpiry", LocalDate.of(2020, 6, 30));
        batch.warns("trainingDate", "ORDER_WRONG");
        batch.trained(people.next(OTHER, ""), XIXING, OTHER, july(30)).warns("trainingDate", "DATE_OUTSIDE_PERIOD");
        batch.sent(
                "2020-08/培训班(1)名册.xlsx",
                "2020-08-21T16:00",
                XLSX,
                "机构和月份在表头上方并排的格子里；两行表头；一个号码为全角；一张证书在培训前已过期；一次培训是 7 月的");
    }

    private void schoolOfAugust(Map<String, Person> odd) {
        Batch batch = new Batch(YUNFAN, AUGUST, Look.BARE);
        batch.regular(CHANGHE, 1, 2, 8, 10, 27).regular(PUYAN, 1, 2, 7, 10, 27);
        Person withX = odd(odd, "X");
        batch.trained(withX, CHANGHE, OTHER, august(11));
        batch.with(NUMBER, withX.idNumber().toLowerCase(Locale.ROOT), withX.idNumber());
        String number = odd(odd, "spaces").idNumber();
        batch.trained(odd(odd, "spaces"), PUYAN, MANAGER, august(12));
        batch.with(NUMBER, number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14), number);
        batch.trained(people.next(OTHER, ""), CHANGHE, OTHER, august(20)).with("focusGroup", "新员工");
        batch.trained(people.next(OTHER, ""), PUYAN, OTHER, august(20)).with("focusGroup", "新员工、农民工");
        batch.with("hours", 24);
        Person twice = people.next(OTHER, "");
        Company company = district.companiesIn(CHANGHE).get(1);
        batch.trained(twice, CHANGHE, OTHER, august(21)).of(company);
        batch.trained(twice, CHANGHE, OTHER, august(21)).of(company).refused(NUMBER, "DUPLICATE_PERSON");
        batch.sent(
                "2020-08/云帆安全技术培训学校2020年8月培训名册.csv",
                "2020-08-31T16:10",
                CSV_GB18030,
                "GB18030 编码；号码末位为小写 x、中间有空格各一个；两名新员工一个 8 学时、一个 24 学时；一行重复");
    }

    private void secondOfAugust(Map<String, Person> odd) {
        Batch batch = new Batch(CHAOSHENG, AUGUST, Look.TEMPLATE);
        batch.regular(XIXING, 1, 2, 6, 24, 28);
        int coded = batch.draft.size();
        batch.regular(CHANGHE, 1, 1, 4, 24, 28);
        for (int row = coded; row < batch.draft.size(); row++) {
            batch.draft.set(row, "unit", CHANGHE, CHANGHE);
        }
        batch.trained(odd(odd, "passed later"), CHANGHE, OTHER, august(25));
        Person namedTwice = people.next(OTHER, "");
        batch.trained(namedTwice, XIXING, OTHER, august(26));
        batch.trained(namedTwice, XIXING, OTHER, august(27), FIRE);
        batch.with("name", namedTwice.name() + "儿").warns("name", "PERSON_NAME_DIFFERS");
        Person contradicted = people.next(OTHER, "");
        batch.trained(contradicted, XIXING, OTHER, august(28)).refused(NUMBER, "PERSON_CONFLICT");
        batch.trained(contradicted, CHANGHE, OTHER, august(28)).refused(NUMBER, "PERSON_CONFLICT");
        batch.sent(
                "2020-08/3301080101_2020-08_第二批.xls",
                "2020-09-02T09:20",
                XLS,
                "部分街道写作代码；上月不合格的一人已合格；一个号码两个姓名；一人的两行互相矛盾");
    }

    private void add(String path, String time, Format format, String oddity, PlacedSheet sheet) {
        files.add(new SentFile(
                path, at(time), oddity, SheetFile.of(format, List.of(sheet.grid())), List.of(sheet), List.of()));
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse(time + "+08:00");
    }

    private static LocalDate july(int day) {
        return JULY.atDay(day);
    }

    private static LocalDate august(int day) {
        return AUGUST.atDay(day);
    }

    private static List<String> categories(int principals, int managers, int others) {
        List<String> categories = new ArrayList<>();
        categories.addAll(Collections.nCopies(principals, PRINCIPAL));
        categories.addAll(Collections.nCopies(managers, MANAGER));
        categories.addAll(Collections.nCopies(others, OTHER));
        return categories;
    }

    private static String course(String category) {
        return switch (category) {
            case PRINCIPAL -> "主要负责人安全培训";
            case MANAGER -> "安全管理人员培训";
            default -> "全员安全培训";
        };
    }

    /** The person of whom something is odd, the same in every file. */
    private Person odd(Map<String, Person> odd, String what) {
        return odd.computeIfAbsent(what, first -> people.next(OTHER, ""));
    }

    private Person where(Predicate<Person> condition) {
        Person person = people.next(OTHER, "");
        while (!condition.test(person)) {
            person = people.next(OTHER, "");
        }
        return person;
    }

    /** The number on a card of before 1999. */
    private static String fifteen(Person person) {
        return person.idNumber().substring(0, 6) + person.idNumber().substring(8, 17);
    }

    private static String fullWidth(String number) {
        return number.chars()
                .map(character -> character + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** With another check character. */
    private static String otherEnd(String number) {
        return number.substring(0, 17) + (number.charAt(17) == '1' ? '2' : '1');
    }
}
