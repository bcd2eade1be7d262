package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lingbao.run.Launcher.Ended;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells, headings, titles, names of sheets, files and institutions that would be a formula, a mark-up, a command to the
 * terminal or a second line of a log go in by each kind of file. Every output is then opened as its reader opens it.
 */
class InjectionTest {

    private static final String DAY = "2020-06-17";

    /** Visible texts: they come out as they went in. */
    private static final List<String> TEXTS = List.of(
            "=cmd|'/C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "＝1+1",
            "=HYPERLINK(\"http://x.example/?\"&A1)",
            "<b>x</b>",
            "<script>alert(1)</script>",
            "&lt;",
            "<style isBold=\"true\">x</style>",
            "$F{x}",
            "$P{x}",
            "]]>",
            "\"; DROP TABLE form_attendance",
            "${jndi:ldap://x}");

    /** Of what can't be seen each stands in a row of its own, since it may be refused. */
    private static final List<String> HIDDEN = List.of(
            "\t=1+1",
            "\r=1+1",
            "一\u001b[31m班",
            "一\r\n2020-06-17T00:00:00Z 00000000\n  lingbao.Forged",
            "一\u202e班",
            "一\u2028班",
            "\u200b=1+1");

    private static final String SCHOOL = "=cmd|'/C calc'!A0<b>${jndi:ldap://x}]]>学校";
    private static final String SHEET = "=1+1<b>&$F{x}";
    private static final String FILE = "3301900101_2020-06-17_=1+1<b>\u001b[31m\u202e\r\n已接收";
    private static final String OWN_FORMULA = "100+200";

    /** Of our templates. */
    private static final String RUNNING_NUMBER = "ROW\\(\\)-\\d+";

    @TempDir
    Path folder;

    private Path out = Path.of("");
    private Path sheets = Path.of("");

