package lingbao.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls {@code ./lingbao} as a script would: a process of its own, judged by its exit status and what it prints. */
final class Launcher {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final Map<String, String> environment = new TreeMap<>();

    Launcher(Path home) {
        this.home = home;
        environment.put("LINGBAO_NO_BUILD", "1");
        environment.put("LINGBAO_HOME", home.toString());
    }

    /** What a call ended with. */
    record Ended(int status, String out, String err) {

        /** The objects on standard output, one a line. */
        List<JsonNode> objects() {
            return out.lines().map(JSON::readTree).toList();
        }
    }

    Path home() {
        return home;
    }

    Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Ended call(Object... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("lingbao-out", ".txt");
        Path err = Files.createTempFile("lingbao-err", ".txt");
        Process process = start(out, err, arguments);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after five minutes: " + List.of(arguments));
        }
        Ended ended = new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }

    /** Begins a call and leaves it running. */
    Process start(Path out, Path err, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./lingbao"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LINGBAO_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
