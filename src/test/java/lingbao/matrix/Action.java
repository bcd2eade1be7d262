package lingbao.matrix;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What becomes of a bad input; the words of the matrix. */
enum Action {
    /** Read as what it can only mean, and taken without a doubt. */
    FIX("读取"),
    /** Taken, and its sender is asked to look at it. */
    WARN("提醒"),
    /** One row or more is refused, the others are taken. */
    ROW("退回该行"),
    /** The sheet or the file is refused. */
    FILE("退回整表"),
    /** The file is refused as dangerous. */
    SEC("拒收（不安全）"),
    /** Passed over before it is opened. */
    SKIP("略过");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The action that one printed answer took. */
    static Action of(JsonNode answer) {
        if (answer.path("state").asString().equals("rejected")
                && (answer.at("/rows/seen").asInt() == 0 || refusedAsAWhole(answer))) {
            return has(answer, "UNSAFE_XML") || has(answer, "UNSAFE_ARCHIVE") ? SEC : FILE;
        }
        if (answer.at("/rows/rejected").asInt() > 0) {
            return ROW;
        }
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                        .anyMatch(finding -> finding.path("severity").asString().equals("warning"))
                ? WARN
                : FIX;
    }

    private static boolean refusedAsAWhole(JsonNode answer) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .anyMatch(finding -> finding.path("severity").asString().equals("error")
                        && finding.path("cell").isNull());
    }

    private static boolean has(JsonNode answer, String code) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .anyMatch(finding -> finding.path("code").asString().equals(code));
    }
}
