package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lingbao.catalogue.FileRules;
import lingbao.domain.FindingCode;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An {@code .xls} is parsed beside this process, and nothing that it does there hurts this one. */
class XlsParserTest {

    private static final Limits LIMITS = Limits.standard();
    private static final List<ProcessHandle> ELSE =
            ProcessHandle.current().children().toList();

    @TempDir
    Path folder;

    @Test
    void readsWhatTheBookHolds() throws Exception {
        Path file = SheetBuilder.write(folder.resolve("a.xls"), new HSSFWorkbook(), workbook -> {
            Sheet sheet = workbook.createSheet("一");
            SheetBuilder.row(sheet, 1, "姓名", "𠮷野", "\ud800");
            SheetBuilder.row(sheet, 3, null, 36.5, true);
            sheet.getRow(2).createCell(3).setCellFormula("1/0");
            sheet.getRow(2).setZeroHeight(true);
            SheetBuilder.merge(sheet, "A5:B6");
            sheet.setColumnHidden(2, true);
            workbook.createSheet("二");
            workbook.setSheetHidden(1, true);
        });
        try (XlsParser parser = parser();
                Book spooled = parser.open(file, LIMITS, FileRules.STANDARD);
                Book read = XlsBook.open(Files.newInputStream(file), LIMITS, FileRules.STANDARD)) {
            assertThat(spooled.sheets()).hasSameSizeAs(read.sheets()).hasSize(2);
            for (int index = 0; index < 2; index++) {
                SheetSource one = spooled.sheets().get(index);
                SheetSource other = read.sheets().get(index);
                assertThat(one.name()).isEqualTo(other.name());
                assertThat(one.isHidden()).isEqualTo(other.isHidden());
                assertThat(one.isEmpty()).isEqualTo(other.isEmpty());
                assertThat(one.merges()).isEqualTo(other.merges());
                assertThat(one.hiddenRows()).isEqualTo(other.hiddenRows());
                assertThat(one.hiddenColumns()).isEqualTo(other.hiddenColumns());
                assertThat(rows(one)).isEqualTo(rows(other)).isEqualTo(rows(one));
            }
        }
    }

    @Test
    void usesOneProcessForManyFiles() throws Exception {
        Path file = sheet("a.xls", 3);
        try (XlsParser parser = parser()) {
            parser.open(file, LIMITS, FileRules.STANDARD).close();
            List<ProcessHandle> first = workers();
            parser.open(file, LIMITS, FileRules.STANDARD).close();
            assertThat(workers()).isEqualTo(first).hasSize(1);
        }
        assertThat(workers()).isEmpty();
    }

    @Test
    void getsANewProcessForOneThatEndedBetweenTwoFiles() throws Exception {
        Path file = sheet("a.xls", 3);
        try (XlsParser parser = parser()) {
            parser.open(file, LIMITS, FileRules.STANDARD).close();
            workers().forEach(ProcessHandle::destroyForcibly);
            try (Book again = parser.open(file, LIMITS, FileRules.STANDARD)) {
                assertThat(rows(again.sheets().get(0))).hasSize(3);
            }
        }
    }

    @Test
    void answersForAFileThatFillsTheHeapAndTakesTheNext() throws Exception {
        Path large = sheet("large.xls", 60_000);
        Path small = sheet("small.xls", 3);
        try (XlsParser parser = new XlsParser(XlsParser.command(XlsWorker.class, 24))) {
            assertRefused(parser, large, LIMITS, FindingCode.TOO_LARGE);
            try (Book next = parser.open(small, LIMITS, FileRules.STANDARD)) {
                assertThat(rows(next.sheets().get(0))).hasSize(3);
            }
        }
    }

