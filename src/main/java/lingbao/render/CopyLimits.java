package lingbao.render;

/**
 * How large a workbook may be to be marked as it stands, which takes holding it in memory as a whole; of a larger one the
 * copy is an extract. Measured (docs/performance.md): an {@code .xlsx} takes about thirty times its unpacked XML, an
 * {@code .xls} about fourteen times its bytes.
 *
 * @param xmlBytes of all XML parts of an {@code .xlsx}, unpacked and counted
 * @param otherBytes of its other parts, such as pictures, unpacked and counted
 * @param binaryWorkbookBytes of an {@code .xls}
 * @param comments of one copy; beyond them the status column tells
 * @param listed findings on the last sheet of a copy that is held in memory; an extract lists all
 * @param links of one copy from the list to the cell
 */
public record CopyLimits(
        long xmlBytes, long otherBytes, long binaryWorkbookBytes, int comments, int listed, int links) {

    private static final long MEBIBYTE = 1L << 20;

    /** Safe in a heap of 256 MiB beside everything else: some 4,000 rows of 12 columns. */
    public static CopyLimits standard() {
        return new CopyLimits(2 * MEBIBYTE, 8 * MEBIBYTE, 4 * MEBIBYTE, 1_000, 2_000, 2_000);
    }

    CopyLimits withoutComments() {
        return new CopyLimits(xmlBytes, otherBytes, binaryWorkbookBytes, 0, listed, links);
    }
}
