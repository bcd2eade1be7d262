package lingbao.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lingbao.catalogue.TemplateMark;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * One or several sheets to be filled in, made so that what is filled into them is read without a question: whose each is and
 * for when above its heading, a mark of the form's version, and for each column its heading, a note, a format and what may be
 * chosen.
 */
public final class FormTemplate {

    /** What a template can be written as. */
    public enum Format {
        XLSX,
        XLS,
        /** Holds one sheet, without notes, choices, colours or locks. */
        CSV
    }

    private final List<SheetToFill> sheets;

    /** @param sheets in the order of the workbook, at least one */
    public FormTemplate(List<SheetToFill> sheets) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a template without a sheet");
        }
        this.sheets = List.copyOf(sheets);
    }

    /**
     * @param out stays open
     * @throws IllegalArgumentException where several sheets are to go into a CSV
     */
    public void write(Format format, OutputStream out) throws IOException {
        switch (format) {
            case XLSX -> write(new XSSFWorkbook(), out);
            case XLS -> write(new HSSFWorkbook(), out);
            case CSV -> writeText(out);
        }
    }

    /** With the mark that tells Excel of UTF-8. */
    private void writeText(OutputStream out) throws IOException {
        if (sheets.size() > 1) {
            throw new IllegalArgumentException("a CSV holds one sheet, not " + sheets.size());
        }
        SheetToFill sheet = sheets.get(0);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        try (RowText text = new RowText(writer)) {
            text.add(List.of(sheet.form().name()));
            text.add(sheet.attribution());
            text.add(List.of(TemplateMark.of(sheet.form()).text() + " 标 * 的必填"));
            text.add(sheet.headings());
            int number = 1;
            for (List<@Nullable String> row : sheet.rows()) {
                List<@Nullable Object> cells = new ArrayList<>(row);
                if (sheet.isNumbered()) {
                    cells.add(0, number++);
                }
                text.addKept(cells);
            }
        }
    }

    private void write(Workbook workbook, OutputStream out) throws IOException {
        try (workbook) {
            TemplateStyles styles = new TemplateStyles(workbook);
            WordLists words =
                    new WordLists(workbook, TemplateMark.of(sheets.get(0).form()));
            for (SheetToFill sheet : sheets) {
                workbook.createSheet(SheetNames.free(workbook, sheet.form().name()));
            }
            for (int index = 0; index < sheets.size(); index++) {
                new TemplateSheet(workbook.getSheetAt(index), sheets.get(index), styles, words).lay();
            }
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }
}
