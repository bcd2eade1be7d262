package lingbao.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.ShownValue;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;
import org.jspecify.annotations.Nullable;

/** One word of a list, or several: {@link String} or a {@link List} of them in the form's order. */
final class ChoiceReading implements TypeReading {

    private static final Pattern SEPARATORS = Pattern.compile("[、,;/|+\\s]+|[.。]$");

    private static final Pattern BRACKETS = Pattern.compile("[():\\[\\]【】]+");

    /** A tick, a line, a nought: whatever it means, it names nothing. */
    private static final Pattern MARK = Pattern.compile("[^\\p{L}0-9]+|0+");

    private static final String MEASURE = "(?:约|达|至)?[0-9]+(?:[.][0-9]+)?(?:°c|度|天|日|次|小时|h)?";
    private static final Pattern MEASURED = Pattern.compile(MEASURE);

    /** What is said around a word without changing it: 有咳嗽, 轻微咳嗽, 咳嗽2天, 高热不退. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?:有(?:点|些|时)?|偶(?:有|尔)?|轻[微度]|稍[微有]?|略[微有]?|仍有?|还有?|伴有?|出现|持续|间断|阵发性?|明显)+");

    private static final Pattern AFTER =
            Pattern.compile("(?:了|不止|不退|未退|[较很]?(?:重|轻|明显|严重|厉害)|加重|症状|现象|" + MEASURE + ")+$");

    private static final Pattern DENIAL = Pattern.compile("^(?:无|没有?|未见?|不|否认)");
    private static final Pattern NOTHING_NAMED = Pattern.compile("(?:其[他它]|任何|明显|特殊|异常|不适|症状|现象|情况|反应)*");

    private static final int LONGEST_PHRASE = 100;
    private static final String AT_ALL = "(?:[均都皆全暂]|目前|暂时|全部|一切)*";

    /** 均无异常, 未发现异常, 一切良好: a whole text that says no more than that there is nothing. */
    private static final Pattern NOTHING_SAID = Pattern.compile("(?:" + AT_ALL
            + "(?:[无没]|没有|未见|未发现|未出现)(?:任何|明显|特殊|身体)*(?:异常|不适|不舒服|症状|情况|现象|问题|不良反应)+"
            + "|(?:[均都皆全]|全部|一切)*(?:身体|体征|体温|健康|状况|状态|情况|各项|指标)*[均都皆全]?(?:正常|良好|健康|安好|平安))+");

    private static final Pattern DENIAL_OF_LISTED = Pattern.compile("^" + AT_ALL + "(?:无|没有|未见|未出现)");
    private static final Pattern AND_THE_LIKE = Pattern.compile("等(?:不适|异常|相关)?(?:症状|情况|现象|表现|不适)+");

    /** Begins like a denial, or speaks of something else than what the list is about: nobody can tell what it says of that. */
    private static final Pattern UNCLEAR = Pattern.compile(
            "[无没未否].*|[请病事产]假|缺[勤席课考].*|居家.*|外出.*|离[校岗].*|见.*|同[上前左昨].*|.*码|.*(?:接种|检测|核酸|阴性).*|[优对是正]");

    private final Column column;
    private final List<String> words;
    private final NearestNames nearest;

    /** Where a writing, folded and without separators, stands in the list. */
    private final Map<String, Integer> places = new HashMap<>();

    /** Where the word stands that stands alone, if it is also written as 无异常 or 正常: then all phrases of that kind say it; or -1. */
    private int nothing = -1;

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
            if (choice.word().equals(column.exclusive()) && saysNothing(choice)) {
                nothing = place;
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
        return saysNothing(text) ? Reading.normalised(List.of(words.get(nothing)), words.get(nothing)) : several(text);
    }

    private static boolean saysNothing(Choice choice) {
        return Stream.concat(Stream.of(choice.word()), choice.aliases().stream())
                .anyMatch(word -> NOTHING_SAID.matcher(Writing.folded(word)).matches());
    }

    private boolean saysNothing(String text) {
        if (nothing < 0 || text.length() > LONGEST_PHRASE) {
            return false;
        }
        List<String> unlisted = parts(SEPARATORS, text).stream()
                .map(Writing::folded)
                .filter(part -> places.getOrDefault(part, -1) != nothing)
                .toList();
        boolean onlySaid =
                unlisted.stream().allMatch(part -> NOTHING_SAID.matcher(part).matches());
        return onlySaid && !unlisted.isEmpty() || deniesTheLikeOfListed(joined(text));
    }

