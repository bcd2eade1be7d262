package lingbao.catalogue;

/**
 * One threshold that policies may set and statements may ask for: an entry of {@code jobs/thresholds.yml}.
 *
 * @param id lowerCamelCase; the name of the parameter in the mappers
 * @param name as people read it
 */
public record Threshold(String id, String name, Type type, String unit) {

    /** What its values are. */
    public enum Type {
        INTEGER,
        DECIMAL,
        YES_NO,
        TEXT
    }
}
