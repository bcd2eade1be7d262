package lingbao.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/** The report templates: the shipped ones and, in their place, the operator's own. */
final class Templates {

    private static final String FOLDER = "report-templates/";
    static final String ENDING = ".jrxml";

    private final Map<String, byte[]> homeTemplates;

    Templates(Map<String, byte[]> homeTemplates) {
        this.homeTemplates = new TreeMap<>(homeTemplates);
        refuseBroken(this.homeTemplates);
    }

    /** A design of its own for each caller, to lay out at will. */
    JasperDesign design(String name) {
        try {
            byte[] home = homeTemplates.get(name);
            return parsed(home == null ? shipped(name) : home);
        } catch (JRException | JRRuntimeException e) {
            throw new IllegalStateException("report template " + name + " cannot be read; no page was written", e);
        }
    }

    /** A report of a design; with nothing but references to parameters and fields in it, no code is generated. */
    static JasperReport compiled(JasperDesign design) throws JRException {
        return JasperCompileManager.compileReport(design);
    }

    static void refuseBroken(Map<String, byte[]> templates) {
        List<String> faults = new ArrayList<>();
        templates.forEach((name, jrxml) -> {
            try {
                compiled(parsed(jrxml));
            } catch (JRException | JRRuntimeException e) {
                faults.add(FOLDER + name + ENDING + "：" + e.getMessage());
            }
        });
        if (!faults.isEmpty()) {
            throw new BrokenTemplateException(faults);
        }
    }

    private static JasperDesign parsed(byte[] jrxml) throws JRException {
        return JRXmlLoader.load(new ByteArrayInputStream(jrxml));
    }

    private static byte[] shipped(String name) {
        try (InputStream jrxml = Templates.class.getClassLoader().getResourceAsStream(FOLDER + name + ENDING)) {
            if (jrxml == null) {
                throw new IllegalStateException("there is no report template " + name + "; no page was written");
            }
            return jrxml.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
