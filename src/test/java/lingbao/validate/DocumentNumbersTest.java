package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import lingbao.catalogue.SheetRule;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentNumbersTest {

    private static final SheetRule.DocumentOfId RULE =
            new SheetRule.DocumentOfId("idNumber", "document", List.of("居民身份证"), List.of("护照"));
    private static final DocumentNumbers NUMBERS = new DocumentNumbers(TestForms.healthCheck(), RULE);

    private static Reading read(String document, @Nullable Object typed) {
        return Objects.requireNonNull(NUMBERS.otherThanByNumber(document)).read(MemorySheet.cell(typed));
    }

    @Test
    void leavesANumberWithACheckDigitToItself() {
        assertThat(NUMBERS.otherThanByNumber(null)).isNull();
        assertThat(NUMBERS.otherThanByNumber("居民 身份证")).isNull();
        assertThat(NUMBERS.rule()).isSameAs(RULE);
    }

    @Test
    void takesTheNumberOfADocumentWithout() {
        assertThat(read("护照", "E12345678")).isEqualTo(Reading.of("E12345678"));
        assertThat(read(" 护照", "e1234 5678")).isEqualTo(Reading.normalised("E12345678", "E1*****78"));
    }

    @Test
    void saysThatItDoesNotKnowTheDocument() {
        assertThat(read("船员证", "12345"))
                .isEqualTo(Reading.of("12345").with(new Reading.Remark(FindingCode.ID_KIND_UNKNOWN)));
    }

    @Test
    void refusesWhatIsNoNumberOfADocument() {
        assertThat(read("护照", "无号码")).isEqualTo(Reading.fault(FindingCode.ID_CHARACTER));
        assertThat(read("护照", "ABCDE")).isEqualTo(Reading.fault(FindingCode.ID_CHARACTER));
        assertThat(read("护照", "E123")).isEqualTo(Reading.fault(FindingCode.ID_CHARACTER));
        assertThat(read("护照", 1e15)).isEqualTo(Reading.fault(FindingCode.ID_PRECISION_LOST));
        assertThat(read("护照", "1.2E+12")).isEqualTo(Reading.fault(FindingCode.ID_PRECISION_LOST));
        assertThat(read("护照", RawCell.NOTHING)).isEqualTo(Reading.BLANK);
    }
}
