package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lingbao.read.NumberText.Wear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    private static RawCell worn(double number, String format) {
        return NumberText.cell(number, CellFormat.of(200, format), false, false);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "1 | 0\"班\" | 1班",
                "1 | \"教师组\"0 | 教师组1",
                "101 | \"高一\"000 | 高一101",
                "1 | \"三（\"0\"）班\" | 三（1）班",
                "3 | 0\"班\";@ | 3",
                "1234 | 000000 | 001234",
                "1234.5 | 000000 | 1234.5",
                "-12 | 0000 | -12",
                "1234 | 0 | 1234",
                "1234 | #,##0 | 1234",
                "1234 | #,##0\"元\" | 1234",
                "36.5 | 0.0\"度\" | 36.5",
                "7 | [红色]0\"班\" | 7",
            })
    void showsTheWordsAndZerosThatAFormatAdds(double number, String format, String shown) {
        assertThat(worn(number, format).text()).isEqualTo(shown);
        assertThat(worn(number, format).number()).isEqualTo(number);
    }

    // What a format says of a number.

    @Test
    void knowsTheBuiltInDatesAndTimesThatSomeFilesLeaveOut() {
        assertThat(builtIn(Wear.DATE))
                .containsExactly(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
        assertThat(builtIn(Wear.TIME)).containsExactly(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);
        assertThat(builtIn(Wear.PERCENT)).isEmpty();
    }

    private static Set<Integer> builtIn(Wear wear) {
        Set<Integer> ids = new TreeSet<>();
        IntStream.range(0, 100).filter(id -> NumberText.wear(id, null) == wear).forEach(ids::add);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "General", "GENERAL"})
    void looksAtTheNumberOfAFormatThatSaysNothing(String format) {
        assertThat(NumberText.wear(22, format)).isEqualTo(Wear.DATE);
        assertThat(NumberText.wear(0, format)).isEqualTo(Wear.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "0.00 | PLAIN",
                "#,##0 | PLAIN",
                "@ | PLAIN",
                "0\"人\" | PLAIN",
                "0\"dd\" | PLAIN",
                "0% | PERCENT",
                "0.00% | PERCENT",
                "0\"%\" | PLAIN",
                "0\\% | PLAIN",
                "yyyy-mm-dd | DATE",
                "yyyy/m/d;@ | DATE",
                "m\"月\"d\"日\" | DATE",
                "yyyy\"年\"m\"月\" | DATE",
                "[$-804]yyyy\"年\"m\"月\"d\"日\" | DATE",
                "yyyy-mm-dd hh:mm | DATE",
                "d h:mm | DATE",
                "yyyy:ss | DATE",
                "d:ss | DATE",
                "mmm | DATE",
                "h:mm | TIME",
                "h:mm;@ | TIME",
                "HH:MM:SS | TIME",
                "mm:ss | TIME",
                "[h]:mm | TIME",
                "[ss] | TIME",
                "[Red]h:mm | TIME",
                "[$-F400]h:mm:ss AM/PM | TIME",
                "上午/下午h\"时\"mm\"分\" | TIME",
                "h时mm分 | TIME",
            })
    void tellsWhatANumberWears(String format, Wear wear) {
        assertThat(NumberText.wear(200, format)).isEqualTo(wear);
    }

    // Plain digits.

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "-3, -3",
        "36.5, 36.5",
        "36.6, 36.6",
        "-36.65, -36.65",
        "0.0001, 0.0001",
        "36.12345, 36.12345",
        "0.00001, 0.00001",
        "36.800000000000004, 36.800000000000004",
        "0.30000000000000004, 0.30000000000000004",
        "2.0E-3, 0.002",
        "999999999999999, 999999999999999",
        "-999999999999999, -999999999999999",
        "1E15, 1000000000000000",
        "110105194912310020, 110105194912310020",
        "123456789012345.6, 123456789012345.6",
        "-123456789012345.6, -123456789012345.6",
        "1E22, 10000000000000000000000",
        "2E-7, 0.0000002",
    })
    void writesAsFewDigitsAsTellTheNumber(double number, String digits) {
        assertThat(NumberText.digits(number)).isEqualTo(digits);
    }

    @Test
    void saysThatANumberIsNone() {
        assertThat(NumberText.digits(Double.NaN)).isEqualTo("NaN");
        assertThat(NumberText.digits(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(NumberText.digits(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    // Dates and times.

    @ParameterizedTest
    @CsvSource({
        "0, 1900-01-00",
        "1, 1900-01-01",
        "59, 1900-02-28",
        "60, 1900-02-29",
        "61, 1900-03-01",
        "43999, 2020-06-17",
        "43999.5, 2020-06-17 12:00",
        "43999.354166666664, 2020-06-17 08:30",
        "43999.35434027778, 2020-06-17 08:30:15",
        "43998.9999999, 2020-06-17",
        "0.5, 12:00",
        "2958465, 9999-12-31",
        "2958465.5, 9999-12-31 12:00",
        "2958465.9999999, 2958465.9999999",
        "2958466, 2958466",
        "-1, -1",
        "-0.0000001, -0.0000001",
        "NaN, NaN",
    })
    void writesADateAsItIsTyped(double serial, String text) {
        assertThat(worn(serial, "yyyy-mm-dd").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00:00",
        "0.25, 06:00",
        "0.5, 12:00",
        "0.9993055555555556, 23:59",
        "0.9999884259259259, 23:59:59",
        "1, 1900-01-01",
        "1.5, 1900-01-01 12:00",
    })
    void writesATimeAsItIsTyped(double serial, String text) {
        assertThat(worn(serial, "h:mm").text()).isEqualTo(text);
    }

    // The cell.

    @Test
    void keepsWhatTheFormatSays() {
        RawCell date = worn(43999, "yyyy-mm-dd");
        assertThat(date.kind()).isEqualTo(RawCell.Kind.NUMBER);
        assertThat(date.number()).isEqualTo(43999);
        assertThat(date.dateFormatted()).isTrue();
        assertThat(date.percentFormatted()).isFalse();
        assertThat(date.formula()).isFalse();

        assertThat(worn(0.5, "h:mm").dateFormatted()).isTrue();

        RawCell percent = worn(0.3, "0%");
        assertThat(percent.dateFormatted()).isFalse();
        assertThat(percent.percentFormatted()).isTrue();
        assertThat(percent.text()).isEqualTo("0.3");

        assertThat(NumberText.cell(1, CellFormat.PLAIN, false, true).formula()).isTrue();
        assertThat(NumberText.cell(1, CellFormat.PLAIN, false, false).unseen()).isFalse();
        assertThat(worn(1, ";;;").unseen()).isTrue();
        assertThat(worn(1, ";;;").struck()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-mm-dd, 0, 1462, 1904-01-01",
        "yyyy-mm-dd, 42537, 43999, 2020-06-17",
        "h:mm, 0.5, 0.5, 12:00",
        "h:mm, 1, 1463, 1904-01-02",
        "0, 42537, 42537, 42537",
        "0%, 2, 2, 2",
    })
    void movesTheDatesOfThe1904SystemAndNothingElse(String format, double number, double moved, String text) {
        RawCell cell = NumberText.cell(number, CellFormat.of(200, format), true, false);
        assertThat(cell.number()).isEqualTo(moved);
        assertThat(cell.text()).isEqualTo(text);
    }

    // Numbers whose digits the file gives.

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "9, 9",
        "36.6, 36.6",
        "0.5, 0.5",
        "10.09, 10.09",
        "123456789012345, 123456789012345",
        "36.0, 36",
        "36.60, 36.6",
        "36., 36",
        ".5, 0.5",
        "007, 7",
        "00.5, 0.5",
        "-1, -1",
        "+1, 1",
        "1E3, 1000",
        "1e-2, 0.01",
        "36.60000000000001, 36.60000000000001",
        "36.600000000000001, 36.6"
    })
    void writesANumberInPlainDigitsHoweverTheFileWroteIt(String written, String text) {
        RawCell cell = NumberText.cell(Double.parseDouble(written), written, CellFormat.PLAIN, false, true);
        assertThat(cell)
                .isEqualTo(new RawCell(RawCell.Kind.NUMBER, text, Double.parseDouble(written), false, false, true));
    }

    @Test
    void believesTheFilesDigitsWhereTheyAreAsFewAsTheNumberNeeds() {
        // No file writes another number than it means; it shows which of the two was taken.
        assertThat(taken("12")).isEqualTo("12");
        assertThat(taken("0")).isEqualTo("0");
        assertThat(taken("1.5")).isEqualTo("1.5");
        assertThat(taken("123456789012345")).isEqualTo("123456789012345");
        for (String idle : new String[] {"1.50", "1.", ".5", "05", "-1", "1/", "1:", "1E2", "1234567890123456"}) {
            assertThat(taken(idle)).as(idle).isEqualTo("99");
        }
        assertThat(NumberText.cell(99, "12", CellFormat.of(200, "0%"), false, false)
                        .text())
                .isEqualTo("99");
    }

    private static String taken(String written) {
        return NumberText.cell(99, written, CellFormat.PLAIN, false, false).text();
    }
}
