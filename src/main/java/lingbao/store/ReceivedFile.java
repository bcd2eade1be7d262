package lingbao.store;

import java.time.Instant;

/**
 * A file that was received and has a receipt.
 *
 * @param receivedAt the server's time, set once: after a crash it is that of the first try
 */
public record ReceivedFile(long id, String receipt, String sha256, Instant receivedAt) {}
