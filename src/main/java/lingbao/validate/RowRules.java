package lingbao.validate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import org.jspecify.annotations.Nullable;

/** The form's rules over the cells of one row. A rule is silent where a cell that it needs is blank or at fault. */
final class RowRules {

    private final Form form;
    private final @Nullable Period period;
    private final HeldAgainst heldAgainst;

    RowRules(Form form, @Nullable Period period, HeldAgainst heldAgainst) {
        this.form = form;
        this.period = period;
        this.heldAgainst = heldAgainst;
    }

    void check(TypedRow row, RowFindings findings) {
        form.rules().forEach(rule -> check(rule, row, findings));
    }

    private void check(SheetRule rule, TypedRow row, RowFindings findings) {
        if (rule instanceof SheetRule.OnlyWarning only) {
            RowFindings weighed = findings.warnings();
            check(only.rule(), row, weighed);
            findings.addAll(weighed);
        } else if (rule instanceof SheetRule.RequiredIf requiredIf) {
            requiredIf(requiredIf, row, findings);
        } else if (rule instanceof SheetRule.SumEquals sumEquals) {
            sumEquals(sumEquals, row, findings);
        } else if (rule instanceof SheetRule.PartOf partOf) {
            partOf(partOf, row, findings);
        } else if (rule instanceof SheetRule.NotAfter notAfter) {
            notAfter(notAfter, row, findings);
        } else if (rule instanceof SheetRule.InPeriod inPeriod) {
            inPeriod(inPeriod, row, findings);
        } else if (rule instanceof SheetRule.NotInFuture notInFuture) {
            notInFuture(notInFuture, row, findings);
        } else if (rule instanceof SheetRule.SexOfId sexOfId) {
            sexOfId(sexOfId, row, findings);
        }
    }

    private void requiredIf(SheetRule.RequiredIf rule, TypedRow row, RowFindings findings) {
        Column column = column(rule.column());
        Column when = column(rule.when());
        if (!row.isFilled(column) && holds(row.value(when), rule.is(), when)) {
            // In a sheet without the column the finding stands where the word stands.
            Column place = row.layout().place(column) < 0 ? when : column;
            findings.add(FindingCode.REQUIRED_IF, place, column.heading(), when.heading(), rule.is());
        }
    }

    private static boolean holds(@Nullable Object value, String word, Column column) {
        if (value instanceof Boolean yes) {
            return (yes ? column.yesWords() : column.noWords()).contains(word);
        }
        return value instanceof List<?> words ? words.contains(word) : word.equals(value);
    }

    private void sumEquals(SheetRule.SumEquals rule, TypedRow row, RowFindings findings) {
        Optional<BigDecimal> total = number(row, rule.total());
        Optional<BigDecimal> minus = rule.minus() == null ? Optional.of(BigDecimal.ZERO) : number(row, rule.minus());
        List<Optional<BigDecimal>> parts =
                rule.parts().stream().map(part -> number(row, part)).toList();
        if (total.isEmpty() || minus.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        BigDecimal difference = total.get().subtract(minus.get());
        BigDecimal sum = parts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (difference.compareTo(sum) != 0) {
            String equation = term(row, rule.total())
                    + (rule.minus() == null ? "" : " − " + term(row, rule.minus())) + " = "
                    + rule.parts().stream().map(part -> term(row, part)).collect(Collectors.joining(" + "));
            findings.add(
                    FindingCode.SUM_MISMATCH,
                    column(rule.total()),
                    equation,
                    (rule.minus() == null ? sum : difference).toPlainString(),
                    (rule.minus() == null ? difference : sum).toPlainString());
        }
    }

    private String term(TypedRow row, String columnId) {
        return column(columnId).heading() + " "
                + number(row, columnId).map(BigDecimal::toPlainString).orElse("");
    }

    private void partOf(SheetRule.PartOf rule, TypedRow row, RowFindings findings) {
        Optional<BigDecimal> part = number(row, rule.part());
        Optional<BigDecimal> whole = number(row, rule.whole());
        if (part.isPresent() && whole.isPresent() && part.get().compareTo(whole.get()) > 0) {
            findings.add(
                    FindingCode.PART_EXCEEDS_WHOLE,
                    column(rule.part()),
                    column(rule.part()).heading(),
                    part.get().toPlainString(),
                    column(rule.whole()).heading(),
                    whole.get().toPlainString());
        }
    }

    private void notAfter(SheetRule.NotAfter rule, TypedRow row, RowFindings findings) {
        Object first = row.value(column(rule.first()));
        Object second = row.value(column(rule.second()));
        boolean wrong = first instanceof LocalDate day && second instanceof LocalDate other && day.isAfter(other)
                || first instanceof LocalTime time && second instanceof LocalTime later && time.isAfter(later);
        if (wrong) {
            findings.add(
                    FindingCode.ORDER_WRONG,
                    column(rule.first()),
                    column(rule.first()).heading(),
                    String.valueOf(first),
                    column(rule.second()).heading(),
                    String.valueOf(second));
        }
    }

    private void inPeriod(SheetRule.InPeriod rule, TypedRow row, RowFindings findings) {
        Column column = column(rule.column());
        if (period != null && row.value(column) instanceof LocalDate day && !period.contains(day)) {
            findings.add(
                    findings.onlyWarns() ? FindingCode.DATE_OUTSIDE_PERIOD : FindingCode.DATE_NOT_REPORT_DAY,
                    column,
                    column.heading(),
                    period.label());
        }
    }

    private void notInFuture(SheetRule.NotInFuture rule, TypedRow row, RowFindings findings) {
        Column column = column(rule.column());
        LocalDate receivedOn = heldAgainst.receivedOn();
        if (receivedOn != null && row.value(column) instanceof LocalDate day && day.isAfter(receivedOn)) {
            findings.add(FindingCode.DATE_IN_FUTURE, column, column.heading(), receivedOn.toString());
        }
    }

    private void sexOfId(SheetRule.SexOfId rule, TypedRow row, RowFindings findings) {
        Column sex = column(rule.sex());
        if (row.value(column(rule.id())) instanceof String number
                && IdNumberReading.hasCheckDigit(number)
                && row.value(sex) instanceof String said) {
            boolean male = (number.charAt(16) - '0') % 2 == 1;
            if (said.equals(male ? "女" : "男")) {
                findings.add(FindingCode.ID_SEX_DIFFERS, sex, sex.heading());
            }
        }
    }

    private Optional<BigDecimal> number(TypedRow row, String columnId) {
        return Totals.number(row.value(column(columnId)));
    }

    private Column column(String columnId) {
        return form.columns().get(form.indexOf(columnId));
    }
}
