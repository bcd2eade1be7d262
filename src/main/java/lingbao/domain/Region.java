package lingbao.domain;

import org.jspecify.annotations.Nullable;

/**
 * A place that sums up its institutions: subdistrict, district, city or province.
 *
 * @param parent the code of the region above; null at the top
 * @param policy the id of the policy in force here, the parent's where its own row names none
 */
public record Region(String code, String name, @Nullable String parent, RegionLevel level, String policy)
        implements Sender {

    @Override
    public String region() {
        return code;
    }
}
