package lingbao.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The table {@code submission}, as it stood at a cut-off. */
interface SubmissionMapper {

    /** Of all institutions, each one's oldest first; those superseded by the cut-off too. */
    List<SubmissionVersion> acceptedVersions(
            @Param("form") String form, @Param("date") LocalDate date, @Param("cutOff") Instant cutOff);

    /** The sender of each sheet that counts, once a sheet, of all periods that begin between the two days. */
    List<String> sendersInForce(
            @Param("form") String form,
            @Param("from") LocalDate from,
            @Param("to") LocalDate to,
            @Param("cutOff") Instant cutOff);

    List<RefusedVersion> refusedVersions(
            @Param("form") String form, @Param("date") LocalDate date, @Param("cutOff") Instant cutOff);
}
