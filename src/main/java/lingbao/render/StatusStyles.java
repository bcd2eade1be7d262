package lingbao.render;

import lingbao.domain.Severity;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/** How the column beside a table looks: what was sent back is bold, so that it is seen without colours too. */
final class StatusStyles {

    private static final int NARROWEST = 50;
    private static final int WIDEST = 100;

    private final CellStyle plain;
    private final CellStyle warning;
    private final CellStyle error;
    private final CellStyle heading;
    private final CellStyle headingOfAWarning;
    private final CellStyle headingOfAnError;

    StatusStyles(Workbook workbook, MarkFill fill) {
        plain = style(workbook, false);
        warning = style(workbook, false);
        fill.fill(warning, Severity.WARNING);
        error = style(workbook, true);
        fill.fill(error, Severity.ERROR);
        heading = style(workbook, true);
        headingOfAWarning = style(workbook, true);
        fill.fill(headingOfAWarning, Severity.WARNING);
        headingOfAnError = style(workbook, true);
        fill.fill(headingOfAnError, Severity.ERROR);
        for (CellStyle each : new CellStyle[] {heading, headingOfAWarning, headingOfAnError}) {
            each.setBorderTop(BorderStyle.THIN);
            each.setBorderBottom(BorderStyle.THIN);
            each.setBorderLeft(BorderStyle.THIN);
            each.setBorderRight(BorderStyle.THIN);
        }
    }

    private static CellStyle style(Workbook workbook, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) 10);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        // From a protected sheet a row can be deleted only where none of its cells is locked.
        style.setLocked(false);
        return style;
    }

    /** In letters: long texts run over the cells beside, and would be printed on a page of their own. */
    static int width(int longestText) {
        return Math.max(NARROWEST, Math.min(WIDEST, longestText + 2));
    }

    /** @param weight null where nothing is wrong */
    CellStyle row(@Nullable Severity weight) {
        return weight == Severity.ERROR ? error : weight == Severity.WARNING ? warning : plain;
    }

    /** @param weight of what is wrong with the sheet as a whole; null where nothing is */
    CellStyle heading(@Nullable Severity weight) {
        return weight == Severity.ERROR ? headingOfAnError : weight == Severity.WARNING ? headingOfAWarning : heading;
    }
}
