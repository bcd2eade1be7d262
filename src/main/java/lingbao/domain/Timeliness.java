package lingbao.domain;

/** Whether the sheet came by its deadline; {@link #NONE} where none came. */
public enum Timeliness {
    ON_TIME("on-time", "按时"),
    LATE("late", "迟报"),
    NONE("none", "未报");

    private final String word;
    private final String label;

    Timeliness(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word of the JSON contract. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
