package lingbao.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lingbao.domain.Period;
import lingbao.run.CheckLine;
import lingbao.run.HomeLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What is answered to each case, asked once for all the tests that look at it. */
final class MatrixAnswers implements AutoCloseable {

    private final Path folder;
    private final CheckLine line = new CheckLine(null);
    private @Nullable HomeLine home;
    private final Map<String, List<JsonNode>> answers = new HashMap<>();

    /** Hands one and the same to all test classes of a run. */
    static final class Once implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MatrixAnswers.class;
        }

        @Override
        public MatrixAnswers resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(MatrixAnswers.class))
                    .computeIfAbsent(MatrixAnswers.class);
        }
    }

    MatrixAnswers() throws IOException {
        folder = Files.createTempDirectory("matrix");
    }

    /** One object a sheet that holds a form, or one for the file. */
    List<JsonNode> to(MatrixCase each) {
        List<JsonNode> known = answers.get(each.toString());
        if (known == null) {
            known = answered(each);
            answers.put(each.toString(), known);
        }
        return known;
    }

    private List<JsonNode> answered(MatrixCase each) {
        try {
            Path own = Files.createTempDirectory(folder, "case");
            Period period = each.period() == null ? null : Period.of(each.period());
            if (!each.earlier().isEmpty()) {
                return home().answers(
                                each.earlier().stream()
                                        .map(before -> new HomeLine.Sent(
                                                before.fileName(),
                                                before.csv().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                                OffsetDateTime.parse(before.receivedAt())
                                                        .toInstant()))
                                        .toList(),
                                new HomeLine.Sent(
                                        each.fileName(),
                                        each.bytes(),
                                        OffsetDateTime.parse(each.receivedAt()).toInstant()));
            }
            CheckLine asked = line;
            if (each.declared() != null) {
                Path forms = Files.createDirectories(own.resolve("home/jobs/forms"));
                String id = each.declared()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replace("id:", "")
                        .strip();
                Files.writeString(forms.resolve(id + ".yml"), each.declared());
                asked = new CheckLine(own.resolve("home"));
            }
            return asked.answers(
                    Files.write(own.resolve(each.fileName()), each.bytes()),
                    each.form(),
                    each.sender(),
                    period,
                    OffsetDateTime.parse(each.receivedAt()).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HomeLine home() throws IOException {
        HomeLine opened = home;
        if (opened == null) {
            opened = HomeLine.in(folder.resolve("district"));
            home = opened;
        }
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (home != null) {
            home.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
