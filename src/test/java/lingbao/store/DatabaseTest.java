package lingbao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @OnBothDatabases
    void fixedTablesAreThereAndMigratingAgainChangesNothing(TestDatabase database) {
        database.database().migrate(database.dataSource());
        assertThat(database.rows("select count(*) as n from flyway_schema_history where type = 'SQL'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("n", 7L));
        assertThat(database.rows("select name from schema_lock")).hasSize(1);
        assertThat(database.rows("select * from BATCH_JOB_INSTANCE")).isEmpty();
    }

    @OnBothDatabases
    void tellsLettersDigitsAndWidthsApart(TestDatabase database) {
        for (String name : new String[] {"a", "A", "5", "５", "1", "①", "𠮷", "㙓"}) {
            database.jdbc().update("insert into schema_lock (name) values (?)", name);
        }
        for (String name : new String[] {"a", "A", "5", "５", "1", "①", "𠮷", "㙓"}) {
            assertThat(database.rows("select name from schema_lock where name = ?", name))
                    .as(name)
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("name", name));
        }
        assertThat(database.rows("select 1 as n from schema_lock where name = 'derived-tables' and 'a' = 'A'"))
                .isEmpty();
    }

    /** 02:30 on that day is no time in New York, where the clocks jump: whatever goes through the process's zone is moved. */
    @OnBothDatabases
    void keepsInstantsAsUtcWhateverTheZoneOfTheProcess(TestDatabase database) {
        Instant instant = Instant.parse("2020-03-08T02:30:00.123Z");
        ReceivedFileMapper files = database.session().getMapper(ReceivedFileMapper.class);
        TimeZone before = TimeZone.getDefault();
        try {
            moveTo(TimeZone.getTimeZone("America/New_York"), database);
            files.insert("R1", "0".repeat(64), "", 0, instant, false);
            assertThat(database.value("select cast(received_at as char(40)) from received_file", String.class))
                    .startsWith("2020-03-08 02:30:00.123");
            assertThat(files.byReceipt("R1").receivedAt()).isEqualTo(instant);
        } finally {
            moveTo(before, database);
        }
    }

    /** Both drivers keep the zone that they found when they connected. */
    private static void moveTo(TimeZone zone, TestDatabase database) {
        TimeZone.setDefault(zone);
        DateTimeUtils.resetCalendar();
        database.dataSource().getHikariPoolMXBean().softEvictConnections();
    }

    @OnBothDatabases
    void everyMethodOfAMapperHasItsStatement(TestDatabase database) {
        for (Class<?> mapper :
                database.sessions().getConfiguration().getMapperRegistry().getMappers()) {
            for (Method method : mapper.getDeclaredMethods()) {
                assertThat(database.sessions()
                                .getConfiguration()
                                .hasStatement(mapper.getName() + "." + method.getName()))
                        .as(method.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void refusesAHomeThatAnotherProcessWorksOn(@TempDir Path home) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsHome.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("open");
            assertThatThrownBy(() -> Database.embedded(home).open()).isInstanceOf(HomeInUseException.class);
        } finally {
            other.destroyForcibly().waitFor();
        }
        Database.embedded(home).open().close();
    }

    static final class HoldsHome {
        public static void main(String[] arguments) throws Exception {
            Database.embedded(Path.of(arguments[0])).open();
            System.out.println("open");
            Thread.sleep(60_000);
        }
    }

    @Test
    void saysItsAddressWithoutUserOrPassword() {
        assertThat(Database.mysql("jdbc:mysql://db/lingbao?password=secret", "me", "secret"))
                .hasToString("jdbc:mysql://db/lingbao");
    }
}
