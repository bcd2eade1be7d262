package lingbao.read;

import java.util.ArrayList;
import java.util.List;
import lingbao.catalogue.FileRules.Answer;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;

/**
 * What a workbook holds beside the values of its cells. None of it is ever run, opened or fetched.
 *
 * @param objects other documents or programs embedded in it
 * @param links to another workbook, a program or a source of data
 */
record BesideCells(boolean macros, boolean objects, boolean links) {

    /**
     * The warnings of what is passed over.
     *
     * @throws UnreadableFileException where the file is to be refused for it
     */
    List<Finding> judged(Answer onMacros, Answer onObjects) {
        unlessAllowed(macros, onMacros, FindingCode.ACTIVE_CONTENT);
        unlessAllowed(objects, onObjects, FindingCode.EMBEDDED_OBJECT);
        List<Finding> passedOver = new ArrayList<>();
        if (macros) {
            passedOver.add(Finding.ofFile(FindingCode.MACROS_IGNORED));
        }
        if (objects) {
            passedOver.add(Finding.ofFile(FindingCode.EMBEDDED_OBJECT_IGNORED));
        }
        if (links) {
            passedOver.add(Finding.ofFile(FindingCode.EXTERNAL_LINKS));
        }
        return List.copyOf(passedOver);
    }

    private static void unlessAllowed(boolean there, Answer answer, FindingCode code) {
        if (there && answer == Answer.REFUSE) {
            throw UnreadableFileException.of(code);
        }
    }
}
