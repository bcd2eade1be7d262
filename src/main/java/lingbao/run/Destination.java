package lingbao.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.domain.SheetState;
import lingbao.validate.Attribution;
import lingbao.validate.CheckedRow;
import lingbao.validate.CheckedSheet;
import org.jspecify.annotations.Nullable;

/** Where the accepted rows of a file go: into the store, or nowhere in a dry run. */
interface Destination {

    /** The receipt of the sheet in force that these same bytes brought, where there is one. */
    Optional<String> repeated(Form form, Sender sender, Period period);

    /** Begins a sheet that may be accepted. */
    OpenSheet begin(Form form, @Nullable String sheetName, Attribution attribution);

    /** A sheet that is refused whatever its rows say. */
    void refused(Form form, @Nullable String sheetName, Attribution attribution, CheckedSheet checked);

    /** The file is done: its own state, and what was found about it as a whole. Gives the receipt, null in a dry run. */
    @Nullable
    String finish(SheetState state, List<Finding> ofFile);

    /** A sheet whose rows are coming in. */
    interface OpenSheet extends Consumer<CheckedRow> {

        /**
         * All rows came; gives the findings, with what is worth knowing against what was received before.
         *
         * @param alone whether the file holds no other sheet of a form
         */
        List<Finding> finish(CheckedSheet checked, boolean alone);

        /** The accepted rows, where they were asked for. */
        @Nullable
        RowSpool data();
    }
}
