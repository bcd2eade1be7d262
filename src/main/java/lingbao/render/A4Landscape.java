package lingbao.render;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Pages for a table of many columns: as wide as one page, as long as it takes, the heading on each. */
final class A4Landscape {

    private A4Landscape() {}

    /** @param headingRow from 0 */
    static void setUp(Sheet sheet, int headingRow) {
        sheet.setRepeatingRows(new CellRangeAddress(headingRow, headingRow, -1, -1));
        sheet.setFitToPage(true);
        PrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.setLandscape(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
    }
}
