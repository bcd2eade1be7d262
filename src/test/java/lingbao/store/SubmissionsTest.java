package lingbao.store;

import static lingbao.store.GateLog.DAY;
import static lingbao.store.GateLog.FORM;
import static lingbao.store.GateLog.SCHOOL;
import static lingbao.store.GateLog.accepted;
import static lingbao.store.GateLog.checked;
import static lingbao.store.GateLog.fullRow;
import static lingbao.store.GateLog.row;
import static lingbao.store.GateLog.takenBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Institution;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;
import lingbao.seal.Keys;
import lingbao.seal.Seal;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import lingbao.upload.Received;
import lingbao.upload.Uploads;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;

class SubmissionsTest {

    private static final Instant EIGHT = Instant.parse("2020-06-17T00:00:00.001Z");
    private static final Instant NINE = Instant.parse("2020-06-17T01:00:00.002Z");
    private static final Instant TEN = Instant.parse("2020-06-17T02:00:00.003Z");

    private static final CheckedRow ZHANG = row(5, "张三", "36.5");
    private static final CheckedRow LI = row(6, "李四", "36.7");

    @OnBothDatabases
    void storesEveryTypeAsItWasUnderstood(TestDatabase database) {
        Desk desk = new Desk(database);
        desk.file("a", NINE, accepted(1), fullRow(5, "𠮷田", "11010519491231002X"));

        assertThat(database.rows("select source_row, institution, class_name, morning_temperature, visits, onset_date,"
                        + " entered_at, saw_doctor, category, symptoms from form_gate_log"))
                .singleElement()
                .asString()
                .isEqualTo("{source_row=5, institution=3301080001, class_name=𠮷㙓班, morning_temperature=36.5, visits=3,"
                        + " onset_date=2020-06-16, entered_at=08:05:00, saw_doctor=1, category=发热,"
                        + " symptoms=|发热|咳嗽|}");
        assertThat(desk.seal.unseal(database.value("select sealed_id_number from form_gate_log", String.class)))
                .isEqualTo("11010519491231002X");
        assertThat(database.value("select person_key from form_gate_log", String.class))
                .isEqualTo(desk.seal.personKey("id:11010519491231002X"));
        assertThat(database.rows("select form, region, version, state, rows_seen, rows_accepted, answered_rows,"
                        + " case_rows, highest, superseded_at from submission"))
                .singleElement()
                .asString()
                .isEqualTo("{form=gate-log, region=330108001, version=1, state=accepted, rows_seen=1, rows_accepted=1,"
                        + " answered_rows=1, case_rows=1, highest=36.50, superseded_at=null}");
        assertThat(desk.timesOf("received_at")).containsExactly(NINE);
    }

    @OnBothDatabases
    void givesAReceiptThatCannotBeGuessedAndKeepsIt(TestDatabase database) {
        Desk desk = new Desk(database);
        String receipt = desk.file("a", NINE, accepted(1), ZHANG);
        assertThat(receipt).matches("R[0-9A-Z]{24}").isNotEqualTo(desk.file("b", TEN, accepted(1), ZHANG));
        assertThat(database.rows("select state, sha256 from received_file where receipt = ?", receipt))
                .singleElement()
                .asString()
                .contains("state=accepted");
    }

    @OnBothDatabases
    void tellsADuplicateOfTheCurrentVersionOnly(TestDatabase database) {
        Desk desk = new Desk(database);
        String first = desk.file("a", EIGHT, accepted(1), ZHANG);
        assertThat(desk.currentWithSameBytes("a")).contains(first);
        desk.file("b", NINE, accepted(1), LI);
        assertThat(desk.currentWithSameBytes("a")).isEmpty();
        String again = desk.file("a", TEN, accepted(1), ZHANG);
        assertThat(desk.currentWithSameBytes("a")).contains(again);
        assertThat(desk.currentWithSameBytes("b")).isEmpty();
    }

