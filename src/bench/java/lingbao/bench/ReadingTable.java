package lingbao.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every reader of {@link Reading} in rounds, a process of its own each time, and prints the table of
 * docs/performance.md. Time is that of the reading thread on the processor, so that other work on the machine counts little;
 * of the seconds of all rounds each reader's fastest counts, since what else goes on in the machine only adds to it.
 */
public final class ReadingTable {

    private static final List<String> SHAPES = List.of("1000x150", "1x100000");
    private static final Map<String, String> READERS = new LinkedHashMap<>();

    static {
        READERS.put("inflateAlone", "inflate alone");
        READERS.put("aaltoTokens", "Aalto tokenising");
        READERS.put("lingbao", "**Lingbao**");
        READERS.put("fastexcelReader", "fastexcel-reader 0.20.2");
        READERS.put("easyExcel", "EasyExcel 4.0.3");
        READERS.put("poiEvents", "POI 5.5.1, events");
        READERS.put("poiUserModel", "POI 5.5.1, user model");
    }

    private ReadingTable() {}

    /** {@code rounds} (default 3), then which readers, by the names of their methods (default all). */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        List<String> readers =
                arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : List.copyOf(READERS.keySet());
        Path folder = Path.of("target/bench").toAbsolutePath();
        SampleWorkbooks.of(folder, 1_000, 150);
        SampleWorkbooks.of(folder, 1, 100_000);
        Map<String, Double> fastest = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            Map<String, Double> scores = round(readers, folder);
            System.err.println("round " + round + " of " + rounds + ", microseconds a file: " + scores);
            scores.forEach((key, micros) -> fastest.merge(key, micros, Math::min));
        }
        print(readers, fastest);
    }

    private static Map<String, Double> round(List<String> readers, Path folder) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        readers.forEach(reader -> options.include("Reading." + reader + "$"));
        options.mode(Mode.AverageTime)
                .forks(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(8)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-Xmx3g", "-XX:+UseSerialGC", "-Dbench.folder=" + folder, "-Dlog4j2.level=OFF")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        Map<String, Double> scores = new LinkedHashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String method = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            scores.put(method + " " + result.getParams().getParam("shape"), microsOfProcessor(result));
        }
        return scores;
    }

    private static double microsOfProcessor(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(process -> process.getIterationResults().stream())
                .mapToDouble(second -> {
                    double nanos =
                            second.getSecondaryResults().get("processorNanos").getScore();
                    double calls = second.getSecondaryResults().get("calls").getScore();
                    return nanos / calls / 1e3;
                })
                .min()
                .orElseThrow();
    }

    private static void print(List<String> readers, Map<String, Double> fastest) {
        System.out.println("| reader | 1,000 × 150 rows: rows/s | × Aalto | 1 × 100,000 rows: rows/s | × Aalto |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (String reader : readers) {
            StringBuilder line = new StringBuilder("| " + READERS.get(reader));
            for (String shape : SHAPES) {
                double micros = fastest.getOrDefault(reader + " " + shape, Double.NaN);
                double aalto = fastest.getOrDefault("aaltoTokens " + shape, Double.NaN);
                int rows = Integer.parseInt(shape.split("x")[1]);
                line.append(
                        String.format(Locale.ROOT, " | %,dk | %.2f", Math.round(rows / micros * 1e3), micros / aalto));
            }
            System.out.println(line.append(" |"));
        }
    }
}
