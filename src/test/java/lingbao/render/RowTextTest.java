package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import lingbao.domain.FormulaSign;
import org.junit.jupiter.api.Test;

class RowTextTest {

    private static final List<String> DANGEROUS = List.of(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            "＋1",
            "－1",
            "＠1",
            " =1",
            "\"=1\"",
            "'=1",
            "=\"a\"&B1");

    @Test
    void noTextIsAFormulaToExcelAndEachIsReadBackAsItWas() throws Exception {
        StringWriter written = new StringWriter();
        try (RowText text = new RowText(written)) {
            for (String dangerous : DANGEROUS) {
                text.add(List.of("甲", dangerous));
            }
        }

        // Beginnings of cells, quoted or not.
        assertThat(written.toString()).doesNotContainPattern("[,\n]\"?[\\s\"]*[=+@\t\r＝＋－＠-]");
        List<String[]> records;
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(written.toString()))
                .withKeepCarriageReturn(true)
                .build()) {
            records = reader.readAll();
        }
        assertThat(records)
                .extracting(record -> FormulaSign.restored(record[1]))
                .isEqualTo(DANGEROUS);
    }

    @Test
    void whatIsNoTextStaysAsItIs() {
        StringWriter written = new StringWriter();
        try (RowText text = new RowText(written)) {
            text.add(Arrays.asList(
                    new BigDecimal("-1.5"),
                    -3,
                    null,
                    true,
                    LocalDate.of(2020, 6, 17),
                    LocalTime.of(8, 5),
                    "138****5678",
                    "0571-88881234",
                    "三1, \"甲\""));
        }
        assertThat(written.toString())
                .isEqualTo("-1.5,-3,,是,2020-06-17,08:05,138****5678,0571-88881234,\"三1, \"\"甲\"\"\"\n");
    }
}
