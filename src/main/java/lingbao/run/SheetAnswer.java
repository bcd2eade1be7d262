package lingbao.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lingbao.domain.Finding;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import lingbao.domain.SheetState;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one sheet that holds a form, or to one file where none does.
 *
 * @param file as given
 * @param sha256 of the file's bytes; null where they could not be read
 * @param sheet null in a CSV and for a whole file
 * @param institution the code, where it is known
 * @param period as scripts read it, where it is known
 * @param receipt null in a dry run
 * @param headingRow the last row of the heading; 0 where none is known
 * @param data the accepted rows, where they were asked for
 * @param annotation of the whole file, where marked copies were asked for
 */
record SheetAnswer(
        String file,
        @Nullable String sha256,
        @Nullable String sheet,
        @Nullable String form,
        @Nullable String institution,
        @Nullable String period,
        SheetState state,
        @Nullable String receipt,
        RowCounts rows,
        List<IgnoredRow> ignored,
        List<Finding> findings,
        int headingRow,
        @Nullable RowSpool data,
        @Nullable Annotation annotation) {

    SheetAnswer {
        ignored = Collections.unmodifiableList(ignored);
        findings = List.copyOf(findings);
    }

    /** A whole file refused before any sheet of it was known. */
    static SheetAnswer refusedFile(
            String file, @Nullable String sha256, @Nullable String receipt, List<Finding> findings) {
        return new SheetAnswer(
                file,
                sha256,
                null,
                null,
                null,
                null,
                SheetState.REJECTED,
                receipt,
                RowCounts.NONE,
                List.of(),
                findings,
                0,
                null,
                null);
    }

    SheetAnswer withReceipt(String given) {
        return with(given, findings, annotation);
    }

    /** With what was found about the file as a whole standing first. */
    SheetAnswer withFindingsBefore(List<Finding> ofFile) {
        List<Finding> all = new ArrayList<>(ofFile);
        all.addAll(findings);
        return with(receipt, all, annotation);
    }

    SheetAnswer withAnnotation(@Nullable Annotation made) {
        return with(receipt, findings, made);
    }

    private SheetAnswer with(
            @Nullable String otherReceipt, List<Finding> otherFindings, @Nullable Annotation otherAnnotation) {
        return new SheetAnswer(
                file,
                sha256,
                sheet,
                form,
                institution,
                period,
                state,
                otherReceipt,
                rows,
                ignored,
                otherFindings,
                headingRow,
                data,
                otherAnnotation);
    }

    /** True where everything was taken; a repeat counts as taken. */
    boolean isWhole() {
        return switch (state) {
            case ACCEPTED, DUPLICATE -> true;
            case PARTLY_ACCEPTED, REJECTED -> false;
        };
    }
}
