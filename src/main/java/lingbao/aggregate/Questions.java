package lingbao.aggregate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.catalogue.Policy;
import lingbao.domain.Period;
import lingbao.domain.Region;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** Asks the statements that reports and checks name. */
final class Questions {

    /** What a statement may ask for beside the thresholds. */
    static final Set<String> PARAMETERS = Set.of("date", "periodEnd", "monthStart", "yearStart", "cutOff", "region");

    /** The column by which each row says whose it is. */
    static final String INSTITUTION = "institution";

    /** The columns by which the rows of a report of progress say what they are of. */
    static final String UNIT = "unit";

    static final String CATEGORY = "category";
    static final String FOCUS_GROUP = "focus_group";
    static final String PERSONS = "persons";

    private final SqlSession sql;
    private final Set<String> thresholds;

    Questions(SqlSession sql, Set<String> thresholds) {
        this.sql = sql;
        this.thresholds = Set.copyOf(thresholds);
    }

    /** The rows for the institutions that stand directly in the region; a column that is null is absent. */
    List<Map<String, Object>> ask(String statement, Region region, Policy policy, Period period, Instant cutOff) {
        return sql.selectList(statement, parameters(region, policy, period, cutOff));
    }

    /** The whole number of an integer figure, whatever the database sums up in. */
    static Number number(Object value, boolean integer) {
        BigDecimal exact = new BigDecimal(value.toString());
        return integer ? (Number) exact.intValueExact() : exact;
    }

    /** The name of a figure's column: {@code sawDoctor} is {@code saw_doctor}. */
    static String column(String figureId) {
        StringBuilder column = new StringBuilder();
        for (char letter : figureId.toCharArray()) {
            column.append(Character.isUpperCase(letter) ? "_" + Character.toLowerCase(letter) : letter);
        }
        return column.toString();
    }

    private Map<String, @Nullable Object> parameters(Region region, Policy policy, Period period, Instant cutOff) {
        LocalDate end = period.end();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        thresholds.forEach(id -> parameters.put(id, null));
        policy.on(end).forEach((id, threshold) -> parameters.put(id, asStored(threshold.value())));
        parameters.put("date", period.start());
        parameters.put("periodEnd", end);
        parameters.put("monthStart", end.withDayOfMonth(1));
        parameters.put("yearStart", end.withDayOfYear(1));
        parameters.put("cutOff", cutOff);
        parameters.put("region", region.code());
        return parameters;
    }

    /** Yes and no are 1 and 0, as in the tables. */
    private static @Nullable Object asStored(@Nullable Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : value;
    }
}
