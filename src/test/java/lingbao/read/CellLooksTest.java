package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellLooksTest {

    private static XMLStreamReader at(String element) throws XMLStreamException {
        XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(element));
        xml.nextTag();
        return xml;
    }

    private static CellLooks of(String styles) throws XMLStreamException {
        CellLooks looks = new CellLooks();
        looks.styles(at("<styleSheet>" + styles + "</styleSheet>"));
        return looks;
    }

    private static String struck(CellLooks looks) {
        StringBuilder each = new StringBuilder();
        for (int style = 0; style < 5; style++) {
            each.append(looks.isStruckStyle(style) ? '1' : '0');
        }
        return each.toString();
    }

    private static String hiding(CellLooks looks) {
        StringBuilder each = new StringBuilder();
        for (int style = 0; style < 5; style++) {
            each.append(looks.isHidingStyle(style) ? '1' : '0');
        }
        return each.toString();
    }

    @Test
    void knowsTheStylesOfStruckFonts() throws XMLStreamException {
        CellLooks looks = of("<fonts><font/><font><strike/></font><font><strike val='0'/></font></fonts>"
                + "<cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/><xf/><xf fontId='1'/></cellXfs>");
        assertThat(struck(looks)).isEqualTo("01001");
        assertThat(hiding(looks)).isEqualTo("00000");
        assertThat(looks.arePlainStyles()).isFalse();
    }

    @Test
    void knowsTheStylesThatShowNothingOfAText() throws XMLStreamException {
        CellLooks looks =
                of("<numFmts><numFmt numFmtId='200' formatCode=';;;'/><numFmt numFmtId='201' formatCode='0;0'/>"
                        + "<numFmt numFmtId='202'/></numFmts>"
                        + "<cellXfs><xf numFmtId='201'/><xf numFmtId='200'/><xf/><xf numFmtId='202'/></cellXfs>");
        assertThat(hiding(looks)).isEqualTo("01000");
        assertThat(struck(looks)).isEqualTo("00000");
        assertThat(looks.arePlainStyles()).isFalse();
    }

    @Test
    void looksAtTheFontsAndTheStylesOfCellsAlone() throws XMLStreamException {
        CellLooks looks = of("<fonts><font/></fonts>"
                + "<cellStyleXfs><xf fontId='1'/></cellStyleXfs>"
                + "<cellXfs><other/><xf fontId='0'/></cellXfs>"
                + "<dxfs><dxf><font><strike/></font></dxf></dxfs>"
                + "<cellStyleXfs><xf fontId='0'/></cellStyleXfs>");
        assertThat(struck(looks)).isEqualTo("00000");
        assertThat(looks.arePlainStyles()).isTrue();
    }

    @Test
    void countsOneStyleForEachOfACell() throws XMLStreamException {
        CellLooks looks = of("<fonts><strike/><font><b/></font><font><b/><strike/></font></fonts>"
                + "<cellXfs><xf fontId='0'><strike/></xf><xf fontId='1'/></cellXfs>");
        assertThat(struck(looks)).isEqualTo("01000");
    }

    @ParameterizedTest
    @CsvSource({
        "<strike/>, true",
        "<strike val='1'/>, true",
        "<strike val='true'/>, true",
        "<strike val='0'/>, false",
        "<strike val='false'/>, false",
        "<b/>, false",
        "<b val='1'/>, false",
    })
    void tellsWhetherAnElementStrikesOut(String element, boolean strikes) throws XMLStreamException {
        assertThat(CellLooks.isStrike(at(element))).isEqualTo(strikes);
    }

    @Test
    void knowsTheTextsThatAreStruck() {
        CellLooks looks = new CellLooks();
        looks.strike(7);
        assertThat(looks.isStruckText(7)).isTrue();
        assertThat(looks.isStruckText(6)).isFalse();
        assertThat(looks.arePlainStyles()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "19, 19",
        "308, 308",
        "999999999, 999999999",
        "1000000000, 0",
        "'', 0",
        ", 0",
        "-1, 0",
        "1a, 0",
        "1:, 0",
        "/1, 0",
    })
    void takesWhatIsNoNumberForTheFirst(String digits, int number) {
        assertThat(CellLooks.number(digits)).isEqualTo(number);
    }
}
