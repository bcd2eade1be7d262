package lingbao.catalogue;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the vocabulary of the policies. */
final class ThresholdsReader {

    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*");

    private ThresholdsReader() {}

    static SortedMap<String, Threshold> read(Outline outline) {
        SortedMap<String, Threshold> thresholds = new TreeMap<>();
        for (String id : outline.keys()) {
            if (!ID.matcher(id).matches()) {
                outline.fault(id, "阈值的编号“" + id + "”应以小写字母开头，只含字母和数字");
            }
            outline.outline(id).ifPresent(each -> thresholds.put(id, threshold(id, each)));
        }
        outline.nothingElse();
        return thresholds;
    }

    private static Threshold threshold(String id, Outline outline) {
        String unit = outline.textOrNull("unit");
        return new Threshold(
                id, outline.text("name"), outline.word("type", Threshold.Type.class), unit == null ? "" : unit);
    }
}
