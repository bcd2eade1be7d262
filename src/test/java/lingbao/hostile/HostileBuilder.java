package lingbao.hostile;

import java.util.Random;

/** Makes files that mean harm in one way, another one for each random source. */
interface HostileBuilder {

    String name();

    /** Of the file's name, without the dot. */
    String ending();

    byte[] build(Random random);

    static <T> T oneOf(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
