package lingbao.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lingbao.domain.Finding;
import lingbao.domain.Severity;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** The comments of a copy, as many as a program opens with ease. A comment that the sender wrote stays above ours. */
final class MarkComments {

    private static final String AUTHOR = "零报";

    /** Ours begins here. */
    private static final String SIGN = "【零报】";

    /** A comment of a conversation: the text of it stands elsewhere, and to change it here would break that. */
    private static final String CONVERSATION = "tc=";

    private static final int LINE_WIDTH = 46;
    private static final int LINE_POINTS = 15;
    private static final float BOX_PIXELS = 340;
    private static final int MOST_LINES = 24;
    private static final int SPANNED = 200;

    /** An old workbook counts a column's width in 1024 parts. */
    private static final int OLD_RIGHT_EDGE = 1023;

    private final Workbook workbook;
    private int left;

    /** @param most of a copy; what comes after them is left out. With 0 none is made, not even anew for what the sender wrote */
    MarkComments(Workbook workbook, int most) {
        this.workbook = workbook;
        this.left = most;
    }

    static String textOf(List<Finding> findings) {
        return findings.stream()
                .map(finding -> (finding.severity() == Severity.ERROR ? "错误：" : "提醒：") + finding.message() + "\n怎么办："
                        + finding.remedy() + "\n代码：" + finding.code().name())
                // The rows that share a merged cell share what is wrong with it.
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    void add(Cell cell, String text) {
        Comment there = cell.getCellComment();
        if (left == 0 || there != null && isConversation(there)) {
            return;
        }
        left--;
        // Its text is gone once the comment is removed.
        RichTextString whole = appended(there == null ? null : there.getString(), SIGN + "\n" + text);
        String author = there == null || there.getAuthor() == null ? AUTHOR : there.getAuthor();
        boolean visible = there != null && there.isVisible();
        if (there != null) {
            cell.removeCellComment();
        }
        put(cell, whole, author, visible);
    }

    /** Takes ours off, and leaves what the sender wrote. */
    void clear(Cell cell) {
        Comment there = cell.getCellComment();
        if (there == null || there.getString() == null || isConversation(there)) {
            return;
        }
        int sign = there.getString().getString().indexOf(SIGN);
        if (sign < 0) {
            return;
        }
        RichTextString kept = cut(there.getString(), Math.max(0, sign - 1));
        if (kept != null && left == 0) {
            there.setString(kept);
            return;
        }
        String author = there.getAuthor();
        boolean visible = there.isVisible();
        cell.removeCellComment();
        if (kept != null) {
            put(cell, kept, author, visible);
        }
    }

    private static boolean isConversation(Comment comment) {
        return comment.getAuthor() != null && comment.getAuthor().startsWith(CONVERSATION);
    }

    private void put(Cell cell, RichTextString text, String author, boolean visible) {
        Comment comment = cell.getSheet().createDrawingPatriarch().createCellComment(box(cell, text.getString()));
        comment.setAddress(cell.getRowIndex(), cell.getColumnIndex());
        comment.setString(text);
        comment.setAuthor(author);
        comment.setVisible(visible);
        cell.setCellComment(comment);
    }

    /**
     * From the cell's right edge on, and large enough for the text whatever the widths and heights there; hidden ones count
     * nothing. It has to begin in the cell itself: the library takes the place where the box begins for the comment's own,
     * and refuses it where the neighbour has one.
     */
    private ClientAnchor box(Cell cell, String text) {
        Sheet sheet = cell.getSheet();
        SpreadsheetVersion version = workbook.getSpreadsheetVersion();
        int firstColumn = cell.getColumnIndex();
        int lastColumn = firstColumn + 1;
        for (float width = 0; width < BOX_PIXELS && lastColumn < firstColumn + SPANNED; lastColumn++) {
            if (lastColumn >= version.getLastColumnIndex()) {
                break;
            }
            width += sheet.isColumnHidden(lastColumn) ? 0 : sheet.getColumnWidthInPixels(lastColumn);
        }
        int firstRow = cell.getRowIndex();
        int lastRow = firstRow;
        float wanted = LINE_POINTS * (1 + Math.min(MOST_LINES, lines(text)));
        for (float height = 0; height < wanted && lastRow < firstRow + SPANNED; lastRow++) {
            if (lastRow >= version.getLastRowIndex()) {
                break;
            }
            Row row = sheet.getRow(lastRow);
            height += row == null
                    ? sheet.getDefaultRowHeightInPoints()
                    : row.getZeroHeight() ? 0 : row.getHeightInPoints();
        }
        CreationHelper helper = workbook.getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(firstColumn);
        anchor.setDx1(
                sheet.isColumnHidden(firstColumn)
                        ? 0
                        : old()
                                ? OLD_RIGHT_EDGE
                                : Units.pixelToEMU(Math.round(sheet.getColumnWidthInPixels(firstColumn))));
        anchor.setCol2(Math.min(lastColumn, version.getLastColumnIndex()));
        anchor.setRow1(firstRow);
        anchor.setRow2(Math.min(lastRow, version.getLastRowIndex()));
        return anchor;
    }

    private boolean old() {
        return workbook.getSpreadsheetVersion() == SpreadsheetVersion.EXCEL97;
    }

    private static int lines(String text) {
        return text.lines()
                .mapToInt(line -> 1 + PrintedWidth.of(line) / LINE_WIDTH)
                .sum();
    }

    private RichTextString appended(@Nullable RichTextString kept, String text) {
        String before = kept == null || kept.getString().isEmpty() ? "" : kept.getString() + "\n";
        RichTextString whole = workbook.getCreationHelper().createRichTextString(before + text);
        if (kept != null) {
            dress(whole, kept, before.length());
        }
        return whole;
    }

    private @Nullable RichTextString cut(RichTextString text, int end) {
        if (end == 0) {
            return null;
        }
        RichTextString kept = workbook.getCreationHelper()
                .createRichTextString(text.getString().substring(0, end));
        dress(kept, text, end);
        return kept;
    }

    /** The letters of the sender keep their fonts. */
    private static void dress(RichTextString text, RichTextString as, int end) {
        if (as instanceof XSSFRichTextString letters && text instanceof XSSFRichTextString own) {
            record Run(int from, int to, XSSFFont font) {}
            List<Run> runs = new ArrayList<>();
            for (int run = 0; run < letters.numFormattingRuns(); run++) {
                int from = letters.getIndexOfFormattingRun(run);
                XSSFFont font = letters.getFontOfFormattingRun(run);
                if (font != null && from < end) {
                    runs.add(new Run(from, Math.min(end, from + letters.getLengthOfFormattingRun(run)), font));
                }
            }
            runs.forEach(run -> own.applyFont(run.from(), run.to(), run.font()));
        } else if (as instanceof HSSFRichTextString letters) {
            for (int run = 0; run < letters.numFormattingRuns(); run++) {
                int from = letters.getIndexOfFormattingRun(run);
                int to = run + 1 < letters.numFormattingRuns() ? letters.getIndexOfFormattingRun(run + 1) : end;
                if (from < end) {
                    text.applyFont(from, Math.min(end, to), letters.getFontOfFormattingRun(run));
                }
            }
        }
    }
}
