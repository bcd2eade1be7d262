package lingbao.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaSignTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\t1",
                "\r1",
                "\n1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                "  =1",
                "\u3000=1",
                "\u00a0=1",
                "\ufeff=1",
                "\"=1",
                "'=1",
                "''=1",
                "“=1",
                "-"
            })
    void isDefusedAndComesBackAsItWas(String dangerous) {
        assertThat(FormulaSign.defused(dangerous)).isEqualTo("'" + dangerous);
        assertThat(FormulaSign.restored(FormulaSign.defused(dangerous))).isEqualTo(dangerous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1", "三1", "'110105", "'", "''", "咳嗽=", "0571-88881234", " 1"})
    void leavesAloneWhatIsNoFormula(String plain) {
        assertThat(FormulaSign.defused(plain)).isEqualTo(plain);
        assertThat(FormulaSign.restored(plain)).isEqualTo(plain);
    }

    @Test
    void aTabBehindAnApostropheIsNotTakenForOneThatWasPutThere() {
        assertThat(FormulaSign.restored(FormulaSign.defused("'\t1"))).isEqualTo("'\t1");
        assertThat(FormulaSign.restored(FormulaSign.defused("\t1"))).isEqualTo("\t1");
    }
}