    @OnBothDatabases
    void aCorrectionTakesOverAndLeavesItsTrace(TestDatabase database) {
        Desk desk = new Desk(database);
        desk.file("a", EIGHT, accepted(2), ZHANG, LI);
        FiledSheet corrected = desk.filed("b", NINE, FORM, accepted(1), ZHANG);

        assertThat(corrected.state()).isEqualTo(SheetState.ACCEPTED);
        assertThat(corrected.findings())
                .extracting(Finding::code, Finding::details)
                .containsExactly(tuple(FindingCode.FEWER_ROWS, List.of("1", "2", "，少了上次第 6 行的人")));
        assertThat(desk.versions())
                .containsExactly("1 2020-06-17T00:00:00.001Z–2020-06-17T01:00:00.002Z", "2 2020-06-17T01:00:00.002Z–");
        assertThat(database.value("select count(*) from form_gate_log", Integer.class))
                .as("rows of both versions")
                .isEqualTo(3);
        assertThat(database.jdbc().queryForList("select code from finding", String.class))
                .containsExactly("FEWER_ROWS");
    }

    @OnBothDatabases
    void aRefusedSheetNeverReplacesTheCurrentVersion(TestDatabase database) {
        Desk desk = new Desk(database);
        desk.file("a", EIGHT, accepted(1), ZHANG);

        FiledSheet refused = desk.filed("b", NINE, FORM, checked(true, new RowCounts(2, 1, 1, 0)), LI);
        assertThat(refused.state()).isEqualTo(SheetState.REJECTED);
        assertThat(refused.rows()).isEqualTo(new RowCounts(2, 0, 2, 0));
        FiledSheet allRejected = desk.filed("c", TEN, FORM, checked(false, new RowCounts(3, 0, 2, 1)));
        assertThat(allRejected.state()).isEqualTo(SheetState.REJECTED);

        assertThat(desk.versions()).containsExactly("1 2020-06-17T00:00:00.001Z–");
        assertThat(desk.namesStored()).containsExactly("张三");
        assertThat(database.rows("select state, version, region from submission where version is null"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("state", "rejected"));
        assertThat(desk.currentWithSameBytes("b")).as("judged again").isEmpty();
    }

    @OnBothDatabases
    void anEmptySheetIsAcceptedAndReplaces(TestDatabase database) {
        Desk desk = new Desk(database);
        desk.file("a", EIGHT, accepted(1), ZHANG);
        FiledSheet blank = desk.filed("b", NINE, FORM, accepted(0));
        assertThat(blank.state()).isEqualTo(SheetState.ACCEPTED);
        assertThat(desk.versions()).hasSize(2);
    }

    @OnBothDatabases
    void anOlderSheetThatIsFiledLaterTakesItsPlaceInTime(TestDatabase database) {
        Desk desk = new Desk(database);
        desk.file("c", TEN, accepted(1), ZHANG);
        desk.file("a", EIGHT, accepted(2), ZHANG, LI);
        FiledSheet between = desk.filed("b", NINE, FORM, accepted(1), LI);

        assertThat(between.findings()).as("it replaces nothing that counts").isEmpty();
        assertThat(desk.versions())
                .containsExactly(
                        "2 2020-06-17T00:00:00.001Z–2020-06-17T01:00:00.002Z",
                        "3 2020-06-17T01:00:00.002Z–2020-06-17T02:00:00.003Z",
                        "1 2020-06-17T02:00:00.003Z–");
        assertThat(desk.currentWithSameBytes("c")).isPresent();
        assertThat(desk.currentWithSameBytes("b")).isEmpty();
    }

    @OnBothDatabases
    void sheetsOfAFormWithBatchesStandBesideOneAnother(TestDatabase database) {
        Desk desk = new Desk(database);
        Form batches = GateLog.form("gate-log", GateLog.columns(), true);
        desk.filed("a", EIGHT, batches, accepted(1), ZHANG);
        FiledSheet second = desk.filed("b", NINE, batches, accepted(1), LI);
        assertThat(second.findings()).isEmpty();
        assertThat(desk.versions()).containsExactly("1 2020-06-17T00:00:00.001Z–", "2 2020-06-17T01:00:00.002Z–");
    }

    @OnBothDatabases
    void rowsTakenBackAreNeitherStoredNorCounted(TestDatabase database) {
        Desk desk = new Desk(database);
        CheckedRow fevered =
                new CheckedRow(7, row(7, "王五", "39.9").values(), true, true, new BigDecimal("39.9"), "name:三1|王五");
        FiledSheet filed = desk.filed("a", NINE, FORM, takenBack(new RowCounts(4, 2, 1, 1), 7), ZHANG, LI, fevered);

        assertThat(filed.state()).isEqualTo(SheetState.PARTLY_ACCEPTED);
        assertThat(desk.namesStored()).containsExactly("张三", "李四");
        assertThat(database.rows("select state, rows_seen, rows_accepted, rows_rejected, rows_ignored, answered_rows,"
                        + " case_rows, highest from submission"))
                .singleElement()
                .asString()
                .isEqualTo("{state=partly-accepted, rows_seen=4, rows_accepted=2, rows_rejected=1, rows_ignored=1,"
                        + " answered_rows=2, case_rows=0, highest=36.70}");
        assertThat(database.rows("select row_no, reason from ignored_row"))
                .singleElement()
                .asString()
                .isEqualTo("{row_no=99, reason=TOTAL_ROW}");
    }

    @OnBothDatabases
    void countsThatDoNotAddUpAreNeverStored(TestDatabase database) {
        Desk desk = new Desk(database);
        assertThatThrownBy(() -> desk.file("a", NINE, accepted(3), ZHANG, LI))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.value("select count(*) from form_gate_log", Integer.class))
                .isZero();
    }

