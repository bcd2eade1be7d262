package lingbao.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an archive as its directory names them, judged before any of them is unpacked.
 *
 * @param names in small letters
 */
record ArchiveParts(List<ZipArchiveEntry> entries, Set<String> names) {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
    private static final Pattern UPWARDS = Pattern.compile("(.*[/\\\\])?\\.\\.([/\\\\].*)?");

    ArchiveParts {
        entries = List.copyOf(entries);
        names = Set.copyOf(names);
    }

    /** @throws UnreadableFileException where the directory alone shows that it is not to be unpacked */
    static ArchiveParts of(long fileBytes, ZipFile zip, Limits limits) {
        List<ZipArchiveEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long left = fileBytes;
        long unpacked = 0;
        for (var all = zip.getEntries(); all.hasMoreElements(); ) {
            ZipArchiveEntry entry = all.nextElement();
            if (entries.size() == limits.parts()) {
                throw Signatures.tooManyParts(limits.parts());
            }
            if (leavesTheArchive(entry.getName()) || entry.isUnixSymlink()) {
                throw unsafe("部件的路径");
            }
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw unsafe("部件重名");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw UnreadableFileException.of(FindingCode.ENCRYPTED);
            }
            unlessPlausible(entry.getSize(), fileBytes, limits);
            unpacked += entry.getSize();
            unlessPlausible(unpacked, fileBytes, limits);
            left -= entry.getCompressedSize();
            if (left < 0) {
                throw unsafe("部件重叠");
            }
            entries.add(entry);
        }
        return new ArchiveParts(entries, names);
    }

    private static boolean leavesTheArchive(String name) {
        return name.startsWith("/")
                || name.startsWith("\\")
                || DRIVE.matcher(name).lookingAt()
                || name.contains("..") && UPWARDS.matcher(name).matches();
    }

    private static void unlessPlausible(long unpacked, long fileBytes, Limits limits) {
        unlessPlausibleRatio(unpacked, fileBytes, limits);
        UnreadableFileException.unlessWithin("解压后的字节数", unpacked, limits.unpackedBytes());
    }

    static void unlessPlausibleRatio(long unpacked, long packed, Limits limits) {
        long ratio = unpacked / Math.max(1, packed);
        if (unpacked > Limits.RATIO_FROM && ratio > limits.unpackedRatio()) {
            throw unsafe("压缩比 " + ratio + "，最多允许 " + limits.unpackedRatio());
        }
    }

    static UnreadableFileException unsafe(String what) {
        return UnreadableFileException.of(FindingCode.UNSAFE_ARCHIVE, what);
    }

    /** As the directory says, which is held against what really comes out. */
    long unpackedBytes() {
        return entries.stream().mapToLong(ZipArchiveEntry::getSize).sum();
    }

    boolean haveMacros() {
        return names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"));
    }

    boolean haveObjects() {
        return names.stream().anyMatch(name -> name.startsWith("xl/embeddings/"));
    }

    boolean haveLinks() {
        return names.stream().anyMatch(name -> name.startsWith("xl/externallinks/"));
    }

    /** Whether an archive under this name is what its name says, and not something hidden. */
    static boolean isDocument(String name) {
        return name.startsWith("xl/embeddings/")
                || name.matches(".*\\.(xls[xmb]|xlt[xm]|et|doc[xm]|ppt[xm]|od[stp]|wps|dps)");
    }

    /** What an archive is that holds no workbook of ours; null where it may be one. */
    @Nullable
    String otherKind(boolean workbook) {
        if (names.contains("xl/workbook.bin")) {
            return "二进制工作簿（.xlsb）";
        }
        if (workbook || has("xl/")) {
            return null;
        }
        if (has("word/")) {
            return "Word 文档（.docx）";
        }
        if (has("ppt/")) {
            return "PowerPoint 演示文稿（.pptx）";
        }
        if (has("index/") && names.stream().anyMatch(name -> name.endsWith(".iwa"))) {
            return "苹果电脑的表格（.numbers）";
        }
        if (names.contains("mimetype") && names.contains("content.xml")) {
            return "OpenDocument 文件（.ods）";
        }
        return names.isEmpty() || names.contains("[content_types].xml") ? null : "压缩包（.zip）";
    }

    private boolean has(String folder) {
        return names.stream().anyMatch(name -> name.startsWith(folder));
    }
}
