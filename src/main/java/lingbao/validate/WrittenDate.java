package lingbao.validate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;

/** Dates as people write them, in Arabic or Chinese numerals. Texts are taken half-width ({@link Writing#plain}). */
final class WrittenDate {

    static final int LAST_YEAR = 2099;
    private static final int LEAP_YEAR = 2000;

    private static final char READ = '|';
    private static final String NUMERALS = "〇一二三四五六七八九";
    private static final Pattern CHINESE =
            Pattern.compile("([〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十廿卅]{1,3})[日号])?)?");

    private static final Pattern DAY = Pattern.compile(
            "(?<![0-9])([0-9]{4})\\s*(?:年|[-/.])\\s*([0-9]{1,2})\\s*(?:月|[-/.])\\s*([0-9]{1,2})(?![0-9])(?:\\s*[日号])?");
    private static final Pattern EIGHT_DIGITS =
            Pattern.compile("(?<![0-9A-Za-z])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9A-Za-z])");
    private static final Pattern MONTH =
            Pattern.compile("(?<![0-9])([0-9]{4})\\s*(?:年\\s*([0-9]{1,2})\\s*月|[-/.]\\s*([0-9]{1,2})(?![-/.0-9年]))");
    private static final Pattern YEAR = Pattern.compile("(?<![-0-9])([0-9]{4})\\s*年");

    private static final String BETWEEN = "(?:\\s*\\(?(?:星期|周)[一二三四五六日天]\\)?)?\\s*([-—–―~〜至到、]{1,2})\\s*";

    /** 6月16日, 6月4日—6月17日, 6月15-19日. */
    private static final Pattern OF_SOME_YEAR = Pattern.compile("(?<![年0-9])([0-9]{1,2})\\s*月\\s*([0-9]{1,2})\\s*"
            + "(?:[日号]?起?" + BETWEEN + "(?:([0-9]{1,2})\\s*月\\s*)?([0-9]{1,2})\\s*[日号]|[日号])");

    /** What stands behind a day and names one more: -19日, 至6月19日, ~6.19, -0619, 、16日; not a time of day, nor a year. */
    private static final Pattern FURTHER_DAY = Pattern.compile(BETWEEN
            + "(?:([0-9]{1,2})\\s*(月|[-/.])\\s*|([0-9]{2})(?=[0-9]{2}))?([0-9]{1,2})"
            + "(?:\\s*([日号])|(?!\\s*[-0-9A-Za-z:./%年月时点分度℃]))");

    /** 至18班 counts or numbers other things than days. */
    private static final Pattern NO_DAY = Pattern.compile("\\s*[级班组人名个位次份例岁周天期届批楼栋幢室层门线车床]");

    private WrittenDate() {}

    /**
     * A day, month or year that stands somewhere in a text.
     *
     * @param further whether it is a day that takes its year from the one before it
     */
    record Mention(int from, int to, Period period, boolean further) {}

    /**
     * All of them in order, days first where a day holds a month; what is no day of the calendar is none. A range of days is
     * both its ends, though its second one leaves out the year.
     */
    static List<Mention> mentionsIn(String arabic) {
        List<Mention> mentions = new ArrayList<>();
        StringBuilder rest = new StringBuilder(arabic);
        take(DAY, PeriodKind.DAY, rest, mentions);
        take(EIGHT_DIGITS, PeriodKind.DAY, rest, mentions);
        take(MONTH, PeriodKind.MONTH, rest, mentions);
        take(YEAR, PeriodKind.YEAR, rest, mentions);
        for (Mention day : List.copyOf(mentions)) {
            if (day.period().kind() == PeriodKind.DAY) {
                takeFurtherDays(day, arabic, mentions);
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::from));
        return mentions;
    }

    /** A day such as 6月16日, or a span of them, which without their year decide nothing. */
    record DaysOfSomeYear(int from, int to, MonthDay first, MonthDay last) {

        boolean hold(LocalDate day) {
            MonthDay held = MonthDay.from(day);
            boolean isBehindFirst = !held.isBefore(first);
            boolean isBeforeLast = !held.isAfter(last);
            return last.isBefore(first) ? isBehindFirst || isBeforeLast : isBehindFirst && isBeforeLast;
        }

        String label() {
            return first.equals(last) ? label(first) : label(first) + "至" + label(last);
        }

        private static String label(MonthDay day) {
            return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
    }

    /** All of them in order; what no calendar has is none. */
    static List<DaysOfSomeYear> daysOfSomeYearIn(String arabic) {
        List<DaysOfSomeYear> all = new ArrayList<>();
        Matcher found = OF_SOME_YEAR.matcher(arabic);
        while (found.find()) {
            int month = Integer.parseInt(found.group(1));
            Optional<LocalDate> first = day(LEAP_YEAR, month, Integer.parseInt(found.group(2)));
            Optional<LocalDate> last = found.group(5) == null
                    ? first
                    : day(
                            LEAP_YEAR,
                            found.group(4) == null ? month : Integer.parseInt(found.group(4)),
                            Integer.parseInt(found.group(5)));
            if (first.isPresent() && last.isPresent()) {
                all.add(new DaysOfSomeYear(
                        found.start(), found.end(), MonthDay.from(first.get()), MonthDay.from(last.get())));
            }
        }
        return all;
    }

