package lingbao.aggregate;

import java.util.Map;

/**
 * One line of a report's table.
 *
 * @param code of the region, or of the institution in a subdistrict's own report
 * @param values by the figure's id: {@link Integer} or {@link java.math.BigDecimal}; a figure that nobody collects is
 *     absent
 */
public record RegionFigures(String code, String name, Map<String, Number> values) {}
