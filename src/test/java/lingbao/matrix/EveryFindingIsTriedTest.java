package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lingbao.domain.FindingCode;
import org.junit.jupiter.api.Test;

/** No finding can be added without a test that gets it. */
class EveryFindingIsTriedTest {

    /** What no file alone can be answered, and the test that gets it. */
    private static final Map<FindingCode, String> ELSEWHERE = Map.ofEntries(
            Map.entry(FindingCode.FILE_UNREADABLE, "lingbao.upload.UploadsTest#refusesWhatIsNoReadableFile"),
            Map.entry(
                    FindingCode.PROCESSING_FAILED,
                    "lingbao.run.IngestJobTest#aFaultOfTheProgramRefusesTheFileAndNoOther"),
            Map.entry(
                    FindingCode.FINDINGS_NOT_LISTED,
                    "lingbao.validate.SheetValidatorTest#judgesEveryRowThoughTheListOfFindingsIsFull"),
            Map.entry(FindingCode.FORM_AMBIGUOUS, "lingbao.read.FormFinderTest#saysSoWhereTwoFormsFitAlike"),
            Map.entry(
                    FindingCode.TEMPLATE_OUTDATED,
                    "lingbao.run.TemplateCommandTest#oneOfAnOlderVersionIsReadAndSaidToBeOld"),
            Map.entry(
                    FindingCode.TEMPLATE_DIFFERS,
                    "lingbao.run.TemplateCommandTest#oneOfAFormThatIsGoneIsReadByItsHeadings"),
            Map.entry(
                    FindingCode.REGION_NOT_GIVEN,
                    "lingbao.run.QuotaIntakeTest#whereThereAreTwoDistrictsOneMustBeNamed"),
            Map.entry(
                    FindingCode.REGION_CONFLICT,
                    "lingbao.validate.AttributionDecisionTest#takesNoSubdistrictAndNoStrangerForTheRegionThatSends"),
            Map.entry(
                    FindingCode.REGISTER_ABSENT,
                    "lingbao.validate.AttributionDecisionTest#missesTheRegisterButKeepsTheCode"),
            Map.entry(
                    FindingCode.COMPANY_UNKNOWN,
                    "lingbao.run.RosterIntakeTest"
                            + "#unitsAndCompaniesThatNoRegisterKnowsWarnWithTheNearestNamesAndTheRowIsKept"),
            Map.entry(
                    FindingCode.COMPANY_UNIT_DIFFERS,
                    "lingbao.run.RosterIntakeTest"
                            + "#unitsAndCompaniesThatNoRegisterKnowsWarnWithTheNearestNamesAndTheRowIsKept"));

    @Test
    void eachCodeIsExpectedByACaseOrGotByATestThatIsNamed() {
        Set<FindingCode> tried = Matrix.cases().stream()
                .flatMap(each -> each.findings().stream())
                .map(finding -> FindingCode.valueOf(finding.substring(finding.indexOf(' ') + 1)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
        tried.addAll(ELSEWHERE.keySet());

        assertThat(EnumSet.complementOf(EnumSet.copyOf(tried))).isEmpty();
    }

    @Test
    void theTestsNamedAreThere() {
        assertThat(ELSEWHERE.values()).allSatisfy(NamedTest::isThere);
    }
}
