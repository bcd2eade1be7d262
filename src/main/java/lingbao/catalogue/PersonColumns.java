package lingbao.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that tell one person from another: the identity number, and without one the class and the name within the
 * institution. A person stands in a sheet once, or where {@code once} names columns, once for each of their values.
 *
 * @param className null where the form has no class
 * @param once the columns in which two rows of one person must differ; empty where a person has one row
 */
public record PersonColumns(
        String name, String idNumber, @Nullable String className, List<String> once) {
    public PersonColumns {
        once = List.copyOf(once);
    }
}
