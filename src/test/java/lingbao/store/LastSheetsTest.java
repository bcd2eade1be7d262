package lingbao.store;

import static lingbao.store.GateLog.DAY;
import static lingbao.store.GateLog.FORM;
import static lingbao.store.GateLog.SCHOOL;
import static lingbao.store.GateLog.checked;
import static lingbao.store.GateLog.fullRow;
import static lingbao.store.GateLog.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.domain.IgnoredRow;
import lingbao.domain.Institution;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;
import lingbao.seal.Keys;
import lingbao.seal.Seal;
import lingbao.store.LastSheets.LastSheet;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import lingbao.upload.Received;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;

class LastSheetsTest {

    private static final Institution OTHER = new Institution("3301080002", "第二小学", SCHOOL.kind(), SCHOOL.region());
    private static final Instant EIGHT = Instant.parse("2020-06-17T00:00:00Z");
    private static final Instant NINE = Instant.parse("2020-06-17T01:00:00Z");

    private int files;

    @OnBothDatabases
    void givesWhomARowIsAboutInClearAndNothingOfTheDay(TestDatabase database) {
        file(database, EIGHT, SCHOOL, DAY, row(9, "乙", "36.2"), fullRow(5, "𠮷田", "11010519491231002X"));

        LastSheet last = before(database, FORM, DAY.start().plusDays(1)).orElseThrow();

        assertThat(last.period()).isEqualTo(DAY);
        assertThat(last.rowsLeftOut()).isZero();
        assertThat(last.rows())
                .containsExactly(
                        Arrays.asList(
                                "𠮷田",
                                "11010519491231002X",
                                "13812345678",
                                "𠮷㙓班",
                                null,
                                null,
                                null,
                                null,
                                null,
                                "发热",
                                null),
                        Arrays.asList("乙", null, null, "三年二班", null, null, null, null, null, null, null));
    }

    @OnBothDatabases
    void isTheVersionThatCountsOfTheNewestEarlierPeriodWithARow(TestDatabase database) {
        file(database, EIGHT, SCHOOL, day(-2), row(5, "旧", "36.1"));
        file(database, NINE, SCHOOL, day(-1), row(5, "乙", "36.1"), row(6, "丙", "36.1"));
        file(database, EIGHT, SCHOOL, day(-1), row(5, "甲", "36.1"));
        file(database, EIGHT, SCHOOL, day(0));
        file(database, EIGHT, SCHOOL, day(2), row(5, "后", "36.1"));
        file(database, EIGHT, OTHER, day(0), row(5, "别", "36.1"));

        assertThat(names(before(database, FORM, day(1).start()))).containsExactly("乙", "丙");
        assertThat(names(before(database, FORM, day(-1).start()))).containsExactly("旧");
        assertThat(before(database, FORM, day(-2).start())).isEmpty();
    }

    @OnBothDatabases
    void countsTheRowsThatAreNotAmongThem(TestDatabase database) {
        CheckedSheet partly = new CheckedSheet(
                false,
                new RowCounts(6, 1, 2, 3),
                List.of(
                        new IgnoredRow(7, IgnoredRow.Reason.NOT_ANSWERED),
                        new IgnoredRow(8, IgnoredRow.Reason.NOT_ANSWERED),
                        new IgnoredRow(9, IgnoredRow.Reason.TOTAL_ROW)),
                new TreeSet<>(),
                List.of());
        file(database, EIGHT, SCHOOL, DAY, partly, row(5, "甲", "36.1"));

        assertThat(before(database, FORM, day(1).start()).orElseThrow().rowsLeftOut())
                .isEqualTo(4);
    }

    @OnBothDatabases
    void aColumnDeclaredSinceIsBlankAndAFormThatCarriesNothingOverHasNone(TestDatabase database) {
        file(database, EIGHT, SCHOOL, DAY, row(5, "甲", "36.1"), row(6, "甲", "36.4"));
        List<Column> columns = new ArrayList<>(GateLog.columns());
        columns.set(2, GateLog.column("phone2", columns.get(2).type(), true, false, 40));

        assertThat(before(database, GateLog.form(FORM.id(), columns, false), day(1).start())
                        .orElseThrow()
                        .rows())
                .as("and one who stands in two rows comes once")
                .containsExactly(Arrays.asList("甲", null, null, "三年二班", null, null, null, null, null, null, null));
        assertThat(before(database, GateLog.ofGroups(), day(1).start())).isEmpty();
    }

    private static Period day(int from) {
        return new Period(PeriodKind.DAY, DAY.start().plusDays(from));
    }

    private static List<@Nullable String> names(Optional<LastSheet> last) {
        return last.orElseThrow().rows().stream()
                .<@Nullable String>map(row -> row.get(0))
                .toList();
    }

    private static Optional<LastSheet> before(TestDatabase database, Form form, LocalDate day) {
        return new LastSheets(database.dataSource(), database.session(), new Seal(Keys.inHome(database.home())))
                .before(form, SCHOOL, new Period(PeriodKind.DAY, day));
    }

    private void file(TestDatabase database, Instant at, Institution institution, Period period, CheckedRow... rows) {
        file(database, at, institution, period, checked(false, new RowCounts(rows.length, rows.length, 0, 0)), rows);
    }

    private void file(
            TestDatabase database,
            Instant at,
            Institution institution,
            Period period,
            CheckedSheet checked,
            CheckedRow... rows) {
        Submissions submissions = new Submissions(
                database.dataSource(),
                database.session(),
                database.transactions(),
                new Seal(Keys.inHome(database.home())),
                Clock.systemUTC());
        new DerivedTables(database.database(), database.dataSource()).prepare(List.of(FORM));
        String hash = "%064x".formatted(++files);
        ReceivedFile file = submissions.received(new Received(hash, "门岗.csv", 1, at, false, Path.of("nowhere")));
        database.inTransaction(() -> {
            Filing filing = submissions.file(file);
            SheetWriter writer = filing.sheet(FORM, "门岗", institution, period, null);
            List.of(rows).forEach(writer);
            writer.finish(checked, true);
            return filing.finish(SheetState.ACCEPTED, List.of());
        });
    }
}