    @OnBothDatabases
    void aRollbackLeavesNothingButTheReceiptAndTheNextTryGoesOnWithIt(TestDatabase database) {
        Desk desk = new Desk(database);
        Received file = desk.received("a", EIGHT);
        ReceivedFile first = desk.submissions.received(file);
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    Filing filing = desk.submissions.file(first);
                    SheetWriter writer = filing.sheet(FORM, "门岗", SCHOOL, DAY, null);
                    IntStream.range(0, 1500).forEach(i -> writer.accept(row(5 + i, "张三", "36.5")));
                    filing.finish(SheetState.ACCEPTED, List.of(Finding.ofFile(FindingCode.EMPTY_FILE)));
                    throw new IllegalStateException("the machine stops");
                }))
                .hasMessage("the machine stops");
        for (String table : List.of("form_gate_log", "submission", "finding", "sender_lock")) {
            assertThat(database.value("select count(*) from " + table, Integer.class))
                    .as(table)
                    .isZero();
        }

        ReceivedFile again = desk.submissions.received(desk.received("a", TEN));
        assertThat(again).isEqualTo(first);
        assertThat(again.receivedAt()).isEqualTo(EIGHT);
        assertThat(desk.submissions.received(desk.named("other name", desk.received("a", TEN))))
                .as("the same bytes under another name")
                .isNotEqualTo(first);
        desk.file("a", TEN, accepted(1), ZHANG);
        assertThat(desk.timesOf("received_at")).containsExactly(EIGHT);
        assertThat(desk.submissions.received(desk.received("a", TEN)))
                .as("after it was answered")
                .isNotEqualTo(first);
    }

    @OnBothDatabases
    void aFileRefusedAsAWholeIsKeptWithItsReasons(TestDatabase database) {
        Desk desk = new Desk(database);
        ReceivedFile received = desk.submissions.received(desk.received("a", NINE));
        database.inTransaction(() -> {
            Filing filing = desk.submissions.file(received);
            filing.refused(
                    FORM,
                    "门岗",
                    "a text that is much too long to be a code",
                    null,
                    checked(
                            true,
                            new RowCounts(2, 1, 1, 0),
                            Finding.ofSheet(FindingCode.INSTITUTION_UNKNOWN, "门岗", "第一小学", "x\u001fy")));
            return filing.finish(
                    SheetState.REJECTED, List.of(Finding.ofFile(FindingCode.CORRUPT, "x".repeat(5000) + "𠮷")));
        });
        assertThat(database.rows("select institution, period_start, state, rows_rejected from submission"))
                .singleElement()
                .asString()
                .isEqualTo("{institution=null, period_start=null, state=rejected, rows_rejected=2}");
        assertThat(database.jdbc().queryForList("select code from finding order by id", String.class))
                .containsExactly("INSTITUTION_UNKNOWN", "CORRUPT");
        assertThat(database.value("select state from received_file", String.class))
                .isEqualTo("rejected");
    }

    @OnBothDatabases
    void aPersonWithoutNumberIsAnotherOneInEachInstitution(TestDatabase database) {
        Desk desk = new Desk(database);
        desk.file("a", EIGHT, accepted(1), ZHANG);
        database.inTransaction(() -> {
            Filing filing = desk.submissions.file(desk.submissions.received(desk.received("b", NINE)));
            SheetWriter writer = filing.sheet(
                    FORM, null, new Institution("3301080002", "第二小学", SCHOOL.kind(), SCHOOL.region()), DAY, null);
            writer.accept(ZHANG);
            return writer.finish(accepted(1), true);
        });
        assertThat(database.jdbc().queryForList("select distinct person_key from form_gate_log", String.class))
                .hasSize(2);
    }

    @OnBothDatabases
    void filesInBatchesOfAnySize(TestDatabase database) {
        Desk desk = new Desk(database);
        CheckedRow[] rows = IntStream.range(0, 20_001)
                .mapToObj(i -> row(5 + i, "学生" + i, i % 2 == 0 ? "36.5" : "37.4"))
                .toArray(CheckedRow[]::new);
        FiledSheet filed = desk.filed("a", NINE, FORM, accepted(20_001), rows);
        assertThat(filed.rows().accepted()).isEqualTo(20_001);
        assertThat(database.rows(
                        "select count(*) as n, count(distinct person_key) as persons, min(source_row) as first,"
                                + " max(source_row) as last from form_gate_log"))
                .singleElement()
                .asString()
                .isEqualTo("{n=20001, persons=20001, first=5, last=20005}");
    }

    /** Two tries to file the same bytes, and two corrections of one day, all at once: nothing is lost, one is current. */
    @OnBothDatabases
    void sheetsOfOneSenderAreFiledOneAfterTheOther(TestDatabase database) throws Exception {
        Desk desk = new Desk(database);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> tries = Stream.of("a", "a", "b", "c")
                    .<Callable<String>>map(bytes -> () -> desk.fileOnce(bytes, NINE))
                    .toList();
            for (Future<String> receipt : threads.invokeAll(tries)) {
                assertThat(receipt.get()).startsWith("R");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.rows("select version from submission where superseded_at is null"))
                .hasSize(1);
        List<Integer> versions =
                database.jdbc().queryForList("select version from submission order by version", Integer.class);
        assertThat(versions)
                .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        assertThat(versions).hasSizeBetween(3, 4);
        assertThat(database.rows("select id from received_file where judged_at is null"))
                .isEmpty();
        assertThat(database.jdbc().queryForList("select id from received_file", Long.class))
                .hasSize(4);
    }

    @OnBothDatabases
    void noPersonalDataStandsInClearAnywhereInTheHome(TestDatabase database) throws IOException {
        Desk desk = new Desk(database);
        Path sheet = Files.writeString(
                database.home().resolveSibling("planted-" + database.home().getFileName() + ".csv"),
                "姓名,证件号码,电话\n欧阳植物,11010519491231002X,13812345678\n");
        try (Uploads uploads = new Uploads(database.home(), desk.seal, Clock.systemUTC())) {
            Received received = uploads.keep(sheet, null);
            ReceivedFile file = desk.submissions.received(received);
            database.inTransaction(() -> {
                Filing filing = desk.submissions.file(file);
                SheetWriter writer = filing.sheet(FORM, null, SCHOOL, DAY, null);
                writer.accept(fullRow(2, "欧阳植物", "11010519491231002X"));
                writer.accept(row(3, "欧阳植物", "36.5"));
                writer.finish(accepted(2), true);
                return filing.finish(SheetState.ACCEPTED, List.of());
            });
            uploads.forget(received);
        } finally {
            Files.delete(sheet);
        }

        database.dataSource().close();
        for (String planted : List.of("欧阳植物", "11010519491231002X", "13812345678", "planted-")) {
            assertThat(filesThatHold(database.home(), planted)).as(planted).isEmpty();
        }
        if (!database.database().isServer()) {
            assertThat(filesThatHold(database.home(), "三年二班"))
                    .as("what may stand in clear")
                    .isNotEmpty();
        }
    }

    private static List<Path> filesThatHold(Path home, String text) throws IOException {
        List<byte[]> writings = List.of(
                text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16BE), writtenByH2(text));
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> writings.stream()
                            .anyMatch(bytes -> read(file).contains(new String(bytes, StandardCharsets.ISO_8859_1))))
                    .toList();
        }
    }

    /** Three bytes a Chinese character, as in UTF-8, but without the marks that UTF-8 puts on the second and third. */
    private static byte[] writtenByH2(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 0xc0) == 0x80) {
                bytes[i] &= 0x3f;
            }
        }
        return bytes;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever sits at intake: files sheets of one school for one day. */
    private static final class Desk {

        private final TestDatabase database;
        private final Seal seal;
        private final Submissions submissions;

        Desk(TestDatabase database) {
            this.database = database;
            seal = new Seal(Keys.inHome(database.home()));
            submissions = new Submissions(
                    database.dataSource(), database.session(), database.transactions(), seal, Clock.systemUTC());
            new DerivedTables(database.database(), database.dataSource()).prepare(List.of(FORM));
        }

        Received received(String bytes, Instant at) {
            return new Received((bytes + "0".repeat(64)).substring(0, 64), "日报.csv", 10, at, false, Path.of("nowhere"));
        }

        Received named(String name, Received file) {
            return new Received(file.sha256(), name, file.bytes(), file.receivedAt(), false, file.content());
        }

        String file(String bytes, Instant at, CheckedSheet checked, CheckedRow... rows) {
            ReceivedFile received = submissions.received(received(bytes, at));
            return database.inTransaction(() -> {
                Filing filing = submissions.file(received);
                FiledSheet sheet = write(filing, FORM, checked, rows);
                return filing.finish(sheet.state(), List.of());
            });
        }

        FiledSheet filed(String bytes, Instant at, Form form, CheckedSheet checked, CheckedRow... rows) {
            ReceivedFile received = submissions.received(received(bytes, at));
            return database.inTransaction(() -> {
                Filing filing = submissions.file(received);
                FiledSheet sheet = write(filing, form, checked, rows);
                filing.finish(sheet.state(), List.of());
                return sheet;
            });
        }

        String fileOnce(String bytes, Instant at) {
            ReceivedFile received = submissions.received(received(bytes, at));
            return database.inTransaction(() -> {
                Filing filing = submissions.file(received);
                return filing.currentWithSameBytes(FORM, SCHOOL, DAY)
                        .map(first -> {
                            filing.finish(SheetState.DUPLICATE, List.of());
                            return first;
                        })
                        .orElseGet(() -> {
                            write(filing, FORM, accepted(2), ZHANG, LI);
                            return filing.finish(SheetState.ACCEPTED, List.of());
                        });
            });
        }

        private static FiledSheet write(Filing filing, Form form, CheckedSheet checked, CheckedRow... rows) {
            SheetWriter writer = filing.sheet(form, "门岗", SCHOOL, DAY, null);
            for (CheckedRow row : rows) {
                writer.accept(row);
            }
            return writer.finish(checked, true);
        }

        Optional<String> currentWithSameBytes(String bytes) {
            ReceivedFile received = submissions.received(received(bytes, TEN));
            return database.inTransaction(() -> submissions.file(received).currentWithSameBytes(FORM, SCHOOL, DAY));
        }

        /** Number, from and to, in the order in which they were received. */
        List<String> versions() {
            return database
                    .rows("select version, received_at, superseded_at from submission where version is not null"
                            + " order by received_at")
                    .stream()
                    .map(row -> row.get("version") + " " + utc(row, "received_at") + "–" + utc(row, "superseded_at"))
                    .toList();
        }

        List<Instant> timesOf(String column) {
            return database.rows("select " + column + " from submission order by id").stream()
                    .map(row -> Instant.parse(utc(row, column)))
                    .toList();
        }

        private static String utc(Map<String, @Nullable Object> row, String column) {
            @Nullable Object time = row.get(column);
            return time == null
                    ? ""
                    : (time instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) time)
                            .toInstant(ZoneOffset.UTC)
                            .toString();
        }

        List<String> namesStored() {
            return database
                    .jdbc()
                    .queryForList(
                            "select sealed_name from form_gate_log order by submission_id, source_row", String.class)
                    .stream()
                    .map(seal::unseal)
                    .toList();
        }
    }
}
