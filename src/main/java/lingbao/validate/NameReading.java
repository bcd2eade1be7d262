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
    private static final Pattern SYMBOL = Pattern.compile("[=<>@#$%^&*_+。{}\\[\\]\"!?~`\\\\|:]");
    private static final Pattern DOT = Pattern.compile("[·•・.．‧]");
    private static final Set<String> NOBODY =
            Set.of("测试", "test", "示例", "样例", "姓名", "某某", "张某某", "无", "空", "未填", "未知", "不详", "学生", "同学", "男", "女");
    private static final Pattern LEFT_OPEN = Pattern.compile("\\p{IsHan}?x{2,3}");

    /** What in brackets is certainly no part of a name; those of other peoples' names hold other words. */
    private static final Pattern REMARK =
            Pattern.compile("[(（【](?:[大小男女新老代兼]|实习生?|见习|试用|外聘|临时|代[理班课]|转[学入出班]|退学|休学|离职|请假|[病事产]假"
                    + "|未到|缺[勤席课]|住校|走读|补[报登]|副?[班组队舍室校园院站科][长任]|(?:副|学习|纪律|生活)?(?:班主任|委员)|老师|教师|主任|校医"
                    + "|医生|学[员生]|教[员工]|教职工|员工|工作人员|家长|保安|保洁|厨师|司机)[)）】]");

    private final Column column;
    private final boolean onePersonARow;

    /** @param onePersonARow whether the row is of the person named here, so that two names would be two rows */
    NameReading(Column column, boolean onePersonARow) {
        this.column = column;
        this.onePersonARow = onePersonARow;
    }

    @Override
    public Reading read(RawCell cell, String trimmed) {
        // What nobody sees may stand between two line breaks, which make one space.
        String text = Writing.trimmed(Writing.withoutZeroWidthSpaces(cell.text()));
        boolean several = SEVERAL.matcher(text).find();
        if (text.indexOf('\uFE0F') >= 0) {
            return Reading.fault(FindingCode.CHARACTER_INVALID);
        }
        if (text.codePoints().anyMatch(Character::isDigit) || several && onePersonARow) {
            return Reading.fault(FindingCode.NAME_INVALID);
        }
        if (column.maxLength() > 0 && Writing.isLongerThan(text, column.maxLength())) {
            return Reading.fault(
                    FindingCode.TEXT_TOO_LONG,
                    String.valueOf(Writing.length(text)),
                    String.valueOf(column.maxLength()));
        }
        boolean unusual = several
                || Writing.isLongerThan(text, USUALLY_AT_MOST)
                || isNobody(Writing.folded(text))
                || SYMBOL.matcher(text).find()
                || Writing.hasInvisible(text)
                || text.codePoints().anyMatch(NameReading::isPicture)
                || text.codePoints().noneMatch(Character::isLetter);
        boolean trimmedUnseen = Writing.hasInvisible(cell.text()) && !Writing.hasInvisible(trimmed);
        Reading name = trimmedUnseen ? Reading.normalised(text, text) : Reading.of(text);
        if (!text.equals(trimmed)) {
            name = Reading.of(text).with(new Reading.Remark(FindingCode.NAME_CHARACTER_DROPPED));
        }
        if (unusual) {
            return name.with(new Reading.Remark(FindingCode.NAME_UNUSUAL));
        }
        return hasARemark(text) ? name.with(new Reading.Remark(FindingCode.NAME_WITH_REMARK)) : name;
    }

    private static boolean isNobody(String folded) {
        return NOBODY.contains(folded) || LEFT_OPEN.matcher(folded).matches();
    }

    /** A dot joins the parts of a name that may well have brackets. */
    private static boolean hasARemark(String name) {
        return !DOT.matcher(name).find()
                && REMARK.matcher(Writing.withoutSpace(name)).find();
    }

    /** Arrows, stars, hearts and the like. */
    private static boolean isPicture(int character) {
        return character >= 0x2190 && character <= 0x2BFF;
    }
}
