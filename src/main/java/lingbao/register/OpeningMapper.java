package lingbao.register;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The table {@code institution_opening}. */
interface OpeningMapper {

    /** The codes of the institutions that were open on the day. */
    List<String> openOn(@Param("day") LocalDate day);

    /** Oldest first. */
    List<Opening> of(@Param("institution") String institution);

    void deleteAll(@Param("institution") String institution);

    void insert(@Param("institution") String institution, @Param("opening") Opening opening);
}
