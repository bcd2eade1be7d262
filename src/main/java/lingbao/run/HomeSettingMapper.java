package lingbao.run;

import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What was decided about a home before its first use. */
interface HomeSettingMapper {

    /** Decides once; what was decided before stays. */
    void decide(@Param("name") String name, @Param("setting") String setting);

    @Nullable
    String decided(@Param("name") String name);
}
