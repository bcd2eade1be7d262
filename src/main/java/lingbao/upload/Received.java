package lingbao.upload;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file whose bytes are safe.
 *
 * @param fileName the name as given, never a path that is written to
 * @param bytes how many there are
 * @param receivedAt the server's time, set once
 * @param migrated whether {@code receivedAt} was given by an operator who moves old sheets in
 * @param content where the clear bytes can be read while the file is worked on; gone afterwards
 */
public record Received(
        String sha256, String fileName, long bytes, Instant receivedAt, boolean migrated, Path content) {}
