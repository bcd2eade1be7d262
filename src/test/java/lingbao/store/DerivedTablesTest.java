package lingbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

class DerivedTablesTest {

    @OnBothDatabases
    void makesTheTableOfAFormOnce(TestDatabase database) {
        DerivedTables tables = new DerivedTables(database.database(), database.dataSource());
        tables.prepare(List.of(GateLog.FORM));
        database.jdbc()
                .update("insert into form_gate_log (submission_id, source_row, institution, period_start, class_name)"
                        + " values (1, 5, 'E1', '2020-06-17', '三1')");
        tables.prepare(List.of(GateLog.FORM));
        assertThat(database.jdbc().queryForList("select class_name from form_gate_log", String.class))
                .containsExactly("三1");
    }

    @OnBothDatabases
    void everyShippedFormGetsItsTable(TestDatabase database) {
        Catalogue catalogue = new CatalogueReader().read(new DeclaredFiles(null));
        DerivedTables tables = new DerivedTables(database.database(), database.dataSource());
        tables.prepare(catalogue.forms().values());
        tables.prepare(catalogue.forms().values());
        assertThat(catalogue.forms()).isNotEmpty();
        for (Form form : catalogue.forms().values()) {
            assertThat(database.rows("select * from " + form.table())).isEmpty();
        }
    }

    @OnBothDatabases
    void makesRoomForSeveralRowsOfOneRowInANewTableAndInAnOldOne(TestDatabase database) {
        DerivedTables tables = new DerivedTables(database.database(), database.dataSource());
        Form form = GateLog.ofGroups();
        for (Form before : List.of(GateLog.FORM, form)) {
            tables.prepare(List.of(before));
            tables.prepare(List.of(form));
            tables.prepare(List.of(form));
            for (String category : List.of("发热", "咳嗽")) {
                database.jdbc()
                        .update(
                                "insert into form_gate_log (submission_id, source_row, institution, period_start, category)"
                                        + " values (1, 5, 'E1', '2020-06-17', ?)",
                                category);
            }
            assertThat(database.jdbc().queryForList("select category from form_gate_log", String.class))
                    .containsExactlyInAnyOrder("发热", "咳嗽");
            database.jdbc().execute("drop table form_gate_log");
        }
    }

    @OnBothDatabases
    void addsAColumnThatTheFormHasGained(TestDatabase database) {
        prepare(database, GateLog.columns());
        List<Column> more = GateLog.columns();
        more.add(GateLog.column("plateNumber", ColumnType.TEXT, false, false, 20));
        more.add(GateLog.column("visitor", ColumnType.PERSON, true, false, 20));
        prepare(database, more);
        database.jdbc()
                .update("insert into form_gate_log (submission_id, source_row, institution, period_start, plate_number,"
                        + " sealed_visitor) values (1, 5, 'E1', '2020-06-17', '浙A12345', 'x')");
    }

    @OnBothDatabases
    void keepsTheColumnsThatTheFormNoLongerNames(TestDatabase database) {
        prepare(database, GateLog.columns());
        database.jdbc()
                .update("insert into form_gate_log (submission_id, source_row, institution, period_start, visits)"
                        + " values (1, 5, 'E1', '2020-06-17', 7)");
        List<Column> fewer = GateLog.columns();
        fewer.removeIf(column -> column.id().equals("visits"));
        prepare(database, fewer);
        assertThat(database.value("select visits from form_gate_log", Integer.class))
                .isEqualTo(7);
    }

    @OnBothDatabases
    void makesRoomForLongerTextsAndNeverTakesRoomAway(TestDatabase database) {
        prepare(database, GateLog.columns());
        List<Column> longer = GateLog.columns();
        longer.set(3, GateLog.column("className", ColumnType.TEXT, false, false, 200));
        prepare(database, longer);
        database.jdbc()
                .update(
                        "insert into form_gate_log (submission_id, source_row, institution, period_start, class_name)"
                                + " values (1, 5, 'E1', '2020-06-17', ?)",
                        "班".repeat(200));
        prepare(database, GateLog.columns());
        assertThat(database.value("select class_name from form_gate_log", String.class))
                .hasSize(200);
    }

    @OnBothDatabases
    void namesEveryDifferenceAtOnceAndChangesNothing(TestDatabase database) {
        prepare(database, GateLog.columns());
        List<Column> other = GateLog.columns();
        other.set(3, GateLog.column("className", ColumnType.INTEGER, false, false, 0));
        other.set(5, GateLog.column("visits", ColumnType.DATE, false, false, 0));
        other.set(1, GateLog.column("idNumber", ColumnType.ID, false, false, 40));
        other.add(GateLog.column("added", ColumnType.TEXT, false, false, 20));

        assertThatThrownBy(() -> prepare(database, other))
                .isInstanceOfSatisfying(TablesDifferException.class, differ -> assertThat(differ.differences())
                        .hasSize(3)
                        .anyMatch(difference -> difference.contains("form_gate_log.class_name"))
                        .anyMatch(difference -> difference.contains("form_gate_log.visits"))
                        .anyMatch(difference -> difference.contains("id_number")));
        assertThatThrownBy(() -> database.jdbc().queryForList("select added from form_gate_log"))
                .isInstanceOf(RuntimeException.class);
    }

    @OnBothDatabases
    void refusesAFormTooWideForARowOnBothDatabases(TestDatabase database) {
        List<Column> wide = GateLog.columns();
        for (int i = 0; i < 20; i++) {
            wide.add(GateLog.column("text" + i, ColumnType.TEXT, false, false, 1000));
        }
        assertThatThrownBy(() -> prepare(database, wide)).isInstanceOf(TablesDifferException.class);
    }

    @OnBothDatabases
    void takesAsWideARowAsItSays(TestDatabase database) {
        List<Column> wide = GateLog.columns();
        for (int i = 0; i < 15; i++) {
            wide.add(GateLog.column("text" + i, ColumnType.TEXT, false, false, 1000));
        }
        prepare(database, wide);
    }

    @OnBothDatabases
    void waitsWhileAnotherProcessMakesTables(TestDatabase database) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection holder = database.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select name from schema_lock for update");
            Future<?> prepared = other.submit(() -> prepare(database, GateLog.columns()));
            assertThatThrownBy(() -> prepared.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            holder.rollback();
            prepared.get(60, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
        assertThat(database.rows("select * from form_gate_log")).isEmpty();
    }

    private static void prepare(TestDatabase database, List<Column> columns) {
        new DerivedTables(database.database(), database.dataSource())
                .prepare(List.of(GateLog.form("gate-log", columns, false)));
    }
}
