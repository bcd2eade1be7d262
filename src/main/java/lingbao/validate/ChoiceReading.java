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
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/** One word of a list, or several: {@link String} or a {@link List} of them in the form's order. */
final class ChoiceReading implements TypeReading {

    private static final Pattern SEPARATORS = Pattern.compile("[、,;/|+\\s]+|[.。]$");

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
        List<String> parts = SEPARATORS
                .splitAsStream(Writing.halfWidth(text))
                .filter(part -> !part.isEmpty())
                .toList();
        TreeSet<Integer> found = new TreeSet<>();
        for (int from = 0; from < parts.size(); ) {
            int to = endOfLongestWord(parts, from);
            if (to == from) {
                return unknown(text);
            }
            found.add(places.getOrDefault(joined(String.join("", parts.subList(from, to))), -1));
            from = to;
        }
        if (found.isEmpty()) {
            return unknown(text);
        }
        List<String> chosen = found.stream().map(words::get).toList();
        String alone = column.exclusive();
        return alone != null && chosen.size() > 1 && chosen.contains(alone)
                ? Reading.fault(FindingCode.CHOICE_CONTRADICTS, alone)
                : Reading.of(chosen);
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
