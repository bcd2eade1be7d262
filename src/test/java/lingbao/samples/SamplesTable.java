package lingbao.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of {@code samples/README.md}, read back. */
public final class SamplesTable {

    private SamplesTable() {}

    /**
     * One file of the samples and what it must get.
     *
     * @param path within the folder
     * @param answers {@code form=state} for each sheet, in the workbook's order; {@code rejected} alone where there is no form
     * @param findings all errors and warnings: {@code CODE}, {@code CODE@E12} or {@code sheet!CODE@E12}
     */
    public record Line(
            String path, OffsetDateTime receivedAt, String oddity, List<String> answers, List<String> findings) {}

    /** In the order of the table, which is that of receipt. */
    public static List<Line> read(Path readme) throws IOException {
        List<String> lines = Files.readAllLines(readme);
        int heading = lines.indexOf(SampleFolder.TABLE_HEADING);
        if (heading < 0) {
            throw new IllegalStateException(readme + " has no table of samples");
        }
        List<Line> table = new ArrayList<>();
        for (String line : lines.subList(heading + 2, lines.size())) {
            List<String> cells = MarkdownTable.cells(line);
            table.add(new Line(
                    cells.get(0),
                    OffsetDateTime.parse(cells.get(1)),
                    cells.get(2),
                    listed(cells.get(3), ";"),
                    listed(cells.get(4), ",")));
        }
        return table;
    }

    private static List<String> listed(String cell, String separator) {
        return Arrays.stream(cell.split(separator))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
