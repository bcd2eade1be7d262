package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.domain.FindingCode;
import lingbao.domain.Period;
import lingbao.domain.Sender;
import lingbao.domain.Severity;
import lingbao.read.TitleCell;
import lingbao.run.CheckLine;

/** Any text above the heading: whose the sheet is and for when is what stands there, or nothing. A line is a row, a tab parts two cells. */
class AttributionFuzzTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 7, 1);
    private static final Catalogue CATALOGUE = new CatalogueReader().read(new DeclaredFiles(null));

    @DictionaryEntries({
        "3301900101",
        "3301900102",
        "新程职业培训学校",
        "青石第一小学",
        "单位：",
        "机构编码：",
        "填报单位（盖章）：",
        "填报日期：",
        "打印时间",
        "2020年6月17日",
        "2020-06-17",
        "20200617",
        "二〇二〇年六月十七日",
        "2020年6月",
        "第2批",
        "第二批",
        "健康监测表",
        "\\x09",
        "\\x0a",
        "云溪区"
    })
    @FuzzTest(maxDuration = "5m")
    void title(byte[] input) {
        List<TitleCell> titles = titles(new String(input, StandardCharsets.UTF_8));
        for (String id : List.of("health-check", "training-roster", "quota")) {
            Form form = CATALOGUE.form(id).orElseThrow();
            Attribution attribution = decided(form, titles);
            assertThat(decided(form, titles)).isEqualTo(attribution);
            isFounded(form, attribution, titles);

            List<TitleCell> more = with(titles, "请各单位认真填写");
            assertThat(decided(form, more).senderCode()).isEqualTo(attribution.senderCode());
            assertThat(decided(form, more).period()).isEqualTo(attribution.period());
            anotherDayIsAConflict(form, attribution, titles);
            anotherSenderIsAConflict(form, attribution, titles);
        }
    }

    private static void anotherDayIsAConflict(Form form, Attribution attribution, List<TitleCell> titles) {
        Period period = attribution.period();
        if (period != null && period.start().getYear() != 2019) {
            assertThat(decided(form, with(titles, "2019年1月1日")).period()).isNull();
        }
    }

    private static void anotherSenderIsAConflict(Form form, Attribution attribution, List<TitleCell> titles) {
        Sender sender = attribution.sender();
        if (sender != null && form.sender() == Form.Sender.INSTITUTION) {
            String other =
                    sender.code().equals(CheckLine.INSTITUTION) ? CheckLine.OTHER_INSTITUTION : CheckLine.INSTITUTION;
            assertThat(decided(form, with(titles, other)).sender()).isNull();
        }
    }

    private static List<TitleCell> with(List<TitleCell> titles, String another) {
        List<TitleCell> more = new ArrayList<>(titles);
        more.add(new TitleCell(titles.size() + 30, 0, another));
        return more;
    }

    private static void isFounded(Form form, Attribution attribution, List<TitleCell> titles) {
        String all = titles.stream().map(cell -> Writing.plain(cell.text())).collect(Collectors.joining("\n"));
        boolean conflict = attribution.findings().stream()
                .anyMatch(finding -> finding.code() == FindingCode.INSTITUTION_CONFLICT
                        || finding.code() == FindingCode.REGION_CONFLICT
                        || finding.code() == FindingCode.INSTITUTION_UNKNOWN);
        Sender sender = attribution.sender();
        if (sender != null) {
            assertThat(conflict).isFalse();
            if (form.sender() == Form.Sender.INSTITUTION) {
                // A spreadsheet takes the zeros off that a code begins with; a name may be a former one, which is told.
                String shortest = sender.code().replaceFirst("^0+", "");
                boolean renamed = attribution.findings().stream()
                        .anyMatch(finding -> finding.code() == FindingCode.INSTITUTION_RENAMED);
                assertThat(renamed || all.contains(shortest) || all.contains(sender.name()))
                        .as("the sender stands in the titles")
                        .isTrue();
            }
        } else {
            assertThat(attribution.findings()).isNotEmpty();
        }
        Period period = attribution.period();
        if (period == null) {
            assertThat(attribution.findings())
                    .anyMatch(finding -> finding.severity() == Severity.ERROR
                            && finding.code().name().startsWith("PERIOD_"));
        } else {
            assertThat(period.kind()).isEqualTo(form.period());
            assertThat(WrittenDate.arabic(all))
                    .contains(String.valueOf(period.start().getYear()));
        }
    }

    private static Attribution decided(Form form, List<TitleCell> titles) {
        return new AttributionDecision(CheckLine::register, TODAY, false)
                .decide(new AttributionDecision.Told(form, "表", "日报.xlsx", titles, null, null));
    }

    private static List<TitleCell> titles(String text) {
        List<TitleCell> titles = new ArrayList<>();
        String[] rows = text.split("\n", 20);
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split("\t", 20);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isBlank()) {
                    titles.add(new TitleCell(row + 1, column, cells[column]));
                }
            }
        }
        return titles;
    }
}
