package lingbao.aggregate;

import java.util.Map;
import java.util.Set;

/**
 * One line of a report's table.
 *
 * @param code of the region, or of the institution in a subdistrict's own report
 * @param values by the figure's id: {@link Integer} or {@link java.math.BigDecimal}; a figure that nobody collects is
 *     absent
 * @param unheard the figures that are 0 only because not one sheet said anything: the page shows them as not received
 */
public record RegionFigures(String code, String name, Map<String, Number> values, Set<String> unheard) {

    public RegionFigures {
        values = Map.copyOf(values);
        unheard = Set.copyOf(unheard);
    }

    public RegionFigures(String code, String name, Map<String, Number> values) {
        this(code, name, values, Set.of());
    }
}
