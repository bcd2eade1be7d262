package lingbao.domain;

/** What one sheet of a form speaks for. */
public enum PeriodKind {
    DAY,
    MONTH,
    YEAR
}
