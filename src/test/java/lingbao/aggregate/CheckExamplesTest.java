package lingbao.aggregate;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lingbao.catalogue.Check;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.ProgressReport;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

/** Each check finds in its own examples whom it says it finds, and nobody else. */
class CheckExamplesTest {

    @OnBothDatabases
    void findsInItsExamplesWhomItSays(TestDatabase database) {
        int examples = 0;
        for (Check check : CATALOGUE.checks().values()) {
            assertThat(check.examples()).as(check.id()).isNotEmpty();
            for (Check.CheckExample example : check.examples()) {
                StoredDay day = StoredDay.afresh(database)
                        .regions(
                                "D,试验区,,district," + example.policy(), "D1,一街道,D,subdistrict,", "D2,二街道,D,subdistrict,")
                        .institutions("E1,甲中心,培训机构,D1,,", "E2,乙中心,培训机构,D1,,", "E3,丙中心,培训机构,D1,,")
                        .companies(example.companies());
                example.sheets().forEach(sheet -> receive(day, example, sheet));
                assertThat(found(day, check, example.period()))
                        .as("%s under %s", check.id(), example.policy())
                        .containsExactlyInAnyOrderElementsOf(example.finds());
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(10);
    }

    private static List<String> found(StoredDay day, Check check, Period period) {
        Instant cutOff = StoredDay.at(period.end().plusDays(1) + "T20:00:00");
        List<DayFinding> findings = period.kind() == PeriodKind.DAY
                ? day.contents().of(REPORT, period, "D1", cutOff).get(0).findings()
                : day.contents()
                        .of(reportOfProgress(check), period, "D", cutOff)
                        .get(0)
                        .findings();
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .peek(finding -> assertThat(finding.message())
                        .contains(finding.institution().name())
                        .doesNotContain("{", "}", "null"))
                .map(finding -> finding.institution().code())
                .toList();
    }

    private static ProgressReport reportOfProgress(Check check) {
        return CATALOGUE.reports().values().stream()
                .filter(ProgressReport.class::isInstance)
                .map(ProgressReport.class::cast)
                .filter(report -> report.forms().containsAll(check.forms()))
                .findFirst()
                .orElseThrow();
    }

    /** The examples are clean sheets: every cell is written as it is stored. */
    private static void receive(StoredDay day, Check.CheckExample example, Check.ExampleSheet sheet) {
        Form form = requireNonNull(CATALOGUE.forms().get(sheet.form()));
        LocalDate lastDay = example.period().end();
        Period period = requireNonNullElse(sheet.period(), Period.holding(lastDay, form.period()));
        assertThat(period.kind()).as(form.id()).isEqualTo(form.period());
        String[] lines = sheet.csv().strip().split("\n");
        String[] headings = lines[0].split(",");
        List<String> rows = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].split(",", -1);
            List<String> row = new ArrayList<>();
            boolean answered = form.columns().stream().noneMatch(Column::answer);
            for (int cell = 0; cell < cells.length; cell++) {
                if (!cells[cell].isEmpty()) {
                    Column column = headed(form, headings[cell]);
                    answered |= column.answer();
                    if (column.id().equals("name")) {
                        row.add("person_key=" + cells[cell]);
                    } else {
                        // Of what is sealed the statements ask no more than whether it is there.
                        row.add(
                                column.personal()
                                        ? "sealed_" + column.sqlName() + "=sealed"
                                        : column.id() + "=" + stored(column, cells[cell]));
                    }
                }
            }
            if (answered) {
                rows.add(String.join(" ", row));
            }
        }
        String received = sheet.received().length() == 5 ? sheet.received() + ":00" : sheet.received();
        day.sheetOf(
                period.start(),
                sheet.form(),
                sheet.institution(),
                lastDay + "T" + received,
                rows.toArray(String[]::new));
    }

    private static Column headed(Form form, String heading) {
        return form.columns().stream()
                .filter(column ->
                        column.heading().equals(heading) || column.aliases().contains(heading))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + heading));
    }

    private static String stored(Column column, String cell) {
        return column.type() == ColumnType.CHOICES
                ? Arrays.stream(cell.split("、"))
                        .map(word -> word(column, word))
                        .collect(Collectors.joining("|", "|", "|"))
                : column.choices().isEmpty() ? cell : word(column, cell);
    }

    private static String word(Column column, String cell) {
        return column.choices().stream()
                .filter(choice -> choice.word().equals(cell) || choice.aliases().contains(cell))
                .map(Choice::word)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(column.heading() + " has no choice " + cell));
    }
}
