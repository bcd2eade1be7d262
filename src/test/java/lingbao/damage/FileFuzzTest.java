package lingbao.damage;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lingbao.run.CheckLine;

/** Whole files of any bytes, down the line to the printed answer. How to run each for longer stands in docs/reliability.md. */
class FileFuzzTest {

    private static final CheckLine LINE = new CheckLine(null);

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final Map<String, byte[]> WORKBOOK = workbook();

    private static final byte[] GOOD_CSV =
            "姓名,人员类别,体温,症状\n甲一,学员,36.5,无\n甲二,学员,36.6,无\n".getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "5m")
    void xlsx(byte[] bytes) throws IOException {
        answer(bytes, "3301900101_2020-06-17.xlsx");
    }

    @DictionaryEntries({
        "<row r=\"2\">",
        "</row>",
        "<c r=\"A1\" t=\"inlineStr\">",
        "<is><t>",
        "</t></is></c>",
        "<v>",
        "</v>",
        "t=\"s\"",
        "t=\"b\"",
        "t=\"e\"",
        "t=\"str\"",
        "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
        "hidden=\"1\"",
        "<sheetData>",
        "</sheetData>",
        "<f>A1</f>",
        " s=\"1\"",
        "体温",
        "姓名",
        "人员类别"
    })
    @FuzzTest(maxDuration = "5m")
    void sheetPart(byte[] xml) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(WORKBOOK);
        parts.put("xl/worksheets/sheet1.xml", xml);
        answer(ZipParts.archive(parts), "3301900101_2020-06-17.xlsx");
    }

    @FuzzTest(maxDuration = "5m")
    void xls(byte[] bytes) throws IOException {
        answer(bytes, "3301900101_2020-06-17.xls");
    }

    @DictionaryEntries({
        "姓名",
        "人员类别",
        "体温",
        "症状",
        "班级",
        "应到人数",
        "实到人数",
        "日期",
        "场所",
        "作业类型",
        "开始时间",
        "责任人",
        "学员",
        "无",
        "36.5",
        "合计",
        "2020-06-17",
        "单位：",
        "3301900101",
        "\\x22",
        ",",
        "\\x09",
        ";",
        "，",
        "\\x0d\\x0a",
        "sep=;"
    })
    @FuzzTest(maxDuration = "5m")
    void csv(byte[] bytes) throws IOException {
        answer(bytes, "3301900101_2020-06-17.csv");
    }

    @DictionaryEntries({
        "3301900101",
        "3301900102",
        "新程职业培训学校",
        "青石第一小学",
        "2020-06-17",
        "2020年6月17日",
        "20200617",
        ".csv",
        ".xlsx",
        "../",
        "C:\\\\",
        "健康监测",
        "~$",
        "\u202e"
    })
    @FuzzTest(maxDuration = "5m")
    void fileName(byte[] name) throws IOException {
        answer(GOOD_CSV, new String(name, StandardCharsets.UTF_8));
    }

    private static void answer(byte[] bytes, String name) throws IOException {
        Path file = Files.createTempFile("fuzz", "");
        try {
            Files.write(file, bytes);
            Account.isTrue(LINE.answersToOneNamed(name, file, null));
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, byte[]> workbook() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes("""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                </Types>"""));
        parts.put(
                "xl/workbook.xml",
                bytes("<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", bytes("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
                </Relationships>"""));
        parts.put(
                "xl/styles.xml",
                bytes(
                        "<styleSheet xmlns=\"" + MAIN
                                + "\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"));
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
