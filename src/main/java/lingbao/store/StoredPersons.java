package lingbao.store;

import java.util.BitSet;
import lingbao.catalogue.Form;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose rows a stored sheet holds. */
final class StoredPersons {

    private final JdbcTemplate jdbc;

    StoredPersons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of a stored sheet whose persons another sheet has not; none in a form that lists no persons. */
    BitSet rowsGone(Form form, long submission, SheetContent from) {
        BitSet gone = new BitSet();
        if (form.person() != null) {
            jdbc.query(
                    "select source_row, person_key from " + form.table()
                            + " where submission_id = ? and person_key is not null",
                    row -> {
                        if (!from.lists(row.getString("person_key"))) {
                            gone.set(row.getInt("source_row"));
                        }
                    },
                    submission);
        }
        return gone;
    }
}
