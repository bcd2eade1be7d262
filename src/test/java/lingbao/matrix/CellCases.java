package lingbao.matrix;

import static lingbao.domain.FindingCode.*;
import static lingbao.matrix.Action.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lingbao.domain.FindingCode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Workbook;

/** One cell: rows C of the matrix. */
final class CellCases {

    private static final String HEALTH = "health-check";
    private static final String ATTENDANCE = "attendance";
    private static final String DISINFECTION = "disinfection";
    private static final String VISITORS = "visitor-list";

    private static final String ID = "11010519491231002X";

    private CellCases() {}

    static Stream<MatrixCase> cases() {
        return Stream.<Supplier<Stream<MatrixCase>>>of(
                        CellCases::widthsAndBlanks,
                        CellCases::textNumbers,
                        CellCases::temperatures,
                        CellCases::wordsForNumbers,
                        CellCases::dates,
                        CellCases::formulas,
                        CellCases::formats,
                        CellCases::roundingAndPowers,
                        CellCases::codes,
                        CellCases::identityNumbers,
                        CellCases::phones,
                        CellCases::names,
                        CellCases::characters,
                        CellCases::richTexts,
                        CellCases::inertTexts,
                        CellCases::wordLists,
                        CellCases::wordsThatNoListHas,
                        CellCases::textsMadeSomethingElse,
                        CellCases::counts)
                .flatMap(Supplier::get);
    }

    private static Stream<MatrixCase> each(List<?> values, BiFunction<String, Object, MatrixCase> made) {
        return values.stream().map(value -> made.apply(shown(value), value));
    }

    /** A variant as a name can show it. */
    private static String shown(Object value) {
        StringBuilder shown = new StringBuilder();
        String text = String.valueOf(value);
        String kind = value instanceof Number ? " as a number" : "";
        if (text.length() > 60) {
            return text.codePointCount(0, text.length()) + " characters";
        }
        text.codePoints()
                .forEach(point -> shown.append(
                        point > 0x20 && point < 0x7F
                                        || Character.isLetterOrDigit(point)
                                        || "，。．℃、【】（）·×√—".indexOf(point) >= 0
                                ? Character.toString(point)
                                : point == 0x20 ? "␠" : String.format("<%04X>", point)));
        return shown + kind;
    }

    private static MatrixCase temperature(String row, Object value, Action action) {
        return MatrixCase.cell(row, shown(value), HEALTH, "morningTemperature", value, action);
    }

    private static Stream<MatrixCase> temperatures(String row, Action action, FindingCode code, Object... values) {
        return Arrays.stream(values)
                .map(value -> temperature(row, value, action).finds(code));
    }

    private static MatrixCase cell(String row, String form, String column, Object value, Action action) {
        return MatrixCase.cell(
                row,
                column + " " + shown(value) + (value instanceof Boolean ? " as Excel's own" : ""),
                form,
                column,
                value,
                action);
    }

    /** Understood, though written otherwise than it is kept. */
    private static MatrixCase fixed(String row, String form, String column, Object value, Object read) {
        return cell(row, form, column, value, FIX).finds(VALUE_NORMALISED).reads(read);
    }

    private static MatrixCase refused(String row, String form, String column, Object value, FindingCode code) {
        return cell(row, form, column, value, ROW).finds(code);
    }

    private static Stream<MatrixCase> widthsAndBlanks() {
        return Stream.of(
                fixed("C-01", HEALTH, "morningTemperature", "３６．５", 36.5),
                fixed("C-01", HEALTH, "idNumber", "１１０１０５１９４９１２３１００２Ｘ", ID),
                fixed("C-01", HEALTH, "idNumber", "11010519491231002Ｘ", ID),
                fixed("C-01", ATTENDANCE, "expected", "３０", 30),
                fixed("C-01", DISINFECTION, "date", "２０２０－０６－１７", "2020-06-17"),
                fixed("C-01", DISINFECTION, "startTime", "０８：００", "08:00"),
                fixed("C-01", VISITORS, "phone", "１３８００１３８０００", "13800138000"),
                cell("C-01", HEALTH, "contactHistory", "Ｎ", FIX).reads(false),
                temperature("C-02", " 36.5 ", FIX).reads(36.5),
                temperature("C-02", "\u00A036.5\u00A0", FIX).reads(36.5),
                temperature("C-02", "\u300036.5", FIX).reads(36.5),
                temperature("C-02", "36.5\t", FIX).reads(36.5),
                temperature("C-02", "36.5\n", FIX).reads(36.5),
                cell("C-02", HEALTH, "idNumber", "\u3000" + ID + " ", FIX).reads(ID),
                fixed("C-02", HEALTH, "idNumber", "110105 19491231 002X", ID),
                cell("C-02", HEALTH, "name", "\u00A0王建国\u3000", FIX).reads("王建国"),
                cell("C-02", ATTENDANCE, "expected", " 30", FIX).reads(30),
                cell("C-02", DISINFECTION, "date", "2020-06-17\u3000", FIX).reads("2020-06-17"),
                cell("C-02", HEALTH, "symptoms", " 无\u00A0", FIX).reads(List.of("无")),
                fixed("C-03", HEALTH, "idNumber", "110105\u200B19491231002X", ID),
                fixed("C-03", HEALTH, "idNumber", "110105\u200D19491231002X", ID),
                cell("C-03", HEALTH, "idNumber", "\uFEFF" + ID, FIX).reads(ID),
                cell("C-03", HEALTH, "idNumber", "\u202D" + ID + "\u202C", FIX).reads(ID),
                fixed("C-03", HEALTH, "morningTemperature", "3\u200E6.5", 36.5),
                fixed("C-03", ATTENDANCE, "expected", "3\u20600", 30),
                cell("C-03", HEALTH, "name", "王\u200B建国", WARN).reads("王建国").finds(NAME_CHARACTER_DROPPED),
                cell("C-03", HEALTH, "name", "王建\uFEFF国", WARN).reads("王建国").finds(NAME_CHARACTER_DROPPED),
                cell("C-03", HEALTH, "name", "王\u202E建国", WARN).finds(NAME_UNUSUAL),
                cell("C-03", HEALTH, "symptoms", "咳\u200B嗽", FIX).reads(List.of("咳嗽")),
                MatrixCase.cell("C-03", "before a name", HEALTH, "name", "\u200B王建国", FIX)
                        .reads("王建国")
                        .finds(VALUE_NORMALISED),
                MatrixCase.cell("C-03", "behind a name", HEALTH, "name", "王建国\uFEFF", FIX)
                        .reads("王建国")
                        .finds(VALUE_NORMALISED));
    }

    private static Stream<MatrixCase> textNumbers() {
        return Stream.of(
                cell("C-04", ATTENDANCE, "expected", "30", FIX).reads(30),
                cell("C-04", ATTENDANCE, "expected", 30, FIX).reads(30),
                fixed("C-04", ATTENDANCE, "expected", "\"30\"", 30),
                fixed("C-04", ATTENDANCE, "expected", "“30”", 30),
                fixed("C-04", ATTENDANCE, "expected", "'30", 30),
                fixed("C-04", ATTENDANCE, "expected", "’30", 30),
                fixed("C-04", HEALTH, "idNumber", "'" + ID, ID),
                fixed("C-04", DISINFECTION, "date", "'2020-06-17", "2020-06-17"),
                MatrixCase.xlsxCell("C-04", "text format", ATTENDANCE, "expected", styled("30", "@"), FIX)
                        .reads(30),
                MatrixCase.xlsxCell("C-04", "quote prefix", ATTENDANCE, "expected", CellCases::quotePrefixed, FIX)
                        .reads(30),
                MatrixCase.xlsCell("C-04", "text format of an xls", ATTENDANCE, "expected", styled("30", "@"), FIX)
                        .reads(30),
                fixed("C-05", VISITORS, "companions", "1,234", 1234),
                fixed("C-05", VISITORS, "companions", "1，234", 1234),
                fixed("C-05", VISITORS, "companions", "１，２３４", 1234),
                refused("C-05", VISITORS, "companions", "12,34", NUMBER_INVALID),
                refused("C-05", VISITORS, "companions", "1,23", NUMBER_INVALID),
                refused("C-05", VISITORS, "companions", "1 234", NUMBER_INVALID),
                refused("C-05", VISITORS, "companions", "1、234", NUMBER_INVALID),
                refused("C-05", VISITORS, "companions", ",234", NUMBER_INVALID));
    }

