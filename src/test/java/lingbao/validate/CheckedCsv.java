package lingbao.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.domain.Period;
import lingbao.domain.RowCounts;
import lingbao.read.Limits;
import lingbao.read.OpenedFile;
import lingbao.read.WorkbookReader;
import lingbao.upload.Received;

/**
 * What the validator makes of a CSV, as the reader reads it.
 *
 * @param accepted as handed on, what was taken back among them
 */
record CheckedCsv(CheckedSheet sheet, List<CheckedRow> accepted) {

    static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    private static final Catalogue SHIPPED = new CatalogueReader().read(new DeclaredFiles(null));

    static Form shipped(String id) {
        return SHIPPED.form(id).orElseThrow();
    }

    static Form declared(String yaml) {
        try {
            Path home = Files.createTempDirectory("forms");
            Path folder = Files.createDirectories(home.resolve("jobs/forms"));
            String id = yaml.lines().findFirst().orElse("").replace("id:", "").strip();
            Path file = Files.writeString(folder.resolve(id + ".yml"), yaml);
            Form form =
                    new CatalogueReader().read(new DeclaredFiles(home)).form(id).orElseThrow();
            for (Path each : List.of(file, folder, folder.resolveSibling(""), home)) {
                Files.deleteIfExists(each);
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CheckedCsv of(Form form, String csv) {
        return of(form, csv, HeldAgainst.NOTHING);
    }

    static CheckedCsv of(Form form, String csv, HeldAgainst heldAgainst) {
        Attribution attribution = new Attribution(null, null, Period.holding(DAY, form.period()), List.of());
        return of(List.of(form), csv, attribution, titles -> true, heldAgainst);
    }

    static CheckedCsv of(
            List<Form> forms, String csv, Attribution attribution, TitlesBelow titlesBelow, HeldAgainst heldAgainst) {
        try {
            Path file = Files.writeString(Files.createTempFile("sheet", ".csv"), csv);
            Received received = new Received("", "sheet.csv", Files.size(file), Instant.EPOCH, false, file);
            List<CheckedRow> accepted = new ArrayList<>();
            try (OpenedFile opened = new WorkbookReader(forms, Limits.standard()).open(received, null)) {
                return new CheckedCsv(
                        new SheetValidator()
                                .validate(opened.sheets().get(0), attribution, titlesBelow, heldAgainst, accepted::add),
                        accepted);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code "B4 DUPLICATE_ROW"}; of the whole sheet the code alone. */
    List<String> findings() {
        return sheet.findings().stream()
                .map(finding -> (finding.cell() == null ? "" : finding.cell() + " ") + finding.code())
                .toList();
    }

    /** {@code "4 TOTAL_ROW"}. */
    List<String> ignored() {
        return sheet.ignored().stream()
                .map(row -> row.row() + " " + row.reason())
                .toList();
    }

    RowCounts rows() {
        return sheet.rows();
    }

    List<String> detailsOf(String cell) {
        return sheet.findings().stream()
                .filter(finding -> cell.equals(finding.cell()))
                .findFirst()
                .orElseThrow()
                .details();
    }
}
