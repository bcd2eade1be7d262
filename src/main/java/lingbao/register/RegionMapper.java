package lingbao.register;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The table {@code region}. */
interface RegionMapper {

    List<RegionRow> on(@Param("day") LocalDate day);

    /** The rows that are still true. */
    List<RegionRow> current();

    /** The oldest row of a region, or none. */
    List<RegionRow> oldest(@Param("code") String code);

    void insert(@Param("row") RegionRow row);

    void update(@Param("row") RegionRow row);

    void end(@Param("row") RegionRow row, @Param("validTo") LocalDate validTo);

    void beginEarlier(@Param("row") RegionRow row, @Param("validFrom") LocalDate validFrom);
}
