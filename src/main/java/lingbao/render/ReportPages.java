package lingbao.render;

import java.util.List;
import java.util.Map;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.ReportContent;
import lingbao.catalogue.Form;

/**
 * Lays finished figures on paper: the report's templates as one PDF, and the same text and numbers as a workbook. The same
 * content and edition give the same bytes, on every machine. No person stands on either.
 */
public final class ReportPages {

    private final Map<String, Form> forms;
    private final Templates templates;

    /**
     * @param forms by id, for their printed names
     * @param homeTemplates the operator's own {@code .jrxml}, by name without the ending; each replaces the shipped one of
     *     its name
     * @throws BrokenTemplateException if one of them does not compile; names them all
     */
    public ReportPages(Map<String, Form> forms, Map<String, byte[]> homeTemplates) {
        this.forms = Map.copyOf(forms);
        this.templates = new Templates(homeTemplates);
    }

    /**
     * @param edition from 1
     * @param changes what the edition before said otherwise; empty for the first
     */
    public byte[] pdf(ReportContent content, int edition, List<FigureChange> changes) {
        PageText text = PageText.of(content, edition, changes, forms);
        return new PdfPage(text.templates().stream().map(templates::design).toList(), text)
                .write(content.cutOff().atZone(content.zone()));
    }

    /** The parameters are those of {@link #pdf}. */
    public byte[] xlsx(ReportContent content, int edition, List<FigureChange> changes) {
        return new ReportWorkbook(PageText.of(content, edition, changes, forms)).write(content.cutOff());
    }
}
