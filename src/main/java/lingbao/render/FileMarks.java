package lingbao.render;

import java.util.List;
import java.util.stream.Stream;
import lingbao.domain.Finding;
import lingbao.domain.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file, to be marked on a copy of it.
 *
 * @param file the name that the sender gave it
 * @param dryRun whether it was only tried
 * @param receipt null in a dry run
 * @param ofFile what was found about the file as a whole, and about sheets that are no form of ours
 */
public record FileMarks(
        String file, boolean dryRun, @Nullable String receipt, List<SheetMarks> sheets, List<Finding> ofFile) {

    public FileMarks {
        sheets = List.copyOf(sheets);
        ofFile = List.copyOf(ofFile);
    }

    /** Whether there is anything to mark: a file without an error or a warning needs no copy. */
    public boolean hasMarks() {
        return Stream.concat(ofFile.stream(), sheets.stream().flatMap(sheet -> sheet.findings().stream()))
                .anyMatch(SheetMarks::isMarked);
    }

    long count(Severity severity) {
        return ofFile.stream().filter(finding -> finding.severity() == severity).count()
                + sheets.stream().mapToLong(sheet -> sheet.count(severity)).sum();
    }
}
