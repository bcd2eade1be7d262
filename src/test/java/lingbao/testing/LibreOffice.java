package lingbao.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * LibreOffice with a profile of its own, that opens a workbook and saves it as people do. Its {@code --convert-to} opens it
 * without a window, and so loses where the window is split.
 */
public final class LibreOffice {

    private static final long SECONDS = 120;

    private static final String MACRO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
            Sub Save
              Dim plainly()
              Dim how(0) As New com.sun.star.beans.PropertyValue
              how(0).Name = "FilterName"
              how(0).Value = Environ("LINGBAO_TEST_FILTER")
              document = StarDesktop.loadComponentFromURL(Environ("LINGBAO_TEST_SOURCE"), "_blank", 0, plainly())
              document.storeToURL(Environ("LINGBAO_TEST_TARGET"), how())
              document.close(True)
            End Sub
            </script:module>
            """;

    private final Path program;
    private final Path folder;

    private LibreOffice(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * @param folder for the profile and for what is saved
     * @return empty where there is none on the path
     */
    public static Optional<LibreOffice> in(Path folder) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new LibreOffice(program, folder));
    }

    /** Another file of the same name and kind: what it holds after it was opened and saved. */
    public Path saved(Path workbook) throws IOException {
        Path module = folder.resolve("profile/user/basic/Standard/Module1.xba");
        if (!Files.exists(module)) {
            // A new profile gets an empty module, which would take the place of one that is there.
            run(Map.of(), "--terminate_after_init");
        }
        Files.createDirectories(module.getParent());
        Files.writeString(module, MACRO);
        Path saved = Files.createTempDirectory(folder, "saved").resolve(workbook.getFileName());
        run(
                Map.of(
                        "LINGBAO_TEST_SOURCE", workbook.toUri().toString(),
                        "LINGBAO_TEST_TARGET", saved.toUri().toString(),
                        "LINGBAO_TEST_FILTER",
                                workbook.toString().endsWith(".xls") ? "MS Excel 97" : "Calc MS Excel 2007 XML"),
                "vnd.sun.star.script:Standard.Module1.Save?language=Basic&location=application");
        if (!Files.exists(saved)) {
            throw new IOException(
                    "LibreOffice did not save " + workbook + ": " + Files.readString(folder.resolve("soffice.log")));
        }
        return saved;
    }

    private void run(Map<String, String> environment, String argument) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                argument));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("LibreOffice took longer than " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while LibreOffice was at work", e);
        }
    }
}
