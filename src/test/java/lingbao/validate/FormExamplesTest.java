package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.catalogue.Form.FormExample;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Severity;
import lingbao.read.Limits;
import lingbao.read.OpenedFile;
import lingbao.read.WorkbookReader;
import lingbao.upload.Received;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each form's own examples get the errors and warnings that they say they get, and no others. */
class FormExamplesTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);
    private static final Catalogue CATALOGUE = new CatalogueReader().read(new DeclaredFiles(null));

    private final Path folder;

    FormExamplesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @TestFactory
    Stream<DynamicTest> anExampleGetsWhatItSays() {
        return Stream.of(CATALOGUE.forms(), CATALOGUE.registers())
                .flatMap(forms -> forms.values().stream())
                .flatMap(form -> form.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                form.id() + " " + form.examples().indexOf(example), () -> judge(form, example))));
    }

    private void judge(Form form, FormExample example) throws IOException {
        Path csv = Files.writeString(folder.resolve("example.csv"), example.csv(), StandardCharsets.UTF_8);
        Received received = new Received("", "example.csv", Files.size(csv), Instant.EPOCH, false, csv);
        Attribution attribution = new Attribution(null, null, Period.holding(DAY, form.period()), List.of());
        List<CheckedRow> accepted = new ArrayList<>();
        try (OpenedFile file = new WorkbookReader(List.of(form), Limits.standard()).open(received, null)) {
            assertThat(file.sheets()).hasSize(1);
            CheckedSheet checked = new SheetValidator()
                    .validate(file.sheets().get(0), attribution, titles -> true, HeldAgainst.day(DAY), accepted::add);

            assertThat(checked.rows().accepted()).isEqualTo(example.accepted());
            assertThat(codesByCell(checked)).isEqualTo(new TreeMap<>(example.findings()));
        }
    }

    private static Map<String, String> codesByCell(CheckedSheet checked) {
        Map<String, String> codes = new TreeMap<>();
        for (Finding finding : checked.findings()) {
            if (finding.severity() != Severity.NOTE) {
                String cell = finding.cell();
                codes.merge(
                        cell == null ? "sheet" : cell, finding.code().name(), (first, other) -> first + " " + other);
            }
        }
        return codes;
    }
}
