package lingbao.validate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/** The sums of the accepted rows, to hold the sheet's own totals against. */
final class Totals {

    private final Map<String, BigDecimal> ofSheet = new HashMap<>();
    private final Map<String, BigDecimal> sinceTotal = new HashMap<>();

    void add(TypedRow row) {
        for (Column column : row.layout().form().columns()) {
            Optional<BigDecimal> number = number(row.value(column));
            if (number.isPresent()) {
                ofSheet.merge(column.id(), number.get(), BigDecimal::add);
                sinceTotal.merge(column.id(), number.get(), BigDecimal::add);
            }
        }
    }

    /**
     * Compares the figures of a totals row. Some sheets run their part totals on, so that either sum will do there.
     */
    void compare(TypedRow total, boolean partTotal, RowFindings findings) {
        for (Column column : total.layout().form().columns()) {
            Optional<BigDecimal> printed = isSummed(column) ? number(total.value(column)) : Optional.empty();
            if (printed.isEmpty()) {
                continue;
            }
            BigDecimal ofAll = ofSheet.getOrDefault(column.id(), BigDecimal.ZERO);
            BigDecimal ofPart = sinceTotal.getOrDefault(column.id(), BigDecimal.ZERO);
            boolean agrees = printed.get().compareTo(ofAll) == 0
                    || partTotal && printed.get().compareTo(ofPart) == 0;
            if (!agrees) {
                findings.add(
                        FindingCode.TOTAL_DIFFERS,
                        column,
                        column.heading(),
                        (partTotal ? ofPart : ofAll).toPlainString());
            }
        }
        sinceTotal.clear();
    }

    /** Nobody sums temperatures or rates; what stands below them is a mean. */
    private static boolean isSummed(Column column) {
        return column.type() == ColumnType.INTEGER
                || column.type() == ColumnType.DECIMAL && !"℃".equals(column.unit()) && !"%".equals(column.unit());
    }

    static Optional<BigDecimal> number(@Nullable Object value) {
        if (value instanceof Integer count) {
            return Optional.of(BigDecimal.valueOf(count));
        }
        return value instanceof BigDecimal measure ? Optional.of(measure) : Optional.empty();
    }
}
