package lingbao.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What checks and figures have in common: whom they ask, of which forms, and under which thresholds. */
final class Questions {

    private static final Pattern STATEMENT = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+");
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]*)}");

    private Questions() {}

    /** The name of a mapper statement; null where none is asked. Whether it exists is not known here. */
    static @Nullable String statement(Outline outline) {
        String statement = outline.textOrNull("statement");
        if (statement != null && !STATEMENT.matcher(statement).matches()) {
            outline.fault("statement", "“" + statement + "”不是语句的名字，应如 checks.fever");
        }
        return statement;
    }

    static List<Set<String>> needs(Outline outline, Map<String, Threshold> vocabulary) {
        List<Set<String>> needs = outline.eitherOrs("needs");
        needs.stream()
                .flatMap(Set::stream)
                .filter(id -> !vocabulary.containsKey(id))
                .forEach(id -> outline.fault("needs", "thresholds.yml 里没有“" + id + "”"));
        return needs;
    }

    /** Whether all of these forms stand; one that was never declared is a fault, one that was taken away is not. */
    static boolean isCollected(Outline outline, Set<String> read, Ids forms) {
        for (String form : read) {
            if (!forms.knows(form)) {
                outline.fault("forms", "没有表“" + form + "”");
            }
        }
        return read.stream().noneMatch(forms.removed()::contains);
    }

    /** The names of the gaps in a text; a brace that opens or closes none is a fault. */
    static List<String> gaps(String text, Outline outline, String key) {
        List<String> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            gaps.add(gap.group(1));
        }
        String rest = GAP.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            outline.fault(key, "花括号没有配对，或里面不是一个名字");
        }
        return gaps;
    }
}
