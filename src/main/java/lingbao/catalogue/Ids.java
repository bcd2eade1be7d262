package lingbao.catalogue;

import java.util.Set;
import java.util.TreeSet;

/**
 * The ids declared in one folder.
 *
 * @param standing those in force
 * @param removed those that a file with {@code enabled: false} takes away
 */
record Ids(Set<String> standing, Set<String> removed) {

    Ids() {
        this(new TreeSet<>(), new TreeSet<>());
    }

    boolean knows(String id) {
        return standing.contains(id) || removed.contains(id);
    }
}
