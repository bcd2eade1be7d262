package lingbao.register;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.domain.Companies;
import lingbao.domain.Company;
import lingbao.domain.Directory;
import lingbao.domain.Institution;
import lingbao.domain.Region;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.RegisterSheets;
import lingbao.testing.TestDatabase;
import org.springframework.transaction.support.TransactionTemplate;

class RegistersTest {

    private static final Catalogue CATALOGUE = new CatalogueReader().read(new DeclaredFiles(null));

    private static final String REGION_COLUMNS = "code,name,parent,level,policy";
    private static final String INSTITUTION_COLUMNS = "code,name,kind,region,principal,phone,openedOn,closedOn";

    private static final LocalDate FIRST_LOAD = LocalDate.of(2020, 6, 1);
    private static final LocalDate LATER = LocalDate.of(2020, 6, 10);

    /** Never twice the same, as a real one. */
    private static final UnaryOperator<String> SEAL =
            clear -> System.nanoTime() + "#" + new StringBuilder(clear).reverse();

    private static final UnaryOperator<String> UNSEAL =
            hidden -> new StringBuilder(hidden.substring(hidden.indexOf('#') + 1))
                    .reverse()
                    .toString();

    @OnBothDatabases
    void knowsARegisterSinceEverAndEachRegionsPolicyFromAbove(TestDatabase database) {
        Registers registers = loaded(database);
        Directory before = registers.on(LocalDate.of(2019, 1, 1));
        assertThat(before.regions())
                .extracting(Region::code, Region::parent, Region::policy)
                .containsExactly(
                        tuple("D", null, "holingol"), tuple("D1", "D", "holingol"), tuple("D2", "D", "beijing"));
        assertThat(before.openIn("D1")).extracting(Institution::code).containsExactly("E1");
        assertThat(before.institution("E2").orElseThrow().kind().word()).isEqualTo("学校");
        assertThat(before.openIn("D2")).isEmpty();
        assertThat(registers.on(LocalDate.of(2020, 3, 1)).openIn("D2"))
                .extracting(Institution::code)
                .containsExactly("E2");
    }

    @OnBothDatabases
    void aNewCompanyWasAlwaysThereAndAChangedOneIsAnotherFromTheLoadOn(TestDatabase database) {
        Registers registers = loaded(database);
        assertThat(registers.companiesOn(LATER).regions().isEmpty()).isTrue();

        assertThat(companies(registers, FIRST_LOAD, "C1,甲公司,D1", "C2,乙公司,D1", "C3,乙公司,D2"))
                .isEqualTo(new LoadResult(3, 0, 0, 0, List.of()));
        assertThat(companies(registers, LATER, "C1,甲新公司,D1", "C2,乙公司,D1", "C4,丁公司,D2"))
                .isEqualTo(new LoadResult(1, 1, 1, 1, List.of()));

        Companies before = registers.companiesOn(LATER.minusDays(1));
        assertThat(before.withCode("C1")).contains(new Company("C1", "甲公司", "D1"));
        assertThat(before.withCode("C4")).isPresent();
        assertThat(before.named("乙公司")).extracting(Company::region).containsExactlyInAnyOrder("D1", "D2");
        Companies after = registers.companiesOn(LATER);
        assertThat(after.names()).containsExactlyInAnyOrder("甲新公司", "乙公司", "丁公司");

        companies(registers, LATER, "C1,甲公司集团,D2");
        assertThat(registers.companiesOn(LATER).withCode("C1")).contains(new Company("C1", "甲公司集团", "D2"));
        assertThat(registers.companiesOn(LATER.minusDays(1)).withCode("C1")).contains(new Company("C1", "甲公司", "D1"));
    }

    @OnBothDatabases
    void loadsMoreCompaniesThanAStatementTakesOrNone(TestDatabase database) {
        Registers registers = loaded(database);
        String[] many = Stream.iterate(1000, number -> number + 1)
                .limit(1203)
                .map(number -> "C" + number + ",公司" + number + ",D1")
                .toArray(String[]::new);
        assertThat(companies(registers, FIRST_LOAD, many).added()).isEqualTo(1203);
        assertThat(registers.companiesOn(FIRST_LOAD).names()).hasSize(1203);

        LoadResult refused = companies(registers, LATER, "C1,甲公司,D1", "C1,乙公司,D1", "C2,,D1", "C3,丙公司,D9");
        assertThat(refused.problems())
                .extracting(RegisterProblem::row, RegisterProblem::column)
                .containsExactlyInAnyOrder(tuple(3, "creditCode"), tuple(4, "name"), tuple(5, "region"));
        assertThat(registers.companiesOn(LATER).names()).hasSize(1203);
    }

    private static LoadResult companies(Registers registers, LocalDate today, String... lines) {
        return registers.loadCompanies(
                RegisterSheets.rows(
                        requireNonNull(CATALOGUE.registers().get("companies")),
                        headed("creditCode,name,region", lines)),
                today);
    }

