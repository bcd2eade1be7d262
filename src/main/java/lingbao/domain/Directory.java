package lingbao.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The registers as they stood on one day: all regions, all institutions registered by then, and which of these were
 * open. An immutable value.
 */
public final class Directory {

    private final LocalDate day;
    private final Map<String, Region> regions;
    private final Map<String, Institution> institutions;
    private final Set<String> open;
    private final List<FormerName> formerNames;

    public Directory(
            LocalDate day, Collection<Region> regions, Collection<Institution> institutions, Collection<String> open) {
        this(day, regions, institutions, open, List.of());
    }

    /** @param formerNames those that institutions bore before the day, and not on it */
    public Directory(
            LocalDate day,
            Collection<Region> regions,
            Collection<Institution> institutions,
            Collection<String> open,
            List<FormerName> formerNames) {
        this.day = day;
        this.regions = new TreeMap<>(regions.stream().collect(Collectors.toMap(Region::code, region -> region)));
        this.institutions = new TreeMap<>(
                institutions.stream().collect(Collectors.toMap(Institution::code, institution -> institution)));
        this.open = Set.copyOf(open);
        this.formerNames = List.copyOf(formerNames);
    }

    public LocalDate day() {
        return day;
    }

    /** True where no institution was registered by that day. */
    public boolean isEmpty() {
        return institutions.isEmpty();
    }

    /** All regions by code. */
    public Collection<Region> regions() {
        return List.copyOf(regions.values());
    }

    public Optional<Region> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    /** The district that a region is, or stands in. */
    public Optional<Region> districtOf(String code) {
        Region region = regions.get(code);
        // No tree is higher; a register with a circle in it is refused.
        for (int step = 0; region != null && region.level() != RegionLevel.DISTRICT; step++) {
            region = region.parent() == null || step > regions.size() ? null : regions.get(region.parent());
        }
        return Optional.ofNullable(region);
    }

    /** The regions directly below, by code. */
    public List<Region> childrenOf(String code) {
        return regions.values().stream()
                .filter(region -> code.equals(region.parent()))
                .toList();
    }

    /** The region with all regions below it, those below before the one above. */
    public List<Region> withAllBelow(Region region) {
        return Stream.concat(
                        childrenOf(region.code()).stream().flatMap(child -> withAllBelow(child).stream()),
                        Stream.of(region))
                .toList();
    }

    /** All institutions registered by that day, open or not, by code. */
    public Collection<Institution> institutions() {
        return List.copyOf(institutions.values());
    }

    public Optional<Institution> institution(String code) {
        return Optional.ofNullable(institutions.get(code));
    }

    /** The names that institutions bore before that day, the newest last. */
    public List<FormerName> formerNames() {
        return formerNames;
    }

    public boolean isOpen(Institution institution) {
        return open.contains(institution.code());
    }

    /** The institutions that stand directly in the region and were open, by code. */
    public List<Institution> openIn(String region) {
        return institutions.values().stream()
                .filter(institution -> institution.region().equals(region) && isOpen(institution))
                .toList();
    }
}
