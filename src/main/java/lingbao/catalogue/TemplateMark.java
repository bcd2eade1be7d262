package lingbao.catalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a blank template says of itself: which form it is, and which version of the form it was made from. It stands in one
 * cell above the heading, as {@code 表样 gate-log·3f2a9c}, so that it outlives every format that a sheet is saved in.
 *
 * @param form an id, of a form that may no longer be declared
 * @param version changes with all that a template shows or checks, and with nothing else
 */
public record TemplateMark(String form, String version) {

    private static final int VERSION_LENGTH = 6;
    private static final String WORD_LIST = "选项 ";
    private static final Pattern MARK = Pattern.compile(
            "\\s*表样\\s*([a-z][a-z0-9-]*)\\s*·\\s*([0-9a-f]{" + VERSION_LENGTH + "})(?:\\s.*)?", Pattern.DOTALL);

    public static TemplateMark of(Form form) {
        StringBuilder shown = new StringBuilder();
        add(shown, form.id(), form.name(), form.sender().name(), form.period().name());
        for (Column column : form.columns()) {
            add(shown, column.id(), column.heading(), column.type().name(), String.valueOf(column.required()));
            add(shown, column.unit(), plain(column.min()), plain(column.max()), String.valueOf(column.decimals()));
            add(shown, String.valueOf(column.maxLength()), column.pattern(), column.patternSays(), column.exclusive());
            add(shown, column.choices().stream().map(Choice::word).toList().toArray(String[]::new));
            add(shown, first(column.yesWords()), first(column.noWords()));
        }
        return new TemplateMark(form.id(), hash(shown.toString()).substring(0, VERSION_LENGTH));
    }

    /** The mark that a cell holds, alone or with words behind it. */
    public static Optional<TemplateMark> in(String cell) {
        // Asked of every cell of every head, and most hold none.
        if (cell.indexOf('样') < 0) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(cell);
        return mark.matches() ? Optional.of(new TemplateMark(mark.group(1), mark.group(2))) : Optional.empty();
    }

    public String text() {
        return "表样 " + form + "·" + version;
    }

    /** The first cell of the hidden sheet on which a template keeps the words of its longer lists. */
    public String wordListText() {
        return WORD_LIST + text();
    }

    public static boolean opensAWordList(String cell) {
        return cell.startsWith(WORD_LIST)
                && in(cell.substring(WORD_LIST.length())).isPresent();
    }

    private static void add(StringBuilder shown, @Nullable String... parts) {
        for (String part : parts) {
            shown.append(part == null ? "" : part).append('\u001f');
        }
        shown.append('\n');
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String first(List<String> words) {
        return words.isEmpty() ? null : words.get(0);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
