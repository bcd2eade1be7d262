package lingbao.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.PersonColumns;
import lingbao.domain.IgnoredRow.Reason;
import lingbao.read.Limits;
import lingbao.read.RawCell;
import lingbao.read.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rows that are no data: totals, headings repeated on each printed page, notes, signatures. A row that holds an
 * understood number, time or choice is never taken for a note or a signature, so that no data are lost to a stray word, but where it says itself that
 * it is none: an example, a part of what was counted (其中), a mean or the highest, another day's numbers, or that all are well.
 */
final class RowKinds {

    /** What a total is called, behind whatever it is a total of. */
    private static final String SUM = "(?:[合小总共]计|总数|总人[数次])";

    private static final String OF_PERSONS = "(?:人[数次]|数)?[0-9]*[人名]?";

    private static final Pattern TOTAL =
            Pattern.compile("(?:[\\p{L}0-9]{0,8}" + SUM + "|(?:本页|本班|本表|本校|各班|全[班校园区县市]|年级|累计)?(?:合共|汇总|累计|总和))"
                    + OF_PERSONS
                    + "|总?记录数[0-9]*|总[学课]时|共计?[0-9一二两三四五六七八九十]+(?:[人名条行]|个班级?)(?:记录|数据)?"
                    + "|(?:sub|grand)?totals?|[∑σς]");

    /** Nobody's name. */
    private static final Pattern BARE_TOTAL = Pattern.compile(SUM);

    private static final Pattern TOTAL_SIGN = Pattern.compile("[计計数數总總共∑ΣTt]");

    private static final Pattern PART_TOTAL =
            Pattern.compile("(?:本页|本班|\\p{L}{0,5}年级|[高初][一二三]|[0-9]{1,4}级)(?:" + SUM + "|合共|汇总|累计).*|小计.*|subtotals?");

    /** What the whole of a sheet is called. */
    private static final String WHOLE = "全部?[班校园区县市体]|本[表校园区县市]|各[班校级]级?|学校|幼儿园|机构|单位|累计|所有班级";

    /** A total of some rows, and only its reader knows which: 学生合计. */
    private static final Pattern TOTAL_OF_SOME =
            Pattern.compile("(?!(?:" + WHOLE + "|\\p{L}{2,5}(?<!园)[区县市])" + SUM + ")[\\p{L}0-9]+" + SUM + OF_PERSONS);

    private static final Pattern WHOLE_ALONE = Pattern.compile("(?:" + WHOLE + ")(?:人[数次])?");

    /** Says something of a whole, but is called so only where its numbers are the sums: 全体学员, 今日总人数, 在园人数. */
    private static final Pattern SAYS_THE_WHOLE = Pattern.compile(".*(?:总[数计体和量人]|合计|汇总|累计|[一总合]共|共[计有]"
            + "|全(?:部|[校园院所区县市镇厂站馆][^班]*|中心|年级|体.*)"
            + "|所有|本[校园院所]|整[个校园]|[在入到][园校](?:人[数次员]|幼儿|学[生员])).*");

    /** What a class, an office or a body is called at its end, which may be a row of data. */
    private static final Pattern ENDS_AS_A_CLASS = Pattern.compile(".*(?:[班组室队团社科处办楼厅店站司道乡村0-9a-z)\\]】]|(?<!全)部)");

    private static final Pattern GRADE = Pattern.compile("(?:(?:小学|初中|高中)?(?:[一二三四五六七八九1-9]年?级|年级)"
            + "|[高初][一二三](?:年级)?|[0-9]{2,4}级"
            + "|[小中大托]班?(?:年级|级部|段)|(?:学前|幼儿?|小学|初中|高中|中学|职高|初|高|小)(?:部|学段|段)|全年级|\\p{L}{0,4}(?:级部|学段))(?:组|段)?");

    private static final Pattern CLASS = Pattern.compile(".*班");

    /** All of them may be a row of data beside the classes. */
    private static final Pattern STAFF = Pattern.compile("教职|教师|老师|职工|员工|后勤");

