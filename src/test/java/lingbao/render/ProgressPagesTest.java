package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.aggregate.ProgressContent;
import lingbao.domain.PeriodKind;
import lingbao.render.PrintedWords.Word;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressPagesTest {

    /** Below it stand the hash and the page number. */
    private static final float FOOT_OF_THE_PAGE = 540;

    private static final ReportPages PAGES = new ReportPages(SomeQuota.FORMS, Map.of());

    @Test
    void printsEveryHeadingAndTheFirstSentence() {
        String text = PrintedWords.joined(pdf(SomeQuota.ofUnits(4)));

        assertThat(text)
                .contains(
                        "云溪区2020年安全生产培训考核指标完成情况表（截至6月30日）",
                        "填报单位（盖章）：云溪区",
                        "统计时段：2020年6月",
                        "第1版",
                        "截至6月30日，时间进度49.7%，总完成率58.7%，2个单位滞后（长河街道、䶮浦街道）。",
                        "企业主要负责人（名）",
                        "安全生产管理人员（名）",
                        "其他从业人员（名）",
                        "合计（名）",
                        "备注",
                        "一、完成率与序时进度对照",
                        "二、与计划目标对照",
                        "三、重点对象培训情况",
                        "四、培训机构报送情况",
                        "五、核查发现",
                        "六、本表未能反映的情况",
                        "单位负责人：",
                        "审核人：",
                        "填报人：",
                        "联系电话：",
                        "报出时间：",
                        "数据校验码：" + SomeQuota.ofUnits(4).figuresHash());
    }

    @Test
    void printsEveryCellOfEveryTableAndList() {
        PageText page = PageText.of(SomeQuota.ofUnits(4), 2, SomeQuota.changes(), SomeQuota.FORMS);
        String text = PrintedWords.joined(PAGES.pdf(SomeQuota.ofUnits(4), 2, SomeQuota.changes()));

        for (FigureTable table : page.tables()) {
            for (FigureTable.Line line : table.lines()) {
                assertThat(text)
                        .contains(drawn(
                                line.number(),
                                line.name(),
                                line.cells().stream().map(PrintedValue::text).collect(Collectors.joining()),
                                line.note()));
            }
        }
        for (PagePart part : page.parts()) {
            if (part instanceof PrintedList list) {
                for (List<PrintedValue> row : list.rows()) {
                    String[] cells = row.stream().map(PrintedValue::text).toArray(String[]::new);
                    assertThat(text)
                            .contains(
                                    list.dataset().equals("findings")
                                            ? drawn(Arrays.copyOfRange(cells, 1, cells.length))
                                            : drawn(cells));
                }
            }
        }
        page.bars().forEach(bar -> assertThat(text)
                .contains(drawn(bar.name(), bar.done().text(), bar.schedule().text(), bar.state())));
        page.passages().forEach((name, passage) -> assertThat(text).as(name).contains(drawn(passage)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 40})
    void breaksNoWordOfAHeading(int units) {
        List<String> lines = PrintedWords.of(pdf(SomeQuota.ofUnits(units))).stream()
                .map(Word::text)
                .toList();
        List<String> almost = PrintedWords.of(pdf(SomeQuota.almostDone())).stream()
                .map(Word::text)
                .toList();

        for (List<String> printed : List.of(lines, almost)) {
            assertThat(printed)
                    .contains("序号", "指标", "完成", "完成率", "(%)", "超(+)", "欠(−)序时", "(百分点)", "日均", "需完成", "排名")
                    .containsAnyOf("企业主要负责人（名）", "企业主要负责人")
                    .containsAnyOf("安全生产管理人员（名）", "安全生产管理人员");
        }
    }

    @Test
    void repeatsTheHeadingsOnEachPageOfALongTable() {
        List<Word> words = PrintedWords.of(pdf(SomeQuota.ofUnits(40)));
        List<Integer> pages = words.stream()
                .filter(word -> word.text().equals("欠(−)序时"))
                .map(Word::page)
                .distinct()
                .toList();

        assertThat(pages).hasSizeGreaterThan(2).startsWith(1, 2, 3);
        List<Float> first = columns(words, 1);
        assertThat(first).hasSize(18);
        pages.forEach(page -> assertThat(columns(words, page)).isEqualTo(first));
    }

    @Test
    void standsEveryNumberUnderItsHeading() {
        List<Word> words = PrintedWords.of(pdf(SomeQuota.ofUnits(4)));
        List<Float> columns = columns(words, 1);
        Word total = words.stream()
                .filter(word -> word.text().equals("合计"))
                .findFirst()
                .orElseThrow();
        List<Word> numbers = words.stream()
                .filter(word -> word.page() == 1 && Math.abs(word.y() - total.y()) < 1 && word.left() > total.right())
                .toList();

        assertThat(numbers)
                .extracting(Word::text)
                .startsWith(
                        "280", "162", "57.9", "320", "186", "58.1", "20,000", "11,745", "58.7", "20,600", "3,023",
                        "12,093", "58.7", "49.7", "+9.0", "—", "47", "16,124");
        for (int column = 0; column < columns.size(); column++) {
            float right = numbers.get(column).right();
            assertThat(right).isGreaterThan(columns.get(column) - 1);
            assertThat(column + 1 == columns.size() || right < columns.get(column + 1))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12})
    void leavesNoHeadingAloneAtThePageFoot(int units) {
        List<Word> words = PrintedWords.of(PAGES.pdf(SomeQuota.ofUnits(units), 2, SomeQuota.changes()));

        List<Word> sections = words.stream()
                .filter(word -> word.left() < 45 && word.text().matches("[一二三四五六七]、.+"))
                .toList();
        assertThat(sections).hasSize(7);
        for (Word section : sections) {
            assertThat(words)
                    .as("a line under %s and its headings on page %d", section.text(), section.page())
                    .anyMatch(word -> word.page() == section.page()
                            && word.y() < FOOT_OF_THE_PAGE
                            && word.y() > section.y() + 35);
        }
    }

    @Test
    void neverRoundsAnUnfinishedUnitUpToAllOfItsQuota() {
        ProgressContent almost = SomeQuota.almostDone();
        PageText page = PageText.of(almost, 1, List.of(), SomeQuota.FORMS);

        assertThat(PrintedWords.joined(pdf(almost)).replace(drawn(page.head().notes()), ""))
                .contains("总完成率99.9%", "其他从业人员完成99.9%")
                .doesNotContain("100.0");
        assertThat(page.figures().lines()).allSatisfy(line -> assertThat(line.cells())
                .extracting(PrintedValue::text)
                .contains("99.9")
                .doesNotContain("100.0"));
    }

    @Test
    void printsMoreThanTheQuotaAsItIs() {
        assertThat(PrintedWords.joined(pdf(SomeQuota.ofUnits(4)))).contains("108.049.7超前58.3个百分点");
    }

    @Test
    void namesWhatThePrintedQuotaDoesNotAddUpTo() {
        assertThat(PrintedWords.joined(pdf(SomeQuota.ofUnits(4))))
                .contains("原表印26,000，核算20,600", "考核指标原表不平衡：合计原表印26,000，核算20,600；本表按核算数计算");
        assertThat(PrintedWords.joined(pdf(SomeQuota.ofUnits(5)))).doesNotContain("原表印");
    }

    @Test
    void saysWhatWouldStillBeMissingWhenEveryQuotaIsFilled() {
        assertThat(PrintedWords.joined(pdf(SomeQuota.ofUnits(4))))
                .contains("即使全部完成，仍差企业主要负责人20名、其他从业人员10,000名", "全年培训不少于20000人次计划三(二)20,0009,99910,001——");
    }

    @Test
    void saysThatNothingWasReceivedAndPrintsNoZeroForIt() {
        ProgressContent silence = SomeQuota.ofSilence();

        assertThat(PrintedWords.joined(pdf(silence)))
                .contains("截至6月30日，未收到任何报表，各项情况不明。", "未收到考核指标。", "未报本月台账")
                .doesNotContain("滞后");
        assertThat(PageText.of(silence, 1, List.of(), SomeQuota.FORMS).tables())
                .flatExtracting(FigureTable::lines)
                .flatExtracting(FigureTable.Line::cells)
                .extracting(PrintedValue::text)
                .containsOnly("未报", "—", "49.7");
    }

    @Test
    void tellsWhatAnEarlierEditionSaidAndNothingOfItInTheFirst() {
        String second = PrintedWords.joined(PAGES.pdf(SomeQuota.ofUnits(4), 2, SomeQuota.changes()));

        assertThat(second)
                .contains(
                        "本件为第2版",
                        "七、与上一版相比",
                        "1西兴街道企业主要负责人完成3839",
                        "完成率(%)54.355.7",
                        "超(+)欠(−)序时(百分点)+4.6+6.0",
                        "4合计指标—20,600");
        assertThat(PrintedWords.joined(pdf(SomeQuota.ofUnits(4)))).doesNotContain("上一版");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 7, 12})
    void fitsTheNoticeOnOneUprightPage(int units) throws IOException {
        byte[] pdf = pdf(SomeQuota.ofUnits(units));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Boolean> upright = new ArrayList<>();
            document.getPages()
                    .forEach(page -> upright.add(page.getRotation() % 180 == 0
                            && page.getMediaBox().getWidth()
                                    < page.getMediaBox().getHeight()));
            assertThat(upright.subList(0, upright.size() - 1)).containsOnly(false);
            assertThat(upright.get(upright.size() - 1)).isTrue();
            int last = document.getNumberOfPages();
            List<Word> words = PrintedWords.of(pdf).stream()
                    .filter(word -> word.page() == last)
                    .toList();
            String text = words.stream().map(Word::text).collect(Collectors.joining());
            assertThat(text).contains("一、总体情况", "二、各单位进度", "三、存在问题", "四、工作要求", "— 1 —");
            for (FigureTable.Line line : PageText.of(SomeQuota.ofUnits(units), 1, List.of(), SomeQuota.FORMS)
                    .figures()
                    .lines()) {
                assertThat(text).contains(line.total() ? "" : drawn(line.name()));
            }
            assertThat(words)
                    .filteredOn(word -> !word.text().contains("— 1 —"))
                    .allSatisfy(word -> assertThat(word.left()).isGreaterThan(78))
                    .allSatisfy(word -> assertThat(word.right()).isLessThan(529))
                    .allSatisfy(word -> assertThat(word.y()).isBetween(105f, 745f));
        }
    }

    @Test
    void keepsTheNoticesTextLargeWhileTheRankingMayGiveWay() {
        List<Word> words = PrintedWords.of(pdf(SomeQuota.ofUnits(4, PeriodKind.YEAR)));
        Word first = words.stream()
                .filter(word -> word.text().contains("截至12月31日，考核指标"))
                .findFirst()
                .orElseThrow();

        assertThat((first.right() - first.left()) / widthInEms(first.text())).isCloseTo(16f, within(1f));
    }

    @Test
    void leavesTheMonthsSendersOutOfAYearsReport() {
        assertThat(PrintedWords.joined(pdf(SomeQuota.ofUnits(4, PeriodKind.YEAR))))
                .contains("云溪区2020年安全生产培训考核指标完成情况表（截至12月31日）", "各月的报送情况见各月的报表", "时间进度100.0%", "考核年度已结束")
                .doesNotContain("未报台账");
    }

    @Test
    void embedsEveryFont() throws IOException {
        Set<String> fonts = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(pdf(SomeQuota.ofUnits(4)))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName().substring(font.getName().indexOf('+') + 1));
                }
            }
        }
        assertThat(fonts)
                .containsExactly("NotoSansSC-Bold", "NotoSansSC-Regular", "NotoSerifSC-Bold", "NotoSerifSC-Regular");
    }

    @Test
    void givesTheSameBytesForTheSameContentOnEveryMachine() {
        TimeZone before = TimeZone.getDefault();
        byte[] pdf = pdf(SomeQuota.ofUnits(12));
        byte[] xlsx = PAGES.xlsx(SomeQuota.ofUnits(12), 1, List.of());
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(Arrays.equals(pdf(SomeQuota.ofUnits(12)), pdf)).as("PDF").isTrue();
            assertThat(Arrays.equals(PAGES.xlsx(SomeQuota.ofUnits(12), 1, List.of()), xlsx))
                    .as("workbook")
                    .isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static byte[] pdf(ProgressContent content) {
        return PAGES.pdf(content, 1, List.of());
    }

    /** As {@link PrintedWords#joined} gives a row of cells. */
    private static String drawn(String... cells) {
        return String.join("", cells).replaceAll("[\\s　]", "").replace("𠮷", "〔U+20BB7〕");
    }

    /** The centres of the figures' headings on a page of the table, from left to right; a heading on three lines is one. */
    private static List<Float> columns(List<Word> words, int page) {
        float middle = words.stream()
                .filter(word -> word.page() == page && word.text().equals("欠(−)序时"))
                .findFirst()
                .orElseThrow()
                .y();
        List<Float> centres = new ArrayList<>();
        words.stream()
                .filter(word -> word.page() == page && Math.abs(word.y() - middle) < 16)
                .filter(word -> !Set.of("序号", "单位", "备注").contains(word.text()))
                .map(Word::centre)
                .sorted()
                .forEach(centre -> {
                    if (centres.isEmpty() || centre - centres.get(centres.size() - 1) > 8) {
                        centres.add(centre);
                    }
                });
        return centres;
    }

    private static float widthInEms(String text) {
        return (float) text.codePoints()
                .mapToDouble(character -> character < 0x100 ? 0.5 : 1)
                .sum();
    }
}
