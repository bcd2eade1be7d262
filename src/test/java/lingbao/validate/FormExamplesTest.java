package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
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

/** Each declared form answers its own examples as it says. */
class FormExamplesTest {

    private static final Catalogue CATALOGUE = new CatalogueReader().read(new DeclaredFiles(null));

    @TestFactory
    Stream<DynamicTest> answersEachExampleAsDeclared(@TempDir Path folder) {
        return Stream.concat(CATALOGUE.forms().values().stream(), CATALOGUE.registers().values().stream())
                .flatMap(form -> IntStream.range(0, form.examples().size())
                        .mapToObj(index -> DynamicTest.dynamicTest(
                                form.id() + " " + (index + 1),
                                () -> answers(form, form.examples().get(index), folder))));
    }

    private static void answers(Form form, Form.FormExample example, Path folder) throws IOException {
        Path csv = folder.resolve(form.id() + ".csv");
        Files.writeString(csv, example.csv(), StandardCharsets.UTF_8);
        Received received = new Received("0", "例.csv", Files.size(csv), Instant.EPOCH, false, csv);
        Period period = Period.holding(CheckedCell.DAY.start(), form.period());
        try (OpenedFile file = new WorkbookReader(List.of(form), Limits.standard()).open(received, null)) {
            CheckedSheet checked = new SheetValidator()
                    .validate(file.sheets().get(0), new Attribution(null, null, period, List.of()), row -> {});
            assertThat(checked.rows().accepted()).isEqualTo(example.accepted());
            assertThat(weighty(checked)).isEqualTo(new TreeMap<>(example.findings()));
        }
    }

    private static Map<String, String> weighty(CheckedSheet checked) {
        Map<String, String> codes = new TreeMap<>();
        for (Finding finding : checked.findings()) {
            String cell = finding.cell();
            if (finding.severity() != Severity.NOTE && cell != null) {
                codes.merge(cell, finding.code().name(), (one, other) -> one + ", " + other);
            }
        }
        return codes;
    }
}
