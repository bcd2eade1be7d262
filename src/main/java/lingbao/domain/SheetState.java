package lingbao.domain;

import java.util.Locale;

/** How a received sheet ended. */
public enum SheetState {
    ACCEPTED("全部接收"),
    PARTLY_ACCEPTED("部分接收"),
    REJECTED("未接收"),
    DUPLICATE("重复上报");

    private final String label;

    SheetState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The word of the JSON contract: {@code partly-accepted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