    private static final Pattern NOTE =
            Pattern.compile("(?:附?注|说明|备注|填[表报写]说明|注意|注意事项|提示|填[表报写]要求|要求)(?:[0-9一二三四五]?[:.、]|[0-9]).*");
    private static final Pattern NOTE_LABEL = Pattern.compile("附?注|说明|备注|填[表报写](?:说明|要求)|注意(?:事项)?|提示|要求");
    private static final Pattern NUMBERED_NOTE =
            Pattern.compile("(?:\\(?[0-9]{1,2}[.、)]|[一二三四五六七八九十][、.]|[①-⑳※*]).{4,}");

    /** A row that shows how to fill in, by its running number or by its name. */
    private static final Pattern EXAMPLE = Pattern.compile("[(\\[【]?(?:例|示例|样例|范例|举例)[0-9]?[)\\]】]?:?");

    private static final Pattern EXAMPLE_NAME = Pattern.compile("(?:[(\\[【]?(?:示例|样例|范例)|例:|[(\\[【]例[)\\]】]).*");

    /** The same by what stands where a class does: 示例：一班 and （填写样例）一班. */
    private static final Pattern EXAMPLE_LABEL =
            Pattern.compile("[(\\[【]?(?:填[写表报])?(?:示例|样例|范例|例如?)[0-9]?(?:[)\\]】:].*)?|(?:示例|样例)班级?");

    /** What was counted above: 其中男生; but a class may be counted here alone. */
    private static final Pattern PART = Pattern.compile("其中.*");

    /** Numbers of another day, to compare with: 上周同期. */
    private static final Pattern ANOTHER_DAY =
            Pattern.compile("(?:(?:上周|上月|上学期|上年|去年|往年)(?:同[期日天])?|昨[日天]|前[日天]|同期)(?:数据?|人数|人次|情况)?");

    /** What is said below a table of what stands in it: 应到30人 实到30人, 体温异常：0人. */
    private static final String SAID_OF =
            "(?:今[日天]|本[日班校]|全[班校]|其中)?(?:(?:应|实际?|已|未|缺)(?:到|出勤|检|测|报)|出勤|缺勤|缺课|请假|[病事]假|因[病事]缺[勤课]"
                    + "|迟到|早退|旷课|发热|[男女]生?|(?:体温|症状|晨检|午检|身体|健康)?(?:异常|正常)|[在住离]校|隔离|总?共计?|[合总]计)(?:人数|数|人员|者)?:?";

    private static final String COUNT = "[0-9]+(?:[.][0-9]+)?(?:[人名例个]次?|%)?";
    private static final String SAID = SAID_OF + COUNT;

    /** The same in two cells: 体温异常 | 无. */
    private static final Pattern LABEL_BELOW = Pattern.compile(SAID_OF);

    private static final Pattern COUNT_BELOW = Pattern.compile(COUNT + "|无|没有");

    private static final Pattern SAID_BELOW = Pattern.compile(SAID + "(?:[,;、。]?" + SAID + ")*[。.;]?");

    private static final Pattern RATE =
            Pattern.compile("\\p{IsHan}{0,4}(?:出勤|到[课岗勤]|缺[勤课]|晨检|午检|检测|合格|完成|达标)率:?(?:[0-9]+(?:[.][0-9]+)?%?)?");

    /** 平均体温, 最高 and 中位数, before numbers alone. */
    private static final Pattern MEAN = Pattern.compile("(?:体温)?(?:平均|最高|最低|最大|最小|中位)(?:体温)?(?:数|值|数值)?:?");

    private static final Pattern NOTHING_BELOW = Pattern.compile(
            "[-—–―~_*=☆★]{3,}|第[0-9一二三四五六七八九十]{1,4}页(?:[,/]?共[0-9一二三四五六七八九十]{1,4}页)?"
                    + "|[-—~_*/(\\[【]*(?:以下(?:均?为?空白?|均?无(?:正文|内容|数据)?|(?:没有|无)内容)|此页无正文|下无正文|[此本]表一式.{1,3}份.*)[-—~_*/)\\]】。]*");

    private static final String WELL = "(?:身体|体温|健康|症状)?(?:状况|情况)?(?:均|都|皆|全部?|一切)?为?"
            + "(?:无异常|[未没]见异常|没有异常|正常|健康|良好|无缺[勤课]|全勤|无发热|无症状|无不适|到齐|已?到[校岗课])(?:情况|现象|人员|者)?";

