package lingbao.matrix;

import static lingbao.matrix.Action.*;
import static lingbao.matrix.MatrixCase.NAME;

import java.util.stream.Stream;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow;
import lingbao.run.CheckLine;

/** Rows together, sheets together, the register and earlier days: rows X of the matrix. */
final class CrossCases {

    private static final String HEALTH = "姓名,证件号码,人员类别,体温,症状\n";
    private static final String JIA = "甲一,11010519491231002X,学员,36.5,无\n";
    private static final String YI = "甲二,330106198001011243,学员,36.6,无\n";
    private static final String ATTENDANCE = "班级,应到人数,实到人数,病假,其中发热,事假,其他缺勤\n";
    private static final String NUMBERED = "序号,姓名,人员类别,体温\n";
    private static final String DISINFECTION = "日期,场所,作业类型,开始时间,责任人\n";

    private static final String DISINFECTED = "2020-06-17,101,消毒,08:00,王明\n";

    private static final String VISITORS = """
            id: visitors
            name: 来访登记
            period: day
            scope: all
            keepDays: 90
            columns:
              - {id: name, heading: 来访人, type: person, required: true, personal: true}
              - {id: idNumber, heading: 来访人证件, type: id, required: true, personal: true}
              - {id: phone, heading: 来访人电话, type: phone, personal: true}
            person: {name: name, idNumber: idNumber}
            """;

    private static final String LATE = """
            id: late-drill
            name: 演练记录
            period: day
            scope: all
            keepDays: 90
            correctionDays: 3
            columns:
              - {id: place, heading: 演练地点, type: text, required: true}
              - {id: persons, heading: 演练人数, type: integer, required: true}
            """;

