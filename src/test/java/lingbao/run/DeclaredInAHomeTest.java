package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Forms, policies and checks are data: what a district's own staff write into the home is in force at the next command. */
class DeclaredInAHomeTest {

    private static final String DAY = "2020-06-17";
    private static final String HEALTH = "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n甲二,学员,36.9,无\n";

    private static final String WATER_TEST = """
            id: water-test
            name: 饮用水检测表
            titles: [饮用水检测]
            period: day
            scope: [学校]
            keepDays: 30
            columns:
              - {id: tap, heading: 取水点, type: text, maxLength: 50, required: true}
              - {id: chlorine, heading: 余氯, type: decimal, unit: mg/L, min: 0, max: 5, decimals: 2, answer: true}
              - {id: clear, heading: 是否清澈, type: yes-no, yesWords: [是], noWords: [否]}
              - {id: sampler, heading: 采样人, type: person, personal: true}
            """;

    private static final String STRICT = """
            id: strict
            name: 从严
            thresholds:
              feverAtLeast:
                - {since: 2020-01-01, value: 36.8, origin: setting, source: 本地从严}
            deadlines:
              - {time: "07:30:00", since: 2020-01-01, origin: setting, source: 本地从严}
            """;

    @TempDir
    Path folder;

    @Test
    void aNewFormIsTakenInAndExportedWithoutAnyJavaOfItsOwn() throws IOException {
        Desk desk = desk().declare("jobs/forms/water-test.yml", WATER_TEST);
        Path sheet =
                desk.file("3301900102_2020-06-17.csv", "序号,取水点,余氯（mg/L）,是否清澈,采样人\n1,一楼,0.35,是,岑初禾\n2,二楼,9,否,岑初禾\n");

        Ended ingest = desk.call("ingest", sheet, "--json");

        assertThat(ingest.status()).isEqualTo(2);
        JsonNode answer = ingest.objects().get(0);
        assertThat(answer.path("form").asString()).isEqualTo("water-test");
        assertThat(answer.path("state").asString()).isEqualTo("partly-accepted");
        assertThat(answer.path("findings")
                        .valueStream()
                        .filter(finding -> finding.path("severity").asString().equals("error"))
                        .map(finding -> finding.path("code").asString() + "@"
                                + finding.path("cell").asString()))
                .containsExactly("OUT_OF_RANGE@C3");
        List<JsonNode> rows = desk.call("export", "water-test", "--date", DAY, "--format", "json")
                .objects();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("tap").asString()).isEqualTo("一楼");
        assertThat(rows.get(0).path("chlorine").decimalValue()).isEqualByComparingTo("0.35");
        assertThat(rows.get(0).path("clear").asBoolean()).isTrue();
        assertThat(rows.get(0).path("sampler").asString()).isEqualTo("岑*");
        assertThat(desk.call("export", "water-test", "--date", DAY).out().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("3301900102", "一楼", "0.35", "岑*")
                .doesNotContain("岑初禾");
        assertThat(desk.call("status", "--date", DAY, "--json").objects())
                .filteredOn(object -> object.path("form").asString().equals("water-test"))
                .extracting(object -> object.path("institution").asString())
                .containsExactly("3301900102");
    }

    @Test
    void aDistrictStandsUnderAPolicyOfItsOwn() throws IOException {
        Desk shipped = desk();
        Path sheet = shipped.file("3301900101_2020-06-17.csv", HEALTH);
        shipped.call("ingest", sheet);
        JsonNode mild = district(shipped);
        assertThat(mild.path("fever").asInt()).isZero();
        assertThat(mild.path("onTime").asInt()).isEqualTo(1);
        assertThat(mild.has("disinfectionMet")).isTrue();

        Desk own = Desk.in(folder.resolve("own"))
                .at("2020-06-17T08:00:00+08:00")
                .declare("jobs/policies/strict.yml", STRICT)
                .registered(Desk.REGIONS.replace("holingol", "strict"), Desk.INSTITUTIONS);
        own.call("ingest", sheet);
        JsonNode strict = district(own);
        assertThat(strict.path("fever").asInt()).isEqualTo(1);
        assertThat(strict.path("withCases").asInt()).isEqualTo(1);
        assertThat(strict.path("late").asInt()).isEqualTo(1);
        assertThat(strict.has("disinfectionMet")).isFalse();
        assertThat(strict.has("ventilationMet")).isFalse();
    }

