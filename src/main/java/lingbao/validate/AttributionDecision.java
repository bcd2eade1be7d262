package lingbao.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lingbao.catalogue.Form;
import lingbao.domain.Directory;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Institution;
import lingbao.domain.Masking;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.domain.Sender;
import lingbao.domain.Severity;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose a sheet is and for when, from what the command line, the cells above the heading and the file name say. A
 * sender counts by its whole code or its full name, a date with its year; whatever disagrees refuses the sheet. A form that
 * a region sends is the one district's of the register where nobody says whose it is.
 */
public final class AttributionDecision {

    private final Function<LocalDate, Directory> registers;
    private final LocalDate today;
    private final boolean dryRun;

    /**
     * @param registers the registers as they stood on a day
     * @param today the day of receipt in the place's zone; a period that begins later lies in the future
     * @param dryRun whether what is not given only warns
     */
    public AttributionDecision(Function<LocalDate, Directory> registers, LocalDate today, boolean dryRun) {
        this.registers = registers;
        this.today = today;
        this.dryRun = dryRun;
    }

    /**
     * What is told about one sheet.
     *
     * @param form null where the headings are no form's
     * @param sheet its name, for the findings; null in a CSV
     * @param fileName without or with its folders and ending
     * @param titles the filled cells above the heading, row by row from the left
     * @param senderOption a code or full name given with the call; null where none was
     * @param periodOption the period given with the call, or one within it; null where none was
     */
    public record Told(
            @Nullable Form form,
            @Nullable String sheet,
            String fileName,
            List<TitleCell> titles,
            @Nullable String senderOption,
            @Nullable Period periodOption) {
        public Told {
            titles = List.copyOf(titles);
        }
    }

    public Attribution decide(Told told) {
        List<Finding> findings = new ArrayList<>();
        PeriodKind kind = told.form() == null ? PeriodKind.DAY : told.form().period();
        List<TitleText> texts = TitleText.of(kind, told.titles(), told.fileName());
        Period period = period(kind, told, texts, findings);
        Directory directory = registers.apply(registerDay(period, today));
        SenderMentions mentions = new SenderMentions(directory, told.form());
        if (mentions.isEmpty()) {
            findings.add(weighed(Finding.ofSheet(FindingCode.REGISTER_ABSENT, told.sheet())));
            return new Attribution(null, codeAsGiven(told, texts, mentions), period, findings);
        }
        return sender(told, texts, mentions, directory, period, findings);
    }

    /**
     * The day whose registers a sheet is judged by: the last of its period that has come, so that whoever came in the middle
     * of a month is known.
     */
    public static LocalDate registerDay(@Nullable Period period, LocalDate today) {
        if (period == null || period.start().isAfter(today)) {
            return period == null ? today : period.start();
        }
        return period.end().isAfter(today) ? today : period.end();
    }

    private @Nullable Period period(PeriodKind kind, Told told, List<TitleText> texts, List<Finding> findings) {
        List<Period> said = new ArrayList<>();
        Set<Period> deciding = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Period option = told.periodOption();
        if (option != null) {
            // 2020-07 decides for a month or a year, and of a day it says only where it lies.
            Period given = option.kind().compareTo(kind) <= 0 ? Period.holding(option.start(), kind) : option;
            said.add(given);
            places.add("命令行 " + given.text());
            if (given.kind() == kind) {
                deciding.add(given);
            }
        }
        for (TitleText text : texts) {
            for (Period mentioned : text.periods()) {
                // 2020年 in the title of a daily sheet is mostly a school year's or an order's.
                if (mentioned.kind() == PeriodKind.YEAR && kind != PeriodKind.YEAR) {
                    continue;
                }
                said.add(mentioned);
                places.add(text.place() + " " + mentioned.text());
                if (mentioned.kind() == kind) {
                    deciding.add(mentioned);
                }
            }
        }
        if (deciding.isEmpty()) {
            findings.add(weighed(Finding.ofSheet(FindingCode.PERIOD_NOT_GIVEN, told.sheet())));
            return null;
        }
        Period period = deciding.iterator().next();
        List<TitleText> ofAnotherDay = kind != PeriodKind.DAY
                ? List.of()
                : texts.stream()
                        .filter(text -> text.namesAnotherDay(period.start()))
                        .toList();
        ofAnotherDay.forEach(text ->
                places.add(text.place() + " " + text.daysOfSomeYear().get(0).label()));
        if (!ofAnotherDay.isEmpty() || !said.stream().allMatch(other -> agree(period, other))) {
            findings.add(Finding.ofSheet(FindingCode.PERIOD_CONFLICT, told.sheet(), String.join("、", places)));
            return null;
        }
        if (period.start().isAfter(today)) {
            findings.add(Finding.ofSheet(FindingCode.PERIOD_IN_FUTURE, told.sheet(), period.label()));
        }
        Form form = told.form();
        Integer correctionDays = form == null ? null : form.correctionDays();
        if (form != null && correctionDays != null && today.isAfter(period.end().plusDays(correctionDays))) {
            findings.add(Finding.ofSheet(
                    FindingCode.PERIOD_TOO_OLD,
                    told.sheet(),
                    period.label(),
                    form.name(),
                    Period.holding(period.end().plusDays(correctionDays), PeriodKind.DAY)
                            .label()));
        }
        return period;
    }

