package lingbao.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lingbao.domain.InstitutionKind;

/** Kinds of institution by the words of the register. */
final class Kinds {

    private Kinds() {}

    static Set<InstitutionKind> of(Collection<String> words, Consumer<String> fault) {
        Set<InstitutionKind> kinds = EnumSet.noneOf(InstitutionKind.class);
        for (String word : words) {
            Optional<InstitutionKind> kind = InstitutionKind.ofWord(word);
            kind.ifPresent(kinds::add);
            if (kind.isEmpty()) {
                fault.accept("没有“" + word + "”这类机构，可用："
                        + Arrays.stream(InstitutionKind.values())
                                .map(InstitutionKind::word)
                                .collect(Collectors.joining("、")));
            }
        }
        return kinds;
    }
}
