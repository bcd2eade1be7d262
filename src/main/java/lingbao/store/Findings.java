package lingbao.store;

import java.util.List;
import java.util.function.Consumer;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.store.SubmissionMapper.FindingRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;

/** Stores what was found in one file. */
final class Findings {

    private static final int ROWS_A_STATEMENT = 500;
    private static final int LONGEST_VALUE = 1000;
    private static final int LONGEST_DETAILS = 4000;
    private static final String UNIT_SEPARATOR = "\u001f";

    private final SubmissionMapper sheets;
    private final long receivedFile;

    Findings(SubmissionMapper sheets, long receivedFile) {
        this.sheets = sheets;
        this.receivedFile = receivedFile;
    }

    void store(long submission, CheckedSheet checked) {
        store(submission, checked.findings());
        inParts(checked.ignored(), (List<IgnoredRow> part) -> sheets.insertIgnored(submission, part));
    }

    /** @param submission null for findings of the whole file */
    void store(@Nullable Long submission, List<Finding> findings) {
        inParts(
                findings,
                part -> sheets.insertFindings(
                        part.stream().map(finding -> row(submission, finding)).toList()));
    }

    private static <T> void inParts(List<T> rows, Consumer<List<T>> store) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            store.accept(rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
        }
    }

    private FindingRow row(@Nullable Long submission, Finding finding) {
        return new FindingRow(
                receivedFile,
                submission,
                finding.code().name(),
                finding.severity().word(),
                finding.sheet() == null ? null : cut(finding.sheet(), 200),
                finding.row(),
                finding.column(),
                finding.columnId(),
                finding.value() == null ? null : cut(finding.value(), LONGEST_VALUE),
                cut(String.join(UNIT_SEPARATOR, finding.details()), LONGEST_DETAILS));
    }

    /** To the length at most, never through the middle of a character. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
