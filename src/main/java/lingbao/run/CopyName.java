package lingbao.run;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name under which a marked copy is written: the sender's own, with nothing left in it that leads elsewhere. */
final class CopyName {

    private static final String SUFFIX = "-已标注";

    private static final Pattern EARLIER_SUFFIX = Pattern.compile("(" + SUFFIX + "(-\\d+)?)+$");

    /** Separators, what Windows does not allow, and letters that are not seen or turn the others round. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}/\\\\:*?\"<>|]+");

    /** Of any file system that we know; in bytes of UTF-8. */
    private static final int LONGEST = 180;

    private CopyName() {}

    /**
     * @param name the file's own; of one in a folder that was given its path below that, which becomes part of the name
     * @param attempt from 1; a later one gives another name
     */
    static String of(String name, String ending, int attempt) {
        String stem = name.replaceFirst("\\.[^./\\\\]{1,5}$", "");
        stem = UNSAFE.matcher(stem).replaceAll("_");
        stem = EARLIER_SUFFIX.matcher(stem).replaceFirst("");
        // A name that begins so is a hidden file, one that another program holds, or an option.
        stem = stem.replaceFirst("^[._~$\\-\\s]+", "").strip();
        while (stem.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return (stem.isEmpty() ? "报表" : stem) + SUFFIX + (attempt == 1 ? "" : "-" + attempt) + "." + ending;
    }
}
