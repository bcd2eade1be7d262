package lingbao.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what the PDF library draws by lot: the prefix of each embedded font and the file's identifier. Both keep their
 * length, so every offset in the file stays true.
 */
final class SteadyPdf {

    private static final Pattern FONT_PREFIX = Pattern.compile("(/(?:BaseFont|FontName) ?/)([A-Z]{6})(?=\\+)");
    private static final Pattern IDENTIFIER = Pattern.compile("(/ID ?\\[<)([0-9a-f]{32})(> ?<)([0-9a-f]{32})(?=>\\])");

    private SteadyPdf() {}

    static byte[] of(byte[] pdf) {
        // One character is one byte in this charset, both ways.
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        String fontsNamed = namedByTurn(text);
        String blank = identified(fontsNamed, "0".repeat(32));
        return identified(blank, hash(blank)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String namedByTurn(String text) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        return FONT_PREFIX
                .matcher(text)
                .replaceAll(match -> match.group(1)
                        + prefixes.computeIfAbsent(
                                match.group(2), drawn -> "AAAAA" + (char) ('A' + prefixes.size() % 26)));
    }

    private static String identified(String text, String identifier) {
        Matcher matcher = IDENTIFIER.matcher(text);
        return matcher.replaceAll("$1" + identifier + "$3" + identifier);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5", e);
        }
    }
}
