package lingbao.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * The columns that tell one person from another: the identity number, and without one the class and the name within the
 * institution.
 *
 * @param className null where the form has no class
 */
public record PersonColumns(
        String name, String idNumber, @Nullable String className) {}
