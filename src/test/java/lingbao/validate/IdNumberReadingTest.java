package lingbao.validate;

import static lingbao.domain.FindingCode.ID_BIRTH_DATE;
import static lingbao.domain.FindingCode.ID_CHARACTER;
import static lingbao.domain.FindingCode.ID_CHECKSUM;
import static lingbao.domain.FindingCode.ID_KIND_UNKNOWN;
import static lingbao.domain.FindingCode.ID_LENGTH;
import static lingbao.domain.FindingCode.ID_PRECISION_LOST;
import static lingbao.domain.FindingCode.VALUE_NORMALISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberReadingTest {

    private static final String GOOD = "11010519491231002X";

    private static CheckedCell idNumber(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "idNumber", typed);
    }

    @Test
    void takesANumberWhoseCheckDigitIsRight() {
        assertThat(idNumber(GOOD).value()).isEqualTo(GOOD);
        assertThat(idNumber(GOOD).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002x",
                "11010519491231002Ｘ",
                "１１０１０５１９４９１２３１００２X",
                "110105 19491231 002X",
                "110105\u00A019491231002X",
                "110105\u200B19491231002X",
                "\u202D110105\u202C19491231002X"
            })
    void understandsOtherWritingsWithAMaskedNote(String typed) {
        CheckedCell cell = idNumber(typed);
        assertThat(cell.value()).isEqualTo(GOOD);
        assertThat(cell.findings()).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(VALUE_NORMALISED);
            assertThat(finding.details()).containsExactly("证件号码", "110105********002X");
        });
    }

    @Test
    void refusesAnIdNumberThatExcelMadeANumber() {
        CheckedCell cell = idNumber(110105194912310028d);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(ID_PRECISION_LOST);
        assertThat(cell.findings().get(0).value()).doesNotContain("19491231");
        assertThat(idNumber(1e15).codes()).containsExactly(ID_PRECISION_LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10105E+17", "1.10105194912e17", "1E+17"})
    void refusesWhatASpreadsheetPrintedInPowersOfTen(String typed) {
        assertThat(idNumber(typed).codes()).containsExactly(ID_PRECISION_LOST);
    }

    @Test
    void refusesEachWrongCheckDigit() {
        for (char digit : "0123456789".toCharArray()) {
            CheckedCell cell = idNumber("11010519491231002" + digit);
            assertThat(cell.accepted()).isFalse();
            assertThat(cell.codes()).containsExactly(ID_CHECKSUM);
            assertThat(cell.findings().get(0).value()).isEqualTo("110105********002" + digit);
        }
    }

    @Test
    void findsEachSingleWrongDigit() {
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (GOOD.charAt(place) != digit) {
                    String wrong = GOOD.substring(0, place) + digit + GOOD.substring(place + 1);
                    assertThat(idNumber(wrong).codes()).hasSize(1).first().isIn(ID_CHECKSUM, ID_BIRTH_DATE);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194913310024", "110105194902300024", "110105184912310024", "110105491331002"})
    void refusesABirthdayThatNeverWas(String typed) {
        assertThat(idNumber(typed).codes()).containsExactly(ID_BIRTH_DATE);
    }

    @Test
    void makesAnOldNumberOfFifteenDigitsANewOne() {
        CheckedCell cell = idNumber("110105491231002");
        assertThat(cell.value()).isEqualTo(GOOD);
        assertThat(cell.codes()).containsExactly(VALUE_NORMALISED);
        assertThat(idNumber(110105491231002d).value()).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002×",
                "11010519491231002Х",
                "11010519491231002*",
                "11010519491231002Y",
                "11010519491231O02X",
                "张三"
            })
    void refusesCharactersThatNoNumberHas(String typed) {
        assertThat(idNumber(typed).codes()).containsExactly(ID_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1101051949123100", "11010519491231002", "1101051949123100288", "12345678", "1101051949123102X"})
    void refusesNumbersOfAnotherLength(String typed) {
        assertThat(idNumber(typed).codes()).containsExactly(ID_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E12345678", "EA1234567", "H1234567890", "C01X00T47", "ABC110012345678"})
    void takesPassportsAndPermitsUncheckedWithAWarning(String typed) {
        CheckedCell cell = idNumber(typed);
        assertThat(cell.value()).isEqualTo(typed);
        assertThat(cell.codes()).containsExactly(ID_KIND_UNKNOWN);
    }

    @Test
    void checksTheResidencePermitsLikeIdentityNumbers() {
        assertThat(idNumber("830000199201300022").value()).isEqualTo("830000199201300022");
        assertThat(idNumber("830000199201300023").codes()).containsExactly(ID_CHECKSUM);
    }

    private static String bornOn(String day) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        String body = "110105" + day + "002";
        int sum = 0;
        for (int index = 0; index < 17; index++) {
            sum += weights[index] * (body.charAt(index) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static Reading read(@Nullable Period period, String number) {
        return new IdNumberReading(period).read(RawCell.ofText(number), number);
    }

    @ParameterizedTest
    @CsvSource({
        "20200617, true",
        "20200618, false",
        "18990617, true",
        "18990616, false",
        "20200230, false",
    })
    void knowsWhoCanBeInASheet(String born, boolean possible) {
        String number = bornOn(born);
        assertThat(read(new Period(PeriodKind.DAY, LocalDate.of(2020, 6, 17)), number))
                .isEqualTo(possible ? Reading.of(number) : Reading.fault(FindingCode.ID_BIRTH_DATE));
    }

    @ParameterizedTest
    @CsvSource({"18991231, false", "19000101, true", "20991231, true", "21000101, false"})
    void knowsWhoCanBeInARegister(String born, boolean possible) {
        String number = bornOn(born);
        assertThat(read(null, number))
                .isEqualTo(possible ? Reading.of(number) : Reading.fault(FindingCode.ID_BIRTH_DATE));
    }

    @Test
    void tellsWhichNumbersHaveACheckDigit() {
        assertThat(IdNumberReading.hasCheckDigit("11010519491231002X")).isTrue();
        assertThat(IdNumberReading.hasCheckDigit("110105491231002")).isFalse();
    }
}
