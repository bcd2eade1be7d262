package lingbao.validate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the rows, to hold the sheet's own totals against. A total is right where it sums up the accepted rows or all
 * the data rows: what is wrong with a rejected row was said there.
 */
final class Totals {

    private final Sums ofSheet = new Sums();
    private final Sums ofTable = new Sums();
    private final Sums sinceTotal = new Sums();

    /** Whether a row of the table was told by its sums to be the total of a grade. */
    private boolean gradeSummed;

    /** Whether the part totals of the table stand above their rows. */
    private boolean partsLead;

    /** What stands in one column, by its id. */
    private static final class Sums {
        private final Map<String, BigDecimal> accepted = new HashMap<>();
        private final Map<String, BigDecimal> all = new HashMap<>();
        private final Set<String> withFaults = new HashSet<>();
        private int rows;
        private int rowsThatCount;
        private boolean onlyClasses = true;

        /** A row without a number or what should be one, such as 一年级 above its classes, begins no part. */
        private boolean begun;

        private void add(TypedRow row, boolean isAccepted) {
            rows++;
            begun |=
                    row.layout().form().columns().stream().anyMatch(column -> isSummed(column) && row.isFilled(column));
            rowsThatCount += counts(row) ? 1 : 0;
            onlyClasses &= RowKinds.isOfAClass(row);
            for (Column column : row.layout().form().columns()) {
                Optional<BigDecimal> number = number(row.value(column));
                if (number.isPresent()) {
                    all.merge(column.id(), number.get(), BigDecimal::add);
                    if (isAccepted) {
                        accepted.merge(column.id(), number.get(), BigDecimal::add);
                    }
                } else if (isSummed(column) && row.isFilled(column)) {
                    withFaults.add(column.id());
                }
            }
        }

        private static boolean counts(TypedRow row) {
            return row.layout().form().columns().stream()
                    .filter(Totals::isSummed)
                    .anyMatch(column -> number(row.value(column))
                            .filter(number -> number.signum() != 0)
                            .isPresent());
        }

        /** Whether all these numbers are sums of the accepted rows, or all of all rows. */
        private boolean are(Map<Column, BigDecimal> printed) {
            return areOf(2, printed);
        }

        private boolean areOf(int leastRows, Map<Column, BigDecimal> printed) {
            return rowsThatCount >= leastRows && (are(printed, accepted) || are(printed, all));
        }

        /** Whether two of these numbers or more, zeros aside, are sums of all rows. */
        private boolean areMostly(Map<Column, BigDecimal> printed) {
            return rowsThatCount >= 2
                    && printed.entrySet().stream()
                                    .filter(each -> each.getValue().signum() != 0)
                                    .filter(each -> are(Map.of(each.getKey(), each.getValue()), all))
                                    .count()
                            >= 2;
        }

        private static boolean are(Map<Column, BigDecimal> printed, Map<String, BigDecimal> sums) {
            return printed.entrySet().stream()
                    .allMatch(each -> each.getValue()
                                    .compareTo(sums.getOrDefault(each.getKey().id(), BigDecimal.ZERO))
                            == 0);
        }

        private BigDecimal accepted(Column column) {
            return accepted.getOrDefault(column.id(), BigDecimal.ZERO);
        }

        private boolean agree(Column column, BigDecimal printed) {
            return withFaults.contains(column.id())
                    || printed.compareTo(accepted(column)) == 0
                    || printed.compareTo(all.getOrDefault(column.id(), BigDecimal.ZERO)) == 0;
        }

        private void clear() {
            accepted.clear();
            all.clear();
            withFaults.clear();
            rows = 0;
            begun = false;
            rowsThatCount = 0;
            onlyClasses = true;
        }
    }

    /** A data row, accepted, rejected or not answered. */
    void add(TypedRow row, boolean isAccepted) {
        ofSheet.add(row, isAccepted);
        ofTable.add(row, isAccepted);
        sinceTotal.add(row, isAccepted);
    }

    /** Whether a row of the table at hand, not a total, has numbers. */
    boolean haveBegun() {
        return ofTable.begun;
    }

    /** A further table of the sheet begins, which may have totals of its own. */
    void beginTable() {
        ofTable.clear();
        sinceTotal.clear();
        partsLead = false;
        gradeSummed = false;
    }

    /**
     * Whether the numbers of a row are the sums of the sheet, of the table or of what stands since the last total: two or
     * more of them, or as many as there are columns to sum, not all zero, over two or more rows. Less might be a row of data.
     * Beside two sums of the sheet or the table a third number may be wrong.
     */
    boolean areSumsOf(TypedRow row) {
        Map<Column, BigDecimal> printed = printed(row);
        return isEnough(printed, row)
                && (ofSheet.are(printed)
                        || ofTable.are(printed)
                        || sinceTotal.are(printed)
                        || ofSheet.areMostly(printed)
                        || ofTable.areMostly(printed));
    }

    /**
     * Whether the numbers of a row are the sums of the classes since the last total, and nothing but classes stands there: two
     * or more of them, or only one behind the sums of another grade.
     */
    boolean areSumsOfClasses(TypedRow row) {
        Map<Column, BigDecimal> printed = printed(row);
        boolean sums =
                isEnough(printed, row) && sinceTotal.onlyClasses && sinceTotal.areOf(gradeSummed ? 1 : 2, printed);
        gradeSummed |= sums;
        return sums;
    }

    private static Map<Column, BigDecimal> printed(TypedRow row) {
        Map<Column, BigDecimal> printed = new HashMap<>();
        for (Column column : row.layout().form().columns()) {
            if (isSummed(column) && row.layout().place(column) >= 0) {
                number(row.value(column)).ifPresent(number -> printed.put(column, number));
            }
        }
        return printed;
    }

    private static boolean isEnough(Map<Column, BigDecimal> printed, TypedRow row) {
        long columns = row.layout().form().columns().stream()
                .filter(column -> isSummed(column) && row.layout().place(column) >= 0)
                .count();
        return printed.size() >= Math.min(2, columns)
                && printed.values().stream().anyMatch(number -> number.signum() != 0);
    }

    /**
     * Compares the figures of a totals row. Some sheets run their part totals on, so that either sum will do there. A total
     * above its rows is compared with nothing.
     *
     * @param anyRows whether its words do not say which rows it sums up, so that any sum will do
     */
    void compare(TypedRow total, boolean partTotal, boolean anyRows, RowFindings findings) {
        partsLead |= partTotal && !ofTable.begun;
        boolean nothingAbove = partTotal ? !ofTable.begun : ofSheet.rows == 0;
        if (nothingAbove || partTotal && partsLead) {
            sinceTotal.clear();
            return;
        }
        for (Column column : total.layout().form().columns()) {
            Optional<BigDecimal> printed = isSummed(column) ? number(total.value(column)) : Optional.empty();
            if (printed.isEmpty()
                    || ofSheet.agree(column, printed.get())
                    || ofTable.agree(column, printed.get())
                    || (partTotal || anyRows) && sinceTotal.agree(column, printed.get())) {
                continue;
            }
            Sums meant = ofTable.rows == 0 ? ofSheet : ofTable;
            BigDecimal sum = (partTotal ? sinceTotal : meant).accepted(column);
            findings.add(FindingCode.TOTAL_DIFFERS, column, column.heading(), sum.toPlainString());
        }
        sinceTotal.clear();
    }

    /** Nobody sums temperatures or rates; what stands below them is a mean. */
    static boolean isSummed(Column column) {
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
