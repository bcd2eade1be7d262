package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeReadingTest {

    private static Reading read(String typed) {
        return new CreditCodeReading().read(RawCell.ofText(typed), typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91330108MA2BBBBB1A", "911100006000072731"})
    void takesACodeWhoseCheckCharacterIsRight(String code) {
        assertThat(read(code)).isEqualTo(Reading.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100m000100y43", "９１３５０１００M000100Y43", "9135 0100 M000 100Y 43"})
    void foldsCaseWidthAndSpace(String typed) {
        assertThat(read(typed)).isEqualTo(Reading.normalised("91350100M000100Y43", "91350100M000100Y43"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y44", "91350100M000100Y34", "91350010M000100Y43"})
    void refusesASlip(String typed) {
        assertThat(read(typed)).isEqualTo(Reading.fault(FindingCode.CREDIT_CODE_CHECKSUM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y4", "91350100M000100Y433", "9135O100M000100Y43", "330108000012345", "无"})
    void refusesWhatIsNoCode(String typed) {
        assertThat(read(typed)).isEqualTo(Reading.fault(FindingCode.CREDIT_CODE_INVALID));
    }

    @Test
    void refusesACodeThatExcelMadeANumber() {
        assertThat(new CreditCodeReading().read(CheckedCell.number(911100006000072731d), "911100006000072000"))
                .isEqualTo(Reading.fault(FindingCode.CREDIT_CODE_INVALID));
    }
}
