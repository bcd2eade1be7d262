package lingbao.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import lingbao.domain.Severity;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose a sheet is and for when, from what the command line, the cells above the heading and the file name say. An
 * institution counts by its whole code or its full name, a date with its year; whatever disagrees refuses the sheet.
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
     * @param institutionOption a code or full name given with the call; null where none was
     * @param dateOption a day of the period given with the call; null where none was
     */
    public record Told(
            @Nullable Form form,
            @Nullable String sheet,
            String fileName,
            List<TitleCell> titles,
            @Nullable String institutionOption,
            @Nullable LocalDate dateOption) {
        public Told {
            titles = List.copyOf(titles);
        }
    }

    public Attribution decide(Told told) {
        List<Finding> findings = new ArrayList<>();
        List<TitleText> texts = TitleText.of(told.titles(), told.fileName());
        Period period = period(told, texts, findings);
        Directory directory = registers.apply(period == null ? today : period.start());
        InstitutionMentions mentions = new InstitutionMentions(directory, told.form());
        if (directory.isEmpty()) {
            findings.add(weighed(Finding.ofSheet(FindingCode.REGISTER_ABSENT, told.sheet())));
            return new Attribution(null, codeAsGiven(told, texts, mentions), period, findings);
        }
        return institution(told, texts, mentions, directory, period, findings);
    }

    private @Nullable Period period(Told told, List<TitleText> texts, List<Finding> findings) {
        PeriodKind kind = told.form() == null ? PeriodKind.DAY : told.form().period();
        List<Period> said = new ArrayList<>();
        Set<Period> deciding = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        LocalDate option = told.dateOption();
        if (option != null) {
            Period given = Period.holding(option, kind);
            said.add(given);
            deciding.add(given);
            places.add("命令行 " + given.text());
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
        if (!said.stream().allMatch(other -> agree(period, other))) {
            findings.add(Finding.ofSheet(FindingCode.PERIOD_CONFLICT, told.sheet(), String.join("、", places)));
            return null;
        }
        if (period.start().isAfter(today)) {
            findings.add(Finding.ofSheet(FindingCode.PERIOD_IN_FUTURE, told.sheet(), period.label()));
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

    private Attribution institution(
            Told told,
            List<TitleText> texts,
            InstitutionMentions mentions,
            Directory directory,
            @Nullable Period period,
            List<Finding> findings) {
        List<Claim> claims = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        String option = told.institutionOption();
        if (option != null) {
            Set<String> codes = mentions.named(option);
            if (codes.isEmpty()) {
                unknown.add(option.strip());
            } else {
                claims.add(new Claim("命令行", option.strip(), codes));
            }
        }
        for (TitleText text : texts) {
            for (InstitutionMentions.Mention mention : mentions.in(text)) {
                claims.add(new Claim(text.place(), mention.said(), mention.codes()));
            }
            unknown.addAll(mentions.unknownIn(text));
        }
        for (String name : new LinkedHashSet<>(unknown)) {
            findings.add(unknown(told, name));
        }
        if (!unknown.isEmpty()) {
            return new Attribution(null, codeLike(unknown.get(0)), period, findings);
        }
        if (claims.isEmpty()) {
            List<String> codes = texts.stream()
                    .filter(TitleText::isFileName)
                    .flatMap(fileName -> mentions.unknownCodesIn(fileName).stream())
                    .toList();
            if (!codes.isEmpty()) {
                codes.forEach(code -> findings.add(weighed(unknown(told, code))));
                return new Attribution(null, codes.get(0), period, findings);
            }
            findings.add(weighed(Finding.ofSheet(FindingCode.INSTITUTION_NOT_GIVEN, told.sheet())));
            return new Attribution(null, null, period, findings);
        }
        Set<String> common = new TreeSet<>(claims.get(0).codes());
        claims.forEach(claim -> common.retainAll(claim.codes()));
        if (common.size() != 1) {
            findings.add(Finding.ofSheet(FindingCode.INSTITUTION_CONFLICT, told.sheet(), listed(claims)));
            return new Attribution(null, null, period, findings);
        }
        Institution institution =
                directory.institution(common.iterator().next()).orElseThrow();
        owes(institution, told, directory, period, findings);
        return new Attribution(institution, institution.code(), period, findings);
    }

    private static Finding unknown(Told told, String said) {
        return new Finding(
                FindingCode.INSTITUTION_UNKNOWN,
                Severity.ERROR,
                told.sheet(),
                0,
                0,
                null,
                Masking.strayNumbers(said),
                List.of());
    }

    private static void owes(
            Institution institution, Told told, Directory directory, @Nullable Period period, List<Finding> findings) {
        if (period != null && !directory.isOpen(institution)) {
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

    private static @Nullable String codeAsGiven(Told told, List<TitleText> texts, InstitutionMentions mentions) {
        String option = told.institutionOption();
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
