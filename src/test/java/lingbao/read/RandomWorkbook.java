package lingbao.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of anything that cells may hold, in any place; the same one for the same seed. */
final class RandomWorkbook {

    /** How the file keeps its cells. */
    enum Kind {
        SHARED_TEXTS,
        INLINE_TEXTS,
        BINARY
    }

    private static final String[] FORMATS = {
        "General", "0.0", "0.00%", "yyyy-mm-dd", "yyyy/m/d h:mm", "h:mm", "m\"月\"d\"日\"", "@", "#,##0.00;[Red]-#,##0.00"
    };
    private static final String[] TEXTS = {
        "姓名",
        " 张三 ",
        "36.5",
        "36.5℃",
        "是",
        "33019019990101001X",
        "第一行\n第二行",
        "㙓𠮷",
        "_x000D_",
        "a_x0041_b",
        "=1+1",
        "&lt;",
        "0012",
        "\t",
        "1/3"
    };
    private static final String[] FORMULAS = {
        "1+2", "37.2*1", "\"文\"&\"字\"", "1/0", "NA()", "1=1", "\"\"", "DATE(2020,6,17)", "SUM(1,2)"
    };

    private final Random random;
    private final Kind kind;
    private final List<CellStyle> styles = new ArrayList<>();

    private RandomWorkbook(long seed, Kind kind) {
        this.random = new Random(seed);
        this.kind = kind;
    }

    static Path write(Path file, long seed, Kind kind) {
        Workbook workbook =
                switch (kind) {
                    case SHARED_TEXTS -> new XSSFWorkbook();
                    case INLINE_TEXTS -> new SXSSFWorkbook(null, -1, false, false);
                    case BINARY -> new HSSFWorkbook();
                };
        return SheetBuilder.write(file, workbook, new RandomWorkbook(seed, kind)::fill);
    }

    private void fill(Workbook workbook) {
        if (workbook instanceof XSSFWorkbook book && random.nextInt(4) == 0) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        for (String format : FORMATS) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            styles.add(style);
        }
        int sheets = 1 + random.nextInt(3);
        for (int index = 0; index < sheets; index++) {
            fill(workbook.createSheet(WorkbookUtil.createSafeSheetName("表 " + index)), workbook);
        }
        for (int index = 1; index < sheets; index++) {
            workbook.setSheetVisibility(index, any(SheetVisibility.values()));
        }
        if (kind != Kind.INLINE_TEXTS && random.nextInt(4) > 0) {
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }
    }

    private void fill(Sheet sheet, Workbook workbook) {
        int row = 0;
        int rows = random.nextInt(40);
        for (int index = 0; index < rows; index++) {
            row += random.nextInt(6) == 0 ? 1 + random.nextInt(500) : 1;
            Row written = sheet.createRow(row);
            written.setZeroHeight(random.nextInt(8) == 0);
            int column = random.nextInt(3);
            int cells = random.nextInt(14);
            for (int cell = 0; cell < cells; cell++) {
                fill(written.createCell(column), workbook);
                column += random.nextInt(5) == 0 ? 1 + random.nextInt(20) : 1;
            }
        }
        for (int merge = 0; merge < random.nextInt(5); merge++) {
            int top = merge * 12;
            sheet.addMergedRegion(
                    new CellRangeAddress(top, top + random.nextInt(10), random.nextInt(3), 3 + random.nextInt(4)));
        }
    }

    private void fill(Cell cell, Workbook workbook) {
        if (random.nextBoolean()) {
            cell.setCellStyle(styles.get(random.nextInt(styles.size())));
        }
        switch (random.nextInt(9)) {
            case 0 -> cell.setCellValue(any(TEXTS) + (random.nextBoolean() ? random.nextInt(1_000) : ""));
            case 1 -> cell.setCellValue(any(TEXTS));
            case 2 -> cell.setCellValue((340 + random.nextInt(90)) / 10.0);
            case 3 -> cell.setCellValue(number());
            case 4 -> cell.setCellValue(random.nextBoolean());
            case 5 -> cell.setCellErrorValue(any(new byte[] {0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A}));
            case 6 -> cell.setCellFormula(any(FORMULAS));
            case 7 -> cell.setCellValue(rich(workbook));
            default -> cell.setBlank();
        }
    }

    private double number() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(60_000);
            case 1 -> random.nextInt(60_000) + random.nextInt(86_400) / 86_400.0;
            case 2 -> -random.nextDouble();
            case 3 -> random.nextDouble() * 1e-9;
            case 4 -> 110_105_194_912_310_02L + random.nextInt(100);
            default -> random.nextGaussian() * 1e22;
        };
    }

    private RichTextString rich(Workbook workbook) {
        RichTextString text = workbook.getCreationHelper().createRichTextString("体温" + any(TEXTS));
        if (kind != Kind.INLINE_TEXTS) {
            text.applyFont(0, 2, workbook.getFontAt(0));
        }
        // How it is read aloud is no part of the text.
        if (text instanceof XSSFRichTextString shared && kind == Kind.SHARED_TEXTS) {
            var aloud = shared.getCTRst().addNewRPh();
            aloud.setSb(0);
            aloud.setEb(1);
            aloud.setT("tǐ");
        }
        return text;
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private byte any(byte[] choices) {
        byte code = choices[random.nextInt(choices.length)];
        return FormulaError.isValidCode(code) ? code : FormulaError.NA.getCode();
    }
}
