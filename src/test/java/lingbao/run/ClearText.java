package lingbao.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.h2.mvstore.WriteBuffer;

/** Looks for words in bytes, in each way in which something of ours may write them. */
final class ClearText {

    private static final Map<String, Function<String, byte[]>> WRITINGS = Map.of(
            "UTF-8", word -> word.getBytes(StandardCharsets.UTF_8),
            "UTF-16", word -> word.getBytes(StandardCharsets.UTF_16LE),
            "UTF-16 turned round", word -> word.getBytes(StandardCharsets.UTF_16BE),
            "GB18030", word -> word.getBytes(Charset.forName("GB18030")),
            "the database's own", ClearText::asTheDatabaseWrites);

    private record Written(String word, String writing, byte[] bytes) {}

    /** By their first four bytes. */
    private final Map<Integer, List<Written>> written = new HashMap<>();

    ClearText(Collection<String> words) {
        for (String word : words) {
            WRITINGS.forEach((writing, by) -> {
                byte[] bytes = by.apply(word);
                List<Written> alike =
                        written.computeIfAbsent(ByteBuffer.wrap(bytes).getInt(), start -> new ArrayList<>());
                if (alike.stream().noneMatch(other -> Arrays.equals(other.bytes, bytes))) {
                    alike.add(new Written(word, writing, bytes));
                }
            });
        }
    }

    /** Each word found, with how it is written. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        int start = 0;
        for (int index = 0; index < bytes.length; index++) {
            start = start << 8 | bytes[index] & 0xff;
            for (Written each : written.getOrDefault(start, List.of())) {
                int from = index - 3;
                if (from >= 0
                        && from + each.bytes.length <= bytes.length
                        && Arrays.equals(each.bytes, 0, each.bytes.length, bytes, from, from + each.bytes.length)) {
                    found.add(each.word + " as " + each.writing);
                }
            }
        }
        return found;
    }

    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The files of a folder as they are, what is packed in them, and the text of pages; one that goes meanwhile is left out.
     *
     * @param looked which of them, by their path below the folder
     */
    static Map<String, byte[]> filesIn(Path folder, Predicate<String> looked) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString();
                if (looked.test(name)) {
                    add(file, name, all);
                }
            }
        }
        return all;
    }

    private static void add(Path file, String name, Map<String, byte[]> all) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return;
        }
        all.put(name, bytes);
        if (startsWith(bytes, "PK\3\4")) {
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    all.put(
                            name + ", " + part.getName(),
                            parts.getInputStream(part).readAllBytes());
                }
            }
        } else if (startsWith(bytes, "%PDF")) {
            try (PDDocument page = Loader.loadPDF(bytes)) {
                all.put(name + ", text", new PDFTextStripper().getText(page).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean startsWith(byte[] bytes, String start) {
        return new String(bytes, 0, Math.min(bytes.length, start.length()), StandardCharsets.ISO_8859_1).equals(start);
    }

    /** Its file holds Chinese in a way that looks like no charset. */
    private static byte[] asTheDatabaseWrites(String word) {
        ByteBuffer written =
                new WriteBuffer().putStringData(word, word.length()).getBuffer().flip();
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }
}
