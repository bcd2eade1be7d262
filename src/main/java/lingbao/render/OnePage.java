package lingbao.render;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JasperDesign;

/**
 * Keeps a template to one page where its property {@value #PROPERTY} asks for it: {@code Ranked 8, Text 12} lets the
 * style Ranked give way by points down to 8 points, and after it the style Text down to 12. What does not fit even so
 * goes on to a second page: nothing is left out.
 */
final class OnePage {

    private static final String PROPERTY = "lingbao.onePage";

    /** Fills a design. */
    interface Filling {
        JasperPrint of(JasperDesign design) throws JRException;
    }

    private final JasperDesign design;

    OnePage(JasperDesign design) {
        this.design = design;
    }

    JasperPrint fitted(Filling filling) throws JRException {
        JasperPrint print = filling.of(design);
        for (Runnable shrinking : shrinkings()) {
            if (print.getPages().size() <= 1) {
                return print;
            }
            shrinking.run();
            print = filling.of(design);
        }
        return print;
    }

    private List<Runnable> shrinkings() {
        String wish = design.getPropertiesMap().getProperty(PROPERTY);
        List<Runnable> shrinkings = new ArrayList<>();
        if (wish == null) {
            return shrinkings;
        }
        for (String each : wish.split(",")) {
            String[] nameAndFloor = each.strip().split(" ");
            float floor = Float.parseFloat(nameAndFloor[1]);
            JRStyle style = design.getStylesMap().get(nameAndFloor[0]);
            if (style instanceof JRDesignStyle shrunk) {
                for (float size = shrunk.getFontSize() - 1; size >= floor; size--) {
                    float smaller = size;
                    shrinkings.add(() -> shrunk.setFontSize(smaller));
                }
            }
        }
        return shrinkings;
    }
}
