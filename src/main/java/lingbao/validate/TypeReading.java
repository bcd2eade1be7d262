package lingbao.validate;

import lingbao.read.RawCell;

/** How the cells of one type of column are understood: all that has one possible meaning, and nothing guessed. */
sealed interface TypeReading
        permits ChoiceReading,
                CreditCodeReading,
                DateReading,
                DocumentNumberReading,
                IdNumberReading,
                NameReading,
                NumberReading,
                PhoneReading,
                TextReading,
                TimeReading,
                YesNoReading {

    /**
     * Understands a filled cell.
     *
     * @param text what the cell shows, trimmed, never empty
     */
    Reading read(RawCell cell, String text);
}
