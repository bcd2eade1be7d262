package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lingbao.catalogue.TemplateMark;
import lingbao.testing.LibreOffice;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;
import tools.jackson.databind.JsonNode;

/** Many clerks have LibreOffice: what a template holds is there when that has opened and saved it, and is read as ever. */
class TemplatesInLibreOfficeTest {

    private static final String SCHOOL = "3301900101";
    private static final int HEADING_ROW = 3;

    @TempDir
    Path folder;

    private Desk desk;
    private LibreOffice libreOffice;

    @BeforeEach
    void sendsTheSheetsOfTheDayBefore() throws IOException {
        Optional<LibreOffice> installed = LibreOffice.in(folder);
        assumeThat(installed)
                .as("LibreOffice (soffice) is not on the path: no template was opened in it")
                .isPresent();
        libreOffice = installed.orElseThrow();
        desk = Desk.in(folder).registered().at("2020-06-29T08:00:00+08:00");
        Path people = desk.file(
                SCHOOL + "_2020-06-29.csv",
                PeopleInTemplatesTest.HEADING + String.join("\n", PeopleInTemplatesTest.people(12)) + "\n");
        Path classes = desk.file(SCHOOL + "_2020-06-29_2.csv", "班级,人员类别,应到人数,实到人数\n一班,学员,12,12\n3-1,学员,9,9\n");
        assertThat(desk.call("ingest", people, classes).status()).isZero();
        desk.at("2020-06-30T08:00:00+08:00");
    }

    @Test
    void aTemplateWithPeopleLosesNothing() throws IOException {
        Path template = folder.resolve("t.xlsx");
        assertThat(desk.call("template", "health-check", "--institution", SCHOOL, "--out", template)
                        .status())
                .isZero();

        assertThat(held(libreOffice.saved(template))).satisfies(saved -> same(saved, held(template)));
    }

    @Test
    void aDaysWorkbookLosesNothing() throws IOException {
        Path template = dueTemplate();

        Map<String, Object> held = held(template);
        assertThat(held).isNotEmpty();
        assertThat(held(libreOffice.saved(template))).satisfies(saved -> same(saved, held));
    }

