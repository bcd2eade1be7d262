package lingbao.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invents people: names put together from lists, no two alike, some with characters that fonts and databases like to
 * lose; identity numbers with a true check digit under a place code that GB/T 2260 never gave out.
 */
final class InventedPeople {

    private static final String PLACE = "330190";
    private static final List<String> FAMILY_NAMES =
            List.of("柏", "岑", "蓝", "祁", "阮", "隋", "荀", "卓", "温", "尹", "汤", "纪", "盛", "瞿", "闻", "欧阳");
    private static final List<String> FIRST_SYLLABLES =
            List.of("初", "禾", "屿", "笙", "棠", "澄", "漪", "楠", "栩", "砚", "昱", "苒", "麦", "𠮷", "㙓", "䶮");
    private static final List<String> LAST_SYLLABLES =
            List.of("", "白", "舟", "宁", "朗", "溪", "原", "竹", "安", "岚", "川", "月", "望", "青", "然", "帆");
    private static final List<String> LONG_NAMES = List.of("阿依初·萨比禾", "麦合苒·吐屿", "巴音朗·乌澄", "古丽砚·艾栩");

    private final SplittableRandom random;
    private final Set<String> names = new HashSet<>();
    private int number;

    InventedPeople(long seed) {
        random = new SplittableRandom(seed);
    }

    Person next(String category, String className) {
        boolean child = category.equals("学生");
        return new Person(name(), idNumber(child ? 2005 : 1972, child ? 2015 : 2001), category, className);
    }

    private String name() {
        number++;
        if (number % 71 == 0 && number / 71 <= LONG_NAMES.size()) {
            return LONG_NAMES.get(number / 71 - 1);
        }
        String name;
        do {
            name = anyOf(FAMILY_NAMES) + anyOf(FIRST_SYLLABLES) + anyOf(LAST_SYLLABLES);
        } while (!names.add(name));
        return name;
    }

    private String idNumber(int firstYear, int lastYear) {
        LocalDate birth = LocalDate.ofYearDay(random.nextInt(firstYear, lastYear + 1), random.nextInt(1, 366));
        String body = PLACE + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number % 1000);
        return body + checkDigit(body);
    }

    /** GB 11643: each digit weighs 2 to its distance from the end, modulo 11. */
    static char checkDigit(String body) {
        int remainder = 0;
        for (int index = 0; index < 17; index++) {
            remainder = (remainder + (body.charAt(index) - '0')) * 2 % 11;
        }
        // With the digit itself the sum must leave 1.
        return "0123456789X".charAt((12 - remainder) % 11);
    }

    private String anyOf(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
