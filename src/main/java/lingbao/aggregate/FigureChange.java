package lingbao.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * A figure that differs between two editions.
 *
 * @param code of the region or institution whose line it stands in
 * @param before as text; null where the older edition had no such figure
 * @param after as text; null where the newer one has none
 */
public record FigureChange(
        String code,
        String name,
        String figureId,
        @Nullable String before,
        @Nullable String after) {}