    /** One lies within the other. */
    private static boolean agree(Period one, Period other) {
        return one.contains(other.start()) && one.contains(other.end())
                || other.contains(one.start()) && other.contains(one.end());
    }

    /** What somebody says whose the sheet is: one code, or those of all who share the name. */
    private record Claim(String place, String said, Set<String> codes) {}

    private Attribution sender(
            Told told,
            List<TitleText> texts,
            SenderMentions mentions,
            Directory directory,
            @Nullable Period period,
            List<Finding> findings) {
        Codes codes = Codes.of(told.form());
        List<Claim> claims = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        String option = told.senderOption();
        if (option != null) {
            Set<String> named = mentions.named(option);
            if (named.isEmpty()) {
                claimOrUnknown("命令行", option.strip(), told, mentions, claims, unknown, findings);
            } else {
                claims.add(new Claim("命令行", option.strip(), named));
            }
        }
        for (TitleText text : texts) {
            for (SenderMentions.Mention mention : mentions.in(text)) {
                claims.add(new Claim(text.place(), mention.said(), mention.codes()));
            }
            mentions.unknownIn(text)
                    .forEach(said -> claimOrUnknown(text.place(), said, told, mentions, claims, unknown, findings));
        }
        for (String name : new LinkedHashSet<>(unknown)) {
            findings.add(unknown(told, codes.unknown(), name));
        }
        if (!unknown.isEmpty()) {
            return new Attribution(null, codeLike(unknown.get(0)), period, findings);
        }
        if (claims.isEmpty() && codes == Codes.OF_REGION) {
            onlyDistrict(directory).ifPresent(code -> claims.add(new Claim("登记册", code, Set.of(code))));
        }
        if (claims.isEmpty()) {
            List<String> unknownCodes = texts.stream()
                    .filter(TitleText::isFileName)
                    .flatMap(fileName -> mentions.unknownCodesIn(fileName).stream())
                    .toList();
            if (!unknownCodes.isEmpty()) {
                unknownCodes.forEach(code -> findings.add(weighed(unknown(told, codes.unknown(), code))));
                return new Attribution(null, unknownCodes.get(0), period, findings);
            }
            findings.add(weighed(Finding.ofSheet(codes.notGiven(), told.sheet())));
            return new Attribution(null, null, period, findings);
        }
        Set<String> common = new TreeSet<>(claims.get(0).codes());
        claims.forEach(claim -> common.retainAll(claim.codes()));
        if (common.size() != 1) {
            findings.add(Finding.ofSheet(codes.conflict(), told.sheet(), listed(claims)));
            return new Attribution(null, null, period, findings);
        }
        Sender sender = mentions.sender(common.iterator().next());
        if (sender instanceof Institution institution) {
            tellOfFormerNames(institution, claims, mentions, told, findings);
            owes(institution, told, directory, period, findings);
        }
        return new Attribution(sender, sender.code(), period, batch(told, texts, findings), findings);
    }

    private static void claimOrUnknown(
            String place,
            String said,
            Told told,
            SenderMentions mentions,
            List<Claim> claims,
            List<String> unknown,
            List<Finding> findings) {
        Optional<String> restored = mentions.withItsZeros(Writing.plain(said));
        if (restored.isEmpty()) {
            unknown.add(said);
            return;
        }
        claims.add(new Claim(place, said, Set.of(restored.get())));
        findings.add(new Finding(
                FindingCode.CODE_ZERO_RESTORED,
                FindingCode.CODE_ZERO_RESTORED.severity(),
                told.sheet(),
                0,
                0,
                null,
                said,
                List.of(restored.get())));
    }

