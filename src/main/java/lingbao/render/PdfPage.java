package lingbao.render;

import java.io.ByteArrayOutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JasperDesign;

/** One page text on one template. */
final class PdfPage {

    private final JasperDesign design;
    private final PageText text;
    private final LegibleText legible = new LegibleText();

    PdfPage(JasperDesign design, PageText text) {
        this.design = design;
        this.text = text;
    }

    /** @param issued the date that the file itself bears */
    byte[] write(ZonedDateTime issued) {
        try {
            new FigureColumns(text).layOut(design);
            JasperPrint print =
                    JasperFillManager.fillReport(Templates.compiled(design), parameters(), new JREmptyDataSource(1));
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            new DatedPdfExporter(issued).export(print, text.title(), pdf);
            return SteadyPdf.of(pdf.toByteArray());
        } catch (JRException e) {
            throw new IllegalStateException("the page cannot be laid out; no PDF was written", e);
        }
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("title", legible.of(text.title()));
        parameters.put("reportingUnit", legible.of(text.reportingUnit()));
        parameters.put("period", text.period());
        parameters.put("units", legible.of(text.units()));
        parameters.put("cutOff", text.cutOff());
        parameters.put("edition", text.edition());
        parameters.put("lead", legible.of(text.lead()));
        parameters.put("figuresHash", text.figuresHash());
        parameters.put(FigureColumns.DATASET, rows(text.lines(), this::line));
        parameters.put(
                "silent",
                rows(
                        text.silent(),
                        silent -> Map.of(
                                "number", silent.number(),
                                "region", silent.region(),
                                "institution", silent.institution(),
                                "state", silent.state(),
                                "forms", silent.forms(),
                                "receivedAt", silent.receivedAt())));
        parameters.put(
                "findings",
                rows(
                        text.findings(),
                        found -> Map.of(
                                "check", found.check(),
                                "number", found.number(),
                                "region", found.region(),
                                "institution", found.institution(),
                                "message", found.message())));
        parameters.put(
                "institutions",
                rows(
                        text.institutions(),
                        unit -> Map.of(
                                "number", unit.number(),
                                "region", unit.region(),
                                "institution", unit.institution(),
                                "kind", unit.kind(),
                                "state", unit.state(),
                                "timeliness", unit.timeliness(),
                                "receivedAt", unit.receivedAt(),
                                "rejectedRows", unit.rejectedRows())));
        parameters.put(
                "unknown", rows(text.unknown(), unknown -> Map.of("matter", unknown.matter(), "text", unknown.text())));
        return parameters;
    }

    private Map<String, String> line(PageText.Line line) {
        Map<String, String> fields = new HashMap<>();
        fields.put("number", line.number());
        fields.put("name", line.name());
        fields.put("note", line.note());
        fields.put("bold", String.valueOf(line.total()));
        int next = 0;
        for (PageText.Group group : text.groups()) {
            for (PageText.Column column : group.columns()) {
                fields.put(column.figure(), line.cells().get(next++).text());
            }
        }
        return fields;
    }

    private <R> JRDataSource rows(List<R> rows, Function<R, Map<String, String>> fields) {
        List<Map<String, ?>> records = new ArrayList<>();
        for (R row : rows) {
            Map<String, String> record = new HashMap<>(fields.apply(row));
            record.replaceAll((field, value) -> legible.of(value));
            records.add(record);
        }
        return new JRMapCollectionDataSource(records);
    }
}