    @Test
    void completedAndSavedThereItIsReadWithoutAFinding() throws IOException {
        Path completed = folder.resolve("done.xlsx");
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(libreOffice.saved(dueTemplate())));
                OutputStream out = Files.newOutputStream(completed)) {
            for (Sheet sheet : workbook) {
                complete(sheet);
            }
            workbook.write(out);
        }

        List<JsonNode> answers =
                desk.call("check", libreOffice.saved(completed), "--json").objects();

        assertThat(answers)
                .extracting(answer -> answer.path("form").asString())
                .containsExactlyInAnyOrder("health-check", "attendance", "disinfection", "training-roster");
        assertThat(answers).allSatisfy(answer -> {
            assertThat(PeopleInTemplatesTest.codes(answer))
                    .as(answer.toString())
                    .isEqualTo(
                            answer.path("rows").path("seen").asInt() == 0 ? List.of("ZERO_NOT_DECLARED") : List.of());
            assertThat(answer.path("institution").asString()).isEqualTo(SCHOOL);
        });
    }

    private static void same(Map<String, Object> saved, Map<String, Object> before) {
        assertThat(saved.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        before.forEach((what, was) -> assertThat(saved.get(what)).as(what).isEqualTo(was));
    }

    private static void complete(Sheet sheet) {
        for (int number = HEADING_ROW + 1; number <= sheet.getLastRowNum(); number++) {
            Row row = sheet.getRow(number);
            if (row != null && row.getCell(1) != null && row.getCell(1).getCellType() == CellType.STRING) {
                if (sheet.getSheetName().contains("健康")) {
                    PeopleInTemplatesTest.type(sheet, row, "晨检体温", 36 + number % 9 / 10.0);
                } else {
                    PeopleInTemplatesTest.type(sheet, row, "应到人数", 12);
                    PeopleInTemplatesTest.type(sheet, row, "实到人数", 12);
                }
            }
        }
    }

    private Path dueTemplate() {
        Path template = folder.resolve("due.xlsx");
        assertThat(desk.call("template", "--due", "--institution", SCHOOL, "--out", template)
                        .status())
                .isZero();
        return template;
    }

    /** All that a template promises, one by one. */
    private static Map<String, Object> held(Path file) throws IOException {
        Map<String, Object> held = new TreeMap<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Sheet each : workbook) {
                XSSFSheet sheet = (XSSFSheet) each;
                String name = sheet.getSheetName() + ", ";
                held.put(
                        name + "mark",
                        TemplateMark.in(sheet.getRow(2).getCell(0).getStringCellValue()));
                values(sheet).forEach((cell, value) -> held.put(name + "value of " + cell, value));
                formats(sheet).forEach((place, format) -> held.put(name + "format of " + place, format));
                locked(sheet).forEach((place, locked) -> held.put(name + "locked " + place, locked));
                validations(sheet).forEach((cells, choice) -> held.put(name + "choice in " + cells, choice));
                colours(sheet).forEach((cells, colour) -> held.put(name + "colour of " + cells, colour));
                notes(sheet).forEach((cell, note) -> held.put(name + "note of " + cell, note));
                held.put(name + "protection", protection(sheet));
                held.put(name + "widths", widths(sheet));
                held.put(name + "frozen rows", (int) sheet.getPaneInformation().getHorizontalSplitPosition());
                held.put(name + "repeated rows", sheet.getRepeatingRows().formatAsString());
                held.put(name + "filter", sheet.getCTWorksheet().getAutoFilter().getRef());
            }
        }
        return held;
    }

    private static Map<String, String> values(Sheet sheet) {
        Map<String, String> values = new TreeMap<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() != CellType.BLANK && !cell.toString().isEmpty()) {
                values.put(cell.getAddress().formatAsString(), cell.getCellType() + " " + cell);
            }
        }));
        return values;
    }

    private static Map<String, String> formats(Sheet sheet) {
        Map<String, String> formats = new TreeMap<>();
        for (int place = 0; place < sheet.getRow(HEADING_ROW).getLastCellNum(); place++) {
            formats.put("column " + place, format(sheet.getColumnStyle(place)));
            Row first = sheet.getRow(HEADING_ROW + 1);
            if (first != null && first.getCell(place) != null) {
                formats.put("cell " + place, format(first.getCell(place).getCellStyle()));
            }
        }
        return formats;
    }

    private static String format(CellStyle style) {
        return style.getDataFormatString().replace("\\", "");
    }

    /** What can't be typed over, and whether a row further down or a column beside can. */
    private static Map<String, Boolean> locked(Sheet sheet) {
        Map<String, Boolean> locked = new TreeMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK || row.getRowNum() > HEADING_ROW) {
                    locked.put(
                            cell.getAddress().formatAsString(),
                            cell.getCellStyle().getLocked());
                }
            }
        }
        int columns = sheet.getRow(HEADING_ROW).getLastCellNum();
        for (int place : List.of(0, columns - 1, columns, 200, 16_000)) {
            locked.put("column " + place, sheet.getColumnStyle(place).getLocked());
        }
        return locked;
    }

    private static Map<String, String> validations(Sheet sheet) {
        Map<String, String> validations = new TreeMap<>();
        for (DataValidation validation : sheet.getDataValidations()) {
            validations.put(
                    validation.getRegions().getCellRangeAddress(0).formatAsString(),
                    validation.getValidationConstraint().getValidationType() + " "
                            + number(validation.getValidationConstraint().getFormula1()) + " "
                            + (validation.getValidationConstraint().getValidationType() == ValidationType.LIST
                                    ? ""
                                    : number(
                                            validation.getValidationConstraint().getFormula2()))
                            + " "
                            + validation.getShowErrorBox() + " " + validation.getEmptyCellAllowed() + " "
                            + validation.getErrorBoxTitle() + " " + validation.getErrorBoxText());
        }
        return validations;
    }

    /** A limit may be written 34.0 or 34. */
    private static String number(String formula) {
        return formula == null ? "" : formula.replaceAll("\\.0(?![0-9])", "");
    }

    private static Map<String, String> colours(XSSFSheet sheet) {
        Map<String, String> colours = new TreeMap<>();
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        for (int index = 0; index < formatting.getNumConditionalFormattings(); index++) {
            var ranges = formatting.getConditionalFormattingAt(index);
            for (int rule = 0; rule < ranges.getNumberOfRules(); rule++) {
                XSSFConditionalFormattingRule found = ranges.getRule(rule);
                colours.put(
                        ranges.getFormattingRanges()[0].formatAsString() + " " + number(found.getFormula1()),
                        found.getPatternFormatting() != null && found.getFontFormatting() != null
                                ? "filled, " + (found.getFontFormatting().isBold() ? "bold" : "plain")
                                : "none");
            }
        }
        return colours;
    }

    private static Map<String, String> notes(Sheet sheet) {
        Map<String, String> notes = new TreeMap<>();
        for (Map.Entry<CellAddress, ? extends org.apache.poi.ss.usermodel.Comment> note :
                sheet.getCellComments().entrySet()) {
            notes.put(
                    note.getKey().formatAsString(), note.getValue().getString().getString());
        }
        return notes;
    }

    private static List<String> protection(XSSFSheet sheet) {
        CTSheetProtection protection = sheet.getCTWorksheet().getSheetProtection();
        List<String> said = new ArrayList<>(List.of("protected " + sheet.getProtect()));
        said.add("password " + (protection.isSetPassword() || protection.isSetHashValue()));
        said.add("insert rows " + !protection.getInsertRows());
        said.add("delete rows " + !protection.getDeleteRows());
        said.add("sort " + !protection.getSort());
        said.add("filter " + !protection.getAutoFilter());
        said.add("format " + !protection.getFormatCells() + !protection.getFormatColumns()
                + !protection.getFormatRows());
        return said;
    }

    /** In percent of the table's: how wide the letters of a workbook's font are LibreOffice measures for itself. */
    private static List<Integer> widths(Sheet sheet) {
        int columns = sheet.getRow(HEADING_ROW).getLastCellNum();
        float all = 0;
        for (int place = 0; place < columns; place++) {
            all += sheet.getColumnWidth(place);
        }
        List<Integer> widths = new ArrayList<>();
        for (int place = 0; place < columns; place++) {
            widths.add(Math.round(100 * sheet.getColumnWidth(place) / all));
        }
        return widths;
    }
}