    /** Alone, a name that nobody bears any more says too little; beside the code or the name of today it is only out of date. */
    private static void tellOfFormerNames(
            Institution institution, List<Claim> claims, SenderMentions mentions, Told told, List<Finding> findings) {
        boolean alone = claims.stream()
                .allMatch(claim -> mentions.formerly(claim.said()).isPresent());
        claims.stream()
                .map(Claim::said)
                .distinct()
                .flatMap(said -> mentions.formerly(said).stream())
                .map(former -> Finding.ofSheet(
                        FindingCode.INSTITUTION_RENAMED,
                        told.sheet(),
                        former.name(),
                        Period.holding(former.until(), PeriodKind.DAY).label(),
                        institution.name()))
                .map(finding -> alone ? finding : finding.weighed(Severity.WARNING))
                .forEach(findings::add);
    }

    private static @Nullable Integer batch(Told told, List<TitleText> texts, List<Finding> findings) {
        if (told.form() == null || !told.form().batches()) {
            return null;
        }
        Set<Integer> said = new TreeSet<>();
        texts.forEach(text -> said.addAll(text.batches()));
        if (said.size() > 1) {
            findings.add(Finding.ofSheet(
                    FindingCode.BATCH_CONFLICT,
                    told.sheet(),
                    said.stream().map(number -> "第" + number + "批").collect(Collectors.joining("、"))));
        }
        return said.size() == 1 ? said.iterator().next() : null;
    }

    /** What is found about the sender of a form. */
    private record Codes(FindingCode notGiven, FindingCode unknown, FindingCode conflict) {

        private static final Codes OF_INSTITUTION = new Codes(
                FindingCode.INSTITUTION_NOT_GIVEN, FindingCode.INSTITUTION_UNKNOWN, FindingCode.INSTITUTION_CONFLICT);
        private static final Codes OF_REGION =
                new Codes(FindingCode.REGION_NOT_GIVEN, FindingCode.REGION_UNKNOWN, FindingCode.REGION_CONFLICT);

        static Codes of(@Nullable Form form) {
            return form != null && form.sender() == Form.Sender.REGION ? OF_REGION : OF_INSTITUTION;
        }
    }

    private static Finding unknown(Told told, FindingCode code, String said) {
        return new Finding(code, Severity.ERROR, told.sheet(), 0, 0, null, Masking.strayNumbers(said), List.of());
    }

    private static Optional<String> onlyDistrict(Directory directory) {
        List<Region> districts = directory.regions().stream()
                .filter(region -> region.level() == RegionLevel.DISTRICT)
                .toList();
        return districts.size() == 1 ? Optional.of(districts.get(0).code()) : Optional.empty();
    }

    private void owes(
            Institution institution, Told told, Directory directory, @Nullable Period period, List<Finding> findings) {
        if (period != null
                && !directory.isOpen(institution)
                && !registers.apply(period.start()).isOpen(institution)) {
            findings.add(Finding.ofSheet(
                    FindingCode.INSTITUTION_NOT_OPEN, told.sheet(), institution.name(), period.label()));
        }
        Form form = told.form();
        if (form != null && !form.scope().contains(institution.kind())) {
            findings.add(Finding.ofSheet(
                    FindingCode.INSTITUTION_NOT_IN_SCOPE,
                    told.sheet(),
                    institution.kind().word(),
                    form.name()));
        }
    }

    private static String listed(List<Claim> claims) {
        return claims.stream()
                .map(claim -> {
                    String codes = String.join("、", claim.codes());
                    return claim.place() + " " + claim.said() + (codes.equals(claim.said()) ? "" : "（" + codes + "）");
                })
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static @Nullable String codeAsGiven(Told told, List<TitleText> texts, SenderMentions mentions) {
        String option = told.senderOption();
        if (option != null) {
            return codeLike(option.strip());
        }
        return texts.stream()
                .flatMap(text -> mentions.unknownIn(text).stream())
                .filter(said -> codeLike(said) != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String codeLike(String said) {
        return said.matches("[0-9A-Za-z_-]{2,40}") ? said : null;
    }

    private Finding weighed(Finding finding) {
        return dryRun ? finding.weighed(Severity.WARNING) : finding;
    }
}
