package lingbao.render;

import java.util.List;
import java.util.Map;

/** A table or a list of a page. */
sealed interface PagePart permits FigureTable, PrintedList {

    /** The name of the template's dataset, and of the parameter that holds its rows. */
    String dataset();

    /** The name of the workbook's sheet; empty for what stands on paper alone. */
    String sheet();

    /** The rows as the template reads them: texts by the names of the dataset's fields. */
    List<Map<String, String>> records();
}
