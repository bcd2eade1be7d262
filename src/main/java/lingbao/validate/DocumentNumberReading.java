package lingbao.validate;

import java.util.Locale;
import java.util.regex.Pattern;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/** The number of a document that is told to be another than those with a check digit: {@link String}, taken unchecked. */
final class DocumentNumberReading implements TypeReading {

    private static final Pattern NUMBER = Pattern.compile("(?=.*[0-9])[A-Z0-9()/-]{5,20}");

    private final boolean knownKind;

    /** @param knownKind whether the form knows the kind of document; of another the number is taken with a warning */
    DocumentNumberReading(boolean knownKind) {
        this.knownKind = knownKind;
    }

    @Override
    public Reading read(RawCell cell, String text) {
        String number = Writing.withoutSpace(Writing.plain(text)).toUpperCase(Locale.ROOT);
        if (IdNumberReading.hasLostItsEnd(cell, number)) {
            return Reading.fault(FindingCode.ID_PRECISION_LOST);
        }
        if (!NUMBER.matcher(number).matches()) {
            return Reading.fault(FindingCode.ID_CHARACTER);
        }
        Reading reading = number.equals(text) ? Reading.of(number) : Reading.normalised(number, number);
        return knownKind ? reading : reading.with(new Reading.Remark(FindingCode.ID_KIND_UNKNOWN));
    }
}
