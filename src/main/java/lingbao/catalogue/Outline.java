package lingbao.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lingbao.catalogue.CatalogueFaultsException.Fault;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a declared file, read key by key. What is asked for and absent, what is not of its type, and what stands
 * there and is never asked for ({@link #nothingElse}) is a fault with its line. After a fault reading goes on with a
 * stand-in, so that all faults are told at once; what was read is then never used.
 */
final class Outline {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");
    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private final String file;
    private final List<Fault> faults;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Outline> inner = new ArrayList<>();

    /** The file's outline; empty, with the fault told, where it is no YAML mapping. */
    static Optional<Outline> of(DeclaredFile file, List<Fault> faults) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content().getContentAsByteArray()))
                    .toString();
            return of(file.origin(), text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
        } catch (CharacterCodingException e) {
            faults.add(new Fault(file.origin(), 1, "不是 UTF-8 编码的文件"));
        } catch (IOException e) {
            faults.add(new Fault(file.origin(), 1, "读不出来：" + e.getMessage()));
        }
        return Optional.empty();
    }

    private static Optional<Outline> of(String origin, String text, List<Fault> faults) {
        try {
            // Composed and never constructed: no type of a tag is ever made, and every node knows its line.
            Node root = new Yaml(limits()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new Outline(origin, mapping, faults));
            }
            faults.add(new Fault(origin, 1, "文件应由“键: 值”组成，内容是空的或不是这种结构"));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(origin, line, "不是有效的 YAML：" + e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault(origin, 1, "不是有效的 YAML：" + e.getMessage()));
        }
        return Optional.empty();
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(1_000_000);
        limits.setNestingDepthLimit(20);
        limits.setMaxAliasesForCollections(50);
        return limits;
    }

    private Outline(String file, MappingNode node, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
        this.line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faultAt(tuple.getKeyNode(), "键应是一个词");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                faultAt(key, "键“" + key.getValue() + "”写了两次");
            }
        }
    }

    /** Whether a key is there; to ask is to know the key. */
    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The keys in the order of the file. Asking for them is not reading them. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** A text that must be there and not be blank. */
    String text(String key) {
        return required(key).flatMap(node -> textOf(key, node)).orElse("");
    }

    /** A text that may be absent, and is not blank where it is there. */
    @Nullable
    String textOrNull(String key) {
        return optional(key).flatMap(node -> textOf(key, node)).orElse(null);
    }

    boolean flag(String key, boolean otherwise) {
        return optional(key).flatMap(node -> flagOf(key, node)).orElse(otherwise);
    }

    /** A whole number, never negative. */
    int whole(String key, int otherwise) {
        return optional(key).flatMap(node -> wholeOf(key, node)).orElse(otherwise);
    }

    /** A whole number that must be there, never negative. */
    int whole(String key) {
        return required(key).flatMap(node -> wholeOf(key, node)).orElse(0);
    }

    /** A number of any sign that may be absent. */
    @Nullable
    BigDecimal numberOrNull(String key) {
        return optional(key).flatMap(node -> numberOf(key, node)).orElse(null);
    }

    LocalDate date(String key) {
        return parsed(key, LocalDate::parse, "日期，如 2020-01-01").orElse(NO_DATE);
    }

    /** A clock time; to be written in quotes, or YAML takes some of them for a number to the base of sixty. */
    LocalTime time(String key) {
        return parsed(key, LocalTime::parse, "加引号的时刻，如 \"09:30:00\"").orElse(LocalTime.MIDNIGHT);
    }

    ZoneId zone(String key, ZoneId otherwise) {
        return has(key) ? parsed(key, ZoneId::of, "时区，如 Asia/Shanghai").orElse(otherwise) : otherwise;
    }

    /** One of the words of an enum, written in lower case with dashes. */
    <E extends Enum<E>> E word(String key, Class<E> type) {
        return required(key)
                .flatMap(node -> textOf(key, node))
                .flatMap(word -> wordOf(key, word, type))
                .orElse(type.getEnumConstants()[0]);
    }

    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        return has(key) ? word(key, type) : otherwise;
    }

    <E extends Enum<E>> @Nullable E wordOrNull(String key, Class<E> type) {
        return has(key) ? word(key, type) : null;
    }

    /** Words of an enum, at least one. */
    <E extends Enum<E>> Set<E> someWords(String key, Class<E> type) {
        return someTexts(key).stream()
                .flatMap(word -> wordOf(key, word, type).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** What a policy says of a threshold: of the threshold's type, null where it says null. */
    @Nullable
    Object value(String key, Threshold.Type type) {
        Optional<Node> node = required(key);
        if (node.isEmpty() || node.get().getTag().equals(Tag.NULL)) {
            return null;
        }
        return switch (type) {
            case INTEGER -> wholeOf(key, node.get()).orElse(null);
            case DECIMAL ->
                numberOf(key, node.get())
                        .filter(number -> notNegative(key, number))
                        .orElse(null);
            case YES_NO -> flagOf(key, node.get()).orElse(null);
            case TEXT -> textOf(key, node.get()).orElse(null);
        };
    }

    /** Texts; none where the key is absent. */
    List<String> texts(String key) {
        return items(key).stream().flatMap(item -> textOf(key, item).stream()).toList();
    }

    /** Texts that must be there, at least one. */
    List<String> someTexts(String key) {
        faultEmptyList(key);
        return texts(key);
    }

    /** A list in which each entry is one text, or a list of texts of which one is enough. */
    List<Set<String>> eitherOrs(String key) {
        List<Set<String>> eitherOrs = new ArrayList<>();
        for (Node item : items(key)) {
            List<Node> words = item instanceof SequenceNode sequence ? sequence.getValue() : List.of(item);
            eitherOrs.add(words.stream()
                    .flatMap(word -> textOf(key, word).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        return eitherOrs;
    }

    /** Words in their order, each alone or as {@code word: [other writings]}. */
    Map<String, List<String>> wordsWithAliases(String key) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                Outline word = inner(mapping);
                word.keys().forEach(each -> words.put(each, word.texts(each)));
            } else {
                textOf(key, item).ifPresent(word -> words.put(word, List.of()));
            }
        }
        return words;
    }

    /** Texts by key, in the order of the file; none where the key is absent. */
    Map<String, String> textByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        outline(key).ifPresent(outline -> outline.keys().forEach(each -> texts.put(each, outline.text(each))));
        return texts;
    }

    /** The mapping under a key; empty where the key is absent. */
    Optional<Outline> outline(String key) {
        Optional<Node> node = optional(key);
        if (node.isPresent() && !(node.get() instanceof MappingNode)) {
            faultAt(node.get(), "“" + key + "”应由“键: 值”组成");
        }
        return node.filter(MappingNode.class::isInstance).map(mapping -> inner((MappingNode) mapping));
    }

    /** The mappings in the list under a key; none where the key is absent. */
    List<Outline> outlines(String key) {
        List<Outline> outlines = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                outlines.add(inner(mapping));
            } else {
                faultAt(item, "“" + key + "”的每一项应由“键: 值”组成");
            }
        }
        return outlines;
    }

    /** The mappings in a list that must be there and hold at least one. */
    List<Outline> someOutlines(String key) {
        faultEmptyList(key);
        return outlines(key);
    }

    /** Whether exactly this word stands under a key. */
    boolean says(String key, String word) {
        return optional(key)
                .filter(node ->
                        node instanceof ScalarNode scalar && scalar.getValue().equals(word))
                .isPresent();
    }

    /** Tells a fault at the line of a key's value, or of the mapping itself where the key is absent. */
    void fault(String key, String message) {
        Node value = values.get(key);
        faults.add(new Fault(file, value == null ? line : lineOf(value), message));
    }

    /** Tells a fault at the mapping's first line. */
    void fault(String message) {
        faults.add(new Fault(file, line, message));
    }

    /** Each key that was never asked for is a fault, here and in all that was read below. */
    void nothingElse() {
        values.forEach((key, value) -> {
            if (!asked.contains(key)) {
                faultAt(value, "不认识的键“" + key + "”，这里可用：" + String.join("、", asked));
            }
        });
        inner.forEach(Outline::nothingElse);
    }

    private Optional<Node> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Optional<Node> required(String key) {
        if (!has(key)) {
            fault("缺少“" + key + "”");
        }
        return optional(key);
    }

    private void faultEmptyList(String key) {
        Optional<Node> node = required(key);
        if (node.filter(list -> list instanceof SequenceNode sequence
                        && sequence.getValue().isEmpty())
                .isPresent()) {
            fault(key, "“" + key + "”至少要有一项");
        }
    }

    private List<Node> items(String key) {
        Optional<Node> node = optional(key);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            faultAt(node.get(), "“" + key + "”应是列表");
        }
        return node.filter(SequenceNode.class::isInstance)
                .map(list -> ((SequenceNode) list).getValue())
                .orElse(List.of());
    }

    private Outline inner(MappingNode node) {
        Outline outline = new Outline(file, node, faults);
        inner.add(outline);
        return outline;
    }

    private Optional<String> textOf(String key, Node node) {
        if (!(node instanceof ScalarNode scalar) || !node.getTag().equals(Tag.STR)) {
            faultAt(node, "“" + key + "”应是文字；像数字、是否、日期的文字要加引号");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faultAt(node, "“" + key + "”不能是空的");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    private Optional<Boolean> flagOf(String key, Node node) {
        if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
            String word = scalar.getValue().toLowerCase(Locale.ROOT);
            if (word.equals("true") || word.equals("false")) {
                return Optional.of(word.equals("true"));
            }
        }
        faultAt(node, "“" + key + "”应是 true 或 false");
        return Optional.empty();
    }

    private Optional<Integer> wholeOf(String key, Node node) {
        if (node instanceof ScalarNode scalar
                && node.getTag().equals(Tag.INT)
                && WHOLE.matcher(scalar.getValue()).matches()) {
            int whole = Integer.parseInt(scalar.getValue());
            return notNegative(key, BigDecimal.valueOf(whole)) ? Optional.of(whole) : Optional.empty();
        }
        faultAt(node, "“" + key + "”应是整数");
        return Optional.empty();
    }

    private Optional<BigDecimal> numberOf(String key, Node node) {
        if (node instanceof ScalarNode scalar
                && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT))
                && NUMBER.matcher(scalar.getValue()).matches()) {
            return Optional.of(new BigDecimal(scalar.getValue()));
        }
        faultAt(node, "“" + key + "”应是数字");
        return Optional.empty();
    }

    private boolean notNegative(String key, BigDecimal number) {
        if (number.signum() < 0) {
            fault(key, "“" + key + "”不能是负数");
        }
        return number.signum() >= 0;
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, String wanted) {
        Optional<Node> node = required(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof ScalarNode scalar) {
            try {
                return Optional.of(parser.apply(scalar.getValue()));
            } catch (DateTimeException e) {
                // Told below, as of a value that is no scalar.
            }
        }
        faultAt(node.get(), "“" + key + "”应是" + wanted);
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> wordOf(String key, String word, Class<E> type) {
        Optional<E> constant = Arrays.stream(type.getEnumConstants())
                .filter(each -> written(each).equals(word))
                .findFirst();
        if (constant.isEmpty()) {
            Collection<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Outline::written).toList();
            fault(key, "“" + key + "”写的是“" + word + "”，可用：" + String.join("、", words));
        }
        return constant;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void faultAt(Node node, String message) {
        faults.add(new Fault(file, lineOf(node), message));
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
