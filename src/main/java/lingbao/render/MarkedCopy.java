package lingbao.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLDocumentPart.RelationPart;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.jspecify.annotations.Nullable;

/**
 * Gives the sender his own file back with everything marked on it: the cells, a column beside each table, and a last sheet
 * with all findings. The file itself is only read; it must have been opened by the reader before, which checks it.
 */
public final class MarkedCopy {

    /** What a copy is. */
    public enum Kind {
        /** The workbook as the sender made it, with marks. */
        WHOLE,
        /** The same without a comment, where the library can't add any. */
        UNCOMMENTED,
        /** A text table as a workbook, all its rows with marks. */
        RETYPED,
        /** The headings and the rows with findings, of a workbook too large to be held in memory. */
        EXTRACT
    }

    /**
     * @param ending of a file name, without the dot
     * @param fault why a workbook that is small enough has no comments or was not marked as it stands; null for all others
     */
    public record Written(
            Kind kind, String ending, @Nullable Throwable fault) {}

    private static final int BUFFER = 1 << 14;

    private final CopyLimits limits;

    public MarkedCopy(CopyLimits limits) {
        this.limits = limits;
    }

    /**
     * @param file the bytes as received
     * @param rows of the same file
     * @param out stays open
     */
    public Written write(Path file, FileMarks marks, SheetRows rows, OutputStream out) throws IOException {
        FileMagic format = formatOf(file);
        if (format != FileMagic.OOXML && format != FileMagic.OLE2) {
            return retyped(marks, rows, out);
        }
        boolean old = format == FileMagic.OLE2;
        if (!isWithinLimits(file, old)) {
            return extract(marks, rows, out, null);
        }
        byte[] marked;
        RuntimeException fault = null;
        try {
            try {
                marked = marked(file, old, marks, limits);
            } catch (RuntimeException e) {
                // An old workbook holds only so many shapes, comments among them; all else can still be marked.
                fault = e;
                marked = marked(file, old, marks, limits.withoutComments());
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Our reader understands more than the library that writes, and takes less room.
            return extract(marks, rows, out, e);
        }
        out.write(marked);
        return new Written(fault == null ? Kind.WHOLE : Kind.UNCOMMENTED, old ? "xls" : "xlsx", fault);
    }

    private Written extract(FileMarks marks, SheetRows rows, OutputStream out, @Nullable Throwable fault)
            throws IOException {
        new RowsCopy(marks, limits, true)
                .write(
                        rows,
                        List.of("这份副本是节录：原文件较大，或格式特殊，只列出表头和有问题的行，原来的行号见“零报节录”一列。", "请在原来的文件里改正，再上传整个原文件；这份节录不能上报。"),
                        out);
        return new Written(Kind.EXTRACT, "xlsx", fault);
    }

    private Written retyped(FileMarks marks, SheetRows rows, OutputStream out) throws IOException {
        new RowsCopy(marks, limits, false)
                .write(
                        rows,
                        List.of(
                                "原文件是文本表格（CSV），这份副本是工作簿，每一格都按原样的文字写出。",
                                "可以在这份副本里有底色的单元格改正，保存后上报；底色、批注、“核对结果”那一列和这张表都不用删，上报时不读。"),
                        out);
        return new Written(Kind.RETYPED, "xlsx", null);
    }

    private static FileMagic formatOf(Path file) throws IOException {
        try (InputStream head = FileMagic.prepareToCheckMagic(Files.newInputStream(file))) {
            return FileMagic.valueOf(head);
        }
    }

    /** What really comes out is counted, whatever the archive says of its sizes. */
    private boolean isWithinLimits(Path file, boolean old) throws IOException {
        if (old) {
            return Files.size(file) <= limits.binaryWorkbookBytes();
        }
        long xml = 0;
        long other = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (Enumeration<ZipArchiveEntry> parts = zip.getEntries(); parts.hasMoreElements(); ) {
                ZipArchiveEntry part = parts.nextElement();
                String name = part.getName().toLowerCase(Locale.ROOT);
                boolean isXml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
                try (InputStream unpacked = zip.getInputStream(part)) {
                    for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                        xml += isXml ? read : 0;
                        other += isXml ? 0 : read;
                        if (xml > limits.xmlBytes() || other > limits.otherBytes()) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private static byte[] marked(Path file, boolean old, FileMarks marks, CopyLimits limits) throws IOException {
        if (!old) {
            try (Workbook workbook = workbook(file)) {
                return new MarkedWorkbook(workbook, marks, limits).marked();
            }
        }
        // Open until all is written: who made the workbook stands beside it in the container. Macros are not kept; they
        // were no part of what was read.
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
                Workbook workbook = new HSSFWorkbook(container.getRoot(), false)) {
            return new MarkedWorkbook(workbook, marks, limits).marked();
        }
    }

    private static Workbook workbook(Path file) throws IOException {
        // From bytes and not from the file: the library would write its changes back into that.
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
        // A copy of a template is named and opened as a workbook; it may hold no macros then.
        workbook.setWorkbookType(XSSFWorkbookType.XLSX);
        dropMacros(workbook);
        return workbook;
    }

    private static void dropMacros(XSSFWorkbook workbook) {
        for (RelationPart each : List.copyOf(workbook.getRelationParts())) {
            if (each.getRelationship().getRelationshipType().equals(XSSFRelation.VBA_MACROS.getRelation())) {
                workbook.getPackagePart()
                        .removeRelationship(each.getRelationship().getId());
                workbook.getPackage().removePart(each.getDocumentPart().getPackagePart());
            }
        }
    }
}
