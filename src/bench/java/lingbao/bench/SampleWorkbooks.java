package lingbao.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Health sheets of twelve columns as Excel keeps them: texts in the shared table, temperatures with a format of their own. */
final class SampleWorkbooks {

    private static final String[] HEADINGS = {
        "姓名", "证件号码", "人员类别", "班级", "晨检体温（℃）", "午检体温", "晚检体温", "症状", "接触史", "健康码", "是否就诊", "备注"
    };
    private static final String[] SYMPTOMS = {"无", "无", "无", "无", "无", "无", "无", "咳嗽", "发热", "乏力、咳嗽"};

    private SampleWorkbooks() {}

    /** The files of one shape, made at the first time; the same bytes of cells in every run. */
    static List<Path> of(Path folder, int files, int rows) {
        try {
            Path ofShape = folder.resolve(files + "x" + rows);
            Path done = ofShape.resolve("complete");
            List<Path> all = new ArrayList<>();
            Files.createDirectories(ofShape);
            for (int index = 0; index < files; index++) {
                Path file = ofShape.resolve("sheet-" + index + ".xlsx");
                if (!Files.exists(done)) {
                    write(file, rows, new Random(index));
                }
                all.add(file);
            }
            Files.writeString(done, "");
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the workbooks could not be written; delete " + folder + " and try again", e);
        }
    }

    private static void write(Path file, int rows, Random random) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            SXSSFSheet sheet = workbook.createSheet("健康监测");
            CellStyle oneDecimal = workbook.createCellStyle();
            oneDecimal.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
            sheet.createRow(0).createCell(0).setCellValue("每日健康监测表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, HEADINGS.length - 1));
            Row headings = sheet.createRow(1);
            for (int column = 0; column < HEADINGS.length; column++) {
                headings.createCell(column).setCellValue(HEADINGS[column]);
            }
            for (int index = 0; index < rows; index++) {
                fill(sheet.createRow(index + 2), index, random, oneDecimal);
            }
            workbook.write(out);
        }
    }

    private static void fill(Row row, int index, Random random, CellStyle oneDecimal) {
        row.createCell(0)
                .setCellValue("测" + Character.toString(0x4e00 + random.nextInt(5_000))
                        + Character.toString(0x5200 + random.nextInt(5_000)));
        row.createCell(1)
                .setCellValue("330190" + (19_500_101 + random.nextInt(700_000)) + (1_000 + random.nextInt(9_000)));
        row.createCell(2).setCellValue(random.nextInt(20) == 0 ? "教职工" : "学生");
        row.createCell(3).setCellValue((1 + index / 50 % 9) + "年级" + (1 + index / 450) + "班");
        for (int column = 4; column < 7; column++) {
            row.createCell(column).setCellValue((360 + random.nextInt(13)) / 10.0);
            row.getCell(column).setCellStyle(oneDecimal);
        }
        row.createCell(7).setCellValue(SYMPTOMS[random.nextInt(SYMPTOMS.length)]);
        row.createCell(8).setCellValue("否");
        row.createCell(9).setCellValue("绿码");
        row.createCell(10).setCellValue("否");
        row.createCell(11).setCellValue(random.nextInt(10) == 0 ? "家长已接回，次日复查" + index : "正常");
    }
}
