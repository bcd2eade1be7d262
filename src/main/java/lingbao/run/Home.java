package lingbao.run;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder where a district's data and its own declarations live, and the database that goes with it.
 *
 * @param databaseUrl a {@code jdbc:mysql:} address; null for the embedded database in {@code db/}
 * @param keyFile the file that holds the keys; null for {@code keys/} in the home
 */
record Home(
        Path root,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable Path keyFile) {

    /** The home that the option, else {@code LINGBAO_HOME}, else the default names. */
    static Home of(@Nullable Path option, Map<String, String> environment) {
        Path root = option != null ? option : Path.of(environment.getOrDefault("LINGBAO_HOME", "lingbao-home"));
        String url = blankToNull(environment.get("LINGBAO_DB_URL"));
        String keyFile = blankToNull(environment.get("LINGBAO_KEY_FILE"));
        if (url != null && !url.startsWith("jdbc:mysql:")) {
            throw new CommandFault("LINGBAO_DB_URL 应以 jdbc:mysql: 开头；不设置则使用内嵌数据库。");
        }
        if (url != null && keyFile == null) {
            throw new CommandFault("使用 MySQL 时必须用 LINGBAO_KEY_FILE 指明密钥文件。");
        }
        return new Home(
                root.toAbsolutePath().normalize(),
                url,
                blankToNull(environment.get("LINGBAO_DB_USER")),
                blankToNull(environment.get("LINGBAO_DB_PASSWORD")),
                keyFile == null ? null : Path.of(keyFile));
    }

    /** A home on the embedded database, whatever the environment says. */
    static Home embedded(Path root) {
        return new Home(root.toAbsolutePath().normalize(), null, null, null, null);
    }

    Path reports() {
        return root.resolve("reports");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
