package lingbao.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import lingbao.seal.DurableFiles;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Where everything is stored: in a file of the home, or on a MySQL server. */
public final class Database {

    /**
     * Without WRITE_DELAY=0 a kill loses transactions that were already answered. A trace file would hold the values that
     * the database refused. The other settings let one SQL text run on both databases.
     */
    private static final String EMBEDDED_SETTINGS =
            ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=20000"
                    + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /** They stand last in the URL, where they win over whatever the operator wrote. */
    private static final String SERVER_SETTINGS = "rewriteBatchedStatements=true&connectionCollation=utf8mb4_bin"
            + "&allowLoadLocalInfile=false&allowUrlInLocalInfile=false&autoDeserialize=false"
            + "&connectTimeout=10000&socketTimeout=120000";

    private static final int H2_DATABASE_ALREADY_OPEN = 90020;

    private final Vendor vendor;
    private final @Nullable Path folder;
    private final String url;
    private final String user;
    private final String password;

    private Database(Vendor vendor, @Nullable Path folder, String url, String user, String password) {
        this.vendor = vendor;
        this.folder = folder;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** What the two databases write differently; everything else is one SQL text for both. */
    private enum Vendor {
        /** It measures a text in UTF-16 units, of which a rare character takes two. */
        H2("h2", "", "", 2),
        MYSQL(
                "mysql",
                "engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin",
                " character set ascii collate ascii_bin",
                1);

        private final String folder;
        private final String tableOptions;
        private final String asciiOption;
        private final int unitsPerCharacter;

        Vendor(String folder, String tableOptions, String asciiOption, int unitsPerCharacter) {
            this.folder = folder;
            this.tableOptions = tableOptions;
            this.asciiOption = asciiOption;
            this.unitsPerCharacter = unitsPerCharacter;
        }
    }

    /**
     * The database of a home that one process works on at a time.
     *
     * @param home made where it is absent, but not before {@link #open}
     */
    public static Database embedded(Path home) {
        Path folder = home.toAbsolutePath().normalize().resolve("database");
        if (folder.toString().contains(";")) {
            throw new IllegalArgumentException("数据目录的路径含有分号，数据库无法打开");
        }
        return new Database(
                Vendor.H2, folder, "jdbc:h2:file:" + folder.resolve("lingbao") + EMBEDDED_SETTINGS, "sa", "");
    }

    /** @param url {@code jdbc:mysql://host:port/database} */
    public static Database mysql(String url, String user, String password) {
        if (!url.startsWith("jdbc:mysql:")) {
            throw new IllegalArgumentException("LINGBAO_DB_URL 应以 jdbc:mysql: 开头");
        }
        return new Database(
                Vendor.MYSQL, null, url + (url.contains("?") ? "&" : "?") + SERVER_SETTINGS, user, password);
    }

    /** Whether there is something to open: a server, or a file that an earlier command made. */
    public boolean isThere() {
        return folder == null || Files.exists(folder.resolve("lingbao.mv.db"));
    }

    /** Whether this is a server that other processes may use at the same time. */
    public boolean isServer() {
        return vendor == Vendor.MYSQL;
    }

    /** What stands behind the closing bracket of each {@code create table}. */
    public String tableOptions() {
        return vendor.tableOptions;
    }

    /** The width of a varchar that takes any text of so many characters. */
    int textWidth(int characters) {
        return characters * vendor.unitsPerCharacter;
    }

    /** What stands behind the type of a column of ASCII text, so that it takes one byte a character of the row. */
    String asciiOption() {
        return vendor.asciiOption;
    }

    /** What tells the driver to hand rows on as they come; else it holds the whole answer in memory. */
    int streamingFetchSize() {
        return isServer() ? Integer.MIN_VALUE : 1000;
    }

    /**
     * A pool of connections, all reading committed data only. Times go in and out as UTC, whatever the zone of the
     * process or of the server.
     *
     * @throws HomeInUseException where another process works on the embedded database
     */
    public HikariDataSource open() {
        if (folder != null) {
            make(folder);
        }
        return open(url);
    }

    /**
     * The same for a dry run: not one byte of the embedded database's file changes.
     *
     * @throws HomeInUseException where another process works on the embedded database
     */
    public HikariDataSource openToRead() {
        return open(folder == null ? url : url + ";ACCESS_MODE_DATA=r");
    }

    private HikariDataSource open(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("lingbao");
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try {
            return new HikariDataSource(pool);
        } catch (HikariPool.PoolInitializationException e) {
            if (saysAlreadyOpen(e)) {
                throw new HomeInUseException(e);
            }
            throw e;
        }
    }

    private static void make(Path folder) {
        try {
            DurableFiles.claimFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean saysAlreadyOpen(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getErrorCode() == H2_DATABASE_ALREADY_OPEN) {
                return true;
            }
        }
        return false;
    }

    /** Brings the fixed tables to this version's state; nothing happens where they are. */
    public void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor.folder)
                .placeholders(Map.of("tableOptions", vendor.tableOptions))
                .load()
                .migrate();
    }

    /** The address without the password, for messages to the operator. */
    @Override
    public String toString() {
        return url.replaceFirst("[;?].*", "");
    }
}
