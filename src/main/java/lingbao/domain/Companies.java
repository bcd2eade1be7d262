package lingbao.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The companies registered on one day; there may be a hundred thousand. An immutable value. */
public final class Companies {

    public static final Companies NONE = new Companies(List.of());

    private final Map<String, Company> byCode = new HashMap<>();
    private final Map<String, List<Company>> byName = new HashMap<>();
    private final Set<String> regions = new HashSet<>();

    public Companies(Collection<Company> companies) {
        for (Company company : companies) {
            byCode.put(company.creditCode(), company);
            regions.add(company.region());
            byName.merge(company.name(), List.of(company), Companies::together);
        }
    }

    private static List<Company> together(List<Company> some, List<Company> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The codes of the regions that they stand in. */
    public Set<String> regions() {
        return Collections.unmodifiableSet(regions);
    }

    public Optional<Company> withCode(String creditCode) {
        return Optional.ofNullable(byCode.get(creditCode));
    }

    /** All that bear exactly this name. */
    public List<Company> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }
}
