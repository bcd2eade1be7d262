package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process of ours lays down for a while, looked at while it works, when it is done, and when it was killed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open keeps its name there until it is closed")
class TemporaryFilesTest {

    private static final String DAY = "2020-06-17";
    private static final int ROWS = 6000;

    @TempDir
    Path folder;

    private Path temporary = Path.of("");

    @BeforeEach
    void makeTheFolder() throws IOException {
        temporary = Files.createDirectories(folder.resolve("temporary"));
    }

    @Test
    void areUnreadableWhileACommandWorksAndGoneWhenItEnds() throws Exception {
        Path printed = folder.resolve("printed.txt");

        Process process = start(printed, "each");
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();

        List<String> lines = Files.readAllLines(printed);
        assertThat(lines).filteredOn(line -> line.startsWith("left ")).isEmpty();
        assertThat(lines).filteredOn(line -> line.startsWith("clear ")).isEmpty();
        assertThat(lines)
                .contains("ended 0 export", "ended 1 export nowhere", "ended 1 export on a full disk", "ended 2 ingest")
                .contains("ended 2 check", "ended 2 check --rows", "ended 1 run unknown", "ended 0 run")
                .anyMatch(line -> line.startsWith("met lingbao-poi-sxssf-sheet"));
        assertThat(process.exitValue()).isZero();
        assertThat(filesIn(temporary)).isEmpty();
    }

    @Test
    void ofAKilledProcessSayNothingOfAnybody() throws Exception {
        Path printed = folder.resolve("printed.txt");
        Process process = start(printed, "copy");
        while (process.isAlive() && filesIn(temporary).stream().noneMatch(TemporaryFilesTest::isBegun)) {
            Thread.sleep(1);
        }
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);

        assumeThat(filesIn(temporary))
                .as("files of a process killed at its work")
                .isNotEmpty();
        assertThat(clear(new ClearText(names()), temporary)).isEmpty();
    }

    private static boolean isBegun(Path file) {
        try {
            return file.toString().contains("sxssf") && Files.size(file) > 100_000;
        } catch (IOException gone) {
            return false;
        }
    }

    private Process start(Path printed, String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Commands.class.getName(),
                        folder.toString(),
                        what)
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        } catch (UncheckedIOException e) {
            // One of them went while it was looked at.
            return List.of();
        }
    }

    private static Set<String> clear(ClearText names, Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : filesIn(folder)) {
            if (Files.isRegularFile(file)) {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    names.in(Arrays.copyOf(bytes, Math.min(bytes.length, 50_000)))
                            .forEach(word -> found.add(file.getFileName() + " " + word));
                } catch (NoSuchFileException gone) {
                    // As it should.
                }
            }
        }
        return found;
    }

    private static List<String> names() {
        PlantedData planted = new PlantedData();
        for (int number = 0; number < 300; number++) {
            planted.name();
        }
        return planted.identifiers();
    }

    /** The process that is looked at. */
    static final class Commands {

        private Commands() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
            StringBuilder rows = new StringBuilder("姓名,人员类别,班级,体温,症状\n");
            List<String> names = names();
            for (int row = 0; row < ROWS; row++) {
                rows.append(names.get(row % names.size()) + ",学员,班" + row + ",47.5,无\n");
            }
            for (int row = 0; row < ROWS; row++) {
                rows.append(names.get(row % names.size()) + ",学员,班" + row + ",36.5,无\n");
            }
            Path text = desk.file("3301900101_2020-06-17.csv", rows.toString());
            Path copies = folder.resolve("copies");
            if (arguments[1].equals("copy")) {
                desk.call("check", text, "--annotated", copies);
                return;
            }
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Watch watch = new Watch(temporary, new ClearText(names));
            watch.start();
            Path old = old(folder.resolve("3301900102_2020-06-17.xls"), rows.toString());
            Path broken = Files.write(folder.resolve("broken.xls"), Arrays.copyOf(Files.readAllBytes(old), 9000));
            Path out = folder.resolve("out");
            Object[][] calls = {
                {"check", "check", text, old, broken, "--annotated", copies},
                {"check --rows", "check", text, old, "--rows", "--json"},
                {"ingest", "ingest", text, old, broken, "--annotated", copies},
                {"run", "run", "zero-report", "--date", DAY, "--out", out},
                {"run unknown", "run", "no-report", "--date", DAY},
                {"export", "export", "health-check", "--date", DAY, "--format", "xlsx", "--out", out.resolve("a.xlsx")},
                {"export nowhere", "export", "health-check", "--date", DAY, "--out", out.resolve("no/a.csv")},
                {
                    "export on a full disk",
                    "export",
                    "health-check",
                    "--date",
                    DAY,
                    "--format",
                    "xlsx",
                    "--out",
                    "/dev/full"
                },
                {"template", "template", "health-check", "--out", out.resolve("t.xlsx")},
                {"status", "status", "--date", DAY},
            };
            for (Object[] call : calls) {
                int status = desk.call(Arrays.copyOfRange(call, 1, call.length)).status();
                System.out.println("ended " + status + " " + call[0]);
                // Java lays a font down until it ends itself.
                filesIn(temporary).stream()
                        .filter(file -> !file.getFileName().toString().startsWith("+~JF"))
                        .forEach(file -> System.out.println("left " + file + " after " + call[0]));
                filesIn(desk.home().resolve("tmp")).stream()
                        .filter(file -> !file.endsWith("lock"))
                        .forEach(file -> System.out.println("left " + file + " after " + call[0]));
            }
            watch.end();
            System.exit(0);
        }

        private static Path old(Path file, String lines) throws IOException {
            try (HSSFWorkbook workbook = new HSSFWorkbook();
                    OutputStream out = Files.newOutputStream(file)) {
                Sheet sheet = workbook.createSheet("健康监测");
                for (String line : lines.lines().toList()) {
                    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    for (String cell : line.split(",", -1)) {
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                    }
                }
                workbook.write(out);
            }
            return file;
        }
    }

    /** Looks at all that lies in the folder, again and again. */
    private static final class Watch extends Thread {

        private final Path folder;
        private final ClearText names;
        private final Set<String> met = Collections.synchronizedSet(new TreeSet<>());
        private final Set<String> clear = Collections.synchronizedSet(new TreeSet<>());
        private volatile boolean over;

        Watch(Path folder, ClearText names) {
            this.folder = folder;
            this.names = names;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!over) {
                try {
                    for (Path file : filesIn(folder)) {
                        met.add(file.getFileName().toString());
                    }
                    clear.addAll(clear(names, folder));
                    Thread.sleep(2);
                } catch (IOException | InterruptedException e) {
                    clear.add("the watch ended: " + e);
                    return;
                }
            }
        }

        void end() throws InterruptedException {
            over = true;
            join();
            new ArrayList<>(met).forEach(file -> System.out.println("met " + file));
            clear.forEach(found -> System.out.println("clear " + found));
        }

        private static Set<String> clear(ClearText names, Path folder) throws IOException {
            return TemporaryFilesTest.clear(names, folder);
        }
    }
}
