package lingbao.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.catalogue.CatalogueFaultsException.Fault;

/**
 * Reads every file of {@code jobs/}, and the engine's own register sheets. Where a home takes a form away with
 * {@code enabled: false}, the checks and figures that would ask it go quietly too; a report whose basis it is is a fault.
 */
public final class CatalogueReader {

    private static final Pattern DECLARATION = Pattern.compile("(forms|policies|checks|reports)/([^/]+)\\.yml");
    private static final Pattern REGISTER = Pattern.compile("([^/]+)\\.yml");

    /** @throws CatalogueFaultsException with all faults, where there is any */
    public Catalogue read(DeclaredFiles files) {
        List<Fault> faults = new ArrayList<>();
        SortedMap<String, Threshold> thresholds = new TreeMap<>();
        Folder forms = new Folder();
        Folder policies = new Folder();
        Folder checks = new Folder();
        Folder reports = new Folder();
        List<FileRules> fileRules = new ArrayList<>(1);
        files.in("jobs").forEach((name, file) -> {
            Matcher declaration = DECLARATION.matcher(name);
            if (declaration.matches()) {
                Folder folder =
                        switch (declaration.group(1)) {
                            case "forms" -> forms;
                            case "policies" -> policies;
                            case "checks" -> checks;
                            default -> reports;
                        };
                folder.add(declaration.group(2), file, faults);
            } else if (name.equals("thresholds.yml")) {
                Outline.of(file, faults).map(ThresholdsReader::read).ifPresent(thresholds::putAll);
            } else if (name.equals("intake.yml")) {
                Outline.of(file, faults).map(FileRules::read).ifPresent(fileRules::add);
            } else if (!name.equals("README.md")) {
                faults.add(new Fault(file.origin(), 1, "不认识的文件，应是 forms、policies、checks、reports 下的 .yml"));
            }
        });

        Map<String, Form> registers = registers(faults);
        forms.faultTaken(registers.keySet(), "登记册");
        Catalogue catalogue = new Catalogue(
                forms.each(FormReader::form),
                registers,
                policies.each((id, outline) -> new PolicyReader(id, outline, thresholds, forms.ids()).read()),
                thresholds,
                standing(checks.each(
                        (id, outline) -> new CheckReader(id, outline, thresholds, forms.ids(), policies.ids()).read())),
                standing(reports.each((id, outline) -> new ReportReader(id, outline, thresholds, forms.ids()).read())),
                fileRules.isEmpty() ? FileRules.STANDARD : fileRules.get(0));
        if (!faults.isEmpty()) {
            throw new CatalogueFaultsException(faults);
        }
        return catalogue;
    }

    /** Those of the engine itself; a home has no say in them. */
    private static Map<String, Form> registers(List<Fault> faults) {
        Folder registers = new Folder();
        new DeclaredFiles(null).in("registers").forEach((name, file) -> {
            Matcher register = REGISTER.matcher(name);
            if (register.matches()) {
                registers.add(register.group(1), file, faults);
            }
        });
        return registers.each(FormReader::register);
    }

    private static <T> SortedMap<String, T> standing(SortedMap<String, Optional<T>> declared) {
        SortedMap<String, T> standing = new TreeMap<>();
        declared.forEach((id, each) -> each.ifPresent(kept -> standing.put(id, kept)));
        return standing;
    }
}
