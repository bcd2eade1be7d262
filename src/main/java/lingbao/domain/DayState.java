package lingbao.domain;

import java.util.Locale;

/**
 * What is known of an institution, form and period. Four facts that never blur: {@link #BLANK} is received with nothing
 * answered and is never {@link #ZERO}; {@link #MISSING} is not received, or nothing of it accepted.
 */
public enum DayState {
    CASES("有病例或症状"),
    ZERO("零报告"),
    BLANK("空表"),
    MISSING("未报");

    private final String label;

    DayState(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** The word of the JSON contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
