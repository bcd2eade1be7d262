package lingbao.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lingbao.catalogue.CopyMark;
import lingbao.domain.Finding;
import lingbao.domain.FormulaSign;
import lingbao.domain.IgnoredRow;
import lingbao.domain.RowCounts;
import lingbao.domain.Severity;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * The last sheet of a marked copy: what became of the file, what to do now, and every finding with a way to its cell. It
 * stands last, so that no sheet of the sender changes its place, and the copy opens on it.
 */
final class FindingsSheet {

    private static final String NAME = "零报核对汇总";
    private static final List<String> HEADINGS = List.of("序号", "程度", "工作表", "单元格", "列", "填的内容", "问题", "怎么办", "代码");
    private static final int[] WIDTHS = {6, 7, 16, 9, 16, 20, 46, 40, 26};
    private static final int TEXT_LENGTH = 2_000;

    /** The whole of it stands in the cell. */
    private static final int VALUE_LENGTH = 40;

    private static final int ROW_POINTS = 15;

    /** Where a cell of the sheet sent stands in the copy; null where it can't be gone to. */
    interface Place {
        @Nullable
        String of(@Nullable String sheet, String cell);
    }

    private final Workbook workbook;
    private final FileMarks marks;
    private final CopyLimits limits;
    private final Sheet sheet;
    private final CellStyle plain;
    private final CellStyle bold;
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle text;
    private final CellStyle quoted;
    private final CellStyle link;
    private final CellStyle error;
    private final CellStyle warning;
    private int next;
    private int links;

    /** @param fill for styles of the workbook's own kind */
    FindingsSheet(Workbook workbook, MarkFill fill, FileMarks marks, CopyLimits limits) {
        this.workbook = workbook;
        this.marks = marks;
        this.limits = limits;
        this.sheet = workbook.createSheet(freeName(workbook));
        plain = style(10, false, false);
        bold = style(10, true, false);
        title = style(14, true, false);
        heading = style(10, true, true);
        heading.setWrapText(true);
        text = style(10, false, true);
        text.setWrapText(true);
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        quoted = style(10, false, true);
        quoted.cloneStyleFrom(text);
        quoted.setQuotePrefixed(true);
        link = style(10, false, true);
        Font underlined = workbook.createFont();
        underlined.setFontName("宋体");
        underlined.setFontHeightInPoints((short) 10);
        underlined.setUnderline(Font.U_SINGLE);
        underlined.setColor(IndexedColors.BLUE.getIndex());
        link.setFont(underlined);
        error = style(10, true, true);
        fill.fill(error, Severity.ERROR);
        warning = style(10, false, true);
        fill.fill(warning, Severity.WARNING);
    }

    private static String freeName(Workbook workbook) {
        String name = NAME;
        for (int number = 2; workbook.getSheet(name) != null; number++) {
            name = NAME + number;
        }
        return name;
    }

