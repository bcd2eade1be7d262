package lingbao.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.Region;
import lingbao.domain.Sender;
import lingbao.domain.Severity;
import lingbao.domain.SheetState;
import lingbao.read.OpenedFile;
import lingbao.read.RawSheet;
import lingbao.read.TitleCell;
import lingbao.read.UnreadableFileException;
import lingbao.read.WorkbookReader;
import lingbao.upload.Received;
import lingbao.validate.Attribution;
import lingbao.validate.AttributionDecision;
import lingbao.validate.CheckedSheet;
import lingbao.validate.HeldAgainst;
import lingbao.validate.SheetValidator;
import lingbao.validate.TitlesBelow;
import org.jspecify.annotations.Nullable;

/**
 * The line that each file goes down: open, find the form, decide whose it is and for when, check each row, hand it on. The
 * dry run goes the same way to nowhere.
 */
final class Intake {

    /** Dates of sheets are judged by the clock here; a policy's own zone is for its deadlines. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What the caller says of a file beforehand; null where it says nothing. */
    record Asked(
            @Nullable String form,
            @Nullable String sender,
            @Nullable Period period) {}

    /** A sheet of one of our forms, before its rows are read. */
    private record AttributedSheet(RawSheet sheet, Form form, Attribution attribution) {

        /** A sheet whose headings can't be read takes nothing's place. */
        boolean isReadable() {
            return sheet.recognised() != null;
        }

        boolean wouldReplace(AttributedSheet other) {
            Integer batch = attribution.batch();
            return (!form.batches() || batch != null && batch.equals(other.attribution.batch()))
                    && form.id().equals(other.form.id())
                    && attribution.senderCode() != null
                    && attribution.senderCode().equals(other.attribution.senderCode())
                    && attribution.period() != null
                    && attribution.period().equals(other.attribution.period());
        }

        boolean isForTheSameAs(AttributedSheet other) {
            return form.id().equals(other.form.id())
                    && Objects.equals(attribution.senderCode(), other.attribution.senderCode())
                    && Objects.equals(attribution.period(), other.attribution.period())
                    && Objects.equals(attribution.batch(), other.attribution.batch());
        }

        AttributedSheet refusedAs(List<String> alike) {
            List<Finding> findings = new ArrayList<>(attribution.findings());
            findings.add(
                    Finding.ofSheet(FindingCode.SHEET_REPEATED, sheet.name(), form.name(), String.join("、", alike)));
            return new AttributedSheet(
                    sheet,
                    form,
                    new Attribution(
                            attribution.sender(),
                            attribution.senderCode(),
                            attribution.period(),
                            attribution.batch(),
                            findings));
        }
    }

    /** A sheet whose rows are left alone. */
    private record Unread(String name, boolean hidden) {

        static Unread of(RawSheet sheet, Received received) {
            return new Unread(sheet.name() == null ? received.fileName() : sheet.name(), sheet.isHidden());
        }

        FindingCode code() {
            return hidden ? FindingCode.HIDDEN_SHEET_NOT_READ : FindingCode.SHEET_NOT_READ;
        }
    }

    private final Catalogue catalogue;
    private final WorkbookReader reader;
    private final Function<LocalDate, Directory> registers;
    private final Function<LocalDate, Companies> companies;
    private final SheetValidator validator = new SheetValidator();

    Intake(
            Catalogue catalogue,
            WorkbookReader reader,
            Function<LocalDate, Directory> registers,
            Function<LocalDate, Companies> companies) {
        this.catalogue = catalogue;
        this.reader = reader;
        this.registers = registers;
        this.companies = companies;
    }

