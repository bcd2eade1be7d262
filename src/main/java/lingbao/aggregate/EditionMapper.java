package lingbao.aggregate;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The table {@code edition}. */
interface EditionMapper {

    /** Oldest first. */
    List<Edition> of(@Param("report") String report, @Param("period") String period, @Param("region") String region);

    void insert(Edition edition);
}
