package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lingbao.catalogue.Form;
import lingbao.domain.Companies;
import lingbao.domain.Company;
import lingbao.domain.Directory;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.domain.RowCounts;
import org.junit.jupiter.api.Test;

class RegisteredRowsTest {

    private static final Form ROSTER = CheckedCsv.shipped("training-roster");
    private static final Form QUOTA = CheckedCsv.shipped("quota");

    private static final Region DISTRICT = new Region("330108", "江城区", null, RegionLevel.DISTRICT, "p");
    private static final Region WEST = new Region("330108001", "西兴街道", "330108", RegionLevel.SUBDISTRICT, "p");
    private static final Region LONG = new Region("330108002", "长河街道", "330108", RegionLevel.SUBDISTRICT, "p");
    private static final Region ELSEWHERE = new Region("330109001", "城厢街道", "330109", RegionLevel.SUBDISTRICT, "p");
    private static final Directory REGIONS =
            new Directory(CheckedCsv.DAY, List.of(DISTRICT, WEST, LONG, ELSEWHERE), List.of(), List.of());

    private static final String CODE = "91330108MA2AAAAA12";
    private static final String OTHER_CODE = "OTHER";
    private static final Company JIA = new Company(CODE, "甲公司", WEST.code());
    private static final Company YI = new Company(OTHER_CODE, "乙公司", LONG.code());

    private static HeldAgainst heldAgainst(Company... companies) {
        return new HeldAgainst(CheckedCsv.DAY, REGIONS, DISTRICT, new Companies(List.of(companies)), null);
    }

    /** One row of the roster. */
    private static CheckedCsv roster(HeldAgainst heldAgainst, String company, String creditCode, String unit) {
        return CheckedCsv.of(
                ROSTER,
                "姓名,身份证号,工作单位,统一社会信用代码,属地,人员类别,培训日期,课程,学时\n甲一,330108198501010012," + company + "," + creditCode + ","
                        + unit + ",从业人员,2020-06-01,初训,24\n",
                heldAgainst);
    }

    @Test
    void knowsAUnitByItsNameOrItsCode() {
        assertThat(roster(heldAgainst(), "甲公司", "", "西兴街道").findings()).isEmpty();
        assertThat(roster(heldAgainst(), "甲公司", "", "330108001").findings()).isEmpty();
    }

