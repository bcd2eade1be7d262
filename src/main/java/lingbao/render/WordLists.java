package lingbao.render;

import java.util.List;
import lingbao.catalogue.TemplateMark;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A workbook's lists to choose from: short ones in themselves, the others by name on a hidden sheet that opens with a mark. */
final class WordLists {

    /** The most that a list may have in itself. */
    private static final int LIST_LENGTH = 255;

    private static final String SHEET = "选项";

    private final Workbook workbook;
    private final TemplateMark mark;
    private @Nullable Sheet sheet;
    private int lists;

    /** @param mark of any form of the workbook */
    WordLists(Workbook workbook, TemplateMark mark) {
        this.workbook = workbook;
        this.mark = mark;
    }

    DataValidationConstraint oneOf(DataValidationHelper helper, List<String> words) {
        boolean plain = words.stream().noneMatch(word -> word.contains(",") || word.contains("\""));
        return plain && String.join(",", words).length() <= LIST_LENGTH
                ? helper.createExplicitListConstraint(words.toArray(String[]::new))
                : helper.createFormulaListConstraint(named(words));
    }

    private String named(List<String> words) {
        Sheet hidden = hiddenSheet();
        for (int row = 0; row < words.size(); row++) {
            Row line = hidden.getRow(row + 1) == null ? hidden.createRow(row + 1) : hidden.getRow(row + 1);
            line.createCell(lists).setCellValue(words.get(row));
        }
        String cells = new CellRangeAddress(1, words.size(), lists, lists).formatAsString(hidden.getSheetName(), true);
        Name name = workbook.createName();
        name.setNameName("words_" + ++lists);
        name.setRefersToFormula(cells);
        return name.getNameName();
    }

    private Sheet hiddenSheet() {
        if (sheet == null) {
            sheet = workbook.createSheet(SheetNames.free(workbook, SHEET));
            sheet.createRow(0).createCell(0).setCellValue(mark.wordListText());
            workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
        }
        return sheet;
    }
}
