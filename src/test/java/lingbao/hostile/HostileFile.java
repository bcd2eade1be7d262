package lingbao.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A file that means harm.
 *
 * @param label as the tables name it
 * @param name as it is sent
 * @param content makes its bytes, which are not kept
 */
public record HostileFile(String label, String name, Content content) {

    /** The bytes of a file, made when they are asked for. */
    public interface Content {
        byte[] bytes() throws IOException;
    }

    private static final List<HostileBuilder> BUILDERS = Stream.<HostileBuilder[]>of(
                    HostileParts.values(),
                    HostileArchives.values(),
                    HostileRecords.values(),
                    HostileTexts.values(),
                    HostileBytes.values())
            .flatMap(Stream::of)
            .toList();

    /** How many builders there are; as many seeds in a row try each of them. */
    public static int builders() {
        return BUILDERS.size();
    }

    /** The same seed always gives the same file. */
    public static HostileFile of(int seed) {
        HostileBuilder builder = BUILDERS.get(seed % BUILDERS.size());
        return new HostileFile(
                builder.name() + " " + seed,
                GoodFile.STEM + seed + "." + builder.ending(),
                // Neighbouring seeds of this generator begin alike.
                () -> builder.build(new Random(seed * 0x9E3779B97F4A7C15L)));
    }

    /** The small ones that are named, and one that ends the process beside this one by filling its heap. */
    public static List<HostileFile> named() {
        return Stream.concat(NamedHostileFiles.small().stream(), Stream.of(NamedHostileFiles.filling()))
                .map(NamedHostileFiles.Named::file)
                .toList();
    }

    /** One that the process beside this one works on until it is ended. */
    public static HostileFile lasting() {
        return NamedHostileFiles.lasting().file();
    }

    /** One of each format with nothing wrong. */
    public static List<HostileFile> good() {
        return GoodFile.all();
    }

    public Path write(Path file) {
        try {
            return Files.write(file, content.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