    @OnBothDatabases
    void tellsAllThatIsWrongWithRegionsAndChangesNothing(TestDatabase database) {
        Registers registers = loaded(database);
        LoadResult result = regions(
                registers,
                LATER,
                "D,试验区,,district,nowhere",
                "D3,三街道,X,subdistrict,",
                "D4,四街道,D5,subdistrict,",
                "D5,五街道,D4,subdistrict,",
                "D6,六街道,D,village,",
                "D6,七街道,D,subdistrict,");
        assertThat(result.loaded()).isFalse();
        assertThat(result.problems())
                .extracting(RegisterProblem::row, RegisterProblem::column, RegisterProblem::value)
                .containsExactlyInAnyOrder(
                        tuple(2, "policy", "nowhere"),
                        tuple(3, "parent", "X"),
                        tuple(4, "parent", "D5"),
                        tuple(5, "parent", "D4"),
                        tuple(6, "level", "village"),
                        tuple(7, "code", "D6"));
        assertThat(database.rows("select * from region")).hasSize(3);
    }

    @OnBothDatabases
    void refusesARegionWithNoPolicyUpItsTree(TestDatabase database) {
        Registers registers = registers(database);
        LoadResult fresh = regions(registers, FIRST_LOAD, "D,试验区,,district,", "D1,一街道,D,subdistrict,");
        assertThat(fresh.problems())
                .extracting(RegisterProblem::row, RegisterProblem::column)
                .containsExactly(tuple(2, "policy"), tuple(3, "policy"));

        Registers known = loaded(database);
        LoadResult takenFromAbove = regions(known, LATER, "D,试验区,,district,");
        assertThat(takenFromAbove.problems())
                .extracting(RegisterProblem::row, RegisterProblem::column)
                .containsExactly(tuple(2, "policy"));
    }

    @OnBothDatabases
    void tellsAllThatIsWrongWithInstitutionsAndChangesNothing(TestDatabase database) {
        Registers registers = loaded(database);
        LoadResult result = institutions(
                registers,
                LATER,
                "E3,丙学校,学校,X,,,,",
                "E4,丁学校,大学,D1,,,,",
                "E5,戊学校,学校,D1,,,2020-06-01,2020-05-01",
                "E5,己学校,学校,D1,,,,");
        assertThat(result.problems())
                .extracting(RegisterProblem::row, RegisterProblem::column)
                .containsExactlyInAnyOrder(
                        tuple(2, "region"), tuple(3, "kind"), tuple(4, "closedOn"), tuple(5, "code"));
        assertThat(database.rows("select * from institution")).hasSize(2);
    }

    @OnBothDatabases
    void keepsWhatWasTrueOnAPastDateWhereAnInstitutionMoves(TestDatabase database) {
        Registers registers = loaded(database);
        LoadResult moved = institutions(registers, LATER, "E1,甲中心,培训机构,D2,王明,13800000001,,");
        assertThat(moved).isEqualTo(new LoadResult(0, 1, 0, 1, List.of()));
        assertThat(registers.on(LATER.minusDays(1)).openIn("D1"))
                .extracting(Institution::code)
                .containsExactly("E1");
        assertThat(registers.on(LATER).openIn("D2"))
                .extracting(Institution::code)
                .containsExactly("E1", "E2");
        assertThat(registers.on(LATER).openIn("D1")).isEmpty();
    }

    @OnBothDatabases
    void replacesInPlaceWhatIsLoadedAgainOnTheSameDay(TestDatabase database) {
        Registers registers = loaded(database);
        institutions(registers, LATER, "E1,甲中心,培训机构,D2,王明,13800000001,,");
        institutions(registers, LATER, "E1,甲甲中心,培训机构,D2,王明,13800000001,,");
        assertThat(database.rows("select name, valid_to from institution where code = 'E1' order by valid_from"))
                .extracting(row -> row.get("name"))
                .containsExactly("甲中心", "甲甲中心");
        regions(registers, LATER, "D1,新一街道,D,街道,");
        regions(registers, LATER, "D1,新新一街道,D,街道,");
        assertThat(database.rows("select name from region where code = 'D1' order by valid_from"))
                .extracting(row -> row.get("name"))
                .containsExactly("一街道", "新新一街道");
    }

    @OnBothDatabases
    void touchesNothingWhereNothingChanged(TestDatabase database) {
        Registers registers = loaded(database);
        List<?> before = database.rows("select * from institution order by code");
        assertThat(institutions(registers, LATER, FIRST_INSTITUTIONS)).isEqualTo(new LoadResult(0, 0, 2, 0, List.of()));
        assertThat(regions(registers, LATER, FIRST_REGIONS)).isEqualTo(new LoadResult(0, 0, 3, 0, List.of()));
        assertThat(database.rows("select * from institution order by code")).isEqualTo(before);
    }

    @OnBothDatabases
    void countsAnInstitutionOfALaterLoadFromTheLoadOrItsOpening(TestDatabase database) {
        Registers registers = loaded(database);
        institutions(registers, LATER, "N1,新一,学校,D1,,,,", "N2,新二,学校,D1,,,2020-05-05,", "N3,新三,学校,D1,,,2020-07-01,");
        assertThat(codes(registers, LocalDate.of(2020, 5, 4))).isEmpty();
        assertThat(codes(registers, LocalDate.of(2020, 5, 5))).containsExactly("N2");
        assertThat(codes(registers, LATER.minusDays(1))).containsExactly("N2");
        assertThat(codes(registers, LATER)).containsExactly("N1", "N2");
        assertThat(codes(registers, LocalDate.of(2020, 7, 1))).containsExactly("N1", "N2", "N3");
    }

