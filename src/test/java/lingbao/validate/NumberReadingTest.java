package lingbao.validate;

import static lingbao.domain.FindingCode.FORMULA_ERROR;
import static lingbao.domain.FindingCode.FORMULA_NOT_CALCULATED;
import static lingbao.domain.FindingCode.FORMULA_VALUE;
import static lingbao.domain.FindingCode.INTEGER_EXPECTED;
import static lingbao.domain.FindingCode.NUMBER_INVALID;
import static lingbao.domain.FindingCode.OUT_OF_RANGE;
import static lingbao.domain.FindingCode.REQUIRED_BLANK;
import static lingbao.domain.FindingCode.TEMPERATURE_OUT_OF_RANGE;
import static lingbao.domain.FindingCode.VALUE_NORMALISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import lingbao.catalogue.ColumnType;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReadingTest {

    private static CheckedCell temperature(Object typed) {
        return CheckedCell.of(TestForms.healthCheck(), "morningTemperature", typed);
    }

    private static CheckedCell count(Object typed) {
        return CheckedCell.of(TestForms.attendance(), "present", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"36.8", " 36.8 ", "\u00A036.8\u3000", "36.80", "\t36.8"})
    void takesAPlainNumberWithoutAWord(String typed) {
        CheckedCell cell = temperature(typed);
        assertThat(cell.value()).isEqualTo(new BigDecimal("36.8"));
        assertThat(cell.codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "36.8℃",
                "36.8°C",
                "36.8度",
                "36.8 C",
                "36.8摄氏度",
                "36.8 ° c",
                "36。8",
                "３６．８",
                "36．8",
                "３６．８℃",
                "3\u200B6.8",
                "\u202A36.8℃\u202C",
                "+３６.8"
            })
    void understandsATemperatureWrittenOtherwiseWithANote(String typed) {
        CheckedCell cell = temperature(typed);
        assertThat(cell.value()).isEqualTo(new BigDecimal("36.8"));
        assertThat(cell.codes()).containsExactly(VALUE_NORMALISED);
        assertThat(cell.findings().get(0).value()).isEqualTo(typed);
        assertThat(cell.findings().get(0).details()).containsExactly("晨检体温", "36.8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "36,8",
                "36，8",
                "36..5",
                "36 5",
                "36.5-36.8",
                "36.5/36.7",
                "正常",
                "NaN",
                "1e2",
                "36.5.",
                "36.5人",
                "30%",
                "-0",
                "36:5",
                "三十六"
            })
    void refusesWhatMayMeanMoreThanOneNumberOrNone(String typed) {
        CheckedCell cell = temperature(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(NUMBER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"365", "98.6", "0", "3.65", "366", "33.9", "43.1", "-36.5", "368℃"})
    void refusesATemperatureThatNoBodyHas(String typed) {
        CheckedCell cell = temperature(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(TEMPERATURE_OUT_OF_RANGE);
        assertThat(cell.findings().get(0).details()).containsExactly("晨检体温", "34.0", "43.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"34", "34.0", "43", "43.0"})
    void takesTheLimitsThemselves(String typed) {
        assertThat(temperature(typed).accepted()).isTrue();
    }

    @Test
    void takesTheNoiseOfFloatingNumbersAway() {
        assertThat(temperature(36.800000000000004).value()).isEqualTo(new BigDecimal("36.8"));
        assertThat(temperature(36.800000000000004).codes()).isEmpty();
        assertThat(count(12.0000000001).value()).isEqualTo(12);
        assertThat(count("12.0000000001").value()).isEqualTo(12);
    }

    @Test
    void tellsWhenItKeepsFewerDigitsThanTyped() {
        CheckedCell cell = temperature("36.333333");
        assertThat(cell.value()).isEqualTo(new BigDecimal("36.33"));
        assertThat(cell.codes()).containsExactly(VALUE_NORMALISED);
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.0, 12", "１２, 12", "0, 0", "1000, 1000"})
    void understandsCounts(String typed, int count) {
        assertThat(count(typed).value()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"30分钟|30", "30 分|30", "1,234|1234", "1，234|1234", "１，２３４|1234", "12,345,678|12345678"})
    void understandsUnitsAndRegularGroups(String typed, int minutes) {
        CheckedCell cell = CheckedCell.of(TestForms.disinfection(), "minutes", typed);
        assertThat(cell.value()).isEqualTo(minutes);
        assertThat(cell.codes()).containsExactly(VALUE_NORMALISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,34", "1,23,456", ",123", "1 234", "12人", "十二"})
    void refusesIrregularGroupsAndForeignUnits(String typed) {
        assertThat(count(typed).codes()).containsExactly(NUMBER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.4", "12.5", "0.5"})
    void refusesPartsOfPersons(String typed) {
        assertThat(count(typed).codes()).containsExactly(INTEGER_EXPECTED);
        assertThat(count(Double.parseDouble(typed)).codes()).containsExactly(INTEGER_EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1001, 1e308, 3e9})
    void refusesImpossibleCounts(double typed) {
        assertThat(count(typed).codes()).containsExactly(OUT_OF_RANGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoNumber(double typed) {
        assertThat(count(typed).codes()).containsExactly(NUMBER_INVALID);
    }

    @Test
    void refusesADateAndAPercentageWhereANumberIsMeant() {
        assertThat(count(MemorySheet.dated(43999, "2020-06-17")).codes()).containsExactly(NUMBER_INVALID);
    }

    @Test
    void showsANumberOfTheColumnsOwnKind() {
        assertThat(count("全到").findings().get(0).remedy()).contains("30").doesNotContain(".");
        assertThat(temperature("偏高").findings().get(0).remedy()).contains("36.5");
        RawCell percent = new RawCell(RawCell.Kind.NUMBER, "36.5", 36.5, false, true, false);
        assertThat(temperature(percent).codes()).containsExactly(NUMBER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "—", " - ", "／"})
    void readsABlankWordAsBlank(String typed) {
        CheckedCell cell = temperature(typed);
        assertThat(cell.accepted()).isFalse();
        assertThat(cell.codes()).containsExactly(REQUIRED_BLANK);
    }

    @Test
    void takesTheSavedResultOfAFormulaWithAWarning() {
        CheckedCell cell = temperature(MemorySheet.formula(RawCell.Kind.NUMBER, "36.5", 36.5));
        assertThat(cell.value()).isEqualTo(new BigDecimal("36.5"));
        assertThat(cell.codes()).containsExactly(FORMULA_VALUE);
    }

    @Test
    void refusesAFormulaWithoutAResult() {
        CheckedCell cell = temperature(MemorySheet.formula(RawCell.Kind.EMPTY, "", null));
        assertThat(cell.codes()).containsExactly(FORMULA_NOT_CALCULATED);
    }

    @Test
    void readsAFormulaThatResultsInAnEmptyTextAsBlank() {
        CheckedCell cell = temperature(MemorySheet.formula(RawCell.Kind.TEXT, "", null));
        assertThat(cell.codes()).containsExactly(FindingCode.REQUIRED_BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"})
    void refusesErrorSigns(String sign) {
        RawCell error = new RawCell(RawCell.Kind.ERROR, sign, null, false, false, true);
        assertThat(temperature(error).codes()).containsExactly(FORMULA_ERROR);
        assertThat(temperature(sign).codes()).containsExactly(FORMULA_ERROR);
    }

    private static Reading read(TestForms.ColumnDraft column, Object typed) {
        RawCell cell = MemorySheet.cell(typed);
        return new NumberReading(column.column()).read(cell, cell.text());
    }

    private static TestForms.ColumnDraft rate() {
        return TestForms.column("rate", "合格率", ColumnType.DECIMAL).unit("%");
    }

    @ParameterizedTest
    @CsvSource({"0.3, 30", "0.01, 1", "1, 100"})
    void doubtsAPercentageThatMayBeAShare(String typed, String doubted) {
        Reading.Remark doubt = new Reading.Remark(FindingCode.PERCENT_DOUBTFUL, typed, doubted);
        Reading expected = Reading.of(new BigDecimal(typed)).with(doubt);
        assertThat(read(rate(), typed)).isEqualTo(expected);
        assertThat(read(rate(), Double.valueOf(typed))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1.01, 1.01", "30, 30"})
    void doubtsNoOtherPercentage(String typed, BigDecimal number) {
        assertThat(read(rate(), typed)).isEqualTo(Reading.of(number));
    }

    @Test
    void doubtsNoPercentageWithItsSign() {
        assertThat(read(rate(), "0.3%")).isEqualTo(Reading.normalised(new BigDecimal("0.3"), "0.3"));
        assertThat(read(rate(), new RawCell(RawCell.Kind.NUMBER, "0.003", 0.003, false, true, false)))
                .isEqualTo(Reading.of(new BigDecimal("0.3")));
        assertThat(read(TestForms.column("hours", "时长", ColumnType.DECIMAL).unit("h"), "0.5"))
                .isEqualTo(Reading.of(new BigDecimal("0.5")));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 2147483647, true",
        "INTEGER, 2147483648, false",
        "DECIMAL, 2147483648, true",
        "DECIMAL, 999999999999, true",
        "DECIMAL, 1000000000000, false",
        "DECIMAL, 0, true",
        "DECIMAL, -0.1, false",
    })
    void takesNumbersUpToTheLargest(ColumnType type, String typed, boolean taken) {
        Reading reading = read(TestForms.column("count", "数量", type), typed);
        if (taken) {
            assertThat(reading.value()).hasToString(typed);
        } else {
            assertThat(reading).isEqualTo(Reading.fault(FindingCode.OUT_OF_RANGE, "0", "不限"));
        }
    }
}