    /** Whether what stands between two dates makes them a range, or several in a row. */
    static boolean isBetween(String text) {
        return text.matches(BETWEEN);
    }

    private static void take(Pattern pattern, PeriodKind kind, StringBuilder rest, List<Mention> mentions) {
        Matcher matcher = pattern.matcher(rest.toString());
        while (matcher.find()) {
            int year = Integer.parseInt(matcher.group(1));
            Optional<LocalDate> start =
                    day(year, number(matcher, 2, 3, kind), kind == PeriodKind.DAY ? last(matcher) : 1);
            if (start.isPresent() && year >= 1990 && year <= LAST_YEAR) {
                mentions.add(new Mention(matcher.start(), matcher.end(), new Period(kind, start.get()), false));
            }
            // What was read as a day, even a wrong one, is not read as a month once more, nor looked through as a blank
            // is.
            for (int index = matcher.start(); index < matcher.end(); index++) {
                rest.setCharAt(index, READ);
            }
        }
    }

    private static void takeFurtherDays(Mention first, String arabic, List<Mention> mentions) {
        Matcher further = FURTHER_DAY.matcher(arabic);
        Mention last = first;
        while (further.region(last.to(), arabic.length()).lookingAt()) {
            LocalDate before = last.period().start();
            int ofMonth = further.group(2) != null ? 2 : 4;
            boolean ofAMonth = further.group(ofMonth) != null;
            int month = ofAMonth ? Integer.parseInt(further.group(ofMonth)) : before.getMonthValue();
            // From December to January goes on into the next year.
            boolean nextYear = "月".equals(further.group(3)) && month < before.getMonthValue();
            Optional<LocalDate> day =
                    day(before.getYear() + (nextYear ? 1 : 0), month, Integer.parseInt(further.group(5)));
            if (day.isEmpty()
                    || !day.get().isAfter(before)
                    || !isDay(
                            further,
                            arabic.substring(first.from(), last.to()),
                            arabic.substring(further.end()),
                            month == before.getMonthValue())) {
                return;
            }
            last = new Mention(
                    further.start(ofAMonth ? ofMonth : 5), further.end(), new Period(PeriodKind.DAY, day.get()), true);
            mentions.add(last);
        }
    }

    /** Whether it can be nothing but a day: 2020-06-17-19 may be the 19th sheet, 2020-06-17-08-30 half past eight. */
    private static boolean isDay(Matcher further, String before, String behind, boolean sameMonth) {
        boolean isHyphen = further.group(1).equals("-");
        boolean isSpoken = before.contains("年");
        boolean isSigned = before.matches(".*[日号]");
        if ("月".equals(further.group(3)) || "日".equals(further.group(6))) {
            return true;
        }
        if ("号".equals(further.group(6))) {
            return isSpoken && !isSigned || before.endsWith("号") || !behind.matches("\\p{IsHan}.*");
        }
        if (NO_DAY.matcher(behind).lookingAt()) {
            return false;
        }
        boolean isEightDigits = before.matches("[0-9]{8}.*");
        if (further.group(4) != null) {
            return isEightDigits && (!isHyphen || sameMonth);
        }
        if (further.group(3) != null) {
            return !isHyphen || sameMonth || !further.group(3).equals("-") && !isEightDigits;
        }
        boolean isShort =
                isSpoken || !isHyphen || before.matches("[0-9]{4}[./].*") && behind.matches("\\s*[)\\p{IsHan}].*");
        return isShort && !isSigned;
    }

    private static int number(Matcher matcher, int first, int second, PeriodKind kind) {
        return switch (kind) {
            case YEAR -> 1;
            case MONTH -> Integer.parseInt(matcher.group(first) != null ? matcher.group(first) : matcher.group(second));
            case DAY -> Integer.parseInt(matcher.group(first));
        };
    }

    private static int last(Matcher matcher) {
        return Integer.parseInt(matcher.group(3));
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 二〇二〇年六月十七日 as 2020年6月17日; the rest of the text unchanged. */
    static String arabic(String text) {
        return CHINESE.matcher(text).replaceAll(found -> {
            StringBuilder arabic = new StringBuilder();
            found.group(1)
                    .replace('零', '〇')
                    .replace('○', '〇')
                    .chars()
                    .forEach(numeral -> arabic.append(NUMERALS.indexOf(numeral)));
            arabic.append('年');
            if (found.group(2) != null) {
                arabic.append(belowHundred(found.group(2))).append('月');
            }
            if (found.group(3) != null) {
                arabic.append(belowHundred(found.group(3))).append('日');
            }
            return arabic.toString();
        });
    }

    /** 七, 十, 十七, 二十, 二十七, 廿七, 三十一. */
    private static int belowHundred(String numerals) {
        String spelled = numerals.replace("廿", "二十").replace("卅", "三十");
        int ten = spelled.indexOf('十');
        if (ten < 0) {
            return NUMERALS.indexOf(spelled.charAt(spelled.length() - 1)) + (spelled.length() > 1 ? 100 : 0);
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(spelled.charAt(ten - 1));
        int ones = ten == spelled.length() - 1 ? 0 : NUMERALS.indexOf(spelled.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
