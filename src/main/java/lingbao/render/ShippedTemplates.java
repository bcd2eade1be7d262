package lingbao.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Ends the build where a shipped report template does not compile. */
public final class ShippedTemplates {

    private ShippedTemplates() {}

    /**
     * @param arguments the folder of the templates
     * @throws BrokenTemplateException with all that is wrong
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, byte[]> templates = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(Templates.ENDING)) {
                    templates.put(
                            name.substring(0, name.length() - Templates.ENDING.length()), Files.readAllBytes(file));
                }
            }
        }
        Templates.refuseBroken(templates);
    }
}
