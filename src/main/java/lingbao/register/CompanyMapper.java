package lingbao.register;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The table {@code company}. */
interface CompanyMapper {

    List<CompanyRow> on(@Param("day") LocalDate day);

    /** The rows that are still true. */
    List<CompanyRow> current();

    /** At least one row, and not more than a statement takes. */
    void insert(@Param("rows") List<CompanyRow> rows);

    void update(@Param("row") CompanyRow row);

    void end(@Param("row") CompanyRow row, @Param("validTo") LocalDate validTo);
}
