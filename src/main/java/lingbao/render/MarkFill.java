package lingbao.render;

import java.util.HashMap;
import java.util.Map;
import lingbao.domain.Severity;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/**
 * The two fills of a marked cell, everything else of its style left as it was. Printed without colours the one of an error is
 * a middle grey and that of a warning nearly white. A plain fill shows only its first colour, so the second one keeps what
 * the cell was filled with before: the mark can be taken off again.
 */
abstract sealed class MarkFill {

    private final Map<Integer, CellStyle> errors = new HashMap<>();
    private final Map<Integer, CellStyle> warnings = new HashMap<>();
    private final Map<Integer, CellStyle> cleared = new HashMap<>();

    static MarkFill of(Workbook workbook) {
        return workbook instanceof HSSFWorkbook old ? new OfOldWorkbook(old) : new OfWorkbook((XSSFWorkbook) workbook);
    }

    void mark(Cell cell, Severity severity) {
        clear(cell);
        CellStyle before = cell.getCellStyle();
        Map<Integer, CellStyle> known = severity == Severity.ERROR ? errors : warnings;
        cell.setCellStyle(known.computeIfAbsent((int) before.getIndex(), index -> filled(before, severity)));
    }

    /** Takes a mark of ours off; leaves any other fill alone. */
    void clear(Cell cell) {
        CellStyle style = cell.getCellStyle();
        if (isOurs(style)) {
            cell.setCellStyle(cleared.computeIfAbsent((int) style.getIndex(), index -> unfilled(style)));
        }
    }

    /** A style of our own, filled. */
    abstract void fill(CellStyle style, Severity severity);

    abstract CellStyle filled(CellStyle before, Severity severity);

    abstract CellStyle unfilled(CellStyle marked);

    abstract boolean isOurs(CellStyle style);

    private static final class OfWorkbook extends MarkFill {

        private static final byte[] ERROR = {(byte) 0xFF, (byte) 0xF2, (byte) 0x9B, (byte) 0x96};
        private static final byte[] WARNING = {(byte) 0xFF, (byte) 0xFF, (byte) 0xEB, (byte) 0xA6};
        private static final byte[] NOTHING = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFE};

        /** What programs write there, from this one on. */
        private static final int AUTOMATIC = 64;

        private final XSSFWorkbook workbook;

        OfWorkbook(XSSFWorkbook workbook) {
            this.workbook = workbook;
        }

        @Override
        void fill(CellStyle style, Severity severity) {
            XSSFCellStyle own = (XSSFCellStyle) style;
            own.setFillForegroundColor(new XSSFColor(severity == Severity.ERROR ? ERROR : WARNING));
            own.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }

        @Override
        CellStyle filled(CellStyle before, Severity severity) {
            XSSFColor color = before.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                    ? ((XSSFCellStyle) before).getFillForegroundXSSFColor()
                    : null;
            XSSFCellStyle style = copy(before);
            fill(style, severity);
            style.setFillBackgroundColor(color == null ? new XSSFColor(NOTHING) : color);
            return style;
        }

        @Override
        CellStyle unfilled(CellStyle marked) {
            XSSFColor color = ((XSSFCellStyle) marked).getFillBackgroundXSSFColor();
            XSSFCellStyle style = copy(marked);
            if (isColor(color, NOTHING)) {
                style.getCoreXf().setFillId(0);
            } else {
                style.setFillForegroundColor(color);
                style.setFillBackgroundColor((XSSFColor) null);
            }
            return style;
        }

        /** POI's own copy of a style writes the named style behind it over the workbook's ordinary one. */
        private XSSFCellStyle copy(CellStyle before) {
            CTXf format = (CTXf) ((XSSFCellStyle) before).getCoreXf().copy();
            return workbook.getStylesSource()
                    .getStyleAt(workbook.getStylesSource().putCellXf(format) - 1);
        }

        @Override
        boolean isOurs(CellStyle style) {
            if (style.getFillPattern() != FillPatternType.SOLID_FOREGROUND) {
                return false;
            }
            XSSFColor color = ((XSSFCellStyle) style).getFillForegroundXSSFColor();
            XSSFColor kept = ((XSSFCellStyle) style).getFillBackgroundXSSFColor();
            return (isColor(color, ERROR) || isColor(color, WARNING))
                    && kept != null
                    && !(kept.isIndexed() && kept.getIndexed() >= AUTOMATIC);
        }

        private static boolean isColor(@Nullable XSSFColor color, byte[] wanted) {
            return color != null && color.equals(new XSSFColor(wanted));
        }
    }

    /** An old workbook has a palette of its own; these two places of it are light ones, unless somebody changed them. */
    private static final class OfOldWorkbook extends MarkFill {

        private static final short ERROR = HSSFColor.HSSFColorPredefined.ROSE.getIndex();
        private static final short WARNING = HSSFColor.HSSFColorPredefined.LIGHT_YELLOW.getIndex();
        private static final short NOTHING = HSSFColor.HSSFColorPredefined.WHITE.getIndex();
        private static final short AUTOMATIC = HSSFColor.HSSFColorPredefined.AUTOMATIC.getIndex();

        private final HSSFWorkbook workbook;

        OfOldWorkbook(HSSFWorkbook workbook) {
            this.workbook = workbook;
        }

        @Override
        void fill(CellStyle style, Severity severity) {
            style.setFillForegroundColor(severity == Severity.ERROR ? ERROR : WARNING);
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }

        @Override
        CellStyle filled(CellStyle before, Severity severity) {
            short color = before.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                    ? before.getFillForegroundColor()
                    : NOTHING;
            HSSFCellStyle style = copy(before);
            fill(style, severity);
            style.setFillBackgroundColor(color);
            return style;
        }

        @Override
        CellStyle unfilled(CellStyle marked) {
            short color = marked.getFillBackgroundColor();
            HSSFCellStyle style = copy(marked);
            if (color == NOTHING) {
                style.setFillPattern(FillPatternType.NO_FILL);
                style.setFillForegroundColor(AUTOMATIC);
            } else {
                style.setFillForegroundColor(color);
            }
            style.setFillBackgroundColor((short) (AUTOMATIC + 1));
            return style;
        }

        private HSSFCellStyle copy(CellStyle before) {
            HSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(before);
            return style;
        }

        @Override
        boolean isOurs(CellStyle style) {
            short color = style.getFillForegroundColor();
            return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                    && (color == ERROR || color == WARNING)
                    && style.getFillBackgroundColor() < AUTOMATIC;
        }
    }
}
