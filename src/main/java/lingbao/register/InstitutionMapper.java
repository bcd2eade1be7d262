package lingbao.register;

import java.time.LocalDate;
import java.util.List;
import lingbao.domain.FormerName;
import org.apache.ibatis.annotations.Param;

/** The table {@code institution}. */
interface InstitutionMapper {

    List<InstitutionRow> on(@Param("day") LocalDate day);

    /** The rows that are still true. */
    List<InstitutionRow> current();

    /** The names of rows that had ended by the day, the newest last; a name that is borne again on the day is none. */
    List<FormerName> formerNamesOn(@Param("day") LocalDate day);

    /** The oldest row of an institution, or none. */
    List<InstitutionRow> oldest(@Param("code") String code);

    void insert(@Param("row") InstitutionRow row);

    void update(@Param("row") InstitutionRow row);

    void end(@Param("row") InstitutionRow row, @Param("validTo") LocalDate validTo);

    void beginEarlier(@Param("row") InstitutionRow row, @Param("validFrom") LocalDate validFrom);
}
