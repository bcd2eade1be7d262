package lingbao.catalogue;

import org.springframework.core.io.Resource;

/**
 * One file of a declared folder.
 *
 * @param name relative to the folder, with slashes: {@code forms/gate-log.yml}
 * @param origin where it stands, as an operator is told: a path in the home, or {@code jobs/forms/gate-log.yml} for a
 *     shipped one
 * @param content its bytes, as often as they are asked for
 * @param ofHome whether it stands in the home
 * @param replaces whether it takes the place of a shipped file
 */
public record DeclaredFile(String name, String origin, Resource content, boolean ofHome, boolean replaces) {}
