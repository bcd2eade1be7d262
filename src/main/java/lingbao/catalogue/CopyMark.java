package lingbao.catalogue;

/**
 * What a marked copy says of what was added to it, so that it is read again as the sheet that it is: the heading of its
 * status column and the first cell of its sheet of findings. Both say it in the words that a person reads.
 */
public final class CopyMark {

    private static final String STATUS = "零报核对结果（";
    private static final String EXTRACT = "零报节录（";
    private static final String SUMMARY = "零报核对汇总（";

    private CopyMark() {}

    /** The heading of the column beside a table that says what became of each row. */
    public static String statusHeading() {
        return STATUS + "再次上报时不读这一列）";
    }

    /** The same in a copy that holds only some of the rows, and may never take the place of the whole sheet. */
    public static String extractHeading() {
        return EXTRACT + "只有部分行，不能上报）";
    }

    public static String summaryTitle() {
        return SUMMARY + "再次上报时不读这张表）";
    }

    /** Whether a column of ours begins in this cell, of a whole copy or of an extract. */
    public static boolean headsAStatusColumn(String cell) {
        return begins(cell, STATUS) || headsAnExtract(cell);
    }

    public static boolean headsAnExtract(String cell) {
        return begins(cell, EXTRACT);
    }

    public static boolean opensASummary(String cell) {
        return begins(cell, SUMMARY);
    }

    /** Asked of every cell of every head, and most are shorter or have no such letter. */
    private static boolean begins(String cell, String words) {
        return cell.length() > words.length()
                && cell.indexOf(words.charAt(0)) >= 0
                && cell.strip().startsWith(words);
    }
}
