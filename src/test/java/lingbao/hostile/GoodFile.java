package lingbao.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.run.CheckLine;
import lingbao.samples.Grid;
import lingbao.samples.SheetFile;
import org.jspecify.annotations.Nullable;

/** A health sheet with nothing wrong, in each format: what harm is done to. */
final class GoodFile {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String TYPES = "[Content_Types].xml";

    static final String STEM = CheckLine.INSTITUTION + "_" + CheckLine.DAY + "_";

    static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String OF_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static final List<String> HEADINGS = List.of("姓名", "证件号码", "人员类别", "班级", "体温", "症状", "备注");

    private static final List<List<@Nullable Object>> ROWS = grid();

    private GoodFile() {}

    private static List<List<@Nullable Object>> grid() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(HEADINGS));
        for (int row = 1; row <= 20; row++) {
            rows.add(Arrays.asList(
                    "王建国" + "一二三四五六七八九十".charAt(row % 10), null, "学员", "电工一班", "36." + row % 9, "无", null));
        }
        return rows;
    }

    private static final List<Grid> GRIDS = List.of(
            new Grid("健康监测", ROWS, List.of(), Set.of()), new Grid("另一张", List.of(List.of("备忘")), List.of(), Set.of()));
    private static final byte[] XLSX = SheetFile.xlsx(GRIDS, true);
    private static final byte[] XLS = SheetFile.xls(GRIDS);

    /** One of each format. */
    static List<HostileFile> all() {
        return List.of(
                new HostileFile("a good xlsx", STEM + "a.xlsx", GoodFile::xlsx),
                new HostileFile("a good xls", STEM + "a.xls", GoodFile::xls),
                new HostileFile("a good csv", STEM + "a.csv", () -> csv().getBytes(UTF_8)));
    }

    static byte[] xlsx() {
        return XLSX.clone();
    }

    static byte[] xls() {
        return XLS.clone();
    }

    static String csv() {
        StringBuilder text = new StringBuilder();
        for (List<@Nullable Object> row : ROWS) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(cell -> cell == null ? "" : cell.toString())
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** The parts of the workbook, as they were saved. */
    static Map<String, byte[]> savedParts() {
        return RawZip.parts(XLSX);
    }

    /** A workbook's parts, written by hand, with the headings in row 1 and these rows below. */
    static Map<String, byte[]> parts(String rows) {
        return partsOfSheet(worksheet("<sheetData>" + heading() + rows + "</sheetData>"));
    }

    static Map<String, byte[]> partsOfSheet(String sheet) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        put(
                parts,
                TYPES,
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main+xml")
                        + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                        + override("/xl/styles.xml", "styles+xml")
                        + override("/xl/sharedStrings.xml", "sharedStrings+xml")
                        + "</Types>");
        put(
                parts,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        put(
                parts,
                WORKBOOK,
                "<workbook xmlns=\"" + SPREADSHEET + "\" xmlns:r=\"" + OF_RELATIONS
                        + "\"><sheets><sheet name=\"健康监测\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        put(
                parts,
                RELATIONS,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "styles", "styles.xml")
                        + relation("rId3", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
        put(
                parts,
                STYLES,
                "<styleSheet xmlns=\"" + SPREADSHEET + "\"><fonts><font/></fonts><fills><fill/></fills>"
                        + "<borders><border/></borders><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        put(parts, TEXTS, sharedTexts("<si><t>无</t></si>"));
        put(parts, SHEET, sheet);
        return parts;
    }

    static String override(String part, String type) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "\"/>";
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OF_RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    static String sharedTexts(String inside) {
        return "<sst xmlns=\"" + SPREADSHEET + "\">" + inside + "</sst>";
    }

    static String worksheet(String inside) {
        return "<worksheet xmlns=\"" + SPREADSHEET + "\">" + inside + "</worksheet>";
    }

    static String heading() {
        StringBuilder row = new StringBuilder("<row r=\"1\">");
        for (int column = 0; column < HEADINGS.size(); column++) {
            row.append(text(column, 1, HEADINGS.get(column)));
        }
        return row.append("</row>").toString();
    }

    /** A good row. */
    static String row(int number) {
        return "<row r=\"" + number + "\">" + text(0, number, "王建国") + text(2, number, "学员") + text(3, number, "一班")
                + "<c r=\"E" + number + "\"><v>36.5</v></c>" + text(5, number, "无") + "</row>";
    }

    /** The cells of a row. */
    interface Cells {
        String of(int row);
    }

    static String rows(int first, int last, Cells cells) {
        return rows(first, last, 1, cells);
    }

    /** @param step from one row to the next */
    static String rows(int first, int last, int step, Cells cells) {
        StringBuilder rows = new StringBuilder();
        for (int row = first; row <= last; row += step) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\">")
                    .append(cells.of(row))
                    .append("</row>");
        }
        return rows.toString();
    }

    static String text(int column, int row, String text) {
        return "<c r=\"" + address(column, row) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String address(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.append(row).toString();
    }

    static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(UTF_8));
    }
}