    private static Stream<MatrixCase> temperatures() {
        return Stream.of(
                        Stream.of("37.5℃", "37.5°C", "37.5度", "37.5 C", "37.5 ℃", "37.5摄氏度", "37.5°c")
                                .map(value -> fixed("C-06", HEALTH, "morningTemperature", value, 37.5)),
                        Stream.of(
                                refused("C-06", HEALTH, "morningTemperature", "37.5℉", NUMBER_INVALID),
                                refused("C-06", HEALTH, "morningTemperature", "37度5", NUMBER_INVALID),
                                fixed("C-07", HEALTH, "morningTemperature", "36。5", 36.5),
                                fixed("C-07", HEALTH, "morningTemperature", "36．5", 36.5)),
                        temperatures(
                                "C-07",
                                ROW,
                                NUMBER_INVALID,
                                "36,5",
                                "36，5",
                                "36..5",
                                "36 5",
                                "36·5",
                                "36、5",
                                "36.5.",
                                "36:5"),
                        temperatures(
                                "C-08",
                                ROW,
                                TEMPERATURE_OUT_OF_RANGE,
                                "365",
                                365,
                                "98.6",
                                98.6,
                                "0",
                                0,
                                "3.65",
                                "366",
                                "33.9",
                                "43.1",
                                "-36.5"))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> wordsForNumbers() {
        return Stream.of(
                        Stream.of("-", "/", "—", "——", "无", "未测")
                                .map(value -> cell("C-09", HEALTH, "noonTemperature", value, FIX)
                                        .reads(null)),
                        Stream.of("-", "/", "—", "无", "未测")
                                .map(value -> cell("C-09", HEALTH, "morningTemperature", value, ROW)
                                        .finds(REQUIRED_BLANK)),
                        temperatures("C-09", ROW, NUMBER_INVALID, "正常", "偏高", "三十六度五"),
                        temperatures("C-09", ROW, NUMBER_INVALID, "请假", "未到", "居家")
                                .map(each -> each.says("没有测量的人").says("留空")),
                        temperatures("C-09", ROW, DITTO, "同上", "〃", "″", "同前"),
                        Stream.of("同上", "〃", "\"", "''")
                                .map(value -> refused("C-09", HEALTH, "className", value, DITTO)),
                        Stream.of(
                                refused("C-09", HEALTH, "symptoms", "同上", DITTO),
                                refused("C-09", HEALTH, "name", "同上", DITTO),
                                refused("C-09", HEALTH, "name", "同前", DITTO).says("“同前”"),
                                refused("C-09", HEALTH, "idNumber", "〃", DITTO).says("“〃”"),
                                refused("C-09", DISINFECTION, "responsible", "\"", DITTO)
                                        .says("“\"”"),
                                refused("C-09", DISINFECTION, "date", "同上", DITTO),
                                refused("C-09", DISINFECTION, "place", "〃", DITTO),
                                cell("C-09", HEALTH, "remark", "同上", FIX).reads("同上"),
                                cell("C-09", HEALTH, "symptoms", "正常", FIX).reads(List.of("无")),
                                refused("C-09", ATTENDANCE, "sickAbsent", "无", NUMBER_INVALID),
                                cell("C-09", ATTENDANCE, "sickAbsent", "-", FIX).reads(null)),
                        temperatures(
                                "C-10",
                                ROW,
                                NUMBER_INVALID,
                                "36.5-36.8",
                                "36.5/36.7",
                                "36.5~36.8",
                                "36.5、36.7",
                                "36.5 36.7",
                                "36.5\n36.7",
                                "36.5至36.8"))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> dates() {
        return Stream.of(
                        Stream.of(
                                        "2020年6月17日",
                                        "2020年06月17日",
                                        "2020-6-17",
                                        "2020/06/17",
                                        "2020.6.17",
                                        "2020年6月17号",
                                        "2020 年 6 月 17 日")
                                .map(value -> cell("C-11", DISINFECTION, "date", value, FIX)
                                        .reads("2020-06-17")),
                        Stream.of("20200617", "二〇二〇年六月十七日", "二零二零年六月十七日", "二○二○年六月十七日", "2020。6。17", "17/6/2020")
                                .map(value -> fixed("C-11", DISINFECTION, "date", value, "2020-06-17")),
                        Stream.of(
                                fixed("C-11", DISINFECTION, "date", 20200617, "2020-06-17"),
                                MatrixCase.xlsxCell(
                                                "C-11",
                                                "a date cell",
                                                DISINFECTION,
                                                "date",
                                                styled(43999, "yyyy/m/d"),
                                                FIX)
                                        .reads("2020-06-17"),
                                MatrixCase.xlsxCell(
                                                "C-11",
                                                "a Chinese date cell",
                                                DISINFECTION,
                                                "date",
                                                styled(43999, "yyyy\"年\"m\"月\"d\"日\""),
                                                FIX)
                                        .reads("2020-06-17"),
                                MatrixCase.xlsxCell(
                                                "C-11",
                                                "a date cell that shows the month",
                                                DISINFECTION,
                                                "date",
                                                styled(43999, "m\"月\"d\"日\""),
                                                FIX)
                                        .reads("2020-06-17"),
                                MatrixCase.xlsCell(
                                                "C-11",
                                                "a date cell of an xls",
                                                DISINFECTION,
                                                "date",
                                                styled(43999, "yyyy-mm-dd"),
                                                FIX)
                                        .reads("2020-06-17")),
                        Stream.of("6/7/20", "20-6-17", "06/07/2020", "2020年6月", "2020-06", "17日", "6月")
                                .map(value -> refused("C-12", VISITORS, "onset", value, DATE_AMBIGUOUS)
                                        .says("四位年份和月、日")),
                        Stream.of("06-07", "6月7日", "6.7", "6/7")
                                .map(value -> cell("C-12", VISITORS, "onset", value, WARN)
                                        .finds(DATE_YEAR_TAKEN)
                                        .reads("2020-06-07")),
                        Stream.of("06-07", "6月17日").map(value -> cell("C-12", VISITORS, "onset", value, ROW)
                                .called("onset " + value + " in a sheet of no day")
                                .named("no-date.xlsx")
                                .finds(DATE_AMBIGUOUS)
                                .ofAll(PERIOD_NOT_GIVEN)
                                .ofAll(INSTITUTION_NOT_GIVEN)),
                        Stream.of(
                                refused("C-12", VISITORS, "onset", "12月31日", DATE_AMBIGUOUS),
                                refused("C-12", VISITORS, "onset", 6.1, DATE_AMBIGUOUS),
                                cell("C-13", DISINFECTION, "date", 43999, FIX).reads("2020-06-17"),
                                fixed("C-13", DISINFECTION, "date", "43999", "2020-06-17"),
                                cell("C-13", DISINFECTION, "date", 43999.75, WARN)
                                        .finds(DATE_TIME_DROPPED)
                                        .reads("2020-06-17"),
                                cell("C-13", DISINFECTION, "date", "43999.75", WARN)
                                        .finds(DATE_TIME_DROPPED)
                                        .reads("2020-06-17"),
                                cell("C-13", DISINFECTION, "date", "2020-06-17 18:00", WARN)
                                        .finds(DATE_TIME_DROPPED)
                                        .reads("2020-06-17"),
                                MatrixCase.xlsxCell(
                                                "C-13",
                                                "a date cell with a time",
                                                DISINFECTION,
                                                "date",
                                                styled(43999.75, "yyyy-mm-dd hh:mm"),
                                                WARN)
                                        .finds(DATE_TIME_DROPPED)
                                        .reads("2020-06-17")),
                        Stream.of(60, 0, -1, 2958466, 1, 1e300)
                                .map(value -> refused("C-14", VISITORS, "onset", value, DATE_INVALID)),
                        Stream.of(60, 0, 2958466).map(value -> MatrixCase.xlsxCell(
                                        "C-14",
                                        value + " as a date cell",
                                        VISITORS,
                                        "onset",
                                        styled(value, "yyyy-mm-dd"),
                                        ROW)
                                .finds(DATE_INVALID)),
                        Stream.of("60", "0", "-1", "2958466", "1900-02-29")
                                .map(value -> refused("C-14", VISITORS, "onset", value, DATE_INVALID)),
                        Stream.of(
                                        "2020-02-30",
                                        "2020-13-01",
                                        "2100-01-01",
                                        "1900-01-00",
                                        "2019年2月29日",
                                        "2020-6-31",
                                        "20200230",
                                        "2020-00-10")
                                .map(value -> refused("C-15", VISITORS, "onset", value, DATE_INVALID)),
                        Stream.of("2020-06-17T23:30:00Z", "2020-06-17T23:30:00+00:00", "2020-06-17T23:30:00+08:00")
                                .map(value -> refused("C-16", VISITORS, "onset", value, DATE_AMBIGUOUS)),
                        Stream.of(cell("C-16", VISITORS, "onset", "2020-06-17T23:30:00", WARN)
                                .finds(DATE_TIME_DROPPED)
                                .reads("2020-06-17")))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> formulas() {
        return Stream.of(
                        Stream.of(
                                MatrixCase.xlsxCell(
                                                "C-17",
                                                "a cached number",
                                                HEALTH,
                                                "morningTemperature",
                                                calculated("30+6.5"),
                                                WARN)
                                        .finds(FORMULA_VALUE)
                                        .reads(36.5),
                                MatrixCase.xlsxCell(
                                                "C-17",
                                                "a cached text",
                                                HEALTH,
                                                "className",
                                                calculated("\"电工\"&\"一班\""),
                                                WARN)
                                        .finds(FORMULA_VALUE)
                                        .reads("电工一班"),
                                MatrixCase.xlsxCell(
                                                "C-17",
                                                "a cached empty text",
                                                HEALTH,
                                                "noonTemperature",
                                                calculated("\"\""),
                                                FIX)
                                        .reads(null),
                                MatrixCase.xlsxCell(
                                                "C-17",
                                                "a cached truth",
                                                HEALTH,
                                                "contactHistory",
                                                calculated("1=2"),
                                                WARN)
                                        .finds(FORMULA_VALUE)
                                        .reads(false),
                                MatrixCase.xlsxCell(
                                                "C-17",
                                                "a cached number out of range",
                                                HEALTH,
                                                "morningTemperature",
                                                calculated("300+65"),
                                                ROW)
                                        .finds(TEMPERATURE_OUT_OF_RANGE),
                                MatrixCase.xlsCell(
                                                "C-17",
                                                "a cached number of an xls",
                                                HEALTH,
                                                "morningTemperature",
                                                calculated("30+6.5"),
                                                WARN)
                                        .finds(FORMULA_VALUE)
                                        .reads(36.5),
                                MatrixCase.xlsxCell(
                                                "C-18",
                                                "a number",
                                                HEALTH,
                                                "morningTemperature",
                                                uncalculated("30+6.5"),
                                                ROW)
                                        .finds(FORMULA_NOT_CALCULATED),
                                MatrixCase.xlsxCell(
                                                "C-18",
                                                "a column that may be blank",
                                                HEALTH,
                                                "noonTemperature",
                                                uncalculated("30+6.5"),
                                                ROW)
                                        .finds(FORMULA_NOT_CALCULATED),
                                MatrixCase.xlsxCell("C-18", "a name", HEALTH, "name", uncalculated("\"王\"&\"建国\""), ROW)
                                        .finds(FORMULA_NOT_CALCULATED),
                                MatrixCase.xlsxCell("C-18", "a remark", HEALTH, "remark", uncalculated("\"a\""), ROW)
                                        .finds(FORMULA_NOT_CALCULATED)),
                        Stream.of(
                                        FormulaError.REF,
                                        FormulaError.DIV0,
                                        FormulaError.NA,
                                        FormulaError.VALUE,
                                        FormulaError.NAME,
                                        FormulaError.NUM,
                                        FormulaError.NULL)
                                .flatMap(error -> Stream.of(
                                        MatrixCase.xlsxCell(
                                                        "C-19",
                                                        error.getString(),
                                                        HEALTH,
                                                        "morningTemperature",
                                                        each -> each.setCellErrorValue(error.getCode()),
                                                        ROW)
                                                .finds(FORMULA_ERROR),
                                        MatrixCase.xlsCell(
                                                        "C-19",
                                                        error.getString() + " in an xls",
                                                        HEALTH,
                                                        "noonTemperature",
                                                        each -> each.setCellErrorValue(error.getCode()),
                                                        ROW)
                                                .finds(FORMULA_ERROR))),
                        Stream.of(
                                MatrixCase.xlsxCell(
                                                "C-19",
                                                "a formula's #DIV/0!",
                                                HEALTH,
                                                "morningTemperature",
                                                calculated("1/0"),
                                                ROW)
                                        .finds(FORMULA_ERROR),
                                refused("C-19", HEALTH, "morningTemperature", "#REF!", FORMULA_ERROR),
                                refused("C-19", HEALTH, "remark", "#N/A", FORMULA_ERROR),
                                refused("C-19", HEALTH, "name", "#NAME?", FORMULA_ERROR)))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> formats() {
        return Stream.of(
                MatrixCase.xlsxCell("C-20", "0.3 shown as 30%", VISITORS, "vaccinated", styled(0.3, "0%"), FIX)
                        .reads(30),
                MatrixCase.xlsxCell("C-20", "0.955 shown as 95.5%", VISITORS, "vaccinated", styled(0.955, "0.0%"), FIX)
                        .reads(95.5),
                MatrixCase.xlsxCell("C-20", "30 shown as 3000%", VISITORS, "vaccinated", styled(30, "0%"), ROW)
                        .finds(OUT_OF_RANGE),
                MatrixCase.xlsCell("C-20", "0.3 shown as 30% in an xls", VISITORS, "vaccinated", styled(0.3, "0%"), FIX)
                        .reads(30),
                fixed("C-20", VISITORS, "vaccinated", "30%", 30),
                fixed("C-20", VISITORS, "vaccinated", "30％", 30),
                fixed("C-20", VISITORS, "vaccinated", "30 %", 30),
                fixed("C-20", VISITORS, "vaccinated", "0.3%", 0.3),
                cell("C-20", VISITORS, "vaccinated", 30, FIX).reads(30),
                cell("C-20", VISITORS, "vaccinated", "30", FIX).reads(30),
                cell("C-20", VISITORS, "vaccinated", 0.3, WARN)
                        .finds(PERCENT_DOUBTFUL)
                        .reads(0.3),
                cell("C-20", VISITORS, "vaccinated", "0.95", WARN)
                        .finds(PERCENT_DOUBTFUL)
                        .reads(0.95),
                cell("C-20", VISITORS, "vaccinated", 1, WARN)
                        .finds(PERCENT_DOUBTFUL)
                        .reads(1),
                cell("C-20", VISITORS, "vaccinated", 0, FIX).reads(0),
                refused("C-20", VISITORS, "vaccinated", "130%", OUT_OF_RANGE),
                MatrixCase.xlsxCell(
                                "C-20",
                                "a percentage where degrees are meant",
                                HEALTH,
                                "morningTemperature",
                                styled(36.5, "0%"),
                                ROW)
                        .finds(NUMBER_INVALID)
                        .says("百分比格式"),
                refused("C-20", HEALTH, "morningTemperature", "30%", NUMBER_INVALID),
                MatrixCase.xlsxCell(
                                "C-21", ";;; over a number", HEALTH, "morningTemperature", styled(36.5, ";;;"), WARN)
                        .finds(DISPLAY_EMPTY)
                        .reads(36.5),
                MatrixCase.xlsxCell("C-21", ";;; over a text", HEALTH, "className", styled("电工一班", ";;;"), WARN)
                        .finds(DISPLAY_EMPTY)
                        .reads("电工一班"),
                MatrixCase.xlsxCell("C-21", "a class 1 shown as 1班", HEALTH, "className", styled(1, "0\"班\""), FIX)
                        .reads("1班"),
                MatrixCase.xlsCell(
                                "C-21",
                                "a class 1 shown as 1班 in an xls",
                                HEALTH,
                                "className",
                                styled(1, "0\"班\""),
                                FIX)
                        .reads("1班"),
                MatrixCase.xlsxCell("C-21", "a class 7 shown as 007", HEALTH, "className", styled(7, "000"), FIX)
                        .reads("007"),
                MatrixCase.xlsxCell("C-21", "a count 30 shown as 030", ATTENDANCE, "expected", styled(30, "000"), FIX)
                        .reads(30),
                MatrixCase.xlsxCell("C-21", ";; over a number", HEALTH, "morningTemperature", styled(36.5, ";;"), WARN)
                        .finds(DISPLAY_EMPTY)
                        .reads(36.5),
                MatrixCase.xlsxCell("C-21", ";; over a text", HEALTH, "className", styled("电工一班", ";;"), FIX)
                        .reads("电工一班"),
                MatrixCase.xlsxCell(
                                "C-21",
                                "a format that hides zeros over a zero",
                                ATTENDANCE,
                                "sickAbsent",
                                styled(0, "0;-0;;@"),
                                WARN)
                        .finds(DISPLAY_EMPTY)
                        .reads(0),
                MatrixCase.xlsxCell(
                                "C-21",
                                "a format that hides zeros over a number",
                                ATTENDANCE,
                                "expected",
                                styled(30, "0;-0;;@"),
                                FIX)
                        .reads(30),
                MatrixCase.xlsxCell("C-21", "0\"人\"", ATTENDANCE, "expected", styled(30, "0\"人\""), FIX)
                        .reads(30),
                MatrixCase.xlsxCell("C-21", "a colour", HEALTH, "morningTemperature", styled(36.5, "[Red]0.0"), FIX)
                        .reads(36.5),
                MatrixCase.xlsxCell(
                                "C-21",
                                "a colour that depends",
                                HEALTH,
                                "morningTemperature",
                                styled(36.5, "[Red][>=37.3]0.0;[Blue]0.0"),
                                FIX)
                        .reads(36.5),
                MatrixCase.xlsCell(
                                "C-21",
                                ";;; over a number of an xls",
                                HEALTH,
                                "morningTemperature",
                                styled(36.5, ";;;"),
                                WARN)
                        .finds(DISPLAY_EMPTY)
                        .reads(36.5),
                MatrixCase.xlsCell(
                                "C-21", ";;; over a text of an xls", HEALTH, "className", styled("电工一班", ";;;"), WARN)
                        .finds(DISPLAY_EMPTY)
                        .reads("电工一班"),
                MatrixCase.xlsxCell("C-21", ";;; over nothing", HEALTH, "noonTemperature", styled("", ";;;"), FIX)
                        .reads(null));
    }

    private static Stream<MatrixCase> roundingAndPowers() {
        return Stream.of(
                refused("C-22", ATTENDANCE, "expected", 12.4, INTEGER_EXPECTED),
                refused("C-22", ATTENDANCE, "expected", "12.4", INTEGER_EXPECTED),
                refused("C-22", ATTENDANCE, "expected", "12.5人", INTEGER_EXPECTED),
                cell("C-22", VISITORS, "companions", 12.0000000001, FIX).reads(12),
                cell("C-22", VISITORS, "companions", 11.9999999999, FIX).reads(12),
                cell("C-22", VISITORS, "companions", "12.0", FIX).reads(12),
                cell("C-22", HEALTH, "morningTemperature", 36.800000000000004, FIX)
                        .reads(36.8),
                fixed("C-22", HEALTH, "morningTemperature", "36.333", 36.33),
                refused("C-23", VISITORS, "phone", "1.38E+10", PHONE_INVALID),
                refused("C-23", HEALTH, "idNumber", "1.10105E+17", ID_PRECISION_LOST),
                refused("C-23", HEALTH, "idNumber", "1.1E+17", ID_PRECISION_LOST),
                refused("C-23", ATTENDANCE, "expected", "3E+1", NUMBER_INVALID),
                MatrixCase.xlsxCell(
                                "C-23",
                                "a whole phone shown in powers",
                                VISITORS,
                                "phone",
                                styled(13800138000d, "0.00E+00"),
                                FIX)
                        .reads("13800138000"),
                refused("C-24", HEALTH, "idNumber", 110105194912310020d, ID_PRECISION_LOST)
                        .silentAbout("19491231"),
                refused("C-24", HEALTH, "idNumber", 110105194912310000d, ID_PRECISION_LOST),
                MatrixCase.xlsxCell(
                                "C-24",
                                "shown with all its digits",
                                HEALTH,
                                "idNumber",
                                styled(110105194912310020d, "0"),
                                ROW)
                        .finds(ID_PRECISION_LOST),
                MatrixCase.xlsCell("C-24", "of an xls", HEALTH, "idNumber", styled(110105194912310020d, "0"), ROW)
                        .finds(ID_PRECISION_LOST));
    }

    private static Stream<MatrixCase> codes() {
        return Stream.of(
                coded("12345 as a text", "机构编码：12345", "", WARN).ofAll(CODE_ZERO_RESTORED),
                coded("12345 as a number", "机构编码：", 12345, WARN).ofAll(CODE_ZERO_RESTORED),
                coded("012345, one zero left", "机构编码：012345", "", FILE).ofAll(INSTITUTION_UNKNOWN),
                coded("0000012345 whole", "机构编码：0000012345", "", FIX),
                coded("777, which may be two", "机构编码：", 777, FILE).ofAll(INSTITUTION_UNKNOWN),
                coded("54321, which is none", "机构编码：54321", "", FILE).ofAll(INSTITUTION_UNKNOWN));
    }

    private static MatrixCase coded(String variant, Object label, Object code, Action action) {
        return MatrixCase.of("C-25", variant, action)
                .xlsx(workbook -> {
                    var sheet = workbook.createSheet("表");
                    GoodSheet.row(sheet, 1, List.of(label, code));
                    GoodSheet.row(sheet, 2, List.of("班级", "应到人数", "实到人数"));
                    GoodSheet.row(sheet, 3, List.of("一班", 30, 30));
                })
                .named("2020-06-17.xlsx")
                .accepted(action == FILE ? 0 : 1);
    }

    private static Stream<MatrixCase> identityNumbers() {
        return Stream.of(
                        Stream.of(cell("C-26", HEALTH, "idNumber", ID, FIX).reads(ID)),
                        Stream.of("110105194912310021", "110105194912310029", "110105194912310120")
                                .map(value -> refused("C-26", HEALTH, "idNumber", value, ID_CHECKSUM)
                                        .silentAbout(value)),
                        Stream.of(
                                fixed("C-27", HEALTH, "idNumber", "11010519491231002x", ID),
                                fixed("C-27", HEALTH, "idNumber", "11010519491231002ｘ", ID)),
                        Stream.of(
                                        "11010519491231002×",
                                        "11010519491231002Х",
                                        "11010519491231002χ",
                                        "11010519491231002*",
                                        "11010519491231O02X",
                                        "1l010519491231002X")
                                .map(value -> refused("C-27", HEALTH, "idNumber", value, ID_CHARACTER)),
                        Stream.of(
                                fixed("C-28", HEALTH, "idNumber", "110105491231002", ID),
                                cell("C-28", HEALTH, "idNumber", 110105491231002d, FIX)
                                        .finds(VALUE_NORMALISED)
                                        .reads(ID),
                                cell("C-28", HEALTH, "idNumber", "830000199201300022", FIX)
                                        .reads("830000199201300022"),
                                cell("C-28", HEALTH, "idNumber", "810000199408230021", FIX)
                                        .reads("810000199408230021"),
                                refused("C-28", HEALTH, "idNumber", "830000199201300023", ID_CHECKSUM),
                                cell("C-28", HEALTH, "idNumber", "E12345678", WARN)
                                        .finds(ID_KIND_UNKNOWN),
                                cell("C-28", HEALTH, "idNumber", "H12345678", WARN)
                                        .finds(ID_KIND_UNKNOWN),
                                cell("C-28", HEALTH, "idNumber", "USA110012345678", WARN)
                                        .finds(ID_KIND_UNKNOWN),
                                refused("C-28", HEALTH, "idNumber", "12345678", ID_LENGTH),
                                refused("C-28", HEALTH, "idNumber", "1101051949123100", ID_LENGTH)),
                        documents(),
                        Stream.of(
                                        "110105194913310024",
                                        "110105194902300024",
                                        "110105184912310024",
                                        "110105189003070011",
                                        "110105202106170019")
                                .map(value -> refused("C-29", HEALTH, "idNumber", value, ID_BIRTH_DATE)),
                        Stream.of(
                                cell("C-29", HEALTH, "idNumber", "000105194912310024", WARN)
                                        .finds(ID_REGION_UNKNOWN),
                                sex("女", ID, FIX),
                                sex("男", ID, WARN).finds("D2", ID_SEX_DIFFERS),
                                sex("女", "330106198002021232", WARN).finds("D2", ID_SEX_DIFFERS),
                                sex("男", "E12345678", WARN).finds("B2", ID_KIND_UNKNOWN)))
                .flatMap(cases -> cases);
    }

    /** The document column of a visitor list tells which numbers have a check digit. */
    private static Stream<MatrixCase> documents() {
        return Stream.of(
                document("身份证", ID, FIX).reads(2, "idNumber", ID),
                document("身份证", "110105194912310021", ROW).finds("B2", ID_CHECKSUM),
                document("居住证", "830000199201300023", ROW).finds("B2", ID_CHECKSUM),
                document("护照", "123456789", FIX).reads(2, "idNumber", "123456789"),
                document("护照", "110105194912310021", FIX).reads(2, "idNumber", "110105194912310021"),
                document("护照", "e1234 5678", FIX).finds("B2", VALUE_NORMALISED).reads(2, "idNumber", "E12345678"),
                document("护照", "护照号忘了", ROW).finds("B2", ID_CHARACTER),
                document("台胞证", "12345678", FIX).reads(2, "idNumber", "12345678"),
                document("军官证", "110105194912310021", WARN).finds("B2", ID_KIND_UNKNOWN),
                document("军官证", "1.1E+17", ROW).finds("B2", ID_PRECISION_LOST),
                document("护照", 110105194912310020d, ROW).finds("B2", ID_PRECISION_LOST),
                document("", "12345678", ROW).finds("B2", ID_LENGTH));
    }

    private static MatrixCase document(String kind, Object number, Action action) {
        GoodSheet sheet =
                GoodSheet.of(VISITORS).with("document", kind).with("sex", "").with("idNumber", number);
        return MatrixCase.of("C-28", (kind.isEmpty() ? "no document" : kind) + " " + shown(number), action)
                .file(MatrixCase.NAME + ".xlsx", sheet.xlsx())
                .accepted(action == ROW ? 1 : 2);
    }

    private static MatrixCase sex(String said, String number, Action action) {
        GoodSheet sheet = GoodSheet.of(VISITORS).with("sex", said).with("idNumber", number);
        return MatrixCase.of("C-29", said + " " + number, action)
                .file(MatrixCase.NAME + ".xlsx", sheet.xlsx())
                .accepted(2);
    }

    private static Stream<MatrixCase> phones() {
        return Stream.of(
                        Stream.of(
                                        "138 0013 8000",
                                        "+8613800138000",
                                        "+86 138 0013 8000",
                                        "008613800138000",
                                        "0086-13800138000",
                                        "138-0013-8000",
                                        "138\u00A00013\u00A08000",
                                        "(+86)13800138000",
                                        "86-13800138000")
                                .map(value -> fixed("C-30", VISITORS, "phone", value, "13800138000")),
                        Stream.of(
                                cell("C-30", VISITORS, "phone", 13800138000d, FIX)
                                        .reads("13800138000"),
                                fixed("C-30", VISITORS, "phone", "0571-88001234", "057188001234"),
                                fixed("C-30", VISITORS, "phone", "(0571)88001234", "057188001234"),
                                fixed("C-30", VISITORS, "phone", "010-88001234", "01088001234"),
                                fixed("C-30", VISITORS, "phone", "0571 8800 1234 转 801", "057188001234-801")),
                        Stream.of(
                                        "13800138000/13900139000",
                                        "13800138000、13900139000",
                                        "13800138000 13900139000",
                                        "13800138000\n13900139000",
                                        "1380013800",
                                        "138001380000",
                                        "23800138000",
                                        "88001234",
                                        "5718800123",
                                        "1380013800O")
                                .map(value -> refused("C-30", VISITORS, "phone", value, PHONE_INVALID)))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> names() {
        return Stream.of(
                        Stream.of("𠮷田", "㐂㐅", "王\uE863", "葛\uDB40\uDD00城", "禮\uFE00", "䶮")
                                .map(value ->
                                        cell("C-31", HEALTH, "name", value, FIX).reads(value)),
                        Stream.of(
                                cell("C-31", HEALTH, "className", "𠮷班\uE863葛\uDB40\uDD00", FIX)
                                        .reads("𠮷班\uE863葛\uDB40\uDD00"),
                                cell("C-31", HEALTH, "className", "\uF9DC", FIX).reads("\uF9DC"),
                                twoNames(
                                        "C-31",
                                        "a compatibility ideograph and its twin are two names",
                                        "\uF9DC建国",
                                        "隆建国"),
                                twoNames("C-31", "a variation selector makes another name", "葛城", "葛\uDB40\uDD00城")),
                        Stream.of(
                                        "张 三",
                                        "张\u3000三",
                                        "阿卜杜拉·买买提",
                                        "阿卜杜拉•买买提",
                                        "阿卜杜拉・买买提",
                                        "阿卜杜拉.买买提",
                                        "艾力·买买提（小）",
                                        "玛丽（Mary）",
                                        "买买提（艾山）")
                                .map(value ->
                                        cell("C-32", HEALTH, "name", value, FIX).reads(value)),
                        Stream.of("张三(实习)", "张三（实习）", "王五（班长）", "欧阳(小)", "（代）王五", "古丽（请假）")
                                .map(value -> cell("C-32", HEALTH, "name", value, WARN)
                                        .finds(NAME_WITH_REMARK)
                                        .reads(value)),
                        Stream.of(
                                        "张三 张 三",
                                        "张三 张\u3000三",
                                        "张三 张\u00A0三",
                                        "阿里·买买提 阿里•买买提",
                                        "阿里·买买提 阿里・买买提",
                                        "阿里·买买提 阿里.买买提",
                                        "阿里·买买提 阿里．买买提")
                                .map(CellCases::oneName),
                        Stream.of(
                                namesakes("C-32", "a name with a word behind is another key", "张三", "张三(实习)", WARN)
                                        .finds("A3", NAME_WITH_REMARK),
                                cell("C-33", HEALTH, "name", "阿".repeat(60), WARN)
                                        .finds(NAME_UNUSUAL),
                                refused("C-33", HEALTH, "name", "阿".repeat(101), TEXT_TOO_LONG),
                                cell("C-33", HEALTH, "name", "王", FIX).reads("王"),
                                refused("C-33", HEALTH, "name", "王建国2", NAME_INVALID),
                                refused("C-33", HEALTH, "name", "１号", NAME_INVALID),
                                refused("C-33", HEALTH, "name", 12, NAME_INVALID),
                                cell("C-33", HEALTH, "name", "测试", WARN).finds(NAME_UNUSUAL),
                                cell("C-33", HEALTH, "name", "test", WARN).finds(NAME_UNUSUAL),
                                cell("C-33", HEALTH, "name", "某某", WARN).finds(NAME_UNUSUAL)),
                        Stream.of("无", "空", "未填", "未知", "不详", "xxx", "XX", "张XX", "学生", "同学", "男", "女", "何一。")
                                .map(value -> cell("C-33", HEALTH, "name", value, WARN)
                                        .finds(NAME_UNUSUAL)
                                        .reads(value)),
                        Stream.of("张三、李四", "张三，李四", "张三/李四", "张三;李四")
                                .map(value -> refused("C-33", HEALTH, "name", value, NAME_INVALID)),
                        Stream.of(cell("C-33", DISINFECTION, "responsible", "张三、李四", WARN)
                                .finds(NAME_UNUSUAL)))
                .flatMap(cases -> cases);
    }

    /** Two rows without numbers in one class, whose names are the same to the matching. */
    private static MatrixCase oneName(String names) {
        int space = names.indexOf(' ');
        return namesakes("C-32", shown(names), names.substring(0, space), names.substring(space + 1), WARN)
                .finds("A3", SAME_NAME);
    }

    private static MatrixCase twoNames(String row, String variant, String first, String second) {
        return namesakes(row, variant, first, second, FIX);
    }

    private static MatrixCase namesakes(String row, String variant, String first, String second, Action action) {
        return MatrixCase.of(row, variant, action)
                .xlsx(workbook -> {
                    var sheet = workbook.createSheet("表");
                    GoodSheet.row(sheet, 1, List.of("姓名", "人员类别", "班级", "晨检体温"));
                    GoodSheet.row(sheet, 2, List.of(first, "学员", "一班", "36.5"));
                    GoodSheet.row(sheet, 3, List.of(second, "学员", "一班", "36.6"));
                })
                .accepted(2)
                .rejected(0);
    }

    private static Stream<MatrixCase> characters() {
        return Stream.of(
                        Stream.of("王\uD83D\uDE00", "王\uFFFD", "王_x0001_国", "王_x0000_", "王_xD83D_国")
                                .map(value -> refused("C-34", HEALTH, "name", value, CHARACTER_INVALID)),
                        Stream.of("咳\uD83E\uDD27", "\uFFFD", "a_x0008_b", "a\u0085b")
                                .map(value -> refused("C-34", HEALTH, "remark", value, CHARACTER_INVALID)),
                        Stream.of(
                                MatrixCase.of("C-34", "control characters of a CSV", ROW)
                                        .csv(
                                                "姓名,人员类别,体温,备注\n王建国,学员,36.5,a\u0001b\n李秀英,学员,36.6,\u001B[31m\n赵,学员,36.6,好\n")
                                        .finds("D2", CHARACTER_INVALID)
                                        .finds("D3", CHARACTER_INVALID)
                                        .accepted(1)
                                        .rejected(2),
                                cell("C-34", HEALTH, "name", "王❤", WARN).finds(NAME_UNUSUAL),
                                refused("C-34", HEALTH, "name", "王❤\uFE0F", CHARACTER_INVALID),
                                cell("C-34", HEALTH, "contactHistory", "✔\uFE0F", FIX)
                                        .reads(true),
                                cell("C-35", HEALTH, "name", "王\n建国", FIX).reads("王 建国"),
                                cell("C-35", HEALTH, "remark", "头痛\n已就医\r\n在家", FIX)
                                        .reads("头痛 已就医 在家"),
                                cell("C-35", HEALTH, "symptoms", "发热\n咳嗽", FIX).reads(List.of("发热", "咳嗽")),
                                cell("C-35", HEALTH, "className", "电工\n一班", FIX).reads("电工 一班"),
                                cell("C-35", HEALTH, "morningTemperature", "36.5\n", FIX)
                                        .reads(36.5),
                                refused("C-35", HEALTH, "remark", "长".repeat(32_767), TEXT_TOO_LONG),
                                refused("C-35", HEALTH, "name", "长".repeat(32_767), TEXT_TOO_LONG),
                                refused("C-35", HEALTH, "morningTemperature", "3".repeat(32_767), TEXT_TOO_LONG),
                                refused("C-35", HEALTH, "idNumber", "1".repeat(32_767), TEXT_TOO_LONG),
                                cell("C-35", HEALTH, "remark", "长".repeat(500), FIX)
                                        .reads("长".repeat(500)),
                                refused("C-35", HEALTH, "remark", "长".repeat(501), TEXT_TOO_LONG)))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> richTexts() {
        return Stream.of(
                MatrixCase.xlsxCell("C-36", "a part struck out", HEALTH, "className", struck("电工一班电工二班", 4), WARN)
                        .finds(STRUCK_OUT)
                        .reads("电工一班电工二班"),
                MatrixCase.xlsxCell("C-36", "a name's part", HEALTH, "name", struck("王建国李四", 3), WARN)
                        .finds(STRUCK_OUT)
                        .reads("王建国李四"),
                MatrixCase.xlsxCell(
                                "C-36",
                                "two temperatures, one struck out",
                                HEALTH,
                                "morningTemperature",
                                struck("37.536.5", 4),
                                ROW)
                        .finds(NUMBER_INVALID),
                MatrixCase.xlsxCell("C-36", "a whole cell of text", HEALTH, "className", struckCell("电工一班"), WARN)
                        .finds(STRUCK_OUT)
                        .reads("电工一班"),
                MatrixCase.xlsxCell(
                                "C-36",
                                "a whole cell of a number",
                                HEALTH,
                                "morningTemperature",
                                struckCell(36.5),
                                WARN)
                        .finds(STRUCK_OUT)
                        .reads(36.5),
                MatrixCase.xlsxCell("C-36", "bold only", HEALTH, "className", bold("电工一班", 2), FIX)
                        .reads("电工一班"),
                MatrixCase.xlsxCell("C-36", "an empty cell", HEALTH, "noonTemperature", struckCell(""), FIX)
                        .reads(null),
                MatrixCase.xlsCell("C-36", "a part of an xls", HEALTH, "className", struck("电工一班电工二班", 4), WARN)
                        .finds(STRUCK_OUT)
                        .reads("电工一班电工二班"),
                MatrixCase.xlsCell(
                                "C-36", "a whole cell of an xls", HEALTH, "morningTemperature", struckCell(36.5), WARN)
                        .finds(STRUCK_OUT)
                        .reads(36.5),
                MatrixCase.xlsxCell(
                                "C-37",
                                "a comment on a filled cell",
                                HEALTH,
                                "morningTemperature",
                                commented(36.5, "实际 38.5，青石路100号"),
                                FIX)
                        .reads(36.5)
                        .silentAbout("38.5")
                        .silentAbout("青石路"),
                MatrixCase.xlsxCell(
                                "C-37",
                                "a comment on an empty cell",
                                HEALTH,
                                "noonTemperature",
                                commented("", "38.5"),
                                FIX)
                        .reads(null)
                        .silentAbout("38.5"),
                MatrixCase.xlsCell(
                                "C-37", "a note of an xls", HEALTH, "morningTemperature", commented(36.5, "38.5"), FIX)
                        .reads(36.5)
                        .silentAbout("38.5"));
    }

    private static Stream<MatrixCase> inertTexts() {
        List<String> formulas =
                List.of("=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "＝1+1", "'=1+1", "=HYPERLINK(\"http://x\",\"y\")");
        List<String> code = List.of(
                "<script>alert(1)</script>", "${7*7}", "$P{x}", "$F{name}", "#{1+1}", "%n%s", "&amp;&lt;", "{{7*7}}");
        List<String> sql =
                List.of("'; drop table form_health_check; --", "' or '1'='1", "\\'; delete from submission; #");
        return Stream.of(
                        formulas.stream().map(value -> cell("C-38", HEALTH, "remark", value, FIX)
                                .reads(value)),
                        Stream.of("\t=1+1", "\r=1+1").map(value -> cell("C-38", HEALTH, "remark", value, FIX)
                                .reads("=1+1")),
                        Stream.of(
                                cell("C-38", HEALTH, "name", "@SUM", WARN).finds(NAME_UNUSUAL),
                                refused("C-38", HEALTH, "name", "=cmd|'/c calc'!A1", NAME_INVALID),
                                refused("C-38", HEALTH, "name", "＝1+1", NAME_INVALID),
                                MatrixCase.of("C-38", "in a CSV", FIX)
                                        .csv("姓名,人员类别,体温,备注\n王建国,学员,36.5,\"=cmd|'/c calc'!A1\"\n李秀英,学员,36.6,'=1+1\n")
                                        .reads(2, "remark", "=cmd|'/c calc'!A1")
                                        .reads(3, "remark", "=1+1")
                                        .accepted(2)),
                        code.stream().map(value -> cell("C-39", HEALTH, "remark", value, FIX)
                                .reads(value)),
                        Stream.of(cell("C-39", HEALTH, "remark", "a\r\nBcc: b@example.org", FIX)
                                .reads("a Bcc: b@example.org")),
                        sql.stream().map(value -> cell("C-40", HEALTH, "remark", value, FIX)
                                .reads(value)),
                        Stream.of(
                                cell("C-40", HEALTH, "className", "'; drop table", FIX)
                                        .reads("'; drop table"),
                                MatrixCase.of("C-38", "texts kept from a program that would make numbers of them", FIX)
                                        .csv(
                                                "=\"姓名\",证件号码,人员类别,体温,症状\n=\"王建国\",=\"11010519491231002X\",学员,=\"36.5\",\"=\"\"无\"\"\"\n")
                                        .reads(2, "name", "王建国")
                                        .reads(2, "idNumber", "11010519491231002X")
                                        .reads(2, "morningTemperature", 36.5)
                                        .reads(2, "symptoms", List.of("无"))
                                        .accepted(1),
                                MatrixCase.of("C-41", "a row that begins with #", FIX)
                                        .csv("班级,应到人数,实到人数\n#1班,30,30\n\"#2班\",28,28\n#3班,27,27\n")
                                        .reads(2, "className", "#1班")
                                        .reads(3, "className", "#2班")
                                        .reads(4, "className", "#3班")
                                        .accepted(3)))
                .flatMap(cases -> cases);
    }

    private static Stream<MatrixCase> wordLists() {
        Map<Boolean, List<Object>> words = new TreeMap<>(Map.of(
                true, List.of("TRUE", "true", "是", "有", "√", "✓", "Y", "y", "YES", "1", 1, true),
                false, List.of("FALSE", "否", "无", "×", "N", "no", "0", 0, false, "無")));
        return Stream.of(
                        words.entrySet().stream().flatMap(meaning -> meaning.getValue().stream()
                                .map(value -> cell("C-42", HEALTH, "contactHistory", value, FIX)
                                        .reads(meaning.getKey()))),
                        Stream.<Object>of("也许", "2", 2, "不详", "是否", "√×", "0.5", "是 否")
                                .map(value -> refused("C-42", HEALTH, "contactHistory", value, YES_NO_INVALID)),
                        Stream.of(
                                refused("C-43", VISITORS, "doctor", "己就诊", CHOICE_UNKNOWN)
                                        .says("最接近的：已就诊"),
                                refused("C-43", VISITORS, "doctor", "已就珍", CHOICE_UNKNOWN)
                                        .says("最接近的：已就诊"),
                                refused("C-43", VISITORS, "doctor", "末就诊", CHOICE_UNKNOWN)
                                        .says("已就诊、未就诊"),
                                refused("C-43", VISITORS, "doctor", "1O楼诊室", CHOICE_UNKNOWN)
                                        .says("最接近的：10楼诊室"),
                                refused("C-43", VISITORS, "doctor", "1〇楼诊室", CHOICE_UNKNOWN)
                                        .says("最接近的：10楼诊室"),
                                refused("C-43", HEALTH, "personCategory", "学圆", CHOICE_UNKNOWN)
                                        .says("最接近的：学员"),
                                refused("C-43", HEALTH, "healthCode", "绿玛", CHOICE_UNKNOWN)
                                        .says("最接近的：绿码"),
                                cell("C-43", HEALTH, "symptoms", "咳漱", WARN)
                                        .reads(List.of("其他"))
                                        .finds(CHOICE_TAKEN_AS_OTHER)
                                        .says("最接近的：咳嗽"),
                                refused("C-43", HEALTH, "sawDoctor", "己就诊", YES_NO_INVALID)
                                        .says("最接近的：已就诊"),
                                refused("C-43", ATTENDANCE, "expected", "3O", NUMBER_INVALID),
                                refused("C-43", ATTENDANCE, "expected", "3〇", NUMBER_INVALID),
                                refused("C-43", ATTENDANCE, "expected", "l2", NUMBER_INVALID)))
                .flatMap(cases -> cases);
    }

    /** A fever beside such a word is told in any case. */
    private static Stream<MatrixCase> wordsThatNoListHas() {
        return Stream.of(
                        Stream.of("其他：头痛", "其他:头痛", "其他（头痛）", "其他(头痛)", "其它：头痛、牙痛", "头痛、其他")
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, FIX)
                                        .reads(List.of("其他"))
                                        .finds(VALUE_NORMALISED)),
                        Stream.of(
                                cell("C-43", HEALTH, "symptoms", "其他：发热", FIX).reads(List.of("发热", "其他")),
                                cell("C-43", HEALTH, "symptoms", "发热（其他：头痛）", FIX)
                                        .reads(List.of("发热", "其他"))
                                        .finds(VALUE_NORMALISED),
                                cell("C-43", HEALTH, "symptoms", "咳嗽，流鼻涕", WARN)
                                        .reads(List.of("咳嗽", "其他"))
                                        .finds(CHOICE_TAKEN_AS_OTHER),
                                cell("C-43", HEALTH, "symptoms", "咳嗽，不发热", WARN)
                                        .reads(List.of("咳嗽"))
                                        .finds(CHOICE_LEFT_OUT),
                                refused("C-43", HEALTH, "symptoms", "无 肚子不舒服", CHOICE_CONTRADICTS),
                                refused("C-43", HEALTH, "symptoms", "正常，鼻子不通", CHOICE_CONTRADICTS),
                                cell("C-43", HEALTH, "symptoms", "无，不发热", WARN)
                                        .reads(List.of("无"))
                                        .finds(CHOICE_LEFT_OUT),
                                refused("C-43", HEALTH, "symptoms", "无，头疼", CHOICE_CONTRADICTS),
                                cell("C-43", HEALTH, "symptoms", "联系13800138000", WARN)
                                        .reads(List.of("其他"))
                                        .finds(CHOICE_TAKEN_AS_OTHER)
                                        .silentAbout("13800138000"),
                                MatrixCase.of("C-43", "a fever beside an unknown symptom", WARN)
                                        .csv("姓名,人员类别,体温,症状\n王建国,学员,39.0,头疼\n")
                                        .finds("D2", CHOICE_TAKEN_AS_OTHER)
                                        .reads(2, "morningTemperature", 39.0)
                                        .reads(2, "symptoms", List.of("其他"))
                                        .accepted(1)),
                        Stream.of("发热（37.8）", "高热不退", "发烧未退", "发热38.2", "低烧37.5℃")
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, FIX)
                                        .reads(List.of("发热"))
                                        .finds(VALUE_NORMALISED)),
                        Stream.of("咳嗽不止", "轻微咳嗽", "有咳嗽", "咳嗽2天", "持续咳嗽加重")
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, FIX)
                                        .reads(List.of("咳嗽"))
                                        .finds(VALUE_NORMALISED)),
                        Stream.of("好", "良", "否", "OK", "no", "N/A", "均正常")
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, FIX)
                                        .reads(List.of("无"))),
                        Stream.of("均无", "暂无", "皆无", "都无", "零", "健", "平安", "合格")
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, FIX)
                                        .reads(List.of("无"))),
                        healthyPhrases().map(typed -> cell("C-43", HEALTH, "symptoms", typed, FIX)
                                .reads(List.of("无"))
                                .finds(VALUE_NORMALISED)),
                        Stream.of("无症状感染", "体温不正常", "正常偏高", "无发热等待复查", "无头痛等症状")
                                .map(typed -> refused("C-43", HEALTH, "symptoms", typed, CHOICE_UNKNOWN)),
                        Stream.of("36.5℃", "请假", "见备注", "同昨日", "绿码", "阴性", "已接种", "没精神", "昨天发热已退", "37.8", "没有发热、咳嗽")
                                .map(typed -> refused("C-43", HEALTH, "symptoms", typed, CHOICE_UNKNOWN)),
                        Stream.<Object>of("头疼", "头痛", "流鼻涕", "感冒", "牙疼", "身体不适", "精神不振", "睡眠不好", "肚子不舒服")
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, WARN)
                                        .reads(List.of("其他"))
                                        .finds(CHOICE_TAKEN_AS_OTHER)),
                        Stream.<Object>of("不发热", "无发热咳嗽", "无其他不适", "无反应", "√", 0)
                                .map(typed -> cell("C-43", HEALTH, "symptoms", typed, WARN)
                                        .reads(null)
                                        .finds(CHOICE_LEFT_OUT)))
                .flatMap(cases -> cases);
    }

    private static Stream<String> healthyPhrases() {
        return Stream.of(
                "一切安好",
                "均无异常",
                "未发现异常",
                "无不舒服",
                "无身体不适",
                "无任何不适",
                "没有任何症状",
                "无不良反应",
                "体征正常",
                "体温正常",
                "一切良好",
                "身体良好",
                "良好无异常",
                "均无，体温正常",
                "无发热等症状",
                "无发热、咳嗽等症状",
                "均无发热、干咳、乏力等不适症状");
    }

    private static Stream<MatrixCase> textsMadeSomethingElse() {
        return Stream.of(
                MatrixCase.xlsxCell("C-13", "a class made a date", ATTENDANCE, "className", dated(43893, "m-d"), WARN)
                        .reads("2020-03-03")
                        .finds(TEXT_CONVERTED),
                MatrixCase.xlsxCell(
                                "C-13",
                                "a person's class made a date",
                                HEALTH,
                                "className",
                                dated(43893, "m\"月\"d\"日\""),
                                WARN)
                        .finds(TEXT_CONVERTED),
                MatrixCase.xlsCell("C-13", "a class made a date, xls", HEALTH, "className", dated(43893, "m-d"), WARN)
                        .finds(TEXT_CONVERTED),
                MatrixCase.xlsxCell("C-13", "a class made a time", HEALTH, "className", dated(0.125, "h:mm"), WARN)
                        .finds(TEXT_CONVERTED),
                MatrixCase.xlsxCell(
                                "C-42",
                                "a class made a truth value",
                                HEALTH,
                                "className",
                                each -> each.setCellValue(true),
                                WARN)
                        .reads("TRUE")
                        .finds(TEXT_CONVERTED),
                MatrixCase.of("C-04", "102.0 and 102 are one class", ROW)
                        .csv("班级,应到人数,实到人数\n102.0,30,30\n102,30,30\n3.1,28,28\n")
                        .finds("A2", VALUE_NORMALISED)
                        .finds("A3", DUPLICATE_ROW)
                        .reads(2, "className", "102")
                        .reads(4, "className", "3.1")
                        .accepted(2));
    }

    private static Consumer<Cell> dated(double serial, String format) {
        return cell -> {
            Workbook workbook = cell.getSheet().getWorkbook();
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
            cell.setCellValue(serial);
        };
    }

    private static Stream<MatrixCase> counts() {
        return Stream.of(
                refused("C-44", VISITORS, "companions", -1, OUT_OF_RANGE),
                refused("C-44", VISITORS, "companions", "-1", OUT_OF_RANGE),
                refused("C-44", VISITORS, "companions", "－1", OUT_OF_RANGE),
                refused("C-44", VISITORS, "companions", "−1", OUT_OF_RANGE),
                refused("C-44", VISITORS, "companions", "-0", NUMBER_INVALID),
                refused("C-44", VISITORS, "companions", -0.0, NUMBER_INVALID),
                refused("C-44", VISITORS, "companions", "NaN", NUMBER_INVALID),
                refused("C-44", VISITORS, "companions", "Infinity", NUMBER_INVALID),
                refused("C-44", VISITORS, "companions", 1e308, OUT_OF_RANGE),
                refused("C-44", VISITORS, "companions", "1e308", NUMBER_INVALID),
                refused("C-44", VISITORS, "companions", 100001, OUT_OF_RANGE),
                refused("C-44", VISITORS, "companions", "99999999999999999999", OUT_OF_RANGE));
    }

    private static void quotePrefixed(Cell cell) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setQuotePrefixed(true);
        cell.setCellStyle(style);
        cell.setCellValue("30");
    }

    private static void put(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (!value.equals("")) {
            cell.setCellValue((String) value);
        }
    }

    private static Consumer<Cell> styled(Object value, String format) {
        return cell -> {
            Workbook workbook = cell.getSheet().getWorkbook();
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
            put(cell, value);
        };
    }

    private static Consumer<Cell> calculated(String formula) {
        return cell -> {
            cell.setCellFormula(formula);
            cell.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(cell);
        };
    }

    /** As a library writes it that calculates nothing. */
    private static Consumer<Cell> uncalculated(String formula) {
        return cell -> cell.setCellFormula(formula);
    }

    private static Font font(Cell cell, boolean struck) {
        Font font = cell.getSheet().getWorkbook().createFont();
        font.setStrikeout(struck);
        font.setBold(!struck);
        return font;
    }

    private static Consumer<Cell> struck(String text, int characters) {
        return cell -> {
            RichTextString rich =
                    cell.getSheet().getWorkbook().getCreationHelper().createRichTextString(text);
            rich.applyFont(0, characters, font(cell, true));
            cell.setCellValue(rich);
        };
    }

    private static Consumer<Cell> bold(String text, int characters) {
        return cell -> {
            RichTextString rich =
                    cell.getSheet().getWorkbook().getCreationHelper().createRichTextString(text);
            rich.applyFont(0, characters, font(cell, false));
            cell.setCellValue(rich);
        };
    }

    private static Consumer<Cell> struckCell(Object value) {
        return cell -> {
            CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
            style.setFont(font(cell, true));
            cell.setCellStyle(style);
            put(cell, value);
        };
    }

    private static Consumer<Cell> commented(Object value, String words) {
        return cell -> {
            put(cell, value);
            var helper = cell.getSheet().getWorkbook().getCreationHelper();
            Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(helper.createClientAnchor());
            comment.setString(helper.createRichTextString(words));
            cell.setCellComment(comment);
        };
    }
}