    private static final Pattern NOTHING_UNUSUAL =
            Pattern.compile("(?:今[日天]|本[日班校])?(?:全[班校员体]|全部|一切)?均?(?:无异常|正常|无缺[勤课]|全勤)(?:情况)?[。.]?");

    /** That it holds of all of them: 以上人员均正常; of the words alone one may be a person's symptom. */
    private static final Pattern ALL_IS_WELL =
            Pattern.compile("(?:今[日天]|本[日班校])?(?:以上|上述|所有|全部|全[体班校员园])(?:所有|全部|全体)?(?:人员?|学[员生]|师生|教职员?工|同学|幼儿|考生|员工)?"
                    + "(?:[,;、]?" + WELL + ")+[。.!]?");

    private static final Pattern UNIT = Pattern.compile(
            "\\(?(?:单位:?\\(?)?(?:°c|摄氏度|°f|华氏度|[百千万]?人|名|个|人数|人次|%|分钟|分|min|小时|学时|h|mg/l|毫克/升)\\)?\\)?");

    private static final Pattern OTHER_UNIT = Pattern.compile("°f|华氏度|[百千万]人");

    private static final int LONG_TEXT = 15;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?%?");

    /** Who signs a sheet, and nobody's post. */
    private static final String SIGNS = "(?:填[表报写]|制表|审核|复核|审批|经办|联系|记录|检查|监督|上报|报送)人员?|填表|制表|审核|复核";

    private static final String SIGNER = SIGNS + "|(?:责任|执行)人员?"
            + "|(?:单位|机构|学校|部门|主要|分管)?(?:负责人|领导)|班主任|(?:教导|教务|德育|政教)主任|(?:分管|副)?校长|园长|院长|校医|值班(?:领导|教师|人员)"
            + "|教[导务]处|政教处|德育处|(?:主管|分管|单位|学校|部门)?(?:领导|部门)?意见"
            + "|(?:联系)?(?:电话|方式)|手机|(?:填报|报送)?(?:单位|机构|学校)"
            + "|(?:填[表报]|制表|打印|上报|报送)?(?:日期|时间)";
    private static final Pattern SIGNATURE =
            Pattern.compile("(?:" + SIGNER + ")(?:\\((?:签字|签名|签章|盖章|公章|手签)\\)(?::.*)?|(?:签字|签名|签章|盖章)?:.*)"
                    + "|\\p{IsHan}{0,8}(?:签字|签名|签章|盖章|公章)(?:\\([^()]*\\))?(?::.*)?|\\((?:签字|签名|签章|盖章|公章)\\)");

    private static final Pattern BODY =
            Pattern.compile("\\p{IsHan}{1,20}(?:学校|[中小]学|幼儿园|学院|大学|中心|公司|[教政学德]\\p{IsHan}{1,2}处)");

    private static final String TO_SIGN = "(?:\\((?:签字|签名|签章|盖章|公章|手签)\\))?:?";
    private static final Pattern SIGNS_ALONE = Pattern.compile("(?:" + SIGNS + ")" + TO_SIGN);
    private static final Pattern SIGNER_ALONE = Pattern.compile("(?:" + SIGNER + ")" + TO_SIGN);

    private static final List<String> NUMBERED_IN_WORDS = List.of("栏次", "序号", "列号");

    /** ① is 1, folded. */
    private static final Pattern PLACE_NUMBER = Pattern.compile("\\(?([0-9]{1,3})\\)?");

    private static final int LEAST_NUMBERED = 3;

    private final @Nullable FormLayout layout;

    /** Our columns by where they stand in the sheet. */
    private final Map<Integer, Column> ours = new HashMap<>();

    /** The place of the first column that holds an answer. */
    private final int firstAnswer;

    /** @param layouts none where the sheet is counted only, its columns unknown */
    RowKinds(List<FormLayout> layouts) {
        // What is asked of it here, groups of headings have in common.
        this.layout = layouts.isEmpty() ? null : layouts.get(0);
        firstAnswer = layout == null ? 0 : firstAnswer(layout);
        if (layout != null) {
            layout.form().columns().forEach(column -> ours.put(layout.place(column), column));
        }
    }

