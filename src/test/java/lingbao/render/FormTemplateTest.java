package lingbao.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lingbao.catalogue.CaseCondition;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.FeverThreshold;
import lingbao.catalogue.Form;
import lingbao.catalogue.TemplateMark;
import lingbao.domain.Institution;
import lingbao.domain.InstitutionKind;
import lingbao.domain.Period;
import org.apache.poi.hssf.usermodel.DVConstraint;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.formula.EvaluationConditionalFormatRule;
import org.apache.poi.ss.formula.WorkbookEvaluatorProvider;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormTemplateTest {

    private static final LocalDate DAY = LocalDate.of(2020, 6, 17);

    private static final Institution SENDER =
            new Institution("3301900101", "新程职业培训学校", InstitutionKind.OTHER, "330190001");

    @TempDir
    Path home;

    /** Every shipped form, in both kinds of workbook. */
    static Stream<Object[]> workbooks() {
        return new CatalogueReader()
                .read(new DeclaredFiles(null)).forms().values().stream()
                        .flatMap(form -> Stream.of(FormTemplate.Format.XLSX, FormTemplate.Format.XLS)
                                .map(format -> new Object[] {form, format}));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void saysAboveTheHeadingWhatItIsWhoseAndForWhen(Form form, FormTemplate.Format format) throws IOException {
        try (Workbook workbook = workbook(form, format)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            assertThat(text(sheet, 0, 0)).isEqualTo(form.name());
            assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(place -> text(sheet, 1, place)))
                    .contains(
                            "3301900101",
                            "新程职业培训学校",
                            Period.holding(DAY, form.period()).label());
            assertThat(TemplateMark.in(text(sheet, 2, 0))).contains(TemplateMark.of(form));
            assertThat(sheet.getNumMergedRegions()).isZero();
            for (int place = 0; place < form.columns().size(); place++) {
                Column column = form.columns().get(place);
                assertThat(text(sheet, 3, place)).isEqualTo((column.required() ? "*" : "") + column.heading());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void eachColumnHasItsNoteItsFormatAndItsChoice(Form form, FormTemplate.Format format) throws IOException {
        try (Workbook workbook = workbook(form, format)) {
            Sheet sheet = workbook.getSheetAt(0);
            Map<Integer, DataValidation> validations = validations(sheet);
            for (int place = 0; place < form.columns().size(); place++) {
                Column column = form.columns().get(place);
                String note = sheet.getRow(3)
                        .getCell(place)
                        .getCellComment()
                        .getString()
                        .getString();
                assertThat(note).as(column.id()).startsWith(column.required() ? "必填" : "选填");
                column.choices().forEach(choice -> assertThat(note).contains(choice.word()));
                if (column.unit() != null) {
                    assertThat(note).contains(column.unit());
                }
                assertThat(sheet.getColumnStyle(place).getDataFormatString())
                        .as(column.id())
                        .isEqualTo(
                                switch (column.type()) {
                                    case DATE -> "yyyy-mm-dd";
                                    case TIME -> "hh:mm";
                                    case INTEGER -> "0";
                                    case DECIMAL -> "General";
                                    default -> "@";
                                });
                validated(column, validations.get(place));
            }
        }
    }

    private static void validated(Column column, @Nullable DataValidation validation) {
        boolean free = List.of(
                        ColumnType.TEXT,
                        ColumnType.PERSON,
                        ColumnType.ID,
                        ColumnType.PHONE,
                        ColumnType.DATE,
                        ColumnType.TIME)
                .contains(column.type());
        if (free) {
            assertThat(validation).as(column.id()).isNull();
            return;
        }
        DataValidationConstraint constraint = requireNonNull(validation).getValidationConstraint();
        assertThat(validation.getEmptyCellAllowed()).isTrue();
        assertThat(validation.getRegions().getCellRangeAddress(0).getNumberOfCells())
                .isGreaterThanOrEqualTo(500);
        assertThat(validation.getShowErrorBox()).as(column.id()).isEqualTo(column.type() != ColumnType.CHOICES);
        switch (column.type()) {
            case INTEGER, DECIMAL -> {
                assertThat(constraint.getValidationType())
                        .isEqualTo(
                                column.type() == ColumnType.INTEGER ? ValidationType.INTEGER : ValidationType.DECIMAL);
                if (column.max() != null) {
                    assertThat(largest(constraint)).isEqualTo(column.max().doubleValue());
                }
            }
            case YES_NO ->
                assertThat(constraint.getExplicitListValues())
                        .containsExactly(
                                column.yesWords().get(0), column.noWords().get(0));
            default ->
                assertThat(constraint.getExplicitListValues())
                        .containsExactly(
                                column.choices().stream().map(Choice::word).toArray(String[]::new));
        }
    }

    private static double largest(DataValidationConstraint constraint) {
        return constraint instanceof DVConstraint xls ? xls.getValue2() : Double.parseDouble(constraint.getFormula2());
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void keepsTheHeadingInSightAndFitsThePage(Form form, FormTemplate.Format format) throws IOException {
        try (Workbook workbook = workbook(form, format)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(3, 3, -1, -1));
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            assertThat(sheet.getLastRowNum())
                    .as("no row below the heading is made")
                    .isEqualTo(3);
        }
    }

    /** In the fifth row of a filled-in sheet: what is typed there and what colour rule of the column is met by it. */
    @ParameterizedTest
    @EnumSource(
            value = FormTemplate.Format.class,
            names = {"XLSX", "XLS"})
    void colouredAsTypedIsAFeverByThePolicyAndWhatNoBodyHas(FormTemplate.Format format) throws IOException {
        Form form = feverForm();
        for (boolean inclusive : List.of(true, false)) {
            FeverThreshold fever = new FeverThreshold(new BigDecimal("37.8"), inclusive);
            try (Workbook workbook = workbook(
                    sheet(
                            form,
                            fever,
                            List.of(new ArrayList<>(form.columns().stream()
                                    .map(column -> (String) null)
                                    .toList()))),
                    format)) {
                Sheet sheet = workbook.getSheetAt(0);
                int place = 1 + form.indexOf(feverColumn(form));
                Cell cell = sheet.getRow(4).getCell(place);
                Map<Double, String> expected = new TreeMap<>(Map.of(
                        33.9,
                        "impossible",
                        34.0,
                        "none",
                        37.7,
                        "none",
                        37.9,
                        "fever",
                        43.0,
                        "fever",
                        43.1,
                        "impossible"));
                expected.put(37.8, inclusive ? "fever" : "none");
                expected.forEach((typed, colour) -> {
                    cell.setCellValue(typed);
                    assertThat(colour(cell)).as(typed.toString()).isEqualTo(colour);
                });
                cell.setBlank();
                assertThat(colour(cell)).isEqualTo("none");
                assertThat(sheet.getRow(3)
                                .getCell(place)
                                .getCellComment()
                                .getString()
                                .getString())
                        .contains("37.8℃", "34.0", "43.0")
                        .contains(inclusive ? "达到或超过" : "超过");
            }
        }
    }

    private static String colour(Cell cell) {
        Workbook workbook = cell.getSheet().getWorkbook();
        List<EvaluationConditionalFormatRule> rules = new ConditionalFormattingEvaluator(
                        workbook,
                        (WorkbookEvaluatorProvider) workbook.getCreationHelper().createFormulaEvaluator())
                .getConditionalFormattingForCell(cell);
        if (rules.isEmpty()) {
            return "none";
        }
        assertThat(rules).hasSize(1);
        return rules.get(0).getRule().getFontFormatting().isBold() ? "fever" : "impossible";
    }

    @Test
    void aPlaceThatSaysNothingOfFeverHasNoColourForIt() throws IOException {
        Form form = feverForm();
        try (Workbook workbook = workbook(sheet(form, null, List.of()), FormTemplate.Format.XLSX)) {
            SheetConditionalFormatting colours = workbook.getSheetAt(0).getSheetConditionalFormatting();
            for (int index = 0; index < colours.getNumConditionalFormattings(); index++) {
                assertThat(colours.getConditionalFormattingAt(index)
                                .getRule(0)
                                .getFontFormatting()
                                .isBold())
                        .isFalse();
            }
            workbook.getSheetAt(0).getCellComments().values().forEach(note -> assertThat(
                            note.getString().getString())
                    .doesNotContain("算发热"));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsNotToBeTypedIsProtectedAndNothingElseHindered(Form form) throws IOException {
        List<@Nullable String> row = new ArrayList<>(
                form.columns().stream().map(column -> (String) null).toList());
        row.set(0, "甲");
        try (Workbook workbook = workbook(sheet(form, null, List.of(row)), FormTemplate.Format.XLSX)) {
            XSSFSheet sheet = (XSSFSheet) workbook.getSheetAt(0);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword())
                    .isFalse();
            assertThat(sheet.isInsertRowsLocked()).isFalse();
            assertThat(sheet.isDeleteRowsLocked()).isFalse();
            assertThat(sheet.isSortLocked()).isFalse();
            assertThat(sheet.isAutoFilterLocked()).isFalse();
            assertThat(sheet.isFormatColumnsLocked()).isFalse();
            assertThat(sheet.isSelectUnlockedCellsLocked()).isFalse();
            int columns = sheet.getRow(3).getLastCellNum();
            sheet.getRow(3).forEach(heading -> assertThat(locked(heading)).isTrue());
            sheet.getRow(4).forEach(cell -> assertThat(locked(cell)).isFalse());
            assertThat(locked(sheet.getRow(0).getCell(0))).isTrue();
            assertThat(locked(sheet.getRow(2).getCell(0))).isTrue();
            assertThat(Stream.of(0, columns - 1, columns, 16_383))
                    .as("a row can be deleted only where no cell of it is locked")
                    .allSatisfy(place ->
                            assertThat(sheet.getColumnStyle(place).getLocked()).isFalse());
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:");
        }
    }

    @Test
    void theSenderIsTypedOnlyWhereNobodyKnowsHimAndTheDateMayBeChanged() throws IOException {
        Form form = feverForm();
        Period period = Period.holding(DAY, form.period());
        for (Institution sender : Arrays.asList(SENDER, null)) {
            SheetToFill sheet = new SheetToFill(form, period, sender, null, List.of());
            try (Workbook workbook = workbook(sheet, FormTemplate.Format.XLSX)) {
                Row row = workbook.getSheetAt(0).getRow(1);
                assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(place -> locked(row.getCell(place))))
                        .containsExactly(true, sender != null, true, false, true, sender != null);
            }
        }
    }

    @Test
    void anOldWorkbookIsNotProtected() throws IOException {
        try (Workbook workbook = workbook(feverForm(), FormTemplate.Format.XLS)) {
            assertThat(workbook.getSheetAt(0).getProtect()).isFalse();
        }
    }

    private static boolean locked(Cell cell) {
        return cell.getCellStyle().getLocked();
    }

    /** The shipped form that knows fever. */
    private static Form feverForm() {
        return forms().filter(form -> form.cases().stream().anyMatch(CaseCondition.Fever.class::isInstance))
                .findFirst()
                .orElseThrow();
    }

    private static String feverColumn(Form form) {
        return form.cases().stream()
                .filter(CaseCondition.Fever.class::isInstance)
                .findFirst()
                .orElseThrow()
                .column();
    }

    static Stream<Form> forms() {
        return new CatalogueReader().read(new DeclaredFiles(null)).forms().values().stream();
    }

    private static SheetToFill sheet(Form form, @Nullable FeverThreshold fever, List<List<@Nullable String>> rows) {
        return new SheetToFill(form, Period.holding(DAY, form.period()), SENDER, fever, rows);
    }

    @Test
    void aTextThatAWorkbookTakesForANumberKeepsItsDigitsInACsv() throws IOException {
        Form form = feverForm();
        List<@Nullable String> row = new ArrayList<>(
                form.columns().stream().map(column -> (String) null).toList());
        row.set(0, "=甲");
        row.set(1, "110105194912310021");
        row.set(3, "3-1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormTemplate(List.of(sheet(form, null, List.of(row)))).write(FormTemplate.Format.CSV, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(4))
                .containsExactly("1,'=甲,\t110105194912310021,,\t3-1"
                        + ",".repeat(form.columns().size() - 4));
    }

    @Test
    void aCsvBeginsWithTheMarkOfUtf8() throws IOException {
        Form form = new CatalogueReader()
                .read(new DeclaredFiles(null))
                .forms()
                .values()
                .iterator()
                .next();
        byte[] csv = bytes(form, FormTemplate.Format.CSV);
        assertThat(Arrays.copyOf(csv, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        List<String> lines = new String(csv, 3, csv.length - 3, StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains("3301900101", "新程职业培训学校");
        assertThat(TemplateMark.in(lines.get(2))).contains(TemplateMark.of(form));
    }

    @Test
    void aLongListIsNamedOnAHiddenSheet() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < 60; word++) {
            words.append(word == 0 ? "" : ", ").append("第").append(word).append("号训练场地");
        }
        Files.createDirectories(home.resolve("jobs/forms"));
        Files.writeString(home.resolve("jobs/forms/yard-log.yml"), """
                id: yard-log
                name: 选项
                period: month
                scope: all
                keepDays: 30
                columns:
                  - {id: yard, heading: 场地, type: choice, required: true, choices: [%s]}
                  - {id: state, heading: 状况, type: choice, choices: ["好,干净", 差]}
                """.formatted(words));
        Form form = new CatalogueReader()
                .read(new DeclaredFiles(home))
                .form("yard-log")
                .orElseThrow();
        for (FormTemplate.Format format : List.of(FormTemplate.Format.XLSX, FormTemplate.Format.XLS)) {
            try (Workbook workbook = workbook(form, format)) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
                assertThat(workbook.isSheetHidden(1)).isTrue();
                assertThat(workbook.getActiveSheetIndex()).isZero();
                Sheet list = workbook.getSheetAt(1);
                assertThat(text(list, 60, 0)).isEqualTo("第59号训练场地");
                assertThat(text(list, 1, 1)).isEqualTo("好,干净");
                Map<Integer, DataValidation> validations = validations(workbook.getSheetAt(0));
                assertThat(List.of(0, 1)).allSatisfy(place -> {
                    String name = requireNonNull(validations.get(place))
                            .getValidationConstraint()
                            .getFormula1();
                    assertThat(workbook.getName(name).getRefersToFormula())
                            .isEqualTo(
                                    place == 0
                                            ? list.getSheetName() + "!$A$2:$A$61"
                                            : list.getSheetName() + "!$B$2:$B$3");
                });
            }
        }
    }

    private static Map<Integer, DataValidation> validations(Sheet sheet) {
        Map<Integer, DataValidation> validations = new HashMap<>();
        sheet.getDataValidations()
                .forEach(validation -> validations.put(
                        validation.getRegions().getCellRangeAddress(0).getFirstColumn(), validation));
        return validations;
    }

    private static String text(Sheet sheet, int row, int place) {
        Cell cell = sheet.getRow(row).getCell(place);
        return cell == null ? "" : cell.getStringCellValue();
    }

    private static Workbook workbook(Form form, FormTemplate.Format format) throws IOException {
        return WorkbookFactory.create(new ByteArrayInputStream(bytes(form, format)));
    }

    private static Workbook workbook(SheetToFill sheet, FormTemplate.Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormTemplate(List.of(sheet)).write(format, out);
        return WorkbookFactory.create(new ByteArrayInputStream(out.toByteArray()));
    }

    private static byte[] bytes(Form form, FormTemplate.Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FormTemplate(List.of(sheet(form, null, List.of()))).write(format, out);
        return out.toByteArray();
    }
}
