package lingbao.read;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.TraditionalCharacters;
import org.jspecify.annotations.Nullable;

/**
 * The text of a heading cell, folded: full-width forms made plain, white space and invisible characters gone, letters
 * small, traditional characters simplified, marks of a required column ({@code *}, ★) gone.
 *
 * @param whole with what stands in brackets
 * @param base without it
 * @param notes what stands in brackets, or the unit that stands behind
 * @param unit that it names; null where it names none that we know
 */
record Heading(
        String whole,
        String base,
        List<String> notes,
        @Nullable String unit) {

    static final Heading NONE = new Heading("", "", List.of(), null);

    /** No heading is longer; a cell that is, is a note. */
    private static final int LONGEST = 200;

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}]+");
    private static final Pattern MARKS = Pattern.compile("[*★☆●○◆◇■□▲△※#]");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)?|\\)");
    private static final Pattern UNIT_BEHIND = Pattern.compile("^(.+?)[/,:]?(°c|°f|摄氏度|华氏度)$");

    /** What tells one column from another, and so is never read over: 体温（晚） is not 体温. */
    private static final Pattern TELLS_APART =
            Pattern.compile("上午|下午|中午|早上|晚上|[早晨午晚夜][检间]?|第?[一二三四1234]次|\\bam\\b|\\bpm\\b|学生|教职工|教师|职工|男|女");

    /** All the kinds of persons in one column tell it from none: 人员类别（学生/教职工）, （1学生 2教职工）. */
    private static final Pattern ALL_KINDS =
            Pattern.compile("(?:学[生员]|幼儿|教职工|教师|职工|男|女)[/、,;或0-9.:=]+(?:学[生员]|幼儿|教职工|教师|职工|男|女)");

    private static final String OF_PRESENCE = "[^(]*(?:到|出勤|班级人数|假|缺|早退|发热)[^(]*";
    private static final String LEAVE = "(?:请假|[病事公休]假|缺[勤课]|未到|旷课)";

    /**
     * What makes a column another one by a remark on some names only, told as 名称(remark): 病假（本周累计） is no day's 病假, but
     * 学时（累计） is 学时; 实到（含请假） counts those who are away, 应到（含请假） does not.
     */
    private static final Pattern ANOTHER = Pattern.compile(String.join(
            "|",
            "[^(]*\\((?:截[至止]|[至到])?(?:昨[日天]|前一?[日天]|次日|明[日天]|上一?个?[周月年]|上一?学期|去年)(?:的?人?数|情况|同期)?\\)",
            OF_PRESENCE + "\\([^()]*(?<![非不])累计[^()]*\\)",
            "(?:[^(]*(?:时间|时刻|日期|开始|结束)[^(]*|" + OF_PRESENCE + ")\\(原?(?:预计|预估)(?:人?数|时间|日期)?\\)",
            // 应到 is what was planned.
            "(?:[^(]*(?:时间|时刻|日期|开始|结束)[^(]*|(?![^(]*(?:应到|应出勤|班级人数))" + OF_PRESENCE + ")\\(原?计划(?:人?数|时间|日期)?\\)",
            "(?![^(]*(?:电话|手机|联系))[^(]*\\((?:学[生员])?(?:家长|父母|父亲|母亲|监护人)\\)",
            "[^(]*\\([男女]生\\)",
            "[^(]*(?:日期|时间)\\(报名(?:日期|时间)?\\)",
            "[^(]*(?:有效期|到期)[^(]*\\((?:居民)?身份证件?\\)",
            "[^(]*(?:有效期|到期|结束|终止)[^(]*\\((?:起|自|始|起始|开始)(?:日期?|时间)?\\)",
            "[^(]*(?:实到|(?<!应)出勤)[^(]*\\((?:包?含|包括)" + LEAVE + "[^()]*\\)",
            "[^(]*(?:应到|应出勤|班级人数)[^(]*\\((?:不包?含|不包括|扣除)" + LEAVE + "[^()]*\\)",
            "[^(]*病[^(]*\\((?:包?含|包括)事假[^()]*\\)",
            "[^(]*事假[^(]*\\((?:包?含|包括)病假[^()]*\\)",
            "[^(]*(?:人员|负责人|合计|总计|小计|总数)\\((?:\\d{4}年?)?(?:已|实际)?完成(?:人?数|情况)?\\)"));

    private static final Pattern BETWEEN_REMARKS = Pattern.compile("[,;:、。]");

    private static final Pattern TIME_OF_DAY = Pattern.compile("(上午|下午|中午|[早晨午晚夜][上间检]?|第[一二三四1234]次|am|pm)");

    private static final Pattern LETTER = Pattern.compile("[a-z]");

    private static final int LONGEST_TIME_OF_DAY = 3;

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("°c", "℃"),
            Map.entry("c", "℃"),
            Map.entry("度", "℃"),
            Map.entry("摄氏度", "℃"),
            Map.entry("摄氏", "℃"),
            Map.entry("°f", "℉"),
            Map.entry("f", "℉"),
            Map.entry("华氏度", "℉"),
            Map.entry("华氏", "℉"),
            Map.entry("人", "人"),
            Map.entry("名", "人"),
            Map.entry("个", "人"),
            Map.entry("人数", "人"),
            Map.entry("千人", "千人"),
            Map.entry("百人", "百人"),
            Map.entry("万人", "万人"),
            Map.entry("%", "%"),
            Map.entry("分钟", "分钟"),
            Map.entry("分", "分钟"),
            Map.entry("min", "分钟"),
            Map.entry("小时", "小时"),
            Map.entry("时", "小时"),
            Map.entry("h", "小时"),
            Map.entry("学时", "小时"),
            Map.entry("秒", "秒"),
            Map.entry("s", "秒"),
            Map.entry("天", "天"),
            Map.entry("日", "天"),
            Map.entry("mg/l", "mg/L"),
            Map.entry("毫克/升", "mg/L"),
            Map.entry("g/l", "g/L"),
            Map.entry("克/升", "g/L"),
            Map.entry("ppm", "ppm"));

    private static final Pattern UNIT_NOTED = Pattern.compile("单位[:是为]?\\(?([^:,;、。()]+)");

    private static final List<Set<String>> SAME_MEASURE = List.of(
            Set.of("人", "百人", "千人", "万人"), Set.of("℃", "℉"), Set.of("秒", "分钟", "小时"), Set.of("mg/L", "g/L", "ppm"));

    private static final Set<String> MULTIPLES = Set.of("百人", "千人", "万人", "%");

    static Heading of(String text) {
        String whole = fold(text);
        if (whole.isEmpty() || whole.length() > LONGEST) {
            return NONE;
        }
        if (isBare(whole)) {
            return new Heading(whole, whole, List.of(), null);
        }
        List<String> notes = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(whole);
        while (brackets.find()) {
            if (brackets.group(1) != null && !brackets.group(1).isEmpty()) {
                notes.add(brackets.group(1));
            }
        }
        String base = BRACKETS.matcher(whole).replaceAll("");
        Matcher unit = UNIT_BEHIND.matcher(base);
        if (unit.matches()) {
            notes.add(unit.group(2));
            base = unit.group(1);
        }
        return new Heading(whole, base, List.copyOf(notes), unit(notes));
    }

    /** Neither a bracket nor a unit can be in it. */
    private static boolean isBare(String whole) {
        char last = whole.charAt(whole.length() - 1);
        return whole.indexOf('(') < 0 && whole.indexOf(')') < 0 && last != 'c' && last != 'f' && last != '度';
    }

    /** As headings are compared. */
    static String fold(String whole) {
        // No heading is as long; to fold a text takes long.
        String text = whole.length() <= Limits.VALUE_LENGTH ? whole : whole.substring(0, Limits.VALUE_LENGTH);
        if (isFolded(text)) {
            return TraditionalCharacters.simplified(text);
        }
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String round = plain.replace('【', '(')
                .replace('[', '(')
                .replace('〔', '(')
                .replace('{', '(')
                .replace('】', ')')
                .replace(']', ')')
                .replace('〕', ')')
                .replace('}', ')');
        String unmarked = TraditionalCharacters.simplified(
                MARKS.matcher(round).replaceAll("").toLowerCase(Locale.ROOT));
        return unmarked.endsWith(":") ? unmarked.substring(0, unmarked.length() - 1) : unmarked;
    }

    /** The ideographs, digits and small letters of which folding changes no more than traditional characters; most cells hold nothing else. */
    private static boolean isFolded(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean plain = letter >= '\u4e00' && letter <= '\u9fff'
                    || letter >= '0' && letter <= '9'
                    || letter >= 'a' && letter <= 'z'
                    || letter == '.'
                    || letter == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    boolean isTimeOfDay() {
        return base.length() <= LONGEST_TIME_OF_DAY && TIME_OF_DAY.matcher(base).matches();
    }

    boolean isNone() {
        return whole.isEmpty();
    }

    /**
     * What this heading may be called, the most particular first: with the merged heading above it, by itself, with its
     * note, and without the note where that only explains. The list is the caller's own.
     */
    List<String> readings(Heading above) {
        List<String> readings = new ArrayList<>();
        if (!above.isNone() && !above.equals(this)) {
            for (String group : either(above.base, above.whole)) {
                for (String own : either(whole, base)) {
                    readings.add(group + own);
                    readings.add(own + group);
                }
            }
            // 晚上 over 体温 is no plain 体温, nor 昨日 over 实到 a plain 实到.
            if (above.isTimeOfDay() || makesAnother(above)) {
                return readings;
            }
        }
        readings.add(whole);
        boolean explains = true;
        for (String note : notes) {
            readings.add(note + base);
            readings.add(base + note);
            explains &=
                    !TELLS_APART.matcher(note).find() || ALL_KINDS.matcher(note).find();
            explains &= !isAnother(note);
        }
        if (explains && !base.equals(whole)) {
            readings.add(base);
        }
        return readings;
    }

    /** Whether the merged heading above makes this another column than its name alone: 昨日 over 实到. */
    boolean makesAnother(Heading above) {
        return isAnother(above.base) || above.notes.stream().anyMatch(this::isAnother);
    }

    /** Whether the remark makes this another column than its name alone. */
    private boolean isAnother(String remark) {
        return BETWEEN_REMARKS.splitAsStream(remark).anyMatch(part -> ANOTHER.matcher(base + "(" + part + ")")
                .matches());
    }

    private static List<String> either(String first, String second) {
        return first.equals(second) ? List.of(first) : List.of(first, second);
    }

    /** Whether a note is one letter, as formulas name columns: 应到（A）. */
    boolean isLettered() {
        return notes.stream().anyMatch(note -> LETTER.matcher(note).matches());
    }

    private static @Nullable String unit(List<String> notes) {
        return notes.stream()
                .map(Heading::unitOf)
                .filter(unit -> unit != null)
                .findFirst()
                .orElse(null);
    }

    /** The one way in which we write a unit, which may stand among other words; null where there is none. */
    static @Nullable String unitOf(String text) {
        String folded = fold(text);
        String whole = UNITS.get(folded);
        return whole != null
                ? whole
                : BETWEEN_REMARKS
                        .splitAsStream(folded)
                        .map(UNITS::get)
                        .filter(unit -> unit != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The unit that a note beside a table's title names: 单位：千人; null where it names none that we know. */
    static @Nullable String unitNotedIn(String text) {
        Matcher noted = UNIT_NOTED.matcher(fold(text));
        return noted.find() ? UNITS.get(noted.group(1)) : null;
    }

    /** Whether the one can be told in the other. */
    static boolean measureTheSame(String unit, String other) {
        return SAME_MEASURE.stream().anyMatch(units -> units.contains(unit) && units.contains(other));
    }

    /** Whether the unit counts by hundreds or more, or by shares. */
    static boolean isMultiple(String unit) {
        return MULTIPLES.contains(unit);
    }
}
