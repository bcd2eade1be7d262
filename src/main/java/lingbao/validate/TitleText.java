package lingbao.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.CellAddress;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/**
 * One cell above the heading, or the file name, made half-width and with its dates taken out.
 *
 * @param place as people are told it: 标题 A1, 文件名
 * @param text the text with blanks where dates stood, so that a name or code never runs into one
 * @param periods the dates it speaks for; a day labelled as that of another thing, such as when it was printed, is none
 * @param daysOfSomeYear likewise those that leave out their year
 * @param next the text of the next filled cell of the row; null where there is none, and for a file name
 * @param isFileName whether it is the file name, in which a label behind a date means nothing
 */
record TitleText(
        String place,
        String text,
        List<Period> periods,
        List<WrittenDate.DaysOfSomeYear> daysOfSomeYear,
        @Nullable String next,
        boolean isFileName) {

    /**
     * The day somebody filled in or printed the sheet, or a course began, or a template was changed, is not the day it speaks
     * for; nor is the first of the last fourteen.
     */
    private static final Pattern LABEL_OF_ANOTHER_DAY = Pattern.compile("(?:(?:填报|填表|制表|打印|导出|生成)(?:日期|时间)"
            + "|(?:开班|结业|开学|返校|复学|复课|放假|截止|更新|版本|印发|制定|修订)(?:日期|时间|于|(?=:))|近\\s*(?:14|十四)\\s*[天日])[\\s:(]*$");

    /** The same behind the date, or it is a deadline; 起至 and 起…止 make it the first of a range. */
    private static final Pattern BEHIND_ANOTHER_DAY = Pattern.compile(
            "\\s*(?:印发|制定|修订|以来|(?:之|以)?(?:前(?![台厅门院排])|后(?![勤厨门院台排]))|起(?![草床居]|.*止|\\s*[-—–―~〜至到、]))");

    /** 6月1日返校, and 截至6月16日 before a day without its year. */
    private static final Pattern OF_AN_EVENT = Pattern.compile("\\s*\\(?(?:开班|结业|开学|返校|复学|复课|放假)");

    private static final Pattern UP_TO = Pattern.compile("截[至止]到?\\s*$");

    private static final Pattern BATCH = Pattern.compile("第\\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\\s*批");

    private static final String DIGITS = "一二三四五六七八九";

    /** Whether it names days without their year, none of which is this one nor any span of them holds it. */
    boolean namesAnotherDay(LocalDate day) {
        return !daysOfSomeYear.isEmpty() && daysOfSomeYear.stream().noneMatch(days -> days.hold(day));
    }

    /** The numbers of the batches that it names: 2 of 第2批 or 第二批. */
    List<Integer> batches() {
        return BATCH.matcher(text)
                .results()
                .map(batch -> number(batch.group(1)))
                .filter(number -> number > 0)
                .toList();
    }

    /** Up to 九十九; 0 for what is no number. */
    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        Matcher tens = Pattern.compile("([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)").matcher(written);
        if (!tens.matches() || tens.group(2).isEmpty() && !tens.group(3).isEmpty()) {
            return 0;
        }
        int first = tens.group(1).isEmpty() ? 1 : DIGITS.indexOf(tens.group(1)) + 1;
        int last = tens.group(3).isEmpty() ? 0 : DIGITS.indexOf(tens.group(3)) + 1;
        return tens.group(2).isEmpty() ? first : first * 10 + last;
    }

    /** @param kind what a sheet speaks for: a month's may name a course that goes on into the next */
    static List<TitleText> of(PeriodKind kind, List<TitleCell> titles, String fileName) {
        List<TitleText> texts = new ArrayList<>();
        for (int index = 0; index < titles.size(); index++) {
            TitleCell cell = titles.get(index);
            String before = index > 0 && titles.get(index - 1).row() == cell.row()
                    ? halfWidth(titles.get(index - 1).text())
                    : "";
            String next = index + 1 < titles.size() && titles.get(index + 1).row() == cell.row()
                    ? halfWidth(titles.get(index + 1).text())
                    : null;
            String place = "标题 " + new CellAddress(cell.row(), cell.column());
            texts.add(of(kind, place, halfWidth(cell.text()), before, next, false));
        }
        texts.add(of(kind, "文件名", halfWidth(withoutFolderAndEnding(fileName)), "", null, true));
        return texts;
    }

    private static TitleText of(
            PeriodKind kind, String place, String text, String before, @Nullable String next, boolean isFileName) {
        List<Period> periods = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text);
        boolean labelled = false;
        int last = 0;
        for (WrittenDate.Mention mention : WrittenDate.mentionsIn(text)) {
            String label = text.substring(0, mention.from());
            // The label of a range is that of both its ends.
            if (last == 0 || !WrittenDate.isBetween(label.substring(last))) {
                labelled = isLabelOfAnother(label, before);
            }
            last = mention.to();
            boolean ofAnother = labelled || !isFileName && isOfAnother(text.substring(last));
            if (!ofAnother && !(mention.further() && kind != PeriodKind.DAY)) {
                periods.add(mention.period());
            }
            for (int index = mention.from(); index < mention.to(); index++) {
                rest.setCharAt(index, ' ');
            }
        }
        List<WrittenDate.DaysOfSomeYear> daysOfSomeYear = WrittenDate.daysOfSomeYearIn(rest.toString()).stream()
                .filter(days -> !isLabelOfAnother(text.substring(0, days.from()), before))
                .filter(days -> !UP_TO.matcher(text.substring(0, days.from())).find())
                .filter(days -> isFileName || !isOfAnother(text.substring(days.to())))
                .filter(days -> !OF_AN_EVENT.matcher(text.substring(days.to())).lookingAt())
                .toList();
        return new TitleText(place, rest.toString(), List.copyOf(periods), daysOfSomeYear, next, isFileName);
    }

    private static boolean isLabelOfAnother(String label, String before) {
        return LABEL_OF_ANOTHER_DAY.matcher(label).find()
                || label.isBlank() && LABEL_OF_ANOTHER_DAY.matcher(before).find();
    }

    private static boolean isOfAnother(String behind) {
        return BEHIND_ANOTHER_DAY.matcher(behind).lookingAt();
    }

    private static String halfWidth(String text) {
        return WrittenDate.arabic(Writing.plain(text));
    }

    private static String withoutFolderAndEnding(String fileName) {
        Matcher name = Pattern.compile("^(?:.*[/\\\\])?(.*?)(?:\\.[A-Za-z]{2,5}){0,2}$", Pattern.DOTALL)
                .matcher(fileName);
        return name.matches() ? name.group(1) : fileName;
    }
}
