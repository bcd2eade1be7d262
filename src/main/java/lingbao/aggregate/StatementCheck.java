package lingbao.aggregate;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Check;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.Report;
import lingbao.catalogue.StateReport;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/** Whether every statement that reports and checks name is there and can be asked of the live database. */
public final class StatementCheck {

    /** The thresholds that the engine itself compares a sheet's highest reading with. */
    static final String FEVER_AT_LEAST = "feverAtLeast";

    static final String FEVER_ABOVE = "feverAbove";

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Catalogue catalogue;
    private final SqlSessionFactory sessions;

    /** @param sessions with all mappers read, on a database that has every derived table */
    public StatementCheck(Catalogue catalogue, SqlSessionFactory sessions) {
        this.catalogue = catalogue;
        this.sessions = sessions;
    }

    /** All that is wrong, each in one Chinese sentence for the operator; empty where the program may start. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> read = new TreeSet<>(Set.of(FEVER_AT_LEAST, FEVER_ABOVE));
        for (Report report : catalogue.reports().values()) {
            if (report instanceof ProgressReport progress) {
                progress.targets().forEach(target -> read.add(target.threshold()));
            }
        }
        namedColumns().forEach((statement, columns) -> {
            Configuration configuration = sessions.getConfiguration();
            if (!configuration.hasStatement(statement)) {
                faults.add("mappers 里没有语句 " + statement + "。");
            } else {
                faults.addAll(faultsOf(configuration.getMappedStatement(statement), columns, read));
            }
        });
        catalogue.thresholds().keySet().stream()
                .filter(threshold -> !read.contains(threshold))
                .forEach(threshold -> faults.add("阈值 " + threshold + " 没有任何语句使用。"));
        return faults;
    }

    /** The columns that each statement owes to the figures and messages that name it. */
    private Map<String, Set<String>> namedColumns() {
        Map<String, Set<String>> named = new TreeMap<>();
        for (Report report : catalogue.reports().values()) {
            if (report instanceof ProgressReport progress) {
                namedBy(progress, named);
            } else {
                namedBy((StateReport) report, named);
            }
        }
        for (Check check : catalogue.checks().values()) {
            if (check.statement() != null) {
                Set<String> columns = columns(named, check.statement());
                GAP.matcher(check.message())
                        .results()
                        .map(gap -> gap.group(1))
                        .filter(gap -> !catalogue.thresholds().containsKey(gap))
                        .forEach(columns::add);
            }
        }
        return named;
    }

    private static void namedBy(StateReport report, Map<String, Set<String>> named) {
        for (StateReport.Figure figure : report.figures()) {
            if (!figure.source().equals(StateReport.Figure.DAY_STATE)
                    && !figure.source().equals(StateReport.Figure.FINDINGS)) {
                columns(named, figure.source()).add(Questions.column(figure.id()));
            }
        }
    }

    private static void namedBy(ProgressReport report, Map<String, Set<String>> named) {
        for (ProgressReport.Figure figure : report.figures()) {
            if (figure.source() instanceof ProgressReport.Source.Asked asked) {
                named.computeIfAbsent(asked.statement(), first -> new TreeSet<>())
                        .addAll(Set.of(Questions.UNIT, Questions.CATEGORY, Questions.column(figure.id())));
            }
        }
        ProgressReport.Focus focus = report.focus();
        if (focus != null) {
            named.computeIfAbsent(focus.statement(), first -> new TreeSet<>())
                    .addAll(Set.of(Questions.UNIT, Questions.FOCUS_GROUP, Questions.PERSONS));
        }
    }

    private static Set<String> columns(Map<String, Set<String>> named, String statement) {
        return named.computeIfAbsent(statement, first -> new TreeSet<>(Set.of(Questions.INSTITUTION)));
    }

    private List<String> faultsOf(MappedStatement statement, Set<String> columns, Set<String> read) {
        String id = statement.getId();
        if (statement.getSqlCommandType() != SqlCommandType.SELECT
                || !(statement.getSqlSource() instanceof RawSqlSource)) {
            return List.of("语句 " + id + " 必须是一条不含 <if> 和 ${} 的 select。");
        }
        List<String> faults = new ArrayList<>();
        BoundSql asked = statement.getBoundSql(Map.of());
        for (ParameterMapping parameter : asked.getParameterMappings()) {
            String name = parameter.getProperty();
            if (catalogue.thresholds().containsKey(name)) {
                read.add(name);
            } else if (!Questions.PARAMETERS.contains(name)) {
                String fault = "语句 " + id + " 的参数 #{" + name
                        + "} 既不是阈值，也不是 date、periodEnd、monthStart、yearStart、cutOff、region。";
                if (!faults.contains(fault)) {
                    faults.add(fault);
                }
            }
        }
        faults.addAll(databaseFaults(id, asked.getSql(), columns));
        return faults;
    }

    private List<String> databaseFaults(String id, String sql, Set<String> columns) {
        try (SqlSession session = sessions.openSession();
                PreparedStatement prepared = session.getConnection().prepareStatement(sql)) {
            ResultSetMetaData answer = prepared.getMetaData();
            Set<String> answered = new TreeSet<>();
            for (int column = 1; column <= answer.getColumnCount(); column++) {
                answered.add(answer.getColumnLabel(column).toLowerCase(Locale.ROOT));
            }
            return columns.stream()
                    .filter(column -> !answered.contains(column))
                    .map(column -> "语句 " + id + " 的结果里没有列 " + column + "。")
                    .toList();
        } catch (SQLException e) {
            return List.of("语句 " + id + " 无法在数据库上执行：" + e.getMessage());
        }
    }
}
