package lingbao.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lingbao.domain.IgnoredRow.Reason;
import org.junit.jupiter.api.Test;

class IgnoredRowsTest {

    @Test
    void holdsWhatWasAddedInItsOrder() {
        Random random = new Random(7);
        List<IgnoredRow> plain = new ArrayList<>();
        IgnoredRows rows = new IgnoredRows();
        int row = 0;
        for (int count = 0; count < 1_000; count++) {
            row += random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
            IgnoredRow ignored = new IgnoredRow(row, random.nextInt(5) == 0 ? Reason.NOTE_ROW : Reason.BLANK_ROW);
            plain.add(ignored);
            rows.add(ignored);
        }
        assertThat(rows).isEqualTo(plain);
        assertThat(rows.stream().toList()).isEqualTo(plain);
    }
}
