package lingbao.catalogue;

import java.util.Set;
import lingbao.domain.PeriodKind;

/** One report: when, which figures, which template. One file in {@code jobs/reports}. */
public sealed interface Report permits ProgressReport, StateReport {

    /** In kebab-case, the file's name and the command's argument. */
    String id();

    /** The kinds of period for which it can be asked. */
    Set<PeriodKind> periods();

    /** What a figure is. */
    public enum Type {
        INTEGER,
        DECIMAL,
        RATE
    }

    /** How a region's figure comes from those below it. */
    public enum RollUp {
        SUM,
        MAX,
        NONE
    }
}