    @Test
    void answersForAFileThatTakesForever() throws Exception {
        try (XlsParser parser = new XlsParser(XlsParser.command(Sleeper.class, 32))) {
            long start = System.nanoTime();
            assertRefused(parser, sheet("a.xls", 3), within(Duration.ofMillis(300)), FindingCode.TOO_LARGE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(workers()).isEmpty();
        }
    }

    @Test
    void answersForAFileThatEndsTheProcess() throws Exception {
        try (XlsParser parser = new XlsParser(XlsParser.command(Leaver.class, 32))) {
            assertRefused(parser, sheet("a.xls", 3), LIMITS, FindingCode.CORRUPT);
            assertRefused(parser, sheet("b.xls", 3), LIMITS, FindingCode.CORRUPT);
        }
    }

    @Test
    void refusesAFewTextsThatStandAtAGreatManyCells() throws Exception {
        Path file = SheetBuilder.write(folder.resolve("a.xls"), new HSSFWorkbook(), workbook -> {
            Sheet sheet = workbook.createSheet();
            Object[] cells = new Object[200];
            Arrays.fill(cells, "文".repeat(30_000));
            for (int row = 1; row <= 100; row++) {
                SheetBuilder.row(sheet, row, cells);
            }
        });
        try (XlsParser parser = parser()) {
            assertRefused(parser, file, LIMITS, FindingCode.TOO_LARGE);
        }
    }

    @Test
    void leavesNoFileBehind() throws Exception {
        try (XlsParser parser = parser()) {
            long before = spools();
            try (Book book = parser.open(sheet("a.xls", 3), LIMITS, FileRules.STANDARD)) {
                assertThat(rows(book.sheets().get(0))).hasSize(3);
            }
            assertRefused(parser, Files.write(folder.resolve("b.xls"), new byte[600]), LIMITS, FindingCode.CORRUPT);
            assertThat(spools()).isEqualTo(before);
        }
    }

    private static XlsParser parser() {
        return new XlsParser(XlsParser.command(XlsWorker.class, 128));
    }

    private static Limits within(Duration time) {
        return new Limits(
                LIMITS.fileBytes(),
                LIMITS.binaryWorkbookBytes(),
                LIMITS.unpackedBytes(),
                LIMITS.unpackedRatio(),
                LIMITS.parts(),
                LIMITS.sheets(),
                LIMITS.rows(),
                LIMITS.columns(),
                LIMITS.cellLength(),
                LIMITS.merges(),
                time,
                LIMITS.sharedTextBytes());
    }

    private Path sheet(String name, int rows) {
        return SheetBuilder.write(folder.resolve(name), new HSSFWorkbook(), workbook -> {
            Sheet sheet = workbook.createSheet("表");
            for (int row = 1; row <= rows; row++) {
                SheetBuilder.row(sheet, row, "第" + row + "行", row, "学员", "无");
            }
        });
    }

    private static void assertRefused(XlsParser parser, Path file, Limits limits, FindingCode code) {
        assertThatThrownBy(() -> parser.open(file, limits, FileRules.STANDARD).close())
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.finding().code()).isEqualTo(code));
    }

    private static List<RawRow> rows(SheetSource sheet) throws Exception {
        try (RowCursor cursor = sheet.rows()) {
            List<RawRow> rows = new ArrayList<>();
            for (RawRow row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    /** Those that this class started; the one of this process is left out. */
    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive() && !ELSE.contains(child))
                .toList();
    }

    private static long spools() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(XlsParser.SPOOL))
                    .count();
        }
    }

    /** Takes a file and never answers. */
    static final class Sleeper {

        public static void main(String[] none) throws Exception {
            take();
            Thread.sleep(60_000);
        }
    }

    /** Takes a file and is gone. */
    static final class Leaver {

        public static void main(String[] none) throws Exception {
            take();
            Runtime.getRuntime().halt(134);
        }
    }

    private static void take() throws IOException {
        DataOutputStream out = new DataOutputStream(System.out);
        DataInputStream in = new DataInputStream(System.in);
        out.writeByte(XlsWorker.READY);
        out.flush();
        XlsWorker.readLimits(in);
        XlsWorker.readRules(in);
        in.readNBytes(in.readInt());
        out.writeByte(XlsWorker.TAKEN);
        out.flush();
    }
}
