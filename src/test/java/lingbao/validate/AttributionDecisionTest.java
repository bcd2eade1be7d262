package lingbao.validate;

import static lingbao.domain.FindingCode.BATCH_CONFLICT;
import static lingbao.domain.FindingCode.CODE_ZERO_RESTORED;
import static lingbao.domain.FindingCode.INSTITUTION_CONFLICT;
import static lingbao.domain.FindingCode.INSTITUTION_NOT_GIVEN;
import static lingbao.domain.FindingCode.INSTITUTION_NOT_IN_SCOPE;
import static lingbao.domain.FindingCode.INSTITUTION_NOT_OPEN;
import static lingbao.domain.FindingCode.INSTITUTION_RENAMED;
import static lingbao.domain.FindingCode.INSTITUTION_UNKNOWN;
import static lingbao.domain.FindingCode.PERIOD_CONFLICT;
import static lingbao.domain.FindingCode.PERIOD_IN_FUTURE;
import static lingbao.domain.FindingCode.PERIOD_NOT_GIVEN;
import static lingbao.domain.FindingCode.PERIOD_TOO_OLD;
import static lingbao.domain.FindingCode.REGION_CONFLICT;
import static lingbao.domain.FindingCode.REGION_NOT_GIVEN;
import static lingbao.domain.FindingCode.REGION_UNKNOWN;
import static lingbao.domain.FindingCode.REGISTER_ABSENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.domain.Directory;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.FormerName;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.domain.Severity;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionDecisionTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);
    private static final LocalDate TODAY = LocalDate.of(2020, 6, 18);

    private static final Institution SUNSHINE = institution("3301080001", "阳光学校", InstitutionKind.SCHOOL);
    private static final Institution NURSERY = institution("3301080002", "阳光学校附属幼儿园", InstitutionKind.KINDERGARTEN);
    private static final Institution SKILLS =
            institution("3301080003", "宏达职业技能培训中心（东校区）", InstitutionKind.TRAINING_BODY);
    private static final Institution TWIN = institution("3301080004", "育才学校", InstitutionKind.SCHOOL);
    private static final Institution OTHER_TWIN = institution("3301080005", "育才学校", InstitutionKind.SCHOOL);
    private static final Institution CLOSED = institution("JG-07", "已停办学校", InstitutionKind.SCHOOL);

    private static Institution institution(String code, String name, InstitutionKind kind) {
        return new Institution(code, name, kind, "330108");
    }

    private static Directory register(LocalDate day, List<FormerName> formerNames) {
        return new Directory(
                day,
                List.of(new Region("330108", "江城区", null, RegionLevel.DISTRICT, "p")),
                List.of(SUNSHINE, NURSERY, SKILLS, TWIN, OTHER_TWIN, CLOSED),
                Set.of("3301080001", "3301080002", "3301080003", "3301080004", "3301080005"),
                formerNames);
    }

    private final List<LocalDate> askedFor = new ArrayList<>();

    /** What is told of a sheet, for one test. */
    private final class Sheet {
        private @Nullable Form form = TestForms.healthCheck();
        private String file = "表.xlsx";
        private final List<TitleCell> titles = new ArrayList<>();
        private @Nullable String institution;
        private @Nullable Period period;
        private boolean empty;
        private @Nullable String only;
        private List<FormerName> formerNames = List.of();

        Sheet named(String fileName) {
            file = fileName;
            return this;
        }

        Sheet title(String address, String text) {
            titles.add(new TitleCell(Integer.parseInt(address.substring(1)), address.charAt(0) - 'A', text));
            return this;
        }

        Sheet option(@Nullable String given, @Nullable LocalDate day) {
            institution = given;
            period = day == null ? null : new Period(PeriodKind.DAY, day);
            return this;
        }

        Sheet of(@Nullable Form other) {
            form = other;
            return this;
        }

        Sheet option(String given, Period within) {
            institution = given;
            period = within;
            return this;
        }

        Sheet withFormerNames(FormerName... borne) {
            formerNames = List.of(borne);
            return this;
        }

        /** One institution alone is registered. */
        Sheet withCode(String code) {
            only = code;
            return this;
        }

        Sheet withoutRegister() {
            empty = true;
            return this;
        }

        Attribution decided(boolean dryRun) {
            return new AttributionDecision(
                            day -> {
                                askedFor.add(day);
                                if (only != null) {
                                    return new Directory(
                                            day,
                                            List.of(),
                                            List.of(institution(only, "独立学校", InstitutionKind.SCHOOL)),
                                            Set.of(only));
                                }
                                return empty
                                        ? new Directory(day, List.of(), List.of(), List.of())
                                        : register(day, formerNames);
                            },
                            TODAY,
                            dryRun)
                    .decide(new AttributionDecision.Told(form, "表1", file, titles, institution, period));
        }

        Attribution decided() {
            return decided(false);
        }
    }

    private Sheet sheet() {
        return new Sheet();
    }

    private static List<FindingCode> codes(Attribution attribution) {
        return attribution.findings().stream().map(Finding::code).toList();
    }

    private static void isSunshineOnTheDay(Attribution attribution) {
        assertThat(attribution.findings()).isEmpty();
        assertThat(attribution.sender()).isEqualTo(SUNSHINE);
        assertThat(attribution.senderCode()).isEqualTo("3301080001");
        assertThat(attribution.period()).isEqualTo(new Period(PeriodKind.DAY, DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3301080001_健康监测_20200617.xlsx",
                "健康监测_20200617_3301080001.csv",
                "3301080001健康监测2020-06-17.xlsx",
                "阳光学校_健康监测_20200617.xlsx",
                "阳光学校健康监测20200617.xlsx",
                "阳光学校2020年6月17日健康监测.xls",
                "2020.6.17阳光学校每日健康监测表(1).xlsx",
                "２０２００６１７-阳光学校.xlsx",
                "C:\\上报\\阳光学校 二〇二〇年六月十七日.xls.xls",
                "/data/3301080002/阳光学校20200617.xlsx",
                "阳光学校 20200617"
            })
    void readsTheFileName(String file) {
        isSunshineOnTheDay(sheet().named(file).decided());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阳光学校2020年6月17日每日健康监测表",
                "2020年6月17日阳光学校学生健康监测表",
                "阳光学校师生健康监测表（2020-06-17）",
                "单位：阳光学校    日期：2020年6月17日",
                "机构编码：3301080001  2020/6/17",
                "学校名称:阳光学校（盖章） 报表日期：2020.6.17",
                "单位：阳光学校填报日期：2020年6月18日 （2020年6月17日）",
                "填报单位：阳光学校 2020年06月17日 单位：人"
            })
    void readsATitle(String title) {
        isSunshineOnTheDay(sheet().title("A1", title).decided());
    }

    @Test
    void readsALabelAndTheCellBesideIt() {
        isSunshineOnTheDay(sheet().title("A2", "单位：")
                .title("B2", "阳光学校")
                .title("D2", "日期")
                .title("E2", "2020-06-17")
                .decided());
    }

    @Test
    void takesTheOptions() {
        isSunshineOnTheDay(sheet().option("3301080001", DAY).decided());
        isSunshineOnTheDay(sheet().option(" 阳光学校 ", DAY).decided());
        assertThat(sheet().option("宏达职业技能培训中心(东校区)", DAY).decided().sender()).isEqualTo(SKILLS);
    }

    @Test
    void takesWhatAgreesFromSeveralPlaces() {
        isSunshineOnTheDay(sheet().option("3301080001", DAY)
                .named("阳光学校_20200617.xlsx")
                .title("A1", "阳光学校2020年6月健康监测表")
                .title("A2", "2020年6月17日")
                .decided());
    }

    @Test
    void countsTheLongerNameOnly() {
        Attribution attribution = sheet().named("阳光学校附属幼儿园_20200617.xlsx").decided();
        assertThat(attribution.sender()).isEqualTo(NURSERY);
        assertThat(attribution.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "新阳光学校_20200617.xlsx",
                "阳光学校分校_20200617.xlsx",
                "阳光学校附属小学_20200617.xlsx",
                "阳光学校2班_20200617.xlsx",
                "33010800012_20200617.xlsx",
                "A3301080001_20200617.xlsx",
                "3301080001A_20200617.xlsx",
                "阳光_20200617.xlsx"
            })
    void matchesNoPartOfANameOrCode(String file) {
        Attribution attribution = sheet().named(file).decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_NOT_GIVEN);
        assertThat(attribution.sender()).isNull();
    }

    // Institutions that disagree or are not there.

    @Test
    void refusesTwoInstitutionsAndNamesWhereEachStands() {
        Attribution attribution = sheet().option("3301080003", DAY)
                .title("A1", "阳光学校")
                .named("3301080002_20200617.xlsx")
                .decided(true);
        assertThat(codes(attribution)).containsExactly(INSTITUTION_CONFLICT);
        assertThat(attribution.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(attribution.findings().get(0).cell()).isNull();
        assertThat(attribution.findings().get(0).details().get(0))
                .contains("命令行 3301080003", "标题 A1 阳光学校（3301080001）", "文件名 3301080002");
        assertThat(attribution.sender()).isNull();
        assertThat(attribution.period()).isEqualTo(new Period(PeriodKind.DAY, DAY));
    }

    @Test
    void refusesTwoInstitutionsThatOneCellNames() {
        Attribution attribution =
                sheet().title("A1", "阳光学校、宏达职业技能培训中心（东校区） 2020年6月17日").decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_CONFLICT);
    }

    @Test
    void doesNotChooseBetweenTwoOfOneName() {
        Attribution attribution = sheet().named("育才学校_20200617.xlsx").decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_CONFLICT);
        assertThat(attribution.findings().get(0).details().get(0)).contains("3301080004", "3301080005");
        Attribution byCode =
                sheet().named("育才学校_20200617.xlsx").title("A1", "3301080005").decided();
        assertThat(byCode.sender()).isEqualTo(OTHER_TWIN);
        assertThat(byCode.findings()).isEmpty();
    }

    @Test
    void refusesAnInstitutionThatTheRegisterLacks() {
        for (boolean dryRun : new boolean[] {true, false}) {
            Attribution byOption = sheet().option("3301089999", DAY).decided(dryRun);
            assertThat(codes(byOption)).containsExactly(INSTITUTION_UNKNOWN);
            assertThat(byOption.findings().get(0).severity()).isEqualTo(Severity.ERROR);
            assertThat(byOption.senderCode()).isEqualTo("3301089999");
            assertThat(byOption.sender()).isNull();

            Attribution byLabel = sheet().title("A1", "机构编码：3301089999")
                    .named("阳光学校20200617.xlsx")
                    .decided(dryRun);
            assertThat(codes(byLabel)).containsExactly(INSTITUTION_UNKNOWN);

            Attribution byNeighbour = sheet().title("A1", "填报单位：")
                    .title("C1", "月光学校")
                    .named("20200617.xlsx")
                    .decided(dryRun);
            assertThat(codes(byNeighbour)).containsExactly(INSTITUTION_UNKNOWN);
            assertThat(byNeighbour.findings().get(0).value()).isEqualTo("月光学校");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3301080009_2020-06-17_hc.csv",
                "2020-06-17_3301080009_健康监测.xlsx",
                "健康监测-20200617-3301080009.xls",
                "2020年6月17日3301080009.xlsx",
                "3301080009健康监测20200617.xlsx",
                "20200617 ３３０１０８０００９.xlsx"
            })
    void namesTheCodeOfAFileNameThatTheRegisterLacksAndOnlyWarnsInADryRun(String file) {
        for (boolean dryRun : new boolean[] {true, false}) {
            Attribution attribution = sheet().named(file).decided(dryRun);
            assertThat(codes(attribution)).containsExactly(INSTITUTION_UNKNOWN);
            assertThat(attribution.findings().get(0).value()).isEqualTo("3301080009");
            assertThat(attribution.findings().get(0).severity()).isEqualTo(dryRun ? Severity.WARNING : Severity.ERROR);
            assertThat(attribution.sender()).isNull();
            assertThat(attribution.senderCode()).isEqualTo("3301080009");
            assertThat(attribution.period()).isEqualTo(new Period(PeriodKind.DAY, DAY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20200617.xlsx",
                "2020061701_20200617.xlsx",
                "20200617_20200617083000.xlsx",
                "13800138000_20200617.xlsx",
                "330108009_20200617.xlsx",
                "扫描3301080009_20200617.xlsx",
                "IMG3301080009_20200617.xlsx",
                "3301080009A_20200617.xlsx",
                "330108_0009_20200617.xlsx",
                "12345_20200617.xlsx"
            })
    void takesNoOtherNumberOfAFileNameForACode(String file) {
        assertThat(codes(sheet().named(file).decided())).containsExactly(INSTITUTION_NOT_GIVEN);
    }

    @Test
    void takesNoTelephoneNumberForACodeWhereCodesAreAsLong() {
        assertThat(codes(sheet().withCode("33010800001")
                        .named("13800138000_20200617.xlsx")
                        .decided()))
                .containsExactly(INSTITUTION_NOT_GIVEN);
        assertThat(codes(sheet().withCode("33010800001")
                        .named("33010800002_20200617.xlsx")
                        .decided()))
                .containsExactly(INSTITUTION_UNKNOWN);
    }

    @Test
    void asksForNoCodeOfTheFileNameWhereTheTitleNamesTheInstitution() {
        isSunshineOnTheDay(
                sheet().title("A1", "阳光学校").named("3301080009_20200617.xlsx").decided());
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位：人", "单位：", "单位：____", "主管单位：江城区教育局", "单位：℃"})
    void takesNoOtherLabelForAnInstitutions(String title) {
        isSunshineOnTheDay(sheet().title("A1", title)
                .title("B1", "阳光学校")
                .named("20200617.xlsx")
                .decided());
    }

    @Test
    void missesTheInstitutionAndOnlyWarnsInADryRun() {
        Attribution attribution = sheet().named("20200617.xlsx").decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_NOT_GIVEN);
        assertThat(attribution.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(sheet().named("20200617.xlsx")
                        .decided(true)
                        .findings()
                        .get(0)
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void missesTheRegisterButKeepsTheCode() {
        Attribution attribution =
                sheet().withoutRegister().option("3301080001", DAY).decided(true);
        assertThat(codes(attribution)).containsExactly(REGISTER_ABSENT);
        assertThat(attribution.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(attribution.senderCode()).isEqualTo("3301080001");
        assertThat(attribution.sender()).isNull();

        Attribution labelled = sheet().withoutRegister()
                .title("A1", "机构编码：3301080001 日期：2020-06-17")
                .decided(false);
        assertThat(codes(labelled)).containsExactly(REGISTER_ABSENT);
        assertThat(labelled.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(labelled.senderCode()).isEqualTo("3301080001");
    }

    @Test
    void refusesAnInstitutionThatWasNotOpenOrDoesNotOweTheForm() {
        Attribution closed = sheet().named("JG-07_20200617.xlsx").decided();
        assertThat(codes(closed)).containsExactly(INSTITUTION_NOT_OPEN);
        assertThat(closed.sender()).isEqualTo(CLOSED);

        Form ofKindergartens =
                TestForms.with(TestForms.healthCheck(), PeriodKind.DAY, Set.of(InstitutionKind.KINDERGARTEN));
        assertThat(codes(sheet().of(ofKindergartens).named("阳光学校20200617.xlsx").decided()))
                .containsExactly(INSTITUTION_NOT_IN_SCOPE);
        assertThat(codes(sheet().of(ofKindergartens)
                        .named("3301080002_20200617.xlsx")
                        .decided()))
                .isEmpty();
    }

    @Test
    void asksTheRegisterAsItStoodOnTheDayOfTheSheet() {
        sheet().named("阳光学校20200617.xlsx").decided();
        assertThat(askedFor).containsExactly(DAY);
        askedFor.clear();
        sheet().named("阳光学校.xlsx").decided();
        assertThat(askedFor).containsExactly(TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"330108指标2020年.xlsx", "江城区2020年考核指标.xlsx", "青州市江城区应急管理局2020年指标.xlsx", "2020年指标.xlsx"})
    void findsTheRegionOfASheetThatRegionsSend(String fileName) {
        Attribution attribution = ofRegions(fileName, null, REGIONS);
        assertThat(attribution.findings()).isEmpty();
        assertThat(attribution.senderCode()).isEqualTo("330108");
        assertThat(attribution.period()).isEqualTo(new Period(PeriodKind.YEAR, LocalDate.of(2020, 1, 1)));
    }

    @Test
    void takesNoSubdistrictAndNoStrangerForTheRegionThatSends() {
        assertThat(codes(ofRegions("2020年指标.xlsx", "330108001", REGIONS))).containsExactly(REGION_UNKNOWN);
        assertThat(codes(ofRegions("2020年指标.xlsx", "阳光学校", REGIONS))).containsExactly(REGION_UNKNOWN);
        List<Region> two = new ArrayList<>(REGIONS);
        two.add(new Region("330109", "湖城区", "3301", RegionLevel.DISTRICT, "p"));
        assertThat(codes(ofRegions("2020年指标.xlsx", null, two))).containsExactly(REGION_NOT_GIVEN);
        assertThat(codes(ofRegions("江城区2020年指标.xlsx", "330109", two))).containsExactly(REGION_CONFLICT);
        assertThat(ofRegions("湖城区2020年指标.xlsx", null, two).senderCode()).isEqualTo("330109");
        assertThat(codes(ofRegions("2020年指标.xlsx", null, List.of()))).containsExactly(REGISTER_ABSENT);
    }

    @Test
    void findsARegionByThoseAboveItAndCountsTheLongerNameOnly() {
        List<Region> more = new ArrayList<>(REGIONS);
        more.add(new Region("330109", "湖城区", "3301", RegionLevel.DISTRICT, "p"));
        more.add(new Region("330110", "江城区街道办", "3301", RegionLevel.DISTRICT, "p"));
        more.add(new Region("330111", "新·湖城区", "3301", RegionLevel.DISTRICT, "p"));
        assertThat(ofRegions("青州市湖城区2020年指标.xlsx", null, more).senderCode()).isEqualTo("330109");
        assertThat(ofRegions("江城区街道办2020年指标.xlsx", null, more).senderCode()).isEqualTo("330110");
        assertThat(ofRegions("江城区街道2020年指标.xlsx", null, more).senderCode()).isEqualTo("330108");
        assertThat(ofRegions("新·湖城区2020年指标.xlsx", null, more).senderCode()).isEqualTo("330111");
    }

    private static final List<Region> REGIONS = List.of(
            new Region("3301", "青州市", null, RegionLevel.CITY, "p"),
            new Region("330108", "江城区", "3301", RegionLevel.DISTRICT, "p"),
            new Region("330108001", "西兴街道", "330108", RegionLevel.SUBDISTRICT, "p"));

    private static Attribution ofRegions(String fileName, @Nullable String option, List<Region> regions) {
        return new AttributionDecision(day -> new Directory(day, regions, List.of(SUNSHINE), Set.of()), TODAY, false)
                .decide(new AttributionDecision.Told(TestForms.ofRegions(), "表1", fileName, List.of(), option, null));
    }

    // Names and codes of another time or writing.

    private static final FormerName MOONLIGHT = new FormerName("3301080001", "月光学校", LocalDate.of(2020, 6, 1));

    @Test
    void refusesASheetThatOnlyAFormerNameSpeaksFor() {
        Attribution attribution = sheet().withFormerNames(MOONLIGHT)
                .title("A1", "月光学校健康监测表")
                .named("月光学校_20200617.xlsx")
                .decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_RENAMED);
        assertThat(attribution.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(attribution.findings().get(0).details()).containsExactly("月光学校", "2020年6月1日", "阳光学校");
        assertThat(attribution.sender()).isEqualTo(SUNSHINE);
    }

    @Test
    void onlyWarnsOfAFormerNameBesideTheNameOrCodeOfToday() {
        for (String file : List.of("3301080001_20200617.xlsx", "阳光学校_20200617.xlsx")) {
            Attribution attribution = sheet().withFormerNames(MOONLIGHT)
                    .title("A1", "月光学校健康监测表")
                    .named(file)
                    .decided();
            assertThat(codes(attribution)).as(file).containsExactly(INSTITUTION_RENAMED);
            assertThat(attribution.findings().get(0).severity()).isEqualTo(Severity.WARNING);
            assertThat(attribution.sender()).isEqualTo(SUNSHINE);
        }
    }

    @Test
    void takesAFormerNameThatAnotherBearsNowForThatOnes() {
        Attribution attribution = sheet().withFormerNames(
                        new FormerName("3301080001", "阳光学校附属幼儿园", LocalDate.of(2020, 6, 1)))
                .named("阳光学校附属幼儿园_20200617.xlsx")
                .decided();
        assertThat(attribution.findings()).isEmpty();
        assertThat(attribution.sender()).isEqualTo(NURSERY);
    }

    @Test
    void doesNotChooseBetweenTwoWhoBoreAName() {
        Attribution attribution = sheet().withFormerNames(
                        MOONLIGHT, new FormerName("3301080002", "月光学校", LocalDate.of(2020, 5, 1)))
                .named("月光学校_20200617.xlsx")
                .decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_CONFLICT);
        assertThat(attribution.findings().get(0).details()).containsExactly("文件名 月光学校（3301080001、3301080002）");
    }

    @Test
    void passesOverTheFormerNameOfOneWhoIsNotRegistered() {
        assertThat(codes(sheet().withFormerNames(new FormerName("3301089999", "月光学校", LocalDate.of(2020, 6, 1)))
                        .named("月光学校_20200617.xlsx")
                        .decided()))
                .containsExactly(INSTITUTION_NOT_GIVEN);
    }

    @Test
    void restoresTheZerosThatACodeLost() {
        Attribution byTitle = sheet().withCode("0012345")
                .title("A1", "机构编码：12345")
                .named("20200617.xlsx")
                .decided();
        assertThat(codes(byTitle)).containsExactly(CODE_ZERO_RESTORED);
        assertThat(byTitle.findings().get(0).value()).isEqualTo("12345");
        assertThat(byTitle.findings().get(0).details()).containsExactly("0012345");
        assertThat(byTitle.senderCode()).isEqualTo("0012345");

        Attribution byOption = sheet().withCode("0012345").option("12345", DAY).decided();
        assertThat(codes(byOption)).containsExactly(CODE_ZERO_RESTORED);
        assertThat(byOption.senderCode()).isEqualTo("0012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345", "2345", "12345A", "123456"})
    void restoresNoOtherDigitsOfACode(String code) {
        assertThat(codes(sheet().withCode("0012345").option(code, DAY).decided()))
                .containsExactly(INSTITUTION_UNKNOWN);
    }

    @Test
    void keepsOnlyWhatLooksLikeACodeOfASenderThatNobodyKnows() {
        assertThat(sheet().option("月光学校", DAY).decided().senderCode()).isNull();
        assertThat(sheet().withoutRegister().option("月光学校", DAY).decided().senderCode())
                .isNull();
        assertThat(sheet().withoutRegister()
                        .title("A1", "单位：月光学校")
                        .title("A2", "机构编码：3301080001")
                        .decided()
                        .senderCode())
                .isEqualTo("3301080001");
        assertThat(sheet().withoutRegister().title("A1", "单位：月光学校").decided().senderCode())
                .isNull();
    }

    @Test
    void refusesAnUnknownSenderBesideAKnownOne() {
        Attribution attribution = sheet().title("A1", "单位：月光学校 阳光学校 2020年6月17日").decided();
        assertThat(codes(attribution)).containsExactly(INSTITUTION_UNKNOWN);
        assertThat(attribution.findings().get(0).value()).isEqualTo("月光学校");
    }

    @Test
    void tellsOfAnUnknownSenderOnceThoughItIsSaidTwice() {
        assertThat(codes(sheet().title("A1", "单位：月光学校")
                        .title("A2", "填报单位：月光学校")
                        .named("20200617.xlsx")
                        .decided()))
                .containsExactly(INSTITUTION_UNKNOWN);
    }

    // Batches.

    private static final Form ROSTER = new CatalogueReader()
            .read(new DeclaredFiles(null))
            .form("training-roster")
            .orElseThrow();

    @Test
    void readsTheBatchOfAFormThatComesInBatches() {
        Attribution second =
                sheet().of(ROSTER).named("宏达职业技能培训中心(东校区)2020年6月第2批.xlsx").decided();
        assertThat(second.findings()).isEmpty();
        assertThat(second.batch()).isEqualTo(2);
        assertThat(sheet().of(ROSTER)
                        .title("A1", "培训名册（第二批）")
                        .named("3301080003_2020-06_第2批.xlsx")
                        .decided()
                        .batch())
                .isEqualTo(2);
        assertThat(sheet().of(ROSTER).named("3301080003_2020-06.xlsx").decided().batch())
                .isNull();
        assertThat(sheet().named("3301080003_20200617_第2批.xlsx").decided().batch())
                .isNull();
        assertThat(sheet().of(null)
                        .named("3301080003_20200617_第2批.xlsx")
                        .decided()
                        .batch())
                .isNull();
    }

    @Test
    void refusesTwoBatchesAndNamesThem() {
        Attribution attribution = sheet().of(ROSTER)
                .title("A1", "培训名册 第10批")
                .named("3301080003_2020-06_第2批.xlsx")
                .decided();
        assertThat(codes(attribution)).containsExactly(BATCH_CONFLICT);
        assertThat(attribution.findings().get(0).details()).containsExactly("第2批、第10批");
        assertThat(attribution.batch()).isNull();
        assertThat(attribution.sender()).isEqualTo(SKILLS);
    }

    // Days.

    @Test
    void judgesByTheRegisterOfTheLastDayThatHasCome() {
        LocalDate first = LocalDate.of(2020, 6, 1);
        Period june = new Period(PeriodKind.MONTH, first);
        assertThat(AttributionDecision.registerDay(null, TODAY)).isEqualTo(TODAY);
        assertThat(AttributionDecision.registerDay(new Period(PeriodKind.DAY, DAY), TODAY))
                .isEqualTo(DAY);
        assertThat(AttributionDecision.registerDay(june, TODAY)).isEqualTo(TODAY);
        assertThat(AttributionDecision.registerDay(june, first)).isEqualTo(first);
        assertThat(AttributionDecision.registerDay(june, LocalDate.of(2020, 7, 1)))
                .isEqualTo(LocalDate.of(2020, 6, 30));
        assertThat(AttributionDecision.registerDay(june, LocalDate.of(2020, 5, 31)))
                .isEqualTo(first);
    }

    @Test
    void takesAMonthGivenForADailyFormOnlyForWhereItsDayLies() {
        Period june = new Period(PeriodKind.MONTH, LocalDate.of(2020, 6, 1));
        Period may = new Period(PeriodKind.MONTH, LocalDate.of(2020, 5, 1));
        isSunshineOnTheDay(
                sheet().option("3301080001", june).named("20200617.xlsx").decided());
        assertThat(codes(sheet().option("3301080001", june).decided())).containsExactly(PERIOD_NOT_GIVEN);
        assertThat(codes(
                        sheet().option("3301080001", may).named("20200617.xlsx").decided()))
                .containsExactly(PERIOD_CONFLICT);
    }

    @Test
    void refusesASheetThatComesAfterTheDaysOfCorrection() {
        Form late = TestForms.withCorrectionDays(TestForms.healthCheck(), 3);
        assertThat(codes(sheet().of(late)
                        .option("3301080001", TODAY.minusDays(3))
                        .decided()))
                .isEmpty();
        Attribution attribution =
                sheet().of(late).option("3301080001", TODAY.minusDays(4)).decided();
        assertThat(codes(attribution)).containsExactly(PERIOD_TOO_OLD);
        assertThat(attribution.findings().get(0).details()).containsExactly("2020年6月14日", "每日健康监测表", "2020年6月17日");
        assertThat(attribution.period()).isEqualTo(new Period(PeriodKind.DAY, TODAY.minusDays(4)));
    }

    @Test
    void ignoresTheDayOfFillingInAndPrinting() {
        for (String label : List.of("填报日期", "制表日期", "打印日期", "填表时间")) {
            isSunshineOnTheDay(sheet().title("A1", "阳光学校 2020年6月17日 " + label + "：2020年6月18日")
                    .decided());
            isSunshineOnTheDay(sheet().title("A1", "阳光学校 2020年6月17日")
                    .title("A2", label + "：")
                    .title("C2", "2020-06-18")
                    .decided());
            isSunshineOnTheDay(sheet().title("A1", "阳光学校 2020年6月17日")
                    .title("A2", label)
                    .title("B2", "2020-06-18")
                    .decided());
            assertThat(codes(
                            sheet().title("A1", "阳光学校 " + label + "：2020年6月17日").decided()))
                    .containsExactly(PERIOD_NOT_GIVEN);
        }
    }

    @Test
    void refusesTwoDaysAndNamesWhereEachStands() {
        Attribution attribution = sheet().option("3301080001", DAY)
                .title("B3", "2020年6月16日")
                .named("20200615.xlsx")
                .decided(true);
        assertThat(codes(attribution)).containsExactly(PERIOD_CONFLICT);
        assertThat(attribution.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(attribution.findings().get(0).details())
                .containsExactly("命令行 2020-06-17、标题 B3 2020-06-16、文件名 2020-06-15");
        assertThat(attribution.period()).isNull();
    }

    @Test
    void refusesADayOutsideTheMonthOfTheTitle() {
        assertThat(codes(sheet().title("A1", "阳光学校2020年5月健康监测表")
                        .named("20200617.xlsx")
                        .decided()))
                .containsExactly(PERIOD_CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阳光学校6月17日.xlsx",
                "阳光学校.xlsx",
                "阳光学校2020年6月.xlsx",
                "阳光学校_20200230.xlsx",
                "阳光学校_2020.xlsx",
                "阳光学校_20200617083000.xlsx",
                "阳光学校_2100-06-17.xlsx"
            })
    void knowsNoDayWithoutItsYear(String file) {
        Attribution attribution = sheet().named(file).decided();
        assertThat(codes(attribution)).containsExactly(PERIOD_NOT_GIVEN);
        assertThat(attribution.period()).isNull();
        assertThat(sheet().named(file).decided(true).findings().get(0).severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void refusesADayThatHasNotCome() {
        assertThat(codes(sheet().option("3301080001", TODAY).decided())).isEmpty();
        assertThat(codes(sheet().option("3301080001", TODAY.plusDays(1)).decided(true)))
                .containsExactly(PERIOD_IN_FUTURE);
    }

    @Test
    void readsTheMonthOfAMonthlyForm() {
        Form monthly = TestForms.with(TestForms.healthCheck(), PeriodKind.MONTH, Set.of(InstitutionKind.SCHOOL));
        Period june = new Period(PeriodKind.MONTH, LocalDate.of(2020, 6, 1));
        for (String file : List.of("阳光学校2020年6月.xlsx", "3301080001_2020-06.xlsx", "阳光学校_二〇二〇年六月.xlsx")) {
            Attribution attribution = sheet().of(monthly).named(file).decided();
            assertThat(attribution.period()).as(file).isEqualTo(june);
            assertThat(attribution.findings()).isEmpty();
        }
        assertThat(sheet().of(monthly).option("3301080001", DAY).decided().period())
                .isEqualTo(june);
        assertThat(codes(sheet().of(monthly)
                        .named("阳光学校2020年6月.xlsx")
                        .title("A1", "2020年6月17日")
                        .decided()))
                .isEmpty();
        assertThat(codes(sheet().of(monthly)
                        .named("阳光学校2020年6月.xlsx")
                        .title("A1", "2020年7月1日")
                        .decided()))
                .containsExactly(PERIOD_CONFLICT);
        assertThat(codes(sheet().of(monthly).named("阳光学校20200617.xlsx").decided()))
                .containsExactly(PERIOD_NOT_GIVEN);
    }

    @Test
    void readsTheYearOfAYearlyForm() {
        Form yearly = TestForms.with(TestForms.healthCheck(), PeriodKind.YEAR, Set.of(InstitutionKind.SCHOOL));
        assertThat(sheet().of(yearly).named("阳光学校2020年度指标.xlsx").decided().period())
                .isEqualTo(new Period(PeriodKind.YEAR, LocalDate.of(2020, 1, 1)));
    }

    @Test
    void takesTheDayOfASheetWhoseFormIsNotKnown() {
        isSunshineOnTheDay(sheet().of(null).named("3301080001_20200617.xlsx").decided());
    }
}
