package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lingbao.run.Launcher.Ended;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A clerk types temperatures, not names: a template comes with the people of the last sheet, and what he types is taken. */
class PeopleInTemplatesTest {

    static final String HEADING = "姓名,证件号码,人员类别,班级,晨检体温,症状,备注\n";
    private static final String SCHOOL = "3301900101";
    private static final int FIRST_ROW = 4;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void openTheDesk() throws IOException {
        desk = Desk.in(folder).registered();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void comesWithThePeopleOfTheLastSheetAndNothingOfTheirDay(String ending) throws IOException {
        send(16, SCHOOL, people(12));
        Path template = template(17, "health-check", "t." + ending);

        try (Workbook workbook = WorkbookFactory.create(template.toFile(), null, true)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(FIRST_ROW + 11);
            for (int number = 0; number < 12; number++) {
                Row row = sheet.getRow(FIRST_ROW + number);
                String[] sent = people(12).get(number).split(",", -1);
                assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(number + 1);
                for (int column = 0; column < 4; column++) {
                    assertThat(row.getCell(column + 1).getCellType())
                            .isEqualTo(sent[column].isEmpty() ? CellType.BLANK : CellType.STRING);
                    assertThat(row.getCell(column + 1).getStringCellValue()).isEqualTo(sent[column]);
                    assertThat(row.getCell(column + 1).getCellStyle().getDataFormatString())
                            .isEqualTo("@");
                }
                for (int column = 5; column < row.getLastCellNum(); column++) {
                    assertThat(row.getCell(column).getCellType()).isEqualTo(CellType.BLANK);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void completedWithTemperaturesItIsTakenWithoutAFinding(String ending) throws IOException {
        send(16, SCHOOL, people(12));
        Path template = template(17, "health-check", "t." + ending);
        Path completed = ending.equals("csv")
                ? completedText(template)
                : typed(template, "done." + ending, (sheet, last) -> {
                    temperatures(sheet, 36.1);
                    Row added = sheet.createRow(last + 1);
                    type(sheet, added, "姓名", "新来的");
                    type(sheet, added, "人员类别", "学员");
                    type(sheet, added, "晨检体温", 36.6);
                });

        JsonNode answer = answer(desk.at("2020-06-17T08:00:00+08:00").call("check", completed, "--json", "--rows"));

        assertThat(codes(answer)).isEmpty();
        assertThat(answer.path("period").asString()).isEqualTo("2020-06-17");
        assertThat(answer.path("institution").asString()).isEqualTo(SCHOOL);
        assertThat(answer.path("rows").path("seen").asInt()).isEqualTo(ending.equals("csv") ? 12 : 13);
        for (int number = 0; number < 12; number++) {
            String[] sent = people(12).get(number).split(",", -1);
            JsonNode row = answer.path("data").path(number);
            assertThat(List.of(
                            row.path("name").asString(),
                            row.path("idNumber").asString(""),
                            row.path("personCategory").asString(),
                            row.path("className").asString("")))
                    .containsExactly(sent[0], sent[1], sent[2], sent[3]);
        }
        assertThat(codes(ingest(completed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void sentBackUntouchedNobodyIsTakenForHealthy(String ending) throws IOException {
        send(16, SCHOOL, people(12));
        Path template = template(17, "health-check", "t." + ending);

        JsonNode answer = ingest(template);

        assertThat(codes(answer).stream().filter("NOT_ANSWERED"::equals)).hasSize(12);
        assertThat(codes(answer)).doesNotContain("SAME_AS_BEFORE", "SAME_CONTENT");
        assertThat(answer.path("rows").path("accepted").asInt()).isZero();
        assertThat(desk.call("status", "--date", "2020-06-17", "--json").objects())
                .filteredOn(state -> state.path("institution").asString().equals(SCHOOL)
                        && state.path("form").asString().equals("health-check"))
                .extracting(state -> state.path("state").asString())
                .containsExactly("blank");
    }

    @Test
    void symptomsWithoutATemperatureAreToldAtTheTemperature() throws IOException {
        send(16, SCHOOL, people(2));
        Path completed = typed(template(17, "health-check", "t.xlsx"), "done.xlsx", (sheet, last) -> {
            temperatures(sheet, 36.1);
            sheet.getRow(last).getCell(place(sheet, "晨检体温")).setBlank();
            type(sheet, sheet.getRow(last), "症状", "无");
        });

        JsonNode answer = ingest(completed);

        assertThat(codes(answer)).containsExactly("REQUIRED_BLANK");
        assertThat(answer.path("findings").path(0).path("cell").asString()).isEqualTo("F6");
    }

    @Test
    void whoeverLeavesIsDeletedWithHisRow() throws IOException {
        send(16, SCHOOL, people(12));
        Path completed = typed(template(17, "health-check", "t.xlsx"), "done.xlsx", (sheet, last) -> {
            temperatures(sheet, 36.1);
            sheet.removeRow(sheet.getRow(FIRST_ROW + 3));
            sheet.shiftRows(FIRST_ROW + 4, last, -1);
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        JsonNode answer = ingest(completed);

        assertThat(codes(answer)).isEmpty();
        assertThat(answer.path("rows").path("accepted").asInt()).isEqualTo(11);
    }

    @Test
    void yesterdaysTemperaturesTypedAgainAreStillTold() throws IOException {
        send(16, SCHOOL, people(12));
        Path completed = typed(template(17, "health-check", "t.xlsx"), "done.xlsx", (sheet, last) -> {
            for (int number = 0; number < 12; number++) {
                type(
                        sheet,
                        sheet.getRow(FIRST_ROW + number),
                        "晨检体温",
                        Double.parseDouble(people(12).get(number).split(",", -1)[4]));
            }
        });

        assertThat(codes(ingest(completed))).containsExactly("SAME_AS_BEFORE");
    }

    @Test
    void theLastSheetIsTheOneThatCountsBeforeTheDayAndHasRows() throws IOException {
        send(12, SCHOOL, people(3));
        send(15, SCHOOL, people(12));
        send(15, SCHOOL, people(8));
        send(16, SCHOOL, List.of());
        send(18, SCHOOL, people(5));
        send(16, "3301900102", people(7));

        assertThat(namesIn(template(17, "health-check", "t.xlsx")))
                .isEqualTo(people(8).stream().map(row -> row.split(",")[0]).toList());
    }

    @Test
    void whoseRowWasRefusedOrNotAnsweredIsNotAmongThemAndThatIsTold() throws IOException {
        List<String> rows = new ArrayList<>(people(5));
        rows.set(1, rows.get(1).replaceFirst(",36\\.[0-9],", ",365,"));
        rows.set(2, rows.get(2).replaceFirst(",36\\.[0-9],无,", ",,,"));
        send(16, SCHOOL, rows);

        desk.at("2020-06-17T08:00:00+08:00");
        Path out = folder.resolve("t.xlsx");
        Ended ended = desk.call("template", "health-check", "--institution", SCHOOL, "--out", out);

        assertThat(namesIn(out)).hasSize(3);
        assertThat(ended.err()).contains("2020年6月16日", "3 行", "2 行").doesNotContain("人甲");
    }

    @Test
    void emptyLeavesThemOutAndWithoutAnEarlierSheetThereIsNobody() throws IOException {
        send(16, SCHOOL, people(4));

        assertThat(namesIn(template(17, "health-check", "t.xlsx", "--empty"))).isEmpty();
        assertThat(namesIn(template(16, "health-check", "u.xlsx"))).isEmpty();
        assertThat(namesIn(template(17, "attendance", "v.xlsx"))).isEmpty();
    }

    @Test
    void classesComeWithoutTheirNumbers() throws IOException {
        Path sheet = desk.at("2020-06-16T08:00:00+08:00").file(SCHOOL + "_2020-06-16.csv", """
                        班级,学员,,教职工,
                        ,应到人数,实到人数,应到人数,实到人数
                        3-1,30,30,2,2
                        =电工,20,20,,
                        """);
        assertThat(codes(ingest(sheet))).isEmpty();

        Path template = template(17, "attendance", "t.xlsx");

        try (Workbook workbook = WorkbookFactory.create(template.toFile(), null, true)) {
            Sheet filled = workbook.getSheetAt(0);
            assertThat(IntStream.rangeClosed(FIRST_ROW, filled.getLastRowNum())
                            .mapToObj(row -> shown(filled.getRow(row))))
                    .containsExactly("1 3-1 学员", "2 3-1 教职工", "3 =电工 学员");
            XSSFCell formulaLike = (XSSFCell) filled.getRow(FIRST_ROW + 2).getCell(1);
            assertThat(formulaLike.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formulaLike.getCellStyle().getQuotePrefixed()).isTrue();
        }
        Path completed = typed(template, "done.xlsx", (filled, last) -> {
            for (int row = FIRST_ROW; row <= last; row++) {
                type(filled, filled.getRow(row), "应到人数", 20);
                type(filled, filled.getRow(row), "实到人数", 20);
            }
        });
        assertThat(codes(ingest(completed))).isEmpty();
    }

    @Test
    void namesStandInTheFileAlone() throws IOException {
        send(16, SCHOOL, people(12));
        desk.at("2020-06-17T08:00:00+08:00");
        Path out = folder.resolve("t.xlsx");
        Ended ended = desk.call("template", "health-check", "--institution", SCHOOL, "--out", out);
        List<String> names = namesIn(out);

        assertThat(names).hasSize(12);
        try (Stream<Path> files = Files.walk(desk.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                names.forEach(name -> assertThat(bytes)
                        .doesNotContain(new String(
                                name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                java.nio.charset.StandardCharsets.ISO_8859_1)));
            }
        }
        names.forEach(name -> assertThat(ended.out() + ended.err()).doesNotContain(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void isItsOwnersAloneAndNeverWrittenOverAFile(String ending) throws IOException {
        send(16, SCHOOL, people(4));
        Path template = template(17, "health-check", "t." + ending);
        assertThat(Files.getPosixFilePermissions(template))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.writeString(template, "completed");

        Ended ended = desk.call("template", "health-check", "--institution", SCHOOL, "--out", template);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains(template.toString()).doesNotContain("4 行", "Exception", "faults.log");
        assertThat(template).hasContent("completed");
    }

    @Test
    void aMarkedCopyOfOneCanBeMendedThereAndItsRowsDeleted() throws IOException {
        send(16, SCHOOL, people(4));
        Path wrong = typed(template(17, "health-check", "t.xlsx"), "wrong.xlsx", (sheet, last) -> {
            temperatures(sheet, 36.1);
            type(sheet, sheet.getRow(FIRST_ROW), "晨检体温", 365);
            sheet.getRow(FIRST_ROW + 1).getCell(place(sheet, "晨检体温")).setBlank();
            type(sheet, sheet.getRow(FIRST_ROW + 1), "症状", "无");
        });
        Path marked = folder.resolve("out").resolve("wrong-已标注.xlsx");
        desk.call("ingest", wrong, "--annotated", folder.resolve("out"));

        Path mended = typed(marked, "mended.xlsx", (first, last) -> {
            Sheet sheet = first.getWorkbook().getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            for (int row = FIRST_ROW; row < FIRST_ROW + 4; row++) {
                sheet.getRow(row).forEach(cell -> assertThat(cell.getCellStyle().getLocked())
                        .as(cell.getAddress().formatAsString())
                        .isFalse());
            }
            type(sheet, sheet.getRow(FIRST_ROW), "晨检体温", 36.5);
            type(sheet, sheet.getRow(FIRST_ROW + 1), "晨检体温", 36.6);
        });

        JsonNode answer = ingest(mended);
        assertThat(codes(answer)).isEmpty();
        assertThat(answer.path("rows").path("accepted").asInt()).isEqualTo(4);
    }

    /** What is typed into a workbook's first sheet. */
    interface Typing {
        void into(Sheet sheet, int lastRow);
    }

    private Path typed(Path template, String name, Typing typing) throws IOException {
        Path out = folder.resolve(name);
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(template));
                OutputStream file = Files.newOutputStream(out)) {
            typing.into(workbook.getSheetAt(0), workbook.getSheetAt(0).getLastRowNum());
            workbook.write(file);
        }
        return out;
    }

    static void temperatures(Sheet sheet, double first) {
        for (int row = FIRST_ROW; row <= sheet.getLastRowNum(); row++) {
            type(sheet, sheet.getRow(row), "晨检体温", Math.round(10 * first + (row * 7) % 9) / 10.0);
        }
    }

    static void type(Sheet sheet, Row row, String heading, Object value) {
        int place = place(sheet, heading);
        var cell = row.getCell(place) == null ? row.createCell(place) : row.getCell(place);
        if (row.getRowNum() >= FIRST_ROW && cell.getCellStyle().getIndex() == 0) {
            cell.setCellStyle(sheet.getColumnStyle(place));
        }
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    static int place(Sheet sheet, String heading) {
        for (int place = 0; place < sheet.getRow(FIRST_ROW - 1).getLastCellNum(); place++) {
            String text = sheet.getRow(FIRST_ROW - 1).getCell(place).getStringCellValue();
            if (text.replace("*", "").equals(heading)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no heading " + heading);
    }

    private Path completedText(Path template) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(template));
        for (int row = FIRST_ROW; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            cells[5] = "36." + row % 9;
            lines.set(row, String.join(",", cells));
        }
        return Files.write(folder.resolve("done.csv"), lines);
    }

    private List<String> namesIn(Path template) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(template.toFile(), null, true)) {
            Sheet sheet = workbook.getSheetAt(0);
            return IntStream.rangeClosed(FIRST_ROW, sheet.getLastRowNum())
                    .mapToObj(row -> sheet.getRow(row).getCell(1).getStringCellValue())
                    .toList();
        }
    }

    private static String shown(Row row) {
        DataFormatter shown = new DataFormatter(Locale.CHINA);
        shown.setUseCachedValuesForFormulaCells(true);
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> {
            if (!shown.formatCellValue(cell).isEmpty()) {
                cells.add(shown.formatCellValue(cell));
            }
        });
        return String.join(" ", cells);
    }

    private Path template(int day, String form, String name, String... more) {
        Path out = folder.resolve(name);
        List<Object> call = new ArrayList<>(List.of("template", form, "--institution", SCHOOL, "--out", out));
        call.addAll(List.of(more));
        Ended ended = desk.at("2020-06-%02dT08:00:00+08:00".formatted(day)).call(call.toArray());
        assertThat(ended.err()).doesNotContain("退回");
        assertThat(ended.status()).isZero();
        return out;
    }

    private void send(int day, String institution, List<String> rows) throws IOException {
        String date = "2020-06-%02d".formatted(day);
        desk.at(date + "T08:00:00+08:00");
        Path sheet = desk.file(
                institution + "_" + date + "_" + Integer.toHexString(rows.hashCode()) + ".csv",
                HEADING + String.join("\n", rows) + "\n");
        assertThat(answer(desk.call("ingest", sheet, "--json"))
                        .path("institution")
                        .asString())
                .isEqualTo(institution);
    }

    private JsonNode ingest(Path sheet) {
        return answer(desk.call("ingest", sheet, "--json"));
    }

    private static JsonNode answer(Ended ended) {
        return ended.objects().get(0);
    }

    static List<String> codes(JsonNode answer) {
        return answer.path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    /** The third has no identity number, the fourth a class that a spreadsheet takes for a date, the fifth a rare name. */
    static List<String> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.join(
                        ",",
                        number == 4 ? "𠮷㙓·买买提" : "人甲" + "乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".charAt(number),
                        number == 2 ? "" : idNumber(number),
                        "学员",
                        number == 3 ? "3-1" : "一班",
                        "36." + (1 + number % 8),
                        "无",
                        ""))
                .toList();
    }

    private static String idNumber(int number) {
        String digits = "330106198001%02d1%02d".formatted(1 + number % 28, number);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = IntStream.range(0, 17)
                .map(place -> weights[place] * (digits.charAt(place) - '0'))
                .sum();
        return digits + "10X98765432".charAt(sum % 11);
    }
}
