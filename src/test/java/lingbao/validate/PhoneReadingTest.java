package lingbao.validate;

import static lingbao.domain.FindingCode.PHONE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneReadingTest {

    private static CheckedCell phone(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "phone", typed);
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "138 0013 8000, 13800138000",
        "138-0013-8000, 13800138000",
        "+8613800138000, 13800138000",
        "+86 138 0013 8000, 13800138000",
        "0086-13800138000, 13800138000",
        "１３８００１３８０００, 13800138000",
        "0571-88888888, 057188888888",
        "(0571)88888888, 057188888888",
        "（0571）8888888, 05718888888",
        "010-12345678, 01012345678",
        "0571-8888-8888, 057188888888",
        "0571-88888888-801, 057188888888-801",
        "0571-88888888转801, 057188888888-801",
        "+86 571 88888888, 057188888888",
        "0571—88888888, 057188888888"
    })
    void understandsOnePhone(String typed, String number) {
        assertThat(phone(typed).value()).isEqualTo(number);
    }

    @Test
    void takesAPhoneThatTheSpreadsheetMadeANumber() {
        assertThat(phone(13800138000d).value()).isEqualTo("13800138000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1380013800",
                "138001380001",
                "13800138000、13900139000",
                "13800138000/13900139000",
                "13800138000 13900139000",
                "88888888",
                "12800138000",
                "1.38E+10",
                "无人接听"
            })
    void refusesHalfAPhoneAndTwo(String typed) {
        CheckedCell cell = phone(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(PHONE_INVALID);
    }

    @Test
    void showsAWrongPhoneMasked() {
        assertThat(phone("12800138000").findings().get(0).value()).isEqualTo("128****8000");
    }
}
