package lingbao.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The registered names that a mistyped one may mean: those that differ in a few characters, or of which one holds the
 * other; what kind of unit it is (街道, 镇, 乡) makes no difference. Among a hundred thousand names only those are compared that share one of the typed name's rarest pairs of
 * neighbouring characters: a name that two slips part from it keeps one of any five, unless all are common.
 */
final class NearestNames {

    private static final int TOLD = 3;
    private static final int RAREST_PAIRS = 5;

    /** A pair that more names have (有限, 公司) tells nothing. */
    private static final int COMMON = 2_000;

    /** Nobody reads the nearest names of more; looking for all would take minutes where every row of a long sheet is wrong. */
    private static final int LOOKED_FOR_AT_MOST = 20_000;

    private static final String NONE = "无";
    private static final String NOT_LOOKED_FOR = "未查找";

    private static final List<String> KINDS_OF_UNIT = List.of("街道", "镇", "乡");

    private final List<String> names;
    private final Map<Integer, int[]> namesByPair = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();

    NearestNames(Collection<String> names) {
        this.names = names.stream().sorted().toList();
    }

    /** At most three, the nearest first, as they are told to people. */
    String to(String typed) {
        String found = found(typed);
        return found.isEmpty() ? NONE : found;
    }

    /** The end of a sentence that names them; empty where there is none. */
    String clause(String typed) {
        String found = found(typed);
        return found.isEmpty() || found.equals(NOT_LOOKED_FOR) ? "" : "，最接近的：" + found;
    }

    private String found(String typed) {
        String answer = answers.get(typed);
        if (answer != null) {
            return answer;
        }
        if (answers.size() == LOOKED_FOR_AT_MOST) {
            return NOT_LOOKED_FOR;
        }
        if (namesByPair.isEmpty()) {
            index();
        }
        String found = nearest(typed);
        answers.put(typed, found);
        return found;
    }

    private void index() {
        Map<Integer, Integer> counts = new HashMap<>();
        names.forEach(name -> pairs(proper(name)).forEach(pair -> counts.merge(pair, 1, Integer::sum)));
        counts.forEach((pair, count) -> namesByPair.put(pair, new int[count]));
        for (int index = 0; index < names.size(); index++) {
            for (int pair : pairs(proper(names.get(index)))) {
                int left = counts.merge(pair, -1, Integer::sum);
                int[] places = namesByPair.getOrDefault(pair, new int[0]);
                places[places.length - left - 1] = index;
            }
        }
    }

    /** Without the kind of unit at its end. */
    private static String proper(String name) {
        for (String kind : KINDS_OF_UNIT) {
            if (name.endsWith(kind) && name.length() > kind.length()) {
                return name.substring(0, name.length() - kind.length());
            }
        }
        return name;
    }

    /** The pairs of neighbouring characters, the first and the last with nothing beside them. */
    private static Set<Integer> pairs(String name) {
        Set<Integer> pairs = new LinkedHashSet<>();
        for (int index = 0; index <= name.length(); index++) {
            int left = index == 0 ? 0 : name.charAt(index - 1);
            int right = index == name.length() ? 0 : name.charAt(index);
            pairs.add(left << 16 | right);
        }
        return pairs;
    }

    /** @param distance in characters; the nearer of two equal ones is the more alike in length */
    private record Near(String name, int distance, int longer) {}

    private String nearest(String typed) {
        String wanted = proper(typed);
        LevenshteinDistance distances =
                new LevenshteinDistance(wanted.length() < 3 ? 1 : Math.max(2, wanted.length() / 3));
        List<Near> near = new ArrayList<>();
        for (int index : candidates(wanted)) {
            String name = names.get(index);
            String candidate = proper(name);
            int distance = distances.apply(wanted, candidate);
            boolean holds = candidate.length() >= 2 && (candidate.contains(wanted) || wanted.contains(candidate));
            if (holds || distance >= 0 && isLike(typed, name)) {
                near.add(new Near(
                        name, holds && distance != 0 ? 1 : distance, Math.abs(name.length() - typed.length())));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance)
                        .thenComparingInt(Near::longer)
                        .thenComparing(Near::name))
                .limit(TOLD)
                .map(Near::name)
                .collect(Collectors.joining("、"));
    }

    /** Half of the typed name's characters stand in the other; of two alone the first must: 头痛 is no 咽痛. */
    private static boolean isLike(String typed, String name) {
        String wanted = proper(typed);
        String candidate = proper(name);
        long shared = wanted.chars()
                .filter(character -> candidate.indexOf(character) >= 0)
                .count();
        return 2 * shared >= wanted.length() && (typed.length() > 2 || typed.charAt(0) == name.charAt(0));
    }

    private Set<Integer> candidates(String wanted) {
        Set<Integer> candidates = new LinkedHashSet<>();
        pairs(wanted).stream()
                .map(namesByPair::get)
                .filter(places -> places != null && places.length <= COMMON)
                .sorted(Comparator.comparingInt(places -> places.length))
                .limit(RAREST_PAIRS)
                .forEach(places -> Arrays.stream(places).forEach(candidates::add));
        return candidates;
    }
}
