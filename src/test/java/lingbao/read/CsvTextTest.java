package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lingbao.domain.FindingCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    private static final String SHEET = """
            阳光培训学校,2020年6月17日
            姓名,人员类别,体温,备注
            张三,学生,36.5,#不是注释
            "李,四",学生,36.6,"他说""好""
            第二行"
            欧阳\\丽,学生,36.7,C:\\temp

            王五,学生,36.8,
            """;

    private static final List<List<String>> ROWS = List.of(
            List.of("张三", "学生", "36.5", "#不是注释"),
            List.of("李,四", "学生", "36.6", "他说\"好\"\n第二行"),
            List.of("欧阳\\丽", "学生", "36.7", "C:\\temp"),
            List.of(""),
            List.of("王五", "学生", "36.8", ""));

    private final Path folder;

    CsvTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @TestFactory
    Stream<DynamicTest> readsTheSameRowsInEveryEncoding() {
        return Stream.of("UTF-8", "GBK", "GB18030", "UTF-8 mark", "UTF-16LE", "UTF-16BE")
                .map(encoding -> DynamicTest.dynamicTest(encoding, () -> {
                    Path file = Files.write(folder.resolve("a.csv"), encoded(SHEET, encoding));
                    assertThat(read(file)).isEqualTo(ROWS);
                }));
    }

    @Test
    void readsRareNamesOfGb18030() throws IOException {
        Path file = Files.write(
                folder.resolve("a.csv"),
                "姓名,人员类别,体温\n张㙓,学生,36.5\n李𠮷,学生,36.5\n王䶮,学生,36.5\n".getBytes(Charset.forName("GB18030")));
        assertThat(read(file)).extracting(row -> row.get(0)).containsExactly("张㙓", "李𠮷", "王䶮");
    }

    @Test
    void readsTheTextOfAFormulaThatIsNoMoreThanAText() throws IOException {
        String head = "姓名,人员类别,体温,证件号码\n";
        assertThat(read(write(head + "=\"张三\",\"=\"\"学生\"\"\",=\"36.5\" ,=\"110105194912310021\"\n")))
                .containsExactly(List.of("张三", "学生", "36.5", "110105194912310021"));
        assertThat(read(write(head + "=\"张\"&\"三\",=A1,'=\"36.5\",=\"=1+1\"\n")))
                .containsExactly(List.of("=\"张\"&\"三\"", "=A1", "=\"36.5\"", "=1+1"));
    }

    @TestFactory
    Stream<DynamicTest> findsTheSeparator() {
        return Stream.of("\t", ";", "，")
                .map(separator -> DynamicTest.dynamicTest("U+%04X".formatted((int) separator.charAt(0)), () -> {
                    String text = "姓名,人员类别,体温\n张三,学生,36.5\n".replace(",", separator);
                    assertThat(read(write(text))).containsExactly(List.of("张三", "学生", "36.5"));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "\"sep=;\"\n", "SEP=;\n"})
    void passesOverALineThatNamesTheSeparator(String line) throws IOException {
        try (OpenedFile opened = SheetBuilder.open(write(line + "姓名;人员类别;体温\n张三;学生;36,5\n"))) {
            RawSheet sheet = opened.sheets().get(0);
            assertThat(SheetBuilder.rows(sheet)).extracting(RawRow::number).containsExactly(2);
            assertThat(SheetBuilder.texts(SheetBuilder.rows(sheet))).containsExactly(List.of("张三", "学生", "36,5"));
        }
    }

    @Test
    void readsLinesThatEndInACarriageReturnAlone() throws IOException {
        assertThat(read(write("姓名,人员类别,体温\r张三,学生,36.5\r李四,学生,36.6")))
                .containsExactly(List.of("张三", "学生", "36.5"), List.of("李四", "学生", "36.6"));
    }

    @Test
    void countsRecordsAndNotLines() throws IOException {
        try (OpenedFile opened = SheetBuilder.open(write(SHEET))) {
            RawSheet sheet = opened.sheets().get(0);
            assertThat(sheet.name()).isNull();
            assertThat(sheet.titles())
                    .containsExactly(new TitleCell(1, 0, "阳光培训学校"), new TitleCell(1, 1, "2020年6月17日"));
            assertThat(SheetBuilder.rows(sheet)).extracting(RawRow::number).containsExactly(3, 4, 5, 6, 7);
        }
    }

    @Test
    void namesTheRecordWhoseQuoteIsNotClosed() throws IOException {
        StringBuilder text = new StringBuilder("姓名,人员类别,体温\n");
        for (int row = 2; row <= 100; row++) {
            text.append("张三,学生,36.5\n");
        }
        Path open = write(text + "\"李四,学生,36.5\n" + text.toString().repeat(50));
        assertRefused(open, FindingCode.QUOTE_NOT_CLOSED, "101");
        assertRefused(write(text + "王五,学生,\"36.5"), FindingCode.QUOTE_NOT_CLOSED, "101");
        assertRefused(write("姓名,人员类别,体温\n张三,\"学生,36.5\n"), FindingCode.QUOTE_NOT_CLOSED, "2");
    }

    @Test
    void refusesWhatFitsNoEncoding() throws IOException {
        byte[] utf8 = "姓名,人员类别,体温\n张三,学生,36.5\n".getBytes(StandardCharsets.UTF_8);
        byte[] gbk = "李四,学生,36.5\n欧阳修,学生,36.5\n司马光,学生,36.5\n".getBytes(Charset.forName("GBK"));
        assertRefused(joined(utf8, gbk), FindingCode.ENCODING_UNKNOWN, "3");
        assertRefused(joined(utf8, new byte[] {(byte) 0x80, '\n'}), FindingCode.ENCODING_UNKNOWN, "3");
        assertRefused(joined(utf8, new byte[] {0, 'a', '\n'}), FindingCode.NUL_IN_TEXT, "3");
        String traditional = "姓名,人員類別,體溫\n張三,學生,36.5\n李四,學生,36.6\n陳大文,學生,36.7\n";
        assertRefused(
                Files.write(folder.resolve("b5.csv"), traditional.getBytes(Charset.forName("Big5"))),
                FindingCode.ENCODING_UNKNOWN,
                null);
        String japanese = "氏名,体温\nやまだたろう,36.5\nさとうはなこ,36.6\n";
        assertRefused(
                Files.write(folder.resolve("sj.csv"), japanese.getBytes(Charset.forName("Shift_JIS"))),
                FindingCode.ENCODING_UNKNOWN,
                null);
    }

    @Test
    void readsATableNamedAsAWorkbookOnlyWhereItIsOne() throws IOException {
        Path tabs = Files.writeString(folder.resolve("a.xlsx"), "学号\t分数\n1\t2\n");
        try (OpenedFile opened = SheetBuilder.open(tabs)) {
            assertThat(SheetBuilder.codes(opened.findings())).containsExactly(FindingCode.TEXT_NAMED_AS_WORKBOOK);
        }
        assertRefused(
                Files.writeString(folder.resolve("b.xlsx"), "通知，今天下午开会\n请大家，准时参加\n"),
                FindingCode.UNSUPPORTED_FORMAT,
                null);
    }

    @Test
    void knowsATextOfBlanksForEmpty() throws IOException {
        try (OpenedFile opened = SheetBuilder.open(write("\n , \n\n"))) {
            assertThat(opened.sheets().get(0).isEmpty()).isTrue();
        }
    }

    private List<List<String>> read(Path file) {
        try (OpenedFile opened = SheetBuilder.open(file)) {
            return SheetBuilder.texts(SheetBuilder.rows(opened.sheets().get(0)));
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text);
    }

    private Path joined(byte[] first, byte[] second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.write(second);
        return Files.write(folder.resolve("joined.csv"), bytes.toByteArray());
    }

    private static byte[] encoded(String text, String encoding) {
        return switch (encoding) {
            case "UTF-8 mark" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case "UTF-16LE" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
            case "UTF-16BE" -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
            default -> text.getBytes(Charset.forName(encoding));
        };
    }

    private static void assertRefused(Path file, FindingCode code, @org.jspecify.annotations.Nullable String detail) {
        assertThatThrownBy(() -> {
                    try (OpenedFile opened = SheetBuilder.open(file)) {
                        opened.sheets().forEach(SheetBuilder::rows);
                    }
                })
                .isInstanceOfSatisfying(UnreadableFileException.class, e -> {
                    assertThat(e.finding().code()).isEqualTo(code);
                    if (detail != null) {
                        assertThat(e.finding().details()).containsExactly(detail);
                    }
                });
    }
}
