package lingbao.aggregate;

import static lingbao.aggregate.StoredDay.CATALOGUE;
import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Form;
import lingbao.domain.PeriodKind;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import org.apache.ibatis.mapping.BoundSql;
import org.jspecify.annotations.Nullable;

/** However many days are stored, what is asked of one day is found by an index, never by reading a whole table. */
class QuestionsUseIndexesTest {

    private static final int OTHER_DAYS = 150;
    private static final int ROWS_A_SHEET = 20;

    /** A table that grows with the days, and the name that the statement gives it. */
    private static final Pattern GROWING = Pattern.compile("(?:from|join)\\s+(form_\\w+|submission|finding)\\s+(\\w+)");

    @OnBothDatabases
    void noQuestionOfADayReadsAWholeTable(TestDatabase database) {
        fill(database);
        for (String statement : statements()) {
            BoundSql question = database.sessions()
                    .getConfiguration()
                    .getMappedStatement(statement)
                    .getBoundSql(parameters());
            List<Map<String, @Nullable Object>> plan =
                    database.rows("explain " + question.getSql(), arguments(question));
            assertThat(readWhole(question.getSql(), plan))
                    .as("%s: %s", statement, plan)
                    .isEmpty();
        }
    }

    /** Those that reports and checks name, and the engine's own of a day. */
    private static Set<String> statements() {
        Set<String> statements = new TreeSet<>(List.of(
                SubmissionMapper.class.getName() + ".acceptedVersions",
                SubmissionMapper.class.getName() + ".refusedVersions"));
        CATALOGUE.checks().values().stream()
                .filter(check -> check.forms().stream().allMatch(QuestionsUseIndexesTest::isOfADay))
                .map(check -> check.statement())
                .filter(Objects::nonNull)
                .forEach(statements::add);
        StoredDay.REPORT.figures().stream()
                .map(figure -> figure.source())
                .filter(source -> source.contains("."))
                .forEach(statements::add);
        assertThat(statements).hasSizeGreaterThan(8);
        return statements;
    }

    private static boolean isOfADay(String form) {
        return Objects.requireNonNull(CATALOGUE.forms().get(form)).period() == PeriodKind.DAY;
    }

    private static Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        CATALOGUE.thresholds().keySet().forEach(id -> parameters.put(id, null));
        Objects.requireNonNull(CATALOGUE.policies().get("holingol"))
                .on(DAY)
                .forEach((id, threshold) -> parameters.put(id, threshold.value()));
        parameters.put("date", DAY);
        parameters.put("cutOff", LocalDateTime.ofInstant(CUT_OFF, ZoneOffset.UTC));
        parameters.put("region", "D1");
        parameters.put("form", StoredDay.REPORT.basis());
        return parameters;
    }

    private static @Nullable Object[] arguments(BoundSql question) {
        return question.getParameterMappings().stream()
                .map(parameter -> parameters().get(parameter.getProperty()))
                .toArray();
    }

    /** MariaDB answers a row for each table under the statement's own name for it, H2 the statement with its plan in it. */
    private static List<String> readWhole(String sql, List<Map<String, @Nullable Object>> plan) {
        Map<String, String> growing = new TreeMap<>();
        for (MatchResult table : GROWING.matcher(sql).results().toList()) {
            growing.put(table.group(2), table.group(1));
        }
        assertThat(growing).isNotEmpty();
        List<String> whole = new ArrayList<>();
        for (Map<String, @Nullable Object> step : plan) {
            if (step.containsKey("type")) {
                String table = growing.get(String.valueOf(step.get("table")));
                if (table != null && Set.of("ALL", "index").contains(String.valueOf(step.get("type")))) {
                    whole.add(table);
                }
            } else {
                String text = step.values().toString().toLowerCase(Locale.ROOT);
                growing.values().stream()
                        .filter(table -> text.contains("." + table + ".tablescan"))
                        .forEach(whole::add);
            }
        }
        return whole;
    }

    /** Many days of one institution's sheets, of which the question asks one. */
    private static void fill(TestDatabase database) {
        StoredDay day = StoredDay.afresh(database)
                .regions("D,试验区,,district,holingol", "D1,一街道,D,subdistrict,")
                .institutions("E1,甲学校,学校,D1,,", "E2,乙学校,学校,D1,,");
        for (String institution : List.of("E1", "E2")) {
            day.sheet(
                            "health-check",
                            institution,
                            "08:00:00",
                            rows("person_key=p morningTemperature=36.5 symptoms=|无|"))
                    .sheet("attendance", institution, "08:00:00", rows("className=一班 expected=20 present=20"))
                    .sheet("disinfection", institution, "19:00:00", rows("place=101 action=消毒 startTime=08:00"));
        }
        String copied =
                "received_file, sheet_name, form, institution, region, version, state, rows_seen, rows_accepted,"
                        + " rows_rejected, rows_ignored, answered_rows, case_rows, highest, received_at";
        for (int other = 1; other <= OTHER_DAYS; other++) {
            database.jdbc()
                    .update(
                            "insert into submission (" + copied + ", period_start) select " + copied
                                    + ", ? from submission where period_start = ?",
                            DAY.minusDays(other),
                            DAY);
        }
        CATALOGUE.forms().values().forEach(form -> copyRows(database, form));
        database.jdbc()
                .execute(
                        database.database().isServer()
                                ? "analyze table submission, "
                                        + CATALOGUE.forms().values().stream()
                                                .map(Form::table)
                                                .collect(Collectors.joining(", "))
                                : "analyze");
    }

    private static void copyRows(TestDatabase database, Form form) {
        List<Map<String, @Nullable Object>> some = database.rows("select * from " + form.table() + " limit 1");
        if (some.isEmpty()) {
            return;
        }
        List<String> columns = some.get(0).keySet().stream()
                .filter(column -> !Set.of("submission_id", "period_start").contains(column))
                .toList();
        database.jdbc()
                .update(
                        "insert into " + form.table() + " (submission_id, period_start, " + String.join(", ", columns)
                                + ") select s.id, s.period_start, "
                                + columns.stream().map(column -> "f." + column).collect(Collectors.joining(", "))
                                + " from " + form.table() + " f join submission s on s.form = ?"
                                + " and s.institution = f.institution and s.period_start < ? where f.period_start = ?",
                        form.id(),
                        DAY,
                        DAY);
    }

    private static String[] rows(String row) {
        return Collections.nCopies(ROWS_A_SHEET, row).toArray(String[]::new);
    }
}
