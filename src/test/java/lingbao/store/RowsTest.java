package lingbao.store;

import static lingbao.store.GateLog.DAY;
import static lingbao.store.GateLog.FORM;
import static lingbao.store.GateLog.SCHOOL;
import static lingbao.store.GateLog.accepted;
import static lingbao.store.GateLog.fullRow;
import static lingbao.store.GateLog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import lingbao.domain.Institution;
import lingbao.domain.SheetState;
import lingbao.seal.Keys;
import lingbao.seal.Seal;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import lingbao.upload.Received;
import lingbao.validate.CheckedRow;
import org.jspecify.annotations.Nullable;

class RowsTest {

    private static final Institution OTHER = new Institution("3301080002", "第二小学", SCHOOL.kind(), SCHOOL.region());
    private static final Instant EIGHT = Instant.parse("2020-06-17T00:00:00Z");
    private static final Instant NINE = Instant.parse("2020-06-17T01:00:00Z");

    @OnBothDatabases
    void handsOnTheUnderstoodValuesWithWhatIsPersonalMasked(TestDatabase database) {
        String receipt = file(database, "a", NINE, SCHOOL, fullRow(5, "𠮷田", "11010519491231002X"));
        assertThat(exported(database, List.of(SCHOOL.code())))
                .containsExactly(new StoredRow(
                        SCHOOL.code(),
                        DAY,
                        receipt,
                        "日报138****5678.csv",
                        "门岗",
                        5,
                        List.of(
                                "𠮷*",
                                "110105********002X",
                                "138****5678",
                                "𠮷㙓班",
                                new BigDecimal("36.5"),
                                3,
                                LocalDate.of(2020, 6, 16),
                                LocalTime.of(8, 5),
                                true,
                                "发热",
                                List.of("发热", "咳嗽"))));
    }

    @OnBothDatabases
    void handsOnCurrentVersionsOnlyByInstitutionAndRow(TestDatabase database) {
        file(database, "a", EIGHT, OTHER, row(5, "旧", "36.1"));
        file(database, "b", NINE, OTHER, row(9, "乙", null), row(7, "甲", "36.2"));
        file(database, "c", NINE, SCHOOL, row(5, "丙", "36.3"));
        assertThat(exported(database, null))
                .extracting(StoredRow::institution, StoredRow::row)
                .containsExactly(tuple(SCHOOL.code(), 5), tuple(OTHER.code(), 7), tuple(OTHER.code(), 9));
        assertThat(exported(database, List.of(OTHER.code()))).hasSize(2);
        assertThat(exported(database, List.of())).isEmpty();
        assertThat(exported(database, null).get(2).values())
                .containsExactly("乙*", null, null, "三年二班", null, null, null, null, null, null, null);
    }

    private static List<StoredRow> exported(TestDatabase database, @Nullable List<String> institutions) {
        List<StoredRow> rows = new ArrayList<>();
        new Rows(database.database(), database.dataSource(), new Seal(Keys.inHome(database.home())))
                .export(FORM, DAY.start(), DAY.start(), institutions, rows::add);
        return rows;
    }

    private static String file(
            TestDatabase database, String bytes, Instant at, Institution institution, CheckedRow... rows) {
        Submissions submissions = new Submissions(
                database.dataSource(),
                database.session(),
                database.transactions(),
                new Seal(Keys.inHome(database.home())),
                Clock.systemUTC());
        new DerivedTables(database.database(), database.dataSource()).prepare(List.of(FORM));
        Received received = new Received(
                (bytes + "0".repeat(64)).substring(0, 64), "日报13812345678.csv", 1, at, false, Path.of("nowhere"));
        ReceivedFile file = submissions.received(received);
        return database.inTransaction(() -> {
            Filing filing = submissions.file(file);
            SheetWriter writer = filing.sheet(FORM, "门岗", institution, DAY, null);
            for (CheckedRow row : rows) {
                writer.accept(row);
            }
            writer.finish(accepted(rows.length), true);
            return filing.finish(SheetState.ACCEPTED, List.of());
        });
    }
}
