package lingbao.run;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lingbao.catalogue.Form;

/** Tells each file's answers as they come, to a script or to a person, and knows at the end whether all was taken. */
final class Answering implements Consumer<List<SheetAnswer>> {

    private final PrintStream out;
    private final Consumer<SheetAnswer> teller;
    private boolean whole = true;

    /** @param forms by id, for their printed names */
    Answering(Lingbao line, Map<String, Form> forms, boolean json, boolean dryRun) {
        out = line.out;
        if (json) {
            JsonLines lines = new JsonLines(line.out);
            teller = lines::answer;
        } else {
            AnswerText text = new AnswerText(Visible.lines(line.out), forms);
            teller = answer -> text.answer(answer, dryRun);
        }
    }

    @Override
    public void accept(List<SheetAnswer> answers) {
        for (SheetAnswer answer : answers) {
            try (RowSpool spool = answer.data()) {
                teller.accept(answer);
            }
            whole &= answer.isWhole();
        }
        // Who waits for a receipt gets it when it holds, not when a buffer is full.
        out.flush();
    }

    int status() {
        return whole ? Lingbao.DONE : Lingbao.SOME_REFUSED;
    }
}
