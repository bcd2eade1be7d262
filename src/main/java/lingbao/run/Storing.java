package lingbao.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.domain.SheetState;
import lingbao.store.FiledSheet;
import lingbao.store.Filing;
import lingbao.store.SheetWriter;
import lingbao.validate.Attribution;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;

/** Files what is accepted, within the caller's transaction. */
final class Storing implements Destination {

    private final Filing filing;

    Storing(Filing filing) {
        this.filing = filing;
    }

    @Override
    public Optional<String> repeated(Form form, Sender sender, Period period) {
        return filing.currentWithSameBytes(form, sender, period);
    }

    @Override
    public OpenSheet begin(Form form, @Nullable String sheetName, Attribution attribution) {
        SheetWriter writer = filing.sheet(
                form,
                sheetName,
                Objects.requireNonNull(attribution.sender()),
                Objects.requireNonNull(attribution.period()),
                attribution.batch());
        return new OpenSheet() {
            @Override
            public void accept(CheckedRow row) {
                writer.accept(row);
            }

            @Override
            public List<Finding> finish(CheckedSheet checked, boolean alone) {
                FiledSheet filed = writer.finish(checked, alone);
                return filed.findings();
            }

            @Override
            public @Nullable RowSpool data() {
                return null;
            }
        };
    }

    @Override
    public void refused(Form form, @Nullable String sheetName, Attribution attribution, CheckedSheet checked) {
        filing.refused(form, sheetName, attribution.senderCode(), attribution.period(), checked);
    }

    @Override
    public String finish(SheetState state, List<Finding> ofFile) {
        return filing.finish(state, ofFile);
    }
}
