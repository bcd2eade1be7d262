package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lingbao.domain.FindingCode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    private static final Duration TIME = Duration.ofSeconds(4);

    private static final String ROWS =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";

    private final Path folder;

    LimitsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachLimitHoldsByItself() throws IOException {
        Path book = XlsxParts.workbookWith("<sheetData>" + ROWS
                        + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>")
                .with("xl/media/image1.png", new byte[9_000])
                .write(folder.resolve("a.xlsx"));
        long size = Files.size(book);
        assertRead(book, new Limits(size, size, 20_000, 250, 5, 1, 2, 3, 1, 2, TIME, 1_000));
        assertTooLarge(book, new Limits(size - 1, size, 20_000, 250, 5, 1, 2, 3, 1, 2, TIME, 1_000), "文件的字节数");
        assertTooLarge(book, new Limits(size, size, 10_000, 250, 5, 1, 2, 3, 1, 2, TIME, 1_000), "解压后的字节数");
        assertThatThrownBy(() -> assertRead(book, new Limits(size, size, 20_000, 250, 4, 1, 2, 3, 1, 2, TIME, 1_000)))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(FindingCode.UNSAFE_ARCHIVE));
        assertTooLarge(book, new Limits(size, size, 20_000, 250, 5, 0, 2, 3, 1, 2, TIME, 1_000), "工作表数");
        assertTooLarge(book, new Limits(size, size, 20_000, 250, 5, 1, 1, 3, 1, 2, TIME, 1_000), "行数");
        assertTooLarge(book, new Limits(size, size, 20_000, 250, 5, 1, 2, 2, 1, 2, TIME, 1_000), "列数");
        assertTooLarge(book, new Limits(size, size, 20_000, 250, 5, 1, 2, 3, 0, 2, TIME, 1_000), "一格的字数");
        assertTooLarge(book, new Limits(size, size, 20_000, 250, 5, 1, 2, 3, 1, 1, TIME, 1_000), "合并单元格的个数");
    }

    @Test
    void sharedTextsHaveALimitOfTheirOwn() {
        Path book = SheetBuilder.write(folder.resolve("b.xlsx"), new XSSFWorkbook(), workbook -> {
            for (int row = 1; row <= 100; row++) {
                SheetBuilder.row(row == 1 ? workbook.createSheet() : workbook.getSheetAt(0), row, "文字" + row);
            }
        });
        assertRead(book, limits(10_000));
        assertTooLarge(book, limits(1_000), "各不相同的文字");
    }

    /** Were they read, a table as large would fill the heap for nothing. */
    @Test
    void sharedTextsThatNoCellAsksForAreRefused() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (int number = 0; number < 100_003; number++) {
            texts.append("<si><t>").append(number).append("</t></si>");
        }
        Path book = XlsxParts.workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + texts + "</sst>")
                .write(folder.resolve("unused.xlsx"));
        assertTooLarge(book, Limits.standard(), "没有单元格用到的文字条数");
    }

    @Test
    void whatIsHeldInMemoryFollowsTheHeap() {
        long mebibyte = 1L << 20;
        assertThat(Limits.within(128 * mebibyte).sharedTextBytes()).isEqualTo(56 * mebibyte);
        assertThat(Limits.within(256 * mebibyte).sharedTextBytes()).isEqualTo(112 * mebibyte);
        assertThat(Limits.within(32 * mebibyte).sharedTextBytes()).isEqualTo(7 * mebibyte);
        assertThat(Limits.within(128 * mebibyte).rows())
                .isEqualTo(Limits.within(4_096 * mebibyte).rows());
    }

    @Test
    void aBombIsStoppedWhileItIsUnpacked() throws IOException {
        Path bomb = XlsxParts.workbook("")
                .with("xl/media/zeros.bin", new byte[64 << 20])
                .write(folder.resolve("bomb.xlsx"));
        assertTimeout(Duration.ofSeconds(5), () -> assertRefused(bomb, FindingCode.UNSAFE_ARCHIVE));
    }

    @Test
    void anAttributeWithoutEndIsStopped() throws IOException {
        Path book = XlsxParts.workbook("<row r=\"1\" spans=\"" + "1 ".repeat(2_000_000) + "\"/>")
                .write(folder.resolve("c.xlsx"));
        assertTooLarge(book, Limits.standard(), "一格的长度");
    }

    @Test
    void namesThatLeaveTheArchiveAreRefused() throws IOException {
        for (String name :
                new String[] {"../evil.xml", "xl/../../evil.xml", "/etc/passwd", "C:\\x.xml", "XL/WORKBOOK.XML"}) {
            Path book = XlsxParts.workbook(ROWS).with(name, "<x/>").write(folder.resolve("d.xlsx"));
            assertRefused(book, FindingCode.UNSAFE_ARCHIVE);
        }
    }

    @Test
    void aDocumentTypeAnywhereIsRefused() throws IOException {
        String doctype = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x/>";
        assertRefused(
                XlsxParts.workbook(ROWS).with("docProps/custom.xml", doctype).write(folder.resolve("e.xlsx")),
                FindingCode.UNSAFE_XML);
        assertRefused(
                XlsxParts.workbook(ROWS)
                        .with("docProps/custom.xml", ("\ufeff" + doctype).getBytes(StandardCharsets.UTF_16LE))
                        .write(folder.resolve("e.xlsx")),
                FindingCode.UNSAFE_XML);
    }

    @Test
    void aMillionBlankFormattedRowsCostNothing() throws IOException {
        Path book = sheet(folder.resolve("blank.xlsx"), out -> {
            for (int row = 1; row <= 1_048_576; row++) {
                String cells = row == 1
                        ? cells(row, "姓名", "人员类别", "体温")
                        : row == 2 ? cells(row, "张三", "学生", "36.5") : "<c r=\"A" + row + "\"/><c r=\"B" + row + "\"/>";
                out.write(("<row r=\"" + row + "\">" + cells + "</row>").getBytes(StandardCharsets.UTF_8));
            }
        });
        assertTimeout(Duration.ofSeconds(15), () -> {
            try (OpenedFile opened = SheetBuilder.open(book)) {
                assertThat(SheetBuilder.rows(opened.sheets().get(0))).hasSize(1);
            }
        });
    }

    @Test
    void twoHundredThousandRowsAreStreamed() throws IOException {
        int rows = 200_000;
        Path book = sheet(folder.resolve("large.xlsx"), out -> {
            out.write(("<row r=\"1\">" + cells(1, "姓名", "证件号码", "人员类别", "班级", "体温", "症状", "备注") + "</row>")
                    .getBytes(StandardCharsets.UTF_8));
            for (int row = 2; row <= rows + 1; row++) {
                String line = "<row r=\"" + row + "\">"
                        + cells(row, "张" + row, "11010519491231" + row, "学生", "一班", "36.5", "无", "")
                        + "</row>";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        });
        AtomicInteger seen = new AtomicInteger();
        assertTimeout(Duration.ofSeconds(30), () -> {
            try (OpenedFile opened = SheetBuilder.open(book)) {
                opened.sheets().get(0).rows(row -> seen.incrementAndGet());
            }
        });
        assertThat(seen).hasValue(rows);
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A workbook whose sheet is written as it comes. */
    private static Path sheet(Path file, Content rows) throws IOException {
        Path shell = XlsxParts.workbook("").write(file);
        byte[] small = Files.readAllBytes(shell);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(small));
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    out.write(
                            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    .getBytes(StandardCharsets.UTF_8));
                    rows.write(out);
                    out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return file;
    }

    private static String cells(int row, String... texts) {
        StringBuilder cells = new StringBuilder();
        for (int column = 0; column < texts.length; column++) {
            cells.append("<c r=\"")
                    .append((char) ('A' + column))
                    .append(row)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(texts[column])
                    .append("</t></is></c>");
        }
        return cells.toString();
    }

    @Test
    void aTextTableIsRefusedByItsBytesBeforeItIsRead() throws IOException {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "姓名,体温\n" + "张三,36.5\n".repeat((int) (Limits.TEXT_BYTES / 12)));
        assertTooLarge(file, Limits.standard(), "文件的字节数");
    }

    private static Limits limits(long sharedTextBytes) {
        Limits standard = Limits.standard();
        return new Limits(
                standard.fileBytes(),
                standard.binaryWorkbookBytes(),
                standard.unpackedBytes(),
                standard.unpackedRatio(),
                standard.parts(),
                standard.sheets(),
                standard.rows(),
                standard.columns(),
                standard.cellLength(),
                standard.merges(),
                standard.parserTime(),
                sharedTextBytes);
    }

    private static void assertRead(Path file, Limits limits) {
        try (OpenedFile opened = new WorkbookReader(TestForms.ALL, limits).open(SheetBuilder.received(file), null)) {
            opened.sheets().forEach(SheetBuilder::rows);
        }
    }

    private static void assertTooLarge(Path file, Limits limits, String what) {
        assertThatThrownBy(() -> assertRead(file, limits)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.finding().code()).isEqualTo(FindingCode.TOO_LARGE);
            assertThat(e.finding().details().get(0)).isEqualTo(what);
        });
    }

    private static void assertRefused(Path file, FindingCode code) {
        assertThatThrownBy(() -> SheetBuilder.open(file))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(code));
    }
}
