package lingbao.samples;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One file as it came.
 *
 * @param path within its folder, with {@code /}
 * @param oddity what is special about it, in Chinese; empty for nothing
 * @param sheets the sheets of known forms in it, in the workbook's order; empty for a file that holds none
 * @param fileFlaws the codes that are told of the file as a whole where it holds no sheet of a known form
 */
public record SentFile(
        String path,
        OffsetDateTime receivedAt,
        String oddity,
        byte[] bytes,
        List<PlacedSheet> sheets,
        List<String> fileFlaws) {

    public SentFile {
        sheets = List.copyOf(sheets);
        fileFlaws = List.copyOf(fileFlaws);
    }
}
