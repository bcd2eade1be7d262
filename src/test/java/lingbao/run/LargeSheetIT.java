package lingbao.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lingbao.run.Launcher.Ended;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sheets far larger than an institution sends, through a process with a heap of 128 MB; marked copies get 256. */
class LargeSheetIT {

    private static final int ROWS = 200_000;
    private static final int OLD_WORKBOOK_ROWS = 60_000;

    /** Every so many rows the temperature lost its decimal point. */
    private static final int FAULTY = 1_000;

    private static final String[] HEADINGS = {"姓名", "证件号码", "人员类别", "班级", "晨检体温", "症状"};
    private static final String NAME = "3301900101_2020-06-15_健康监测";

    @TempDir
    static Path folder;

    private static Launcher district;

    private static Launcher copying;

    @BeforeAll
    static void loadsTheRegisters() throws Exception {
        district = new Launcher(folder.resolve("home")).with("LINGBAO_JAVA_OPTS", "-Xmx128m");
        copying = new Launcher(folder.resolve("home")).with("LINGBAO_JAVA_OPTS", "-Xmx256m");
        assertThat(district.call("load", "regions", "samples/regions.csv").status())
                .isZero();
        assertThat(district.call("load", "institutions", "samples/institutions.xlsx")
                        .status())
                .isZero();
    }

    @Test
    void anXlsxIsTakenInAndReported() throws Exception {
        isAnswered(district.call("ingest", "--json", xlsx()), ROWS);
        // Read back as a stream too, by the same small heap.
        Path exported = folder.resolve("exported.csv");
        assertThat(district.call("export", "health-check", "--date", "2020-06-15", "--out", exported)
                        .status())
                .isZero();
        try (var lines = Files.lines(exported)) {
            assertThat(lines.count()).isEqualTo(1 + ROWS - ROWS / FAULTY);
        }
        Path reports = folder.resolve("reports");
        Ended reported = district.call("run", "zero-report", "--date", "2020-06-15", "--json", "--out", reports);
        assertThat(reported.err()).isEmpty();
        assertThat(reported.status()).isZero();
        JsonNode figures = reported.objects().stream()
                .filter(each -> each.get("region").asString().equals("330190"))
                .findFirst()
                .orElseThrow();
        assertThat(figures.get("persons").asInt()).isEqualTo(ROWS - ROWS / FAULTY);
        assertThat(figures.get("checked").asInt()).isEqualTo(ROWS - ROWS / FAULTY);
        assertThat(figures.get("fever").asInt()).isZero();
        assertThat(words(reports.resolve("zero-report-2020-06-15-330190.pdf")))
                .contains("%,d".formatted(ROWS - ROWS / FAULTY));
    }

    @Test
    void aCsvIsCheckedAndItsRowsAreShown() throws Exception {
        Ended ended = district.call("check", "--json", "--rows", csv());

        isAnswered(ended, ROWS);
        JsonNode data = ended.objects().get(0).get("data");
        assertThat(data.size()).isEqualTo(ROWS - ROWS / FAULTY);
        assertThat(data.get(0).get("idNumber").asString()).isEqualTo(idNumber(0));
        assertThat(data.get(data.size() - 1).get("row").asInt()).isEqualTo(ROWS);
    }

