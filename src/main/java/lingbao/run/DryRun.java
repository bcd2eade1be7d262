package lingbao.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.domain.SheetState;
import lingbao.store.Predecessors;
import lingbao.store.SheetContent;
import lingbao.upload.Received;
import lingbao.validate.Attribution;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps nothing; shows the accepted rows to the caller, whose own file they stand in, where he asks for them. */
final class DryRun implements Destination {

    private final boolean showRows;
    private final @Nullable Predecessors predecessors;
    private final Received received;
    private final JsonMapper json = JsonLines.mapper();

    /** @param predecessors null where no database is: there is nothing then to compare with */
    DryRun(boolean showRows, @Nullable Predecessors predecessors, Received received) {
        this.showRows = showRows;
        this.predecessors = predecessors;
        this.received = received;
    }

    @Override
    public Optional<String> repeated(Form form, Sender sender, Period period) {
        return Optional.empty();
    }

    @Override
    public OpenSheet begin(Form form, @Nullable String sheetName, Attribution attribution) {
        RowSpool spool = showRows ? new RowSpool(form, json) : null;
        Sender sender = attribution.sender();
        SheetContent content = predecessors == null || sender == null ? null : predecessors.content(form, sender);
        return new OpenSheet() {
            @Override
            public void accept(CheckedRow row) {
                if (spool != null) {
                    spool.add(row);
                }
                if (content != null) {
                    content.add(row);
                }
            }

            @Override
            public List<Finding> finish(CheckedSheet checked, boolean alone) {
                if (spool != null) {
                    if (checked.refused()) {
                        spool.takeBackAll();
                    } else {
                        spool.takeBack(checked.takenBack());
                    }
                }
                return withPredecessor(form, sheetName, attribution, checked, content, alone);
            }

            @Override
            public @Nullable RowSpool data() {
                return spool;
            }
        };
    }

    private List<Finding> withPredecessor(
            Form form,
            @Nullable String sheetName,
            Attribution attribution,
            CheckedSheet checked,
            @Nullable SheetContent content,
            boolean alone) {
        Sender sender = attribution.sender();
        Period period = attribution.period();
        if (predecessors == null
                || content == null
                || sender == null
                || period == null
                || checked.state() == SheetState.REJECTED) {
            return checked.findings();
        }
        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.addAll(predecessors.findings(
                form, sheetName, sender, period, attribution.batch(), received, checked, content, alone));
        return findings;
    }

    @Override
    public void refused(Form form, @Nullable String sheetName, Attribution attribution, CheckedSheet checked) {}

    @Override
    public @Nullable String finish(SheetState state, List<Finding> ofFile) {
        return null;
    }
}
