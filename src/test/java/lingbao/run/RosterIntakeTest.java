package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import lingbao.run.Launcher.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Rosters of a month, in batches: who stands in them, however written, and for which month they speak. */
class RosterIntakeTest {

    private static final String HEADING = "姓名,身份证号,企业名称,所属街道,人员类别,培训日期,培训内容,学时,考核结果\n";

    @TempDir
    Path folder;

    @Test
    void aPersonIsOneHoweverTheNumberIsWrittenAndWhoeverListsHim() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered();
        Path sheet = desk.file("3301900101_2020年6月_名册.csv", HEADING + """
                甲一,11010519491231002X,甲公司,青石街道,主要负责人,2020-06-01,初训,24,合格
                甲一,11010519491231002x,甲公司,青石街道,主要负责人,2020-06-02,初训,24,合格
                甲一,110105 19491231 002X,甲公司,青石街道,主要负责人,2020-06-03,初训,24,合格
                甲一,１１０１０５１９４９１２３１００２Ｘ,甲公司,青石街道,主要负责人,2020-06-04,初训,24,合格
                甲一,110105491231002,甲公司,青石街道,主要负责人,2020-06-05,初训,24,合格
                """);
        Ended ended = desk.call("ingest", sheet, "--json");

        assertThat(ended.status()).as(ended.out()).isZero();
        assertThat(distinctPersons(desk)).isEqualTo(1);
    }

    @Test
    void batchesOfOneMonthStandBesideOneAnother() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered();
        Path first = desk.file("first/名册.csv", HEADING + "甲一,330108198501010012,甲公司,青石街道,主要负责人,2020-06-01,初训,24,合格\n");
        Path second =
                desk.file("second/名册.csv", HEADING + "甲二,330108198501010020,甲公司,青石街道,安管人员,2020-06-01,初训,24,85分\n");

        for (Path batch : List.of(first, second)) {
            JsonNode answer = desk.call("ingest", batch, "--institution", "3301900101", "--date", "2020-06", "--json")
                    .objects()
                    .get(0);
            assertThat(answer.path("state").asString()).isEqualTo("accepted");
            assertThat(answer.path("period").asString()).isEqualTo("2020-06");
        }
        assertThat(distinctPersons(desk)).isEqualTo(2);
        assertThat(desk.call("ingest", first, "--institution", "3301900101", "--date", "2020-06", "--json")
                        .objects()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("duplicate");
    }

    @Test
    void aBatchThatSaysItsNumberTakesThePlaceOfTheOneThatSaidTheSame() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered();
        String[] files = {"3301900101_2020年6月第1批.csv", "3301900101_2020年6月第二批.csv", "3301900101_2020年6月名册（第 2 批）.csv"};
        String[] people = {"甲一,330108198501010012", "甲二,330108198501010020", "甲三,110105194912310046"};
        for (int batch = 0; batch < files.length; batch++) {
            Path sheet = desk.file(files[batch], HEADING + people[batch] + ",甲公司,青石街道,主要负责人,2020-06-01,初训,24,合格\n");
            assertThat(desk.call("ingest", sheet).status()).isZero();
        }

        Ended export = desk.call("export", "training-roster", "--month", "2020-06", "--format", "json");
        assertThat(export.objects())
                .extracting(row -> row.path("idNumber").asString())
                .containsExactlyInAnyOrder("330108********0012", "110105********0046");
    }

    @Test
    void aSheetThatSaysTwoBatchesIsRefused() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered();
        Path sheet = desk.file(
                "3301900101_2020年6月第1批.csv",
                "培训人员名册（第2批）\n" + HEADING + "甲一,330108198501010012,甲公司,青石街道,主要负责人,2020-06-01,初训,24,合格\n");

        Ended ended = desk.call("ingest", sheet, "--json");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.objects().get(0).path("findings").get(0).path("code").asString())
                .isEqualTo("BATCH_CONFLICT");
    }

    @Test
    void aMonthSaysNotWhichDayAndADateThatIsNoneStopsTheCommand() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered();
        Path daily = desk.file("表.csv", "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n");

        assertThat(desk.call("ingest", daily, "--institution", "3301900101", "--date", "2020-06", "--json")
                        .out())
                .contains("PERIOD_NOT_GIVEN");
        for (String wrong : List.of("2020-13", "20", "2020-6-1", "六月")) {
            assertThat(desk.call("ingest", daily, "--date", wrong).status())
                    .as(wrong)
                    .isEqualTo(Lingbao.COULD_NOT_RUN);
        }
    }

    @Test
    void aBodyThatOpenedInTheMiddleOfTheMonthMaySendItsRoster() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered(Desk.REGIONS, """
                机构编码,机构名称,机构类型,所属街道代码,开业日期,停业日期
                3301900101,新程职业培训学校,培训机构,330190001,2020-06-10,
                3301900102,旧程职业培训学校,培训机构,330190001,2019-06-10,2020-06-10
                3301900103,早程职业培训学校,培训机构,330190001,2019-06-10,2020-06-01
                """);
        String row = "甲一,330108198501010012,甲公司,青石街道,主要负责人,2020-06-20,初训,24,合格\n";

        assertThat(desk.call("ingest", desk.file("3301900101_2020年6月.csv", HEADING + row))
                        .status())
                .isZero();
        assertThat(desk.call("ingest", desk.file("3301900102_2020年6月.csv", HEADING + row))
                        .status())
                .isZero();
        assertThat(desk.call("ingest", desk.file("3301900103_2020年6月.csv", HEADING + row), "--json")
                        .out())
                .contains("INSTITUTION_NOT_OPEN");
    }

    @Test
    void unitsAndCompaniesThatNoRegisterKnowsWarnWithTheNearestNamesAndTheRowIsKept() throws IOException {
        Desk desk = Desk.in(folder)
                .at("2020-07-02T10:00:00+08:00")
                .registered(
                        Desk.REGIONS
                                + "330190002,河湾街道,330190,subdistrict,\n330191,邻区,,district,holingol\n330191001,邻街道,330191,subdistrict,\n",
                        Desk.INSTITUTIONS);
        Path sheet = desk.file("3301900101_2020年6月.csv", """
                姓名,身份证号,企业名称,统一社会信用代码,所属街道,人员类别,培训日期,培训内容,学时
                甲一,330108198501010012,青石第一机械有限公司,,青石街道,主要负责人,2020-06-01,初训,24
                甲二,330108198501010020,青石机械厂,91330108MA2AAAAA12,330190001,主要负责人,2020-06-01,初训,24
                甲三,330108199002020018,青石第二机械有限公司,,青山街道,主要负责人,2020-06-01,初训,24
                甲四,330108197003030032,青石第一机械有限公司,,河湾街道,主要负责人,2020-06-01,初训,24
                甲五,330108197506060014,天外公司,,邻街道,主要负责人,2020-06-01,初训,24
                """);

        assertThat(warnings(desk.call("check", sheet, "--json")))
                .containsExactly("E4 UNIT_UNKNOWN 青石街道", "E6 UNIT_UNKNOWN 无");

        Path companies = desk.file("企业.csv", "统一社会信用代码,企业名称,所属街道代码\n91330108MA2AAAAA12,青石第一机械有限公司,330190001\n");
        assertThat(desk.call("load", "companies", companies).status()).isZero();
        Ended ended = desk.call("ingest", sheet, "--json");

        assertThat(ended.status()).isZero();
        assertThat(ended.objects().get(0).path("rows").path("accepted").asInt()).isEqualTo(5);
        assertThat(warnings(ended))
                .containsExactly(
                        "C4 COMPANY_UNKNOWN 青石第一机械有限公司",
                        "E4 UNIT_UNKNOWN 青石街道",
                        "E5 COMPANY_UNIT_DIFFERS 青石街道",
                        "C6 COMPANY_UNKNOWN 无",
                        "E6 UNIT_UNKNOWN 无");
    }

    @Test
    void companiesOfAnotherDistrictSayNothingOfOurs() throws IOException {
        Desk desk = Desk.in(folder)
                .at("2020-07-02T10:00:00+08:00")
                .registered(
                        Desk.REGIONS + "330191,邻区,,district,holingol\n330191001,邻街道,330191,subdistrict,\n",
                        Desk.INSTITUTIONS);
        Path sheet = desk.file("3301900101_2020年6月.csv", roster("甲一,330108198501010012"));
        String heading = "统一社会信用代码,企业名称,所属街道代码\n";
        String ofTheOther = "91330108MA2AAAAA12,邻区机械有限公司,330191001\n";

        desk.call("load", "companies", desk.file("邻区.csv", heading + ofTheOther));
        assertThat(warnings(desk.call("check", sheet, "--json"))).isEmpty();

        desk.call(
                "load",
                "companies",
                desk.file("两区.csv", heading + ofTheOther + "91330108MA2AAAAA25,青石机械有限公司,330190\n"));
        assertThat(warnings(desk.call("check", sheet, "--json"))).containsExactly("C2 COMPANY_UNKNOWN 无");
    }

    @Test
    void aRefusedRowIsNotAskedWhetherItWouldCount() throws IOException {
        Desk desk = Desk.in(folder).at("2020-07-02T10:00:00+08:00").registered();
        Path sheet = desk.file(
                "3301900101_2020年6月.csv",
                roster("甲一,330108198501010012").replace("青石街道", "青山街道").replace("24", "许多"));

        assertThat(warnings(desk.call("check", sheet, "--json"))).isEmpty();
    }

    private static String roster(String person) {
        return HEADING + person + ",甲公司,青石街道,主要负责人,2020-06-01,初训,24,合格\n";
    }

    /** Cell, code and the name that the message gives. */
    private static List<String> warnings(Ended ended) {
        List<String> warnings = new ArrayList<>();
        for (JsonNode finding : ended.objects().get(0).path("findings")) {
            if (finding.path("severity").asString().equals("warning")) {
                Matcher named = Pattern.compile("最接近的：(.*)。|登记册里的“(.*)”不同")
                        .matcher(finding.path("message").asString());
                assertThat(named.find()).isTrue();
                warnings.add(finding.path("cell").asString() + " "
                        + finding.path("code").asString() + " "
                        + (named.group(1) == null ? named.group(2) : named.group(1)));
            }
        }
        return warnings;
    }

    private static int distinctPersons(Desk desk) {
        try (ConfigurableApplicationContext house = desk.open()) {
            Integer persons = new JdbcTemplate(house.getBean(DataSource.class))
                    .queryForObject("select count(distinct person_key) from form_training_roster", Integer.class);
            return persons == null ? -1 : persons;
        }
    }
}