    /** 无发热、咳嗽等症状 denies them all; without its end, it may deny the first alone. */
    private boolean deniesTheLikeOfListed(String folded) {
        Matcher denial = DENIAL_OF_LISTED.matcher(folded);
        if (!denial.lookingAt()) {
            return false;
        }
        String denied = folded.substring(denial.end());
        String left = withoutWordsBefore(denied);
        return left.length() < denied.length() && AND_THE_LIKE.matcher(left).matches();
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
     * 其他：头痛 explains the other word. Of words that the list lacks, one that says a word of the list with something around
     * it is that word; one that denies such a word, or is no word at all, is left out; one that may be another thing is taken
     * for it. What can't be told refuses the cell.
     */
    private Reading withOthers(String text, String other, TreeSet<Integer> found, List<String> unknown) {
        List<String> unread = new ArrayList<>();
        for (String part : unknown) {
            find(parts(BRACKETS, part), found, unread);
        }
        boolean explained = found.contains(words.indexOf(other));
        List<String> leftOut = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean reworded = false;
        boolean denied = false;
        for (String word : unread) {
            String folded = Writing.folded(word);
            Integer meant = saidWithMore(folded);
            if (meant != null) {
                found.add(meant);
                reworded = true;
            } else if (MARK.matcher(folded).matches() || isDenial(folded)) {
                leftOut.add(word);
                denied |= isDenial(folded) && !folded.startsWith("不");
            } else if (mayBeAnother(folded)) {
                others.add(word);
            } else if (!found.isEmpty() && MEASURED.matcher(folded).matches()) {
                reworded = true;
            } else {
                return unknown(text);
            }
        }
        if (!others.isEmpty()) {
            found.add(words.indexOf(other));
        }
        // 没有发热、咳嗽 may deny the one or both.
        if (denied && !found.isEmpty() && !found.equals(Set.of(words.indexOf(column.exclusive())))) {
            return unknown(text);
        }
        Reading.Remark left = new Reading.Remark(FindingCode.CHOICE_LEFT_OUT, shown(leftOut), String.join("、", words));
        if (found.isEmpty()) {
            return new Reading.Fault(left);
        }
        Reading reading = chosen(found);
        if (!leftOut.isEmpty()) {
            reading = reading.with(left);
        }
        if (!others.isEmpty() && !explained) {
            return reading.with(
                    new Reading.Remark(FindingCode.CHOICE_TAKEN_AS_OTHER, shown(others), other, nearest(others)));
        }
        return others.isEmpty() && !reworded
                ? reading
                : reading.with(new Reading.Remark(FindingCode.VALUE_NORMALISED, read(reading)));
    }

    /** Which word of the list stands there among words that do not change it; null for none. */
    private @Nullable Integer saidWithMore(String folded) {
        String bare = AFTER.matcher(BEFORE.matcher(folded).replaceFirst("")).replaceFirst("");
        Integer place = places.get(joined(bare));
        return place == null || words.get(place).equals(column.exclusive()) ? null : place;
    }

    /** 不发热, 无咳嗽发热, 无其他不适. */
    private boolean isDenial(String folded) {
        Matcher denial = DENIAL.matcher(folded);
        if (!denial.lookingAt()) {
            return false;
        }
        return NOTHING_NAMED
                .matcher(withoutWordsBefore(folded.substring(denial.end())))
                .matches();
    }

    /** What stands behind the words of the list with which it begins. */
    private String withoutWordsBefore(String folded) {
        String left = folded;
        for (String word = wordBefore(left); !word.isEmpty(); word = wordBefore(left)) {
            left = left.substring(word.length());
        }
        return left;
    }

    private String wordBefore(String folded) {
        return places.keySet().stream()
                .filter(folded::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** In Chinese words, none of them one of the list: 昨天发热已退 may be a fever, or none. */
    private boolean mayBeAnother(String folded) {
        return folded.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)
                && !UNCLEAR.matcher(folded).matches()
                && places.keySet().stream().noneMatch(word -> word.length() > 1 && folded.contains(word));
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
