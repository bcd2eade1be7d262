package lingbao.render;

import org.jspecify.annotations.Nullable;

/**
 * What one cell says.
 *
 * @param value null where the cell says a word: a name, or that nothing is known, or that nothing applies
 * @param text as printed
 */
record PrintedValue(@Nullable Number value, Measure measure, String text) {

    static final String NOT_APPLICABLE = "—";

    static PrintedValue word(String word) {
        return new PrintedValue(null, Measure.COUNT, word);
    }

    /** In a column whose heading says the unit. */
    static PrintedValue of(Number value, Measure measure) {
        return new PrintedValue(value, measure, measure.text(value));
    }

    static PrintedValue count(int count) {
        return of(count, Measure.COUNT);
    }

    /** A dash for one that is not there. */
    static PrintedValue countOrDash(@Nullable Integer count) {
        return count == null ? word(NOT_APPLICABLE) : count(count);
    }
}
