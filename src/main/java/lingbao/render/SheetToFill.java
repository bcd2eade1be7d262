package lingbao.render;

import java.util.ArrayList;
import java.util.List;
import lingbao.catalogue.FeverThreshold;
import lingbao.catalogue.Form;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a template: what it asks, whose it is and for when, and what stands in it already.
 *
 * @param period of the form's kind
 * @param sender whose sheet it will be; null to leave that blank
 * @param fever what its place calls fever; null where nobody says
 * @param rows with which it comes filled in, each with one value for each of the form's columns, in its order, null where
 *     that is to be typed; empty for a blank sheet
 */
public record SheetToFill(
        Form form,
        Period period,
        @Nullable Sender sender,
        @Nullable FeverThreshold fever,
        List<List<@Nullable String>> rows) {

    private static final String RUNNING_NUMBER = "序号";

    public SheetToFill {
        rows = List.copyOf(rows);
    }

    /** Whether its first column counts the rows: where some are there to be counted, and the form knows such a column. */
    boolean isNumbered() {
        return !rows.isEmpty() && form.readOver().contains(RUNNING_NUMBER);
    }

    /** In printed order; what must be filled is marked. */
    List<String> headings() {
        List<String> headings = new ArrayList<>();
        if (isNumbered()) {
            headings.add(RUNNING_NUMBER);
        }
        form.columns().forEach(column -> headings.add((column.required() ? "*" : "") + column.heading()));
        return headings;
    }

    /** Where a column of the form stands in the sheet, from 0. */
    int placeOf(int column) {
        return isNumbered() ? column + 1 : column;
    }

    /** Labels and values in turn. */
    List<String> attribution() {
        String kind =
                switch (period.kind()) {
                    case DAY -> "日期：";
                    case MONTH -> "月份：";
                    case YEAR -> "年份：";
                };
        String who =
                switch (form.sender()) {
                    case INSTITUTION -> "机构";
                    case REGION -> "区域";
                };
        String code = sender == null ? "" : sender.code();
        String name = sender == null ? "" : sender.name();
        return List.of(who + "编码：", code, kind, period.label(), who + "名称：", name);
    }
}
