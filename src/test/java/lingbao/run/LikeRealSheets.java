package lingbao.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.ExternalLinksTable;
import org.apache.poi.xssf.usermodel.XSSFFactory;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sheets of the same shape as those that were really made, with invented contents. */
final class LikeRealSheets {

    private LikeRealSheets() {}

    /** @param name of the real one */
    static Path write(Path folder, String name) {
        Path file = folder.resolve(name);
        switch (name.substring(0, 2)) {
            case "05" -> book(file, new HSSFWorkbook(), LikeRealSheets::absenceNotes);
            case "08" -> book(file, new XSSFWorkbook(), LikeRealSheets::daysByColumn);
            case "10" -> book(file, new HSSFWorkbook(), book -> row(book.createSheet("测试"), 1, "学号", "姓名", "账号", "密码"));
            case "12" -> book(file, new HSSFWorkbook(), LikeRealSheets::signIns);
            case "13" -> book(file, new XSSFWorkbook(), LikeRealSheets::signIns);
            case "16" -> book(file, new XSSFWorkbook(), LikeRealSheets::ticks);
            case "18" -> book(file, new XSSFWorkbook(), LikeRealSheets::clockTimes);
            case "20" -> book(file, new XSSFWorkbook(), LikeRealSheets::monthWithErrors);
            case "21" -> book(file, new HSSFWorkbook(), LikeRealSheets::staff);
            case "23" -> book(file, new XSSFWorkbook(), LikeRealSheets::staffSideBySide);
            case "25" -> book(file, new XSSFWorkbook(), LikeRealSheets::symbols);
            case "32" -> text(file, StandardCharsets.UTF_8, "姓名\t性别\n岑一\t男\n岑二\t女\n岑三\t男\n");
            case "37" -> book(file, new HSSFWorkbook(), LikeRealSheets::deviceExport);
            case "39" -> book(file, new XSSFWorkbook(), LikeRealSheets::leave);
            case "40" -> book(file, new XSSFWorkbook(), LikeRealSheets::toSign);
            case "44" -> text(file, Charset.forName("GB18030"), "学号,姓名,年龄,语文成绩,数学成绩,英语成绩,总分,平均分\n");
            case "47" ->
                text(
                        file,
                        StandardCharsets.UTF_8,
                        "\ufeffstudent_name,contact,text_content,text_file_path\n"
                                + "甲,甲家长,\"【甲同学成绩单】\n姓名：甲\n语文：100\n\",D:\\grade\\甲.txt\n乙,乙家长,\"nan：nan\",D:\\grade\\乙.txt\n");
            default -> throw new IllegalArgumentException(name);
        }
        return file;
    }

    private static void absenceNotes(Workbook book) {
        Sheet sheet = book.createSheet("明细表");
        row(sheet, 1, "2020.5.13  云溪区中小学(师生) 病假人员情况说明表     ");
        merge(sheet, "A1:I1");
        row(sheet, 2, "序号", "学校名称", "身份", "班级", "姓名", "是否有发热症状（体温37.3或以上）", "是否有咳嗽、乏力、腹泻、呕吐等症状", "是否有重点疫区接触史", "情况描述");
        row(sheet, 3, 1, "东溪小学", "学生", 102, "甄初禾", "否", "是", "否", "5.11日发生呕吐，在家休息");
        row(sheet, 4, 2, "东溪小学", "学生", 102, "岑远山", "否", "是", "否", "5.13日在家晨检，不舒服，请假");
        row(sheet, 5, 3, "南坡小学", "学生", 21, "柳青青", "否", "是", "否", "咳嗽");
        row(sheet, 6, 4, "北桥小学", "学生", "五4", "戚小满", "否", "过敏性咳嗽", "无", "咳嗽");
        row(sheet, 7, 5, "北桥小学", "学生", "一4", "蓝一帆", "否", "咳嗽", "无", "咳嗽");
        row(sheet, 8, 6, "北桥小学", "学生", "三1", "贺知秋", "否", "咳嗽", "无", "咳嗽");
        for (int number = 7; number <= 36; number++) {
            row(sheet, number + 2, number);
        }
        merge(sheet, "I25:K25");
        book.createSheet("WpsReserved_CellImgList");
        book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
    }