    @OnBothDatabases
    void knowsANewRegionSinceAnInstitutionWasOpenInIt(TestDatabase database) {
        Registers registers = loaded(database);
        regions(registers, LATER, "D9,九街道,D,subdistrict,");
        institutions(registers, LATER, "N9,新九,学校,D9,,,2020-05-05,");
        assertThat(registers.on(LocalDate.of(2020, 5, 4)).region("D9")).isEmpty();
        assertThat(registers.on(LocalDate.of(2020, 5, 5)).region("D9")).isPresent();
        assertThat(registers.on(LocalDate.of(2020, 5, 5)).openIn("D9"))
                .extracting(Institution::code)
                .containsExactly("N9");
    }

    @OnBothDatabases
    void expectsTheRightDaysHoweverOftenAnInstitutionClosesAndReopens(TestDatabase database) {
        Registers registers = loaded(database);
        String[] dates = {
            "2020-03-01,2020-04-01",
            "2020-05-01,",
            "2020-05-01,2020-05-02",
            "2020-05-02,",
            "2020-05-02,2020-06-05",
            "2020-06-20,"
        };
        LocalDate today = LATER;
        for (String each : dates) {
            assertThat(institutions(registers, today, "E2,乙学校,学校,D2,,," + each).problems())
                    .as(each)
                    .isEmpty();
            today = today.plusDays(1);
        }
        assertThat(Stream.of(
                                "2020-02-29",
                                "2020-03-01",
                                "2020-03-31",
                                "2020-04-01",
                                "2020-04-30",
                                "2020-05-01",
                                "2020-05-02",
                                "2020-06-04",
                                "2020-06-05",
                                "2020-06-19",
                                "2020-06-20",
                                "2021-01-01")
                        .filter(day ->
                                !registers.on(LocalDate.parse(day)).openIn("D2").isEmpty()))
                .containsExactly(
                        "2020-03-01",
                        "2020-03-31",
                        "2020-05-01",
                        "2020-05-02",
                        "2020-06-04",
                        "2020-06-20",
                        "2021-01-01");
        assertThat(institutions(registers, today, "E2,乙学校,学校,D2,,,2020-05-15,").problems())
                .extracting(RegisterProblem::row, RegisterProblem::column)
                .containsExactly(tuple(2, "openedOn"));
    }

    @OnBothDatabases
    void keepsPersonalValuesSealed(TestDatabase database) {
        loaded(database);
        assertThat(database.rows("select * from institution").toString())
                .contains("甲中心")
                .doesNotContain("王明", "13800000001");
        assertThat(database.rows("select sealed_principal as p from institution where code = 'E1'"))
                .singleElement()
                .satisfies(row -> assertThat(UNSEAL.apply((String) requireNonNull(row.get("p"))))
                        .isEqualTo("王明"));
    }

    private static final String[] FIRST_REGIONS = {
        "D,试验区,,district,holingol", "D1,一街道,D,subdistrict,", "D2,二街道,D,街道,beijing"
    };

    private static final String[] FIRST_INSTITUTIONS = {"E1,甲中心,培训机构,D1,王明,13800000001,,", "E2,乙学校,学校,D2,,,2020-03-01,"
    };

    private static Registers loaded(TestDatabase database) {
        Registers registers = registers(database);
        assertThat(regions(registers, FIRST_LOAD, FIRST_REGIONS)).isEqualTo(new LoadResult(3, 0, 0, 0, List.of()));
        assertThat(institutions(registers, FIRST_LOAD, FIRST_INSTITUTIONS))
                .isEqualTo(new LoadResult(2, 0, 0, 0, List.of()));
        return registers;
    }

    private static Registers registers(TestDatabase database) {
        return new Registers(
                CATALOGUE, database.session(), new TransactionTemplate(database.transactions()), SEAL, UNSEAL);
    }

    private static LoadResult regions(Registers registers, LocalDate today, String... lines) {
        return registers.loadRegions(
                RegisterSheets.rows(
                        requireNonNull(CATALOGUE.registers().get("regions")), headed(REGION_COLUMNS, lines)),
                today);
    }

    private static LoadResult institutions(Registers registers, LocalDate today, String... lines) {
        return registers.loadInstitutions(
                RegisterSheets.rows(
                        requireNonNull(CATALOGUE.registers().get("institutions")), headed(INSTITUTION_COLUMNS, lines)),
                today);
    }

    private static String[] headed(String heading, String... lines) {
        return Stream.concat(Stream.of(heading), Arrays.stream(lines)).toArray(String[]::new);
    }

    private static List<String> codes(Registers registers, LocalDate day) {
        return registers.on(day).openIn("D1").stream()
                .map(Institution::code)
                .filter(code -> code.startsWith("N"))
                .toList();
    }
}
