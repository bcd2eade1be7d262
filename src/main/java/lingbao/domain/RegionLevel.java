package lingbao.domain;

import java.util.Locale;

/** How high a region stands; its word in the register is the lower-case name. */
public enum RegionLevel {
    PROVINCE,
    CITY,
    DISTRICT,
    SUBDISTRICT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