    private static void daysByColumn(Workbook book) {
        Sheet days = book.createSheet("考勤明细");
        row(days, 2, "", "        云溪-(青石)2017年3月考勤明细");
        merge(days, "B2:E2");
        row(days, 3, "序号", "部门", "姓名");
        Row upAndDown = days.createRow(3);
        for (int column = 3; column < 232; column++) {
            upAndDown.createCell(column).setCellValue(column % 2 == 1 ? "上班" : "下班");
            if (column % 2 == 1 && column < 231) {
                days.addMergedRegion(new CellRangeAddress(2, 2, column, column + 1));
            }
        }
        row(days, 5, "", "技术部", "岑一");
        row(days, 6, "", "", "岑二3月10离职");
        Sheet sums = book.createSheet("考勤汇总");
        row(sums, 1, "云溪-(青石)2017年3月考勤汇总");
        merge(sums, "A1:O1");
        row(sums, 2, "序号", "部门", "姓名", "请假", "", "", "", "", "", "迟到（单位：次）", "加班时长（单位：小时）（单次1小时起算）", "备注");
        row(sums, 3, "", "", "", "事假（单位：天）", "病假（单位：天）", "年假（单位：天）", "婚假（单位：天）", "调休");
        for (String range : new String[] {"D2:I2", "A2:A4", "B2:B4", "B5:B6"}) {
            merge(sums, range);
        }
        row(sums, 5, 1, "技术部", "岑一");
        row(sums, 6, 2, "", "岑二", 1.5, 1);
    }

    private static void signIns(Workbook book) {
        Sheet sheet = book.createSheet("10.1-10.17上午出勤情况汇总.xls");
        row(sheet, 1, "登记号码", "姓名", "出勤时间");
        row(sheet, 2, "1003", "岑一", "2019/10/8 星期二 8:20");
        row(sheet, 3, "1003", "岑一", "2019/10/8 星期二 17:43");
        row(sheet, 4, "1004", "1004", "2019/10/9 星期三 8:12");
    }

    private static void ticks(Workbook book) {
        Sheet sheet = book.createSheet("考勤表");
        row(sheet, 1, "员工编号", 1, 2, 3, 4, 5);
        row(sheet, 2, "11001", "✗", "✓", "✓", "✓", "✗");
        row(sheet, 3, "", "✗", "✓", "✓", "✓", "✗");
        row(sheet, 4, "", "", "", "", 1);
        row(sheet, 5, "11002", "✓", "✓", "✓", "✓", "✓");
    }

