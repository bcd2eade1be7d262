package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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

    /** The codes that wait for their cases. */
    private static final Set<FindingCode> NOT_YET = EnumSet.copyOf(List.of(
            FindingCode.TOO_LARGE,
            FindingCode.UNSUPPORTED_FORMAT,
            FindingCode.CORRUPT,
            FindingCode.ENCRYPTED,
            FindingCode.UNSAFE_XML,
            FindingCode.UNSAFE_ARCHIVE,
            FindingCode.ACTIVE_CONTENT,
            FindingCode.MACROS_IGNORED,
            FindingCode.EXTERNAL_LINKS,
            FindingCode.ENCODING_UNKNOWN,
            FindingCode.QUOTE_NOT_CLOSED,
            FindingCode.TEXT_NAMED_AS_WORKBOOK,
            FindingCode.EXTENSION_DIFFERS,
            FindingCode.NO_FORM,
            FindingCode.SHEET_NOT_READ,
            FindingCode.SHEET_REPEATED,
            FindingCode.HIDDEN_SHEET,
            FindingCode.HIDDEN_ROWS,
            FindingCode.MISSING_COLUMN,
            FindingCode.DUPLICATE_COLUMN,
            FindingCode.UNKNOWN_COLUMN,
            FindingCode.UNIT_DIFFERS,
            FindingCode.MERGED_CROSSES_COLUMNS,
            FindingCode.MERGED_ROWS,
            FindingCode.INTEGER_EXPECTED,
            FindingCode.OUT_OF_RANGE,
            FindingCode.TEMPERATURE_OUT_OF_RANGE,
            FindingCode.DATE_INVALID,
            FindingCode.DATE_AMBIGUOUS,
            FindingCode.DATE_YEAR_TAKEN,
            FindingCode.DATE_TIME_DROPPED,
            FindingCode.YES_NO_INVALID,
            FindingCode.CHOICE_UNKNOWN,
            FindingCode.ID_PRECISION_LOST,
            FindingCode.ID_LENGTH,
            FindingCode.ID_CHECKSUM,
            FindingCode.ID_BIRTH_DATE,
            FindingCode.ID_CHARACTER,
            FindingCode.ID_KIND_UNKNOWN,
            FindingCode.PHONE_INVALID,
            FindingCode.TEXT_TOO_LONG,
            FindingCode.CHARACTER_INVALID,
            FindingCode.FORMULA_VALUE,
            FindingCode.FORMULA_NOT_CALCULATED,
            FindingCode.FORMULA_ERROR,
            FindingCode.NAME_INVALID,
            FindingCode.NAME_UNUSUAL,
            FindingCode.BLANK_ROWS_BETWEEN,
            FindingCode.FEWER_ROWS));

    @Test
    void eachCodeIsExpectedByACaseOrGotByATestThatIsNamed() {
        Set<FindingCode> tried = Matrix.cases().stream()
                .flatMap(each -> each.findings().stream())
                .map(finding -> FindingCode.valueOf(finding.substring(finding.indexOf(' ') + 1)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
        tried.addAll(ELSEWHERE.keySet());
        tried.addAll(NOT_YET);

        assertThat(Arrays.stream(FindingCode.values())).allMatch(tried::contains, "a code that a test gets");
    }

    @Test
    void theTestsNamedAreThere() {
        assertThat(ELSEWHERE.values()).allSatisfy(NamedTest::isThere);
    }
}
