package lingbao.catalogue;

import lingbao.domain.Masking;

/** What the cells of a column hold; each says what Java type an understood value has. */
public enum ColumnType {
    /** {@link String}, trimmed, otherwise as typed. */
    TEXT,
    /** {@link Integer}. */
    INTEGER,
    /** {@link java.math.BigDecimal}. */
    DECIMAL,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalTime}, to the minute. */
    TIME,
    /** {@link Boolean}. */
    YES_NO,
    /** {@link String}: the word printed first. */
    CHOICE,
    /** {@link java.util.List} of {@link String}: the words printed first, in the order of the form. */
    CHOICES,
    /** {@link String}: a name, as typed, never folded. */
    PERSON,
    /** {@link String}: an identity number, normalised. */
    ID,
    /** {@link String}: a phone number, digits only, an extension after a dash. */
    PHONE;

    /** What may be shown of a personal value of this type. */
    public String masked(String clear) {
        return switch (this) {
            case ID -> Masking.idNumber(clear);
            case PHONE -> Masking.phone(clear);
            case TEXT, INTEGER, DECIMAL, DATE, TIME, YES_NO, CHOICE, CHOICES, PERSON -> Masking.name(clear);
        };
    }
}