    @Test
    void warnsOfAUnitOfNobodysOrOfAnotherDistrictAndNamesTheNearest() {
        CheckedCsv checked = roster(heldAgainst(), "甲公司", "", "西星街道");
        assertThat(checked.findings()).containsExactly("E2 UNIT_UNKNOWN");
        assertThat(checked.detailsOf("E2"))
                .startsWith("所属街道", "江城区")
                .last()
                .asString()
                .contains("西兴街道");
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 1, 0, 0));
        assertThat(roster(heldAgainst(), "甲公司", "", "城厢街道").findings()).containsExactly("E2 UNIT_UNKNOWN");
        assertThat(roster(heldAgainst(), "甲公司", "", "江城区").findings()).containsExactly("E2 UNIT_UNKNOWN");
    }

    @Test
    void asksForNoUnitWhereNoRegionsAreKnown() {
        assertThat(roster(HeldAgainst.day(CheckedCsv.DAY), "甲公司", "", "西星街道").findings())
                .isEmpty();
        HeldAgainst ofNoDistrict = new HeldAgainst(CheckedCsv.DAY, REGIONS, null, new Companies(List.of(JIA)), null);
        assertThat(roster(ofNoDistrict, "丙公司", "", "西星街道").findings()).isEmpty();
    }

    @Test
    void knowsACompanyByItsCodeOrItsName() {
        assertThat(roster(heldAgainst(JIA), "甲公司", "", "西兴街道").findings()).isEmpty();
        assertThat(roster(heldAgainst(JIA), "甲公司的新名", CODE, "西兴街道").findings()).isEmpty();
        assertThat(roster(heldAgainst(YI), "乙公司", CODE, "长河街道").findings()).isEmpty();
    }

    @Test
    void warnsOfACompanyThatNobodyRegisteredAndNamesTheNearest() {
        CheckedCsv checked = roster(heldAgainst(JIA), "甲公斯", "", "西兴街道");
        assertThat(checked.findings()).containsExactly("C2 COMPANY_UNKNOWN");
        assertThat(checked.detailsOf("C2")).anyMatch(detail -> detail.contains("甲公司"));
        assertThat(checked.rows()).isEqualTo(new RowCounts(1, 1, 0, 0));
    }

    @Test
    void asksForNoCompanyWhereTheDistrictRegistersNone() {
        assertThat(roster(heldAgainst(), "丙公司", "", "西兴街道").findings()).isEmpty();
        Company elsewhere = new Company(OTHER_CODE, "丁公司", ELSEWHERE.code());
        assertThat(roster(heldAgainst(elsewhere), "丙公司", "", "西兴街道").findings()).isEmpty();
        Company ofTheDistrict = new Company(OTHER_CODE, "丁公司", DISTRICT.code());
        assertThat(roster(heldAgainst(ofTheDistrict), "丙公司", "", "西兴街道").findings())
                .containsExactly("C2 COMPANY_UNKNOWN");
    }

    @Test
    void warnsOfACompanyThatStandsInAnotherUnit() {
        CheckedCsv checked = roster(heldAgainst(JIA), "甲公司", CODE, "长河街道");
        assertThat(checked.findings()).containsExactly("E2 COMPANY_UNIT_DIFFERS");
        assertThat(checked.detailsOf("E2")).containsExactly("所属街道", "西兴街道");
        assertThat(roster(heldAgainst(JIA), "甲公司", CODE, "西星街道").findings()).containsExactly("E2 UNIT_UNKNOWN");
    }

    @Test
    void takesTheRightOneOfTwoCompaniesOfOneName() {
        Company namesake = new Company(OTHER_CODE, "甲公司", LONG.code());
        assertThat(roster(heldAgainst(JIA, namesake), "甲公司", "", "长河街道").findings())
                .isEmpty();
        assertThat(roster(heldAgainst(JIA, namesake), "甲公司", CODE, "长河街道").findings())
                .containsExactly("E2 COMPANY_UNIT_DIFFERS");
    }

    @Test
    void namesTheRegionByItsCodeWhereNobodyKnowsIt() {
        Company lost = new Company(CODE, "甲公司", "330999");
        assertThat(roster(heldAgainst(lost, YI), "甲公司", CODE, "西兴街道").detailsOf("E2"))
                .containsExactly("所属街道", "330999");
    }

    @Test
    void holdsNothingOfARejectedRowAgainstTheRegisters() {
        CheckedCsv checked = CheckedCsv.of(
                ROSTER,
                "姓名,身份证号,工作单位,属地,人员类别,培训日期,课程,学时\n甲一,330108198501010012,甲公司,西星街道,从业人员,2020-06-01,初训,2400\n",
                heldAgainst(JIA));
        assertThat(checked.findings()).containsExactly("H2 OUT_OF_RANGE");
    }

    @Test
    void holdsARowThatOnlyWarnsAgainstTheRegisters() {
        CheckedCsv checked = CheckedCsv.of(
                ROSTER,
                "姓名,身份证号,工作单位,属地,人员类别,培训日期,课程,学时\n甲一,330108198501010012,甲公司,西星街道,从业人员,2020-05-31,初训,24\n",
                heldAgainst(JIA));
        assertThat(checked.findings()).containsExactly("D2 UNIT_UNKNOWN", "F2 DATE_OUTSIDE_PERIOD");
    }

    @Test
    void takesAUnitsNameAndItsCodeForTheSameAndItsTotalForNone() {
        CheckedCsv checked = CheckedCsv.of(
                QUOTA,
                "单位,企业主要负责人,安全生产管理人员,其他从业人员\n西兴街道,1,2,3\n330108001,1,2,3\n长河街道,1,2,3\n合计,2,4,6\n",
                heldAgainst());
        assertThat(checked.findings()).containsExactly("A3 DUPLICATE_ROW");
        assertThat(checked.detailsOf("A3")).containsExactly("单位", "2");
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 3, 1, 0));
    }
}
