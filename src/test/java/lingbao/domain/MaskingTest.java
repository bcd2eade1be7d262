package lingbao.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void showsTheFirstCharacterOfAName() {
        assertThat(Masking.name("张三")).isEqualTo("张*");
        assertThat(Masking.name("阿卜杜拉·买买提")).isEqualTo("阿*");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.name("")).isEmpty();
    }

    @Test
    void showsBothEndsOfAnIdentityNumber() {
        assertThat(Masking.idNumber("11010519491231002X")).isEqualTo("110105********002X");
        assertThat(Masking.idNumber("110105491231002")).isEqualTo("110105*****1002");
        assertThat(Masking.idNumber("E12345678")).isEqualTo("E1*****78");
        assertThat(Masking.idNumber("123")).isEqualTo("***");
    }

    @Test
    void showsBothEndsOfAPhone() {
        assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masking.phone("8888888")).isEqualTo("*******");
    }

    @Test
    void findsNumbersOfPersonsInOtherTexts() {
        assertThat(Masking.strayNumbers("证号11010519491231002X，电话13812345678"))
                .isEqualTo("证号110105********002X，电话138****5678");
        assertThat(Masking.strayNumbers("T11010519491231002X")).isEqualTo("T110105********002X");
        assertThat(Masking.strayNumbers("MA110105194912310021")).isEqualTo("MA110105194912310021");
        assertThat(Masking.strayNumbers("365")).isEqualTo("365");
        assertThat(Masking.strayNumbers("1234567890123456789012")).isEqualTo("1234567890123456789012");
    }
}
