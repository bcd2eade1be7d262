package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lingbao.catalogue.FileRules;
import lingbao.domain.FindingCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What Lingbao reads of a workbook is what POI reads of it, cell by cell. */
class PoiOracleTest {

    private static final int SEEDS = 60;

    private final Path folder;

    PoiOracleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @TestFactory
    Stream<DynamicTest> readsEveryCellOfTheSamplesAsPoiDoes() throws IOException {
        List<Path> workbooks;
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            workbooks = files.filter(file -> file.toString().matches(".*\\.xlsx?"))
                    .filter(PoiOracleTest::opens)
                    .sorted()
                    .toList();
        }
        assertThat(workbooks).hasSizeGreaterThan(50);
        return workbooks.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> PoiOracle.assertSameCells(file)));
    }

    /** The damaged samples and the texts under a workbook's name have tests of their own. */
    private static boolean opens(Path file) {
        try (OpenedFile opened = SheetBuilder.open(file)) {
            return !SheetBuilder.codes(opened.findings()).contains(FindingCode.TEXT_NAMED_AS_WORKBOOK);
        } catch (UnreadableFileException e) {
            return false;
        }
    }

    @TestFactory
    Stream<DynamicTest> readsEveryCellOfRandomWorkbooksAsPoiDoes() {
        return LongStream.range(0, SEEDS).boxed().flatMap(seed -> Stream.of(RandomWorkbook.Kind.values())
                .map(kind -> DynamicTest.dynamicTest(kind + " " + seed, () -> compare(seed, kind))));
    }

    private void compare(long seed, RandomWorkbook.Kind kind) throws Exception {
        boolean binary = kind == RandomWorkbook.Kind.BINARY;
        Path file = RandomWorkbook.write(folder.resolve(kind + "-" + seed + (binary ? ".xls" : ".xlsx")), seed, kind);
        PoiOracle.assertSameCells(file);
        try (Book book = binary
                ? XlsBook.open(Files.newInputStream(file), Limits.standard(), FileRules.STANDARD)
                : XlsxBook.open(file, Files.readAllBytes(file), Limits.standard(), FileRules.STANDARD)) {
            PoiOracle.assertSameLayout(file, book.sheets());
        }
    }
}
