package lingbao.catalogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lingbao.catalogue.Policy.DatedValue;
import lingbao.catalogue.Policy.Deadline;
import lingbao.catalogue.Policy.Origin;
import lingbao.domain.InstitutionKind;
import org.jspecify.annotations.Nullable;

/** Reads one policy. */
final class PolicyReader {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final String id;
    private final Outline outline;
    private final Map<String, Threshold> vocabulary;
    private final Ids forms;

    PolicyReader(String id, Outline outline, Map<String, Threshold> vocabulary, Ids forms) {
        this.id = id;
        this.outline = outline;
        this.vocabulary = vocabulary;
        this.forms = forms;
    }

    Policy read() {
        return new Policy(id, outline.text("name"), outline.zone("zone", CHINA), thresholds(), deadlines());
    }

    private Map<String, List<DatedValue>> thresholds() {
        Map<String, List<DatedValue>> thresholds = new LinkedHashMap<>();
        outline.outline("thresholds").ifPresent(all -> all.keys().forEach(id -> {
            Threshold threshold = vocabulary.get(id);
            if (threshold == null) {
                all.fault(id, "thresholds.yml 里没有“" + id + "”");
            }
            thresholds.put(id, values(all, id, threshold));
        }));
        return thresholds;
    }

    private static List<DatedValue> values(Outline all, String id, @Nullable Threshold threshold) {
        List<DatedValue> values = new ArrayList<>();
        Set<LocalDate> since = new HashSet<>();
        for (Outline each : all.someOutlines(id)) {
            DatedValue value = new DatedValue(
                    each.date("since"),
                    each.value("value", threshold == null ? Threshold.Type.TEXT : threshold.type()),
                    each.word("origin", Origin.class),
                    each.text("source"));
            if (!since.add(value.since())) {
                each.fault("since", "“" + id + "”在同一天有两个值");
            }
            values.add(value);
        }
        values.sort(Comparator.comparing(DatedValue::since));
        return List.copyOf(values);
    }

    private List<Deadline> deadlines() {
        List<Deadline> deadlines = new ArrayList<>();
        for (Outline each : outline.someOutlines("deadlines")) {
            Deadline deadline = deadline(each);
            if (deadlines.stream().anyMatch(other -> contradicts(other, deadline))) {
                each.fault("同一张表、同一类机构、同一天起有两个时限");
            }
            deadlines.add(deadline);
        }
        if (outline.has("deadlines")
                && deadlines.stream()
                        .noneMatch(each -> each.form() == null && each.kinds().isEmpty())) {
            outline.fault("deadlines", "缺少默认时限（不写 form 和 kinds 的一项）");
        }
        deadlines.removeIf(each -> each.form() != null && forms.removed().contains(each.form()));
        return deadlines;
    }

    private Deadline deadline(Outline each) {
        String form = each.textOrNull("form");
        if (form != null && !forms.knows(form)) {
            each.fault("form", "没有表“" + form + "”");
        }
        Set<InstitutionKind> kinds = Kinds.of(each.texts("kinds"), message -> each.fault("kinds", message));
        return new Deadline(
                form,
                kinds,
                each.time("time"),
                each.date("since"),
                each.word("origin", Origin.class),
                each.text("source"));
    }

    private static boolean contradicts(Deadline one, Deadline other) {
        boolean sameForm =
                one.form() == null ? other.form() == null : one.form().equals(other.form());
        boolean sameKinds = one.kinds().isEmpty()
                ? other.kinds().isEmpty()
                : one.kinds().stream().anyMatch(other.kinds()::contains);
        return sameForm && sameKinds && one.since().equals(other.since());
    }
}
