package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lingbao.catalogue.Column;
import lingbao.catalogue.Form;
import lingbao.catalogue.SheetRule;
import lingbao.domain.Companies;
import lingbao.domain.Company;
import lingbao.domain.FindingCode;
import lingbao.domain.Region;
import org.jspecify.annotations.Nullable;

/**
 * The form's rules that what a row names is registered. They only warn: the row is kept, and counts as soon as the register
 * is mended. A unit matches by its exact name or its code, a company by its credit code or its exact name.
 */
final class RegisteredRows {

    private final Form form;
    private final HeldAgainst heldAgainst;
    private final Map<String, Region> units = new HashMap<>();
    private final NearestNames nearestUnits;
    private final NearestNames nearestCompanies;

    /** Whether the sender's own district registers its companies; those of others tell nothing of one that is not there. */
    private final boolean companiesAreRegistered;

    RegisteredRows(Form form, HeldAgainst heldAgainst) {
        this.form = form;
        this.heldAgainst = heldAgainst;
        List<String> names = new ArrayList<>();
        if (heldAgainst.regions() != null && heldAgainst.district() != null) {
            for (Region unit :
                    heldAgainst.regions().childrenOf(heldAgainst.district().code())) {
                units.put(unit.name(), unit);
                units.put(unit.code(), unit);
                names.add(unit.name());
            }
        }
        nearestUnits = new NearestNames(names);
        companiesAreRegistered = heldAgainst.companies().regions().stream()
                .anyMatch(region -> units.containsKey(region) || isTheDistrict(region));
        nearestCompanies = new NearestNames(heldAgainst.companies().names());
    }

    private boolean isTheDistrict(String region) {
        return heldAgainst.district() != null
                && region.equals(heldAgainst.district().code());
    }

    void check(TypedRow row, RowFindings findings) {
        if (row.isTotal()) {
            return;
        }
        for (SheetRule rule : form.rules()) {
            if (rule instanceof SheetRule.RegisteredUnit registered) {
                unit(column(registered.column()), row, findings);
            } else if (rule instanceof SheetRule.RegisteredCompany registered) {
                company(registered, row, findings);
            }
        }
    }

    /** What a value of the column means: of a unit's name or code the region; any other value itself. */
    @Nullable
    Object meant(Column column, @Nullable Object value) {
        boolean ofUnit = form.rules().contains(new SheetRule.RegisteredUnit(column.id()));
        return ofUnit && value instanceof String said && units.containsKey(said) ? units.get(said) : value;
    }

    private void unit(Column column, TypedRow row, RowFindings findings) {
        if (!units.isEmpty() && row.value(column) instanceof String said && !units.containsKey(said)) {
            findings.add(
                    FindingCode.UNIT_UNKNOWN,
                    column,
                    column.heading(),
                    heldAgainst.district() == null ? "" : heldAgainst.district().name(),
                    nearestUnits.to(said));
        }
    }

    private void company(SheetRule.RegisteredCompany rule, TypedRow row, RowFindings findings) {
        Column column = column(rule.column());
        if (!companiesAreRegistered || !(row.value(column) instanceof String name)) {
            return;
        }
        List<Company> found = found(name, row.value(column(rule.code())));
        if (found.isEmpty()) {
            findings.add(FindingCode.COMPANY_UNKNOWN, column, nearestCompanies.to(name));
            return;
        }
        Column unitColumn = column(rule.unit());
        Region unit = row.value(unitColumn) instanceof String said ? units.get(said) : null;
        if (unit != null && found.stream().noneMatch(company -> company.region().equals(unit.code()))) {
            findings.add(
                    FindingCode.COMPANY_UNIT_DIFFERS,
                    unitColumn,
                    unitColumn.heading(),
                    nameOf(found.get(0).region()));
        }
    }

    /** The company of the code; where no such code is registered, those of the name. */
    private List<Company> found(String name, @Nullable Object code) {
        Companies companies = heldAgainst.companies();
        Optional<Company> byCode =
                code instanceof String creditCode ? companies.withCode(creditCode) : Optional.empty();
        return byCode.map(List::of).orElseGet(() -> companies.named(name));
    }

    private String nameOf(String region) {
        return Optional.ofNullable(heldAgainst.regions())
                .flatMap(regions -> regions.region(region))
                .map(Region::name)
                .orElse(region);
    }

    private Column column(String columnId) {
        return form.columns().get(form.indexOf(columnId));
    }
}
