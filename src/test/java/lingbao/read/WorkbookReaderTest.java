package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import lingbao.domain.FindingCode;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReaderTest {

    private final Path folder;

    WorkbookReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTitlesFormAndRows() {
        Path file = xlsx(workbook -> {
            Sheet sheet = workbook.createSheet("健康监测 ");
            SheetBuilder.row(sheet, 1, "阳光培训学校每日健康监测表");
            SheetBuilder.row(sheet, 2, "2020年6月17日", null, "填报人：王五");
            SheetBuilder.row(sheet, 4, "序号", "姓名", "人员类别", "体温");
            SheetBuilder.row(sheet, 5, 1, "张三", "学生", 36.5);
            SheetBuilder.row(sheet, 7, 2, "李四", "学生", "36.6");
            SheetBuilder.merge(sheet, "A1:D1");
        });
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawSheet sheet = opened.sheets().get(0);
            RecognisedForm recognised = Objects.requireNonNull(sheet.recognised());
            assertThat(opened.findings()).isEmpty();
            assertThat(sheet.name()).isEqualTo("健康监测");
            assertThat(sheet.findings()).isEmpty();
            assertThat(recognised.headingRow()).isEqualTo(4);
            assertThat(TestForms.places(recognised))
                    .containsEntry(1, "name")
                    .containsEntry(2, "personCategory")
                    .containsEntry(3, "morningTemperature")
                    .hasSize(3);
            assertThat(sheet.titles())
                    .containsExactly(
                            new TitleCell(1, 0, "阳光培训学校每日健康监测表"),
                            new TitleCell(2, 0, "2020年6月17日"),
                            new TitleCell(2, 2, "填报人：王五"));
            List<RawRow> rows = SheetBuilder.rows(sheet);
            assertThat(rows).extracting(RawRow::number).containsExactly(5, 7);
            assertThat(SheetBuilder.texts(rows))
                    .containsExactly(List.of("1", "张三", "学生", "36.5"), List.of("2", "李四", "学生", "36.6"));
            assertThat(SheetBuilder.rows(sheet)).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesDatesAndNumbersAsTheyWereMeant(boolean old) {
        Path file = write(old, workbook -> {
            Sheet sheet = workbook.createSheet();
            Object[] formats = {
                "yyyy-mm-dd",
                "h:mm",
                "yyyy/m/d h:mm",
                "yyyy\"年\"m\"月\"d\"日\"",
                "[$-804]yyyy年m月d日;@",
                "h\"时\"mm\"分\"",
                "0.00%",
                "General",
                "0.0_ ",
                "0\"人\"",
                "m/d/yy",
                "mm:ss"
            };
            double[] numbers = {
                43999,
                8.5 / 24,
                43999 + 8.5 / 24,
                43999,
                43999,
                14.25 / 24,
                0.3,
                110105194912310020d,
                36.6,
                12,
                43999.75,
                0.5
            };
            Row row = sheet.createRow(0);
            for (int column = 0; column < formats.length; column++) {
                CellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat((String) formats[column]));
                Cell cell = row.createCell(column);
                cell.setCellValue(numbers[column]);
                cell.setCellStyle(style);
            }
            row.createCell(12).setCellValue(true);
        });
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawRow row = SheetBuilder.rows(opened.sheets().get(0)).get(0);
            assertThat(row.cells().stream().map(RawCell::text))
                    .containsExactly(
                            "2020-06-17",
                            "08:30",
                            "2020-06-17 08:30",
                            "2020-06-17",
                            "2020-06-17",
                            "14:15",
                            "0.3",
                            "110105194912310020",
                            "36.6",
                            "12人",
                            "2020-06-17 18:00",
                            "12:00",
                            "TRUE");
            assertThat(row.cells().stream().map(RawCell::dateFormatted))
                    .containsExactly(true, true, true, true, true, true, false, false, false, false, true, true, false);
            assertThat(row.cell(6).percentFormatted()).isTrue();
            assertThat(row.cell(7).percentFormatted()).isFalse();
            assertThat(row.cell(0).number()).isEqualTo(43999);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1900-01-00",
        "1, 1900-01-01",
        "59, 1900-02-28",
        "60, 1900-02-29",
        "61, 1900-03-01",
        "2958465, 9999-12-31",
        "2958466, 2958466",
        "-1, -1"
    })
    void writesWhatIsNoDateAsExcelWouldShowIt(double serial, String text) {
        assertThat(NumberText.cell(serial, CellFormat.of(14, null), false, false)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void movesDatesOfThe1904SystemAndNothingElse() {
        Path file = xlsx(workbook -> {
            ((XSSFWorkbook) workbook).getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Sheet sheet = workbook.createSheet();
            Row row = sheet.createRow(0);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat((short) 20);
            row.createCell(0).setCellValue(42537);
            row.getCell(0).setCellStyle(date);
            row.createCell(1).setCellValue(0.5);
            row.getCell(1).setCellStyle(time);
            row.createCell(2).setCellValue(42537);
        });
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawRow row = SheetBuilder.rows(opened.sheets().get(0)).get(0);
            assertThat(row.cell(0))
                    .isEqualTo(new RawCell(RawCell.Kind.NUMBER, "2020-06-17", 43999d, true, false, false));
            assertThat(row.cell(1).text()).isEqualTo("12:00");
            assertThat(row.cell(2).text()).isEqualTo("42537");
        }
    }

    @Test
    void tellsAFormulaThatWasCalculatedFromOneThatWasNot() throws IOException {
        Path file = raw("""
                <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><f>1+1</f></c>\
                <c r="D1" t="str"><f>IF(1,"")</f><v></v></c><c r="E1" t="str"><f>"x"</f><v>x</v></c>\
                <c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1" t="e"><v>#N/A</v></c>\
                <c r="H1" t="b"><f>1=1</f><v>1</v></c><c r="I1"><v>oops</v></c></row>""");
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawRow row = SheetBuilder.rows(opened.sheets().get(0)).get(0);
            assertThat(row.cell(0)).isEqualTo(new RawCell(RawCell.Kind.NUMBER, "2", 2d, false, false, true));
            RawCell notCalculated = new RawCell(RawCell.Kind.EMPTY, "", null, false, false, true);
            assertThat(row.cell(1)).isEqualTo(notCalculated);
            assertThat(row.cell(2)).isEqualTo(notCalculated);
            assertThat(row.cell(3)).isEqualTo(RawCell.NOTHING);
            assertThat(row.cell(4)).isEqualTo(new RawCell(RawCell.Kind.TEXT, "x", null, false, false, true));
            assertThat(row.cell(5)).isEqualTo(new RawCell(RawCell.Kind.ERROR, "#DIV/0!", null, false, false, true));
            assertThat(row.cell(6)).isEqualTo(new RawCell(RawCell.Kind.ERROR, "#N/A", null, false, false, false));
            assertThat(row.cell(7)).isEqualTo(new RawCell(RawCell.Kind.BOOLEAN, "TRUE", null, false, false, true));
            assertThat(row.cell(8).kind()).isEqualTo(RawCell.Kind.ERROR);
        }
    }

    @Test
    void readsANumberWithWhiteSpaceAroundIt() throws IOException {
        Path file = raw("<row r=\"1\"><c r=\"A1\"><v> 36.5\n</v></c><c r=\"B1\"><v>36 5</v></c>"
                + "<c r=\"C1\"><f>A1</f><v> 36.5\n</v></c><c r=\"D1\"><f>A1</f><v>36 5</v></c></row>");
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawRow row = SheetBuilder.rows(opened.sheets().get(0)).get(0);
            assertThat(row.cell(0)).isEqualTo(new RawCell(RawCell.Kind.NUMBER, "36.5", 36.5, false, false, false));
            assertThat(row.cell(1).kind()).isEqualTo(RawCell.Kind.ERROR);
            assertThat(row.cell(2)).isEqualTo(new RawCell(RawCell.Kind.NUMBER, "36.5", 36.5, false, false, true));
            assertThat(row.cell(3).kind()).isEqualTo(RawCell.Kind.ERROR);
        }
    }

    @Test
    void countsRowsAndCellsThatLeaveTheirPlaceOut() throws IOException {
        Path file = raw("""
                <row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>\
                <row><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙_x000D_</t></r></is></c></row>""");
        try (OpenedFile opened = SheetBuilder.open(file)) {
            List<RawRow> rows = SheetBuilder.rows(opened.sheets().get(0));
            assertThat(rows).extracting(RawRow::number).containsExactly(1, 5, 6);
            assertThat(SheetBuilder.texts(rows))
                    .containsExactly(List.of("1", "2"), List.of("", "", "3", "4"), List.of("甲乙\r"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"2000000000\"><c><v>1</v></c></row>",
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c>",
                "<row r=\"1\"><c r=\"A1\"><v>&bomb;</v></c></row>"
            })
    void refusesWhatWouldMisleadTheReader(String sheetData) throws IOException {
        assertRefused(raw(sheetData), FindingCode.CORRUPT);
    }

    /** POI opens this one without a word. */
    @Test
    void refusesAnOldWorkbookEncryptedWithExcelsOwnPassword() {
        Biff8EncryptionKey.setCurrentUserPassword(Decryptor.DEFAULT_PASSWORD);
        try {
            Path file = write(true, workbook -> SheetBuilder.row(workbook.createSheet(), 1, "姓名", "人员类别", "体温"));
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertRefused(file, FindingCode.ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void refusesAValueThatChangedOnTheWay() throws IOException {
        Path file = XlsxParts.workbook("<row r=\"1\"><c r=\"A1\"><v>36.5</v></c></row>")
                .write(folder.resolve("changed.xlsx"), Deflater.NO_COMPRESSION);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, bytes.replace("36.5", "38.5"), StandardCharsets.ISO_8859_1);
        assertRefused(file, FindingCode.CORRUPT);
    }

    @Test
    void readsAHugeExponentAsANumberAndNoMore() throws IOException {
        Path file = raw("<row r=\"1\"><c r=\"A1\"><v>1E308</v></c><c r=\"B1\"><v>1E999999999</v></c></row>");
        try (OpenedFile opened = SheetBuilder.open(file)) {
            assertThat(SheetBuilder.rows(opened.sheets().get(0)).get(0).cell(0).text())
                    .hasSize(309);
        }
    }

    @Test
    void readsAWorkbookWithoutStyles() throws IOException {
        try (OpenedFile opened =
                SheetBuilder.open(raw("<row r=\"1\"><c r=\"A1\"><v>36.600000000000001</v></c></row>"))) {
            assertThat(SheetBuilder.texts(SheetBuilder.rows(opened.sheets().get(0))))
                    .containsExactly(List.of("36.6"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void warnsOfHiddenRowsAndSheetsAndReadsThem(boolean old) {
        Path file = write(old, workbook -> {
            Sheet sheet = workbook.createSheet("甲");
            SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温");
            for (int row = 2; row <= 6; row++) {
                SheetBuilder.row(sheet, row, "张" + row, "学生", 36.5);
                sheet.getRow(row - 1).setZeroHeight(row == 3 || row == 4 || row == 6);
            }
            Sheet hidden = workbook.createSheet("乙");
            SheetBuilder.row(hidden, 1, "姓名", "人员类别", "体温");
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            workbook.createSheet("空");
        });
        try (OpenedFile opened = SheetBuilder.open(file)) {
            assertThat(opened.sheets()).extracting(RawSheet::isEmpty).containsExactly(false, false, true);
            RawSheet sheet = opened.sheets().get(0);
            assertThat(SheetBuilder.codes(sheet.findings())).containsExactly(FindingCode.HIDDEN_ROWS);
            assertThat(sheet.findings().get(0).details()).containsExactly("3–4、6");
            assertThat(SheetBuilder.rows(sheet))
                    .extracting(RawRow::hidden)
                    .containsExactly(false, true, true, false, true);
            assertThat(SheetBuilder.codes(opened.sheets().get(1).findings())).containsExactly(FindingCode.HIDDEN_SHEET);
            assertThat(opened.sheets().get(2).recognised()).isNull();
            assertThat(opened.sheets().get(2).formId()).isNull();
        }
    }

    @Test
    void keepsTheFormButRecognisesNothingWhereARequiredColumnIsMissing() {
        Path file = xlsx(workbook -> SheetBuilder.row(workbook.createSheet(), 1, "姓名", "人员类型", "体温"));
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawSheet sheet = opened.sheets().get(0);
            assertThat(sheet.recognised()).isNull();
            assertThat(sheet.formId()).isEqualTo("health-check");
            assertThat(SheetBuilder.codes(sheet.findings()))
                    .containsExactly(FindingCode.MISSING_COLUMN, FindingCode.UNKNOWN_COLUMN);
        }
    }

    @Test
    void readsOnlyTheFormThatIsAskedFor() {
        Path file = xlsx(workbook -> {
            SheetBuilder.row(workbook.createSheet(), 1, "姓名", "人员类别", "体温");
            SheetBuilder.row(workbook.createSheet(), 1, "班级", "应到", "实到");
        });
        WorkbookReader reader = new WorkbookReader(TestForms.ALL, Limits.standard());
        try (OpenedFile opened = reader.open(SheetBuilder.received(file), "attendance")) {
            assertThat(opened.sheets()).extracting(RawSheet::formId).containsExactly(null, "attendance");
        }
        assertThatThrownBy(() -> reader.open(SheetBuilder.received(file), "entry"))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(FindingCode.FORM_UNKNOWN));
    }

    @Test
    void aRowThatTheCallerCanNotKeepIsNoDamageOfTheFile() {
        Path file = xlsx(workbook -> {
            Sheet sheet = workbook.createSheet();
            SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温");
            SheetBuilder.row(sheet, 2, "张三", "学生", 36.5);
        });
        try (OpenedFile opened = SheetBuilder.open(file)) {
            assertThatThrownBy(() -> opened.sheets().get(0).rows(row -> {
                        throw new IllegalStateException("the database is gone");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void tellsKindsByTheirBytes() throws IOException {
        Path xlsx = xlsx(workbook -> SheetBuilder.row(workbook.createSheet(), 1, "姓名", "人员类别", "体温"));
        Path xls = write(true, workbook -> SheetBuilder.row(workbook.createSheet(), 1, "姓名", "人员类别", "体温"));
        Path csv = Files.writeString(folder.resolve("a.csv"), "姓名,人员类别,体温\n张三,学生,36.5\n");
        WorkbookReader reader = new WorkbookReader(TestForms.ALL, Limits.standard());
        for (Path file : List.of(xlsx, xls, csv)) {
            for (String name : List.of("a.xlsx", "a.xls", "a.csv", "a", "a.et", "a.dat")) {
                try (OpenedFile opened = reader.open(SheetBuilder.received(file, name), null)) {
                    assertThat(opened.sheets().get(0).formId()).isEqualTo("health-check");
                    boolean fits = name.equals("a")
                            || file == xlsx && name.endsWith("xlsx")
                            || file == xls && Set.of("a.xls", "a.et").contains(name)
                            || file == csv && name.endsWith("csv");
                    boolean workbook = Set.of("a.xlsx", "a.xls", "a.et").contains(name);
                    assertThat(SheetBuilder.codes(opened.findings()))
                            .as("%s as %s", file.getFileName(), name)
                            .isEqualTo(
                                    fits
                                            ? List.of()
                                            : List.of(
                                                    file == csv && workbook
                                                            ? FindingCode.TEXT_NAMED_AS_WORKBOOK
                                                            : FindingCode.EXTENSION_DIFFERS));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 whatever|UNSUPPORTED_FORMAT|PDF",
                "<html><table><tr><td>姓名</td></tr></table></html>|UNSUPPORTED_FORMAT|HTML",
                "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>|UNSUPPORTED_FORMAT|2003",
                "Rar!\u001a\u0007\u0001x|UNSUPPORTED_FORMAT|rar",
                "各位家长好，请今天下午五点前交体温表，谢谢。|UNSUPPORTED_FORMAT|文字",
                "Dear all, please send your sheet, thank you.|UNSUPPORTED_FORMAT|文字",
                "PK\u0003\u0004 and nothing more|CORRUPT|"
            })
    void namesWhatElseItIs(String content, FindingCode code, String word) throws IOException {
        Path file = Files.writeString(folder.resolve("x.xlsx"), content);
        assertThatThrownBy(() -> SheetBuilder.open(file)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.finding().code()).isEqualTo(code);
            if (word != null) {
                assertThat(e.finding().details().get(0)).contains(word);
            }
        });
    }

    @Test
    void refusesAnEmptyFileAndRandomBytes() throws IOException {
        assertRefused(Files.createFile(folder.resolve("empty.xlsx")), FindingCode.EMPTY_FILE);
        for (int seed = 0; seed < 50; seed++) {
            byte[] noise = new byte[1 + seed * 40];
            new Random(seed).nextBytes(noise);
            Path file = Files.write(folder.resolve("noise.xlsx"), noise);
            assertRefused(file, FindingCode.UNSUPPORTED_FORMAT);
        }
    }

    /** The last sector of an xls is padding in part; what is cut off there is no loss. */
    @Test
    void neverReadsATruncatedWorkbookInPart() throws IOException {
        for (boolean old : new boolean[] {false, true}) {
            Path file = write(old, workbook -> {
                Sheet sheet = workbook.createSheet();
                SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温");
                for (int row = 2; row < 200; row++) {
                    SheetBuilder.row(sheet, row, "张" + row, "学生", 36.5);
                }
            });
            byte[] whole = Files.readAllBytes(file);
            List<RawRow> rows = allRows(file);
            int refused = 0;
            for (int cut = 1; cut <= 100; cut++) {
                int length = (int) ((long) whole.length * cut / 101);
                Path truncated = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, length));
                try {
                    assertThat(allRows(truncated)).as("cut at %d", length).isEqualTo(rows);
                } catch (UnreadableFileException e) {
                    refused++;
                    assertThat(e.finding().code()).isIn(FindingCode.CORRUPT, FindingCode.UNSUPPORTED_FORMAT);
                }
            }
            assertThat(refused).isGreaterThanOrEqualTo(old ? 95 : 100);
        }
    }

    private static List<RawRow> allRows(Path file) {
        try (OpenedFile opened = SheetBuilder.open(file)) {
            return opened.sheets().stream()
                    .flatMap(sheet -> SheetBuilder.rows(sheet).stream())
                    .toList();
        }
    }

    @Test
    void answersEveryFlippedByteWithACodeOrARow() throws IOException {
        for (boolean old : new boolean[] {false, true}) {
            Path file = write(old, workbook -> {
                Sheet sheet = workbook.createSheet();
                SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温");
                SheetBuilder.row(sheet, 2, "张三", "学生", 36.5);
                SheetBuilder.merge(sheet, "A4:C4");
            });
            byte[] whole = Files.readAllBytes(file);
            Random random = new Random(7);
            for (int round = 0; round < 400; round++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                Path copy = Files.write(folder.resolve("flipped"), damaged);
                try (OpenedFile opened = SheetBuilder.open(copy)) {
                    opened.sheets().forEach(SheetBuilder::rows);
                } catch (UnreadableFileException e) {
                    assertThat(e.finding().message()).isNotBlank();
                }
            }
        }
    }

    private static void assertRefused(Path file, FindingCode code) {
        assertThatThrownBy(() -> SheetBuilder.open(file))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(code));
    }

    private Path xlsx(Consumer<Workbook> content) {
        return write(false, content);
    }

    private Path write(boolean old, Consumer<Workbook> content) {
        return SheetBuilder.write(
                folder.resolve(old ? "book.xls" : "book.xlsx"), old ? new HSSFWorkbook() : new XSSFWorkbook(), content);
    }

    private Path raw(String sheetData) throws IOException {
        return XlsxParts.workbook(sheetData).write(folder.resolve("raw.xlsx"));
    }
}
