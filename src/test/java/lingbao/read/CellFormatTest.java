package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {

    /** A letter each for what is hidden: of numbers above 0, below and 0 itself, and texts. */
    private static String hidden(String code) {
        CellFormat format = CellFormat.of(200, code);
        return (format.hides(1e-9) ? "+" : "")
                + (format.hides(-1e-9) ? "-" : "")
                + (format.hides(0) ? "0" : "")
                + (format.hidesText() ? "T" : "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "General",
                " ",
                "0;-0",
                "0;-0;0;@",
                "\"无\";\"无\";\"无\";\"无\"",
                "\";;;\"",
                "0\\;\\;\\;",
                "0\";\"\";\"",
                "[$¥]0;[$¥]-0",
                "[$¥];[$¥];[$¥];[$¥]",
                "\\\";0;0;0\"",
                "0;0\\",
            })
    void showsWhatHasAPlace(String code) {
        assertThat(hidden(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "';;;' | +-0T",
                "';;' | +-0",
                "';' | +-0",
                "'0;;;' | -0T",
                "'0;' | -",
                "'0;;' | -0",
                "';-0;0;@' | +",
                "';-0' | +0",
                "';-0;0' | +",
                "'0;-0;;@' | 0",
                "'0;-0;0;' | T",
                "' ; ; ; ' | +-0T",
                "'[Red];[=1];[White];[$-804]' | +-0T",
                "'_);_);_);_-' | +-0T",
                "'\"  \";\"\";\" \";\"\"' | +-0T",
                "'\\;;;;' | -0T",
                "'\";\";;;' | -0T",
                "'0\\\";;;\"' | -0",
            })
    void tellsWhatASectionHides(String code, String hidden) {
        assertThat(hidden(code)).isEqualTo(hidden);
    }

    @Test
    void hidesNothingWhereAFileLeavesTheCodeOut() {
        CellFormat date = CellFormat.of(14, null);
        assertThat(date.wear()).isEqualTo(NumberText.Wear.DATE);
        assertThat(date).isEqualTo(new CellFormat(NumberText.Wear.DATE, null, false, false, false, false));
    }

    @Test
    void keepsWhatANumberWears() {
        assertThat(CellFormat.of(200, "yyyy-mm-dd").wear()).isEqualTo(NumberText.Wear.DATE);
        assertThat(CellFormat.of(200, "0%;-0%").wear()).isEqualTo(NumberText.Wear.PERCENT);
    }
}
