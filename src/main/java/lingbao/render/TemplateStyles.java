package lingbao.render;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How a template looks. What a clerk fills in is unlocked, all else is locked; a lock holds where its sheet is protected. */
final class TemplateStyles {

    static final String TEXT = "@";

    private static final String FONT = "宋体";

    private final Workbook workbook;
    private final Map<String, CellStyle> made = new HashMap<>();

    TemplateStyles(Workbook workbook) {
        this.workbook = workbook;
    }

    CellStyle title() {
        return once("title", style -> {
            style.setFont(font(16, true, false));
            style.setAlignment(HorizontalAlignment.CENTER_SELECTION);
        });
    }

    /**
     * What stands above the heading and is known already.
     *
     * @param quoted whether it looks like the beginning of a formula, as for {@link #quoted}
     */
    CellStyle said(boolean quoted) {
        return once("said " + quoted, style -> {
            style.setDataFormat(format(TEXT));
            style.setQuotePrefixed(quoted);
        });
    }

    /** What stands there and may be typed. */
    CellStyle asked() {
        return once("asked", style -> {
            style.setDataFormat(format(TEXT));
            style.setLocked(false);
        });
    }

    CellStyle small() {
        return once("small", style -> style.setFont(font(8, false, true)));
    }

    CellStyle heading() {
        return once("heading", style -> {
            style.setFont(font(11, true, false));
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setWrapText(true);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            border(style);
        });
    }

    /** Of a whole column, below the heading. */
    CellStyle column(String format) {
        return once("column " + format, style -> {
            style.setDataFormat(format(format));
            style.setLocked(false);
        });
    }

    /** Of a cell in a row that comes filled in. */
    CellStyle cell(String format) {
        return once("cell " + format, style -> {
            style.setDataFormat(format(format));
            style.setLocked(false);
            border(style);
        });
    }

    /** The same of a text that looks like the beginning of a formula: it stays a text when somebody presses Enter on it. */
    CellStyle quoted() {
        return once("quoted", style -> {
            style.setDataFormat(format(TEXT));
            style.setQuotePrefixed(true);
            style.setLocked(false);
            border(style);
        });
    }

    CellStyle number() {
        return once("number", style -> {
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setLocked(false);
            border(style);
        });
    }

    private CellStyle once(String name, Consumer<CellStyle> look) {
        return made.computeIfAbsent(name, absent -> {
            CellStyle style = workbook.createCellStyle();
            style.setFont(font(11, false, false));
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            look.accept(style);
            return style;
        });
    }

    private Font font(int size, boolean bold, boolean grey) {
        short color = grey ? IndexedColors.GREY_50_PERCENT.getIndex() : Font.COLOR_NORMAL;
        Font known = workbook.findFont(bold, color, (short) (20 * size), FONT, false, false, Font.SS_NONE, Font.U_NONE);
        if (known != null) {
            return known;
        }
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setColor(color);
        return font;
    }

    private short format(String format) {
        return workbook.createDataFormat().getFormat(format);
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
