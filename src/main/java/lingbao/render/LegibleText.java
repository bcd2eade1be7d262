package lingbao.render;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Text that can be printed: a character that the fonts do not have is named by its number, never left blank. */
final class LegibleText {

    private final List<Font> fonts = Stream.of("Noto Sans SC", "Noto Serif SC")
            .map(family -> FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
                    .getFontInfo(family, Locale.ROOT)
                    .getFontFamily()
                    .getBoldFace()
                    .getFont())
            .toList();

    /** 𠮷 becomes {@code 〔U+20BB7〕}. */
    String of(String text) {
        return text.codePoints()
                .mapToObj(character -> character == '\n' || fonts.stream().allMatch(font -> font.canDisplay(character))
                        ? Character.toString(character)
                        : String.format(Locale.ROOT, "〔U+%04X〕", character))
                .collect(Collectors.joining());
    }
}
