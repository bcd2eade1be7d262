package lingbao.bench;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.event.AnalysisEventListener;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFiles;
import lingbao.read.Limits;
import lingbao.read.OpenedFile;
import lingbao.read.RawCell;
import lingbao.read.RawSheet;
import lingbao.read.WorkbookReader;
import lingbao.upload.Received;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** One workbook from its file to every cell of it, by each reader; with a thousand files, each call reads the next one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {

    /** Files × rows. */
    @Param({"1000x150", "1x100000"})
    public String shape = "";

    private List<Path> files = List.of();
    private int next;
    private XMLInputFactory tokens = new InputFactoryImpl();
    private WorkbookReader lingbao = new WorkbookReader(List.of(), Limits.standard());

    @Setup
    public void open() {
        String[] numbers = shape.split("x");
        files = SampleWorkbooks.of(
                Path.of(System.getProperty("bench.folder", "target/bench")),
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]));
        tokens.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        lingbao = new WorkbookReader(
                new CatalogueReader().read(new DeclaredFiles(null)).forms().values(), Limits.standard());
    }

    /** What the reading thread itself spent, beside the clock's time that JMH tells. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        public long processorNanos;
        public long calls;
        private long begun;

        @Setup(Level.Iteration)
        public void begin() {
            processorNanos = 0;
            calls = 0;
            begun = THREADS.getCurrentThreadCpuTime();
        }

        void called() {
            calls++;
            processorNanos = THREADS.getCurrentThreadCpuTime() - begun;
        }
    }

    private Path next() {
        next = (next + 1) % files.size();
        return files.get(next);
    }

    @Benchmark
    public void inflateAlone(Blackhole sink, Processor processor) throws Exception {
        byte[] buffer = new byte[1 << 14];
        try (ZipFile zip = new ZipFile(next().toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (holdsRows(entry)) {
                    try (InputStream part = zip.getInputStream(entry)) {
                        for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                            sink.consume(read);
                        }
                    }
                }
            }
        }
        processor.called();
    }

    /** The two parts that every reader has to go through, and no others. */
    private static boolean holdsRows(ZipEntry entry) {
        return entry.getName().startsWith("xl/worksheets/sheet")
                || entry.getName().equals("xl/sharedStrings.xml");
    }

    /** Every token with what it says: the values of attributes and the texts, nothing understood, nothing kept. */
    @Benchmark
    public void aaltoTokens(Blackhole sink, Processor processor) throws Exception {
        try (ZipFile zip = new ZipFile(next().toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (holdsRows(entry)) {
                    try (InputStream part = zip.getInputStream(entry)) {
                        XMLStreamReader xml = tokens.createXMLStreamReader(part);
                        while (xml.hasNext()) {
                            sink.consume(xml.next());
                            if (xml.isStartElement()) {
                                for (int index = 0; index < xml.getAttributeCount(); index++) {
                                    sink.consume(xml.getAttributeValue(index));
                                }
                            } else if (xml.isCharacters()) {
                                sink.consume(xml.getText());
                            }
                        }
                    }
                }
            }
        }
        processor.called();
    }

    /** Everything up to the rows handed on: kind, limits, survey, merges, hidden rows, form, columns. */
    @Benchmark
    public void lingbao(Blackhole sink, Processor processor) throws Exception {
        Path file = next();
        Received received =
                new Received("", file.getFileName().toString(), Files.size(file), Instant.EPOCH, false, file);
        try (OpenedFile opened = lingbao.open(received, null)) {
            for (RawSheet sheet : opened.sheets()) {
                if (sheet.recognised() == null) {
                    throw new IllegalStateException("the form of " + file + " was not found");
                }
                sheet.rows(row -> {
                    for (RawCell cell : row.cells()) {
                        sink.consume(cell.text());
                    }
                });
            }
        }
        processor.called();
    }

    @Benchmark
    public void fastexcelReader(Blackhole sink, Processor processor) throws Exception {
        try (ReadableWorkbook workbook = new ReadableWorkbook(next().toFile())) {
            for (var sheet : workbook.getSheets().toList()) {
                try (var rows = sheet.openStream()) {
                    rows.forEach(row -> {
                        for (var cell : row) {
                            sink.consume(cell == null ? null : cell.getValue());
                        }
                    });
                }
            }
        }
        processor.called();
    }

    @Benchmark
    public void easyExcel(Blackhole sink, Processor processor) {
        EasyExcel.read(next().toFile(), new AnalysisEventListener<Map<Integer, String>>() {
                    @Override
                    public void invoke(Map<Integer, String> row, AnalysisContext context) {
                        row.values().forEach(sink::consume);
                    }

                    @Override
                    public void doAfterAllAnalysed(AnalysisContext context) {
                        // Every row was consumed.
                    }
                })
                .headRowNumber(0)
                .sheet()
                .doRead();
        processor.called();
    }

    @Benchmark
    public void poiEvents(Blackhole sink, Processor processor) throws Exception {
        try (OPCPackage opened = OPCPackage.open(next().toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(opened);
            ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(opened);
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            try (InputStream sheet = reader.getSheetsData().next()) {
                XMLReader xml = parsers.newSAXParser().getXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(reader.getStylesTable(), texts, new Consuming(sink), false));
                xml.parse(new InputSource(sheet));
            }
        }
        processor.called();
    }

    private record Consuming(Blackhole sink) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {
            sink.consume(row);
        }

        @Override
        public void endRow(int row) {
            // The cells were consumed one by one.
        }

        @Override
        public void cell(String address, String text, XSSFComment comment) {
            sink.consume(text);
        }
    }

    @Benchmark
    public void poiUserModel(Blackhole sink, Processor processor) throws Exception {
        try (OPCPackage opened = OPCPackage.open(next().toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            sink.consume(cell.getNumericCellValue());
                        } else {
                            sink.consume(cell.getStringCellValue());
                        }
                    }
                }
            }
        }
        processor.called();
    }
}