    /**
     * @param shown as the answers name the file
     * @throws UnreadableFileException where the file as a whole can't be read; what went to the destination is then not to
     *     be kept
     */
    List<SheetAnswer> take(Received received, String shown, Asked asked, boolean dryRun, Destination destination) {
        try (OpenedFile opened = reader.open(received, asked.form())) {
            List<Finding> ofFile = new ArrayList<>(opened.findings());
            List<Unread> unread = new ArrayList<>();
            List<AttributedSheet> attributed = new ArrayList<>();
            for (RawSheet sheet : opened.sheets()) {
                if (sheet.isEmpty()) {
                    continue;
                }
                Optional<Form> form = Optional.ofNullable(sheet.formId()).flatMap(catalogue::form);
                if (form.isPresent()) {
                    attributed.add(new AttributedSheet(
                            sheet, form.get(), attribution(received, asked, dryRun, sheet, List.of(), form.get())));
                } else {
                    unread.add(Unread.of(sheet, received));
                    ofFile.addAll(sheet.findings());
                }
            }
            List<SheetAnswer> answers = new ArrayList<>();
            List<AttributedSheet> sheets = withoutRepeats(shown(attributed, received, unread));
            for (AttributedSheet sheet : sheets) {
                answers.add(takeSheet(received, shown, asked, dryRun, destination, sheet, sheets.size() == 1));
            }
            return withFileFindings(received, shown, destination, answers, ofFile, unread);
        }
    }

    /** Whose a sheet of the form is that is sent in this name for the period, judged as on its last day. */
    Attribution attribution(Form form, String sender, Period period) {
        return new AttributionDecision(registers, period.end(), false)
                .decide(new AttributionDecision.Told(form, null, "", List.of(), sender, period));
    }

    /** The same answers, and nothing is kept. A dry run refuses a file that it can't read as the real one does. */
    List<SheetAnswer> dryRun(Received received, String shown, Asked asked, DryRun nowhere) {
        try {
            return take(received, shown, asked, true, nowhere);
        } catch (UnreadableFileException e) {
            return List.of(SheetAnswer.refusedFile(shown, received.sha256(), null, List.of(e.finding())));
        }
    }

    /** @param below the titles of a further table of the sheet, if it is that one's */
    private Attribution attribution(
            Received received, Asked asked, boolean dryRun, RawSheet sheet, List<TitleCell> below, Form form) {
        List<TitleCell> titles = new ArrayList<>(sheet.titles());
        titles.addAll(below);
        return new AttributionDecision(registers, dayOf(received), dryRun)
                .decide(new AttributionDecision.Told(
                        form, sheet.name(), received.fileName(), titles, asked.sender(), asked.period()));
    }

    /** The registers are asked only where a rule of the form, or a row, holds something against them. */
    private HeldAgainst heldAgainst(Form form, Attribution attribution, LocalDate receivedOn) {
        Sender sender = attribution.sender();
        if (sender == null) {
            return HeldAgainst.day(receivedOn);
        }
        LocalDate day = AttributionDecision.registerDay(attribution.period(), receivedOn);
        if (form.rules().stream().noneMatch(SheetRule::asksARegister)) {
            return new HeldAgainst(receivedOn, null, null, Companies.NONE, () -> registers.apply(day));
        }
        Directory directory = registers.apply(day);
        boolean ofCompanies = form.rules().stream().anyMatch(SheetRule.RegisteredCompany.class::isInstance);
        return new HeldAgainst(
                receivedOn,
                directory,
                sender instanceof Region region
                        ? region
                        : directory.districtOf(sender.region()).orElse(null),
                ofCompanies ? companies.apply(day) : Companies.NONE,
                () -> directory);
    }

    private static LocalDate dayOf(Received received) {
        return received.receivedAt().atZone(ZONE).toLocalDate();
    }

    /**
     * Without the hidden sheets beside which a shown one says the same of the same day: what people see is what they send.
     *
     * @param unread takes those left out
     */
    private static List<AttributedSheet> shown(List<AttributedSheet> sheets, Received received, List<Unread> unread) {
        List<AttributedSheet> shown = new ArrayList<>();
        for (AttributedSheet sheet : sheets) {
            boolean leftOut = sheet.sheet().isHidden()
                    && sheets.stream().anyMatch(other -> !other.sheet().isHidden() && sheet.isForTheSameAs(other));
            if (leftOut) {
                unread.add(Unread.of(sheet.sheet(), received));
            } else {
                shown.add(sheet);
            }
        }
        return shown;
    }

    /** Of sheets that would each take the place of the other none is taken: nobody can know which one is meant. */
    private static List<AttributedSheet> withoutRepeats(List<AttributedSheet> sheets) {
        return sheets.stream()
                .map(sheet -> {
                    List<String> alike = sheets.stream()
                            .filter(each -> each.isReadable() && sheet.wouldReplace(each))
                            .map(each -> String.valueOf(each.sheet().name()))
                            .toList();
                    return sheet.isReadable() && alike.size() > 1 ? sheet.refusedAs(alike) : sheet;
                })
                .toList();
    }

