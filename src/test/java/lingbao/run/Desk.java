package lingbao.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A home of its own and the commands of the line, called in this process at any moment that a test likes. */
final class Desk {

    static final String REGIONS = """
            代码,名称,上级代码,级别,适用政策
            330190,云溪区,,district,holingol
            330190001,青石街道,330190,subdistrict,
            """;

    static final String INSTITUTIONS = """
            机构编码,机构名称,机构类型,所属街道代码
            3301900101,新程职业培训学校,培训机构,330190001
            3301900102,青石第一小学,学校,330190001
            """;

    private final Path folder;
    private final Path home;
    private final Map<String, String> environment;
    private Clock clock = Clock.systemUTC();

    private Desk(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        this.home = Files.createDirectories(folder.resolve("home"));
    }

    /** A home that nothing is declared in. */
    static Desk in(Path folder) throws IOException {
        return new Desk(folder, Map.of());
    }

    /** A home into which old sheets are moved. */
    static Desk ofMigration(Path folder) throws IOException {
        return ofMigration(folder, Map.of());
    }

    static Desk ofMigration(Path folder, Map<String, String> environment) throws IOException {
        Desk desk = new Desk(folder, environment);
        desk.declare("home.yaml", "migration: true\n");
        return desk;
    }

    Path home() {
        return home;
    }

    Clock clock() {
        return clock;
    }

    /** Every later call happens at this moment. */
    Desk at(String moment) {
        clock = Clock.fixed(OffsetDateTime.parse(moment).toInstant(), ZoneOffset.UTC);
        return this;
    }

    /** Puts a file into the home. */
    Desk declare(String name, String content) throws IOException {
        write(home.resolve(name), content);
        return this;
    }

    /** Puts a file beside the home. */
    Path file(String name, String content) throws IOException {
        return write(folder.resolve(name), content);
    }

    private static Path write(Path file, String content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, content);
    }

    /** Loads one subdistrict with two institutions. */
    Desk registered() throws IOException {
        return registered(REGIONS, INSTITUTIONS);
    }

    Desk registered(String regions, String institutions) throws IOException {
        load("regions", file("register/regions.csv", regions));
        load("institutions", file("register/institutions.csv", institutions));
        return this;
    }

    private void load(String kind, Path file) {
        Ended ended = call("load", kind, file);
        if (ended.status() != 0) {
            throw new IllegalStateException(ended.err());
        }
    }

    Ended call(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("--home", home), Arrays.stream(arguments))
                .map(Object::toString)
                .toArray(String[]::new);
        int status;
        try (PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            status = new Lingbao(outStream, errStream, clock, environment).execute(all);
        }
        return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The house as a command opens it, where many things are asked of one. */
    ConfigurableApplicationContext open() {
        return House.open(Home.of(home, environment), clock);
    }

    /** A file as it comes, at the given moment. */
    static SheetFiles.SheetFile arriving(Path file, @Nullable Instant receivedAt) {
        return new SheetFiles.SheetFile(file, String.valueOf(file.getFileName()), receivedAt);
    }
}
