package lingbao.aggregate;

import static lingbao.aggregate.StoredDay.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Check;
import lingbao.catalogue.Report;
import lingbao.catalogue.StateReport;
import lingbao.catalogue.Threshold;
import lingbao.domain.PeriodKind;
import lingbao.domain.Severity;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;

class StatementCheckTest {

    @OnBothDatabases
    void findsNothingWrongWithWhatIsShipped(TestDatabase database) {
        StoredDay.afresh(database);
        assertThat(new StatementCheck(CATALOGUE, database.sessions()).faults()).isEmpty();
    }

    @OnBothDatabases
    void tellsEveryStatementThatIsMissingOrCannotBeAsked(TestDatabase database) {
        StoredDay.afresh(database);
        read(database.sessions().getConfiguration(), """
                <mapper namespace="home">
                  <select id="noTable" resultType="map">select institution from form_nowhere</select>
                  <select id="noColumn" resultType="map">select institution, 1 as n from submission</select>
                  <select id="dynamic" resultType="map">
                    select institution, 1 as home_figure from submission <if test="date != null">where 1 = 0</if>
                  </select>
                  <select id="strangeParameter" resultType="map">
                    select institution, 1 as home_figure from submission where period_start = #{day}
                  </select>
                </mapper>
                """);
        assertThat(new StatementCheck(
                                with(
                                        "home.noTable",
                                        "home.noColumn",
                                        "home.dynamic",
                                        "home.strangeParameter",
                                        "home.none"),
                                database.sessions())
                        .faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("home.dynamic"),
                        fault -> assertThat(fault).contains("home.noColumn").contains("home_figure"),
                        fault -> assertThat(fault).contains("home.noTable"),
                        fault -> assertThat(fault).contains("home.none"),
                        fault -> assertThat(fault)
                                .contains("home.strangeParameter")
                                .contains("#{day}"));
    }

    @OnBothDatabases
    void tellsAThresholdThatNoStatementReadsAndAMessageThatNoColumnFills(TestDatabase database) {
        StoredDay.afresh(database);
        Map<String, Threshold> thresholds = new TreeMap<>(CATALOGUE.thresholds());
        thresholds.put("handsWashed", new Threshold("handsWashed", "洗手", Threshold.Type.INTEGER, "次"));
        Map<String, Check> checks = new TreeMap<>(CATALOGUE.checks());
        checks.put("home-check", check("home-check", "checks.fever", "{institution}的{basins}"));
        Catalogue catalogue = new Catalogue(
                CATALOGUE.forms(),
                CATALOGUE.registers(),
                CATALOGUE.policies(),
                thresholds,
                checks,
                CATALOGUE.reports(),
                CATALOGUE.fileRules());
        assertThat(new StatementCheck(catalogue, database.sessions()).faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("checks.fever").contains("basins"),
                        fault -> assertThat(fault).contains("handsWashed"));
    }

    @OnBothDatabases
    void everyMapperMethodHasItsStatement(TestDatabase database) {
        Configuration configuration = database.sessions().getConfiguration();
        Collection<Class<?>> mappers = configuration.getMapperRegistry().getMappers();
        assertThat(mappers).contains(SubmissionMapper.class, EditionMapper.class);
        for (Class<?> mapper : mappers) {
            for (java.lang.reflect.Method method : mapper.getDeclaredMethods()) {
                if (!method.isDefault() && !method.isSynthetic()) {
                    String statement = mapper.getName() + "." + method.getName();
                    assertThat(configuration.hasStatement(statement))
                            .as(statement)
                            .isTrue();
                }
            }
        }
    }

    private static void read(Configuration configuration, String mapper) {
        String head = "<!DOCTYPE mapper PUBLIC \"-//mybatis.org//DTD Mapper 3.0//EN\""
                + " \"https://mybatis.org/dtd/mybatis-3-mapper.dtd\">\n";
        new XMLMapperBuilder(
                        new java.io.StringReader(head + mapper),
                        configuration,
                        "home.xml",
                        configuration.getSqlFragments())
                .parse();
    }

    private static Catalogue with(String... statements) {
        List<StateReport.Figure> figures = java.util.Arrays.stream(statements)
                .map(statement -> new StateReport.Figure(
                        "homeFigure",
                        "本地",
                        null,
                        Report.Type.INTEGER,
                        Report.RollUp.SUM,
                        statement,
                        null,
                        Set.of(),
                        List.of()))
                .toList();
        Map<String, Report> reports = new TreeMap<>(CATALOGUE.reports());
        reports.put(
                "home-report", new StateReport("home-report", "本地", PeriodKind.DAY, "any", "any", List.of(), figures));
        return new Catalogue(
                CATALOGUE.forms(),
                CATALOGUE.registers(),
                CATALOGUE.policies(),
                CATALOGUE.thresholds(),
                CATALOGUE.checks(),
                reports,
                CATALOGUE.fileRules());
    }

    private static Check check(String id, String statement, String message) {
        return new Check(
                id,
                "本地",
                Severity.NOTE,
                false,
                statement,
                null,
                Set.of(),
                List.of(),
                Map.of(),
                message,
                "无",
                List.of());
    }
}
