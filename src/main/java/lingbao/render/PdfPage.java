package lingbao.render;

import java.io.ByteArrayOutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JasperDesign;

/** One page text on its templates, each a section of the PDF with its own paper and its own page numbers. */
final class PdfPage {

    private final List<JasperDesign> designs;
    private final PageText text;
    private final LegibleText legible = new LegibleText();

    PdfPage(List<JasperDesign> designs, PageText text) {
        this.designs = designs;
        this.text = text;
    }

    /** @param issued the date that the file itself bears */
    byte[] write(ZonedDateTime issued) {
        try {
            List<JasperPrint> sections = new ArrayList<>();
            for (JasperDesign design : designs) {
                sections.add(section(design));
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            new DatedPdfExporter(issued).export(sections, text.head().title(), pdf);
            return SteadyPdf.of(pdf.toByteArray());
        } catch (JRException e) {
            throw new IllegalStateException("the page cannot be laid out; no PDF was written", e);
        }
    }

    private JasperPrint section(JasperDesign design) throws JRException {
        for (FigureTable table : text.tables()) {
            new FigureColumns(table).layOut(design);
        }
        return new OnePage(design).fitted(this::filled);
    }

    private JasperPrint filled(JasperDesign design) throws JRException {
        return JasperFillManager.fillReport(Templates.compiled(design), parameters(), new JREmptyDataSource(1));
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        PageText.Head head = text.head();
        parameters.put("title", legible.of(head.title()));
        parameters.put("reportingUnit", legible.of(head.reportingUnit()));
        parameters.put("period", head.period());
        parameters.put("units", legible.of(head.units()));
        parameters.put("cutOff", head.cutOff());
        parameters.put("edition", head.edition());
        parameters.put("lead", legible.of(head.lead()));
        parameters.put("notes", legible.of(head.notes()));
        parameters.put("figuresHash", head.figuresHash());
        parameters.putAll(text.shown());
        text.passages().forEach((name, passage) -> parameters.put(name, legible.of(passage)));
        parameters.put(text.figures().dataset(), rows(text.figures()));
        text.parts().forEach(part -> parameters.put(part.dataset(), rows(part)));
        parameters.put("bars", bars());
        return parameters;
    }

    private JRDataSource rows(PagePart part) {
        List<Map<String, ?>> records = new ArrayList<>();
        for (Map<String, String> row : part.records()) {
            Map<String, String> record = new HashMap<>(row);
            record.replaceAll((field, value) -> legible.of(value));
            records.add(record);
        }
        return new JRMapCollectionDataSource(records);
    }

    private JRDataSource bars() {
        List<Map<String, ?>> records = new ArrayList<>();
        for (PageText.Bar bar : text.bars()) {
            records.add(Map.of(
                    "name", legible.of(bar.name()),
                    "bar", new DoneBar(bar.done().value(), bar.schedule().value()),
                    "done", bar.done().text(),
                    "schedule", bar.schedule().text(),
                    "state", bar.state(),
                    "bold", String.valueOf(bar.total())));
        }
        return new JRMapCollectionDataSource(records);
    }
}