    private SheetAnswer takeSheet(
            Received received,
            String shown,
            Asked asked,
            boolean dryRun,
            Destination destination,
            AttributedSheet attributed,
            boolean alone) {
        RawSheet sheet = attributed.sheet();
        Form form = attributed.form();
        Attribution attribution = attributed.attribution();
        boolean refused = hasError(sheet.findings()) || hasError(attribution.findings());
        Sender sender = attribution.sender();
        Period period = attribution.period();
        CheckedSheet checked;
        List<Finding> findings;
        SheetState state;
        String receipt = null;
        RowSpool data = null;
        HeldAgainst heldAgainst = heldAgainst(form, attribution, dayOf(received));
        TitlesBelow titlesBelow = titles -> titles.isEmpty()
                || attribution.saysTheSameAs(attribution(received, asked, dryRun, sheet, titles, form));
        Optional<String> repeated = refused || sender == null || period == null
                ? Optional.empty()
                : destination.repeated(form, sender, period);
        if (refused) {
            checked = validator.validate(sheet, attribution, titlesBelow, heldAgainst, row -> {});
            findings = checked.findings();
            destination.refused(form, sheet.name(), attribution, checked);
            state = SheetState.REJECTED;
        } else if (repeated.isPresent()) {
            checked = validator.validate(sheet, attribution, titlesBelow, heldAgainst, row -> {});
            findings = checked.findings();
            state = SheetState.DUPLICATE;
            receipt = repeated.get();
        } else {
            Destination.OpenSheet open = destination.begin(form, sheet.name(), attribution);
            checked = validator.validate(sheet, attribution, titlesBelow, heldAgainst, open);
            findings = open.finish(checked, alone);
            state = checked.state();
            data = open.data();
        }
        return new SheetAnswer(
                shown,
                received.sha256(),
                sheet.name(),
                form.id(),
                attribution.senderCode(),
                period == null ? null : period.text(),
                state,
                receipt,
                checked.rows(),
                checked.ignored(),
                findings,
                sheet.headingRow(),
                data,
                null);
    }

    private static List<SheetAnswer> withFileFindings(
            Received received,
            String shown,
            Destination destination,
            List<SheetAnswer> answers,
            List<Finding> ofFile,
            List<Unread> unread) {
        List<SheetAnswer> whole = new ArrayList<>();
        if (answers.isEmpty()) {
            ofFile.add(
                    unread.isEmpty()
                            ? Finding.ofFile(FindingCode.EMPTY_FILE)
                            : Finding.ofFile(
                                    FindingCode.NO_FORM,
                                    unread.stream().map(Unread::name).collect(Collectors.joining("、"))));
            String receipt = destination.finish(SheetState.REJECTED, ofFile);
            whole.add(SheetAnswer.refusedFile(shown, received.sha256(), receipt, ofFile));
            return whole;
        }
        unread.forEach(sheet -> ofFile.add(Finding.ofSheet(sheet.code(), sheet.name(), sheet.name())));
        String receipt = destination.finish(overall(answers), ofFile);
        for (SheetAnswer answer : answers) {
            SheetAnswer receipted = answer.receipt() == null && receipt != null ? answer.withReceipt(receipt) : answer;
            whole.add(whole.isEmpty() ? receipted.withFindingsBefore(ofFile) : receipted);
        }
        return whole;
    }

    /** The state of a file: rejected where all its sheets are, partly accepted where some row or sheet of it is refused. */
    private static SheetState overall(List<SheetAnswer> answers) {
        if (answers.stream().allMatch(answer -> answer.state() == SheetState.DUPLICATE)) {
            return SheetState.DUPLICATE;
        }
        if (answers.stream().allMatch(answer -> answer.state() == SheetState.REJECTED)) {
            return SheetState.REJECTED;
        }
        return answers.stream().allMatch(SheetAnswer::isWhole) ? SheetState.ACCEPTED : SheetState.PARTLY_ACCEPTED;
    }

    private static boolean hasError(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
