package lingbao.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import lingbao.catalogue.Column;
import lingbao.seal.Seal;
import org.jspecify.annotations.Nullable;

/** What a value of a form's column is in the table, and back. */
final class StoredValue {

    private static final String BETWEEN_WORDS = "|";

    private StoredValue() {}

    /** As it is handed to JDBC: sealed where it is personal. */
    static @Nullable Object toTable(Column column, @Nullable Object value, Seal seal) {
        if (value == null) {
            return null;
        }
        if (column.personal()) {
            return seal.seal(text(value));
        }
        return switch (column.type()) {
            case TEXT, INTEGER, DECIMAL, DATE, TIME, CHOICE, PERSON, ID, PHONE -> value;
            case YES_NO -> value.equals(true) ? 1 : 0;
            case CHOICES -> text(value);
        };
    }

    /** Several words stand as {@code |发热|咳嗽|}, so that SQL can ask for one of them. */
    private static String text(Object value) {
        if (value instanceof List<?> words) {
            StringBuilder text = new StringBuilder(BETWEEN_WORDS);
            words.forEach(word -> text.append(word).append(BETWEEN_WORDS));
            return text.toString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The understood value; of a personal column the masked text. */
    static @Nullable Object shown(Column column, ResultSet row, int index, Seal seal) throws SQLException {
        if (column.personal()) {
            @Nullable String sealed = row.getString(index);
            return sealed == null ? null : column.type().masked(seal.unseal(sealed));
        }
        return switch (column.type()) {
            case TEXT, CHOICE, PERSON, ID, PHONE -> row.getString(index);
            case INTEGER -> row.getObject(index, Integer.class);
            case DECIMAL -> row.getBigDecimal(index);
            case DATE -> row.getObject(index, LocalDate.class);
            case TIME -> row.getObject(index, LocalTime.class);
            case YES_NO -> yesNo(row.getObject(index, Integer.class));
            case CHOICES -> words(row.getString(index));
        };
    }

    private static @Nullable Boolean yesNo(@Nullable Integer stored) {
        return stored == null ? null : stored == 1;
    }

    private static @Nullable List<String> words(@Nullable String stored) {
        return stored == null
                ? null
                : Arrays.stream(stored.split("\\|"))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