    private static void clockTimes(Workbook book) {
        Sheet sheet = book.createSheet("Sheet3");
        row(sheet, 1, "打卡日期", "首次打卡时间", "末次打卡时间");
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("m/d/yy"));
        CellStyle time = book.createCellStyle();
        time.setDataFormat(book.createDataFormat().getFormat("h:mm"));
        row(sheet, 2, 43735, 0.3722, 0.9535);
        sheet.getRow(1).getCell(0).setCellStyle(day);
        sheet.getRow(1).getCell(1).setCellStyle(time);
        sheet.getRow(1).getCell(2).setCellStyle(time);
        Sheet formatted = book.createSheet("Sheet1");
        for (int row = 0; row < 35; row++) {
            formatted.createRow(row).createCell(0).setCellStyle(day);
        }
        book.createSheet("Sheet2");
    }

    private static void monthWithErrors(Workbook book) {
        for (String name : new String[] {"在职 ", "后十名"}) {
            Sheet sheet = book.createSheet(name);
            row(
                    sheet,
                    1,
                    "          5月份考勤记录表          ",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    " 表单编号：YX-B001");
            merge(sheet, "A1:M1");
            row(
                    sheet, 3, "部门", "职位", "姓名", "<=15min", ">=15min", ">30min", "事假", "病假", "年休假", "其他假", "旷工", "早退",
                    "备注", "入职日期");
            row(sheet, 4, "办公室", "主任", "岑一", "", "", 1, 0, 0, 0, 0, 0.5, "", "5-6号 迟到50分钟\n5-18号上午外出");
            row(sheet, 6, "", "制单：", "", "", "", "", "", "审核：", "", "", "", "", "", "日期：");
        }
        Cell broken = book.getSheetAt(1).getRow(3).createCell(13);
        broken.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());
        link(book);
    }

    private static void staff(Workbook book) {
        Sheet sheet = book.createSheet("Sheet1");
        row(sheet, 1, "人员信息列表");
        merge(sheet, "A1:G1");
        row(sheet, 2, "序号", "部门", "职务", "工号", "姓名", "入职时间", "离职时间");
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("m/d/yy"));
        row(sheet, 3, 1, "办公室", "主任", 1, "岑一", 39910);
        sheet.getRow(2).getCell(5).setCellStyle(day);
        book.createSheet("Sheet2");
        book.createSheet("Sheet3");
    }

    private static void staffSideBySide(Workbook book) {
        Sheet sheet = book.createSheet("Sheet1");
        row(sheet, 1, "在职", "", "", "", "", "", "", "离职");
        merge(sheet, "A1:E1");
        merge(sheet, "H1:M1");
        row(sheet, 2, "序号", "部门", "职务", "工号", "姓名", "考勤行号", "", "序号", "部门", "职务", "工号", "姓名", "", "考勤行号");
        row(sheet, 3, 1, "办公室", "主任", 6, "岑一", "", "", 1, "财务", "专员", 55, "岑二");
    }

    private static void symbols(Workbook book) {
        Sheet sheet = book.createSheet("考勤表");
        row(sheet, 1, "XX公司员工考勤表");
        row(sheet, 2, "部门:       \u00a0", "", "", "", "考勤时间：2021年5月");
        row(sheet, 3, "序号", "姓名", 1, 2, 3, 4);
        row(sheet, 4, "", "", "六", "日", "一", "二");
        merge(sheet, "A3:A4");
        merge(sheet, "B3:B4");
        row(sheet, 5, 1, "岑一", "√+夜", "G", "√/△", "H");
        row(sheet, 8, "备注：一、考勤记录方法:1、长白班  出勤√, 事假△,病假＋,出差C,公休G");
        merge(sheet, "A8:F8");
        Sheet sums = book.createSheet("汇总表");
        row(sums, 1, "XX公司员工考勤汇总表");
        row(sums, 3, "序号", "姓名", "本年可休年休", "旷工", "", "事假", "", "病假");
        row(sums, 4, "", "", "", "本月", "累计", "本月", "累计", "本月", "累计");
        merge(sums, "D3:E3");
        merge(sums, "F3:G3");
        row(sums, 5, 1, "岑一", 15);
        sums.getRow(4).createCell(3).setCellFormula("COUNTIF(考勤表!C5:F5,\"*G*\")");
        row(sums, 6, "部门负责人:                        考勤员:");
        link(book);
    }

    private static void deviceExport(Workbook book) {
        Sheet sheet = book.createSheet("10月考勤");
        row(sheet, 1, "人员编号", "登记号码", "姓名", "星期", "刷卡日期", "刷卡时间", "签到方式", "设备编号", "上下班标志", "操作员", "操作日期", "备注");
        row(
                sheet,
                2,
                "000001             ",
                "00001      ",
                "岑一",
                "星期三",
                "2018-09-26",
                "09:12",
                "指纹",
                "001",
                "上班/下班",
                "sa");
        row(
                sheet,
                3,
                "000001             ",
                "00001      ",
                "岑一",
                "星期三",
                "2018-09-26",
                "18:15",
                "指纹",
                "001",
                "上班/下班",
                "sa");
        row(sheet, 4, "记录数:1");
    }

    private static void leave(Workbook book) {
        Sheet sheet = book.createSheet("Sheet1");
        row(sheet, 1, "云溪请假登记表");
        merge(sheet, "A1:E1");
        row(sheet, 2, "姓名", "请假日期", "请假天数", "类型", "备注");
        row(sheet, 3, "岑一", 43197, 1.5, "年假", "啦啦啦");
        CellStyle bordered = book.createCellStyle();
        for (int row = 3; row < 11; row++) {
            sheet.createRow(row).createCell(0).setCellStyle(bordered);
        }
    }

    private static void toSign(Workbook book) {
        for (String month : new String[] {"1月", "5月 ", "26年1月"}) {
            Sheet sheet = book.createSheet(month);
            row(sheet, 1, "2025年" + month.strip() + "云溪区见习人员签到表");
            row(sheet, 2, "日期", "星期", "姓名", "上午", "", "", "", "下午");
            row(sheet, 3, "", "", "", "上班", "", "下班", "", "上班", "", "下班");
            row(sheet, 4, "", "", "", "时间", "签名", "时间", "签名", "时间", "签名", "时间", "签名");
            for (String range : new String[] {"A1:K1", "A2:A4", "B2:B4", "C2:C4", "D2:G2", "H2:K2", "D3:E3", "F3:G3"}) {
                merge(sheet, range);
            }
            row(sheet, 5, 10.1, "星期五", "岑一");
            row(sheet, 6, "", "", "岑二");
        }
    }

    /** As where another workbook is named in a formula. */
    private static void link(Workbook book) {
        XSSFWorkbook workbook = (XSSFWorkbook) book;
        ExternalLinksTable link = (ExternalLinksTable)
                workbook.createRelationship(XSSFRelation.EXTERNAL_LINKS, XSSFFactory.getInstance(), 1);
        link.getCTExternalLink().addNewExternalBook().setId("rId1");
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number - 1);
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Number value) {
                row.createCell(column).setCellValue(value.doubleValue());
            } else if (!values[column].equals("")) {
                row.createCell(column).setCellValue(values[column].toString());
            }
        }
    }

    private static void merge(Sheet sheet, String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
    }

    private static void book(Path file, Workbook workbook, Consumer<Workbook> content) {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(Path file, Charset charset, String content) {
        try {
            Files.write(file, content.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
