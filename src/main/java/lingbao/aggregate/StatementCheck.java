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
import lingbao.catalogue.FeverThreshold;
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
        Set<String> read = new TreeSet<>(Set.of(FeverThreshold.AT_LEAST, FeverThreshold.ABOVE));
        for (Report report : catalogue.reports().values()) {
            if (report instanceof ProgressReport progress) {
                progress.targets().forEach(target -> read.add(target.threshold()));
            }
        }
        named().forEach((statement, named) -> {
            Configuration configuration = sessions.getConfiguration();
            if (!configuration.hasStatement(statement)) {
                faults.add("mappers 里没有语句 " + statement + "，" + String.join("、", named.files()) + " 用到它。");
            } else {
                faults.addAll(faultsOf(configuration.getMappedStatement(statement), named.columns(), read));
            }
        });
        catalogue.thresholds().keySet().stream()
                .filter(threshold -> !read.contains(threshold))
                .forEach(threshold -> faults.add("阈值 " + threshold + " 没有任何语句使用。"));
        return faults;
    }

    /**
     * What is named of one statement.
     *
     * @param files that name it
     * @param columns that it owes to the figures and messages of these
     */
    private record Named(Set<String> files, Set<String> columns) {}

    private Map<String, Named> named() {
        Map<String, Named> named = new TreeMap<>();
        for (Report report : catalogue.reports().values()) {
            if (report instanceof ProgressReport progress) {
                namedBy(progress, named);
            } else {
                namedBy((StateReport) report, named);
            }
        }
        for (Check check : catalogue.checks().values()) {
            if (check.statement() != null) {
                Set<String> columns = columns(named, check.statement(), "jobs/checks/" + check.id());
                GAP.matcher(check.message())
                        .results()
                        .map(gap -> gap.group(1))
                        .filter(gap -> !catalogue.thresholds().containsKey(gap))
                        .forEach(columns::add);
            }
        }
        return named;
    }

    private static void namedBy(StateReport report, Map<String, Named> named) {
        for (StateReport.Figure figure : report.figures()) {
            if (!figure.source().equals(StateReport.Figure.DAY_STATE)
                    && !figure.source().equals(StateReport.Figure.FINDINGS)) {
                columns(named, figure.source(), "jobs/reports/" + report.id())
                        .addAll(Set.of(Questions.INSTITUTION, Questions.column(figure.id())));
            }
        }
    }

    private static void namedBy(ProgressReport report, Map<String, Named> named) {
        String file = "jobs/reports/" + report.id();
        for (ProgressReport.Figure figure : report.figures()) {
            if (figure.source() instanceof ProgressReport.Source.Asked asked) {
                columns(named, asked.statement(), file)
                        .addAll(Set.of(Questions.UNIT, Questions.CATEGORY, Questions.column(figure.id())));
            }
        }
        ProgressReport.Focus focus = report.focus();
        if (focus != null) {
            columns(named, focus.statement(), file)
                    .addAll(Set.of(Questions.UNIT, Questions.FOCUS_GROUP, Questions.PERSONS));
        }
    }

    private static Set<String> columns(Map<String, Named> named, String statement, String file) {
        Named each = named.computeIfAbsent(statement, first -> new Named(new TreeSet<>(), new TreeSet<>()));
        each.files().add(file + ".yml");
        return each.columns();
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
