package lingbao.render;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;

/** Names that a workbook takes: without the signs that it forbids, and none twice. */
final class SheetNames {

    private static final int LONGEST = 31;

    private SheetNames() {}

    static String free(Workbook workbook, String wanted) {
        String name = WorkbookUtil.createSafeSheetName(wanted);
        String free = name;
        for (int number = 2; workbook.getSheet(free) != null; number++) {
            String ending = String.valueOf(number);
            free = name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
        }
        return free;
    }
}