    /** Why a filled row is no data; empty for data. */
    Optional<Reason> noData(RawRow row, List<TypedRow> parts) {
        List<Integer> filled = filledPlaces(row);
        if (isTotal(row, filled) && parts.stream().noneMatch(RowKinds::hasAnIdNumber)) {
            return Optional.of(Reason.TOTAL_ROW);
        }
        if (repeatsTheHeading(row, filled)) {
            return Optional.of(Reason.HEADING_REPEATED);
        }
        if (isExample(row, filled, parts)
                || holdsOnlyUnits(row, filled)
                || isOfNoClass(row, filled)
                || saysThatAllIsWell(row, filled)) {
            return Optional.of(Reason.NOTE_ROW);
        }
        if (parts.stream().anyMatch(this::saysSomething)) {
            return Optional.empty();
        }
        String first = Writing.folded(row.cell(filled.get(0)).text());
        boolean labelled = filled.size() == 2 && NOTE_LABEL.matcher(first).matches();
        if (NOTE.matcher(first).matches() && filled.size() <= 2 || labelled && !isNumber(row.cell(filled.get(1)))) {
            return Optional.of(Reason.NOTE_ROW);
        }
        if (saysWhatStandsAbove(row, filled)) {
            return Optional.of(Reason.NOTE_ROW);
        }
        if (SIGNATURE.matcher(first).matches() || filled.size() == 1 && isDateBelowASignature(row, filled.get(0))) {
            return Optional.of(Reason.SIGNATURE_ROW);
        }
        if (filled.size() == 1 && isBodyBelowNumbers(row, filled.get(0))) {
            return Optional.of(Reason.SIGNATURE_ROW);
        }
        if (isSignedCellByCell(row, filled) && parts.stream().noneMatch(RowKinds::hasAnIdNumber)) {
            return Optional.of(Reason.SIGNATURE_ROW);
        }
        boolean longText = Writing.isLongerThan(first, LONG_TEXT - 1)
                || NUMBERED_NOTE.matcher(first).matches();
        return filled.size() == 1 && longText ? Optional.of(Reason.NOTE_ROW) : Optional.empty();
    }

    /**
     * Whether it numbers the columns, as right below the headings of official tables: 1 | 2 | 3, 甲 | 乙 | 1 | 2 | 3 or
     * 栏次 | ① | ② | ③, from the first heading on without a gap.
     */
    boolean numbersTheColumns(RawRow row) {
        List<Integer> filled = filledPlaces(row);
        int first = filled.get(0);
        if (layout == null
                || first
                        != layout.headings().keySet().stream()
                                .min(Integer::compare)
                                .orElse(-1)
                || filled.get(filled.size() - 1) - first != filled.size() - 1) {
            return false;
        }
        int words = 0;
        int numbers = 0;
        for (int place : filled) {
            String said = Writing.folded(row.cell(place).text());
            if (numbers == 0 && isWordForAPlace(said, words)) {
                words++;
            } else if (isNumberOfAPlace(said, numbers + 1)) {
                numbers++;
            } else {
                return false;
            }
        }
        // Numbers alone may be a class and its counts, unless every column has its own.
        return numbers >= LEAST_NUMBERED
                && (words > 0 || filled.size() >= layout.headings().size());
    }

    private static boolean isWordForAPlace(String said, int before) {
        boolean letter = before < 4
                && (said.equals("甲乙丙丁".substring(before, before + 1))
                        || said.equals("abcd".substring(before, before + 1)));
        return letter || before == 0 && NUMBERED_IN_WORDS.contains(said);
    }

