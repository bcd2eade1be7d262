package lingbao.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lingbao.store.Database;
import lingbao.store.MapperSettings;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database with the fixed tables and all mappers, wired as the program wires it, in a home of its own. Everything
 * shares the connection of the transaction that is open.
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final Path home;
    private final Database database;
    private final @Nullable String schema;
    private final HikariDataSource dataSource;
    private final SqlSessionFactory sessions;

    private TestDatabase(String name, Path home, Database database, @Nullable String schema) throws Exception {
        this.name = name;
        this.home = home;
        this.database = database;
        this.schema = schema;
        this.dataSource = database.open();
        database.migrate(dataSource);
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(dataSource);
        factory.setConfiguration(MapperSettings.configuration());
        factory.setMapperLocations(
                new PathMatchingResourcePatternResolver().getResources("classpath*:mappers/**/*.xml"));
        this.sessions = Objects.requireNonNull(factory.getObject());
    }

    /** An embedded database in a file, with the settings of production. */
    public static TestDatabase embedded() throws Exception {
        Path home = Files.createTempDirectory("lingbao-home");
        return new TestDatabase("H2", home, Database.embedded(home), null);
    }

    /** A schema of the MariaDB server that all tests of this JVM share. */
    public static TestDatabase server() throws Exception {
        String schema = MariaDbServer.running().newSchema();
        Path home = Files.createTempDirectory("lingbao-home");
        return new TestDatabase(
                "MariaDB", home, Database.mysql(schema, MariaDbServer.USER, MariaDbServer.PASSWORD), schema);
    }

    /** A temporary folder, removed at the end; the embedded database lies in it. */
    public Path home() {
        return home;
    }

    /** What a process must find in its environment to work on this database; nothing for the embedded one. */
    public Map<String, String> environment() {
        return schema == null
                ? Map.of()
                : Map.of(
                        "LINGBAO_DB_URL",
                        schema,
                        "LINGBAO_DB_USER",
                        MariaDbServer.USER,
                        "LINGBAO_DB_PASSWORD",
                        MariaDbServer.PASSWORD,
                        "LINGBAO_KEY_FILE",
                        home.resolve("keys").toString());
    }

    public Database database() {
        return database;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public SqlSessionFactory sessions() {
        return sessions;
    }

    /** Takes part in the transaction that is open. */
    public SqlSession session() {
        return new SqlSessionTemplate(sessions);
    }

    public JdbcTransactionManager transactions() {
        return new JdbcTransactionManager(dataSource);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions()).execute(status -> work.get());
    }

    /** Plain SQL, to look at a table or to put rows into it without any class of ours. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    /** The rows of a statement, columns by their lower-case names. */
    public List<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... parameters) {
        return jdbc().queryForList(sql, parameters);
    }

    /** The one value that a statement answers, never null. */
    public <T> T value(String sql, Class<T> type) {
        return Objects.requireNonNull(jdbc().queryForObject(sql, type));
    }

    @Override
    public void close() throws IOException, SQLException, InterruptedException {
        dataSource.close();
        if (schema != null) {
            MariaDbServer.running().drop(schema);
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
