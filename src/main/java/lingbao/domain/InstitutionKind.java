package lingbao.domain;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of institution that the register knows, by the words printed in it. */
public enum InstitutionKind {
    TRAINING_BODY("培训机构"),
    ASSESSMENT_BODY("评价机构"),
    SCHOOL("学校"),
    KINDERGARTEN("幼儿园"),
    OTHER("其他");

    private final String word;

    InstitutionKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<InstitutionKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
