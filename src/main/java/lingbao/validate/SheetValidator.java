package lingbao.validate;

import java.util.function.Consumer;
import lingbao.read.RawSheet;

/**
 * Turns the rows of a sheet into typed rows and findings. Start here; the tale of one sheet is {@link SheetChecking}, what a
 * cell may mean is in the {@code …Reading} classes, whose the sheet is was decided before by {@link AttributionDecision}.
 */
public final class SheetValidator {

    /**
     * Checks a sheet in one pass; memory does not grow with its accepted rows.
     *
     * @param attribution an error in it, or among the sheet's own findings, refuses the sheet; its rows are read all the same,
     *     for their findings
     * @param titlesBelow what the titles of the sheet's further tables are asked; a table that says otherwise is refused
     * @param heldAgainst what the rows must agree with beside the sheet
     * @param accepted takes each row as it is accepted; nothing is final before this method returns, for a later row may
     *     spoil an earlier one ({@link CheckedSheet#takenBack}) or the whole sheet ({@link CheckedSheet#refused})
     * @return what became of the sheet, with the sheet's own findings and the attribution's among its findings
     * @throws lingbao.read.UnreadableFileException where damage shows only now; nothing handed on is to be kept
     */
    public CheckedSheet validate(
            RawSheet sheet,
            Attribution attribution,
            TitlesBelow titlesBelow,
            HeldAgainst heldAgainst,
            Consumer<CheckedRow> accepted) {
        return new SheetChecking(sheet, attribution, titlesBelow, heldAgainst, accepted).checked();
    }

    /** The same for a sheet whose rows are held against nothing else, and that is nobody's of any day. */
    public CheckedSheet validate(RawSheet sheet, Attribution attribution, Consumer<CheckedRow> accepted) {
        return validate(sheet, attribution, titles -> true, HeldAgainst.NOTHING, accepted);
    }
}
