package lingbao.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The marked copy of a file, or why there is none.
 *
 * @param copy where it stands; null where none was written
 * @param said what a person is told beside
 */
record Annotation(@Nullable Path copy, String said) {

    static Annotation none(String reason) {
        return new Annotation(null, reason);
    }
}
