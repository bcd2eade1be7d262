package lingbao.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Persons and what is said of their health, in words that nothing else says: each is made once and remembered. */
final class PlantedData {

    private static final String FAMILIES = "柏岑蓝祁阮隋荀卓瞿闻";
    private static final String LETTERS = "漪楠栩砚昱苒澄屿笙岚溪帆珩璟翊骁翀祎琰劼旻昶曈煜珺琬瑄璐禧穗";

    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> ofHealth = new LinkedHashSet<>();
    private int names;
    private int numbers;

    /** Names, identity numbers, telephones and numbers of certificates. */
    List<String> identifiers() {
        return new ArrayList<>(identifiers);
    }

    /** Temperatures as they were typed, symptoms and remarks in words. */
    List<String> ofHealth() {
        return new ArrayList<>(ofHealth);
    }

    /** Three characters, so that no chance of bytes looks like one. */
    String name() {
        int number = names++;
        return identifier("" + FAMILIES.charAt(number % 10) + LETTERS.charAt(number / 10 % 30)
                + LETTERS.charAt((number / 300 + number) % 30));
    }

    String idNumber() {
        int number = numbers++;
        if (number > 999) {
            throw new IllegalStateException("no identity numbers are left");
        }
        String body = "33019019880%d%02d%03d".formatted(1 + number % 9, 1 + number % 28, number);
        int sum = 0;
        for (int index = 0; index < 17; index++) {
            sum += (body.charAt(index) - '0') * (1 << (17 - index)) % 11;
        }
        return identifier(body + "10X98765432".charAt(sum % 11));
    }

    String phone() {
        int number = numbers++;
        return identifier("139%04d%04d".formatted(number * 37 % 10000, number));
    }

    String identifier(String word) {
        if (!identifiers.add(word)) {
            throw new IllegalStateException("planted twice");
        }
        return word;
    }

    /** Of no living person, so that the row is refused and the cell told. */
    String temperature() {
        return health("47.%04d".formatted(1009 + 7 * ofHealth.size()));
    }

    String symptom() {
        return health("夜里" + LETTERS.charAt(ofHealth.size() % 30) + LETTERS.charAt(ofHealth.size() / 30 % 30) + "样的痛");
    }

    String remark() {
        return health("昨日" + LETTERS.charAt(ofHealth.size() % 30) + LETTERS.charAt(ofHealth.size() / 30 % 30) + "着凉");
    }

    private String health(String word) {
        if (!ofHealth.add(word)) {
            throw new IllegalStateException("planted twice");
        }
        return word;
    }
}
