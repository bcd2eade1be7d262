package lingbao.samples;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell, and what it means.
 *
 * @param written as a spreadsheet holds it: text, number, {@link java.time.LocalDate}, {@link java.time.LocalTime} or
 *     {@link FormulaCell}; null for an empty cell
 * @param value what it means: the type its column has; null where it means nothing, be it empty or damaged
 */
record TruthCell(@Nullable Object written, @Nullable Object value) {

    static final TruthCell EMPTY = new TruthCell(null, null);

    /** A formula with the result that was saved. */
    record FormulaCell(String formula, double saved) {}
}
