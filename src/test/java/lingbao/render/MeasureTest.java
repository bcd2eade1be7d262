package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "0.0000, 0.0",
        "0.0004, 0.0",
        "0.0005, 0.1",
        "0.4973, 49.7",
        "0.9994, 99.9",
        "0.9995, 99.9",
        "0.9999, 99.9",
        "1.0000, 100.0",
        "1.0004, 100.0",
        "1.0800, 108.0",
        "12.3456, 1.234.6"
    })
    void roundsARateToOneDecimalAndNeverUpToAllOfIt(BigDecimal rate, String printed) {
        assertThat(Measure.RATE.text(rate)).isEqualTo(printed.replace("1.234.6", "1,234.6"));
    }

    @ParameterizedTest
    @CsvSource({"0.4973, 49.7%", "0.9994, 99.9%", "0.9995, 99.9%", "0.9999, 99.9%", "1.0000, 100.0%", "1.0800, 108.0%"})
    void showsARateInAWorkbookAsOnPaperWhileTheCellHoldsTheTrueNumber(BigDecimal rate, String shown) {
        assertThat(new DataFormatter().formatRawCellContents(Measure.RATE.cell(rate), 0, Measure.RATE.format()))
                .isEqualTo(shown);
        assertThat(Measure.RATE.cell(rate)).isEqualTo(rate.doubleValue());
    }

    @ParameterizedTest
    @CsvSource({"0.0576, +5.8", "-0.0155, −1.6", "-0.0001, −0.0", "0, 0.0"})
    void signsADifference(BigDecimal difference, String printed) {
        assertThat(Measure.POINTS.text(difference)).isEqualTo(printed);
    }
}
