package lingbao.validate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accepted row, understood.
 *
 * @param row the row number in the sheet
 * @param values one for each of the form's columns, in its order, of the column type's Java type; null where blank
 * @param answered always true: a row without an answer is ignored
 * @param caseByChoice whether a word other than the declared one stands in a case column
 * @param highest the highest of the values that the fever threshold is compared with; null where none is filled
 * @param person what tells this person from another, before hashing: {@code id:…} or {@code name:class|name}; null where
 *     rows are not of persons
 */
public record CheckedRow(
        int row,
        List<@Nullable Object> values,
        boolean answered,
        boolean caseByChoice,
        @Nullable BigDecimal highest,
        @Nullable String person) {}
