package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import lingbao.catalogue.Form;
import lingbao.domain.RowCounts;
import org.junit.jupiter.api.Test;

class RowRulesTest {

    private static final Form GUESTS = CheckedCsv.declared("""
            id: guests
            name: 来客登记
            period: day
            scope: all
            keepDays: 90
            columns:
              - {id: name, heading: 来客姓名, type: person, personal: true}
              - {id: idNumber, heading: 来客证件, type: id, personal: true}
              - {id: document, heading: 证件种类, type: text}
              - {id: sex, heading: 来客性别, type: choice, choices: [男, 女]}
              - {id: code, heading: 来客健康码, type: choice, choices: [绿码, 黄码]}
              - {id: doctor, heading: 来客就诊, type: yes-no, yesWords: [是, 有], noWords: [否]}
              - {id: diagnosis, heading: 就诊结果, type: text}
              - {id: purpose, heading: 来访事由, type: text, required: true}
            person: {name: name, idNumber: idNumber}
            rules:
              - sex-of-id: {id: idNumber, sex: sex}
              - required-if: {column: diagnosis, when: doctor, is: 是}
              - document-of-id: {id: idNumber, in: document, checked: [身份证], unchecked: [护照]}
            cases:
              - other-than: {column: code, word: 绿码}
            """);

    private static final String WOMAN = "11010519491231002X";
    private static final String MAN = "330108198501010012";

    @Test
    void holdsTheSexAgainstTheIdentityNumber() {
        CheckedCsv checked = CheckedCsv.of(
                GUESTS,
                "来客证件,来客性别,来访事由\n" + WOMAN + ",女,送货\n" + MAN
                        + ",男,送货\n330108198501010020,男,送货\n330106198001011243,,送货\n"
                        + ",男,送货\n330108197003030032,女,送货\n");
        assertThat(checked.findings()).containsExactly("B4 ID_SEX_DIFFERS", "B7 ID_SEX_DIFFERS");
        assertThat(checked.detailsOf("B4")).containsExactly("来客性别");
    }

    @Test
    void holdsNoSexAgainstANumberWithoutACheckDigit() {
        CheckedCsv checked = CheckedCsv.of(GUESTS, "来客证件,证件种类,来客性别,来访事由\nE12345678,护照,男,送货\nE12345679,护照,女,送货\n");
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void readsANumberAsTheDocumentBesideItSays() {
        CheckedCsv checked = CheckedCsv.of(
                GUESTS,
                "来客证件,证件种类,来访事由\n110105194912310021,护照,送货\n110105194912310021,身份证,送货\n110105194912310021,,送货\n");
        assertThat(checked.findings()).containsExactly("A3 ID_CHECKSUM", "A4 ID_CHECKSUM");
        assertThat(CheckedCsv.of(GUESTS, "证件种类,来访事由\n护照,送货\n").findings()).isEmpty();
    }

    @Test
    void asksForWhatAnAnswerOfYesRequires() {
        CheckedCsv checked = CheckedCsv.of(GUESTS, "就诊结果,来客就诊,来访事由\n,有,送货\n,否,送货\n,,送货\n感冒,是,送货\n");
        assertThat(checked.findings()).containsExactly("A2 REQUIRED_IF");
        assertThat(checked.detailsOf("A2")).containsExactly("就诊结果", "来客就诊", "是");
        assertThat(checked.rows()).isEqualTo(new RowCounts(4, 3, 1, 0));
    }

    @Test
    void asksForItWhereTheAnswerStandsInASheetWithoutTheColumn() {
        CheckedCsv checked = CheckedCsv.of(GUESTS, "来访事由,来客就诊\n送货,是\n送货,否\n");
        assertThat(checked.findings()).containsExactly("B2 REQUIRED_IF");
    }

    @Test
    void makesACaseOfAnotherWordThanTheDeclaredOne() {
        CheckedCsv checked = CheckedCsv.of(GUESTS, "来客姓名,来客健康码,来访事由\n甲一,绿码,送货\n甲二,黄码,送货\n,,送货\n");
        assertThat(checked.accepted()).extracting(CheckedRow::caseByChoice).containsExactly(false, true, false);
        assertThat(checked.accepted()).extracting(CheckedRow::person).containsExactly("name:|甲一", "name:|甲二", null);
    }
}
