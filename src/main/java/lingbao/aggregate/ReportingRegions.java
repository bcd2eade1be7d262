package lingbao.aggregate;

import java.util.List;
import java.util.stream.Stream;
import lingbao.domain.Directory;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import org.jspecify.annotations.Nullable;

/** Which regions a report speaks of. */
final class ReportingRegions {

    private ReportingRegions() {}

    /**
     * The region asked for, or every district (where a tree has none, its root).
     *
     * @param region a code; null for all
     * @throws IllegalArgumentException where the register has no such region
     */
    static List<Region> tops(Directory directory, @Nullable String region) {
        if (region != null) {
            return List.of(directory
                    .region(region)
                    .orElseThrow(() -> new IllegalArgumentException("no region " + region + " on " + directory.day())));
        }
        return directory.regions().stream()
                .filter(root -> root.parent() == null)
                .flatMap(root -> reporting(root, directory))
                .toList();
    }

    /**
     * As {@link #tops}, without those in which nobody is open on that day and so owes anything; all where that is so
     * everywhere. The region asked for is always told.
     */
    static List<Region> topsOwing(Directory directory, @Nullable String region) {
        List<Region> tops = tops(directory, region);
        List<Region> owing = tops.stream()
                .filter(top -> directory.withAllBelow(top).stream()
                        .anyMatch(each -> !directory.openIn(each.code()).isEmpty()))
                .toList();
        return region != null || owing.isEmpty() ? tops : owing;
    }

    /**
     * The district asked for, or every district; where there is none, the roots.
     *
     * @throws IllegalArgumentException where the region asked for is none of these
     */
    static List<Region> districts(Directory directory, @Nullable String region) {
        List<Region> districts = directory.regions().stream()
                .filter(each -> each.level() == RegionLevel.DISTRICT)
                .toList();
        List<Region> all = districts.isEmpty()
                ? directory.regions().stream()
                        .filter(each -> each.parent() == null)
                        .toList()
                : districts;
        if (region == null) {
            return all;
        }
        return List.of(all.stream()
                .filter(each -> each.code().equals(region))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no district " + region + " on " + directory.day())));
    }

    /** Above districts nothing is reported, unless institutions stand there, who would be in no report otherwise. */
    private static Stream<Region> reporting(Region region, Directory directory) {
        boolean above = region.level() != RegionLevel.DISTRICT
                && directory.openIn(region.code()).isEmpty()
                && holdsDistrict(region, directory);
        return above
                ? directory.childrenOf(region.code()).stream().flatMap(child -> reporting(child, directory))
                : Stream.of(region);
    }

    private static boolean holdsDistrict(Region region, Directory directory) {
        return directory.childrenOf(region.code()).stream()
                .anyMatch(child -> child.level() == RegionLevel.DISTRICT || holdsDistrict(child, directory));
    }
}
