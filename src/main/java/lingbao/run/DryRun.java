package lingbao.run;

import java.util.List;
import java.util.Optional;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.domain.SheetState;
import lingbao.validate.Attribution;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps nothing; shows the accepted rows to the caller, whose own file they stand in, where he asks for them. */
final class DryRun implements Destination {

    private final boolean showRows;
    private final JsonMapper json = JsonLines.mapper();

    DryRun(boolean showRows) {
        this.showRows = showRows;
    }

    @Override
    public Optional<String> repeated(Form form, Sender sender, Period period) {
        return Optional.empty();
    }

    @Override
    public OpenSheet begin(Form form, @Nullable String sheetName, Attribution attribution) {
        RowSpool spool = showRows ? new RowSpool(form, json) : null;
        return new OpenSheet() {
            @Override
            public void accept(CheckedRow row) {
                if (spool != null) {
                    spool.add(row);
                }
            }

            @Override
            public List<Finding> finish(CheckedSheet checked) {
                if (spool != null) {
                    if (checked.refused()) {
                        spool.takeBackAll();
                    } else {
                        spool.takeBack(checked.takenBack());
                    }
                }
                return checked.findings();
            }

            @Override
            public @Nullable RowSpool data() {
                return spool;
            }
        };
    }

    @Override
    public void refused(Form form, @Nullable String sheetName, Attribution attribution, CheckedSheet checked) {}

    @Override
    public @Nullable String finish(SheetState state, List<Finding> ofFile) {
        return null;
    }
}