    @Test
    void everyRowIsJudgedThoughThereAreMoreFaultsThanAreListed() throws Exception {
        Path file = folder.resolve("3301900101_2020-06-16_健康监测.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", HEADINGS) + "\r\n");
            for (int index = 0; index < ROWS; index++) {
                writer.write("测试" + index + "," + idNumber(index) + ",外星人,1班,365,头顶冒烟\r\n");
            }
        }

        JsonNode answer = district.call("check", "--json", file).objects().get(0);

        assertThat(answer.get("state").asString()).isEqualTo("rejected");
        assertThat(answer.get("rows").get("rejected").asInt()).isEqualTo(ROWS);
        assertThat(answer.get("findings").findValuesAsString("code"))
                .contains("FINDINGS_NOT_LISTED")
                .hasSizeLessThan(ROWS);
    }

    @Test
    void anXlsOfNearlyAllTheRowsItCanHoldIsChecked() throws Exception {
        isAnswered(district.call("check", "--json", xls()), OLD_WORKBOOK_ROWS);
    }

    @Test
    void theCopyOfALargeXlsxHoldsTheMarkedRowsAndSaysSoAndMayNotBeSentForTheSheet() throws Exception {
        JsonNode answer = copying.call("check", "--json", "--annotated", folder.resolve("copies"), xlsx())
                .objects()
                .get(0);
        Path copy = Path.of(answer.get("annotated").asString());

        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet extract = workbook.getSheetAt(0);
            // The heading and the faulty rows.
            assertThat(extract.getLastRowNum()).isEqualTo(ROWS / FAULTY);
            assertThat(extract.getRow(1).getCell(4).getStringCellValue()).isEqualTo("365");
            assertThat(extract.getRow(1).getCell(6).getStringCellValue()).startsWith("原表第 " + (FAULTY + 1) + " 行");
            assertThat(workbook.getSheetAt(1).getLastRowNum()).isGreaterThan(ROWS / FAULTY);
        }
        JsonNode refused = district.call("check", "--json", copy).objects().get(0);
        assertThat(refused.get("state").asString()).isEqualTo("rejected");
        assertThat(refused.get("findings").findValuesAsString("code")).contains("EXTRACT_SENT");
    }

    @Test
    void theCopyOfALargeCsvHoldsAllItsRows() throws Exception {
        JsonNode answer = copying.call("check", "--json", "--annotated", folder.resolve("copies"), csv())
                .objects()
                .get(0);

        isAnswered(district.call("check", "--json", answer.get("annotated").asString()), ROWS);
    }

    @Test
    void theCopyOfALargeXlsHoldsTheMarkedRows() throws Exception {
        JsonNode answer = copying.call("check", "--json", "--annotated", folder.resolve("copies"), xls())
                .objects()
                .get(0);

        try (Workbook workbook = WorkbookFactory.create(
                Path.of(answer.get("annotated").asString()).toFile(), null, true)) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(OLD_WORKBOOK_ROWS / FAULTY);
        }
    }

    private static String words(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void isAnswered(Ended ended, int rows) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.objects()).hasSize(1);
        JsonNode answer = ended.objects().get(0);
        assertThat(answer.get("state").asString()).isEqualTo("partly-accepted");
        JsonNode counts = answer.get("rows");
        assertThat(counts.get("seen").asInt()).isEqualTo(rows + 1);
        assertThat(counts.get("accepted").asInt()).isEqualTo(rows - rows / FAULTY);
        assertThat(counts.get("rejected").asInt()).isEqualTo(rows / FAULTY);
        assertThat(counts.get("ignored").asInt()).isEqualTo(1);
        // What is told beside them of the sheet that counts is another matter.
        List<JsonNode> faults = answer.get("findings")
                .valueStream()
                .filter(finding -> !finding.get("cell").isNull())
                .toList();
        assertThat(faults).hasSize(rows / FAULTY);
        assertThat(faults.get(0).get("code").asString()).isEqualTo("TEMPERATURE_OUT_OF_RANGE");
        // The heading is row 1, so the thousandth person stands in row 1001.
        assertThat(faults.get(0).get("cell").asString()).isEqualTo("E" + (FAULTY + 1));
    }

    private static String[] person(int index) {
        return new String[] {
            "测试" + Character.toString(0x4e00 + index % 5_000) + Character.toString(0x5200 + index / 5_000),
            idNumber(index),
            "学生",
            index / 50 + "班",
            index % FAULTY == FAULTY - 1 ? "365" : "36." + index % 10,
            "无"
        };
    }

    /** Numbers with a true check digit under a place code that was never given out, each once. */
    private static String idNumber(int index) {
        LocalDate birth = LocalDate.of(1999, 1, 1).plusDays(index / 999);
        String body = "330190" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(1 + index % 999);
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum = (sum + (body.charAt(place) - '0')) * 2 % 11;
        }
        return body + "10X98765432".charAt(sum);
    }

    private static Path csv() throws IOException {
        Path file = folder.resolve(NAME + ".csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", HEADINGS) + "\r\n");
            for (int index = 0; index < ROWS; index++) {
                writer.write(String.join(",", person(index)) + "\r\n");
            }
            writer.write("合计," + ROWS + "人,,,,\r\n");
        }
        return file;
    }

    /** As Excel writes it: texts once in a table of their own, which has to be held while the rows are read. */
    private static Path xlsx() throws IOException {
        Path file = folder.resolve(NAME + ".xlsx");
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes);
                Writer writer = new BufferedWriter(new OutputStreamWriter(zip, UTF_8))) {
            zip.setLevel(Deflater.BEST_SPEED);
            part(zip, writer, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                    <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
                    </Types>""");
            part(zip, writer, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
                    </Relationships>""");
            part(zip, writer, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="健康监测" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            part(zip, writer, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
                    <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>\
                    </Relationships>""");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            writer.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            for (String heading : HEADINGS) {
                sharedText(writer, heading);
            }
            sharedText(writer, "合计");
            sharedText(writer, "学生");
            sharedText(writer, "无");
            for (int index = 0; index < ROWS; index++) {
                String[] person = person(index);
                sharedText(writer, person[0]);
                sharedText(writer, person[1]);
                sharedText(writer, person[3]);
            }
            writer.write("</sst>");
            writer.flush();
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            writer.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            writer.write("<row r=\"1\">");
            for (int column = 0; column < HEADINGS.length; column++) {
                sharedCell(writer, column, 1, column);
            }
            writer.write("</row>");
            for (int index = 0; index < ROWS; index++) {
                int row = index + 2;
                int own = HEADINGS.length + 3 + index * 3;
                writer.write("<row r=\"" + row + "\">");
                sharedCell(writer, 0, row, own);
                sharedCell(writer, 1, row, own + 1);
                sharedCell(writer, 2, row, HEADINGS.length + 1);
                sharedCell(writer, 3, row, own + 2);
                writer.write("<c r=\"E" + row + "\"><v>" + person(index)[4] + "</v></c>");
                sharedCell(writer, 5, row, HEADINGS.length + 2);
                writer.write("</row>");
            }
            int last = ROWS + 2;
            writer.write("<row r=\"" + last + "\">");
            sharedCell(writer, 0, last, HEADINGS.length);
            writer.write("<c r=\"B" + last + "\"><v>" + ROWS + "</v></c></row></sheetData></worksheet>");
            writer.flush();
            zip.closeEntry();
        }
        return file;
    }

    private static void part(ZipOutputStream zip, Writer writer, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        writer.write(xml);
        writer.flush();
    }

    private static void sharedText(Writer writer, String text) throws IOException {
        writer.write("<si><t>" + text + "</t></si>");
    }

    private static void sharedCell(Writer writer, int column, int row, int text) throws IOException {
        writer.write("<c r=\"" + (char) ('A' + column) + row + "\" t=\"s\"><v>" + text + "</v></c>");
    }

    private static Path xls() throws IOException {
        Path file = folder.resolve(NAME + ".xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream bytes = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("健康监测");
            fill(sheet.createRow(0), HEADINGS);
            for (int index = 0; index < OLD_WORKBOOK_ROWS; index++) {
                fill(sheet.createRow(index + 1), person(index));
            }
            fill(sheet.createRow(OLD_WORKBOOK_ROWS + 1), "合计", OLD_WORKBOOK_ROWS + "人");
            workbook.write(bytes);
        }
        return file;
    }

    private static void fill(Row row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column]);
        }
    }
}
