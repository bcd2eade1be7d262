package lingbao.read;

import com.fasterxml.aalto.in.ByteBasedPNameTable;
import com.fasterxml.aalto.in.ReaderConfig;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.util.CharsetNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lingbao.domain.FindingCode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about an {@code .xlsx} before it is opened: every part is unpacked once, counted and checked, and
 * every sheet walked. The same archive class is used as by the reader that comes after, so that both see the same parts.
 *
 * @param sheets by the part's name in small letters
 * @param parts the names of all parts, in small letters
 * @param targets the parts of the workbook's relations, by id, in small letters
 * @param formatted whether a number's format may say more than its digits
 * @param unpacked a small workbook's parts once more, as they were surveyed, in an archive that need not be unpacked, to
 *     be read once; null of a large one
 */
record XlsxSurvey(
        Map<String, SheetSurvey> sheets,
        Set<String> parts,
        Map<String, String> targets,
        boolean formatted,
        BesideCells besideCells,
        @Nullable InputStream unpacked) {

    private static final long UNPACKED_KEPT = 1L << 20;

    /** What a part takes in an archive's directory at least. */
    private static final int DIRECTORY_ENTRY_BYTES = 46;

    /** What an archive of a few parts has beside them. */
    private static final int DIRECTORY_BYTES = 1 << 12;

    private static final int PACKED_BUFFER = 1 << 12;

    private static final int SMALLEST_BUFFER = 1 << 8;

    private static final int NAMES_KEPT = 4 * Limits.NAMES;

    /** As slowly as XML may come to be read before it is believed to be made so, as long as there is time: a fifth of what is usual. */
    private static final long BYTES_A_SECOND = 20L << 20;

    /** The names of elements that the files before this one had, so that the next need not learn them. */
    private static volatile @Nullable ByteBasedPNameTable namesKnown;

    private static InputFactoryImpl parsers() {
        InputFactoryImpl parsers = new InputFactoryImpl();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return parsers;
    }

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    /** @param held the file's bytes where they are held in memory; null where they are to be read from the file */
    static XlsxSurvey of(Path file, byte @Nullable [] held, Limits limits) throws IOException, XMLStreamException {
        long fileBytes = held == null ? Files.size(file) : held.length;
        if (fileBytes >= (long) limits.parts() * DIRECTORY_ENTRY_BYTES) {
            try (InputStream bytes = held == null ? Files.newInputStream(file) : new ByteArrayInputStream(held)) {
                Signatures.unlessFewParts(bytes, limits.parts());
            }
        }
        ZipFile.Builder archive = ZipFile.builder();
        if (held == null) {
            archive.setPath(file);
        } else {
            archive.setSeekableByteChannel(new SeekableInMemoryByteChannel(held));
        }
        try (ZipFile zip = archive.get();
                Walk walk = new Walk(zip, ArchiveParts.of(fileBytes, zip, limits), limits)) {
            return walk.walked();
        }
    }

    private static boolean isOfASheet(ZipArchiveEntry entry) {
        return isOfASheet(entry.getName().toLowerCase(Locale.ROOT));
    }

    private static boolean isOfASheet(String name) {
        return name.startsWith("xl/worksheets/");
    }

    /** What was written, to be read where it lies. */
    private static final class Copied extends ByteArrayOutputStream {

        Copied(int bytes) {
            super(bytes);
        }

        InputStream read() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }

    private static final class Walk implements AutoCloseable {

        private final ZipFile zip;

        /** For all parts: to make one takes longer than most parts take to unpack. */
        private final Inflater inflater = new Inflater(true);

        private final Limits limits;
        private final ArchiveParts parts;
        private final ProcessorTime time;
        private final InputFactoryImpl parsers = parsers();
        private final int namesBefore;
        private final Copied copied;
        private final @Nullable ZipOutputStream copy;
        private final Map<String, SheetSurvey> sheets = new HashMap<>();
        private final Map<String, Map<String, String>> relations = new HashMap<>();
        private final CellLooks looks = new CellLooks();
        private final SharedTexts sharedTexts;
        private @Nullable String workbook;
        private boolean styled;
        private boolean macros;
        private boolean objects;
        private boolean linked;

        Walk(ZipFile zip, ArchiveParts parts, Limits limits) {
            this.zip = zip;
            this.parts = parts;
            this.limits = limits;
            this.sharedTexts = new SharedTexts(limits);
            this.time = new ProcessorTime(limits.parserTime(), BYTES_A_SECOND);
            boolean kept = parts.unpackedBytes() <= UNPACKED_KEPT;
            this.copied = new Copied(kept ? (int) parts.unpackedBytes() + DIRECTORY_BYTES : 0);
            this.copy = kept ? new ZipOutputStream(copied) : null;
            ByteBasedPNameTable known = namesKnown;
            if (known != null && names(CharsetNames.CS_UTF8).getBBSymbols().size() == 0) {
                names(CharsetNames.CS_UTF8).updateBBSymbols(known);
            }
            this.namesBefore = known == null ? 0 : known.size();
        }

        XlsxSurvey walked() throws IOException, XMLStreamException {
            boolean broken = false;
            List<ZipArchiveEntry> entries = new ArrayList<>(parts.entries());
            // What texts and styles look like must be known before the sheets that use them.
            entries.sort(Comparator.comparing(XlsxSurvey::isOfASheet));
            for (ZipArchiveEntry entry : entries) {
                if (!entry.isDirectory()) {
                    broken |= !survey(entry);
                }
            }
            ByteBasedPNameTable names = names(CharsetNames.CS_UTF8).getBBSymbols();
            namesKnown = names.size() <= NAMES_KEPT ? names : null;
            String kind = parts.otherKind(workbook != null);
            if (kind != null) {
                throw UnreadableFileException.of(FindingCode.UNSUPPORTED_FORMAT, kind);
            }
            if (broken) {
                throw UnreadableFileException.corrupt("XML 不完整");
            }
            if (workbook == null) {
                throw UnreadableFileException.corrupt("没有工作簿部件");
            }
            sharedTexts.unlessInVain();
            return new XlsxSurvey(
                    Map.copyOf(sheets),
                    parts.names(),
                    targets(workbook),
                    styled && !looks.arePlainFormats(),
                    new BesideCells(
                            macros || parts.haveMacros(), objects || parts.haveObjects(), linked || parts.haveLinks()),
                    unpacked());
        }

        private @Nullable InputStream unpacked() throws IOException {
            if (copy == null) {
                return null;
            }
            copy.close();
            return copied.read();
        }

        /** False where the part is damaged XML; that is told only once it is known that this is a workbook. */
        private boolean survey(ZipArchiveEntry entry) throws IOException {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
            try (InputStream stream = inflated(entry);
                    MeteredPart part = new MeteredPart(stream, entry, xml, limits, time, copyOf(entry, xml))) {
                boolean whole = true;
                if (xml && !name.endsWith(".vml")) {
                    try {
                        survey(name, part);
                    } catch (XMLStreamException | NumberFormatException e) {
                        whole = false;
                    }
                }
                part.drain();
                if (part.isArchive() && !ArchiveParts.isDocument(name)) {
                    throw ArchiveParts.unsafe("部件里还有压缩包");
                }
                return whole;
            }
        }

        private InputStream inflated(ZipArchiveEntry entry) throws IOException {
            InputStream packed = entry.getMethod() == ZipEntry.DEFLATED ? zip.getRawInputStream(entry) : null;
            if (packed == null) {
                return zip.getInputStream(entry);
            }
            inflater.reset();
            // Without a header it may ask for a byte behind the last one.
            InputStream padded = new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1]));
            int buffer = (int) Math.min(PACKED_BUFFER, Math.max(SMALLEST_BUFFER, entry.getCompressedSize()));
            return new InflaterInputStream(padded, inflater, buffer);
        }

        /** Where a copy of the part goes; null where none is kept. */
        private @Nullable OutputStream copyOf(ZipArchiveEntry entry, boolean xml) throws IOException {
            if (copy == null || !xml) {
                return null;
            }
            ZipEntry stored = new ZipEntry(entry.getName());
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(entry.getSize());
            stored.setCrc(entry.getCrc());
            copy.putNextEntry(stored);
            return copy;
        }

        private void survey(String name, MeteredPart part) throws XMLStreamException {
            XMLStreamReader2 xml = (XMLStreamReader2) parsers.createXMLStreamReader(part);
            try {
                survey(name, xml, part);
            } finally {
                // Only now it is told which names the part had.
                xml.close();
            }
            int names = names(CharsetNames.CS_UTF8).getBBSymbols().size()
                    - namesBefore
                    + names(CharsetNames.CS_US_ASCII).getBBSymbols().size();
            UnreadableFileException.unlessWithin("XML 名称的个数", names, Limits.NAMES);
        }

        private ReaderConfig names(String encoding) {
            ReaderConfig names = parsers.getNonSharedConfig(null, null, null, false, false);
            names.setActualEncoding(encoding);
            return names;
        }

        private void survey(String name, XMLStreamReader2 xml, MeteredPart part) throws XMLStreamException {
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // Comments may stand before the root.
            }
            String encoding = xml.getEncoding();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8") && !encoding.equalsIgnoreCase("US-ASCII")) {
                throw UnreadableFileException.of(FindingCode.UNSAFE_XML, "编码 " + encoding);
            }
            String root = xml.getLocalName();
            switch (root) {
                case "worksheet" -> {
                    part.isParsed();
                    sheets.put(name, SheetSurvey.of(xml, limits, looks, sharedTexts));
                }
                case "sst" -> {
                    part.isParsed();
                    sharedTexts(xml);
                }
                case "workbook" -> workbook(name, xml);
                case "Relationships" -> relations.put(name, relations(name, xml));
                case "Types" -> types(xml);
                case "MapInfo" -> schemas(xml);
                case "externalLink", "connections" -> linked = true;
                case "styleSheet" -> looks.styles(xml);
                default -> {}
            }
        }

        private void workbook(String name, XMLStreamReader xml) throws XMLStreamException {
            String space = xml.getNamespaceURI();
            if (STRICT.equals(space)) {
                throw UnreadableFileException.of(FindingCode.UNSUPPORTED_FORMAT, "严格开放 XML 格式的工作簿（Strict Open XML）");
            }
            if (!SPREADSHEET.equals(space) || workbook != null) {
                throw UnreadableFileException.corrupt("工作簿部件重复或无法识别");
            }
            workbook = name;
            int count = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")) {
                    UnreadableFileException.unlessWithin("工作表数", ++count, limits.sheets());
                }
            }
            if (count == 0) {
                throw UnreadableFileException.corrupt("没有工作表");
            }
        }

        private void sharedTexts(XMLStreamReader xml) throws XMLStreamException {
            int count = 0;
            int length = 0;
            int phonetic = 0;
            SharedTexts.Table table = sharedTexts.new Table();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("si")) {
                        count++;
                        length = 0;
                    } else if (xml.getLocalName().equals("rPh")) {
                        phonetic++;
                    } else if (CellLooks.isStrike(xml)) {
                        looks.strike(count - 1);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (xml.getLocalName().equals("si")) {
                        table.add(length);
                    } else if (xml.getLocalName().equals("rPh")) {
                        phonetic--;
                    }
                } else if (phonetic == 0 && SheetSurvey.isText(event)) {
                    length += xml.getTextLength();
                    UnreadableFileException.unlessWithin("一格的字数", length, limits.cellLength());
                }
            }
            table.end();
        }

        private Map<String, String> relations(String name, XMLStreamReader xml) throws XMLStreamException {
            Map<String, String> targets = new HashMap<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String id = xml.getAttributeValue(null, "Id");
                    String target = xml.getAttributeValue(null, "Target");
                    String type = xml.getAttributeValue(null, "Type");
                    objects |= type != null && (type.endsWith("/oleObject") || type.endsWith("/package"));
                    if (id != null && target != null && !isOfASheet(name)) {
                        targets.put(id, target);
                        UnreadableFileException.unlessWithin("部件关系的个数", targets.size(), Limits.RELATIONS);
                    }
                }
            }
            return targets;
        }

        private void types(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String type = xml.getAttributeValue(null, "ContentType");
                if (type != null) {
                    String small = type.toLowerCase(Locale.ROOT);
                    macros |= small.contains("macroenabled") || small.contains("vbaproject");
                    styled |= xml.getLocalName().equals("Override") && small.endsWith("spreadsheetml.styles+xml");
                }
            }
        }

        /** A schema in the workbook may send whoever reads it elsewhere. We never do, and do not hand it on either. */
        private static void schemas(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getAttributeValue(null, "schemaLocation") != null) {
                    throw UnreadableFileException.of(FindingCode.UNSAFE_XML, "外部架构");
                }
            }
        }

        @Override
        public void close() {
            inflater.end();
        }

        private Map<String, String> targets(String part) {
            int slash = part.lastIndexOf('/') + 1;
            String folder = part.substring(0, slash);
            String relationsPart = folder + "_rels/" + part.substring(slash) + ".rels";
            Map<String, String> targets = new HashMap<>();
            relations
                    .getOrDefault(relationsPart, Map.of())
                    .forEach((id, target) -> targets.put(
                            id,
                            (target.startsWith("/") ? target.substring(1) : folder + target).toLowerCase(Locale.ROOT)));
            return targets;
        }
    }
}
