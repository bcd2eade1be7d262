package lingbao.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;

/** The codes under the headings that stand above them in their source. */
final class CodeSections {

    private static final Path SOURCE = Path.of("src/main/java/lingbao/domain/FindingCode.java");
    private static final Pattern LINE = Pattern.compile("^    (?:// (?<section>.+)\\.|(?<code>[A-Z_]+)\\(.*)$");

    private CodeSections() {}

    static Map<String, List<FindingCode>> read() throws IOException {
        Map<String, List<FindingCode>> sections = new LinkedHashMap<>();
        List<FindingCode> open = new ArrayList<>();
        for (String line : Files.readAllLines(SOURCE)) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) {
                continue;
            }
            if (found.group("section") != null) {
                open = sections.computeIfAbsent(found.group("section"), section -> new ArrayList<>());
            } else {
                open.add(FindingCode.valueOf(found.group("code")));
            }
        }
        return sections;
    }
}
