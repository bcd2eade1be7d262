package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the papers that is made of the program itself. */
final class GeneratedPage {

    static final String COMMAND = "mvn -q test -Dtest=MatrixPagesTest -Dlingbao.write-pages=true";

    private GeneratedPage() {}

    /** Fails where the page says anything else; with {@link #COMMAND} it is written anew. */
    static void isAsMade(Path page, String made) throws IOException {
        if (Boolean.getBoolean("lingbao.write-pages")) {
            Files.writeString(page, made);
        }
        assertThat(Files.readString(page))
                .as(page + " is not what the program says; write it anew: " + COMMAND)
                .isEqualTo(made);
    }
}