    @Test
    void nothingThatIsWrittenDoesAnythingButStandThere() throws Exception {
        out = Files.createDirectories(folder.resolve("out"));
        sheets = Files.createDirectories(folder.resolve("sheets"));
        Desk desk = Desk.in(folder)
                .at("2020-06-17T08:00:00+08:00")
                .registered(Desk.REGIONS, Desk.INSTITUTIONS.replace("新程职业培训学校", SCHOOL));
        fill();

        Path copies = out.resolve("copies");
        printed(desk.call("check", sheets, "--annotated", out.resolve("tried")));
        asTyped(desk.call("check", sheets, "--json", "--rows"));
        printed(desk.call("ingest", sheets, "--annotated", copies));
        objects(desk.call("ingest", sheets, "--json"));
        printed(desk.call("run", "zero-report", "--date", DAY, "--out", out));
        objects(desk.call("run", "zero-report", "--date", DAY, "--out", out, "--json"));
        printed(desk.call("status", "--date", DAY));
        objects(desk.call("status", "--date", DAY, "--json"));
        printed(desk.call("check", folder.resolve("no\u202e\u001b[2J")));
        printed(desk.call("run", "no\u202e\u001b[2J", "--date", DAY));
        printed(desk.call("export", "no\u202e\u001b[2J", "--date", DAY));
        printed(desk.call("no\u202e\u001b[2J"));
        wrongRegister(desk);
        for (String form : List.of("attendance", "health-check")) {
            for (String format : List.of("csv", "xlsx", "json")) {
                Path file = out.resolve(form + "." + format);
                printed(desk.call("export", form, "--date", DAY, "--format", format, "--out", file));
            }
        }
        for (String format : List.of("csv", "xlsx", "xls")) {
            Path file = out.resolve("template." + format);
            printed(desk.call("template", "attendance", "--institution", "3301900101", "--date", DAY, "--out", file));
        }

        assertThat(textsOf(out.resolve("attendance.xlsx"))).containsAll(TEXTS);
        assertThat(copies).isNotEmptyDirectory();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                switch (name.substring(name.lastIndexOf('.') + 1)) {
                    case "xlsx", "xls" -> workbook(file, out.equals(file.getParent()));
                    case "csv" -> text(file);
                    case "json" -> lines(Files.readString(file));
                    case "pdf" -> page(file);
                    default -> throw new AssertionError("an output of an unknown kind: " + file);
                }
            }
        }
    }

    private void fill() throws IOException {
        write(new XSSFWorkbook(), sheets.resolve(FILE + ".xlsx"), "3301900101");
        write(new HSSFWorkbook(), sheets.resolve("3301900102_2020-06-17.xls"), "3301900102");
        StringBuilder text = new StringBuilder("姓名,人员类别,班级,体温,症状,备注,=1+1\n");
        for (String each : Stream.concat(TEXTS.stream(), HIDDEN.stream()).toList()) {
            text.append("甲一,学员," + quoted(each) + ",36.5,无," + quoted(each) + ",\n");
            text.append("甲二," + quoted(each) + ",一班," + quoted(each) + ",无,," + quoted(each) + "\n");
        }
        Files.writeString(sheets.resolve("3301900101_2020-06-17_b.csv"), text);
    }

    /** Each text as a class and a reason, and in a column of numbers; a formula of the sender's own below. */
    private static void write(Workbook workbook, Path file, String institution) throws IOException {
        try (workbook;
                OutputStream bytes = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet(SHEET);
            row(sheet, "=1+1 <b>考勤统计表</b> \u202e " + institution);
            row(sheet, "班级", "应到人数", "实到人数", "缺勤原因", "=1+1<script>");
            for (String text : TEXTS) {
                row(sheet, text, "300", "300", text, text);
                row(sheet, "班" + text, text, "300", text);
            }
            for (String text : HIDDEN) {
                row(sheet, text, "300", "300", text);
                row(sheet, "班" + text, text, "300");
            }
            Row own = row(sheet, "末班", "300", "", "");
            own.getCell(2).setCellFormula(OWN_FORMULA);
            own.getCell(2).setCellValue(300);
            workbook.write(bytes);
        }
    }

    private static Row row(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (String cell : cells) {
            row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
        }
        return row;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** What a register holds wrongly is told to the operator. */
    private void wrongRegister(Desk desk) throws IOException {
        String rows = Stream.concat(TEXTS.stream(), HIDDEN.stream())
                .map(text -> "33019001" + text.length() + "," + quoted(text) + "," + quoted(text) + ",330190001\n")
                .reduce("机构编码,机构名称,机构类型,所属街道代码\n", String::concat);
        Ended ended = desk.call("load", "institutions", desk.file("wrong\u202e.csv", rows));
        assertThat(ended.status()).isEqualTo(1);
        printed(ended);
    }

    /** What a terminal shows: lines of ours, in which nothing moves the cursor or turns the reading. */
    private static void printed(Ended ended) {
        for (String stream : List.of(ended.out(), ended.err())) {
            assertThat(stream.codePoints().filter(letter -> letter != '\n' && Visible.hides(letter)))
                    .as(stream)
                    .isEmpty();
            assertThat(stream.lines())
                    .noneMatch(line ->
                            line.strip().startsWith("lingbao.Forged") || line.startsWith("2020-06-17T00:00:00Z"));
        }
    }

    private static void objects(Ended ended) {
        lines(ended.out());
    }

    /** A script gets each text as it was typed, however it is written in the line. */
    private static void asTyped(Ended ended) {
        objects(ended);
        List<String> values = new ArrayList<>();
        ended.objects().forEach(object -> object.path("findings")
                .forEach(finding -> values.add(finding.path("value").asString(""))));
        assertThat(values).containsAll(TEXTS);
        assertThat(ended.objects())
                .extracting(object -> object.path("file").asString())
                .contains(FILE + ".xlsx");
    }

    private static void lines(String text) {
        assertThat(text.codePoints().filter(letter -> letter != '\n' && Visible.hides(letter)))
                .isEmpty();
        assertThat(new Ended(0, text, "").objects()).isNotEmpty();
    }

    private static List<String> textsOf(Path xlsx) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(xlsx.toFile(), null, true)) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            })));
        }
        return texts;
    }

    /** @param ours whether no cell of it is the sender's own */
    private static void workbook(Path file, boolean ours) throws IOException {
        boolean old = file.toString().endsWith(".xls");
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet sheet : workbook) {
                boolean senders = !ours && sheet.getSheetName().equals(SHEET);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String at = file + " " + sheet.getSheetName() + " " + cell.getAddress();
                        if (cell.getCellType() == CellType.FORMULA) {
                            assertThat(cell.getCellFormula())
                                    .as(at)
                                    .matches(senders ? Pattern.quote(OWN_FORMULA) : RUNNING_NUMBER);
                        } else if (cell.getCellType() == CellType.STRING && !senders) {
                            assertThat(cell.getCellStyle().getQuotePrefixed() || !isFormula(cell.getStringCellValue()))
                                    .as(at + " " + cell.getStringCellValue())
                                    .isTrue();
                        }
                        Hyperlink link = cell.getHyperlink();
                        assertThat(link == null || link.getType() == HyperlinkType.DOCUMENT)
                                .as(at)
                                .isTrue();
                    }
                }
            }
        }
        if (!old) {
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    String xml = new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(xml).as(part.getName()).doesNotContain("TargetMode=\"External\"", "<script", "ddeLink");
                }
            }
        }
    }

    /** Written down anew, from what programs take for the beginning of one. */
    private static boolean isFormula(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
    }

    private static void text(Path file) throws Exception {
        try (CSVReader records = new CSVReader(Files.newBufferedReader(file))) {
            for (String[] record : records) {
                for (String cell : record) {
                    // Our templates keep digits as a text by a tab.
                    assertThat(isFormula(cell) && !cell.matches("\t[0-9].*"))
                            .as(file + " " + cell)
                            .isFalse();
                }
            }
        }
    }

    private static void page(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getActions().getCOSObject().size())
                    .isZero();
            assertThat(document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.NAMES))
                    .isNull();
            for (PDPage page : document.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains(SCHOOL.replaceAll("\\s", ""));
            if (file.toString().contains("330190001")) {
                for (String each : TEXTS) {
                    assertThat(text).contains("的" + each.replaceAll("\\s", "") + "应到300人");
                }
            }
        }
    }
}
