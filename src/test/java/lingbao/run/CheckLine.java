package lingbao.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.read.Limits;
import lingbao.read.WorkbookReader;
import lingbao.upload.NotReceivedException;
import lingbao.upload.Received;
import lingbao.upload.Uploads;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code check --json --rows} prints for a file, from the same line without a house around it: thousands of files can
 * be asked in a test. Its register knows one district with one subdistrict and five institutions, two of which differ by leading zeros alone.
 */
public final class CheckLine {

    public static final String INSTITUTION = "3301900101";
    public static final String OTHER_INSTITUTION = "3301900102";
    public static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    private static final Instant RECEIVED_AT = Instant.parse("2020-06-17T00:00:00Z");

    private final Catalogue catalogue;
    private final Intake intake;

    /** @param home whose {@code jobs} stand beside and before the shipped ones; null for these alone */
    public CheckLine(@Nullable Path home) {
        this(home, Limits.standard(), Companies.NONE);
    }

    public CheckLine(@Nullable Path home, Limits limits, Companies companies) {
        this.catalogue = new CatalogueReader().read(new DeclaredFiles(home));
        this.intake = new Intake(
                catalogue,
                new WorkbookReader(catalogue.forms().values(), limits, catalogue.fileRules()),
                CheckLine::register,
                day -> companies);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public static Directory register(LocalDate day) {
        Region district = new Region("330190", "云溪区", null, RegionLevel.DISTRICT, "holingol");
        Region street = new Region("330190001", "青石街道", "330190", RegionLevel.SUBDISTRICT, "holingol");
        Institution body = new Institution(INSTITUTION, "新程职业培训学校", InstitutionKind.TRAINING_BODY, street.code());
        Institution school = new Institution(OTHER_INSTITUTION, "青石第一小学", InstitutionKind.SCHOOL, street.code());
        Institution zeros = new Institution("0000012345", "零起步幼儿园", InstitutionKind.KINDERGARTEN, street.code());
        Institution fewerZeros = new Institution("0000000777", "七彩幼儿园", InstitutionKind.KINDERGARTEN, street.code());
        Institution moreZeros = new Institution("000000000777", "七星幼儿园", InstitutionKind.KINDERGARTEN, street.code());
        List<Institution> institutions = List.of(body, school, zeros, fewerZeros, moreZeros);
        return new Directory(
                day,
                List.of(district, street),
                institutions,
                institutions.stream().map(Institution::code).toList());
    }

    /** One object a sheet that holds a form, or one for the file. */
    public List<JsonNode> answers(Path file) {
        return answers(file, null);
    }

    /** @param form the only form to look for; null for any */
    public List<JsonNode> answers(Path file, @Nullable String form) {
        return answersToOneNamed(String.valueOf(file.getFileName()), file, form);
    }

    /** @param name what the file came as, which this machine's file system may not even allow */
    public List<JsonNode> answersToOneNamed(String name, Path file, @Nullable String form) {
        try {
            Received here = Uploads.inPlace(file, RECEIVED_AT);
            return printed(intake.dryRun(
                    new Received(here.sha256(), name, here.bytes(), here.receivedAt(), false, file),
                    name,
                    new Intake.Asked(form, null, null),
                    new DryRun(true, null, RECEIVED_AT)));
        } catch (NotReceivedException e) {
            return printed(List.of(SheetAnswer.refusedFile(name, null, null, List.of(e.finding()))));
        }
    }

    private List<JsonNode> printed(List<SheetAnswer> answers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            JsonLines lines = new JsonLines(out);
            for (SheetAnswer answer : answers) {
                try (RowSpool spool = answer.data()) {
                    lines.answer(answer);
                }
            }
        }
        return new Launcher.Ended(0, bytes.toString(StandardCharsets.UTF_8), "").objects();
    }
}
