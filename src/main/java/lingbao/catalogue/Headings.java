package lingbao.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import lingbao.domain.TraditionalCharacters;

/**
 * A heading at its plainest, {@code ＊体温 （℃）：} as {@code 体温}. The reading of sheets may tell more of them apart, never
 * fewer; so two columns whose headings differ here can always be told apart.
 */
final class Headings {

    private static final Pattern BRACKETED = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|【[^【】]*】|〔[^〔〕]*〕");
    private static final Pattern NOT_COMPARED = Pattern.compile("[\\s\\p{Z}\\p{Cf}*★●:：]");

    private Headings() {}

    /**
     * Without full-width forms, bracketed words, white space, stars and colons, in lower case. A heading that is nothing but
     * a bracketed word folds to the empty text.
     */
    static String folded(String heading) {
        String unbracketed = BRACKETED
                .matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC))
                .replaceAll("");
        return TraditionalCharacters.simplified(
                NOT_COMPARED.matcher(unbracketed).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
