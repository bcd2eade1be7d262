package lingbao.matrix;

import static lingbao.domain.FindingCode.*;
import static lingbao.domain.IgnoredRow.Reason.*;
import static lingbao.matrix.Action.*;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.FindingCode;
import lingbao.domain.IgnoredRow;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet, its tables, and the rows that are no data: rows S of the matrix. */
final class SheetCases {

    private static final GoodSheet CLASSES = GoodSheet.of("attendance");
    private static final GoodSheet PEOPLE = GoodSheet.of("health-check");
    private static final GoodSheet ACTIONS = GoodSheet.of("disinfection");

    private SheetCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.of(
                        names(),
                        visibility(),
                        places(),
                        noData(),
                        totals(),
                        merges(),
                        furtherTables(),
                        labels(),
                        versions())
                .flatMap(cases -> cases);
    }

    /** S-01, S-02, S-15. */
    private static Stream<MatrixCase> names() {
        return Stream.of(
                of("S-01", "any name, known by its headings", FIX)
                        .xlsx(book -> CLASSES.into(book.createSheet("Sheet7"), 1))
                        .accepted(2),
                of("S-01", "no form on any sheet", FILE)
                        .xlsx(book -> {
                            row(book.createSheet("甲"), 1, "车牌", "颜色");
                            row(book.createSheet("乙"), 1, "车牌", "颜色");
                        })
                        .ofAll(NO_FORM),
                of("S-01", "another sheet beside it", FIX)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet("考勤"), 1);
                            row(book.createSheet("车辆"), 1, "车牌", "颜色");
                        })
                        .ofAll(SHEET_NOT_READ)
                        .accepted(2),
                of("S-01", "several forms in one workbook", FIX)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet("考勤"), 1);
                            PEOPLE.into(book.createSheet("健康"), 1);
                            ACTIONS.into(book.createSheet("消毒"), 1);
                        })
                        .accepted(6),
                of("S-02", "two sheets of one day", FILE)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet("一"), 1);
                            CLASSES.into(book.createSheet("二"), 1);
                        })
                        .ofAll(SHEET_REPEATED)
                        .ofAll(SHEET_REPEATED)
                        .accepted(0)
                        .rejected(4),
                of("S-02", "two sheets of one day, of which one lacks a column", FILE)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet("明细"), 1);
                            Sheet sums = book.createSheet("汇总");
                            row(sums, 1, "年级", "应到人数", "实到人数", "病假", "事假");
                            row(sums, 2, "一年级", 58, 58, 0, 0);
                        })
                        .ofAll(MISSING_COLUMN)
                        .ofAll(UNKNOWN_COLUMN)
                        .accepted(2)
                        .rejected(1),
                of("S-02", "two sheets of two days", FIX)
                        .xlsx(book -> {
                            Sheet first = book.createSheet("一");
                            row(first, 1, "2020年6月16日考勤统计表");
                            CLASSES.into(first, 2);
                            Sheet second = book.createSheet("二");
                            row(second, 1, "2020年6月17日考勤统计表");
                            CLASSES.into(second, 2);
                        })
                        .named("3301900101.xlsx")
                        .accepted(4),
                of("S-15", "blank behind the name", FIX)
                        .xlsx(book -> CLASSES.into(book.createSheet("考勤 "), 1))
                        .accepted(2),
                of("S-15", "full-width name", FIX)
                        .xlsx(book -> CLASSES.into(book.createSheet("考勤　１"), 1))
                        .accepted(2),
                of("S-15", "no-break space in the name", FIX)
                        .xlsx(book -> CLASSES.into(book.createSheet("\u00a0考勤\u00a0"), 1))
                        .accepted(2));
    }

    /** S-03 to S-06. */
    private static Stream<MatrixCase> visibility() {
        return Stream.of(
                of("S-03", "hidden, the only one of its form", WARN)
                        .xlsx(book -> {
                            book.createSheet("空白");
                            CLASSES.into(book.createSheet("考勤"), 1);
                            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
                        })
                        .ofAll(HIDDEN_SHEET)
                        .accepted(2),
                of("S-03", "hidden beside a visible one of its form and day", WARN)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet("考勤"), 1);
                            CLASSES.into(book.createSheet("上次"), 1);
                            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
                        })
                        .ofAll(HIDDEN_SHEET_NOT_READ)
                        .accepted(2),
                of("S-03", "very hidden, of no form", WARN)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet("考勤"), 1);
                            row(book.createSheet("底稿"), 1, "车牌", "颜色");
                            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
                        })
                        .ofAll(HIDDEN_SHEET_NOT_READ)
                        .accepted(2),
                of("S-03", "very hidden, empty", FIX)
                        .xls(book -> {
                            CLASSES.into(book.createSheet("考勤"), 1);
                            book.createSheet("WpsReserved");
                            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
                        })
                        .accepted(2),
                of("S-04", "hidden row", WARN)
                        .xlsx(classes(sheet -> sheet.getRow(2).setZeroHeight(true)))
                        .ofAll(HIDDEN_ROWS)
                        .accepted(2),
                of("S-04", "filtered rows", WARN)
                        .xlsx(classes(sheet -> {
                            sheet.setAutoFilter(CellRangeAddress.valueOf("A1:G3"));
                            sheet.getRow(1).setZeroHeight(true);
                        }))
                        .ofAll(HIDDEN_ROWS)
                        .accepted(2),
                of("S-04", "hidden column", WARN)
                        .xlsx(classes(sheet -> sheet.setColumnHidden(3, true)))
                        .ofAll(HIDDEN_COLUMNS)
                        .reads(2, "present", 30)
                        .accepted(2),
                of("S-04", "hidden column, xls", WARN)
                        .xls(classes(sheet -> sheet.setColumnHidden(3, true)))
                        .ofAll(HIDDEN_COLUMNS)
                        .reads(2, "present", 30)
                        .accepted(2),
                of("S-04", "hidden column of nobody's", FIX)
                        .xlsx(classes(sheet -> sheet.setColumnHidden(20, true)))
                        .accepted(2),
                of("S-05", "protected sheet", FIX)
                        .xlsx(classes(sheet -> sheet.protectSheet("secret")))
                        .accepted(2),
                of("S-05", "protected sheet, xls", FIX)
                        .xls(classes(sheet -> sheet.protectSheet("secret")))
                        .accepted(2),
                of("S-05", "protected structure of the workbook", FIX)
                        .xlsx(book -> {
                            CLASSES.into(book.createSheet(), 1);
                            ((XSSFWorkbook) book).lockStructure();
                        })
                        .accepted(2),
                of("S-06", "empty first sheet", FIX)
                        .xlsx(book -> {
                            book.createSheet("封面");
                            CLASSES.into(book.createSheet("考勤"), 1);
                        })
                        .accepted(2),
                of("S-06", "chart sheet", FIX)
                        .file(MatrixCase.NAME + ".xlsx", OtherSheets.xlsx("chartsheet", CLASSES))
                        .accepted(2),
                of("S-06", "dialog sheet", FIX)
                        .file(MatrixCase.NAME + ".xlsx", OtherSheets.xlsx("dialogsheet", CLASSES))
                        .accepted(2),
                of("S-06", "chart sheet, xls", FIX)
                        .file(MatrixCase.NAME + ".xls", OtherSheets.xlsWithChart(CLASSES))
                        .accepted(2));
    }

    /** S-07, S-08. */
    private static Stream<MatrixCase> places() {
        return Stream.of(
                of("S-07", "table at C5, title and notes above", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "", "新程职业培训学校考勤统计表");
                            row(sheet, 2, "", "", "日期：2020年6月17日");
                            row(sheet, 3, "说明：应到人数按在册人数填写。");
                            row(sheet, 5, "", "", "班级", "应到人数", "实到人数");
                            row(sheet, 6, "", "", "电工一班", 30, 30);
                        })
                        .named("a.xlsx")
                        .reads(6, "className", "电工一班")
                        .accepted(1),
                of("S-07", "two tables side by side", FILE)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "应到人数", "实到人数", "", "班级", "应到人数", "实到人数");
                            row(sheet, 2, "一班", 30, 30, "", "二班", 28, 28);
                        })
                        .ofAll(TABLES_SIDE_BY_SIDE)
                        .rejected(1),
                of("S-07", "the right table moved below the left one", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "应到人数", "实到人数");
                            row(sheet, 2, "一班", 30, 30);
                            row(sheet, 3, "班级", "应到人数", "实到人数");
                            row(sheet, 4, "二班", 28, 28);
                        })
                        .accepted(2)
                        .rejected(0),
                of("S-08", "1904 date system", FIX)
                        .xlsx(book -> {
                            ((XSSFWorkbook) book)
                                    .getCTWorkbook()
                                    .addNewWorkbookPr()
                                    .setDate1904(true);
                            Sheet sheet = book.createSheet();
                            ACTIONS.into(sheet, 1);
                            var style = book.createCellStyle();
                            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
                            for (int row = 1; row <= 2; row++) {
                                sheet.getRow(row).createCell(0).setCellValue(42537.0);
                                sheet.getRow(row).getCell(0).setCellStyle(style);
                            }
                        })
                        .reads(2, "date", "2020-06-17")
                        .accepted(2));
    }

    /** S-09, S-11 to S-13. */
    private static Stream<MatrixCase> noData() {
        String heading = "班级,应到人数,实到人数\n";
        return Stream.of(
                of("S-09", "heading only", WARN)
                        .csv(CLASSES.csv().lines().findFirst().orElseThrow())
                        .ofAll(ZERO_NOT_DECLARED),
                of("S-09", "only what was filled in beforehand", WARN)
                        .csv(heading + "一班,30,\n二班,28,\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .ofAll(ZERO_NOT_DECLARED)
                        .ignores(2, IgnoredRow.Reason.NOT_ANSWERED)
                        .accepted(0),
                of("S-09", "persons of whom much is said, but neither temperature nor symptom", WARN)
                        .csv("姓名,人员类别,体温,症状,接触史,健康码,是否就诊,诊断,备注\n王建国,学员,36.5,无,否,绿码,否,,\n"
                                + "李秀英,学员,,,是,绿码,否,,\n张明,学员,,,,红码,,肺炎,发热38.9在家隔离\n周四,学员,,,,,,,\n")
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .finds("A5", FindingCode.NOT_ANSWERED)
                        .accepted(1),
                of("S-09", "classes of which much is said and no count", WARN)
                        .csv("班级,应到人数,实到人数,迟到,早退,缺勤原因\n一班,30,30,0,0,\n二班,28,,0,0,全班腹泻隔离\n五班,28,,,,无\n")
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .accepted(1),
                of("S-11", "signatures and a date below", FIX)
                        .csv(heading + "一班,30,30\n填表人：王建国,,审核人：李秀英\n2020年6月17日,,\n")
                        .ignores(3, SIGNATURE_ROW)
                        .ignores(4, SIGNATURE_ROW)
                        .accepted(1),
                of("S-11", "a signature in a column of words", FIX)
                        .csv("姓名,人员类别,体温,症状\n王建国,学员,36.5,无\n,,,班主任签名：张三\n制表人：,张三,,审核人：李四\n")
                        .ignores(3, SIGNATURE_ROW)
                        .ignores(4, SIGNATURE_ROW)
                        .accepted(1),
                of("S-11", "signatures without a colon, each word in a cell of its own", FIX)
                        .csv("姓名,证件号码,人员类别,班级,体温,症状\n王建国,,学员,一班,36.5,无\n填报人,张三,,审核人,李四,\n"
                                + "填报人,,,审核人,,\n制表,张三,审核,李四,日期,2020-6-17\n")
                        .ignores(3, SIGNATURE_ROW)
                        .ignores(4, SIGNATURE_ROW)
                        .ignores(5, SIGNATURE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "one signature without a colon, below the running numbers", FIX)
                        .csv("序号,姓名,人员类别,体温\n1,王建国,学员,36.5\n制表人,张三,,\n审核人（签字）,,,李四\n")
                        .ignores(3, SIGNATURE_ROW)
                        .ignores(4, SIGNATURE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "persons whose names are words of signatures", WARN)
                        .csv("姓名,证件号码,人员类别,班级,体温,症状\n填报人,,学员,审核人,36.5,无\n审核人,11010519491231002X,,填报人,,\n"
                                + "审核人,,,一班,,\n校长,,,负责人,,\n填报人,审核人,学员,,,\n")
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .finds("A5", FindingCode.NOT_ANSWERED)
                        .finds("A6", FindingCode.NOT_ANSWERED)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "signatures cell by cell with a date behind them", FIX)
                        .csv("序号,姓名,人员类别,体温,症状\n1,王建国,学员,36.5,无\n填报人,张三,审核人,李四,2020-6-17\n")
                        .ignores(3, SIGNATURE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "who signs for the school, and for whom", FIX)
                        .csv("班级,应到人数,实到人数,病假,事假\n一班,30,30,0,0\n教导主任：张三,,,校长：李四,\n教导处：张三,,分管校长：李四,,\n"
                                + "值班领导：王明,,,,\n主管领导意见：,,,,\n,,,2020年6月17日,\n,,,一中教务处,\n,,,云溪学校,\n,,,（盖章）,\n")
                        .ignores(3, SIGNATURE_ROW)
                        .ignores(4, SIGNATURE_ROW)
                        .ignores(5, SIGNATURE_ROW)
                        .ignores(6, SIGNATURE_ROW)
                        .ignores(7, SIGNATURE_ROW)
                        .ignores(8, SIGNATURE_ROW)
                        .ignores(9, SIGNATURE_ROW)
                        .ignores(10, SIGNATURE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "a school or an office that a column of words may hold", WARN)
                        .csv("班级,应到人数,实到人数,缺勤原因\n一班,30,30,\n,,,去云溪学校\n校医室,3,,\n")
                        .finds("D3", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .accepted(1),
                of("S-11", "the mean and the highest temperature, the page's number and a line", FIX)
                        .csv("姓名,人员类别,体温\n王建国,学员,36.5\n平均体温,,36.5\n最高,,36.5\n体温最低,,36.5\n第1页,,\n"
                                + "第 1 页 共 2 页,,\n---------,,\n☆☆☆,,\n")
                        .ignores(3, NOTE_ROW)
                        .ignores(4, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .ignores(7, NOTE_ROW)
                        .ignores(8, NOTE_ROW)
                        .ignores(9, NOTE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "rows that show how to fill in", FIX)
                        .csv("序号,姓名,人员类别,班级,晨检体温\n例：,张三,学员,一班,36.5\n示例,张三,学员,一班,36.5\n,例：李四,学员,一班,36.5\n"
                                + "1,王建国,学员,一班,36.5\n")
                        .ignores(2, NOTE_ROW)
                        .ignores(3, NOTE_ROW)
                        .ignores(4, NOTE_ROW)
                        .accepted(1),
                of("S-11", "classes that show how to fill in", FIX)
                        .csv(heading + "示例：一班,30,30\n样例,45,43\n例：一班,45,43\n（填写样例）一班,30,30\n示例班,30,30\n一班,30,30\n")
                        .ignores(2, NOTE_ROW)
                        .ignores(3, NOTE_ROW)
                        .ignores(4, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "what of the rows above was counted there", FIX)
                        .csv(heading + "一班,30,30\n其中：住校生,10,10\n二班,28,27\n合计,58,57\n其中男生,31,30\n其中:外籍,2,2\n")
                        .ignores(3, NOTE_ROW)
                        .ignores(5, TOTAL_ROW)
                        .ignores(6, NOTE_ROW)
                        .ignores(7, NOTE_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-11", "classes behind 其中, which may be counted nowhere else", FIX)
                        .csv(heading + "一年级,58,57\n其中：一班,30,30\n")
                        .accepted(2),
                of("S-11", "the highest and the middle number, and another day's", FIX)
                        .csv(heading + "一班,30,30\n二班,28,27\n最大值,30,30\n最小值,28,27\n中位数,29,28.5\n最高,30,30\n上周同期,58,58\n"
                                + "昨日,57,57\n去年同期人数,50,50\n")
                        .ignores(4, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .ignores(7, NOTE_ROW)
                        .ignores(8, NOTE_ROW)
                        .ignores(9, NOTE_ROW)
                        .ignores(10, NOTE_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-11", "rows of formulas prepared for classes that are not there", ROW)
                        .xlsx(book -> {
                            Sheet list = book.createSheet("名单");
                            Sheet sheet = book.createSheet("考勤");
                            row(list, 1, "一班", "30");
                            row(sheet, 1, "序号", "班级", "应到人数", "实到人数");
                            row(sheet, 2, 1, "一班", 30, 30);
                            for (int index = 2; index < 5; index++) {
                                Row prepared = sheet.createRow(index);
                                prepared.createCell(0).setCellValue(index);
                                prepared.createCell(1).setCellFormula("IF(名单!A" + (index + 5) + "=\"\",\"\",名单!A9)");
                                prepared.createCell(2).setCellFormula("名单!B" + (index + 5));
                                prepared.createCell(3).setCellFormula("C" + (index + 1) + "-0");
                            }
                            sheet.getRow(4).createCell(3).setCellValue(0);
                            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
                        })
                        .ofAll(FindingCode.SHEET_NOT_READ)
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .finds("B5", FindingCode.REQUIRED_BLANK)
                        .finds("C5", FindingCode.FORMULA_VALUE)
                        .accepted(1)
                        .rejected(1),
                of("S-14", "a word merged over the counts of a class that is not there", WARN)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "应到人数", "实到人数");
                            row(sheet, 2, "一班", 30, 30);
                            row(sheet, 3, "三班", "外出实习");
                            sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
                        })
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .accepted(1),
                of("S-11", "a stamp's picture", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            CLASSES.into(sheet, 1);
                            row(sheet, 5, "单位（盖章）：");
                            int picture = book.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
                            sheet.createDrawingPatriarch()
                                    .createPicture(book.getCreationHelper().createClientAnchor(), picture);
                        })
                        .ignores(4, BLANK_ROW)
                        .ignores(5, SIGNATURE_ROW)
                        .accepted(2),
                of("S-11", "what the footer says of the rows", FIX)
                        .csv("姓名,人员类别,体温\n王建国,学员,36.5\n应到30人 实到30人,,\n应到30人,,实到30人\n体温异常：0人,,\n"
                                + "应检 30 人，实检 30 人,,\n共计 1 人 发热 0 人,,\n今日全班正常,,\n")
                        .ignores(3, NOTE_ROW)
                        .ignores(4, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .ignores(7, NOTE_ROW)
                        .ignores(8, NOTE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "that all above is well, wherever it stands", FIX)
                        .csv("序号,姓名,人员类别,体温,症状\n1,王建国,学员,36.5,无\n,以上全部正常,,,\n,,,,全部正常\n,以上人员均正常。,,,\n"
                                + ",,,所有学员体温正常、无缺勤,\n6,以上均无异常,,,\n,今日全体师生身体健康,,,\n")
                        .ignores(3, NOTE_ROW)
                        .ignores(4, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .ignores(7, NOTE_ROW)
                        .ignores(8, NOTE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "that all is well said of one person", ROW)
                        .csv("姓名,人员类别,体温,症状\n王建国,学员,36.5,全部正常\n全健康,学员,36.5,无\n,学员,,全部正常\n")
                        .reads(2, "symptoms", List.of("无"))
                        .finds("A4", FindingCode.REQUIRED_BLANK)
                        .finds("C4", FindingCode.REQUIRED_BLANK)
                        .accepted(2)
                        .rejected(1),
                of("S-11", "a rate below the totals", FIX)
                        .csv(heading + "一班,30,30\n二班,30,29\n合计,60,59\n出勤率,98.3%,\n到课率：98.3%,,\n出勤率（%）,98,\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .ignores(7, NOTE_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-11", "that nothing follows", FIX)
                        .csv(heading + "一班,30,30\n以下空白,,\n,（以下无）,\n——以下无正文——,,\n本表一式两份,,\n")
                        .ignores(3, NOTE_ROW)
                        .ignores(4, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "whom a footer names is told", WARN)
                        .csv(heading + "一班,30,29\n缺勤人员：李明,,\n")
                        .finds("A3", FindingCode.NOT_ANSWERED)
                        .accepted(1),
                of("S-11", "a row of units below the heading", FIX)
                        .csv("序号,姓名,人员类别,班级,体温,午检体温\n,,,,（单位：℃）,℃\n1,王建国,学员,一班,36.5,36.6\n")
                        .ignores(2, NOTE_ROW)
                        .accepted(1)
                        .rejected(0),
                of("S-11", "units of counts below the heading", FIX)
                        .csv(heading + ",（人）,（人）\n一班,30,30\n")
                        .ignores(2, NOTE_ROW)
                        .reads(3, "expected", 30)
                        .accepted(1)
                        .rejected(0),
                of("H-10", "another unit in a row below the heading", FILE)
                        .csv(heading + ",（千人）,（千人）\n一班,3,3\n")
                        .ofAll(UNIT_DIFFERS)
                        .accepted(0),
                of("H-10", "degrees of another kind in a row below the heading", FILE)
                        .csv("姓名,人员类别,体温\n,,(℉)\n王建国,学员,36.5\n")
                        .ofAll(UNIT_DIFFERS)
                        .accepted(0),
                of("S-12", "a few blank rows", FIX)
                        .xlsx(gap(3))
                        .ignores(4, BLANK_ROW)
                        .accepted(3),
                of("S-12", "200 blank rows, then more data", WARN)
                        .xlsx(gap(200))
                        .finds("A4", BLANK_ROWS_BETWEEN)
                        .reads(204, "className", "三班")
                        .accepted(3),
                of("S-13", "heading repeated on each page", FIX)
                        .csv(heading + "一班,30,30\n" + heading + "二班,28,28\n")
                        .ignores(3, HEADING_REPEATED)
                        .accepted(2),
                of("S-13", "the columns numbered below the heading", FIX)
                        .csv("班级,实到人数,应到人数,病假\n甲,1,2,3\n一班,29,30,1\n二班,28,28,0\n")
                        .ignores(2, NOTE_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-13", "the columns numbered in rings below each heading", FIX)
                        .csv("序号,姓名,人员类别,体温\n（1）,②,3,4\n1,王建国,学员,36.5\n序号,姓名,人员类别,体温\n栏次,1,2,3\n2,李秀英,学员,36.5\n")
                        .ignores(2, NOTE_ROW)
                        .ignores(4, HEADING_REPEATED)
                        .ignores(5, NOTE_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-13", "classes whose numbers are not the columns'", FIX)
                        .csv("班级,实到人数,应到人数,病假\n1,1,1,0\n一班,2,3,1\n甲,1,2,1\n2,3,4,1\n")
                        .accepted(4)
                        .rejected(0),
                of("S-13", "two-row heading repeated", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            twoRowHeading(sheet, 1);
                            row(sheet, 3, "一班", 30, 30, 3, 3);
                            twoRowHeading(sheet, 4);
                            row(sheet, 6, "二班", 28, 28, 2, 2);
                        })
                        .ignores(4, HEADING_REPEATED)
                        .ignores(5, HEADING_REPEATED)
                        .accepted(2));
    }

    /** S-10. */
    private static Stream<MatrixCase> totals() {
        String rows = "班级,应到人数,实到人数\n一班,30,30\n二班,28,28\n";
        Stream<MatrixCase> words = Stream.of(
                        "学校合计", "各班合计", "本校总计", "高一合计", "一年级小计", "应到实到合计", "汇总", "累计", "共两个班", "共计2个班", "Total",
                        "TOTAL", "∑", "全校", "总数", "总人次", "应到总数", "实到总人数", "学校总数", "全校总人数", "合计人次", "各年级总人数", "学生总数",
                        "总和", "全校人数")
                .map(word -> of("S-10", word + " at the bottom", FIX)
                        .csv(rows + word + ",58,58\n")
                        .ignores(4, TOTAL_ROW)
                        .accepted(2));
        Stream<MatrixCase> wholes = Stream.of(
                        "园所总人数", "全园幼儿", "全体学员", "全部", "今日总人数", "在园人数", "全校学生", "总体", "全院", "全中心", "全年级", "一年级", "初中部")
                .map(word -> of("S-10", word + " at the bottom, with the sums of the rows", FIX)
                        .csv(rows + word + ",58,58\n")
                        .ignores(4, TOTAL_ROW)
                        .accepted(2));
        return Stream.of(words, wholes, furtherTotals(rows)).flatMap(Function.identity());
    }

    private static Stream<MatrixCase> furtherTotals(String rows) {
        return Stream.of(
                of("S-10", "学校合计 with a wrong number", WARN)
                        .csv(rows + "学校合计,58,57\n")
                        .finds("C4", TOTAL_DIFFERS)
                        .ignores(4, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "学校总数 with a wrong number", WARN)
                        .csv(rows + "学校总数,58,57\n")
                        .finds("C4", TOTAL_DIFFERS)
                        .ignores(4, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "应到总数 and 实到总数, each in a row of its own", FIX)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n二班,28,27\n应到总数,58\n实到总数,57\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(5, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "totals of each grade and of the school", FIX)
                        .csv(rows + "高一合计,58,58\n三班,20,20\n四班,10,10\n高二合计,30,30\n学校合计,88,88\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .ignores(8, TOTAL_ROW)
                        .accepted(4),
                of("S-10", "a grade's total with a wrong number", WARN)
                        .csv(rows + "高一合计,58,58\n三班,20,20\n四班,10,10\n高二合计,30,29\n学校合计,88,88\n")
                        .finds("C7", TOTAL_DIFFERS)
                        .ignores(4, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .ignores(8, TOTAL_ROW)
                        .accepted(4),
                of("S-10", "totals of some rows here and there", FIX)
                        .csv("班级,人员类别,应到人数,实到人数\n一班,学员,30,30\n一班,教师,3,3\n二班,学员,28,28\n二班,教师,2,2\n"
                                + "学员合计,,58,58\n教师合计,,5,5\n合计,,63,63\n")
                        .ignores(6, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .ignores(8, TOTAL_ROW)
                        .accepted(4),
                of("S-10", "合计 as the class behind a day in a column that is not read", FIX)
                        .csv("日期,班级,应到人数,实到人数\n2020-06-17,一班,30,30\n2020-06-17,二班,28,27\n2020-06-17,合计,58,57\n")
                        .ignores(4, TOTAL_ROW)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(2)
                        .rejected(0),
                of("S-10", "合计 of each grade behind the grade's name, and 总计 in both columns", WARN)
                        .csv("年级,班级,应到人数,实到人数\n一年级,1班,30,30\n一年级,2班,28,27\n一年级,合计,58,57\n二年级,3班,20,20\n"
                                + "二年级,小计,20,19\n总计,总计,78,77\n")
                        .ignores(4, TOTAL_ROW)
                        .finds("D6", TOTAL_DIFFERS)
                        .ignores(6, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(3)
                        .rejected(0),
                of("S-10", "小计 of a class as the kind of its persons", FIX)
                        .csv("班级,人员类别,应到人数,实到人数\n一班,学生,30,30\n一班,教职工,3,3\n一班,小计,33,33\n二班,学生,28,27\n")
                        .ignores(4, TOTAL_ROW)
                        .accepted(3)
                        .rejected(0),
                of("S-10", "合计 in a column that is not read, beside no class", FIX)
                        .csv("校区,年级,班级,应到人数,实到人数\n东区,一年级,1班,30,30\n东区,一年级,2班,28,27\n东区,合计,,58,57\n")
                        .ignores(4, TOTAL_ROW)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(2)
                        .rejected(0),
                of("S-10", "sums without a word behind a day in a column that is not read", FIX)
                        .csv("日期,班级,应到人数,实到人数\n2020-06-17,一班,30,30\n2020-06-17,二班,28,27\n2020-06-17,,58,57\n")
                        .ignores(4, TOTAL_ROW)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(2)
                        .rejected(0),
                of("S-10", "classes that only end like a total, behind a day, and 合计 in a column beside a class", FIX)
                        .csv("校区,年级,班级,应到人数,实到人数\n东区,一年级,合计班,30,30\n东区,一年级,会计,28,27\n东区,合计,三班,20,20\n")
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .ofAll(FindingCode.UNKNOWN_COLUMN)
                        .accepted(3)
                        .rejected(0),
                of("S-10", "小计 as the name of nobody, and a person in a class called 合计", FIX)
                        .csv("姓名,班级,人员类别,体温\n王建国,一班,学员,36.5\n李小红,合计,学员,36.4\n小计,一班,,2\n")
                        .ignores(4, TOTAL_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-10", "sums of each grade below its classes, be it one, and of the school", FIX)
                        .csv("班级,应到人数,实到人数\n一（1）班,42,41\n一（2）班,42,42\n一年级,84,83\n二（1）班,40,40\n二年级,40,40\n"
                                + "全校,124,123\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(6, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .accepted(3)
                        .rejected(0),
                of("S-10", "grades that may be data, and classes whose numbers happen to be sums", FIX)
                        .csv("班级,应到人数,实到人数\n一年级,20,20\n二年级,20,19\n三年级,40,39\n总务处,80,78\n全日制1班,160,156\n"
                                + "共青团,320,312\n后勤部,640,624\n")
                        .accepted(7)
                        .rejected(0),
                of("S-10", "a grade without classes of its own beside classes, and 全园幼儿 of another sum", FIX)
                        .csv("班级,应到人数,实到人数\n一班,42,41\n一年级,42,41\n二班,10,10\n全园幼儿,62,61\n")
                        .accepted(4)
                        .rejected(0),
                of("S-10", "classes that only begin like a total", FIX)
                        .csv(rows + "小计算机班,20,20\n共计划班,20,20\n全校,9,9\n全校人数,9,9\n总数据班,20,20\n")
                        .accepted(7),
                of("S-10", "合计 at the bottom", FIX)
                        .csv(rows + "合计,58,58\n")
                        .ignores(4, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "合 计 with a wrong number", WARN)
                        .csv(rows + "合 计,58,57\n")
                        .finds("C4", TOTAL_DIFFERS)
                        .ignores(4, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "全年级 below the classes of each grade, one grade of a single class", FIX)
                        .csv("班级,应到人数,实到人数\n一班,30,29\n二班,30,30\n全年级,60,59\n三班,30,30\n全年级,30,30\n全校,90,89\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(6, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .accepted(3),
                of("S-10", "其中 below a total above its rows is what is counted", FIX)
                        .csv("班级,应到人数,实到人数\n合计,330,325\n其中：学生,300,296\n其中：教职工,30,29\n")
                        .ignores(2, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "the staff of all, as many as the classes above", FIX)
                        .csv("班级,应到人数,实到人数\n小班,10,10\n中班,10,10\n全园教职工,20,20\n")
                        .accepted(3),
                of("S-10", "小计 above its rows, below a row that names the grade alone", WARN)
                        .csv("班级,应到人数,实到人数\n一年级,,\n小计,58,58\n一班,30,30\n二班,28,28\n二年级,,\n小计,20,20\n三班,20,20\n"
                                + "合计,78,78\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A6", FindingCode.NOT_ANSWERED)
                        .accepted(3),
                of("S-10", "小计 in the middle, 总计 at the end", FIX)
                        .csv(rows + "小计,58,58\n三班,20,20\n小计,20,20\n总计,78,78\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(6, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .accepted(3),
                of("S-10", "a total above its rows", FIX)
                        .csv("班级,应到人数,实到人数\n全校合计,58,58\n一班,30,30\n二班,28,28\n")
                        .ignores(2, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "totals of each grade above its rows, and of the school below", WARN)
                        .csv("班级,应到人数,实到人数\n高一小计,58,58\n一班,30,30\n二班,28,28\n高二小计,20,20\n三班,20,20\n合计,78,77\n")
                        .finds("C7", TOTAL_DIFFERS)
                        .ignores(2, TOTAL_ROW)
                        .ignores(5, TOTAL_ROW)
                        .ignores(7, TOTAL_ROW)
                        .accepted(3),
                of("S-10", "a total below rows of nothing", WARN)
                        .csv("班级,应到人数,实到人数\n一班,0,0\n小计,5,0\n")
                        .finds("B3", TOTAL_DIFFERS)
                        .ignores(3, TOTAL_ROW)
                        .accepted(1),
                of("S-10", "two rows of totals without a word", FIX)
                        .csv(rows + ",58,58\n,58,58\n")
                        .ignores(4, TOTAL_ROW)
                        .ignores(5, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "totals without a word behind a running number", FIX)
                        .csv("序号,班级,应到人数,实到人数\n1,一班,30,30\n2,二班,28,28\n3,,58,58\n")
                        .ignores(4, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "no word, and one sum of three wrong", WARN)
                        .csv("班级,应到人数,实到人数,病假\n一班,30,29,1\n二班,28,26,2\n,58,54,3\n")
                        .finds("C4", TOTAL_DIFFERS)
                        .ignores(4, TOTAL_ROW)
                        .accepted(2),
                of("S-10", "no word and another sum", ROW)
                        .csv(rows + ",58,57\n")
                        .finds("A4", REQUIRED_BLANK)
                        .accepted(2)
                        .rejected(1),
                of("S-10", "no word under one row only, which may be a class", ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n,30,30\n")
                        .finds("A3", REQUIRED_BLANK)
                        .accepted(1)
                        .rejected(1),
                of("S-10", "no word, all zero", ROW)
                        .csv("班级,应到人数,实到人数\n一班,0,0\n二班,0,0\n,0,0\n")
                        .finds("A4", REQUIRED_BLANK)
                        .accepted(2)
                        .rejected(1));
    }

    /** S-14. */
    private static Stream<MatrixCase> merges() {
        return Stream.of(
                of("S-14", "a class over its people is filled down", FIX)
                        .xlsx(people(sheet -> {
                            sheet.getRow(2).removeCell(sheet.getRow(2).getCell(3));
                            sheet.addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
                        }))
                        .reads(3, "className", "电工一班")
                        .accepted(2),
                of("S-14", "one temperature over two people", ROW)
                        .xlsx(people(sheet -> {
                            row(sheet, 4, "张明", "", "学员", "电工一班", 36.8);
                            sheet.getRow(2).removeCell(sheet.getRow(2).getCell(4));
                            sheet.addMergedRegion(CellRangeAddress.valueOf("E2:E3"));
                        }))
                        .finds("E2", MERGED_ROWS)
                        .finds("E3", MERGED_ROWS)
                        .reads(4, "morningTemperature", 36.8)
                        .accepted(1)
                        .rejected(2),
                of("S-14", "one temperature over three people, of whom nothing else is said", ROW)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "姓名", "人员类别", "体温", "症状");
                            row(sheet, 2, "王建国", "学员", 36.5, "无");
                            row(sheet, 3, "李秀英", "学员");
                            row(sheet, 4, "张明", "学员");
                            row(sheet, 5, "赵一", "学员", 36.5, "无");
                            sheet.addMergedRegion(CellRangeAddress.valueOf("C2:C4"));
                        })
                        .finds("C2", MERGED_ROWS)
                        .finds("C3", MERGED_ROWS)
                        .finds("C4", MERGED_ROWS)
                        .accepted(1)
                        .rejected(3),
                of("S-14", "one count over two classes", ROW)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "应到", "实到");
                            row(sheet, 2, "一班", 30, 29);
                            row(sheet, 3, "二班", 30);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("C2:C3"));
                        })
                        .finds("C2", MERGED_ROWS)
                        .finds("C3", MERGED_ROWS)
                        .accepted(0)
                        .rejected(2),
                of("S-14", "a class over its pupils and its teachers is filled down", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "人员类别", "应到", "实到");
                            row(sheet, 2, "一班", "学生", 30, 29);
                            row(sheet, 3, "", "教职工", 3, 3);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
                        })
                        .reads(3, "className", "一班")
                        .accepted(2),
                of("S-14", "a class over two rows of its pupils", ROW)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "人员类别", "应到", "实到");
                            row(sheet, 2, "一班", "学生", 30, 29);
                            row(sheet, 3, "", "学生", 28, 28);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
                        })
                        .finds("A3", DUPLICATE_ROW)
                        .accepted(1)
                        .rejected(1),
                of("S-14", "all counts over two classes", ROW)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "应到", "实到", "病假");
                            row(sheet, 2, "一班", 30, 29, 1);
                            row(sheet, 3, "二班");
                            row(sheet, 4, "三班", 20, 20, 0);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
                            sheet.addMergedRegion(CellRangeAddress.valueOf("C2:C3"));
                            sheet.addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
                        })
                        .finds("B2", MERGED_ROWS)
                        .finds("C2", MERGED_ROWS)
                        .finds("D2", MERGED_ROWS)
                        .finds("B3", MERGED_ROWS)
                        .finds("C3", MERGED_ROWS)
                        .finds("D3", MERGED_ROWS)
                        .reads(4, "expected", 20)
                        .accepted(1)
                        .rejected(2),
                of("S-14", "one disinfection over two places, of which nothing else is said", ROW)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "日期", "场所", "作业类型", "开始时间", "责任人");
                            row(sheet, 2, "2020-06-17", "101", "消毒", "8:00", "王明");
                            row(sheet, 3, "", "102");
                            for (String column : List.of("A", "C", "D", "E")) {
                                sheet.addMergedRegion(CellRangeAddress.valueOf(column + "2:" + column + "3"));
                            }
                        })
                        .finds("C2", MERGED_ROWS)
                        .finds("D2", MERGED_ROWS)
                        .finds("C3", MERGED_ROWS)
                        .finds("D3", MERGED_ROWS)
                        .accepted(0)
                        .rejected(2),
                of("S-14", "a row between the classes beside a merged remark is no class", WARN)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            row(sheet, 1, "班级", "应到", "实到", "缺勤原因");
                            row(sheet, 2, "一年级", "", "", "感冒");
                            row(sheet, 3, "一班", 30, 29);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("D2:D3"));
                        })
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .accepted(1)
                        .rejected(0),
                of("S-14", "one value over two columns", FILE)
                        .xlsx(people(sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("E2:F2"))))
                        .ofAll(MERGED_CROSSES_COLUMNS)
                        .rejected(2),
                of("S-14", "totals of all kinds merged", FIX)
                        .xlsx(classes(sheet -> {
                            int number = 4;
                            for (String word : List.of("一年级小计", "本校合计", "Total", "全校总计")) {
                                row(sheet, number, word, "", 58, 58);
                                sheet.addMergedRegion(new CellRangeAddress(number - 1, number - 1, 0, 1));
                                number++;
                            }
                        }))
                        .ignores(4, TOTAL_ROW)
                        .accepted(2)
                        .rejected(0),
                of("S-14", "totals, notes and signatures merged", FIX)
                        .xlsx(classes(sheet -> {
                            row(sheet, 4, "合计", "", 58, 58);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("A4:B4"));
                            row(sheet, 5, "说明：应到人数按在册人数填写，请勿漏报。");
                            sheet.addMergedRegion(CellRangeAddress.valueOf("A5:G6"));
                        }))
                        .ignores(4, TOTAL_ROW)
                        .ignores(5, NOTE_ROW)
                        .accepted(2));
    }

    /** What stands above a table in place of a column. */
    private static Stream<MatrixCase> labels() {
        String heading = "姓名,人员类别,体温\n";
        String first = heading + "王建国,学生,36.5\n李秀英,学生,36.6\n";
        String second = "王建国,学生,36.7\n";
        return Stream.of(
                of("S-13", "the class above the heading", FIX)
                        .csv("班级：三2班,,\n" + first)
                        .reads(3, "className", "三2班")
                        .reads(4, "className", "三2班")
                        .accepted(2),
                of("S-13", "the class and more above the heading", FIX)
                        .csv("健康监测表 班 级： 三（2）班 班主任：李老师,,\n" + first)
                        .reads(3, "className", "三（2）班")
                        .accepted(2),
                of("S-13", "the class above the heading in a cell of its own", FIX)
                        .csv("班级,三（2）班,班主任,李老师\n" + first)
                        .reads(3, "className", "三（2）班")
                        .accepted(2),
                of("S-13", "the class above each table, and two of one name", FIX)
                        .csv("班级：三1班,,\n" + first + "班级：三2班  人数：1,,\n" + heading + second)
                        .reads(4, "className", "三1班")
                        .reads(7, "className", "三2班")
                        .ignores(5, NOTE_ROW)
                        .ignores(6, HEADING_REPEATED)
                        .accepted(3),
                of("S-13", "the class alone between the rows, and two of one name", WARN)
                        .csv(heading + "班别,三1班,\n王建国,学生,36.5\n李秀英,学生,\n班别,三2班,\n班主任：李,,\n" + second)
                        .finds("A4", FindingCode.NOT_ANSWERED)
                        .reads(3, "className", "三1班")
                        .reads(7, "className", "三2班")
                        .ignores(2, NOTE_ROW)
                        .ignores(5, NOTE_ROW)
                        .accepted(2),
                of("S-13", "the class above rows that have their own", FIX)
                        .csv("班级：三2班,,,\n班级,姓名,人员类别,体温\n三1班,王建国,学生,36.5\n,李秀英,学生,36.6\n")
                        .reads(3, "className", "三1班")
                        .reads(4, "className", null)
                        .accepted(2),
                of("S-13", "the class below its rows", WARN)
                        .csv(first + "班级：三1班,,\n" + heading + second + "班级：三2班,,\n")
                        .finds("A6", SAME_NAME)
                        .reads(2, "className", null)
                        .reads(6, "className", null)
                        .ignores(7, NOTE_ROW)
                        .accepted(3),
                of("S-13", "two classes above one table", FIX)
                        .csv("班级：三1班,,班级：三2班\n" + first)
                        .reads(3, "className", null)
                        .accepted(2),
                of("S-13", "no class behind its label, or one that runs into another", FIX)
                        .csv("班级：____,班主任：李,\n班级,班主任,班额\n班级：三2班班主任：李,,\n" + first)
                        .reads(5, "className", null)
                        .accepted(2),
                of("S-13", "a table below the labelled one without a label", FIX)
                        .csv("班级：三2班,,\n" + first + ",,\n高年级学生健康监测表,,\n" + heading + second)
                        .reads(8, "className", null)
                        .accepted(3),
                of("S-13", "a class that no cell would take", ROW)
                        .csv("班级：同上,,\n" + heading + second)
                        .finds("A3", DITTO)
                        .accepted(0)
                        .rejected(1));
    }

    /** Several tables one below the other, which no row of the matrix names: nearest to S-07 and S-13. */
    private static Stream<MatrixCase> furtherTables() {
        return Stream.of(
                of("S-13", "a second table with a title, same columns", FIX)
                        .xlsx(below(sheet -> {
                            row(sheet, 5, "高级班考勤统计表");
                            row(sheet, 6, "班级", "人员类别", "应到人数", "实到人数", "病假", "事假", "缺勤原因");
                            row(sheet, 7, "三班", "学员", 20, 20);
                        }))
                        .ignores(5, NOTE_ROW)
                        .ignores(6, HEADING_REPEATED)
                        .reads(7, "present", 20)
                        .accepted(3),
                of("S-13", "a second table with other columns", FIX)
                        .xlsx(below(sheet -> {
                            row(sheet, 6, "实到人数", "应到人数", "班级");
                            row(sheet, 7, 19, 20, "三班");
                            row(sheet, 8, 39, 40, "四班");
                            row(sheet, 9, 58, 60, "合计");
                            row(sheet, 10, 58, 60);
                        }))
                        .ignores(6, HEADING_REPEATED)
                        .ignores(9, TOTAL_ROW)
                        .ignores(10, TOTAL_ROW)
                        .reads(7, "className", "三班")
                        .reads(7, "present", 19)
                        .accepted(4),
                of("S-13", "a second table of another day", ROW)
                        .xlsx(below(sheet -> {
                            row(sheet, 5, "2020年6月16日考勤统计表");
                            row(sheet, 6, "班级", "应到人数", "实到人数");
                            row(sheet, 7, "三班", 20, 20);
                        }))
                        .finds("A6", TABLE_SAYS_OTHERWISE)
                        .finds("A7", ROW_OF_REFUSED_TABLE)
                        .ignores(5, NOTE_ROW)
                        .accepted(2)
                        .rejected(2),
                of("S-13", "a second table of another institution", ROW)
                        .xlsx(below(sheet -> {
                            row(sheet, 5, "单位：青石第一小学");
                            row(sheet, 6, "班级", "人员类别", "应到人数", "实到人数", "病假", "事假", "缺勤原因");
                            row(sheet, 7, "三班", "学生", 20, 20);
                        }))
                        .finds("A6", TABLE_SAYS_OTHERWISE)
                        .finds("A7", ROW_OF_REFUSED_TABLE)
                        .accepted(2)
                        .rejected(2),
                of("S-13", "a second table of another day, its year not written", ROW)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n6月16日考勤统计表,,\n班级,应到人数,实到人数\n二班,20,20\n")
                        .finds("A4", TABLE_SAYS_OTHERWISE)
                        .finds("A5", ROW_OF_REFUSED_TABLE)
                        .ignores(3, NOTE_ROW)
                        .accepted(1)
                        .rejected(2),
                of("S-13", "the same day above each page, once without its year", FIX)
                        .csv("班级,应到人数,实到人数\n一班,30,30\n6月17日考勤统计表,,\n班级,应到人数,实到人数\n二班,20,20\n"
                                + "单位：新程职业培训学校,日期：2020年6月17日,\n班级,应到人数,实到人数\n三班,20,20\n")
                        .ignores(3, NOTE_ROW)
                        .ignores(6, NOTE_ROW)
                        .accepted(3),
                of("S-13", "a second table whose heading has two rows", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            PEOPLE.into(sheet, 1);
                            row(sheet, 5, "姓名", "人员类别", "班级", "体温", "");
                            row(sheet, 6, "", "", "", "上午", "下午");
                            row(sheet, 7, "张明", "学员", "焊工班", 36.5, 36.7);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("D5:E5"));
                            for (String range : List.of("A5:A6", "B5:B6", "C5:C6")) {
                                sheet.addMergedRegion(CellRangeAddress.valueOf(range));
                            }
                        })
                        .ignores(5, HEADING_REPEATED)
                        .ignores(6, HEADING_REPEATED)
                        .reads(7, "noonTemperature", 36.7)
                        .accepted(3),
                of("S-13", "data right above the heading of a page are no title", FIX)
                        .csv(
                                "时间,日期,地点,类型,负责人\n8:00,2020-06-17,一号教室,消毒,王建国\n时间,日期,地点,类型,负责人\n9:00,2020-06-17,二号教室,消毒,王建国\n")
                        .reads(2, "startTime", "08:00")
                        .accepted(2),
                of("S-13", "a short first table above a longer one of another form", ROW)
                        .csv("班级,应到人数,实到人数,,,\n一班,30,,,,\n,,,,,\n姓名,人员类别,班级,体温,症状,健康码\n张明,学员,一班,36.5,无,绿码\n")
                        .finds("A2", FindingCode.NOT_ANSWERED)
                        .finds("A4", TABLE_OF_OTHER_FORM)
                        .finds("A5", ROW_OF_REFUSED_TABLE)
                        .accepted(0)
                        .rejected(2),
                of("S-13", "a second table that lacks a column", ROW)
                        .xlsx(below(sheet -> {
                            row(sheet, 6, "班级", "应到人数", "病假");
                            row(sheet, 7, "三班", 20, 0);
                            row(sheet, 9, "班级", "应到人数", "实到人数");
                            row(sheet, 10, "四班", 21, 21);
                        }))
                        .finds("A6", MISSING_COLUMN)
                        .finds("A7", ROW_OF_REFUSED_TABLE)
                        .reads(10, "present", 21)
                        .accepted(3)
                        .rejected(2),
                of("S-16", "a table of another form below", ROW)
                        .xlsx(below(sheet -> PEOPLE.into(sheet, 6)))
                        .finds("A6", TABLE_OF_OTHER_FORM)
                        .finds("A7", ROW_OF_REFUSED_TABLE)
                        .finds("A8", ROW_OF_REFUSED_TABLE)
                        .accepted(2)
                        .rejected(3),
                of("S-16", "a table of another form below, one form asked for", ROW)
                        .xlsx(below(sheet -> PEOPLE.into(sheet, 6)))
                        .asked("attendance")
                        .finds("A6", TABLE_OF_OTHER_FORM)
                        .finds("A7", ROW_OF_REFUSED_TABLE)
                        .finds("A8", ROW_OF_REFUSED_TABLE)
                        .accepted(2)
                        .rejected(3),
                of("S-16", "a table of no form below", ROW)
                        .xlsx(below(sheet -> {
                            row(sheet, 5, "防疫物资");
                            row(sheet, 6, "物资", "规格", "单位", "结存");
                            row(sheet, 7, "口罩", "学员", 500, 300);
                        }))
                        .finds("A5", FindingCode.NOT_ANSWERED)
                        .finds("A6", TABLE_UNKNOWN)
                        .finds("A7", ROW_OF_REFUSED_TABLE)
                        .accepted(2)
                        .rejected(2),
                of("S-14", "a class filled down in a second table", FIX)
                        .xlsx(book -> {
                            Sheet sheet = book.createSheet();
                            PEOPLE.into(sheet, 1);
                            row(sheet, 5, "班级", "姓名", "人员类别", "晨检体温");
                            row(sheet, 6, "焊工班", "张明", "学员", 36.5);
                            row(sheet, 7, "", "刘洋", "学员", 36.6);
                            sheet.addMergedRegion(CellRangeAddress.valueOf("A6:A7"));
                        })
                        .reads(7, "className", "焊工班")
                        .accepted(4));
    }

    /** S-16. */
    private static Stream<MatrixCase> versions() {
        return Stream.of(
                of("S-16", "template of an older version", WARN)
                        .xlsx(marked("attendance", "000000"))
                        .ofAll(TEMPLATE_OUTDATED)
                        .accepted(2),
                of("S-16", "template of another form", WARN)
                        .xlsx(marked("health-check", "000000"))
                        .ofAll(TEMPLATE_DIFFERS)
                        .accepted(2),
                of("S-16", "template of an older version, by a rule that wants none", FILE)
                        .declares("intake.yml", "otherTemplates: refuse\n")
                        .xlsx(marked("attendance", "000000"))
                        .ofAll(TEMPLATE_NOT_CURRENT)
                        .accepted(0),
                of("S-16", "template of another form, by a rule that wants none", FILE)
                        .declares("intake.yml", "otherTemplates: refuse\n")
                        .xlsx(marked("health-check", "000000"))
                        .ofAll(TEMPLATE_NOT_CURRENT)
                        .accepted(0));
    }

    private static MatrixCase of(String row, String variant, Action action) {
        return MatrixCase.of(row, variant, action);
    }

    private static void row(Sheet sheet, int number, Object... values) {
        GoodSheet.row(sheet, number, List.of(values));
    }

    private static Consumer<Workbook> classes(Consumer<Sheet> change) {
        return sheetOf(CLASSES, change);
    }

    private static Consumer<Workbook> people(Consumer<Sheet> change) {
        return sheetOf(PEOPLE, change);
    }

    /** Two classes, and what stands below them. */
    private static Consumer<Workbook> below(Consumer<Sheet> more) {
        return sheetOf(CLASSES, more);
    }

    private static Consumer<Workbook> sheetOf(GoodSheet good, Consumer<Sheet> change) {
        return book -> {
            Sheet sheet = book.createSheet();
            good.into(sheet, 1);
            change.accept(sheet);
        };
    }

    private static Consumer<Workbook> gap(int blankRows) {
        return classes(sheet -> row(sheet, 4 + blankRows, "三班", "学员", 20, 20));
    }

    private static void twoRowHeading(Sheet sheet, int row) {
        row(sheet, row, "班级", "学生", "", "教职工");
        row(sheet, row + 1, "", "应到人数", "实到人数", "应到人数", "实到人数");
        for (String range : List.of("A%1$d:A%2$d", "B%1$d:C%1$d", "D%1$d:E%1$d")) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(String.format(range, row, row + 1)));
        }
    }

    private static Consumer<Workbook> marked(String form, String version) {
        return book -> {
            Sheet sheet = book.createSheet();
            row(sheet, 1, new TemplateMark(form, version).text());
            CLASSES.into(sheet, 2);
        };
    }
}
