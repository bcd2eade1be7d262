package lingbao.domain;

import java.util.Locale;

/** How much a finding weighs: an error rejects its row or sheet, a warning and a note never do. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word of the JSON contract: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
