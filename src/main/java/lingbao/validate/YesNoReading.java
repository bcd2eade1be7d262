package lingbao.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lingbao.catalogue.Column;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/** Yes or no by the column's own words, for one form's 0 is another form's yes. */
final class YesNoReading implements TypeReading {

    private final Set<String> yes;
    private final Set<String> no;
    private final NearestNames nearest;

    YesNoReading(Column column) {
        yes = column.yesWords().stream().map(Writing::folded).collect(Collectors.toUnmodifiableSet());
        List<String> writings = new ArrayList<>(column.yesWords());
        writings.addAll(column.noWords());
        nearest = new NearestNames(writings);
        no = column.noWords().stream().map(Writing::folded).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Reading read(RawCell cell, String text) {
        String word = Writing.folded(text);
        if (cell.kind() == RawCell.Kind.BOOLEAN) {
            return Reading.of(word.equals("true") || word.equals("1"));
        }
        if (yes.contains(word)) {
            return Reading.of(true);
        }
        return no.contains(word) ? Reading.of(false) : Reading.fault(FindingCode.YES_NO_INVALID, nearest.clause(text));
    }
}
