package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lingbao.catalogue.CopyMark;
import lingbao.domain.FindingCode;
import lingbao.domain.Severity;
import lingbao.domain.Sha256;
import lingbao.run.Launcher.Ended;
import lingbao.seal.Keys;
import lingbao.seal.Seal;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import tools.jackson.databind.JsonNode;

/** The sender gets his own file back with everything marked on it, mends it there, and sends it again. */
class MarkedCopiesTest {

    /** Each fault of {@link SentWorkbook} and where it is seen: of merged cells in the first. */
    private static final Map<String, String> FAULTS = new TreeMap<>(Map.of(
            "F6", "TEMPERATURE_OUT_OF_RANGE",
            "B8", "REQUIRED_BLANK",
            "G9", "CHOICE_CONTRADICTS",
            "I10", "FORMULA_VALUE",
            "E11", "TEXT_TOO_LONG",
            "J4", "HIDDEN_ROWS"));

    @TempDir
    static Path district;

    @TempDir
    Path folder;

    private static Desk desk;
    private Path out;

    @BeforeAll
    static void loadsTheRegisters() throws IOException {
        desk = Desk.in(district).at("2020-06-17T08:00:00+08:00").registered();
    }

    @BeforeEach
    void names() {
        out = folder.resolve("out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void marksTheExactCellsBelowTitlesBlankHiddenAndMergedRows(String ending) throws IOException {
        Path copy = marked(SentWorkbook.write(folder.resolve("健康监测." + ending)), 2);

        assertThat(copy).hasFileName("健康监测-已标注." + ending);
        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet sheet = workbook.getSheet(SentWorkbook.SHEET);
            Map<String, String> commented = new TreeMap<>();
            sheet.getCellComments().forEach((address, comment) -> {
                String text = comment.getString().getString();
                commented.put(
                        address.toString(),
                        text.substring(text.indexOf("代码：") + 3)
                                .lines()
                                .findFirst()
                                .orElse(""));
            });
            assertThat(commented).isEqualTo(FAULTS);
            FAULTS.forEach((cell, code) -> assertThat(fill(cell(sheet, cell)))
                    .as(cell)
                    .isEqualTo(FindingCode.valueOf(code).severity()));
            assertThat(statuses(sheet, 9))
                    .containsEntry(5, "可以接收")
                    .hasEntrySatisfying(6, said -> assertThat(said).startsWith("退回：F6 "))
                    .doesNotContainKey(7)
                    .hasEntrySatisfying(8, said -> assertThat(said).startsWith("退回：B8 "))
                    .hasEntrySatisfying(9, said -> assertThat(said).startsWith("退回：G9 "))
                    .hasEntrySatisfying(10, said -> assertThat(said).startsWith("可以接收。提醒：I10 "))
                    .hasEntrySatisfying(11, said -> assertThat(said).startsWith("退回：E11 "))
                    .hasEntrySatisfying(12, said -> assertThat(said).startsWith("退回：E12 "))
                    .containsEntry(13, "略过：合计行");
            assertThat(sheet.isColumnHidden(9)).isFalse();
            assertThat(cell(sheet, "J4").getStringCellValue()).startsWith(CopyMark.statusHeading());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void keepsWhateverIsNoMarkAsTheSenderMadeIt(String ending) throws IOException {
        Path file = SentWorkbook.write(folder.resolve("健康监测." + ending));
        byte[] before = Files.readAllBytes(file);
        Path copy = marked(file, 2);

        assertThat(file).hasBinaryContent(before);
        try (Workbook sent = WorkbookFactory.create(file.toFile(), null, true);
                Workbook given = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(given.getNumberOfSheets()).isEqualTo(sent.getNumberOfSheets() + 1);
            for (int index = 0; index < sent.getNumberOfSheets(); index++) {
                isKept(sent, sent.getSheetAt(index), given, given.getSheetAt(index));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void addsToTheNoteThatTheSenderWroteBehindACell(String ending) throws IOException {
        Path copy = marked(SentWorkbook.write(folder.resolve("健康监测." + ending)), 2);

        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Comment comment = cell(workbook.getSheet(SentWorkbook.SHEET), "F6").getCellComment();
            assertThat(comment.getString().getString())
                    .startsWith(SentWorkbook.OWN_NOTE + "\n【零报】")
                    .contains("365", "怎么办：");
            assertThat(comment.getAuthor()).isEqualTo("班主任");
            assertThat(cell(workbook.getSheet(SentWorkbook.SHEET), "B8")
                            .getCellComment()
                            .getAuthor())
                    .isEqualTo("零报");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void listsEveryFindingOnTheLastSheetWithAWayToItsCell(String ending) throws IOException {
        Path file = SentWorkbook.write(folder.resolve("健康监测." + ending));
        Ended ended = ownDesk().call("ingest", "--json", "--annotated", out, file);
        JsonNode answer = ended.objects().get(0);

        try (Workbook workbook = WorkbookFactory.create(
                Path.of(answer.get("annotated").asString()).toFile(), null, true)) {
            Sheet summary = workbook.getSheetAt(workbook.getNumberOfSheets() - 1);
            assertThat(workbook.getActiveSheetIndex()).isEqualTo(workbook.getNumberOfSheets() - 1);
            assertThat(workbook.getSheet(SentWorkbook.SHEET).isSelected()).isFalse();
            List<String> texts = texts(summary);
            assertThat(CopyMark.opensASummary(texts.get(0))).isTrue();
            assertThat(texts)
                    .anyMatch(text -> text.contains(answer.get("receipt").asString()))
                    .anyMatch(text -> text.contains("共 9 行：接收 2，退回 5，略过 2"));
            Map<String, String> links = new TreeMap<>();
            for (Row row : summary) {
                Cell cell = row.getCell(3);
                if (cell != null && cell.getHyperlink() != null) {
                    links.put(cell.getStringCellValue(), cell.getHyperlink().getAddress());
                }
            }
            assertThat(links).hasSize(6).containsEntry("E12", "'" + SentWorkbook.SHEET + "'!E12");
            for (JsonNode finding : answer.get("findings")) {
                assertThat(texts)
                        .contains(
                                finding.get("code").asString(),
                                finding.get("remedy").asString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void isAcceptedWithoutAFindingOnceItIsMended(String ending) throws IOException {
        Path copy = marked(SentWorkbook.write(folder.resolve("健康监测." + ending)), 2);
        Path mended = edited(copy, "改好." + ending, workbook -> {
            Sheet sheet = workbook.getSheet(SentWorkbook.SHEET);
            mend(sheet);
        });

        JsonNode answer = one(ownDesk().call("ingest", "--json", "--annotated", out, mended), 0);
        assertThat(answer.get("state").asString()).isEqualTo("accepted");
        assertThat(codes(answer)).containsExactly("SHEET_NOT_READ");
        assertThat(answer.get("findings").get(0).get("message").asString()).contains(SentWorkbook.OTHER);
        assertThat(answer.get("rows").get("seen").asInt()).isEqualTo(9);
        assertThat(answer.get("rows").get("accepted").asInt()).isEqualTo(7);
        assertThat(answer.has("annotated")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void replacesTheMarksOfAnEarlierCopy(String ending) throws IOException {
        Path first = marked(SentWorkbook.write(folder.resolve("健康监测." + ending)), 2);
        Path half = edited(first, "改了一处-已标注." + ending, workbook -> cell(workbook.getSheet(SentWorkbook.SHEET), "F6")
                .setCellValue(36.5));
        Path second = marked(half, 2);

        assertThat(second).hasFileName("改了一处-已标注." + ending);
        try (Workbook sent =
                        WorkbookFactory.create(folder.resolve("健康监测." + ending).toFile(), null, true);
                Workbook workbook = WorkbookFactory.create(second.toFile(), null, true)) {
            Sheet sheet = workbook.getSheet(SentWorkbook.SHEET);
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            Cell mended = cell(sheet, "F6");
            assertThat(mended.getCellComment().getString().getString()).isEqualTo(SentWorkbook.OWN_NOTE);
            assertThat(look(workbook, mended.getCellStyle(), true))
                    .isEqualTo(look(
                            sent, cell(sent.getSheet(SentWorkbook.SHEET), "F6").getCellStyle(), true));
            assertThat(sheet.getCellComments()).hasSize(6);
            assertThat(cell(sheet, "B8")
                            .getCellComment()
                            .getString()
                            .getString()
                            .split("【零报】"))
                    .hasSize(2);
            assertThat(statuses(sheet, 9)).containsEntry(6, "可以接收");
            assertThat(sheet.getRow(SentWorkbook.HEADING).getLastCellNum()).isEqualTo((short) 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void printsTheTableAsBeforeWithoutTheColumnBesideIt(String ending) throws IOException {
        Path wide = SentWorkbook.write(folder.resolve("标题比表宽." + ending));
        Path sent = edited(wide, "健康监测." + ending, workbook -> ownTitle(workbook.getSheetAt(1)));
        Path copy = marked(sent, 2);
        Path again = marked(edited(copy, "再标-已标注." + ending, workbook -> {}), 2);
        Path widened = marked(edited(copy, "加了一列-已标注." + ending, workbook -> addAColumn(workbook)), 2);
        Path own = marked(edited(sent, "选了打印区域." + ending, workbook -> workbook.setPrintArea(1, "$A$1:$F$5")), 2);
        Path stamped = marked(edited(sent, "章在表右." + ending, workbook -> stamp(workbook.getSheetAt(1), 11)), 2);
        Path below = marked(edited(sent, "章在表下." + ending, workbook -> stamp(workbook.getSheetAt(1), 4)), 2);

        assertThat(printed(copy)).isEqualTo("A:I");
        assertThat(printed(again)).isEqualTo("A:I");
        assertThat(printed(below)).isEqualTo("A:I");
        assertThat(printed(widened)).isEqualTo("A:K");
        assertThat(printed(own)).isEqualTo("A1:F5");
        assertThat(printed(stamped)).isNull();
        assertThat(printed(marked(wide, 2))).isNull();
    }

    private static void addAColumn(Workbook workbook) {
        Sheet sheet = workbook.getSheet(SentWorkbook.SHEET);
        for (Row row : sheet) {
            if (row.getCell(9) != null) {
                row.createCell(10).setCellValue("走读");
            }
        }
    }

    /** No wider than the table. */
    private static void ownTitle(Sheet sheet) {
        sheet.removeMergedRegion(0);
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:I1"));
    }

    private static void stamp(Sheet sheet, int column) {
        Workbook workbook = sheet.getWorkbook();
        int picture = workbook.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
        ClientAnchor place = workbook.getCreationHelper().createClientAnchor();
        place.setCol1(column);
        place.setCol2(column + 1);
        place.setRow1(14);
        place.setRow2(16);
        sheet.createDrawingPatriarch().createPicture(place, picture);
    }

    /** Null where nobody chose. */
    private static @Nullable String printed(Path copy) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            String area = workbook.getPrintArea(workbook.getSheetIndex(SentWorkbook.SHEET));
            return area == null
                    ? null
                    : area.substring(area.lastIndexOf('!') + 1).replace("$", "");
        }
    }

    @Test
    void aCsvComesBackAsAWorkbookOfTexts() throws IOException {
        String danger = "=HYPERLINK(\"http://x\")";
        Path file = file("3301900101_2020-06-17.csv", """
                每日健康监测表,,,,,
                姓名,证件号码,人员类别,班级,体温,备注
                赵一,,学生,2-1,36.50,"%s"

                钱二,11010519491231002X,学生,三2班,365,007
                """.formatted(danger.replace("\"", "\"\"")));
        Path copy = marked(file, 2);

        assertThat(copy).hasFileName("3301900101_2020-06-17-已标注.xlsx");
        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                row.forEach(cell -> assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK));
            }
            assertThat(cell(sheet, "D3").getStringCellValue()).isEqualTo("2-1");
            assertThat(cell(sheet, "E3").getStringCellValue()).isEqualTo("36.50");
            assertThat(cell(sheet, "F3").getStringCellValue()).isEqualTo(danger);
            assertThat(cell(sheet, "F3").getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell(sheet, "F5").getStringCellValue()).isEqualTo("007");
            assertThat(cell(sheet, "B5").getStringCellValue()).isEqualTo("11010519491231002X");
            assertThat(fill(cell(sheet, "E5"))).isEqualTo(Severity.ERROR);
            assertThat(cell(sheet, "E5").getCellComment().getString().getString())
                    .contains("TEMPERATURE_OUT_OF_RANGE");
            assertThat(cell(sheet, "G5").getStringCellValue()).startsWith("退回：E5 ");
            assertThat(workbook.getPrintArea(0)).endsWith("!$A:$F");
        }
        Path mended = edited(
                copy,
                "3301900101_2020-06-17-改.xlsx",
                workbook -> workbook.getSheetAt(0).getRow(4).createCell(4).setCellValue("36.5"));
        assertThat(codes(one(desk.call("check", "--json", mended), 0))).isEmpty();
    }

    @Test
    void marksEachFormOfAWorkbookAndWhatIsWrongWithAWholeSheetAtItsHeading() throws IOException {
        Path copy = marked(
                Workbooks.write(
                        folder.resolve("3301900101_2020-06-17.xlsx"),
                        "健康",
                        "姓名,人员类别,班级\n赵一,学生,三1班\n",
                        "考勤",
                        "班级,应到人数,实到人数\n三1班,30,二十\n"),
                2);

        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet health = workbook.getSheet("健康");
            assertThat(cell(health, "D1").getCellComment().getString().getString())
                    .contains("MISSING_COLUMN");
            assertThat(cell(health, "D2").getStringCellValue()).startsWith("退回：整张表");
            Sheet attendance = workbook.getSheet("考勤");
            assertThat(cell(attendance, "C2").getCellComment().getString().getString())
                    .contains("NUMBER_INVALID");
            assertThat(cell(attendance, "D2").getStringCellValue()).startsWith("退回：C2 ");
        }
    }

    @Test
    void aFileWithoutAnErrorOrAWarningGetsNoCopyAndOneThatCannotBeOpenedIsToldWhy() throws IOException {
        Path good = file("3301900101_2020-06-17.csv", "姓名,人员类别,班级,体温\n赵一,学生,三1班,36.5\n");
        Path broken = file("坏.xlsx", "PK\u0003\u0004nothing");

        assertThat(desk.call("check", "--annotated", out, good).out()).doesNotContain("标注副本");
        Ended ended = desk.call("check", "--annotated", out, broken);
        assertThat(ended.out()).contains("没有标注副本");
        assertThat(one(desk.call("ingest", "--json", "--annotated", out, broken), 2)
                        .has("annotated"))
                .isFalse();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aFileWithoutAnyFormGetsItsSheetOfFindings() throws IOException {
        Path copy = marked(Workbooks.write(folder.resolve("菜单.xlsx"), "菜单", "周三,番茄炒蛋\n"), 2);

        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(texts(workbook.getSheetAt(1))).contains("NO_FORM");
            assertThat(cell(workbook.getSheetAt(0), "B1").getStringCellValue()).isEqualTo("番茄炒蛋");
        }
    }

    @Test
    void noCopyIsWrittenOverAnotherNorOutsideTheFolder() throws IOException {
        String faulty = "姓名,人员类别,班级,体温\n赵一,学生,三1班,365\n";
        Path sent = folder.resolve("sent");
        file("sent/a/日报 3301900101 2020-06-17.csv", faulty);
        file("sent/b/日报 3301900101 2020-06-17.csv", faulty);
        file("sent/b/日报 3301900101 2020-06-17.txt", faulty);
        Path strange = file("~..\\日报\u202e 3301900101 2020-06-17.csv", faulty);

        desk.call("check", "--annotated", out, sent);
        desk.call("check", "--annotated", out, sent.resolve("a"));
        desk.call("check", "--annotated", out, strange);
        desk.call("check", "--annotated", out, strange);

        assertThat(names(out))
                .containsExactlyInAnyOrder(
                        "a_日报 3301900101 2020-06-17-已标注.xlsx",
                        "b_日报 3301900101 2020-06-17-已标注.xlsx",
                        "b_日报 3301900101 2020-06-17-已标注-2.xlsx",
                        "日报 3301900101 2020-06-17-已标注.xlsx",
                        "日报_ 3301900101 2020-06-17-已标注.xlsx",
                        "日报_ 3301900101 2020-06-17-已标注-2.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aHiddenColumnIsToldAgainOfTheCopySentBack(String ending) throws IOException {
        Path file = SentWorkbook.write(folder.resolve("健康监测." + ending));
        assertThat(codes(one(desk.call("check", "--json", file), 2))).contains("HIDDEN_COLUMNS");

        assertThat(codes(one(desk.call("check", "--json", marked(file, 2)), 2))).contains("HIDDEN_COLUMNS");
    }

    @Test
    void theColumnsOfATemplatesCopyStayInOrder() throws IOException {
        Path template = folder.resolve("blank.xlsx");
        desk.call("template", "health-check", "--institution", "3301900101", "--out", template);
        Path copy = marked(
                edited(template, "体温.xlsx", workbook -> {
                    Sheet sheet = workbook.getSheetAt(0);
                    Row row = sheet.createRow(4);
                    PeopleInTemplatesTest.type(sheet, row, "姓名", "赵一");
                    PeopleInTemplatesTest.type(sheet, row, "人员类别", "学员");
                    PeopleInTemplatesTest.type(sheet, row, "晨检体温", 365);
                }),
                2);

        areInOrder(columns(template));
        areInOrder(columns(copy));
    }

    @Test
    void theColumnsOfASheetDressedToItsRightEdgeStayInOrder() throws IOException {
        Path file = folder.resolve("3301900101_2020-06-17.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream bytes = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet();
            typeAFault(sheet);
            sheet.setColumnWidth(0, 256 * 20);
            CTCol rest = sheet.getCTWorksheet().getColsArray(0).addNewCol();
            rest.setMin(3);
            rest.setMax(16_384);
            rest.setWidth(15);
            rest.setCustomWidth(true);
            workbook.write(bytes);
        }
        Path copy = marked(file, 2);

        areInOrder(columns(copy));
        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(List.of(sheet.getColumnWidth(0), sheet.getColumnWidth(3), sheet.getColumnWidth(16_383)))
                    .containsExactly(256 * 20, 256 * 15, 256 * 15);
            assertThat(sheet.getColumnWidth(4)).isGreaterThan(256 * 15);
        }
    }

    /** From and to, as the first sheet's XML has them. */
    private static List<int[]> columns(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            String xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            return Pattern.compile("<col .*?>")
                    .matcher(xml)
                    .results()
                    .map(found -> new int[] {number(found.group(), "min"), number(found.group(), "max")})
                    .toList();
        }
    }

    private static int number(String element, String attribute) {
        Matcher value = Pattern.compile(" " + attribute + "=\"(\\d+)\"").matcher(element);
        assertThat(value.find()).isTrue();
        return Integer.parseInt(value.group(1));
    }

    private static void areInOrder(List<int[]> columns) {
        assertThat(columns).hasSizeGreaterThan(1);
        int last = 0;
        for (int[] column : columns) {
            assertThat(column[0]).isGreaterThan(last);
            assertThat(column[1]).isGreaterThanOrEqualTo(column[0]);
            last = column[1];
        }
        assertThat(last).isEqualTo(16_384);
    }

    /** Such a workbook numbers the shapes of all its sheets in 16 bits, a thousand numbers to a sheet. */
    @Test
    void anOldWorkbookThatTakesNoMoreCommentsIsMarkedWithoutThem() throws IOException {
        Path file = folder.resolve("3301900101_2020-06-17.xls");
        try (Workbook workbook = new HSSFWorkbook();
                OutputStream bytes = Files.newOutputStream(file)) {
            typeAFault(workbook.createSheet("健康"));
            for (int number = 0; number < 64; number++) {
                workbook.createSheet().createDrawingPatriarch();
            }
            workbook.write(bytes);
        }
        Ended ended = desk.call("check", "--annotated", out, file);
        Path copy = out.resolve("3301900101_2020-06-17-已标注.xls");

        assertThat(ended.out()).contains(copy.toString(), "没有批注");
        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getCellComments()).isEmpty();
            assertThat(fill(cell(sheet, "D2"))).isEqualTo(Severity.ERROR);
            assertThat(cell(sheet, "E2").getStringCellValue()).startsWith("退回：D2 ");
            assertThat(texts(workbook.getSheetAt(workbook.getNumberOfSheets() - 1)))
                    .contains("TEMPERATURE_OUT_OF_RANGE")
                    .anyMatch(text -> text.contains("没有批注"));
        }
    }

    @Test
    void macrosAreNotInACopy() throws IOException {
        Desk own = ownDesk();
        own.declare(
                "jobs/intake.yml",
                Files.readString(Path.of("jobs/intake.yml")).replace("macros: refuse", "macros: read-values"));
        Path file = folder.resolve("3301900101_2020-06-17.xlsm");
        try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM);
                OutputStream bytes = Files.newOutputStream(file)) {
            typeAFault(workbook.createSheet());
            workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
            workbook.write(bytes);
        }
        Path copy = Path.of(one(own.call("check", "--json", "--annotated", out, file), 2)
                .get("annotated")
                .asString());

        assertThat(copy).hasFileName("3301900101_2020-06-17-已标注.xlsx");
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).noneMatch(name -> name.contains("vba"));
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("[Content_Types].xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .doesNotContainIgnoringCase("macro");
        }
        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(fill(cell(workbook.getSheetAt(0), "D2"))).isEqualTo(Severity.ERROR);
        }
    }

    @Test
    void theBytesAsReceivedStayUnderTheirHash() throws Exception {
        Path file = SentWorkbook.write(folder.resolve("健康监测.xlsx"));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        Desk own = ownDesk();
        own.call("ingest", "--annotated", out, file);

        Path kept =
                own.home().resolve("received").resolve(sha256.substring(0, 2)).resolve(sha256 + ".sealed");
        try (InputStream clear = new Seal(Keys.inHome(own.home())).unsealing(Files.newInputStream(kept))) {
            assertThat(Sha256.of(clear.readAllBytes())).isEqualTo(sha256);
        }
        try (Stream<Path> left = Files.walk(own.home().resolve("tmp"))) {
            assertThat(left.filter(path -> path.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void theSheetOfFindingsShowsNoMoreOfAPersonThanTheAnswerDoes() throws IOException {
        Path file = file("3301900101_2020-06-17.csv", "姓名,证件号码,人员类别,班级,体温\n赵铁柱,110105194912310021,学生,三1班,36.5\n");
        Path copy = marked(file, 2);

        try (Workbook workbook = WorkbookFactory.create(copy.toFile(), null, true)) {
            assertThat(cell(workbook.getSheetAt(0), "B2").getStringCellValue()).isEqualTo("110105194912310021");
            assertThat(texts(workbook.getSheetAt(1)))
                    .contains("110105********0021")
                    .noneMatch(text -> text.contains("110105194912310021"));
            assertThat(cell(workbook.getSheetAt(0), "B2")
                            .getCellComment()
                            .getString()
                            .getString())
                    .doesNotContain("110105194912310021");
        }
    }

    @Test
    void nothingIsReadWhereTheFolderCannotBeWritten() throws IOException {
        Path file = file("a.csv", "x");

        Desk own = Desk.in(folder);
        Ended ended = own.call("ingest", "--annotated", file, file);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(own.home().resolve("received")).doesNotExist();
    }

    /** A home of the test's own, for what is kept or declared in it. */
    private Desk ownDesk() throws IOException {
        return Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, content);
    }

    private Path marked(Path file, int status) {
        return Path.of(one(desk.call("check", "--json", "--annotated", out, file), status)
                .get("annotated")
                .asString());
    }

    private static JsonNode one(Ended ended, int status) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).as(ended.out()).isEqualTo(status);
        return ended.objects().get(0);
    }

    private static List<String> codes(JsonNode answer) {
        return answer.get("findings")
                .valueStream()
                .map(finding -> finding.get("code").asString())
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static Cell cell(Sheet sheet, String address) {
        CellReference at = new CellReference(address);
        return Objects.requireNonNull(sheet.getRow(at.getRow()).getCell(at.getCol()), address);
    }

    private static void typeAFault(Sheet sheet) {
        String[][] cells = {{"姓名", "人员类别", "班级", "体温"}, {"赵一", "学生", "三1班", "365"}};
        for (int row = 0; row < cells.length; row++) {
            Row line = sheet.createRow(row);
            for (int column = 0; column < cells[row].length; column++) {
                line.createCell(column).setCellValue(cells[row][column]);
            }
        }
    }

    /** What the fill says is wrong; null where it says nothing. */
    private static @Nullable Severity fill(Cell cell) {
        if (cell.getCellStyle().getFillPattern() != FillPatternType.SOLID_FOREGROUND) {
            return null;
        }
        String color = cell.getCellStyle() instanceof XSSFCellStyle style
                ? style.getFillForegroundXSSFColor().getARGBHex()
                : String.valueOf(cell.getCellStyle().getFillForegroundColor());
        return switch (color) {
            case "FFF29B96", "45" -> Severity.ERROR;
            case "FFFFEBA6", "43" -> Severity.WARNING;
            default -> null;
        };
    }

    private static Map<Integer, String> statuses(Sheet sheet, int column) {
        Map<Integer, String> statuses = new TreeMap<>();
        for (Row row : sheet) {
            if (row.getRowNum() > SentWorkbook.HEADING && row.getCell(column) != null) {
                statuses.put(row.getRowNum() + 1, row.getCell(column).getStringCellValue());
            }
        }
        return statuses;
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && !cell.getStringCellValue().isEmpty()) {
                    texts.add(cell.getStringCellValue());
                }
            }
        }
        return texts;
    }

    private static void mend(Sheet sheet) {
        cell(sheet, "F6").setCellValue(36.5);
        cell(sheet, "B8").setCellValue("孙三");
        cell(sheet, "G9").setCellValue("乏力");
        cell(sheet, "E11").setCellValue("三3班");
        cell(sheet, "I10").setCellValue("");
        sheet.getRow(8).setZeroHeight(false);
        sheet.setColumnHidden(7, false);
    }

    private Path edited(Path copy, String name, Consumer<Workbook> edit) throws IOException {
        Path edited = folder.resolve(name);
        try (Workbook workbook = copy.toString().endsWith(".xls")
                        ? new HSSFWorkbook(Files.newInputStream(copy))
                        : new XSSFWorkbook(Files.newInputStream(copy));
                OutputStream file = Files.newOutputStream(edited)) {
            edit.accept(workbook);
            workbook.write(file);
        }
        return edited;
    }

    private static void isKept(Workbook sent, Sheet before, Workbook given, Sheet after) {
        assertThat(after.getSheetName()).isEqualTo(before.getSheetName());
        assertThat(after.getMergedRegions()).isEqualTo(before.getMergedRegions());
        assertThat(after.getDataValidations()).hasSameSizeAs(before.getDataValidations());
        assertThat(after.getSheetConditionalFormatting().getNumConditionalFormattings())
                .isEqualTo(before.getSheetConditionalFormatting().getNumConditionalFormattings());
        assertThat(after.getRepeatingRows()).isEqualTo(before.getRepeatingRows());
        assertThat(after.getPrintSetup().getLandscape())
                .isEqualTo(before.getPrintSetup().getLandscape());
        assertThat(after.getPaneInformation() == null).isEqualTo(before.getPaneInformation() == null);
        for (int column = 0; column < SentWorkbook.HEADINGS.length; column++) {
            assertThat(after.getColumnWidth(column)).as("column " + column).isEqualTo(before.getColumnWidth(column));
            assertThat(after.isColumnHidden(column)).isEqualTo(before.isColumnHidden(column));
        }
        for (Row row : before) {
            Row same = after.getRow(row.getRowNum());
            assertThat(same.getHeight()).isEqualTo(row.getHeight());
            assertThat(same.getZeroHeight()).isEqualTo(row.getZeroHeight());
            for (Cell cell : row) {
                Cell copied = same.getCell(cell.getColumnIndex());
                String address = before.getSheetName() + " " + cell.getAddress();
                assertThat(copied.getCellType()).as(address).isEqualTo(cell.getCellType());
                assertThat(copied.toString()).as(address).isEqualTo(cell.toString());
                boolean marked = FAULTS.containsKey(cell.getAddress().toString());
                assertThat(look(given, copied.getCellStyle(), !marked))
                        .as(address)
                        .isEqualTo(look(sent, cell.getCellStyle(), !marked));
            }
        }
    }

    /** All of a style that is seen, the fill only where it is asked for. */
    private static String look(Workbook workbook, CellStyle style, boolean fill) {
        String filled = !fill
                ? ""
                : style.getFillPattern() == FillPatternType.NO_FILL
                        ? "none"
                        : style.getFillPattern() + " " + style.getFillForegroundColorColor();
        if (fill && style instanceof XSSFCellStyle own && own.getFillForegroundXSSFColor() != null) {
            filled = own.getFillPattern() + " "
                    + own.getFillForegroundXSSFColor().getIndexed();
        }
        return workbook.getFontAt(style.getFontIndex()).getFontName()
                + workbook.getFontAt(style.getFontIndex()).getItalic()
                + workbook.getFontAt(style.getFontIndex()).getBold()
                + workbook.getFontAt(style.getFontIndex()).getFontHeight()
                + style.getDataFormatString()
                + style.getAlignment()
                + style.getVerticalAlignment()
                + style.getBorderBottom()
                + style.getBorderTop()
                + style.getBorderLeft()
                + style.getWrapText()
                + (workbook instanceof HSSFWorkbook && fill
                        ? style.getFillForegroundColor() + "" + style.getFillPattern()
                        : filled);
    }
}
