package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import lingbao.run.Launcher.Ended;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a formula, a script, a template or SQL looks like is a text from the sheet to the page, and comes out as it went in. */
class InertTextsTest {

    private static final List<String> TEXTS = List.of(
            "=cmd|'/c calc'!A1",
            "+1班",
            "-1班",
            "@SUM(A1)",
            "＝1+1",
            "<script>alert(1)</script>",
            "<b>一班</b>",
            "&amp;&lt;",
            "${7*7}",
            "$P{x}",
            "$F{name}",
            "$V{PAGE_NUMBER}",
            "#{1+1}",
            "#1班",
            "%n%s%d",
            "{institution}",
            "'; drop table form_attendance; --",
            "' or '1'='1",
            "a\\班");

    /** One character that no font at hand has, and one of the private use area. */
    private static final String RARE = "𠮷祥\uE863班";

    @Test
    void staysAsItIsInEveryOutput(@TempDir Path folder) throws IOException {
        Desk desk = Desk.in(folder)
                .at("2020-06-17T09:00:00+08:00")
                .registered(Desk.REGIONS, Desk.INSTITUTIONS.replace("新程职业培训学校", "${7*7}<i>$P{x}</i>学校"));
        String rows = TEXTS.stream()
                .map(text -> "\"" + text.replace("\"", "\"\"") + "\",300,300,\"" + text.replace("\"", "\"\"") + "\"\n")
                .collect(Collectors.joining());
        Path sheet = desk.file("3301900101_2020-06-17.csv", "班级,应到人数,实到人数,缺勤原因\n" + rows + RARE + ",300,300,\n");

        Ended ingested = desk.call("ingest", sheet, "--json");

        assertThat(ingested.objects().get(0).at("/rows/accepted").asInt()).isEqualTo(TEXTS.size() + 1);
        assertThat(desk.call("export", "attendance", "--date", "2020-06-17", "--format", "json")
                        .objects())
                .extracting(row -> row.path("className").asString())
                .containsAll(TEXTS)
                .contains(RARE);
        assertThat(desk.call("export", "attendance", "--date", "2020-06-17").out())
                .contains(",'=cmd|'/c calc'!A1,", ",'+1班,", ",'-1班,", ",'@SUM(A1),", ",'＝1+1,")
                .contains("'; drop table form_attendance; --")
                .doesNotContainPattern("[,\n]\"?[=+@＝-]\\D");
        assertNothingCalculates(exported(desk, folder), TEXTS);

        Path out = folder.resolve("out");
        Ended run = desk.call("run", "zero-report", "--date", "2020-06-17", "--out", out);
        assertThat(run.status()).as(run.err()).isZero();
        String printed = textOf(out.resolve("zero-report-2020-06-17-330190001.pdf"));
        assertThat(printed).contains("${7*7}<i>$P{x}</i>学校");
        TEXTS.forEach(text -> assertThat(printed).contains("的" + text.replaceAll("\\s", "") + "应到300人"));
        assertThat(printed).contains("的〔U+20BB7〕祥〔U+E863〕班应到300人");
        assertNothingCalculates(out.resolve("zero-report-2020-06-17-330190001.xlsx"), List.of());
    }

    private static Path exported(Desk desk, Path folder) {
        Path xlsx = folder.resolve("export.xlsx");
        desk.call("export", "attendance", "--date", "2020-06-17", "--format", "xlsx", "--out", xlsx);
        return xlsx;
    }

    private static void assertNothingCalculates(Path xlsx, List<String> texts) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(xlsx))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    row.forEach(cell -> {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        if (cell.getCellType() == CellType.STRING) {
                            all.append(cell.getStringCellValue()).append('\n');
                            boolean opensAFormula = "=+-@＝".indexOf((cell.getStringCellValue() + " ").charAt(0)) >= 0;
                            assertThat(cell.getCellStyle().getQuotePrefixed() || !opensAFormula)
                                    .as(cell.getStringCellValue())
                                    .isTrue();
                        }
                    });
                }
            }
        }
        texts.forEach(text -> assertThat(all).contains(text + "\n"));
    }

    /** Without blanks and line breaks: a message wraps where it must. */
    private static String textOf(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
