package lingbao.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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

    public Companies(Collection<Company> companies) {
        for (Company company : companies) {
            byCode.put(company.creditCode(), company);
            byName.merge(company.name(), List.of(company), Companies::together);
        }
    }

    private static List<Company> together(List<Company> some, List<Company> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** True where no register of companies was ever loaded: nothing can be said of a company then. */
    public boolean isEmpty() {
        return byCode.isEmpty();
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
