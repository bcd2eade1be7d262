package lingbao.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.Form;
import lingbao.domain.Directory;
import lingbao.domain.FormerName;
import lingbao.domain.Region;
import lingbao.domain.RegionLevel;
import lingbao.domain.Sender;
import org.jspecify.annotations.Nullable;

/** Finds the registered senders of a form that a text names, by whole code or full name. */
final class SenderMentions {

    /** A name may run into these words of a title, whatever the form. */
    private static final List<String> TITLE_WORDS = List.of(
            "学生", "学员", "教职工", "师生", "员工", "全体", "全校", "全园", "各班", "每日", "今日", "疫情", "防控", "防疫", "新冠", "填报", "填表", "制表",
            "日期", "负责人");

    /** What stands behind a region's name where its bureau is meant. */
    private static final List<String> BUREAU_WORDS = List.of("人民政府", "应急管理", "应急局", "安全生产", "安委", "安监", "各街道", "街道");

    private static final Pattern YEAR_OR_MONTH = Pattern.compile("(?:19|20)[0-9]{2}(?![0-9])|[0-9]{1,2}月");

    private static final Pattern LABEL = Pattern.compile("(?<![\\p{L}\\p{N}])"
            + "(?:(?:机构|单位|学校|填报单位|填报机构)(?:编码|代码|编号)|(?:机构|单位|学校|园所)(?:名称|全称)?"
            + "|(?:培训|评价|填报|报送|上报|报告)(?:机构|单位|学校)|幼儿园(?:名称)?)"
            + "\\s*(?:\\([^()]*\\))?\\s*:\\s*");
    private static final Pattern VALUE = Pattern.compile("[^\\s,;|:]+(?!\\S*:)");

    /** Digits that begin a file name or stand behind a mark that parts its words. */
    private static final Pattern NUMBER = Pattern.compile("(?<![^\\s_-])[0-9]+(?![0-9A-Za-z])");

