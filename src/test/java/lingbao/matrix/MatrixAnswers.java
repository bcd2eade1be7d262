package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A home with a form more, for the kinds of columns that no shipped form has. */
    static final Path HOME = Path.of("src/test/resources/matrix");

    /** Of the thread: what else the machine does is none of the reader's work. */
    private static final ThreadMXBean WORK = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** All that is allocated until a dangerous file is refused, whatever it would come to. */
    private static final long MEMORY_OF_A_REFUSAL = 32L << 20;

    private final Path folder;
    private final CheckLine line = new CheckLine(HOME);
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
                                                before.csv().getBytes(StandardCharsets.UTF_8),
                                                OffsetDateTime.parse(before.receivedAt())
                                                        .toInstant()))
                                        .toList(),
                                new HomeLine.Sent(
                                        each.fileName(),
                                        each.bytes(),
                                        OffsetDateTime.parse(each.receivedAt()).toInstant()));
            }
            CheckLine asked = each.declared().isEmpty() ? line : declaring(each, own);
            Path file = Files.write(own.resolve("content"), each.bytes());
            long before = WORK.getCurrentThreadCpuTime();
            long memoryBefore = WORK.getCurrentThreadAllocatedBytes();
            List<JsonNode> answer = asked.answersToOneNamed(
                    each.fileName(),
                    file,
                    each.form(),
                    each.sender(),
                    period,
                    OffsetDateTime.parse(each.receivedAt()).toInstant());
            if (each.seconds() > 0) {
                assertThat(Duration.ofNanos(WORK.getCurrentThreadCpuTime() - before))
                        .isLessThan(Duration.ofSeconds(each.seconds()));
            }
            if (each.action() == Action.SEC) {
                assertThat(WORK.getCurrentThreadAllocatedBytes() - memoryBefore).isLessThan(MEMORY_OF_A_REFUSAL);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckLine declaring(MatrixCase each, Path own) throws IOException {
        Path jobs = own.resolve("home/jobs");
        for (Map.Entry<String, String> file : each.declared().entrySet()) {
            Path declared = jobs.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(declared.getParent()));
            Files.writeString(declared, file.getValue());
        }
        return new CheckLine(own.resolve("home"));
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
