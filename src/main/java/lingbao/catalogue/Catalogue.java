package lingbao.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * All that is declared in {@code jobs/}, read once. Built by {@link CatalogueReader}.
 *
 * @param forms by id
 * @param registers the engine's own sheets (regions, institutions), by id; laid out like forms, never replaced
 * @param policies by id
 * @param thresholds the vocabulary of the policies, by id
 * @param checks by id
 * @param reports by id
 * @param fileRules what is done with a file that is more than a sheet
 */
public record Catalogue(
        Map<String, Form> forms,
        Map<String, Form> registers,
        Map<String, Policy> policies,
        Map<String, Threshold> thresholds,
        Map<String, Check> checks,
        Map<String, Report> reports,
        FileRules fileRules) {

    public Catalogue {
        forms = Collections.unmodifiableMap(forms);
        registers = Collections.unmodifiableMap(registers);
        policies = Collections.unmodifiableMap(policies);
        thresholds = Collections.unmodifiableMap(thresholds);
        checks = Collections.unmodifiableMap(checks);
        reports = Collections.unmodifiableMap(reports);
    }

    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }
}
