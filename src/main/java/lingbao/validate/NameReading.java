package lingbao.validate;

import java.util.Set;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.domain.FindingCode;
import lingbao.read.RawCell;

/** A person's name: {@link String}, as typed but for the outer white space and zero-width spaces; never folded, rare characters stay. */
final class NameReading implements TypeReading {

    private static final int USUALLY_AT_MOST = 30;
    private static final Pattern SEVERAL = Pattern.compile("[、，;；/／|]|(?<=\\p{IsHan}),(?=\\p{IsHan})");
    private static final Pattern SYMBOL = Pattern.compile("[=<>@#$%^&*_+{}\\[\\]\"!?~`\\\\|:]");
    private static final Set<String> TRIALS = Set.of("测试", "test", "示例", "样例", "姓名", "某某", "张某某");

    private final Column column;
    private final boolean onePersonARow;

    /** @param onePersonARow whether the row is of the person named here, so that two names would be two rows */
    NameReading(Column column, boolean onePersonARow) {
        this.column = column;
        this.onePersonARow = onePersonARow;
    }

    @Override
    public Reading read(RawCell cell, String trimmed) {
        String text = Writing.withoutZeroWidthSpaces(trimmed);
        boolean several = SEVERAL.matcher(text).find();
        if (text.indexOf('\uFE0F') >= 0) {
            return Reading.fault(FindingCode.CHARACTER_INVALID);
        }
        if (text.codePoints().anyMatch(Character::isDigit) || several && onePersonARow) {
            return Reading.fault(FindingCode.NAME_INVALID);
        }
        if (column.maxLength() > 0 && Writing.length(text) > column.maxLength()) {
            return Reading.fault(
                    FindingCode.TEXT_TOO_LONG,
                    String.valueOf(Writing.length(text)),
                    String.valueOf(column.maxLength()));
        }
        boolean unusual = several
                || Writing.length(text) > USUALLY_AT_MOST
                || TRIALS.contains(Writing.folded(text))
                || SYMBOL.matcher(text).find()
                || Writing.hasInvisible(text)
                || text.codePoints().anyMatch(NameReading::isPicture)
                || text.codePoints().noneMatch(Character::isLetter);
        boolean trimmedUnseen = Writing.hasInvisible(cell.text()) && !Writing.hasInvisible(trimmed);
        Reading name = trimmedUnseen ? Reading.normalised(text, text) : Reading.of(text);
        if (!text.equals(trimmed)) {
            name = Reading.of(text).with(new Reading.Remark(FindingCode.NAME_CHARACTER_DROPPED));
        }
        return unusual ? name.with(new Reading.Remark(FindingCode.NAME_UNUSUAL)) : name;
    }

    /** Arrows, stars, hearts and the like. */
    private static boolean isPicture(int character) {
        return character >= 0x2190 && character <= 0x2BFF;
    }
}
