package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import lingbao.domain.FindingCode;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergesTest {

    private final Path folder;

    MergesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void fillsAClassDownOverItsPeople() {
        Read read = read(sheet -> {
            people(sheet, 3, "一班");
            SheetBuilder.merge(sheet, "D2:D5");
        });
        assertThat(read.codes).isEmpty();
        assertThat(read.rows.stream().map(row -> row.cell(3).text())).containsExactly("一班", "一班", "一班");
    }

    @Test
    void leavesARowWithNothingElseBlank() {
        Read read = read(sheet -> {
            people(sheet, 2, "一班");
            SheetBuilder.row(sheet, 4, null, null, null, null, null, null);
            sheet.getRow(3).createCell(0).setBlank();
            SheetBuilder.row(sheet, 5, "李四", "学生", 36.5);
            SheetBuilder.merge(sheet, "D2:D5");
        });
        assertThat(read.rows.stream().map(RawRow::isBlank)).containsExactly(false, false, true, false);
        assertThat(read.rows.get(3).cell(3).text()).isEqualTo("一班");
    }

    @Test
    void refusesTheRowsOfAValueThatSpeaksForSeveralPeople() {
        Read read = read(sheet -> {
            people(sheet, 4, "一班");
            sheet.getRow(1).createCell(2).setCellValue(36.5);
            SheetBuilder.merge(sheet, "C2:C4");
        });
        assertThat(read.codes).isEmpty();
        assertThat(read.ofRows).containsExactly("C2 MERGED_ROWS C2:C4", "C3 MERGED_ROWS C2:C4", "C4 MERGED_ROWS C2:C4");
    }

    @Test
    void showsTheValueThatSpeaksForSeveralPeople() {
        Read read = read(sheet -> {
            people(sheet, 2, "一班");
            sheet.getRow(1).createCell(2).setCellValue(36.5);
            SheetBuilder.merge(sheet, "C2:C3");
        });
        assertThat(read.values).containsExactly("36.5", "36.5");
    }

    @Test
    void masksANumberOfAPersonThatSpeaksForSeveralRows() {
        Read read = read(sheet -> {
            people(sheet, 2, "一班");
            sheet.getRow(1).createCell(4).setCellValue("无");
            sheet.getRow(2).createCell(4).setCellValue("无");
            sheet.getRow(1).getCell(0).setCellValue("13800138000");
            SheetBuilder.merge(sheet, "A2:A3");
        });
        assertThat(read.values).hasSize(2).noneMatch(value -> value.contains("0013"));
    }

    @Test
    void refusesAValueBetweenTwoColumns() {
        Read read = read(sheet -> {
            people(sheet, 2, "一班");
            SheetBuilder.merge(sheet, "C2:D2");
        });
        assertThat(read.codes).containsExactly(FindingCode.MERGED_CROSSES_COLUMNS);
        assertThat(read.details).containsExactly("C2:D2");
    }

    @Test
    void refusesAHeadingOverAFurtherColumnThatHoldsValues() {
        Read read = read(sheet -> {
            SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温", null, "班级");
            SheetBuilder.row(sheet, 2, "张三", "学生", 36.5, null, "一班");
            SheetBuilder.row(sheet, 3, "李四", "学生", 36.5, 38.6, "一班");
            SheetBuilder.merge(sheet, "C1:D1");
        });
        assertThat(read.codes).containsExactly(FindingCode.MERGED_CROSSES_COLUMNS);
        assertThat(read.details).containsExactly("C1:D1");
    }

    @Test
    void letsAHeadingBeMergedForItsLooks() {
        Read read = read(sheet -> {
            SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温", null, "班级");
            SheetBuilder.row(sheet, 2, "张三", "学生", 36.5, null, "一班");
            SheetBuilder.merge(sheet, "C1:D1");
        });
        assertThat(read.codes).isEmpty();
        assertThat(read.rows).hasSize(1);
    }

    @Test
    void mindsNeitherTotalsNorNotesNorSignatures() {
        Read read = read(sheet -> {
            people(sheet, 2, "一班");
            SheetBuilder.row(sheet, 4, "合 计", null, 36.5, "2人", "无");
            SheetBuilder.merge(sheet, "A4:B4");
            SheetBuilder.row(sheet, 5, "说明：体温每日三测，异常立即上报。");
            SheetBuilder.merge(sheet, "A5:F6");
            SheetBuilder.row(sheet, 7, "填表人：", "王五", null, "审核人：", "赵六", null);
            SheetBuilder.merge(sheet, "B7:C7");
            SheetBuilder.merge(sheet, "E7:F7");
        });
        assertThat(read.codes).isEmpty();
    }

    @Test
    void mindsNoMergeWithoutAValue() {
        Read read = read(sheet -> {
            people(sheet, 2, "一班");
            SheetBuilder.merge(sheet, "E2:F2");
            SheetBuilder.merge(sheet, "E3:F3");
        });
        assertThat(read.codes).isEmpty();
    }

    /** @param ofRows what refuses single rows: cell, code, details */
    private record Read(
            List<FindingCode> codes,
            List<String> details,
            List<String> ofRows,
            List<String> values,
            List<RawRow> rows) {}

    private Read read(Consumer<Sheet> content) {
        Path file = SheetBuilder.write(folder.resolve("merges.xlsx"), new XSSFWorkbook(), workbook -> {
            Sheet sheet = workbook.createSheet();
            SheetBuilder.row(sheet, 1, "姓名", "人员类别", "体温", "班级", "症状", "备注");
            content.accept(sheet);
        });
        try (OpenedFile opened = SheetBuilder.open(file)) {
            RawSheet sheet = opened.sheets().get(0);
            Objects.requireNonNull(sheet.recognised());
            return new Read(
                    SheetBuilder.codes(sheet.findings()),
                    sheet.findings().stream()
                            .map(finding -> finding.details().get(0))
                            .toList(),
                    SheetBuilder.rows(sheet).stream()
                            .flatMap(row -> sheet.findingsAt(row.number()).stream())
                            .map(finding ->
                                    finding.cell() + " " + finding.code() + " " + String.join(" ", finding.details()))
                            .toList(),
                    SheetBuilder.rows(sheet).stream()
                            .flatMap(row -> sheet.findingsAt(row.number()).stream())
                            .map(finding -> String.valueOf(finding.value()))
                            .toList(),
                    SheetBuilder.rows(sheet));
        }
    }

    /** From row 2; the class stands in the first row only. */
    private static void people(Sheet sheet, int count, String className) {
        for (int row = 2; row < 2 + count; row++) {
            SheetBuilder.row(sheet, row, "张" + row, "学生", 36.5, row == 2 ? className : null);
        }
    }
}
