package lingbao.render;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
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
        List<Style> styles = styles();
        JasperPrint print = filling.of(design);
        for (Style style : styles) {
            while (!fits(print) && style.size() > style.floor()) {
                style.grow(-1);
                print = filling.of(design);
            }
        }
        return fits(print) ? grownBack(styles, print, filling) : print;
    }

    /** What gave way in vain, before a later style did, takes its room again. */
    private JasperPrint grownBack(List<Style> styles, JasperPrint fitting, Filling filling) throws JRException {
        JasperPrint print = fitting;
        for (Style style : styles) {
            while (style.size() < style.full()) {
                style.grow(1);
                JasperPrint larger = filling.of(design);
                if (!fits(larger)) {
                    style.grow(-1);
                    break;
                }
                print = larger;
            }
        }
        return print;
    }

    private static boolean fits(JasperPrint print) {
        return print.getPages().size() <= 1;
    }

    /** A style that may give way. */
    private record Style(JRDesignStyle style, float full, float floor) {

        float size() {
            return style.getFontSize();
        }

        void grow(float points) {
            style.setFontSize(size() + points);
        }
    }

    private List<Style> styles() {
        String wish = design.getPropertiesMap().getProperty(PROPERTY);
        List<Style> styles = new ArrayList<>();
        for (String each : wish == null ? new String[0] : wish.split(",")) {
            String[] nameAndFloor = each.strip().split(" ");
            if (design.getStylesMap().get(nameAndFloor[0]) instanceof JRDesignStyle style) {
                styles.add(new Style(style, style.getFontSize(), Float.parseFloat(nameAndFloor[1])));
            }
        }
        return styles;
    }
}
