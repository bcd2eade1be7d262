package lingbao.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;

/** Tells a file's kind by its first bytes, never by its name. */
final class Signatures {

    /** What can be read. */
    enum Kind {
        XLSX("Excel 工作簿（.xlsx）"),
        XLS("Excel 97-2003 工作簿（.xls）"),
        TEXT("文本表格（.csv）");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final int HEAD = 4096;

    private static final Pattern HTML =
            Pattern.compile("(?s)^(<!doctype html|<html|<head|<meta|<table|<style|<body|<div).*");

    /** What can't be read, by the bytes at the very beginning, in hexadecimal. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("255044462d", "PDF 文件"),
            Map.entry("526172211a07", "压缩包（.rar）"),
            Map.entry("377abcaf271c", "压缩包（.7z）"),
            Map.entry("1f8b08", "压缩包（.gz）"),
            Map.entry("89504e470d0a", "图片"),
            Map.entry("ffd8ff", "图片"),
            Map.entry("47494638", "图片"),
            Map.entry("49492a00", "图片"),
            Map.entry("4d4d002a", "图片"),
            Map.entry("7b5c727466", "Word 文档（.rtf）"),
            Map.entry("09000400", "Excel 2 的旧工作表"),
            Map.entry("09020600", "Excel 3 的旧工作表"),
            Map.entry("09040600", "Excel 4 的旧工作表"));

    private Signatures() {}

    static Kind kindOf(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw UnreadableFileException.of(FindingCode.EMPTY_FILE);
        }
        String hexadecimal = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        if (hexadecimal.startsWith("504b0304") || hexadecimal.startsWith("504b0506")) {
            return Kind.XLSX;
        }
        if (hexadecimal.startsWith("d0cf11e0a1b11ae1")) {
            return Kind.XLS;
        }
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            if (hexadecimal.startsWith(other.getKey())) {
                throw unsupported(other.getValue());
            }
        }
        // Zeros out of the way, markup is found in two-byte encodings as well.
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<?xml") || HTML.matcher(text).matches()) {
            throw unsupported(
                    text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                            ? "XML 电子表格 2003"
                            : text.contains("<html") || !text.startsWith("<?xml") ? "网页（HTML）" : "XML 文件");
        }
        if (text.startsWith("mime-version:")) {
            throw unsupported("网页存档（.mht）");
        }
        return Kind.TEXT;
    }

    static UnreadableFileException unsupported(String kind) {
        return UnreadableFileException.of(FindingCode.UNSUPPORTED_FORMAT, kind);
    }

    /**
     * Counts the directory entries of an archive by their mark, without believing any directory: the archive class would
     * keep every one of them in memory.
     */
    static void unlessFewParts(Path file, int most) throws IOException {
        int marks = 0;
        int matched = 0;
        byte[] mark = {'P', 'K', 1, 2};
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    matched = buffer[at] == mark[matched] ? matched + 1 : buffer[at] == 'P' ? 1 : 0;
                    if (matched == mark.length) {
                        UnreadableFileException.unlessWithin("部件数", ++marks, most);
                        matched = 0;
                    }
                }
            }
        }
    }
}
