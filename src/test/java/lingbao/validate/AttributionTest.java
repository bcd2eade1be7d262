package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.domain.Severity;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final Period DAY = new Period(PeriodKind.DAY, LocalDate.of(2020, 6, 17));
    private static final Period NEXT = new Period(PeriodKind.DAY, LocalDate.of(2020, 6, 18));
    private static final Finding CONFLICT = Finding.ofSheet(FindingCode.PERIOD_CONFLICT, "表1", "");

    private static final Attribution SAID = new Attribution(null, "3301900101", DAY, 2, List.of(CONFLICT));

    private static boolean saysTheSame(String code, Period period, int batch, Finding... findings) {
        return SAID.saysTheSameAs(new Attribution(null, code, period, batch, List.of(findings)));
    }

    @Test
    void comparesSenderPeriodBatchAndErrors() {
        assertThat(saysTheSame("3301900101", DAY, 2, CONFLICT)).isTrue();
        assertThat(saysTheSame("3301900102", DAY, 2, CONFLICT)).isFalse();
        assertThat(saysTheSame("3301900101", NEXT, 2, CONFLICT)).isFalse();
        assertThat(saysTheSame("3301900101", DAY, 3, CONFLICT)).isFalse();
        assertThat(saysTheSame("3301900101", DAY, 2)).isFalse();
    }

    @Test
    void passesWarningsOver() {
        Finding warning =
                Finding.ofSheet(FindingCode.INSTITUTION_CONFLICT, "表1", "").weighed(Severity.WARNING);
        assertThat(saysTheSame("3301900101", DAY, 2, CONFLICT, warning)).isTrue();
        assertThat(saysTheSame(
                        "3301900101", DAY, 2, CONFLICT, Finding.ofSheet(FindingCode.INSTITUTION_CONFLICT, "表1", "")))
                .isFalse();
    }
}