    private CrossCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(persons(), numbers(), sums(), dates(), senders(), corrections(), earlierDays())
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> persons() {
        return Stream.of(
                MatrixCase.of("X-01", "the same row again", ROW)
                        .csv(HEALTH + JIA + JIA)
                        .finds("B3", FindingCode.DUPLICATE_PERSON)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-01", "the same number in other writing", ROW)
                        .csv(HEALTH + JIA + JIA.replace("002X", "002x"))
                        .finds("B3", FindingCode.DUPLICATE_PERSON)
                        .finds("B3", FindingCode.VALUE_NORMALISED)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-01", "a class sent twice", ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n一班,30,30\n")
                        .finds("A3", FindingCode.DUPLICATE_ROW)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-01", "a class in other width and with a blank", ROW)
                        .csv("班级,应到人数,实到人数\n三(2)班,30,30\n三（2）班,30,30\n三 (２) 班,30,29\n三2班,30,30\n")
                        .finds("A3", FindingCode.DUPLICATE_ROW)
                        .finds("A4", FindingCode.DUPLICATE_ROW)
                        .accepted(2)
                        .rejected(2),
                MatrixCase.of("X-01", "one disinfection twice", ROW)
                        .csv(DISINFECTION + DISINFECTED + DISINFECTED.replace("08:00", "8:00"))
                        .finds("B3", FindingCode.DUPLICATE_ROW)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-01", "two disinfections of one place without their starts", ROW)
                        .csv(DISINFECTION + DISINFECTED.replace("08:00", "") + DISINFECTED.replace("08:00", ""))
                        .finds("D2", FindingCode.REQUIRED_BLANK)
                        .finds("D3", FindingCode.REQUIRED_BLANK)
                        .accepted(0)
                        .rejected(2),
                MatrixCase.of("X-01", "a place 101 in each 楼号, which nobody reads", WARN)
                        .csv("楼号," + DISINFECTION + "1," + DISINFECTED + "2," + DISINFECTED)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("C3", FindingCode.DUPLICATE_ROW)
                        .accepted(2)
                        .rejected(0),
                MatrixCase.of("X-01", "a place disinfected in two ways at one time", FIX)
                        .csv("方式," + DISINFECTION + "喷洒," + DISINFECTED + "擦拭," + DISINFECTED)
                        .accepted(2),
                MatrixCase.of("X-01", "a class 1 in each 年级, which nobody reads", WARN)
                        .csv("序号,年级,班级,应到人数,实到人数\n1,高一,1,30,30\n2,,2,30,30\n3,高二,1,28,28\n4,,2,28,28\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("C4", FindingCode.DUPLICATE_ROW)
                        .finds("C5", FindingCode.DUPLICATE_ROW)
                        .accepted(4),
                MatrixCase.of("X-01", "a class 1 below each row 年级", WARN)
                        .csv("班级,应到人数,实到人数\n一年级,,\n1班,30,30\n2班,30,30\n二年级,,\n1班,28,28\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A5", FindingCode.NOT_ANSWERED)
                        .finds("A6", FindingCode.DUPLICATE_ROW)
                        .accepted(3)
                        .rejected(0),
                MatrixCase.of("X-01", "a class 1 below a row 年级, and in a further table without one", WARN)
                        .csv("班级,应到人数,实到人数\n一年级,,\n1班,30,30\n2班,30,30\n\n班级,应到人数,实到人数\n1班,28,28\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A7", FindingCode.DUPLICATE_ROW)
                        .accepted(3),
                MatrixCase.of("X-01", "a class 1 below each row 年级, each with a heading", WARN)
                        .csv("班级,应到人数,实到人数\n一年级,,\n1班,30,30\n二年级,,\n班级,应到人数,实到人数\n1班,28,28\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .finds("A6", FindingCode.DUPLICATE_ROW)
                        .accepted(2),
                MatrixCase.of("X-01", "a class twice below one row 年级, which stands above the heading", ROW)
                        .csv("班级,应到人数,实到人数\n一年级,,\n1班,30,30\n二年级,,\n班级,应到人数,实到人数\n1班,28,28\n1班,28,28\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .finds("A6", FindingCode.DUPLICATE_ROW)
                        .finds("A7", FindingCode.DUPLICATE_ROW)
                        .accepted(2)
                        .rejected(1),
                MatrixCase.of("X-01", "a class twice in two tables without any 年级", ROW)
                        .csv("班级,应到人数,实到人数\n1班,30,30\n2班,30,30\n\n班级,应到人数,实到人数\n1班,28,28\n")
                        .finds("A6", FindingCode.DUPLICATE_ROW)
                        .accepted(2)
                        .rejected(1),
                MatrixCase.of("X-01", "a class twice below a row 年级", ROW)
                        .csv("班级,应到人数,实到人数\n一年级,,\n1班,30,30\n二年级,,\n1班,28,28\n1班,28,28\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .finds("A5", FindingCode.DUPLICATE_ROW)
                        .finds("A6", FindingCode.DUPLICATE_ROW)
                        .accepted(2)
                        .rejected(1),
                MatrixCase.of("X-01", "a class twice in its 年级", ROW)
                        .csv("年级,班级,应到人数,实到人数\n高一,1,30,30\n高二,1,28,28\n高二,1,28,28\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("B3", FindingCode.DUPLICATE_ROW)
                        .finds("B4", FindingCode.DUPLICATE_ROW)
                        .accepted(2)
                        .rejected(1),
                MatrixCase.of("X-01", "two of one name in a class, without a number", WARN)
                        .csv("姓名,人员类别,班级,体温\n甲一,学员,一班,36.5\n甲一,学员,一班,36.6\n甲一,学员,二班,36.6\n")
                        .finds("A3", FindingCode.SAME_NAME)
                        .accepted(3),
                MatrixCase.of("X-01", "two of one name in a class, whose name is in other width", WARN)
                        .csv("姓名,人员类别,班级,体温\n甲一,学员,三(2)班,36.5\n甲一,学员,三（2）班,36.6\n")
                        .finds("A3", FindingCode.SAME_NAME)
                        .accepted(2),
                MatrixCase.of("X-02", "another temperature", ROW)
                        .csv(HEALTH + JIA + JIA.replace("36.5", "38.5") + YI)
                        .finds("B2", FindingCode.PERSON_CONFLICT)
                        .finds("B3", FindingCode.PERSON_CONFLICT)
                        .accepted(1)
                        .rejected(2),
                MatrixCase.of("X-02", "another name", ROW)
                        .csv(HEALTH + JIA + JIA.replace("甲一", "甲三"))
                        .finds("B2", FindingCode.PERSON_CONFLICT)
                        .finds("B3", FindingCode.PERSON_CONFLICT)
                        .accepted(0)
                        .rejected(2),
                MatrixCase.of("X-02", "three rows, of which two agree", ROW)
                        .csv(HEALTH + JIA + JIA + JIA.replace("36.5", "38.5"))
                        .finds("B2", FindingCode.PERSON_CONFLICT)
                        .finds("B3", FindingCode.DUPLICATE_PERSON)
                        .finds("B4", FindingCode.PERSON_CONFLICT)
                        .accepted(0)
                        .rejected(3),
                MatrixCase.of("X-03", "one name and telephone, two numbers", WARN)
                        .declares(VISITORS)
                        .csv("来访人,来访人证件,来访人电话\n甲一,11010519491231002X,13800138000\n"
                                + "甲一,330106198001011243,138-0013-8000\n")
                        .finds("B3", FindingCode.PERSON_NUMBER_DIFFERS)
                        .finds("C3", FindingCode.VALUE_NORMALISED)
                        .accepted(2),
                MatrixCase.of("X-03", "one telephone, two names", FIX)
                        .declares(VISITORS)
                        .csv("来访人,来访人证件,来访人电话\n甲一,11010519491231002X,13800138000\n"
                                + "甲二,330106198001011243,13800138000\n")
                        .accepted(2));
    }

    private static Stream<MatrixCase> numbers() {
        return Stream.of(
                MatrixCase.of("X-05", "1, 2, 5", WARN)
                        .csv(NUMBERED + "1,甲一,学员,36.5\n2,甲二,学员,36.5\n5,甲三,学员,36.5\n")
                        .ofAll(FindingCode.NUMBERS_MISSING)
                        .accepted(3),
                MatrixCase.of("X-05", "1, 2, 2", WARN)
                        .csv(NUMBERED + "1,甲一,学员,36.5\n2,甲二,学员,36.5\n2,甲三,学员,36.5\n")
                        .ofAll(FindingCode.NUMBERS_REPEATED)
                        .accepted(3),
                MatrixCase.of("X-05", "sorted by something else, one left out", WARN)
                        .csv(NUMBERED + "4,甲一,学员,36.5\n2,甲二,学员,36.5\n1,甲三,学员,36.5\n")
                        .ofAll(FindingCode.NUMBERS_MISSING)
                        .accepted(3),
                MatrixCase.of("X-05", "1 again for the next class", FIX)
                        .csv(NUMBERED + "1,甲一,学员,36.5\n2,甲二,学员,36.5\n1,甲三,学员,36.5\n2,甲四,学员,36.5\n")
                        .accepted(4),
                MatrixCase.of("X-05", "from 31 on", FIX)
                        .csv(NUMBERED + "31,甲一,学员,36.5\n32,甲二,学员,36.5\n")
                        .accepted(2),
                MatrixCase.of("X-05", "the title says 共 3 人", WARN)
                        .csv("健康监测表（共 3 人）\n" + HEALTH + JIA + YI)
                        .finds("A1", FindingCode.COUNT_DIFFERS)
                        .accepted(2),
                MatrixCase.of("X-05", "the title says 人数：2", FIX)
                        .csv("健康监测表,人数：2\n" + HEALTH + JIA + YI)
                        .accepted(2),
                MatrixCase.of("X-05", "the last row says 共3人", WARN)
                        .csv(HEALTH + JIA + YI + "共3人\n")
                        .finds("A4", FindingCode.COUNT_DIFFERS)
                        .accepted(2),
                MatrixCase.of("X-05", "a part or a larger whole is said", FIX)
                        .csv("全校共 500 人，缺勤共 1 人，发热人数：0\n" + HEALTH + JIA + YI)
                        .accepted(2));
    }

    private static Stream<MatrixCase> sums() {
        return Stream.of(
                MatrixCase.of("X-06", "30 expected, 29 present, none absent", ROW)
                        .csv(ATTENDANCE + "一班,30,29,0,0,0,0\n二班,30,30,0,0,0,0\n")
                        .finds("B2", FindingCode.SUM_MISMATCH)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-06", "more present than expected", ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,31\n二班,30,30\n")
                        .finds("C2", FindingCode.PART_EXCEEDS_WHOLE)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-06", "more with fever than ill", ROW)
                        .csv(ATTENDANCE + "一班,30,29,1,2,0,0\n二班,30,30,0,0,0,0\n")
                        .finds("E2", FindingCode.PART_EXCEEDS_WHOLE)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-06", "one part not filled in", FIX)
                        .csv(ATTENDANCE + "一班,30,29,,0,0,0\n")
                        .accepted(1),
                MatrixCase.of("X-07", "a total that is too high", WARN)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n二班,28,28\n合计,58,59\n")
                        .finds("C4", FindingCode.TOTAL_DIFFERS)
                        .accepted(2),
                MatrixCase.of("X-07", "a total that is right", FIX)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n二班,28,28\n合计,58,58\n")
                        .accepted(2));
    }

    private static Stream<MatrixCase> dates() {
        String right = "2020-06-17,一号教室,消毒,08:00,王建国\n";
        String before = "2020-06-16,二号教室,消毒,08:00,王建国\n";
        return Stream.of(
                MatrixCase.of("X-10", "file name and title", FILE)
                        .csv("2020年6月16日健康监测表\n" + HEALTH + JIA)
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "file name and option", FILE)
                        .csv(HEALTH + JIA)
                        .sentFor("2020-06-16")
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "title and option", FILE)
                        .csv("2020年6月16日健康监测表\n" + HEALTH + JIA)
                        .named(CheckLine.INSTITUTION + ".csv")
                        .sentFor("2020-06-17")
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "two titles", FILE)
                        .csv("2020年6月17日,2020年6月16日健康监测表\n" + HEALTH + JIA)
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "a range of days, its second end without a year", FILE)
                        .csv("健康监测表（2020年6月17日—6月19日）\n" + HEALTH + JIA)
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "another day in the title, without its year", FILE)
                        .csv("6月16日健康监测表\n" + HEALTH + JIA)
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "another day in a cell of its own, without its year", FILE)
                        .csv("健康监测表\n单位：新程职业培训学校,日期：6月16日 星期二\n" + HEALTH + JIA)
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-10", "the report's day without its year, and days of other things", FIX)
                        .csv("6月17日健康监测表,填表日期：6月18日\n近14天（6月4日—6月17日）\n请于6月18日前报送，6月1日以来未返校的不填\n" + HEALTH + JIA)
                        .accepted(1),
                MatrixCase.of("X-10", "a time of day behind the day", FIX)
                        .csv("健康监测表（2020年6月17日8:00—17:00）\n" + HEALTH + JIA)
                        .accepted(1),
                MatrixCase.of("X-10", "file name and all rows", FILE)
                        .csv(DISINFECTION + before + before.replace("二号", "三号"))
                        .ofAll(FindingCode.PERIOD_CONFLICT)
                        .finds("A2", FindingCode.DATE_NOT_REPORT_DAY)
                        .finds("A3", FindingCode.DATE_NOT_REPORT_DAY)
                        .accepted(0),
                MatrixCase.of("X-10", "file name and one row", ROW)
                        .csv(DISINFECTION + right + before)
                        .finds("A3", FindingCode.DATE_NOT_REPORT_DAY)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-10", "the day in a column that the form does not have", ROW)
                        .csv("日期," + HEALTH + "2020-06-16," + JIA + "2020-06-17," + JIA + "不详," + YI)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A2", FindingCode.DATE_NOT_REPORT_DAY)
                        .accepted(2)
                        .rejected(1),
                MatrixCase.of("X-10", "tomorrow without its year in such a column, said once for all rows", ROW)
                        .csv("日期（必填）," + HEALTH + "6月18日," + JIA + "," + YI)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A2", FindingCode.DATE_NOT_REPORT_DAY)
                        .finds("A3", FindingCode.DATE_NOT_REPORT_DAY)
                        .accepted(0)
                        .rejected(2),
                MatrixCase.of("X-10", "another day in a row of its own, for the rows below it", ROW)
                        .csv(HEALTH + JIA + "2020年6月16日\n" + YI + "日期：6月17日\n甲三,,学员,36.4,无\n")
                        .ignores(3, IgnoredRow.Reason.SIGNATURE_ROW)
                        .finds("A4", FindingCode.DATE_NOT_REPORT_DAY)
                        .accepted(2)
                        .rejected(1),
                MatrixCase.of("X-10", "a course's day in a row that nobody answered speaks of no row below", WARN)
                        .csv("班级,开班日期,应到人数,实到人数\n电工班,2020年6月1日,,\n,2020年6月2日,,\n一班,,30,30\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .accepted(1),
                MatrixCase.of("X-11", "another institution in a row that nobody answered stands for the row below", ROW)
                        .csv("机构编码,班级,应到人数,实到人数\n" + CheckLine.INSTITUTION + ",一班,30,30\n" + CheckLine.OTHER_INSTITUTION
                                + ",二班,30,\n,三班,30,30\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.INSTITUTION_CONFLICT)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of(
                                "X-10",
                                "spans without a year that hold the day, and what begins or ends on other days",
                                FIX)
                        .csv("开班日期：6月1日至7月31日,培训时间：6月1日—6月30日\n（6月1日开班）,截至6月16日24时\n6月1日返校学员，6月8-20日上课\n" + HEALTH
                                + JIA)
                        .accepted(1),
                MatrixCase.of("X-10", "the day before the name of a kitchen", FIX)
                        .csv("2020年6月17日后厨消毒通风记录表\n" + DISINFECTION + right)
                        .named(CheckLine.INSTITUTION + ".csv")
                        .accepted(1),
                MatrixCase.of("X-10", "days of other things above a second table", FIX)
                        .csv(HEALTH + JIA + "\n单位：新程职业培训学校,填表日期：6月18日\n请于6月20日前报送\n" + HEALTH + YI)
                        .accepted(2),
                MatrixCase.of("X-10", "the day somebody signed, below all rows", FIX)
                        .csv(HEALTH + JIA + "填表人：王建国\n2020年6月18日\n")
                        .accepted(1),
                MatrixCase.of("X-10", "the report's day said once in such a column", FIX)
                        .csv("日期," + HEALTH + "6月17日," + JIA + "," + YI)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(2),
                MatrixCase.of("X-10", "the day of a person's test in a column that the form does not have", FIX)
                        .csv("检测日期," + HEALTH + "2020-06-16," + JIA)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(1),
                MatrixCase.of("X-10", "a time of another day", WARN)
                        .csv(DISINFECTION + right.replace("08:00", "2020-06-16 8:00"))
                        .finds("D2", FindingCode.VALUE_NORMALISED)
                        .finds("D2", FindingCode.DATE_OUTSIDE_PERIOD)
                        .accepted(1),
                MatrixCase.of("X-10", "another day of a person's in a column that the form does not have", FIX)
                        .csv("返校日期," + HEALTH + "2020-06-16," + JIA)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(1),
                MatrixCase.of("X-10", "the day on which it was filled in is no other", FIX)
                        .csv("填报日期：2020年6月18日\n" + HEALTH + JIA)
                        .accepted(1),
                MatrixCase.of("X-10", "the days of other things are no others", FIX)
                        .csv("附件2（2020年2月18日印发）,开班日期：2020年3月1日\n近14天（2020年6月3日以来）\n" + HEALTH + JIA)
                        .accepted(1),
                MatrixCase.of("X-13", "tomorrow", FILE)
                        .csv(HEALTH + JIA)
                        .named(CheckLine.INSTITUTION + "_2020-06-18.csv")
                        .ofAll(FindingCode.PERIOD_IN_FUTURE)
                        .accepted(0),
                MatrixCase.of("X-13", "a year ahead, by a slip", FILE)
                        .csv(HEALTH + JIA)
                        .named(CheckLine.INSTITUTION + "_2021-06-17.csv")
                        .ofAll(FindingCode.PERIOD_IN_FUTURE)
                        .accepted(0),
                MatrixCase.of("X-13", "four days later, where the form allows three", FILE)
                        .declares(LATE)
                        .csv("演练地点,演练人数\n操场,30\n")
                        .receivedAt("2020-06-21T00:00:00+08:00")
                        .ofAll(FindingCode.PERIOD_TOO_OLD)
                        .accepted(0),
                MatrixCase.of("X-13", "three days later, where the form allows three", FIX)
                        .declares(LATE)
                        .csv("演练地点,演练人数\n操场,30\n")
                        .receivedAt("2020-06-20T23:59:59+08:00")
                        .accepted(1),
                MatrixCase.of("X-13", "a year later, where the form says nothing", FIX)
                        .csv(HEALTH + JIA)
                        .receivedAt("2021-06-17T08:00:00+08:00")
                        .accepted(1));
    }

    private static Stream<MatrixCase> senders() {
        return Stream.of(
                MatrixCase.of("X-11", "the option says another", FILE)
                        .csv(HEALTH + JIA)
                        .sentAs("3301900102")
                        .ofAll(FindingCode.INSTITUTION_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-11", "the option says another by name", FILE)
                        .csv("新程职业培训学校健康监测表\n" + HEALTH + JIA)
                        .sentAs("青石第一小学")
                        .ofAll(FindingCode.INSTITUTION_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-11", "the title names another than the file name", FILE)
                        .csv("青石第一小学健康监测表\n" + HEALTH + JIA)
                        .ofAll(FindingCode.INSTITUTION_CONFLICT)
                        .accepted(0),
                MatrixCase.of("X-11", "the option says the same by name", FIX)
                        .csv(HEALTH + JIA)
                        .sentAs("新程职业培训学校")
                        .accepted(1),
                MatrixCase.of("X-11", "another institution in a column that the form does not have", ROW)
                        .csv("机构编码,班级,应到人数,实到人数\n3301900102,一班,30,30\n,二班,30,30\n" + CheckLine.INSTITUTION
                                + ",一班,28,28\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A2", FindingCode.INSTITUTION_CONFLICT)
                        .finds("A3", FindingCode.INSTITUTION_CONFLICT)
                        .accepted(1)
                        .rejected(2),
                MatrixCase.of("X-11", "another institution by name in such a column", ROW)
                        .csv("单位名称,班级,应到人数,实到人数\n新程职业培训学校,一班,30,30\n青石第一小学,二班,30,30\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A3", FindingCode.INSTITUTION_CONFLICT)
                        .accepted(1)
                        .rejected(1),
                MatrixCase.of("X-11", "the institution itself, and names that nobody registered, in such a column", FIX)
                        .csv("学校,班级,应到人数,实到人数\n新程职业培训学校,一班,30,30\n本部,二班,30,30\n,三班,30,30\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(3),
                MatrixCase.of("X-11", "the school that a trainee comes from", FIX)
                        .csv("学校," + HEALTH + "青石第一小学," + JIA)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(1),
                MatrixCase.of("X-11", "another school in the column of a school's persons", ROW)
                        .csv("学校," + HEALTH + "新程职业培训学校," + JIA.replace("学员", "学生"))
                        .named("3301900102_2020-06-17.csv")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .finds("A2", FindingCode.INSTITUTION_CONFLICT)
                        .accepted(0)
                        .rejected(1),
                MatrixCase.of("X-12", "closed since 1 June", FILE)
                        .csv(HEALTH + JIA)
                        .named("3301900103_2020-06-17.csv")
                        .ofAll(FindingCode.INSTITUTION_NOT_OPEN)
                        .accepted(0),
                MatrixCase.of("X-12", "closed since 1 June, for its last day", FIX)
                        .csv(HEALTH + JIA)
                        .named("3301900103_2020-05-31.csv")
                        .accepted(1),
                MatrixCase.of("X-12", "opens on 1 July", FILE)
                        .csv(HEALTH + JIA)
                        .named("3301900104_2020-06-17.csv")
                        .ofAll(FindingCode.INSTITUTION_NOT_OPEN)
                        .accepted(0),
                MatrixCase.of("X-12", "the name that it bore until 9 June", FILE)
                        .csv("云溪烹饪培训学校健康监测表\n" + HEALTH + JIA)
                        .named("2020-06-17.csv")
                        .ofAll(FindingCode.INSTITUTION_RENAMED)
                        .accepted(0),
                MatrixCase.of("X-12", "the former name behind a label", FILE)
                        .csv("填报单位：云溪烹饪培训学校\n" + HEALTH + JIA)
                        .named("2020-06-17.csv")
                        .ofAll(FindingCode.INSTITUTION_RENAMED)
                        .accepted(0),
                MatrixCase.of("X-12", "the former name beside the code", WARN)
                        .csv("云溪烹饪培训学校健康监测表\n" + HEALTH + JIA)
                        .named("3301900105_2020-06-17.csv")
                        .ofAll(FindingCode.INSTITUTION_RENAMED)
                        .accepted(1),
                MatrixCase.of("X-12", "the former name, for a day on which it was borne", FIX)
                        .csv("云溪烹饪培训学校健康监测表\n" + HEALTH + JIA)
                        .named("2020-06-09.csv")
                        .accepted(1));
    }

    private static Stream<MatrixCase> earlierDays() {
        String before = CheckLine.INSTITUTION + "_2020-06-16.csv";
        return Stream.of(
                MatrixCase.of("X-04", "the other institution is not told", FIX)
                        .after("3301900102_2020-06-17.csv", HEALTH + JIA, "2020-06-17T07:50:00+08:00")
                        .csv(HEALTH + JIA)
                        .accepted(1),
                MatrixCase.of("X-14", "under today's date", WARN)
                        .after(before, people(10, 0), "2020-06-16T08:00:00+08:00")
                        .csv(people(10, 0))
                        .ofAll(FindingCode.SAME_AS_BEFORE)
                        .accepted(10),
                MatrixCase.of("X-14", "the same people, measured again", FIX)
                        .after(before, people(10, 0), "2020-06-16T08:00:00+08:00")
                        .csv(people(10, 1))
                        .accepted(10),
                MatrixCase.of("X-15", "more than half as many again", WARN)
                        .after(CheckLine.INSTITUTION + "_2020-06-12.csv", people(10, 1), "2020-06-12T08:00:00+08:00")
                        .after(CheckLine.INSTITUTION + "_2020-06-15.csv", people(10, 2), "2020-06-15T08:00:00+08:00")
                        .after(before, people(10, 3), "2020-06-16T08:00:00+08:00")
                        .csv(people(16, 4))
                        .ofAll(FindingCode.COUNT_JUMPS)
                        .accepted(16),
                MatrixCase.of("X-15", "half as many again", FIX)
                        .after(CheckLine.INSTITUTION + "_2020-06-12.csv", people(10, 1), "2020-06-12T08:00:00+08:00")
                        .after(CheckLine.INSTITUTION + "_2020-06-15.csv", people(10, 2), "2020-06-15T08:00:00+08:00")
                        .after(before, people(10, 3), "2020-06-16T08:00:00+08:00")
                        .csv(people(15, 4))
                        .accepted(15));
    }

    /** @param day moves every temperature */
    private static String people(int count, int day) {
        String digits = "甲乙丙丁戊己庚辛壬癸";
        StringBuilder sheet = new StringBuilder("姓名,人员类别,体温,症状\n");
        for (int number = 0; number < count; number++) {
            sheet.append("人%c%c,学员,36.%d,无%n"
                    .formatted(digits.charAt(number / 10), digits.charAt(number % 10), 1 + (number + day) % 9));
        }
        return sheet.toString();
    }

    private static Stream<MatrixCase> corrections() {
        return Stream.of(
                MatrixCase.of("X-18", "a person is left out", WARN)
                        .after(NAME + ".csv", HEALTH + JIA + YI, "2020-06-17T08:00:00+08:00")
                        .csv(HEALTH + JIA)
                        .named(NAME + "_更正.csv")
                        .receivedAt("2020-06-17T08:10:00+08:00")
                        .ofAll(FindingCode.FEWER_ROWS)
                        .says("少了上次第 3 行的人")
                        .state("accepted")
                        .accepted(1),
                MatrixCase.of("X-18", "one of two classes is left out", WARN)
                        .after(NAME + ".csv", "班级,应到人数,实到人数\n一班,30,30\n二班,28,28\n", "2020-06-17T08:00:00+08:00")
                        .csv("班级,应到人数,实到人数\n二班,28,28\n")
                        .named(NAME + "_更正.csv")
                        .receivedAt("2020-06-17T08:10:00+08:00")
                        .ofAll(FindingCode.FEWER_ROWS)
                        .says("上次是 2 行。")
                        .state("accepted")
                        .accepted(1),
                MatrixCase.of("X-19", "a correction", FIX)
                        .after(NAME + ".csv", HEALTH + JIA, "2020-06-17T08:00:00+08:00")
                        .csv(HEALTH + JIA.replace("36.5", "36.6"))
                        .named(NAME + "_更正.csv")
                        .receivedAt("2020-06-17T08:10:00+08:00")
                        .state("accepted")
                        .accepted(1),
                MatrixCase.of("X-19", "the same correction again", FIX)
                        .after(NAME + ".csv", HEALTH + JIA, "2020-06-17T08:00:00+08:00")
                        .after(NAME + "_更正.csv", HEALTH + JIA.replace("36.5", "36.6"), "2020-06-17T08:10:00+08:00")
                        .csv(HEALTH + JIA.replace("36.5", "36.6"))
                        .named(NAME + "_更正.csv")
                        .receivedAt("2020-06-17T08:20:00+08:00")
                        .state("duplicate")
                        .accepted(1),
                MatrixCase.of("X-19", "a correction that is older than what stands", FIX)
                        .after(NAME + ".csv", HEALTH + JIA, "2020-06-17T08:10:00+08:00")
                        .csv(HEALTH + JIA.replace("36.5", "36.6"))
                        .named(NAME + "_更正.csv")
                        .receivedAt("2020-06-17T08:00:00+08:00")
                        .state("accepted")
                        .accepted(1),
                MatrixCase.of("X-20", "the missing day", FIX)
                        .after(NAME + ".csv", HEALTH + JIA, "2020-06-17T08:00:00+08:00")
                        .csv(HEALTH + JIA.replace("36.5", "36.7"))
                        .named(CheckLine.INSTITUTION + "_2020-06-16.csv")
                        .receivedAt("2020-06-17T08:01:00+08:00")
                        .state("accepted")
                        .accepted(1));
    }
}