    private CellStyle style(int points, boolean isBold, boolean framed) {
        Font font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) points);
        font.setBold(isBold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    /**
     * @param explanation what kind of copy this is and what to do with it, in lines
     * @param listed the most findings that are listed
     */
    void write(List<String> explanation, int listed, Place place) {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, 256 * WIDTHS[column]);
        }
        line(CopyMark.summaryTitle(), title);
        line("文件：" + marks.file(), plain);
        line(marks.dryRun() ? "这是试读的结果，文件没有接收。" : marks.receipt() == null ? "没有回执。" : "回执：" + marks.receipt(), plain);
        marks.sheets().forEach(each -> line(outcome(each), plain));
        line(
                "错误 " + marks.count(Severity.ERROR) + " 处，提醒 " + marks.count(Severity.WARNING) + " 处，说明 "
                        + marks.count(Severity.NOTE) + " 处。",
                bold);
        next++;
        legend(error, "错误", "这一行（没有单元格的，是整张表）没有接收，请改正后重新上报。");
        legend(warning, "提醒", "已照常读取，请核对。");
        explanation.forEach(each -> line(each, plain));
        next++;
        list(listed, place);
        A4Landscape.setUp(sheet, headingRow);
    }

    private int headingRow;

    private void line(String said, CellStyle style) {
        Cell cell = sheet.createRow(next++).createCell(0);
        cell.setCellValue(oneLine(said));
        cell.setCellStyle(style);
    }

    private void legend(CellStyle style, String word, String said) {
        Row row = sheet.createRow(next++);
        Cell sample = row.createCell(0);
        sample.setCellValue(word);
        sample.setCellStyle(style);
        Cell cell = row.createCell(1);
        cell.setCellValue(said);
        cell.setCellStyle(plain);
    }

    private String outcome(SheetMarks each) {
        StringBuilder said = new StringBuilder();
        if (each.sheet() != null) {
            said.append("工作表“").append(each.sheet()).append("”：");
        }
        if (each.form() == null) {
            return said.append("不是可识别的报表，没有接收。").toString();
        }
        said.append(each.form().name());
        if (each.sender() != null) {
            said.append("，").append(each.sender());
        }
        if (each.period() != null) {
            said.append("，").append(each.period());
        }
        RowCounts rows = each.rows();
        said.append("；").append(each.state().label());
        said.append("；共 ").append(rows.seen()).append(" 行：接收 ").append(rows.accepted());
        said.append("，退回 ").append(rows.rejected()).append("，略过 ").append(rows.ignored());
        List<String> reasons = new ArrayList<>();
        for (IgnoredRow.Reason reason : IgnoredRow.Reason.values()) {
            long count = each.ignored().stream()
                    .filter(row -> row.reason() == reason)
                    .count();
            if (count > 0) {
                reasons.add(reason.label() + " " + count);
            }
        }
        said.append(reasons.isEmpty() ? "" : "（" + String.join("、", reasons) + "）")
                .append("。");
        return said.toString();
    }

    private record Listed(@Nullable SheetMarks of, Finding finding) {}

    private void list(int most, Place place) {
        headingRow = next;
        Row row = sheet.createRow(next++);
        for (int column = 0; column < HEADINGS.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(HEADINGS.get(column));
            cell.setCellStyle(heading);
        }
        Stream<Listed> all = Stream.concat(
                marks.ofFile().stream().map(finding -> new Listed(null, finding)),
                marks.sheets().stream()
                        .flatMap(each -> each.findings().stream().map(finding -> new Listed(each, finding))));
        List<Listed> sorted = all.sorted(
                        Comparator.comparing(listed -> listed.finding().severity()))
                .toList();
        sorted.stream().limit(most).forEach(listed -> list(listed, place));
        if (sorted.size() > most) {
            line("其余 " + (sorted.size() - most) + " 处没有列在这里，见各表旁边的核对结果。", bold);
        }
    }

    private void list(Listed listed, Place place) {
        Finding finding = listed.finding();
        Row row = sheet.createRow(next);
        Cell number = row.createCell(0);
        number.setCellValue(next - headingRow);
        number.setCellStyle(text);
        Cell weight = row.createCell(1);
        weight.setCellValue(label(finding.severity()));
        weight.setCellStyle(
                switch (finding.severity()) {
                    case ERROR -> error;
                    case WARNING -> warning;
                    case NOTE -> text;
                });
        String[] texts = {
            finding.sheet() == null ? "" : finding.sheet(),
            finding.cell() == null ? "" : finding.cell(),
            listed.of() == null ? "" : listed.of().heading(finding),
            finding.value() == null ? "" : shortened(finding.value(), VALUE_LENGTH),
            finding.message(),
            finding.remedy(),
            finding.code().name()
        };
        int lines = 1;
        for (int at = 0; at < texts.length; at++) {
            int column = at + 2;
            Cell cell = row.createCell(column);
            String written = oneLine(texts[at]);
            cell.setCellValue(written);
            cell.setCellStyle(FormulaSign.opens(written) ? quoted : text);
            lines = Math.max(lines, 1 + (PrintedWidth.of(written) + 1) / WIDTHS[column]);
        }
        row.setHeightInPoints(ROW_POINTS * Math.min(lines, 20));
        String target = finding.cell() == null ? null : place.of(finding.sheet(), finding.cell());
        if (target != null && links < limits.links()) {
            links++;
            Hyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            hyperlink.setAddress(target);
            row.getCell(3).setHyperlink(hyperlink);
            row.getCell(3).setCellStyle(link);
        }
        next++;
    }

    private static String label(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case WARNING -> "提醒";
            case NOTE -> "说明";
        };
    }

    /** No letter that a workbook can't hold, and no more than a cell takes. */
    private static String oneLine(String said) {
        String clean = said.replaceAll("[\\p{Cc}\\ufffe\\uffff]", " ");
        return shortened(clean, TEXT_LENGTH);
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "……";
    }

    /** {@code 'sheet'!E12}, as a link wants it; null for a finding of no cell. */
    static @Nullable String target(String sheet, @Nullable String cell) {
        return cell == null ? null : String.format(Locale.ROOT, "'%s'!%s", sheet.replace("'", "''"), cell);
    }

    Sheet sheet() {
        return sheet;
    }
}
