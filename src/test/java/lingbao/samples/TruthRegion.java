package lingbao.samples;

/**
 * A place of the invented register.
 *
 * @param parent the code of the region above; empty at the top
 * @param level the word of the register: {@code district} or {@code subdistrict}
 * @param policy empty where the parent's holds
 */
public record TruthRegion(String code, String name, String parent, String level, String policy) {}
