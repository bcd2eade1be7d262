package lingbao.read;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Which shared texts and which styles of a workbook are struck out, and which styles show nothing of a text. Clerks strike
 * out what no longer holds, and a format of {@code ;;;} hides what stands in a cell.
 */
final class CellLooks {

    /** General, plain digits with and without thousands, and text: built into Excel, and no more than the digits. */
    private static final Set<String> PLAIN_FORMATS = Set.of("0", "1", "2", "3", "4", "49");

    private final BitSet struckTexts = new BitSet();
    private final BitSet struckStyles = new BitSet();
    private final BitSet hidingStyles = new BitSet();
    private boolean plainFormats = true;

    /** Adds the shared text of this number. */
    void strike(int sharedText) {
        struckTexts.set(Math.max(0, sharedText));
    }

    boolean isStruckText(int sharedText) {
        return struckTexts.get(sharedText);
    }

    boolean isStruckStyle(int style) {
        return struckStyles.get(style);
    }

    boolean isHidingStyle(int style) {
        return hidingStyles.get(style);
    }

    /** Whether no style matters, so that none need be asked for. */
    boolean arePlainStyles() {
        return struckStyles.isEmpty() && hidingStyles.isEmpty();
    }

    /** Whether no format makes more of a number than its digits: a date, a rate, nothing seen. */
    boolean arePlainFormats() {
        return plainFormats;
    }

    /** Whether the {@code strike} element here says so. */
    static boolean isStrike(XMLStreamReader xml) {
        if (!xml.getLocalName().equals("strike")) {
            return false;
        }
        String value = xml.getAttributeValue(null, "val");
        return value == null || !value.equals("0") && !value.equals("false");
    }

    /** Walks from the {@code styleSheet} element to the end. */
    void styles(XMLStreamReader xml) throws XMLStreamException {
        Set<String> hidingFormats = new HashSet<>();
        Set<String> plain = new HashSet<>(PLAIN_FORMATS);
        Set<String> telling = new HashSet<>();
        BitSet struckFonts = new BitSet();
        String list = "";
        int fonts = 0;
        int styles = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(list)) {
                list = "";
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("fonts") || name.equals("cellXfs")) {
                list = name;
            } else if (name.equals("numFmt")) {
                String id = String.valueOf(xml.getAttributeValue(null, "numFmtId"));
                String code = xml.getAttributeValue(null, "formatCode");
                CellFormat format = CellFormat.of(number(id), code);
                if (format.hidesText()) {
                    hidingFormats.add(id);
                }
                if (format.equals(CellFormat.PLAIN)) {
                    plain.add(id);
                } else {
                    telling.add(id);
                }
            } else if (list.equals("fonts")) {
                fonts += name.equals("font") ? 1 : 0;
                if (fonts > 0 && isStrike(xml)) {
                    struckFonts.set(fonts - 1);
                }
            } else if (list.equals("cellXfs") && name.equals("xf")) {
                String format = xml.getAttributeValue(null, "numFmtId");
                plainFormats &= format == null || plain.contains(format) && !telling.contains(format);
                struckStyles.set(styles, struckFonts.get(number(xml.getAttributeValue(null, "fontId"))));
                hidingStyles.set(styles, hidingFormats.contains(String.valueOf(format)));
                styles++;
            }
        }
    }

    /** What is no number is no style of ours either. */
    static int number(@Nullable String digits) {
        if (digits == null || digits.length() > 9) {
            return 0;
        }
        int number = 0;
        for (int index = 0; index < digits.length(); index++) {
            int digit = digits.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
