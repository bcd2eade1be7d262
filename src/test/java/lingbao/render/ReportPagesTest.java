package lingbao.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lingbao.aggregate.InstitutionDay;
import lingbao.aggregate.StateContent;
import lingbao.render.PrintedWords.Word;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPagesTest {

    /** Below it stand the hash and the page number. */
    private static final float FOOT_OF_THE_PAGE = 540;

    private static final ReportPages PAGES = new ReportPages(SomeDay.FORMS, Map.of());

    @Test
    void printsEveryHeadingAndTheFirstSentence() {
        String text = PrintedWords.joined(PAGES.pdf(SomeDay.ofTheDistrict(), 1, List.of()));

        assertThat(text)
                .contains(
                        "云溪区新冠肺炎疫情防控情况日报表（零报告）",
                        "填报单位（盖章）：云溪区",
                        "统计时段：2020年6月17日",
                        "第1版",
                        "单位：个、人",
                        "截至6月17日10时00分，应报24家，实报21家（按时18、迟报3）；零报告15家，空表3家；" + "发热6人，其他症状3人，因病缺勤9人；未报3家，情况不明（名单附后）。",
                        "序号",
                        "街道（单位）",
                        "报送情况（个）",
                        "其中零报告",
                        "健康监测（人）",
                        "其他症状",
                        "到岗到课（人）",
                        "因病缺勤",
                        "消毒通风（个）",
                        "消毒未达标",
                        "通风未报",
                        "备注",
                        "合计",
                        "一、未报、迟报单位名单",
                        "二、核查发现",
                        "三、线索",
                        "四、各单位报送情况",
                        "五、本表未能反映的情况",
                        "单位负责人：",
                        "审核人：",
                        "填报人：",
                        "联系电话：",
                        "报出时间：",
                        "数据校验码：" + SomeDay.ofTheDistrict().figuresHash());
    }

    @Test
    void standsEveryGroupOverItsColumnsAndRepeatsThemOnEachPageOfALongTable() {
        byte[] pdf = PAGES.pdf(SomeDay.ofTheSubdistrict(120), 1, List.of());
        List<Word> words = PrintedWords.of(pdf);
        List<Integer> tablePages = words.stream()
                .filter(word -> word.text().equals("报送情况（个）") && word.y() < 250)
                .map(Word::page)
                .distinct()
                .toList();

        assertThat(tablePages).hasSizeGreaterThan(5).startsWith(1, 2, 3, 4, 5);
        List<Float> columnsOfTheFirstPage = columns(words, 1);
        assertThat(columnsOfTheFirstPage).hasSize(20);
        for (int page : tablePages) {
            assertThat(columns(words, page)).as("page %d", page).isEqualTo(columnsOfTheFirstPage);
            standsOver(words, page, "报送情况（个）", columnsOfTheFirstPage.subList(0, 6));
            standsOver(words, page, "健康监测（人）", columnsOfTheFirstPage.subList(6, 11));
            standsOver(words, page, "到岗到课（人）", columnsOfTheFirstPage.subList(11, 14));
            standsOver(words, page, "消毒通风（个）", columnsOfTheFirstPage.subList(14, 20));
        }
    }

    @Test
    void standsEveryNumberUnderItsHeading() {
        List<Word> words = PrintedWords.of(PAGES.pdf(SomeDay.ofTheDistrict(), 1, List.of()));
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
                .containsExactly(
                        "24", "21", "3", "15", "3", "3", "4,626", "4,518", "6", "3", "3", "5,460", "5,355", "9", "18",
                        "0", "6", "17", "1", "6");
        for (int column = 0; column < numbers.size(); column++) {
            float right = numbers.get(column).right();
            assertThat(right).isGreaterThan(columns.get(column) - 1);
            assertThat(column + 1 == columns.size() || right < columns.get(column + 1))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 24})
    void leavesNoHeadingAloneAtThePageFoot(int institutions) {
        List<Word> words = PrintedWords.of(PAGES.pdf(SomeDay.ofTheSubdistrict(institutions), 1, List.of()));

        List<Word> sections = words.stream()
                .filter(word -> word.left() < 45 && word.text().matches("[一二三四]、.+"))
                .toList();
        assertThat(sections).hasSize(4);
        for (Word section : sections) {
            assertThat(words)
                    .as("a line under %s and its headings on page %d", section.text(), section.page())
                    .anyMatch(word -> word.page() == section.page()
                            && word.y() < FOOT_OF_THE_PAGE
                            && word.y() > section.y() + (word.text().equals("无。") ? 15 : 35));
        }
    }

    @Test
    void printsEveryInstitutionWhole() {
        StateContent content = SomeDay.ofTheSubdistrict(120);
        String text = PrintedWords.joined(PAGES.pdf(content, 1, List.of()));

        for (InstitutionDay day : content.institutions()) {
            assertThat(text).contains(day.institution().name().replace("𠮷", "〔U+20BB7〕"));
        }
    }

    @Test
    void printsEveryCellOfEveryList() {
        PageText page = PageText.of(SomeDay.ofTheDistrict(), 1, List.of(), SomeDay.FORMS);
        String text = PrintedWords.joined(PAGES.pdf(SomeDay.ofTheDistrict(), 1, List.of()));

        assertThat(text).contains("序号街道单位情况报表收到时间", "序号街道单位说明", "序号街道单位类别状态时效收到时间未计入行", "事项说明");
        for (PagePart part : page.parts()) {
            if (part instanceof PrintedList list && !list.dataset().equals("changes")) {
                for (List<PrintedValue> row : list.rows()) {
                    String[] cells = row.stream().map(PrintedValue::text).toArray(String[]::new);
                    assertThat(text)
                            .contains(
                                    Set.of("findings", "leads").contains(list.dataset())
                                            ? drawn(Arrays.copyOfRange(cells, 1, cells.length))
                                            : drawn(cells))
                            .contains(drawn(cells[0]));
                }
            }
        }
        page.figures().lines().forEach(line -> assertThat(text)
                .contains(drawn(
                        line.number(),
                        line.name(),
                        line.cells().stream().map(PrintedValue::text).collect(Collectors.joining()),
                        line.note())));
    }

    @Test
    void printsRareCharactersAndNamesThoseThatNoFontHas() {
        String text = PrintedWords.joined(PAGES.pdf(SomeDay.ofTheDistrict(), 1, List.of()));

        assertThat(text).contains("西门云溪区㙓山职业培训学校", "西门䶮城技能评价中心", "西门〔U+20BB7〕祥街道幼儿园");
    }

    @Test
    void embedsEveryFont() throws IOException {
        Set<String> fonts = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(PAGES.pdf(SomeDay.ofTheDistrict(), 1, List.of()))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName().substring(font.getName().indexOf('+') + 1));
                }
            }
        }
        assertThat(fonts).containsExactly("NotoSansSC-Bold", "NotoSansSC-Regular", "NotoSerifSC-Bold");
    }

    @Test
    void saysThatNothingWasReceivedAndPrintsNoZeroForIt() {
        StateContent silence = SomeDay.ofSilence();
        String text = PrintedWords.joined(PAGES.pdf(silence, 1, List.of()));

        assertThat(text).contains("截至6月17日10时00分，未收到任何报表，各项情况不明。");
        assertThat(text).doesNotContain("发热0", "零报告0", "因病缺勤0");
        FigureTable.Line total = lines(silence).get(3);
        assertThat(total.cells())
                .extracting(PrintedValue::text)
                .containsExactly(
                        "24", "0", "—", "—", "—", "24", "未报", "未报", "未报", "未报", "未报", "未报", "未报", "未报", "未报", "未报",
                        "24", "未报", "未报", "24");
    }

    @Test
    void doesNotReadABlankSheetOrASilentInstitutionAsZero() {
        List<FigureTable.Line> lines = lines(SomeDay.ofTheSubdistrict(8));

        assertThat(lines.get(1).cells().subList(6, 14))
                .extracting(PrintedValue::text)
                .containsOnly("未报");
        assertThat(lines.get(2).cells().subList(6, 11))
                .extracting(PrintedValue::text)
                .containsOnly("空表");
        assertThat(lines.get(5).cells().subList(14, 16))
                .extracting(PrintedValue::text)
                .containsOnly("未报");
        assertThat(lines.get(0).cells().get(8).value()).isEqualTo(0);
    }

    @Test
    void leavesOutAGroupThatNobodyCollectsAndFillsItsPlace() {
        StateContent whole = SomeDay.ofTheDistrict();
        StateContent part = SomeDay.withFigures(
                whole,
                whole.figureIds().stream()
                        .filter(id -> !id.startsWith("disinfection") && !id.startsWith("ventilation"))
                        .toList());
        List<Word> wholeWords = PrintedWords.of(PAGES.pdf(whole, 1, List.of()));
        List<Word> partWords = PrintedWords.of(PAGES.pdf(part, 1, List.of()));

        assertThat(headings(partWords, 1)).doesNotContain("消毒通风（个）", "当日新增（例）");
        assertThat(word(partWords, 1, "备注").centre())
                .isCloseTo(word(wholeWords, 1, "备注").centre(), within(0.5f));
        float between =
                word(partWords, 1, "备注").centre() - word(partWords, 1, "因病缺勤").right();
        assertThat(between).isLessThan(60);
        assertThat(PrintedWords.joined(PAGES.pdf(part, 1, List.of()))).contains("没有收集、未列入本表：当日新增（例）、消毒通风（个）");
    }

    @Test
    void namesTheSilentAndTheLateByRegion() {
        PagePart part = PageText.of(SomeDay.ofTheDistrict(), 1, List.of(), SomeDay.FORMS)
                .parts()
                .get(0);
        List<Map<String, String>> silent = part.records().stream()
                .filter(entry -> "西门街道".equals(entry.get("region")))
                .toList();

        assertThat(part.dataset()).isEqualTo("silent");
        assertThat(silent)
                .extracting(
                        entry -> entry.get("institution"),
                        entry -> entry.get("state"),
                        entry -> entry.get("receivedAt"))
                .containsExactly(
                        tuple("西门=青松电工培训班", "未报", "—"),
                        tuple("西门䶮城技能评价中心", "未报", "—"),
                        tuple("西门云溪区第一实验小学", "迟报", "6月17日 09:30:01"));
        assertThat(silent.get(1)).containsEntry("forms", "健康监测表、出勤与因病缺勤表、消毒通风表");
    }

    @Test
    void givesTheSameBytesForTheSameContentOnEveryMachine() {
        StateContent content = SomeDay.ofTheDistrict();
        TimeZone before = TimeZone.getDefault();
        byte[] pdf = PAGES.pdf(content, 1, List.of());
        byte[] xlsx = PAGES.xlsx(content, 1, List.of());
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(Arrays.equals(PAGES.pdf(content, 1, List.of()), pdf))
                    .as("PDF")
                    .isTrue();
            assertThat(Arrays.equals(PAGES.xlsx(content, 1, List.of()), xlsx))
                    .as("workbook")
                    .isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(Arrays.equals(PAGES.pdf(content, 2, List.of()), pdf))
                .as("another edition")
                .isFalse();
    }

    @Test
    void tellsWhatAnEarlierEditionSaidAndNothingOfItInTheFirst() {
        StateContent content = SomeDay.ofTheDistrict();

        assertThat(PrintedWords.joined(PAGES.pdf(content, 2, SomeDay.changes())))
                .contains(
                        "本件为第2版，与上一版的不同之处见文末。",
                        "六、与上一版相比",
                        "序号单位指标上一版本版",
                        "1西门街道报送情况：实报67",
                        "2西门街道健康监测：发热12",
                        "3云溪区健康监测：已就诊—3");
        assertThat(PrintedWords.joined(PAGES.pdf(content, 2, List.of()))).contains("表列数字与上一版相同");
        assertThat(PrintedWords.joined(PAGES.pdf(content, 1, List.of()))).doesNotContain("上一版");
    }

    @Test
    void refusesHomeTemplatesThatDoNotCompileAndNamesThemAll() {
        byte[] noXml = "<jasperReport".getBytes(StandardCharsets.UTF_8);
        byte[] unknownField = shipped().replace("$F{state}", "$F{mood}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new ReportPages(Map.of(), Map.of("a", noXml, "b", unknownField)))
                .isInstanceOfSatisfying(BrokenTemplateException.class, broken -> assertThat(broken.faults())
                        .hasSize(2)
                        .satisfies(faults -> assertThat(faults.get(0)).contains("report-templates/a.jrxml"))
                        .satisfies(faults -> assertThat(faults.get(1)).contains("report-templates/b.jrxml", "mood")));
    }

    @Test
    void laysOutOnTheHomeTemplateInPlaceOfTheShippedOne() {
        byte[] home = shipped().replace("五、本表未能反映的情况", "五、附记").getBytes(StandardCharsets.UTF_8);
        ReportPages pages = new ReportPages(SomeDay.FORMS, Map.of("zero-report", home));

        assertThat(PrintedWords.joined(pages.pdf(SomeDay.ofTheDistrict(), 1, List.of())))
                .contains("五、附记")
                .doesNotContain("五、本表未能反映的情况");
    }

    @Test
    void keepsATemplateFromReachingForTheMachine() {
        byte[] home = shipped()
                .replace(
                        "<expression><![CDATA[$P{lead}]]></expression>",
                        "<expression><![CDATA[System.getProperty(\"user.home\")]]></expression>")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new ReportPages(SomeDay.FORMS, Map.of("zero-report", home))
                        .pdf(SomeDay.ofTheDistrict(), 1, List.of()))
                .hasStackTraceContaining("java.lang.System");
    }

    /** As {@link PrintedWords#joined} gives a row of cells. */
    private static String drawn(String... cells) {
        return String.join("", cells).replaceAll("[\\s　]", "").replace("𠮷", "〔U+20BB7〕");
    }

    private static List<FigureTable.Line> lines(StateContent content) {
        return PageText.of(content, 1, List.of(), SomeDay.FORMS).figures().lines();
    }

    /** The centres of the figures' headings on a page, from left to right; a heading on two lines is one. */
    private static List<Float> columns(List<Word> words, int page) {
        float top = word(words, page, "报送情况（个）").y();
        List<Float> centres = new ArrayList<>();
        words.stream()
                .filter(word -> word.page() == page && word.y() > top + 8 && word.y() < top + 40)
                .filter(word -> !Set.of("序号", "街道（单位）", "备注").contains(word.text()))
                .map(Word::centre)
                .sorted()
                .forEach(centre -> {
                    if (centres.isEmpty() || centre - centres.get(centres.size() - 1) > 5) {
                        centres.add(centre);
                    }
                });
        return centres;
    }

    private static void standsOver(List<Word> words, int page, String group, List<Float> columns) {
        float middle = (columns.get(0) + columns.get(columns.size() - 1)) / 2;
        assertThat(word(words, page, group).centre())
                .as("%s on page %d", group, page)
                .isCloseTo(middle, within(8f));
    }

    private static List<String> headings(List<Word> words, int page) {
        float top = word(words, page, "报送情况（个）").y();
        return words.stream()
                .filter(word -> word.page() == page && Math.abs(word.y() - top) < 30)
                .map(Word::text)
                .toList();
    }

    private static Word word(List<Word> words, int page, String text) {
        return words.stream()
                .filter(word -> word.page() == page && word.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not on page " + page));
    }

    private static String shipped() {
        try (InputStream jrxml =
                ReportPagesTest.class.getClassLoader().getResourceAsStream("report-templates/zero-report.jrxml")) {
            assertThat(jrxml).isNotNull();
            return new String(jrxml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
