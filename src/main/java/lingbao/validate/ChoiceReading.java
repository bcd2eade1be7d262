package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.ShownValue;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/** One word of a list, or several: {@link String} or a {@link List} of them in the form's order. */
final class ChoiceReading implements TypeReading {

    private static final Pattern SEPARATORS = Pattern.compile("[、,;/|+\\s]+|[.。]$");

    private static final Pattern BRACKETS = Pattern.compile("[():\\[\\]【】]+");

    /** In words, and not that there is nothing. */
    private static final Pattern SAYS_SOMETHING =
            Pattern.compile("(?!.*(?:[无不没未否良好]|正常|健康)).*[\\p{IsHan}a-z].*", Pattern.DOTALL);

    private final Column column;
    private final List<String> words;
    private final NearestNames nearest;

    /** Where a writing, folded and without separators, stands in the list. */
    private final Map<String, Integer> places = new HashMap<>();

    ChoiceReading(Column column) {
        this.column = column;
        this.words = column.choices().stream().map(Choice::word).toList();
        List<String> writings = new ArrayList<>(words);
        column.choices().forEach(choice -> writings.addAll(choice.aliases()));
        this.nearest = new NearestNames(writings);
        for (int place = 0; place < words.size(); place++) {
            Choice choice = column.choices().get(place);
            places.put(joined(choice.word()), place);
            for (String alias : choice.aliases()) {
                places.putIfAbsent(joined(alias), place);
            }
        }
    }

    @Override
    public Reading read(RawCell cell, String text) {
        Integer asTyped = places.get(text);
        Integer only = asTyped != null ? asTyped : places.get(joined(text));
        if (column.type() == ColumnType.CHOICE) {
            return only == null ? unknown(text) : Reading.of(words.get(only));
        }
        if (only != null) {
            return Reading.of(List.of(words.get(only)));
        }
        return several(text);
    }

    private Reading several(String text) {
        TreeSet<Integer> found = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        find(parts(SEPARATORS, text), found, unknown);
        if (unknown.isEmpty()) {
            return found.isEmpty() ? unknown(text) : chosen(found);
        }
        return column.otherWord() == null ? unknown(text) : withOthers(text, column.otherWord(), found, unknown);
    }

    private static List<String> parts(Pattern separators, String text) {
        return separators
                .splitAsStream(Writing.halfWidth(text))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void find(List<String> parts, TreeSet<Integer> found, List<String> unknown) {
        for (int from = 0; from < parts.size(); ) {
            int to = endOfLongestWord(parts, from);
            if (to == from) {
                unknown.add(parts.get(from));
                from++;
            } else {
                found.add(places.getOrDefault(joined(String.join("", parts.subList(from, to))), -1));
                from = to;
            }
        }
    }

    private Reading chosen(TreeSet<Integer> found) {
        List<String> chosen = found.stream().map(words::get).toList();
        String alone = column.exclusive();
        return alone != null && chosen.size() > 1 && chosen.contains(alone)
                ? Reading.fault(FindingCode.CHOICE_CONTRADICTS, alone)
                : Reading.of(chosen);
    }

    /**
     * 其他：头痛 explains the other word. A word of its own that the list lacks is another thing, unless it says that there
     * is nothing (不发热) or nothing at all (√): then it is left out.
     */
    private Reading withOthers(String text, String other, TreeSet<Integer> found, List<String> unknown) {
        List<String> others = new ArrayList<>();
        for (String part : unknown) {
            find(parts(BRACKETS, part), found, others);
        }
        List<String> said = others.stream().filter(ChoiceReading::saysSomething).toList();
        List<String> leftOut =
                others.stream().filter(word -> !saysSomething(word)).toList();
        boolean explained = found.contains(words.indexOf(other));
        if (!said.isEmpty()) {
            found.add(words.indexOf(other));
        }
        Reading.Remark left = new Reading.Remark(FindingCode.CHOICE_LEFT_OUT, shown(leftOut), String.join("、", words));
        if (found.isEmpty()) {
            return new Reading.Fault(left);
        }
        Reading reading = chosen(found);
        if (!leftOut.isEmpty()) {
            reading = reading.with(left);
        }
        if (said.isEmpty()) {
            return reading;
        }
        return reading.with(
                explained
                        ? new Reading.Remark(FindingCode.VALUE_NORMALISED, read(reading))
                        : new Reading.Remark(FindingCode.CHOICE_TAKEN_AS_OTHER, shown(said), other, nearest(said)));
    }

    private static String read(Reading reading) {
        return reading.value() instanceof List<?> chosen
                ? chosen.stream().map(String::valueOf).collect(Collectors.joining("、"))
                : "";
    }

    /** A telephone may have slipped in among them. */
    private String shown(List<String> said) {
        return said.stream().map(word -> ShownValue.of(column, word)).collect(Collectors.joining("、"));
    }

    private String nearest(List<String> said) {
        return said.stream()
                .map(nearest::clause)
                .filter(clause -> !clause.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean saysSomething(String word) {
        return SAYS_SOMETHING.matcher(Writing.folded(word)).matches();
    }

    /** A word may hold a separator itself (嗅觉、味觉减退); the longest one counts. Answers {@code from} where there is none. */
    private int endOfLongestWord(List<String> parts, int from) {
        int end = from;
        for (int to = from + 1; to <= parts.size(); to++) {
            String begun = joined(String.join("", parts.subList(from, to)));
            if (places.containsKey(begun)) {
                end = to;
            }
            if (places.keySet().stream().noneMatch(word -> word.startsWith(begun))) {
                break;
            }
        }
        return end;
    }

    private Reading unknown(String text) {
        return Reading.fault(
                FindingCode.CHOICE_UNKNOWN, words.stream().collect(Collectors.joining("、")), nearest.clause(text));
    }

    private static String joined(String text) {
        return SEPARATORS.matcher(Writing.folded(text)).replaceAll("");
    }
}