    private static boolean isNumberOfAPlace(String said, int number) {
        Matcher matcher = PLACE_NUMBER.matcher(said);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) == number;
    }

    /** Of a row of units: a column of numbers in another unit than the form's, which speaks of every row below. */
    Optional<OtherUnit> otherUnit(RawRow row) {
        List<Integer> filled = filledPlaces(row);
        if (layout == null || !holdsOnlyUnits(row, filled)) {
            return Optional.empty();
        }
        for (Column column : layout.form().columns()) {
            int place = layout.place(column);
            String said = place < 0 ? "" : Writing.folded(row.cell(place).text());
            boolean isNumber = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
            if (isNumber && OTHER_UNIT.matcher(said).find()) {
                return Optional.of(
                        new OtherUnit(column, Writing.trimmed(row.cell(place).text())));
            }
        }
        return Optional.empty();
    }

    /** @param said as typed */
    record OtherUnit(Column column, String said) {}

    /** Of a totals row: whether it sums up the rows since the total before it, not the whole sheet. */
    boolean isPartTotal(RawRow row) {
        return PART_TOTAL.matcher(lead(row, filledPlaces(row))).matches();
    }

    /** Of a totals row: whether its words do not say which rows it sums up; 2020-06-17 | 合计 and 一年级 | 合计 alike. */
    boolean sumsUpAnyRows(RawRow row) {
        List<Integer> filled = filledPlaces(row);
        List<Integer> labels = labelPlaces(row, filled);
        boolean behindAnother =
                !isTotalWord(row, labels.get(0)) && labels.stream().anyMatch(place -> isTotalWord(row, place));
        return behindAnother || !isTotal(row, filled) && !isCalledAfterTheWhole(row);
    }

    /** Of a totals row: whether nobody can tell which rows it sums up, as 学生合计. */
    boolean isTotalOfSome(RawRow row) {
        return !isPartTotal(row)
                && TOTAL_OF_SOME.matcher(lead(row, filledPlaces(row))).matches();
    }

    /** Of a totals row: whether the form keeps it as a row. */
    boolean isKeptTotal(RawRow row) {
        return layout != null && layout.form().totalRow() != null && !isPartTotal(row) && !isTotalOfSome(row);
    }

    /** Whether the row is called after the whole, as 全校: a total, if its numbers are the sums. */
    boolean isCalledAfterTheWhole(RawRow row) {
        return WHOLE_ALONE.matcher(lead(row, filledPlaces(row))).matches();
    }

    /** Whether it says something of a whole and does not end as a class does: a total, if its numbers are the sums. */
    boolean saysTheWhole(RawRow row) {
        return labelPlaces(row, filledPlaces(row)).stream()
                .map(place -> Writing.folded(row.cell(place).text()))
                .anyMatch(label -> SAYS_THE_WHOLE.matcher(label).matches()
                        && !STAFF.matcher(label).find()
                        && !ENDS_AS_A_CLASS.matcher(label).matches());
    }

    /** Whether it is called after a grade: a total, if its numbers are the sums of classes. */
    boolean isCalledAfterAGrade(RawRow row) {
        return labelPlaces(row, filledPlaces(row)).stream()
                .anyMatch(place -> GRADE.matcher(label(row, place)).matches());
    }

    /** Whether the first column of words that must be filled says 一（1）班. */
    static boolean isOfAClass(TypedRow row) {
        return row.layout().form().columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT && column.required())
                .findFirst()
                .filter(column -> row.typed(column).length() <= Limits.VALUE_LENGTH)
                .filter(column ->
                        CLASS.matcher(Writing.folded(row.typed(column))).matches())
                .isPresent();
    }

    /**
     * Nothing but understood numbers in columns that are summed, though a column that must be filled is none of these; and
     * left of them perhaps a day or a grade in columns that are not read.
     */
    boolean holdsOnlySums(RawRow row, List<TypedRow> parts) {
        if (parts.isEmpty()) {
            return false;
        }
        boolean keyBlank = false;
        for (TypedRow part : parts) {
            for (Column column : part.layout().form().columns()) {
                boolean ofHeading = part.layout().group() != null
                        && column.id().equals(part.layout().form().groups());
                if (Totals.isSummed(column)
                        ? part.isFilled(column) && part.value(column) == null
                        : part.isFilled(column) && !ofHeading) {
                    return false;
                }
                keyBlank |= !Totals.isSummed(column) && column.required();
            }
        }
        return keyBlank
                && filledPlaces(row).stream()
                        .allMatch(place -> isNumber(row.cell(place)) || isUnreadBeforeAnswers(place));
    }

    /**
     * Whether the row can only head a table that no form knows: three words or more, no digit among them, and not one that
     * is understood in a column that takes no free text, two of which are filled at least.
     */
    boolean looksLikeAHeading(RawRow row, List<TypedRow> parts) {
        List<Integer> filled = filledPlaces(row);
        boolean words = filled.stream()
                .map(row::cell)
                .allMatch(cell -> cell.kind() == RawCell.Kind.TEXT
                        && !cell.formula()
                        && !Writing.isLongerThan(cell.text(), LONG_TEXT)
                        && cell.text().chars().noneMatch(Character::isDigit));
        if (filled.size() < 3 || !words) {
            return false;
        }
        int notUnderstood = 0;
        for (TypedRow part : parts) {
            for (Column column : part.layout().form().columns()) {
                boolean ofHeading = part.layout().group() != null
                        && column.id().equals(part.layout().form().groups());
                boolean free = column.type() == ColumnType.TEXT || column.type() == ColumnType.PERSON;
                if (free || ofHeading || !part.isFilled(column)) {
                    continue;
                }
                if (part.isUnderstood(column)) {
                    return false;
                }
                notUnderstood++;
            }
        }
        return notUnderstood >= 2;
    }

    private boolean isTotal(RawRow row, List<Integer> filled) {
        return TOTAL.matcher(lead(row, filled)).matches();
    }

    private static boolean hasAnIdNumber(TypedRow row) {
        return row.layout().form().columns().stream()
                .anyMatch(column -> column.type() == ColumnType.ID && row.value(column) != null);
    }

    /**
     * What the row calls itself: a total's word among its labels or alone among numbers; else its first filled cell, a running
     * number skipped.
     */
    private String lead(RawRow row, List<Integer> filled) {
        for (int place : filled.subList(1, filled.size())) {
            if (isTotalWord(row, place)
                    && filled.stream().allMatch(other -> other == place || isNumber(row.cell(other)))) {
                return label(row, place);
            }
        }
        List<Integer> labels = labelPlaces(row, filled);
        return label(
                row,
                labels.stream()
                        .filter(place -> isTotalWord(row, place))
                        .findFirst()
                        .orElse(labels.get(0)));
    }

    private static boolean isTotalWord(RawRow row, int place) {
        return TOTAL_SIGN.matcher(row.cell(place).text()).find()
                && TOTAL.matcher(label(row, place)).matches();
    }

    private static String label(RawRow row, int place) {
        return Writing.foldedLabel(row.cell(place).text());
    }

    /**
     * Where the row may say what it is: its first filled cell, a running number skipped, and before the first answer the
     * columns of ours that say whose row it is; where none of these is filled, any column. A person's row is that person's.
     */
    private List<Integer> labelPlaces(RawRow row, List<Integer> filled) {
        int first = filled.get(0);
        if (layout != null
                && layout.isReadOver(first)
                && filled.size() > 1
                && label(row, first).chars().allMatch(Character::isDigit)) {
            first = filled.get(1);
        }
        List<Integer> labels = new ArrayList<>(List.of(first));
        if (layout == null || namesAPerson(row, layout)) {
            return labels;
        }
        List<Integer> ofOurs = new ArrayList<>();
        List<Integer> ofOthers = new ArrayList<>();
        for (int place : filled) {
            Column column = ours.get(place);
            if (place <= first || place >= firstAnswer) {
                continue;
            }
            if (column == null) {
                ofOthers.add(place);
            } else if (saysWhoseRow(column, layout.form())) {
                ofOurs.add(place);
            }
        }
        labels.addAll(ofOurs.isEmpty() && !ours.containsKey(first) ? ofOthers : ofOurs);
        return labels;
    }

    private boolean isUnreadBeforeAnswers(int place) {
        return layout != null && layout.unread().contains(place) && place < firstAnswer;
    }

    private static int firstAnswer(FormLayout layout) {
        return layout.form().columns().stream()
                .filter(RowKinds::isAnswer)
                .mapToInt(layout::place)
                .filter(place -> place >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean isAnswer(Column column) {
        return column.answer()
                || switch (column.type()) {
                    case INTEGER, DECIMAL, TIME -> true;
                    case TEXT, DATE, PERSON, ID, PHONE, YES_NO, CHOICE, CHOICES -> false;
                };
    }

    private static boolean saysWhoseRow(Column column, Form form) {
        PersonColumns person = form.person();
        return switch (column.type()) {
            case TEXT -> column.required() || form.carriedOver().contains(column.id());
            case CHOICE -> true;
            case PERSON -> person != null && column.id().equals(person.name());
            case INTEGER, DECIMAL, DATE, TIME, ID, PHONE, YES_NO, CHOICES -> false;
        };
    }

    private static boolean namesAPerson(RawRow row, FormLayout layout) {
        Form form = layout.form();
        PersonColumns person = form.person();
        int place = person == null ? -1 : layout.place(form.columns().get(form.indexOf(person.name())));
        return place >= 0
                && !ColumnReading.isBlank(row.cell(place))
                && !BARE_TOTAL.matcher(label(row, place)).matches();
    }

    private static boolean isNumber(RawCell cell) {
        boolean isStored = cell.number() != null && !cell.dateFormatted();
        return isStored || NUMBER.matcher(Writing.plain(cell.text())).matches();
    }

    /** Each filled cell says what the heading above it says, or one line of it. */
    private boolean repeatsTheHeading(RawRow row, List<Integer> filled) {
        if (layout == null || filled.size() < Math.min(2, layout.headings().size())) {
            return false;
        }
        return filled.stream().allMatch(place -> {
            String heading = Writing.foldedLabel(layout.headings().getOrDefault(place, ""));
            String said = Writing.foldedLabel(row.cell(place).text());
            return heading.equals(said) || said.length() >= 2 && heading.contains(said);
        });
    }

    private boolean isExample(RawRow row, List<Integer> filled, List<TypedRow> parts) {
        int running = layout == null ? -1 : layout.runningNumbers();
        return running >= 0
                        && EXAMPLE.matcher(Writing.folded(row.cell(running).text()))
                                .matches()
                || parts.stream().anyMatch(RowKinds::namesAnExample)
                || labelPlaces(row, filled).stream().anyMatch(place -> EXAMPLE_LABEL
                        .matcher(Writing.folded(row.cell(place).text()))
                        .matches());
    }

    private static boolean namesAnExample(TypedRow part) {
        Form form = part.layout().form();
        PersonColumns person = form.person();
        if (person == null) {
            return false;
        }
        String name = part.typed(form.columns().get(form.indexOf(person.name())));
        return name.length() <= Limits.VALUE_LENGTH
                && EXAMPLE_NAME.matcher(Writing.folded(name)).matches();
    }

    /** (℃) and (人), as they stand below the words of a heading. */
    private static boolean holdsOnlyUnits(RawRow row, List<Integer> filled) {
        return filled.stream()
                .allMatch(place ->
                        UNIT.matcher(Writing.folded(row.cell(place).text())).matches());
    }

    /** A rate, a mean or what was on another day, before numbers alone. */
    private boolean isOfNoClass(RawRow row, List<Integer> filled) {
        return labelPlaces(row, filled).stream().anyMatch(place -> {
            String label = label(row, place);
            boolean says = RATE.matcher(label).matches()
                    || MEAN.matcher(label).matches()
                    || ANOTHER_DAY.matcher(label).matches();
            return says && filled.stream().filter(other -> other > place).allMatch(other -> isNumber(row.cell(other)));
        });
    }

    /** 其中男生 before a number: a part of what stands above, where anything was counted there. */
    boolean isPartOfAbove(RawRow row) {
        List<Integer> filled = filledPlaces(row);
        return labelPlaces(row, filled).stream()
                .anyMatch(place -> PART.matcher(label(row, place)).matches()
                        && !ENDS_AS_A_CLASS
                                .matcher(Writing.folded(row.cell(place).text()))
                                .matches()
                        && filled.stream()
                                .filter(other -> other > place)
                                .findFirst()
                                .filter(next -> isNumber(row.cell(next)))
                                .isPresent());
    }

    /** How many there are or are not, or that nothing follows; each filled cell says so. */
    private static boolean saysWhatStandsAbove(RawRow row, List<Integer> filled) {
        if (filled.size() == 2
                && LABEL_BELOW
                        .matcher(Writing.folded(row.cell(filled.get(0)).text()))
                        .matches()
                && COUNT_BELOW
                        .matcher(Writing.folded(row.cell(filled.get(1)).text()))
                        .matches()) {
            return true;
        }
        return filled.stream().allMatch(place -> {
            String said = Writing.folded(row.cell(place).text());
            return SAID_BELOW.matcher(said).matches()
                    || RATE.matcher(said).matches()
                    || NOTHING_BELOW.matcher(said).matches()
                    || NOTHING_UNUSUAL.matcher(said).matches();
        });
    }

    /** In one cell, beside which at most the row's number was there beforehand. */
    private boolean saysThatAllIsWell(RawRow row, List<Integer> filled) {
        int last = filled.get(filled.size() - 1);
        boolean alone = filled.size() == 1 || filled.size() == 2 && isRunningNumber(row, filled.get(0));
        return alone
                && ALL_IS_WELL.matcher(Writing.folded(row.cell(last).text())).matches();
    }

    private boolean isRunningNumber(RawRow row, int place) {
        return layout != null && layout.runningNumbers() == place && isNumber(row.cell(place));
    }

    /** Whether an understood number, time or choice stands in it. */
    boolean saysSomething(TypedRow typed) {
        for (Column column : typed.layout().form().columns()) {
            boolean telling =
                    switch (column.type()) {
                        case INTEGER, DECIMAL, TIME, YES_NO, CHOICE, CHOICES -> true;
                        case TEXT, DATE, PERSON, ID, PHONE -> false;
                    };
            boolean ofHeading = typed.layout().group() != null
                    && column.id().equals(typed.layout().form().groups());
            if (telling && !ofHeading && typed.isUnderstood(column)) {
                return true;
            }
        }
        return false;
    }

    /**
     * 填报人 | 张三 | 审核人 | 李四: words of a signature, behind each at most one cell, and perhaps a date behind all. Two of
     * them are asked for below a heading, where one alone may be what the column holds.
     */
    private boolean isSignedCellByCell(RawRow row, List<Integer> filled) {
        int words = 0;
        boolean signs = false;
        boolean behindAWord = false;
        for (int place : filled) {
            String said = Writing.folded(row.cell(place).text());
            boolean isWord = SIGNER_ALONE.matcher(said).matches();
            boolean isDateBehind = words > 0 && place == filled.get(filled.size() - 1) && isDateAlone(row.cell(place));
            if (!isWord && !behindAWord && !isDateBehind) {
                return false;
            }
            words += isWord ? 1 : 0;
            signs |= isWord && SIGNS_ALONE.matcher(said).matches();
            behindAWord = isWord;
        }
        int first = filled.get(0);
        boolean mayBeHeld = layout != null && layout.isHeaded(first) && !layout.isReadOver(first);
        return signs && words >= (mayBeHeld ? 2 : 1);
    }

    /** 云溪学校 alone, below numbers or choices, where it can only say who sends the sheet. */
    private boolean isBodyBelowNumbers(RawRow row, int place) {
        if (layout == null
                || !BODY.matcher(Writing.folded(row.cell(place).text())).matches()) {
            return false;
        }
        return layout.form().columns().stream()
                .filter(column -> layout.place(column) == place)
                .anyMatch(column -> switch (column.type()) {
                    case INTEGER, DECIMAL, TIME, DATE, YES_NO, CHOICE, CHOICES -> true;
                    case TEXT, PERSON, ID, PHONE -> false;
                });
    }

    private static boolean isDateAlone(RawCell cell) {
        String text = WrittenDate.arabic(Writing.plain(cell.text()));
        return WrittenDate.mentionsIn(text).stream()
                .anyMatch(mention -> mention.from() == 0 && mention.to() == text.length());
    }

    private boolean isDateBelowASignature(RawRow row, int place) {
        boolean inADateColumn = layout != null
                && layout.form().columns().stream()
                        .anyMatch(column -> layout.place(column) == place && column.type() == ColumnType.DATE);
        return isDateAlone(row.cell(place)) && !inADateColumn;
    }

    static List<Integer> filledPlaces(RawRow row) {
        List<Integer> filled = new ArrayList<>();
        for (int place = 0; place < row.cells().size(); place++) {
            if (!ColumnReading.isBlank(row.cell(place))) {
                filled.add(place);
            }
        }
        return filled;
    }
}
