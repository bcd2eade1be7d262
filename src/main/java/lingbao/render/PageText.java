package lingbao.render;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.ProgressContent;
import lingbao.aggregate.ReportContent;
import lingbao.aggregate.StateContent;
import lingbao.catalogue.Form;

/**
 * What a report's pages say, word for word: the one text that the PDF and the workbook are both laid out from.
 *
 * @param templates whose pages follow one another in the PDF
 * @param passages further texts by the templates' parameter
 * @param shown whether a part of a template is printed, by its parameter
 * @param figures the report's main table
 * @param parts the other tables and lists, in the order of the workbook's sheets
 * @param bars of what was done; empty for none
 */
record PageText(
        List<String> templates,
        Head head,
        Map<String, String> passages,
        Map<String, Boolean> shown,
        FigureTable figures,
        List<PagePart> parts,
        List<Bar> bars) {

    /**
     * What stands around the table.
     *
     * @param units as printed after 单位, joined by 、
     * @param lead the sentence that an officer reads first
     * @param notes the line below the table
     */
    record Head(
            String title,
            String reportingUnit,
            String period,
            String units,
            String cutOff,
            String edition,
            String lead,
            String notes,
            String figuresHash) {}

    /**
     * What one unit has done, beside what it should have done by now.
     *
     * @param state the comparison in words
     */
    record Bar(String name, PrintedValue done, PrintedValue schedule, String state, boolean total) {}

    PageText {
        templates = List.copyOf(templates);
        passages = Map.copyOf(passages);
        shown = Map.copyOf(shown);
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
    }

    /**
     * @param changes what the edition before said otherwise
     * @param forms by id, for their printed names
     */
    static PageText of(ReportContent content, int edition, List<FigureChange> changes, Map<String, Form> forms) {
        return content instanceof ProgressContent progress
                ? new ProgressText(progress, edition, changes, forms).write()
                : new StateText((StateContent) content, edition, changes, forms).write();
    }

    /** The parameter by which a template tells what another edition said before. */
    static final String LATER_EDITION = "laterEdition";

    /** The tables, of which each has its pattern of columns in the template. */
    List<FigureTable> tables() {
        return Stream.concat(Stream.of(figures), parts.stream())
                .filter(FigureTable.class::isInstance)
                .map(FigureTable.class::cast)
                .toList();
    }
}
