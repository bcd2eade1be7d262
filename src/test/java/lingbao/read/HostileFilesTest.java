package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingbao.domain.FindingCode;
import lingbao.domain.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Damaged, hostile and merely strange files of others: each ends with a coded answer or with what POI reads. */
class HostileFilesTest {

    private static final Path INPUTS = Path.of("../shared/inputs");

    private static final Map<String, FindingCode> REFUSED = new TreeMap<>(Map.ofEntries(
            Map.entry("poc-xmlbomb.xlsx", FindingCode.UNSAFE_XML),
            Map.entry("54764-2.xlsx", FindingCode.UNSAFE_XML),
            Map.entry("xxe_in_schema.xlsx", FindingCode.UNSAFE_XML),
            Map.entry("PackageRelsHasEntities.ooxml", FindingCode.UNSAFE_XML),
            Map.entry("CorePropertiesHasEntities.ooxml", FindingCode.UNSAFE_XML),
            Map.entry("poc-shared-strings.xlsx", FindingCode.TOO_LARGE),
            Map.entry("57893-many-merges.xlsx", FindingCode.TOO_LARGE),
            Map.entry("invalid.xlsx", FindingCode.CORRUPT),
            Map.entry("xlsx-corrupted.xlsx", FindingCode.CORRUPT),
            Map.entry("duplicate-filename-case-insensitive.xlsx", FindingCode.UNSAFE_ARCHIVE),
            Map.entry("sample-beta.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIXSSFFuzzer-6123461607817216.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIXSSFFuzzer-6448258963341312.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIXSSFFuzzer-5089447305609216.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIXSSFFuzzer-5265527465181184.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5542865479270400.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-6504225896792064.xlsx", FindingCode.CORRUPT),
            Map.entry("crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIHSSFFuzzer-4657005060816896.xls", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIHSSFFuzzer-5786329142919168.xls", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIHSSFFuzzer-5889658057523200.xls", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIHSSFFuzzer-6322470200934400.xls", FindingCode.CORRUPT),
            Map.entry("clusterfuzz-testcase-minimized-POIHSSFFuzzer-6537773940867072.xls", FindingCode.ENCRYPTED),
            Map.entry("61300.xls", FindingCode.CORRUPT),
            Map.entry("43493.xls", FindingCode.CORRUPT),
            Map.entry("44958_1.xls", FindingCode.CORRUPT),
            Map.entry("protected_passtika.xlsx", FindingCode.ENCRYPTED),
            Map.entry("extenxls_pwd123.xlsx", FindingCode.ENCRYPTED),
            Map.entry("60320-protected.xlsx", FindingCode.ENCRYPTED),
            Map.entry("58616.xlsx", FindingCode.ENCRYPTED),
            Map.entry("protect.xlsx", FindingCode.ENCRYPTED),
            Map.entry("51832.xls", FindingCode.ENCRYPTED),
            Map.entry("SampleSS.strict.xlsx", FindingCode.UNSUPPORTED_FORMAT),
            Map.entry("sample.xlsb", FindingCode.UNSUPPORTED_FORMAT),
            Map.entry("testEXCEL_4.xls", FindingCode.UNSUPPORTED_FORMAT),
            Map.entry("testEXCEL_95.xls", FindingCode.UNSUPPORTED_FORMAT),
            Map.entry("ExcelWithAttachments.xlsm", FindingCode.ACTIVE_CONTENT)));

    private static final Map<String, FindingCode> TOLD = Map.of(
            "SimpleMacro.xls", FindingCode.MACROS_IGNORED,
            "link-external-workbook-b.xlsx", FindingCode.EXTERNAL_LINKS,
            "bug67784.xlsx", FindingCode.EXTERNAL_LINKS,
            "20-monthly-attendance-ref-errors.xlsx", FindingCode.EXTERNAL_LINKS,
            "25-attendance-symbols-footer-notes.xlsx", FindingCode.EXTERNAL_LINKS,
            "utf8-tsv-named-xlsx.xlsx", FindingCode.TEXT_NAMED_AS_WORKBOOK,
            "32-tsv-text-named-xlsx.xlsx", FindingCode.TEXT_NAMED_AS_WORKBOOK,
            "10-biff8-xls-named-xlsx.xlsx", FindingCode.EXTENSION_DIFFERS,
            "44-gb18030-header-only.csv", FindingCode.ENCODING_DECIDED);

    @TestFactory
    Stream<DynamicTest> isAnsweredWithinFiveSeconds() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> assertTimeout(Duration.ofSeconds(5), () -> answer(file))));
    }

    private static void answer(Path file) {
        String name = file.getFileName().toString();
        FindingCode refused = REFUSED.get(name);
        if (refused != null) {
            assertThatThrownBy(() -> SheetBuilder.open(file).close())
                    .isInstanceOfSatisfying(
                            UnreadableFileException.class,
                            e -> assertThat(e.finding().code()).isEqualTo(refused));
            return;
        }
        try (OpenedFile opened = SheetBuilder.open(file)) {
            assertThat(opened.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
            FindingCode told = TOLD.get(name);
            assertThat(SheetBuilder.codes(opened.findings())).isEqualTo(told == null ? List.of() : List.of(told));
            assertThat(opened.sheets()).isNotEmpty();
            opened.sheets().forEach(SheetBuilder::rows);
        }
    }

    @TestFactory
    Stream<DynamicTest> readsEveryCellAsPoiDoes() throws IOException {
        return files().filter(file -> !REFUSED.containsKey(file.getFileName().toString()))
                .filter(file -> file.toString().matches(".*\\.xlsx?"))
                .filter(file -> !file.toString().contains("tsv"))
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> PoiOracle.assertSameCells(file)));
    }

    private static Stream<Path> files() throws IOException {
        assumeTrue(Files.isDirectory(INPUTS), "the shared inputs are not here");
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("hostile", "real")) {
            try (Stream<Path> listed = Files.list(INPUTS.resolve(folder))) {
                listed.filter(file -> !file.toString().endsWith(".md")).sorted().forEach(files::add);
            }
        }
        return files.stream();
    }
}
