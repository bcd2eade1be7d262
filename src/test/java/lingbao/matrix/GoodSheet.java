package lingbao.matrix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lingbao.domain.CellAddress;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet with nothing wrong: a heading and two rows, into which one strange thing can be put. */
final class GoodSheet {

    private final List<Column> columns;

    private record Column(String id, String heading, Object first, Object second) {

        Column with(Object value) {
            return new Column(id, heading, value, second);
        }
    }

    private GoodSheet(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    static GoodSheet of(String form) {
        GoodSheet sheet = FORMS.get(form);
        if (sheet == null) {
            throw new IllegalArgumentException(form);
        }
        return sheet;
    }

    private static final Map<String, GoodSheet> FORMS = Map.of(
            "health-check",
            new GoodSheet(List.of(
                    new Column("name", "姓名", "王建国", "李秀英"),
                    new Column("idNumber", "证件号码", "11010519491231002X", "330106198001011243"),
                    new Column("personCategory", "人员类别", "学员", "学员"),
                    new Column("className", "班级", "电工一班", "电工一班"),
                    new Column("morningTemperature", "晨检体温", "36.5", "36.6"),
                    new Column("noonTemperature", "午检体温", "36.4", "36.7"),
                    new Column("symptoms", "症状", "无", "无"),
                    new Column("contactHistory", "接触史", "否", "否"),
                    new Column("healthCode", "健康码", "绿码", "绿码"),
                    new Column("diagnosis", "初步诊断", "", ""),
                    new Column("remark", "备注", "", ""),
                    new Column("sawDoctor", "是否就诊", "", ""))),
            "attendance",
            new GoodSheet(List.of(
                    new Column("className", "班级", "电工一班", "电工二班"),
                    new Column("personCategory", "人员类别", "学员", "学员"),
                    new Column("expected", "应到人数", "30", "28"),
                    new Column("present", "实到人数", "30", "28"),
                    new Column("sickAbsent", "病假", "", ""),
                    new Column("personalLeave", "事假", "", ""),
                    new Column("reason", "缺勤原因", "", ""))),
            "disinfection",
            new GoodSheet(List.of(
                    new Column("date", "日期", "2020-06-17", "2020-06-17"),
                    new Column("place", "场所", "一号教室", "二号教室"),
                    new Column("action", "作业类型", "消毒", "消毒"),
                    new Column("startTime", "开始时间", "08:00", "09:00"),
                    new Column("endTime", "结束时间", "08:30", "09:30"),
                    new Column("method", "方式", "喷洒", "擦拭"),
                    new Column("minutes", "作用时间(分钟)", "30", "30"),
                    new Column("responsible", "责任人", "王建国", "李秀英"))),
            "visitor-list",
            new GoodSheet(List.of(
                    new Column("visitor", "来访人", "王建国", "李秀英"),
                    new Column("idNumber", "来访人证件号", "11010519491231002X", "330106198001011243"),
                    new Column("document", "证件种类", "", ""),
                    new Column("sex", "来访人性别", "女", ""),
                    new Column("phone", "来访人电话", "13800138000", ""),
                    new Column("onset", "发病日期", "2020-06-17", ""),
                    new Column("vaccinated", "接种率(%)", "30", ""),
                    new Column("companions", "同行人数", "2", ""),
                    new Column("doctor", "就诊情况", "已就诊", ""),
                    new Column("unit", "来访人街道", "", ""),
                    new Column("purpose", "来访事由", "送货", "送货"))));

    GoodSheet with(String column, Object value) {
        List<Column> changed = columns.stream()
                .map(each -> each.id().equals(column) ? each.with(value) : each)
                .toList();
        if (changed.equals(columns)
                && columns.stream().noneMatch(each -> each.id().equals(column))) {
            throw new IllegalArgumentException(column);
        }
        return new GoodSheet(changed);
    }

    /** The heading of a column in other words. */
    GoodSheet headed(String column, String heading) {
        return new GoodSheet(columns.stream()
                .map(each ->
                        each.id().equals(column) ? new Column(each.id(), heading, each.first(), each.second()) : each)
                .toList());
    }

    GoodSheet without(String column) {
        return new GoodSheet(
                columns.stream().filter(each -> !each.id().equals(column)).toList());
    }

    GoodSheet reversed() {
        List<Column> turned = new ArrayList<>(columns);
        Collections.reverse(turned);
        return new GoodSheet(turned);
    }

    /** Where the first row's value of the column stands: {@code C2}. */
    String cell(String column) {
        return cell(column, 2);
    }

    String cell(String column, int row) {
        return new CellAddress(row, columns.stream().map(Column::id).toList().indexOf(column)).toString();
    }

    /** Heading, first and second row; what is not a text by its text. */
    String csv() {
        return line(columns.stream().<Object>map(Column::heading).toList())
                + line(columns.stream().map(Column::first).toList())
                + line(columns.stream().map(Column::second).toList());
    }

    private static String line(List<Object> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "", "\n"));
    }

    byte[] xlsx() {
        return bytes(new XSSFWorkbook(), workbook -> into(workbook.createSheet("表"), 1));
    }

    /** With the first row's value of the column put there by whoever knows POI's cells. */
    byte[] filled(Workbook workbook, String column, Consumer<Cell> filling) {
        return bytes(workbook, book -> {
            Sheet sheet = book.createSheet("表");
            into(sheet, 1);
            filling.accept(sheet.getRow(1)
                    .createCell(columns.stream().map(Column::id).toList().indexOf(column)));
        });
    }

    /** Writes the three rows from the given row number on. */
    void into(Sheet sheet, int firstRow) {
        row(sheet, firstRow, columns.stream().<Object>map(Column::heading).toList());
        row(sheet, firstRow + 1, columns.stream().map(Column::first).toList());
        row(sheet, firstRow + 2, columns.stream().map(Column::second).toList());
    }

    /** Texts as texts, numbers as numbers; an empty text leaves the cell out. */
    static void row(Sheet sheet, int number, List<Object> values) {
        Row row = sheet.createRow(number - 1);
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value instanceof Number typed) {
                row.createCell(column).setCellValue(typed.doubleValue());
            } else if (value instanceof Boolean typed) {
                row.createCell(column).setCellValue(typed);
            } else if (!value.equals("")) {
                Cell cell = row.createCell(column);
                cell.setCellValue(String.valueOf(value));
            }
        }
    }

    static byte[] bytes(Workbook workbook, Consumer<Workbook> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (workbook) {
            content.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** By the ids of the form. */
    Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        columns.forEach(column -> headings.put(column.id(), column.heading()));
        return headings;
    }
}
