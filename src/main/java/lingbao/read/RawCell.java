package lingbao.read;

import org.jspecify.annotations.Nullable;

/**
 * One cell as it stands in the file; nothing is understood yet.
 *
 * @param kind what the file says it is
 * @param text as typed: a number in plain digits, a date-formatted number as its date or time, with the
 *     words and leading zeros that its format adds (1班, 001234), TRUE or FALSE, an error's sign; never null, empty for {@link Kind#EMPTY}
 * @param number the number of {@link Kind#NUMBER}; null otherwise. One that wears a date format is a serial of the 1900
 *     system, whatever the workbook's own; one without is left as it stands, even where it may be meant as a date
 * @param dateFormatted whether the number wears a date or time format
 * @param percentFormatted whether the number wears a percent format
 * @param formula whether a formula stands behind the saved value
 * @param unseen whether the cell's format shows nothing of it
 * @param struck whether some of it is struck out
 */
public record RawCell(
        Kind kind,
        String text,
        @Nullable Double number,
        boolean dateFormatted,
        boolean percentFormatted,
        boolean formula,
        boolean unseen,
        boolean struck) {

    /** What the file says a cell is. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        BOOLEAN,
        ERROR
    }

    public static final RawCell NOTHING = new RawCell(Kind.EMPTY, "", null, false, false, false);

    /** One that is shown, and not struck out. */
    public RawCell(
            Kind kind,
            String text,
            @Nullable Double number,
            boolean dateFormatted,
            boolean percentFormatted,
            boolean formula) {
        this(kind, text, number, dateFormatted, percentFormatted, formula, false, false);
    }

    public static RawCell ofText(String text) {
        return text.isEmpty() ? NOTHING : new RawCell(Kind.TEXT, text, null, false, false, false);
    }

    /** The same as it looks. */
    RawCell looking(boolean isUnseen, boolean isStruck) {
        return isUnseen || isStruck
                ? new RawCell(kind, text, number, dateFormatted, percentFormatted, formula, isUnseen, isStruck)
                : this;
    }

    /** The same with another text; a number stays what it is. */
    RawCell with(String other) {
        return new RawCell(kind, other, number, dateFormatted, percentFormatted, formula, unseen, struck);
    }

    /** True for a cell with nothing in it but white space, and no formula. */
    public boolean isBlank() {
        return !formula && (text.isEmpty() || text.isBlank());
    }
}
