package lingbao.render;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;

/** Writes PDFs that bear the date of what they say, in its zone, not that of the machine's clock. */
final class DatedPdfExporter extends JRPdfExporter {

    private final ZonedDateTime date;

    DatedPdfExporter(ZonedDateTime date) {
        this.date = date;
    }

    void export(List<JasperPrint> sections, String title, OutputStream pdf) throws JRException {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setMetadataTitle(title);
        configuration.setMetadataCreator("Lingbao");
        configuration.setDisplayMetadataTitle(true);
        setConfiguration(configuration);
        setExporterInput(SimpleExporterInput.getInstance(sections));
        setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
        exportReport();
    }

    @Override
    protected PdfProducer createPdfProducer() {
        return new ClassicPdfProducer(createPdfProducerContext()) {
            @Override
            public void close() {
                PdfDictionary about = getPdfWriter().getInfo();
                about.put(PdfName.CREATIONDATE, new PdfDate(GregorianCalendar.from(date)));
                super.close();
            }
        };
    }
}
