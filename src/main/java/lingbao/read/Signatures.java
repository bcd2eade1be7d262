package lingbao.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
            Pattern.compile("(?s)^(<!doctype html|<!--|<html|<head|<meta|<table|<style|<body|<div).*");

    /** What can't be read, by the bytes at the very beginning, in hexadecimal; the first that fits. */
    private static final Map<Pattern, String> OTHERS = others(
            "255044462d", "PDF 文件",
            "526172211a07", "压缩包（.rar）",
            "377abcaf271c", "压缩包（.7z）",
            "1f8b08", "压缩包（.gz）",
            "425a68", "压缩包（.bz2）",
            "fd377a585a00", "压缩包（.xz）",
            "89504e470d0a", "图片（.png）",
            "ffd8ff", "图片（.jpg）",
            "47494638", "图片（.gif）",
            "424d.{8}00000000", "图片（.bmp）",
            "52494646.{8}57454250", "图片（.webp）",
            "49492a00", "图片（.tif）",
            "4d4d002a", "图片（.tif）",
            ".{8}66747970(68656963|68656978|6d696631|61766966)", "手机照片（.heic）",
            ".{8}66747970", "视频",
            "7b5c727466", "Word 文档（.rtf）",
            "4d5a.{2}00", "程序（.exe）",
            "7f454c46", "程序",
            "53514c69746520666f726d6174", "数据库文件",
            "09000400", "Excel 2 的旧工作表，版本过旧",
            "09020600", "Excel 3 的旧工作表，版本过旧",
            "09040600", "Excel 4 的旧工作表，版本过旧",
            "0908.{4}0005", "Excel 95 的旧工作表，版本过旧");

    private Signatures() {}

    private static Map<Pattern, String> others(String... beginningsAndKinds) {
        Map<Pattern, String> others = new LinkedHashMap<>();
        for (int at = 0; at < beginningsAndKinds.length; at += 2) {
            others.put(Pattern.compile(beginningsAndKinds[at]), beginningsAndKinds[at + 1]);
        }
        return others;
    }

    static Kind kindOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return kindOf(in.readNBytes(HEAD));
        }
    }

    /** @param file its bytes, or the first of them */
    static Kind kindOf(byte[] file) {
        if (file.length == 0) {
            throw UnreadableFileException.of(FindingCode.EMPTY_FILE);
        }
        String hexadecimal = HexFormat.of().formatHex(file, 0, Math.min(file.length, 16));
        if (hexadecimal.startsWith("504b0304") || hexadecimal.startsWith("504b0506")) {
            return Kind.XLSX;
        }
        if (hexadecimal.startsWith("d0cf11e0a1b11ae1")) {
            return Kind.XLS;
        }
        OTHERS.forEach((beginning, kind) -> {
            if (beginning.matcher(hexadecimal).lookingAt()) {
                throw unsupported(kind);
            }
        });
        // Zeros out of the way, markup is found in two-byte encodings as well.
        String text = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1)
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

    static UnreadableFileException tooManyParts(int most) {
        return UnreadableFileException.of(FindingCode.UNSAFE_ARCHIVE, "部件数超过 " + most);
    }

    /**
     * Counts the directory entries of an archive by their mark, without believing any directory: the archive class would
     * keep every one of them in memory.
     */
    static void unlessFewParts(InputStream archive, int most) throws IOException {
        int marks = 0;
        int matched = 0;
        byte[] mark = {'P', 'K', 1, 2};
        byte[] buffer = new byte[1 << 14];
        for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
            for (int at = 0; at < read; at++) {
                byte one = buffer[at];
                if (matched == 0 && one != 'P') {
                    continue;
                }
                matched = one == mark[matched] ? matched + 1 : one == 'P' ? 1 : 0;
                if (matched == mark.length) {
                    if (++marks > most) {
                        throw tooManyParts(most);
                    }
                    matched = 0;
                }
            }
        }
    }
}