    private static final Pattern TIME_OR_MOBILE_NUMBER =
            Pattern.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]*|1[3-9][0-9]{9}");

    private final Map<String, Sender> senders = new TreeMap<>();
    private final Map<String, FormerName> formerNames = new TreeMap<>();
    private final List<String> titleWords;
    private final boolean regions;

    /** Longest first, so that what a longer name covers is not taken for a shorter one. */
    private final Map<String, Set<String>> codesByName =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    SenderMentions(Directory directory, @Nullable Form form) {
        regions = form != null && form.sender() == Form.Sender.REGION;
        titleWords = new ArrayList<>(TITLE_WORDS);
        if (form != null) {
            titleWords.add(Writing.plain(form.name()));
            form.titles().forEach(title -> titleWords.add(Writing.plain(title)));
        }
        if (regions) {
            titleWords.addAll(BUREAU_WORDS);
            directory.regions().stream()
                    .filter(region -> region.level() != RegionLevel.SUBDISTRICT)
                    .forEach(region -> add(region, withThoseAbove(region, directory)));
        } else {
            directory.institutions().forEach(institution -> add(institution, List.of(institution.name())));
            directory.formerNames().forEach(this::addFormer);
        }
    }

    private void add(Sender sender, List<String> names) {
        senders.put(sender.code(), sender);
        names.forEach(name -> codesByName
                .computeIfAbsent(Writing.plain(name), same -> new TreeSet<>())
                .add(sender.code()));
    }

    /** A name that another bears now is that one's. */
    private void addFormer(FormerName former) {
        String name = Writing.plain(former.name());
        if (senders.containsKey(former.code()) && (formerNames.containsKey(name) || !codesByName.containsKey(name))) {
            formerNames.put(name, former);
            codesByName.computeIfAbsent(name, same -> new TreeSet<>()).add(former.code());
        }
    }

    /** Since when nobody bears the name that was said; empty for a code and for a name of today. */
    Optional<FormerName> formerly(String said) {
        return Optional.ofNullable(formerNames.get(Writing.plain(said)));
    }

    /** 滨江区, 杭州市滨江区, 浙江省杭州市滨江区. */
    private static List<String> withThoseAbove(Region region, Directory directory) {
        List<String> names = new ArrayList<>(List.of(region.name()));
        for (Region each = region; each.parent() != null && names.size() <= RegionLevel.values().length; ) {
            Optional<Region> above = directory.region(each.parent());
            if (above.isEmpty()) {
                break;
            }
            each = above.get();
            names.add(each.name() + names.get(names.size() - 1));
        }
        return names;
    }

    /** The registered sender of a code that a mention gave. */
    Sender sender(String code) {
        return Objects.requireNonNull(senders.get(code));
    }

    boolean isEmpty() {
        return senders.isEmpty();
    }

    /**
     * One sender named in a text.
     *
     * @param said the code or name that stands there
     * @param codes its code; the codes of all who bear the name
     */
    record Mention(int from, int to, String said, Set<String> codes) {}

    /** The codes of those whose code or full name this is; empty where there is none. */
    Set<String> named(String codeOrName) {
        String said = Writing.plain(codeOrName);
        return senders.containsKey(said) ? Set.of(said) : codesByName.getOrDefault(said, Set.of());
    }

    /** The one code of which only leading zeros are missing, as a spreadsheet drops them; empty where it could be two. */
    Optional<String> withItsZeros(String said) {
        if (!said.matches("[1-9][0-9]*")) {
            return Optional.empty();
        }
        Predicate<String> itsCode = Pattern.compile("0+" + said).asMatchPredicate();
        List<String> codes = senders.keySet().stream().filter(itsCode).toList();
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    List<Mention> in(TitleText title) {
        List<Mention> mentions = new ArrayList<>();
        String text = title.text();
        for (String code : senders.keySet()) {
            for (int from = text.indexOf(code); from >= 0; from = text.indexOf(code, from + 1)) {
                if (isWholeToken(text, from, from + code.length())) {
                    mentions.add(new Mention(from, from + code.length(), code, Set.of(code)));
                }
            }
        }
        codesByName.forEach((name, codes) -> {
            for (int from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1)) {
                int to = from + name.length();
                int start = from;
                boolean covered = mentions.stream().anyMatch(longer -> longer.from() <= start && to <= longer.to());
                if (!covered && beginsHere(text, from) && endsHere(text, to)) {
                    mentions.add(new Mention(from, to, name, codes));
                }
            }
        });
        return mentions;
    }

    /** What stands behind a label such as 单位： and names no registered institution; above a region's sheet a label says much else. */
    List<String> unknownIn(TitleText title) {
        if (title.isFileName() || regions) {
            return List.of();
        }
        List<String> unknown = new ArrayList<>();
        List<Mention> mentions = in(title);
        Matcher label = LABEL.matcher(title.text());
        while (label.find()) {
            Matcher value =
                    VALUE.matcher(title.text()).region(label.end(), title.text().length());
            String next = title.next();
            if (value.lookingAt()) {
                boolean known = mentions.stream()
                        .anyMatch(mention -> mention.from() < value.end() && mention.to() > value.start());
                addUnlessKnown(value.group(), known, unknown);
            } else if (label.end() == title.text().length() && next != null && next.indexOf(':') < 0) {
                boolean known = !in(new TitleText(title.place(), next, List.of(), List.of(), null, false))
                        .isEmpty();
                addUnlessKnown(next, known, unknown);
            }
        }
        return unknown;
    }

    /**
     * The numbers of a file name that are written as the register's codes are and that nobody bears. One that may be a moment
     * or a telephone's is none; a region's code is too short to be told from those.
     */
    List<String> unknownCodesIn(TitleText fileName) {
        if (regions) {
            return List.of();
        }
        Set<Integer> lengths = senders.keySet().stream()
                .filter(code -> code.matches("[0-9]+"))
                .map(String::length)
                .collect(Collectors.toSet());
        return NUMBER.matcher(fileName.text())
                .results()
                .map(MatchResult::group)
                .filter(number -> lengths.contains(number.length())
                        && !senders.containsKey(number)
                        && !TIME_OR_MOBILE_NUMBER.matcher(number).matches())
                .distinct()
                .toList();
    }

    /** Two characters or fewer are no institution: 单位：人 says what is counted. */
    private static void addUnlessKnown(String said, boolean known, List<String> unknown) {
        String name = said.replaceAll("_+|\\((?:盖章|公章|签章)\\)", "").strip();
        if (!known && name.length() > 2) {
            unknown.add(name);
        }
    }

    private static boolean isWholeToken(String text, int from, int to) {
        return (from == 0 || !isLatinOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !isLatinOrDigit(text.charAt(to)));
    }

    private static boolean isLatinOrDigit(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static boolean beginsHere(String text, int from) {
        return from == 0 || !Character.isLetter(text.codePointBefore(from));
    }

    private boolean endsHere(String text, int to) {
        if (to == text.length() || !Character.isLetterOrDigit(text.codePointAt(to))) {
            return true;
        }
        return titleWords.stream().anyMatch(word -> text.startsWith(word, to))
                || YEAR_OR_MONTH.matcher(text).region(to, text.length()).lookingAt();
    }
}
