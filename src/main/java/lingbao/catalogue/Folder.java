package lingbao.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import lingbao.catalogue.CatalogueFaultsException.Fault;

/** The declarations of one kind: one file a thing, the file's name its id. */
final class Folder {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 48;

    private final Ids ids = new Ids();
    private final SortedMap<String, Outline> outlines = new TreeMap<>();

    /** Takes a file in, as standing or as taken away; one that can't be read stands, so that nobody misses it too. */
    void add(String id, DeclaredFile file, List<Fault> faults) {
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            faults.add(new Fault(file.origin(), 1, "文件名应以小写字母开头，只含小写字母、数字和连字符，最多 " + LONGEST_ID + " 个字"));
        }
        Optional<Outline> outline = Outline.of(file, faults);
        if (outline.filter(each -> !each.flag("enabled", true)).isPresent()) {
            ids.removed().add(id);
            faultNothingRemoved(id, file, outline.get());
        } else {
            ids.standing().add(id);
            outline.ifPresent(each -> {
                faultOtherId(id, each);
                outlines.put(id, each);
            });
        }
    }

    private static void faultNothingRemoved(String id, DeclaredFile file, Outline outline) {
        if (!file.replaces() && outline.keys().equals(List.of("enabled"))) {
            outline.fault("enabled", "没有可停用的“" + id + "”，请核对文件名");
        }
    }

    private static void faultOtherId(String id, Outline outline) {
        String declared = outline.text("id");
        if (!declared.isEmpty() && !declared.equals(id)) {
            outline.fault("id", "编号“" + declared + "”与文件名“" + id + "”不同");
        }
    }

    /** Faults what bears an id that is spoken for elsewhere. */
    void faultTaken(Set<String> taken, String where) {
        outlines.forEach((id, outline) -> {
            if (taken.contains(id)) {
                outline.fault("id", "编号“" + id + "”已用于" + where);
            }
        });
    }

    Ids ids() {
        return ids;
    }

    /** What is read of each that stands, by id. */
    <T> SortedMap<String, T> each(BiFunction<String, Outline, T> reader) {
        SortedMap<String, T> read = new TreeMap<>();
        outlines.forEach((id, outline) -> {
            read.put(id, reader.apply(id, outline));
            outline.nothingElse();
        });
        return read;
    }
}
