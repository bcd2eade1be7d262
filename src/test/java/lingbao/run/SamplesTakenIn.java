package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A home into which the samples went as the demo takes them in, and what each file was answered. */
final class SamplesTakenIn {

    static final Path SAMPLES = Path.of("samples");
    static final List<Samples.Sample> TABLE = Samples.in(SAMPLES);

    private final Desk desk;
    private final Map<String, List<SheetAnswer>> answers = new LinkedHashMap<>();

    SamplesTakenIn(Path folder) throws IOException {
        desk = Desk.ofMigration(folder);
        Map<String, String> registers =
                Map.of("regions", "regions.csv", "institutions", "institutions.xlsx", "companies", "companies.csv");
        for (String kind : List.of("regions", "institutions", "companies")) {
            assertThat(desk.call("load", kind, SAMPLES.resolve(registers.getOrDefault(kind, "")))
                            .status())
                    .isZero();
        }
        List<SheetFiles.SheetFile> files = TABLE.stream()
                .map(sample -> new SheetFiles.SheetFile(sample.file(), shown(sample), sample.receivedAt()))
                .toList();
        try (ConfigurableApplicationContext house = desk.open()) {
            house.getBean(IngestJob.class)
                    .run(new IngestJob.Batch(
                            files,
                            new Intake.Asked(null, null, null),
                            answered -> answers.put(answered.get(0).file(), answered)));
        }
    }

    Desk desk() {
        return desk;
    }

    /** Empty where the file was not answered. */
    List<SheetAnswer> answers(Samples.Sample sample) {
        return answers.getOrDefault(shown(sample), List.of());
    }

    /** Its path within the samples. */
    static String shown(Samples.Sample sample) {
        return SAMPLES.relativize(sample.file()).toString();
    }
}
