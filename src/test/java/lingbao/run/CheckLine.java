package lingbao.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.domain.FormerName;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
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
 * be asked in a test. Its register knows one district with one subdistrict and five institutions, two of which differ by
 * leading zeros alone, and besides one that closed on 2020-06-01, one that opens on 2020-07-01, and one that got another
 * name on 2020-06-10.
 */
public final class CheckLine {

    public static final String INSTITUTION = "3301900101";
    public static final String OTHER_INSTITUTION = "3301900102";
    public static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    private static final LocalDate RENAMED_ON = LocalDate.of(2020, 6, 10);
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
        Institution closed = new Institution("3301900103", "知行会计培训学校", InstitutionKind.TRAINING_BODY, street.code());
        Institution toCome = new Institution("3301900104", "晨光电工培训学校", InstitutionKind.TRAINING_BODY, street.code());
        boolean isRenamed = !day.isBefore(RENAMED_ON);
        Institution renamed = new Institution(
                "3301900105", isRenamed ? "云溪餐饮培训学校" : "云溪烹饪培训学校", InstitutionKind.TRAINING_BODY, street.code());
        Institution zeros = new Institution("0000012345", "零起步幼儿园", InstitutionKind.KINDERGARTEN, street.code());
        Institution fewerZeros = new Institution("0000000777", "七彩幼儿园", InstitutionKind.KINDERGARTEN, street.code());
        Institution moreZeros = new Institution("000000000777", "七星幼儿园", InstitutionKind.KINDERGARTEN, street.code());
        List<Institution> always = List.of(body, school, zeros, fewerZeros, moreZeros, renamed);
        List<String> open =
                new ArrayList<>(always.stream().map(Institution::code).toList());
        if (day.isBefore(LocalDate.of(2020, 6, 1))) {
            open.add(closed.code());
        }
        if (!day.isBefore(LocalDate.of(2020, 7, 1))) {
            open.add(toCome.code());
        }
        return new Directory(
                day,
                List.of(district, street),
                Stream.concat(always.stream(), Stream.of(closed, toCome)).toList(),
                open,
                isRenamed ? List.of(new FormerName(renamed.code(), "云溪烹饪培训学校", RENAMED_ON)) : List.of());
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
        return answersToOneNamed(name, file, form, null, null, RECEIVED_AT);
    }

    /**
     * @param sender as {@code --institution} says it; null where it does not
     * @param period as {@code --date} says it; null where it does not
     */
    public List<JsonNode> answersToOneNamed(
            String name,
            Path file,
            @Nullable String form,
            @Nullable String sender,
            @Nullable Period period,
            Instant receivedAt) {
        try {
            Received here = Uploads.inPlace(file, receivedAt);
            return printed(intake.dryRun(
                    new Received(here.sha256(), name, here.bytes(), here.receivedAt(), false, file),
                    name,
                    new Intake.Asked(form, sender, period),
                    new DryRun(true, null, here)));
        } catch (NotReceivedException e) {
            return printed(List.of(SheetAnswer.refusedFile(name, null, null, List.of(e.finding()))));
        }
    }

    /** Prints what {@code check --json} does for a file of the given name. */
    public void print(String name, Path file, PrintStream out) {
        List<SheetAnswer> answers;
        try {
            Received here = Uploads.inPlace(file, RECEIVED_AT);
            answers = intake.dryRun(
                    new Received(here.sha256(), name, here.bytes(), here.receivedAt(), false, file),
                    name,
                    new Intake.Asked(null, null, null),
                    new DryRun(false, null, here));
        } catch (NotReceivedException e) {
            answers = List.of(SheetAnswer.refusedFile(name, null, null, List.of(e.finding())));
        }
        JsonLines lines = new JsonLines(out);
        answers.forEach(lines::answer);
    }

    static List<JsonNode> printed(List<SheetAnswer> answers) {
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
