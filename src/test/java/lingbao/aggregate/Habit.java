package lingbao.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How the temperatures of a sheet come about. People have a level of their own (36.5 ± 0.2) and vary from day to day (±
 * 0.15); the thermometers differ. All in tenths of a degree.
 */
enum Habit {
    ELECTRONIC("实测：电子体温计", true),
    INFRARED("实测：额温枪", true),
    MERCURY("实测：水银体温计，三分之一读到.0或.5", true),

    COPIED("照抄前一天", false),
    COPIED_SHUFFLED("照抄前一天，打乱次序", false),
    COPIED_NINE_TENTHS("照抄九成，其余实测", false),
    COPIED_THREE_QUARTERS("照抄七成半，其余实测", false),

    ALL_ALIKE("全填36.5", false),
    MOSTLY_ALIKE("九成填36.5，其余36.4、36.6", false),
    THREE_VALUES("随手填36.4、36.5、36.6", false),
    FIVE_VALUES("随手填36.3至36.7", false),
    SHORT_CYCLE("四到六个数从上到下循环", false),
    FILLED_DOWN("36.1至36.9拖动填充", false),
    ROUND("九成填36.0、36.5、37.0", false),
    AVOIDS_REPEATS("36.1至36.9随手填，不与上一行相同", false),
    UNIFORM("36.1至36.9完全随机", false);

    private final String label;
    private final boolean measured;

    Habit(String label, boolean measured) {
        this.label = label;
        this.measured = measured;
    }

    String label() {
        return label;
    }

    boolean isMeasured() {
        return measured;
    }

    /** One person's place in the list and temperature. */
    record Reading(int person, int tenths) {}

    /** The levels of so many people. */
    static double[] levels(int people, Random random) {
        return random.doubles(people, 0, 1)
                .map(any -> 36.5 + 0.2 * random.nextGaussian())
                .toArray();
    }

    /** What was measured the day before: who invents numbers today invented them yesterday too. */
    List<Reading> before(double[] levels, Random random) {
        return name().startsWith("COPIED")
                ? ELECTRONIC.today(levels, List.of(), random)
                : today(levels, List.of(), random);
    }

    List<Reading> today(double[] levels, List<Reading> before, Random random) {
        List<Reading> today = new ArrayList<>();
        int cycle = 4 + random.nextInt(3);
        for (int person = 0; person < levels.length; person++) {
            int above = person == 0 ? 0 : today.get(person - 1).tenths();
            int tenths =
                    switch (this) {
                        case ELECTRONIC -> measured(levels[person], 0.05, 0, random);
                        case INFRARED -> measured(levels[person], 0.2, -0.15, random);
                        case MERCURY -> drawn(measured(levels[person], 0.05, 0, random), random);
                        case COPIED, COPIED_SHUFFLED -> before.get(person).tenths();
                        case COPIED_NINE_TENTHS ->
                            person % 10 == 9
                                    ? measured(levels[person], 0.05, 0, random)
                                    : before.get(person).tenths();
                        case COPIED_THREE_QUARTERS ->
                            person % 4 == 3
                                    ? measured(levels[person], 0.05, 0, random)
                                    : before.get(person).tenths();
                        case ALL_ALIKE -> 365;
                        case MOSTLY_ALIKE -> random.nextInt(10) > 0 ? 365 : 364 + 2 * random.nextInt(2);
                        case THREE_VALUES -> 364 + random.nextInt(3);
                        case FIVE_VALUES -> 363 + random.nextInt(5);
                        case SHORT_CYCLE ->
                            person < cycle
                                    ? 361 + random.nextInt(9)
                                    : today.get(person - cycle).tenths();
                        case FILLED_DOWN -> 361 + person % 9;
                        case ROUND -> random.nextInt(10) > 0 ? 360 + 5 * random.nextInt(3) : 361 + random.nextInt(9);
                        case AVOIDS_REPEATS -> other(above, random);
                        case UNIFORM -> 361 + random.nextInt(9);
                    };
            today.add(new Reading(person, tenths));
        }
        if (this == COPIED_SHUFFLED) {
            Collections.shuffle(today, random);
        }
        return today;
    }

    /** One in four hundred has a fever. */
    private static int measured(double level, double blur, double shift, Random random) {
        double fever = random.nextInt(400) == 0 ? 1.0 + random.nextDouble() : 0;
        double degrees = level + shift + 0.15 * random.nextGaussian() + blur * random.nextGaussian() + fever;
        return (int) Math.round(10 * Math.max(35.0, degrees));
    }

    private static int drawn(int tenths, Random random) {
        return random.nextInt(3) > 0 ? tenths : 5 * Math.round(tenths / 5f);
    }

    private static int other(int above, Random random) {
        int tenths = 361 + random.nextInt(9);
        while (tenths == above) {
            tenths = 361 + random.nextInt(9);
        }
        return tenths;
    }
}