    @Test
    void aKeyThatNobodyKnowsStopsTheCommandAndIsNamedWithItsLine() throws IOException {
        Desk desk = desk().declare("jobs/forms/water-test.yml", WATER_TEST.replace("titles:", "titels:"));

        Ended ended = desk.call("ingest", desk.file("3301900101_2020-06-17.csv", HEALTH), "--json");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains(desk.home().resolve("jobs/forms/water-test.yml") + " 第 3 行", "titels")
                .doesNotContain("Exception");
    }

    @Test
    void allFaultsOfTheHomeAreToldAtOnce() throws IOException {
        Desk desk = desk().declare("jobs/forms/water-test.yml", WATER_TEST.replace("type: decimal", "type: number"))
                .declare(
                        "jobs/policies/strict.yml",
                        STRICT.replace("origin: setting, source: 本地从严}\ndead", "source: 1}\ndead"))
                .declare("jobs/notes.txt", "to be read by nobody")
                .declare("home.yaml", "migrations: true\n");

        Ended ended = desk.call("status", "--date", DAY);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("water-test.yml 第 9 行", "strict.yml 第 5 行", "notes.txt");
    }

    @Test
    void aFaultInTheHomesOwnFileStopsTheCommand() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").declare("home.yaml", "migrations: true\n");

        Ended ended = desk.call("ingest", desk.file("3301900101_2020-06-17.csv", HEALTH));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("home.yaml 第 1 行", "migrations");
    }

    @Test
    void aCheckWhoseStatementDoesNotExistStopsTheIntake() throws IOException {
        Desk desk = desk().declare("jobs/checks/too-warm.yml", """
                        id: too-warm
                        name: 偏热
                        severity: warning
                        statement: checks.tooWarm
                        forms: [health-check]
                        clauses: {default: 本地设定}
                        message: "{institution}偏热。"
                        remedy: 请核实。
                        """);

        Ended ended = desk.call("ingest", desk.file("3301900101_2020-06-17.csv", HEALTH));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("checks.tooWarm", "jobs/checks/too-warm.yml")
                .doesNotContain("Exception", "faults.log");
    }

    @Test
    void aCheckOfTheHomeFindsAndOneTakenAwayDoesNot() throws IOException {
        Desk desk = desk();
        desk.call("ingest", desk.file("3301900101_2020-06-17.csv", HEALTH));
        int before = district(desk).path("findings").asInt();

        desk.declare("jobs/checks/not-received.yml", "enabled: false\n");
        assertThat(district(desk).path("findings").asInt()).isEqualTo(before - 1);

        desk.declare("mappers/local.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN"
                            "https://mybatis.org/dtd/mybatis-3-mapper.dtd">
                        <mapper namespace="local">
                          <select id="tooWarm" resultType="map">
                            select s.institution, h.source_row as place
                            from submission s
                            join form_health_check h on h.submission_id = s.id
                            join institution i on i.code = s.institution and i.region = #{region}
                            where s.period_start = #{date} and h.morning_temperature &gt; 36.8
                          </select>
                        </mapper>
                        """).declare("jobs/checks/too-warm.yml", """
                        id: too-warm
                        name: 偏热
                        severity: warning
                        statement: local.tooWarm
                        forms: [health-check]
                        clauses: {default: 本地设定}
                        message: "{institution}第{place}行偏热。"
                        remedy: 请核实。
                        """);
        assertThat(district(desk).path("findings").asInt()).isEqualTo(before);
    }

    private Desk desk() throws IOException {
        return Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
    }

    private static JsonNode district(Desk desk) {
        Ended run = desk.call("run", "zero-report", "--date", DAY, "--json");
        assertThat(run.status()).as(run.err()).isZero();
        return run.objects().get(run.objects().size() - 1);
    }
}
