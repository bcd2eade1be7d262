package lingbao.validate;

import java.util.Set;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import org.jspecify.annotations.Nullable;

/** How a number is read whose document another column of the row tells. */
final class DocumentNumbers {

    private final SheetRule.DocumentOfId rule;
    private final Set<String> checked;
    private final Set<String> unchecked;
    private final ColumnReading ofKnownKind;
    private final ColumnReading ofUnknownKind;

    DocumentNumbers(Form form, SheetRule.DocumentOfId rule) {
        this.rule = rule;
        checked = rule.checked().stream().map(Writing::folded).collect(Collectors.toUnmodifiableSet());
        unchecked = rule.unchecked().stream().map(Writing::folded).collect(Collectors.toUnmodifiableSet());
        Column column = form.columns().get(form.indexOf(rule.id()));
        ofKnownKind = ColumnReading.of(column, new DocumentNumberReading(true));
        ofUnknownKind = ColumnReading.of(column, new DocumentNumberReading(false));
    }

    SheetRule.DocumentOfId rule() {
        return rule;
    }

    /** Null where the number itself tells how it is read: it has a check digit, or nothing is told of the document. */
    @Nullable
    ColumnReading otherThanByNumber(@Nullable Object document) {
        if (!(document instanceof String word) || checked.contains(Writing.folded(word))) {
            return null;
        }
        return unchecked.contains(Writing.folded(word)) ? ofKnownKind : ofUnknownKind;
    }
}
