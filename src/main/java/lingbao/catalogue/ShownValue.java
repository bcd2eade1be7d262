package lingbao.catalogue;

import lingbao.domain.Masking;

/** What of a cell may be shown outside the sheet that it came in. */
public final class ShownValue {

    /** Longer texts are cut: a finding is no place for a cell of 32,767 characters. */
    private static final int LONGEST = 100;

    private ShownValue() {}

    /** As typed, masked where the column is personal; identity and mobile numbers are masked in any column. */
    public static String of(Column column, String typed) {
        String text = cut(typed);
        return column.personal() ? column.type().masked(text.strip()) : Masking.strayNumbers(text);
    }

    private static String cut(String typed) {
        return typed.codePointCount(0, typed.length()) <= LONGEST
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
