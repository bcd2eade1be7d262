package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.PersonColumns;
import lingbao.catalogue.SheetRule;
import lingbao.domain.FindingCode;
import org.jspecify.annotations.Nullable;

/** The form's rules that no two rows of a sheet are alike in some columns; the later row is at fault. A unit is itself by name and by code. */
final class UniqueRows {

    private final RegisteredRows registeredRows;
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(List<Column> columns, Map<List<@Nullable Object>, Integer> firstRows) {}

    /** A rule over the person's identity number alone is left to {@link PersonRows}, which also sees who contradicts whom. */
    UniqueRows(Form form, RegisteredRows registeredRows) {
        this.registeredRows = registeredRows;
        PersonColumns person = form.person();
        for (SheetRule rule : form.rules()) {
            if (rule instanceof SheetRule.UniqueInSheet unique
                    && (person == null || !unique.columns().equals(List.of(person.idNumber())))) {
                List<Column> columns = unique.columns().stream()
                        .map(id -> form.columns().get(form.indexOf(id)))
                        .toList();
                rules.add(new Rule(columns, new HashMap<>()));
            }
        }
    }

    void check(TypedRow row, RowFindings findings) {
        for (Rule rule : rules) {
            if (row.value(rule.columns().get(0)) == null) {
                continue;
            }
            List<@Nullable Object> key = new ArrayList<>(rule.columns().size());
            rule.columns().forEach(column -> key.add(registeredRows.meant(column, row.value(column))));
            Integer first = rule.firstRows().putIfAbsent(key, row.number());
            if (first != null) {
                String headings = rule.columns().stream().map(Column::heading).collect(Collectors.joining("、"));
                findings.add(FindingCode.DUPLICATE_ROW, rule.columns().get(0), headings, first.toString());
            }
        }
    }
}
