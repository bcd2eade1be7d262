package lingbao.domain;

/**
 * What became of a sheet's rows; nothing vanishes: {@code seen = accepted + rejected + ignored}.
 *
 * @param seen rows after the heading through the last row with a non-empty cell
 * @param ignored blank, total, repeated heading, note, signature and unanswered rows, each with its reason
 */
public record RowCounts(int seen, int accepted, int rejected, int ignored) {

    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    public RowCounts {
        if (seen != accepted + rejected + ignored) {
            throw new IllegalArgumentException(
                    seen + " rows seen, but " + accepted + " + " + rejected + " + " + ignored + " accounted for");
        }
    }

    /** Every data row rejected, as when the sheet is refused. */
    public RowCounts refused() {
        return new RowCounts(seen, 0, accepted + rejected, ignored);
    }
}
