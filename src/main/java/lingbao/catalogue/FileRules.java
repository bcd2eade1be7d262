package lingbao.catalogue;

/**
 * What is done with a file that holds more than the values of its cells, or is not what its name says: {@code
 * jobs/intake.yml}. Nothing in a file is ever run or fetched, whatever stands here.
 *
 * @param macros an {@code .xlsm}, or an {@code .xlsx} that holds macros
 * @param macrosInOldWorkbooks an {@code .xls}, whose ending does not tell
 * @param embeddedObjects other documents or programs inside a workbook
 * @param textNamedAsWorkbook a clean text table under the name of a workbook
 * @param otherTemplates a sheet made from an older template of its form, or from that of another form
 */
public record FileRules(
        Answer macros,
        Answer macrosInOldWorkbooks,
        Answer embeddedObjects,
        Answer textNamedAsWorkbook,
        Answer otherTemplates) {

    /** What becomes of such a file. */
    public enum Answer {
        REFUSE,
        /** Its values are read, and its sender is told. */
        READ_VALUES
    }

    /** Where nothing is declared. */
    public static final FileRules STANDARD =
            new FileRules(Answer.REFUSE, Answer.READ_VALUES, Answer.REFUSE, Answer.READ_VALUES, Answer.READ_VALUES);

    static FileRules read(Outline outline) {
        FileRules rules = new FileRules(
                outline.word("macros", Answer.class, STANDARD.macros),
                outline.word("macrosInOldWorkbooks", Answer.class, STANDARD.macrosInOldWorkbooks),
                outline.word("embeddedObjects", Answer.class, STANDARD.embeddedObjects),
                outline.word("textNamedAsWorkbook", Answer.class, STANDARD.textNamedAsWorkbook),
                outline.word("otherTemplates", Answer.class, STANDARD.otherTemplates));
        outline.nothingElse();
        return rules;
    }
}
