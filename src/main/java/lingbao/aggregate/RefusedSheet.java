package lingbao.aggregate;

import java.time.Instant;

/**
 * A sheet that came, was refused as a whole, and was followed by none that counts.
 *
 * @param institution its name
 * @param form its name
 */
public record RefusedSheet(String institution, String form, Instant receivedAt, String reason) {}
